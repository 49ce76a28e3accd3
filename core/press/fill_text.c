/* fill_text.c - a single text with holes ("Ban hành kế hoạch của {{ unit.kind }}"): no Markdown, no control lines. */
#include "core/press/hole.h"
#include "core/press/template.h"
#include <string.h>

typedef struct FillText {
    const char *shown;
    int line;
    const FillJob *job;
    Arena *a;
    Err *e;
} FillText;

static int put_value(const FillText *x, Str inside, Buf *out)
{
    Value v;
    Expr *expr = expr_parse(inside, x->shown, x->line, 0, x->a, x->e);
    if (!expr || expr_eval(expr, x->job->engine, x->job->scope, x->a, &v, x->e)) return -1;
    if (v.type == VAL_NONE) {
        buf_puts(out, "……");
        if (!x->job->engine->draft) expr_report_missing(expr, x->job->scope, x->a, x->job->findings);
        return 0;
    }
    if (scope_print(&v, out) == 0) return 0;
    err_set(x->e, SEN4146, "%.*s" ARG "%s", (int)(inside.n < 100 ? inside.n : 100), inside.p, v.type == VAL_MAP ? "map" : "object");
    return err_at(x->e, x->shown, x->line, 0);
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
