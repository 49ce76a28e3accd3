/* plan.c - the plan's lists, names and bytes. */
#include "core/model/plan.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

Plan *plan_new(void)
{
    Plan *p = mem_alloc(sizeof *p);
    p->arena = arena_new();
    return p;
}

void plan_free(Plan *p)
{
    if (!p) return;
    arena_free(p->arena);
    free(p->recipients);
    free(p->nodes);
    free(p->legal);
    free(p->dates);
    free(p->actors);
    free(p->targets);
    free(p->rest);
    free(p->repairs);
    free(p);
}

/* Room for one more entry of `size` bytes; capacities are powers of two derived from the count. */
static void *list_grow(void *list, size_t *n, size_t size)
{
    if ((*n & (*n - 1)) == 0) list = mem_resize(list, mem_mul(*n ? *n * 2 : 1, size));
    memset((char *)list + *n * size, 0, size);
    (*n)++;
    return list;
}

#define GROW(list, count) ((list) = list_grow((list), &(count), sizeof *(list)), &(list)[(count) - 1])

PlanNode *plan_add_node(Plan *p)
{
    PlanNode *n = GROW(p->nodes, p->n_nodes);
    n->parent = -1;
    n->confidence = 1;
    return n;
}

PlanLegal *plan_add_legal(Plan *p)
{
    PlanLegal *l = GROW(p->legal, p->n_legal);
    l->node = -1;
    l->date = DATE_NONE;
    return l;
}

PlanDate *plan_add_date(Plan *p)
{
    PlanDate *d = GROW(p->dates, p->n_dates);
    d->node = -1;
    d->from = d->to = DATE_NONE;
    return d;
}

PlanActor *plan_add_actor(Plan *p)
{
    PlanActor *a = GROW(p->actors, p->n_actors);
    a->node = -1;
    return a;
}

PlanTarget *plan_add_target(Plan *p)
{
    PlanTarget *t = GROW(p->targets, p->n_targets);
    t->node = -1;
    return t;
}

PlanRest *plan_add_rest(Plan *p) { return GROW(p->rest, p->n_rest); }
PlanRepair *plan_add_repair(Plan *p) { return GROW(p->repairs, p->n_repairs); }
void plan_add_recipient(Plan *p, const char *name) { *GROW(p->recipients, p->n_recipients) = arena_copy(p->arena, name); }

int plan_find_node(const Plan *p, const char *id)
{
    for (size_t i = 0; i < p->n_nodes; i++)
        if (!strcmp(p->nodes[i].id, id)) return (int)i;
    return -1;
}

const char *plan_slug(const Plan *p, Arena *a)
{
    Buf b = {0};
    const char *symbol = p->symbol ? p->symbol : "ke-hoach";
    text_slug(symbol, strlen(symbol), &b);
    if (p->plan_year) buf_printf(&b, "-%d", p->plan_year);
    const char *r = arena_copy(a, buf_text(&b));
    buf_free(&b);
    return r;
}

const char *plan_node_kind_name(NodeKind k)
{
    static const char *const name[] = {"part", "group", "point", "article", "item", "row", "paragraph"};
    return name[k];
}

const char *plan_date_kind_name(DateKind k)
{
    static const char *const name[] = {"deadline", "period", "month", "quarter", "day"};
    return name[k];
}

const char *plan_actor_role_name(ActorRole r)
{
    static const char *const name[] = {"lead", "support", "request", "group"};
    return name[r];
}

const char *plan_direction_name(Direction d)
{
    static const char *const name[] = {"at_least", "at_most", "equal"};
    return name[d];
}

/* --- bytes --- */

static void pack_int(Buf *b, int v) { pack_u32(b, (uint32_t)v); }

static void pack_head(const Plan *p, Buf *b)
{
    const char *const head[] = {p->type, p->attached, p->number, p->symbol, p->place, p->subject, p->issuer,
                                p->authority, p->title, p->name};
    for (size_t i = 0; i < sizeof head / sizeof *head; i++) pack_text(b, head[i]);
    pack_int(b, p->year);
    pack_int(b, p->month);
    pack_int(b, p->day);
    pack_int(b, p->plan_year);
    pack_u32(b, (uint32_t)p->n_recipients);
    for (size_t i = 0; i < p->n_recipients; i++) pack_text(b, p->recipients[i]);
    pack_u32(b, (uint32_t)p->n_nodes);
    for (const PlanNode *n = p->nodes; n < p->nodes + p->n_nodes; n++) {
        pack_text(b, n->id);
        pack_text(b, n->key);
        pack_int(b, n->parent);
        pack_u8(b, n->kind);
        pack_text(b, n->label);
        pack_text(b, n->text);
        pack_int(b, n->line);
        pack_f64(b, n->confidence);
    }
}

static void pack_facts(const Plan *p, Buf *b)
{
    pack_u32(b, (uint32_t)p->n_legal);
    for (const PlanLegal *l = p->legal; l < p->legal + p->n_legal; l++) {
        pack_text(b, l->kind);
        pack_text(b, l->number);
        pack_text(b, l->issuer);
        pack_int(b, l->date);
        pack_int(b, l->node);
    }
    pack_u32(b, (uint32_t)p->n_dates);
    for (const PlanDate *d = p->dates; d < p->dates + p->n_dates; d++) {
        pack_u8(b, d->kind);
        pack_int(b, d->from);
        pack_int(b, d->to);
        pack_u8(b, d->exclusive != 0);
        pack_u8(b, d->yearly != 0);
        pack_int(b, d->node);
    }
    pack_u32(b, (uint32_t)p->n_actors);
    for (const PlanActor *a = p->actors; a < p->actors + p->n_actors; a++) {
        pack_text(b, a->name);
        pack_u8(b, a->role);
        pack_int(b, a->node);
    }
    pack_u32(b, (uint32_t)p->n_targets);
    for (const PlanTarget *t = p->targets; t < p->targets + p->n_targets; t++) {
        pack_f64(b, t->value);
        pack_text(b, t->unit);
        pack_u8(b, t->direction);
        pack_int(b, t->year);
        pack_int(b, t->node);
    }
    pack_u32(b, (uint32_t)p->n_rest);
    for (const PlanRest *r = p->rest; r < p->rest + p->n_rest; r++) {
        pack_text(b, r->kind);
        pack_text(b, r->text);
        pack_int(b, r->line);
    }
    pack_u32(b, (uint32_t)p->n_repairs);
    for (const PlanRepair *r = p->repairs; r < p->repairs + p->n_repairs; r++) {
        pack_int(b, r->line);
        pack_text(b, r->kind);
        pack_text(b, r->before);
        pack_text(b, r->after);
    }
}

