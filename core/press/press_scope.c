/* press_scope.c - a unit's model, plans and values as the roots of a scope; the texts of the model with their holes filled. */
#include "core/press/press_parts.h"
#include "core/model/name.h"
#include <string.h>

const Entity *press_find_unit(const PressJob *job)
{
    if (job->unit) return model_find(job->model, KIND_UNIT, job->unit);
    const Entity *last = NULL;
    size_t n = model_count(job->model, KIND_UNIT);
    for (size_t i = 0; i < n; i++) {
        const Entity *u = model_at(job->model, KIND_UNIT, i);
        if (!u->removed) last = u;
    }
    return last;
}

static Value join_lists(Value a, Value b, Arena *arena)
{
    if (b.type != VAL_LIST || b.count == 0) return a;
    if (a.type != VAL_LIST || a.count == 0) return b;
    Value *v = arena_alloc(arena, ((size_t)a.count + b.count) * sizeof *v);
    memcpy(v, a.u.list, a.count * sizeof *v);
    memcpy(v + a.count, b.u.list, b.count * sizeof *v);
    return (Value){.type = VAL_LIST, .count = a.count + b.count, .u.list = v, .x.type = a.x.type};
}

static Value plan_list(const PressJob *job, Arena *a)
{
    if (job->plan_values) return (Value){.type = VAL_LIST, .count = (uint32_t)job->n_plans, .u.list = job->plan_values};
    Value *v = arena_alloc(a, (job->n_plans + 1) * sizeof *v);
    for (size_t i = 0; i < job->n_plans; i++) v[i] = scope_plan_value(job->plans[i], a);
    return (Value){.type = VAL_LIST, .count = (uint32_t)job->n_plans, .u.list = v};
}

void press_fill_scope(const PressJob *job, Arena *a, Scope *s)
{
    const Model *m = job->model;
    *s = (Scope){0};
    for (int i = 0; i < SCOPE_NAMES; i++) s->root[i] = value_none();
    const Entity *unit = press_find_unit(job);
    const Entry *entry = unit ? model_entry(m, KIND_UNIT, unit->path) : NULL;
    if (entry) s->root[SCOPE_UNIT] = entity_value(entry);
    s->root[SCOPE_PLANS] = plan_list(job, a);
    if (job->n_plans) s->root[SCOPE_PLAN] = s->root[SCOPE_PLANS].u.list[0];
    s->root[SCOPE_TASKS] = model_list(m, KIND_TASK);
    s->root[SCOPE_CHECKLISTS] = model_list(m, KIND_CHECKLIST);
    s->root[SCOPE_INDICATORS] = model_list(m, KIND_INDICATOR);
    s->root[SCOPE_MATERIALS] = model_list(m, KIND_MATERIAL);
    s->root[SCOPE_EVENTS] = model_list(m, KIND_EVENT);
    s->root[SCOPE_VALUES] = job->values ? *job->values : (Value){.type = VAL_LIST};
    s->root[SCOPE_LEGAL] = model_list(m, KIND_LEGAL);
    Value in_plan;
    if (job->n_plans && scope_field(&s->root[SCOPE_PLAN], str_of("legal"), &in_plan))
        s->root[SCOPE_LEGAL] = join_lists(s->root[SCOPE_LEGAL], in_plan, a);
    s->root[SCOPE_TODAY] = value_date(job->today);
    s->root[SCOPE_AGENDA] = press_agenda(m, job->today, a);
    s->root[SCOPE_YEAR] = job->year ? value_int(job->year) : value_none();
}

uint32_t press_own_roots(const PressJob *job)
{
    static const uint32_t of_tasks = 1u << SCOPE_TASKS | 1u << SCOPE_CHECKLISTS | 1u << SCOPE_AGENDA;
    static const uint32_t roots[KINDS] = {[KIND_TASK] = of_tasks, [KIND_ITEM] = of_tasks, [KIND_CHECKLIST] = of_tasks,
        [KIND_INDICATOR] = 1u << SCOPE_INDICATORS, [KIND_MATERIAL] = 1u << SCOPE_MATERIALS, [KIND_EVENT] = 1u << SCOPE_EVENTS,
        [KIND_LEGAL] = 1u << SCOPE_LEGAL};
    uint32_t own = model_own_kinds(job->model), out = job->values && job->values->count ? 1u << SCOPE_VALUES : 0;
    for (int k = 0; k < KINDS; k++)
        if (own >> k & 1) out |= roots[k];
    return out;
}

/* The value of a root that only scripts have. */
static Value more_root(const PressJob *job, const char *name)
{
    static const struct { const char *name; Kind kind; } more[] = {{"items", KIND_ITEM}, {"schedules", KIND_SCHEDULE},
        {"bodies", KIND_BODY}, {"members", KIND_MEMBER}, {"narratives", KIND_NARRATIVE}};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (!strcmp(name, more[i].name)) return model_list(job->model, more[i].kind);
    return value_none();
}

ScriptName *press_scope_names(const PressJob *job, Arena *a, size_t *n)
{
    size_t count, all, k = 0;
    const char *const *names = scope_names(&count);
    const Name *root = name_all(&all);
    ScriptName *v = arena_alloc(a, (count + 2 * all) * sizeof *v);
    Scope *s = arena_alloc(a, sizeof *s);
    press_fill_scope(job, a, s);
    for (size_t i = 0; i < count; i++) v[k++] = (ScriptName){names[i], s->root[i], 0};
    for (size_t i = 0; i < all; i++) {                     /* further lists, and all in Vietnamese */
        if (root[i].place != PLACE_ROOT) continue;
        int at = scope_root(str_of(root[i].en));
        Value value = at >= 0 ? s->root[at] : more_root(job, root[i].en);
        if (at < 0) v[k++] = (ScriptName){root[i].en, value, 1};
        v[k++] = (ScriptName){root[i].vi, value, 1};
    }
    *n = k;
    return v;
}
