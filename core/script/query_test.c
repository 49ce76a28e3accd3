/* query_test.c - where { … } compiled once against the table of words; query_match.c asks the tests of each thing. */
#include "core/script/query.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

/* --- compiling --- */

typedef struct Compile {
    lua_State *L;
    const Value *list;
    Tests *tests;
    int kept;                              /* index of the table that keeps what the tests point to */
    lua_Integer n_kept;
    int kind;                              /* of the things, -1 = no entities */
    const ObjectType *type;
} Compile;

static void keep(Compile *c) { lua_rawseti(c->L, c->kept, ++c->n_kept); }

static const ObjectType *type_of_list(const Value *list)
{
    if (list->x.type) return list->x.type;
    return list->count && list->u.list[0].type == VAL_OBJECT ? list->u.list[0].x.type : NULL;
}

static const Field *field_of(const Compile *c, const Test *t)
{
    return c->kind >= 0 && t->of == OF_SLOT ? word_field((Kind)c->kind, t->slot) : NULL;
}

static void refuse_field(const Compile *c, const char *name)
{
    const char *near = NULL;
    Place p = lua_value_place(c->type);
    if (c->kind >= 0) near = word_near_field((Kind)c->kind, name);
    if (!near) near = name_near(c->type ? p : PLACE_VALUE, name);
    const char *what = c->type ? c->type->name : "số liệu" ERR_BOTH "values";
    if (near) state_raise(c->L, SEN3115, "%.80s" ARG "%s" ARG "%s", name, what, near);
    state_raise(c->L, SEN3116, "%.80s" ARG "%s" ARG "%s", name, what, what);
}

static int is_status(const Compile *c, Str name)
{
    return (c->kind == KIND_TASK || c->kind == KIND_ITEM) && (str_is(name, "status") || str_is(name, "tinh_trang"));
}

/* Where the field of this name stands; a due rule is asked for as the day it gives. Raises when there is none. */
static void find_field(Compile *c, Test *t, Str name)
{
    t->name = name;
    t->of = OF_NAME;
    if (is_status(c, name)) {
        t->of = OF_STATUS;
    } else if (c->kind >= 0) {
        int i = word_find_field_exact((Kind)c->kind, name.p, name.n);
        if (i >= 0 && word_field((Kind)c->kind, (size_t)i)->type == FIELD_RULE) {
            int day = word_find_field_exact((Kind)c->kind, "due_on", 6);
            if (day >= 0) i = day;
        }
        if (i >= 0) {
            t->of = OF_SLOT;
            t->slot = (size_t)i;
        }
    }
    if (t->of != OF_NAME || !c->list->count) return;
    Value any = value_none();
    Value first = lua_value_resolve(c->L, c->list, 0);
    if (!lua_value_field(c->L, &first, name, &any)) refuse_field(c, name.p);
}

static void refuse_value(const Compile *c, const Test *t, const char *what)
{
    state_raise(c->L, SEN3152, "%.60s" ARG "%.80s", t->name.p, what);
}

static const Choice *choice_of(const Compile *c, const Test *t, const ChoiceList *l, Str s)
{
    const Choice *x = word_find_choice(l, s.p, s.n);
    if (x || l->open) return x;
    const char *near = word_near_choice(l, s.p);
    state_raise(c->L, SEN3153, "%.60s" ARG "%.60s" ARG "%s", t->name.p, s.p, near ? near : l->n ? l->v[0].alias : "");
    return NULL;
}

static Value text_at(Compile *c, int idx)
{
    Str s;
    s.p = lua_tolstring(c->L, idx, &s.n);
    if (s.n > 4096 || !text_valid(s.p, s.n, NULL) || memchr(s.p, 0, s.n)) state_raise(c->L, SEN3036, "%s", "UTF-8");
    lua_pushvalue(c->L, idx);
    keep(c);
    return value_text(s);
}

