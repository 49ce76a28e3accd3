/* call.c - the produce stage: expressions of templates, calls of script functions, what scripts registered. */
#include "core/base/text.h"
#include "core/script/state.h"
#include <stdio.h>
#include <string.h>

/* The state a function value belongs to, NULL when none on this chain. */
Script *call_owner(Script *s, Value fn)
{
    if (fn.type != VAL_FUNCTION) return NULL;
    while (s && s->tag != (unsigned)(fn.u.i >> 32)) s = s->base;
    return s;
}

void call_begin(Script *s)
{
    if (s->depth) return;
    s->stage = STAGE_PRODUCE;
    s->run++;
    s->calls_left = SCRIPT_CALLS_MOST;
    s->rows_left = SCRIPT_ROWS_MOST;
    s->result_bytes = 0;
    s->raised_text[0] = 0;
    state_seed(s, "", 0);
}

typedef struct CallJob {
    Script *s;
    Value fn;
    const Value *args;
    size_t n;
    Arena *a;
    Value *out;
    Err *e;
} CallJob;

/* Runs protected: pushes, calls and takes the result, so that no step can fail outside. */
static int run_call(lua_State *L)
{
    const CallJob *job = lua_touserdata(L, 1);
    luaL_checkstack(L, (int)job->n + 10, NULL);
    lua_value_push(L, job->fn);
    if (lua_isfunction(L, -1)) bar_begin(L, -1);
    else return state_raise(L, SEN3041, "%s" ARG "nil", "hàm" ERR_BOTH "a function");
    for (size_t i = 0; i < job->n; i++) lua_value_push(L, job->args[i]);
    lua_call(L, (int)job->n, 1);
    if (job->out && lua_value_take(L, -1, job->a, job->out, job->e)) return luaL_error(L, "result");
    return 0;
}

int script_call(Script *s, Value fn, const Value *args, size_t n, Arena *a, Value *out, Err *e)
{
    Script *at = call_owner(s, fn);
    CallJob job = {at, fn, args, n, a, out, e};
    if (out) *out = value_none();
    if (!at) return err_set(e, SEN3041, "%s" ARG "nil", "hàm" ERR_BOTH "a function");
    if (n > 20 || !lua_checkstack(at->L, 10)) return err_set(e, SEN3030, "20");
    call_begin(at);
    lua_pushcfunction(at->L, run_call);
    lua_pushlightuserdata(at->L, &job);
    int was = at->no_figures, r = script_enter(at, 1, 0, e);
    at->no_figures = was;
    return r;
}

int script_call_when(Script *s, Value fn, Value unit, Err *e)
{
    if (fn.type == VAL_NONE) return 1;
    Arena *a = arena_new();
    Value out;
    int r = script_call(s, fn, &unit, 1, a, &out, e);
    arena_free(a);
    if (r) return -1;
    return out.type != VAL_NONE && !(out.type == VAL_BOOL && !out.u.i);
}

/* --- expressions --- */

/* _ENV of expressions: the scope first, then the built-ins that compute. */
static int expr_index(lua_State *L)
{
    Script *s = script_of(L);
    Value v = value_none();
    state_spend(L, 1);
    if (lua_type(L, 2) == LUA_TSTRING && s->get) {
        Str name;
        name.p = lua_tolstring(L, 2, &name.n);
        if (s->get(s->get_scope, name, &v)) {
            lua_value_push(L, v);
            return 1;
        }
    }
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_BUILTINS);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, -2) != LUA_TNIL) return 1;
    lua_pop(L, 1);
    lua_insert(L, 1);                      /* built-ins, _ENV, name -> as declare_unknown_global wants them */
    lua_replace(L, 2);
    lua_settop(L, 2);
    return declare_unknown_global(L);
}

static int expr_newindex(lua_State *L)
{
    return state_raise(L, SEN3024, "%.60s", lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
}

/* chunk -> its number; gives it the environment all expressions share. */
static int keep_expr(lua_State *L)
{
    Script *s = script_of(L);
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_EXPRS);
    if (lua_getfield(L, 2, "env") != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_createtable(L, 0, 3);
        lua_pushcfunction(L, expr_index);
        lua_setfield(L, -2, "__index");
        lua_pushcfunction(L, expr_newindex);
        lua_setfield(L, -2, "__newindex");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
        lua_setmetatable(L, -2);
        lua_pushvalue(L, -1);
        lua_setfield(L, 2, "env");
    }
    lua_setupvalue(L, 1, 1);
    lua_pushvalue(L, 1);
    lua_rawseti(L, 2, ++s->n_exprs);
    return 0;
}

