/* lib_order.c - pairs and next in a fixed order: numbers, then texts by their bytes, then false and true. */
#include "core/script/state.h"
#include <stdlib.h>
#include <string.h>

/* A key as C sees it; texts point into strings that the table keeps alive while we look. */
typedef struct Key {
    int type;                              /* 0 integer, 1 float, 2 text, 3 boolean */
    lua_Integer i;
    lua_Number d;
    const char *s;
    size_t n;
} Key;

enum { KEYS_MOST = 1000 * 1000 };

static int compare_numbers(const Key *a, const Key *b)
{
    if (a->type == 0 && b->type == 0) return a->i < b->i ? -1 : a->i > b->i;
    lua_Number x = a->type ? a->d : (lua_Number)a->i, y = b->type ? b->d : (lua_Number)b->i;
    return x < y ? -1 : x > y ? 1 : a->type - b->type;
}

static int compare_keys(const void *pa, const void *pb)
{
    const Key *a = pa, *b = pb;
    int ca = a->type < 2 ? 0 : a->type, cb = b->type < 2 ? 0 : b->type;
    if (ca != cb) return ca - cb;
    if (ca == 0) return compare_numbers(a, b);
    if (ca == 3) return a->i < b->i ? -1 : a->i > b->i;
    size_t n = a->n < b->n ? a->n : b->n;
    int r = memcmp(a->s, b->s, n);
    return r ? r : a->n < b->n ? -1 : a->n > b->n;
}

/* The key at idx; -1 when it has no order of its own (a table, a function). */
static int read_key(lua_State *L, int idx, Key *k)
{
    memset(k, 0, sizeof *k);
    switch (lua_type(L, idx)) {
    case LUA_TNUMBER:
        if (lua_isinteger(L, idx)) k->i = lua_tointeger(L, idx);
        else {
            k->type = 1;
            k->d = lua_tonumber(L, idx);
        }
        return 0;
    case LUA_TSTRING:
        k->type = 2;
        k->s = lua_tolstring(L, idx, &k->n);   /* a string stays a string: lua_next is not confused */
        return 0;
    case LUA_TBOOLEAN:
        k->type = 3;
        k->i = lua_toboolean(L, idx);
        return 0;
    default: return -1;
    }
}

static void push_key(lua_State *L, const Key *k)
{
    switch (k->type) {
    case 0: lua_pushinteger(L, k->i); break;
    case 1: lua_pushnumber(L, k->d); break;
    case 2: lua_pushlstring(L, k->s, k->n); break;
    default: lua_pushboolean(L, (int)k->i);
    }
}

/* Pushes a table with the sorted keys of the table at 1. */
static void push_sorted_keys(lua_State *L)
{
    size_t count = 0, at = 0;
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        if (++count > KEYS_MOST) state_raise(L, SEN3032, "%d", KEYS_MOST);
        if (count % 4096 == 0) state_check_alive(L);
    }
    state_spend(L, 1 + (long)(count / 16));
    Key *keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);       /* freed by Lua whatever happens */
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        if (read_key(L, -1, &keys[at])) state_raise(L, SEN3034, "%s", script_type_both(luaL_typename(L, -1)));
        at++;
    }
    int sorted = 1;
    for (size_t i = 1; i < count && sorted; i++) sorted = compare_keys(&keys[i - 1], &keys[i]) <= 0;
    if (!sorted) qsort(keys, count, sizeof *keys, compare_keys);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        push_key(L, &keys[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_remove(L, -2);
}

/* upvalues: the keys, the place. Keys that vanished meanwhile are left out. */
static int pairs_next(lua_State *L)
{
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(2));
    luaL_checktype(L, 1, LUA_TTABLE);
    for (;;) {
        i++;
        if (lua_rawgeti(L, lua_upvalueindex(1), i) == LUA_TNIL) {
            lua_pushinteger(L, i - 1);
            lua_replace(L, lua_upvalueindex(2));
            return 1;
        }
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL) break;
        lua_pop(L, 2);
        if (i % 4096 == 0) state_check_alive(L);
    }
    lua_pushinteger(L, i);
    lua_replace(L, lua_upvalueindex(2));
    return 2;
}

static int l_pairs(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_settop(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 3);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    push_sorted_keys(L);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, pairs_next, 2);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

/* The smallest key above the given one: slow for whole tables, made for next(t) and a few steps. */
static int l_next(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    Key from, best, k;
    int has_from = !lua_isnil(L, 2), found = 0;
    size_t count = 0;
    if (has_from && read_key(L, 2, &from)) return state_raise(L, SEN3034, "%s", script_type_both(luaL_typename(L, 2)));
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        if (read_key(L, -1, &k)) return state_raise(L, SEN3034, "%s", script_type_both(luaL_typename(L, -1)));
        if (++count % 4096 == 0) state_check_alive(L);
        if ((has_from && compare_keys(&k, &from) <= 0) || (found && compare_keys(&k, &best) >= 0)) continue;
        best = k;
        found = 1;
    }
    state_spend(L, 1 + (long)(count / 64));
    if (!found) {
        lua_pushnil(L);
        return 1;
    }
    push_key(L, &best);
    lua_pushvalue(L, -1);
    lua_rawget(L, 1);
    return 2;
}

void lib_order_open(lua_State *L)
{
    lua_pushcfunction(L, l_pairs);
    lua_setfield(L, -2, "pairs");
    lua_pushcfunction(L, l_next);
    lua_setfield(L, -2, "next");
}
