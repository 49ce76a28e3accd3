/* align.c - pairs the clauses of two versions of a plan, by text first; knows no keys and no database.
 *
 * In order: equal texts; headings whose children went together; similar texts under the same heading, then very similar ones
 * anywhere; last, neighbours in order that are not wholly different. What was split and what was joined is told apart. */
#include "core/model/align.h"
#include "core/model/likeness.h"
#include <stdlib.h>
#include <string.h>

/* Tuned on real plans: unrelated clauses of one plan are below 0.25, a clause with a changed number or body above 0.6. */
#define ALIKE_HERE 0.38        /* under the same heading */
#define ALIKE_ANYWHERE 0.60
#define ALIKE_IN_ORDER 0.24
#define BEGINS_ALIKE 0.15
#define HELD 0.60              /* of a text, standing in another: a split or a join */

typedef struct Pair { double score, rank; int old, now; } Pair;   /* rank: the score, a little more when both begin alike */

typedef struct Work {
    const Plan *old, *now;
    Align *al;
    Arena *a;
    Likeness like;
    unsigned char *taken;      /* per text of `like`: paired */
    unsigned char *same;       /* per text of `like`: paired by equal text */
    float *scratch;
    int *first_old;            /* per old heading + 1 (0 = the top): its first child, -1 */
    struct Twin *twins_old, *twins_now;    /* sorted by text, parent, place */
    int *before;               /* per new node: the sibling before it, -1 */
    int *after_old;            /* per old node: the sibling after it, -1 */
} Work;

static size_t text_of(const Work *w, int now) { return w->like.n_old + (size_t)now; }

static void pair(Work *w, int old, int now)
{
    w->al->old_of[now] = old;
    w->al->new_of[old] = now;
    w->taken[old] = w->taken[text_of(w, now)] = 1;
}

/* Whether the headings above them are one: both at the top, or paired with each other. */
static int same_heading(const Work *w, int old, int now)
{
    int above = w->now->nodes[now].parent, was = w->old->nodes[old].parent;
    if (above < 0 || was < 0) return above == was;
    return w->al->old_of[above] == was;
}

/* --- equal texts --- */

typedef struct Twin { const char *plain; int parent, node; } Twin;

static int twin_cmp(const void *x, const void *y)
{
    const Twin *a = x, *b = y;
    int c = strcmp(a->plain, b->plain);
    if (!c) c = (a->parent > b->parent) - (a->parent < b->parent);
    return c ? c : (a->node > b->node) - (a->node < b->node);
}

/* The run of twins with this text (and, unless parent is -2, this parent): [*from, *to). */
static void find_twins(const Twin *t, size_t n, const char *plain, int parent, size_t *from, size_t *to)
{
    for (int side = 0; side < 2; side++) {
        size_t lo = 0, hi = n;
        while (lo < hi) {
            size_t mid = lo + (hi - lo) / 2;
            int c = strcmp(t[mid].plain, plain);
            if (!c && parent != -2) c = (t[mid].parent > parent) - (t[mid].parent < parent);
            if (c < 0 || (side && c == 0)) lo = mid + 1;
            else hi = mid;
        }
        *(side ? to : from) = lo;
    }
}

/* Takes the first free twin of a run; `next` remembers at the run's start how far it was used. */
static int take_twin(const Work *w, const Twin *t, size_t *next, size_t from, size_t to)
{
    if (from == to) return -1;
    size_t i = next[from] > from ? next[from] : from;
    while (i < to && w->taken[t[i].node]) i++;
    next[from] = i;
    return i < to ? t[i].node : -1;
}

static Twin *sort_twins(const Work *w, const Plan *p, size_t shift)
{
    Twin *t = arena_alloc(w->a, mem_mul(p->n_nodes, sizeof *t));
    for (size_t i = 0; i < p->n_nodes; i++) t[i] = (Twin){w->like.plain[shift + i], p->nodes[i].parent, (int)i};
    if (p->n_nodes) qsort(t, p->n_nodes, sizeof *t, twin_cmp);
    return t;
}

static void sort_texts(Work *w)
{
    w->twins_old = sort_twins(w, w->old, 0);
    w->twins_now = sort_twins(w, w->now, w->old->n_nodes);
}

