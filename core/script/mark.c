/* mark.c - the small host objects a script holds; knows no words. */
#include "core/script/state.h"

Mark *mark_push(lua_State *L, MarkKind kind, size_t at)
{
    Mark *m = lua_newuserdatauv(L, sizeof *m, 1);
    m->kind = kind;
    m->at = at;
    m->run = script_of(L)->run;
    luaL_setmetatable(L, KEY_MARK);
    lua_insert(L, -2);                     /* content below -> on top, into the user value */
    lua_setiuservalue(L, -2, 1);
    return m;
}

Mark *mark_at(lua_State *L, int idx) { return luaL_testudata(L, idx, KEY_MARK); }
