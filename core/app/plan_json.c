/* plan_json.c - the contract's JSON, key by key, written as it goes; knows nothing of how a plan was read. */
#include "core/app/plan_json.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/mem.h"
#include "core/model/sure.h"

typedef struct Writer {
    Buf *out;
    int depth, first;                          /* first: nothing stands in the open list or object yet */
    void (*full)(void *);
    void *who;
} Writer;

static void new_line(Writer *w)
{
    buf_putc(w->out, '\n');
    for (int i = 0; i < w->depth; i++) buf_puts(w->out, "  ");
}

/* Before each entry of the open list or object. */
static void next(Writer *w)
{
    if (!w->first) buf_putc(w->out, ',');
    w->first = 0;
    new_line(w);
    if (w->full && w->out->n >= PLAN_JSON_PIECE) w->full(w->who);
}

static void open_at(Writer *w, char c)
{
    buf_putc(w->out, c);
    w->depth++;
    w->first = 1;
}

static void close_at(Writer *w, char c)
{
    w->depth--;
    if (!w->first) new_line(w);
    buf_putc(w->out, c);
    w->first = 0;
}

static void text(Writer *w, const char *s)
{
    static const char *const SHORT[] = {['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r"};
    if (!s) {
        buf_puts(w->out, "null");
        return;
    }
    buf_putc(w->out, '"');
    for (;;) {
        size_t n = 0;
        while ((unsigned char)s[n] >= 0x20 && s[n] != '"' && s[n] != '\\') n++;
        buf_add(w->out, s, n);
        s += n;
        unsigned char c = (unsigned char)*s++;
        if (!c) break;
        if (c >= 0x20) buf_printf(w->out, "\\%c", c);
        else if (c <= '\r' && SHORT[c]) buf_puts(w->out, SHORT[c]);
        else buf_printf(w->out, "\\u%04X", c);
    }
    buf_putc(w->out, '"');
}

static void key(Writer *w, const char *name)
{
    next(w);
    buf_putc(w->out, '"');
    buf_puts(w->out, name);
    buf_puts(w->out, "\": ");
}

static void put_text(Writer *w, const char *name, const char *s)
{
    key(w, name);
    text(w, s);
}

static void put_count(Writer *w, const char *name, int n)
{
    key(w, name);
    if (n) buf_printf(w->out, "%d", n);
    else buf_puts(w->out, "null");
}

static void put_day(Writer *w, const char *name, Date d)
{
    key(w, name);
    if (d == DATE_NONE) {
        buf_puts(w->out, "null");
        return;
    }
    buf_putc(w->out, '"');
    date_iso(d, w->out);
    buf_putc(w->out, '"');
}

/* Whole numbers without a point; 15 digits; an exponent without "+" and zeros. */
static void put_number(Writer *w, const char *name, double v)
{
    key(w, name);
    if (v == floor(v) && fabs(v) < 9e15) {
        buf_printf(w->out, "%lld", (long long)v);
        return;
    }
    char s[48];
    snprintf(s, sizeof s - 3, "%.15g", v);
    char *e = strchr(s, 'e');
    if (!e && !strchr(s, '.')) strcat(s, ".0");
    if (e) {
        char *from = e + 1, *to = e + 1;
        if (*from == '-') from++, to++;
        while (*from == '+' || *from == '0') from++;
        memmove(to, from, strlen(from) + 1);
    }
    buf_puts(w->out, s);
}

static void put_share(Writer *w, const char *name, double v) { put_number(w, name, round(v * 100) / 100); }

static void put_node(Writer *w, const Plan *p, const char *name, int node)
{
    put_text(w, name, node < 0 ? NULL : p->nodes[node].id);
}

static void put_texts(Writer *w, const char *name, const char *const *list, size_t n)
{
    key(w, name);
    open_at(w, '[');
    for (size_t i = 0; i < n; i++) {
        next(w);
        text(w, list[i]);
    }
    close_at(w, ']');
}

static void begin_list(Writer *w, const char *name)
{
    key(w, name);
    open_at(w, '[');
}

static void begin_entry(Writer *w)
{
    next(w);
    open_at(w, '{');
}

static void document_json(Writer *w, const Plan *p)
{
    key(w, "document");
    open_at(w, '{');
    put_text(w, "type", p->type);
    put_text(w, "attached", p->attached);
    put_text(w, "number", p->number);
    put_text(w, "symbol", p->symbol);
    put_text(w, "place", p->place);
    key(w, "date");
    open_at(w, '{');
    put_count(w, "year", p->year);
    put_count(w, "month", p->month);
    put_count(w, "day", p->day);
    close_at(w, '}');
    put_text(w, "subject", p->subject);
    put_text(w, "issuer", p->issuer);
    key(w, "signer");
    open_at(w, '{');
    put_text(w, "authority", p->authority);
    put_text(w, "title", p->title);
    put_text(w, "name", p->name);
    close_at(w, '}');
    put_texts(w, "recipients", p->recipients, p->n_recipients);
    size_t n;
    const char **all = plan_expand_recipients(p, &n);
    if (all) {
        put_texts(w, "recipients_expanded", all, n);
        free(all);
    }
    close_at(w, '}');
}

/* Only what a person corrected says so. */
static void put_corrected(Writer *w, int corrected)
{
    if (!corrected) return;
    key(w, "corrected");
    buf_puts(w->out, "true");
}

static void nodes_json(Writer *w, const Plan *p)
{
    begin_list(w, "nodes");
    for (const PlanNode *n = p->nodes; n < p->nodes + p->n_nodes; n++) {
        begin_entry(w);
        put_text(w, "id", n->id);
        put_node(w, p, "parent", n->parent);
        put_text(w, "kind", plan_node_kind_name(n->kind));
        put_text(w, "label", n->label);
        put_text(w, "text", n->text ? n->text : "");
        put_count(w, "line", n->line);
        if (n->key) put_text(w, "key", n->key);
        put_share(w, "confidence", n->confidence);
        put_corrected(w, n->corrected);
        close_at(w, '}');
    }
    close_at(w, ']');
}

static void legal_json(Writer *w, const Plan *p)
{
    begin_list(w, "legal");
    for (const PlanLegal *l = p->legal; l < p->legal + p->n_legal; l++) {
        begin_entry(w);
        put_text(w, "kind", l->kind);
        put_text(w, "number", l->number);
        put_day(w, "date", l->date);
        put_text(w, "issuer", l->issuer);
        put_node(w, p, "node", l->node);
        put_share(w, "confidence", l->corrected ? 1 : sure_legal(p, l));
        put_corrected(w, l->corrected);
        close_at(w, '}');
    }
    close_at(w, ']');
}

static void dates_json(Writer *w, const Plan *p)
{
    begin_list(w, "dates");
    for (const PlanDate *d = p->dates; d < p->dates + p->n_dates; d++) {
        begin_entry(w);
        put_text(w, "kind", plan_date_kind_name(d->kind));
        put_day(w, "from", d->from);
        put_day(w, "to", d->to);
        if (d->exclusive) {
            key(w, "exclusive");
            buf_puts(w->out, "true");
        }
        if (d->yearly) {
            key(w, "yearly");
            buf_puts(w->out, "true");
        }
        put_node(w, p, "node", d->node);
        put_share(w, "confidence", d->corrected ? 1 : sure_date(p, d));
        put_corrected(w, d->corrected);
        close_at(w, '}');
    }
    close_at(w, ']');
}

static void actors_json(Writer *w, const Plan *p)
{
    begin_list(w, "actors");
    for (const PlanActor *a = p->actors; a < p->actors + p->n_actors; a++) {
        begin_entry(w);
        put_text(w, "name", a->name);
        put_text(w, "role", plan_actor_role_name(a->role));
        put_node(w, p, "node", a->node);
        put_share(w, "confidence", a->corrected ? 1 : sure_actor(p, a));
        put_corrected(w, a->corrected);
        close_at(w, '}');
    }
    close_at(w, ']');
}

static void targets_json(Writer *w, const Plan *p)
{
    begin_list(w, "targets");
    for (const PlanTarget *t = p->targets; t < p->targets + p->n_targets; t++) {
        begin_entry(w);
        put_number(w, "value", t->value);
        put_text(w, "unit", t->unit);
        put_text(w, "direction", plan_direction_name(t->direction));
        put_count(w, "year", t->year);
        put_node(w, p, "node", t->node);
        put_share(w, "confidence", t->corrected ? 1 : sure_target(p, t));
        put_corrected(w, t->corrected);
        close_at(w, '}');
    }
    close_at(w, ']');
}

static void budgets_json(Writer *w, const Plan *p)
{
    size_t n;
    PlanBudget *list = sure_budgets(p, &n);
    begin_list(w, "budgets");
    for (size_t i = 0; i < n; i++) {
        begin_entry(w);
        put_text(w, "source", list[i].source);
        put_node(w, p, "node", list[i].node);
        put_share(w, "confidence", list[i].confidence);
        close_at(w, '}');
    }
    close_at(w, ']');
    free(list);
}

static void leftovers_json(Writer *w, const Plan *p)
{
    begin_list(w, "rest");
    for (const PlanRest *r = p->rest; r < p->rest + p->n_rest; r++) {
        begin_entry(w);
        put_text(w, "kind", r->kind);
        put_text(w, "text", r->text);
        put_count(w, "line", r->line);
        close_at(w, '}');
    }
    close_at(w, ']');
    begin_list(w, "repairs");
    for (const PlanRepair *r = p->repairs; r < p->repairs + p->n_repairs; r++) {
        begin_entry(w);
        put_count(w, "line", r->line);
        put_text(w, "kind", r->kind);
        put_text(w, "before", r->before);
        put_text(w, "after", r->after);
        close_at(w, '}');
    }
    close_at(w, ']');
}

void plan_json(const Plan *p, Buf *out, void (*full)(void *), void *who)
{
    Writer w = {.out = out, .full = full, .who = who};
    open_at(&w, '{');
    put_text(&w, "schema", "sen-plan/1");
    document_json(&w, p);
    nodes_json(&w, p);
    legal_json(&w, p);
    dates_json(&w, p);
    actors_json(&w, p);
    targets_json(&w, p);
    budgets_json(&w, p);
    leftovers_json(&w, p);
    close_at(&w, '}');
    buf_putc(out, '\n');
}
