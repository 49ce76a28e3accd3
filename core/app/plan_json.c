/* plan_json.c - the contract's JSON, key by key; knows nothing of how a plan was read. */
#include "core/app/plan_json.h"
#include <math.h>
#include <stdlib.h>
#include "core/base/mem.h"

static void put(json_t *o, const char *key, json_t *v)
{
    if (!v || json_object_set_new(o, key, v)) mem_out();
}

static json_t *text(const char *s) { return s ? json_string(s) : json_null(); }
static json_t *count(int n) { return n ? json_integer(n) : json_null(); }

static json_t *day(Date d)
{
    if (d == DATE_NONE) return json_null();
    Buf b = {0};
    date_iso(d, &b);
    json_t *v = json_string(buf_text(&b));
    buf_free(&b);
    return v;
}

static json_t *number(double v)
{
    if (v == floor(v) && fabs(v) < 9e15) return json_integer((json_int_t)v);
    return json_real(v);
}

static json_t *node_of(const Plan *p, int node) { return text(node < 0 ? NULL : p->nodes[node].id); }

static json_t *object(void)
{
    json_t *o = json_object();
    if (!o) mem_out();
    return o;
}

static void append(json_t *list, json_t *v)
{
    if (!v || json_array_append_new(list, v)) mem_out();
}

static json_t *document_json(const Plan *p)
{
    json_t *d = object(), *date = object(), *signer = object(), *to = json_array();
    put(d, "type", text(p->type));
    put(d, "attached", text(p->attached));
    put(d, "number", text(p->number));
    put(d, "symbol", text(p->symbol));
    put(d, "place", text(p->place));
    put(date, "year", count(p->year));
    put(date, "month", count(p->month));
    put(date, "day", count(p->day));
    put(d, "date", date);
    put(d, "subject", text(p->subject));
    put(d, "issuer", text(p->issuer));
    put(signer, "authority", text(p->authority));
    put(signer, "title", text(p->title));
    put(signer, "name", text(p->name));
    put(d, "signer", signer);
    for (size_t i = 0; i < p->n_recipients; i++) append(to, json_string(p->recipients[i]));
    put(d, "recipients", to);
    size_t n;
    const char **all = plan_expand_recipients(p, &n);
    if (all) {
        json_t *bodies = json_array();
        for (size_t i = 0; i < n; i++) append(bodies, json_string(all[i]));
        put(d, "recipients_expanded", bodies);
        free(all);
    }
    return d;
}

static json_t *nodes_json(const Plan *p)
{
    json_t *list = json_array();
    for (size_t i = 0; i < p->n_nodes; i++) {
        const PlanNode *n = &p->nodes[i];
        json_t *o = object();
        put(o, "id", text(n->id));
        put(o, "parent", node_of(p, n->parent));
        put(o, "kind", text(plan_node_kind_name(n->kind)));
        put(o, "label", text(n->label));
        put(o, "text", text(n->text ? n->text : ""));
        put(o, "line", count(n->line));
        if (n->key) put(o, "key", text(n->key));
        put(o, "confidence", number(round(n->confidence * 100) / 100));
        append(list, o);
    }
    return list;
}

static json_t *legal_json(const Plan *p)
{
    json_t *list = json_array();
    for (size_t i = 0; i < p->n_legal; i++) {
        const PlanLegal *l = &p->legal[i];
        json_t *o = object();
        put(o, "kind", text(l->kind));
        put(o, "number", text(l->number));
        put(o, "date", day(l->date));
        put(o, "issuer", text(l->issuer));
        put(o, "node", node_of(p, l->node));
        append(list, o);
    }
    return list;
}

static json_t *dates_json(const Plan *p)
{
    json_t *list = json_array();
    for (size_t i = 0; i < p->n_dates; i++) {
        const PlanDate *d = &p->dates[i];
        json_t *o = object();
        put(o, "kind", text(plan_date_kind_name(d->kind)));
        put(o, "from", day(d->from));
        put(o, "to", day(d->to));
        if (d->exclusive) put(o, "exclusive", json_true());
        if (d->yearly) put(o, "yearly", json_true());
        put(o, "node", node_of(p, d->node));
        append(list, o);
    }
    return list;
}

static json_t *actors_json(const Plan *p)
{
    json_t *list = json_array();
    for (size_t i = 0; i < p->n_actors; i++) {
        json_t *o = object();
        put(o, "name", text(p->actors[i].name));
        put(o, "role", text(plan_actor_role_name(p->actors[i].role)));
        put(o, "node", node_of(p, p->actors[i].node));
        append(list, o);
    }
    return list;
}

static json_t *targets_json(const Plan *p)
{
    json_t *list = json_array();
    for (size_t i = 0; i < p->n_targets; i++) {
        const PlanTarget *t = &p->targets[i];
        json_t *o = object();
        put(o, "value", number(t->value));
        put(o, "unit", text(t->unit));
        put(o, "direction", text(plan_direction_name(t->direction)));
        put(o, "year", count(t->year));
        put(o, "node", node_of(p, t->node));
        append(list, o);
    }
    return list;
}

static json_t *rest_json(const Plan *p)
{
    json_t *list = json_array();
    for (size_t i = 0; i < p->n_rest; i++) {
        json_t *o = object();
        put(o, "kind", text(p->rest[i].kind));
        put(o, "text", text(p->rest[i].text));
        put(o, "line", count(p->rest[i].line));
        append(list, o);
    }
    return list;
}

static json_t *repairs_json(const Plan *p)
{
    json_t *list = json_array();
    for (size_t i = 0; i < p->n_repairs; i++) {
        json_t *o = object();
        put(o, "line", count(p->repairs[i].line));
        put(o, "kind", text(p->repairs[i].kind));
        put(o, "before", text(p->repairs[i].before));
        put(o, "after", text(p->repairs[i].after));
        append(list, o);
    }
    return list;
}

json_t *plan_json(const Plan *p)
{
    json_t *o = object();
    put(o, "schema", json_string("sen-plan/1"));
    put(o, "document", document_json(p));
    put(o, "nodes", nodes_json(p));
    put(o, "legal", legal_json(p));
    put(o, "dates", dates_json(p));
    put(o, "actors", actors_json(p));
    put(o, "targets", targets_json(p));
    put(o, "rest", rest_json(p));
    put(o, "repairs", repairs_json(p));
    return o;
}
