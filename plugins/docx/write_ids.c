/* write_ids.c - customXml/item1.xml: every block with its number, part, role, origin, line and text, so that a
 * file that comes back from Word can be compared without the build that made it. README.md describes the format. */
#include "plugins/docx/write_inside.h"

static void put_common(Xml *x, const char *element, const OffBlock *b)
{
    xml_puts(x, element);
    xml_attr_int(x, "n", b->number);
    if (strcmp(b->part, "body")) xml_attr(x, "part", (SenText){b->part, strlen(b->part)});
    if (b->origin.n) xml_attr(x, "origin", b->origin);
    if (b->line > 0) xml_attr_int(x, "line", b->line);
}

static void put_cell_text(Docx *d, Xml *x, const OffCell *c)
{
    xml_puts(x, "<c>");
    for (size_t i = 0; i < c->n_paras; i++) {
        if (i) xml_puts(x, "\n");
        para_plain(d, x, &c->paras[i]);
    }
    xml_puts(x, "</c>");
}

static void put_table(Docx *d, Xml *x, const OffBlock *b)
{
    put_common(x, b->kind == OFF_GRID ? "<grid" : "<table", b);
    if (b->kind == OFF_TABLE) xml_attr_int(x, "head", (long long)b->table.head_rows);
    xml_puts(x, ">");
    for (size_t r = 0; r < b->table.n_rows; r++) {
        xml_puts(x, "<row");
        if (b->table.rows[r].origin.n) xml_attr(x, "origin", b->table.rows[r].origin);
        xml_puts(x, ">");
        for (uint32_t c = 0; c < b->table.columns; c++) put_cell_text(d, x, &b->table.rows[r].cells[c]);
        xml_puts(x, "</row>");
        seams_add(&d->ids_seams, x, 0);
    }
    xml_puts(x, b->kind == OFF_GRID ? "</grid>" : "</table>");
}

void ids_write(Docx *d, Xml *x)
{
    const Official *o = d->o;
    xml_puts(x, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<document xmlns=\"urn:sen:blocks:1\"");
    xml_attr(x, "material", d->material);
    xml_attr(x, "unit", d->unit);
    xml_attr(x, "type", (SenText){o->type, strlen(o->type)});
    xml_puts(x, ">");
    for (size_t i = 0; i < o->n_blocks; i++) {
        const OffBlock *b = &o->blocks[i];
        if (b->kind == OFF_TABLE || b->kind == OFF_GRID) {
            put_table(d, x, b);
        } else if (b->kind == OFF_PARA && b->para.role != OFF_RULE) {
            put_common(x, "<p", b);
            xml_puts(x, " style=\"");
            xml_puts(x, styles_id(b->para.role));
            xml_puts(x, "\">");
            para_plain(d, x, &b->para);
            xml_puts(x, "</p>");
        }
        seams_add(&d->ids_seams, x, seams_parts(o, i));
    }
    for (size_t i = 0; i < o->n_notes; i++) {
        xml_puts(x, "<note>[");
        xml_int(x, o->notes[i].number);
        xml_puts(x, "]");
        for (size_t k = 0; k < o->notes[i].n_paras; k++) {
            xml_puts(x, " ");
            para_plain(d, x, &o->notes[i].paras[k]);
        }
        xml_puts(x, "</note>");
    }
    xml_puts(x, "</document>");
}

void ids_properties(Xml *x)
{
    xml_puts(x, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<ds:datastoreItem "
                "ds:itemID=\"{5E4B6C0D-0030-4F2E-9A30-202605030530}\" "
                "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs>"
                "<ds:schemaRef ds:uri=\"urn:sen:blocks:1\"/></ds:schemaRefs></ds:datastoreItem>");
}
