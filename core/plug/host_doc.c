/* host_doc.c - the document as a C plugin walks it: enter/exit events over the tree, raw HTML left out. */
#include "core/plug/host.h"
#include <stdlib.h>
#include <string.h>

/* DocKind -> SEN_DOC_…; -1 = never delivered (raw HTML; template nodes, which a filled document has none of) */
static const int8_t kind_of[DOC_KINDS] = {
    [DOC_ROOT] = SEN_DOC_ROOT, [DOC_HEADING] = SEN_DOC_HEADING, [DOC_PARAGRAPH] = SEN_DOC_PARAGRAPH,
    [DOC_QUOTE] = SEN_DOC_QUOTE, [DOC_LIST] = SEN_DOC_LIST, [DOC_ITEM] = SEN_DOC_ITEM, [DOC_CODE_BLOCK] = SEN_DOC_CODE_BLOCK,
    [DOC_HTML_BLOCK] = -1, [DOC_RULE] = SEN_DOC_RULE, [DOC_TABLE] = SEN_DOC_TABLE, [DOC_ROW] = SEN_DOC_ROW,
    [DOC_CELL] = SEN_DOC_CELL, [DOC_DIV] = SEN_DOC_DIV, [DOC_FOOTNOTE] = SEN_DOC_FOOTNOTE, [DOC_CONTROL] = -1,
    [DOC_TEXT] = SEN_DOC_TEXT, [DOC_SOFT_BREAK] = SEN_DOC_SOFT_BREAK, [DOC_BREAK] = SEN_DOC_BREAK, [DOC_CODE] = SEN_DOC_CODE,
    [DOC_HTML] = -1, [DOC_EMPH] = SEN_DOC_EMPH, [DOC_STRONG] = SEN_DOC_STRONG, [DOC_STRIKE] = SEN_DOC_STRIKE,
    [DOC_LINK] = SEN_DOC_LINK, [DOC_IMAGE] = SEN_DOC_IMAGE, [DOC_NOTE_REF] = SEN_DOC_NOTE_REF, [DOC_HOLE] = -1,
};

static const uint8_t leaf_kind[DOC_KINDS] = {[DOC_CODE_BLOCK] = 1, [DOC_RULE] = 1, [DOC_TEXT] = 1, [DOC_SOFT_BREAK] = 1,
                                             [DOC_BREAK] = 1, [DOC_CODE] = 1, [DOC_NOTE_REF] = 1};

static inline const DocNode *visible(const DocNode *n)
{
    while (n && kind_of[n->kind] < 0) n = n->next;
    return n;
}

static __attribute__((noinline)) void grow_index(SenDoc *d)
{
    d->index_cap = d->depth + 32;
    d->index = mem_resize(d->index, mem_mul(d->index_cap, sizeof *d->index));
}

static inline void set_index(SenDoc *d, uint32_t value)
{
    if (d->depth >= d->index_cap) grow_index(d);
    d->index[d->depth] = value;
}

/* --- footnotes: how often each is referred to --- */

static void count_notes(SenDoc *d)
{
    DocWalk w = {.root = d->doc->root};
    uint32_t most = 0;
    while (doc_walk_next(&w))
        if (w.entering && w.node->kind == DOC_NOTE_REF && w.node->start > 0 && (uint32_t)w.node->start > most)
            most = (uint32_t)w.node->start;
    if (most > 100000) most = 100000;
    d->notes = most;
    d->seen = mem_alloc(mem_mul(most + 1, sizeof *d->seen));
    d->total = mem_alloc(mem_mul(most + 1, sizeof *d->total));
    w = (DocWalk){.root = d->doc->root};
    while (doc_walk_next(&w))
        if (w.entering && w.node->kind == DOC_NOTE_REF && w.node->start > 0 && (uint32_t)w.node->start <= most)
            d->total[w.node->start]++;
}

static int32_t note_count(SenDoc *d, const DocNode *n)
{
    if (!d->total) count_notes(d);
    if (n->start <= 0 || (uint32_t)n->start > d->notes) return 0;
    return n->kind == DOC_NOTE_REF ? (int32_t)++d->seen[n->start] : (int32_t)d->total[n->start];
}

/* --- events --- */

static int32_t count_children(const DocNode *n)
{
    int32_t count = 0;
    for (const DocNode *c = visible(n->first); c; c = visible(c->next)) count++;
    return count;
}

static inline SenText text_of(Str s) { return (SenText){s.p ? s.p : "", s.n}; }

/* Events are the hot path of every output: the struct of the step before is not cleared as a whole, only what that step
 * had set. These say what. */
enum { SET_NUMBERS = 1, SET_TEXT = 2, SET_RARE = 4, SET_ALL = 7 };      /* RARE: url, title, info, origin */

static const SenText nothing = {"", 0};

static inline void clear_event(SenEvent *e, unsigned set)
{
    if (set & SET_NUMBERS) {
        e->level = e->start = e->count = e->column = 0;
        e->ordered = e->tight = e->check = e->align = e->header = 0;
    }
    if (set & SET_TEXT) e->text = nothing;
    if (set & SET_RARE) e->url = e->title = e->info = e->origin = nothing;
}

static void fill_list(SenDoc *d, const DocNode *n, SenEvent *e)
{
    if (n->kind == DOC_LIST) {
        e->ordered = n->ordered;
        e->tight = n->tight;
        e->start = n->start;
        e->count = e->entering ? count_children(n) : 0;
    } else {
        e->check = n->check;
        e->ordered = n->parent && n->parent->ordered;
        e->start = e->ordered ? n->parent->start + (int32_t)d->index[d->depth] : 0;
    }
}

