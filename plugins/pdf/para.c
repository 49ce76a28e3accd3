/* para.c - the lines of one paragraph: words with their looks, breaks, footnote marks, pictures; knows no page. */
#include "plugins/pdf/book.h"

/* Times New Roman and its metric twins, in parts of the size; a line is taken this high whatever letters stand in it. */
static const double ascent = 0.891, descent = 0.216, gap = 0.043;
enum { DEPTH_MOST = 19, WORD_MOST = 2000 };

double para_ascent(double size) { return size * ascent; }
double para_line_height(const OffStyle *s) { return s->size * (ascent + descent + gap) * s->line; }

typedef struct Making {                 /* a paragraph being gathered */
    Book *b;
    const OffPara *para;
    const OffStyle *style;
    guint first;                        /* its bits from here on, of the part up to the next asked-for break */
    double spaces;                      /* read, and not yet before a bit */
    double left, room, indent;          /* points; indent of the next line */
} Making;

/* --- words --- */

static Bit *add_bit(Making *m, Face *face, const Word *w)
{
    guint at = m->b->bits->len;
    Bit one = {.word = w, .face = face, .width = w ? w->width : 0, .space = m->spaces, .url = SEN_TEXT(""),
               .may_break = at == m->first || m->spaces > 0};
    m->spaces = 0;
    g_array_append_val(m->b->bits, one);
    return BOOK_AT(m->b->bits, Bit, at);
}

static int is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
static int is_letter(char c) { return g_ascii_isalpha(c) || (unsigned char)c >= 0x80; }

/* Where a word that may be broken goes on behind a hyphen or stroke; never within a letter, never over WORD_MOST bytes. */
static size_t part_end(const char *p, size_t n, int whole)
{
    for (size_t i = 1; i + 1 < n; i++) {
        if (!whole && i > 1 && (p[i - 1] == '-' || p[i - 1] == '/') && is_letter(p[i]) && is_letter(p[i - 2])) return i;
        if (i >= WORD_MOST && ((unsigned char)p[i] & 0xC0) != 0x80) return i;
    }
    return n;
}

static void add_text(Making *m, Face *face, SenText t, const OffRun *r)
{
    for (size_t i = 0; i < t.n;) {
        if (is_space(t.p[i])) {
            m->spaces += fonts_space(face)->width;
            i++;
            continue;
        }
        size_t end = i;
        while (end < t.n && !is_space(t.p[end])) end++;
        for (size_t from = i; from < end;) {
            size_t n = part_end(t.p + from, end - from, r && r->whole);
            Bit *one = add_bit(m, face, fonts_word(face, t.p + from, n));
            one->may_break |= from > i;
            one->strike = r && r->strike;
            if (r) one->url = r->url;
            from += n;
        }
        i = end;
    }
}

static Face *face_of(Making *m, const OffRun *r)
{
    double size = m->style->size;
    if (r && r->mono) return fonts_face(m->b->fonts, FACE_FIXED, NULL, size * 0.92, r->bold, r->italic);
    int bold = r ? r->bold : m->style->bold, italic = r ? r->italic : m->style->italic;
    return fonts_face(m->b->fonts, FACE_TEXT, m->b->o->font, size, bold, italic);
}

static void add_superscript(Making *m, int32_t number)
{
    char text[16];
    int n = g_snprintf(text, sizeof text, "%d", (int)number);
    Face *f = fonts_face(m->b->fonts, FACE_TEXT, m->b->o->font, m->style->size * 0.65, 0, 0);
    add_bit(m, f, fonts_word(f, text, (size_t)n))->rise = m->style->size * 0.33;
}

static void add_box(Making *m, int done)
{
    Face *f = fonts_face(m->b->fonts, FACE_BOX, NULL, m->style->size, 0, 0);
    const char *text = done ? "☑" : "☐";
    add_bit(m, f, fonts_word(f, text, strlen(text)));
}

static void end_link(Making *m, const OffPara *p, size_t i)
{
    const OffRun *r = &p->runs[i];
    size_t from = i;
    if (!r->url.n || r->url.p[0] == '#' || (i + 1 < p->n_runs && p->runs[i + 1].url.p == r->url.p)) return;
    while (from && p->runs[from - 1].url.p == r->url.p) from--;
    if (official_is_address_read(p, from, i + 1, r->url)) return;
    Face *f = face_of(m, NULL);
    OffRun address = {.text = r->url, .url = r->url};
    add_text(m, f, SEN_STR(" ("), NULL);
    BOOK_AT(m->b->bits, Bit, m->b->bits->len - 1)->may_break = 1;
    add_text(m, f, r->url, &address);
    add_text(m, f, SEN_STR(")"), NULL);
}

static void add_run(Making *m, const OffPara *p, size_t i)
{
    const OffRun *r = &p->runs[i];
    if (r->kind == OFF_RUN_TEXT) {
        add_text(m, face_of(m, r), r->text, r);
        end_link(m, p, i);
    } else if (r->kind == OFF_RUN_BOX) {
        add_box(m, r->done);
    } else if (r->kind == OFF_RUN_NOTE) {
        add_superscript(m, r->note);
        BOOK_AT(m->b->bits, Bit, m->b->bits->len - 1)->note = r->note;
    } else if (r->kind == OFF_RUN_IMAGE) {
        Bit *one = add_bit(m, NULL, NULL);
        one->picture = r;
        one->width = MIN(book_points(r->width), m->room);
        one->may_break = 1;
    }
}

/* --- lines --- */

