/* lua_box.c - how a value of the model behaves in a script: indexed, compared, counted with, gone through; never changed.
 * Lists have the methods of queries. */
#include "core/base/text.h"
#include "core/script/query.h"
#include "core/vi/daytext.h"
#include "core/vi/lunar.h"
#include <string.h>

static int push_said(lua_State *L, Date d, void (*say)(Date d, Buf *out))
{
    char text[80];
    Buf b = {0};
    say(d, &b);
    size_t n = b.n < sizeof text ? b.n : sizeof text;
    memcpy(text, buf_text(&b), n);
    buf_free(&b);
    lua_pushlstring(L, text, n);
    return 1;
}

static void say_lunar(Date d, Buf *out)
{
    LunarDay l = lunar_from_date(d);
    if (l.year) buf_printf(out, "%02d/%02d%s/%d", l.day, l.month, l.leap ? " nhuận" : "", l.year);
}

static int date_field(lua_State *L, Date d, Str key)
{
    const Name *name = name_find(PLACE_DATE, key.p, key.n);
    const ScriptWorld *w = script_of(L)->world;
    const Workdays *workdays = w ? w->workdays : NULL;
    int y, m, day;
    if (!name) return state_raise(L, SEN3025, "%.80s" ARG "%s", key.p,
                                  "ngày: year month day weekday iso said working lunar" ERR_BOTH
                                  "a date: year month day weekday iso said working lunar");
    date_parts(d, &y, &m, &day);
    if (!strcmp(name->en, "year")) lua_pushinteger(L, y);
    else if (!strcmp(name->en, "month")) lua_pushinteger(L, m);
    else if (!strcmp(name->en, "day")) lua_pushinteger(L, day);
    else if (!strcmp(name->en, "weekday")) lua_pushinteger(L, date_weekday(d) + 2);    /* Monday = thứ 2 */
    else if (!strcmp(name->en, "iso")) push_said(L, d, date_iso);
    else if (!strcmp(name->en, "said")) push_said(L, d, daytext_with_weekday);
    else if (!strcmp(name->en, "lunar")) push_said(L, d, say_lunar);
    else if (!strcmp(name->en, "working")) lua_pushboolean(L, workday_is_on(workdays, d));
    else lua_pushstring(L, workday_holiday(workdays, d));
    return 1;
}

/* The nearest name this object would know: its fields in both spellings and what it leads to. */
static const char *near_field(const Value *v, const char *key)
{
    size_t n = 0;
    int kind = entity_type_kind(v->x.type);
    Place place = lua_value_place(v->x.type);
    const char *near = kind >= 0 ? word_near_field((Kind)kind, key) : NULL;
    const char *const *names = v->x.type->fields ? v->x.type->fields(v->u.self, &n) : NULL;
    if (!near && names) near = text_nearest(key, names, n);
    if (!near && place != PLACES) near = name_near(place, key);
    return near ? near : kind >= 0 ? name_near(PLACE_ANY, key) : NULL;
}

static int unknown_field(lua_State *L, Value v, const char *key)
{
    const char *near = near_field(&v, key);
    if (near) return state_raise(L, SEN3115, "%.80s" ARG "%s" ARG "%s", key, v.x.type->name, near);
    return state_raise(L, SEN3116, "%.80s" ARG "%s" ARG "%s", key, v.x.type->name, v.x.type->name);
}

/* tasks["action-month"]: the object of a list with this id. 1 = pushed. */
static int find_in_list(lua_State *L, const Value *v, Str key)
{
    state_spend(L, v->count / 64);
    for (uint32_t i = 0; i < v->count; i++) {
        Value id, one = v->u.list[i];
        if ((one.type == VAL_WORD || one.type == VAL_TEXT) && v->x.type && str_eq(one.u.text, key)) {
            lua_value_push(L, lua_value_resolve(L, v, i));
            return 1;
        }
        if (one.type != VAL_OBJECT || !one.x.type->get) continue;
        if (one.x.type->get(one.u.self, str_of("id"), &id) && id.type == VAL_TEXT && str_eq(id.u.text, key)) {
            lua_value_push(L, one);
            return 1;
        }
    }
    return 0;
}

/* An id first, then a method; of a list of ids also a field of the thing it names (material.task.title). */
static int list_index(lua_State *L, const Value *v, Str key)
{
    if (find_in_list(L, v, key) || query_method(L, key)) return 1;
    if (v->count && entity_type_kind(v->x.type) >= 0 && v->u.list[0].type == VAL_WORD) {
        Value first = lua_value_resolve(L, v, 0), out = value_none();
        if (lua_value_field(L, &first, key, &out)) {
            lua_value_push(L, out);
            return 1;
        }
    }
    lua_pushnil(L);
    return 1;
}

