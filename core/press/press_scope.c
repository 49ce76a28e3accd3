/* press_scope.c - a unit's model, plans and values as the roots of a scope; the texts of the model with their holes filled. */
#include "core/press/press_build.h"
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
    return (Value){.type = VAL_LIST, .count = a.count + b.count, .u.list = v};
}

static Value plan_list(const PressJob *job, Arena *a)
{
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

ScriptName *press_scope_names(const PressJob *job, Arena *a, size_t *n)
{
    size_t count;
    const char *const *names = scope_names(&count);
    ScriptName *v = arena_alloc(a, count * sizeof *v);
    Scope *s = arena_alloc(a, sizeof *s);
    press_fill_scope(job, a, s);
    for (size_t i = 0; i < count; i++) v[i] = (ScriptName){names[i], s->root[i]};
    *n = count;
    return v;
}

/* --- texts with holes --- */

typedef struct FillModel {
    Model *m;
    FillJob job;
    ExprEngine engine;
    Scope scope;
    Arena *scratch;
    int ready;                             /* the scope is made when the first hole is met */
    const PressJob *press;
} FillModel;

static int is_live(const Value *v)
{
    if (v->type == VAL_TEXT) return v->u.text.n > 4 && memmem(v->u.text.p, v->u.text.n, "{{", 2) != NULL;
    if (v->type != VAL_LIST) return 0;
    for (uint32_t i = 0; i < v->count; i++)
        if (v->u.list[i].type == VAL_TEXT && is_live(&v->u.list[i])) return 1;
    return 0;
}

static Value fill_one(FillModel *x, const Value *v, const char *file, int line)
{
    Err e = {0};
    Str s;
    if (v->type != VAL_TEXT) return *v;
    if (template_fill_text(v->u.text, file, line, &x->job, model_arena(x->m), &s, &e)) {
        findings_add_err(x->job.findings, &e);
        return *v;
    }
    return value_text(s);
}

static void fill_slot(FillModel *x, const Entity *e, size_t field)
{
    const Slot *slot = &e->slots[field];
    const char *file = slot->step ? slot->step->file : e->file;
    int line = slot->step ? slot->step->line : e->line;
    Value v = slot->value;
    if (!x->ready) {
        press_fill_scope(x->press, x->scratch, &x->scope);
        x->ready = 1;
    }
    if (v.type == VAL_LIST) {
        Value *list = arena_alloc(model_arena(x->m), ((size_t)v.count + 1) * sizeof *list);
        for (uint32_t i = 0; i < v.count; i++) list[i] = fill_one(x, &v.u.list[i], file, line);
        v.u.list = list;
    } else {
        v = fill_one(x, &v, file, line);
    }
    model_set(x->m, e->kind, e->path, word_field(e->kind, field)->name, v);
}

void press_fill_model(Model *m, const PressJob *job, Findings *f)
{
    FillModel x = {.m = m, .press = job, .scratch = arena_new()};
    x.engine = (ExprEngine){.lua = job->lua, .no_oplist = job->no_oplist, .draft = job->draft};
    x.job = (FillJob){.engine = &x.engine, .scope = &x.scope, .content = job->content, .findings = f};
    for (int k = 0; k < KINDS; k++) {
        size_t n = model_count(m, (Kind)k), fields = word_field_count((Kind)k);
        for (size_t i = 0; i < n; i++) {
            for (size_t c = 0; c < fields; c++) {
                const Entity *e = model_at(m, (Kind)k, i);
                if (e->removed) break;
                FieldType type = word_field((Kind)k, c)->type;
                if ((type == FIELD_TEXT || type == FIELD_TEXTS) && is_live(&e->slots[c].value)) fill_slot(&x, e, c);
            }
        }
    }
    if (x.ready) model_finish(m);
    arena_free(x.scratch);
}
