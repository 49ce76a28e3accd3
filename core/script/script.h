/* script.h - scripts as the other rooms see them: one hardened Lua state, declarations, expressions, calls.
 * No lua.h here: rooms below and beside never see a lua_State. Runs only inside a worker. */
#ifndef SEN_SCRIPT_SCRIPT_H
#define SEN_SCRIPT_SCRIPT_H
#include "core/base/err.h"
#include "core/model/model.h"
#include "core/vi/workday.h"

typedef struct Script Script;

typedef struct ScriptSetup {
    size_t memory;                     /* cap in bytes; 0 = 64 MiB */
    uint64_t seed;                     /* of math.random */
    Script *base;                      /* the state below: its functions can be called through this one; may be NULL */
    Date today;                        /* what sen.today() gives; DATE_NONE = refused (declare stage) */
} ScriptSetup;

/* A fresh state (about 0.1 ms). NULL when even that does not fit the cap. */
Script *script_new(const ScriptSetup *setup, Err *e);
void script_free(Script *s);           /* drops its memory at once, runs no finalizer; takes NULL */

/* What scripts can reach beyond the values they are given: cross references, ids, days. Borrowed; NULL takes it away. */
typedef struct ScriptWorld {
    const Model *model;
    Value plan;                        /* what rules and hooks get as `plan`: never missing for a unit */
    Date today;
    int year;                          /* the year «15/11» means */
    const Workdays *workdays;          /* NULL = the built-in rules */
    /* What stands behind `field` (English) of an object or map: the tasks of a clause, the values of an indicator. `of` NULL:
     * the clause with this address. 1 = known. Lists it makes live as long as the world. */
    int (*follow)(void *self, const Value *of, Str field, Value *out);
    void *self;
} ScriptWorld;
void script_set_world(Script *s, const ScriptWorld *w);

/* Time. The worker's interval timer calls this (a Script *) at each tick after the limit; async-signal-safe. The run is
 * stopped for good: nothing in the script catches it, and every later call fails with SEN7003. */
void script_interrupt(void *script);
int script_killed(const Script *s);
void script_revive(Script *s);                     /* between two jobs: the end of the last one is forgotten; takes NULL */
int script_out_of_memory(const Script *s);         /* 1 = an allocation was refused at the cap */
void script_place(const Script *s, Err *e);        /* adds to e where the script stood then, when that is known */

typedef struct ScriptFile {
    const char *name;                  /* as shown to the user: "units/x/scripts/ward.lua" */
    const char *bytes;
    size_t n;
    int layer;
    int no_outputs;                    /* 1 = it may register no output and no hook */
    int no_figures;                    /* 1 = its functions and holes do not see what was recorded */
} ScriptFile;

/* Declare stage: runs one file and appends its statements. Errors of single statements go to f and the others stay.
 * -1 when the file failed: f says why. After a limit or bytes that are no text nothing is appended; after syntax errors the
 * statements that could be read are, so that their mistakes are found in the same run. */
int script_declare(Script *s, const ScriptFile *file, Statements *out, Findings *f);

/* A named value of a scope. */
typedef struct ScriptName {
    const char *name;
    Value value;
    int weak;                          /* 1 = a script may use the name for something of its own */
} ScriptName;

/* `sen run FILE`: as script_declare, with the scope's names as read-only globals and print/sen.log going to `log` (1 MiB).
 * A returned value is printed to log too, tables as JSON. */
int script_run_file(Script *s, const ScriptFile *file, const ScriptName *scope, size_t n, Statements *out, Buf *log, Findings *f);

/* Expressions of templates. compile returns a number >= 0 valid in this state, or -1. A scope's values are read-only.
 * The result lives in `a`. file and line are where the expression stands, for messages. */
int script_compile_expr(Script *s, Str source, const char *file, int line, Err *e);
typedef int (*ScriptGet)(void *scope, Str name, Value *out);        /* 1 = known name */
int script_eval(Script *s, int expr, ScriptGet get, void *scope, Arena *a, Value *out, Err *e);
void script_set_barred(Script *s, int on);             /* 1 = what is evaluated next sees no figures */

/* May texts of this file not show figures? Of this state and those below. And: where such a file tried to, as findings; forgotten
 * afterwards. s may be NULL. */
int script_bars(const Script *s, const char *file);
void script_report_barred(Script *s, Findings *f);

/* Calls a VAL_FUNCTION of this state or of one below it. */
int script_call(Script *s, Value fn, const Value *args, size_t n, Arena *a, Value *out, Err *e);
/* `when = function(u)`: 1 or 0; no function = 1; -1 on an error (at its file and line). */
int script_call_when(Script *s, Value fn, Value unit, Err *e);
/* `rule "id" { check = function(m) … end }`: what it returns or reports becomes findings (SEN9001…9003) on the rule's id. */
int script_call_check(Script *s, const Entity *rule, const ScriptName *scope, size_t n, Findings *f);

/* What the script registered with sen.output, sen.hook …: `what` is "output" or "hook". The i-th gives its spec as a
 * VAL_MAP (functions as VAL_FUNCTION), or VAL_NONE past the end. */
int script_has_registered(const Script *s);            /* 0 = nothing but outputs can be asked for: cheap */
Value script_registered(Script *s, const char *what, size_t i, Arena *a);
void script_registered_place(const Script *s, const char *what, size_t i, Err *e);     /* adds to e where that was written */
#endif
