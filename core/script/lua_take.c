/* lua_take.c - values that scripts give: read with raw access, bounded in depth, number and bytes, texts made NFC. */
#include "core/script/lua_value.h"
#include "core/base/text.h"
#include "core/script/query.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

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
    if (!text_valid(p, n, &bad)) return err_set(t->e, SEN3036, "%s", "chữ không phải UTF-8" ERR_BOTH "no UTF-8 text");
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
    return r ? err_set(t->e, SEN3036, "%s", "quá nhiều dấu chồng" ERR_BOTH "too many marks on one letter") : 0;
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
    Box *b = lua_value_box(t->L, idx);
    Mark *m = mark_at(t->L, idx);
    if (b) {
        if (b->v.type != VAL_DATE && b->run != t->s->run) return err_set(t->e, SEN3037, "%s", "");
        *out = b->v.type == VAL_OBJECT ? b->v : value_copy(t->a, b->v);
        return 0;
    }
    if (query_at(t->L, idx)) {
        *out = query_collect(t->L, idx, t->a);
        t->nodes += (int)out->count;
        return t->nodes > 10 * SCRIPT_RESULT_NODES ? err_set(t->e, SEN3035, "%d", 10 * SCRIPT_RESULT_NODES) : 0;
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
        if (out->type == VAL_NUMBER && !isfinite(out->u.d))
            return err_set(t->e, SEN3036, "%s", "số không hữu hạn" ERR_BOTH "a number without end");
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

