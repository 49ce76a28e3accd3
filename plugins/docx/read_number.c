/* read_number.c - numbering.xml: the lists, their levels and overrides, and the label each counted paragraph gets. */
#include "plugins/docx/read.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LISTS_MOST = 20000, LABEL_MOST = 64 };

typedef struct Level {
    int set;
    long start, restart;                   /* restart: -1 = after any higher level, 0 = never, k = after level k or higher */
    int legal;                             /* all its numbers in Arabic */
    char format[24], text[LABEL_MOST], font[40];
    char *style;                           /* the paragraph style that belongs to it */
} Level;
typedef struct Abstract {
    long id;
    Level level[LEVELS];
    char *style_link, *num_style_link;
    long value[LEVELS];
    unsigned char seen[LEVELS];
} Abstract;
typedef struct Num {
    long id, abstract;
    Level *over[LEVELS];                   /* a level of its own, or NULL */
    long start[LEVELS];                    /* -1 = none */
    unsigned char begun[LEVELS];
} Num;
struct Numbering {
    Abstract *a;
    Num *v;
    size_t n_a, n_v, cap_a, cap_v;
    int failed;
};

typedef struct Reading { Numbering *m; Abstract *abstract; Num *num; Level *level; int ilvl; } Reading;

/* One more of `size` bytes in *v, zeroed; NULL when refused. */
static void *grow(void **v, size_t *n, size_t *cap, size_t size)
{
    if (*n == *cap) {
        size_t more = *cap ? *cap * 2 : 16;
        void *p = more > LISTS_MOST ? NULL : realloc(*v, more * size);
        if (!p) return NULL;
        *v = p;
        *cap = more;
    }
    void *one = (char *)*v + (*n)++ * size;
    memset(one, 0, size);
    return one;
}

static long number_of(const char *v, long otherwise)
{
    char *end;
    long k = v ? strtol(v, &end, 10) : 0;
    return v && end != v && k > -1000000 && k < 1000000 ? k : otherwise;
}

static void copy(char *to, size_t cap, const char *from)
{
    size_t n = strlen(from);
    while (n >= cap || (n && n < strlen(from) && ((unsigned char)from[n] & 0xC0) == 0x80)) n--;
    memcpy(to, from, n);
    to[n] = 0;
}

static void open_level(Reading *r, const XmlTag *tag)
{
    long i = number_of(xml_read_attr(tag, "w:ilvl"), -1);
    r->level = NULL;
    if (i < 0 || i >= LEVELS) return;
    if (r->abstract) r->level = &r->abstract->level[i];
    else if (r->num && !r->num->over[i]) r->level = r->num->over[i] = calloc(1, sizeof(Level));
    if (r->level) free(r->level->style);                   /* the same level again takes the place of the first */
    if (r->level) *r->level = (Level){.set = 1, .start = 1, .restart = -1, .format = "decimal"};
}

static void read_level(Level *l, const XmlTag *tag, const char *v)
{
    const char *n = tag->name;
    if (!strcmp(n, "w:rFonts")) {
        const char *font = xml_read_attr(tag, "w:hAnsi");
        if (!font) font = xml_read_attr(tag, "w:ascii");
        if (font) copy(l->font, sizeof l->font, font);
    } else if (!strcmp(n, "w:isLgl")) l->legal = style_is_on(tag);
    if (!v) return;
    if (!strcmp(n, "w:start")) l->start = number_of(v, 1);
    else if (!strcmp(n, "w:numFmt")) copy(l->format, sizeof l->format, v);
    else if (!strcmp(n, "w:lvlText")) copy(l->text, sizeof l->text, v);
    else if (!strcmp(n, "w:lvlRestart")) l->restart = number_of(v, -1);
    else if (!strcmp(n, "w:pStyle") && !l->style) l->style = text_copy(v);
}