static int box_index(lua_State *L)
{
    Value v = lua_value_check(L, 1), out = value_none();
    state_spend(L, 1);
    if (v.type == VAL_LIST && lua_isinteger(L, 2)) {
        lua_Integer i = lua_tointeger(L, 2);
        lua_value_push(L, i >= 1 && (lua_Unsigned)i <= v.count ? v.u.list[i - 1] : value_none());
        return 1;
    }
    if (lua_type(L, 2) != LUA_TSTRING) {
        lua_pushnil(L);
        return 1;
    }
    Str key;
    key.p = lua_tolstring(L, 2, &key.n);
    if (v.type == VAL_DATE) return date_field(L, v.u.date, key);
    if (v.type == VAL_LIST) return list_index(L, &v, key);
    if (!lua_value_field(L, &v, key, &out) && v.type == VAL_OBJECT) return unknown_field(L, v, key.p);
    lua_value_push(L, out);
    return 1;
}

/* legal "id" { … } where `legal` is the list of the run: the word it stands for elsewhere. */
static int call_word(lua_State *L, const ObjectType *t)
{
    int kind = entity_type_kind(t);
    if (kind < 0) return state_raise(L, SEN3041, "%s" ARG "%s", "…", "giá trị" ERR_BOTH "a value");
    lua_settop(L, 2);
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_BUILTINS);
    lua_getfield(L, -1, word_kind((Kind)kind)->name);
    lua_pushvalue(L, 2);
    lua_call(L, 1, 1);
    return 1;
}

/* items:count() where an item has the id "count": what is called is that item, with the list as its first argument. */
static int call_method(lua_State *L, const Value *v)
{
    Value id = value_none();
    const Box *list = lua_value_box(L, 2);
    if (!list || list->v.type != VAL_LIST || v->type != VAL_OBJECT || !v->x.type->get) return 0;
    if (!v->x.type->get(v->u.self, str_of("id"), &id) || id.type != VAL_TEXT || !query_method(L, id.u.text)) return 0;
    lua_replace(L, 1);
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    return 1;
}

/* for x in list do … end: given the thing before (argument 3), the next. */
static int box_call(lua_State *L)
{
    Value v = lua_value_check(L, 1);
    Box *b = lua_value_box(L, 1), *last = lua_value_box(L, 3);
    if (call_method(L, &v)) return lua_gettop(L);
    if (lua_type(L, 2) == LUA_TSTRING && (v.type == VAL_LIST || v.type == VAL_OBJECT)) return call_word(L, v.x.type);
    if (v.type != VAL_LIST) return state_raise(L, SEN3041, "%s" ARG "%s", "…", "giá trị" ERR_BOTH "a value");
    lua_settop(L, 3);
    state_spend(L, 1);
    uint32_t at = b->at;
    if (lua_isnil(L, 3)) at = 0;
    else if (last && (!at || at > v.count || !(v.u.list[at - 1].u.self == last->v.u.self))) {
        for (at = 0; at < v.count && v.u.list[at].u.self != last->v.u.self; at++)
            if (at % 64 == 0) state_spend(L, 1);
        at++;
    }
    if (at >= v.count) return 0;
    b->at = at + 1;
    lua_value_push(L, lua_value_resolve(L, &v, at));
    return 1;
}

