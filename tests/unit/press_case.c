/* press_case.c - a small scope, a printed tree, and the reference meaning of templates: expand the text, then parse it. */
#include "tests/unit/press_case.h"
#include "core/base/text.h"
#include "core/press/front.h"
#include "core/press/hole.h"
#include <stdio.h>
#include <string.h>

/* --- values --- */

typedef struct Thing { ObjectType type; const char **keys; Value *values; size_t n; const char *address; } Thing;

static int thing_get(const void *self, Str field, Value *out)
{
    const Thing *t = self;
    for (size_t i = 0; i < t->n; i++)
        if (str_is(field, t->keys[i])) {
            *out = t->values[i];
            return 1;
        }
    return 0;
}

static const char *const *thing_fields(const void *self, size_t *n)
{
    const Thing *t = self;
    *n = t->n;
    return t->keys;
}

static Str thing_text(const void *self) { return ((const Thing *)self)->values[0].u.text; }
static const char *thing_address(const void *self) { return ((const Thing *)self)->address; }

Value press_case_text(const char *s) { return value_text(str_of(s)); }

Value press_case_object(Arena *a, const char *type, size_t n, const char *const *keys, const Value *values)
{
    Thing *t = arena_alloc(a, sizeof *t);
    *t = (Thing){.type = {type, thing_get, thing_fields, thing_text, thing_address}, .n = n};
    t->keys = arena_alloc(a, n * sizeof *t->keys);
    t->values = arena_alloc(a, n * sizeof *t->values);
    memcpy(t->keys, keys, n * sizeof *t->keys);
    memcpy(t->values, values, n * sizeof *t->values);
    t->address = arena_print(a, "%s:%.*s", type, (int)values[0].u.text.n, values[0].u.text.p);
    return (Value){.type = VAL_OBJECT, .u.self = t, .x.type = &t->type};
}

Value press_case_map(Arena *a, size_t n, const char *const *keys, const Value *values)
{
    ValuePair *pair = arena_alloc(a, n * sizeof *pair);
    Value *v = arena_alloc(a, n * sizeof *v);
    for (size_t i = 0; i < n; i++) {
        v[i] = values[i];
        pair[i] = (ValuePair){str_of(keys[i]), &v[i]};
    }
    return (Value){.type = VAL_MAP, .count = (uint32_t)n, .u.map = pair};
}

Value press_case_list(Arena *a, size_t n, const Value *values)
{
    Value *v = arena_alloc(a, (n + 1) * sizeof *v);
    if (n) memcpy(v, values, n * sizeof *v);
    return (Value){.type = VAL_LIST, .count = (uint32_t)n, .u.list = v};
}

void press_case_open(PressCase *c)
{
    memset(c, 0, sizeof *c);
    c->a = arena_new();
    c->content = content_new(NULL);
    findings_init(&c->f, c->a);
    c->job = (FillJob){.engine = &c->engine, .scope = &c->scope, .content = c->content, .findings = &c->f};
    for (int i = 0; i < SCOPE_NAMES; i++) c->scope.root[i] = value_none();
}

void press_case_close(PressCase *c)
{
    template_free(c->filled);
    content_free(c->content);
    findings_free(&c->f);
    arena_free(c->a);
}

/* --- the printed tree --- */

static void dump_text(Buf *out, const char *name, Str s)
{
    if (s.n == 0) return;
    buf_printf(out, " %s\"", name);
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n') buf_puts(out, "\\n");
        else buf_putc(out, s.p[i]);
    }
    buf_putc(out, '"');
}

static void dump(const DocNode *n, Buf *out);

static void dump_children(const DocNode *n, Buf *out)
{
    for (const DocNode *c = n->first; c;) {
        if (c->kind != DOC_TEXT) {
            buf_putc(out, ' ');
            dump(c, out);
            c = c->next;
            continue;
        }
        Buf run = {0};
        for (; c && c->kind == DOC_TEXT; c = c->next) buf_str(&run, c->text);
        dump_text(out, "", buf_view(&run));
        buf_free(&run);
    }
}

