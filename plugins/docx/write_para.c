/* write_para.c - one paragraph: its properties and its runs, in the order the schema asks for. */
#include "plugins/docx/write_inside.h"
#include "plugins/common/writer.h"
#include <endian.h>
#include <stdlib.h>

enum { BOOKMARKS = 500000 };         /* numbers of bookmarks that are no block's */

/* --- properties --- */

static uint32_t number_of(const OffPara *p)
{
    if (p->mark == OFF_MARK_NUMBER) return NUMBER_FIRST + p->list;
    return p->role == OFF_BULLET ? NUMBER_DASH : NUMBER_PLAIN_DASH;
}

static void put_number(Xml *x, const OffPara *p)
{
    if (p->mark == OFF_MARK_NONE) return;
    int depth = p->depth > 8 ? 8 : p->depth;
    xml_puts(x, "<w:numPr><w:ilvl");
    xml_attr_int(x, "w:val", depth ? depth - 1 : 0);
    xml_puts(x, "/><w:numId");
    xml_attr_int(x, "w:val", number_of(p));
    xml_puts(x, "/></w:numPr>");
}

static void put_rule(Xml *x, const OffPara *p, double room)
{
    double side = p->rule < room ? (room - p->rule) / 2 : 0;
    xml_puts(x, "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
                "<w:spacing w:before=\"40\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/><w:ind");
    xml_attr_int(x, "w:left", docx_twips(side));
    xml_attr_int(x, "w:right", docx_twips(side));
    xml_puts(x, "/>");
}

static void put_space(Xml *x, double points)
{
    xml_puts(x, "<w:spacing w:before=\"0\" w:after=\"0\"");
    xml_attr_int(x, "w:line", docx_points(points));
    xml_puts(x, " w:lineRule=\"exact\"/>");
}

/* What differs from the style. A list item without its mark (a second paragraph, a check box) keeps the indent of its depth. */
static void put_indent(Xml *x, const Official *o, const OffPara *p)
{
    if (p->role != OFF_BULLET || p->mark != OFF_MARK_NONE || p->depth < 2) return;
    const OffStyle *s = &o->style[p->role];
    xml_puts(x, "<w:ind");
    xml_attr_int(x, "w:left", docx_twips(s->left + o->list_step * (p->depth - 1)));
    xml_attr_int(x, "w:firstLine", docx_twips(s->first));
    xml_puts(x, "/>");
}

static void put_align(Xml *x, const Official *o, const OffPara *p)
{
    static const char *const names[] = {"left", "center", "right", "both"};
    if (p->align == o->style[p->role].align) return;
    xml_puts(x, "<w:jc w:val=\"");
    xml_puts(x, names[p->align]);
    xml_puts(x, "\"/>");
}

static void put_properties(Xml *x, const Official *o, const OffPara *p, double room)
{
    xml_puts(x, "<w:pPr><w:pStyle w:val=\"");
    xml_puts(x, styles_id(p->role));
    xml_puts(x, "\"/>");
    if (p->keep_next != o->style[p->role].keep_next) xml_puts(x, p->keep_next ? "<w:keepNext/>" : "<w:keepNext w:val=\"0\"/>");
    put_number(x, p);
    if (p->role == OFF_RULE) put_rule(x, p, room);
    else if (p->role == OFF_SIGN_SPACE) put_space(x, o->style[p->role].before);
    else put_indent(x, o, p);
    put_align(x, o, p);
    xml_puts(x, "</w:pPr>");
}

/* --- runs --- */

static void put_toggle(Xml *x, const char *name, int now, int style)
{
    if (now == style) return;
    xml_puts(x, "<w:");
    xml_puts(x, name);
    xml_puts(x, now ? "/>" : " w:val=\"0\"/>");
}

static void put_run_properties(Xml *x, const Official *o, const OffPara *p, const OffRun *r)
{
    const OffStyle *s = &o->style[p->role];
    if (r->bold == s->bold && r->italic == s->italic && !r->strike && !r->mono) return;
    xml_puts(x, "<w:rPr>");
    if (r->mono) xml_puts(x, "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>");
    put_toggle(x, "b", r->bold, s->bold);
    put_toggle(x, "i", r->italic, s->italic);
    if (r->strike) xml_puts(x, "<w:strike/>");
    xml_puts(x, "</w:rPr>");
}

/* Seven pairs of neighbours at a time: a byte of `both` is 0 where a space stands beside a space. */
static int has_double_space(SenText t)
{
    const uint64_t low = UINT64_C(0x0001010101010101);
    size_t i = 0;
    for (; i + 8 <= t.n; i += 7) {
        uint64_t w;
        memcpy(&w, t.p + i, 8);
        w = le64toh(w) ^ UINT64_C(0x2020202020202020);
        uint64_t both = w | w >> 8;
        if ((both - low) & ~both & low << 7) return 1;
    }
    for (; i + 1 < t.n; i++)
        if (t.p[i] == ' ' && t.p[i + 1] == ' ') return 1;
    return 0;
}

