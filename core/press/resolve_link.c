/* resolve_link.c - which clauses of the live plans a task speaks of. */
#include "core/press/resolve_link.h"
#include "core/base/text.h"
#include "core/model/link.h"
#include <stdlib.h>
#include <string.h>

typedef struct OnePlan { const Plan *plan; const char *id; LinkIndex *index; } OnePlan;
struct ResolvePlans { OnePlan *v; size_t n; };

ResolvePlans *resolve_plans_new(const Plan *const *plans, const char *const *ids, size_t n)
{
    ResolvePlans *p = mem_alloc(sizeof *p);
    p->v = mem_alloc(mem_mul(n, sizeof *p->v));
    p->n = n;
    for (size_t i = 0; i < n; i++) p->v[i] = (OnePlan){plans[i], ids[i], link_index_new(plans[i])};
    return p;
}

void resolve_plans_free(ResolvePlans *p)
{
    if (!p) return;
    for (size_t i = 0; i < p->n; i++) link_index_free(p->v[i].index);
    free(p->v);
    free(p);
}

const Plan *resolve_link_find(const ResolvePlans *plans, Str address, int *node)
{
    if (!plans) return NULL;
    const char *colon = memchr(address.p, ':', address.n);
    size_t skip = colon ? (size_t)(colon - address.p) + 1 : 0;
    for (size_t i = 0; i < plans->n; i++) {
        const OnePlan *p = &plans->v[i];
        if (colon && !str_is((Str){address.p, skip - 1}, p->id)) continue;
        for (size_t k = 0; k < p->plan->n_nodes; k++)
            if (str_is((Str){address.p + skip, address.n - skip}, p->plan->nodes[k].id)) {
                *node = (int)k;
                return p->plan;
            }
        if (!colon) return NULL;
    }
    return NULL;
}

/* The address of a clause as task.clauses has it: bare in the plan imported last, "PLAN:ADDRESS" in the others. */
static Value clause_address(const ResolvePlans *plans, size_t plan, int node, Arena *a)
{
    const char *id = plans->v[plan].plan->nodes[node].id;
    return value_text(str_of(plan ? arena_print(a, "%s:%s", plans->v[plan].id, id) : arena_copy(a, id)));
}

enum { CLAUSES_MOST = 1000 };              /* of one task: a pattern that fits more says nothing */

typedef struct Hits { Value *v; uint32_t n, cap; Arena *a; } Hits;

static void hits_add(Hits *h, Value v)
{
    if (h->n >= CLAUSES_MOST) return;
    for (uint32_t i = 0; i < h->n; i++)
        if (str_eq(h->v[i].u.text, v.u.text)) return;
    if (h->n == h->cap) {
        uint32_t cap = h->cap ? h->cap * 2 : 8;
        Value *more = arena_alloc(h->a, mem_mul(cap, sizeof *more));
        if (h->n) memcpy(more, h->v, h->n * sizeof *more);
        h->v = more;
        h->cap = cap;
    }
    h->v[h->n++] = v;
}

static void find_pattern(const ResolvePlans *plans, const char *pattern, Hits *out)
{
    for (size_t i = 0; i < plans->n; i++) {
        LinkHit *hit;
        size_t n = link_find(plans->v[i].index, pattern, LINK_SURE, out->a, &hit);
        for (size_t k = 0; k < n; k++) hits_add(out, clause_address(plans, i, hit[k].node, out->a));
    }
}

static const Value *map_get_list(const Value *map, const char *key)
{
    for (uint32_t i = 0; map && map->type == VAL_MAP && i < map->count; i++)
        if (str_is(map->u.map[i].key, key) && map->u.map[i].value->type == VAL_LIST) return map->u.map[i].value;
    return NULL;
}

void resolve_link_task(Model *m, const Entity *task, const ResolveJob *job)
{
    const Value *clause = entity_get(task, "clause");
    if (!job->plans || !job->plans->n || !clause || clause->type != VAL_MAP) return;
    Hits hits = {.a = model_arena(m)};
    const Value *find = map_get_list(clause, "find"), *node = map_get_list(clause, "node");
    for (uint32_t i = 0; find && i < find->count; i++) {
        const char *pattern = arena_text(hits.a, find->u.list[i].u.text.p, find->u.list[i].u.text.n);
        find_pattern(job->plans, pattern, &hits);
    }
    for (uint32_t i = 0; node && i < node->count; i++) {
        int at;
        if (resolve_link_find(job->plans, node->u.list[i].u.text, &at)) hits_add(&hits, node->u.list[i]);
    }
    Value list = {.type = VAL_LIST, .count = hits.n, .u.list = hits.v};
    model_set(m, KIND_TASK, task->path, "clauses", list);
}