static void dump(const DocNode *n, Buf *out)
{
    buf_printf(out, "(%s", doc_kind_name(n->kind));
    if (n->kind == DOC_HEADING) buf_printf(out, " %d", n->level);
    if (n->kind == DOC_LIST) buf_printf(out, " %c%s", n->mark ? n->mark : '?', n->tight ? "" : " loose");
    if (n->kind == DOC_LIST && n->ordered) buf_printf(out, " %d", n->start);
    if (n->kind == DOC_ITEM && n->check) buf_puts(out, n->check == CHECK_DONE ? " [x]" : " [ ]");
    if (n->kind == DOC_ROW && n->header) buf_puts(out, " head");
    if (n->kind == DOC_CELL && n->align) buf_printf(out, " %d", n->align);
    dump_text(out, "", n->text);
    dump_text(out, "url=", n->url);
    dump_text(out, "title=", n->title);
    dump_text(out, "info=", n->info);
    dump_children(n, out);
    buf_putc(out, ')');
}

const char *press_case_dump(Arena *a, const Doc *d)
{
    Buf b = {0};
    dump(d->root, &b);
    const char *s = arena_text(a, buf_text(&b), b.n);
    buf_free(&b);
    return s;
}

static const char *failure(PressCase *c, const Err *e)
{
    Err none = {0};
    const Err *x = e && e->code ? e : &none;
    if (x->code) return arena_print(c->a, "error SEN%d %d:%d %s|%s|%s", (int)x->code, x->line, x->col, x->arg[0], x->arg[1], x->arg[2]);
    Buf b = {0};
    findings_sort(&c->f);
    for (size_t i = 0; i < c->f.n; i++) {
        const Finding *f = &c->f.v[i];
        if (f->severity != SEV_ERROR) continue;
        buf_printf(&b, "%serror SEN%d %d:%d", b.n ? "; " : "", (int)f->code, f->line, f->col);
        for (int k = 0; k < ERR_ARGS && f->arg[k]; k++) buf_printf(&b, "%s%s", k ? "|" : " ", f->arg[k]);
    }
    const char *s = arena_text(c->a, buf_text(&b), b.n);
    buf_free(&b);
    return s;
}

const char *press_case_fill(PressCase *c, const char *source)
{
    Err e = {0};
    c->f.n = 0;
    c->scope.root[SCOPE_VARS] = value_none();
    Template *t = template_parse(str_of(source), "t.md", &c->f, &e);
    if (!t) return failure(c, &e);
    Doc *d = template_fill(t, &c->job, c->a);
    const char *s = d ? press_case_dump(c->a, d) : failure(c, NULL);
    template_free(c->filled);                              /* its vars are read by the reference after it */
    c->filled = t;
    return s;
}

/* --- the reference meaning --- */

typedef struct Expand { PressCase *c; const char *md; Holes h; size_t *at; Buf *out; } Expand;

static int expand_source(PressCase *c, Str source, int first_line, Buf *out, Err *e);

/* Lines of nothing but controls, spaces and ">" are taken out whole: only their hole characters stay. */
static void strip_control_lines(const Holes *h, Str md, Buf *out)
{
    for (size_t i = 0; i < md.n;) {
        const char *nl = memchr(md.p + i, '\n', md.n - i);
        size_t end = nl ? (size_t)(nl - md.p) : md.n;
        size_t holes = 0, other = 0;
        for (size_t k = i; k < end;) {
            long hole = hole_at(md.p + k, end - k);
            if (hole >= 0 && h->v[hole].kind != HOLE_VALUE) holes++, k += 4;
            else other += md.p[k] != ' ' && md.p[k] != '\t' && md.p[k] != '>', k++;
        }
        if (holes && !other) {
            for (size_t k = i; k < end; k++)
                if (hole_at(md.p + k, end - k) >= 0) buf_add(out, md.p + k, 4), k += 3;
        } else {
            buf_add(out, md.p + i, end - i);
            if (nl) buf_putc(out, '\n');
        }
        i = end + (nl != NULL);
    }
}

static void escape(Str s, Buf *out)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if ((c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~')) buf_putc(out, '\\');
        buf_putc(out, c);
    }
}

static void expand(Expand *x, size_t from, size_t to);

static Value eval(Expand *x, Hole *h)
{
    Value v = value_none();
    Err e = {0};
    Expr *expr = expr_parse(h->text, "t.md", h->line, h->col, x->c->a, &e);
    if (!expr || expr_eval(expr, &x->c->engine, &x->c->scope, x->c->a, &v, &e)) buf_puts(x->out, "(bad)");
    return v;
}

