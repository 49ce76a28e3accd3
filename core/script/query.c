/* query.c - runs a chain of steps over a list: filters in one pass, then orders and cuts; keeps the answer. */
#include "core/script/query.h"
#include <string.h>

Query *query_at(lua_State *L, int idx)
{
    Query *q = luaL_testudata(L, idx, KEY_QUERY);
    if (q && q->run != script_of(L)->run) state_raise(L, SEN3037, "%s", "");
    return q;
}

Query *query_push(lua_State *L, int parent, QueryOp op)
{
    luaL_checkstack(L, 6, NULL);
    if (parent) parent = lua_absindex(L, parent);
    const Query *above = parent ? query_at(L, parent) : NULL;
    if (above && above->length >= QUERY_CHAIN) state_raise(L, SEN3150, "%d", QUERY_CHAIN);
    Query *q = lua_newuserdatauv(L, sizeof *q, 3);
    memset(q, 0, sizeof *q);
    q->op = op;
    q->run = script_of(L)->run;
    q->from = q->to = q->today = DATE_NONE;
    if (above) {
        q->list = above->list;
        q->length = above->length + 1;
        lua_pushvalue(L, parent);
        lua_setiuservalue(L, -2, 1);
    }
    luaL_setmetatable(L, KEY_QUERY);
    return q;
}

void query_push_list(lua_State *L, Value list)
{
    Query *q = query_push(L, 0, QUERY_ROOT);
    q->list = list;
}

Value query_row(lua_State *L, const Query *q, uint32_t place) { return lua_value_resolve(L, &q->list, place); }

void query_give(lua_State *L, uint32_t rows)
{
    Script *s = script_of(L);
    if (s->killed) state_kill(L);
    s->rows_left -= rows;
    if (s->rows_left < 0) state_raise(L, SEN3151, "%d", SCRIPT_ROWS_MOST);
}

int query_push_row(lua_State *L, const Query *q, const QueryRows *rows, uint32_t i)
{
    if (i >= rows->n) lua_pushnil(L);
    else {
        query_give(L, 1);
        lua_value_push(L, query_row(L, q, rows->v[i]));
    }
    return 1;
}

static QueryRows *new_rows(lua_State *L, uint32_t most)
{
    QueryRows *r = lua_newuserdatauv(L, sizeof *r + (size_t)most * sizeof *r->v, 0);
    r->n = 0;
    return r;
}

/* The steps from the nearest kept answer (or the root) on: pushes step and its needs for each, lowest first, below them the
 * rows to begin with (or nil). Returns how many steps; *base = where they begin on the stack. */
static int push_chain(lua_State *L, int idx, int *base)
{
    int steps = 0, length = query_at(L, idx)->length + 1;
    luaL_checkstack(L, 2 * length + 10, NULL);
    *base = lua_gettop(L) + 2;
    lua_pushnil(L);                        /* rows to begin with */
    for (int i = 0; i < 2 * length; i++) lua_pushnil(L);
    lua_pushvalue(L, idx);
    for (;;) {                             /* the query on top */
        const Query *q = luaL_checkudata(L, -1, KEY_QUERY);
        if (lua_getiuservalue(L, -1, 3) == LUA_TUSERDATA) {
            lua_replace(L, *base - 1);
            break;
        }
        lua_pop(L, 1);
        if (q->op == QUERY_ROOT) {
            if (lua_getiuservalue(L, -1, 2) == LUA_TUSERDATA) lua_replace(L, *base - 1);       /* a part of the list */
            else lua_pop(L, 1);
            break;
        }
        lua_pushvalue(L, -1);
        lua_replace(L, *base + 2 * steps);
        lua_getiuservalue(L, -1, 2);
        lua_replace(L, *base + 2 * steps + 1);
        steps++;
        lua_getiuservalue(L, -1, 1);
        lua_remove(L, -2);
    }
    lua_pop(L, 1);
    return steps;
}

typedef struct Run {
    lua_State *L;
    const Query *q;
    int base, steps;                       /* step k (0 = the first) stands at base + 2 * (steps - 1 - k) */
    lua_Integer left[QUERY_CHAIN + 2];     /* LIMIT, SKIP: what is left of it */
} Run;

static int index_of(const Run *r, int k) { return r->base + 2 * (r->steps - 1 - k); }
static const Query *step_of(const Run *r, int k) { return lua_touserdata(r->L, index_of(r, k)); }

static int cuts(QueryOp op) { return op == QUERY_ORDER || op == QUERY_REVERSE; }

