/* flow.c - what a reader of files found (lines, cells, marks) becomes the text the other steps read: one line for each
 * paragraph, one for each row of a table; knows no file format. */
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/cells.h"

enum { COLS = CELLS_MOST, HEADER_ROWS = 3 };

typedef struct Flow {
    const IntakePart *v;
    size_t n;
    Buf *text;
    LineInfo *info;
    size_t n_info, cap_info;
    int heading, page;                     /* of the next line: its level; a page of a printed text begins with it */
} Flow;

static void end_line(Flow *w, LineInfo info)
{
    buf_putc(w->text, '\n');
    if (w->n_info == w->cap_info) {
        w->cap_info = w->cap_info ? w->cap_info * 2 : 256;
        w->info = mem_resize(w->info, mem_mul(w->cap_info, sizeof *w->info));
    }
    w->info[w->n_info++] = info;
}

static void add_text(Flow *w, const char *s, int in_row)
{
    for (; *s; s++) buf_putc(w->text, *s == '\n' || (in_row && *s == '\t') ? ' ' : *s);
}

static void add_line(Flow *w, const IntakePart *p)
{
    if (w->page) buf_putc(w->text, '\f');
    w->page = 0;
    add_text(w, p->text, 0);
    end_line(w, (LineInfo){.page = p->page, .paragraph = p->line, .heading = (unsigned char)w->heading});
    w->heading = 0;
}

/* --- tables --- */

/* One table: parts [from, to); its columns are counted over all rows, so that cells of several widths find theirs. */
typedef struct Grid {
    Flow *w;
    size_t from, to;
    int starts[COLS], cols;
    int named;                             /* the row of column names, 0 = none */
    int named_rows;                        /* that row and those it is merged with */
} Grid;

static int column_of(const Grid *g, int start)
{
    int i = 0;
    while (i + 1 < g->cols && g->starts[i] < start) i++;
    return i;
}

static void find_columns(Grid *g)
{
    for (size_t i = g->from; i < g->to; i++) {
        int start = g->w->v[i].column, k = 0;
        while (k < g->cols && g->starts[k] < start) k++;
        if ((k < g->cols && g->starts[k] == start) || g->cols == COLS) continue;
        memmove(g->starts + k + 1, g->starts + k, (size_t)(g->cols - k) * sizeof *g->starts);
        g->starts[k] = start;
        g->cols++;
    }
}

static int is_cell(const IntakePart *p, const IntakePart *first)
{
    return p->kind == INTAKE_CELL && p->table == first->table;
}

/* The parts of one row: [*at, the next row). */
static size_t row_end(const Grid *g, size_t at)
{
    size_t k = at;
    while (k < g->to && g->w->v[k].row == g->w->v[at].row) k++;
    return k;
}

/* The row's cells into one text, parted by tabs; a cell's paragraphs by a space. */
static void row_text(const Grid *g, size_t from, size_t to, Buf *out)
{
    Flow f = {.text = out};
    int col = 0;
    for (size_t i = from; i < to; i++) {
        int c = column_of(g, g->w->v[i].column);
        if (c == col && i > from && *g->w->v[i].text) buf_putc(out, ' ');
        for (; col < c; col++) buf_putc(out, '\t');
        add_text(&f, g->w->v[i].text, 1);
    }
    for (; col + 1 < g->cols; col++) buf_putc(out, '\t');
}

static int is_names(const char *s, size_t n)
{
    Row row;
    cells_split(s, n, '\t', 0, &row);
    return n <= 600 && row.n >= 2 && cells_name_columns(&row, NULL) > 0;
}

static int names_columns(const Grid *g, size_t from, size_t to)
{
    Buf b = {0};
    row_text(g, from, to, &b);
    int yes = b.n && is_names(b.p, b.n);
    buf_free(&b);
    return yes;
}

