/* flow.c - all blocks in reading order become atoms: lines, rows, new sections, with what must stay together; knows no page. */
#include "plugins/pdf/book.h"

enum { AFTER_TABLE = 6 };               /* points */

typedef struct Flow {
    Book *b;
    int landscape;
} Flow;

static Atom *add_atom(Book *b, Atom a)
{
    g_array_append_val(b->atoms, a);
    return BOOK_AT(b->atoms, Atom, b->atoms->len - 1);
}

/* --- paragraphs --- */

/* No first or last line of a paragraph alone on a page. */
static int is_kept(guint i, guint n, const OffStyle *s, const OffPara *p)
{
    if (i + 1 == n) return p->keep_next;
    return s->keep_lines || i == 0 || i + 2 == n;
}

static void add_para(Flow *f, const OffPara *p)
{
    const OffStyle *s = &f->b->o->style[p->role];
    Lines l = para_lay(f->b, p, book_width(f->b->o, f->landscape), 0);
    for (guint i = 0; i < l.n; i++)
        add_atom(f->b, (Atom){.kind = ATOM_LINE, .at = l.first + i, .height = BOOK_AT(f->b->lines, Line, l.first + i)->height,
                              .before = i || p->role == OFF_SIGN_SPACE ? 0 : s->before, .after = i + 1 < l.n ? 0 : s->after,
                              .keep = is_kept(i, l.n, s, p)});
}

/* --- tables --- */

static double lay_cell(Book *b, const OffCell *c, double width, Cell *out)
{
    double y = 0;
    out->line = b->lines->len;
    for (size_t i = 0; i < c->n_paras; i++) {
        const OffStyle *s = &b->o->style[c->paras[i].role];
        Lines l = para_lay(b, &c->paras[i], width, 0);
        if (c->paras[i].role != OFF_SIGN_SPACE) y += s->before;
        for (guint k = 0; k < l.n; k++) {
            Line *line = BOOK_AT(b->lines, Line, l.first + k);
            line->y = y;
            y += line->height;
        }
        y += s->after;
    }
    out->n = b->lines->len - out->line;
    return y;
}

static guint lay_row(Book *b, const OffTable *t, const OffRow *r, int border, double left)
{
    double pad = border ? book_points(b->o->table_padding) : 0, x = 0;
    Row row = {.n = t->columns, .border = border, .left = left};
    Cell *cells = g_new0(Cell, t->columns);
    for (uint32_t c = 0; c < t->columns; c++) {
        double width = book_points(t->widths[c]), high;
        cells[c].x = x + pad;
        high = lay_cell(b, &r->cells[c], MAX(width - 2 * pad, 8), &cells[c]);
        if (high > row.height) row.height = high;
        x += width;
    }
    row.width = x;
    row.cell = b->cells->len;
    g_array_append_vals(b->cells, cells, t->columns);
    g_free(cells);
    g_array_append_val(b->rows, row);
    return b->rows->len - 1;
}

/* The lines of a cell that fit, from the first on; at least one. */
static guint lines_that_fit(Book *b, const Cell *c, double limit, double *height)
{
    guint n = 0;
    double from = c->n ? BOOK_AT(b->lines, Line, c->line)->y : 0;
    while (n < c->n) {
        Line *l = BOOK_AT(b->lines, Line, c->line + n);
        if (n && l->y + l->height - from > limit) break;
        l->y -= from;
        *height = MAX(*height, l->y + l->height);
        n++;
    }
    return n;
}

/* A row taller than a page goes on in further rows. */
static void cut_row(Book *b, guint number, double limit)
{
    for (int more = BOOK_AT(b->rows, Row, number)->height > limit; more; number++) {
        Row rest = *BOOK_AT(b->rows, Row, number);
        double height = 0, left = 0;
        guint cell = b->cells->len;
        for (guint c = 0; c < rest.n; c++) {
            Cell now = *BOOK_AT(b->cells, Cell, rest.cell + c);
            guint n = lines_that_fit(b, &now, limit, &height);
            Cell next = {now.x, now.line + n, now.n - n};
            BOOK_AT(b->cells, Cell, rest.cell + c)->n = n;
            g_array_append_val(b->cells, next);
            if (next.n) {
                const Line *first = BOOK_AT(b->lines, Line, next.line), *last = BOOK_AT(b->lines, Line, next.line + next.n - 1);
                left = MAX(left, last->y + last->height - first->y);
            }
        }
        BOOK_AT(b->rows, Row, number)->height = height + 2;
        more = left > 0;
        if (!more) break;
        rest.cell = cell;
        rest.height = left;
        g_array_append_val(b->rows, rest);
        g_assert(b->rows->len == number + 2);
        if (left <= limit) {
            for (guint c = 0; c < rest.n; c++)
                lines_that_fit(b, BOOK_AT(b->cells, Cell, cell + c), limit, &height);
            break;
        }
    }
}

