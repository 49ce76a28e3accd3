/* test_inventory.c - everything a script can reach in a fresh state, against the committed list tests/hostile/inventory.txt: walked from
 * inside the script room through tables, metatables, upvalues and user values. A new line there is a decision; after it was taken:
 * SEN_WRITE_EXPECT=1 ./build.sh test test_inventory */
#include "tests/unit/harness.h"
#include "core/base/file.h"
#include "core/script/state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Walk {
    lua_State *L;
    int seen;                              /* stack index of the table of what was walked already */
    char **line;
    size_t n, cap;
} Walk;

static void note(Walk *w, const char *path, const char *what)
{
    if (w->n == w->cap) {
        w->cap = w->cap ? 2 * w->cap : 256;
        w->line = mem_resize(w->line, mem_mul(w->cap, sizeof *w->line));
    }
    Buf b = {0};
    buf_printf(&b, "%s %s", path, what);
    w->line[w->n++] = mem_copy_text(buf_text(&b));
    buf_free(&b);
}

static int was_seen(Walk *w)
{
    lua_pushvalue(w->L, -1);
    if (lua_rawget(w->L, w->seen) != LUA_TNIL) {
        lua_pop(w->L, 1);
        return 1;
    }
    lua_pop(w->L, 1);
    lua_pushvalue(w->L, -1);
    lua_pushboolean(w->L, 1);
    lua_rawset(w->L, w->seen);
    return 0;
}

static void walk(Walk *w, const char *path, int depth);

/* What stands on top goes by this name; popped. */
static void step(Walk *w, const char *path, const char *sep, const char *name, int depth)
{
    Buf b = {0};
    buf_printf(&b, "%s%s%s", path, *path ? sep : "", name);
    walk(w, buf_text(&b), depth + 1);
    buf_free(&b);
    lua_pop(w->L, 1);
}

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* In the order of the keys: the first name by which a thing is met does not hang on Lua's hashes. */
static void walk_table(Walk *w, const char *path, int depth)
{
    lua_State *L = w->L;
    char *key[1000];
    size_t n = 0;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        OK(lua_type(L, -2) == LUA_TSTRING && n < 1000);
        key[n++] = mem_copy_text(lua_tostring(L, -2));
    }
    qsort(key, n, sizeof *key, by_text);
    for (size_t i = 0; i < n; i++) {
        lua_pushstring(L, key[i]);
        lua_rawget(L, -2);
        step(w, path, ".", key[i], depth);
        free(key[i]);
    }
}

static void walk(Walk *w, const char *path, int depth)
{
    lua_State *L = w->L;
    int type = lua_type(L, -1);
    const char *what = type == LUA_TFUNCTION && lua_iscfunction(L, -1) ? "function of C" : luaL_typename(L, -1);
    note(w, path, what);
    if (depth > 12 || (type != LUA_TTABLE && type != LUA_TFUNCTION && type != LUA_TUSERDATA && type != LUA_TSTRING)) return;
    if (type != LUA_TSTRING && was_seen(w)) return;
    OK(lua_checkstack(L, 10));
    if (lua_getmetatable(L, -1)) {
        if (was_seen(w)) lua_pop(L, 1);
        else {
            lua_pushvalue(L, -1);
            lua_pushnil(L);
            lua_rawset(L, w->seen);        /* seen when it is walked */
            step(w, path, " ", "metatable", depth);
        }
    }
    if (type == LUA_TTABLE) walk_table(w, path, depth);
    for (int i = 1; type == LUA_TFUNCTION && lua_getupvalue(L, -1, i); i++) {
        if (lua_type(L, -1) == LUA_TNUMBER || lua_type(L, -1) == LUA_TSTRING) lua_pop(L, 1);
        else step(w, path, " ", "upvalue", depth);
    }
    for (int i = 1; type == LUA_TUSERDATA && lua_getiuservalue(L, -1, i) != LUA_TNONE; i++) step(w, path, " ", "uservalue", depth);
    if (type == LUA_TUSERDATA) lua_pop(L, 1);
}

TEST(what_a_script_can_reach_is_on_the_list)
{
    Err e = {0};
    Script *s = script_new(&(ScriptSetup){.today = DATE_NONE}, &e);
    OK(s != NULL);
    lua_State *L = s->L;
    lua_newtable(L);
    Walk w = {.L = L, .seen = lua_gettop(L)};
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_BUILTINS);
    walk(&w, "", 0);
    lua_pop(L, 1);
    lua_pushliteral(L, "");
    walk(&w, "\"\"", 0);
    lua_pop(L, 1);
    qsort(w.line, w.n, sizeof *w.line, by_text);
    Buf got = {0}, want = {0};
    for (size_t i = 0; i < w.n; i++) {
        buf_printf(&got, "%s\n", w.line[i]);
        OK(!strstr(w.line[i], "lightuserdata") && !strstr(w.line[i], "thread") && !strstr(w.line[i], "__gc") && !strstr(w.line[i], "__close"));
        free(w.line[i]);
    }
    free(w.line);
    char path[4096];
    snprintf(path, sizeof path, "%s/tests/hostile/inventory.txt", getenv("SEN_ROOT"));
    if (getenv("SEN_WRITE_EXPECT")) INT_EQ(0, file_write(path, NULL, got.p, got.n, &e));
    INT_EQ(0, file_read(path, NULL, 1 << 20, &want, &e));
    STR_EQ(buf_text(&want), buf_text(&got));
    OK(w.n > 150);
    buf_free(&got);
    buf_free(&want);
    script_free(s);
}

/* The state's own globals, which stock functions could lead to, are empty; and no metatable of a basic type can be had but that of
 * texts, whose __metatable is false. */
TEST(nothing_stands_beside_the_built_ins)
{
    Err e = {0};
    Script *s = script_new(&(ScriptSetup){.today = DATE_NONE}, &e);
    lua_State *L = s->L;
    lua_pushglobaltable(L);
    lua_pushnil(L);
    INT_EQ(0, lua_next(L, -2));
    lua_settop(L, 0);
    lua_pushnil(L);
    OK(!lua_getmetatable(L, -1));
    lua_pushboolean(L, 1);
    OK(!lua_getmetatable(L, -1));
    lua_pushinteger(L, 1);
    OK(!lua_getmetatable(L, -1));
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_BUILTINS);
    lua_getfield(L, -1, "type");
    OK(!lua_getmetatable(L, -1));
    lua_pushliteral(L, "");
    OK(lua_getmetatable(L, -1));
    lua_getfield(L, -1, "__metatable");
    OK(lua_isboolean(L, -1) && !lua_toboolean(L, -1));
    script_free(s);
}
