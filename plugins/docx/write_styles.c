/* write_styles.c - word/styles.xml and word/numbering.xml from the style values of the layout. */
#include "plugins/docx/write_inside.h"
#include <stdlib.h>

/* Roles that Word knows by a name of its own: they show up in its outline, its table of contents and its style list. */
typedef struct Known {
    OffRole role;
    const char *id, *name;
} Known;
static const Known known[] = {
    {OFF_BODY, "BodyText", "Body Text"}, {OFF_TYPE, "Title", "Title"}, {OFF_SUBJECT, "Subtitle", "Subtitle"},
    {OFF_GROUP, "Heading1", "heading 1"}, {OFF_CLAUSE, "Heading2", "heading 2"}, {OFF_POINT, "Heading3", "heading 3"},
    {OFF_BULLET, "ListParagraph", "List Paragraph"}, {OFF_QUOTE, "Quote", "Quote"}, {OFF_CAPTION, "Caption", "caption"},
    {OFF_NOTE, "FootnoteText", "footnote text"}, {OFF_PAGE_NUMBER, "Header", "header"}, {OFF_SIGNER, "Signature", "Signature"},
};

static const char *const ids[OFF_ROLES] = {
    [OFF_SUPERIOR] = "SenSuperior", [OFF_AGENCY] = "SenAgency", [OFF_NATION] = "SenNation", [OFF_MOTTO] = "SenMotto",
    [OFF_NUMBER] = "SenNumber", [OFF_ABOUT] = "SenAbout", [OFF_PLACE_DATE] = "SenPlaceDate", [OFF_DECIDER] = "SenDecider",
    [OFF_TO] = "SenTo", [OFF_BASIS] = "SenBasis", [OFF_PART] = "SenPart", [OFF_SECTION_HEAD] = "SenSection", [OFF_CODE] =
        "SenCode",
    [OFF_CELL_HEAD] = "SenTableHead", [OFF_CELL] = "SenTableCell", [OFF_RECIPIENTS] = "SenRecipients",
    [OFF_RECIPIENT] = "SenRecipient", [OFF_AUTHORITY] = "SenAuthority", [OFF_SIGN_SPACE] = "SenSignSpace", [OFF_ANNEX] =
        "SenAnnex",
    [OFF_ANNEX_TITLE] = "SenAnnexTitle", [OFF_ANNEX_NOTE] = "SenAnnexNote", [OFF_RULE] = "SenRule", [OFF_TITLE] = "SenTitle",
    [OFF_SIGN_HINT] = "SenSignHint", [OFF_TO_MANY] = "SenToMany", [OFF_TO_ITEM] = "SenToItem",
};

static const Known *known_of(OffRole role)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].role == role) return &known[i];
    return NULL;
}

const char *styles_id(OffRole role)
{
    const Known *k = known_of(role);
    return k ? k->id : ids[role];
}

static void put_fonts(Xml *x, const char *font)
{
    SenText f = {font, strlen(font)};
    xml_puts(x, "<w:rFonts");
    xml_attr(x, "w:ascii", f);
    xml_attr(x, "w:eastAsia", f);
    xml_attr(x, "w:hAnsi", f);
    xml_attr(x, "w:cs", f);
    xml_puts(x, "/>");
}

static void put_size(Xml *x, double points)
{
    long half = (long)(points * 2 + 0.5);
    xml_puts(x, "<w:sz");
    xml_attr_int(x, "w:val", half);
    xml_puts(x, "/><w:szCs");
    xml_attr_int(x, "w:val", half);
    xml_puts(x, "/>");
}

static void put_paragraph(Xml *x, const OffStyle *s)
{
    static const char *const align[] = {"left", "center", "right", "both"};
    xml_puts(x, "<w:pPr>");
    if (s->keep_next) xml_puts(x, "<w:keepNext/>");
    if (s->keep_lines) xml_puts(x, "<w:keepLines/>");
    xml_puts(x, "<w:spacing");
    xml_attr_int(x, "w:before", docx_points(s->before));
    xml_attr_int(x, "w:after", docx_points(s->after));
    xml_attr_int(x, "w:line", (long)(s->line * 240 + 0.5));
    xml_puts(x, " w:lineRule=\"auto\"/><w:ind");
    xml_attr_int(x, "w:left", docx_twips(s->left));
    xml_attr_int(x, "w:right", docx_twips(s->right));
    xml_attr_int(x, "w:firstLine", docx_twips(s->first));
    xml_puts(x, "/><w:jc w:val=\"");
    xml_puts(x, align[s->align]);
    xml_puts(x, "\"/>");
    if (s->outline) {
        xml_puts(x, "<w:outlineLvl");
        xml_attr_int(x, "w:val", s->outline - 1);
        xml_puts(x, "/>");
    }
    xml_puts(x, "</w:pPr>");
}