static int find_key(const ResolvePlans *plans, const char *key, size_t *plan)
{
    for (size_t i = 0; i < plans->n; i++)
        for (size_t k = 0; k < plans->v[i].plan->n_nodes; k++) {
            const char *own = plans->v[i].plan->nodes[k].key;
            if (own && !strcmp(own, key)) {
                *plan = i;
                return (int)k;
            }
        }
    return -1;
}

void resolve_link_rows(Model *m, const ResolveJob *job, const Rows *rows)
{
    for (size_t i = 0; job->plans && i < rows->n_links; i++) {
        const LinkRow *r = &rows->links[i];
        size_t plan = 0;
        int node = find_key(job->plans, r->key, &plan);
        const Entity *task = model_find(m, KIND_TASK, r->task);
        if (node < 0 || !task || entity_gone(task)) continue;
        Hits hits = {.a = model_arena(m)};
        Value address = clause_address(job->plans, plan, node, hits.a);
        const Value *old = entity_get(task, "clauses");
        for (uint32_t k = 0; old && old->type == VAL_LIST && k < old->count; k++)
            if (!str_eq(old->u.list[k].u.text, address.u.text)) hits_add(&hits, old->u.list[k]);
        if (r->yes) hits_add(&hits, address);
        model_set(m, KIND_TASK, task->path, "clauses", (Value){.type = VAL_LIST, .count = hits.n, .u.list = hits.v});
    }
}

void resolve_link_legal(Model *m, const Entity *legal, const ResolveJob *job)
{
    const char *number = entity_text(legal, "number");
    Hits hits = {.a = model_arena(m)};
    for (size_t i = 0; job->plans && number[0] && i < job->plans->n; i++) {
        const Plan *p = job->plans->v[i].plan;
        for (size_t k = 0; k < p->n_legal; k++)
            if (p->legal[k].node >= 0 && p->legal[k].number && !strcmp(p->legal[k].number, number))
                hits_add(&hits, clause_address(job->plans, i, p->legal[k].node, hits.a));
    }
    if (hits.n) model_set(m, KIND_LEGAL, legal->path, "nodes", (Value){.type = VAL_LIST, .count = hits.n, .u.list = hits.v});
}

static int names_address(const Entity *task, Str address)
{
    const Value *clause = entity_get(task, "clause");
    const Value *node = clause ? map_get_list(clause, "node") : NULL;
    for (uint32_t i = 0; node && i < node->count; i++)
        if (str_eq(node->u.list[i].u.text, address)) return 1;
    return 0;
}

/* Addresses a task names that no imported plan has (those kept with their text are looked at below). */
static void check_addresses(const Model *m, const ResolveJob *job, const Rows *rows, Findings *f)
{
    for (size_t i = 0; job->plans && job->plans->n && i < model_count(m, KIND_TASK); i++) {
        const Entity *task = model_at(m, KIND_TASK, i);
        const Slot *slot = entity_gone(task) ? NULL : entity_slot(task, "clause");
        const Value *node = slot && slot->value.type == VAL_MAP ? map_get_list(&slot->value, "node") : NULL;
        for (uint32_t k = 0; node && k < node->count; k++) {
            Str address = node->u.list[k].u.text;
            int at, kept = 0;
            for (size_t r = 0; r < rows->n_refs && !kept; r++) kept = str_eq(address, str_of(rows->refs[r].address));
            if (kept || resolve_link_find(job->plans, address, &at)) continue;
            findings_add(f, SEN3144, slot->step ? slot->step->file : task->file, slot->step ? slot->step->line : task->line, 0,
                         task->address, "%.*s", (int)(address.n < 80 ? address.n : 80), address.p);
        }
    }
}

