/* press_cross.c - cross references: each relation in a table by kind, each answer made once and kept in an arena. */
#include "core/press/press_cross.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/map.h"
#include "core/press/resolve_link.h"
#include "core/press/scope.h"

/* A task and a clause it carries out. */
typedef struct Tie { const Entry *task; const Plan *plan; int node; } Tie;

struct PressCross {
    const Model *model;
    const Plan *const *plans;
    size_t n_plans;
    const ResolvePlans *resolved;
    Value values;
    Arena *arena;
    Map *kept;                             /* "self|relation" -> Value */
    Value *views;                          /* one per plan, made when the first clause is asked for; n_plans + 1: none */
    Tie *ties;
    size_t n_ties;
    int tied;
};

PressCross *press_cross_new(const PressJob *job, const ResolvePlans *resolved)
{
    PressCross *c = mem_alloc(sizeof *c);
    *c = (PressCross){.model = job->model, .plans = job->plans, .n_plans = job->n_plans, .resolved = resolved};
    if (job->values) c->values = *job->values;
    return c;
}

void press_cross_free(PressCross *c)
{
    if (!c) return;
    map_free(c->kept);
    arena_free(c->arena);
    free(c);
}

static Arena *arena_of(PressCross *c)
{
    if (!c->arena) c->arena = arena_new();
    return c->arena;
}

/* --- clauses --- */

static Value view_of(PressCross *c, const Plan *p)
{
    static const Plan nothing = {0};
    if (!c->views) c->views = arena_alloc(arena_of(c), (c->n_plans + 1) * sizeof *c->views);
    size_t i = 0;
    while (i < c->n_plans && c->plans[i] != p) i++;
    if (c->views[i].type == VAL_NONE) c->views[i] = scope_plan_value(i < c->n_plans ? p : &nothing, c->arena);
    return c->views[i];
}

Value press_cross_plan(PressCross *c) { return view_of(c, c->n_plans ? c->plans[0] : NULL); }

static Value list_in(const Value *plan, const char *name)
{
    Value list = value_none();
    scope_field(plan, str_of(name), &list);
    return list;
}

static Value node_object(PressCross *c, const Plan *p, int node)
{
    Value view = view_of(c, p), list = list_in(&view, "nodes");
    return list.type == VAL_LIST && node >= 0 && (uint32_t)node < list.count ? list.u.list[node] : value_none();
}

/* A clause as a task names it: it prints as its address in task.clauses, and opens as the clause. */
typedef struct Link { Value node; Str address; } Link;

static int link_get(const void *self, Str field, Value *out)
{
    const Link *l = self;
    return scope_field(&l->node, field, out);
}

static const char *const *link_fields(const void *self, size_t *n)
{
    const Link *l = self;
    return l->node.x.type->fields(l->node.u.self, n);
}

static Str link_text(const void *self) { return ((const Link *)self)->address; }

static const char *link_address(const void *self)
{
    const Link *l = self;
    return l->node.x.type->address(l->node.u.self);
}

static const ObjectType link_type = {.name = "clause", .get = link_get, .fields = link_fields, .text = link_text,
                                     .address = link_address};

static Value link_object(PressCross *c, Str address)
{
    int node = -1;
    const Plan *p = resolve_link_find(c->resolved, address, &node);
    if (!p) return value_text(address);
    Link *l = arena_alloc(c->arena, sizeof *l);
    *l = (Link){node_object(c, p, node), address};
    return (Value){.type = VAL_OBJECT, .u.self = l, .x.type = &link_type};
}

/* A list of addresses as a list of clauses. */
static Value links(PressCross *c, const Value *addresses)
{
    if (!addresses || addresses->type != VAL_LIST) return (Value){.type = VAL_LIST};
    Value *v = arena_alloc(arena_of(c), ((size_t)addresses->count + 1) * sizeof *v);
    for (uint32_t i = 0; i < addresses->count; i++) v[i] = link_object(c, addresses->u.list[i].u.text);
    return (Value){.type = VAL_LIST, .count = addresses->count, .u.list = v};
}

