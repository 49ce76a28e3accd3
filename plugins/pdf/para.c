/* para.c - the lines of one paragraph: letters with their looks, breaks, footnote marks, pictures; knows no page. */
#include "plugins/pdf/book.h"
#include "plugins/pdf/fonts.h"

/* Times New Roman and its metric twins, in parts of the size; a line is taken this high whatever letters stand in it. */
static const double ascent = 0.891, descent = 0.216, gap = 0.043;
enum { TEXT_MOST = 4 << 20 };

double para_ascent(double size) { return size * ascent; }
double para_line_height(const OffStyle *s) { return s->size * (ascent + descent + gap) * s->line; }

typedef struct Making {                 /* a segment being gathered */
    Book *b;
    const OffStyle *style;
    GString *text;
    PangoAttrList *looks;
    guint mark;
    double picture;                     /* height of the tallest */
} Making;

/* --- looks --- */

static void add_look(Making *m, PangoAttribute *a, guint from)
{
    a->start_index = from;
    a->end_index = (guint)m->text->len;
    pango_attr_list_insert(m->looks, a);
}

static void add_mark(Making *m, guint from, int32_t note, SenText url)
{
    Mark mark = {(int)from, (int)m->text->len, note, url};
    g_array_append_val(m->b->marks, mark);
}

static void look_as(Making *m, const OffRun *r, guint from)
{
    if (r->bold != m->style->bold)
        add_look(m, pango_attr_weight_new(r->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL), from);
    if (r->italic != m->style->italic)
        add_look(m, pango_attr_style_new(r->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL), from);
    if (r->strike) add_look(m, pango_attr_strikethrough_new(TRUE), from);
    if (r->mono) {
        add_look(m, pango_attr_family_new("Liberation Mono,DejaVu Sans"), from);
        add_look(m, pango_attr_size_new_absolute((int)(m->style->size * 0.92 * PANGO_SCALE)), from);
    }
    if (r->whole) add_look(m, pango_attr_allow_breaks_new(FALSE), from);
    if (r->url.n) add_mark(m, from, 0, r->url);
}

/* --- runs --- */

static void add_bytes(Making *m, SenText t)
{
    if (m->text->len + t.n > TEXT_MOST) t.n = 0;
    for (size_t i = 0; i < t.n; i++) g_string_append_c(m->text, t.p[i] == '\t' || t.p[i] == '\n' ? ' ' : t.p[i]);
}

static void add_superscript(Making *m, int32_t number)
{
    guint from = (guint)m->text->len;
    g_string_append_printf(m->text, "%d", (int)number);
    add_look(m, pango_attr_size_new_absolute((int)(m->style->size * 0.65 * PANGO_SCALE)), from);
    add_look(m, pango_attr_rise_new((int)(m->style->size * 0.33 * PANGO_SCALE)), from);
    add_look(m, pango_attr_weight_new(PANGO_WEIGHT_NORMAL), from);
}

static void add_box(Making *m, int done)
{
    guint from = (guint)m->text->len;
    g_string_append(m->text, done ? "☑" : "☐");
    add_look(m, pango_attr_family_new(fonts_boxes), from);
}

static void add_picture(Making *m, const OffRun *r)
{
    guint from = (guint)m->text->len;
    double w = book_points(r->width), h = book_points(r->height);
    PangoRectangle box = {0, (int)(-h * PANGO_SCALE), (int)(w * PANGO_SCALE), (int)(h * PANGO_SCALE)};
    g_string_append(m->text, "\xEF\xBF\xBC");
    add_look(m, pango_attr_shape_new_with_data(&box, &box, (gpointer)(uintptr_t)r, NULL, NULL), from);
    if (h > m->picture) m->picture = h;
}

/* Where the address of a link is not what one reads, paper needs it too. */
static int is_read(const OffPara *p, size_t from, size_t to, SenText url)
{
    size_t n = 0;
    if (url.n > 7 && !memcmp(url.p, "mailto:", 7)) url = (SenText){url.p + 7, url.n - 7};
    for (size_t i = from; i < to; i++) {
        SenText t = p->runs[i].text;
        if (n + t.n > url.n || memcmp(url.p + n, t.p, t.n)) return 0;
        n += t.n;
    }
    return n == url.n;
}

static void end_link(Making *m, const OffPara *p, size_t i)
{
    SenText url = p->runs[i].url;
    size_t from = i;
    if (!url.n || url.p[0] == '#' || (i + 1 < p->n_runs && p->runs[i + 1].url.p == url.p)) return;
    while (from && p->runs[from - 1].url.p == url.p) from--;
    if (is_read(p, from, i + 1, url)) return;
    g_string_append(m->text, " (");
    guint at = (guint)m->text->len;
    add_bytes(m, url);
    add_mark(m, at, 0, url);
    g_string_append(m->text, ")");
}

