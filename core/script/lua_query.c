/* lua_query.c - lists and queries as scripts use them: their methods in both spellings, going through them, reading them.
 *
 *   for t in tasks:where { lead = "women" }:due_before("30/6"):order("due"):limit(5) do print(t.title, t.due_on) end
 *   print(cac_viec:cua("action-month"):qua_han():dem())
 *   for lead, q in pairs(tasks:group("lead")) do print(lead, q:count()) end
 *
 * Methods leave their list as it is and give a new query. */
#include "core/script/query.h"
#include "core/base/text.h"
#include <string.h>

/* Argument 1 as a query: a list becomes one. */
static const Query *self(lua_State *L)
{
    const Query *q = query_at(L, 1);
    state_spend(L, 1);
    if (q) return q;
    const Box *b = lua_value_box(L, 1);
    if (!b || b->v.type != VAL_LIST) state_raise(L, SEN3158, "%s", script_type_both(luaL_typename(L, 1)));
    query_push_list(L, lua_value_check(L, 1));
    lua_replace(L, 1);
    return query_at(L, 1);
}

/* --- steps --- */

static int filter(lua_State *L, QueryOp op)
{
    const Query *q = self(L);
    lua_settop(L, 2);
    if (lua_type(L, 2) == LUA_TTABLE) query_compile_tests(L, &q->list, 2);
    else if (lua_type(L, 2) == LUA_TFUNCTION) lua_pushvalue(L, 2);
    else return state_raise(L, SEN3155, "%s", script_type_both(luaL_typename(L, 2)));
    query_push(L, 1, op);
    lua_insert(L, -2);
    lua_setiuservalue(L, -2, 2);
    return 1;
}

static int l_where(lua_State *L) { return filter(L, QUERY_WHERE); }
static int l_except(lua_State *L) { return filter(L, QUERY_EXCEPT); }

static int l_search(lua_State *L)
{
    size_t n;
    self(L);
    const char *s = luaL_checklstring(L, 2, &n);
    luaL_argcheck(L, n > 0 && n <= 400 && text_valid(s, n, NULL), 2, "từ 1 đến 400 byte chữ");
    query_push(L, 1, QUERY_SEARCH);
    lua_pushvalue(L, 2);
    lua_setiuservalue(L, -2, 2);
    return 1;
}

static int due(lua_State *L, int before, int counted)
{
    self(L);
    Date d = query_take_day(L, 2);
    Query *q = query_push(L, 1, QUERY_DUE);
    if (before) q->to = d - !counted;
    else q->from = d + !counted;
    return 1;
}

static int l_due_before(lua_State *L) { return due(L, 1, 0); }
static int l_due_by(lua_State *L) { return due(L, 1, 1); }
static int l_due_after(lua_State *L) { return due(L, 0, 0); }

static int l_late(lua_State *L)
{
    self(L);
    Date today = query_today(L);
    query_push(L, 1, QUERY_LATE)->today = today;
    return 1;
}

/* The thing a text names: an address, an id of the first kind that has it, or a clause. */
static Value find_thing(lua_State *L, const char *s)
{
    static const Kind kinds[] = {KIND_TASK, KIND_ITEM, KIND_CHECKLIST, KIND_INDICATOR, KIND_MATERIAL, KIND_BODY, KIND_EVENT,
                                 KIND_SCHEDULE, KIND_LEGAL, KIND_UNIT};
    const ScriptWorld *w = script_of(L)->world;
    const char *colon = strchr(s, ':'), *near = NULL;
    Value v = value_none();
    char word[24] = "";
    if (colon && colon - s < (int)sizeof word) memcpy(word, s, (size_t)(colon - s));
    int only = *word ? word_find_kind(word) : -1;
    const char *id = only >= 0 || !strcmp(word, "node") ? colon + 1 : s;
    for (size_t k = 0; w && w->model && k < sizeof kinds / sizeof *kinds; k++) {
        if (only >= 0 && (int)kinds[k] != only) continue;
        const Entry *e = model_entry(w->model, kinds[k], id);
        if (e && !entity_gone(e->entity)) return entity_value(e);
        if (!near) near = model_near_id(w->model, kinds[k], id);
    }
    if (w && w->follow && w->follow(w->self, NULL, str_of(id), &v)) return v;
    state_raise(L, SEN3159, "%.80s" ARG "%.80s", s, near ? near : "");
    return v;
}

static int l_of(lua_State *L)
{
    self(L);
    const Box *b = lua_value_box(L, 2);
    Value of = value_none();
    if (b) of = lua_value_check(L, 2);
    else of = find_thing(L, luaL_checkstring(L, 2));
    if (of.type != VAL_OBJECT) return state_raise(L, SEN3159, "%s" ARG "%s", value_type_name(of.type), "");
    query_push(L, 1, QUERY_OF)->of = of;
    return 1;
}

static int l_order(lua_State *L)
{
    const Query *q = self(L);
    query_compile_keys(L, &q->list, 2, lua_gettop(L));
    query_push(L, 1, QUERY_ORDER);
    lua_insert(L, -2);
    lua_setiuservalue(L, -2, 2);
    return 1;
}

