/* lua_value.c - values of the model as Lua sees them: one read-only userdata for dates, lists, maps and objects.
 *
 *   for _, t in ipairs(tasks) do print(t.title, t.lead, #t.items, t.due_on) end
 *   print(tasks["action-month"].period, today.year)
 *
 * A box holds a value and the number of the call it was made for; a later call refuses it. Words are their ids. */
#include "core/base/text.h"
#include "core/script/state.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BOX "sen.value"

typedef struct Box {
    Value v;
    unsigned run;
} Box;

static void push_box(lua_State *L, Value v)
{
    Box *b = lua_newuserdatauv(L, sizeof *b, 0);
    b->v = v;
    b->run = script_of(L)->run;
    luaL_setmetatable(L, BOX);
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

static Box *box_at(lua_State *L, int idx) { return luaL_testudata(L, idx, BOX); }

/* The live value at idx, or an error. */
static Value check_box(lua_State *L, int idx)
{
    Box *b = luaL_checkudata(L, idx, BOX);
    if (b->v.type != VAL_DATE && b->run != script_of(L)->run) state_raise(L, SEN3037, "%s", "");
    return b->v;
}

/* --- reading --- */

static int date_field(lua_State *L, Date d, const char *key)
{
    int y, m, day;
    date_parts(d, &y, &m, &day);
    if (!strcmp(key, "year")) lua_pushinteger(L, y);
    else if (!strcmp(key, "month") || !strcmp(key, "thang")) lua_pushinteger(L, m);
    else if (!strcmp(key, "day") || !strcmp(key, "ngay")) lua_pushinteger(L, day);
    else if (!strcmp(key, "weekday") || !strcmp(key, "thu")) lua_pushinteger(L, date_weekday(d) + 2);   /* Monday = thứ 2 */
    else if (!strcmp(key, "iso")) {
        Buf b = {0};
        date_iso(d, &b);
        lua_pushstring(L, buf_text(&b));
        buf_free(&b);
    } else return state_raise(L, SEN3025, "%.80s" ARG "%s", key, "ngày: year month day weekday iso");
    return 1;
}

static int unknown_field(lua_State *L, Value v, const char *key)
{
    size_t n = 0;
    const char *const *names = v.x.type->fields ? v.x.type->fields(v.u.self, &n) : NULL;
    const char *near = names ? text_nearest(key, names, n) : NULL;
    if (near) return state_raise(L, SEN3115, "%.80s" ARG "%s" ARG "%s", key, v.x.type->name, near);
    return state_raise(L, SEN3116, "%.80s" ARG "%s" ARG "%s", key, v.x.type->name, v.x.type->name);
}

/* tasks["action-month"]: the object of a list with this id. */
static int find_in_list(lua_State *L, Value v, Str key)
{
    for (uint32_t i = 0; i < v.count; i++) {
        Value id, one = v.u.list[i];
        if (one.type != VAL_OBJECT || !one.x.type->get) continue;
        if (one.x.type->get(one.u.self, str_of("id"), &id) && id.type == VAL_TEXT && str_eq(id.u.text, key)) {
            push_box(L, one);
            return 1;
        }
    }
    state_spend(L, 1 + v.count / 64);
    lua_pushnil(L);
    return 1;
}

static int box_index(lua_State *L)
{
    Value v = check_box(L, 1);
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
    if (v.type == VAL_DATE) return date_field(L, v.u.date, key.p);
    if (v.type == VAL_LIST) return find_in_list(L, v, key);
    if (v.type == VAL_MAP) {
        for (uint32_t i = 0; i < v.count; i++)
            if (str_eq(v.u.map[i].key, key)) {
                lua_value_push(L, *v.u.map[i].value);
                return 1;
            }
        lua_pushnil(L);
        return 1;
    }
    Value out = value_none();
    if (!v.x.type->get || !v.x.type->get(v.u.self, key, &out)) return unknown_field(L, v, key.p);
    lua_value_push(L, out);
    return 1;
}

static int box_newindex(lua_State *L)
{
    return state_raise(L, SEN3038, "%.60s", lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
}

static int box_len(lua_State *L)
{
    Value v = check_box(L, 1);
    lua_pushinteger(L, v.type == VAL_LIST || v.type == VAL_MAP ? v.count : 0);
    return 1;
}

static int box_eq(lua_State *L)
{
    Box *a = box_at(L, 1), *b = box_at(L, 2);
    lua_pushboolean(L, a && b && (a->v.type == VAL_DATE || (a->run == b->run && a->run == script_of(L)->run)) &&
                           (a->v.type == VAL_LIST || a->v.type == VAL_MAP ? a->v.type == b->v.type && a->v.u.list == b->v.u.list
                                                                          : value_equal(a->v, b->v)));
    return 1;
}

static int compare_dates(lua_State *L, int or_equal)
{
    Box *a = box_at(L, 1), *b = box_at(L, 2);
    if (!a || !b || a->v.type != VAL_DATE || b->v.type != VAL_DATE)
        return state_raise(L, SEN3044, "%s" ARG "%s", a ? "giá trị" : luaL_typename(L, 1), b ? "giá trị" : luaL_typename(L, 2));
    lua_pushboolean(L, or_equal ? a->v.u.date <= b->v.u.date : a->v.u.date < b->v.u.date);
    return 1;
}

static int box_lt(lua_State *L) { return compare_dates(L, 0); }
static int box_le(lua_State *L) { return compare_dates(L, 1); }

/* date + days, date - days, date - date */
static int move_date(lua_State *L, int sign)
{
    Box *a = box_at(L, 1), *b = box_at(L, 2);
    if (a && b && sign < 0 && a->v.type == VAL_DATE && b->v.type == VAL_DATE) {
        lua_pushinteger(L, (lua_Integer)a->v.u.date - b->v.u.date);
        return 1;
    }
    Box *d = a ? a : b;
    int other = a ? 2 : 1;
    if (!d || d->v.type != VAL_DATE || !lua_isinteger(L, other) || (sign < 0 && !a))
        return state_raise(L, SEN3042, "%s", "ngày chỉ cộng, trừ được với một số ngày nguyên");
    lua_Integer n = lua_tointeger(L, other);
    if (n < -4000000 || n > 4000000) return state_raise(L, SEN3106, "%lld" ARG "%s", (long long)n, "ngày");
    lua_Integer day = d->v.u.date + sign * n;
    if (day < -719162 || day > 2932896) return state_raise(L, SEN3106, "%lld" ARG "%s", (long long)n, "ngày");
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
    Value v = check_box(L, 1);
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
            v.x.type->get(v.u.self, str_of(names[i]), &out);
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
    check_box(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, box_next, 1);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
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
    Box *b = box_at(L, idx);
    switch (lua_type(L, idx)) {
    case LUA_TSTRING: lua_pushvalue(L, idx); return;
    case LUA_TNUMBER:
        lua_pushvalue(L, idx);
        lua_tostring(L, -1);
        return;
    case LUA_TNIL: lua_pushliteral(L, "nil"); return;
    case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, idx) ? "true" : "false"); return;
    case LUA_TUSERDATA:
        if (b) push_shown(L, check_box(L, idx));
        else lua_pushliteral(L, "userdata");
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

/* --- from Lua --- */

typedef struct Take {
    Script *s;
    lua_State *L;
    Arena *a;
    Err *e;
    int nodes;
} Take;

static int take_any(Take *t, int idx, int depth, Value *out);

static int is_hidden_char(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || text_is_bidi(c) || c == 0xFEFF ||
           (c >= 0xFFFE && c <= 0xFFFF);
}

static int take_text(Take *t, int idx, Value *out)
{
    size_t n, bad = 0;
    const char *p = lua_tolstring(t->L, idx, &n);
    t->s->result_bytes += n + 16;
    if (t->s->result_bytes > SCRIPT_RESULT_BYTES) return err_set(t->e, SEN3035, "%d MiB", SCRIPT_RESULT_BYTES / (1024 * 1024));
    if (!text_valid(p, n, &bad)) return err_set(t->e, SEN3036, "%s", "chữ không phải UTF-8");
    int plain = 1;
    uint32_t c;
    for (size_t i = 0, k; i < n; i += k) {
        k = text_decode(p + i, n - i, &c);
        plain &= c < 0x80;
        if (!k || is_hidden_char(c)) return err_set(t->e, SEN3036, "U+%04X", (unsigned)c);
    }
    if (plain) {
        *out = value_text((Str){arena_text(t->a, p, n), n});
        return 0;
    }
    Buf b = {0};
    int r = text_nfc(p, n, &b);
    if (!r) *out = value_text((Str){arena_text(t->a, b.p, b.n), b.n});
    buf_free(&b);
    return r ? err_set(t->e, SEN3036, "%s", "quá nhiều dấu chồng") : 0;
}

static int compare_pairs(const void *pa, const void *pb)
{
    const ValuePair *a = pa, *b = pb;
    size_t n = a->key.n < b->key.n ? a->key.n : b->key.n;
    int r = memcmp(a->key.p, b->key.p, n);
    return r ? r : a->key.n < b->key.n ? -1 : a->key.n > b->key.n;
}

static int take_map(Take *t, int idx, size_t count, int depth, Value *out)
{
    lua_State *L = t->L;
    ValuePair *map = arena_alloc(t->a, count * sizeof *map);
    Value *values = arena_alloc(t->a, count * sizeof *values);
    size_t at = 0;
    lua_pushnil(L);
    while (lua_next(L, idx)) {
        Value key;
        int top = lua_gettop(L);
        if (lua_isinteger(L, -2)) {        /* { text, note = … }: entries without a name are called 1, 2 … */
            lua_pushinteger(L, lua_tointeger(L, -2));
            lua_tostring(L, -1);
            int r = take_text(t, top + 1, &key);
            lua_pop(L, 1);
            if (r) return -1;
        } else if (lua_type(L, -2) != LUA_TSTRING || take_text(t, top - 1, &key)) {
            lua_pop(L, 2);
            return err_set(t->e, SEN3039, "%s", "");
        }
        if (at >= count || take_any(t, top, depth + 1, &values[at])) {
            lua_pop(L, 2);
            return err_set(t->e, SEN3039, "%s", "");
        }
        map[at].key = key.u.text;
        map[at].value = &values[at];
        at++;
        lua_pop(L, 1);
    }
    qsort(map, at, sizeof *map, compare_pairs);
    *out = (Value){.type = VAL_MAP, .count = (uint32_t)at, .u.map = map};
    return 0;
}

static int take_table(Take *t, int idx, int depth, Value *out)
{
    lua_State *L = t->L;
    size_t n = (size_t)lua_rawlen(L, idx), count = 0;
    if (n > SCRIPT_RESULT_NODES) return err_set(t->e, SEN3035, "%d", SCRIPT_RESULT_NODES);
    lua_pushnil(L);
    while (lua_next(L, idx)) {
        lua_pop(L, 1);
        if (++count > SCRIPT_RESULT_NODES) {
            lua_pop(L, 1);
            return err_set(t->e, SEN3035, "%d", SCRIPT_RESULT_NODES);
        }
    }
    if (count != n) return take_map(t, idx, count, depth, out);
    Value *list = arena_alloc(t->a, (n + 1) * sizeof *list);
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, idx, (lua_Integer)i + 1);
        int r = take_any(t, lua_gettop(L), depth + 1, &list[i]);
        lua_pop(L, 1);
        if (r) return -1;
    }
    *out = (Value){.type = VAL_LIST, .count = (uint32_t)n, .u.list = list};
    return 0;
}

