/* query_sort.c - the order of a query: fields or functions, Vietnamese dictionary order for texts, what is missing last. Keys are
 * read once per thing; no script runs while things are compared. */
#include "core/script/query.h"
#include <stdlib.h>
#include <string.h>
#include "core/vi/letter.h"

/* One way to order, as query_compile_keys leaves it in a table: { name or function, descending, … }. */
enum { KEY_FIELD = 1, KEY_DOWN = 2, KEY_PARTS = 2 };

typedef struct SortKey {
    enum { SORT_MISSING, SORT_NUMBER, SORT_TEXT } type;
    double number;
    const char *p;
    size_t n;
} SortKey;

typedef struct Sort {
    SortKey *key;                          /* width keys for each row */
    uint32_t width;
    int down[QUERY_KEYS];
} Sort;

static int compare(const SortKey *a, const SortKey *b)
{
    if (a->type != b->type) return a->type < b->type ? -1 : 1;
    if (a->type == SORT_NUMBER) return a->number < b->number ? -1 : a->number > b->number;
    if (a->type == SORT_MISSING) return 0;
    size_t n = a->n < b->n ? a->n : b->n;
    int r = memcmp(a->p, b->p, n);
    return r ? r : a->n < b->n ? -1 : a->n > b->n;
}

/* x and y are places among the rows; equal things keep their order. */
static int compare_rows(const void *x, const void *y, void *sort)
{
    const Sort *s = sort;
    uint32_t i = *(const uint32_t *)x, k = *(const uint32_t *)y;
    for (uint32_t c = 0; c < s->width; c++) {
        const SortKey *a = &s->key[(size_t)i * s->width + c], *b = &s->key[(size_t)k * s->width + c];
        if ((a->type == SORT_MISSING) != (b->type == SORT_MISSING)) return a->type == SORT_MISSING ? 1 : -1;
        int r = compare(a, b);
        if (r) return s->down[c] ? -r : r;
    }
    return i < k ? -1 : i > k;
}

void query_compile_keys(lua_State *L, const Value *list, int first, int top)
{
    int count = top - first + 1;
    if (count < 1) state_raise(L, SEN3157, "%s", "");
    if (count > QUERY_KEYS) state_raise(L, SEN3035, "%d", QUERY_KEYS);
    lua_createtable(L, KEY_PARTS * count, 0);
    int out = lua_gettop(L);
    for (int i = 0; i < count; i++) {
        int at = first + i, down = 0;
        if (lua_type(L, at) == LUA_TFUNCTION) {
            lua_pushvalue(L, at);
        } else if (lua_type(L, at) == LUA_TSTRING) {
            size_t n;
            const char *p = lua_tolstring(L, at, &n);
            down = n > 0 && *p == '-';
            p += down;
            n -= (size_t)down;
            if (n > 40 || strlen(p) != n) state_raise(L, SEN3157, "%.60s", p);
            lua_newtable(L);               /* checked as where { field = true } is */
            lua_pushboolean(L, 1);
            lua_setfield(L, -2, p);
            query_compile_tests(L, list, lua_gettop(L));
            lua_settop(L, out);
            lua_pushlstring(L, p, n);
        } else {
            state_raise(L, SEN3157, "%s", script_type_both(luaL_typename(L, at)));
        }
        lua_rawseti(L, out, KEY_PARTS * i + KEY_FIELD);
        lua_pushboolean(L, down);
        lua_rawseti(L, out, KEY_PARTS * i + KEY_DOWN);
    }
}

typedef struct Fill {
    lua_State *L;
    int kept;                              /* index of the table that keeps the texts */
    lua_Integer n_kept;
} Fill;

static void fill_text(Fill *f, Str s, SortKey *k)
{
    char key[2048];                        /* the buffer must not be lost when Lua refuses memory */
    Buf b = {0};
    letter_sort_key(s.p, s.n < 1000 ? s.n : 1000, &b);
    size_t n = b.n < sizeof key ? b.n : sizeof key;
    memcpy(key, buf_text(&b), n);
    buf_free(&b);
    lua_pushlstring(f->L, key, n);
    k->type = SORT_TEXT;
    k->p = lua_tolstring(f->L, -1, &k->n);
    lua_rawseti(f->L, f->kept, ++f->n_kept);
}

