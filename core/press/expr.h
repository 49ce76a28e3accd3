/* expr.h - one expression of a template: one tree, one evaluator. Plain ones run here over values; anything else is Lua and
 * goes through ExprBackend, which core/script implements. Knows no Lua and no Markdown. */
#ifndef SEN_PRESS_EXPR_H
#define SEN_PRESS_EXPR_H
#include "core/press/scope.h"

typedef struct Expr Expr;

/* Runs a Lua expression over a scope; `key` is unique to this place and text, so that it is compiled once per state. Results
 * live in `a`. expr_script.h makes one. */
typedef struct ExprLua ExprLua;
struct ExprLua {
    const char *key;
    Str text;
    const char *file;
    int line;
};
typedef struct ExprBackend {
    void *self;
    int (*eval)(void *self, const ExprLua *lua, Scope *scope, Arena *a, Value *out, Err *e);
} ExprBackend;

/* How expressions are run; NULL backend = only plain ones. */
typedef struct ExprEngine {
    const ExprBackend *lua;
    int no_oplist;                         /* test only: every expression goes through Lua */
    int draft;                             /* a missing value prints a visible blank */
} ExprEngine;

/* Parses `text` ("task.due | date(\"long\")"), which starts at file:line:col. The tree lives in `a`. NULL and e on failure. */
Expr *expr_parse(Str text, const char *file, int line, int col, Arena *a, Err *e);

void expr_names(const Expr *x, void (*seen)(void *self, Str name, int line, int col), void *self);  /* the root names it reads */
int expr_wants_markdown(const Expr *x);    /* its last filter is `markdown` */

/* The value, in `a` where it is new. A missing one is VAL_NONE and 0. -1 and e: unknown name or field, wrong types. */
int expr_eval(Expr *x, const ExprEngine *g, Scope *s, Arena *a, Value *out, Err *e);
/* Of "t.title | default(…)": the address of the thing ("task:x"; "vars" for the front matter), the field, and the filter that
 * changes what is printed ("" = none, `default` aside). 1; 0 = it is no field of a thing. */
int expr_field(Expr *x, Scope *s, Arena *a, const char **address, Str *field, const char **filter);
int expr_true(const Value *v);             /* as in Lua: all but missing and false */
/* Says that the value is missing, in f: what it is called ("unit.signer.name", "task:x.lead") and who owes it. */
void expr_report_missing(Expr *x, Scope *s, Arena *a, Findings *f);
#endif
