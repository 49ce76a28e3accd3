/* resolve.c - computed fields: deadlines of tasks and items, what is done, the latest values. */
#include "core/press/resolve.h"
#include "core/base/text.h"
#include "core/model/due.h"
#include "core/press/resolve_link.h"
#include <stdlib.h>
#include <string.h>

static Date slot_date(const Entity *e, const char *field)
{
    const Value *v = entity_get(e, field);
    return v && v->type == VAL_DATE ? v->u.date : DATE_NONE;
}

static void set_date(Model *m, const Entity *e, const char *field, Date d)
{
    if (d != DATE_NONE && slot_date(e, field) != d) model_set(m, e->kind, e->path, field, value_date(d));
}

/* Reports a rule that cannot be read, at the line of its field. */
static void bad_rule(const Entity *e, const char *field, Err *why, Findings *f)
{
    const Slot *slot = entity_slot(e, field);
    const Step *step = slot ? slot->step : NULL;
    int col = why->col;
    err_at(why, step ? step->file : e->file, step ? step->line : e->line, 0);
    (void)col;
    findings_add_err(f, why);
}

typedef struct Span { Date from, to, deadline; int exclusive; } Span;

/* "UBND các phường, xã", "Các đơn vị, địa phương": the wards are among them («Thương binh và Xã hội» is no xã). */
static int names_wards(const char *actor)
{
    static const char *const words[] = {" phuong ", " xa ", " dia phuong ", " don vi ", " co so ", " cac cap "};
    Buf folded = {0};
    int found = 0;
    buf_putc(&folded, ' ');
    text_fold(actor, strlen(actor), &folded);
    buf_putc(&folded, ' ');
    for (char *c = folded.p; *c; c++)
        if (*c == ',' || *c == ';') *c = ' ';
    for (size_t i = 0; i < sizeof words / sizeof *words && !found; i++)
        for (const char *at = folded.p; !found && (at = strstr(at, words[i])); at++)
            found = strncmp(at, " xa hoi", 7) != 0;
    buf_free(&folded);
    return found;
}

/* A row of an annex that gives its work, and so its last day, to named bodies above the wards. */
static int row_for_others(const Plan *p, int node)
{
    int lead = 0;
    if (p->nodes[node].kind != NODE_ROW) return 0;
    for (size_t i = 0; i < p->n_actors; i++) {
        if (p->actors[i].node != node) continue;
        if (names_wards(p->actors[i].name)) return 0;
        lead |= p->actors[i].role == ACTOR_LEAD;
    }
    return lead;
}

/* What the clauses of a task say of its time: the widest period and the earliest last day. */
static Span clause_span(const ResolveJob *job, const Entity *task)
{
    Span s = {DATE_NONE, DATE_NONE, DATE_NONE, 0};
    const Value *list = entity_get(task, "clauses");
    if (!list || list->type != VAL_LIST) return s;
    for (uint32_t i = 0; i < list->count; i++) {
        int node;
        const Plan *p = resolve_link_find(job->plans, list->u.list[i].u.text, &node);
        for (size_t k = 0; p && k < p->n_dates; k++) {
            const PlanDate *d = &p->dates[k];
            if (d->node != node) continue;
            if (d->kind == DATE_DEADLINE) {
                if (row_for_others(p, node)) continue;
                if (s.deadline != DATE_NONE && d->to >= s.deadline) continue;
                s.deadline = d->to;
                s.exclusive = d->exclusive;
            } else {
                if (s.from == DATE_NONE || d->from < s.from) s.from = d->from;
                if (s.to == DATE_NONE || d->to > s.to) s.to = d->to;
            }
        }
    }
    return s;
}

