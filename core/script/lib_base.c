/* lib_base.c - the base functions that need hardening: pcall, xpcall, setmetatable, getmetatable, tostring; also math.random. */
#include "core/script/state.h"
#include <string.h>

/* pcall that cannot hide the end of a run. */
static int l_pcall(lua_State *L)
{
    luaL_checkany(L, 1);
    state_spend(L, 1);
    int status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
    if (script_of(L)->killed) state_kill(L);
    lua_pushboolean(L, status == LUA_OK);
    lua_insert(L, 1);
    return lua_gettop(L);
}

/* The handler runs after the error is caught, as any other function: with the hook on and the stack unwound. */
static int l_xpcall(lua_State *L)
{
    luaL_checktype(L, 2, LUA_TFUNCTION);
    state_spend(L, 1);
    int k = lua_gettop(L) - 2, base = k + 2;
    luaL_checkstack(L, k + 5, NULL);
    lua_pushvalue(L, 1);
    for (int i = 3; i <= base; i++) lua_pushvalue(L, i);
    int status = lua_pcall(L, k, LUA_MULTRET, 0);
    if (script_of(L)->killed) state_kill(L);
    if (status == LUA_OK) {
        lua_pushboolean(L, 1);
        lua_insert(L, base + 1);
        return lua_gettop(L) - base;
    }
    lua_pushboolean(L, 0);                 /* message false */
    lua_insert(L, -2);                     /* false message */
    lua_pushvalue(L, 2);
    lua_insert(L, -2);                     /* false handler message */
    status = lua_pcall(L, 1, 1, 0);
    if (script_of(L)->killed) state_kill(L);
    return 2;
}

/* --- metatables: only allowed names, copied into a table no script can reach --- */

static int is_allowed(const char *k)
{
    static const char *const allowed[] = {
        "__index", "__newindex", "__call", "__tostring", "__len", "__eq", "__lt", "__le", "__name", "__pairs", "__metatable",
        "__add", "__sub", "__mul", "__div", "__mod", "__pow", "__unm", "__idiv", "__band", "__bor", "__bxor", "__shl", "__shr",
        "__bnot"};
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (!strcmp(k, allowed[i])) return 1;
    return 0;
}

static char original_key;                  /* its address names the script's own table inside the real metatable */

static int l_setmetatable(lua_State *L)
{
    int type = lua_type(L, 2);
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
    state_spend(L, 1);
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return state_raise(L, SEN3024, "metatable");
    lua_settop(L, 2);
    if (type == LUA_TNIL) {
        lua_setmetatable(L, 1);
        return 1;
    }
    lua_newtable(L);
    lua_pushnil(L);
    for (int i = 0; lua_next(L, 2); i++) {
        if (i > 1000) state_check_alive(L);
        if (lua_type(L, -2) == LUA_TSTRING) {
            const char *k = lua_tostring(L, -2);
            /* a __call that is itself called through __call would make Lua shift its stack in C without end */
            if (!strcmp(k, "__call") && !lua_isfunction(L, -1)) return state_raise(L, SEN3026, "%s", k);
            if (is_allowed(k)) {
                lua_pushvalue(L, -2);
                lua_pushvalue(L, -2);
                lua_rawset(L, 3);
            } else if (k[0] == '_' && k[1] == '_') return state_raise(L, SEN3026, "%.40s", k);
        }
        lua_pop(L, 1);
    }
    lua_pushvalue(L, 2);
    lua_rawsetp(L, 3, &original_key);
    lua_setmetatable(L, 1);
    lua_settop(L, 1);
    return 1;
}

static int l_getmetatable(lua_State *L)
{
    luaL_checkany(L, 1);
    if (lua_type(L, 1) != LUA_TTABLE) {
        lua_pushboolean(L, 0);
        return 1;
    }
    if (!lua_getmetatable(L, 1)) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushliteral(L, "__metatable");
    if (lua_rawget(L, -2) != LUA_TNIL) return 1;
    lua_pop(L, 1);
    lua_rawgetp(L, -1, &original_key);
    return 1;
}

static int l_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_value_tostring(L, 1);
    return 1;
}

void lib_base_open(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"pcall", l_pcall}, {"xpcall", l_xpcall}, {"setmetatable", l_setmetatable}, {"getmetatable", l_getmetatable},
        {"tostring", l_tostring}, {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
}

/* --- math.random: the same on every machine and in every call, whatever ran before --- */

void state_seed(Script *s, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++) s->seed = (s->seed ^ (unsigned char)bytes[i]) * 0x100000001B3u;
    s->random[0] = s->seed ^ 0x9E3779B97F4A7C15u;
    s->random[1] = 0xBF58476D1CE4E5B9u;
    if (!s->random[0]) s->random[0] = 1;
}

static uint64_t next_random(Script *s)
{
    uint64_t a = s->random[0], b = s->random[1];
    s->random[0] = b;
    a ^= a << 23;
    a ^= a >> 18;
    a ^= b ^ (b >> 5);
    s->random[1] = a;
    return a + b;
}

static int l_random(lua_State *L)
{
    uint64_t r = next_random(script_of(L));
    lua_Integer low = 1, high;
    switch (lua_gettop(L)) {
    case 0:
        lua_pushnumber(L, (lua_Number)(r >> 11) * (0.5 / ((uint64_t)1 << 52)));
        return 1;
    case 1: high = luaL_checkinteger(L, 1); break;
    default:
        low = luaL_checkinteger(L, 1);
        high = luaL_checkinteger(L, 2);
    }
    luaL_argcheck(L, low <= high, lua_gettop(L) > 1 ? 2 : 1, "interval is empty");
    uint64_t span = (uint64_t)high - (uint64_t)low + 1;
    lua_pushinteger(L, (lua_Integer)((uint64_t)low + (span ? r % span : r)));
    return 1;
}

void lib_math_open(lua_State *L)
{
    lua_pushcfunction(L, l_random);
    lua_setfield(L, -2, "random");
}
