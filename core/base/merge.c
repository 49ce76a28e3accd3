/* merge.c - two comparisons against the base by Myers' greedy search, then one walk over both;
    must not know what a line means. */
#include "core/base/merge.h"
#include <stdlib.h>
#include <string.h>

enum { EDITS_MOST = 3000 };            /* beyond that the middle counts as wholly changed: time and memory stay bounded */

typedef struct Lines { Str *v; size_t n; } Lines;

static Lines split(Str s, Arena *a)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == '\n';
    Lines l = {arena_alloc(a, mem_mul(n + 2, sizeof(Str))), 0};
    for (size_t at = 0; at < s.n;) {
        const char *nl = memchr(s.p + at, '\n', s.n - at);
        size_t k = nl ? (size_t)(nl - s.p) - at + 1 : s.n - at;
        l.v[l.n++] = (Str){s.p + at, k};
        at += k;
    }
    return l;
}

/* A last line without its end is the same line. */
static int same_line(Str a, Str b)
{
    if (a.n && a.p[a.n - 1] == '\n') a.n--;
    if (b.n && b.p[b.n - 1] == '\n') b.n--;
    if (a.n && a.p[a.n - 1] == '\r') a.n--;
    if (b.n && b.p[b.n - 1] == '\r') b.n--;
    return str_eq(a, b);
}

/* Walks the kept rounds back from the end; match[i] = the line of b that line i of a is. */
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
static void match_middle(const Str *a, long n, const Str *b, long m, long *match)
{
    long most = n + m < EDITS_MOST ? n + m : EDITS_MOST, found = -1, d;
    int **round = mem_alloc(mem_mul((size_t)most + 1, sizeof *round));
    int *v = mem_alloc(mem_mul((size_t)(2 * most + 3), sizeof *v)), *mid = v + most + 1;
    mid[1] = 0;
    for (d = 0; d <= most && found < 0; d++) {
        for (long k = -d; k <= d; k += 2) {
            long x = k == -d || (k != d && mid[k - 1] < mid[k + 1]) ? mid[k + 1] : mid[k - 1] + 1, y = x - k;
            while (x < n && y < m && same_line(a[x], b[y])) x++, y++;
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

static long *match_lines(Lines a, Lines b, Arena *arena)
{
    long *match = arena_alloc(arena, mem_mul(a.n + 1, sizeof *match));
    size_t head = 0, tail = 0;
    for (size_t i = 0; i <= a.n; i++) match[i] = -1;
    while (head < a.n && head < b.n && same_line(a.v[head], b.v[head])) {
        match[head] = (long)head;
        head++;
    }
    while (tail < a.n - head && tail < b.n - head && same_line(a.v[a.n - 1 - tail], b.v[b.n - 1 - tail])) {
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

static Str run(Lines l, size_t from, size_t to)
{
    if (from >= to) return (Str){from < l.n ? l.v[from].p : l.n ? l.v[l.n - 1].p + l.v[l.n - 1].n : "", 0};
    return (Str){l.v[from].p, (size_t)(l.v[to - 1].p + l.v[to - 1].n - l.v[from].p)};
}

static int same_run(Lines a, size_t from_a, size_t to_a, Lines b, size_t from_b, size_t to_b)
{
    if (to_a - from_a != to_b - from_b) return 0;
    for (size_t i = 0; i < to_a - from_a; i++)
        if (!same_line(a.v[from_a + i], b.v[from_b + i])) return 0;
    return 1;
}

typedef struct Walk { Lines base, theirs, mine; size_t b, t, m; int line; Merge *out; } Walk;

static void add(Walk *w, size_t b, size_t t, size_t m)
{
    if (b == w->b && t == w->t && m == w->m) return;
    int same_t = same_run(w->base, w->b, b, w->theirs, w->t, t), same_m = same_run(w->base, w->b, b, w->mine, w->m, m);
    MergeHunk h = {.base = run(w->base, w->b, b), .theirs = run(w->theirs, w->t, t), .mine = run(w->mine, w->m, m), .line =
        w->line};
    h.kind = same_t && same_m ? MERGE_SAME : same_m ? MERGE_THEIRS : same_t ? MERGE_MINE
             : same_run(w->theirs, w->t, t, w->mine, w->m, m) ? MERGE_BOTH : MERGE_CONFLICT;
    w->line += (int)(h.kind == MERGE_THEIRS ? t - w->t : m - w->m);
    w->out->theirs += h.kind == MERGE_THEIRS;
    w->out->conflicts += h.kind == MERGE_CONFLICT;
    w->out->v[w->out->n++] = h;
    w->b = b;
    w->t = t;
    w->m = m;
}

Merge merge_texts(Str base, Str theirs, Str mine, Arena *a)
{
    Merge out = {0};
    Walk w = {.base = split(base, a), .theirs = split(theirs, a), .mine = split(mine, a), .line = 1, .out = &out};
    const long *to_t = match_lines(w.base, w.theirs, a), *to_m = match_lines(w.base, w.mine, a);
    out.v = arena_alloc(a, mem_mul(2 * w.base.n + 4, sizeof *out.v));
    for (size_t i = 0; i < w.base.n;) {
        if (to_t[i] < 0 || to_m[i] < 0) {
            i++;
            continue;
        }
        add(&w, i, (size_t)to_t[i], (size_t)to_m[i]);         /* what stands before the line all three have */
        size_t k = 1;
        while (i + k < w.base.n && to_t[i + k] == to_t[i] + (long)k && to_m[i + k] == to_m[i] + (long)k) k++;
        add(&w, i + k, (size_t)to_t[i] + k, (size_t)to_m[i] + k);
        i += k;
    }
    add(&w, w.base.n, w.theirs.n, w.mine.n);
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
