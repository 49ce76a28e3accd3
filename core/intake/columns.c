/* columns.c - finds the columns of a table printed with spaces: between two names the gap that nearly no line crosses. */
#include "core/intake/columns.h"
#include <stdlib.h>
#include <string.h>
#include "core/intake/phrase.h"

enum { WIDTH_MOST = 400, HEADER_LINES = 4, LOOK = 300, PROSE = 6 };

typedef struct Piece { size_t from, to, at, end; } Piece;      /* bytes [from, to) of the line, characters [at, end) of a page */

/* The pieces of a line that two spaces and more keep apart. */
static size_t pieces_of(const Line *l, Piece *v)
{
    size_t n = 0, col = l->indent, gap = 2;
    for (size_t i = 0; i < l->n; i++) {
        if (((unsigned char)l->p[i] & 0xC0) == 0x80) continue;
        if (l->p[i] == ' ' || l->p[i] == '\t') gap += l->p[i] == '\t' ? 2 : 1;
        else {
            if (gap >= 2 && n < CELLS_MOST) v[n++] = (Piece){i, i, col, col};
            gap = 0;
            v[n - 1].end = col + 1;
            v[n - 1].to = i + 1;
            while (v[n - 1].to < l->n && ((unsigned char)l->p[v[n - 1].to] & 0xC0) == 0x80) v[n - 1].to++;
        }
        col++;
    }
    return n;
}

typedef struct Head { Piece at[CELLS_MOST]; const char *name[CELLS_MOST]; size_t n; } Head;

static void put_name(Reader *r, Head *h, size_t i, const Line *l, const Piece *p)
{
    int len = (int)(p->to - p->from);
    h->name[i] = h->name[i] ? arena_print(r->arena, "%s %.*s", h->name[i], len, l->p + p->from)
        : arena_print(r->arena, "%.*s", len, l->p + p->from);
    if (p->at < h->at[i].at) h->at[i].at = p->at;
    if (p->end > h->at[i].end) h->at[i].end = p->end;
}

/* A further line of the header: each piece goes on with the name above it, or is a name of its own. 0 = it does not fit. */
static int more_names(Reader *r, Head *h, const Line *l)
{
    Piece v[CELLS_MOST];
    size_t n = pieces_of(l, v);
    Head more = *h;
    for (size_t k = 0; k < n; k++) {
        size_t i = 0;
        while (i < more.n && more.at[i].end < v[k].at) i++;
        if (i < more.n && more.at[i].at <= v[k].end) {
            if (i + 1 < more.n && more.at[i + 1].at < v[k].end) return 0;
        } else {
            if (more.n == CELLS_MOST) return 0;
            memmove(more.at + i + 1, more.at + i, (more.n - i) * sizeof *more.at);
            memmove(more.name + i + 1, more.name + i, (more.n - i) * sizeof *more.name);
            more.at[i] = v[k];
            more.name[i] = NULL;
            more.n++;
        }
        put_name(r, &more, i, l, &v[k]);
    }
    *h = more;
    return 1;
}

static size_t named(const Head *h)
{
    Row row = {.n = h->n};
    for (size_t i = 0; i < h->n; i++) row.cell[i] = str_of(h->name[i]);
    return cells_name_columns(&row, NULL);
}

/* Lines that go on with a header: all of their pieces in small letters or in brackets. */
static int goes_on(const Line *l)
{
    Piece v[CELLS_MOST];
    size_t n = pieces_of(l, v);
    for (size_t i = 0; i < n; i++)
        if (!label_starts_lower(l->p + v[i].from, v[i].to - v[i].from) && l->p[v[i].from] != '(') return 0;
    return n > 0;
}

/* Names that stand lower because they are shorter: "STT" and "Nội dung" beside "Đơn vị" over "chủ trì". */
static int adds_names(const Head *h, const Line *l)
{
    Piece v[CELLS_MOST];
    size_t n = pieces_of(l, v);
    for (size_t k = 0; k < n; k++) {
        if (cells_column(l->p + v[k].from, v[k].to - v[k].from) == COL_NONE) return 0;
        for (size_t i = 0; i < h->n; i++)
            if (h->at[i].at <= v[k].end && v[k].at <= h->at[i].end) return 0;
    }
    return n > 0;
}

