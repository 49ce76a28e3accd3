/* open.c - makes a hardened state: which libraries, words and names its scripts see. */
#include "core/script/state.h"
#include <lualib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Takes a library's table by its open function and leaves only the listed names of it on the stack. */
static void open_some(lua_State *L, lua_CFunction open, const char *const *names)
{
    lua_pushcfunction(L, open);
    lua_call(L, 0, 1);
    lua_newtable(L);
    for (; *names; names++) {
        lua_getfield(L, -2, *names);
        lua_setfield(L, -2, *names);
    }
    lua_remove(L, -2);
}

static void open_strings(lua_State *L)
{
    static const char *const names[] = {"byte", "char", "len", "lower", "upper", "reverse", "sub", NULL};
    open_some(L, luaopen_string, names);
    lib_string_open(L);
    /* methods: ("x"):upper() reads the real table, which no script can reach */
    lua_pushliteral(L, "");
    if (!lua_getmetatable(L, -1)) lua_newtable(L);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
    state_set_library(L, "string");
}

static int open_all(lua_State *L)
{
    static const char *const base[] = {"assert", "error", "ipairs", "select", "tonumber", "type", "rawequal", "rawlen", "rawget",
                                       NULL};
    static const char *const math[] = {"abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min", "mininteger", "modf",
                                       "pi",
                                       "sqrt", "tointeger", "type", "ult", "exp", "log", "sin", "cos", "tan", "asin", "acos",
                                       "atan", NULL};
    static const char *const utf8[] = {"char", "charpattern", "codepoint", "codes", "len", "offset", NULL};
    static const char *const table[] = {NULL};
    lua_box_open(L);
    open_some(L, luaopen_base, base);      /* becomes the built-ins */
    lua_pushvalue(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, KEY_BUILTINS);
    lib_base_open(L);
    lib_order_open(L);
    lib_sen_open(L);
    declare_open(L);
    open_strings(L);
    open_some(L, luaopen_table, table);
    lib_table_open(L);
    state_set_library(L, "table");
    open_some(L, luaopen_math, math);
    lib_math_open(L);
    state_set_library(L, "math");
    open_some(L, luaopen_utf8, utf8);
    state_set_library(L, "utf8");
    lua_pushliteral(L, "Sen Lua 1");
    lua_setfield(L, -2, "_VERSION");
    /* unknown names end here */
    lua_createtable(L, 0, 2);
    lua_pushcfunction(L, declare_unknown_global);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    /* the state's own globals (luaopen_base wrote them) are nobody's: chunks get their own environment */
    lua_newtable(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    static const char *const lists[] = {KEY_FUNCTIONS, KEY_EXPRS, KEY_REGISTERED};
    for (size_t i = 0; i < 3; i++) {
        lua_newtable(L);
        lua_setfield(L, LUA_REGISTRYINDEX, lists[i]);
    }
    return 0;
}

static int at_panic(lua_State *L)
{
    (void)L;
    _exit(70);
}

Script *script_new(const ScriptSetup *setup, Err *e)
{
    Script *s = mem_alloc(sizeof *s);
    heap_init(&s->heap, setup->memory ? setup->memory : SCRIPT_MEMORY, SCRIPT_BLOCK);
    s->heap.on_refuse = state_note_refusal;
    s->heap.of = s;
    s->base = setup->base;
    s->tag = setup->base ? setup->base->tag + 1 : 0;
    s->today = setup->today;
    s->seed = setup->seed;
    state_seed(s, "", 0);
    s->calls_left = SCRIPT_CALLS_MOST;
    s->L = lua_newstate(heap_alloc, &s->heap);
    if (!s->L) {
        err_set(e, SEN7004, "%d", SCRIPT_MEMORY / (1024 * 1024));
        script_free(s);
        return NULL;
    }
    memcpy(lua_getextraspace(s->L), &s, sizeof s);
    lua_atpanic(s->L, at_panic);
    lua_pushcfunction(s->L, open_all);     /* needs no memory: a light function */
    if (script_enter(s, 0, 0, e)) {
        script_free(s);
        return NULL;
    }
    return s;
}
