/* settle.c - what Markdown would have done with an expanded template; knows no template. */
#include "core/doc/doc.h"

static int is_break(const DocNode *n) { return n && (n->kind == DOC_SOFT_BREAK || n->kind == DOC_BREAK); }

static void settle_text(DocNode *p)
{
    while (is_break(p->first)) doc_unlink(p->first);
    while (is_break(p->last)) doc_unlink(p->last);
    for (DocNode *x = p->first; x; x = x->next)
        while (is_break(x) && is_break(x->next)) doc_unlink(x->next);
}

static void settle_list(DocNode *list)
{
    const DocNode *first = NULL;
    int loose = 0, gap = 0;
    for (const DocNode *item = list->first; item; item = item->next) {
        gap |= item->gap;
        if (item->kind != DOC_ITEM) continue;
        if (first) loose |= gap;
        else first = item;
        gap = 0;
        int inner = 0;
        const DocNode *before = NULL;
        for (const DocNode *x = item->first; x; x = x->next) {
            inner |= x->gap;
            if (x->kind == DOC_CONTROL) continue;
            if (before) loose |= inner;
            before = x;
            inner = 0;
        }
    }
    list->tight = !loose;
    if (first && list->ordered) list->start = first->start;
}

static int vanishes(const DocNode *n)
{
    if (!n->live) return 0;
    if (n->kind == DOC_LIST || n->kind == DOC_PARAGRAPH || n->kind == DOC_QUOTE) return !n->first;
    return n->kind == DOC_TABLE && (!n->last || n->last->header);
}

static void settle_blocks(DocNode *parent)
{
    uint8_t pending = 0;
    for (DocNode *x = parent->first, *next; x; x = next) {
        next = x->next;
        x->gap |= pending;
        pending = 0;
        DocNode *before = x->prev;
        if (vanishes(x)) {
            pending = x->gap;
            doc_unlink(x);
        } else if (x->kind == DOC_LIST && before && before->kind == DOC_LIST && before->ordered == x->ordered
                   && before->mark == x->mark) {
            if (x->first) x->first->gap |= x->gap;
            for (DocNode *item = x->first, *after; item; item = after) {
                after = item->next;
                item->prev = item->next = NULL;
                doc_append(before, item);
            }
            before->live |= x->live;
            x->first = x->last = NULL;
            doc_unlink(x);
            if (!next || next->kind != DOC_LIST) settle_list(before);
        }
    }
}

void doc_settle(DocNode *parent)
{
    switch (parent->kind) {
    case DOC_PARAGRAPH:
    case DOC_HEADING:
    case DOC_CELL: settle_text(parent); break;
    case DOC_LIST: settle_list(parent); break;
    case DOC_ROOT:
    case DOC_QUOTE:
    case DOC_ITEM:
    case DOC_DIV:
    case DOC_FOOTNOTE: settle_blocks(parent); break;
    default: break;
    }
}