void resolve_check_refs(const Model *m, const ResolveJob *job, const Rows *rows, Findings *f)
{
    check_addresses(m, job, rows, f);
    for (size_t i = 0; job->plans && i < rows->n_refs; i++) {
        const RefRow *r = &rows->refs[i];
        const Entity *task = model_find(m, KIND_TASK, r->task);
        size_t plan = 0;
        int at = -1;
        if (!task || entity_gone(task) || !names_address(task, str_of(r->address))) continue;
        const Plan *p = resolve_link_find(job->plans, str_of(r->address), &at);
        if (p && p->nodes[at].key && !strcmp(p->nodes[at].key, r->key)) continue;
        int now = find_key(job->plans, r->key, &plan);
        const Slot *slot = entity_slot(task, "clause");
        const Step *step = slot ? slot->step : NULL;
        const char *file = step ? step->file : task->file;
        int line = step ? step->line : task->line;
        if (now >= 0)
            findings_add(f, SEN4903, file, line, 0, task->address, "%s" ARG "%s", r->address,
                         job->plans->v[plan].plan->nodes[now].id);
        else findings_add(f, SEN4904, file, line, 0, task->address, "%s", r->address);
    }
}

/* Marks the nodes some task speaks of, in one plan. */
static void mark_nodes(const Model *m, const ResolvePlans *plans, size_t at, uint8_t *spoken)
{
    size_t n = model_count(m, KIND_TASK);
    for (size_t i = 0; i < n; i++) {
        const Entity *task = model_at(m, KIND_TASK, i);
        const Value *list = entity_get(task, "clauses");
        for (uint32_t k = 0; !entity_gone(task) && list && list->type == VAL_LIST && k < list->count; k++) {
            int node;
            if (resolve_link_find(plans, list->u.list[k].u.text, &node) == plans->v[at].plan) spoken[node] = 1;
        }
    }
}

/* The task whose patterns are nearest to a clause, and how near. */
static const Entity *nearest_task(const Model *m, const LinkIndex *index, int node, double *score)
{
    const Entity *best = NULL;
    Buf pattern = {0};
    *score = LINK_LIKELY;
    for (size_t i = 0; i < model_count(m, KIND_TASK); i++) {
        const Entity *task = model_at(m, KIND_TASK, i);
        const Value *clause = entity_gone(task) ? NULL : entity_get(task, "clause");
        const Value *find = clause ? map_get_list(clause, "find") : NULL;
        for (uint32_t k = 0; find && k < find->count; k++) {
            buf_clear(&pattern);
            buf_str(&pattern, find->u.list[k].u.text);
            double x = link_score(index, node, buf_text(&pattern));
            if (x <= *score) continue;
            *score = x;
            best = task;
        }
    }
    buf_free(&pattern);
    return best;
}

static void report_loose(const Model *m, const OnePlan *p, size_t node, Findings *f)
{
    const PlanNode *n = &p->plan->nodes[node];
    char shown[120];
    size_t cut = strlen(n->text);
    cut = cut > 80 ? text_cut(n->text, 80) : cut;
    memcpy(shown, n->text, cut);
    shown[cut] = 0;
    Buf id = {0};
    double score;
    buf_printf(&id, "node:%s:%s", p->id, n->id);
    const Entity *near = nearest_task(m, p->index, (int)node, &score);
    if (near)
        findings_add(f, SEN4905, NULL, 0, 0, buf_text(&id), "%s" ARG "%s" ARG "%s" ARG "%.0f", n->id, shown, near->id,
                     score * 100);
    else findings_add(f, SEN4901, NULL, 0, 0, buf_text(&id), "%s" ARG "%s", n->id, shown);
    buf_free(&id);
}

void resolve_check_links(const Model *m, const ResolveJob *job, Findings *f)
{
    const ResolvePlans *plans = job->plans;
    for (size_t i = 0; plans && i < plans->n; i++) {
        const Plan *p = plans->v[i].plan;
        uint8_t *spoken = mem_alloc(p->n_nodes);
        mark_nodes(m, plans, i, spoken);
        for (size_t k = 0; k < p->n_nodes; k++) {
            int covered = spoken[k];
            for (int up = p->nodes[k].parent; up >= 0 && !covered; up = p->nodes[up].parent) covered = spoken[up];
            if (!covered && link_is_activity(plans->v[i].index, (int)k)) report_loose(m, &plans->v[i], k, f);
        }
        free(spoken);
    }
    size_t n = model_count(m, KIND_TASK);
    for (size_t i = 0; plans && plans->n && i < n; i++) {
        const Entity *task = model_at(m, KIND_TASK, i);
        const Value *list = entity_get(task, "clauses");
        if (entity_gone(task) || (list && list->type == VAL_LIST && list->count)) continue;
        findings_add(f, SEN4902, task->file, task->line, 0, task->address, "%s" ARG "%s", task->id, entity_title(task));
    }
}