int columns_may_begin(const Line *l)
{
    Piece v[CELLS_MOST];
    size_t n = l->n <= 600 && cells_separator(l->p, l->n) == ' ' ? pieces_of(l, v) : 0;
    for (size_t i = 0; i < n && n > 1; i++)
        if (cells_column(l->p + v[i].from, v[i].to - v[i].from) != COL_NONE) return 1;
    return 0;
}

static size_t read_names(Reader *r, size_t from, size_t limit, Head *h)
{
    size_t k = 1;
    h->n = 0;
    if (!columns_may_begin(&r->v[from]) || !more_names(r, h, &r->v[from])) return 0;
    for (; k < HEADER_LINES && from + k < limit; k++) {
        const Line *next = &r->v[from + k];
        if (next->role == ROLE_MARK) continue;
        if (next->label.type != LABEL_NONE || (named(h) && !goes_on(next) && !adds_names(h, next)) || !more_names(r, h, next))
            break;
    }
    return named(h) ? from + k : 0;
}

/* How many of the lines have something at each character of the page. */
static size_t fill_page(const Reader *r, size_t from, size_t limit, unsigned short *at)
{
    size_t lines = 0, prose = 0;
    Piece v[CELLS_MOST];
    for (size_t i = from; i < limit && i < from + LOOK && prose < PROSE; i++) {
        const Line *l = &r->v[i];
        if (l->role == ROLE_MARK || l->n > WIDTH_MOST * 3) continue;
        size_t n = pieces_of(l, v);
        prose = n == 1 && v[0].end - v[0].at > 50 ? prose + 1 : 0;
        if (n < 2) continue;
        lines++;
        for (size_t k = 0; k < n; k++)
            for (size_t c = v[k].at; c < v[k].end && c < WIDTH_MOST; c++) at[c]++;
    }
    return lines;
}

/* The widest run of the emptiest characters between two names; its end is where the right column begins. 0 = all are full. */
static size_t cut_between(const unsigned short *at, size_t lines, const Piece *left, const Piece *right)
{
    size_t least = lines + 1, best = 0, width = 0, run = 0;
    for (size_t c = left->at + 1; c < right->end && c < WIDTH_MOST; c++)
        if (at[c] < least) least = at[c];
    if (least * 20 > lines) return 0;
    for (size_t c = left->at + 1; c < right->end && c < WIDTH_MOST; c++) {
        run = at[c] == least ? run + 1 : 0;
        if (run >= width && run) width = run, best = c + 1;
    }
    return best;
}

int columns_find(Reader *r, size_t from, size_t limit, Columns *c)
{
    unsigned short at[WIDTH_MOST] = {0};
    Head h = {.n = 0};
    size_t first = read_names(r, from, limit, &h), lines = first ? fill_page(r, first, limit, at) : 0;
    if (!lines) return 0;
    *c = (Columns){.first = first, .n = h.n};
    c->names.n = h.n;
    for (size_t i = 0; i < h.n; i++) {
        c->names.cell[i] = str_of(h.name[i]);
        c->names.line[i] = r->v[from].no;
        if (i && !(c->cut[i] = cut_between(at, lines, &h.at[i - 1], &h.at[i]))) return 0;
        if (i && c->cut[i] <= c->cut[i - 1]) return 0;
    }
    return 1;
}

int columns_hold(const Columns *c, const Line *l)
{
    Piece v[CELLS_MOST];
    size_t n = pieces_of(l, v), i = 0;
    if (n > 1) return 2;
    while (i + 1 < c->n && c->cut[i + 1] <= v[0].at) i++;
    return n == 1 && (i + 1 == c->n ? v[0].end - v[0].at < 60 : v[0].end <= c->cut[i + 1]);
}

void columns_cut(const Columns *c, const Line *l, Row *row)
{
    size_t col = l->indent, k = 0, from = 0;
    *row = (Row){.n = c->n};
    for (size_t i = 0; i <= l->n; i++) {
        if (i < l->n && ((unsigned char)l->p[i] & 0xC0) == 0x80) continue;
        int edge = i == l->n || l->p[i] == ' ' || i == 0 || l->p[i - 1] == ' ';      /* no word is cut in two */
        while (i < l->n && edge && k + 1 < c->n && col >= c->cut[k + 1]) {
            row->cell[k] = str_trim((Str){l->p + from, i - from});
            row->line[k++] = l->no;
            from = i;
        }
        if (i == l->n) {
            row->cell[k] = str_trim((Str){l->p + from, i - from});
            row->line[k] = l->no;
        }
        col++;
    }
}