/* All pairs of task and clause, once. */
static void tie_all(PressCross *c)
{
    if (c->tied) return;
    c->tied = 1;
    Value tasks = model_list(c->model, KIND_TASK);
    size_t most = 0;
    for (int pass = 0; pass < 2; pass++) {
        if (pass) c->ties = arena_alloc(arena_of(c), mem_mul(most + 1, sizeof *c->ties));
        for (uint32_t i = 0; i < tasks.count; i++) {
            const Entry *e = tasks.u.list[i].u.self;
            const Value *list = entity_get(e->entity, "clauses");
            for (uint32_t k = 0; list && list->type == VAL_LIST && k < list->count; k++) {
                Tie t = {.task = e, .node = -1};
                if (pass && (t.plan = resolve_link_find(c->resolved, list->u.list[k].u.text, &t.node))) c->ties[c->n_ties++] = t;
                most += !pass;
            }
        }
    }
}

/* --- lists --- */

typedef struct List { Value *v; uint32_t n, cap; Kind kind; } List;

static void push(PressCross *c, List *l, Value v)
{
    if (l->n == l->cap) {
        l->cap = l->cap ? l->cap * 2 : 8;
        Value *more = arena_alloc(arena_of(c), mem_mul(l->cap, sizeof *more));
        if (l->n) memcpy(more, l->v, l->n * sizeof *more);
        l->v = more;
    }
    l->v[l->n++] = v;
}

/* The same, unless it is there already. */
static void add(PressCross *c, List *l, Value v)
{
    for (uint32_t i = 0; i < l->n; i++)
        if (l->v[i].u.self == v.u.self) return;
    push(c, l, v);
}

static Value finished(const List *l)
{
    return (Value){.type = VAL_LIST, .count = l->n, .u.list = l->v, .x.type = l->kind < KINDS ? entity_type(l->kind) : NULL};
}

static int holds_id(const Entity *e, const char *field, const char *id)
{
    const Value *v = entity_get(e, field);
    if (!v) return 0;
    if (v->type == VAL_WORD || v->type == VAL_TEXT) return str_is(v->u.text, id);
    for (uint32_t i = 0; v->type == VAL_LIST && i < v->count; i++)
        if ((v->u.list[i].type == VAL_WORD || v->u.list[i].type == VAL_TEXT) && str_is(v->u.list[i].u.text, id)) return 1;
    return 0;
}

/* All of a kind that name e in one of two fields. */
static Value naming(PressCross *c, Kind kind, const Entity *e, const char *field, const char *other)
{
    List l = {.kind = kind};
    Value all = model_list(c->model, kind);
    for (uint32_t i = 0; i < all.count; i++) {
        const Entity *x = ((const Entry *)all.u.list[i].u.self)->entity;
        if (holds_id(x, field, e->id) || (other && holds_id(x, other, e->id))) push(c, &l, all.u.list[i]);
    }
    return finished(&l);
}

/* What e names in a field. */
static Value named(PressCross *c, const Entity *e, const char *field, Kind kind, List *more)
{
    List l = more ? *more : (List){.kind = kind};
    const Value *v = entity_get(e, field);
    Value one = v ? *v : value_none();
    uint32_t n = one.type == VAL_LIST ? one.count : one.type == VAL_WORD;
    for (uint32_t i = 0; i < n; i++) {
        const Value *id = one.type == VAL_LIST ? &one.u.list[i] : &one;
        const Entry *x = id->type == VAL_WORD ? model_entry(c->model, kind, id->u.text.p) : NULL;
        if (x && !entity_gone(x->entity)) add(c, &l, entity_value(x));
    }
    if (more) *more = l;
    return finished(&l);
}

static Value entry_or_none(const Model *m, Kind k, const char *id)
{
    const Entry *x = id && *id ? model_entry(m, k, id) : NULL;
    return x && !entity_gone(x->entity) ? entity_value(x) : value_none();
}

/* Materials that serve the task: those that name it, and those its items use. */
static Value task_materials(PressCross *c, const Entity *e)
{
    Value by = naming(c, KIND_MATERIAL, e, "task", NULL), items = model_items(c->model, e);
    List l = {.kind = KIND_MATERIAL};
    for (uint32_t i = 0; i < by.count; i++) add(c, &l, by.u.list[i]);
    for (uint32_t i = 0; i < items.count; i++)
        named(c, ((const Entry *)items.u.list[i].u.self)->entity, "material", KIND_MATERIAL, &l);
    return finished(&l);
}