static int take_function(Take *t, int idx, Value *out)
{
    lua_State *L = t->L;
    if (t->s->n_functions >= SCRIPT_FUNCTIONS_MOST) return err_set(t->e, SEN3035, "%d", SCRIPT_FUNCTIONS_MOST);
    lua_getfield(L, LUA_REGISTRYINDEX, KEY_FUNCTIONS);
    lua_pushvalue(L, idx);
    lua_rawseti(L, -2, ++t->s->n_functions);
    lua_pop(L, 1);
    *out = (Value){.type = VAL_FUNCTION, .u.i = ((int64_t)t->s->tag << 32) | t->s->n_functions};
    return 0;
}

static int take_userdata(Take *t, int idx, int depth, Value *out)
{
    Box *b = box_at(t->L, idx);
    Mark *m = mark_at(t->L, idx);
    if (b) {
        if (b->v.type != VAL_DATE && b->run != t->s->run) return err_set(t->e, SEN3037, "%s", "");
        *out = b->v.type == VAL_OBJECT ? b->v : value_copy(t->a, b->v);
        return 0;
    }
    if (m && m->kind == MARK_FIND) {
        lua_getiuservalue(t->L, idx, 1);
        Value *what = arena_alloc(t->a, sizeof *what);
        int r = take_any(t, lua_gettop(t->L), depth + 1, what);
        lua_pop(t->L, 1);
        if (r) return -1;
        if (what->type == VAL_TEXT) {
            Value *one = arena_alloc(t->a, sizeof *one);
            *one = *what;
            *what = (Value){.type = VAL_LIST, .count = 1, .u.list = one};
        }
        ValuePair *p = arena_alloc(t->a, sizeof *p);
        *p = (ValuePair){str_of("find"), what};
        *out = (Value){.type = VAL_MAP, .count = 1, .u.map = p};
        return 0;
    }
    return err_set(t->e, m && m->kind == MARK_NOTHING ? SEN3099 : SEN3039, "%s", "");
}

