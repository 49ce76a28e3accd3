/* place.c - puts control lines into the finished tree by their line numbers; then gaps and live flags. */
#include "core/doc/reading.h"

/* A place among the children of a node. */
typedef struct Spot {
    DocNode *parent, *before;      /* before NULL = at the end */
    int depth;
    int splits;                    /* the list that holds `before` is cut in two there */
} Spot;

enum { SPOTS = 512 };

typedef struct Spots {
    Spot v[SPOTS];
    int n;
} Spots;

static int is_container(const DocNode *n)
{
    return n->kind == DOC_LIST || n->kind == DOC_ITEM || n->kind == DOC_QUOTE || n->kind == DOC_DIV || n->kind == DOC_TABLE
        || n->kind == DOC_FOOTNOTE;
}

/* The innermost node whose children stand on both sides of the line; 0 when a leaf does. */
static int find_base(DocNode *root, int line, Spot *s)
{
    *s = (Spot){root, NULL, 0, 0};
    for (;;) {
        DocNode *next = s->parent->last;
        while (next && (next->line == 0 || next->line > line)) next = next->prev;
        DocNode *prev = next;
        s->before = prev ? prev->next : s->parent->first;
        if (!prev || prev->last_line < line || prev->kind == DOC_CONTROL) return 1;
        if (!is_container(prev)) return prev->last_line == line && prev->kind == DOC_PARAGRAPH;
        s->parent = prev;
        s->depth++;
    }
}

static void add_spot(Spots *s, DocNode *parent, DocNode *before, int depth, int splits)
{
    if (s->n < SPOTS) s->v[s->n++] = (Spot){parent, before, depth, splits};
}

static int find_spots(DocNode *root, int line, int rows, Spots *s)
{
    Spot base;
    s->n = 0;
    if (!find_base(root, line, &base)) return -1;
    add_spot(s, base.parent, base.before, base.depth, 0);
    DocNode *prev = base.before ? base.before->prev : base.parent->last;
    int depth = base.depth;
    for (DocNode *x = prev; x && is_container(x) && x->kind != DOC_DIV && x->kind != DOC_FOOTNOTE; x = x->last) {
        if (x->kind == DOC_TABLE && !rows) break;
        add_spot(s, x, NULL, ++depth, 0);
    }
    depth = base.depth;
    for (DocNode *x = base.before; x && (x->kind == DOC_LIST || x->kind == DOC_QUOTE); x = x->first)
        add_spot(s, x, x->first, ++depth, 0);
    if (base.parent->kind == DOC_LIST && prev && base.before)
        add_spot(s, base.parent->parent, base.before, base.depth - 1, 1);
    return 0;
}

static const Spot *spot_in(const Spots *s, const DocNode *parent)
{
    for (int i = 0; i < s->n; i++)
        if (s->v[i].parent == parent) return &s->v[i];
    return NULL;
}

static int is_within(const DocNode *n, const DocNode *top)
{
    while (n && n != top) n = n->parent;
    return n != NULL;
}

static void cut_list(Reading *r, DocNode *at)
{
    DocNode *list = at->parent, *rest = doc_copy_node(r->arena, list);
    rest->line = at->line;
    rest->live = list->live = 1;       /* which of both stays, and how tight, is known when it is filled */
    list->last_line = at->prev->last_line;
    if (list->next) doc_insert_before(list->next, rest);
    else doc_append(list->parent, rest);
    for (DocNode *x = at, *next; x; x = next) {
        next = x->next;
        doc_unlink(x);
        doc_append(rest, x);
    }
}

static void put(Reading *r, const Control *c, Spot s)
{
    DocNode *n = doc_node(r->arena, DOC_CONTROL);
    n->hole = c->hole;
    n->line = n->last_line = c->line;
    if (s.splits) {
        cut_list(r, s.before);
        s.before = s.before->parent;
    }
    if (s.before) doc_insert_before(s.before, n);
    else doc_append(s.parent, n);
    for (DocNode *p = s.parent; p && p->kind != DOC_ROOT; p = p->parent) {
        if (p->line > c->line) p->line = c->line;
        if (p->last_line < c->line) p->last_line = c->line;
    }
}

