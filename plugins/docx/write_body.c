/* write_body.c - word/document.xml: blocks one after another, each with a bookmark that carries its number. */
#include "plugins/docx/write_inside.h"

static double room_of(const Docx *d)
{
    const Official *o = d->o;
    return (d->landscape ? o->page_height : o->page_width) - o->left - o->right;
}

/* --- tables --- */

static void open_table(Docx *d, const OffTable *t, int borders)
{
    Xml *x = &d->body;
    double all = 0;
    for (uint32_t i = 0; i < t->columns; i++) all += t->widths[i];
    xml_puts(x, borders ? "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW" : "<w:tbl><w:tblPr><w:tblW");
    xml_attr_int(x, "w:w", docx_twips(all));
    xml_puts(x, " w:type=\"dxa\"/>");
    if (borders) xml_puts(x, "<w:jc w:val=\"center\"/>");
    xml_puts(x, "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
    long pad = borders ? docx_twips(d->o->table_padding) : 0;
    xml_puts(x, "<w:left");
    xml_attr_int(x, "w:w", pad);
    xml_puts(x, " w:type=\"dxa\"/><w:right");
    xml_attr_int(x, "w:w", pad);
    xml_puts(x, " w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" "
                "w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>");
    if (t->caption.n) {
        xml_puts(x, "<w:tblCaption");
        xml_attr(x, "w:val", t->caption);
        xml_puts(x, "/>");
    }
    xml_puts(x, "</w:tblPr><w:tblGrid>");
    for (uint32_t i = 0; i < t->columns; i++) {
        xml_puts(x, "<w:gridCol");
        xml_attr_int(x, "w:w", docx_twips(t->widths[i]));
        xml_puts(x, "/>");
    }
    xml_puts(x, "</w:tblGrid>");
}

static void put_cell(Docx *d, const OffCell *c, double width, int borders, uint32_t block)
{
    Xml *x = &d->body;
    xml_puts(x, "<w:tc>");                                  /* its width is the column's, in the grid */
    for (size_t i = 0; i < c->n_paras; i++) 
        para_write(d, &c->paras[i], width - (borders ? 2 * d->o->table_padding : 0), i ? 0 : block);
    static const OffPara empty = {.role = OFF_CELL, .align = OFF_LEFT};
    if (!c->n_paras) para_write(d, &empty, width, block);
    xml_puts(x, "</w:tc>");
}

/* The first paragraph of the first cell carries the number of the block. */
static void put_table(Docx *d, const OffBlock *b, int borders)
{
    const OffTable *t = &b->table;
    Xml *x = &d->body;
    open_table(d, t, borders);
    for (size_t r = 0; r < t->n_rows; r++) {
        xml_puts(x, "<w:tr><w:trPr><w:cantSplit/>");
        if (r < t->head_rows) xml_puts(x, "<w:tblHeader/>");
        xml_puts(x, "</w:trPr>");
        for (uint32_t c = 0; c < t->columns; c++)
            put_cell(d, &t->rows[r].cells[c], t->widths[c], borders, r || c ? 0 : b->number);
        xml_puts(x, "</w:tr>");
        seams_add(&d->body_seams, x, 0);
    }
    xml_puts(x, "</w:tbl>");
}

/* Between a table and what follows: Word joins neighbouring tables, and a body never ends with one. */
static void put_gap(Docx *d)
{
    xml_puts(&d->body, "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>");
}

/* --- sections --- */

static void put_section(Docx *d, int last)
{
    Xml *x = &d->body;
    const Official *o = d->o;
    long wide = docx_twips(d->landscape ? o->page_height : o->page_width);
    long high = docx_twips(d->landscape ? o->page_width : o->page_height);
    if (!last) xml_puts(x, "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/>");
    xml_puts(x, "<w:sectPr>");
    if (!d->sections && o->page_numbers) xml_puts(x, "<w:headerReference w:type=\"default\" r:id=\"rId4\"/>");
    xml_puts(x, "<w:type w:val=\"nextPage\"/><w:pgSz");
    xml_attr_int(x, "w:w", wide);
    xml_attr_int(x, "w:h", high);
    if (d->landscape) xml_puts(x, " w:orient=\"landscape\"");
    xml_puts(x, "/><w:pgMar");
    xml_attr_int(x, "w:top", docx_twips(o->top));
    xml_attr_int(x, "w:right", docx_twips(o->right));
    xml_attr_int(x, "w:bottom", docx_twips(o->bottom));
    xml_attr_int(x, "w:left", docx_twips(o->left));
    xml_attr_int(x, "w:header", docx_twips(o->page_number_top));
    xml_attr_int(x, "w:footer", docx_twips(o->bottom / 2));
    xml_puts(x, " w:gutter=\"0\"/>");
    if (!d->sections) xml_puts(x, "<w:titlePg/>");
    xml_puts(x, "</w:sectPr>");
    if (!last) xml_puts(x, "</w:pPr></w:p>");
    d->sections++;
}

/* --- the whole --- */

static void put_block(Docx *d, const OffBlock *b)
{
    switch (b->kind) {
    case OFF_PARA:
        para_write(d, &b->para, room_of(d), b->para.role == OFF_RULE ? 0 : b->number);
        break;
    case OFF_GRID:
    case OFF_TABLE:
        if (b->table.n_rows) put_table(d, b, b->kind == OFF_TABLE);
        break;
    case OFF_SECTION:
        if (b->number > 1) put_section(d, 0);
        d->landscape = b->landscape;
        break;
    }
}

static int is_table(const OffBlock *b) { return b->kind == OFF_TABLE || b->kind == OFF_GRID; }

void body_write(Docx *d)
{
    Xml *x = &d->body;
    const Official *o = d->o;
    xml_puts(x, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
                "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
                "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
                "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
                "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" mc:Ignorable=\"w14\"><w:body>");
    for (size_t i = 0; i < o->n_blocks && !x->failed; i++) {
        put_block(d, &o->blocks[i]);
        int next_section = i + 1 < o->n_blocks && o->blocks[i + 1].kind == OFF_SECTION;
        if (is_table(&o->blocks[i]) && !next_section) put_gap(d);
        seams_add(&d->body_seams, x, seams_parts(o, i));
    }
    if (!o->n_blocks) put_gap(d);
    put_section(d, 1);
    xml_puts(x, "</w:body></w:document>");
}
