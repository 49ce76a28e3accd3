/* layout_page.c - the pages of a document: paper, margins, page numbers; and its font and colour, which are of all pages. */
#include "core/press/layout_inside.h"
#include "core/base/text.h"
#include <string.h>
#include <strings.h>

enum { FONTS_MOST = 16 };

static int differs(double a, double b, double by) { return a > b + by || a < b - by; }

/* --- paper and margins --- */

/* Turned paper is for tables that do not stand in an annex, and for annexes. */
static void check_paper(LayDoc *d, const LaySheet *s, size_t i)
{
    double w = s->width, h = s->height;
    int turned = w > h, tables = 0;
    if (turned) w = s->height, h = s->width;
    for (size_t k = 0; turned && k < d->n; k++) tables |= d->v[k].role == LAY_CELL;
    if (!differs(w, 210, 1.5) && !differs(h, 297, 1.5) && (!turned || i > 0 || tables)) return;
    findings_add(d->f, SEN7080, d->file, 0, 0, NULL, "%.0f × %.0f" ARG "%s", s->width, s->height, layout_clause(d, NULL));
}

static void check_margin(LayDoc *d, const char *field, const char *name, const double *v, size_t n)
{
    LayRange r = layout_range(d, field);
    if (!r.there) return;
    for (size_t i = 0; i < n; i++) {
        int seen = 0;
        for (size_t k = 0; k < i; k++) seen |= !differs(v[k], v[i], 0.05);
        if (seen || (v[i] >= r.least - 0.6 && v[i] <= r.most + 0.6)) continue;
        char *shown = arena_print(d->arena, "%.1f", v[i]), *point = strchr(shown, '.');
        if (point && point[1] == '0') *point = 0;
        else if (point) *point = ',';
        findings_add(d->f, SEN7081, d->file, 0, 0, NULL, "%s" ARG "%s" ARG "%s" ARG "%s", name, shown, layout_shown(d, r),
                     layout_clause(d, field));
    }
}

static void check_margins(LayDoc *d)
{
    static const char *const FIELDS[][2] = {{"margin_top", "trên" ERR_BOTH "top"}, {"margin_bottom", "dưới" ERR_BOTH "bottom"},
        {"margin_left", "trái" ERR_BOTH "left"}, {"margin_right", "phải" ERR_BOTH "right"}};
    double *v = arena_alloc(d->arena, mem_mul(d->n_sheets + 1, sizeof *v));
    for (int k = 0; k < 4; k++) {
        size_t n = d->n_sheets < 64 ? d->n_sheets : 64;
        for (size_t i = 0; i < n; i++) {
            const LaySheet *s = &d->sheet[i];
            v[i] = k == 0 ? s->top : k == 1 ? s->bottom : k == 2 ? s->left : s->right;
        }
        check_margin(d, FIELDS[k][0], FIELDS[k][1], v, n);
    }
}

/* --- page numbers --- */

/* About how many lines of paper the text takes: enough to tell one page from several. */
static size_t lines_of_paper(const LayDoc *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++) n += d->v[i].table ? d->v[i].text.n / 60 + (d->v[i].column == 1) : d->v[i].text.n / 95 + 1;
    return n;
}

static void check_numbers(LayDoc *d)
{
    const LaySheet *s = &d->sheet[0];
    const char *clause = layout_clause(d, "page_number_size");
    LayRange r = layout_range(d, "page_number_size");
    if (!layout_flag(d, "page_numbers", 1)) return;
    if (!s->number) {
        if (lines_of_paper(d) > 60) findings_add(d->f, SEN7109, d->file, 0, 0, NULL, "%s", clause);
        return;
    }
    if (s->number_first) findings_add(d->f, SEN7111, d->file, 0, 0, NULL, "%s", clause);
    if (s->number == 2 || s->number_align != LAY_CENTER)
        findings_add(d->f, SEN7110, d->file, 0, 0, NULL, "%s" ARG "%s",
                     s->number == 2 ? "ở cuối trang" ERR_BOTH "at the bottom" : "không ở giữa" ERR_BOTH "not centred", clause);
    if (r.there && s->number_size > 0 && (s->number_size < r.least - 0.3 || s->number_size > r.most + 0.3))
        findings_add(d->f, SEN7083, d->file, 0, 0, NULL, "%s" ARG "%g" ARG "%s" ARG "%s",
                     "số trang" ERR_BOTH "the page number", s->number_size, layout_shown(d, r), clause);
}

/* --- font and colour --- */

/* Fonts of signs, which stand for no letters. */
static int is_symbols(const char *font)
{
    static const char *const NAMES[] = {"Wingdings", "Symbol", "Webdings", "Segoe UI Symbol", "MS Gothic", "DejaVu Sans",
        "OpenSymbol", "Cambria Math", "Courier New"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (!strncasecmp(font, NAMES[i], strlen(NAMES[i]))) return 1;
    return 0;
}

typedef struct FontUse { const char *name; LayGroup g; } FontUse;

static void count_font(FontUse *v, size_t *n, const char *name, const LayLine *l)
{
    size_t i = 0;
    while (i < *n && strcasecmp(v[i].name, name)) i++;
    if (i == FONTS_MOST) return;
    if (i == *n) v[(*n)++] = (FontUse){.name = name};
    layout_group(&v[i].g, l);
}

static void check_fonts(LayDoc *d)
{
    const char *want = layout_text(d, "font");
    FontUse v[FONTS_MOST];
    size_t n = 0;
    LayGroup colour = {0};
    for (size_t i = 0; i < d->n; i++) {
        const LayLine *l = &d->v[i];
        if (*l->font && *want && strcasecmp(l->font, want) && !is_symbols(l->font)) count_font(v, &n, l->font, l);
        else if (l->other && *want && strcasecmp(l->other, want) && !is_symbols(l->other)) count_font(v, &n, l->other, l);
        if (l->colour) layout_group(&colour, l);
    }
    for (size_t i = 0; i < n; i++)
        findings_add(d->f, SEN7082, d->file, v[i].g.first->no, 0, NULL, "%s" ARG "%s" ARG "%s" ARG "%s", v[i].name,
                     layout_many(d, &v[i].g), want, layout_clause(d, "font"));
    if (colour.n)
        findings_add(d->f, SEN7113, d->file, colour.first->no, 0, NULL, "%s" ARG "%s", layout_many(d, &colour),
                     layout_clause(d, "font"));
}

void layout_check_pages(LayDoc *d)
{
    for (size_t i = 0; i < d->n_sheets && i < 64; i++) check_paper(d, &d->sheet[i], i);
    check_margins(d);
    if (d->n_sheets) check_numbers(d);
    check_fonts(d);
}
