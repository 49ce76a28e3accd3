/* back_match.c - which paragraph and cell that came back is which that went out: by its bookmark, by equal text, by likeness;
 * then what was changed, added, deleted and moved. Knows no template. */
#include "core/app/back.h"
#include "core/model/align.h"
#include <stdlib.h>
#include <string.h>

#define ALIKE 0.45                         /* a paragraph without its bookmark */
#define ROW_ALIKE 0.3
enum { COMPARE_MOST = 400 };               /* paragraphs of a side that are compared by likeness */

typedef struct Match {
    BackDoc *d;
    Arena *a;
    long *was_of, *now_of;
    BackEdit *v;
    size_t n, cap;
    int *table_of;                         /* for each table of the reader the block it is, 0 = none */
    int n_tables;
    char *is_grid;                         /* per para: it stands in a table that is head or end */
} Match;

static void pair(Match *m, size_t was, size_t now)
{
    m->now_of[was] = (long)now;
    m->was_of[now] = (long)was;
}

static void add(Match *m, BackEdit e)
{
    if (m->n == m->cap) {
        m->cap = m->cap ? m->cap * 2 : 64;
        m->v = mem_resize(m->v, mem_mul(m->cap, sizeof *m->v));
    }
    m->v[m->n++] = e;
}

static int is_cell(const Match *m, size_t now) { return m->d->now[now].table && !m->is_grid[now]; }

/* stays[i] = 1 for the members of the longest rising run of v. */
static void longest_run(const long *v, size_t n, char *stays)
{
    size_t longest = 0, *end = mem_alloc(mem_mul(n + 1, sizeof *end));
    long *from = mem_alloc(mem_mul(n + 1, sizeof *from));
    memset(stays, 0, n);
    for (size_t i = 0; i < n; i++) {                       /* end[k]: the last of the best run of length k + 1 */
        size_t lo = 0, hi = longest;
        while (lo < hi) {
            size_t mid = (lo + hi) / 2;
            if (v[end[mid]] < v[i]) lo = mid + 1;
            else hi = mid;
        }
        from[i] = lo ? (long)end[lo - 1] : -1;
        end[lo] = i;
        if (lo == longest) longest++;
    }
    for (long i = longest ? (long)end[longest - 1] : -1; i >= 0; i = from[i]) stays[i] = 1;
    free(end);
    free(from);
}

/* --- tables --- */

static int block_is(const Match *m, int n, int grid)
{
    for (size_t i = 0; i < m->d->n_was; i++)
        if (m->d->was[i].n == n && (grid ? m->d->was[i].grid : m->d->was[i].table == n && n)) return 1;
    return 0;
}

static void table_text(const Match *m, int was, int now, Buf *out)
{
    const BackDoc *d = m->d;
    for (size_t i = 0; was && i < d->n_was; i++)
        if (d->was[i].n == was && out->n < 20000) buf_printf(out, "%s ", d->was[i].text);
    for (size_t i = 0; now && i < d->n_now; i++)
        if (d->now[i].table == now && out->n < 20000) buf_printf(out, "%s ", d->now[i].text);
}

static double table_alike(const Match *m, int was, int now)
{
    Buf x = {0}, y = {0};
    table_text(m, was, 0, &x);
    table_text(m, 0, now, &y);
    double like = align_likeness(buf_text(&x), buf_text(&y));
    buf_free(&x);
    buf_free(&y);
    return like;
}

static int is_taken(const Match *m, int n)
{
    for (int t = 1; t <= m->n_tables; t++)
        if (m->table_of[t] == n) return 1;
    return 0;
}

/* By the bookmark in its first cell, else the likeliest of those that are left. */
static void match_tables(Match *m)
{
    const BackDoc *d = m->d;
    for (size_t i = 0; i < d->n_now; i++)
        if (d->now[i].table > m->n_tables) m->n_tables = d->now[i].table;
    m->table_of = arena_alloc(m->a, mem_mul((size_t)m->n_tables + 1, sizeof *m->table_of));
    memset(m->table_of, 0, ((size_t)m->n_tables + 1) * sizeof *m->table_of);
    for (size_t i = 0; i < d->n_now; i++)
        for (int k = 0; k < d->now[i].n_ids && d->now[i].table && !m->table_of[d->now[i].table]; k++) {
            int id = d->now[i].ids[k];
            if ((block_is(m, id, 0) || block_is(m, id, 1)) && !is_taken(m, id)) m->table_of[d->now[i].table] = id;
        }
    for (int t = 1; t <= m->n_tables; t++) {
        double best = ALIKE;
        for (size_t i = 0; !m->table_of[t] && i < d->n_was; i++) {
            const BackSpot *s = &d->was[i];
            if ((!s->table && !s->grid) || (i && d->was[i - 1].n == s->n) || is_taken(m, s->n)) continue;
            double like = table_alike(m, s->n, t);
            if (like <= best) continue;
            best = like;
            m->table_of[t] = -s->n;
        }
        if (m->table_of[t] < 0) m->table_of[t] = -m->table_of[t];
    }
    for (size_t i = 0; i < d->n_now; i++)
        m->is_grid[i] = d->now[i].table && block_is(m, m->table_of[d->now[i].table], 1);
}

