/* query_match.c - does a thing pass a step of a query: tests, days, what belongs to what. Changes nothing. */
#include "core/script/query.h"
#include "core/base/text.h"
#include "core/model/due.h"
#include <stdlib.h>
#include <string.h>

/* --- days --- */

Date query_today(lua_State *L)
{
    Script *s = script_of(L);
    Value v = value_none();
    if (s->get && s->get(s->get_scope, str_of("today"), &v) && v.type == VAL_DATE) return v.u.date;
    if (s->world && s->world->today != DATE_NONE) return s->world->today;
    if (s->today == DATE_NONE) state_raise(L, SEN3048, "%s", "qua_han()");
    return s->today;
}

Date query_take_day(lua_State *L, int idx)
{
    const Box *b = lua_value_box(L, idx);
    const Script *s = script_of(L);
    if (b && b->v.type == VAL_DATE) return b->v.u.date;
    if (lua_type(L, idx) != LUA_TSTRING) state_raise(L, SEN3156, "%s", script_type_both(luaL_typename(L, idx)));
    size_t n;
    const char *p = lua_tolstring(L, idx, &n);
    DueContext ctx = {.from = DATE_NONE, .to = DATE_NONE, .year = s->world ? s->world->year : 0,
                      .workdays = s->world ? s->world->workdays : NULL};
    DueRule rule;
    Err e = {0};
    if (!ctx.year && s->today != DATE_NONE) ctx.year = date_year(s->today);
    if (due_parse((Str){p, n}, &rule, &e)) state_raise(L, e.code, "%s" ARG "%s" ARG "%s", e.arg[0], e.arg[1], e.arg[2]);
    DueResult *r = lua_newuserdatauv(L, sizeof *r, 0);
    if (due_resolve(&rule, &ctx, r, &e)) state_raise(L, e.code, "%s" ARG "%s" ARG "%s", e.arg[0], e.arg[1], e.arg[2]);
    lua_pop(L, 1);
    return r->due_on;
}

static Date date_in(const Value *v) { return v->type == VAL_DATE ? v->u.date : DATE_NONE; }

Date query_due_day(lua_State *L, const Value *x)
{
    static const char *const names[] = {"due_on", "on", "to"};
    const Entry *entry = entity_entry(x);
    Value v = value_none();
    if (entry) {
        const Value *d = entity_get(entry->entity, "due_on");
        return d ? date_in(d) : DATE_NONE;
    }
    for (size_t i = 0; i < 3; i++)
        if (lua_value_field(L, x, str_of(names[i]), &v) && v.type == VAL_DATE) return v.u.date;
    return DATE_NONE;
}

/* --- values against what is wanted --- */

static int same_text(Str a, Str b)
{
    if (str_eq(a, b)) return 1;
    Buf x = {0}, y = {0};
    text_fold(a.p, a.n, &x);
    text_fold(b.p, b.n, &y);
    int same = x.n == y.n && !memcmp(buf_text(&x), buf_text(&y), x.n);
    buf_free(&x);
    buf_free(&y);
    return same;
}

static int present(const Value *v)
{
    switch (v->type) {
    case VAL_NONE: return 0;
    case VAL_BOOL: return v->u.i != 0;
    case VAL_TEXT: return v->u.text.n > 0;
    case VAL_LIST: case VAL_MAP: return v->count > 0;
    default: return 1;
    }
}

static int is_number(const Value *v, double *d)
{
    if (v->type == VAL_INT) *d = (double)v->u.i;
    else if (v->type == VAL_NUMBER) *d = v->u.d;
    else return 0;
    return 1;
}

static int same_object(const Value *a, const Value *b)
{
    if (a->u.self == b->u.self) return 1;
    const char *x = a->x.type->address ? a->x.type->address(a->u.self) : NULL;
    const char *y = b->x.type->address ? b->x.type->address(b->u.self) : NULL;
    return x && y && !strcmp(x, y);
}

/* An object is named by its id, its path or its address. */
static int object_named(const Value *v, Str s)
{
    Value id = value_none();
    const char *address = v->x.type->address ? v->x.type->address(v->u.self) : NULL;
    if (address && str_is(s, address)) return 1;
    if (!v->x.type->get) return 0;
    if (v->x.type->get(v->u.self, str_of("id"), &id) && id.type == VAL_TEXT && same_text(id.u.text, s)) return 1;
    return v->x.type->get(v->u.self, str_of("path"), &id) && id.type == VAL_TEXT && str_eq(id.u.text, s);
}

