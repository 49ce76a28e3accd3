/* fill_trace.c - a page filled to be looked at: where its texts came from stands in fields of the nodes that outputs do not read.
 * Knows not what for. */
#include "core/press/template_tree.h"
#include <string.h>

void fill_trace_block(DocNode *m, const char *shown, Str var)
{
    int plain = m->kind == DOC_PARAGRAPH || m->kind == DOC_HEADING || m->kind == DOC_CELL || m->kind == DOC_CODE_BLOCK;
    if (!plain) return;
    m->url = str_of(shown);
    m->title = var;
}

void fill_trace_hole(Arena *a, const Hole *h, Scope *s, DocNode *from)
{
    const char *address = "", *filter = "";
    Str field = {"", 0};
    if (!expr_field(h->expr, s, a, &address, &field, &filter)) address = "";
    for (DocNode *n = from; n; n = n->next) {
        if (n->kind != DOC_TEXT) continue;
        n->info = str_trim(h->text);
        n->url = str_of(address);
        n->title = field;
        n->origin = filter;
    }
}