static void add_run(Making *m, const OffPara *p, size_t i)
{
    const OffRun *r = &p->runs[i];
    guint from = (guint)m->text->len;
    if (r->kind == OFF_RUN_TEXT) {
        add_bytes(m, r->text);
        look_as(m, r, from);
        end_link(m, p, i);
    } else if (r->kind == OFF_RUN_BOX) {
        add_box(m, r->done);
    } else if (r->kind == OFF_RUN_NOTE) {
        add_superscript(m, r->note);
        add_mark(m, from, r->note, SEN_STR(""));
    } else if (r->kind == OFF_RUN_IMAGE) {
        add_picture(m, r);
    }
}

/* --- lines --- */

static void begin(Making *m)
{
    m->text = g_string_new(NULL);
    m->looks = pango_attr_list_new();
    m->mark = m->b->marks->len;
    m->picture = 0;
}

static PangoLayout *make_layout(Making *m, const OffPara *p, double width, double indent)
{
    static const PangoAlignment align[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT, PANGO_ALIGN_LEFT};
    PangoLayout *l = pango_layout_new(fonts_context(m->b->fonts));
    PangoFontDescription *d = fonts_describe(m->b->o->font, m->style->size, m->style->bold, m->style->italic);
    pango_layout_set_font_description(l, d);
    pango_font_description_free(d);
    pango_layout_set_text(l, m->text->str, (int)m->text->len);
    pango_layout_set_attributes(l, m->looks);
    pango_layout_set_width(l, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(l, (int)(indent * PANGO_SCALE));
    pango_layout_set_alignment(l, align[p->align]);
    pango_layout_set_justify(l, p->align == OFF_JUSTIFY);
    pango_layout_set_single_paragraph_mode(l, TRUE);
    pango_layout_set_auto_dir(l, FALSE);
    return l;
}

static void add_lines(Making *m, guint segment, double left)
{
    PangoLayout *l = BOOK_AT(m->b->segments, Segment, segment)->layout;
    PangoLayoutIter *i = pango_layout_get_iter(l);
    double height = para_line_height(m->style), single = height / m->style->line;
    do {
        PangoRectangle box;
        Line one = {.line = pango_layout_iter_get_line_readonly(i), .segment = segment, .height = height};
        pango_layout_iter_get_line_extents(i, NULL, &box);
        one.x = left + (double)box.x / PANGO_SCALE;
        one.base = height - single + m->style->size * ascent;
        if (m->picture > 0) {                               /* the line stands on the foot of its pictures */
            double top = -(double)(box.y - pango_layout_iter_get_baseline(i)) / PANGO_SCALE;
            if (top > one.base) one.height += top - one.base, one.base = top;
        }
        g_array_append_val(m->b->lines, one);
    } while (pango_layout_iter_next_line(i));
    pango_layout_iter_free(i);
}

static void finish(Making *m, const OffPara *p, double width, double left, double indent)
{
    Segment s = {make_layout(m, p, width, indent), m->mark, m->b->marks->len - m->mark};
    g_array_append_val(m->b->segments, s);
    add_lines(m, m->b->segments->len - 1, left);
    pango_attr_list_unref(m->looks);
    g_string_free(m->text, TRUE);
}

/* A short solid line, or the empty place of a signature. */
static int lay_special(Book *b, const OffPara *p, double width)
{
    const OffStyle *s = &b->o->style[p->role];
    Line one = {.height = p->role == OFF_RULE ? 8 : s->before};
    if (p->role != OFF_RULE && p->role != OFF_SIGN_SPACE) return 0;
    if (p->role == OFF_RULE) {
        one.rule = MIN(book_points(p->rule), width);
        one.x = (width - one.rule) / 2;
        one.base = 3;
    }
    g_array_append_val(b->lines, one);
    return 1;
}

Lines para_lay(Book *b, const OffPara *p, double width, int32_t number)
{
    const OffStyle *s = &b->o->style[p->role];
    Making m = {.b = b, .style = s};
    Lines out = {b->lines->len, 0};
    double left = book_points(s->left + (p->depth > 1 ? b->o->list_step * (p->depth > 20 ? 19 : p->depth - 1) : 0));
    double first = book_points(s->first), right = book_points(s->right);
    double room = MAX(width - left - right, width / 4);
    if (left > width - room) left = width - room;
    if (lay_special(b, p, width)) {
        out.n = 1;
        return out;
    }
    begin(&m);
    if (number) {
        add_superscript(&m, number);
        g_string_append(m.text, " ");
    }
    if (p->mark != OFF_MARK_NONE) {
        add_bytes(&m, p->label);
        g_string_append(m.text, " ");
    }
    for (size_t i = 0; i < p->n_runs; i++) {
        if (p->runs[i].kind != OFF_RUN_BREAK) {
            add_run(&m, p, i);
            continue;
        }
        finish(&m, p, room, left, first);
        first = 0;
        begin(&m);
    }
    finish(&m, p, room, left, first);
    out.n = b->lines->len - out.first;
    BOOK_AT(b->lines, Line, out.first)->para = p;
    return out;
}