/* A text that a field of the table is compared with: words and ids by their English id, dates as dates. */
static Value text_for_field(Compile *c, const Test *t, const Field *f, int idx)
{
    Value v = text_at(c, idx);
    const ScriptWorld *w = script_of(c->L)->world;
    switch (f->type) {
    case FIELD_CHOICE: case FIELD_CHOICES: {
        const Choice *x = f->choices ? choice_of(c, t, f->choices, v.u.text) : NULL;
        return x ? value_text(str_of(x->name)) : v;
    }
    case FIELD_ID: case FIELD_IDS:
        if (w && w->model && f->target < KINDS && f->target != KIND_ITEM) {
            const Entity *e = model_find(w->model, f->target, v.u.text.p);
            if (e) return value_text(str_of(e->id));
        }
        return v;
    case FIELD_DATE:
        if (f->choices) {
            const Choice *x = word_find_choice(f->choices, v.u.text.p, v.u.text.n);
            if (x) return value_text(str_of(x->name));
        }
        return value_date(query_take_day(c->L, idx));
    case FIELD_INT: case FIELD_NUMBER: {
        int ok = 0;
        lua_Number d = lua_tonumberx(c->L, idx, &ok);
        if (!ok) refuse_value(c, t, v.u.text.p);
        return value_number(d);
    }
    case FIELD_BOOL:
        refuse_value(c, t, v.u.text.p);
        return v;
    default: return v;
    }
}

/* The value at idx as one that is wanted; "open" of a status stands for three. Returns how many were written to out. */
static uint32_t take_wanted(Compile *c, const Test *t, int idx, Value *out)
{
    lua_State *L = c->L;
    const Field *f = field_of(c, t);
    switch (lua_type(L, idx)) {
    case LUA_TBOOLEAN: *out = value_bool(lua_toboolean(L, idx)); return 1;
    case LUA_TNUMBER:
        *out = value_number(lua_tonumber(L, idx));
        return 1;
    case LUA_TUSERDATA:
        *out = lua_value_check(L, idx);
        if (out->type != VAL_DATE && out->type != VAL_OBJECT) refuse_value(c, t, "danh sách" ERR_BOTH "a list");
        return 1;
    case LUA_TSTRING: break;
    default: refuse_value(c, t, script_type_both(luaL_typename(L, idx)));
    }
    if (t->of == OF_STATUS) {
        static const char *const open[] = {"planned", "doing", "late"};
        Value v = text_at(c, idx);
        if (text_same_folded(v.u.text.p, "open") || text_same_folded(v.u.text.p, "chua_xong")) {
            for (int i = 0; i < 3; i++) out[i] = value_text(str_of(open[i]));
            return 3;
        }
        const Choice *x = choice_of(c, t, word_choices("status"), v.u.text);
        *out = x ? value_text(str_of(x->name)) : v;
        return 1;
    }
    *out = f ? text_for_field(c, t, f, idx) : text_at(c, idx);
    return 1;
}

static Test *new_test(Compile *c, const Test *like, TestOp op)
{
    if (c->tests->n >= QUERY_TESTS) state_raise(c->L, SEN3035, "%d", QUERY_TESTS);
    Test *t = &c->tests->v[c->tests->n++];
    *t = *like;
    t->op = op;
    return t;
}

/* One value or a list of them at idx. */
static void compile_same(Compile *c, const Test *like, TestOp op, int idx)
{
    lua_State *L = c->L;
    Test *t = new_test(c, like, op);
    size_t n = lua_type(L, idx) == LUA_TTABLE ? (size_t)lua_rawlen(L, idx) : 1;
    if (n > QUERY_WANTED) state_raise(L, SEN3035, "%d", QUERY_WANTED);
    t->wanted = lua_newuserdatauv(L, (n * 3 + 1) * sizeof *t->wanted, 0);
    keep(c);
    if (lua_type(L, idx) != LUA_TTABLE) {
        t->n = take_wanted(c, t, idx, t->wanted);
        return;
    }
    for (size_t i = 1; i <= n; i++) {
        lua_rawgeti(L, idx, (lua_Integer)i);
        t->n += take_wanted(c, t, lua_gettop(L), t->wanted + t->n);
        lua_pop(L, 1);
    }
}

/* One entry of { khac = …, tu = … }: its value on top of the stack. */
static void compile_test(Compile *c, const Test *like, const Name *name)
{
    static const struct { const char *en; TestOp op; } ops[] = {
        {"isnt", TEST_OTHER}, {"least", TEST_LEAST}, {"most", TEST_MOST}, {"above", TEST_ABOVE}, {"below", TEST_BELOW},
        {"before", TEST_TO}, {"after", TEST_FROM}, {"from", TEST_FROM}, {"to", TEST_TO}, {"has", TEST_HAS}};
    lua_State *L = c->L;
    int idx = lua_gettop(L);
    TestOp op = TEST_SAME;
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
        if (!strcmp(ops[i].en, name->en)) op = ops[i].op;
    if (op == TEST_OTHER) {
        compile_same(c, like, op, idx);
        return;
    }
    Test *t = new_test(c, like, op);
    if (op == TEST_HAS) {
        if (lua_type(L, idx) != LUA_TSTRING) refuse_value(c, t, script_type_both(luaL_typename(L, idx)));
        t->wanted = lua_newuserdatauv(L, sizeof *t->wanted, 0);
        keep(c);
        t->n = 1;
        *t->wanted = text_at(c, idx);
    } else if (op == TEST_FROM || op == TEST_TO) {
        t->day = query_take_day(L, idx);
        t->day += !strcmp(name->en, "after") - !strcmp(name->en, "before");
    } else {
        int ok = 0;
        t->number = lua_tonumberx(L, idx, &ok);
        if (!ok) refuse_value(c, t, script_type_both(luaL_typename(L, idx)));
    }
}

