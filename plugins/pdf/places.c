/* places.c - where every line of text stands, in the order it is drawn. */
#include "plugins/pdf/places.h"

static void put_line(Book *b, GString *s, guint at, double x, double y)
{
    const Line *l = BOOK_AT(b->lines, Line, at);
    if (l->rule > 0) g_string_append_printf(s, "%.1f %.1f --- %.1f\n", x + l->x, y + l->base, l->rule);
    if (!l->n) return;
    g_string_append_printf(s, "%.1f %.1f ", x + l->x, y + l->base);
    for (guint i = 0; i < l->n; i++) {
        const Bit *one = BOOK_AT(b->bits, Bit, l->bit + i);
        if (i && one->space > 0) g_string_append_c(s, ' ');
        g_string_append(s, one->word ? one->word->text : "[hình]");
    }
    g_string_append_c(s, '\n');
}

static void put_placed(Book *b, GString *s, const Placed *p, double left, double top)
{
    if (p->kind == PLACED_LINE) put_line(b, s, p->at, left, top + p->y);
    if (p->kind != PLACED_ROW) return;
    const Row *r = BOOK_AT(b->rows, Row, p->at);
    if (r->border) g_string_append_printf(s, "%.1f %.1f +++ %.1f x %.1f\n", left + r->left, top + p->y, r->width, r->height);
    for (guint c = 0; c < r->n; c++) {
        const Cell *cell = BOOK_AT(b->cells, Cell, r->cell + c);
        for (guint i = 0; i < cell->n; i++)
            put_line(b, s, cell->line + i, left + r->left + cell->x, top + p->y + BOOK_AT(b->lines, Line, cell->line + i)->y);
    }
}

static void put_notes(Book *b, GString *s, const Page *p, double left, double y)
{
    for (guint i = 0; i < p->n; i++) {
        const Placed *one = BOOK_AT(b->placed, Placed, p->first + i);
        if (one->kind != PLACED_NOTE) continue;
        put_line(b, s, one->at, left, y);
        y += BOOK_AT(b->lines, Line, one->at)->height;
    }
}

void places_write(Book *b, GByteArray *out)
{
    const Official *o = b->o;
    GString *s = g_string_new(NULL);
    double left = book_points(o->left), top = book_points(o->top);
    for (guint i = 0; i < b->pages->len; i++) {
        const Page *p = BOOK_AT(b->pages, Page, i);
        g_string_append_printf(s, "=== %u %.1f %.1f\n", i + 1, book_points(p->landscape ? o->page_height : o->page_width),
                               book_points(p->landscape ? o->page_width : o->page_height));
        for (guint k = 0; k < p->n; k++) put_placed(b, s, BOOK_AT(b->placed, Placed, p->first + k), left, top);
        put_notes(b, s, p, left, book_notes_top(b, p));
    }
    g_byte_array_append(out, (const guint8 *)s->str, (guint)s->len);
    g_string_free(s, TRUE);
}
