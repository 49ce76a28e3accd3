/* expr.h - one expression of a template: one tree, one evaluator. Plain ones run here over values; anything else is Lua and
 * goes through ExprBackend, which core/script implements. Knows no Lua and no Markdown. */
#ifndef SEN_PRESS_EXPR_H
#define SEN_PRESS_EXPR_H
#include "core/press/scope.h"

typedef struct Expr Expr;

/* Compiles and runs a Lua expression. `get` asks the scope for a name (1 = known). Results live in `a`. */
typedef struct ExprBackend {
    void *self;
    int (*compile)(void *self, Str text, const char *file, int line, uint32_t *id, Err *e);
    int (*eval)(void *self, uint32_t id, int (*get)(void *scope, Str name, Value *out), void *scope, Arena *a, Value *out,
                Err *e);
} ExprBackend;

/* How expressions are run; NULL backend = only plain ones. */
typedef struct ExprEngine {
    const ExprBackend *lua;
    int no_oplist;                         /* test only: every expression goes through Lua */
    int draft;                             /* a missing value prints a visible blank */
    int year;                              /* for dates written dd/mm; 0 = none */
} ExprEngine;

/* Parses `text` ("task.due | date(\"long\")"), which starts at file:line:col. The tree lives in `a`. NULL and e on failure. */
Expr *expr_parse(Str text, const char *file, int line, int col, Arena *a, Err *e);

int expr_is_plain(const Expr *x);          /* 1 = needs no Lua */
void expr_names(const Expr *x, void (*seen)(void *self, Str name, int line, int col), void *self);  /* the root names it reads */
int expr_wants_markdown(const Expr *x);    /* its last filter is `markdown` */

/* The value, in `a` where it is new. A missing one is VAL_NONE and 0. -1 and e: unknown name or field, wrong types. */
int expr_eval(Expr *x, const ExprEngine *g, Scope *s, Arena *a, Value *out, Err *e);
int expr_true(const Value *v);             /* as in Lua: all but missing and false */
/* What the person reads who has to supply it: "unit.signer.name" as written, or "task:x.lead" when an object is known. */
const char *expr_subject(Expr *x, const ExprEngine *g, Scope *s, Arena *a);
#endif
