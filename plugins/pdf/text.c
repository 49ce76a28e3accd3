/* text.c - the words of a line on the page, as few calls as its fonts allow, with the text they stand for; knows no page. */
#include "plugins/pdf/draw.h"

typedef struct Gathered {               /* glyphs of one font that stand on one foot */
    cairo_t *cr;
    cairo_scaled_font_t *font;
    double y;
    GArray *glyphs, *clusters;
    GString *text;
} Gathered;

static void flush(Gathered *g)
{
    if (g->glyphs->len) {
        cairo_set_scaled_font(g->cr, g->font);
        cairo_show_text_glyphs(g->cr, g->text->str, (int)g->text->len, (cairo_glyph_t *)(void *)g->glyphs->data,
                               (int)g->glyphs->len, (cairo_text_cluster_t *)(void *)g->clusters->data, (int)g->clusters->len, 0);
    }
    g_array_set_size(g->glyphs, 0);
    g_array_set_size(g->clusters, 0);
    g_string_truncate(g->text, 0);
}

static double add_piece(Gathered *g, const Piece *p, double x, double y)
{
    if (p->font != g->font || y < g->y || y > g->y) flush(g);
    g->font = p->font;
    g->y = y;
    for (int i = 0; i < p->n_glyphs; i++) {
        cairo_glyph_t one = {p->glyphs[i].id, x + p->glyphs[i].dx, y + p->glyphs[i].dy};
        g_array_append_val(g->glyphs, one);
        x += p->glyphs[i].advance;
    }
    g_array_append_vals(g->clusters, p->clusters, (guint)p->n_clusters);
    g_string_append_len(g->text, p->text, p->n_text);
    return x;
}

static void add_word(Gathered *g, const Word *w, double x, double y)
{
    for (int i = 0; i < w->n_pieces; i++) x = add_piece(g, &w->pieces[i], x, y);
}

static void strike(cairo_t *cr, const Bit *one, double x, double y)
{
    cairo_set_line_width(cr, 0.7);
    cairo_move_to(cr, x, y - 3.5);
    cairo_rel_line_to(cr, one->width, 0);
    cairo_stroke(cr);
}

void text_draw(Book *b, cairo_t *cr, const Line *l, double x, double y)
{
    Gathered g = {.cr = cr, .glyphs = g_array_sized_new(FALSE, FALSE, sizeof(cairo_glyph_t), 160),
                  .clusters = g_array_sized_new(FALSE, FALSE, sizeof(cairo_text_cluster_t), 160),
                  .text = g_string_sized_new(400)};
    const Bit *before = NULL;
    for (guint i = 0; i < l->n; i++) {
        const Bit *one = BOOK_AT(b->bits, Bit, l->bit + i);
        if (before && before->face && one->space > 0) add_word(&g, fonts_space(before->face), x + before->x + before->width, y);
        if (one->word) add_word(&g, one->word, x + one->x, y - one->rise);
        before = one;
    }
    flush(&g);
    for (guint i = 0; i < l->n; i++) {
        const Bit *one = BOOK_AT(b->bits, Bit, l->bit + i);
        if (one->strike) strike(cr, one, x + one->x, y);
        if (!one->picture) continue;
        cairo_move_to(cr, x + one->x, y);
        picture_draw(cr, one->picture);
    }
    g_array_free(g.glyphs, TRUE);
    g_array_free(g.clusters, TRUE);
    g_string_free(g.text, TRUE);
}
