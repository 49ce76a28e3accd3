/* state.h - inside the script room: the hardened state, how C functions raise, how values cross; includes lua.h.
 *
 * Rules for every C function that Lua can call: arguments are checked first; nothing owned on the C side while a Lua call
 * can raise; raw access to tables; loops over a script's data ask state_check_alive now and then. */
#ifndef SEN_SCRIPT_STATE_H
#define SEN_SCRIPT_STATE_H
#include <lauxlib.h>
#include <lua.h>
#include <signal.h>
#include "core/script/heap.h"
#include "core/script/scan.h"
#include "core/model/name.h"
#include "core/script/script.h"

enum {
    SCRIPT_MEMORY = 64 * 1024 * 1024, SCRIPT_BLOCK = 8 * 1024 * 1024,
    /* what is said; and with the results */
    SCRIPT_SOURCE_MOST = 1024 * 1024, SCRIPT_LOG_MOST = 1024 * 1024, SCRIPT_PRINT_MOST = 2 * 1024 * 1024,
   
    SCRIPT_RESULT_DEPTH = 32, SCRIPT_RESULT_NODES = 10000, SCRIPT_RESULT_BYTES = 8 * 1024 * 1024,
    SCRIPT_STATEMENTS_MOST = 20000, SCRIPT_CALLS_MOST = 1000000, SCRIPT_FUNCTIONS_MOST = 20000,
    SCRIPT_ROWS_MOST = 100000              /* things that queries hand to a script in one run */
};

/* What a script is doing: which words work. */
typedef enum Stage { STAGE_IDLE, STAGE_DECLARE, STAGE_RUN, STAGE_PRODUCE } Stage;

typedef struct Pending {                   /* a word and its id that wait for their braces, or a finished child */
    Verb verb;
    Kind kind;
    int line;
    int done;                              /* 1 = the braces came */
    int taken;                             /* an item that its task has taken in */
    int reported;                          /* its mistake is reported already */
    const char *path;                      /* in the arena of the statements; NULL = none given */
    Statements *own;                       /* of an item: its statements until a task takes them (shares arena) */
} Pending;

typedef struct Bar Bar;                    /* bar.c */

struct Script {
    lua_State *L;
    Heap heap;
    volatile sig_atomic_t killed;
    long budget;                           /* instructions this call may still use; 0 = as many as time allows */
    unsigned run;                          /* number of the current call: values of an older one are refused */
    int depth;                             /* calls from C into Lua, nested */
    Stage stage;
    Script *base;
    unsigned tag;                          /* 0 for a base, its base's + 1 above: marks whose functions are whose */
    Date today;
    uint64_t seed, random[2];              /* seed: of all files run so far; each call begins anew from it */
    long calls_left, rows_left;
    const ScriptWorld *world;              /* what names lead to; NULL = nothing is known of a plan */
    /* of the file being declared or run */
    const ScriptFile *file;
    Statements *out;
    Findings *findings;
    struct Trace *trace;                   /* the run is being measured (trace.c), NULL = no */
    void *check;                           /* the rule being run (rule.c), NULL outside */
    Scan *scan;
    Pending *pending;
    size_t n_pending, cap_pending;
    Buf *log;
    Buf lost;                              /* the statements that were blanked because they cannot be read (mend.c) */
    size_t result_bytes;
    /* the last error a C function raised, with its code; the Lua error value is its sentence */
    Err raised;
    char raised_text[700];
    /* where the state stood when Lua itself raised, memory was refused or time was up; 0 = nowhere known */
    int place_line;
    char place_file[256];
    int too_deep;                          /* 1 = the refused memory was the stack of a function that calls itself without end */
    /* names of chunks as Lua shows them -> files as the user knows them */
    char (*chunks)[2][256];
    size_t n_chunks;
    int n_functions, n_exprs, n_registered;            /* n_registered: hooks and terms */
    struct { int line; char what[16], file[256]; } *outputs;       /* where each sen.output stands, in order */
    size_t n_outputs;
    ScriptGet get;                         /* of the expression being evaluated */
    void *get_scope;
    struct { const char *id, *label; } words[16];   /* words handed to the expression: ids that print as labels */
    int n_words;
    Bar *bar;                              /* files that may not see figures, NULL = none */
    int no_figures;                        /* 1 = what runs now stands in such a file */
};

Script *script_of(lua_State *L);

/* --- raising: never returns --- */
int state_raise(lua_State *L, Code code, const char *args, ...) __attribute__((format(printf, 3, 4), noreturn));
void state_note_refusal(void *script);             /* the heap refused memory: where, and is it the stack */
void state_check_alive(lua_State *L);              /* raises when the run was stopped */
void state_spend(lua_State *L, long calls);        /* counts host calls; raises at the quota */
/* From here on the state may use so many instructions; at their end it is stopped like by script_interrupt. 0 = no such bound.
 * state_was_over: 1 = that happened; the state works again afterwards. */
