/* look_walk.c - the tags of the text, of headers and of footers: each line with its looks, each section with its page. Changes
 * count as accepted; of two forms of one thing (mc:AlternateContent) the newer is read. */
#include "plugins/docx/look.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { DEEP_MOST = 8, FIELDS_DEEP = 16 };

typedef struct Open {                      /* an open paragraph; a text box stands inside one */
    LookLine line;
    const LookStyle *style;
    LookPara own;
    LookRun run, said;                     /* run: what holds; said: in this run */
    const LookStyle *run_style;
    long num;                              /* -1 = the style's */
    int ilvl, props, run_props, told, tabs, centred;
    char style_id[80];
} Open;

typedef struct LookWalk {
    Package *p;
    LookStyles *s;
    const LookEdges *edges;                /* NULL = this is a header or footer */
    LookNumber *number;
    int depth, skip;                       /* skip: depth of the element left out, 0 = none */
    Open open[DEEP_MOST];
    int n_open, over;
    Text piece;
    int in_text, in_instr;
    int field[FIELDS_DEEP], n_field;       /* 1 = its result is being read */
    Text instr;
    LookRun instr_run;                     /* how the instruction looks */
    int in_number;                         /* the result of a page number comes next */
    int tables, row, column;               /* tables: how deep */
    LookSheet sheet;
    int sheet_ready;
} LookWalk;

static Open *now(LookWalk *w) { return w->n_open ? &w->open[w->n_open - 1] : NULL; }

/* What stands in a table but in none of its cells (no file of Word has that) is a line. */
static SenPlace place_of(const LookWalk *w)
{
    const Docx *d = &w->p->d;
    int cell = w->tables && w->row && w->column;
    return (SenPlace){.struct_size = sizeof(SenPlace), .line = d->line, .table = cell ? d->tables : 0,
                      .row = cell ? w->row : 0, .column = cell ? w->column : 0};
}

/* --- lines --- */

static void put_label(LookWalk *w, const Open *o, Text *to, int *numbered)
{
    Docx *d = &w->p->d;
    const Style *st = style_find(&d->styles, o->style_id);
    long num = o->num;
    int ilvl = o->ilvl, from_style = -1;
    if (!*o->style_id) st = style_standard(&d->styles, 'p');
    if (num < 0) {
        if (!style_number(&d->styles, st, &num, &from_style)) return;
        if (ilvl < 0) ilvl = from_style;
    }
    if (num > 0) number_label(d->numbering, &d->styles, num, ilvl, o->num < 0 && st ? st->id : NULL, to);
    *numbered = to->n > 0;
}

static void tell(LookWalk *w, Open *o)
{
    Docx *d = &w->p->d;
    if (!w->edges || d->failed) return;
    Text label = {0};
    int numbered = 0;
    if (!o->told) put_label(w, o, &label, &numbered);
    if (!text_is_blank(text_of(&o->line.text))) d->words = 1;
    if (label.n && !text_is_blank(text_of(&o->line.text))) {
        text_puts(&label, " ");
        text_add(&label, o->line.text.p, o->line.text.n);
        Text swap = o->line.text;
        o->line.text = label;
        label = swap;
    }
    d->failed |= label.failed || o->line.text.failed;
    LookPara form = look_settle_para(w->s, o->style, &o->own);
    look_tell_line(d, w->s, &o->line, &form, place_of(w), numbered);
    text_free(&label);
    look_clear_line(&o->line);
    o->told = 1;
}

static void open_para(LookWalk *w)
{
    if (w->n_open == DEEP_MOST) {
        w->over++;
        return;
    }
    Open *o = &w->open[w->n_open++];
    Text t = o->line.text;
    *o = (Open){.line.text = t, .num = -1, .ilvl = -1, .style = look_standard(w->s)};
    text_clear(&o->line.text);
    look_clear_para(&o->own);
    look_clear_run(&o->said);
    if (w->n_open == 1) w->p->d.line += w->edges != NULL;
}

static void close_para(LookWalk *w)
{
    if (w->over) {
        w->over--;
        return;
    }
    Open *o = now(w);
    if (!o) return;
    tell(w, o);
    w->n_open--;
    if (w->n_open == 0 && w->sheet_ready) {
        look_tell_sheet(&w->p->d, w->s, &w->sheet, w->edges);
        w->sheet_ready = 0;
    }
}

