/* fill_memo.c - kept parts of pages, found by the template's node they begin at. */
#include "core/press/fill_memo.h"
#include <stdlib.h>

enum { PARTS_MOST = 4096, BYTES_MOST = 6 * 1024 * 1024 };

/* node: with all below it. gap: as it was, for doc_settle changes it. joins: doc_settle may change more, it is copied. */
typedef struct KeptBlock { DocNode *node; uint8_t gap, joins; } KeptBlock;

struct FillMemo {
    Arena *arena;
    FillPart *slot;                        /* open addressing; at NULL = free */
    size_t cap, n;
    uint64_t next_same;
    uint32_t page;
};

FillMemo *fill_memo_new(uint32_t number)
{
    FillMemo *m = mem_alloc(sizeof *m);
    m->arena = arena_new();
    m->next_same = ((uint64_t)number + 1) << 32;
    return m;
}

void fill_memo_free(FillMemo *m)
{
    if (!m) return;
    arena_free(m->arena);
    free(m->slot);
    free(m);
}

void fill_memo_page(FillMemo *m) { m->page++; }

static FillPart *slot_of(const FillMemo *m, const DocNode *at)
{
    size_t i = (size_t)(((uintptr_t)at >> 4) * 0x9E3779B97F4A7C15u) & (m->cap - 1);
    while (m->slot[i].at && m->slot[i].at != at) i = (i + 1) & (m->cap - 1);
    return &m->slot[i];
}

static void grow(FillMemo *m)
{
    FillPart *old = m->slot;
    size_t n = m->cap;
    m->cap = n ? n * 2 : 256;
    m->slot = mem_alloc(mem_mul(m->cap, sizeof *m->slot));
    for (size_t i = 0; i < n; i++)
        if (old[i].at) *slot_of(m, old[i].at) = old[i];
    free(old);
}

FillPart *fill_memo_part(FillMemo *m, const DocNode *at)
{
    if (m->n * 2 >= m->cap) {
        if (m->n >= PARTS_MOST) return NULL;
        grow(m);
    }
    FillPart *p = slot_of(m, at);
    if (!p->at) {
        p->at = at;
        m->n++;
    }
    return p;
}

/* --- keeping --- */

static Str keep_text(Arena *a, Str s) { return s.n ? (Str){arena_text(a, s.p, s.n), s.n} : (Str){"", 0}; }

static size_t size_of(const DocNode *first)
{
    size_t n = 0;
    for (const DocNode *top = first; top; top = top->next) {
        DocWalk w = {.root = top};
        while (doc_walk_next(&w))
            if (w.entering) n += sizeof *w.node + w.node->text.n + w.node->url.n + w.node->title.n + w.node->info.n + 96;
    }
    return n;
}

/* Could doc_settle change what stands in it? A list may be joined with a list beside it, or with one behind what vanishes. */
static int may_join(const DocNode *n, const DocNode *before)
{
    if (n->kind != DOC_LIST || !before || !n->next) return n->kind == DOC_LIST;
    return before->kind == DOC_LIST || n->next->kind == DOC_LIST || !before->first || !n->next->first;
}

static void keep_texts(FillMemo *m, DocNode *top)
{
    const char *was = NULL, *origin = NULL;
    DocWalk w = {.root = top};
    while (doc_walk_next(&w)) {
        DocNode *n = (DocNode *)w.node;
        if (!w.entering) continue;
        n->text = keep_text(m->arena, n->text);
        n->url = keep_text(m->arena, n->url);
        n->title = keep_text(m->arena, n->title);
        n->info = keep_text(m->arena, n->info);
        if (n->origin && n->origin != was) {
            was = n->origin;
            origin = arena_copy(m->arena, n->origin);
        }
        if (n->origin) n->origin = origin;
    }
}

int fill_memo_keep(FillMemo *m, FillPart *p, const DocNode *first)
{
    const DocNode *before = NULL;
    if (arena_used(m->arena) + size_of(first) > BYTES_MOST) return -1;
    p->n = 0;
    for (const DocNode *n = first; n; n = n->next) p->n++;
    p->block = arena_alloc(m->arena, mem_mul(p->n + 1, sizeof *p->block));
    KeptBlock *b = p->block;
    for (const DocNode *n = first; n; before = n, n = n->next, b++) {
        *b = (KeptBlock){doc_copy_tree(m->arena, n), n->gap, (uint8_t)may_join(n, before)};
        keep_texts(m, b->node);
        b->node->same = ++m->next_same;
    }
    return 0;
}

/* --- putting --- */

int fill_memo_may_put(const FillMemo *m, const FillPart *p) { return p->state == PART_KEPT && p->page != m->page; }

void fill_memo_put(FillMemo *m, FillPart *p, Arena *a, DocNode *into)
{
    p->page = m->page;
    for (const KeptBlock *b = p->block; b < p->block + p->n; b++) {
        b->node->gap = b->gap;
        doc_append(into, b->joins ? doc_copy_tree(a, b->node) : b->node);
    }
}