static int resolve_due(Model *m, const Entity *e, const ResolveJob *job, Date from, Date to, Findings *f)
{
    const char *text = entity_text(e, "due");
    DueRule rule;
    DueResult *r = NULL;
    Err why = {0};
    int rc = -1;
    if (!text[0]) return -1;
    DueContext ctx = {.from = from, .to = to, .year = job->year, .workdays = job->workdays};
    r = mem_alloc(sizeof *r);
    if (due_parse(str_of(text), &rule, &why) || due_resolve(&rule, &ctx, r, &why)) {
        bad_rule(e, "due", &why, f);
    } else {
        set_date(m, e, "due_on", r->last_day);
        if (e->kind == KIND_TASK) set_date(m, model_find(m, e->kind, e->path), "must_arrive", r->must_arrive);
        rc = 0;
    }
    free(r);
    return rc;
}

static void resolve_task(Model *m, const Entity *task, const ResolveJob *job, Findings *f)
{
    Err why = {0};
    Date from = DATE_NONE, to = DATE_NONE;
    resolve_link_task(m, task, job);
    task = model_find(m, KIND_TASK, task->path);
    Span span = clause_span(job, task);
    const char *period = entity_text(task, "period");
    if (period[0]) {
        if (due_parse_period(str_of(period), job->year, &from, &to, &why)) bad_rule(task, "period", &why, f);
    } else {
        from = span.from;
        to = span.to;
    }
    set_date(m, task, "from", from);
    set_date(m, model_find(m, KIND_TASK, task->path), "to", to);
    task = model_find(m, KIND_TASK, task->path);
    if (resolve_due(m, task, job, from, to, f) == 0 || span.deadline == DATE_NONE || entity_text(task, "due")[0]) return;
    set_date(m, task, "due_on", span.exclusive ? span.deadline - 1 : span.deadline);
    set_date(m, model_find(m, KIND_TASK, task->path), "must_arrive",
             due_must_arrive(job->workdays, span.deadline, span.exclusive));
}

static void resolve_item(Model *m, const Entity *item, const ResolveJob *job, Findings *f)
{
    Date from = DATE_NONE, to = DATE_NONE;
    const Entity *task = item->parent && item->parent_kind == KIND_TASK ? model_find(m, KIND_TASK, item->parent) : NULL;
    if (task) {
        from = slot_date(task, "from");
        to = slot_date(task, "to");
    }
    resolve_due(m, item, job, from, to, f);
}

/* event.due_on: the day of `on`, counted from the period of its task. */
static void resolve_event(Model *m, const Entity *e, const Entity *task, const ResolveJob *job, Findings *f)
{
    const char *text = entity_text(e, "on");
    DueContext ctx = {.from = DATE_NONE, .to = DATE_NONE, .year = job->year, .workdays = job->workdays};
    DueRule rule;
    Err why = {0};
    if (!text[0]) return;
    if (task) {
        ctx.from = slot_date(task, "from");
        ctx.to = slot_date(task, "to");
    }
    DueResult *r = mem_alloc(sizeof *r);
    if (due_parse(str_of(text), &rule, &why) || due_resolve(&rule, &ctx, r, &why)) bad_rule(e, "on", &why, f);
    else set_date(m, e, "due_on", r->last_day);
    free(r);
}

/* The two ends of a period written as text. */
static void resolve_period(Model *m, const Entity *e, const char *field, const char *first, const char *last,
                           const ResolveJob *job,
                           Findings *f)
{
    const char *text = entity_text(e, field);
    Date from = DATE_NONE, to = DATE_NONE;
    Err why = {0};
    if (!text[0]) return;
    if (due_parse_period(str_of(text), job->year, &from, &to, &why)) {
        bad_rule(e, field, &why, f);
        return;
    }
    set_date(m, e, first, from);
    set_date(m, model_find(m, e->kind, e->path), last, to);
}

static int mine(const Model *m, const Entity *e, const ResolveJob *job)
{
    return !entity_gone(e) && (!job->own_only || e->owner == m);
}

