/* read_style.c - styles.xml: what each style says of headings, lists and fonts, and what follows from its ancestors. */
#include "plugins/docx/read.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct Reading {
    Styles *s;
    Style *now;                            /* the style being read */
    int in_defaults;
} Reading;

int style_is_on(const XmlTag *tag)
{
    const char *v = xml_read_attr(tag, "w:val");
    return !v || (strcmp(v, "0") && strcmp(v, "false") && strcmp(v, "off"));
}

void style_read_font(const XmlTag *tag, Look *look)
{
    const char *name = xml_read_attr(tag, "w:hAnsi");
    if (!name) name = xml_read_attr(tag, "w:ascii");
    if (xml_read_attr(tag, "w:hAnsiTheme") || (!name && xml_read_attr(tag, "w:asciiTheme"))) look->font = FONT_PLAIN;
    else if (name) look->font = (int)font_kind(name);
}

static Style *add_style(Styles *s, const XmlTag *tag)
{
    if (s->n == s->cap) {
        size_t cap = s->cap ? s->cap * 2 : 64;
        Style *v = cap > 65536 ? NULL : realloc(s->v, cap * sizeof *v);
        if (!v) {
            s->failed = 1;
            return NULL;
        }
        s->v = v;
        s->cap = cap;
    }
    const char *type = xml_read_attr(tag, "w:type"), *id = xml_read_attr(tag, "w:styleId");
    const char *standard = xml_read_attr(tag, "w:default");
    Style *st = &s->v[s->n++];
    *st = (Style){.id = text_copy(id ? id : ""), .type = type ? type[0] : 'p', .level = -1, .num = -1, .ilvl = -1,
                  .look = {-1, -1, -1}};
    st->standard = standard && (!strcmp(standard, "1") || !strcmp(standard, "true") || !strcmp(standard, "on"));
    return st;
}

/* "heading 2" and "Title" are headings by their names, whatever language Word speaks. */
static int level_of_name(const char *name)
{
    if (!strncasecmp(name, "heading ", 8) && name[8] >= '1' && name[8] <= '9' && !name[9]) return name[8] - '0';
    return -1;
}

static int on_open(void *ctx, const XmlTag *tag)
{
    Reading *r = ctx;
    const char *n = tag->name, *v = xml_read_attr(tag, "w:val");
    if (!strcmp(n, "w:style")) {
        r->now = add_style(r->s, tag);
        return r->s->failed;
    }
    if (!strcmp(n, "w:docDefaults")) r->in_defaults = 1;
    Look *look = r->in_defaults ? &r->s->defaults : r->now ? &r->now->look : NULL;
    if (!look) return 0;
    if (!strcmp(n, "w:rFonts")) style_read_font(tag, look);
    else if (!strcmp(n, "w:vanish")) look->hidden = style_is_on(tag);
    else if (!strcmp(n, "w:caps")) look->caps = style_is_on(tag);
    if (!r->now || !v) return 0;
    if (!strcmp(n, "w:basedOn") && !r->now->based_on) r->now->based_on = text_copy(v);
    else if (!strcmp(n, "w:name") && r->now->level < 0) r->now->level = level_of_name(v);
    else if (!strcmp(n, "w:outlineLvl")) r->now->level = v[0] >= '0' && v[0] <= '8' && !v[1] ? v[0] - '0' + 1 : 0;
    else if (!strcmp(n, "w:numId")) r->now->num = strtol(v, NULL, 10);
    else if (!strcmp(n, "w:ilvl")) r->now->ilvl = (int)strtol(v, NULL, 10);
    return 0;
}

static int on_close(void *ctx, const char *name)
{
    Reading *r = ctx;
    if (!strcmp(name, "w:style")) r->now = NULL;
    else if (!strcmp(name, "w:docDefaults")) r->in_defaults = 0;
    return 0;
}

static int by_id(const void *a, const void *b)
{
    const Style *x = a, *y = b;
    return strcmp(x->id ? x->id : "", y->id ? y->id : "");
}

int style_read(const char *xml, size_t n, Styles *s)
{
    Reading r = {.s = s};
    XmlHandler h = {&r, on_open, on_close, NULL};
    s->defaults = (Look){-1, -1, -1};
    XmlFault f = xml_read(xml, n, DOCX_SPACES, &h, NULL);
    if (s->n) qsort(s->v, s->n, sizeof *s->v, by_id);
    return s->failed ? XML_MEMORY : f;
}

void style_free(Styles *s)
{
    for (size_t i = 0; i < s->n; i++) {
        free(s->v[i].id);
        free(s->v[i].based_on);
    }
    free(s->v);
    *s = (Styles){0};
}

const Style *style_find(const Styles *s, const char *id)
{
    Style key = {.id = (char *)(uintptr_t)id};
    return id && s->n ? bsearch(&key, s->v, s->n, sizeof *s->v, by_id) : NULL;
}

const Style *style_standard(const Styles *s, char type)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->v[i].standard && s->v[i].type == type) return &s->v[i];
    return NULL;
}

Look style_look(const Styles *s, const Style *st)
{
    Look l = {-1, -1, -1};
    for (int i = 0; st && i < STYLE_CHAIN; i++, st = style_find(s, st->based_on)) {
        if (l.font < 0) l.font = st->look.font;
        if (l.hidden < 0) l.hidden = st->look.hidden;
        if (l.caps < 0) l.caps = st->look.caps;
    }
    return l;
}

int style_level(const Styles *s, const Style *st)
{
    for (int i = 0; st && i < STYLE_CHAIN; i++, st = style_find(s, st->based_on))
        if (st->level >= 0) return st->level;
    return 0;
}

int style_number(const Styles *s, const Style *st, long *num, int *ilvl)
{
    *ilvl = -1;
    for (int i = 0; st && i < STYLE_CHAIN; i++, st = style_find(s, st->based_on)) {
        if (*ilvl < 0) *ilvl = st->ilvl;
        if (st->num >= 0) {
            *num = st->num;
            return st->num > 0;
        }
    }
    return 0;
}
