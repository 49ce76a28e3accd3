/* scope_plan.c - a plan as objects for templates and scripts: plan, clause, reference, date, actor, target. Read-only. */
#include "core/press/scope.h"
#include <string.h>
#include "core/base/text.h"
#include "core/vi/letter.h"

/* One view per plan; the views of its parts point back to it. */
typedef struct View View;
typedef struct Part { const View *view; size_t at; } Part;
struct View {
    const Plan *plan;
    const char *address;                   /* "plan:kh-ubnd-2026" */
    const char *code;                      /* "120/KH-UBND", NULL when a part is blank */
    const char *issuer;                    /* as running text writes it */
    const char **node_address;             /* "node:II.1.a" */
    Value nodes, legal, dates, actors, targets, recipients, parts, points;
    Value signer;
    Value *children;                       /* one LIST per node */
    Part *node_part;
};

static Value text_or_none(const char *s) { return s && *s ? value_text(str_of(s)) : value_none(); }
static Value int_or_none(int i) { return i ? value_int(i) : value_none(); }

static Value node_value(const View *w, int at);

/* A name in capitals, as a header prints it («ỦY BAN NHÂN DÂN TỈNH LAM GIANG»), as running text writes it («Ủy ban nhân dân
 * tỉnh Lam Giang»). Other names stay. */
static const char *running_name(const char *name, Arena *a)
{
    static const char *const common[] = {"Ủy Ban Nhân Dân", "Ủy ban nhân dân", "Hội Đồng Nhân Dân", "Hội đồng nhân dân",
        "Ban Thường Vụ", "Ban Thường vụ", "Đảng Ủy", "Đảng ủy", "Tỉnh Ủy", "Tỉnh ủy", "Thành Ủy", "Thành ủy",
        "Vì Sự Tiến Bộ Của Phụ Nữ",
        "Vì sự tiến bộ của phụ nữ", " Tỉnh ", " tỉnh ", " Thành Phố ", " thành phố ", " Phường ", " phường ", " Xã ", " xã ",
        NULL};
    if (!name) return NULL;
    Buf title = {0}, out = {0};
    text_upper(name, strlen(name), &out);
    int capitals = !strcmp(buf_text(&out), name);
    buf_clear(&out);
    if (!capitals) return buf_free(&title), buf_free(&out), name;
    letter_title_case(name, strlen(name), &title);
    for (const char *p = buf_text(&title); *p;) {
        size_t k = 0;
        while (common[k] && strncmp(p, common[k], strlen(common[k]))) k += 2;
        if (common[k]) {
            size_t n = strlen(common[k]);
            int space = common[k][n - 1] == ' ';               /* a space that ends one may begin the next */
            buf_add(&out, common[k + 1], n - (size_t)space);
            p += n - (size_t)space;
        } else {
            buf_putc(&out, *p++);
        }
    }
    const char *kept = arena_text(a, buf_text(&out), out.n);
    buf_free(&title);
    buf_free(&out);
    return kept;
}

/* Finds the name in a table of names ended by NULL, -1 when it is not there. */
static int find(const char *const *names, Str field)
{
    for (int i = 0; names[i]; i++)
        if (str_is(field, names[i])) return i;
    return -1;
}

static size_t count(const char *const *names)
{
    size_t n = 0;
    while (names[n]) n++;
    return n;
}

