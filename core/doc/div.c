/* div.c - fenced divs: pairs the ":::" fences among siblings; knows no Markdown but this. */
#include <string.h>
#include "core/doc/reading.h"

static int is_word(char c) { return c != ' ' && c != '\t' && c != '{' && c != '}'; }

/* Reads what follows the colons: `name title…` or `{.name #id} title…`; 1 when there is something. */
static int read_head(Reading *r, DocNode *d)
{
    const char *p = d->text.p, *end = p + d->text.n;
    d->text = (Str){"", 0};
    while (p < end && *p == ':') p++;
    while (p < end && (*p == ' ' || *p == '\t')) p++;
    while (end > p && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == ':' || end[-1] == '\n')) end--;
    if (p == end) return 0;
    int braces = *p == '{';
    buf_clear(&r->tmp);
    do {
        while (p < end && (*p == ' ' || *p == '\t' || *p == '{')) p++;
        const char *from = p;
        while (p < end && is_word(*p)) p++;
        if (from < p && *from == '#' && braces) d->info = (Str){from + 1, (size_t)(p - from - 1)};
        else if (from < p) {
            if (*from == '.' && braces) from++;
            if (r->tmp.n) buf_putc(&r->tmp, ' ');
            buf_add(&r->tmp, from, (size_t)(p - from));
        }
    } while (braces && p < end && *p != '}');
    if (braces && p < end) p++;
    d->text = (Str){arena_text(r->arena, buf_text(&r->tmp), r->tmp.n), r->tmp.n};
    while (p < end && (*p == ' ' || *p == '\t')) p++;
    d->title = (Str){p, (size_t)(end - p)};
    return 1;
}

static void say(Reading *r, Code code, int line)
{
    if (r->f) findings_add(r->f, code, r->o.file, line, 1, NULL, "%s", "");
}

void div_pair(Reading *r, DocNode *parent)
{
    DocNode *at = parent;
    for (DocNode *x = parent->first, *next; x; x = next) {
        next = x->next;
        int fence = x->kind == DOC_DIV && x->level == 1;
        if (!fence) {
            if (at != parent) {
                doc_unlink(x);
                doc_append(at, x);
                if (x->last_line > at->last_line) at->last_line = x->last_line;
            }
            continue;
        }
        x->level = 0;
        if (read_head(r, x)) {
            if (at != parent) {
                doc_unlink(x);
                doc_append(at, x);
            }
            at = x;
            continue;
        }
        doc_unlink(x);
        if (at == parent) {
            say(r, SEN4016, x->line);
            continue;
        }
        at->last_line = x->last_line;
        at = at->parent;
    }
    for (; at != parent; at = at->parent) {
        say(r, SEN4015, at->line);
        if (at->parent != parent && at->parent->last_line < at->last_line) at->parent->last_line = at->last_line;
    }
}
