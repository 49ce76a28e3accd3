/* resolve_hide.c - what is said outside of the office about few people: the one rule for every output and template.
 * The unit's own commands read the whole figures; this file never sees them.
 *
 * An indicator with a threshold t counts people who could be known. A count of 1 to t - 1 reads "<t"; when one part of a period
 * is that small, all its parts are hidden, so that none is total minus the others; when a quarter or a month is, so are the
 * others of its year. A share loses its decimals, and is hidden when it was made of a number that small. */
#include "core/press/resolve.h"
#include <stdlib.h>
#include <string.h>

static int threshold_of(const Model *m, const char *indicator)
{
    const Entity *e = model_find(m, KIND_INDICATOR, indicator);
    const Value *v = e && !entity_gone(e) ? entity_get(e, "threshold") : NULL;
    return v && v->type == VAL_INT && v->u.i > 1 ? (int)(v->u.i < 1000000 ? v->u.i : 1000000) : 0;
}

static int is_few(double n, int threshold) { return n > 0 && n < threshold; }
static int is_few_text(const char *n, int threshold) { return n && is_few(strtod(n, NULL), threshold); }
static int has_few(const ValueRow *r, int threshold) { return is_few_text(r->n, threshold) || is_few_text(r->d, threshold); }
static int is_total(const ValueRow *r) { return !r->dimensions || !*r->dimensions; }

static Value few(int threshold, Arena *a) { return value_hidden(arena_print(a, "<%d", threshold)); }

/* --- indicator.now --- */

/* The newest period's total: what a share was made of. NULL = it is a sum, or a count. */
static const ValueRow *newest_total(const Rows *rows, const char *indicator)
{
    const ValueRow *total = NULL;
    const char *period = "";
    for (size_t i = 0; i < rows->n_values; i++) {
        const ValueRow *r = &rows->values[i];
        if (strcmp(r->indicator, indicator)) continue;
        if (strcmp(period, r->period)) total = NULL;
        period = r->period;
        if (is_total(r)) total = r;
    }
    return total;
}

static Value shown_now(const Value *now, const ValueRow *total, int threshold, Arena *a)
{
    double n = now->type == VAL_INT ? (double)now->u.i : now->u.d;
    if (!total || !total->d) return is_few(n, threshold) ? few(threshold, a) : *now;
    if (has_few(total, threshold)) return value_hidden(VALUE_HIDDEN);
    return value_int((int64_t)(n + 0.5));
}

void resolve_hide_now(Model *m, const Rows *rows, Arena *a)
{
    for (size_t i = 0; i < rows->n_values; i++) {
        const char *id = rows->values[i].indicator;
        int threshold = i && !strcmp(id, rows->values[i - 1].indicator) ? 0 : threshold_of(m, id);
        const Entity *e = threshold ? model_find(m, KIND_INDICATOR, id) : NULL;
        const Value *now = e ? entity_get(e, "now") : NULL;
        if (!now || (now->type != VAL_INT && now->type != VAL_NUMBER)) continue;
        model_set(m, KIND_INDICATOR, id, "now", shown_now(now, newest_total(rows, id), threshold, a));
    }
}

/* --- recorded values --- */

/* Every part of the period is hidden: one of them, or their total, is few. */
static int hides_parts(const ValueRow *v, size_t n, const ValueRow *of, int threshold)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(v[i].period, of->period) && has_few(&v[i], threshold)) return 1;
    return 0;
}

/* A total of a quarter or a month beside one of the same year that is few. */
static int hides_total(const ValueRow *v, size_t n, const ValueRow *of, int threshold)
{
    for (size_t i = 0; i < n && strlen(of->period) > 4; i++)
        if (is_total(&v[i]) && strlen(v[i].period) > 4 && !strncmp(v[i].period, of->period, 4) && has_few(&v[i], threshold))
            return 1;
    return 0;
}

static Value *hidden_row(const Value *row, const ValueRow *r, int threshold, Arena *a)
{
    Value *v = arena_alloc(a, mem_mul((size_t)row->count + 1, sizeof *v));
    ValuePair *pair = arena_alloc(a, mem_mul((size_t)row->count + 1, sizeof *pair));
    for (uint32_t i = 0; i < row->count; i++) {
        Str key = row->u.map[i].key;
        const char *text = str_is(key, "d") ? r->d : r->n;
        int figure = str_is(key, "n") || str_is(key, "d") || str_is(key, "value");
        v[i] = *row->u.map[i].value;
        if (figure && v[i].type != VAL_NONE)
            v[i] = is_few_text(text, threshold) && !(str_is(key, "value") && r->d) ? few(threshold, a)
                                                                                   : value_hidden(VALUE_HIDDEN);
        pair[i] = (ValuePair){key, &v[i]};
    }
    v[row->count] = (Value){.type = VAL_MAP, .count = row->count, .u.map = pair};
    return &v[row->count];
}

Value resolve_shown_values(const Model *m, const Rows *rows, Value all, Arena *a)
{
    Value *v = arena_alloc(a, mem_mul((size_t)all.count + 1, sizeof *v));
    for (size_t i = 0, end; i < rows->n_values && i < all.count; i = end) {
        const ValueRow *first = &rows->values[i];
        int threshold = threshold_of(m, first->indicator);
        for (end = i; end < rows->n_values && end < all.count && !strcmp(rows->values[end].indicator, first->indicator);) end++;
        for (size_t k = i; k < end; k++) {
            const ValueRow *r = &rows->values[k];
            int hide = threshold && (has_few(r, threshold) || (is_total(r) ? hides_total(first, end - i, r, threshold)
                                                                           : hides_parts(first, end - i, r, threshold)));
            v[k] = hide ? *hidden_row(&all.u.list[k], r, threshold, a) : all.u.list[k];
        }
    }
    return (Value){.type = VAL_LIST, .count = all.count, .u.list = v};
}
