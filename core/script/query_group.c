/* query_group.c - things grouped by a field or a function: a table of queries that keeps the order in which the keys came. */
#include "core/script/query.h"
#include <string.h>

/* Pushes the key under which a value is grouped: texts and numbers as they are, dates as ISO, "" for what is missing. */
static void push_key(lua_State *L, const Value *v)
{
    char iso[16] = "";
    Buf b = {0};
    switch (v->type) {
    case VAL_INT: lua_pushinteger(L, v->u.i); return;
    case VAL_NUMBER: lua_pushnumber(L, v->u.d); return;
    case VAL_BOOL: lua_pushboolean(L, v->u.i != 0); return;
    case VAL_TEXT: case VAL_WORD: lua_pushlstring(L, v->u.text.p, v->u.text.n); return;
    case VAL_DATE:
        date_iso(v->u.date, &b);
        memcpy(iso, buf_text(&b), b.n < sizeof iso ? b.n : sizeof iso - 1);
        buf_free(&b);
        lua_pushstring(L, iso);
        return;
    case VAL_OBJECT: {
        Value id = value_none();
        if (v->x.type->get && v->x.type->get(v->u.self, str_of("id"), &id) && id.type == VAL_TEXT)
            lua_pushlstring(L, id.u.text.p, id.u.text.n);
        else lua_pushliteral(L, "");
        return;
    }
    default: lua_pushliteral(L, "");
    }
}

/* Stack: key on top (popped). Adds `place` to its group; groups: key -> { places }, order: the keys as they came. */
static void add_to_group(lua_State *L, int groups, int order, uint32_t place)
{
    if (lua_type(L, -1) == LUA_TNUMBER && lua_tonumber(L, -1) != lua_tonumber(L, -1)) {
        lua_pop(L, 1);
        lua_pushliteral(L, "");
    }
    lua_pushvalue(L, -1);
    if (lua_rawget(L, groups) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_rawseti(L, order, (lua_Integer)lua_rawlen(L, order) + 1);
        lua_newtable(L);
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, groups);
    }
    lua_pushinteger(L, place);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    lua_pop(L, 2);
}

static void group_row(lua_State *L, const Query *q, uint32_t place, int groups, int order)
{
    Value x = query_row(L, q, place), v = value_none();
    if (lua_type(L, 2) == LUA_TFUNCTION) {
        lua_pushvalue(L, 2);
        lua_value_push(L, x);
        lua_call(L, 1, 1);
        const Box *b = lua_value_box(L, -1);
        int type = lua_type(L, -1);
        if (b || type == LUA_TNIL) {
            v = b ? b->v : value_none();
            lua_pop(L, 1);
            push_key(L, &v);
        } else if (type != LUA_TSTRING && type != LUA_TNUMBER && type != LUA_TBOOLEAN) {
            state_raise(L, SEN3157, "%s", script_type_both(luaL_typename(L, -1)));
        }
        add_to_group(L, groups, order, place);
        return;
    }
    Str name;
    name.p = lua_tolstring(L, 2, &name.n);
    lua_value_field(L, &x, name, &v);
    if (v.type != VAL_LIST || !v.count) {
        push_key(L, &v);
        add_to_group(L, groups, order, place);
    }
    for (uint32_t i = 0; v.type == VAL_LIST && i < v.count && i < QUERY_WANTED; i++) {
        push_key(L, &v.u.list[i]);
        add_to_group(L, groups, order, place);
    }
}

/* upvalues: groups, order, place. As an iterator: the next key and its query, in the order they came. */
static int groups_next(lua_State *L)
{
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(3)) + 1;
    state_spend(L, 1);
    lua_pushinteger(L, i);
    lua_replace(L, lua_upvalueindex(3));
    if (lua_rawgeti(L, lua_upvalueindex(2), i) == LUA_TNIL) return 1;
    lua_pushvalue(L, -1);
    lua_rawget(L, lua_upvalueindex(1));
    return 2;
}

static int groups_pairs(lua_State *L)
{
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushvalue(L, lua_upvalueindex(2));
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, groups_next, 3);
    return 1;
}

/* { places } at the top becomes a query over them, made from the query at 1. */
static void group_to_query(lua_State *L, const Query *q)
{
    size_t n = (size_t)lua_rawlen(L, -1);
    int places = lua_gettop(L);
    query_push_list(L, q->list);
    QueryRows *rows = lua_newuserdatauv(L, sizeof *rows + n * sizeof *rows->v, 0);
    rows->n = (uint32_t)n;
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, places, (lua_Integer)i + 1);
        rows->v[i] = (uint32_t)lua_tointeger(L, -1);
        lua_pop(L, 1);
    }
    lua_setiuservalue(L, -2, 2);
    lua_replace(L, places);
}

int query_group(lua_State *L, const Query *q)
{
    lua_settop(L, 2);
    if (lua_type(L, 2) != LUA_TFUNCTION) query_field_arg(L, q);
    const QueryRows *rows = query_run(L, 1, 0);            /* 3 */
    lua_newtable(L);                                       /* 4 groups */
    lua_newtable(L);                                       /* 5 order */
    for (uint32_t i = 0; i < rows->n; i++) {
        if (i % 64 == 0) state_spend(L, 1);
        group_row(L, q, rows->v[i], 4, 5);
    }
    size_t n = (size_t)lua_rawlen(L, 5);
    lua_createtable(L, 0, (int)n);                         /* 6 what the script gets */
    for (size_t i = 1; i <= n; i++) {
        lua_rawgeti(L, 5, (lua_Integer)i);
        lua_pushvalue(L, -1);
        lua_rawget(L, 4);
        group_to_query(L, q);
        lua_rawset(L, 6);
    }
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, 6);
    lua_pushvalue(L, 5);
    lua_pushcclosure(L, groups_pairs, 2);
    lua_setfield(L, -2, "__pairs");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, 6);
    return 1;
}
