/* press_parts.h - the inside of one unit's build, for press_build.c and press_index.c only. */
#ifndef SEN_PRESS_PRESS_PARTS_H
#define SEN_PRESS_PRESS_PARTS_H
#include "core/press/press_build.h"

enum { PRESS_OPTIONS = 128, PRESS_OUTPUTS = 32 };

/* A file that was made, for the index page; a material that could not be made has no name. */
typedef struct PressMade {
    const Entity *material;
    const char *name, *title;              /* file name; title of its output */
} PressMade;

typedef struct PressRun {
    const PressJob *job;
    PressFile file;
    void *self;
    PressDone *done;
    Findings *f;
    Arena *page;                           /* reset for each material */
    Arena *job_arena;                      /* of the unit */
    ExprEngine engine;
    Scope scope;
    FillJob fill;
    OutputOption options[PRESS_OPTIONS];
    size_t n_options;
    const Entity *layout;                  /* whose text stands in layout_text, NULL = none yet */
    Str layout_text;                       /* in job_arena */
    const Output *outputs[PRESS_OUTPUTS];
    size_t n_outputs;
    Buf out;
    int said_missing;                      /* 1 = an output of an office format is not there, and it was said */
    int reads_date;                        /* of the page being made */
    PressMade *made;
    size_t n_made, cap_made;
} PressRun;

/* What is rendered: a document or a part of the model. */
typedef struct PressPage {
    const Doc *doc;
    const Value *model;
    Value vars;
    const char *shown;
} PressPage;

/* --- press_scope.c --- */
uint32_t press_own_roots(const PressJob *job);             /* FillJob.own */

/* --- press_option.c --- */
/* By rank: the material's own options, the front matter, the unit. m is NULL for the index page. */
void press_option_set(PressRun *x, const Entity *m, const Value *vars);

/* --- press_index.c --- */
void press_index_note(PressRun *x, const Entity *m, const Output *o, const char *name);
void press_index_failed(PressRun *x, const Entity *m);
void press_index_add_files(PressRun *x, const Doc *d);     /* puts the list of files into the index page */
void press_index_free(PressRun *x);
#endif