static int same(const Value *v, const Value *want)
{
    double a, b;
    if (want->type == VAL_BOOL) return present(v) == (want->u.i != 0);
    switch (v->type) {
    case VAL_LIST:
        for (uint32_t i = 0; i < v->count; i++)
            if (same(&v->u.list[i], want)) return 1;
        return 0;
    case VAL_OBJECT:
        if (want->type == VAL_TEXT) return object_named(v, want->u.text);
        return want->type == VAL_OBJECT && same_object(v, want);
    case VAL_INT: case VAL_NUMBER: return is_number(v, &a) && is_number(want, &b) && a == b;
    case VAL_DATE: return want->type == VAL_DATE && v->u.date == want->u.date;
    case VAL_TEXT: case VAL_WORD:
        if (want->type == VAL_OBJECT) return object_named(want, v->u.text);
        return want->type == VAL_TEXT && same_text(v->u.text, want->u.text);
    default: return 0;
    }
}

/* --- where --- */

/* planned, doing, done, late, dropped: what was written, else by what is ticked and the day. */
static Value status_of(lua_State *L, const Entity *e)
{
    const Value *v = entity_get(e, "status"), *done, *due, *times;
    if (v && v->type != VAL_NONE) return *v;
    if (e->kind == KIND_TASK) {
        if (query_today(L) == DATE_NONE) return value_none();
        v = entity_get(e, "state");
        return v ? *v : value_none();
    }
    done = entity_get(e, "done");
    due = entity_get(e, "due_on");
    times = entity_get(e, "times_done");
    if (done && present(done)) return value_text(str_of("done"));
    if (due && due->type == VAL_DATE && due->u.date < query_today(L)) return value_text(str_of("late"));
    return value_text(str_of(times && times->type == VAL_INT && times->u.i > 0 ? "doing" : "planned"));
}

static Value value_of_test(lua_State *L, const Tests *tests, const Test *t, const Value *x)
{
    const Entry *entry = entity_entry(x);
    Value v = value_none();
    if (t->of == OF_STATUS && entry) return status_of(L, entry->entity);
    if (t->of == OF_SLOT && entry && x->x.type == tests->type && !script_of(L)->no_figures)
        return entry->entity->slots[t->slot].value;
    lua_value_field(L, x, t->name, &v);
    return v;
}

static int holds(const Test *t, const Value *v)
{
    double d;
    int found = 0;
    switch (t->op) {
    case TEST_SAME: case TEST_OTHER:
        for (uint32_t i = 0; i < t->n && !found; i++) found = same(v, &t->wanted[i]);
        return found == (t->op == TEST_SAME);
    case TEST_LEAST: return is_number(v, &d) && d >= t->number;
    case TEST_MOST: return is_number(v, &d) && d <= t->number;
    case TEST_ABOVE: return is_number(v, &d) && d > t->number;
    case TEST_BELOW: return is_number(v, &d) && d < t->number;
    case TEST_FROM: return v->type == VAL_DATE && v->u.date >= t->day;
    case TEST_TO: return v->type == VAL_DATE && v->u.date <= t->day;
    case TEST_HAS: break;
    }
    if (v->type == VAL_LIST) {
        for (uint32_t i = 0; i < v->count && !found; i++) found = holds(t, &v->u.list[i]);
        return found;
    }
    Str s = {"", 0};
    if (v->type == VAL_TEXT) s = v->u.text;
    else if (v->type == VAL_WORD) s = v->x.label ? str_of(v->x.label) : v->u.text;
    else if (v->type == VAL_OBJECT && v->x.type->text) s = v->x.type->text(v->u.self);
    return text_find_folded(s.p, s.n, t->wanted[0].u.text.p);
}

static int pass_tests(lua_State *L, int needs, const Value *x)
{
    const Tests *tests = lua_touserdata(L, needs);
    for (uint32_t i = 0; i < tests->n; i++) {
        Value v = value_of_test(L, tests, &tests->v[i], x);
        if (!holds(&tests->v[i], &v)) return 0;
    }
    return 1;
}

/* where(function(x) … end): what it answers. */
static int pass_function(lua_State *L, int needs, const Value *x)
{
    luaL_checkstack(L, 6, NULL);
    lua_pushvalue(L, needs);
    lua_value_push(L, *x);
    lua_call(L, 1, 1);
    int yes = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return yes;
}

/* --- search, late --- */

