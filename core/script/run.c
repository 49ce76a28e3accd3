/* run.c - runs files: the declare stage and `sen run`; what is checked before a byte reaches Lua. */
#include "core/base/text.h"
#include "core/script/json_value.h"
#include "core/script/mend.h"
#include "core/script/state.h"
#include <stdlib.h>
#include <string.h>

/* --- the source --- */

/* Those, and the marks without a visible sign that lean a text to one side. */
static int turns_text(uint32_t c) { return text_is_bidi(c) || c == 0x200E || c == 0x200F || c == 0x61C; }

/* Checks the bytes and leaves them in NFC with "\n" line ends in out. 0, or -1 and f says why. */
static int read_source(const ScriptFile *file, Buf *out, Findings *f)
{
    const char *p = file->bytes;
    size_t n = file->n, bad = 0;
    int line = 1;
    uint32_t c;
    if (n > SCRIPT_SOURCE_MOST) {
        findings_add(f, SEN1004, file->name, 0, 0, NULL, "%s" ARG "%zu" ARG "%d", file->name, n, SCRIPT_SOURCE_MOST);
        return -1;
    }
    if (n >= 3 && !memcmp(p, "\xEF\xBB\xBF", 3)) {
        p += 3;
        n -= 3;
    }
    if (n >= 4 && !memcmp(p, "\x1BLua", 4)) {
        findings_add(f, SEN1009, file->name, 0, 0, NULL, "%s", file->name);
        return -1;
    }
    if (!text_valid(p, n, &bad)) {
        findings_add(f, SEN1007, file->name, 0, 0, NULL, "%s" ARG "%zu", file->name, bad);
        return -1;
    }
    Buf lines = {0};
    if (!memchr(p, '\r', n)) buf_add(&lines, p, n);
    else for (size_t i = 0; i < n; i++) {
        if (p[i] == '\r') {
            if (i + 1 >= n || p[i + 1] != '\n') buf_putc(&lines, '\n');
        } else buf_putc(&lines, p[i]);
    }
    for (size_t i = 0, k; i < lines.n; i += k) {
        k = 1;
        if (lines.p[i] >= 0x20 && lines.p[i] < 0x7F) continue;
        k = text_decode(lines.p + i, lines.n - i, &c);
        line += c == '\n';
        if ((c < 0x20 && c != '\n' && c != '\t' && c != '\f' && c != '\v') || c == 0x7F || turns_text(c)) {
            findings_add(f, SEN3062, file->name, line, 0, NULL, "U+%04X", (unsigned)c);
            buf_free(&lines);
            return -1;
        }
    }
    int r = text_nfc(buf_text(&lines), lines.n, out);
    buf_free(&lines);
    if (r) findings_add(f, SEN3062, file->name, 0, 0, NULL, "%s", "quá nhiều dấu chồng" ERR_BOTH "too many marks on one letter");
    return r;
}

static void end_file(Script *s)
{
    scan_free(s->scan);
    s->scan = NULL;
    for (size_t i = 0; i < s->n_pending; i++) {
        if (s->pending[i].own) statements_free(s->pending[i].own);
        free(s->pending[i].own);
    }
    free(s->pending);
    s->pending = NULL;
    s->n_pending = s->cap_pending = 0;
    buf_free(&s->lost);
    s->file = NULL;
    s->out = NULL;
    s->findings = NULL;
    s->log = NULL;
    s->stage = STAGE_IDLE;
}

static void begin_file(Script *s, const ScriptFile *file, Statements *out, Findings *f, Buf *log, Stage stage)
{
    s->file = file;
    s->out = out;
    s->findings = f;
    s->log = log;
    s->stage = stage;
    s->run++;
    s->calls_left = SCRIPT_CALLS_MOST;
    s->rows_left = SCRIPT_ROWS_MOST;
    s->result_bytes = 0;
    s->raised_text[0] = 0;
    s->get = NULL;
    s->no_figures = 0;
    state_seed(s, file->bytes, file->n < SCRIPT_SOURCE_MOST ? file->n : SCRIPT_SOURCE_MOST);
}

static void report_err(Script *s, const Err *e)
{
    Err at = *e;
    err_at(&at, s->file->name, 0, 0);
    findings_add_err(s->findings, &at);
}

/* --- the environment of a file: its own globals over the scope over the built-ins --- */

/* upvalues: scope table, built-ins. A new global is the file's own; the words of Sen stay what they are. */
static int env_newindex(lua_State *L)
{
    lua_settop(L, 3);
    for (int i = 1; i <= 2; i++) {
        lua_pushvalue(L, 2);
        if (lua_rawget(L, lua_upvalueindex(i)) != LUA_TNIL)
            return state_raise(L, SEN3024, "%.60s", lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
        lua_pop(L, 1);
    }
    lua_rawset(L, 1);
    return 0;
}

typedef struct EnvJob { const ScriptName *scope; size_t n; } EnvJob;

/* Light userdata EnvJob, chunk -> chunk with its environment. */
static int set_environment(lua_State *L)
{
    const EnvJob *job = lua_touserdata(L, 1);
    lua_newtable(L);                       /* 3 scope */
    lua_newtable(L);                       /* 4 weak names: found when nothing else has the name */
    for (size_t i = 0; i < job->n; i++) {
        lua_value_push(L, job->scope[i].value);
        lua_setfield(L, job->scope[i].weak ? 4 : 3, job->scope[i].name);
    }
    lua_setfield(L, LUA_REGISTRYINDEX, KEY_WEAK);
    lua_createtable(L, 0, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_BUILTINS);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, 3);
    lua_newtable(L);                       /* 4 the file's globals */
    lua_createtable(L, 0, 3);
    lua_pushvalue(L, 3);
    lua_setfield(L, -2, "__index");
    lua_pushvalue(L, 3);
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_BUILTINS);
    lua_pushcclosure(L, env_newindex, 2);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, 4);
    lua_setupvalue(L, 2, 1);               /* _ENV is a chunk's first upvalue */
    return 0;
}

