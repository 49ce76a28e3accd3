/* fill.c - template + scope -> a new tree: walks the template's nodes, runs its controls and puts values in as text. */
#include "core/press/fill_parts.h"
#include <stdlib.h>
#include <string.h>

enum { FILL_MOST = 32 * 1024 * 1024 };     /* bytes of one page's tree */

static void fill_range(Fill *x, const DocNode *from, const DocNode *stop, DocNode *into);

static void move_children(DocNode *from, DocNode *into)
{
    for (DocNode *c = from->first, *next; c; c = next) {
        next = c->next;
        doc_unlink(c);
        doc_append(into, c);
    }
}

/* Inside a line: paragraphs only, joined by breaks. */
static void fill_markdown(Fill *x, const Hole *h, DocNode *into)
{
    Value v;
    if (fill_evaluate(x, h, &v)) return;
    Doc *d = fill_parse_value(x, h, &v);
    if (!d) return;
    fill_flush_text(x, into);
    for (DocNode *p = d->root->first; p; p = p->next) {
        if (p->kind != DOC_PARAGRAPH) {
            Err e = {0};
            err_set(&e, SEN4165, "%.*s", (int)(h->text.n < 100 ? h->text.n : 100), h->text.p);
            err_at(&e, x->t->shown, h->line, h->col);
            fill_report(x, &e);
            return;
        }
        move_children(p, into);
        if (p->next) doc_append(into, doc_node(x->a, DOC_BREAK));
    }
}

/* A paragraph of nothing but one such hole: its blocks take the paragraph's place. */
static int is_markdown_paragraph(const Fill *x, const DocNode *n)
{
    if (n->kind != DOC_PARAGRAPH || !n->first || n->first != n->last || n->first->kind != DOC_HOLE) return 0;
    const Hole *h = &x->t->holes.v[n->first->hole];
    return h->kind == HOLE_VALUE && expr_wants_markdown(h->expr);
}

static void fill_markdown_blocks(Fill *x, const DocNode *n, DocNode *into)
{
    const Hole *h = &x->t->holes.v[n->first->hole];
    Value v;
    if (fill_evaluate(x, h, &v)) return;
    Doc *d = fill_parse_value(x, h, &v);
    if (!d) return;
    if (d->root->first) d->root->first->gap |= (uint8_t)(n->gap | x->pending);
    x->pending = 0;
    move_children(d->root, into);
}

/* --- controls --- */

typedef struct Loop { ValuePair pair[4]; Value value[4]; } Loop;

static Value loop_value(Loop *l, uint32_t count)
{
    static const char *const key[] = {"index", "first", "last", "count"};
    for (int i = 0; i < 4; i++) l->pair[i] = (ValuePair){{key[i], strlen(key[i])}, &l->value[i]};
    l->value[3] = value_int(count);
    return (Value){.type = VAL_MAP, .count = 4, .u.map = l->pair};
}

static Value pair_value(Fill *x, const ValuePair *p)
{
    ValuePair *pair = arena_alloc(x->a, 2 * sizeof *pair);
    Value *key = arena_alloc(x->a, sizeof *key);
    *key = value_text(p->key);
    pair[0] = (ValuePair){{"key", 3}, key};
    pair[1] = (ValuePair){{"value", 5}, p->value};
    return (Value){.type = VAL_MAP, .count = 2, .u.map = pair};
}

static void too_big(Fill *x, const Hole *h)
{
    Err e = {0};
    x->stop = 1;
    err_set(&e, SEN4166, "%s", "");
    err_at(&e, x->t->shown, h->line, h->col);
    fill_report(x, &e);
}

static void set_local(Scope *s, uint32_t at, Str name, Value v)
{
    s->local[at] = (ScopeLocal){name, v};
    s->locals = at + 1;
}

