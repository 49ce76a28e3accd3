/* lua_node.c - values into nodes: every kind only where it may stand, bounded in number and depth, filtered as any text is. */
#include "core/script/lua_node.h"
#include <string.h>
#include "core/base/text.h"
#include "core/model/word.h"
#include "core/script/lua_doc.h"

enum { NODES_MOST = 20000, DEPTH_MOST = 30 };

typedef struct Make {
    Arena *a;
    const char *file;
    Err *e;
    int nodes;
} Make;

static int add_value(Make *m, DocNode *parent, const Value *v, int depth);

static const Value *entry(const Value *map, const char *en, const char *vi)
{
    for (uint32_t i = 0; map->type == VAL_MAP && i < map->count; i++)
        if (str_is(map->u.map[i].key, en) || str_is(map->u.map[i].key, vi)) return map->u.map[i].value;
    return NULL;
}

static Str text_of(const Value *map, const char *en, const char *vi)
{
    const Value *v = entry(map, en, vi);
    return v && (v->type == VAL_TEXT || v->type == VAL_WORD) ? v->u.text : (Str){"", 0};
}

static int int_of(const Value *map, const char *en, const char *vi, int least, int most, int none)
{
    const Value *v = entry(map, en, vi);
    if (!v || v->type != VAL_INT) return none;
    return v->u.i < least ? least : v->u.i > most ? most : (int)v->u.i;
}

/* May a node of this kind stand in such a parent? */
static int fits(DocKind parent, DocKind k)
{
    switch (parent) {
    case DOC_LIST: return k == DOC_ITEM;
    case DOC_TABLE: return k == DOC_ROW;
    case DOC_ROW: return k == DOC_CELL;
    case DOC_ROOT: case DOC_QUOTE: case DOC_ITEM: case DOC_DIV:
        return doc_is_block(k) && k != DOC_ROOT && k != DOC_ITEM && k != DOC_ROW && k != DOC_CELL && k != DOC_FOOTNOTE;
    case DOC_HEADING: case DOC_PARAGRAPH: case DOC_CELL: case DOC_EMPH: case DOC_STRONG: case DOC_STRIKE: case DOC_LINK:
        return !doc_is_block(k);
    default: return 0;
    }
}

static int refuse(Make *m, const char *what, const DocNode *parent)
{
    return err_set(m->e, SEN4211, "%.80s" ARG "%s", what, doc_kind_name(parent->kind));
}

static int append(Make *m, DocNode *parent, DocNode *n)
{
    if (++m->nodes > NODES_MOST) return err_set(m->e, SEN3035, "%d", NODES_MOST);
    if (fits(parent->kind, n->kind)) {
        doc_append(parent, n);
        return 0;
    }
    if (!doc_is_block(n->kind) && fits(parent->kind, DOC_PARAGRAPH)) {        /* loose words become a paragraph */
        DocNode *p = parent->last && parent->last->kind == DOC_PARAGRAPH && parent->last->line < 0 ? parent->last : NULL;
        if (!p) {
            p = doc_node(m->a, DOC_PARAGRAPH);
            p->line = -1;
            p->gap = 1;
            doc_append(parent, p);
        }
        doc_append(p, n);
        return 0;
    }
    return refuse(m, doc_kind_name(n->kind), parent);
}

static int add_children_of(Make *m, DocNode *parent, const DocNode *from)
{
    for (const DocNode *c = from->first; c; c = c->next)
        if (append(m, parent, doc_copy_tree(m->a, c))) return -1;
    return 0;
}

/* A text: Markdown where blocks stand, plain words where inlines do. */
static int add_text(Make *m, DocNode *parent, Str s)
{
    if (!fits(parent->kind, DOC_PARAGRAPH)) {
        DocNode *t = doc_node(m->a, DOC_TEXT);
        t->text = s;
        return append(m, parent, t);
    }
    DocOptions o = {.file = m->file};
    Doc *d = doc_parse(s, &o, m->a, NULL, m->e);
    if (!d) return -1;
    for (DocNode *c = d->root->first; c; c = c->next) c->gap |= c == d->root->first;
    return add_children_of(m, parent, d->root);
}

static DocKind kind_of(Str name)
{
    const Choice *c = word_find_choice(word_choices("node_kind"), name.p, name.n);
    for (int k = 0; c && k < DOC_KINDS; k++)
        if (!strcmp(c->name, doc_kind_name((DocKind)k))) return (DocKind)k;
    return DOC_KINDS;
}

/* The numbered entries of a map, in their order: 1, 2 … (keys are sorted as texts). */
static const Value *numbered(const Value *map, uint32_t i)
{
    char key[16];
    int n = 0;
    for (uint32_t k = i, d = 0; k || !d; k /= 10, d++) n++;
    for (uint32_t k = i, at = (uint32_t)n; at > 0; k /= 10) key[--at] = (char)('0' + k % 10);
    key[n] = 0;
    return entry(map, key, key);
}