static int is_member(const Control *c, int group) { return c->group == group && !c->kept; }

/* The outermost parent all controls of the group can share; without cuts when that is possible. */
static DocNode *choose_parent(const Reading *r, DocNode *root, int gi, const DocNode *top)
{
    const ControlGroup *g = &r->groups[gi];
    Spots first, other;
    if (find_spots(root, r->controls[g->open].line, g->rows, &first)) return NULL;
    unsigned char fits[SPOTS], cuts[SPOTS];
    for (int i = 0; i < first.n; i++) {
        fits[i] = is_within(first.v[i].parent, top);
        cuts[i] = first.v[i].splits != 0;
    }
    for (int i = g->open + 1; i <= g->end; i++) {
        if (!is_member(&r->controls[i], gi)) continue;
        if (find_spots(root, r->controls[i].line, g->rows, &other)) return NULL;
        for (int k = 0; k < first.n; k++) {
            const Spot *s = spot_in(&other, first.v[k].parent);
            fits[k] &= s != NULL;
            cuts[k] |= s && s->splits;
        }
    }
    int best = -1;
    for (int i = 0; i < first.n; i++) {
        if (!fits[i]) continue;
        if (g->rows && first.v[i].parent->kind == DOC_TABLE) return first.v[i].parent;
        if (best < 0 || cuts[i] < cuts[best] || (cuts[i] == cuts[best] && first.v[i].depth < first.v[best].depth)) best = i;
    }
    return best < 0 ? NULL : first.v[best].parent;
}

/* A group that holds one list and nothing else belongs into the list. */
static DocNode *enter_list(const Reading *r, DocNode *root, int gi, DocNode *parent)
{
    const ControlGroup *g = &r->groups[gi];
    Spots s;
    for (;;) {
        if (find_spots(root, r->controls[g->open].line, g->rows, &s)) return parent;
        const Spot *open = spot_in(&s, parent);
        DocNode *inner = open ? open->before : NULL;
        if (!inner || open->splits || (inner->kind != DOC_LIST && inner->kind != DOC_QUOTE)) return parent;
        DocNode *next = inner->next;
        for (int i = g->open; i <= g->end; i++) {
            if (!is_member(&r->controls[i], gi)) continue;
            if (find_spots(root, r->controls[i].line, g->rows, &s)) return parent;
            const Spot *there = spot_in(&s, inner);
            if (!there || there->splits) return parent;
            const Spot *here = spot_in(&s, parent);
            if (i == g->end && (!here || here->before != next)) return parent;
        }
        int blank = inner->line - r->controls[g->open].line > 1 || r->controls[g->end].line - inner->last_line > 1;
        if (inner->kind == DOC_QUOTE && blank) return parent;
        parent = inner;
        if (inner->kind == DOC_LIST) return parent;
    }
}

static int place_group(Reading *r, DocNode *root, int gi)
{
    ControlGroup *g = &r->groups[gi];
    const DocNode *top = g->parent >= 0 && r->groups[g->parent].at ? r->groups[g->parent].at : root;
    DocNode *parent = choose_parent(r, root, gi, top);
    if (!parent) return seam_error(r, r->controls[g->open].line);
    g->at = parent = enter_list(r, root, gi, parent);
    for (int i = g->open; i <= g->end; i++) {
        Spots s;
        if (!is_member(&r->controls[i], gi)) continue;
        const Spot *spot = find_spots(root, r->controls[i].line, g->rows, &s) ? NULL : spot_in(&s, parent);
        if (!spot) return seam_error(r, r->controls[i].line);
        put(r, &r->controls[i], *spot);
    }
    return 0;
}

