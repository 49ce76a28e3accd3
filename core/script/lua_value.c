/* lua_value.c - values of the model as Lua sees them: one read-only userdata for dates, lists, maps and objects.
 *
 *   for t in tasks do print(t.title, t.lead, #t.items, t.due_on) end
 *   print(tasks["action-month"].period, today.year)
 *
 * A box holds a value and the number of the call it was made for; a later call refuses it. Words are their ids. */
#include "core/script/lua_value.h"
#include "core/base/text.h"
#include <string.h>


static void push_box(lua_State *L, Value v)
{
    Box *b = lua_newuserdatauv(L, sizeof *b, 0);
    b->v = v;
    b->run = script_of(L)->run;
    b->at = 0;
    luaL_setmetatable(L, KEY_BOX);
}

static void remember_word(Script *s, Value v)
{
    int most = (int)(sizeof s->words / sizeof *s->words);
    if (!v.x.label || !s->get) return;
    s->words[s->n_words % most].id = v.u.text.p;
    s->words[s->n_words % most].label = v.x.label;
    s->n_words++;
}

void lua_value_push(lua_State *L, Value v)
{
    luaL_checkstack(L, 4, NULL);
    v = bar_hide(L, v);
    switch (v.type) {
    case VAL_NONE: lua_pushnil(L); break;
    case VAL_BOOL: lua_pushboolean(L, v.u.i != 0); break;
    case VAL_INT: lua_pushinteger(L, v.u.i); break;
    case VAL_NUMBER: lua_pushnumber(L, v.u.d); break;
    case VAL_WORD: remember_word(script_of(L), v); lua_pushlstring(L, v.u.text.p, v.u.text.n); break;
    case VAL_TEXT: lua_pushlstring(L, v.u.text.p, v.u.text.n); break;
    case VAL_FUNCTION:
        lua_getfield(L, LUA_REGISTRYINDEX, KEY_FUNCTIONS);
        if ((unsigned)(v.u.i >> 32) == script_of(L)->tag) lua_rawgeti(L, -1, v.u.i & 0xFFFFFFFF);
        else lua_pushnil(L);
        lua_remove(L, -2);
        break;
    default: push_box(L, v);
    }
}

Box *lua_value_box(lua_State *L, int idx) { return luaL_testudata(L, idx, KEY_BOX); }

/* The live value at idx, or an error. */
Value lua_value_check(lua_State *L, int idx)
{
    Box *b = luaL_checkudata(L, idx, KEY_BOX);
    if (b->v.type != VAL_DATE && b->run != script_of(L)->run) state_raise(L, SEN3037, "%s", "");
    bar_see(L, &b->v);
    return b->v;
}

/* --- reading --- */

Place lua_value_place(const ObjectType *t)
{
    static const struct { const char *type; Place place; } places[] = {
        {"task", PLACE_TASK}, {"item", PLACE_ITEM}, {"checklist", PLACE_CHECKLIST}, {"indicator", PLACE_INDICATOR},
        {"material", PLACE_MATERIAL}, {"schedule", PLACE_SCHEDULE}, {"event", PLACE_EVENT}, {"body", PLACE_BODY},
        {"legal", PLACE_LEGAL}, {"narrative", PLACE_NARRATIVE}, {"plan", PLACE_PLAN}, {"clause", PLACE_CLAUSE},
        {"reference", PLACE_REFERENCE}, {"date", PLACE_SPAN}, {"actor", PLACE_ACTOR}, {"target", PLACE_GOAL},
        {"agenda", PLACE_AGENDA}, {"document", PLACE_DOC}, {"node", PLACE_NODE}};
    for (size_t i = 0; t && i < sizeof places / sizeof *places; i++)
        if (!strcmp(places[i].type, t->name)) return places[i].place;
    return PLACES;
}

static int follow(lua_State *L, const Value *of, Str field, Value *out)
{
    const ScriptWorld *w = script_of(L)->world;
    return w && w->follow && w->follow(w->self, of, field, out);
}

static int map_field(lua_State *L, const Value *of, Str field, Value *out)
{
    for (int again = 0; again < 2; again++) {
        for (uint32_t i = 0; i < of->count; i++)
            if (str_eq(of->u.map[i].key, field)) {
                *out = *of->u.map[i].value;
                return 1;
            }
        const Name *name = name_find(PLACE_VALUE, field.p, field.n);
        if (!name) return 0;
        field = str_of(name->en);
    }
    return follow(L, of, field, out);
}

int lua_value_field(lua_State *L, const Value *of, Str field, Value *out)
{
    *out = value_none();
    if (of->type == VAL_MAP) return map_field(L, of, field, out);
    if (bar_hides_field(L, of, field)) return 1;
    if (of->type != VAL_OBJECT || !of->x.type->get) return 0;
    int known = of->x.type->get(of->u.self, field, out);
    if (known && out->type != VAL_LIST) return 1;
    const Name *name = name_find(lua_value_place(of->x.type), field.p, field.n);
    if (!name && !known && entity_type_kind(of->x.type) >= 0) name = name_find(PLACE_ANY, field.p, field.n);
    if (!name) return known;
    Value there = *out;
    if (follow(L, of, str_of(name->en), &there)) {         /* addresses become the clauses they name */
        *out = there;
        return 1;
    }
    return known || of->x.type->get(of->u.self, str_of(name->en), out);
}

Value lua_value_resolve(lua_State *L, const Value *list, uint32_t i)
{
    Value v = list->u.list[i];
    const ScriptWorld *w = script_of(L)->world;
    int kind = entity_type_kind(list->x.type);
    if (kind < 0 || (v.type != VAL_WORD && v.type != VAL_TEXT) || !w || !w->model) return v;
    const Entry *e = model_entry(w->model, (Kind)kind, v.u.text.p);
    return e ? entity_value(e) : v;
}

/* --- text of any value --- */

static void push_shown(lua_State *L, Value v)
{
    Buf b = {0};
    if (v.type == VAL_LIST || v.type == VAL_MAP) buf_puts(&b, v.type == VAL_LIST ? "danh sách" : "bảng");
    else value_show(v, &b);
    /* the text must not be lost when Lua refuses memory: short ones wait on the C stack, long ones are cut */
    char shown[4096];
    size_t n = text_cut(buf_text(&b), b.n < sizeof shown ? b.n : sizeof shown);
    memcpy(shown, buf_text(&b), n);
    buf_free(&b);
    lua_pushlstring(L, shown, n);
}

void lua_value_tostring(lua_State *L, int idx)
{
    idx = lua_absindex(L, idx);
    luaL_checkstack(L, 6, NULL);
    Box *b = lua_value_box(L, idx);
    switch (lua_type(L, idx)) {
    case LUA_TSTRING: lua_pushvalue(L, idx); return;
    case LUA_TNUMBER:
        lua_pushvalue(L, idx);
        lua_tostring(L, -1);
        return;
    case LUA_TNIL: lua_pushliteral(L, "nil"); return;
    case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, idx) ? "true" : "false"); return;
    case LUA_TUSERDATA:
        if (b) push_shown(L, lua_value_check(L, idx));
        else lua_pushstring(L, luaL_testudata(L, idx, "sen.query") ? "danh sách" : "userdata");
        return;
    default: break;
    }
    if (lua_type(L, idx) == LUA_TTABLE && luaL_getmetafield(L, idx, "__tostring") != LUA_TNIL) {
        lua_pushvalue(L, idx);
        lua_call(L, 1, 1);
        if (lua_type(L, -1) != LUA_TSTRING) luaL_error(L, "'__tostring' must return a string");
        return;
    }
    lua_pushstring(L, luaL_typename(L, idx));
}
