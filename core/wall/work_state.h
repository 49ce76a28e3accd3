/* work_state.h - what a worker keeps between jobs; private to wall/work*.c. */
#ifndef SEN_WALL_WORK_STATE_H
#define SEN_WALL_WORK_STATE_H
#include "core/plug/registry.h"
#include "core/press/press_build.h"
#include "core/press/content.h"
#include "core/press/press_cross.h"
#include "core/press/press_hook.h"
#include "core/press/expr_script.h"
#include "core/press/resolve.h"
#include "core/script/script.h"
#include "core/wall/serve.h"
#include "core/wall/work.h"

enum { WORK_STATES = 8, WORK_OUTPUTS_MOST = 128 };
enum { WORK_LAYERS = 256 };                /* of one request; the parent sends fewer */

enum { WORK_VARIANTS = 16, WORK_DRESSES = 4 };
typedef struct WorkVariants WorkVariants;  /* work_variant.c */

/* The layers below the units: made once by WORK_BASE, then frozen. */
typedef struct WorkBase {
    Arena *arena;
    Script *script;
    ExprScript *expressions;               /* template expressions that are Lua run in the base's state */
    Model *model;
    PressLive *live;                       /* which of its texts have holes */
    Content *content;
    WorkVariants *variants;                /* made when the first unit needs them */
    PressHooks *hooks;                     /* hooks and terms of its scripts; may be NULL */
    Workdays *workdays;                    /* with the days off of its layers; NULL = the built-in ones */
    Findings findings;                     /* of its scripts, said once */
    int failed;                            /* a file of it failed as a whole: no unit is built on it */
} WorkBase;

/* The unit asked for last; kept for WORK_RUN and WORK_CHECK. */
typedef struct WorkOne {
    Arena *arena;
    Script *script;                        /* the unit's own state, or NULL: it has no scripts */
    ExprScript *expressions;               /* of its pages, in its own state: nothing of it reaches another unit */
    ExprBackend lua;
    size_t mark;                           /* of the registry before the unit's own outputs */
    Model *model;
    Content *content;                      /* the top layer; the base's when the unit has none */
    Content *contents[WORK_LAYERS];        /* the unit's own layers, owned */
    size_t n_contents;
    Value values, own_values;              /* as they may be shown; whole */
    const char *id;
    Rows rows;
    PressHooks *hooks;                     /* of the unit's scripts; may be NULL */
    int dressed;                           /* texts that units of its kind read alike are filled in the model below it */
    FillMemo *memo;                        /* of units of this dress; NULL = templates or hooks of its own step in */
    Workdays *workdays;                    /* the unit's own days off; NULL = the base's */
    PressCross *cross;                     /* from one thing of the unit to another, for scripts */
    ScriptWorld world;
} WorkOne;

enum { WORK_LAUNCHES = 8 };
typedef struct WorkLaunch { const char *plugin; struct Launch *launch; Err why; } WorkLaunch;   /* why: there is none */

typedef struct Work {
    WorkSetup setup;
    Registry *registry;
    WorkLaunch launch[WORK_LAUNCHES];      /* of the plugins whose wall is exec */
    size_t n_launches;
    const char *content_folders;           /* what plugins of the files wall may read, or NULL */
    struct Proof *proof;                   /* the sample of the one plugin under test, or NULL */
    WorkBase base;
    Plan **plans;
    const char **plan_ids, **plan_files;       /* file: the name it was imported under */
    size_t n_plans;
    Value *plan_values;                    /* the plans as templates read them */
    Buf imported;                              /* the text of the last WORK_IMPORT, for exact places in it */
    char *imported_name;
    ResolvePlans *resolved;
    Arena *plan_arena;
    WorkOne one;
    Script *profiles;                      /* the state that runs profiles which are only data, and for how many yet */
    int profiles_left;
    ExprBackend lua;
    Script *watched[WORK_STATES];          /* those a timer may interrupt; NULL = free */
} Work;