static double height_of_head(Book *b, const OffTable *t, int border, double left, guint *first)
{
    double high = 0;
    *first = b->rows->len;
    for (size_t r = 0; r < t->head_rows && r < t->n_rows; r++) {
        guint at = lay_row(b, t, &t->rows[r], border, left);            /* first: it may move the rows */
        high += BOOK_AT(b->rows, Row, at)->height;
    }
    return high;
}

static void add_table(Flow *f, const OffTable *t, int border)
{
    Book *b = f->b;
    double all = 0, page = book_height(b->o, f->landscape);
    for (uint32_t c = 0; c < t->columns; c++) all += book_points(t->widths[c]);
    double left = border ? (book_width(b->o, f->landscape) - all) / 2 : 0;
    guint head;
    double high = height_of_head(b, t, border, left, &head);
    guint n_head = b->rows->len - head;
    int repeat = high <= page / 3;
    for (guint i = 0; i < n_head; i++)
        add_atom(b, (Atom){.kind = ATOM_ROW, .at = head + i, .height = BOOK_AT(b->rows, Row, head + i)->height,
                           .keep = repeat && n_head < t->n_rows});
    for (size_t r = n_head; r < t->n_rows; r++) {
        guint first = lay_row(b, t, &t->rows[r], border, left);
        cut_row(b, first, page - (repeat ? high : 0) - 2);
        for (guint i = first; i < b->rows->len; i++)
            add_atom(b, (Atom){.kind = ATOM_ROW, .at = i, .height = BOOK_AT(b->rows, Row, i)->height, .head = head,
                               .n_head = repeat ? n_head : 0, .head_height = repeat ? high : 0});
    }
    if (b->atoms->len) BOOK_AT(b->atoms, Atom, b->atoms->len - 1)->height += AFTER_TABLE;      /* besides what follows asks */
}

/* --- the whole --- */

static void add_block(Flow *f, const OffBlock *o)
{
    switch (o->kind) {
    case OFF_PARA: add_para(f, &o->para); break;
    case OFF_TABLE: if (o->table.n_rows) add_table(f, &o->table, 1); break;
    case OFF_GRID:
        /* the signature is never alone on a page, whatever stands before it */
        if (!strcmp(o->part, "closing") && f->b->atoms->len) BOOK_AT(f->b->atoms, Atom, f->b->atoms->len - 1)->keep = 1;
        if (o->table.n_rows) add_table(f, &o->table, 0);
        break;
    case OFF_SECTION:
        f->landscape = o->landscape;
        add_atom(f->b, (Atom){.kind = ATOM_SECTION, .landscape = o->landscape});
        break;
    }
}

static void lay_notes(Book *b)
{
    b->notes = g_new0(Note, b->o->n_notes + 1);
    for (size_t i = 0; i < b->o->n_notes; i++) {
        const OffNote *note = &b->o->notes[i];
        Note *out = &b->notes[i];
        out->line = b->lines->len;
        for (size_t k = 0; k < note->n_paras; k++) para_lay(b, &note->paras[k], book_width(b->o, 0), k ? 0 : note->number);
        out->n = b->lines->len - out->line;
        for (guint k = 0; k < out->n; k++) out->height += BOOK_AT(b->lines, Line, out->line + k)->height;
    }
}

void flow_make(Book *b)
{
    Flow f = {b, 0};
    lay_notes(b);
    for (size_t i = 0; i < b->o->n_blocks; i++) add_block(&f, &b->o->blocks[i]);
}

void book_start(Book *b, const Official *o, Fonts *fonts)
{
    *b = (Book){.o = o, .fonts = fonts};
    b->bits = g_array_new(FALSE, FALSE, sizeof(Bit));
    b->lines = g_array_new(FALSE, FALSE, sizeof(Line));
    b->cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    b->rows = g_array_new(FALSE, FALSE, sizeof(Row));
    b->atoms = g_array_new(FALSE, FALSE, sizeof(Atom));
    b->placed = g_array_new(FALSE, FALSE, sizeof(Placed));
    b->pages = g_array_new(FALSE, FALSE, sizeof(Page));
}

void book_end(Book *b)
{
    GArray *all[] = {b->bits, b->lines, b->cells, b->rows, b->atoms, b->placed, b->pages};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) g_array_free(all[i], TRUE);
    g_free(b->notes);
}