static int take_any(Take *t, int idx, int depth, Value *out)
{
    lua_State *L = t->L;
    *out = value_none();
    if (depth > SCRIPT_RESULT_DEPTH || !lua_checkstack(L, 8)) return err_set(t->e, SEN3035, "%d", SCRIPT_RESULT_DEPTH);
    if (++t->nodes > SCRIPT_RESULT_NODES) return err_set(t->e, SEN3035, "%d", SCRIPT_RESULT_NODES);
    switch (lua_type(L, idx)) {
    case LUA_TNIL: return 0;
    case LUA_TBOOLEAN: *out = value_bool(lua_toboolean(L, idx)); return 0;
    case LUA_TNUMBER:
        if (lua_isinteger(L, idx)) *out = value_int(lua_tointeger(L, idx));
        else *out = value_number(lua_tonumber(L, idx));
        if (out->type == VAL_NUMBER && !isfinite(out->u.d)) return err_set(t->e, SEN3036, "%s", "số không hữu hạn");
        return 0;
    case LUA_TSTRING: return take_text(t, idx, out);
    case LUA_TTABLE: return take_table(t, idx, depth, out);
    case LUA_TFUNCTION: return take_function(t, idx, out);
    case LUA_TUSERDATA: return take_userdata(t, idx, depth, out);
    default: return err_set(t->e, SEN3039, "%s", "");
    }
}

int lua_value_take(lua_State *L, int idx, Arena *a, Value *out, Err *e)
{
    Take t = {script_of(L), L, a, e, 0};
    int top = lua_gettop(L);
    int r = take_any(&t, lua_absindex(L, idx), 0, out);
    lua_settop(L, top);
    return r;
}

int lua_value_open(lua_State *L)
{
    static const luaL_Reg meta[] = {
        {"__index", box_index}, {"__newindex", box_newindex}, {"__len", box_len}, {"__eq", box_eq}, {"__lt", box_lt},
        {"__le", box_le},
        {"__add", box_add}, {"__sub", box_sub}, {"__tostring", box_tostring}, {"__pairs", box_pairs}, {NULL, NULL}};
    luaL_newmetatable(L, BOX);
    luaL_setfuncs(L, meta, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
    return 0;
}