/* One thing against the steps [from, to): 1 = kept, 0 = not, -1 = not, and nothing after it will be. */
static int pass(Run *r, int from, int to, uint32_t place)
{
    int known = 0;
    Value x = value_none();
    for (int k = from; k < to; k++) {
        const Query *q = step_of(r, k);
        if (q->op == QUERY_SKIP) {
            if (r->left[k] > 0) return r->left[k]--, 0;
        } else if (q->op == QUERY_LIMIT) {
            if (r->left[k] <= 0) return -1;
            r->left[k]--;
        } else {
            if (!known) x = query_row(r->L, q, place);
            known = 1;
            if (!query_pass(r->L, q, index_of(r, k) + 1, &x)) return 0;
        }
    }
    return 1;
}

/* 1 when a limit of [from, to) is used up: no further thing can pass. */
static int full(const Run *r, int from, int to)
{
    for (int k = from; k < to; k++)
        if (step_of(r, k)->op == QUERY_LIMIT && r->left[k] <= 0) return 1;
    return 0;
}

/* Filters: the rows at r->base - 1 (nil = the whole list) through the steps [from, to) into new rows, which take their place. */
static void filter(Run *r, int from, int to, uint32_t most)
{
    lua_State *L = r->L;
    const QueryRows *in = lua_touserdata(L, r->base - 1);
    uint32_t n = in ? in->n : r->q->list.count;
    QueryRows *out = new_rows(L, most && most < n ? most : n);
    for (int k = from; k < to; k++) r->left[k] = step_of(r, k)->n;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t place = in ? in->v[i] : i;
        if (i % 64 == 0) state_spend(L, 1);
        int kept = full(r, from, to) ? -1 : pass(r, from, to, place);
        if (kept < 0) break;
        if (kept) out->v[out->n++] = place;
        if (most && out->n == most) break;
    }
    lua_replace(L, r->base - 1);
}

/* Orders change a copy: kept answers stay. */
static void reorder(Run *r, int k)
{
    lua_State *L = r->L;
    const QueryRows *in = lua_touserdata(L, r->base - 1);
    QueryRows *out = new_rows(L, in->n);
    out->n = in->n;
    memcpy(out->v, in->v, in->n * sizeof *in->v);
    if (step_of(r, k)->op == QUERY_ORDER) query_sort(L, step_of(r, k), index_of(r, k) + 1, out);
    else for (uint32_t i = 0; i < in->n; i++) out->v[i] = in->v[in->n - 1 - i];
    lua_replace(L, r->base - 1);
}

const QueryRows *query_run(lua_State *L, int idx, uint32_t most)
{
    idx = lua_absindex(L, idx);
    const Query *q = query_at(L, idx);
    if (lua_getiuservalue(L, idx, 3) == LUA_TUSERDATA) return lua_touserdata(L, -1);
    lua_pop(L, 1);
    int top = lua_gettop(L);
    Run r = {.L = L, .q = q};
    r.steps = push_chain(L, idx, &r.base);
    state_spend(L, 1);
    int whole = 1;
    for (int k = 0; k < r.steps;) {
        int to = k;
        while (to < r.steps && !cuts(step_of(&r, to)->op)) to++;
        if (to > k || lua_isnil(L, r.base - 1)) {
            uint32_t enough = to == r.steps ? most : 0;
            filter(&r, k, to, enough);
            whole = !enough;
        }
        for (k = to; k < r.steps && cuts(step_of(&r, k)->op); k++) reorder(&r, k);
    }
    if (lua_isnil(L, r.base - 1)) {
        filter(&r, 0, 0, most);
        whole = !most;
    }
    lua_pushvalue(L, r.base - 1);
    if (whole) {                           /* an answer that is whole is kept */
        lua_pushvalue(L, -1);
        lua_setiuservalue(L, idx, 3);
    }
    lua_replace(L, top + 1);
    lua_settop(L, top + 1);
    return lua_touserdata(L, -1);
}

Value query_collect(lua_State *L, int idx, Arena *a)
{
    const Query *q = query_at(L, idx);
    const QueryRows *rows = query_run(L, idx, 0);
    query_give(L, rows->n);
    Value *list = arena_alloc(a, mem_mul((size_t)rows->n + 1, sizeof *list));
    for (uint32_t i = 0; i < rows->n; i++) list[i] = query_row(L, q, rows->v[i]);
    Value v = {.type = VAL_LIST, .count = rows->n, .u.list = list};
    lua_pop(L, 1);
    return v;
}