#define FIELDS(kind, ...)                                                     \
    static const char *const kind##_names[] = {__VA_ARGS__, NULL};            \
    static const char *const *kind##_fields(const void *self, size_t *n)      \
    {                                                                         \
        (void)self;                                                           \
        *n = count(kind##_names);                                             \
        return kind##_names;                                                  \
    }

/* --- clauses --- */

FIELDS(node, "id", "key", "kind", "label", "text", "line", "parent", "children", "address", "confidence")

static Str node_text(const void *self)
{
    const Part *p = self;
    return str_of(p->view->plan->nodes[p->at].text);
}

static const char *node_address(const void *self)
{
    const Part *p = self;
    return p->view->node_address[p->at];
}

static int node_get(const void *self, Str field, Value *out)
{
    const Part *p = self;
    const PlanNode *n = &p->view->plan->nodes[p->at];
    switch (find(node_names, field)) {
    case 0: *out = text_or_none(n->id); return 1;
    case 1: *out = text_or_none(n->key); return 1;
    case 2: *out = value_text(str_of(plan_node_kind_name(n->kind))); return 1;
    case 3: *out = text_or_none(n->label); return 1;
    case 4: *out = text_or_none(n->text); return 1;
    case 5: *out = int_or_none(n->line); return 1;
    case 6: *out = node_value(p->view, n->parent); return 1;
    case 7: *out = p->view->children[p->at]; return 1;
    case 8: *out = value_text(str_of(p->view->node_address[p->at])); return 1;
    case 9: *out = value_number(n->confidence); return 1;
    default: return 0;
    }
}

static const ObjectType node_type = {.name = "clause", .get = node_get, .fields = node_fields, .text = node_text,
                                     .address = node_address};

static Value node_value(const View *w, int at)
{
    if (at < 0 || (size_t)at >= w->plan->n_nodes) return value_none();
    return (Value){.type = VAL_OBJECT, .u.self = &w->node_part[at], .x.type = &node_type};
}

/* --- references, dates, actors, targets --- */

FIELDS(legal, "kind", "number", "date", "issuer", "node", "title")

static Str legal_text(const void *self)
{
    const Part *p = self;
    return str_of(p->view->plan->legal[p->at].number);
}

static int legal_get(const void *self, Str field, Value *out)
{
    const Part *p = self;
    const PlanLegal *l = &p->view->plan->legal[p->at];
    switch (find(legal_names, field)) {
    case 0: *out = text_or_none(l->kind); return 1;
    case 1: *out = text_or_none(l->number); return 1;
    case 2: *out = value_date(l->date); return 1;
    case 3: *out = text_or_none(l->issuer); return 1;
    case 4: *out = node_value(p->view, l->node); return 1;
    case 5: *out = text_or_none(l->number); return 1;
    default: return 0;
    }
}

FIELDS(date, "kind", "from", "to", "exclusive", "yearly", "node")

static int date_get(const void *self, Str field, Value *out)
{
    const Part *p = self;
    const PlanDate *d = &p->view->plan->dates[p->at];
    switch (find(date_names, field)) {
    case 0: *out = value_text(str_of(plan_date_kind_name(d->kind))); return 1;
    case 1: *out = value_date(d->from); return 1;
    case 2: *out = value_date(d->to); return 1;
    case 3: *out = value_bool(d->exclusive); return 1;
    case 4: *out = value_bool(d->yearly); return 1;
    case 5: *out = node_value(p->view, d->node); return 1;
    default: return 0;
    }
}

FIELDS(actor, "name", "role", "node")

static Str actor_text(const void *self)
{
    const Part *p = self;
    return str_of(p->view->plan->actors[p->at].name);
}

static int actor_get(const void *self, Str field, Value *out)
{
    const Part *p = self;
    const PlanActor *a = &p->view->plan->actors[p->at];
    switch (find(actor_names, field)) {
    case 0: *out = text_or_none(a->name); return 1;
    case 1: *out = value_text(str_of(plan_actor_role_name(a->role))); return 1;
    case 2: *out = node_value(p->view, a->node); return 1;
    default: return 0;
    }
}

FIELDS(target, "value", "unit", "direction", "year", "node")

static int target_get(const void *self, Str field, Value *out)
{
    const Part *p = self;
    const PlanTarget *t = &p->view->plan->targets[p->at];
    switch (find(target_names, field)) {
    case 0: *out = value_number(t->value); return 1;
    case 1: *out = text_or_none(t->unit); return 1;
    case 2: *out = value_text(str_of(plan_direction_name(t->direction))); return 1;
    case 3: *out = int_or_none(t->year); return 1;
    case 4: *out = node_value(p->view, t->node); return 1;
    default: return 0;
    }
}

static const ObjectType legal_type = {.name = "reference", .get = legal_get, .fields = legal_fields, .text = legal_text,
                                      .address = NULL};
static const ObjectType date_type = {.name = "date", .get = date_get, .fields = date_fields, .text = NULL, .address = NULL};
static const ObjectType actor_type = {.name = "actor", .get = actor_get, .fields = actor_fields, .text = actor_text,
                                      .address = NULL};
static const ObjectType target_type = {.name = "target", .get = target_get, .fields = target_fields, .text = NULL,
                                       .address = NULL};

/* --- the plan --- */

FIELDS(plan, "type", "number", "symbol", "place", "subject", "issuer", "year", "month", "day", "date", "plan_year", "signer",
       "recipients", "nodes", "parts", "points", "legal", "dates", "actors", "targets", "attached", "title", "code")

static Str plan_text(const void *self)
{
    const View *w = self;
    return str_of(w->plan->subject);
}

static const char *plan_address(const void *self) { return ((const View *)self)->address; }

static Value plan_date(const Plan *p)
{
    return p->year && p->month && p->day ? value_date(date_of(p->year, p->month, p->day)) : value_none();
}

static int plan_get(const void *self, Str field, Value *out)
{
    const View *w = self;
    const Plan *p = w->plan;
    switch (find(plan_names, field)) {
    case 0: *out = text_or_none(p->type); return 1;
    case 1: *out = text_or_none(p->number); return 1;
    case 2: *out = text_or_none(p->symbol); return 1;
    case 3: *out = text_or_none(p->place); return 1;
    case 4: *out = text_or_none(p->subject); return 1;
    case 5: *out = text_or_none(w->issuer); return 1;
    case 6: *out = int_or_none(p->year); return 1;
    case 7: *out = int_or_none(p->month); return 1;
    case 8: *out = int_or_none(p->day); return 1;
    case 9: *out = plan_date(p); return 1;
    case 10: *out = int_or_none(p->plan_year); return 1;
    case 11: *out = w->signer; return 1;
    case 12: *out = w->recipients; return 1;
    case 13: *out = w->nodes; return 1;
    case 14: *out = w->parts; return 1;
    case 15: *out = w->points; return 1;
    case 16: *out = w->legal; return 1;
    case 17: *out = w->dates; return 1;
    case 18: *out = w->actors; return 1;
    case 19: *out = w->targets; return 1;
    case 20: *out = text_or_none(p->attached); return 1;
    case 21: *out = text_or_none(p->subject); return 1;
    case 22: *out = text_or_none(w->code); return 1;
    default: return 0;
    }
}

static const ObjectType plan_type = {.name = "plan", .get = plan_get, .fields = plan_fields, .text = plan_text,
                                     .address = plan_address};

static Value list_of(const View *w, size_t n, const ObjectType *type, Arena *a)
{
    Value *v = arena_alloc(a, (n + 1) * sizeof *v);
    Part *part = arena_alloc(a, (n + 1) * sizeof *part);
    for (size_t i = 0; i < n; i++) {
        part[i] = (Part){w, i};
        v[i] = (Value){.type = VAL_OBJECT, .u.self = &part[i], .x.type = type};
    }
    return (Value){.type = VAL_LIST, .count = (uint32_t)n, .u.list = v};
}

/* The nodes of one kind, in order. */
static Value nodes_of(const View *w, NodeKind kind, Arena *a)
{
    const Plan *p = w->plan;
    Value *v = arena_alloc(a, (p->n_nodes + 1) * sizeof *v);
    uint32_t n = 0;
    for (size_t i = 0; i < p->n_nodes; i++)
        if (p->nodes[i].kind == kind) v[n++] = node_value(w, (int)i);
    return (Value){.type = VAL_LIST, .count = n, .u.list = v};
}

static void list_children(View *w, Arena *a)
{
    const Plan *p = w->plan;
    uint32_t *many = arena_alloc(a, (p->n_nodes + 1) * sizeof *many);
    Value **v = arena_alloc(a, (p->n_nodes + 1) * sizeof *v);
    for (size_t i = 0; i < p->n_nodes; i++)
        if (p->nodes[i].parent >= 0) many[p->nodes[i].parent]++;
    for (size_t i = 0; i < p->n_nodes; i++) {
        v[i] = arena_alloc(a, ((size_t)many[i] + 1) * sizeof **v);
        w->children[i] = (Value){.type = VAL_LIST, .count = many[i], .u.list = v[i]};
        many[i] = 0;
    }
    for (size_t i = 0; i < p->n_nodes; i++) {
        int up = p->nodes[i].parent;
        if (up >= 0) v[up][many[up]++] = node_value(w, (int)i);
    }
}

static Value signer_value(const Plan *p, Arena *a)
{
    static const char *const keys[] = {"authority", "title", "name"};
    const char *const texts[] = {p->authority, p->title, p->name};
    ValuePair *pair = arena_alloc(a, 3 * sizeof *pair);
    Value *v = arena_alloc(a, 3 * sizeof *v);
    for (int i = 0; i < 3; i++) {
        v[i] = text_or_none(texts[i]);
        pair[i] = (ValuePair){str_of(keys[i]), &v[i]};
    }
    return (Value){.type = VAL_MAP, .count = 3, .u.map = pair};
}

Value scope_plan_value(const Plan *p, Arena *a)
{
    View *w = arena_alloc(a, sizeof *w);
    w->plan = p;
    w->issuer = running_name(p->issuer, a);
    w->address = arena_print(a, "plan:%s", plan_slug(p, a));
    if (p->number && p->symbol) w->code = arena_print(a, "%s/%s", p->number, p->symbol);
    w->node_address = arena_alloc(a, (p->n_nodes + 1) * sizeof *w->node_address);
    for (size_t i = 0; i < p->n_nodes; i++) w->node_address[i] = arena_print(a, "node:%s", p->nodes[i].id ? p->nodes[i].id : "");
    w->node_part = arena_alloc(a, (p->n_nodes + 1) * sizeof *w->node_part);
    for (size_t i = 0; i < p->n_nodes; i++) w->node_part[i] = (Part){w, i};
    w->children = arena_alloc(a, (p->n_nodes + 1) * sizeof *w->children);
    w->nodes = list_of(w, p->n_nodes, &node_type, a);
    w->parts = nodes_of(w, NODE_PART, a);
    w->points = nodes_of(w, NODE_POINT, a);
    w->legal = list_of(w, p->n_legal, &legal_type, a);
    w->dates = list_of(w, p->n_dates, &date_type, a);
    w->actors = list_of(w, p->n_actors, &actor_type, a);
    w->targets = list_of(w, p->n_targets, &target_type, a);
    Value *names = arena_alloc(a, (p->n_recipients + 1) * sizeof *names);
    for (size_t i = 0; i < p->n_recipients; i++) names[i] = text_or_none(p->recipients[i]);
    w->recipients = (Value){.type = VAL_LIST, .count = (uint32_t)p->n_recipients, .u.list = names};
    list_children(w, a);
    w->signer = signer_value(p, a);
    return (Value){.type = VAL_OBJECT, .u.self = w, .x.type = &plan_type};
}

int scope_plan_node(const Value *v, const Plan **plan)
{
    if (v->type != VAL_OBJECT || v->x.type != &node_type) return -1;
    const Part *part = v->u.self;
    *plan = part->view->plan;
    return (int)part->at;
}

int scope_is_plan(const Value *v) { return v->type == VAL_OBJECT && v->x.type == &plan_type; }