static int box_newindex(lua_State *L)
{
    return state_raise(L, SEN3038, "%.60s", lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
}

static int box_len(lua_State *L)
{
    Value v = lua_value_check(L, 1);
    lua_pushinteger(L, v.type == VAL_LIST || v.type == VAL_MAP ? v.count : 0);
    return 1;
}

/* A clause is the same whether it comes from its plan or from a task. */
static int same_object(const Value *a, const Value *b)
{
    if (b->type != VAL_OBJECT) return 0;
    if (a->u.self == b->u.self) return 1;
    const char *x = a->x.type->address ? a->x.type->address(a->u.self) : NULL;
    const char *y = b->x.type->address ? b->x.type->address(b->u.self) : NULL;
    return x && y && !strcmp(x, y);
}

static int box_eq(lua_State *L)
{
    Box *a = lua_value_box(L, 1), *b = lua_value_box(L, 2);
    lua_pushboolean(L, a && b && (a->v.type == VAL_DATE || (a->run == b->run && a->run == script_of(L)->run)) &&
                           (a->v.type == VAL_LIST || a->v.type == VAL_MAP ? a->v.type == b->v.type && a->v.u.list == b->v.u.list
                            : a->v.type == VAL_OBJECT                     ? same_object(&a->v, &b->v)
                                                                          : value_equal(a->v, b->v)));
    return 1;
}

static int compare_dates(lua_State *L, int or_equal)
{
    Box *a = lua_value_box(L, 1), *b = lua_value_box(L, 2);
    if (!a || !b || a->v.type != VAL_DATE || b->v.type != VAL_DATE)
        return state_raise(L, SEN3044, "%s" ARG "%s", script_type_both(luaL_typename(L, 1)),
                           script_type_both(luaL_typename(L, 2)));
    lua_pushboolean(L, or_equal ? a->v.u.date <= b->v.u.date : a->v.u.date < b->v.u.date);
    return 1;
}

static int box_lt(lua_State *L) { return compare_dates(L, 0); }
static int box_le(lua_State *L) { return compare_dates(L, 1); }

/* date + days, date - days, date - date */
static int move_date(lua_State *L, int sign)
{
    Box *a = lua_value_box(L, 1), *b = lua_value_box(L, 2);
    if (a && b && sign < 0 && a->v.type == VAL_DATE && b->v.type == VAL_DATE) {
        lua_pushinteger(L, (lua_Integer)a->v.u.date - b->v.u.date);
        return 1;
    }
    Box *d = a ? a : b;
    int other = a ? 2 : 1;
    if (!d || d->v.type != VAL_DATE || !lua_isinteger(L, other) || (sign < 0 && !a))
        return state_raise(L, SEN3042, "%s", "ngày chỉ cộng, trừ được với một số ngày nguyên" ERR_BOTH
                                           "only a whole number of days can be added to a date or taken from it");
    lua_Integer n = lua_tointeger(L, other);
    if (n < -4000000 || n > 4000000) return state_raise(L, SEN3106, "%lld" ARG "%s", (long long)n, "ngày" ERR_BOTH "date");
    lua_Integer day = d->v.u.date + sign * n;
    if (day < -719162 || day > 2932896) return state_raise(L, SEN3106, "%lld" ARG "%s", (long long)n, "ngày" ERR_BOTH "date");
    lua_value_push(L, value_date((Date)day));
    return 1;
}

static int box_add(lua_State *L) { return move_date(L, 1); }
static int box_sub(lua_State *L) { return move_date(L, -1); }

static int box_tostring(lua_State *L)
{
    lua_value_tostring(L, 1);
    return 1;
}

/* upvalue 1: the place. */
static int box_next(lua_State *L)
{
    Value v = lua_value_check(L, 1);
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(1));
    lua_pushinteger(L, i + 1);
    lua_replace(L, lua_upvalueindex(1));
    state_spend(L, 1);
    if (v.type == VAL_LIST && (lua_Unsigned)i < v.count) {
        lua_pushinteger(L, i + 1);
        lua_value_push(L, v.u.list[i]);
        return 2;
    }
    if (v.type == VAL_MAP && (lua_Unsigned)i < v.count) {
        lua_pushlstring(L, v.u.map[i].key.p, v.u.map[i].key.n);
        lua_value_push(L, *v.u.map[i].value);
        return 2;
    }
    if (v.type == VAL_OBJECT && v.x.type->fields) {
        size_t n;
        const char *const *names = v.x.type->fields(v.u.self, &n);
        if ((size_t)i < n) {
            Value out = value_none();
            if (!bar_hides_field(L, &v, str_of(names[i]))) v.x.type->get(v.u.self, str_of(names[i]), &out);
            lua_pushstring(L, names[i]);
            lua_value_push(L, out);
            if (lua_isnil(L, -1)) {        /* a missing field: still there, as false would lie */
                lua_pop(L, 1);
                lua_pushliteral(L, "");
            }
            return 2;
        }
    }
    lua_pushnil(L);
    return 1;
}

static int box_pairs(lua_State *L)
{
    lua_value_check(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, box_next, 1);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

int lua_box_open(lua_State *L)
{
    static const luaL_Reg meta[] = {
        {"__index", box_index}, {"__newindex", box_newindex}, {"__len", box_len}, {"__eq", box_eq}, {"__lt", box_lt},
        {"__le", box_le},
        {"__call", box_call}, {"__add", box_add}, {"__sub", box_sub}, {"__tostring", box_tostring}, {"__pairs", box_pairs},
        {NULL, NULL}};
    luaL_newmetatable(L, KEY_BOX);
    luaL_setfuncs(L, meta, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
    return query_open(L);
}
