/* merge.c - two comparisons against the base by Myers' greedy search, then one walk over both; must not know what a piece
 * means. */
#include "core/base/merge.h"
#include <stdlib.h>
#include <string.h>

enum { EDITS_MOST = 3000 };            /* beyond that the middle counts as wholly changed: time and memory stay bounded */

typedef struct Parts { MergePart *v; size_t n; } Parts;

static size_t cut_lines(Str s, MergePart *out)
{
    size_t n = 0;
    for (size_t at = 0; at < s.n; n++) {
        const char *nl = memchr(s.p + at, '\n', s.n - at);
        size_t k = nl ? (size_t)(nl - s.p) - at + 1 : s.n - at;
        if (out) out[n] = (MergePart){(Str){s.p + at, k}, k > 1 ? MERGE_PART_LINE : MERGE_PART_BLANK};
        at += k;
    }
    return n;
}

static Parts split(Str s, MergeCut cut, Arena *a)
{
    Parts p = {arena_alloc(a, mem_mul(cut(s, NULL) + 1, sizeof *p.v)), 0};
    p.n = cut(s, p.v);
    return p;
}

/* A last line without its end is the same line. */
static int same_part(MergePart x, MergePart y)
{
    Str a = x.text, b = y.text;
    if (a.n && a.p[a.n - 1] == '\n') a.n--;
    if (b.n && b.p[b.n - 1] == '\n') b.n--;
    if (a.n && a.p[a.n - 1] == '\r') a.n--;
    if (b.n && b.p[b.n - 1] == '\r') b.n--;
    return str_eq(a, b);
}

/* Walks the kept rounds back from the end; match[i] = the piece of b that piece i of a is. */
static void walk_back(int *const *round, long d, long n, long m, long *match)
{
    long x = n, y = m;
    for (; d > 0; d--) {
        const int *v = round[d - 1] + (d - 1);                 /* v[k] for k in -(d-1) … d-1 */
        long k = x - y;
        int down = k == -d || (k != d && (k - 1 < -(d - 1) ? -1 : v[k - 1]) < (k + 1 > d - 1 ? -1 : v[k + 1]));
        long before = down ? k + 1 : k - 1, px = v[before], py = px - before;
        while (x > px && y > py && x > (down ? px : px + 1)) match[--x] = --y;
        x = px;
        y = py;
    }
    while (x > 0 && y > 0) match[--x] = --y;
}

/* The middle part, after the equal head and tail were taken off. */
static void match_middle(const MergePart *a, long n, const MergePart *b, long m, long *match)
{
    long most = n + m < EDITS_MOST ? n + m : EDITS_MOST, found = -1, d;
    int **round = mem_alloc(mem_mul((size_t)most + 1, sizeof *round));
    int *v = mem_alloc(mem_mul((size_t)(2 * most + 3), sizeof *v)), *mid = v + most + 1;
    mid[1] = 0;
    for (d = 0; d <= most && found < 0; d++) {
        for (long k = -d; k <= d; k += 2) {
            long x = k == -d || (k != d && mid[k - 1] < mid[k + 1]) ? mid[k + 1] : mid[k - 1] + 1, y = x - k;
            while (x < n && y < m && same_part(a[x], b[y])) x++, y++;
            mid[k] = (int)x;
            if (x >= n && y >= m) {
                found = d;
                break;
            }
        }
        round[d] = mem_alloc(mem_mul((size_t)(2 * d + 1), sizeof **round));
        for (long k = -d; k <= d; k++) round[d][k + d] = mid[k];
    }
    if (found >= 0) walk_back(round, found, n, m, match);
    for (long i = 0; i < d; i++) free(round[i]);
    free(round);
    free(v);
}

