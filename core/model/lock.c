/* lock.c - locks: which field a lock names, what counts as tightening, waivers past their date, conflicts between layers. */
#include "core/model/due.h"
#include "core/model/inside.h"
#include <stdio.h>
#include <string.h>

int lock_path(const Model *m, const char *path, Arena *a, const char **out, Err *err)
{
    char text[300];
    if (strlen(path) >= sizeof text) return err_set(err, SEN3131, "%.100s", path);
    strcpy(text, path);
    char *dot = strrchr(text, '.'), *colon = strchr(text, ':');
    if (!dot) return err_set(err, SEN3131, "%s", path);
    *dot = 0;
    static const Kind bare[] = {KIND_TASK, KIND_ITEM, KIND_INDICATOR, KIND_MATERIAL, KIND_UNIT};
    const Entity *e = NULL;
    if (colon) {
        *colon = 0;
        int k = word_find_kind(text);
        e = k < 0 ? NULL : model_find(m, (Kind)k, colon + 1);
    }
    for (size_t i = 0; !colon && !e && i < sizeof bare / sizeof *bare; i++) e = model_find(m, bare[i], text);
    int field = e ? word_find_field_exact(e->kind, dot + 1, strlen(dot + 1)) : -1;
    if (field < 0) return err_set(err, SEN3131, "%s", path);
    *out = arena_print(a, "%s.%s", e->address, word_field(e->kind, (size_t)field)->name);
    return 0;
}

const Entity *lock_of(const Model *m, const Entity *e, size_t i, int layer)
{
    char path[400];
    if (!m->shelf[KIND_LOCK].n) return NULL;
    int n = snprintf(path, sizeof path, "%s.%s", e->address, word_field(e->kind, i)->name);
    if (n < 0 || (size_t)n >= sizeof path) return NULL;
    const Entity *lock = model_find(m, KIND_LOCK, path);
    return lock && !lock->removed && lock->layer < layer ? lock : NULL;
}

const Entity *lock_on(const Model *m, const Entity *e, int layer)
{
    if (!m->shelf[KIND_LOCK].n) return NULL;
    if (e->kind == KIND_LOCK) return e->layer < layer ? e : NULL;
    for (size_t i = 0; i < word_field_count(e->kind); i++) {
        const Entity *lock = lock_of(m, e, i, layer);
        if (lock) return lock;
    }
    for (size_t p = 0; (e->kind == KIND_TASK || e->kind == KIND_CHECKLIST) && p < m->shelf[KIND_ITEM].n; p++) {
        const Entity *item = m->shelf[KIND_ITEM].v[p].entity;
        if (item->removed || item->dropped || !item->parent || item->parent_kind != e->kind || strcmp(item->parent,
            e->id)) continue;
        const Entity *lock = lock_on(m, item, layer);
        if (lock) return lock;
    }
    return NULL;
}

/* The last day a date, rule or period allows, seen from its own entity; DATE_NONE when it names none. */
static Date last_day(const Model *m, const Entity *e, const Field *f, Value v)
{
    Err ignore = {0};
    int year = m->year ? m->year : 2000;
    DueContext c = {.from = DATE_NONE, .to = DATE_NONE, .year = year};
    Date from, to;
    if (v.type == VAL_DATE) return v.u.date;
    if (v.type != VAL_TEXT) return DATE_NONE;
    if (f->type == FIELD_PERIOD) return due_parse_period(v.u.text, year, &from, &to, &ignore) ? DATE_NONE : to;
    const Entity *owner = e->parent ? model_find(m, e->parent_kind, e->parent) : e;
    const char *period = owner ? entity_text(owner, "period") : "";
    if (*period && !due_parse_period(str_of(period), year, &from, &to, &ignore)) {
        c.from = from;
        c.to = to;
    }
    DueRule rule;
    DueResult r;
    ignore = (Err){0};
    if (due_parse(v.u.text, &rule, &ignore) || due_resolve(&rule, &c, &r, &ignore)) return DATE_NONE;
    return r.last_day;
}

static const Value *map_value(Value map, const char *key)
{
    for (uint32_t i = 0; map.type == VAL_MAP && i < map.count; i++)
        if (str_is(map.u.map[i].key, key)) return map.u.map[i].value;
    return NULL;
}

static int same_mark(Value a, Value b)
{
    return value_equal(*map_value(a, "level"), *map_value(b, "level")) &&
           value_equal(*map_value(a, "year"), *map_value(b, "year"));
}

static double number_of(Value v) { return v.type == VAL_INT ? (double)v.u.i : v.type == VAL_NUMBER ? v.u.d : 0; }

/* Every locked target must stand, no weaker. up = 1: higher is tighter, -1: lower is, 0: equal only. */
static int targets_kept(Value before, Value after, int up)
{
    for (uint32_t i = 0; before.type == VAL_LIST && i < before.count; i++) {
        int kept = 0;
        for (uint32_t k = 0; after.type == VAL_LIST && k < after.count && !kept; k++) {
            if (!same_mark(before.u.list[i], after.u.list[k])) continue;
            double a = number_of(*map_value(before.u.list[i], "value")), b = number_of(*map_value(after.u.list[k], "value"));
            kept = up > 0 ? b >= a : up < 0 ? b <= a : !(b < a) && !(b > a);
        }
        if (!kept) return 0;
    }
    return 1;
}

