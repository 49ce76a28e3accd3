/* press_agenda.c - the root `agenda` of a scope: what is late, due and soon, earliest first; made only when it is read. */
#include "core/press/press_build.h"
#include <stdlib.h>
#include <string.h>

enum { SOON_DAYS = 14 };

typedef struct Agenda {
    const Model *model;
    Date today;
    Arena *arena;
    Value list[3];                         /* late, due, soon; made together */
    int made;
} Agenda;

static const char *const names[] = {"late", "due", "soon"};

static Date due_of(const Value *v)
{
    const Value *d = entity_get(((const Entry *)v->u.self)->entity, "due_on");
    return d && d->type == VAL_DATE ? d->u.date : DATE_NONE;
}

static int by_due(const void *x, const void *y)
{
    Date a = due_of(x), b = due_of(y);
    if (a != b) return a < b ? -1 : 1;
    const Entity *e = ((const Entry *)((const Value *)x)->u.self)->entity,
        *f = ((const Entry *)((const Value *)y)->u.self)->entity;
    return strcmp(e->path, f->path);
}

static int which(const Agenda *g, const Value *item)
{
    const Value *done = entity_get(((const Entry *)item->u.self)->entity, "done");
    Date due = due_of(item);
    if (due == DATE_NONE || (done && done->type == VAL_BOOL && done->u.i)) return -1;
    return due < g->today ? 0 : due == g->today ? 1 : due <= g->today + SOON_DAYS ? 2 : -1;
}

static void make(Agenda *g)
{
    Value all = model_list(g->model, KIND_ITEM);
    for (int k = 0; k < 3; k++) {
        Value *v = arena_alloc(g->arena, mem_mul(all.count, sizeof *v));
        uint32_t n = 0;
        for (uint32_t i = 0; i < all.count; i++)
            if (which(g, &all.u.list[i]) == k) v[n++] = all.u.list[i];
        if (n) qsort(v, n, sizeof *v, by_due);
        g->list[k] = (Value){.type = VAL_LIST, .count = n, .u.list = v};
    }
    g->made = 1;
}

static int agenda_get(const void *self, Str field, Value *out)
{
    Agenda *g = (Agenda *)(uintptr_t)self;                 /* the lists are a cache */
    for (int k = 0; k < 3; k++) {
        if (!str_is(field, names[k])) continue;
        if (!g->made) make(g);
        *out = g->list[k];
        return 1;
    }
    return 0;
}

static const char *const *agenda_fields(const void *self, size_t *n)
{
    (void)self;
    *n = 3;
    return names;
}

static const ObjectType agenda_type = {.name = "agenda", .get = agenda_get, .fields = agenda_fields};

Value press_agenda(const Model *m, Date today, Arena *a)
{
    if (today == DATE_NONE) return value_none();
    Agenda *g = arena_alloc(a, sizeof *g);
    *g = (Agenda){.model = m, .today = today, .arena = a};
    return (Value){.type = VAL_OBJECT, .u.self = g, .x.type = &agenda_type};
}