static int map_number(const Value *map, const char *key, double *out)
{
    for (uint32_t i = 0; i < map->count; i++) {
        const Value *v = map->u.map[i].value;
        if (!str_is(map->u.map[i].key, key)) continue;
        if (v->type == VAL_INT) *out = (double)v->u.i;
        else if (v->type == VAL_NUMBER) *out = v->u.d;
        else return 0;
        return 1;
    }
    return 0;
}

/* How near to the unit a target was set: 3 its own, 2 the province's, 1 the nation's. */
static int target_level(const Value *map)
{
    for (uint32_t i = 0; i < map->count; i++) {
        const Value *v = map->u.map[i].value;
        if (str_is(map->u.map[i].key, "level") && (v->type == VAL_WORD || v->type == VAL_TEXT))
            return str_is(v->u.text, "ward") ? 3 : str_is(v->u.text, "province") ? 2 : 1;
    }
    return 1;
}

/* indicator.goal: the target that counts this year. The nearest level that has one; there the latest year not after this
 * one (what had to be reached by 2025 still has to hold in 2026). A target without a year always counts. */
static void resolve_goal(Model *m, const Entity *e, int year)
{
    const Value *list = entity_get(e, "target");
    int level = 0;
    double best_year = 0, goal = 0, y, v;
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        const Value *t = &list->u.list[i];
        if (t->type != VAL_MAP || !map_number(t, "value", &v)) continue;
        if (!map_number(t, "year", &y)) y = 0;
        int near = target_level(t);
        if (y > year || near < level || (near == level && y < best_year)) continue;
        level = near;
        best_year = y;
        goal = v;
    }
    if (level)
        model_set(m, KIND_INDICATOR, e->path, "goal",
                  goal == (double)(int64_t)goal ? value_int((int64_t)goal) : value_number(goal));
}

/* Events, schedules, materials, legal references, layouts. */
static void resolve_others(Model *m, const ResolveJob *job, Findings *f)
{
    static const Kind kinds[] = {KIND_EVENT, KIND_SCHEDULE, KIND_MATERIAL, KIND_LEGAL, KIND_LAYOUT};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        size_t n = model_count(m, kinds[k]);
        for (size_t i = 0; i < n; i++) {
            const Entity *e = model_at(m, kinds[k], i), *task = NULL;
            if (kinds[k] == KIND_EVENT) task = model_find(m, KIND_TASK, entity_text(e, "task"));
            if (!mine(m, e, job) && !(job->own_only && task && task->owner == m && !entity_gone(e))) continue;
            if (kinds[k] == KIND_EVENT) resolve_event(m, e, task, job, f);
            else if (kinds[k] == KIND_SCHEDULE) resolve_period(m, e, "period", "from", "to", job, f);
            else if (kinds[k] == KIND_MATERIAL) resolve_period(m, e, "valid", "valid_from", "valid_to", job, f);
            else if (kinds[k] == KIND_LEGAL) resolve_link_legal(m, e, job);
            else resolve_layout_check(e, f);
        }
    }
}

void resolve_model(Model *m, const ResolveJob *job, Findings *f)
{
    size_t n = model_count(m, KIND_TASK);
    for (size_t i = 0; i < n; i++) {
        const Entity *e = model_at(m, KIND_TASK, i);
        if (mine(m, e, job)) resolve_task(m, e, job, f);
    }
    n = model_count(m, KIND_ITEM);
    for (size_t i = 0; i < n; i++) {
        const Entity *e = model_at(m, KIND_ITEM, i);
        const Entity *task = e->parent ? model_find(m, e->parent_kind, e->parent) : NULL;
        if (mine(m, e, job) || (job->own_only && task && task->owner == m && !entity_gone(e))) resolve_item(m, e, job, f);
    }
    n = model_count(m, KIND_INDICATOR);
    for (size_t i = 0; i < n; i++) {
        const Entity *e = model_at(m, KIND_INDICATOR, i);
        if (mine(m, e, job)) resolve_goal(m, e, job->year);
    }
    resolve_others(m, job, f);
}