/* The kinds of which a page has few; returns what was set. */
static __attribute__((noinline)) unsigned fill_rare(SenDoc *d, const DocNode *n, SenEvent *e)
{
    switch (n->kind) {
    case DOC_LIST: case DOC_ITEM:
        fill_list(d, n, e);
        return SET_NUMBERS;
    case DOC_TABLE:
        e->count = e->entering && visible(n->first) ? count_children(visible(n->first)) : 0;
        return SET_NUMBERS;
    case DOC_HEADING:
        e->level = n->level;
        e->info = text_of(n->info);
        return SET_NUMBERS | SET_RARE;
    case DOC_LINK: case DOC_IMAGE:
        e->title = text_of(n->title);
        if (n->kind == DOC_IMAGE || doc_url_allowed(n->url)) e->url = text_of(n->url);
        return SET_RARE;
    case DOC_CODE_BLOCK: case DOC_DIV:
        e->text = text_of(n->text);
        e->title = text_of(n->title);
        e->info = text_of(n->info);
        return SET_TEXT | SET_RARE;
    case DOC_FOOTNOTE: case DOC_NOTE_REF:
        e->start = n->start;
        e->count = note_count(d, n);
        return SET_NUMBERS;
    default:
        return 0;
    }
}

static __attribute__((noinline)) unsigned fill_origin(const DocNode *n, SenEvent *e)
{
    e->origin = (SenText){n->origin, strlen(n->origin)};
    return SET_RARE;
}

static inline __attribute__((always_inline)) void fill_event(SenDoc *d, const DocNode *n, SenEvent *e)
{
    unsigned set = d->last == e ? d->set : SET_ALL;
    clear_event(e, set);
    e->kind = (uint32_t)kind_of[n->kind];
    e->entering = (uint32_t)d->entering;
    e->depth = d->depth;
    e->line = n->line;
    e->same = n->same;
    d->last = e;
    if (n->kind == DOC_TEXT || n->kind == DOC_CODE) {
        e->text = text_of(n->text);
        set = SET_TEXT;
    } else if (n->kind == DOC_CELL) {
        e->header = n->parent->header;
        e->align = n->align;
        e->column = (int32_t)d->index[d->depth];
        set = SET_NUMBERS;
    } else if (n->kind == DOC_ROW) {
        e->header = n->header;
        set = SET_NUMBERS;
    } else if (n->kind == DOC_PARAGRAPH) {
        e->tight = n->parent && n->parent->kind == DOC_ITEM && n->parent->parent && n->parent->parent->tight;
        set = SET_NUMBERS;
    } else {
        set = fill_rare(d, n, e);
    }
    if (n->origin) set |= fill_origin(n, e);
    d->set = set;
}

static __attribute__((noinline)) int start_walk(SenDoc *d)
{
    d->node = d->doc->root;
    d->entering = 1;
    d->depth = 0;
    set_index(d, 0);
    return 1;
}

/* Moves to the next step; 0 at the end. */
static inline int step(SenDoc *d)
{
    const DocNode *n = d->node;
    if (!n) return d->done ? 0 : start_walk(d);
    if (d->entering && !leaf_kind[n->kind]) {
        const DocNode *child = d->skip ? NULL : visible(n->first);
        d->skip = 0;
        if (child) {
            d->node = child;
            d->depth++;
            set_index(d, 0);
        } else {
            d->entering = 0;                       /* empty or skipped: its way out */
        }
        return 1;
    }
    d->skip = 0;
    if (n == d->doc->root) {
        d->node = NULL;
        d->done = 1;
        return 0;
    }
    const DocNode *next = visible(n->next);
    if (next) {
        d->node = next;
        d->entering = 1;
        d->index[d->depth]++;
    } else {
        d->node = n->parent;
        d->entering = 0;
        d->depth--;
    }
    return 1;
}

/* A plugin of an older minor version has a shorter struct. */
static __attribute__((noinline)) int next_short(SenDoc *d, SenEvent *e)
{
    if (e->struct_size < offsetof(SenEvent, depth)) return 0;      /* not even kind and entering fit */
    SenEvent whole = {.struct_size = e->struct_size};
    d->last = NULL;
    fill_event(d, d->node, &whole);
    d->last = NULL;
    memcpy(e, &whole, whole.struct_size);
    return 1;
}

static int host_doc_next(SenDoc *d, SenEvent *e)
{
    if (!step(d)) return 0;
    if (e->struct_size < sizeof *e) return next_short(d, e);
    fill_event(d, d->node, e);
    return 1;
}

static void host_doc_rewind(SenDoc *d)
{
    d->node = NULL;
    d->entering = d->skip = d->done = 0;
    d->depth = 0;
    if (d->seen) memset(d->seen, 0, (d->notes + 1) * sizeof *d->seen);
}

static void host_doc_skip(SenDoc *d) { d->skip = 1; }

static int host_doc_text(SenDoc *d, SenText *out)
{
    Buf b = {0};
    if (d->node) doc_plain_text(d->node, &b);
    *out = host_keep(d->job, &b);
    buf_free(&b);
    return 0;
}

void host_doc_start(SenDoc *d, HostJob *job, const Doc *doc) { *d = (SenDoc){.job = job, .doc = doc}; }

void host_doc_end(SenDoc *d)
{
    free(d->index);
    free(d->seen);
    free(d->total);
}

void host_doc_fill(SenHost *t)
{
    t->doc_next = host_doc_next;
    t->doc_rewind = host_doc_rewind;
    t->doc_skip = host_doc_skip;
    t->doc_text = host_doc_text;
}