int script_compile_expr(Script *s, Str source, const char *file, int line, Err *e)
{
    if (source.n > 4096) return err_set(e, SEN3028, "4096");
    if (s->killed) return err_set(e, SEN7003, "1,5");
    Buf b = {0};
    int r = -1, bad = 0;
    for (int i = 1; i < line && i < 100000; i++) buf_putc(&b, '\n');
    buf_puts(&b, "return (");
    buf_str(&b, source);
    buf_puts(&b, memmem(source.p, source.n, "--", 2) ? "\n)" : ")");       /* a comment must not swallow it */
    if (text_valid(source.p, source.n, NULL) && !memchr(source.p, 0, source.n)) {
        r = script_load(s, buf_text(&b), b.n, file, e);
        if (r) {
            Arena *a = arena_new();
            Findings ignore;
            findings_init(&ignore, a);
            Scan *scan = scan_new(buf_text(&b), b.n, file, &ignore, &bad);
            script_explain_syntax(e, scan);
            if (e->line > line) e->line = line;
            /* the bracket is ours: the expression ends too early */
            if (e->code == SEN3006 && !strcmp(e->arg[0], ")")) {
                e->code = SEN_OK;
                err_set(e, SEN3001, "%.*s", (int)text_cut(source.p, source.n < 100 ? source.n : 100), source.p);
            }
            scan_free(scan);
            findings_free(&ignore);
            arena_free(a);
        }
    } else err_set(e, SEN3036, "%s", "chữ không phải UTF-8" ERR_BOTH "no UTF-8 text");
    buf_free(&b);
    if (r) return -1;
    lua_pushcfunction(s->L, keep_expr);
    lua_insert(s->L, -2);
    return script_enter(s, 1, 0, e) ? -1 : s->n_exprs;
}

typedef struct EvalJob {
    int expr;
    Arena *a;
    Value *out;
    Err *e;
} EvalJob;

/* In a template a field of what is missing is missing, as in plain expressions: for the time of one expression nil may be
 * indexed. Scripts keep the error. */
static int index_nothing(lua_State *L)
{
    lua_pushnil(L);
    return 1;
}

static void let_nil_be_indexed(lua_State *L)
{
    lua_pushnil(L);
    if (luaL_newmetatable(L, "sen.nothing")) {
        lua_pushcfunction(L, index_nothing);
        lua_setfield(L, -2, "__index");
    }
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

static void forbid_nil_to_be_indexed(lua_State *L)
{
    lua_pushnil(L);
    lua_pushnil(L);
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

static int run_eval(lua_State *L)
{
    const EvalJob *job = lua_touserdata(L, 1);
    Script *s = script_of(L);
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_EXPRS);
    if (lua_rawgeti(L, -1, job->expr) != LUA_TFUNCTION) return state_raise(L, SEN3041, "%s" ARG "nil",
                                                                                        "biểu thức" ERR_BOTH "an expression");
    let_nil_be_indexed(L);
    lua_call(L, 0, 1);
    if (lua_value_take(L, -1, job->a, job->out, job->e)) return luaL_error(L, "result");
    /* an id that came from a word prints as the word does */
    int most = (int)(sizeof s->words / sizeof *s->words);
    for (int i = 0; job->out->type == VAL_TEXT && i < s->n_words && i < most; i++)
        if (str_is(job->out->u.text, s->words[i].id)) {
            job->out->type = VAL_WORD;
            job->out->x.label = s->words[i].label;
        }
    return 0;
}

void script_set_barred(Script *s, int on) { s->no_figures = on; }

int script_eval(Script *s, int expr, ScriptGet get, void *scope, Arena *a, Value *out, Err *e)
{
    EvalJob job = {expr, a, out, e};
    *out = value_none();
    if (!lua_checkstack(s->L, 10)) return err_set(e, SEN3030, "20");
    call_begin(s);
    s->get = get;
    s->get_scope = scope;
    s->n_words = 0;
    lua_pushcfunction(s->L, run_eval);
    lua_pushlightuserdata(s->L, &job);
    int r = script_enter(s, 1, 0, e);
    forbid_nil_to_be_indexed(s->L);
    s->get = NULL;
    s->get_scope = NULL;
    s->no_figures = 0;
    return r;
}

/* --- what was registered --- */

typedef struct SpecJob {
    const char *what;
    size_t i;
    Arena *a;
    Value *out;
    Err *e;
} SpecJob;

static int run_spec(lua_State *L)
{
    const SpecJob *job = lua_touserdata(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_REGISTERED);
    if (lua_getfield(L, -1, job->what) != LUA_TTABLE) return 0;
    if (lua_rawgeti(L, -1, (lua_Integer)job->i + 1) != LUA_TTABLE) return 0;
    if (lua_value_take(L, -1, job->a, job->out, job->e)) return luaL_error(L, "spec");
    return 0;
}

int script_has_registered(const Script *s) { return s->n_registered > 0; }

Value script_registered(Script *s, const char *what, size_t i, Arena *a)
{
    Value out = value_none();
    Err e = {0};
    SpecJob job = {what, i, a, &out, &e};
    if (!lua_checkstack(s->L, 10)) return out;
    s->result_bytes = 0;
    lua_pushcfunction(s->L, run_spec);
    lua_pushlightuserdata(s->L, &job);
    return script_enter(s, 1, 0, &e) ? value_none() : out;
}

void call_note_registered(Script *s, const char *what, int line)
{
    s->outputs = mem_resize(s->outputs, mem_mul(s->n_outputs + 1, sizeof *s->outputs));
    size_t at = s->n_outputs++;
    s->outputs[at].line = line;
    snprintf(s->outputs[at].what, sizeof s->outputs[at].what, "%s", what);
    snprintf(s->outputs[at].file, sizeof s->outputs[at].file, "%s", s->file ? s->file->name : "");
}

void script_registered_place(const Script *s, const char *what, size_t i, Err *e)
{
    for (size_t k = 0; k < s->n_outputs; k++)
        if (!strcmp(s->outputs[k].what, what) && i-- == 0) {
            err_at(e, s->outputs[k].file, s->outputs[k].line, 0);
            return;
        }
}