/* A word wider than a line is cut where its letters reach the end: what fits becomes bit i, the rest a bit behind it. */
static void cut_word(Making *m, guint i, double room)
{
    Bit now = *BOOK_AT(m->b->bits, Bit, i);
    const Word *w = now.word;
    double width = 0;
    size_t at = 0;
    if (!w) return;
    for (int k = 0; k < w->n_pieces; k++)
        for (int c = 0, g = 0; c < w->pieces[k].n_clusters; c++) {
            double more = 0;
            for (int n = 0; n < w->pieces[k].clusters[c].num_glyphs; n++) more += w->pieces[k].glyphs[g++].advance;
            if (at && width + more > room) goto cut;
            width += more;
            at += (size_t)w->pieces[k].clusters[c].num_bytes;
        }
cut:
    if (!at || at >= w->n_text) return;
    Bit rest = now;
    rest.word = fonts_word(now.face, w->text + at, w->n_text - at);
    rest.width = rest.word->width;
    rest.space = 0;
    rest.may_break = 1;
    now.word = fonts_word(now.face, w->text, at);
    now.width = now.word->width;
    *BOOK_AT(m->b->bits, Bit, i) = now;
    g_array_insert_val(m->b->bits, i + 1, rest);
}

/* Bits from i on that stay together, and how wide they are without the space before them. */
static guint count_together(Making *m, guint i, double *width)
{
    guint n = 0;
    *width = 0;
    do {
        const Bit *one = BOOK_AT(m->b->bits, Bit, i + n);
        *width += one->width + (n ? one->space : 0);
        n++;
    } while (i + n < m->b->bits->len && !BOOK_AT(m->b->bits, Bit, i + n)->may_break);
    return n;
}

static double tallest_picture(Making *m, const Line *l)
{
    double most = 0;
    for (guint i = 0; i < l->n; i++) {
        const Bit *one = BOOK_AT(m->b->bits, Bit, l->bit + i);
        if (one->picture) most = MAX(most, book_points(one->picture->height));
    }
    return most;
}

/* Places the bits of a line in its width. */
static void set_line(Making *m, Line *l, double natural, int last)
{
    double room = m->room - m->indent, extra = 0, x = 0;
    guint gaps = 0;
    for (guint i = 1; i < l->n; i++) gaps += BOOK_AT(m->b->bits, Bit, l->bit + i)->space > 0;
    if (m->para->align == OFF_JUSTIFY && !last && gaps && natural < room) extra = (room - natural) / gaps;
    for (guint i = 0; i < l->n; i++) {
        Bit *one = BOOK_AT(m->b->bits, Bit, l->bit + i);
        if (i) x += one->space + (one->space > 0 ? extra : 0);
        one->x = x;
        x += one->width;
    }
    l->x = m->left + m->indent;
    if (m->para->align == OFF_CENTER) l->x += (room - natural) / 2;
    if (m->para->align == OFF_RIGHT) l->x += room - natural;
    double single = para_line_height(m->style) / m->style->line, high = tallest_picture(m, l);
    l->height = para_line_height(m->style);
    l->base = l->height - single + m->style->size * ascent;
    if (high > l->base) l->height += high - l->base, l->base = high;
    g_array_append_val(m->b->lines, *l);
    m->indent = 0;
}

/* The bits gathered so far become lines: as many words as fit, one after another. */
static void end_part(Making *m)
{
    Line l = {.bit = m->first};
    double x = 0;
    for (guint i = m->first; i < m->b->bits->len;) {
        double width, room = m->room - m->indent, space = l.n ? BOOK_AT(m->b->bits, Bit, i)->space : 0;
        guint n = count_together(m, i, &width);
        if (l.n && x + space + width > room + 0.01) {
            set_line(m, &l, x, 0);
            l = (Line){.bit = i};
            x = 0;
            continue;
        }
        if (width > room + 0.01 && n == 1 && BOOK_AT(m->b->bits, Bit, i)->width > room) {
            guint before = m->b->bits->len;
            cut_word(m, i, room);
            if (m->b->bits->len > before) continue;
        } else if (width > room + 0.01 && n > 1) {          /* too much is kept together: let it go */
            BOOK_AT(m->b->bits, Bit, i + 1)->may_break = 1;
            continue;
        }
        x += space + width;
        l.n += n;
        i += n;
    }
    set_line(m, &l, x, 1);
    m->first = m->b->bits->len;
    m->spaces = 0;
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

static void gather(Making *m, const OffPara *p, int32_t number)
{
    if (number) {
        add_superscript(m, number);
        m->spaces = fonts_space(face_of(m, NULL))->width;
    }
    if (p->mark != OFF_MARK_NONE) {
        add_text(m, face_of(m, NULL), p->label, NULL);
        m->spaces = fonts_space(face_of(m, NULL))->width;
    }
    for (size_t i = 0; i < p->n_runs; i++) {
        if (p->runs[i].kind == OFF_RUN_BREAK) end_part(m);
        else add_run(m, p, i);
    }
    end_part(m);
}

Lines para_lay(Book *b, const OffPara *p, double width, int32_t number)
{
    const OffStyle *s = &b->o->style[p->role];
    Lines out = {b->lines->len, 1};
    double deep = p->depth > 1 ? MIN(p->depth - 1, DEPTH_MOST) * b->o->list_step : 0;
    Making m = {.b = b, .para = p, .style = s, .first = b->bits->len, .left = book_points(s->left + deep)};
    m.left = MIN(m.left, width * 0.75);
    m.room = width - m.left - MIN(book_points(s->right), (width - m.left) / 2);
    m.indent = MIN(book_points(s->first), m.room / 2);
    if (lay_special(b, p, width)) return out;
    gather(&m, p, number);
    out.n = b->lines->len - out.first;
    BOOK_AT(b->lines, Line, out.first)->para = p;
    return out;
}
