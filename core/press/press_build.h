/* press_build.h - what is built for one unit, inside the worker: materials x channels -> named bytes, and the unit's index page.
 * Knows the registry of outputs and the resolved model; no files, no database. */
#ifndef SEN_PRESS_PRESS_BUILD_H
#define SEN_PRESS_PRESS_BUILD_H
#include "core/model/model.h"
#include "core/plug/registry.h"
#include "core/press/template.h"
#include "core/script/script.h"

/* Which texts of a frozen base have holes: looked for once, not for every unit. The base must outlive it. */
typedef struct PressLive PressLive;
PressLive *press_live_new(const Model *base);
void press_live_free(PressLive *live);     /* takes NULL */
/* Units of one kind read most of these texts alike: those with nothing but {{ unit.kind }} in their holes. 1 = all others hold
 * nothing but other fields of the unit, so that these may be filled before them. */
int press_live_parts(const PressLive *live);
/* Fills them in a finished fork of the base for units of this kind; they are `dressed` then. -1 = one could not be. */
int press_live_dress(const PressLive *live, Model *m, Value unit, int year);

typedef struct PressHooks PressHooks;      /* press_hook.h */

typedef struct PressJob {
    const Model *model;                    /* of the unit, resolved, its texts filled (press_fill_model) */
    const char *unit;                      /* its id; NULL = the unit declared last in the model */
    const Plan *const *plans;              /* those that live; the last one imported first */
    size_t n_plans;
    const Value *plan_values;              /* scope_plan_value of each, made once for many units; NULL = make them */
    const PressLive *live;                 /* of the base the model was forked from; NULL = not known */
    int dressed;                           /* 1 = what press_live_dress fills is filled */
    FillMemo *memo;                        /* what pages of units of this dress have in common; NULL = nothing is kept */
    const Value *values;                   /* a LIST of the unit's recorded values as they may be shown, NULL = none */
    const Value *own_values;               /* the same whole, for a form that the unit fills in itself */
    const PressHooks *hooks[2];            /* of the base and of the unit, each may be NULL */
    const Value *plan;                     /* what hooks get as `plan`, NULL = nothing */
    const Content *content;
    Registry *registry;
    const ExprBackend *lua;                /* NULL = only plain expressions */
    const Script *script;                  /* knows which files may not show figures; NULL = all may */
    Date today;
    int year;
    Lang lang;
    int draft, no_oplist;
    const char *const *materials;          /* ids asked for; 0 = all, and the index page */
    size_t n_materials;
    const char *const *formats;            /* output ids asked for; 0 = each material's channels */
    size_t n_formats;
    const OutputOption *previous;          /* what the unit gave out last, by file name: option "previous" of the output */
    size_t n_previous;
} PressJob;

/* Takes one finished file: MATERIAL.SUFFIX or index.html. Bytes are borrowed; none (n = 0) = it could not be made. A non-zero
 * return ends the build of the unit. */
typedef int (*PressFile)(void *self, const char *name, Str bytes);

typedef struct PressDone {
    size_t made, failed;                   /* files; failed = a file that should be there and is not */
    int read_today;                        /* some page read the date: it is stale tomorrow */
} PressDone;

/* Builds a unit. What cannot be made is a finding and the rest is made. -1 and e only when nothing can go on (the callback
 * refused). With named materials, formats are built exactly; without a name they restrict each material to those it lists. */
int press_build_unit(const PressJob *job, PressFile file, void *self, PressDone *done, Findings *f, Err *e);

/* The first of job->materials as its page, with the origin of every text (press_source.h), appended to out. 0/-1: it cannot be
 * filled; why is in f. */
int press_build_source(const PressJob *job, Buf *out, Findings *f);

/* The outputs press_build_unit would use, at most `most` of them; returns how many. */
size_t press_list_outputs(const PressJob *job, const Output **v, size_t most);

/* The unit this job is about; NULL when the model has none. */
const Entity *press_find_unit(const PressJob *job);

/* Fills the roots of a scope from the job. The lists made live in `a`. */
void press_fill_scope(const PressJob *job, Arena *a, Scope *s);
/* `agenda`: late, due (today) and soon (14 days): the open items of the model by their day, as lists made when they are read. */
Value press_agenda(const Model *m, Date today, Arena *a);
/* The same roots as named values, for rules and `sen run`. In `a`; at least one is always there. */
ScriptName *press_scope_names(const PressJob *job, Arena *a, size_t *n);

/* Fills the holes of all texts of the unit's model ("Ban hành kế hoạch của {{ unit.kind }}") and finishes it again.
 * Call it once per unit after resolve_model and before anything reads texts. job->model may be m. */
void press_fill_model(Model *m, const PressJob *job, Findings *f);

/* Looks at every material without building it: template, includes, names, channels. */
void press_check_unit(const PressJob *job, Findings *f);
#endif
