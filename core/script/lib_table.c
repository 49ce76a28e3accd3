/* lib_table.c - table functions over raw, bounded ranges; sort is a stable merge sort. Metamethods are never asked. */
#include "core/script/state.h"

enum { RANGE_MOST = 1000 * 1000 };

static lua_Integer raw_length(lua_State *L, int idx)
{
    luaL_checktype(L, idx, LUA_TTABLE);
    lua_Unsigned n = lua_rawlen(L, idx);
    if (n > RANGE_MOST) state_raise(L, SEN3032, "%d", RANGE_MOST);
    return (lua_Integer)n;
}

static void check_range(lua_State *L, lua_Integer i, lua_Integer j)
{
    if (i < -RANGE_MOST || j > RANGE_MOST || (j >= i && j - i >= RANGE_MOST)) state_raise(L, SEN3032, "%d", RANGE_MOST);
}

static int l_concat(lua_State *L)
{
    size_t sn;
    lua_Integer len = raw_length(L, 1);
    const char *sep = luaL_optlstring(L, 2, "", &sn);
    lua_Integer i = luaL_optinteger(L, 3, 1), j = luaL_optinteger(L, 4, len);
    luaL_Buffer b;
    if (j < i) {
        lua_pushliteral(L, "");
        return 1;
    }
    if (i < 1) return luaL_argerror(L, 3, "out of range");
    check_range(L, i, j);
    state_spend(L, 1 + (j - i) / 64);
    luaL_buffinit(L, &b);
    for (; i <= j; i++) {
        int t = lua_rawgeti(L, 1, i);
        if (t != LUA_TSTRING && t != LUA_TNUMBER)
            return state_raise(L, SEN3033, "%s" ARG "%lld", script_type_both(luaL_typename(L, -1)), (long long)i);
        luaL_addvalue(&b);
        if (i < j) luaL_addlstring(&b, sep, sn);
        if (luaL_bufflen(&b) > SCRIPT_BLOCK) return state_raise(L, SEN3022, "%d", SCRIPT_BLOCK / (1024 * 1024));
    }
    luaL_pushresult(&b);
    return 1;
}

static int l_insert(lua_State *L)
{
    lua_Integer e = raw_length(L, 1) + 1, at = e;
    if (e > RANGE_MOST) return state_raise(L, SEN3032, "%d", RANGE_MOST);
    if (lua_gettop(L) == 3) {
        at = luaL_checkinteger(L, 2);
        luaL_argcheck(L, at >= 1 && at <= e, 2, "position out of bounds");
        state_spend(L, 1 + (e - at) / 64);
        for (lua_Integer i = e; i > at; i--) {
            lua_rawgeti(L, 1, i - 1);
            lua_rawseti(L, 1, i);
        }
    } else if (lua_gettop(L) != 2) return luaL_error(L, "wrong number of arguments to 'insert'");
    lua_rawseti(L, 1, at);
    return 0;
}

static int l_remove(lua_State *L)
{
    lua_Integer n = raw_length(L, 1), at = luaL_optinteger(L, 2, n);
    if (lua_gettop(L) >= 2)
        luaL_argcheck(L, n + 1 == at || (at >= 1 && at <= n) || (n == 0 && at == 0), 2, "position out of bounds");
    state_spend(L, 1 + (n > at ? (n - at) / 64 : 0));
    lua_rawgeti(L, 1, at);
    for (; at < n; at++) {
        lua_rawgeti(L, 1, at + 1);
        lua_rawseti(L, 1, at);
    }
    if (at >= 1) {
        lua_pushnil(L);
        lua_rawseti(L, 1, at);
    }
    return 1;
}