void plan_pack(const Plan *p, Buf *b)
{
    pack_head(p, b);
    pack_facts(p, b);
}

/* An index into the nodes, or -1; anything else is bad. */
static int take_node(Unpack *u, size_t n_nodes)
{
    int i = (int)unpack_u32(u);
    if (i < -1 || (i >= 0 && (size_t)i >= n_nodes)) u->bad = 1;
    return i;
}

static unsigned take_enum(Unpack *u, unsigned limit)
{
    unsigned v = unpack_u8(u);
    if (v >= limit) {
        u->bad = 1;
        return 0;
    }
    return v;
}

static const char *take_needed(Unpack *u, Arena *a)
{
    const char *s = unpack_text(u, a);
    if (!s) u->bad = 1;
    return s ? s : "";
}

static void take_nodes(Unpack *u, Plan *p)
{
    uint32_t n = unpack_count(u, 20);
    for (uint32_t i = 0; i < n && !u->bad; i++) {
        PlanNode *node = plan_add_node(p);
        node->id = take_needed(u, p->arena);
        node->key = unpack_text(u, p->arena);
        node->parent = take_node(u, i);                   /* parents come first */
        node->kind = (NodeKind)take_enum(u, NODE_KINDS);
        node->label = unpack_text(u, p->arena);
        node->text = take_needed(u, p->arena);
        node->line = (int)unpack_u32(u);
        node->confidence = unpack_f64(u);
    }
}

static void take_facts(Unpack *u, Plan *p)
{
    uint32_t n = unpack_count(u, 11);
    for (uint32_t i = 0; i < n && !u->bad; i++) {
        PlanLegal *l = plan_add_legal(p);
        l->kind = take_needed(u, p->arena);
        l->number = take_needed(u, p->arena);
        l->issuer = unpack_text(u, p->arena);
        l->date = (Date)unpack_u32(u);
        l->node = take_node(u, p->n_nodes);
    }
    n = unpack_count(u, 15);
    for (uint32_t i = 0; i < n && !u->bad; i++) {
        PlanDate *d = plan_add_date(p);
        d->kind = (DateKind)take_enum(u, DATE_KINDS);
        d->from = (Date)unpack_u32(u);
        d->to = (Date)unpack_u32(u);
        d->exclusive = unpack_u8(u) != 0;
        d->yearly = unpack_u8(u) != 0;
        d->node = take_node(u, p->n_nodes);
    }
    n = unpack_count(u, 6);
    for (uint32_t i = 0; i < n && !u->bad; i++) {
        PlanActor *a = plan_add_actor(p);
        a->name = take_needed(u, p->arena);
        a->role = (ActorRole)take_enum(u, ACTOR_ROLES);
        a->node = take_node(u, p->n_nodes);
    }
    n = unpack_count(u, 18);
    for (uint32_t i = 0; i < n && !u->bad; i++) {
        PlanTarget *t = plan_add_target(p);
        t->value = unpack_f64(u);
        t->unit = take_needed(u, p->arena);
        t->direction = (Direction)take_enum(u, DIRECTIONS);
        t->year = (int)unpack_u32(u);
        t->node = take_node(u, p->n_nodes);
    }
}

static void take_leftovers(Unpack *u, Plan *p)
{
    uint32_t n = unpack_count(u, 6);
    for (uint32_t i = 0; i < n && !u->bad; i++) {
        PlanRest *r = plan_add_rest(p);
        r->kind = take_needed(u, p->arena);
        r->text = take_needed(u, p->arena);
        r->line = (int)unpack_u32(u);
    }
    n = unpack_count(u, 7);
    for (uint32_t i = 0; i < n && !u->bad; i++) {
        PlanRepair *r = plan_add_repair(p);
        r->line = (int)unpack_u32(u);
        r->kind = take_needed(u, p->arena);
        r->before = take_needed(u, p->arena);
        r->after = take_needed(u, p->arena);
    }
}

Plan *plan_unpack(Unpack *u)
{
    Plan *p = plan_new();
    const char **const head[] = {&p->type, &p->attached, &p->number, &p->symbol, &p->place, &p->subject, &p->issuer,
                                 &p->authority, &p->title, &p->name};
    for (size_t i = 0; i < sizeof head / sizeof *head; i++) *head[i] = unpack_text(u, p->arena);
    p->year = (int)unpack_u32(u);
    p->month = (int)unpack_u32(u);
    p->day = (int)unpack_u32(u);
    p->plan_year = (int)unpack_u32(u);
    uint32_t n = unpack_count(u, 1);
    for (uint32_t i = 0; i < n && !u->bad; i++) plan_add_recipient(p, take_needed(u, p->arena));
    take_nodes(u, p);
    take_facts(u, p);
    take_leftovers(u, p);
    if (u->bad) {
        plan_free(p);
        return NULL;
    }
    return p;
}