static int l_reverse(lua_State *L)
{
    self(L);
    query_push(L, 1, QUERY_REVERSE);
    return 1;
}

static int cut(lua_State *L, QueryOp op)
{
    self(L);
    lua_Integer n = luaL_checkinteger(L, 2);
    luaL_argcheck(L, n >= 0, 2, "từ 0 trở lên");
    query_push(L, 1, op)->n = n;
    return 1;
}

static int l_limit(lua_State *L) { return cut(L, QUERY_LIMIT); }
static int l_skip(lua_State *L) { return cut(L, QUERY_SKIP); }

static int l_group(lua_State *L)
{
    const Query *q = self(L);
    return query_group(L, q);
}

/* --- answers --- */

static int l_first(lua_State *L)
{
    const Query *q = self(L);
    return query_push_row(L, q, query_run(L, 1, 1), 0);
}

static int l_last(lua_State *L)
{
    const Query *q = self(L);
    const QueryRows *rows = query_run(L, 1, 0);
    return query_push_row(L, q, rows, rows->n ? rows->n - 1 : 0);
}

static int l_count(lua_State *L)
{
    self(L);
    lua_pushinteger(L, query_run(L, 1, 0)->n);
    return 1;
}

static int l_sum(lua_State *L)
{
    const Query *q = self(L);
    Str name = query_field_arg(L, q);
    const QueryRows *rows = query_run(L, 1, 0);
    lua_Integer whole = 0;
    double sum = 0;
    int is_whole = 1;
    for (uint32_t i = 0; i < rows->n; i++) {
        Value x = query_row(L, q, rows->v[i]), v = value_none();
        if (i % 64 == 0) state_spend(L, 1);
        if (!lua_value_field(L, &x, name, &v)) continue;
        if (v.type == VAL_INT) is_whole &= !__builtin_add_overflow(whole, v.u.i, &whole), sum += (double)v.u.i;
        else if (v.type == VAL_NUMBER) is_whole = 0, sum += v.u.d;
    }
    if (is_whole) lua_pushinteger(L, whole);
    else lua_pushnumber(L, sum);
    return 1;
}

static int l_pick(lua_State *L)
{
    const Query *q = self(L);
    Str name = query_field_arg(L, q);
    const QueryRows *rows = query_run(L, 1, 0);
    lua_Integer n = 0;
    query_give(L, rows->n);
    lua_createtable(L, (int)rows->n, 0);
    for (uint32_t i = 0; i < rows->n; i++) {
        Value x = query_row(L, q, rows->v[i]), v = value_none();
        if (i % 64 == 0) state_spend(L, 1);
        if (!lua_value_field(L, &x, name, &v) || v.type == VAL_NONE) continue;
        lua_value_push(L, v);
        lua_rawseti(L, -2, ++n);
    }
    return 1;
}