static void expand_for(Expand *x, Hole *h)
{
    Value list = eval(x, h);
    Scope *s = &x->c->scope;
    size_t body = x->at[h - x->h.v] + 4, stop = x->at[h->pair];
    uint32_t base = s->locals;
    for (uint32_t i = 0; i < list.count; i++) {
        static const char *const keys[] = {"index", "first", "last", "count"};
        const Value loop[] = {value_int(i + 1), value_bool(i == 0), value_bool(i + 1 == list.count), value_int(list.count)};
        s->local[base] = (ScopeLocal){h->var, list.u.list[i]};
        s->local[base + 1] = (ScopeLocal){str_of("loop"), press_case_map(x->c->a, 4, keys, loop)};
        s->locals = base + 2;
        expand(x, body, stop);
    }
    s->locals = base;
    if (list.count == 0 && x->h.v[h->pair].kind == HOLE_ELSE) expand(x, stop + 4, x->at[h->end]);
}

static void expand_if(Expand *x, Hole *h)
{
    for (; h->kind != HOLE_END; h = &x->h.v[h->pair]) {
        Value v = value_bool(1);
        if (h->kind != HOLE_ELSE) v = eval(x, h);
        if (!expr_true(&v)) continue;
        expand(x, x->at[h - x->h.v] + 4, x->at[h->pair]);
        return;
    }
}

/* On a line of its own the file's lines stand as they are; within a line without its last line end. */
static void expand_include(Expand *x, const Hole *h, int own_line)
{
    Err e = {0};
    const ContentFile *file = content_find(x->c->content, h->text);
    if (!file || expand_source(x->c, file->bytes, 1, x->out, &e)) buf_puts(x->out, "(bad)");
    if (!own_line)
        while (x->out->n && x->out->p[x->out->n - 1] == '\n') x->out->n--;
}

static void expand(Expand *x, size_t from, size_t to)
{
    for (size_t i = from; i < to;) {
        long k = hole_at(x->md + i, to - i);
        if (k < 0) {
            buf_putc(x->out, x->md[i++]);
            continue;
        }
        Hole *h = &x->h.v[k];
        i += 4;
        if (h->kind == HOLE_VALUE) {
            Value v = eval(x, h);
            Buf b = {0};
            if (v.type == VAL_NONE) buf_puts(&b, "……");
            else scope_print(&v, &b);
            escape(buf_view(&b), x->out);
            buf_free(&b);
        } else if (h->kind == HOLE_FOR || h->kind == HOLE_IF) {
            if (h->kind == HOLE_FOR) expand_for(x, h);
            else expand_if(x, h);
            i = x->at[h->end] + 4;
        } else if (h->kind == HOLE_INCLUDE) {
            expand_include(x, h, i == 4 || (i > 4 && x->md[i - 5] == '\n'));
        }
    }
}

/* Source with front matter or without -> the expanded text. */
static int expand_source(PressCase *c, Str source, int first_line, Buf *out, Err *e)
{
    Buf md = {0}, text = {0};
    Expand x = {.c = c, .out = out};
    Str yaml, body;
    int rc = front_split(source, "t.md", &yaml, &body, &first_line, e) || hole_lex(body, "t.md", first_line, c->a, &md, &x.h, NULL, e) ||
             hole_match(&x.h, "t.md", e);
    if (!rc) {
        strip_control_lines(&x.h, buf_view(&md), &text);
        x.md = arena_text(c->a, buf_text(&text), text.n);
        x.at = arena_alloc(c->a, ((size_t)x.h.n + 1) * sizeof *x.at);
        for (size_t i = 0; i < text.n; i++) {
            long k = hole_at(text.p + i, text.n - i);
            if (k >= 0) x.at[k] = i;
        }
        expand(&x, 0, text.n);
    }
    buf_free(&md);
    buf_free(&text);
    return rc ? -1 : 0;
}

/* A table whose loops gave nothing disappears, which no expanded text can say. */
static void drop_bare_tables(DocNode *n)
{
    for (DocNode *c = n->first, *next; c; c = next) {
        next = c->next;
        drop_bare_tables(c);
        if (c->kind == DOC_TABLE && c->first == c->last) doc_unlink(c);
    }
}

const char *press_case_reference(PressCase *c, const char *source, const char **expanded)
{
    Err e = {0};
    Buf out = {0};
    const char *result;
    Doc *d = NULL;
    if (expand_source(c, str_of(source), 1, &out, &e) == 0) {
        DocOptions o = {.file = "t.md"};
        d = doc_parse(buf_view(&out), &o, c->a, NULL, &e);
    }
    if (d) drop_bare_tables(d->root);
    if (d) doc_filter(d, NULL, "t.md");
    result = d ? press_case_dump(c->a, d) : failure(c, &e);
    if (expanded) *expanded = arena_text(c->a, buf_text(&out), out.n);
    buf_free(&out);
    return result;
}