/* Spaces at the ends and doubled ones would be lost without the attribute. */
static void open_text(Xml *x, SenText t)
{
    int keep = t.n && (t.p[0] == ' ' || t.p[t.n - 1] == ' ' || has_double_space(t) || memchr(t.p + 1, '\t', t.n - 1));
    xml_puts(x, keep ? "<w:t xml:space=\"preserve\">" : "<w:t>");
}

/* 2282/QĐ-TTg: the hyphen is Word's own no-break hyphen, behind the stroke stands U+2060. */
static void put_whole(Xml *x, SenText t)
{
    xml_puts(x, "<w:t>");
    for (size_t i = 0, from = 0; i <= t.n; i++) {
        if (i < t.n && t.p[i] != '-' && t.p[i] != '/') continue;
        size_t end = i < t.n && t.p[i] == '/' ? i + 1 : i;
        xml_text(x, (SenText){t.p + from, end - from});
        if (i < t.n) xml_puts(x, t.p[i] == '/' ? "\xE2\x81\xA0" : "</w:t><w:noBreakHyphen/><w:t>");
        from = i + 1;
    }
    xml_puts(x, "</w:t>");
}

/* Kept when there is memory for it; who asks for it can escape the text again. */
static void add_span(Spans *s, const OffRun *r, size_t at, size_t n)
{
    if (s->n == s->cap) {
        size_t cap = s->cap * 2 + 512;
        Span *bigger = realloc(s->v, cap * sizeof *bigger);
        if (!bigger) return;
        s->v = bigger;
        s->cap = cap;
    }
    s->v[s->n++] = (Span){r, at, n};
}

static void put_text(Docx *d, Xml *x, const OffPara *p, const OffRun *r)
{
    if (!r->text.n) return;
    xml_puts(x, "<w:r>");
    put_run_properties(x, d->o, p, r);
    if (r->whole) {
        put_whole(x, r->text);
    } else {
        open_text(x, r->text);
        size_t at = x->n;
        xml_text(x, r->text);
        if (x == &d->body) add_span(&d->spans, r, at, x->n - at);
        xml_puts(x, "</w:t>");
    }
    xml_puts(x, "</w:r>");
}

static void put_break(Xml *x) { xml_puts(x, "<w:r><w:br/></w:r>"); }

/* A box that is ticked with the mouse. */
static void put_box(Docx *d, Xml *x, int done)
{
    xml_puts(x, "<w:sdt><w:sdtPr><w:id");
    xml_attr_int(x, "w:val", 500000 + (long long)++d->ids);
    xml_puts(x, "/><w14:checkbox><w14:checked w14:val=\"");
    xml_puts(x, done ? "1" : "0");
    xml_puts(x, "\"/><w14:checkedState w14:val=\"2611\" w14:font=\"Segoe UI Symbol\"/>"
                "<w14:uncheckedState w14:val=\"2610\" w14:font=\"Segoe UI Symbol\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r>"
                "<w:rPr><w:rFonts w:ascii=\"Segoe UI Symbol\" w:eastAsia=\"Segoe UI Symbol\" w:hAnsi=\"Segoe UI Symbol\" "
                "w:cs=\"Segoe UI Symbol\"/></w:rPr><w:t>");
    xml_puts(x, done ? "☑" : "☐");
    xml_puts(x, "</w:t></w:r></w:sdtContent></w:sdt>");
}

static void put_note(const Docx *d, Xml *x, int32_t number)
{
    if (number < 1 || (size_t)number > d->o->n_notes) return;
    xml_puts(x, "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference");
    xml_attr_int(x, "w:id", number);
    xml_puts(x, "/></w:r>");
}

static void put_extent(Xml *x, const char *tag, const OffRun *r)
{
    xml_puts(x, tag);
    xml_attr_int(x, "cx", (long long)(r->width * 36000));
    xml_attr_int(x, "cy", (long long)(r->height * 36000));
    xml_puts(x, "/>");
}