static void run_rounds(Fill *x, const DocNode *n, const Hole *h, const Value *list, DocNode *into)
{
    const DocNode *stop = x->t->holes.v[h->pair].at;
    Scope *s = x->job->scope;
    uint32_t base = s->locals;
    const char *origin = x->origin;
    Str var = x->var;
    Loop loop;
    Value loop_map = loop_value(&loop, list->count);
    for (uint32_t i = 0; i < list->count && !x->stop; i++) {
        Value item = list->type == VAL_LIST ? list->u.list[i] : pair_value(x, &list->u.map[i]);
        loop.value[0] = value_int(i + 1);
        loop.value[1] = value_bool(i == 0);
        loop.value[2] = value_bool(i + 1 == list->count);
        set_local(s, base, h->var, item);
        set_local(s, base + 1, (Str){"loop", 4}, loop_map);
        const char *address = item.type == VAL_OBJECT && item.x.type->address ? item.x.type->address(item.u.self) : NULL;
        if (address) x->origin = address, x->var = h->var;
        fill_range(x, n->next, stop, into);
        x->pending |= stop->gap & 1;
        if (arena_used(x->a) > FILL_MOST || x->text.n > FILL_MOST) too_big(x, h);
    }
    s->locals = base;
    x->origin = origin;
    x->var = var;
}

static void run_for(Fill *x, const DocNode *n, const Hole *h, DocNode *into)
{
    Value list;
    if (fill_evaluate(x, h, &list)) return;
    if (list.type != VAL_LIST && list.type != VAL_MAP && list.type != VAL_NONE) {
        Err e = {0};
        err_set(&e, SEN4147, "%.*s" ARG "%s", (int)(h->text.n < 100 ? h->text.n : 100), h->text.p, value_type_name(list.type));
        err_at(&e, x->t->shown, h->line, h->col);
        fill_report(x, &e);
        return;
    }
    if (x->job->scope->locals + 2 > SCOPE_LOCALS) {
        too_big(x, h);
        return;
    }
    if (list.count) {
        run_rounds(x, n, h, &list, into);
        return;
    }
    const Hole *next = &x->t->holes.v[h->pair];
    if (next->kind != HOLE_ELSE) return;
    const DocNode *end = x->t->holes.v[h->end].at;
    fill_range(x, next->at->next, end, into);
    x->pending |= end->gap & 1;
}

static void run_if(Fill *x, const Hole *h, DocNode *into)
{
    for (; h->kind != HOLE_END && !x->stop; h = &x->t->holes.v[h->pair]) {
        Value v = value_bool(1);
        if (h->kind != HOLE_ELSE && fill_evaluate(x, h, &v)) return;
        if (!expr_true(&v)) continue;
        const DocNode *stop = x->t->holes.v[h->pair].at;
        fill_range(x, h->at->next, stop, into);
        x->pending |= stop->gap & 1;
        return;
    }
}

static int enter_include(Fill *x, const Hole *h, const Template **inside)
{
    Err e = {0};
    ContentFile *file = template_find_include(x->t, h, x->job->content, &e);
    Template *t = file ? template_of(file, x->job->findings, &e) : NULL;
    Code why = SEN_OK;
    for (int i = 0; t && i <= x->depth && !why; i++)
        if (x->stack[i] == t) why = SEN4162;
    if (t && !why && x->depth >= INCLUDE_DEPTH) why = SEN4163;
    if (why) {
        err_set(&e, why, "%.*s", (int)(h->text.n < 200 ? h->text.n : 200), h->text.p);
        err_at(&e, x->t->shown, h->line, h->col);
    }
    if (e.code || !t) {
        fill_report(x, &e);
        return -1;
    }
    *inside = t;
    return 0;
}

static void run_include(Fill *x, const DocNode *n, const Hole *h, DocNode *into)
{
    const Template *t, *outer = x->t;
    if (enter_include(x, h, &t)) return;
    const DocNode *root = t->doc->root, *from = root;
    if (n->kind == DOC_HOLE) {                             /* inside a line: one paragraph, without its paragraph */
        from = root->first;
        if (from && (from->next || from->kind != DOC_PARAGRAPH)) {
            Err e = {0};
            err_set(&e, SEN4164, "%.*s", (int)(h->text.n < 200 ? h->text.n : 200), h->text.p);
            err_at(&e, x->t->shown, h->line, h->col);
            fill_report(x, &e);
            return;
        }
    }
    x->notes |= t->has_notes;
    x->stack[++x->depth] = t;
    x->t = t;
    if (from) fill_range(x, from->first, NULL, into);
    x->t = outer;
    x->depth--;
}