/* The functions of the chunk on the stack may see no figures. */
static void bar_file(Script *s)
{
    lua_Debug ar;
    lua_pushvalue(s->L, -1);
    lua_getinfo(s->L, ">S", &ar);
    bar_add(s, ar.short_src, s->file->name);
}

/* Loads the source and leaves the chunk on the stack: 0; 1 = without the statements that cannot be read; -1. With findings. */
static int load_file(Script *s, const ScriptFile *file, const ScriptName *scope, size_t n)
{
    Buf source = {0};
    Err e = {0};
    int bad = 0, r = -1;
    if (read_source(file, &source, s->findings)) goto out;
    size_t said = s->findings->n;
    s->scan = scan_new(buf_text(&source), source.n, file->name, s->findings, &bad);
    if (scan_check_size(s->scan, file->name, s->findings)) goto out;
    int part = mend_load(s, &source, bad ? said : s->findings->n);
    if (part < 0) goto out;
    if (file->no_figures) bar_file(s);
    EnvJob job = {scope, n};
    lua_pushcfunction(s->L, set_environment);
    lua_pushlightuserdata(s->L, &job);
    lua_pushvalue(s->L, -3);
    if (script_enter(s, 2, 0, &e)) {
        report_err(s, &e);
        lua_pop(s->L, 1);
        goto out;
    }
    r = part;
out:
    buf_free(&source);
    return r;
}

static int is_limit(Code c) { return c == SEN7003 || c == SEN7004; }

static void forget(Statements *out, size_t keep)
{
    while (out->n > keep) free(out->v[--out->n].fields);
}

int script_declare(Script *s, const ScriptFile *file, Statements *out, Findings *f)
{
    size_t before = out->n;
    Err e = {0};
    begin_file(s, file, out, f, NULL, STAGE_DECLARE);
    int part = load_file(s, file, NULL, 0), r = part ? -1 : 0;
    if (part >= 0 && script_enter(s, 0, 0, &e)) {
        if (!part || is_limit(e.code)) report_err(s, &e);                  /* else it may come from what is missing */
        if (is_limit(e.code)) r = part = -1;
    } else if (part >= 0) declare_report_unfinished(s);                    /* what stands before a mistake counts */
    if (r && part < 0) forget(out, before);
    end_file(s);
    return r;
}

/* --- sen run --- */

typedef struct TakeJob { Arena *a; Value *out; Err *e; } TakeJob;

/* Light userdata TakeJob, value. Protected: a query is run here, with the script's own functions. */
static int run_take(lua_State *L)
{
    const TakeJob *job = lua_touserdata(L, 1);
    if (lua_value_take(L, 2, job->a, job->out, job->e)) return luaL_error(L, "result");
    return 0;
}

static void print_result(Script *s, int idx)
{
    lua_State *L = s->L;
    Arena *a = arena_new();
    Value v = value_none();
    Err e = {0};
    TakeJob job = {a, &v, &e};
    size_t before = s->log->n;
    lua_checkstack(L, 5);
    lua_pushcfunction(L, run_take);
    lua_pushlightuserdata(L, &job);
    lua_pushvalue(L, idx);
    if (script_enter(s, 2, 0, &e)) report_err(s, &e);
    else if (v.type == VAL_LIST || v.type == VAL_MAP || v.type == VAL_OBJECT) json_value_print(v, s->log);
    else value_show(v, s->log);
    buf_putc(s->log, '\n');
    if (s->log->n > SCRIPT_PRINT_MOST) {
        s->log->n = before;
        s->log->p[before] = 0;
        err_set(&e, SEN3047, "%d", SCRIPT_PRINT_MOST / (1024 * 1024));
        report_err(s, &e);
    }
    arena_free(a);
}

/* `...` of the file: what the list `arg` holds, as with stock Lua. Returns how many, at most 200. */
static int push_arguments(Script *s, const ScriptName *scope, size_t n)
{
    int given = 0;
    for (size_t i = 0; i < n; i++) {
        const Value *v = &scope[i].value;
        if (strcmp(scope[i].name, "arg") || v->type != VAL_LIST) continue;
        for (uint32_t k = 0; k < v->count && given < 200; k++, given++) {
            if (!lua_checkstack(s->L, 2)) return given;
            lua_pushlstring(s->L, v->u.list[k].u.text.p, v->u.list[k].u.text.n);
        }
    }
    return given;
}

int script_run_file(Script *s, const ScriptFile *file, const ScriptName *scope, size_t n, Statements *out, Buf *log, Findings *f)
{
    size_t before = out->n;
    int r = -1, top = lua_gettop(s->L);
    Err e = {0};
    begin_file(s, file, out, f, log, STAGE_RUN);
    if (load_file(s, file, scope, n)) goto out;        /* a part of a script does not run */
    if (script_enter(s, push_arguments(s, scope, n), LUA_MULTRET, &e)) {
        report_err(s, &e);
        goto out;
    }
    for (int i = top + 1; i <= lua_gettop(s->L); i++)
        if (!lua_isnil(s->L, i)) print_result(s, i);
    declare_report_unfinished(s);
    r = 0;
out:
    lua_settop(s->L, top);
    if (r) forget(out, before);
    end_file(s);
    return r;
}
