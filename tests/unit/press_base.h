/* press_base.h - the base layer as it ships, loaded in the test's own process: scripts, templates, one unit, a plan. */
#ifndef SEN_TESTS_PRESS_BASE_H
#define SEN_TESTS_PRESS_BASE_H
#include "core/press/expr_script.h"
#include "core/press/press_build.h"
#include "core/press/resolve.h"

typedef struct PressBase {
    Arena *a;
    Findings f;
    Script *script;
    ExprScript *exprs;
    ExprBackend backend;
    Model *base;
    Content *content;
    Registry *registry;                    /* "html" prints the tree, "csv" the number of rows */
    Plan *plan;                            /* the province's plan of content/plans */
    ResolvePlans *plans;
    PressLive *live;
    char **names;                          /* template files in content/ */
    size_t n_names;
} PressBase;

/* Loads from SEN_ROOT (default "."). Fails the running test and gives 0 when something cannot be loaded. */
int press_base_open(PressBase *b, int year);
void press_base_close(PressBase *b);

/* A unit's model over the base: name and kind ("phuong", "xa"), resolved, its texts filled. model_free it. */
Model *press_base_unit(PressBase *b, const char *id, const char *name, const char *kind, PressJob *job);
#endif