typedef enum Which { ONLY_ONES, UNDER_ONE_HEADING, ANYWHERE } Which;

static void pair_equal(Work *w, Which which)
{
    size_t n = w->old->n_nodes, from, to;
    size_t *next = mem_alloc(mem_mul(n, sizeof *next));
    for (int i = 0; i < (int)w->now->n_nodes; i++) {
        const char *plain = w->like.plain[text_of(w, i)];
        int above = w->now->nodes[i].parent;
        if (!*plain || w->al->old_of[i] >= 0) continue;
        if (which == UNDER_ONE_HEADING && above >= 0 && (above = w->al->old_of[above]) < 0) continue;
        find_twins(w->twins_now, w->now->n_nodes, plain, -2, &from, &to);
        if (which == ONLY_ONES && to - from != 1) continue;
        find_twins(w->twins_old, n, plain, which == UNDER_ONE_HEADING ? above : -2, &from, &to);
        if (which == ONLY_ONES && to - from != 1) continue;
        int old = take_twin(w, w->twins_old, next, from, to);
        if (old < 0) continue;
        pair(w, old, i);
        w->same[old] = w->same[text_of(w, i)] = 1;
    }
    free(next);
}

/* --- headings follow their children --- */

static void pair_headings(Work *w)
{
    size_t n = w->now->n_nodes;
    int *lead = mem_alloc(mem_mul(n, sizeof *lead)), *votes = mem_alloc(mem_mul(n, sizeof *votes));
    int *children = mem_alloc(mem_mul(n, sizeof *children));
    for (int round = 0; round < 2; round++) {             /* a majority is found by pairing off, then counted */
        for (int i = (int)n - 1; i >= 0; i--) {
            int above = w->now->nodes[i].parent, old = w->al->old_of[i];
            if (above < 0) continue;
            if (!round) children[above]++;
            if (old < 0 || w->old->nodes[old].parent < 0) continue;
            int was = w->old->nodes[old].parent;
            if (round) {
                votes[above] += lead[above] == was + 1;
            } else if (!votes[above]) {
                lead[above] = was + 1;
                votes[above] = 1;
            } else {
                votes[above] += lead[above] == was + 1 ? 1 : -1;
            }
        }
        if (!round) memset(votes, 0, n * sizeof *votes);
    }
    for (int i = 0; i < (int)n; i++)
        if (lead[i] && votes[i] * 2 > children[i] && w->al->old_of[i] < 0 && !w->taken[lead[i] - 1]) pair(w, lead[i] - 1, i);
    free(lead);
    free(votes);
    free(children);
}

/* --- similar texts --- */

static int pair_cmp(const void *x, const void *y)
{
    const Pair *a = x, *b = y;
    if (a->rank != b->rank) return a->rank > b->rank ? -1 : 1;
    if (a->now != b->now) return a->now < b->now ? -1 : 1;
    return (a->old > b->old) - (a->old < b->old);
}

/* Of two halves of a split, the one that begins as the old clause began is the likelier heir. */
static int begin_alike(const char *x, const char *y)
{
    int spaces = 0;
    for (; *x && *x == *y; x++, y++)
        if (*x == ' ' && ++spaces == 3) return 1;
    return 0;
}

static Pair *list_similar(Work *w, size_t *n)
{
    Pair *list = NULL;
    size_t cap = 0, best[LIKENESS_BEST];
    *n = 0;
    for (int i = 0; i < (int)w->now->n_nodes; i++) {
        if (w->al->old_of[i] >= 0) continue;
        size_t k = likeness_candidates(&w->like, text_of(w, i), w->taken, w->scratch, best);
        for (size_t c = 0; c < k; c++) {
            double score = likeness_between(&w->like, best[c], text_of(w, i));
            if (score < ALIKE_HERE) continue;
            if (*n == cap) list = mem_resize(list, mem_mul(cap = cap ? cap * 2 : 64, sizeof *list));
            double rank = score + (begin_alike(w->like.plain[best[c]], w->like.plain[text_of(w, i)]) ? BEGINS_ALIKE : 0);
            list[(*n)++] = (Pair){score, rank, (int)best[c], i};
        }
    }
    if (*n) qsort(list, *n, sizeof *list, pair_cmp);
    return list;
}

