/* read_para.c - paragraphs, runs and fields of a walk: which text counts, in which font, and where it goes when it is whole. */
#include "plugins/docx/walk.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

Para *para_now(Walk *w) { return w->n_paras > 0 ? &w->para[w->n_paras - 1] : NULL; }
int cell_is_open(const Walk *w) { return w->n_cells > 0 && w->column > 0; }

void para_open(Walk *w)
{
    Docx *d = w->d;
    if (w->n_paras == PARAS_MOST) {
        d->failed = 1;
        return;
    }
    Para *p = &w->para[w->n_paras++];
    Text t = p->text, del = p->deleted, hid = p->hidden;   /* keep their memory */
    *p = (Para){.text = t, .deleted = del, .hidden = hid, .num = -1, .ilvl = -1, .level = -1};
    text_clear(&p->text);
    text_clear(&p->deleted);
    text_clear(&p->hidden);
    p->style = style_standard(&d->styles, 'p');
    p->base = style_look(&d->styles, p->style);
    p->run = p->base;
}

static int or_else(int a, int b) { return a >= 0 ? a : b; }

void para_settle_run(Walk *w)
{
    Para *p = para_now(w);
    const Styles *s = &w->d->styles;
    Look own = style_look(s, p->run_style);
    p->run.font = or_else(p->direct.font, or_else(own.font, or_else(p->base.font, s->defaults.font)));
    p->run.hidden = or_else(p->direct.hidden, or_else(own.hidden, or_else(p->base.hidden, s->defaults.hidden)));
    p->run.caps = or_else(p->direct.caps, or_else(own.caps, or_else(p->base.caps, s->defaults.caps)));
}

/* Where text of the run at hand belongs; NULL = nowhere (the number of a page). */
static Text *place_of(Walk *w, Para *p)
{
    for (int i = 0; i < w->n_fields; i++) {
        if (!w->field[i].in_result || w->field[i].drop) return NULL;
        if (w->field[i].contents) return &p->hidden;
    }
    if (w->gone) return &p->deleted;
    return p->run.hidden == 1 ? &p->hidden : &p->text;
}

static void add_upper(Text *to, const char *s, size_t n)
{
    uint32_t c;
    for (size_t i = 0, k; i < n; i += k) {
        k = text_decode_one(s + i, n - i, &c);
        text_put(to, text_upper_one(c));
    }
}

static int has_high(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)s[i] >= 0x80) return 1;
    return 0;
}

void para_add_piece(Walk *w, const char *s, size_t n)
{
    Para *p = para_now(w);
    Text *to = p && n ? place_of(w, p) : NULL;
    int font = p && p->run.font > 0 ? p->run.font : FONT_PLAIN, legacy = font != FONT_PLAIN && font != FONT_SYMBOL;
    uint32_t c;
    if (!to) return;
    w->fresh_page = 0;
    if (legacy && has_high(s, n)) {
        int unicode = font_is_unicode(s, n);
        w->unicode_runs += unicode;
        w->legacy_runs += !unicode;
        if (unicode || w->d->trust_unicode) legacy = 0;
        else w->d->legacy |= font == FONT_VNI ? 2 : 1;
    }
    if (font == FONT_SYMBOL) {
        for (size_t i = 0, k; i < n; i += k) {
            k = text_decode_one(s + i, n - i, &c);
            const char *sign = c > 0x20 ? font_symbol("Wingdings", c) : NULL;
            if (sign) text_puts(to, sign);
            else text_add(to, s + i, k);
        }
        return;
    }
    size_t from = to->n;
    if (legacy) font_decode((FontKind)font, s, n, to);
    else if (font == FONT_TCVN_CAPS || p->run.caps == 1) add_upper(to, s, n);
    else text_add(to, s, n);
    if (legacy && p->run.caps == 1 && to->n > from) {
        Text up = {0};
        add_upper(&up, to->p + from, to->n - from);
        to->n = from;
        text_add(to, text_of(&up), up.n);
        text_free(&up);
    }
}

void para_add_sign(Walk *w, const char *s)
{
    Para *p = para_now(w);
    Text *to = p ? place_of(w, p) : NULL;
    if (to) text_puts(to, s);
}

void para_add_symbol(Walk *w, const char *font, uint32_t cp)
{
    const char *sign = font_symbol(font, cp);
    if (sign) {
        para_add_sign(w, sign);
        return;
    }
    Para *p = para_now(w);
    Text *to = p ? place_of(w, p) : NULL;
    uint32_t code = cp >= 0xF000 && cp <= 0xF0FF ? cp - 0xF000 : cp;
    if (to && code >= 0x20) text_put(to, code);
}