static int on_open(void *ctx, const XmlTag *tag)
{
    Reading *r = ctx;
    const char *n = tag->name, *v = xml_read_attr(tag, "w:val");
    if (!strcmp(n, "w:abstractNum")) {
        r->abstract = grow((void **)&r->m->a, &r->m->n_a, &r->m->cap_a, sizeof(Abstract));
        if (!r->abstract) return r->m->failed = 1;
        r->abstract->id = number_of(xml_read_attr(tag, "w:abstractNumId"), -1);
    } else if (!strcmp(n, "w:num")) {
        r->abstract = NULL;
        r->num = grow((void **)&r->m->v, &r->m->n_v, &r->m->cap_v, sizeof(Num));
        if (!r->num) return r->m->failed = 1;
        r->num->id = number_of(xml_read_attr(tag, "w:numId"), -1);
        for (int i = 0; i < LEVELS; i++) r->num->start[i] = -1;
    } else if (!strcmp(n, "w:lvl")) open_level(r, tag);
    else if (r->level) read_level(r->level, tag, v);
    else if (r->abstract && v && !strcmp(n, "w:styleLink")) r->abstract->style_link = text_copy(v);
    else if (r->abstract && v && !strcmp(n, "w:numStyleLink")) r->abstract->num_style_link = text_copy(v);
    else if (r->num && !strcmp(n, "w:abstractNumId")) r->num->abstract = number_of(v, -1);
    else if (r->num && !strcmp(n, "w:lvlOverride")) r->ilvl = (int)number_of(xml_read_attr(tag, "w:ilvl"), -1);
    else if (r->num && !strcmp(n, "w:startOverride") && r->ilvl >= 0 && r->ilvl < LEVELS)
        r->num->start[r->ilvl] = number_of(v, 1);
    return 0;
}

static int on_close(void *ctx, const char *name)
{
    Reading *r = ctx;
    if (!strcmp(name, "w:lvl")) r->level = NULL;
    else if (!strcmp(name, "w:abstractNum")) r->abstract = NULL;
    else if (!strcmp(name, "w:num")) r->num = NULL;
    return 0;
}

int number_read(const char *xml, size_t n, Numbering **out)
{
    Reading r = {.m = calloc(1, sizeof(Numbering)), .ilvl = -1};
    XmlHandler h = {&r, on_open, on_close, NULL};
    *out = r.m;
    if (!r.m) return XML_MEMORY;
    XmlFault f = xml_read(xml, n, DOCX_SPACES, &h, NULL);
    return r.m->failed ? XML_MEMORY : (int)f;
}

void number_free(Numbering *m)
{
    if (!m) return;
    for (size_t i = 0; i < m->n_a; i++) {
        for (int k = 0; k < LEVELS; k++) free(m->a[i].level[k].style);
        free(m->a[i].style_link);
        free(m->a[i].num_style_link);
    }
    for (size_t i = 0; i < m->n_v; i++)
        for (int k = 0; k < LEVELS; k++)
            if (m->v[i].over[k]) {
                free(m->v[i].over[k]->style);
                free(m->v[i].over[k]);
            }
    free(m->a);
    free(m->v);
    free(m);
}

/* --- which list --- */

static Num *find_num(Numbering *m, long id)
{
    for (size_t i = 0; i < m->n_v; i++)
        if (m->v[i].id == id) return &m->v[i];
    return NULL;
}

static Abstract *find_abstract(Numbering *m, const Styles *s, const Num *num)
{
    Abstract *a = NULL;
    for (size_t i = 0; i < m->n_a && !a; i++)
        if (m->a[i].id == num->abstract) a = &m->a[i];
    if (!a || !a->num_style_link) return a;
    for (size_t i = 0; i < m->n_a; i++)                    /* a list style stands for it */
        if (m->a[i].style_link && !strcmp(m->a[i].style_link, a->num_style_link)) return &m->a[i];
    const Style *st = style_find(s, a->num_style_link);
    Num *other = st && st->num > 0 ? find_num(m, st->num) : NULL;
    for (size_t i = 0; other && i < m->n_a; i++)
        if (m->a[i].id == other->abstract) return &m->a[i];
    return a;
}

static const Level *level_of(const Num *num, const Abstract *a, int i)
{
    return num->over[i] && num->over[i]->set ? num->over[i] : &a->level[i];
}