static void put_style(const Docx *d, Xml *x, OffRole role)
{
    const OffStyle *s = &d->o->style[role];
    const Known *k = known_of(role);
    const char *name = k ? k->name : s->name;
    xml_puts(x, k ? "<w:style w:type=\"paragraph\"" : "<w:style w:type=\"paragraph\" w:customStyle=\"1\"");
    xml_attr(x, "w:styleId", (SenText){styles_id(role), strlen(styles_id(role))});
    xml_puts(x, "><w:name");
    xml_attr(x, "w:val", (SenText){name, strlen(name)});
    xml_puts(x, "/><w:basedOn w:val=\"Normal\"/><w:qFormat/>");
    put_paragraph(x, s);
    xml_puts(x, "<w:rPr>");
    if (s->bold) xml_puts(x, "<w:b/><w:bCs/>");
    if (s->italic) xml_puts(x, "<w:i/><w:iCs/>");
    put_size(x, s->size);
    xml_puts(x, "</w:rPr></w:style>");
}

static const char start_text[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles "
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr>";
static const char end_text[] =
    "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Gap\"><w:name w:val=\"Khoảng nhỏ\"/><w:basedOn "
    "w:val=\"Normal\"/>"
    "<w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr><w:rPr><w:sz w:val=\"8\"/>"
    "<w:szCs w:val=\"8\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr>"
    "<w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority "
    "w:val=\"99\"/>"
    "<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" "
    "w:type=\"dxa\"/>"
    "<w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>"
    "</w:tblPr></w:style>"
    "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr>"
    "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:tblBorders></w:tblPr></w:style></w:styles>";

void styles_write(const Docx *d, Xml *x)
{
    xml_add(x, start_text, sizeof start_text - 1);
    put_fonts(x, d->o->font);
    put_size(x, d->o->style[OFF_BODY].size);
    xml_puts(x, "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" "
                "w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
                "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
                "w:val=\"Normal\"/><w:qFormat/></w:style>"
                "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
                "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>");
    for (int r = 0; r < OFF_ROLES; r++) put_style(d, x, (OffRole)r);
    xml_add(x, end_text, sizeof end_text - 1);
}

/* --- numbering --- */

static void put_level(const Docx *d, Xml *x, int level, const char *format, const char *text, int plain)
{
    const OffStyle *s = &d->o->style[OFF_BULLET];
    xml_puts(x, "<w:lvl");
    xml_attr_int(x, "w:ilvl", level);
    xml_puts(x, "><w:start w:val=\"1\"/><w:numFmt w:val=\"");
    xml_puts(x, format);
    xml_puts(x, "\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"");
    xml_puts(x, text);
    xml_puts(x, "\"/><w:lvlJc w:val=\"left\"/>");
    if (!plain) {
        xml_puts(x, "<w:pPr><w:ind");
        xml_attr_int(x, "w:left", docx_twips(s->left + d->o->list_step * level));
        xml_attr_int(x, "w:firstLine", docx_twips(s->first));
        xml_puts(x, "/></w:pPr>");
    }
    xml_puts(x, "</w:lvl>");
}

static void put_abstract(const Docx *d, Xml *x, int id, int ordered, int plain)
{
    xml_puts(x, "<w:abstractNum");
    xml_attr_int(x, "w:abstractNumId", id);
    xml_puts(x, "><w:multiLevelType w:val=\"multilevel\"/>");
    for (int level = 0; level < (plain ? 1 : 9); level++) {
        char text[4] = {'%', (char)('1' + level), '.', 0};
        put_level(d, x, level, ordered ? "decimal" : "bullet", ordered ? text : level % 2 ? "+" : "-", plain);
    }
    xml_puts(x, "</w:abstractNum>");
}

static void put_number(Xml *x, uint32_t id, int abstract, const OffPara *first)
{
    xml_puts(x, "<w:num");
    xml_attr_int(x, "w:numId", id);
    xml_puts(x, "><w:abstractNumId");
    xml_attr_int(x, "w:val", abstract);
    xml_puts(x, "/>");
    if (first) {
        int level = first->depth > 8 ? 7 : first->depth - 1;
        xml_puts(x, "<w:lvlOverride");
        xml_attr_int(x, "w:ilvl", level < 0 ? 0 : level);
        xml_puts(x, "><w:startOverride");
        xml_attr_int(x, "w:val", first->number < 0 ? 0 : first->number);
        xml_puts(x, "/></w:lvlOverride>");
    }
    xml_puts(x, "</w:num>");
}

/* One number per ordered list, made where its first numbered item stands. */
static void put_lists(const Docx *d, Xml *x)
{
    uint32_t most = 0;
    for (size_t i = 0; i < d->o->n_blocks; i++)
        if (d->o->blocks[i].kind == OFF_PARA && d->o->blocks[i].para.list > most) most = d->o->blocks[i].para.list;
    char *done = calloc(most + 1, 1);
    if (!done) x->failed = 1;
    for (size_t i = 0; done && i < d->o->n_blocks; i++) {
        const OffPara *p = &d->o->blocks[i].para;
        if (d->o->blocks[i].kind != OFF_PARA || p->mark != OFF_MARK_NUMBER || done[p->list]) continue;
        done[p->list] = 1;
        put_number(x, NUMBER_FIRST + p->list, 2, p);
    }
    free(done);
}

void styles_numbering(const Docx *d, Xml *x)
{
    xml_puts(x, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering "
                "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    put_abstract(d, x, 0, 0, 0);
    put_abstract(d, x, 1, 0, 1);
    put_abstract(d, x, 2, 1, 0);
    put_number(x, NUMBER_DASH, 0, NULL);
    put_number(x, NUMBER_PLAIN_DASH, 1, NULL);
    put_lists(d, x);
    xml_puts(x, "</w:numbering>");
}
