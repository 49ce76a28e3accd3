/* splice.c - words of two texts laid beside each other: the longest common run of words, between equal ends. */
#include "core/base/splice.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MOST = 4000, CELLS_MOST = 4000000 };

typedef struct Words { Str *v; size_t n; } Words;

static int is_letter(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Words, single signs, single spaces. */
static Words words_of(Str s, Arena *a)
{
    Words w = {arena_alloc(a, mem_mul(s.n + 1, sizeof(Str))), 0};
    for (size_t i = 0, k; i < s.n; i += k) {
        k = 1;
        if (is_letter((unsigned char)s.p[i]))
            while (i + k < s.n && is_letter((unsigned char)s.p[i + k])) k++;
        w.v[w.n++] = (Str){s.p + i, k};
    }
    return w;
}

static size_t at_word(Str s, const Words *w, size_t i) { return i < w->n ? (size_t)(w->v[i].p - s.p) : s.n; }

static void add(Splices *out, Str old, Str now, const Words *x, const Words *y, const size_t span[4])
{
    size_t from = at_word(old, x, span[0]), to = at_word(old, x, span[1]);
    size_t first = at_word(now, y, span[2]), last = at_word(now, y, span[3]);
    out->v[out->n++] = (Splice){from, to, {now.p + first, last - first}};
}

/* Lengths of the longest common runs from each pair of places on; n + 1 by m + 1. */
static void fill(const Words *x, const Words *y, size_t lo, size_t n, size_t m, uint16_t *len)
{
    for (size_t i = n + 1; i-- > 0;)
        for (size_t k = m + 1; k-- > 0;) {
            uint16_t *l = &len[i * (m + 1) + k];
            if (i == n || k == m) *l = 0;
            else if (str_eq(x->v[lo + i], y->v[lo + k])) *l = (uint16_t)(len[(i + 1) * (m + 1) + k + 1] + 1);
            else {
                uint16_t down = len[(i + 1) * (m + 1) + k], right = len[i * (m + 1) + k + 1];
                *l = down >= right ? down : right;
            }
        }
}

/* A run of changed words: [i0, i) of x and [k0, k) of y. A single space or sign that happens to be equal between two changes
 * does not part them. */
static void walk(Splices *out, Str old, Str now, const Words *x, const Words *y, const size_t size[3], const uint16_t *len)
{
    size_t i = 0, k = 0, lo = size[0], n = size[1], m = size[2];
    while (i < n || k < m) {
        size_t i0 = i, k0 = k;
        for (;;) {
            size_t same = 0, bytes = 0;
            while (i < n || k < m) {
                if (i < n && k < m && str_eq(x->v[lo + i], y->v[lo + k])) break;
                if (k == m || (i < n && len[(i + 1) * (m + 1) + k] >= len[i * (m + 1) + k + 1])) i++;
                else k++;
            }
            while (i + same < n && k + same < m && str_eq(x->v[lo + i + same], y->v[lo + k + same]))
                bytes += x->v[lo + i + same++].n;
            if (bytes > 1 || !same || (i == i0 && k == k0) || (i + same == n && k + same == m)) break;
            i += same;
            k += same;
        }
        if (i > i0 || k > k0) add(out, old, now, x, y, (size_t[]){lo + i0, lo + i, lo + k0, lo + k});
        while (i < n && k < m && str_eq(x->v[lo + i], y->v[lo + k])) i++, k++;
    }
}

Splices splice_diff(Str old, Str now, Arena *a)
{
    Words x = words_of(old, a), y = words_of(now, a);
    Splices out = {arena_alloc(a, mem_mul(x.n + y.n + 2, sizeof(Splice))), 0, 0};
    size_t lo = 0, n = x.n, m = y.n;
    while (lo < n && lo < m && str_eq(x.v[lo], y.v[lo])) lo++;
    while (n > lo && m > lo && str_eq(x.v[n - 1], y.v[m - 1])) n--, m--;
    n -= lo;
    m -= lo;
    if (!n && !m) return out;
    if (!n || !m || n > WORDS_MOST || m > WORDS_MOST || (n + 1) * (m + 1) > CELLS_MOST) {
        add(&out, old, now, &x, &y, (size_t[]){lo, lo + n, lo, lo + m});
        return out;
    }
    uint16_t *len = mem_alloc(mem_mul((n + 1) * (m + 1), sizeof *len));
    fill(&x, &y, lo, n, m, len);
    walk(&out, old, now, &x, &y, (size_t[]){lo, n, m}, len);
    free(len);
    return out;
}

/* Where a place of the old text is in the new one. end 1 = the place closes a range: what was put in exactly there belongs to
 * it. */
static size_t map(const Splices *s, size_t at, int end)
{
    size_t shift = 0, back = 0;
    for (size_t i = 0; i < s->n; i++) {
        const Splice *x = &s->v[i];
        if (x->from > at || (x->from == at && (x->to > at || !end))) break;
        if (x->to > at) return x->from + shift - back + (end ? x->text.n : 0);
        shift += x->text.n;
        back += x->to - x->from;
    }
    return at + shift - back;
}

static int overlap(const Splice *x, const Splice *y)
{
    if (x->from == x->to && y->from == y->to) return x->from == y->from && !str_eq(x->text, y->text);
    size_t lo = x->from > y->from ? x->from : y->from, hi = x->to < y->to ? x->to : y->to;
    return lo < hi;
}

static int same_change(const Splice *x, const Splices *all)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->v[i].from == x->from && all->v[i].to == x->to && str_eq(all->v[i].text, x->text)) return 1;
    return 0;
}

Splices splice_onto(Str base, Str theirs, Str mine, Arena *a)
{
    Splices t = splice_diff(base, theirs, a), m = splice_diff(base, mine, a);
    Splices out = {arena_alloc(a, mem_mul(t.n + 1, sizeof(Splice))), 0, 0};
    size_t last = 0;
    for (size_t i = 0; i < t.n; i++) {
        Splice x = t.v[i];
        if (same_change(&x, &m)) continue;                 /* mine has it already */
        for (size_t k = 0; k < m.n; k++) out.conflict |= overlap(&x, &m.v[k]);
        Splice y = {map(&m, x.from, 0), map(&m, x.to, x.to > x.from), x.text};
        if (y.from < last) y.from = last;
        if (y.to < y.from) y.to = y.from;
        last = y.to;
        out.v[out.n++] = y;
    }
    return out;
}

Str splice_back(Str base, Str mine, size_t from, size_t to, Arena *a)
{
    Splices s = splice_diff(mine, base, a);
    size_t x = map(&s, from, 0), y = map(&s, to, 1);
    if (y > base.n) y = base.n;
    return (Str){base.p + x, y > x ? y - x : 0};
}

void splice_apply(Str text, const Splices *s, Buf *out)
{
    size_t at = 0;
    for (size_t i = 0; i < s->n; i++) {
        buf_add(out, text.p + at, s->v[i].from - at);
        buf_str(out, s->v[i].text);
        at = s->v[i].to;
    }
    buf_add(out, text.p + at, text.n - at);
}