static int add_map(Make *m, DocNode *parent, const Value *v, int depth)
{
    static const char *const checks[] = {"open", "done"}, *const aligns[] = {"left", "center", "right"};
    Str kind = text_of(v, "kind", "loai");
    DocKind k = kind_of(kind);
    if (k == DOC_KINDS) {
        const char *near = kind.n ? word_near_choice(word_choices("node_kind"), kind.p) : NULL;
        return err_set(m->e, SEN4212, "%.60s" ARG "%s", kind.n ? kind.p : "", near ? near : "paragraph");
    }
    DocNode *n = doc_node(m->a, k);
    n->gap = 1;
    n->level = (uint8_t)int_of(v, "level", "cap", 1, 6, k == DOC_HEADING ? 2 : 0);
    n->start = int_of(v, "number", "so_dau", 0, 1000000, 1);
    n->mark = '-';
    const Value *ordered = entry(v, "ordered", "danh_so"), *header = entry(v, "header", "dong_dau");
    if (k == DOC_LIST && ordered && ordered->type == VAL_BOOL && ordered->u.i) n->ordered = 1, n->mark = '.';
    n->header = k == DOC_ROW && header && header->type == VAL_BOOL && header->u.i;
    n->tight = k == DOC_LIST;
    n->url = text_of(v, "url", "dia_chi");
    n->title = text_of(v, "title", "ten");
    n->info = k == DOC_CODE_BLOCK ? text_of(v, "language", "ngon_ngu") : text_of(v, "id", "ma");
    n->text = text_of(v, k == DOC_DIV ? "classes" : "text", k == DOC_DIV ? "cac_lop" : "noi_dung");
    for (uint8_t i = 0; i < 3; i++) {
        if (i < 2 && str_is(text_of(v, "check", "o_danh_dau"), checks[i])) n->check = (uint8_t)(i + 1);
        if (str_is(text_of(v, "align", "canh_le"), aligns[i])) n->align = (uint8_t)(i + 1);
    }
    Str from = text_of(v, "origin", "nguon_goc");
    if (from.n) n->origin = arena_text(m->a, from.p, from.n);
    int literal = k == DOC_TEXT || k == DOC_CODE || k == DOC_CODE_BLOCK;
    const Value *one = numbered(v, 1), *children = entry(v, "children", "cac_khoi");
    if (literal && !n->text.n && one && one->type == VAL_TEXT) n->text = one->u.text;
    if (append(m, parent, n)) return -1;
    if (literal) return 0;
    if (n->text.n && k != DOC_DIV) {
        Value t = value_text(n->text);
        n->text = (Str){"", 0};
        if (add_value(m, n, &t, depth + 1)) return -1;
    }
    for (uint32_t i = 1; (one = numbered(v, i)); i++)
        if (add_value(m, n, one, depth + 1)) return -1;
    return children ? add_value(m, n, children, depth + 1) : 0;
}

static int add_value(Make *m, DocNode *parent, const Value *v, int depth)
{
    if (depth > DEPTH_MOST) return err_set(m->e, SEN3035, "%d", DEPTH_MOST);
    if (v->type == VAL_NONE) return 0;
    if (v->type == VAL_TEXT) return add_text(m, parent, v->u.text);
    if (v->type == VAL_MAP) return add_map(m, parent, v, depth);
    if (v->type == VAL_LIST) {
        for (uint32_t i = 0; i < v->count; i++)
            if (add_value(m, parent, &v->u.list[i], depth + 1)) return -1;
        return 0;
    }
    const DocNode *n = lua_doc_node(v);
    if (n && n->kind == DOC_ROOT) return add_children_of(m, parent, n);
    if (n) return append(m, parent, doc_copy_tree(m->a, n));
    return refuse(m, value_type_name(v->type), parent);
}

int lua_node_build(const Value *result, const Doc *old, const char *file, Arena *a, const Doc **out, Err *e)
{
    Make m = {.a = a, .file = file, .e = e};
    *out = old;
    if (result->type == VAL_NONE) return 0;
    Doc *d = arena_alloc(a, sizeof *d);
    *d = (Doc){a, doc_node(a, DOC_ROOT)};
    const Value *before = entry(result, "before", "truoc"), *after = entry(result, "after", "sau");
    if (before || after) {
        if (before && add_value(&m, d->root, before, 0)) return -1;
        if (add_children_of(&m, d->root, old->root)) return -1;
        if (after && add_value(&m, d->root, after, 0)) return -1;
    } else if (add_value(&m, d->root, result, 0)) {
        return -1;
    }
    for (DocNode *n = d->root->first; n; n = n->next)
        if (n->line < 0) n->line = 0;
    doc_filter(d, NULL, file);
    *out = d;
    return 0;
}