/* Column names over two rows («Cơ quan thực hiện» above «Chủ trì», «Phối hợp»): one row of names, the lower beside the upper. */
static void join_names(Grid *g, size_t from, size_t to)
{
    for (int c = 0; c < g->cols; c++) {
        int some = 0;
        if (c) buf_putc(g->w->text, '\t');
        for (size_t i = from; i < to; i++) {
            if (column_of(g, g->w->v[i].column) != c || !*g->w->v[i].text) continue;
            if (some++) buf_putc(g->w->text, ' ');
            add_text(g->w, g->w->v[i].text, 1);
        }
    }
}

/* How many rows the names take: as many as the tallest cell among those that stand beside wide ones. */
static int name_rows(const Grid *g, size_t from, size_t to)
{
    int rows = 1, wide = 0;
    for (size_t i = from; i < to; i++) {
        const IntakePart *p = &g->w->v[i];
        wide |= p->columns > 1;
        if (p->rows > rows) rows = p->rows;
    }
    return wide && rows <= HEADER_ROWS ? rows : 1;
}

static int names_over_rows(Grid *g, size_t from, int last)
{
    size_t to = from, n = g->w->text->n;
    while (to < g->to && g->w->v[to].row <= last) to++;
    join_names(g, from, to);
    int yes = is_names(g->w->text->p + n, g->w->text->n - n);
    g->w->text->n = n;
    g->w->text->p[n] = 0;
    return yes;
}

static void find_names(Grid *g)
{
    int seen = 0;
    for (size_t at = g->from, end; at < g->to && seen < HEADER_ROWS && !g->named; at = end, seen++) {
        end = row_end(g, at);
        int row = g->w->v[at].row, rows = name_rows(g, at, end);
        if (rows > 1 ? !names_over_rows(g, at, row + rows - 1) : !names_columns(g, at, end)) continue;
        g->named = row;
        g->named_rows = rows;
    }
}

/* The national motto, the recipients: cells that only set texts side by side. */
static int is_frame(const Grid *g)
{
    static const char *const WORDS[] = {"cong hoa xa hoi chu nghia", "dang cong san viet nam", "noi nhan", "doc lap"};
    for (size_t i = g->from; i < g->to && i < g->from + 60; i++)
        for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++) {
            const char *s = g->w->v[i].text;
            size_t n = strlen(s);
            if (n < 400 && text_find_folded(s, n, WORDS[k])) return 1;
        }
    return 0;
}

static void put_frame(Grid *g, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const IntakePart *p = &g->w->v[i];
        if (!*p->text) continue;
        add_line(g->w, p);
        int last = i + 1 == to || g->w->v[i + 1].column != p->column || g->w->v[i + 1].row != p->row;
        if (last) end_line(g->w, (LineInfo){.page = p->page, .paragraph = p->line});
    }
}

/* Columns of the row that a cell above still covers. */
static uint32_t covered(int until[COLS], int row, int cols)
{
    uint32_t bits = 0;
    for (int c = 0; c < cols; c++)
        if (until[c] >= row) bits |= (uint32_t)1 << c;
    return bits;
}

static void put_rows(Grid *g)
{
    int until[COLS] = {0};
    for (size_t at = g->from, end; at < g->to; at = end) {
        const IntakePart *p = &g->w->v[at];
        end = row_end(g, at);
        int row = p->row;
        LineInfo info = {.page = p->page, .paragraph = p->line, .row = 1};
        if (row < g->named) {
            put_frame(g, at, end);
            continue;
        }
        if (row == g->named) {
            while (end < g->to && g->w->v[end].row < row + g->named_rows) end++;
            join_names(g, at, end);
            end_line(g->w, info);
            continue;
        }
        info.spans = covered(until, row, g->cols);
        for (size_t i = at; i < end; i++)
            if (g->w->v[i].rows > 1) until[column_of(g, g->w->v[i].column)] = row + g->w->v[i].rows - 1;
        row_text(g, at, end, g->w->text);
        end_line(g->w, info);
    }
}

