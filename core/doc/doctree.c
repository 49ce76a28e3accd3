/* doctree.c - nodes of the document tree: making, linking, walking, plain text; knows no Markdown. */
#include "core/doc/doc.h"
#include <string.h>

DocNode *doc_node(Arena *a, DocKind kind)
{
    DocNode *n = arena_alloc(a, sizeof *n);
    n->kind = kind;
    n->text = n->url = n->title = n->info = (Str){"", 0};
    return n;
}

void doc_append(DocNode *parent, DocNode *child)
{
    child->parent = parent;
    child->prev = parent->last;
    child->next = NULL;
    if (parent->last) parent->last->next = child;
    else parent->first = child;
    parent->last = child;
}

void doc_insert_before(DocNode *at, DocNode *child)
{
    child->parent = at->parent;
    child->next = at;
    child->prev = at->prev;
    if (at->prev) at->prev->next = child;
    else if (at->parent) at->parent->first = child;
    at->prev = child;
}

void doc_unlink(DocNode *n)
{
    if (n->prev) n->prev->next = n->next;
    else if (n->parent) n->parent->first = n->next;
    if (n->next) n->next->prev = n->prev;
    else if (n->parent) n->parent->last = n->prev;
    n->parent = n->prev = n->next = NULL;
}

DocNode *doc_copy_node(Arena *a, const DocNode *n)
{
    DocNode *c = arena_alloc(a, sizeof *c);
    *c = *n;
    c->parent = c->first = c->last = c->next = c->prev = NULL;
    return c;
}

DocNode *doc_copy_tree(Arena *a, const DocNode *n)
{
    DocNode *top = doc_copy_node(a, n), *to = top;
    const DocNode *from = n;
    for (;;) {
        if (from->first) {
            from = from->first;
            DocNode *c = doc_copy_node(a, from);
            doc_append(to, c);
            to = c;
            continue;
        }
        while (from != n && !from->next) {
            from = from->parent;
            to = to->parent;
        }
        if (from == n) return top;
        from = from->next;
        DocNode *c = doc_copy_node(a, from);
        doc_append(to->parent, c);
        to = c;
    }
}

int doc_is_block(DocKind k) { return k <= DOC_CONTROL; }

const char *doc_kind_name(DocKind k)
{
    static const char *const names[DOC_KINDS] = {
        [DOC_ROOT] = "root", [DOC_HEADING] = "heading", [DOC_PARAGRAPH] = "paragraph", [DOC_QUOTE] = "quote",
        [DOC_LIST] = "list", [DOC_ITEM] = "item", [DOC_CODE_BLOCK] = "code_block", [DOC_HTML_BLOCK] = "html_block",
        [DOC_RULE] = "rule", [DOC_TABLE] = "table", [DOC_ROW] = "row", [DOC_CELL] = "cell", [DOC_DIV] = "div",
        [DOC_FOOTNOTE] = "footnote", [DOC_CONTROL] = "control", [DOC_TEXT] = "text", [DOC_SOFT_BREAK] = "soft_break",
        [DOC_BREAK] = "break", [DOC_CODE] = "code", [DOC_HTML] = "html", [DOC_EMPH] = "emph", [DOC_STRONG] = "strong",
        [DOC_STRIKE] = "strike", [DOC_LINK] = "link", [DOC_IMAGE] = "image", [DOC_NOTE_REF] = "note_ref",
        [DOC_HOLE] = "hole",
    };
    return (unsigned)k < DOC_KINDS ? names[k] : "?";
}

int doc_walk_next(DocWalk *w)
{
    if (!w->node) {
        if (!w->root) return 0;
        w->node = w->root;
        w->entering = 1;
        return 1;
    }
    if (w->entering && w->node->first) {
        w->node = w->node->first;
        return 1;
    }
    if (w->entering) {
        w->entering = 0;
        return 1;
    }
    if (w->node == w->root) return 0;
    if (w->node->next) {
        w->node = w->node->next;
        w->entering = 1;
        return 1;
    }
    w->node = w->node->parent;
    return w->node != NULL;
}

void doc_plain_text(const DocNode *n, Buf *out)
{
    const DocNode *skip = NULL;
    size_t start = out->n;
    for (DocWalk w = {n, NULL, 0}; doc_walk_next(&w);) {
        const DocNode *x = w.node;
        if (skip) {
            if (x == skip && !w.entering) skip = NULL;
            continue;
        }
        if (!w.entering) {
            int ends = doc_is_block(x->kind) && x->kind != DOC_ROOT;
            if (ends && x != n && out->n > start && out->p[out->n - 1] != ' ') buf_putc(out, ' ');
            continue;
        }
        if (x->kind == DOC_FOOTNOTE && x != n) skip = x;
        else if (x->kind == DOC_TEXT || x->kind == DOC_CODE || x->kind == DOC_CODE_BLOCK) buf_str(out, x->text);
        else if (x->kind == DOC_SOFT_BREAK || x->kind == DOC_BREAK) buf_putc(out, ' ');
    }
    while (out->n > start && out->p[out->n - 1] == ' ') out->p[--out->n] = 0;
}