/* Head and end of a document are tables only for the look of it: each line of their cells is a paragraph. */
static void split_grids(Match *m)
{
    BackDoc *d = m->d;
    size_t n = 0, cap = d->n_now + 1, *moved = arena_alloc(m->a, mem_mul(d->n_now + 1, sizeof *moved));
    for (size_t i = 0; i < d->n_now; i++)
        for (const char *p = d->now[i].text; m->is_grid[i] && *p; p++) cap += *p == '\n';
    BackPara *now = arena_alloc(m->a, mem_mul(cap, sizeof *now));
    char *grid = arena_alloc(m->a, cap);
    for (size_t i = 0; i < d->n_now; i++) {
        const char *p = d->now[i].text;
        moved[i] = n;
        for (int first = 1; *p || (first && !m->is_grid[i]); first = 0) {
            size_t k = m->is_grid[i] ? strcspn(p, "\n") : strlen(p);
            Str line = str_trim((Str){p, k});
            if (m->is_grid[i] && line.n > 2 && line.p[1] == ' ' && (*line.p == '-' || *line.p == '+'))
                line = str_trim((Str){line.p + 2, line.n - 2});        /* the label of its list */
            p += k + (p[k] == '\n');
            if (m->is_grid[i] && !line.n) continue;
            now[n] = d->now[i];
            if (m->is_grid[i]) now[n].text = arena_text(m->a, line.p, line.n), now[n].n_ids = 0;
            grid[n++] = m->is_grid[i];
        }
    }
    for (size_t i = 0; i < d->n_notes; i++) d->notes[i].para = moved[d->notes[i].para] < n ? moved[d->notes[i].para] : 0;
    d->now = now;
    d->n_now = n;
    m->is_grid = grid;
}

/* --- rows of a data table --- */

typedef struct Row { size_t first, n; int number; long other; } Row;       /* cells [first, first + n) */

static size_t rows_of(const Match *m, int was, int now, Row *v)
{
    const BackDoc *d = m->d;
    size_t n = 0, all = was ? d->n_was : d->n_now;
    for (size_t i = 0; i < all; i++) {
        int table = was ? d->was[i].table : d->now[i].table, row = was ? d->was[i].row : d->now[i].row;
        if (table != (was ? was : now)) continue;
        if (!n || v[n - 1].number != row) v[n++] = (Row){i, 0, row, -1};
        v[n - 1].n++;
    }
    return n;
}

static const char *cell_text(const Match *m, int was, size_t i) { return was ? m->d->was[i].text : m->d->now[i].text; }

static int same_row(const Match *m, const Row *x, const Row *y)
{
    if (x->n != y->n) return 0;
    for (size_t i = 0; i < x->n; i++)
        if (strcmp(cell_text(m, 1, x->first + i), cell_text(m, 0, y->first + i))) return 0;
    return 1;
}

static double row_alike(const Match *m, const Row *x, const Row *y)
{
    Buf a = {0}, b = {0};
    for (size_t i = 0; i < x->n; i++) buf_printf(&a, "%s ", cell_text(m, 1, x->first + i));
    for (size_t i = 0; i < y->n; i++) buf_printf(&b, "%s ", cell_text(m, 0, y->first + i));
    double like = align_likeness(buf_text(&a), buf_text(&b));
    buf_free(&a);
    buf_free(&b);
    return like;
}