static int pass_search(lua_State *L, int needs, const Value *x)
{
    static const char *const fields[] = {"title", "text", "note", "id"};
    const char *want = lua_tostring(L, needs);
    Value v = value_none();
    for (size_t i = 0; i < 4; i++)
        if (lua_value_field(L, x, str_of(fields[i]), &v) && v.type == VAL_TEXT && text_find_folded(v.u.text.p, v.u.text.n, want))
            return 1;
    return 0;
}

static int pass_late(lua_State *L, const Query *q, const Value *x)
{
    const Entry *entry = entity_entry(x);
    if (entry && (entry->entity->kind == KIND_TASK || entry->entity->kind == KIND_ITEM)) {
        Value v = status_of(L, entry->entity);
        return (v.type == VAL_TEXT || v.type == VAL_WORD) && str_is(v.u.text, "late");
    }
    Date d = query_due_day(L, x);
    return d != DATE_NONE && d < q->today;
}

/* --- of --- */

/* Does a field of e that holds ids of y's kind name y? */
static int names(const Entity *e, const Entity *y)
{
    if (y->kind == KIND_ITEM) return 0;                    /* an item's id means one only inside its task */
    for (size_t i = 0; i < word_field_count(e->kind); i++) {
        const Field *f = word_field(e->kind, i);
        const Value *v = &e->slots[i].value;
        if ((f->type != FIELD_ID && f->type != FIELD_IDS) || f->target != y->kind || v->type == VAL_NONE) continue;
        Value want = value_text(str_of(y->id));
        if (same(v, &want)) return 1;
    }
    return 0;
}

static int entity_of(const Entity *x, const Entry *yy)
{
    const Entity *y = yy->entity;
    if (x->kind == KIND_ITEM && x->parent && x->parent_kind == y->kind && !strcmp(x->parent, y->id)) return 1;
    if (y->kind == KIND_UNIT) {
        const Value *v = entity_get(x, "unit");
        Value want = value_text(str_of(y->id));
        return !v || v->type == VAL_NONE || same(v, &want);
    }
    if (names(x, y) || names(y, x)) return 1;
    if (x->kind == KIND_ITEM) return 0;
    Value items = model_items(yy->model, y);               /* what an item of the task uses serves the task */
    for (uint32_t i = 0; i < items.count; i++)
        if (names(((const Entry *)items.u.list[i].u.self)->entity, x)) return 1;
    return 0;
}

static int in_list(lua_State *L, const Value *x, const char *field, const Value *one)
{
    Value list = value_none();
    if (!lua_value_field(L, x, str_of(field), &list) || list.type != VAL_LIST) return 0;
    return same(&list, one);
}

/* Where a thing has its clauses themselves; a task's `clauses` are their addresses. */
static const char *clauses_of(const Entry *e) { return e->entity->kind == KIND_LEGAL ? "clauses" : "nodes"; }

static int pass_of(lua_State *L, const Query *q, const Value *x)
{
    const Entry *xe = entity_entry(x), *ye = entity_entry(&q->of);
    Value v = value_none();
    if (xe && ye) return entity_of(xe->entity, ye);
    if (xe) return in_list(L, x, clauses_of(xe), &q->of);  /* of a clause */
    if (ye && x->type == VAL_OBJECT) return in_list(L, &q->of, clauses_of(ye), x);
    if (!ye || x->type != VAL_MAP) return 0;
    const char *key = ye->entity->kind == KIND_UNIT ? "unit" : "indicator";
    if (!lua_value_field(L, x, str_of(key), &v) || v.type != VAL_TEXT) return 0;
    if (ye->entity->kind == KIND_UNIT || ye->entity->kind == KIND_INDICATOR) return str_is(v.u.text, ye->entity->id);
    const Entry *indicator = model_entry(ye->model, KIND_INDICATOR, v.u.text.p);
    return indicator && entity_of(indicator->entity, ye);
}

int query_pass(lua_State *L, const Query *q, int needs, const Value *x)
{
    Date d;
    int yes;
    switch (q->op) {
    case QUERY_WHERE: case QUERY_EXCEPT:
        yes = lua_type(L, needs) == LUA_TUSERDATA ? pass_tests(L, needs, x) : pass_function(L, needs, x);
        return yes == (q->op == QUERY_WHERE);
    case QUERY_SEARCH: return pass_search(L, needs, x);
    case QUERY_DUE:
        d = query_due_day(L, x);
        return d != DATE_NONE && (q->from == DATE_NONE || d >= q->from) && (q->to == DATE_NONE || d <= q->to);
    case QUERY_LATE: return pass_late(L, q, x);
    case QUERY_OF: return pass_of(L, q, x);
    default: return 1;
    }
}