/* --- what was recorded --- */

static int times_needed(const Entity *item)
{
    const Value *v = entity_get(item, "times");
    return v && v->type == VAL_INT && v->u.i > 0 ? (int)v->u.i : 1;
}

/* Ticks come sorted by item: one run of rows for each. */
static void resolve_ticks(Model *m, const Rows *rows)
{
    for (size_t i = 0, k; i < rows->n_ticks; i = k) {
        int times = 0;
        Date last = DATE_NONE;
        for (k = i; k < rows->n_ticks && !strcmp(rows->ticks[k].item, rows->ticks[i].item); k++) {
            times += rows->ticks[k].times;
            if (last == DATE_NONE || rows->ticks[k].on > last) last = rows->ticks[k].on;
        }
        const Entity *item = model_find(m, KIND_ITEM, rows->ticks[i].item);
        if (!item || entity_gone(item)) continue;
        int done = times >= times_needed(item);
        const char *path = item->path;
        model_set(m, KIND_ITEM, path, "times_done", value_int(times));
        model_set(m, KIND_ITEM, path, "done", value_bool(done));
        model_set(m, KIND_ITEM, path, "done_on", value_date(last));
    }
}

static double number_of(const char *s) { return s ? strtod(s, NULL) : 0; }

/* The value of one row: n, or n/d. */
static Value row_value(const ValueRow *r)
{
    if (!r->n) return value_none();
    double n = number_of(r->n);
    if (!r->d) return strchr(r->n, '.') ? value_number(n) : value_int((int64_t)n);
    double d = number_of(r->d);
    return d != 0 ? value_number(n / d * 100) : value_none();
}

static Value text_or_none(const char *s) { return s ? value_text(str_of(s)) : value_none(); }

static Value row_map(const ValueRow *r, const char *unit, Arena *a)
{
    static const char *const key[] = {"indicator", "unit", "period", "dimensions", "n", "d", "value", "state", "who", "on"};
    enum { N = sizeof key / sizeof *key };
    Value *v = arena_alloc(a, N * sizeof *v);
    ValuePair *pair = arena_alloc(a, N * sizeof *pair);
    const Value all[N] = {text_or_none(r->indicator), text_or_none(unit), text_or_none(r->period), text_or_none(r->dimensions),
                          text_or_none(r->n), text_or_none(r->d), row_value(r), text_or_none(r->state), text_or_none(r->who),
                          value_date(r->as_of)};
    for (size_t i = 0; i < N; i++) {
        v[i] = all[i];
        pair[i] = (ValuePair){str_of(key[i]), &v[i]};
    }
    return (Value){.type = VAL_MAP, .count = N, .u.map = pair};
}

Value resolve_value_list(const Rows *rows, const char *unit, Arena *a)
{
    Value *v = arena_alloc(a, mem_mul(rows->n_values, sizeof *v));
    for (size_t i = 0; i < rows->n_values; i++) v[i] = row_map(&rows->values[i], unit, a);
    return (Value){.type = VAL_LIST, .count = (uint32_t)rows->n_values, .u.list = v};
}