ResolveJob work_resolve_job(const Work *w, int own_only);
/* Is the entity for this unit? `only` first, then its `when`. */
int work_fits(Work *w, const Entity *entity, const Entity *unit, Value unit_value, Findings *f);
/* The frozen fork of the base that holds what is for units like this one, resolved as for a unit without rows; NULL when there
 * are too many sorts. What is wrong with a `when` goes to f. */
Model *work_variant(Work *w, const Entity *unit, Value unit_value, Findings *f);
void work_variants_free(WorkVariants *v);  /* takes NULL */
/* That sort with the texts filled that units of one kind read alike («Công an phường»), and what the pages of such units have in
 * common. NULL when there are too many kinds or one text reads more: each unit fills all of its own. */
Model *work_dress(Work *w, const Model *sort, Value unit, FillMemo **memo);
/* Sends the findings as a frame (sorted); frees nothing. */
void work_send_findings(Serve *s, Findings *f);
/* A job's scripts stop when its time is used up: work_begin at the start of the job, then each state that is made. */
void work_begin(Serve *s, Work *w);
void work_watch(Work *w, Script *script);
void work_stop_watching(Work *w, Script *script);          /* before script_free */
/* Content layers of a request over those below; returns the top one (below itself when there is nothing new) and the new
 * ones, lowest first, in made[0 … *n-1]. */
Content *work_content(Content *below, const WorkFiles *files, Content *made[WORK_LAYERS], size_t *n, Findings *f);
/* Runs the scripts of one request into statements, layer by layer, and applies each layer to the model. Returns how many
 * files failed as a whole (a syntax error, a limit); wrong statements are findings and the rest holds. */
size_t work_declare(Script *script, Model *m, const WorkFiles *files, int first_layer, Findings *f);

/* The outputs a layer's scripts made with sen.output. */
void work_register(Work *w, Script *script, Findings *f);

/* Rules that look at plans, over all live plans: those declared in `lowest_layer` or above. */
void work_check_plans(Work *w, Script *script, const Model *m, const Entity *unit, int lowest_layer, Findings *f);

/* A state and a model of some scripts, made for one job; `arena` is set before, `said` is what the scripts have wrong. */
typedef struct WorkBench { Arena *arena; Script *script; Model *model; Findings said; } WorkBench;
int work_bench_open(WorkBench *b, Serve *s, Work *w, const WorkFiles *files, Err *e);
void work_bench_close(WorkBench *b, Work *w);

/* Tries the good and bad examples of the unit's rules: of those declared in `lowest_layer` or above. A line for each rule that
 * has some goes to `text`, NULL = none wanted. what: TRY_MODEL for rules that look at the model, TRY_PLANS for those about a
 * plan's text. */
enum { TRY_MODEL = 1, TRY_PLANS = 2 };
void work_try_rules(Work *w, int lowest_layer, int what, Buf *text, Findings *f);

/* Before plugins are loaded: those of the files wall get a process of their own. */
void work_allow_parts(Work *w);

/* Before the seal: a launcher for each loaded plugin that may start its program. */
void work_start_launchers(Work *w);
void work_tell_launchers(const Work *w, Findings *f);      /* where the kernel makes their walls weaker */

/* The handlers (ServeApp). */
int work_run_workspace(Serve *s, Str bytes, void *state, Err *e);
int work_run_base(Serve *s, Str bytes, void *state, Err *e);
int work_run_unit(Serve *s, Str bytes, void *state, Err *e);
int work_run_import(Serve *s, Str bytes, void *state, Err *e);
int work_run_parts(Serve *s, Str bytes, void *state, Err *e);
int work_run_script(Serve *s, Str bytes, void *state, Err *e);
int work_run_check(Serve *s, Str bytes, void *state, Err *e);
int work_run_faults(Serve *s, Str bytes, void *state, Err *e);
int work_run_correct(Serve *s, Str bytes, void *state, Err *e);
int work_run_notes(Serve *s, Str bytes, void *state, Err *e);
int work_run_specs(Serve *s, Str bytes, void *state, Err *e);
int work_run_plugin(Serve *s, Str bytes, void *state, Err *e);
#endif