static int pair_listed(Work *w, const Pair *list, size_t n, double least, int here)
{
    int made = 0;
    for (size_t i = 0; i < n; i++) {
        if (list[i].score < least || w->al->old_of[list[i].now] >= 0 || w->al->new_of[list[i].old] >= 0) continue;
        if (here && !same_heading(w, list[i].old, list[i].now)) continue;
        pair(w, list[i].old, list[i].now);
        made++;
    }
    return made;
}

static void pair_similar(Work *w)
{
    size_t n;
    Pair *list = list_similar(w, &n);
    for (int depth = 0; depth < 16 && pair_listed(w, list, n, ALIKE_HERE, 1); depth++) continue;   /* a pair opens its children */
    if (pair_listed(w, list, n, ALIKE_ANYWHERE, 0))
        for (int depth = 0; depth < 16 && pair_listed(w, list, n, ALIKE_HERE, 1); depth++) continue;
    free(list);
}

/* --- split and joined --- */

/* The text of the other side that holds most of x, if its own other half did not hold it already. */
static int holder_of(Work *w, size_t x)
{
    size_t best[LIKENESS_BEST], k = likeness_candidates(&w->like, x, w->same, w->scratch, best);
    double most = HELD;
    int found = -1;
    for (size_t i = 0; i < k; i++) {
        size_t y = best[i];
        double held = likeness_within(&w->like, x, y);
        int other = y < w->like.n_old ? w->al->new_of[y] : w->al->old_of[y - w->like.n_old];
        if (held < most) continue;
        if (other >= 0 && likeness_within(&w->like, x, y < w->like.n_old ? text_of(w, other) : (size_t)other) >= HELD) continue;
        most = held;
        found = (int)(y < w->like.n_old ? y : y - w->like.n_old);
    }
    return found;
}

static void find_leftovers(Work *w)
{
    for (int i = 0; i < (int)w->now->n_nodes; i++) w->al->part_of[i] = w->al->old_of[i] < 0 ? holder_of(w, text_of(w, i)) : -1;
    for (int i = 0; i < (int)w->old->n_nodes; i++) w->al->into[i] = w->al->new_of[i] < 0 ? holder_of(w, (size_t)i) : -1;
}

/* --- in order --- */

static int has_children(const Plan *p, int i) { return (size_t)i + 1 < p->n_nodes && p->nodes[i + 1].parent == i; }

/* Whether two clauses that stand in the same place may be one: never on the place alone. */
static int may_be_one(const Work *w, int old, int now)
{
    const PlanNode *a = &w->old->nodes[old], *b = &w->now->nodes[now];
    const char *x = w->like.plain[old], *y = w->like.plain[text_of(w, now)];
    if (a->kind != b->kind) return 0;
    if (!*x || !*y) return *x == *y && a->label && b->label && !strcmp(a->label, b->label);
    if (likeness_between(&w->like, (size_t)old, text_of(w, now)) >= ALIKE_IN_ORDER) return 1;
    return has_children(w->old, old) && has_children(w->now, now) && a->label && b->label && !strcmp(a->label, b->label);
}

static void link_siblings(Work *w)
{
    size_t no = w->old->n_nodes, nn = w->now->n_nodes;
    int *last = arena_alloc(w->a, mem_mul((no > nn ? no : nn) + 1, sizeof *last));     /* last[parent + 1] = child + 1 */
    w->first_old = arena_alloc(w->a, mem_mul(no + 1, sizeof(int)));
    w->after_old = arena_alloc(w->a, mem_mul(no, sizeof(int)));
    w->before = arena_alloc(w->a, mem_mul(nn, sizeof(int)));
    for (size_t i = 0; i < no + 1; i++) w->first_old[i] = -1;
    for (int i = 0; i < (int)no; i++) {
        int slot = w->old->nodes[i].parent + 1;
        w->after_old[i] = -1;
        if (last[slot]) w->after_old[last[slot] - 1] = i;
        else w->first_old[slot] = i;
        last[slot] = i + 1;
    }
    memset(last, 0, ((no > nn ? no : nn) + 1) * sizeof *last);
    for (int i = 0; i < (int)nn; i++) {
        int slot = w->now->nodes[i].parent + 1;
        w->before[i] = last[slot] - 1;
        last[slot] = i + 1;
    }
}