static void match_gap(const Match *m, Row *x, size_t nx, Row *y, size_t ny)
{
    if (nx == 1 && ny == 1) {
        int cells = 0;
        for (size_t i = 0; i < x->n && i < y->n; i++)
            cells += !strcmp(cell_text(m, 1, x->first + i), cell_text(m, 0, y->first + i));
        if (cells || row_alike(m, x, y) > ROW_ALIKE) x->other = 0, y->other = 0;
        return;
    }
    for (size_t i = 0; i < nx; i++) {
        double best = ROW_ALIKE;
        for (size_t k = 0; k < ny && nx * ny <= COMPARE_MOST * COMPARE_MOST; k++) {
            double like = y[k].other < 0 ? row_alike(m, &x[i], &y[k]) : 0;
            if (like <= best) continue;
            best = like;
            x[i].other = (long)k;
        }
        if (x[i].other >= 0) y[x[i].other].other = (long)i;
    }
}

/* Of the equal rows the longest run in their order stays paired; the others were moved. */
static void keep_order(Row *x, size_t nx, Row *y)
{
    long *at = mem_alloc(mem_mul(nx + 1, sizeof *at));
    size_t *of = mem_alloc(mem_mul(nx + 1, sizeof *of)), n = 0;
    for (size_t i = 0; i < nx; i++)
        if (x[i].other >= 0) of[n] = i, at[n++] = x[i].other;
    char *stays = mem_alloc(n + 1);
    longest_run(at, n, stays);
    for (size_t i = 0; i < n; i++)
        if (!stays[i]) y[at[i]].other = -1, x[of[i]].other = -1;
    free(at);
    free(of);
    free(stays);
}

/* Equal rows in their order first (a row is looked for from where the last was found), the rest between them. */
static void match_rows(const Match *m, Row *x, size_t nx, Row *y, size_t ny)
{
    size_t at = 0, look = nx * ny <= 1000000 ? ny : 200;
    for (size_t i = 0; i < nx; i++)
        for (size_t p = 0; p < look && p < ny; p++) {      /* from behind the last one, then from the beginning */
            size_t k = (at + p) % ny;
            if (y[k].other >= 0 || !same_row(m, &x[i], &y[k])) continue;
            x[i].other = (long)k;
            y[k].other = (long)i;
            at = k + 1;
            break;
        }
    keep_order(x, nx, y);
    for (size_t i = 0, k = 0; i < nx || k < ny;) {
        size_t i1 = i, k1 = k;
        while (i1 < nx && x[i1].other < 0) i1++;
        while (k1 < ny && y[k1].other < 0) k1++;
        match_gap(m, x + i, i1 - i, y + k, k1 - k);
        for (size_t p = i; p < i1; p++) x[p].other += x[p].other >= 0 ? (long)k : 0;
        for (size_t p = k; p < k1; p++) y[p].other += y[p].other >= 0 ? (long)i : 0;
        i = i1 + (i1 < nx);
        k = k1 + (k1 < ny);
    }
}

static void compare_cells(Match *m, const Row *x, const Row *y)
{
    const BackDoc *d = m->d;
    for (size_t i = 0; i < x->n; i++)
        for (size_t k = 0; k < y->n; k++) {
            if (d->was[x->first + i].column != d->now[y->first + k].column) continue;
            pair(m, x->first + i, y->first + k);
            if (back_box_differs(&d->was[x->first + i], &d->now[y->first + k]))
                add(m, (BackEdit){BACK_BOX, (long)(x->first + i), (long)(y->first + k), -1, -1});
            if (strcmp(d->was[x->first + i].text, d->now[y->first + k].text))
                add(m, (BackEdit){BACK_TEXT, (long)(x->first + i), (long)(y->first + k), -1, -1});
        }
}

static int is_blank_row(const Match *m, const Row *y)
{
    for (size_t i = 0; i < y->n; i++)
        if (*m->d->now[y->first + i].text) return 0;
    return 1;
}

