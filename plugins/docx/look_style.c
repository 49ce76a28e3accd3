/* look_style.c - styles.xml and the theme: what each style says of fonts, sizes and paragraphs, and what follows for a run. */
#include "plugins/docx/look.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void look_clear_run(LookRun *r) { *r = (LookRun){-1, -1, -1, -1, -1, -1, -1}; }

void look_clear_para(LookPara *p)
{
    *p = (LookPara){-1, LOOK_UNSAID, LOOK_UNSAID, LOOK_UNSAID, LOOK_UNSAID, LOOK_UNSAID, LOOK_UNSAID, LOOK_UNSAID, -1};
}

static int number_in(const char *v, int otherwise)
{
    char *end;
    long k = v ? strtol(v, &end, 10) : 0;
    return v && end != v && k > -200000 && k < 200000 ? (int)k : otherwise;
}

/* --- fonts --- */

static int font_of(LookStyles *s, const char *name)
{
    if (!name || !*name || strlen(name) > 78) return -1;
    for (int i = 0; i < s->n_fonts; i++)
        if (!strcasecmp(s->font[i], name)) return i;
    if (s->n_fonts == FONTS_MOST || !(s->font[s->n_fonts] = text_copy(name))) return -1;
    return s->n_fonts++;
}

static void take_font(LookStyles *s, const XmlTag *tag, LookRun *r)
{
    const char *theme = xml_read_attr(tag, "w:hAnsiTheme"), *name = xml_read_attr(tag, "w:hAnsi");
    if (!theme && !name) {
        theme = xml_read_attr(tag, "w:asciiTheme");
        name = xml_read_attr(tag, "w:ascii");
    }
    if (theme) name = !strncmp(theme, "major", 5) ? s->major : s->minor;
    int at = font_of(s, name);
    if (at >= 0) r->font = at;
}

/* --- properties --- */

static int is_black(const char *v) { return !v || !strcasecmp(v, "auto") || !strcmp(v, "000000"); }

int look_take_run(LookStyles *s, const XmlTag *tag, LookRun *r)
{
    const char *n = tag->name, *v = xml_read_attr(tag, "w:val");
    if (!strcmp(n, "w:rFonts")) take_font(s, tag, r);
    else if (!strcmp(n, "w:sz")) r->size = number_in(v, r->size);
    else if (!strcmp(n, "w:b")) r->bold = style_is_on(tag);
    else if (!strcmp(n, "w:i")) r->italic = style_is_on(tag);
    else if (!strcmp(n, "w:caps")) r->caps = style_is_on(tag);
    else if (!strcmp(n, "w:vanish")) r->hidden = style_is_on(tag);
    else if (!strcmp(n, "w:color")) r->colour = !is_black(v);
    else return 0;
    return 1;
}

static int align_of(const char *v)
{
    static const struct { const char *name; LookAlign align; } ALIGNS[] = {
        {"left", LOOK_LEFT}, {"start", LOOK_LEFT}, {"center", LOOK_CENTER}, {"right", LOOK_RIGHT}, {"end", LOOK_RIGHT},
        {"both", LOOK_JUSTIFY}, {"distribute", LOOK_JUSTIFY}};
    for (size_t i = 0; v && i < sizeof ALIGNS / sizeof *ALIGNS; i++)
        if (!strcmp(v, ALIGNS[i].name)) return ALIGNS[i].align;
    return LOOK_LEFT;
}

static void take_indent(const XmlTag *tag, LookPara *p)
{
    const char *left = xml_read_attr(tag, "w:left"), *right = xml_read_attr(tag, "w:right");
    const char *hang = xml_read_attr(tag, "w:hanging");
    if (!left) left = xml_read_attr(tag, "w:start");
    if (!right) right = xml_read_attr(tag, "w:end");
    p->left = number_in(left, p->left);
    p->right = number_in(right, p->right);
    p->first = number_in(xml_read_attr(tag, "w:firstLine"), p->first);
    if (hang) p->first = -number_in(hang, 0);
}

static void take_spacing(const XmlTag *tag, LookPara *p)
{
    const char *rule = xml_read_attr(tag, "w:lineRule");
    p->before = number_in(xml_read_attr(tag, "w:before"), p->before);
    p->after = number_in(xml_read_attr(tag, "w:after"), p->after);
    p->line = number_in(xml_read_attr(tag, "w:line"), p->line);
    if (rule) p->rule = strcmp(rule, "auto") != 0;
    else if (xml_read_attr(tag, "w:line")) p->rule = 0;
}

