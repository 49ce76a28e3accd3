/* draw.c - pages, their numbers, links and the outline; decides nothing about where things stand. */
#include "plugins/pdf/draw.h"
#include <cairo-pdf.h>

enum { LEVELS = 9, NAME = 24 };

typedef struct Drawing {
    Book *b;
    cairo_t *cr;
    cairo_surface_t *surface;
    int page;                           /* 1 … */
    int parent[LEVELS];                 /* the outline so far, by level */
    GHashTable *targets;                /* id -> number of its block + 1 */
} Drawing;

/* --- links --- */

static char *id_text(SenText t) { return g_strndup(t.p, t.n); }

static void note_target(GHashTable *h, const OffPara *p)
{
    if (p->id.n) g_hash_table_insert(h, id_text(p->id), GUINT_TO_POINTER(p->block + 1));
}

static void find_targets(Drawing *d)
{
    d->targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < d->b->o->n_blocks; i++) note_target(d->targets, &d->b->o->blocks[i].para);
}

/* An address within quotes: what is not plain ASCII is written as %XX. */
static void put_url(GString *out, SenText url)
{
    for (size_t i = 0; i < url.n; i++) {
        unsigned char c = (unsigned char)url.p[i];
        if (c <= 0x20 || c >= 0x7F || c == '\'' || c == '\\' || c == '(' || c == ')') g_string_append_printf(out, "%%%02X", c);
        else g_string_append_c(out, (char)c);
    }
}

static char *link_attributes(Drawing *d, SenText url, double x, double y, double w, double h)
{
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "rect=[%.2f %.2f %.2f %.2f] ", x, y, w, h);
    if (url.p[0] == '#') {
        char *id = id_text((SenText){url.p + 1, url.n - 1});
        guint block = GPOINTER_TO_UINT(g_hash_table_lookup(d->targets, id));
        g_free(id);
        if (!block) {
            g_string_free(out, TRUE);
            return NULL;
        }
        g_string_append_printf(out, "dest='b%u'", block - 1);
    } else {
        g_string_append(out, "uri='");
        put_url(out, url);
        g_string_append(out, "'");
    }
    return g_string_free(out, FALSE);
}

static void draw_link(Drawing *d, SenText url, double x, double y, double w, double h)
{
    char *a = link_attributes(d, url, x, y, w, h);
    if (a) {
        cairo_tag_begin(d->cr, CAIRO_TAG_LINK, a);
        cairo_tag_end(d->cr, CAIRO_TAG_LINK);
    }
    g_free(a);
}

/* One area for neighbours of the same link. */
static void draw_links(Drawing *d, const Line *l, double x, double y)
{
    for (guint i = 0; i < l->n;) {
        const Bit *from = BOOK_AT(d->b->bits, Bit, l->bit + i), *to = from;
        for (i++; i < l->n && from->url.n; i++) {
            const Bit *next = BOOK_AT(d->b->bits, Bit, l->bit + i);
            if (next->url.p != from->url.p) break;
            to = next;
        }
        if (from->url.n) draw_link(d, from->url, x + from->x, y, to->x + to->width - from->x, l->height);
    }
}

/* --- outline and targets --- */

static char *plain_text(const OffPara *p)
{
    GString *s = g_string_new(NULL);
    for (size_t i = 0; i < p->n_runs; i++) {
        if (p->runs[i].kind == OFF_RUN_TEXT) g_string_append_len(s, p->runs[i].text.p, (gssize)p->runs[i].text.n);
        else if (p->runs[i].kind == OFF_RUN_BREAK) g_string_append_c(s, ' ');
    }
    return g_string_free(s, FALSE);
}

static void begin_para(Drawing *d, const OffPara *p, double x, double y)
{
    if (p->id.n) {
        char name[NAME];
        g_snprintf(name, sizeof name, "name='b%u'", p->block);
        cairo_tag_begin(d->cr, CAIRO_TAG_DEST, name);
        cairo_tag_end(d->cr, CAIRO_TAG_DEST);
    }
    if (p->outline < 1 || p->outline >= LEVELS) return;
    char where[64], *text = plain_text(p);
    g_snprintf(where, sizeof where, "page=%d pos=[%.2f %.2f]", d->page, x, y);
    int above = p->outline - 1;
    while (above && !d->parent[above]) above--;
    int id = text[0] ? cairo_pdf_surface_add_outline(d->surface, above ? d->parent[above] : CAIRO_PDF_OUTLINE_ROOT, text, where,
                                                     CAIRO_PDF_OUTLINE_FLAG_OPEN) : 0;
    if (id) d->parent[p->outline] = id;
    for (int i = p->outline + 1; id && i < LEVELS; i++) d->parent[i] = 0;
    g_free(text);
}