/* --- runs --- */

static void add_upper(Text *to, const char *s, size_t n)
{
    uint32_t c;
    for (size_t i = 0, k; i < n; i += k) {
        k = text_decode_one(s + i, n - i, &c);
        text_put(to, text_upper_one(c));
    }
}

static void add_words(LookWalk *w, Open *o, const char *s, size_t n)
{
    for (int i = 0; i < w->n_field; i++)
        if (!w->field[i]) return;                          /* the words of a field's instruction */
    if (o->run.hidden == 1 || !n) return;
    FontKind kind = o->run.font >= 0 ? font_kind(w->s->font[o->run.font]) : FONT_PLAIN;
    Text plain = {0};
    if ((kind == FONT_TCVN || kind == FONT_TCVN_CAPS || kind == FONT_VNI) && !font_is_unicode(s, n)) {
        font_decode(kind, s, n, &plain);
        s = text_of(&plain);
        n = plain.n;
    }
    look_count(&o->line, &o->run, s, n);
    if (o->run.caps == 1) add_upper(&o->line.text, s, n);
    else text_add(&o->line.text, s, n);
    text_free(&plain);
}

static void settle(LookWalk *w, Open *o) { o->run = look_settle_run(w->s, o->style, o->run_style, &o->said); }

static void copy_id(char to[80], const char *v)
{
    size_t n = v ? strlen(v) : 0;
    if (n >= 80) n = 0;
    if (n) memcpy(to, v, n);
    to[n] = 0;
}

static long number_in(const char *v, long otherwise)
{
    char *end;
    long k = v ? strtol(v, &end, 10) : 0;
    return v && end != v && k > -1000000 && k < 1000000 ? k : otherwise;
}

static void in_para_props(LookWalk *w, Open *o, const XmlTag *tag)
{
    const char *n = tag->name, *v = xml_read_attr(tag, "w:val");
    if (!strcmp(n, "w:pStyle")) {
        o->style = look_find_style(w->s, v);
        copy_id(o->style_id, v);
    } else if (!strcmp(n, "w:numId")) o->num = number_in(v, -1);
    else if (!strcmp(n, "w:ilvl")) o->ilvl = (int)number_in(v, 0);
    else if (!strcmp(n, "w:framePr")) {
        const char *x = xml_read_attr(tag, "w:xAlign");
        o->centred = x && !strcmp(x, "center");
    } else look_take_para(tag, &o->own);
}

/* --- sections --- */

static int edge_of(const Package *p, const char *id)
{
    for (int i = 0; id && i < p->n_edges; i++)
        if (!strcmp(p->edge[i].id, id)) return i;
    return -1;
}

static int in_section(LookWalk *w, const XmlTag *tag)
{
    LookSheet *s = &w->sheet;
    const char *n = tag->name, *type = xml_read_attr(tag, "w:type");
    int head = !strcmp(n, "w:headerReference"), foot = !strcmp(n, "w:footerReference");
    if (!strcmp(n, "w:sectPr")) s->title_page = 0;
    else if (!strcmp(n, "w:titlePg")) s->title_page = style_is_on(tag);
    else if (!strcmp(n, "w:pgSz")) {
        s->width = (int)number_in(xml_read_attr(tag, "w:w"), 0);
        s->height = (int)number_in(xml_read_attr(tag, "w:h"), 0);
    } else if (!strcmp(n, "w:pgMar")) {
        s->top = abs((int)number_in(xml_read_attr(tag, "w:top"), 0));
        s->bottom = abs((int)number_in(xml_read_attr(tag, "w:bottom"), 0));
        s->left = (int)number_in(xml_read_attr(tag, "w:left"), 0);
        s->right = (int)number_in(xml_read_attr(tag, "w:right"), 0);
    } else if (head || foot) {
        int which = type && !strcmp(type, "first"), at = edge_of(w->p, xml_read_attr(tag, "r:id"));
        if (type && !strcmp(type, "even")) return 1;
        (head ? s->head : s->foot)[which] = at;
    } else return 0;
    return 1;
}

static void close_section(LookWalk *w)
{
    if (!w->edges) return;
    if (w->n_open) w->sheet_ready = 1;                     /* the section ends with this paragraph */
    else look_tell_sheet(&w->p->d, w->s, &w->sheet, w->edges);
}

/* --- fields --- */