/* Tasks behind a thing that items or tasks name: those that do, and those with an item that does. */
static Value tasks_behind(PressCross *c, const Entity *e, const char *of_task, const char *of_item)
{
    List l = {.kind = KIND_TASK};
    Value tasks = model_list(c->model, KIND_TASK);
    for (uint32_t i = 0; i < tasks.count; i++) {
        const Entity *t = ((const Entry *)tasks.u.list[i].u.self)->entity;
        Value items = model_items(c->model, t);
        int yes = (of_task && holds_id(t, of_task, e->id)) || holds_id(e, "task", t->id);
        for (uint32_t k = 0; of_item && k < items.count && !yes; k++)
            yes = holds_id(((const Entry *)items.u.list[k].u.self)->entity, of_item, e->id);
        if (yes) add(c, &l, tasks.u.list[i]);
    }
    return finished(&l);
}

static Value indicator_values(PressCross *c, const Entity *e)
{
    List l = {.kind = KINDS};
    for (uint32_t i = 0; c->values.type == VAL_LIST && i < c->values.count; i++) {
        Value id = value_none(), one = c->values.u.list[i];
        if (scope_field(&one, str_of("indicator"), &id) && id.type == VAL_TEXT && str_is(id.u.text, e->id)) push(c, &l, one);
    }
    return finished(&l);
}

/* --- by kind --- */

static int from_task(PressCross *c, const Entity *e, Str f, Value *out)
{
    if (str_is(f, "nodes")) *out = links(c, entity_get(e, "clauses"));
    else if (str_is(f, "materials")) *out = task_materials(c, e);
    else if (str_is(f, "events")) *out = naming(c, KIND_EVENT, e, "task", NULL);
    else if (str_is(f, "schedules")) *out = naming(c, KIND_SCHEDULE, e, "task", NULL);
    else if (str_is(f, "checklists")) *out = naming(c, KIND_CHECKLIST, e, "task", NULL);
    else if (str_is(f, "narratives")) *out = naming(c, KIND_NARRATIVE, e, "task", NULL);
    else return 0;
    return 1;
}

static int from_item(PressCross *c, const Entity *e, Str f, Value *out)
{
    const Entity *task = e->parent && e->parent_kind == KIND_TASK ? model_find(c->model, KIND_TASK, e->parent) : NULL;
    if (str_is(f, "task")) *out = task ? entry_or_none(c->model, KIND_TASK, task->id) : value_none();
    else if (str_is(f, "nodes")) *out = links(c, task ? entity_get(task, "clauses") : NULL);
    else if (str_is(f, "clauses")) *out = task && entity_get(task, f.p) ? *entity_get(task, f.p) : (Value){.type = VAL_LIST};
    else return 0;
    return 1;
}

static int from_other(PressCross *c, const Entity *e, Str f, Value *out)
{
    Kind k = e->kind;
    if (str_is(f, "tasks") && k == KIND_BODY) *out = naming(c, KIND_TASK, e, "lead", "with");
    else if (str_is(f, "items") && k == KIND_BODY) *out = naming(c, KIND_ITEM, e, "who", "with");
    else if (str_is(f, "members") && k == KIND_BODY) *out = naming(c, KIND_MEMBER, e, "body", NULL);
    else if (str_is(f, "values") && k == KIND_INDICATOR) *out = indicator_values(c, e);
    else if (str_is(f, "tasks") && k == KIND_INDICATOR) *out = tasks_behind(c, e, "indicators", "indicator");
    else if (str_is(f, "items") && k == KIND_INDICATOR) *out = naming(c, KIND_ITEM, e, "indicator", NULL);
    else if (str_is(f, "tasks") && k == KIND_MATERIAL) *out = tasks_behind(c, e, NULL, "material");
    else if (str_is(f, "items") && k == KIND_MATERIAL) *out = naming(c, KIND_ITEM, e, "material", NULL);
    else if (str_is(f, "schedules") && k == KIND_MATERIAL) *out = naming(c, KIND_SCHEDULE, e, "material", NULL);
    else if (str_is(f, "tasks") && k == KIND_SCHEDULE) *out = named(c, e, "task", KIND_TASK, NULL);
    else if (str_is(f, "materials") && k == KIND_SCHEDULE) *out = named(c, e, "material", KIND_MATERIAL, NULL);
    else if (str_is(f, "of") && (k == KIND_EVENT || k == KIND_NARRATIVE))
        *out = entry_or_none(c->model, KIND_TASK, entity_text(e, "task"));
    else if (str_is(f, "clauses") && k == KIND_LEGAL) *out = links(c, entity_get(e, "nodes"));
    else if (str_is(f, "tasks") && k == KIND_LEGAL) *out = naming(c, KIND_TASK, e, "legal", NULL);
    else return 0;
    return 1;
}

