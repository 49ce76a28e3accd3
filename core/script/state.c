/* state.c - the hardened Lua state: entered, stopped, dropped; who raises what. Knows no model. */
#include "core/script/state.h"
#include "core/base/text.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Script *script_of(lua_State *L)
{
    Script *s;
    memcpy(&s, lua_getextraspace(L), sizeof s);
    return s;
}

/* --- stopping --- */

/* The innermost line of a script, kept; asks for no memory. */
static void note_place(Script *s)
{
    lua_Debug ar;
    for (int level = 0; lua_getstack(s->L, level, &ar); level++) {
        lua_getinfo(s->L, "Sl", &ar);
        if (ar.currentline <= 0) continue;
        const char *shown = state_file_of(s, ar.short_src, strlen(ar.short_src));
        s->place_line = ar.currentline;
        snprintf(s->place_file, sizeof s->place_file, "%s", shown ? shown : ar.short_src);
        return;
    }
}

void script_place(const Script *s, Err *e)
{
    if (s->place_line) err_at(e, s->place_file, s->place_line, 0);
}

enum { DEEP = 5000 };                      /* calls inside calls: more than any honest script has */

void state_note_refusal(void *of)
{
    Script *s = of;
    lua_Debug ar;
    if (!s->L || s->heap.refused > 1) return;
    note_place(s);
    s->too_deep = lua_getstack(s->L, DEEP, &ar);
}

/* Message handler: errors that Lua raises inside a C function have no place of their own. */
static int note_error(lua_State *L)
{
    note_place(script_of(L));
    return 1;
}

static void stop_hook(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    if (!script_of(L)->place_line) note_place(script_of(L));
    luaL_error(L, "stopped");
}