/* Runs the control at n; returns the node to go on with. */
static const DocNode *run_control(Fill *x, const DocNode *n, const Hole *h, DocNode *into)
{
    x->pending |= n->gap & 1;
    switch (h->kind) {
    case HOLE_FOR: run_for(x, n, h, into); break;
    case HOLE_IF: run_if(x, h, into); break;
    case HOLE_INCLUDE: run_include(x, n, h, into); return n->next;
    default: return n->next;
    }
    return x->t->holes.v[h->end].at->next;
}

/* --- nodes --- */

static void fill_node(Fill *x, const DocNode *n, DocNode *into)
{
    DocNode *m = doc_copy_node(x->a, n);
    m->gap = (uint8_t)((n->gap & 1) | x->pending);         /* what the template's own children left behind does not count */
    x->pending = 0;
    if (x->origin && !m->origin && doc_is_block(m->kind)) m->origin = x->origin;
    if (n->kind == DOC_CODE || n->kind == DOC_CODE_BLOCK)
        m->text = fill_literal(x, n->text, n->kind == DOC_CODE ? IN_CODE : IN_CODE_BLOCK);
    else if (n->kind == DOC_TEXT) m->text = fill_literal(x, n->text, IN_TITLE);
    if (n->url.n) m->url = fill_literal(x, n->url, IN_URL);
    if (n->title.n) m->title = fill_literal(x, n->title, IN_TITLE);
    if (x->job->trace) fill_trace_block(m, x->t->shown, x->var);
    doc_append(into, m);
    fill_range(x, n->first, NULL, m);                      /* a blank line left pending inside counts for what follows */
    fill_flush_text(x, m);
    doc_settle(m);
}

static void copy_still(Fill *x, const DocNode *n, DocNode *into)
{
    DocNode *m = n->first ? doc_copy_tree(x->a, n) : doc_copy_node(x->a, n);
    m->gap |= (uint8_t)x->pending;
    x->pending = 0;
    if (x->origin && !m->origin && doc_is_block(m->kind)) m->origin = x->origin;
    doc_append(into, m);
}

static void fill_value(Fill *x, const Hole *h, DocNode *into)
{
    if (expr_wants_markdown(h->expr)) {
        fill_markdown(x, h, into);
        return;
    }
    Value v;
    if (x->job->trace) fill_flush_text(x, into);
    const DocNode *before = into->last;
    size_t at = x->text.n;
    if (fill_evaluate(x, h, &v)) return;
    fill_print(x, h, &v, &x->text);
    fill_break_lines(x, at, into);
    if (!x->job->trace) return;
    fill_flush_text(x, into);
    fill_trace_hole(x->a, h, x->job->scope, before ? before->next : into->first);
}

/* An included list among the items of a list gives its items; a table among rows its body rows. */
static int splice(Fill *x, const DocNode *n, DocNode *into)
{
    if (into->kind != DOC_LIST && into->kind != DOC_TABLE) return 0;
    if (n->kind == (into->kind == DOC_LIST ? DOC_ITEM : DOC_ROW)) return 0;
    if (n->kind == into->kind) {
        const DocNode *from = n->first;
        if (n->kind == DOC_TABLE && from && from->header) from = from->next;
        fill_range(x, from, NULL, into);
        return 1;
    }
    Err e = {0};
    err_set(&e, SEN4154, "include" ARG "%d", n->line);
    err_at(&e, x->t->shown, n->line, 1);
    fill_report(x, &e);
    return 1;
}

/* What stands at n; returns what to go on with. */
static const DocNode *fill_step(Fill *x, const DocNode *n, DocNode *into)
{
    if (n->kind == DOC_HOLE || n->kind == DOC_CONTROL) {
        const Hole *h = &x->t->holes.v[n->hole];
        if (h->kind != HOLE_VALUE) {
            if (x->job->trace) fill_flush_text(x, into);
            const DocNode *next = run_control(x, n, h, into);
            if (x->job->trace) fill_flush_text(x, into);
            return next;
        }
        fill_value(x, h, into);
    } else if (n->kind == DOC_TEXT && !n->live) {
        buf_str(&x->text, n->text);
    } else {
        fill_flush_text(x, into);
        if (splice(x, n, into)) ;
        else if (!n->live && !x->job->trace) copy_still(x, n, into);
        else if (is_markdown_paragraph(x, n)) fill_markdown_blocks(x, n, into);
        else fill_node(x, n, into);
    }
    return n->next;
}