/* An include, or a control without its group: as far out as the text around it allows, in an item when indented so far. */
static int place_alone(Reading *r, DocNode *root, const Control *c, const DocNode *top)
{
    Spots s;
    if (find_spots(root, c->line, 0, &s)) return seam_error(r, c->line);
    const Spot *best = NULL;
    for (int i = 0; i < s.n; i++) {
        const Spot *x = &s.v[i];
        if (!is_within(x->parent, top)) continue;
        if (x->parent->kind == DOC_ITEM && i > 0) {
            const RawLine *raw = &r->source.v[x->parent->line - r->o.first_line];
            int text = 0;
            while ((size_t)text < raw->text.n && raw->text.p[text] == ' ') text++;
            if (c->column >= text + 2) return put(r, c, *x), 0;
        }
        if (x->parent->kind == DOC_LIST && top->kind != DOC_LIST) continue;
        if (!best || x->depth < best->depth) best = x;
    }
    if (!best) return seam_error(r, c->line);
    put(r, c, *best);
    return 0;
}

int place_controls(Reading *r, DocNode *root)
{
    int group = 0;
    for (int i = 0; i < r->n_controls; i++) {
        const Control *c = &r->controls[i];
        int opens = c->group >= 0 && group < r->n_groups && r->groups[group].open == i;
        if (opens) group++;
        if (c->kept) continue;
        if (opens && r->groups[c->group].end >= 0) {
            if (place_group(r, root, c->group)) return -1;
        } else if (c->group < 0 || r->groups[c->group].end < 0) {
            const DocNode *top = root;
            for (int g = group - 1; g >= 0; g--) {
                if (r->groups[g].end < i || !r->groups[g].at) continue;
                top = r->groups[g].at;
                break;
            }
            if (place_alone(r, root, c, top)) return -1;
        }
    }
    return 0;
}

static int has_blank(const Reading *r, int after, int before)
{
    int a = after - r->o.first_line, b = before - r->o.first_line - 1;
    if (a < 0 || b <= a || (size_t)b >= r->source.n) return 0;
    return r->blanks[b] != r->blanks[a];
}

void place_gaps(const Reading *r, DocNode *root)
{
    for (DocWalk w = {root, NULL, 0}; doc_walk_next(&w);) {
        DocNode *n = (DocNode *)w.node;
        if (!w.entering || !doc_is_block(n->kind) || !n->line || !n->prev) continue;
        n->gap = (uint8_t)has_blank(r, n->prev->last_line, n->line);
    }
    if (!r->n_controls) return;
    for (DocWalk w = {root, NULL, 0}; doc_walk_next(&w);) {
        DocNode *n = (DocNode *)w.node;
        int inside = n->kind == DOC_CONTROL && n->parent && w.entering;
        if (n->kind == DOC_LIST && n->live && w.entering) doc_settle(n);
        if (inside && n->parent->kind == DOC_LIST) doc_settle(n->parent);
        if (inside && n->parent->kind == DOC_ITEM) doc_settle(n->parent->parent);
    }
}

static int holds_hole(Str s)
{
    for (const char *p = s.p, *end = s.p + s.n; (p = end > p ? __builtin_memchr(p, 0xF3, (size_t)(end - p)) : 0); p++)
        if (raw_hole_at(p, end) >= 0) return 1;
    return 0;
}

void place_live(DocNode *root)
{
    for (DocWalk w = {root, NULL, 0}; doc_walk_next(&w);) {
        DocNode *n = (DocNode *)w.node;
        if (w.entering) continue;
        if (n->kind == DOC_HOLE || n->kind == DOC_CONTROL) n->live = 1;
        else if (!n->live) n->live = holds_hole(n->text) || holds_hole(n->url) || holds_hole(n->title) || holds_hole(n->info);
        if (n->live && n->parent) n->parent->live = 1;
    }
}