typedef struct Key { const char *p; size_t n; } Key;

static int compare_keys(const void *a, const void *b) { return strcmp(((const Key *)a)->p, ((const Key *)b)->p); }

/* The keys of the table at idx in the order of their bytes, so that the same mistake is always said first. Returns how many;
 * *others = 1 when some are no texts. */
static size_t sorted_keys(lua_State *L, int idx, Key key[QUERY_TESTS], int *others)
{
    size_t n = 0;
    *others = 0;
    lua_pushnil(L);
    while (lua_next(L, idx)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING) {
            *others = 1;
            continue;
        }
        if (n == QUERY_TESTS) state_raise(L, SEN3035, "%d", QUERY_TESTS);
        key[n].p = lua_tolstring(L, -1, &key[n].n);
        if (strlen(key[n].p) != key[n].n || key[n].n > 40) state_raise(L, SEN3154, "%.60s" ARG "%s", key[n].p, "khac");
        n++;
    }
    if (n > 1) qsort(key, n, sizeof *key, compare_keys);
    return n;
}

/* A table of tests, or of wanted values, at idx. */
static void compile_table(Compile *c, const Test *like, int idx)
{
    lua_State *L = c->L;
    Key key[QUERY_TESTS];
    int others;
    size_t n = sorted_keys(L, idx, key, &others);
    if (n && others) state_raise(L, SEN3154, "%s" ARG "%s", "1", "khac");
    for (size_t i = 0; i < n; i++) {
        const Name *name = name_find(PLACE_TEST, key[i].p, key[i].n);
        if (!name) {
            const char *near = name_near(PLACE_TEST, key[i].p);
            state_raise(L, SEN3154, "%.60s" ARG "%s", key[i].p, near ? near : "khac");
        }
        lua_pushlstring(L, key[i].p, key[i].n);
        lua_rawget(L, idx);
        compile_test(c, like, name);
        lua_settop(L, idx);
    }
    if (!n) compile_same(c, like, TEST_SAME, idx);
}

void query_compile_tests(lua_State *L, const Value *list, int idx)
{
    Key key[QUERY_TESTS];
    int others;
    luaL_checkstack(L, 20, NULL);
    size_t n = sorted_keys(L, idx, key, &others);
    if (others) state_raise(L, SEN3155, "%s", "");
    Compile c = {.L = L, .list = list, .type = type_of_list(list)};
    c.kind = entity_type_kind(c.type);
    c.tests = lua_newuserdatauv(L, sizeof *c.tests, 1);
    memset(c.tests, 0, sizeof *c.tests);
    c.tests->type = c.type;
    lua_newtable(L);
    c.kept = lua_gettop(L);
    for (size_t i = 0; i < n; i++) {
        Test t = {.op = TEST_SAME, .day = DATE_NONE};
        lua_pushlstring(L, key[i].p, key[i].n);
        find_field(&c, &t, (Str){lua_tostring(L, -1), key[i].n});
        lua_pushvalue(L, -1);
        keep(&c);
        lua_rawget(L, idx);
        int at = lua_gettop(L);
        if (lua_type(L, at) == LUA_TTABLE) compile_table(&c, &t, at);
        else compile_same(&c, &t, TEST_SAME, at);
        lua_settop(L, c.kept);
    }
    lua_setiuservalue(L, -2, 1);
}

/* A field's name at argument 2, checked. */
Str query_field_arg(lua_State *L, const Query *q)
{
    size_t n;
    const char *s = luaL_checklstring(L, 2, &n);
    luaL_argcheck(L, n <= 40 && strlen(s) == n, 2, "tên trường");
    int top = lua_gettop(L);
    lua_newtable(L);
    lua_pushboolean(L, 1);
    lua_setfield(L, -2, s);
    query_compile_tests(L, &q->list, lua_gettop(L));       /* an unknown name is said here */
    lua_settop(L, top);
    return (Str){s, n};
}
