/* settle.c - what Markdown would have done with an expanded template; knows no template. */
#include "core/doc/doc.h"

enum { GAP_BEFORE = 1, GAP_BEHIND = 2 };       /* in `gap`; behind: left by what vanished at the end of the node */

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
        gap |= item->gap & GAP_BEFORE;
        if (item->kind != DOC_ITEM) continue;
        if (first) loose |= gap;
        else first = item;
        gap = item->gap & GAP_BEHIND;
        int inner = 0;
        const DocNode *before = NULL;
        for (const DocNode *x = item->first; x; x = x->next) {
            inner |= x->gap & GAP_BEFORE;
            if (x->kind == DOC_CONTROL) continue;
            if (before) loose |= inner;
            before = x;
            inner = x->gap & GAP_BEHIND;
        }
    }
    if (gap) list->gap |= GAP_BEHIND;
    list->tight = !loose;
    if (first && list->ordered) list->start = first->start;
}

static int vanishes(const DocNode *n)
{
    if (!n->live) return 0;
    if (n->kind == DOC_LIST || n->kind == DOC_PARAGRAPH || n->kind == DOC_QUOTE) return !n->first;
    return n->kind == DOC_TABLE && (!n->last || n->last->header);
}

static int is_same_list(const DocNode *a, const DocNode *b)
{
    return a && a->kind == DOC_LIST && b->kind == DOC_LIST && a->ordered == b->ordered && a->mark == b->mark;
}

/* Moves the items of b behind those of a and takes b away. */
static void join_lists(DocNode *a, DocNode *b)
{
    if (b->first) b->first->gap |= b->gap & GAP_BEFORE;
    for (DocNode *item = b->first, *next; item; item = next) {
        next = item->next;
        doc_append(a, item);
    }
    a->live |= b->live;
    a->same = 0;
    b->first = b->last = NULL;
    doc_unlink(b);
}

static void settle_blocks(DocNode *parent)
{
    uint8_t pending = 0;
    DocNode *joined = NULL;
    for (DocNode *x = parent->first, *next; x; x = next) {
        next = x->next;
        x->gap |= pending;
        if (x->prev && x->prev->gap & GAP_BEHIND) x->gap |= GAP_BEFORE;
        pending = 0;
        if (vanishes(x)) {
            pending = x->gap ? GAP_BEFORE : 0;
            doc_unlink(x);
        } else if (is_same_list(x->prev, x)) {
            joined = x->prev;
            uint8_t behind = x->gap & GAP_BEHIND;
            join_lists(joined, x);
            joined->gap = (uint8_t)((joined->gap & GAP_BEFORE) | behind);
        } else if (joined) {
            settle_list(joined);
            joined = NULL;
        }
    }
    if (joined) settle_list(joined);
    if (pending || (parent->last && parent->last->gap & GAP_BEHIND)) parent->gap |= GAP_BEHIND;
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