/* A page number begins: it looks as its instruction does, unless its result says more (note_result). */
static void note_number(LookWalk *w, const char *instr)
{
    Open *o = now(w);
    while (*instr == ' ') instr++;
    if (!w->number || w->number->there || !o || strncasecmp(instr, "PAGE", 4) || (instr[4] && !strchr(" \\", instr[4]))) return;
    LookPara form = look_settle_para(w->s, o->style, &o->own);
    int centred = o->centred || o->tabs == 1;
    *w->number = (LookNumber){1, centred ? LOOK_CENTER : o->tabs > 1 ? LOOK_RIGHT : form.align, w->instr_run.size,
                              w->instr_run.font};
    w->in_number = 1;
}

static void note_result(LookWalk *w, const Open *o)
{
    if (w->in_number && (o->said.size >= 0 || o->run_style || w->number->size <= 0)) {
        w->number->size = o->run.size;
        w->number->font = o->run.font;
    }
    w->in_number = 0;
}

static void on_field(LookWalk *w, const XmlTag *tag)
{
    const char *type = xml_read_attr(tag, "w:fldCharType");
    if (!type) return;
    if (!strcmp(type, "begin")) {
        if (w->n_field < FIELDS_DEEP) w->field[w->n_field++] = 0;
        text_clear(&w->instr);
    } else if (!strcmp(type, "separate") && w->n_field) {
        w->field[w->n_field - 1] = 1;
        note_number(w, text_of(&w->instr));
    } else if (!strcmp(type, "end") && w->n_field) {
        if (!w->field[w->n_field - 1]) note_number(w, text_of(&w->instr));
        w->n_field--;
    }
}

/* --- the tags --- */

static int is_skipped(const char *n)
{
    static const char *const SKIPPED[] = {"w:pPrChange", "w:rPrChange", "w:sectPrChange", "w:tblPrChange", "w:tcPrChange",
        "w:trPrChange", "w:numberingChange", "w:tblPrExChange", "w:del", "w:moveFrom", "mc:Fallback", "w:sdtPr", "w:tblPr",
        "w:tcPr", "w:trPr", "w:tabs", "w:rt"};
    for (size_t i = 0; i < sizeof SKIPPED / sizeof *SKIPPED; i++)
        if (!strcmp(n, SKIPPED[i])) return 1;
    return 0;
}

static void on_table(LookWalk *w, const char *n)
{
    Docx *d = &w->p->d;
    if (!strcmp(n, "w:tbl")) {
        if (w->tables++ == 0) {
            d->tables += w->edges != NULL;
            w->row = w->column = 0;
        }
    } else if (w->tables == 1 && !strcmp(n, "w:tr")) {
        w->row++;
        w->column = 0;
    } else if (w->tables == 1 && !strcmp(n, "w:tc")) w->column++;
}

static void in_run(LookWalk *w, Open *o, const XmlTag *tag)
{
    const char *n = tag->name, *code;
    if (!strcmp(n, "w:t")) {
        w->in_text = 1;
        text_clear(&w->piece);
    } else if (!strcmp(n, "w:instrText")) w->in_instr = 1;
    else if (!strcmp(n, "w:tab") || !strcmp(n, "w:ptab")) {
        const char *at = xml_read_attr(tag, "w:alignment");
        o->tabs++;
        o->centred |= at && !strcmp(at, "center");
        add_words(w, o, "\t", 1);
    } else if (!strcmp(n, "w:noBreakHyphen")) add_words(w, o, "-", 1);
    else if (!strcmp(n, "w:br") || !strcmp(n, "w:cr")) tell(w, o);
    else if (!strcmp(n, "w:sym") && (code = xml_read_attr(tag, "w:char"))) {
        const char *sign = font_symbol(xml_read_attr(tag, "w:font"), (uint32_t)strtoul(code, NULL, 16));
        if (sign) text_puts(&o->line.text, sign);
    } else if (!strcmp(n, "w:fldChar")) on_field(w, tag);
    else if (!strcmp(n, "w:drawing") || !strcmp(n, "w:pict") || !strcmp(n, "w:object")) o->line.drawing = 1;
    else if (!strcmp(n, "pic:pic") || !strcmp(n, "v:imagedata")) w->p->d.pictures++;
}

