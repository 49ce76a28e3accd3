/* expr_script.h - the bridge from template expressions to core/script: compiled once per state, run with the names they read. */
#ifndef SEN_PRESS_EXPR_SCRIPT_H
#define SEN_PRESS_EXPR_SCRIPT_H
#include "core/press/expr.h"
#include "core/script/script.h"

typedef struct ExprScript ExprScript;
ExprScript *expr_script_new(Script *s);    /* borrows s; free it before s */
void expr_script_free(ExprScript *x);      /* takes NULL */
ExprBackend expr_script_backend(ExprScript *x);
#endif