static int l_all(lua_State *L)
{
    const Query *q = self(L);
    const QueryRows *rows = query_run(L, 1, 0);
    query_give(L, rows->n);
    lua_createtable(L, (int)rows->n, 0);
    for (uint32_t i = 0; i < rows->n; i++) {
        lua_value_push(L, query_row(L, q, rows->v[i]));
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* upvalues: query, rows, place. Gives the thing, then its number. */
static int each_next(lua_State *L)
{
    const Query *q = query_at(L, lua_upvalueindex(1));
    const QueryRows *rows = lua_touserdata(L, lua_upvalueindex(2));
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(3));
    state_spend(L, 1);
    if (i >= rows->n) return 0;
    lua_pushinteger(L, i + 1);
    lua_replace(L, lua_upvalueindex(3));
    query_push_row(L, q, rows, (uint32_t)i);
    lua_pushinteger(L, i + 1);
    return 2;
}

/* each() for a loop; each(function(x, i) … end) calls it, until it gives false. */
static int l_each(lua_State *L)
{
    const Query *q = self(L);
    lua_settop(L, 2);
    const QueryRows *rows = query_run(L, 1, 0);            /* 3 */
    if (lua_isnil(L, 2)) {
        lua_pushvalue(L, 1);
        lua_pushvalue(L, 3);
        lua_pushinteger(L, 0);
        lua_pushcclosure(L, each_next, 3);
        return 1;
    }
    luaL_checktype(L, 2, LUA_TFUNCTION);
    for (uint32_t i = 0; i < rows->n; i++) {
        state_spend(L, 1);
        lua_pushvalue(L, 2);
        query_push_row(L, q, rows, i);
        lua_pushinteger(L, (lua_Integer)i + 1);
        lua_call(L, 2, 1);
        int stop = lua_isboolean(L, -1) && !lua_toboolean(L, -1);
        lua_pop(L, 1);
        if (stop) break;
    }
    return 0;
}

/* --- reading a query --- */

/* q["id"]: the thing with this id among the rows. */
static int push_by_id(lua_State *L, const Query *q, Str id)
{
    const QueryRows *rows = query_run(L, 1, 0);
    for (uint32_t i = 0; i < rows->n; i++) {
        Value x = query_row(L, q, rows->v[i]), v = value_none();
        if (i % 64 == 0) state_spend(L, 1);
        if (x.type != VAL_OBJECT || !x.x.type->get || !x.x.type->get(x.u.self, str_of("id"), &v)) continue;
        if (v.type == VAL_TEXT && str_eq(v.u.text, id)) return query_push_row(L, q, rows, i);
    }
    return 0;
}

static int query_index(lua_State *L)
{
    const Query *q = query_at(L, 1);
    state_spend(L, 1);
    if (lua_isinteger(L, 2)) {
        lua_Integer i = lua_tointeger(L, 2);
        const QueryRows *rows = query_run(L, 1, 0);
        return query_push_row(L, q, rows, i >= 1 && i <= rows->n ? (uint32_t)i - 1 : UINT32_MAX);
    }
    if (lua_type(L, 2) != LUA_TSTRING) return 0;
    Str key;
    key.p = lua_tolstring(L, 2, &key.n);
    if (query_method(L, key) || push_by_id(L, q, key)) return 1;
    const char *near = name_near(PLACE_QUERY, key.p);
    if (near) return state_raise(L, SEN3115, "%.80s" ARG "%s" ARG "%s", key.p, "danh sách" ERR_BOTH "a list", near);
    return 0;
}

static int query_newindex(lua_State *L)
{
    return state_raise(L, SEN3038, "%.60s", lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "…");
}

static int query_len(lua_State *L)
{
    query_at(L, 1);
    lua_pushinteger(L, query_run(L, 1, 0)->n);
    return 1;
}

/* Is the thing at `idx` (what the loop got last) the row at this place? */
static int is_row(lua_State *L, int idx, const Query *q, uint32_t place)
{
    const Box *b = lua_value_box(L, idx);
    Value x = query_row(L, q, place);
    if (!b) return x.type != VAL_OBJECT && x.type != VAL_MAP;
    return b->v.type == x.type && (x.type == VAL_OBJECT ? b->v.u.self == x.u.self : x.type == VAL_MAP && b->v.u.map == x.u.map);
}

/* for x in query do … end: called with the thing before; where two loops go over one query, each finds its own place. */
static int query_call(lua_State *L)
{
    Query *q = query_at(L, 1);
    lua_settop(L, 3);
    const QueryRows *rows = query_run(L, 1, 0);
    uint32_t at = q->at;
    state_spend(L, 1);
    if (lua_isnil(L, 3)) at = 0;
    else if (!at || at > rows->n || !is_row(L, 3, q, rows->v[at - 1])) {
        for (at = 0; at < rows->n && !is_row(L, 3, q, rows->v[at]); at++)
            if (at % 64 == 0) state_spend(L, 1);
        at++;
    }
    if (at >= rows->n) return 0;
    q->at = at + 1;
    return query_push_row(L, q, rows, at);
}

static int pairs_next(lua_State *L)
{
    const Query *q = query_at(L, 1);
    const QueryRows *rows = query_run(L, 1, 0);
    lua_Integer i = luaL_checkinteger(L, 2);
    state_spend(L, 1);
    if (i < 0 || i >= rows->n) return 0;
    lua_pushinteger(L, i + 1);
    query_push_row(L, q, rows, (uint32_t)i);
    return 2;
}

static int query_pairs(lua_State *L)
{
    query_at(L, 1);
    lua_pushcfunction(L, pairs_next);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

static int query_tostring(lua_State *L)
{
    lua_pushliteral(L, "danh sách");
    return 1;
}

static const struct { const char *name; lua_CFunction call; } methods[] = {
    {"where", l_where}, {"except", l_except}, {"search", l_search}, {"due_before", l_due_before}, {"due_by", l_due_by},
    {"due_after", l_due_after}, {"late", l_late}, {"of", l_of}, {"order", l_order}, {"reverse", l_reverse}, {"limit", l_limit},
    {"skip", l_skip}, {"first", l_first}, {"last", l_last}, {"count", l_count}, {"sum", l_sum}, {"pick", l_pick},
    {"each", l_each}, {"all", l_all}, {"group", l_group}};

int query_method(lua_State *L, Str name)
{
    const Name *n = name_find(PLACE_QUERY, name.p, name.n);
    for (size_t i = 0; n && i < sizeof methods / sizeof *methods; i++)
        if (!strcmp(methods[i].name, n->en)) {
            lua_pushcfunction(L, methods[i].call);
            return 1;
        }
    return 0;
}

int query_open(lua_State *L)
{
    static const luaL_Reg meta[] = {{"__index", query_index}, {"__newindex", query_newindex}, {"__len", query_len},
                                    {"__call", query_call}, {"__pairs", query_pairs}, {"__tostring", query_tostring},
                                    {NULL, NULL}};
    luaL_newmetatable(L, KEY_QUERY);
    luaL_setfuncs(L, meta, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
    return 0;
}