/* The newest period's total and the day it was taken: rows come sorted by indicator and period, "" dimensions first. */
static void resolve_values(Model *m, const Rows *rows)
{
    for (size_t i = 0, k; i < rows->n_values; i = k) {
        const ValueRow *first = &rows->values[i], *total = NULL;
        double sum = 0;
        int parts = 0;
        Date as_of = DATE_NONE;
        for (k = i; k < rows->n_values && !strcmp(rows->values[k].indicator, first->indicator); k++) {
            const ValueRow *r = &rows->values[k];
            if (strcmp(r->period, rows->values[k > i ? k - 1 : k].period)) {
                total = NULL;
                parts = 0;
                sum = 0;
                as_of = DATE_NONE;
            }
            if (r->as_of != DATE_NONE && (as_of == DATE_NONE || r->as_of > as_of)) as_of = r->as_of;
            if (!r->dimensions || !r->dimensions[0]) total = r;
            else if (r->n) {
                sum += number_of(r->n);
                parts++;
            }
        }
        if (!model_find(m, KIND_INDICATOR, first->indicator)) continue;
        Value v = total ? row_value(total) : parts ? value_number(sum) : value_none();
        if (v.type == VAL_NUMBER && v.u.d == (double)(int64_t)v.u.d) v = value_int((int64_t)v.u.d);
        if (v.type == VAL_NONE) continue;
        model_set(m, KIND_INDICATOR, first->indicator, "now", v);
        if (as_of != DATE_NONE) model_set(m, KIND_INDICATOR, first->indicator, "now_on", value_date(as_of));
    }
}

/* done, late, doing or planned, by the items of the task and its own last day. */
static const char *task_state(const Model *m, const Entity *task, Date today)
{
    Value items = model_items(m, task);
    uint32_t done = 0, begun = 0;
    Date due = slot_date(task, "due_on");
    for (uint32_t i = 0; i < items.count; i++) {
        const Entity *item = ((const Entry *)items.u.list[i].u.self)->entity;
        const Value *d = entity_get(item, "done"), *times = entity_get(item, "times_done");
        begun += times && times->type == VAL_INT && times->u.i > 0;
        if (d && d->type == VAL_BOOL && d->u.i) {
            done++;
            continue;
        }
        Date own = slot_date(item, "due_on");
        if (own != DATE_NONE && (due == DATE_NONE || own < due)) due = own;
    }
    if (items.count && done == items.count) return "done";
    if (due != DATE_NONE && due < today) return "late";
    return begun ? "doing" : "planned";
}

/* material.number, issued_on: of the year that is worked on; unit.plans_below. A plan for a year may be issued late in the one
 * before it. */
static void resolve_issued(Model *m, const ResolveJob *job, const Rows *rows, const char *unit)
{
    Date first = date_of(job->year - 1, 10, 1), last = date_of(job->year, 12, 31);
    int64_t below = 0;
    for (size_t i = 0; i < rows->n_issued; i++) {
        const IssuedRow *r = &rows->issued[i];
        const Entity *e = model_find(m, KIND_MATERIAL, r->material);
        if (!e || entity_gone(e) || r->year != job->year) continue;
        const char *path = e->path;
        model_set(m, KIND_MATERIAL, path, "number", value_text(str_of(r->number)));
        model_set(m, KIND_MATERIAL, path, "issued_on", value_date(r->on));
    }
    for (size_t i = 0; i < rows->n_below; i++) below += rows->below[i] >= first && rows->below[i] <= last;
    if (below && unit && model_find(m, KIND_UNIT, unit)) model_set(m, KIND_UNIT, unit, "plans_below", value_int(below));
}

void resolve_rows(Model *m, const ResolveJob *job, const Rows *rows)
{
    resolve_link_rows(m, job, rows);
    resolve_ticks(m, rows);
    resolve_values(m, rows);
    resolve_issued(m, job, rows, job->unit);
    model_finish(m);
    size_t n = model_count(m, KIND_TASK);
    for (size_t i = 0; i < n; i++) {
        const Entity *task = model_at(m, KIND_TASK, i);
        if (entity_gone(task)) continue;
        const char *state = task_state(m, task, job->today);
        if (strcmp(entity_text(task, "state"), state)) {
            const Field *field = word_field(KIND_TASK, (size_t)word_find_field(KIND_TASK, "state", 5));
            const Choice *c = field->choices ? word_find_choice(field->choices, state, strlen(state)) : NULL;
            Value v = c ? (Value){.type = VAL_WORD, .u.text = str_of(c->name), .x.label = c->read} : value_text(str_of(state));
            model_set(m, KIND_TASK, task->path, "state", v);
        }
    }
}
