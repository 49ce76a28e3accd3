/* fill_text.c - a single text with holes ("Ban hành kế hoạch của {{ unit.kind }}"): no Markdown, no control lines. */
#include "core/press/hole.h"
#include "core/press/template_tree.h"
#include <string.h>

typedef struct FillText {
    const char *shown;
    int line;
    const FillJob *job;
    Arena *a;
    Err *e;
} FillText;

static int put_expr(const FillText *x, Expr *expr, Str inside, Buf *out)
{
    Value v;
    if (expr_eval(expr, x->job->engine, x->job->scope, x->a, &v, x->e)) return -1;
    if (v.type == VAL_NONE) {
        buf_puts(out, "……");
        if (!x->job->engine->draft) expr_report_missing(expr, x->job->scope, x->a, x->job->findings);
        return 0;
    }
    if (scope_print(&v, out) == 0) return 0;
    err_set(x->e, SEN4146, "%.*s" ARG "%s", (int)(inside.n < 100 ? inside.n : 100), inside.p,
            value_type_name(v.type));
    return err_at(x->e, x->shown, x->line, 0);
}

static int put_value(const FillText *x, Str inside, Buf *out)
{
    Expr *expr = expr_parse(inside, x->shown, x->line, 0, x->a, x->e);
    return expr ? put_expr(x, expr, inside, out) : -1;
}

int template_fill_text(Str text, const char *shown, int line, const FillJob *job, Arena *a, Str *out, Err *e)
{
    *out = text;
    if (text.n < 4 || !memmem(text.p, text.n, "{{", 2)) return 0;
    FillText x = {shown, line, job, a, e};
    Buf b = {0};
    int rc = 0;
    for (size_t at = 0; at < text.n && rc == 0;) {
        const char *open = memmem(text.p + at, text.n - at, "{{", 2);
        size_t from = open ? (size_t)(open - text.p) : text.n;
        buf_add(&b, text.p + at, from - at);
        if (!open) break;
        long close = hole_find_close(text, from + 2, "}}");
        if (close < 0) {
            err_set(e, SEN4109, "%s", "{{");
            rc = err_at(e, shown, line, 0);
            break;
        }
        rc = put_value(&x, (Str){text.p + from + 2, (size_t)close - from - 2}, &b);
        at = (size_t)close + 2;
    }
    if (rc == 0) *out = (Str){arena_text(a, buf_text(&b), b.n), b.n};
    buf_free(&b);
    return rc;
}

/* --- the same text many times --- */

/* Literal text and the hole behind it; the last piece has no hole. */
typedef struct Piece { Str literal, inside; Expr *expr; } Piece;

struct FillPieces {
    const char *shown;
    int line;
    Piece *v;
    size_t n;
};

FillPieces *template_read_text(Str text, const char *shown, int line, Arena *a)
{
    Err e = {0};
    size_t holes = 0;
    for (size_t at = 0; at + 1 < text.n; at++) holes += text.p[at] == '{' && text.p[at + 1] == '{';
    if (!holes) return NULL;
    FillPieces *p = arena_alloc(a, sizeof *p);
    *p = (FillPieces){.shown = shown, .line = line, .v = arena_alloc(a, (holes + 1) * sizeof *p->v)};
    for (size_t at = 0;;) {
        const char *open = memmem(text.p + at, text.n - at, "{{", 2);
        size_t from = open ? (size_t)(open - text.p) : text.n;
        Piece *piece = &p->v[p->n++];
        piece->literal = (Str){text.p + at, from - at};
        if (!open) return p;
        long close = hole_find_close(text, from + 2, "}}");
        if (close < 0) return NULL;
        piece->inside = (Str){text.p + from + 2, (size_t)close - from - 2};
        piece->expr = expr_parse(piece->inside, shown, line, 0, a, &e);
        if (!piece->expr) return NULL;
        at = (size_t)close + 2;
    }
}

int template_fill_pieces(const FillPieces *p, const FillJob *job, Arena *a, Str *out, Err *e)
{
    FillText x = {p->shown, p->line, job, a, e};
    Buf b = {0};
    int rc = 0;
    for (size_t i = 0; i < p->n && rc == 0; i++) {
        buf_str(&b, p->v[i].literal);
        if (p->v[i].expr) rc = put_expr(&x, p->v[i].expr, p->v[i].inside, &b);
    }
    if (rc == 0) *out = (Str){arena_text(a, buf_text(&b), b.n), b.n};
    buf_free(&b);
    return rc;
}

/* --- front matter --- */

static Value fill_value(Template *t, const Value *v, const FillJob *job, Arena *a)
{
    Err e = {0};
    if (v->type == VAL_TEXT) {
        Str s;
        if (template_fill_text(v->u.text, t->shown, 1, job, a, &s, &e) == 0) return value_text(s);
        findings_add_err(job->findings, &e);
    } else if (v->type == VAL_LIST) {
        Value *list = arena_alloc(a, ((size_t)v->count + 1) * sizeof *list);
        for (uint32_t i = 0; i < v->count; i++) list[i] = fill_value(t, &v->u.list[i], job, a);
        return (Value){.type = VAL_LIST, .count = v->count, .u.list = list};
    } else if (v->type == VAL_MAP) {
        ValuePair *pair = arena_alloc(a, ((size_t)v->count + 1) * sizeof *pair);
        for (uint32_t i = 0; i < v->count; i++) {
            Value *one = arena_alloc(a, sizeof *one);
            *one = fill_value(t, v->u.map[i].value, job, a);
            pair[i] = (ValuePair){v->u.map[i].key, one};
        }
        return (Value){.type = VAL_MAP, .count = v->count, .u.map = pair};
    }
    return *v;
}

Value template_fill_vars(Template *t, const Value *more, const FillJob *job, Arena *a)
{
    Value vars = t->vars_live ? fill_value(t, &t->vars, job, a) : t->vars;
    if (!more || more->type != VAL_MAP || more->count == 0) return vars;
    ValuePair *pair = arena_alloc(a, ((size_t)vars.count + more->count) * sizeof *pair);
    uint32_t n = vars.count;
    if (n) memcpy(pair, vars.u.map, n * sizeof *pair);
    for (uint32_t i = 0; i < more->count; i++) {
        uint32_t k = 0;
        while (k < vars.count && !str_eq(pair[k].key, more->u.map[i].key)) k++;
        pair[k < vars.count ? k : n++] = more->u.map[i];
    }
    return (Value){.type = VAL_MAP, .count = n, .u.map = pair};
}