static void put_picture(Docx *d, Xml *x, const OffRun *r)
{
    if (d->shapes == PICTURES_MOST) return;
    d->picture[d->shapes].bytes = r->bytes;
    d->picture[d->shapes].jpeg = r->bytes.p[0] != (char)0x89;
    uint32_t n = ++d->shapes;
    xml_puts(x, "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
    put_extent(x, "<wp:extent", r);
    xml_puts(x, "<wp:docPr");
    xml_attr_int(x, "id", n);
    xml_puts(x, " name=\"Hình ");
    xml_int(x, n);
    xml_puts(x, "\"");
    xml_attr(x, "descr", r->text);
    xml_puts(x, "/><a:graphic><a:graphicData "
                "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
                "<pic:cNvPr");
    xml_attr_int(x, "id", n);
    xml_puts(x, " name=\"Hình\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdP");
    xml_int(x, n);
    xml_puts(x, "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
    put_extent(x, "<a:ext", r);
    xml_puts(x, "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
                "</wp:inline></w:drawing></w:r>");
}

/* --- links: inside the document they are links; an address of the web is printed, not linked (no outside relation) --- */

static size_t link_end(const OffPara *p, size_t i)
{
    size_t end = i;
    while (end < p->n_runs && p->runs[end].url.n && p->runs[end].url.p == p->runs[i].url.p) end++;
    return end;
}

static void put_one(Docx *d, Xml *x, const OffPara *p, const OffRun *r);

static size_t put_link(Docx *d, Xml *x, const OffPara *p, size_t i)
{
    size_t end = link_end(p, i);
    SenText url = p->runs[i].url;
    int inside = url.n > 1 && url.p[0] == '#';
    if (inside) {
        xml_puts(x, "<w:hyperlink");
        xml_attr(x, "w:anchor", (SenText){url.p + 1, url.n - 1 > 40 ? 40 : url.n - 1});
        xml_puts(x, ">");
    }
    for (size_t k = i; k < end; k++) put_one(d, x, p, &p->runs[k]);
    if (inside) xml_puts(x, "</w:hyperlink>");
    else if (!official_is_address_read(p, i, end, url)) {
        OffRun address = p->runs[i];
        xml_puts(x, "<w:r><w:t xml:space=\"preserve\"> (");
        xml_text(x, address.url);
        xml_puts(x, ")</w:t></w:r>");
    }
    return end;
}

static void put_one(Docx *d, Xml *x, const OffPara *p, const OffRun *r)
{
    switch (r->kind) {
    case OFF_RUN_TEXT: put_text(d, x, p, r); break;
    case OFF_RUN_BREAK: put_break(x); break;
    case OFF_RUN_BOX: put_box(d, x, r->done); break;
    case OFF_RUN_NOTE: put_note(d, x, r->note); break;
    case OFF_RUN_IMAGE: put_picture(d, x, r); break;
    }
}

void para_write_runs(Docx *d, Xml *x, const OffPara *p)
{
    for (size_t i = 0; i < p->n_runs;) {
        if (p->runs[i].url.n) {
            i = put_link(d, x, p, i);
        } else {
            put_one(d, x, p, &p->runs[i]);
            i++;
        }
    }
}

/* What a reader of the file will find in the paragraph: boxes, marks of notes and printed addresses count, labels do not. */
static void plain_text(Docx *d, Xml *x, const OffRun *r)
{
    Spans *s = &d->spans;
    if (s->next < s->n && s->v[s->next].run == r) {
        xml_add(x, d->document->p + s->v[s->next].at, s->v[s->next].n);
        s->next++;
    } else {
        xml_text(x, r->text);
    }
}

void para_plain(Docx *d, Xml *x, const OffPara *p)
{
    for (size_t i = 0; i < p->n_runs;) {
        const OffRun *r = &p->runs[i];
        size_t end = r->url.n ? link_end(p, i) : i + 1;
        for (size_t k = i; k < end; k++) {
            const OffRun *one = &p->runs[k];
            if (one->kind == OFF_RUN_TEXT) plain_text(d, x, one);
            else if (one->kind == OFF_RUN_BREAK) xml_puts(x, "\n");
            else if (one->kind == OFF_RUN_BOX) xml_puts(x, one->done ? "☑" : "☐");
            else if (one->kind == OFF_RUN_NOTE) {
                xml_puts(x, "[");
                xml_int(x, one->note);
                xml_puts(x, "]");
            }
        }
        if (r->url.n && r->url.p[0] != '#' && !official_is_address_read(p, i, end, r->url)) {
            xml_puts(x, " (");
            xml_text(x, r->url);
            xml_puts(x, ")");
        }
        i = end;
    }
}

static void open_bookmark(Xml *x, uint32_t id)
{
    xml_puts(x, "<w:bookmarkStart");
    xml_attr_int(x, "w:id", id);
    xml_puts(x, " w:name=\"");
}

static void close_bookmark(Xml *x, uint32_t id)
{
    xml_puts(x, "<w:bookmarkEnd");
    xml_attr_int(x, "w:id", id);
    xml_puts(x, "/>");
}

/* The id of a block is a bookmark around its text; Word hides names that begin with "_". (Content controls around blocks were
 * tried: LibreOffice 7.4 loses their run properties, line breaks and text before footnotes.) */
void para_write(Docx *d, const OffPara *p, double room, uint32_t block)
{
    Xml *x = &d->body;
    xml_puts(x, "<w:p>");
    put_properties(x, d->o, p, room);
    if (block) {
        open_bookmark(x, block);
        xml_puts(x, "_Sen");
        xml_int(x, block);
        xml_puts(x, "\"/>");
    }
    if (p->id.n) {
        open_bookmark(x, BOOKMARKS + ++d->bookmarks);
        xml_text(x, (SenText){p->id.p, p->id.n > 40 ? 40 : p->id.n});
        xml_puts(x, "\"/>");
        close_bookmark(x, BOOKMARKS + d->bookmarks);
    }
    para_write_runs(d, x, p);
    if (block) close_bookmark(x, block);
    xml_puts(x, "</w:p>");
}
