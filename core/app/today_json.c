/* today_json.c - what is due, late and soon in a unit, as one object. */
#include "core/app/today.h"
#include "core/app/json.h"
#include <stdlib.h>
#include <string.h>

static void put(json_t *j, const char *key, json_t *v) { json_object_set_new(j, key, v); }

static json_t *field(const Entity *e, const char *name)
{
    const Value *v = entity_get(e, name);
    return v ? json_value(v) : json_null();
}

static json_t *due_json(const Entity *e, Date due)
{
    json_t *j = json_object();
    put(j, "id", json_string(e->path));
    put(j, "address", json_string(e->address));
    put(j, "text", field(e, "title"));
    put(j, "who", field(e, e->kind == KIND_TASK ? "lead" : "who"));
    put(j, "due", json_date(due));
    return j;
}

enum { SOON_DAYS = 14 };

static void sort_due(json_t *all, Date today, const Entity *e, Date due)
{
    const char *where = due < today ? "late" : due == today ? "due" : due <= today + SOON_DAYS ? "soon" : NULL;
    if (where) json_array_append_new(json_object_get(all, where), due_json(e, due));
}

static int by_due(const void *a, const void *b)
{
    json_t *const *x = a, *const *y = b;
    int c = strcmp(json_string_value(json_object_get(*x, "due")), json_string_value(json_object_get(*y, "due")));
    return c ? c : strcmp(json_string_value(json_object_get(*x, "id")), json_string_value(json_object_get(*y, "id")));
}

static void sort_list(json_t *list)
{
    size_t n = json_array_size(list);
    json_t **v = mem_alloc(mem_mul(n, sizeof *v));
    for (size_t i = 0; i < n; i++) v[i] = json_incref(json_array_get(list, i));
    if (n) qsort(v, n, sizeof *v, by_due);
    json_array_clear(list);
    for (size_t i = 0; i < n; i++) json_array_append_new(list, v[i]);
    free(v);
}

json_t *today_json(Session *s, const Model *m, const char *unit)
{
    json_t *j = json_object(), *day = json_object(), *items = json_array();
    put(j, "schema", json_string("sen-today/1"));
    put(j, "unit", json_text(unit));
    put(day, "date", json_date(s->c->date));
    static const char *const lists[] = {"due", "late", "soon"};
    for (size_t i = 0; i < 3; i++) put(day, lists[i], json_array());
    static const Kind kinds[] = {KIND_TASK, KIND_ITEM};
    for (size_t k = 0; k < 2; k++) {
        size_t n = model_count(m, kinds[k]);
        for (size_t i = 0; i < n; i++) {
            const Entity *e = model_at(m, kinds[k], i);
            const Value *due = entity_get(e, "due_on"), *done = entity_get(e, "done");
            int finished = (done && done->type == VAL_BOOL && done->u.i) || !strcmp(entity_text(e, "state"), "done");
            if (!entity_gone(e) && !finished && due && due->type == VAL_DATE) sort_due(day, s->c->date, e, due->u.date);
        }
    }
    for (size_t i = 0; i < 3; i++) sort_list(json_object_get(day, lists[i]));
    json_object_update(j, day);                            /* one object: its keys stand at the top, and as the only item */
    json_array_append_new(items, day);
    put(j, "items", items);
    return j;
}