static void compare_table(Match *m, int table)
{
    const BackDoc *d = m->d;
    int n = m->table_of[table];
    Row *x = mem_alloc(mem_mul(d->n_was + 1, sizeof *x)), *y = mem_alloc(mem_mul(d->n_now + 1, sizeof *y));
    size_t nx = rows_of(m, n, 0, x), ny = rows_of(m, 0, table, y);
    match_rows(m, x, nx, y, ny);
    for (size_t k = 0; k < ny; k++) {
        long before = -1, after = -1, moved = -1;
        if (y[k].other >= 0) {
            compare_cells(m, &x[y[k].other], &y[k]);
            continue;
        }
        if (is_blank_row(m, &y[k])) continue;
        for (size_t p = k; p-- > 0 && after < 0;) after = y[p].other >= 0 ? (long)x[y[p].other].first : -1;
        for (size_t p = k + 1; p < ny && before < 0; p++) before = y[p].other >= 0 ? (long)x[y[p].other].first : -1;
        for (size_t i = 0; i < nx && moved < 0; i++)       /* the same row elsewhere */
            if (x[i].other == -1 && same_row(m, &x[i], &y[k])) {
                moved = (long)x[i].first;
                x[i].other = -2;
            }
        add(m, (BackEdit){moved < 0 ? BACK_ROW_ADDED : BACK_MOVED, moved, (long)y[k].first, after, before});
    }
    for (size_t i = 0; i < nx; i++)
        if (x[i].other == -1) add(m, (BackEdit){BACK_ROW_DELETED, (long)x[i].first, -1, -1, -1});
    free(x);
    free(y);
}

/* --- paragraphs --- */

static long spot_of(const Match *m, int id)
{
    for (size_t i = 0; i < m->d->n_was; i++)
        if (m->d->was[i].n == id && !m->d->was[i].table && !m->d->was[i].grid) return (long)i;
    return -1;
}

static int is_free(const Match *m, size_t was) { return m->now_of[was] < 0 && !m->d->was[was].table; }
static int is_open(const Match *m, size_t now) { return m->was_of[now] < 0 && !is_cell(m, now); }

/* equal: only when its text is what went out. */
static void match_ids(Match *m, int equal)
{
    const BackDoc *d = m->d;
    for (size_t i = 0; i < d->n_now; i++) {
        long best = -1;
        double most = -1;
        for (int k = 0; k < d->now[i].n_ids && is_open(m, i) && !d->now[i].table; k++) {
            long w = spot_of(m, d->now[i].ids[k]);
            if (w < 0 || m->now_of[w] >= 0 || (equal && strcmp(d->was[w].text, d->now[i].text))) continue;
            double like = d->now[i].n_ids > 1 ? align_likeness(d->was[w].text, d->now[i].text) : 1;
            if (like > most) best = w, most = like;
        }
        if (best >= 0) pair(m, (size_t)best, i);
    }
}

/* Equal texts, the nearest behind the last pair before any other. */
static void match_equal(Match *m)
{
    const BackDoc *d = m->d;
    size_t at = 0;
    for (size_t i = 0; i < d->n_now; i++) {
        if (m->was_of[i] >= 0 && !is_cell(m, i)) at = (size_t)m->was_of[i] + 1;
        if (!is_open(m, i)) continue;
        for (size_t k = 0; k < d->n_was; k++) {
            size_t w = (at + k) % d->n_was;
            if (!is_free(m, w) || strcmp(d->was[w].text, d->now[i].text)) continue;
            pair(m, w, i);
            at = w + 1;
            break;
        }
    }
}

static void match_alike(Match *m)
{
    const BackDoc *d = m->d;
    size_t open = 0, left = 0;
    for (size_t i = 0; i < d->n_now; i++) open += (size_t)is_open(m, i);
    for (size_t w = 0; w < d->n_was; w++) left += (size_t)is_free(m, w);
    if (!open || !left || open > COMPARE_MOST || left > COMPARE_MOST) return;
    for (;;) {                                             /* the likeliest pair of all, again and again */
        double best = ALIKE;
        size_t was = 0, now = 0;
        for (size_t i = 0; i < d->n_now; i++)
            for (size_t w = 0; w < d->n_was && is_open(m, i); w++) {
                double like = is_free(m, w) ? align_likeness(d->was[w].text, d->now[i].text) : 0;
                if (like > best) best = like, was = w, now = i;
            }
        if (best <= ALIKE) return;
        pair(m, was, now);
    }
}

/* The place of a paragraph, or of a table by its first cell, in what went out; -1 = it has none. */
static long place_of(const Match *m, size_t i)
{
    const BackDoc *d = m->d;
    if (!is_cell(m, i)) return m->was_of[i];
    int n = m->table_of[d->now[i].table];
    if (!n || (i && d->now[i - 1].table == d->now[i].table)) return -1;
    for (size_t w = 0; w < d->n_was; w++)
        if (d->was[w].table == n) return (long)w;
    return -1;
}