int look_take_para(const XmlTag *tag, LookPara *p)
{
    const char *n = tag->name, *v = xml_read_attr(tag, "w:val");
    if (!strcmp(n, "w:jc")) p->align = align_of(v);
    else if (!strcmp(n, "w:ind")) take_indent(tag, p);
    else if (!strcmp(n, "w:spacing") && (xml_read_attr(tag, "w:line") || xml_read_attr(tag, "w:before") ||
             xml_read_attr(tag, "w:after"))) take_spacing(tag, p);
    else if ((!strcmp(n, "w:bottom") || !strcmp(n, "w:top")) && v) p->border = strcmp(v, "nil") && strcmp(v, "none");
    else return 0;
    return 1;
}

/* --- styles.xml --- */

typedef struct Reading {
    LookStyles *s;
    LookStyle *now;
    int in_defaults, skip;                 /* skip: depth of what is left out (w:tblStylePr), 0 = none */
} Reading;

static void add_style(LookStyles *s, const XmlTag *tag)
{
    if (s->n == s->cap) {
        size_t cap = s->cap ? s->cap * 2 : 64;
        LookStyle *v = cap > 65536 ? NULL : realloc(s->v, cap * sizeof *v);
        if (!v) {
            s->failed = 1;
            return;
        }
        s->v = v;
        s->cap = cap;
    }
    const char *type = xml_read_attr(tag, "w:type"), *id = xml_read_attr(tag, "w:styleId");
    const char *standard = xml_read_attr(tag, "w:default");
    LookStyle *st = &s->v[s->n++];
    *st = (LookStyle){.id = text_copy(id ? id : ""), .type = type ? type[0] : 'p'};
    st->standard = standard && (!strcmp(standard, "1") || !strcmp(standard, "true") || !strcmp(standard, "on"));
    look_clear_run(&st->run);
    look_clear_para(&st->para);
}

static int on_open(void *ctx, const XmlTag *tag)
{
    Reading *r = ctx;
    if (r->skip) return 0;
    if (!strcmp(tag->name, "w:tblStylePr") || !strcmp(tag->name, "w:tblPr") || !strcmp(tag->name, "w:tcPr")) {
        r->skip = tag->depth;
        return 0;
    }
    if (!strcmp(tag->name, "w:style")) {
        add_style(r->s, tag);
        r->now = r->s->failed ? NULL : &r->s->v[r->s->n - 1];
        return r->s->failed;
    }
    if (!strcmp(tag->name, "w:docDefaults")) r->in_defaults = 1;
    if (!r->in_defaults && !r->now) return 0;
    if (r->now && !strcmp(tag->name, "w:basedOn") && !r->now->based_on) r->now->based_on = text_copy(xml_read_attr(tag, "w:val"));
    else if (!look_take_run(r->s, tag, r->in_defaults ? &r->s->run : &r->now->run))
        look_take_para(tag, r->in_defaults ? &r->s->para : &r->now->para);
    return 0;
}

static int on_close(void *ctx, const char *name)
{
    Reading *r = ctx;
    if (r->skip) {
        if (!strcmp(name, "w:tblStylePr") || !strcmp(name, "w:tblPr") || !strcmp(name, "w:tcPr")) r->skip = 0;
        return 0;
    }
    if (!strcmp(name, "w:style")) r->now = NULL;
    else if (!strcmp(name, "w:docDefaults")) r->in_defaults = 0;
    return 0;
}

static int by_id(const void *a, const void *b)
{
    const LookStyle *x = a, *y = b;
    return strcmp(x->id ? x->id : "", y->id ? y->id : "");
}

int look_read_styles(const char *xml, size_t n, LookStyles *s)
{
    Reading r = {.s = s};
    XmlHandler h = {&r, on_open, on_close, NULL};
    XmlFault f = xml_read(xml, n, DOCX_SPACES, &h, NULL);
    if (s->n) qsort(s->v, s->n, sizeof *s->v, by_id);
    return s->failed ? XML_MEMORY : (int)f;
}

/* --- the theme --- */

typedef struct Theme { LookStyles *s; char *now; } Theme;