/* --- what is the same for many units --- */

enum { OF_UNIT = 1u << SCOPE_UNIT | 1u << SCOPE_VARS };        /* what differs between units that share a memo */

static int is_part(const Fill *x, const DocNode *into)
{
    return (into->kind == DOC_ROOT || into->kind == DOC_DIV) && !x->text.n && !x->origin && !x->job->scope->locals;
}

/* Fills it as ever and sees whether it read anything of the unit; if not, keeps what came out. */
static const DocNode *learn_part(Fill *x, FillPart *p, const DocNode *n, DocNode *into)
{
    Scope *s = x->job->scope;
    uint32_t used = s->used;
    int unsafe = x->unsafe, notes = x->notes, pending = x->pending;
    size_t said = x->job->findings->n, errors = x->errors;
    const DocNode *before = into->last;
    x->learning = 1;
    x->unsafe = x->notes = 0;
    s->used = 0;
    const DocNode *next = fill_step(x, n, into);
    x->learning = 0;
    const DocNode *first = before ? before->next : into->first;
    int same = !(s->used & OF_UNIT) && !x->unsafe && !x->notes && !x->stop && !x->text.n && x->errors == errors &&
               x->job->findings->n == said;
    if (!same) p->state = PART_OWN;
    else if (!(s->used & x->job->own)) p->state = fill_memo_keep(x->memo, p, first) ? PART_OWN : PART_KEPT;
    p->next = next;
    p->used = s->used;
    p->pending_in = (uint8_t)pending;
    p->pending = (uint8_t)x->pending;
    s->used |= used;
    x->unsafe |= unsafe;
    x->notes |= notes;
    return next;
}

static const DocNode *fill_part(Fill *x, const DocNode *n, DocNode *into)
{
    FillPart *p = fill_memo_part(x->memo, n);
    if (!p || x->learning || p->state == PART_OWN) return fill_step(x, n, into);
    if (p->state == PART_NEW) return learn_part(x, p, n, into);
    if (!fill_memo_may_put(x->memo, p) || p->pending_in != x->pending || (p->used & x->job->own)) return fill_step(x, n, into);
    fill_memo_put(x->memo, p, x->a, into);
    x->job->scope->used |= p->used;
    x->pending = p->pending;
    return p->next;
}

static void fill_range(Fill *x, const DocNode *from, const DocNode *stop, DocNode *into)
{
    const DocNode *n = from;
    while (n && n != stop && !x->stop) n = x->memo && is_part(x, into) ? fill_part(x, n, into) : fill_step(x, n, into);
}

/* --- the page --- */

Doc *template_fill(Template *t, const FillJob *job, Arena *a)
{
    Fill x = {.t = t, .job = job, .a = a, .notes = t->has_notes};
    size_t before = findings_count(job->findings, SEV_ERROR);
    x.stack[0] = t;
    x.memo = t->has_notes || job->trace ? NULL : job->memo;
    if (x.memo) fill_memo_page(x.memo);
    Value *vars = &job->scope->root[SCOPE_VARS];
    if (vars->type == VAL_NONE) *vars = template_fill_vars(t, NULL, job, a);
    Doc *d = arena_alloc(a, sizeof *d);
    d->arena = a;
    d->root = doc_copy_node(a, t->doc->root);
    fill_range(&x, t->doc->root->first, NULL, d->root);
    fill_flush_text(&x, d->root);
    doc_settle(d->root);
    if (x.notes) doc_number_notes(d);
    if (x.unsafe) doc_filter(d, job->findings, t->shown);
    buf_free(&x.text);
    buf_free(&x.print);
    return x.errors || findings_count(job->findings, SEV_ERROR) > before ? NULL : d;
}
