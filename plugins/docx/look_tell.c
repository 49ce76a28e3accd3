/* look_tell.c - what the host is told of a line and of a page: marks "look" and "sheet" of key=value; knows no XML. */
#include "plugins/docx/look.h"
#include <stdio.h>
#include <string.h>

static SenText sen_text(const char *s) { return (SenText){s, strlen(s)}; }

static double mm(int twips) { return twips * 25.4 / 1440; }

/* --- counting --- */

static void tally(LookTally t[TALLY_MOST], int key, size_t n)
{
    for (int i = 0; i < TALLY_MOST; i++) {
        if (t[i].n && t[i].key != key) continue;
        t[i].key = key;
        t[i].n += n;
        return;
    }
}

static const LookTally *most_of(const LookTally t[TALLY_MOST], int but)
{
    const LookTally *best = NULL;
    for (int i = 0; i < TALLY_MOST; i++)
        if (t[i].n && (t[i].key != but || but < 0) && (!best || t[i].n > best->n)) best = &t[i];
    return best;
}

void look_count(LookLine *l, const LookRun *r, const char *s, size_t n)
{
    size_t letters = 0;
    uint32_t c;
    for (size_t i = 0, k; i < n; i += k) {
        k = text_decode_one(s + i, n - i, &c);
        if (c <= ' ' || c == 0xA0) continue;
        letters++;
    }
    if (!letters) return;
    l->letters += letters;
    if (r->bold == 1) l->bold += letters;
    if (r->italic == 1) l->italic += letters;
    if (r->caps == 1) l->caps += letters;
    if (r->colour == 1) l->colour += letters;
    tally(l->font, r->font, letters);
    tally(l->size, r->size, letters);
}

void look_clear_line(LookLine *l)
{
    Text t = l->text;
    *l = (LookLine){.text = t};
    text_clear(&l->text);
}

/* --- telling --- */

/* 0 = none of them, 1 = all, 2 = some. */
static int share(size_t part, size_t all) { return !part ? 0 : part == all ? 1 : 2; }

static const char *align_name(int align)
{
    static const char *const NAMES[] = {"left", "center", "right", "justify"};
    return NAMES[align >= 0 && align <= LOOK_JUSTIFY ? align : 0];
}

static const char *font_name(const LookStyles *s, int font)
{
    return font >= 0 && font < s->n_fonts ? s->font[font] : "Times New Roman";     /* Word's own when nothing says */
}

static void put_letters(const LookStyles *s, const LookLine *l, char *out, size_t size)
{
    const LookTally *font = most_of(l->font, -1), *points = most_of(l->size, -1);
    const LookTally *other = font ? most_of(l->font, font->key) : NULL;
    size_t n = (size_t)snprintf(out, size, "\tsize=%.1f\tbold=%d\titalic=%d\tcaps=%d\tcolour=%d\tfont=%s",
                                points ? points->key / 2.0 : 0, share(l->bold, l->letters), share(l->italic, l->letters),
                                share(l->caps, l->letters), share(l->colour, l->letters), font_name(s, font ? font->key : -1));
    if (other && n < size && strcmp(font_name(s, other->key), font_name(s, font->key)) && other != font)
        snprintf(out + n, size - n, "\tother-font=%s", font_name(s, other->key));
}

void look_tell_line(Docx *d, const LookStyles *s, const LookLine *l, const LookPara *p, SenPlace at, int numbered)
{
    char form[700], letters[400] = "";
    if (d->failed) return;
    if (l->letters) put_letters(s, l, letters, sizeof letters);
    snprintf(form, sizeof form, "align=%s\tbefore=%.1f\tafter=%.1f\t%s=%.3f\tfirst=%.1f\tleft=%.1f\tright=%.1f%s%s%s%s",
             align_name(p->align), p->before / 20.0, p->after / 20.0, p->rule ? "height" : "line",
             p->rule ? p->line / 20.0 : p->line / 240.0, mm(p->first), mm(p->left), mm(p->right),
             numbered ? "\tnumbered=1" : "", p->border == 1 ? "\tborder=1" : "", l->drawing ? "\tdrawing=1" : "", letters);
    d->failed |= d->host->mark(d->lines, &at, sen_text("look"), sen_text(form)) != 0;
    if (d->failed) return;
    SenText words = {text_of(&l->text), l->text.n};
    d->failed |= (at.row ? d->host->cell(d->lines, &at, words, 1, 1) : d->host->line(d->lines, &at, words)) != 0;
}

static const LookNumber *number_at(const LookEdges *edges, int edge)
{
    static const LookNumber none = {0, 0, 0, -1};
    return edge >= 0 ? &edges->number[edge] : &none;
}

void look_tell_sheet(Docx *d, const LookStyles *s, const LookSheet *sheet, const LookEdges *edges)
{
    SenPlace at = {.struct_size = sizeof at, .line = d->line};
    const LookNumber *head = number_at(edges, sheet->head[0]), *foot = number_at(edges, sheet->foot[0]);
    const LookNumber *first_head = number_at(edges, sheet->head[1]), *first_foot = number_at(edges, sheet->foot[1]);
    const LookNumber *shown = head->there ? head : foot;
    int first = sheet->title_page ? first_head->there || first_foot->there : shown->there;
    char form[500], number[200] = "";
    if (d->failed) return;
    if (shown->there)
        snprintf(number, sizeof number, "\tnumber-align=%s\tnumber-size=%.1f\tnumber-font=%s", align_name(shown->align),
                 shown->size / 2.0, font_name(s, shown->font));
    snprintf(form, sizeof form,
             "width=%.1f\theight=%.1f\ttop=%.1f\tbottom=%.1f\tleft=%.1f\tright=%.1f\tnumber=%s\tnumber-first=%d%s",
             mm(sheet->width), mm(sheet->height), mm(sheet->top), mm(sheet->bottom), mm(sheet->left), mm(sheet->right),
             head->there ? "top" : foot->there ? "bottom" : "none", first, number);
    d->failed |= d->host->mark(d->lines, &at, sen_text("sheet"), sen_text(form)) != 0;
}