static int is_local(const char *name, const char *local)
{
    const char *colon = strchr(name, ':');
    return !strcmp(colon ? colon + 1 : name, local);
}

static int on_theme(void *ctx, const XmlTag *tag)
{
    Theme *t = ctx;
    if (is_local(tag->name, "majorFont")) t->now = t->s->major;
    else if (is_local(tag->name, "minorFont")) t->now = t->s->minor;
    else if (is_local(tag->name, "latin") && t->now) {
        const char *face = xml_read_attr(tag, "typeface");
        if (face && strlen(face) < sizeof t->s->minor) memcpy(t->now, face, strlen(face) + 1);
        t->now = NULL;
    }
    return 0;
}

int look_read_theme(const char *xml, size_t n, LookStyles *s)
{
    Theme t = {s, NULL};
    XmlHandler h = {&t, on_theme, NULL, NULL};
    return (int)xml_read(xml, n, DOCX_SPACES, &h, NULL);
}

void look_free_styles(LookStyles *s)
{
    for (size_t i = 0; i < s->n; i++) {
        free(s->v[i].id);
        free(s->v[i].based_on);
    }
    for (int i = 0; i < s->n_fonts; i++) free(s->font[i]);
    free(s->v);
    *s = (LookStyles){0};
}

/* --- what holds --- */

const LookStyle *look_find_style(const LookStyles *s, const char *id)
{
    LookStyle key = {.id = (char *)(uintptr_t)id};
    return id && s->n ? bsearch(&key, s->v, s->n, sizeof *s->v, by_id) : NULL;
}

const LookStyle *look_standard(const LookStyles *s)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->v[i].standard && s->v[i].type == 'p') return &s->v[i];
    return NULL;
}

static void below(int *have, int more, int unsaid)
{
    if (*have == unsaid) *have = more;
}

static void add_run(LookRun *r, const LookRun *more)
{
    below(&r->font, more->font, -1);
    below(&r->size, more->size, -1);
    below(&r->bold, more->bold, -1);
    below(&r->italic, more->italic, -1);
    below(&r->caps, more->caps, -1);
    below(&r->hidden, more->hidden, -1);
    below(&r->colour, more->colour, -1);
}

static LookRun chain_run(const LookStyles *s, const LookStyle *st)
{
    LookRun r;
    look_clear_run(&r);
    for (int i = 0; st && i < STYLE_CHAIN; i++, st = look_find_style(s, st->based_on)) add_run(&r, &st->run);
    return r;
}

/* A switch that both styles set is off: Word's toggles. */
static void toggle(int *own, int para)
{
    if (*own == 1 && para == 1) *own = 0;
}

LookRun look_settle_run(const LookStyles *s, const LookStyle *para, const LookStyle *run, const LookRun *own)
{
    LookRun r = *own, base = chain_run(s, para), style = chain_run(s, run);
    toggle(&style.bold, base.bold);
    toggle(&style.italic, base.italic);
    toggle(&style.caps, base.caps);
    add_run(&r, &style);
    add_run(&r, &base);
    add_run(&r, &s->run);
    below(&r.size, 20, -1);
    below(&r.bold, 0, -1);
    below(&r.italic, 0, -1);
    below(&r.caps, 0, -1);
    below(&r.hidden, 0, -1);
    below(&r.colour, 0, -1);
    return r;
}

static void add_para(LookPara *p, const LookPara *more)
{
    below(&p->align, more->align, -1);
    below(&p->before, more->before, LOOK_UNSAID);
    below(&p->after, more->after, LOOK_UNSAID);
    if (p->line == LOOK_UNSAID) {
        p->line = more->line;
        p->rule = more->rule;
    }
    below(&p->first, more->first, LOOK_UNSAID);
    below(&p->left, more->left, LOOK_UNSAID);
    below(&p->right, more->right, LOOK_UNSAID);
    below(&p->border, more->border, -1);
}

LookPara look_settle_para(const LookStyles *s, const LookStyle *para, const LookPara *own)
{
    LookPara p = *own, zero = {LOOK_LEFT, 0, 0, 240, 0, 0, 0, 0, 0};
    for (int i = 0; para && i < STYLE_CHAIN; i++, para = look_find_style(s, para->based_on)) add_para(&p, &para->para);
    add_para(&p, &s->para);
    add_para(&p, &zero);
    if (p.rule == LOOK_UNSAID) p.rule = 0;
    return p;
}
