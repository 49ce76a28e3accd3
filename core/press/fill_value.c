/* fill_value.c - values in a page being filled: as text, in code, addresses and titles, as Markdown when the template asks. */
#include "core/press/fill_parts.h"
#include <stdlib.h>
#include <string.h>

static const char BLANK[] = "……";          /* what a draft prints for a missing value */

void fill_report(Fill *x, Err *e)
{
    x->errors++;
    findings_add_err(x->job->findings, e);
}

int fill_evaluate(Fill *x, const Hole *h, Value *out)
{
    if (expr_eval(h->expr, x->job->engine, x->job->scope, x->a, out, &x->err) == 0) return 0;
    fill_report(x, &x->err);
    x->err = (Err){0};
    *out = value_none();
    return -1;
}

/* --- values as text --- */

/* Appends the printed value of a hole; a missing one is reported and stands as a blank. */
void fill_print(Fill *x, const Hole *h, const Value *v, Buf *out)
{
    if (v->type == VAL_NONE) {
        buf_puts(out, BLANK);
        if (x->job->engine->draft) return;
        x->errors++;
        expr_report_missing(h->expr, x->job->scope, x->a, x->job->findings);
        return;
    }
    size_t at = out->n;
    if (scope_print(v, out) == 0) {
        if (!doc_text_allowed((Str){out->p + at, out->n - at})) x->unsafe = 1;
        return;
    }
    out->n = at;
    Err e = {0};
    err_set(&e, SEN4146, "%.*s" ARG "%s", (int)(h->text.n < 100 ? h->text.n : 100), h->text.p, value_type_name(v->type));
    err_at(&e, x->t->shown, h->line, h->col);
    fill_report(x, &e);
}

void fill_flush_text(Fill *x, DocNode *into)
{
    if (x->text.n == 0) return;
    DocNode *n = doc_node(x->a, DOC_TEXT);
    n->text = (Str){arena_text(x->a, x->text.p, x->text.n), x->text.n};
    doc_append(into, n);
    x->text.n = 0;
}

/* A line break in a value is a hard break. */
void fill_break_lines(Fill *x, size_t at, DocNode *into)
{
    if (x->text.n == at || !memchr(x->text.p + at, '\n', x->text.n - at)) return;
    Buf rest = {0};
    buf_add(&rest, x->text.p + at, x->text.n - at);
    x->text.n = at;
    for (size_t i = 0; i < rest.n;) {
        const char *nl = memchr(rest.p + i, '\n', rest.n - i);
        size_t to = nl ? (size_t)(nl - rest.p) : rest.n;
        buf_add(&x->text, rest.p + i, to > i && rest.p[to - 1] == '\r' ? to - i - 1 : to - i);
        if (nl) {
            fill_flush_text(x, into);
            doc_append(into, doc_node(x->a, DOC_BREAK));
            to++;
        }
        i = to;
    }
    buf_free(&rest);
}

/* --- literals: code, addresses, titles --- */

static int is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/* Percent-encodes a value for an address. At its start a whole address may come from the value; later it is one part of it. */
static void put_url(Str v, int at_start, int in_query, Buf *out)
{
    const char *keep = at_start ? "-._~:/?#[]@!$&'()*+,;=" : in_query ? "-._~" : "-._~/";
    for (size_t i = 0; i < v.n; i++) {
        char c = v.p[i];
        int plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c && strchr(keep, c));
        if (at_start && c == '%' && i + 2 < v.n && is_hex(v.p[i + 1]) && is_hex(v.p[i + 2])) plain = 1;
        if (plain) buf_putc(out, c);
        else buf_printf(out, "%%%02X", (unsigned char)c);
    }
}

static void put_literal_hole(Fill *x, const Hole *h, FillPlace place, size_t offset, Buf *out)
{
    Value v;
    size_t at = x->print.n;
    if (h->kind != HOLE_VALUE || fill_evaluate(x, h, &v)) return;
    if (place == IN_URL && v.type == VAL_NONE && x->job->engine->draft) return;
    fill_print(x, h, &v, &x->print);
    Str s = {buf_text(&x->print) + at, x->print.n - at};
    if (place == IN_URL) {
        int query = out->n && (memchr(out->p, '?', out->n) || memchr(out->p, '#', out->n));
        put_url(s, offset == 0, query, out);
    } else {
        for (size_t i = 0; i < s.n; i++) buf_putc(out, s.p[i] == '\n' && place != IN_CODE_BLOCK ? ' ' : s.p[i]);
    }
    x->print.n = at;
}

Str fill_literal(Fill *x, Str s, FillPlace place)
{
    if (s.n < 4 || !memchr(s.p, 0xF3, s.n)) return s;
    Buf b = {0};
    if (place == IN_URL) x->unsafe = 1;
    for (size_t i = 0; i < s.n;) {
        long k = (unsigned char)s.p[i] == 0xF3 ? hole_at(s.p + i, s.n - i) : -1;
        if (k < 0 || (uint32_t)k >= x->t->holes.n) {
            buf_putc(&b, s.p[i++]);
            continue;
        }
        put_literal_hole(x, &x->t->holes.v[k], place, i, &b);
        i += 4;
        /* a comment alone on its line leaves no empty line in code */
        int alone = x->t->holes.v[k].kind == HOLE_NOTHING && (b.n == 0 || b.p[b.n - 1] == '\n');
        if (place == IN_CODE_BLOCK && alone && i < s.n && s.p[i] == '\n') i++;
    }
    Str out = {arena_text(x->a, buf_text(&b), b.n), b.n};
    buf_free(&b);
    return out;
}

/* --- Markdown in a value, asked for by the template --- */

Doc *fill_parse_value(Fill *x, const Hole *h, const Value *v)
{
    Err e = {0};
    size_t at = x->print.n;
    fill_print(x, h, v, &x->print);
    DocOptions o = {.file = x->t->shown, .first_line = h->line};
    Doc *d = doc_parse((Str){buf_text(&x->print) + at, x->print.n - at}, &o, x->a, x->job->findings, &e);
    x->print.n = at;
    if (!d) {
        err_at(&e, x->t->shown, h->line, h->col);
        fill_report(x, &e);
        return NULL;
    }
    x->notes = x->unsafe = 1;
    return d;
}
