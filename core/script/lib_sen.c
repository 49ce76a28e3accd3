/* lib_sen.c - sen.log, sen.today, sen.output, sen.hook, sen.require_api and print; the quota of what a script says. */
#include "core/base/text.h"
#include "core/model/word.h"
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

/* KEY_REGISTERED[what] with room for one more; leaves the list on the stack and returns how many it has. */
static lua_Integer push_registered(lua_State *L, const char *what, lua_Integer most)
{
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_REGISTERED);
    if (lua_getfield(L, -1, what) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_setfield(L, -3, what);
    }
    lua_remove(L, -2);
    lua_Integer n = (lua_Integer)lua_rawlen(L, -1);
    if (n >= most) state_raise(L, SEN3035, "%d", (int)most);
    return n;
}

static void refuse_without_permit(lua_State *L, const char *word)
{
    const Script *s = script_of(L);
    if (s->file && s->file->no_outputs) state_raise(L, SEN8231, "%s", word);
}

/* Keeps a specification under "output" (upvalue 1) for the host to ask for. */
static int l_register(lua_State *L)
{
    const char *what = lua_tostring(L, lua_upvalueindex(1));
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    state_spend(L, 1);
    refuse_without_permit(L, "dau_ra");
    lua_Integer n = push_registered(L, what, 200);
    lua_pushvalue(L, 1);
    lua_rawseti(L, -2, n + 1);
    call_note_registered(script_of(L), what, script_line_of_caller(L));
    return 0;
}

/* A copy of the table at 1 that knows where it was written: what the script does to its own later changes nothing. */
static void push_spec(lua_State *L)
{
    const Script *s = script_of(L);
    int n = 0;
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        if (++n > 100) state_raise(L, SEN3035, "%d", 100);
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, 2);
    }
    lua_pushstring(L, s->file ? s->file->name : "");
    lua_setfield(L, 2, "@file");
    lua_pushinteger(L, script_line_of_caller(L));
    lua_setfield(L, 2, "@line");
}

/* A field by either name; its value (or nil) is left on the stack. */
static int push_field(lua_State *L, const char *en, const char *vi)
{
    lua_pushstring(L, en);
    if (lua_rawget(L, 2) != LUA_TNIL) return lua_type(L, -1);
    lua_pop(L, 1);
    lua_pushstring(L, vi);
    lua_rawget(L, 2);
    return lua_type(L, -1);
}

/* sen.hook { stage = "document", run = function(doc, m) … end, material = …, output = … } */
static int l_hook(lua_State *L)
{
    state_spend(L, 1);
    refuse_without_permit(L, "xen_vao");
    push_spec(L);
    int type = push_field(L, "stage", "buoc");
    const char *stage = type == LUA_TSTRING ? lua_tostring(L, -1) : "";
    const Choice *c = word_find_choice(word_choices("hook_stage"), stage, strlen(stage));
    if (!c) {
        const char *near = word_near_choice(word_choices("hook_stage"), stage);
        return state_raise(L, SEN4213, "%.60s" ARG "%s", stage, near ? near : "document");
    }
    lua_pushstring(L, c->name);
    lua_setfield(L, 2, "stage");
    lua_pop(L, 1);
    if (push_field(L, "run", "chay") != LUA_TFUNCTION)
        return state_raise(L, SEN4214, "%s", script_type_both(luaL_typename(L, -1)));
    lua_setfield(L, 2, "run");
    script_of(L)->n_registered++;
    lua_Integer n = push_registered(L, "hook", 100);
    lua_pushvalue(L, 2);
    lua_rawseti(L, -2, n + 1);
    return 0;
}

/* sen.lint.term { "nạn nhân", instead = "…", why = "…" }: advice about a word. */
static int l_term(lua_State *L)
{
    state_spend(L, 1);
    push_spec(L);
    if (push_field(L, "term", "thuat_ngu") == LUA_TNIL) lua_rawgeti(L, 2, 1);
    if (lua_type(L, -1) != LUA_TSTRING && lua_type(L, -1) != LUA_TTABLE) return state_raise(L, SEN4215, "%s", "");
    lua_setfield(L, 2, "term");
    lua_settop(L, 2);
    static const char *const names[][2] = {{"instead", "thay_bang"}, {"why", "ly_do"}, {"scope", "pham_vi"},
                                           {"except", "tru_khi"}, {"verified", "doi_chieu"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        push_field(L, names[i][0], names[i][1]);
        lua_setfield(L, 2, names[i][0]);
    }
    script_of(L)->n_registered++;
    lua_Integer n = push_registered(L, "term", 2000);
    lua_pushvalue(L, 2);
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
    lua_pushliteral(L, "output");
    lua_pushcclosure(L, l_register, 1);
    lua_setfield(L, -2, "output");
    lua_pushcfunction(L, l_hook);
    lua_setfield(L, -2, "hook");
    lua_newtable(L);
    lua_pushcfunction(L, l_term);
    lua_setfield(L, -2, "term");
    name_again(L, PLACE_LINT);
    lua_setfield(L, -2, "lint");
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