static void fill_value(Fill *f, const Value *v, SortKey *k)
{
    *k = (SortKey){.type = SORT_NUMBER};
    switch (v->type) {
    case VAL_BOOL: case VAL_INT: k->number = (double)v->u.i; break;
    case VAL_NUMBER: k->number = v->u.d; break;
    case VAL_DATE: k->number = v->u.date; break;
    case VAL_TEXT: fill_text(f, v->u.text, k); break;
    case VAL_WORD: fill_text(f, v->x.label ? str_of(v->x.label) : v->u.text, k); break;
    case VAL_LIST:
        if (v->count) fill_value(f, &v->u.list[0], k);
        else k->type = SORT_MISSING;
        break;
    case VAL_OBJECT:
        if (v->x.type->text) fill_text(f, v->x.type->text(v->u.self), k);
        else k->type = SORT_MISSING;
        break;
    default: k->type = SORT_MISSING;
    }
}

/* The key of thing x by what stands on top of the stack (a field's name or a function); pops it. */
static void fill_key(Fill *f, const Value *x, SortKey *k)
{
    lua_State *L = f->L;
    Value v = value_none();
    if (lua_type(L, -1) == LUA_TSTRING) {
        Str name;
        name.p = lua_tolstring(L, -1, &name.n);
        if (str_is(name, "due") || str_is(name, "han")) v = value_date(query_due_day(L, x));
        if (v.type == VAL_NONE) lua_value_field(L, x, name, &v);
        fill_value(f, &v, k);
        lua_pop(L, 1);
        return;
    }
    lua_value_push(L, *x);
    lua_call(L, 1, 1);
    const Box *b = lua_value_box(L, -1);
    if (b) v = b->v;
    else if (lua_type(L, -1) == LUA_TNUMBER) v = value_number(lua_tonumber(L, -1));
    else if (lua_type(L, -1) == LUA_TBOOLEAN) v = value_bool(lua_toboolean(L, -1));
    else if (lua_type(L, -1) == LUA_TSTRING) v.type = VAL_TEXT, v.u.text.p = lua_tolstring(L, -1, &v.u.text.n);
    if (v.type == VAL_NUMBER && v.u.d != v.u.d) v = value_none();         /* not a number has no place */
    fill_value(f, &v, k);
    lua_pop(L, 1);
}

void query_sort(lua_State *L, const Query *q, int needs, QueryRows *rows)
{
    int top = lua_gettop(L);
    luaL_checkstack(L, 20, NULL);
    Sort s = {.width = (uint32_t)lua_rawlen(L, needs) / KEY_PARTS};
    state_spend(L, 1 + (long)(rows->n / 16));
    lua_newtable(L);
    Fill f = {.L = L, .kept = lua_gettop(L)};
    s.key = lua_newuserdatauv(L, ((size_t)rows->n * s.width + 1) * sizeof *s.key, 0);
    uint32_t *order = lua_newuserdatauv(L, ((size_t)rows->n * 2 + 1) * sizeof *order, 0);
    for (uint32_t c = 0; c < s.width; c++) {
        lua_rawgeti(L, needs, (lua_Integer)c * KEY_PARTS + KEY_DOWN);
        s.down[c] = lua_toboolean(L, -1);
        lua_pop(L, 1);
    }
    for (uint32_t i = 0; i < rows->n; i++) {
        Value x = lua_value_resolve(L, &q->list, rows->v[i]);
        order[i] = i;
        if (i % 64 == 0) state_check_alive(L);
        for (uint32_t c = 0; c < s.width; c++) {
            lua_rawgeti(L, needs, (lua_Integer)c * KEY_PARTS + KEY_FIELD);
            fill_key(&f, &x, &s.key[(size_t)i * s.width + c]);
        }
    }
    if (rows->n) qsort_r(order, rows->n, sizeof *order, compare_rows, &s);
    for (uint32_t i = 0; i < rows->n; i++) order[rows->n + i] = rows->v[order[i]];
    memcpy(rows->v, order + rows->n, rows->n * sizeof *order);
    lua_settop(L, top);
}