/* Marks those whose order did not change. */
static char *rising(const Match *m)
{
    size_t n = 0, *at = mem_alloc(mem_mul(m->d->n_now + 1, sizeof *at));
    long *place = mem_alloc(mem_mul(m->d->n_now + 1, sizeof *place));
    char *stays = arena_alloc(m->a, m->d->n_now + 1), *run = mem_alloc(m->d->n_now + 1);
    memset(stays, 0, m->d->n_now + 1);
    for (size_t i = 0; i < m->d->n_now; i++)
        if ((place[n] = place_of(m, i)) >= 0) at[n++] = i;
    longest_run(place, n, run);
    for (size_t i = 0; i < n; i++) stays[at[i]] = run[i];
    free(at);
    free(place);
    free(run);
    return stays;
}

static void compare_paragraphs(Match *m)
{
    const BackDoc *d = m->d;
    char *stays = rising(m);
    for (size_t i = 0; i < d->n_now; i++) {
        int table = is_cell(m, i);
        long w = table ? place_of(m, i) : m->was_of[i], after = -1, before = -1;
        if (table && (w < 0 || stays[i])) continue;
        for (size_t p = i; p-- > 0 && after < 0;) after = m->was_of[p];
        for (size_t p = i + 1; p < d->n_now && before < 0; p++) before = m->was_of[p];
        if (table) add(m, (BackEdit){BACK_TABLE_MOVED, w, (long)i, after, before});
        else if (w < 0) add(m, (BackEdit){BACK_ADDED, -1, (long)i, after, before});
        else {
            if (!stays[i]) add(m, (BackEdit){BACK_MOVED, w, (long)i, after, before});
            if (back_box_differs(&d->was[w], &d->now[i])) add(m, (BackEdit){BACK_BOX, w, (long)i, -1, -1});
            if (strcmp(d->was[w].text, d->now[i].text)) add(m, (BackEdit){BACK_TEXT, w, (long)i, -1, -1});
        }
    }
    for (size_t w = 0; w < d->n_was; w++)
        if (is_free(m, w)) add(m, (BackEdit){BACK_DELETED, (long)w, -1, -1, -1});
}

/* --- tables that are gone, or new --- */

int back_has_things(const BackDoc *d, int table)
{
    for (size_t i = 0; i < d->n_was; i++)
        if (d->was[i].table == table && *d->was[i].origin) return 1;
    return 0;
}

static void lost_tables(Match *m)
{
    const BackDoc *d = m->d;
    for (size_t w = 0; w < d->n_was; w++) {
        const BackSpot *s = &d->was[w];
        if (!s->table || s->column != 1 || is_taken(m, s->table)) continue;
        int plain = !*s->origin && !back_has_things(d, s->table);
        if (!plain) add(m, (BackEdit){BACK_ROW_DELETED, (long)w, -1, -1, -1});
        else if (s->row == 1) add(m, (BackEdit){BACK_TABLE_DELETED, (long)w, -1, -1, -1});
    }
    for (size_t i = 0; i < d->n_now; i++) {
        const BackPara *p = &d->now[i];
        int first = p->table && (!i || d->now[i - 1].table != p->table);
        long after = -1;
        if (!first || m->table_of[p->table]) continue;
        for (size_t k = i; k-- > 0 && after < 0;) after = m->was_of[k];
        add(m, (BackEdit){BACK_TABLE_ADDED, -1, (long)i, after, -1});
    }
}

void back_match(BackDoc *d, Arena *a, BackEdits *out)
{
    Match m = {.d = d, .a = a};
    m.now_of = arena_alloc(a, mem_mul(d->n_was + 1, sizeof *m.now_of));
    m.is_grid = arena_alloc(a, d->n_now + 1);
    memset(m.is_grid, 0, d->n_now + 1);
    match_tables(&m);
    split_grids(&m);
    m.was_of = arena_alloc(a, mem_mul(d->n_now + 1, sizeof *m.was_of));
    for (size_t i = 0; i < d->n_now; i++) m.was_of[i] = -1;
    for (size_t i = 0; i < d->n_was; i++) m.now_of[i] = -1;
    match_ids(&m, 1);
    match_equal(&m);
    match_ids(&m, 0);
    match_alike(&m);
    for (int t = 1; t <= m.n_tables; t++)
        if (m.table_of[t] && block_is(&m, m.table_of[t], 0)) compare_table(&m, t);
    compare_paragraphs(&m);
    lost_tables(&m);
    *out = (BackEdits){arena_alloc(a, mem_mul(m.n + 1, sizeof *m.v)), m.n, m.was_of};
    if (m.n) memcpy(out->v, m.v, m.n * sizeof *m.v);
    free(m.v);
}