static int list_kept(Value before, Value after)
{
    for (uint32_t i = 0; before.type == VAL_LIST && i < before.count; i++) {
        int kept = 0;
        for (uint32_t k = 0; after.type == VAL_LIST && k < after.count && !kept; k++)
            kept = value_equal(before.u.list[i], after.u.list[k]);
        if (!kept) return 0;
    }
    return 1;
}

static const char *natural_direction(const Field *f)
{
    switch (f->type) {
    case FIELD_DATE: case FIELD_RULE: case FIELD_PERIOD: return "earlier";
    case FIELD_TEXTS: case FIELD_IDS: case FIELD_CHOICES: return "more";
    case FIELD_TARGETS: return "higher";
    default: return "fixed";
    }
}

static int is_tighter(const Model *m, const Entity *e, const Field *f, const char *direction, Value before, Value after)
{
    if (f->type == FIELD_TARGETS) {
        const char *way = entity_text(e, "direction");
        int up = !strcmp(direction, "lower") || !strcmp(way, "at_most") ? -1
            : !strcmp(way, "equal") || !strcmp(direction, "fixed") ? 0 : 1;
        return targets_kept(before, after, up);
    }
    if (!strcmp(direction, "more")) return list_kept(before, after);
    if (!strcmp(direction, "earlier") || !strcmp(direction, "later")) {
        Date a = last_day(m, e, f, before), b = last_day(m, e, f, after);
        if (a == DATE_NONE || b == DATE_NONE) return 0;
        return *direction == 'e' ? b <= a : b >= a;
    }
    int number = (before.type == VAL_INT || before.type == VAL_NUMBER) && (after.type == VAL_INT || after.type == VAL_NUMBER);
    if (!strcmp(direction, "higher")) return number && number_of(after) >= number_of(before);
    if (!strcmp(direction, "lower")) return number && number_of(after) <= number_of(before);
    return 0;
}

int lock_check(const Model *m, const Entity *e, size_t i, int layer, Value v, Err *err)
{
    const Entity *lock = lock_of(m, e, i, layer);
    if (!lock) return 0;
    const Field *f = word_field(e->kind, i);
    const char *direction = entity_text(lock, "direction");
    if (!*direction) direction = natural_direction(f);
    if (is_tighter(m, e, f, direction, e->slots[i].value, v)) return 0;
    return err_set(err, SEN3125, "%s.%s" ARG "%s" ARG "%s", e->address, f->alias, entity_text(lock, "basis"),
                   word_choice_label(word_choices("lock_direction"), direction, LANG_VI));
}

void model_check_day(const Model *m, Date today, Findings *f)
{
    for (int k = 0; k < KINDS; k++)
        for (size_t p = 0; p < m->shelf[k].n; p++) {
            const Entity *e = m->shelf[k].v[p].entity;
            for (size_t i = 0; !e->dropped && !e->removed && i < word_field_count((Kind)k); i++) {
                const Step *s = e->slots[i].step;
                if (!s || s->verb != VERB_WAIVE || s->expires == DATE_NONE || s->expires >= today) continue;
                Buf b = {0};
                value_show(value_date(s->expires), &b);
                findings_add(f, SEN3128, s->file, s->line, 0, e->address, "%s.%s" ARG "%s" ARG "%s", e->address,
                             word_field((Kind)k, i)->alias, buf_text(&b), s->approver ? s->approver : "");
                buf_free(&b);
            }
        }
}

static void list_step(const Model *m, const Entity *e, size_t i, const Step *s, Findings *f)
{
    const Layer *low = model_layer(m, (size_t)s->prev->layer), *high = model_layer(m, (size_t)s->layer);
    Buf was = {0}, is = {0};
    value_show(s->before, &was);
    value_show(s->after, &is);
    findings_add(f, SEN3133, s->file, s->line, 0, e->address, "%s.%s" ARG "%s" ARG "%s" ARG "%.90s → %.90s", e->address,
                 word_field(e->kind, i)->alias, low ? low->name : "", high ? high->name : "", buf_text(&was), buf_text(&is));
    buf_free(&was);
    buf_free(&is);
}

void model_list_conflicts(const Model *m, Findings *f)
{
    for (int k = 0; k < KINDS; k++)
        for (size_t p = 0; p < m->shelf[k].n; p++) {
            const Entity *e = m->shelf[k].v[p].entity;
            for (size_t i = 0; !e->dropped && i < word_field_count((Kind)k); i++)
                for (const Step *s = e->slots[i].step; s && s->prev; s = s->prev)
                    if (s->op != STEP_COMPUTED && s->prev->op != STEP_COMPUTED && s->prev->layer != s->layer) list_step(m, e,
                        i, s, f);
        }
}

static int one_of(const Value *list, const char *text)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (str_is(list->u.list[i].u.text, text)) return 1;
    return 0;
}

int model_only_fits(const Entity *e, const Entity *unit)
{
    const Value *only = entity_get(e, "only");
    if (!only || only->type != VAL_MAP) return 1;
    if (!unit) return 0;
    for (uint32_t i = 0; i < only->count; i++) {
        Str key = only->u.map[i].key;
        const char *has = str_is(key, "kind") ? entity_text(unit, "kind") : str_is(key, "parent") ? entity_text(unit, "parent")
            : unit->id;
        if (!one_of(only->u.map[i].value, has)) return 0;
    }
    return 1;
}