static long *match_parts(Parts a, Parts b, Arena *arena)
{
    long *match = arena_alloc(arena, mem_mul(a.n + 1, sizeof *match));
    size_t head = 0, tail = 0;
    for (size_t i = 0; i <= a.n; i++) match[i] = -1;
    while (head < a.n && head < b.n && same_part(a.v[head], b.v[head])) {
        match[head] = (long)head;
        head++;
    }
    while (tail < a.n - head && tail < b.n - head && same_part(a.v[a.n - 1 - tail], b.v[b.n - 1 - tail])) {
        match[a.n - 1 - tail] = (long)(b.n - 1 - tail);
        tail++;
    }
    long n = (long)(a.n - head - tail), m = (long)(b.n - head - tail);
    long *middle = match + head;
    if (n && m) match_middle(a.v + head, n, b.v + head, m, middle);
    for (long i = 0; i < n; i++)
        if (middle[i] >= 0) middle[i] += (long)head;
    return match;
}

static Str run(Parts l, size_t from, size_t to)
{
    if (from >= to) return (Str){from < l.n ? l.v[from].text.p : l.n ? l.v[l.n - 1].text.p + l.v[l.n - 1].text.n : "", 0};
    return (Str){l.v[from].text.p, (size_t)(l.v[to - 1].text.p + l.v[to - 1].text.n - l.v[from].text.p)};
}

static int same_run(Parts a, size_t from_a, size_t to_a, Parts b, size_t from_b, size_t to_b)
{
    if (to_a - from_a != to_b - from_b) return 0;
    for (size_t i = 0; i < to_a - from_a; i++)
        if (!same_part(a.v[from_a + i], b.v[from_b + i])) return 0;
    return 1;
}

static int line_count(Str s)
{
    int n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == '\n';
    return n + (s.n && s.p[s.n - 1] != '\n');
}

typedef struct Walk { Parts base, theirs, mine; long *to_t, *to_m; size_t b, t, m; int line; Merge *out; } Walk;

static MergeKind kind_of(const Walk *w, size_t b, size_t t, size_t m)
{
    int same_t = same_run(w->base, w->b, b, w->theirs, w->t, t), same_m = same_run(w->base, w->b, b, w->mine, w->m, m);
    return same_t && same_m ? MERGE_SAME : same_m ? MERGE_THEIRS : same_t ? MERGE_MINE
           : same_run(w->theirs, w->t, t, w->mine, w->m, m) ? MERGE_BOTH : MERGE_CONFLICT;
}

/* The runs from where the walk stands up to there are one hunk. */
static void add(Walk *w, size_t b, size_t t, size_t m)
{
    if (b == w->b && t == w->t && m == w->m) return;
    MergeHunk h = {.kind = kind_of(w, b, t, m), .base = run(w->base, w->b, b), .theirs = run(w->theirs, w->t, t),
                   .mine = run(w->mine, w->m, m), .line = w->line};
    w->line += line_count(h.kind == MERGE_THEIRS ? h.theirs : h.mine);
    w->out->theirs += h.kind == MERGE_THEIRS;
    w->out->conflicts += h.kind == MERGE_CONFLICT;
    w->out->v[w->out->n++] = h;
    w->b = b;
    w->t = t;
    w->m = m;
}

/* --- pieces that were changed --- */

/* Begins and ends alike for at least half of the longer one. */
static int alike(Str a, Str b)
{
    size_t least = a.n < b.n ? a.n : b.n, most = a.n < b.n ? b.n : a.n, head = 0, tail = 0;
    while (head < least && a.p[head] == b.p[head]) head++;
    while (tail < least - head && a.p[a.n - 1 - tail] == b.p[b.n - 1 - tail]) tail++;
    return 2 * (head + tail) >= most;
}

/* May `now` be what `was` became? */
static int became(MergePart was, MergePart now, int must_look_like_it)
{
    return was.kind == now.kind && was.kind != MERGE_PART_BLANK && (!must_look_like_it || alike(was.text, now.text));
}

/* Between two pieces that stayed, base has [i, to_i) and the other side [k, to_k): which became which. As many as before are
 * taken in order. 0 = some went and others came, and nobody can say. */