/* --- counting --- */

static void count(Num *num, Abstract *a, int i)
{
    const Level *l = level_of(num, a, i);
    if (num->start[i] >= 0 && !num->begun[i]) a->value[i] = num->start[i];
    else if (!a->seen[i]) a->value[i] = l->start;
    else if (a->value[i] < 1000000) a->value[i]++;
    num->begun[i] = a->seen[i] = 1;
    for (int k = i + 1; k < LEVELS; k++) {
        long after = level_of(num, a, k)->restart;
        if (after < 0 || (after > 0 && i < after)) a->seen[k] = 0;
    }
}

static void put_roman(long v, int upper, Text *out)
{
    static const struct { long v; const char *s; } R[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
        {5, "v"}, {4, "iv"}, {1, "i"}};
    if (v > 5000) v = 5000;
    for (size_t i = 0; i < sizeof R / sizeof *R; i++)
        for (; v >= R[i].v; v -= R[i].v)
            for (const char *c = R[i].s; *c; c++) text_put(out, (uint32_t)(upper ? *c - 32 : *c));
}

static void put_decimal(long v, int width, Text *out)
{
    char s[24];
    snprintf(s, sizeof s, "%0*ld", width, v);
    text_puts(out, s);
}

static void put_value(const char *format, long v, Text *out)
{
    static const char *const WORDS[] = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"};
    if (!strcmp(format, "none")) return;
    if (!strcmp(format, "upperRoman") || !strcmp(format, "lowerRoman")) put_roman(v, format[0] == 'u', out);
    else if ((!strcmp(format, "upperLetter") || !strcmp(format, "lowerLetter")) && v > 0) {
        for (long k = 0; k <= (v - 1) / 26 && k < 8; k++)
            text_put(out, (uint32_t)((format[0] == 'u' ? 'A' : 'a') + (v - 1) % 26));
    } else if (!strcmp(format, "vietnameseCounting") && v >= 0 && v <= 10) text_puts(out, WORDS[v]);
    else put_decimal(v, !strcmp(format, "decimalZero") ? 2 : 1, out);
}

static void put_bullet(const Level *l, Text *out)
{
    uint32_t c;
    size_t n = strlen(l->text), k = n ? text_decode_one(l->text, n, &c) : 0;
    if (!k) return;
    int signs = font_kind(l->font) == FONT_SYMBOL || (c >= 0xF000 && c <= 0xF0FF);
    const char *sign = signs ? font_symbol(c == 0xF0B7 ? "Symbol" : l->font, c) : NULL;
    if (!sign && k == n && c == 'o') sign = "○";           /* the circle of Word's second level */
    text_puts(out, sign ? sign : c >= 0xE000 && c < 0xF900 ? "•" : l->text);
}

static void put_label(const Num *num, const Abstract *a, const Level *l, Text *out)
{
    for (const char *p = l->text; *p; p++) {
        int i = p[0] == '%' ? p[1] - '1' : -1;
        if (i < 0 || i >= LEVELS) {
            text_add(out, p, 1);
            continue;
        }
        const Level *part = level_of(num, a, i);
        const char *format = l->legal && strcmp(part->format, "none") ? "decimal" : part->format;
        put_value(format, a->seen[i] ? a->value[i] : part->start, out);
        p++;
    }
}

void number_label(Numbering *m, const Styles *s, long id, int ilvl, const char *style, Text *out)
{
    Num *num = m ? find_num(m, id) : NULL;
    Abstract *a = num ? find_abstract(m, s, num) : NULL;
    if (!a) return;
    for (int i = 0; ilvl < 0 && style && i < LEVELS; i++)
        if (a->level[i].style && !strcmp(a->level[i].style, style)) ilvl = i;
    if (ilvl < 0) ilvl = 0;
    if (ilvl >= LEVELS || !level_of(num, a, ilvl)->set) return;
    const Level *l = level_of(num, a, ilvl);
    count(num, a, ilvl);
    if (!strcmp(l->format, "bullet")) put_bullet(l, out);
    else put_label(num, a, l, out);
}