static int on_open(void *ctx, const XmlTag *tag)
{
    LookWalk *w = ctx;
    const char *n = tag->name;
    Open *o = now(w);
    w->depth = tag->depth;
    if (w->skip) return w->p->d.failed;
    if (is_skipped(n)) w->skip = tag->depth;
    else if (!strcmp(n, "w:p")) open_para(w);
    else if (w->over) return w->p->d.failed;
    else if (w->edges && in_section(w, tag)) return w->p->d.failed;
    else if (!strcmp(n, "w:tbl") || !strcmp(n, "w:tr") || !strcmp(n, "w:tc")) on_table(w, n);
    else if (!o) return w->p->d.failed;
    else if (!strcmp(n, "w:pPr")) o->props = 1;
    else if (!strcmp(n, "w:rPr")) o->run_props = 1;
    else if (o->run_props && !o->props) {
        if (!strcmp(n, "w:rStyle")) o->run_style = look_find_style(w->s, xml_read_attr(tag, "w:val"));
        else look_take_run(w->s, tag, &o->said);
    } else if (o->props && !o->run_props) in_para_props(w, o, tag);
    else if (!strcmp(n, "w:r")) {
        look_clear_run(&o->said);
        o->run_style = NULL;
        settle(w, o);
    } else if (!strcmp(n, "w:fldSimple")) {
        const char *instr = xml_read_attr(tag, "w:instr");
        w->instr_run = (LookRun){.size = -1, .font = -1};
        if (instr) note_number(w, instr);
    } else in_run(w, o, tag);
    return w->p->d.failed;
}

static int on_close(void *ctx, const char *name)
{
    LookWalk *w = ctx;
    Open *o = now(w);
    int skipped = w->skip != 0, depth = w->depth--;
    if (skipped && depth == w->skip) w->skip = 0;
    if (skipped) return w->p->d.failed;
    if (!strcmp(name, "w:p")) close_para(w);
    else if (w->over) return w->p->d.failed;
    else if (!strcmp(name, "w:tbl")) w->tables -= w->tables > 0;
    else if (!strcmp(name, "w:sectPr")) close_section(w);
    else if (!strcmp(name, "w:pPr") && o) o->props = 0;
    else if (!strcmp(name, "w:rPr") && o) {
        o->run_props = 0;
        if (!o->props) settle(w, o);
    } else if (!strcmp(name, "w:t")) {
        if (w->in_text && o) note_result(w, o);
        if (w->in_text && o) add_words(w, o, text_of(&w->piece), w->piece.n);
        w->p->d.failed |= w->piece.failed;
        w->in_text = 0;
    } else if (!strcmp(name, "w:instrText")) {
        w->in_instr = 0;
        if (o) w->instr_run = o->run;
    }
    return w->p->d.failed;
}

static int on_text(void *ctx, const char *s, size_t n)
{
    LookWalk *w = ctx;
    if (w->skip) return 0;
    if (w->in_text) text_add(&w->piece, s, n);
    else if (w->in_instr && w->instr.n < 4096) text_add(&w->instr, s, n);
    return 0;
}

static int run(LookWalk *w, const char *xml, size_t n)
{
    XmlHandler h = {w, on_open, on_close, on_text};
    XmlFault f = xml_read(xml, n, DOCX_SPACES, &h, NULL);
    for (int i = 0; i < DEEP_MOST; i++) text_free(&w->open[i].line.text);
    text_free(&w->piece);
    text_free(&w->instr);
    return (int)f;
}

int look_walk_edge(Package *p, LookStyles *s, const char *xml, size_t n, LookNumber *out)
{
    LookWalk *w = calloc(1, sizeof *w);
    if (!w) return XML_MEMORY;
    w->p = p;
    w->s = s;
    w->number = out;
    int f = run(w, xml, n);
    free(w);
    return f;
}

int look_walk_document(Package *p, LookStyles *s, const LookEdges *edges, const char *xml, size_t n)
{
    LookWalk *w = calloc(1, sizeof *w);
    if (!w) return XML_MEMORY;
    w->p = p;
    w->s = s;
    w->edges = edges;
    /* what Word takes when a file does not say */
    w->sheet = (LookSheet){.width = 12240, .height = 15840, .top = 1440, .bottom = 1440, .left = 1440, .right = 1440,
                           .head = {-1, -1}, .foot = {-1, -1}};
    int f = run(w, xml, n);
    free(w);
    return f;
}