void para_add_reference(Walk *w, long id, int end)
{
    Docx *d = w->d;
    Para *p = para_now(w);
    Text *to = p ? place_of(w, p) : NULL;
    if (w->probe || !to || to != &p->text) return;
    if (d->n_refs == d->cap_refs) {
        size_t cap = d->cap_refs ? d->cap_refs * 2 : 32;
        NoteRef *v = cap > 100000 ? NULL : realloc(d->refs, cap * sizeof *v);
        if (!v) {
            d->failed = 1;
            return;
        }
        d->refs = v;
        d->cap_refs = cap;
    }
    d->refs[d->n_refs++] = (NoteRef){id, end};
    char mark[24];
    snprintf(mark, sizeof mark, "[%zu]", d->n_refs);
    text_puts(to, mark);
}

/* --- fields --- */

static int is_field(const char *instr, const char *const *words)
{
    while (*instr == ' ') instr++;
    for (; *words; words++) {
        size_t n = strlen(*words);
        if (!strncasecmp(instr, *words, n) && (instr[n] == 0 || instr[n] == ' ' || instr[n] == '\\')) return 1;
    }
    return 0;
}

void field_begin(Walk *w, const char *instr)
{
    if (w->n_fields == FIELDS_MOST) {
        w->fields_over++;
        return;
    }
    Field *f = &w->field[w->n_fields++];
    text_clear(&f->instr);
    f->in_result = f->drop = f->contents = 0;
    if (instr) {
        text_puts(&f->instr, instr);
        field_separate(w);
    }
}

void field_separate(Walk *w)
{
    static const char *const PAGES[] = {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", NULL}, *const TOC[] = {"TOC", NULL};
    if (!w->n_fields || w->fields_over) return;
    Field *f = &w->field[w->n_fields - 1];
    f->in_result = 1;
    f->drop = is_field(text_of(&f->instr), PAGES);
    f->contents = is_field(text_of(&f->instr), TOC);
}

void field_end(Walk *w)
{
    if (w->fields_over) {
        w->fields_over--;
        return;
    }
    if (!w->n_fields) return;
    Field *f = &w->field[--w->n_fields];
    const char *s = text_of(&f->instr);
    while (*s == ' ') s++;
    if (*s && !w->probe) emit_mark(w->d, "field", s);
}

/* --- whole paragraphs --- */

static void put_label(Walk *w, Para *p, Text *to)
{
    Docx *d = w->d;
    long num = p->num;
    int ilvl = p->ilvl, from_style = -1;
    const char *style = NULL;
    if (w->probe) return;
    if (num < 0) {
        if (!style_number(&d->styles, p->style, &num, &from_style)) return;
        if (ilvl < 0) ilvl = from_style;
        style = p->style ? p->style->id : NULL;
    }
    if (num > 0) number_label(d->numbering, &d->styles, num, ilvl, style, to);
}

static void into_cell(Walk *w, const char *text)
{
    Cell *c = &w->cells[w->n_cells - 1];
    text_puts(&c->text, text);
    text_puts(&c->text, "\n");
    w->d->failed |= c->text.failed;
}

static void give(Walk *w, const char *text, int level)
{
    if (w->probe) return;
    if (w->note) {
        if (w->in_note && !text_is_blank(text)) {
            if (w->note_text.n) text_puts(&w->note_text, " ");
            text_puts(&w->note_text, text);
        }
    } else if (cell_is_open(w)) into_cell(w, text);
    else emit_line(w->d, text, level);
}

void para_close(Walk *w)
{
    Docx *d = w->d;
    Para *p = para_now(w);
    if (!p) return;
    d->failed |= p->text.failed || p->deleted.failed || p->hidden.failed || w->carry.failed;
    if (!w->probe && !text_is_blank(text_of(&p->deleted))) emit_mark(d, "deleted", text_of(&p->deleted));
    if (!w->probe && !text_is_blank(text_of(&p->hidden))) emit_mark(d, "hidden", text_of(&p->hidden));
    w->n_paras--;
    if (p->mark_gone) {                                    /* the next paragraph goes on here, with its own label */
        text_add(&w->carry, text_of(&p->text), p->text.n);
        return;
    }
    d->line += !w->note && !w->probe;
    Text whole = {0};
    int blank = text_is_blank(text_of(&p->text)) && text_is_blank(text_of(&w->carry));
    int only_gone = blank && (p->deleted.n || p->hidden.n) && p->text.n == 0;
    put_label(w, p, &whole);
    if (blank && !cell_is_open(w)) text_clear(&whole);     /* a number without words is printed in cells only */
    if (whole.n && !blank && !w->probe && !w->note) ours_label(d, text_of(&whole));
    if (whole.n && !blank) text_puts(&whole, " ");
    text_add(&whole, text_of(&w->carry), w->carry.n);
    text_add(&whole, text_of(&p->text), p->text.n);
    text_clear(&w->carry);
    d->failed |= whole.failed;
    if (!only_gone) give(w, text_of(&whole), p->level >= 0 ? p->level : style_level(&d->styles, p->style));
    text_free(&whole);
}