void script_interrupt(void *script)
{
    Script *s = script;
    if (!s || !s->L) return;
    s->killed = 1;
    lua_sethook(s->L, stop_hook, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
}

enum { BUDGET_STEP = 10000 };

static void budget_hook(lua_State *L, lua_Debug *ar)
{
    Script *s = script_of(L);
    (void)ar;
    s->budget -= BUDGET_STEP;
    if (s->budget > 0) return;
    s->budget = -1;
    state_kill(L);
}

void state_set_budget(Script *s, long instructions)
{
    if (s->killed) return;
    s->budget = instructions;
    lua_sethook(s->L, instructions ? budget_hook : NULL, instructions ? LUA_MASKCOUNT : 0, BUDGET_STEP);
}

int state_was_over(Script *s)
{
    if (s->budget >= 0) return 0;
    s->killed = 0;
    state_set_budget(s, 0);
    return 1;
}

int state_kill(lua_State *L)
{
    script_interrupt(script_of(L));
    luaL_error(L, "stopped");
    abort();
}

void state_check_alive(lua_State *L)
{
    if (script_of(L)->killed) state_kill(L);
}

void state_spend(lua_State *L, long calls)
{
    Script *s = script_of(L);
    if (s->killed) state_kill(L);
    s->calls_left -= calls;
    if (s->calls_left < 0) state_raise(L, SEN3031, "%d", SCRIPT_CALLS_MOST);
}

void script_revive(Script *s)
{
    if (!s || s->depth) return;
    s->killed = 0;
    s->budget = 0;
    s->place_line = 0;
    s->heap.refused = 0;
    s->too_deep = 0;
    lua_sethook(s->L, NULL, 0, 0);
}

void script_set_world(Script *s, const ScriptWorld *w)
{
    if (s) s->world = w;
}

int script_killed(const Script *s) { return s->killed != 0; }
int script_out_of_memory(const Script *s) { return s->heap.refused > 0 && !s->too_deep; }

/* --- raising --- */

int script_line_of_caller(lua_State *L)
{
    lua_Debug ar;
    for (int level = 0; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        if (ar.currentline > 0) return ar.currentline;
    }
    return 0;
}

const char *state_file_of(Script *s, const char *chunk, size_t n)
{
    for (size_t i = s->n_chunks; i-- > 0;)
        if (strlen(s->chunks[i][0]) == n && !memcmp(s->chunks[i][0], chunk, n)) return s->chunks[i][1];
    return s->base ? state_file_of(s->base, chunk, n) : NULL;
}

void state_place(lua_State *L, Err *e)
{
    lua_Debug ar;
    for (int level = 0; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        if (ar.currentline <= 0) continue;
        const char *shown = state_file_of(script_of(L), ar.short_src, strlen(ar.short_src));
        err_at(e, shown ? shown : ar.short_src, ar.currentline, 0);
        return;
    }
}

int state_raise(lua_State *L, Code code, const char *args, ...)
{
    Script *s = script_of(L);
    char text[4 * 256];
    va_list ap;
    va_start(ap, args);
    vsnprintf(text, sizeof text, args, ap);
    va_end(ap);
    text[text_cut(text, strlen(text))] = 0;
    Err e = {0};
    err_set(&e, code, "%s", text);
    state_place(L, &e);
    const char *arg[ERR_ARGS];
    for (int i = 0; i < ERR_ARGS; i++) arg[i] = e.arg[i];
    Buf b = {0};
    err_message(code, LANG_VI, arg, ERR_ARGS, &b);
    snprintf(s->raised_text, sizeof s->raised_text, "%.*s", (int)text_cut(buf_text(&b), b.n < 690 ? b.n : 690), buf_text(&b));
    buf_free(&b);
    s->raised = e;
    lua_pushstring(L, s->raised_text);
    lua_error(L);
    abort();
}

static void memory_error(Err *e) { err_set(e, SEN7004, "%d", SCRIPT_MEMORY / (1024 * 1024)); }

/* "name:12: text": the place goes to e, the text is returned. */
static const char *split_place(Script *s, const char *msg, Err *e)
{
    for (const char *p = strchr(msg, ':'); p; p = strchr(p + 1, ':')) {
        const char *shown = state_file_of(s, msg, (size_t)(p - msg));
        char *end;
        long line = shown ? strtol(p + 1, &end, 10) : 0;
        if (!shown || end == p + 1 || *end != ':') continue;
        e->line = (int)line;
        snprintf(e->file, sizeof e->file, "%s", shown);
        return end + 1 + (end[1] == ' ');
    }
    return msg;
}

/* Fills e from the error value on top of the stack and pops it. */
static void script_take_error(Script *s, int status, Err *e)
{
    lua_State *L = s->L;
    if (e->code) {
        lua_pop(L, 1);
        return;
    }
    if (s->killed) err_set(e, SEN7003, "1,5");
    else if (status == LUA_ERRMEM && s->too_deep) err_set(e, SEN3046, "%s", "");
    else if (status == LUA_ERRMEM) memory_error(e);
    else if (lua_type(L, -1) != LUA_TSTRING) err_set(e, SEN3021, "%s", script_type_both(luaL_typename(L, -1)));
    else {
        size_t n;
        const char *msg = lua_tolstring(L, -1, &n);
        const char *raised = n >= strlen(s->raised_text) ? msg + n - strlen(s->raised_text) : NULL;
        if (*s->raised_text && raised && !strcmp(raised, s->raised_text) && s->raised.code) *e = s->raised;
        else {
            const char *text = split_place(s, msg, e);
            script_explain(text, e);
        }
    }
    script_place(s, e);
    s->raised_text[0] = 0;
    lua_pop(L, 1);
}

int script_enter(Script *s, int n, int nres, Err *e)
{
    lua_State *L = s->L;
    int at = lua_gettop(L) - n - 1;
    if (s->killed) {
        lua_settop(L, at);
        return err_set(e, SEN7003, "1,5");
    }
    if (s->depth >= 16 || !lua_checkstack(L, 20)) {
        lua_settop(L, at);
        return err_set(e, SEN3030, "16");
    }
    s->depth++;
    s->place_line = 0;
    lua_pushcfunction(L, note_error);
    lua_insert(L, at + 1);
    int status = lua_pcall(L, n, nres, at + 1);
    lua_remove(L, at + 1);
    s->depth--;
    if (status == LUA_OK && !s->killed) return 0;
    if (status == LUA_OK) {
        lua_settop(L, at);
        return err_set(e, SEN7003, "1,5");
    }
    script_take_error(s, status, e);
    lua_settop(L, at);
    return -1;
}

/* --- loading --- */

/* Lua shows at most 59 bytes of a chunk's name: the tail of the path that fits. */
static const char *add_chunk(Script *s, const char *name)
{
    s->chunks = mem_resize(s->chunks, mem_mul(s->n_chunks + 1, sizeof *s->chunks));
    char (*c)[256] = s->chunks[s->n_chunks++];
    const char *tail = name;
    while (strlen(tail) > 50) {
        const char *slash = strchr(tail + 1, '/');
        tail = slash && strlen(slash) > 1 ? slash + 1 : tail + (strlen(tail) - 50);
        while (((unsigned char)*tail & 0xC0) == 0x80) tail++;
    }
    snprintf(c[0], 256, "%s", tail);
    snprintf(c[1], 256, "%s", name);
    return c[0];
}

int script_load(Script *s, const char *bytes, size_t n, const char *name, Err *e)
{
    char chunk[64];
    const char *shown = NULL;
    for (size_t i = 0; i < s->n_chunks && !shown; i++)
        if (!strcmp(s->chunks[i][1], name)) shown = s->chunks[i][0];
    snprintf(chunk, sizeof chunk, "=%.62s", shown ? shown : add_chunk(s, name));
    int status = luaL_loadbufferx(s->L, bytes, n, chunk, "t");
    if (status == LUA_OK) return 0;
    if (status == LUA_ERRMEM) memory_error(e);
    else {
        const char *msg = lua_tostring(s->L, -1);
        const char *text = split_place(s, msg ? msg : "", e);
        err_set(e, SEN3001, "%.200s", text);
    }
    lua_pop(s->L, 1);
    return -1;
}

/* --- libraries --- */

static int refuse_write(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    return state_raise(L, SEN3024, "%s.%.60s", lua_tostring(L, lua_upvalueindex(1)), name);
}

static int no_field(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    return state_raise(L, SEN3025, "%.60s" ARG "%s", name, lua_tostring(L, lua_upvalueindex(1)));
}

void state_set_library(lua_State *L, const char *name)
{
    lua_createtable(L, 0, 1);
    lua_pushstring(L, name);
    lua_pushcclosure(L, no_field, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);               /* a name the library does not have is an error */
    lua_newtable(L);                       /* the face */
    lua_createtable(L, 0, 3);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, name);
    lua_pushcclosure(L, refuse_write, 1);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_setfield(L, -3, name);
    lua_pop(L, 1);
}

/* --- the end --- */

void script_free(Script *s)
{
    if (!s) return;
    heap_drop(&s->heap);                   /* no lua_close: finalizers would run unlimited */
    for (size_t i = 0; i < s->n_pending; i++) {
        if (s->pending[i].own) statements_free(s->pending[i].own);
        free(s->pending[i].own);
    }
    free(s->pending);
    free(s->chunks);
    free(s->outputs);
    buf_free(&s->lost);
    free(s->bar);
    scan_free(s->scan);
    free(s);
}