static int from_plan(PressCross *c, const Value *plan, Str f, Value *out)
{
    static const struct { const char *name; Kind kind; } lists[] = {
        {"tasks", KIND_TASK}, {"items", KIND_ITEM}, {"checklists", KIND_CHECKLIST}, {"indicators", KIND_INDICATOR},
        {"materials", KIND_MATERIAL}, {"schedules", KIND_SCHEDULE}, {"events", KIND_EVENT}, {"bodies", KIND_BODY},
        {"members", KIND_MEMBER}, {"narratives", KIND_NARRATIVE}, {"basis", KIND_LEGAL}, {"units", KIND_UNIT}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (str_is(f, lists[i].name)) {
            *out = model_list(c->model, lists[i].kind);
            return 1;
        }
    if (str_is(f, "clauses")) *out = list_in(plan, "nodes");
    else if (str_is(f, "values")) *out = c->values.type == VAL_LIST ? c->values : (Value){.type = VAL_LIST};
    else return 0;
    return 1;
}

/* The parts of a plan that stand in one clause. */
static Value parts_of(PressCross *c, const Plan *p, int node, const char *name)
{
    Value view = view_of(c, p), all = list_in(&view, name);
    List l = {.kind = KINDS};
    for (uint32_t i = 0; all.type == VAL_LIST && i < all.count; i++) {
        const Plan *at = NULL;
        Value n = value_none();
        if (scope_field(&all.u.list[i], str_of("node"), &n) && scope_plan_node(&n, &at) == node) push(c, &l, all.u.list[i]);
    }
    return finished(&l);
}

static int from_clause(PressCross *c, const Value *clause, Str f, Value *out)
{
    const Value *v = clause->x.type == &link_type ? &((const Link *)clause->u.self)->node : clause;
    const Plan *p = NULL;
    int node = scope_plan_node(v, &p);
    if (node < 0) return 0;
    if (str_is(f, "plan")) *out = view_of(c, p);
    else if (str_is(f, "legal") || str_is(f, "dates") || str_is(f, "actors") || str_is(f, "targets"))
        *out = parts_of(c, p, node, f.p);
    else if (str_is(f, "tasks") || str_is(f, "indicators")) {
        List tasks = {.kind = KIND_TASK}, indicators = {.kind = KIND_INDICATOR};
        tie_all(c);
        for (size_t i = 0; i < c->n_ties; i++) {
            if (c->ties[i].plan != p || c->ties[i].node != node) continue;
            add(c, &tasks, entity_value(c->ties[i].task));
            named(c, c->ties[i].task->entity, "indicators", KIND_INDICATOR, &indicators);
        }
        *out = finished(str_is(f, "tasks") ? &tasks : &indicators);
    } else return 0;
    return 1;
}

static int make(PressCross *c, const Value *of, Str field, Value *out)
{
    const Entry *entry = entity_entry(of);
    Value id = value_none();
    if (entry) {
        const Entity *e = entry->entity;
        return e->kind == KIND_TASK   ? from_task(c, e, field, out)
               : e->kind == KIND_ITEM ? from_item(c, e, field, out)
                                      : from_other(c, e, field, out);
    }
    if (of->type == VAL_MAP) {
        if (!str_is(field, "of") || !scope_field(of, str_of("indicator"), &id) || id.type != VAL_TEXT) return 0;
        *out = entry_or_none(c->model, KIND_INDICATOR, id.u.text.p);
        return 1;
    }
    return scope_is_plan(of) ? from_plan(c, of, field, out) : from_clause(c, of, field, out);
}

int press_cross_follow(void *self, const Value *of, Str field, Value *out)
{
    PressCross *c = self;
    char key[80];
    if (!of) {
        int node = -1;
        const Plan *p = resolve_link_find(c->resolved, field, &node);
        if (!p) return 0;
        *out = node_object(c, p, node);
        return 1;
    }
    if (field.n > 30) return 0;
    snprintf(key, sizeof key, "%p|%.*s", of->u.self, (int)field.n, field.p);
    const Value *kept = c->kept ? map_get(c->kept, key) : NULL;
    if (kept) {
        *out = *kept;
        return 1;
    }
    if (!make(c, of, field, out)) return 0;
    Value *keep = arena_alloc(arena_of(c), sizeof *keep);
    *keep = *out;
    if (!c->kept) c->kept = map_new();
    map_put(c->kept, key, keep);
    return 1;
}
