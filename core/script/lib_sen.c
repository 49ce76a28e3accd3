/* lib_sen.c - sen.log, sen.today, sen.output, sen.hook, sen.require_api and print; the quota of what a script says. */
#include "core/base/text.h"
#include "core/script/lua_due.h"
#include "core/script/lua_vi.h"
#include "core/script/state.h"
#include <string.h>

/* print(…) and sen.log(…): the texts joined by tabs, one line, nothing in it that a terminal would obey. Without a log nothing
 * is kept. */
static int l_log(lua_State *L)
{
    Script *s = script_of(L);
    int n = lua_gettop(L);
    state_spend(L, 1);
    for (int i = 1; i <= n; i++) {
        size_t len;
        lua_value_tostring(L, i);
        const char *p = lua_tolstring(L, -1, &len);
        if (s->log) {
            if (len + 1 > SCRIPT_LOG_MOST - s->log->n || s->log->n >= SCRIPT_LOG_MOST) return state_raise(L, SEN3047, "%d", 1);
            if (i > 1) buf_putc(s->log, '\t');
            text_show_lines(p, len, s->log);
        }
        lua_pop(L, 1);
    }
    if (s->log) {
        if (s->log->n >= SCRIPT_LOG_MOST) return state_raise(L, SEN3047, "%d", 1);
        buf_putc(s->log, '\n');
    }
    return 0;
}

static int l_today(lua_State *L)
{
    Script *s = script_of(L);
    if (s->stage == STAGE_DECLARE || s->today == DATE_NONE) return state_raise(L, SEN3048, "%s", "sen.today()");
    lua_value_push(L, value_date(s->today));
    return 1;
}

/* Keeps a specification under "output" or "hook" (upvalue 1) for the host to ask for. */
static int l_register(lua_State *L)
{
    const char *what = lua_tostring(L, lua_upvalueindex(1));
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    state_spend(L, 1);
    const Script *s = script_of(L);
    if (s->file && s->file->no_outputs) return state_raise(L, SEN8231, "%s", "dau_ra");
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_REGISTERED);
    if (lua_getfield(L, 2, what) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_setfield(L, 2, what);
    }
    lua_Integer n = (lua_Integer)lua_rawlen(L, -1);
    if (n >= 200) return state_raise(L, SEN3035, "%d", 200);
    lua_pushvalue(L, 1);
    lua_rawseti(L, -2, n + 1);
    return 0;
}

/* sen.require_api(1): the smallest Lua API the script can work with. */
static int l_require_api(lua_State *L)
{
    lua_Integer major = luaL_checkinteger(L, 1), minor = luaL_optinteger(L, 2, 0);
    if (major != 1 || minor > 0) return state_raise(L, SEN3049, "%d.%d", (int)(major & 0xFFFF), (int)(minor & 0xFFFF));
    return 0;
}

/* Each function of the table on top also gets its Vietnamese name. */
static void name_again(lua_State *L, Place place)
{
    size_t n;
    const Name *all = name_all(&n);
    for (size_t i = 0; i < n; i++) {
        if (all[i].place != place || !strcmp(all[i].en, all[i].vi)) continue;
        if (lua_getfield(L, -1, all[i].en) != LUA_TNIL) lua_setfield(L, -2, all[i].vi);
        else lua_pop(L, 1);
    }
}

void lib_sen_open(lua_State *L)
{
    lua_pushcfunction(L, l_log);
    lua_setfield(L, -2, "print");
    lua_newtable(L);
    lua_pushcfunction(L, l_log);
    lua_setfield(L, -2, "log");
    lua_pushcfunction(L, l_today);
    lua_setfield(L, -2, "today");
    lua_pushcfunction(L, l_require_api);
    lua_setfield(L, -2, "require_api");
    static const char *const kinds[] = {"output", "hook"};
    for (size_t i = 0; i < 2; i++) {
        lua_pushstring(L, kinds[i]);
        lua_pushcclosure(L, l_register, 1);
        lua_setfield(L, -2, kinds[i]);
    }
    lua_due_open(L);
    lua_vi_open(L);
    name_again(L, PLACE_SEN);
    lua_getfield(L, -1, "vi");
    name_again(L, PLACE_VI);
    lua_pop(L, 1);
    lua_getfield(L, -1, "text");
    name_again(L, PLACE_POST);
    lua_pop(L, 1);
    state_set_library(L, "sen");
}