static int pair_gap(Parts base, size_t i, size_t to_i, Parts other, size_t k, size_t to_k, long *match)
{
    size_t lost = 0, came = 0;
    int even = to_i - i == to_k - k;
    for (; k < to_k; k++) {
        size_t at = i, last = even ? i + 1 : to_i;
        while (at < last && !became(base.v[at], other.v[k], !even)) at++;
        if (at < last) match[at] = (long)k;
        else came++;
        if (at < last || even) {
            lost += at - i;
            i = at < last ? at + 1 : last;
        }
    }
    return !(lost + to_i - i) || !came;
}

/* match[i] for i in [i, to_i): the exact ones stay, the changed ones are added. */
static int pair_side(Parts base, size_t i, size_t to_i, Parts other, size_t k, size_t to_k, long *match)
{
    while (i < to_i || k < to_k) {
        size_t stop = i;
        while (stop < to_i && match[stop] < 0) stop++;
        size_t stop_k = stop < to_i ? (size_t)match[stop] : to_k;
        if (!pair_gap(base, i, stop, other, k, stop_k, match)) return 0;
        if (stop == to_i) return 1;
        i = stop + 1;
        k = stop_k + 1;
    }
    return 1;
}

/* A run that both sides changed, piece by piece. 1 = done; 0 = it stays one conflict. */
static int add_apart(Walk *w, size_t b, size_t t, size_t m)
{
    enum { PIECES_MOST = 400 };                            /* pairing compares them with one another */
    if (b - w->b > PIECES_MOST || t - w->t > PIECES_MOST || m - w->m > PIECES_MOST) return 0;
    if (!pair_side(w->base, w->b, b, w->theirs, w->t, t, w->to_t) || !pair_side(w->base, w->b, b, w->mine, w->m, m, w->to_m))
        return 0;
    for (size_t i = w->b; i < b; i++) {
        long pt = w->to_t[i], pm = w->to_m[i];
        add(w, i, pt < 0 ? w->t : (size_t)pt, pm < 0 ? w->m : (size_t)pm);     /* what came before it */
        add(w, i + 1, pt < 0 ? w->t : (size_t)pt + 1, pm < 0 ? w->m : (size_t)pm + 1);
    }
    add(w, b, t, m);
    return 1;
}

static void add_run(Walk *w, size_t b, size_t t, size_t m)
{
    if (kind_of(w, b, t, m) != MERGE_CONFLICT || !add_apart(w, b, t, m)) add(w, b, t, m);
}

Merge merge_texts(Str base, Str theirs, Str mine, MergeCut cut, Arena *a)
{
    Merge out = {0};
    if (!cut) cut = cut_lines;
    Walk w = {.base = split(base, cut, a), .theirs = split(theirs, cut, a), .mine = split(mine, cut, a), .line = 1, .out = &out};
    w.to_t = match_parts(w.base, w.theirs, a);
    w.to_m = match_parts(w.base, w.mine, a);
    out.v = arena_alloc(a, mem_mul(3 * w.base.n + 4, sizeof *out.v));
    for (size_t i = 0; i < w.base.n;) {
        const long *to_t = w.to_t, *to_m = w.to_m;
        if (to_t[i] < 0 || to_m[i] < 0) {
            i++;
            continue;
        }
        add_run(&w, i, (size_t)to_t[i], (size_t)to_m[i]);     /* what stands before the piece all three have */
        size_t k = 1;
        while (i + k < w.base.n && to_t[i + k] == to_t[i] + (long)k && to_m[i + k] == to_m[i] + (long)k) k++;
        add(&w, i + k, (size_t)to_t[i] + k, (size_t)to_m[i] + k);
        i += k;
    }
    add_run(&w, w.base.n, w.theirs.n, w.mine.n);
    return out;
}

void merge_print(const Merge *m, Buf *out)
{
    for (size_t i = 0; i < m->n; i++) {
        Str s = m->v[i].kind == MERGE_THEIRS ? m->v[i].theirs : m->v[i].mine;
        if (s.n && out->n && out->p[out->n - 1] != '\n') buf_putc(out, '\n');      /* a last line that is last no more */
        buf_str(out, s);
    }
}
