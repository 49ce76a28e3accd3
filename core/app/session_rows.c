/* session_rows.c - the recorded rows of one unit out of the database, in the shape the worker and JSON read them. */
#include "core/app/frozen.h"
#include "core/app/session.h"
#include <string.h>

/* The clause addresses kept for one unit (refs.h). */
static int ref_rows(Store *store, const char *unit, Arena *a, Rows *rows, Err *e)
{
    StoreRef *refs;
    const char *tasks = arena_print(a, "%s/task", unit);
    size_t own = strlen(tasks) + 1;
    if (store_refs_of(store, tasks, a, &refs, &rows->n_refs, e)) return -1;
    rows->refs = arena_alloc(a, mem_mul(rows->n_refs, sizeof *rows->refs));
    for (size_t i = 0; i < rows->n_refs; i++)
        rows->refs[i] = (RefRow){refs[i].owner + own, refs[i].plan, refs[i].address, refs[i].key};
    return 0;
}

static int issued_rows(Store *store, const char *unit, Arena *a, Rows *rows, Err *e)
{
    Frozen *v;
    if (frozen_load(store, unit, a, &v, &rows->n_issued, e)) return -1;
    rows->issued = arena_alloc(a, mem_mul(rows->n_issued, sizeof *rows->issued));
    for (size_t i = 0; i < rows->n_issued; i++) rows->issued[i] = (IssuedRow){v[i].material, v[i].number, v[i].on, v[i].year};
    return store_issued_below(store, unit, a, &rows->below, &rows->n_below, e);
}

int session_rows(Store *store, const char *unit, Arena *a, Rows *rows, Err *e)
{
    StoreTick *ticks;
    StoreValue *values;
    StoreLink *links;
    *rows = (Rows){0};
    if (store_ticks(store, unit, a, &ticks, &rows->n_ticks, e) || store_values(store, unit, a, &values, &rows->n_values, e) ||
        store_links(store, unit, a, &links, &rows->n_links, e)) return -1;
    rows->ticks = arena_alloc(a, mem_mul(rows->n_ticks, sizeof *rows->ticks));
    for (size_t i = 0; i < rows->n_ticks; i++)
        rows->ticks[i] = (TickRow){ticks[i].item, ticks[i].on, ticks[i].times, ticks[i].note, ticks[i].evidence, ticks[i].by};
    rows->values = arena_alloc(a, mem_mul(rows->n_values, sizeof *rows->values));
    for (size_t i = 0; i < rows->n_values; i++) {
        const StoreValue *v = &values[i];
        rows->values[i] = (ValueRow){v->indicator, v->period, v->dimensions, v->n, v->d, v->state, v->who, v->as_of};
    }
    rows->links = arena_alloc(a, mem_mul(rows->n_links, sizeof *rows->links));
    for (size_t i = 0; i < rows->n_links; i++) rows->links[i] = (LinkRow){links[i].task, links[i].key, links[i].yes};
    return issued_rows(store, unit, a, rows, e) || ref_rows(store, unit, a, rows, e) ? -1 : 0;
}