/* The old clause that stands where this new one stands: after the same neighbour, or first under the same heading. */
static int old_in_place(const Work *w, int now)
{
    int before = w->before[now], above = w->now->nodes[now].parent;
    if (before >= 0) return w->al->old_of[before] >= 0 ? w->after_old[w->al->old_of[before]] : -1;
    if (above < 0) return w->first_old[0];
    return w->al->old_of[above] >= 0 ? w->first_old[w->al->old_of[above] + 1] : -1;
}

static void pair_in_order(Work *w)
{
    for (int i = 0; i < (int)w->now->n_nodes; i++) {
        if (w->al->old_of[i] >= 0) continue;
        int old = old_in_place(w, i);
        /* a half, or a joined one, is no new wording */
        if (old < 0 || w->al->part_of[i] >= 0 || w->al->into[old] >= 0) continue;
        if (w->al->new_of[old] < 0 && same_heading(w, old, i) && may_be_one(w, old, i)) pair(w, old, i);
    }
}

/* --- the whole --- */

static int *minus_ones(Arena *a, size_t n)
{
    int *v = arena_alloc(a, mem_mul(n, sizeof *v));
    for (size_t i = 0; i < n; i++) v[i] = -1;
    return v;
}

static void work_start(Work *w, const Plan *old, const Plan *now, Arena *a, Align *al)
{
    size_t no = old->n_nodes, n = no + now->n_nodes;
    const char **texts = mem_alloc(mem_mul(n, sizeof *texts));
    for (size_t i = 0; i < n; i++) texts[i] = i < no ? old->nodes[i].text : now->nodes[i - no].text;
    *w = (Work){.old = old, .now = now, .al = al, .a = a};
    likeness_read(&w->like, texts, no, n, a);
    free(texts);
    w->taken = arena_alloc(a, n);
    w->same = arena_alloc(a, n);
    w->scratch = arena_alloc(a, mem_mul(n, sizeof *w->scratch));
    al->part_of = minus_ones(a, now->n_nodes);
    al->into = minus_ones(a, no);
}

void align_plans(const Plan *old, const Plan *now, Arena *a, Align *out)
{
    Arena *scratch = arena_new();
    Work w;
    *out = (Align){.old_of = minus_ones(a, now->n_nodes), .new_of = minus_ones(a, old->n_nodes)};
    work_start(&w, old, now, scratch, out);
    out->part_of = minus_ones(a, now->n_nodes);
    out->into = minus_ones(a, old->n_nodes);
    link_siblings(&w);
    sort_texts(&w);
    pair_equal(&w, ONLY_ONES);
    pair_headings(&w);
    pair_equal(&w, UNDER_ONE_HEADING);
    pair_headings(&w);
    pair_equal(&w, ANYWHERE);
    likeness_build(&w.like, w.same, scratch);
    pair_similar(&w);
    pair_headings(&w);
    find_leftovers(&w);
    pair_in_order(&w);
    find_leftovers(&w);
    arena_free(scratch);
}

void align_leftovers(const Plan *old, const Plan *now, Arena *a, Align *al)
{
    Arena *scratch = arena_new();
    Work w;
    work_start(&w, old, now, scratch, al);
    al->part_of = minus_ones(a, now->n_nodes);
    al->into = minus_ones(a, old->n_nodes);
    for (size_t i = 0; i < now->n_nodes; i++) {
        int o = al->old_of[i];
        if (o < 0 || strcmp(w.like.plain[o], w.like.plain[old->n_nodes + i])) continue;
        w.same[o] = w.same[old->n_nodes + i] = 1;
    }
    likeness_build(&w.like, w.same, scratch);
    find_leftovers(&w);
    arena_free(scratch);
}

double align_likeness(const char *x, const char *y)
{
    const char *texts[] = {x, y};
    Arena *a = arena_new();
    Likeness l;
    likeness_read(&l, texts, 1, 2, a);
    likeness_build(&l, NULL, a);
    double score = likeness_between(&l, 0, 1);
    arena_free(a);
    return score;
}