/* --- what stands on a page --- */

static void draw_line(Drawing *d, guint at, double left, double y)
{
    const Line *l = BOOK_AT(d->b->lines, Line, at);
    if (l->rule > 0) {
        cairo_set_line_width(d->cr, 0.75);
        cairo_move_to(d->cr, left + l->x, y + l->base);
        cairo_rel_line_to(d->cr, l->rule, 0);
        cairo_stroke(d->cr);
    }
    if (l->para) begin_para(d, l->para, left, y);
    text_draw(d->b, d->cr, l, left + l->x, y + l->base);
    draw_links(d, l, left + l->x, y);
}

static void draw_border(Drawing *d, const Row *r, double left, double y)
{
    cairo_t *cr = d->cr;
    double pad = book_points(d->b->o->table_padding), from = left + r->left, x = from;
    cairo_set_line_width(cr, 0.5);
    for (guint c = 0; c < r->n; c++) {
        x = from + BOOK_AT(d->b->cells, Cell, r->cell + c)->x - pad;
        cairo_move_to(cr, x, y);
        cairo_rel_line_to(cr, 0, r->height);
    }
    cairo_rectangle(cr, from, y, r->width, r->height);
    cairo_stroke(cr);
}

static void draw_row(Drawing *d, guint at, double left, double y)
{
    const Row *r = BOOK_AT(d->b->rows, Row, at);
    if (r->border) draw_border(d, r, left, y);
    for (guint c = 0; c < r->n; c++) {
        const Cell *cell = BOOK_AT(d->b->cells, Cell, r->cell + c);
        for (guint i = 0; i < cell->n; i++)
            draw_line(d, cell->line + i, left + r->left + cell->x, y + BOOK_AT(d->b->lines, Line, cell->line + i)->y);
    }
}

static void draw_number(Drawing *d, int landscape)
{
    const Official *o = d->b->o;
    const OffStyle *s = &o->style[OFF_PAGE_NUMBER];
    char text[16];
    int n = g_snprintf(text, sizeof text, "%d", d->page);
    Face *f = fonts_face(d->b->fonts, FACE_TEXT, o->font, s->size, s->bold, s->italic);
    Bit one = {.word = fonts_word(f, text, (size_t)n), .face = f};
    Line l = {.bit = d->b->bits->len, .n = 1};
    g_array_append_val(d->b->bits, one);
    text_draw(d->b, d->cr, &l, book_points(o->left) + (book_width(o, landscape) - one.word->width) / 2,
              book_points(o->page_number_top) + para_ascent(s->size));
}

static void draw_page(Drawing *d, const Page *p)
{
    const Official *o = d->b->o;
    double left = book_points(o->left), top = book_points(o->top), note = book_notes_top(d->b, p);
    cairo_pdf_surface_set_size(d->surface, book_points(p->landscape ? o->page_height : o->page_width),
                               book_points(p->landscape ? o->page_width : o->page_height));
    cairo_set_source_rgb(d->cr, 0, 0, 0);
    if (o->page_numbers && d->page > 1) draw_number(d, p->landscape);
    if (p->notes > 0) {
        cairo_set_line_width(d->cr, 0.5);
        cairo_move_to(d->cr, left, note - 3);
        cairo_rel_line_to(d->cr, book_points(50), 0);
        cairo_stroke(d->cr);
    }
    for (guint i = 0; i < p->n; i++) {
        const Placed *one = BOOK_AT(d->b->placed, Placed, p->first + i);
        if (one->kind == PLACED_ROW) draw_row(d, one->at, left, top + one->y);
        else if (one->kind == PLACED_LINE) draw_line(d, one->at, left, top + one->y);
    }
    for (guint i = 0; i < p->n; i++) {
        const Placed *one = BOOK_AT(d->b->placed, Placed, p->first + i);
        if (one->kind != PLACED_NOTE) continue;
        draw_line(d, one->at, left, note);
        note += BOOK_AT(d->b->lines, Line, one->at)->height;
    }
    cairo_show_page(d->cr);
}

void draw_pages(Book *b, cairo_surface_t *surface)
{
    Drawing d = {.b = b, .surface = surface, .cr = cairo_create(surface)};
    find_targets(&d);
    for (guint i = 0; i < b->pages->len; i++) {
        d.page = (int)i + 1;
        draw_page(&d, BOOK_AT(b->pages, Page, i));
    }
    g_hash_table_destroy(d.targets);
    cairo_destroy(d.cr);
}
