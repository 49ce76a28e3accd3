/* doc_check.c - tests only: the invariants of a document tree. */
#include "tests/unit/doc_check.h"
#include <string.h>
#include "core/base/text.h"

static const char *check_place(const DocNode *n, const DocNode *root)
{
    if (n->first && n->first->parent != n) return "a first child has another parent";
    if ((n->first == NULL) != (n->last == NULL)) return "first without last";
    if (n->next && (n->next->prev != n || n->next->parent != n->parent)) return "a next sibling does not point back";
    if (n != root && !n->next && n->parent->last != n) return "the last child is not its parent's last";
    return NULL;
}

static const char *check_kind(const DocNode *n)
{
    DocKind up = n->parent ? n->parent->kind : DOC_KINDS;
    switch (n->kind) {
    case DOC_ITEM: return up == DOC_LIST ? NULL : "an item outside a list";
    case DOC_ROW: return up == DOC_TABLE ? NULL : "a row outside a table";
    case DOC_CELL: return up == DOC_ROW ? NULL : "a cell outside a row";
    case DOC_FOOTNOTE: return up == DOC_ROOT ? NULL : "a footnote inside a block";
    case DOC_CONTROL: return up != DOC_ROW && up != DOC_PARAGRAPH ? NULL : "a control among inlines";
    case DOC_HEADING: return n->level >= 1 && n->level <= 6 ? NULL : "a heading of no level";
    case DOC_TEXT: return n->text.n ? NULL : NULL;
    default: break;
    }
    if (up == DOC_LIST || up == DOC_TABLE || up == DOC_ROW) return "a stranger in a list or table";
    if (!doc_is_block(n->kind) && (up <= DOC_ROOT || up == DOC_QUOTE || up == DOC_ITEM || up == DOC_DIV))
            return "an inline among blocks";
    return NULL;
}

const char *doc_check_tree(const Doc *d, uint32_t holes)
{
    int depth = 0;
    for (DocWalk w = {d->root, NULL, 0}; doc_walk_next(&w);) {
        const DocNode *n = w.node;
        depth += w.entering ? 1 : -1;
        if (!w.entering) continue;
        const char *bad = check_place(n, d->root);
        if (!bad) bad = check_kind(n);
        if (bad) return bad;
        if (depth > 203) return "too deep";
        if ((n->kind == DOC_HOLE || n->kind == DOC_CONTROL) && n->hole >= holes) return "a hole that nobody made";
        if ((n->kind == DOC_HOLE || n->kind == DOC_CONTROL) && !n->live) return "a hole that is not live";
        if (n->live && n->parent && !n->parent->live) return "a live node in a dead one";
        if (n->last_line < n->line) return "lines run backwards";
        Str all[] = {n->text, n->url, n->title, n->info};
        for (int i = 0; i < 4; i++) {
            size_t at;
            if (!text_valid(all[i].p, all[i].n, &at)) return "a text is not valid UTF-8";
            if (n->kind != DOC_HTML && n->kind != DOC_HTML_BLOCK && memmem(all[i].p, all[i].n, "<!--\xC2\x93", 6))
                    return "a shield stayed";
            for (size_t k = 0; k + 1 < all[i].n; k++)
                if (all[i].p[k] == '\xC2' && (unsigned char)all[i].p[k + 1] >= 0x91 && (unsigned char)all[i].p[k + 1] <= 0x94)
                        return "a shield character stayed";
        }
    }
    return NULL;
}

static const char *check_once(Str text, const DocOptions *o)
{
    Arena *a = arena_new();
    Findings f;
    Err e = {0};
    Buf out = {0};
    findings_init(&f, a);
    Doc *d = doc_parse(text, o, a, &f, &e);
    const char *bad = d ? doc_check_tree(d, o->holes) : e.code ? NULL : "refused without a reason";
    if (d && !bad) {
        doc_filter(d, &f, "x.md");
        for (DocWalk w = {d->root, NULL, 0}; doc_walk_next(&w) && !bad;)
            if (w.node->kind == DOC_LINK && !o->holes && !doc_url_allowed(w.node->url)) bad = "a forbidden link stayed";
    }
    if (d && !bad) bad = doc_check_tree(d, o->holes);
    if (d && !bad) {
        Err e2 = {0};
        doc_to_markdown(d, &out);
        Doc *again = doc_parse(buf_view(&out), o, a, NULL, &e2);
        if (again) bad = doc_check_tree(again, o->holes);
    }
    findings_free(&f);
    buf_free(&out);
    arena_free(a);
    return bad;
}

const char *doc_check_bytes(const char *p, size_t n, const uint8_t *kinds, uint32_t holes)
{
    const char *bad = check_once((Str){p, n}, &(DocOptions){.file = "x.md"});
    return bad ? bad : check_once((Str){p, n}, &(DocOptions){"x.md", 1, holes, kinds});
}