static size_t add_table(Flow *w, size_t from)
{
    Grid g = {.w = w, .from = from, .to = from};
    const IntakePart *first = &w->v[from];
    while (g.to < w->n && is_cell(&w->v[g.to], first)) g.to++;
    find_columns(&g);
    if (!is_frame(&g)) find_names(&g);
    LineInfo gap = {.page = first->page, .paragraph = first->line};
    end_line(w, gap);
    if (g.named) {
        put_rows(&g);
    } else if (g.cols < 3 || is_frame(&g)) {
        put_frame(&g, g.from, g.to);
    } else {
        for (size_t at = from, end; at < g.to; at = end) {
            end = row_end(&g, at);
            row_text(&g, at, end, w->text);
            end_line(w, (LineInfo){.page = w->v[at].page, .paragraph = w->v[at].line});
        }
    }
    end_line(w, gap);
    return g.to;
}

/* --- marks --- */

/* What is not in the text, and is told: once for each kind, with how often and the first words. */
static void tell_marks(const IntakePart *v, size_t n, const char *name, Findings *f)
{
    static const struct { const char *mark; Code code; } KINDS[] = {
        {"deleted", SEN2085}, {"hidden", SEN2086}, {"comment", SEN2087}, {"field", SEN2088}, {"picture", SEN2089},
        {"font", SEN2090}, {"embedded", SEN2091}};
    for (size_t k = 0; f && k < sizeof KINDS / sizeof *KINDS; k++) {
        size_t count = 0, first = 0;
        for (size_t i = 0; i < n; i++)
            if (v[i].kind == INTAKE_MARK && !strcmp(v[i].mark, KINDS[k].mark) && !count++) first = i;
        if (!count) continue;
        Buf shown = {0};
        text_show(v[first].text, 80, &shown);
        findings_add(f, KINDS[k].code, name, 0, 0, NULL, "%zu" ARG "%s" ARG "%d", count, buf_text(&shown), v[first].page);
        buf_free(&shown);
    }
}

static void make_text(Flow *w)
{
    for (size_t i = 0; i < w->n;) {
        const IntakePart *p = &w->v[i];
        if (p->kind == INTAKE_CELL) {
            i = add_table(w, i);
            continue;
        }
        if (p->kind == INTAKE_LINE) add_line(w, p);
        else if (!strcmp(p->mark, "page")) w->page = 1;
        else if (!strcmp(p->mark, "heading")) w->heading = *p->text >= '1' && *p->text <= '9' ? *p->text - '0' : 1;
        i++;
    }
}

/* Places of findings: a page and a paragraph instead of a line. */
static void place_findings(Findings *f, size_t from, const LineInfo *info, size_t n, const char *name)
{
    for (size_t i = from; f && i < f->n; i++) {
        int line = f->v[i].line;
        if (line < 1 || (size_t)line > n) continue;
        const LineInfo *at = &info[line - 1];
        if (at->page) f->v[i].file = arena_print(f->arena, "%s (trang %d, đoạn %d)", name, at->page, at->paragraph);
        else f->v[i].file = arena_print(f->arena, "%s (đoạn %d)", name, at->paragraph);
        f->v[i].line = 0;
    }
}

/* A file that is no text has no lines. */
static void drop_lines(Plan *p)
{
    for (size_t i = 0; i < p->n_nodes; i++) p->nodes[i].line = 0;
    for (size_t i = 0; i < p->n_rest; i++) p->rest[i].line = 0;
    for (size_t i = 0; i < p->n_repairs; i++) p->repairs[i].line = 0;
}

int intake_read_parts(const IntakePart *v, size_t n, const char *name, Buf *utf8, Plan **out, Findings *f, Err *e)
{
    Flow w = {.v = v, .n = n, .text = utf8};
    size_t before = f ? f->n : 0;
    make_text(&w);
    const char *code = intake_legacy_code(buf_text(utf8), utf8->n);
    int rc = code ? err_set(e, SEN2006, "%s" ARG "%s", name ? name : "", code)
        : intake_read_lines(buf_view(utf8), w.info, w.n_info, name, out, f, e);
    place_findings(f, before, w.info, w.n_info, name ? name : "");
    tell_marks(v, n, name, f);
    if (rc == 0) drop_lines(*out);
    free(w.info);
    return rc;
}
