/* press_form.c - the data of a form for figures: its lines, what was recorded before, and a number that tells forms apart. */
#include "core/press/press_form.h"
#include "core/press/scope.h"
#include "core/model/form.h"
#include <stdlib.h>
#include <string.h>

enum { LINE_FIELDS = 20, FORM_FIELDS = 8 };

typedef struct Maker {
    const PressJob *job;
    Arena *arena;
    const Entity *unit;
    char period[FORM_PERIOD];
    uint64_t hash;
} Maker;

typedef struct FormFields { ValuePair *pair; Value *v; uint32_t n; } FormFields;

static FormFields fields_new(Arena *a, size_t most)
{
    return (FormFields){arena_alloc(a, most * sizeof(ValuePair)), arena_alloc(a, most * sizeof(Value)), 0};
}

static void field_add(FormFields *f, const char *key, Value v)
{
    f->v[f->n] = v;
    f->pair[f->n] = (ValuePair){str_of(key), &f->v[f->n]};
    f->n++;
}

static void field_text(FormFields *f, const char *key, const char *text) { field_add(f, key, value_text(str_of(text))); }

static Value map_of(const FormFields *f) { return (Value){.type = VAL_MAP, .count = f->n, .u.map = f->pair}; }

/* FNV-1a: a form with other lines is another form. */
static void hash_text(Maker *k, const char *s)
{
    for (; *s; s++) k->hash = (k->hash ^ (unsigned char)*s) * 1099511628211u;
    k->hash = (k->hash ^ 0xFF) * 1099511628211u;
}

/* --- what was recorded before --- */

static Str row_text(const Value *row, const char *key)
{
    for (uint32_t i = 0; i < row->count; i++)
        if (str_is(row->u.map[i].key, key) && row->u.map[i].value->type == VAL_TEXT) return row->u.map[i].value->u.text;
    return (Str){"", 0};
}

/* The row of an indicator and period with these dimensions; for a free line the k-th whose dimension it is. */
static const Value *find_row(const Maker *k, const FormLine *l, Str *name)
{
    const Value *all = k->job->own_values;
    const char *want = l->part == FORM_PART ? arena_print(k->arena, "%s=%s", l->dimension, l->name) : "";
    size_t begins = strlen(l->dimension), free_no = l->part == FORM_FREE ? (size_t)atoi(l->name) : 0;
    for (uint32_t i = 0; all && all->type == VAL_LIST && i < all->count; i++) {
        const Value *row = &all->u.list[i];
        if (row->type != VAL_MAP || !str_is(row_text(row, "indicator"), l->indicator->id) ||
            !str_is(row_text(row, "period"), k->period)) continue;
        Str d = row_text(row, "dimensions");
        if (!free_no && str_is(d, want)) return row;
        if (!free_no || d.n <= begins || memcmp(d.p, l->dimension, begins) || d.p[begins] != '=' || --free_no) continue;
        *name = (Str){d.p + begins + 1, d.n - begins - 1};
        return row;
    }
    return NULL;
}

/* --- one line --- */

/* «ít nhất 90 %»: this year's target. */
static Value goal_text(const Maker *k, const Entity *e)
{
    Buf b = {0};
    const Value *goal = entity_get(e, "goal"), *direction = entity_get(e, "direction");
    if (!goal || goal->type == VAL_NONE) return value_text((Str){"", 0});
    if (direction && direction->type == VAL_WORD && direction->x.label && !str_is(direction->u.text, "equal"))
        buf_printf(&b, "%s ", direction->x.label);
    scope_print(goal, &b);
    buf_printf(&b, " %s", entity_text(e, "measure"));
    Value v = value_text((Str){arena_text(k->arena, buf_text(&b), b.n), b.n});
    buf_free(&b);
    return v;
}

static const char *who_text(const Maker *k, const Entity *e)
{
    const Value *who = entity_get(e, "who");
    if (!who || who->type != VAL_WORD) return "";
    return who->x.label ? who->x.label : arena_text(k->arena, who->u.text.p, who->u.text.n);
}

static Value line_map(Maker *k, const FormLine *l)
{
    static const char *const parts[] = {"whole", "part", "free"};
    const Entity *e = l->indicator;
    Str name = {"", 0};
    const Value *row = find_row(k, l, &name);
    const char *key = form_key(k->unit->id, k->period, e->id, form_part(l, k->arena), k->arena);
    FormFields f = fields_new(k->arena, LINE_FIELDS);
    hash_text(k, key);
    hash_text(k, entity_title(e));
    field_text(&f, "key", key);
    field_text(&f, "part", parts[l->part]);
    field_text(&f, "title", entity_title(e));
    field_text(&f, "label", l->label);
    field_text(&f, "dimension", l->dimension_label);
    field_text(&f, "measure", entity_text(e, "measure"));
    field_text(&f, "group", entity_text(e, "group"));
    field_add(&f, "whole", value_bool(form_is_whole(e)));
    field_add(&f, "ratio", value_bool(form_is_ratio(e)));
    field_text(&f, "numerator", entity_text(e, "numerator"));
    field_text(&f, "denominator", entity_text(e, "denominator"));
    field_add(&f, "goal", goal_text(k, e));
    field_text(&f, "method", entity_text(e, "method"));
    field_text(&f, "who", who_text(k, e));
    field_add(&f, "name", value_text(name));
    field_add(&f, "n", value_text(row ? row_text(row, "n") : (Str){"", 0}));
    field_add(&f, "d", value_text(row ? row_text(row, "d") : (Str){"", 0}));
    return map_of(&f);
}

Value press_form(const PressJob *job, const char *period, Arena *a)
{
    FormLines lines;
    Maker k = {.job = job, .arena = a, .unit = press_find_unit(job), .hash = 14695981039346656037u};
    if (!k.unit || form_period(period, job->year, k.period)) return value_none();
    form_lines(job->model, k.period, a, &lines);
    Value *v = arena_alloc(a, mem_mul(lines.n + 1, sizeof *v));
    for (size_t i = 0; i < lines.n; i++) v[i] = line_map(&k, &lines.v[i]);
    FormFields f = fields_new(a, FORM_FIELDS);
    field_add(&f, "form", value_int(1));
    field_text(&f, "unit", k.unit->id);
    field_text(&f, "unit_name", entity_title(k.unit));
    field_text(&f, "period", arena_copy(a, k.period));
    field_text(&f, "period_label", form_period_label(k.period, a));
    field_add(&f, "year", value_int(atoi(k.period)));
    field_text(&f, "revision", arena_print(a, "%08x", (unsigned)(k.hash ^ k.hash >> 32)));
    field_add(&f, "lines", (Value){.type = VAL_LIST, .count = (uint32_t)lines.n, .u.list = v});
    return map_of(&f);
}
