/* press_build.h - what is built for one unit, inside the worker: materials x channels -> named bytes, and the unit's index page.
 * Knows the registry of outputs and the resolved model; no files, no database. */
#ifndef SEN_PRESS_PRESS_BUILD_H
#define SEN_PRESS_PRESS_BUILD_H
#include "core/plug/registry.h"
#include "core/press/template.h"

struct Model;                              /* core/model: a unit's resolved model */

typedef struct PressJob {
    const struct Model *model;             /* of the unit, resolved */
    const Plan *const *plans;              /* those that live; the last one imported first */
    size_t n_plans;
    const Value *values;                   /* a LIST of the unit's recorded values, NULL = none */
    const Content *content;
    Registry *registry;
    const ExprBackend *lua;                /* NULL = only plain expressions */
    Date today;
    int year;
    Lang lang;
    int draft, no_oplist;
    const char *const *materials;          /* ids asked for; 0 = all, and the index page */
    size_t n_materials;
    const char *const *formats;            /* output ids asked for; 0 = each material's channels */
    size_t n_formats;
} PressJob;

/* Takes one finished file: MATERIAL.SUFFIX or index.html. Bytes are borrowed. A non-zero return ends the build of the unit. */
typedef int (*PressFile)(void *self, const char *name, Str bytes);

typedef struct PressDone {
    size_t made, failed;                   /* files; failed = a file that should be there and is not */
    int read_today;                        /* some page read the date: it is stale tomorrow */
} PressDone;

/* Builds a unit. What cannot be made is a finding and the rest is made. -1 and e only when nothing can go on (the callback
 * refused). With named materials, formats are built exactly; without a name they restrict each material to those it lists. */
int press_build_unit(const PressJob *job, PressFile file, void *self, PressDone *done, Findings *f, Err *e);
#endif