static int l_move(lua_State *L)
{
    lua_Integer f = luaL_checkinteger(L, 2), e = luaL_checkinteger(L, 3), t = luaL_checkinteger(L, 4);
    int to = lua_isnoneornil(L, 5) ? 1 : 5;
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, to, LUA_TTABLE);
    if (e >= f) {
        check_range(L, f, e);
        check_range(L, t, t);
        if (t < -RANGE_MOST) return state_raise(L, SEN3032, "%d", RANGE_MOST);
        state_spend(L, 1 + (e - f) / 64);
        int up = !(t > e || t <= f || (to != 1 && !lua_rawequal(L, 1, to)));
        for (lua_Integer k = 0; k <= e - f; k++) {
            lua_Integer i = up ? e - f - k : k;
            lua_rawgeti(L, 1, f + i);
            lua_rawseti(L, to, t + i);
        }
    }
    lua_pushvalue(L, to);
    return 1;
}

static int l_unpack(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer i = luaL_optinteger(L, 2, 1), j = luaL_opt(L, luaL_checkinteger, 3, (lua_Integer)lua_rawlen(L, 1));
    if (i > j) return 0;
    check_range(L, i, j);
    int n = (int)(j - i + 1);
    if (n > 10000 || !lua_checkstack(L, n)) return state_raise(L, SEN3032, "%d", 10000);
    for (; i <= j; i++) lua_rawgeti(L, 1, i);
    return n;
}

static int l_pack(lua_State *L)
{
    int n = lua_gettop(L);
    lua_createtable(L, n, 1);
    lua_insert(L, 1);
    for (int i = n; i >= 1; i--) lua_rawseti(L, 1, i);
    lua_pushinteger(L, n);
    lua_setfield(L, 1, "n");
    return 1;
}

/* --- sort --- */

/* 1 when the value at index a comes before that at b. */
static int comes_before(lua_State *L, int a, int b, int compare)
{
    if (compare) {
        lua_pushvalue(L, 2);
        lua_pushvalue(L, a);
        lua_pushvalue(L, b);
        lua_call(L, 2, 1);
        int r = lua_toboolean(L, -1);
        lua_pop(L, 1);
        return r;
    }
    return lua_compare(L, a, b, LUA_OPLT);
}

/* Merges the sorted runs [lo,mid) and [mid,hi) (from 1) of the table at `from` into that at `to`. */
static void merge(lua_State *L, int from, int to, lua_Integer lo, lua_Integer mid, lua_Integer hi, int compare)
{
    lua_Integer a = lo, b = mid;
    for (lua_Integer k = lo; k < hi; k++) {
        int take_b = a >= mid;
        if (a < mid && b < hi) {
            lua_rawgeti(L, from, a);
            lua_rawgeti(L, from, b);
            int top = lua_gettop(L);
            take_b = comes_before(L, top, top - 1, compare);   /* equal: the left one first */
            lua_pop(L, 2);
        }
        lua_rawgeti(L, from, take_b ? b++ : a++);
        lua_rawseti(L, to, k);
    }
}

static int l_sort(lua_State *L)
{
    lua_Integer n = raw_length(L, 1);
    int compare = !lua_isnoneornil(L, 2);
    if (compare) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    luaL_checkstack(L, 20, NULL);
    lua_createtable(L, (int)n, 0);                             /* 3: the work is done there, the table changes at the end */
    lua_createtable(L, (int)n, 0);                             /* 4 */
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, 1, i);
        lua_rawseti(L, 3, i);
    }
    int from = 3, to = 4;
    for (lua_Integer width = 1; width < n; width *= 2) {
        for (lua_Integer lo = 1; lo <= n; lo += 2 * width) {
            lua_Integer mid = lo + width < n + 1 ? lo + width : n + 1, hi = lo + 2 * width < n + 1 ? lo + 2 * width : n + 1;
            merge(L, from, to, lo, mid, hi, compare);
            state_check_alive(L);
        }
        int t = from;
        from = to;
        to = t;
    }
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, from, i);
        lua_rawseti(L, 1, i);
    }
    return 0;
}

void lib_table_open(lua_State *L)
{
    static const luaL_Reg functions[] = {{"concat", l_concat}, {"insert", l_insert}, {"remove", l_remove}, {"move", l_move},
                                         {"unpack", l_unpack}, {"pack", l_pack}, {"sort", l_sort}, {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
}