void state_set_budget(Script *s, long instructions);
int state_was_over(Script *s);
int state_kill(lua_State *L) __attribute__((noreturn));   /* stops the run for good (a budget is used up) */

/* --- the one door into Lua: function and n arguments on the stack; leaves nres results, or none and -1. */
int script_enter(Script *s, int n, int nres, Err *e);
const char *state_file_of(Script *s, const char *chunk, size_t n);     /* the file of a chunk name, NULL = none of ours */
void state_place(lua_State *L, Err *e);             /* adds to e the innermost line of a script */
int script_line_of_caller(lua_State *L);           /* line of the running Lua function, 0 = none */
void script_explain(const char *lua_message, Err *e);              /* a run-time message of Lua as one of ours (explain.c) */
void script_explain_syntax(Err *e, const Scan *scan);              /* SEN3001 of script_load made precise (explain_syntax.c) */
const char *script_type_both(const char *lua_type);                /* "nil", "table" … in both languages (ERR_BOTH) */
int script_load(Script *s, const char *bytes, size_t n, const char *name, Err *e);   /* pushes the function; syntax errors in e */

/* --- values (lua_value.c, lua_object.c) --- */
void lua_value_push(lua_State *L, Value v);
/* The value at idx in arena a; texts are checked and made NFC. -1 and e when it cannot be carried. */
int lua_value_take(lua_State *L, int idx, Arena *a, Value *out, Err *e);
void lua_value_tostring(lua_State *L, int idx);    /* pushes the text of any value; no addresses, no __tostring surprises */
int lua_box_open(lua_State *L);

/* --- marks: small host objects a script holds (find "…", add {…}, a word waiting for its braces); mark.c --- */
typedef enum MarkKind { MARK_FIND, MARK_ADD, MARK_REMOVE, MARK_PENDING, MARK_CHILD, MARK_NOTHING } MarkKind;
typedef struct Mark { MarkKind kind; size_t at; unsigned run; } Mark;
Mark *mark_push(lua_State *L, MarkKind kind, size_t at);           /* value on top becomes its content (popped) */
Mark *mark_at(lua_State *L, int idx);                              /* NULL when it is none */

/* The table on top (popped) becomes the read-only library `name` of the table below it; the real one stays out of reach. */
void state_set_library(lua_State *L, const char *name);

/* --- the permission to read figures (bar.c) --- */
enum { BAR_TRIED_MOST = 20 };
void bar_add(Script *s, const char *chunk, const char *file);      /* functions of this chunk may not */
void bar_begin(lua_State *L, int idx);             /* what runs from now on is the function at idx */
Value bar_hide(lua_State *L, Value v);             /* v, or what it is without figures */
void bar_see(lua_State *L, const Value *v);        /* a box is used: notes the place when figures are missing in it */
int bar_hides_field(lua_State *L, const Value *of, Str field);     /* 1 = the field is missing for what runs now */

/* --- calls from outside (call.c) --- */
Script *call_owner(Script *s, Value fn);           /* the state a function belongs to, NULL when none on this chain */
void call_note_registered(Script *s, const char *what, int line);  /* where sen.output … was called */
void state_seed(Script *s, const char *bytes, size_t n);           /* math.random begins anew, from these bytes too */
void call_begin(Script *s);                        /* a new call: quotas are whole again, boxes of the last one are refused */

/* --- libraries: each leaves the table it is given (at the top of the stack) filled --- */
void lib_base_open(lua_State *L);
void lib_string_open(lua_State *L);
void lib_table_open(lua_State *L);
void lib_math_open(lua_State *L);
void lib_order_open(lua_State *L);                 /* pairs, next */
void lib_sen_open(lua_State *L);                   /* sen.*, print */
void declare_open(lua_State *L);                   /* constructors and verbs */
void declare_report_unfinished(Script *s);
/* A name that no one knows: reports or raises. Used as __index of the built-ins. */
int declare_unknown_global(lua_State *L);

/* Registry keys. */
#define KEY_BUILTINS "sen.builtins"
#define KEY_FUNCTIONS "sen.functions"
#define KEY_EXPRS "sen.exprs"
#define KEY_REGISTERED "sen.registered"
#define KEY_FIELDS "sen.fields"
#define KEY_WEAK "sen.weak"                /* names of the scope that give way to a script's own */
#define KEY_MARK "sen.mark"                /* the metatable of marks */
#endif
