/* expr_script.c - asks core/script to compile and run what the small grammar does not know. */
#include "core/press/expr_script.h"
#include "core/base/map.h"
#include <stdlib.h>

struct ExprScript {
    Script *script;
    Map *compiled;                         /* key -> number + 1 */
};

ExprScript *expr_script_new(Script *s)
{
    ExprScript *x = mem_alloc(sizeof *x);
    x->script = s;
    x->compiled = map_new();
    return x;
}

void expr_script_free(ExprScript *x)
{
    if (!x) return;
    map_free(x->compiled);
    free(x);
}

static int get_name(void *scope, Str name, Value *out) { return scope_get(scope, name, out); }

static int run(void *self, const ExprLua *lua, Scope *scope, Arena *a, Value *out, Err *e)
{
    ExprScript *x = self;
    intptr_t id = (intptr_t)map_get(x->compiled, lua->key);
    if (!id) {
        int n = script_compile_expr(x->script, lua->text, lua->file, lua->line, e);
        if (n < 0) return -1;
        id = (intptr_t)n + 1;
        map_put(x->compiled, lua->key, (void *)id);
    }
    script_set_barred(x->script, scope->no_figures);
    return script_eval(x->script, (int)(id - 1), get_name, scope, a, out, e);
}

ExprBackend expr_script_backend(ExprScript *x) { return (ExprBackend){x, run}; }
