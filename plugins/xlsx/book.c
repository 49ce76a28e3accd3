/* book.c - the parts around the sheets: types, relations, names, properties, the chart's drawing; and the ZIP they make. */
#include "plugins/xlsx/book.h"
#include "plugins/common/zip/zip_write.h"
#include <stdio.h>
#include <stdlib.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define RELS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument."

enum { PARTS_MOST = 10 + 5 * SHEETS_MOST, NAME_MOST = 48 };

typedef struct Package {
    Xml xml[PARTS_MOST];
    char name[PARTS_MOST][NAME_MOST];
    size_t n;
} Package;

Sheet *book_add_sheet(Book *b, const char *name)
{
    if (b->n == SHEETS_MOST) return NULL;
    b->sheet[b->n].name = name;
    return &b->sheet[b->n++];
}

void book_free(Book *b)
{
    for (size_t i = 0; i < b->n; i++) {
        Sheet *s = &b->sheet[i];
        Xml *all[] = {&s->cols, &s->rows, &s->cells, &s->merges, &s->conditions, &s->rules, &s->chart};
        for (size_t k = 0; k < sizeof all / sizeof *all; k++) xml_free(all[k]);
    }
    xml_free(&b->names);
    xml_free(&b->custom);
}

static void add_name(Book *b, const char *name, int sheet, const char *to)
{
    Xml *x = &b->names;
    xml_puts(x, "<definedName");
    xml_attr(x, "name", (SenText){name, strlen(name)});
    if (sheet >= 0) xml_attr_int(x, "localSheetId", sheet);
    if (strcmp(name, "_xlnm.Print_Titles")) xml_puts(x, " hidden=\"1\"");
    xml_puts(x, ">");
    xml_text(x, (SenText){to, strlen(to)});
    xml_puts(x, "</definedName>");
}

void book_add_name(Book *b, const char *name, const char *to) { add_name(b, name, -1, to); }

void book_add_property(Book *b, const char *name, SenText value)
{
    Xml *x = &b->custom;
    xml_puts(x, "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\"");
    xml_attr_int(x, "pid", ++b->n_custom + 1);
    xml_attr(x, "name", (SenText){name, strlen(name)});
    xml_puts(x, "><vt:lpwstr>");
    xml_text(x, value);
    xml_puts(x, "</vt:lpwstr></property>");
}

/* --- parts --- */

/* "xl/worksheets/sheet#.xml": the mark becomes the number. */
static void number_name(char *out, size_t most, const char *pattern, int number)
{
    size_t k = strcspn(pattern, "#");
    if (pattern[k]) snprintf(out, most, "%.*s%d%s", (int)k, pattern, number, pattern + k + 1);
    else snprintf(out, most, "%s", pattern);
}

static Xml *part(Package *p, const char *name, int number)
{
    number_name(p->name[p->n], NAME_MOST, name, number);
    return &p->xml[p->n++];
}

static void override(Xml *x, const char *name, int number, const char *type)
{
    char text[64];
    number_name(text, sizeof text, name, number);
    xml_puts(x, "<Override PartName=\"/");
    xml_puts(x, text);
    xml_puts(x, "\" ContentType=\"");
    xml_puts(x, type);
    xml_puts(x, "\"/>");
}

static void types(const Book *b, Xml *x)
{
    xml_puts(x, HEAD "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd."
                "openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    override(x, "xl/workbook.xml", 0, TYPE "spreadsheetml.sheet.main+xml");
    override(x, "xl/styles.xml", 0, TYPE "spreadsheetml.styles+xml");
    for (size_t i = 0; i < b->n; i++) {
        override(x, "xl/worksheets/sheet#.xml", (int)i + 1, TYPE "spreadsheetml.worksheet+xml");
        if (!b->sheet[i].chart.n) continue;
        override(x, "xl/drawings/drawing#.xml", (int)i + 1, TYPE "drawing+xml");
        override(x, "xl/charts/chart#.xml", (int)i + 1, TYPE "drawingml.chart+xml");
    }
    override(x, "docProps/core.xml", 0, "application/vnd.openxmlformats-package.core-properties+xml");
    override(x, "docProps/app.xml", 0, TYPE "extended-properties+xml");
    if (b->custom.n) override(x, "docProps/custom.xml", 0, TYPE "custom-properties+xml");
    xml_puts(x, "</Types>");
}

static void relation(Xml *x, int id, const char *type, const char *target, int number)
{
    char to[64];
    number_name(to, sizeof to, target, number);
    xml_puts(x, "<Relationship Id=\"rId");
    xml_int(x, id);
    xml_puts(x, "\" Type=\"");
    xml_puts(x, type);
    xml_puts(x, "\" Target=\"");
    xml_puts(x, to);
    xml_puts(x, "\"/>");
}

static void open_relations(Xml *x) { xml_puts(x, HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">"); }

static void package_relations(const Book *b, Xml *x)
{
    open_relations(x);
    relation(x, 1, RELS "/officeDocument", "xl/workbook.xml", 0);
    relation(x, 2, PACKAGE "relationships/metadata/core-properties", "docProps/core.xml", 0);
    relation(x, 3, RELS "/extended-properties", "docProps/app.xml", 0);
    if (b->custom.n) relation(x, 4, RELS "/custom-properties", "docProps/custom.xml", 0);
    xml_puts(x, "</Relationships>");
}

static void core_properties(const Book *b, Xml *x)
{
    char day[120];
    snprintf(day, sizeof day, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%04d-01-01T00:00:00Z</dcterms:created>",
             b->year >= 1900 && b->year < 3000 ? b->year : 2026);
    xml_puts(x, HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
    xml_text(x, b->title);
    xml_puts(x, "</dc:title><dc:subject>");
    xml_text(x, b->subject);
    xml_puts(x, "</dc:subject><dc:creator>");
    xml_text(x, b->author);
    xml_puts(x, "</dc:creator>");
    xml_puts(x, day);
    xml_puts(x, "<dc:language>vi-VN</dc:language></cp:coreProperties>");
}

/* Names of a sheet's own: what is repeated in print, what the filter covers. */
static void sheet_names(Book *b)
{
    char to[120], a[4], c[4];
    for (size_t i = 0; i < b->n; i++) {
        Sheet *s = &b->sheet[i];
        if (s->filter_row) {
            snprintf(to, sizeof to, "'%s'!$%s$%u:$%s$%u", s->name, sheet_column(s->filter_columns[0], a), s->filter_row,
                     sheet_column(s->filter_columns[1], c), s->filter_last);
            add_name(b, "_xlnm._FilterDatabase", (int)i, to);
        }
        if (!s->head_row) continue;
        snprintf(to, sizeof to, "'%s'!$%u:$%u", s->name, s->head_row, s->head_row);
        add_name(b, "_xlnm.Print_Titles", (int)i, to);
    }
}

static void workbook(const Book *b, Xml *x)
{
    xml_puts(x, HEAD "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" RELS "\">"
                "<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"24000\" windowHeight=\"12000\"/>"
                "</bookViews><sheets>");
    for (size_t i = 0; i < b->n; i++) {
        xml_puts(x, "<sheet");
        xml_attr(x, "name", (SenText){b->sheet[i].name, strlen(b->sheet[i].name)});
        xml_attr_int(x, "sheetId", (long long)i + 1);
        if (b->sheet[i].hidden) xml_puts(x, " state=\"veryHidden\"");
        xml_puts(x, " r:id=\"rId");
        xml_int(x, (long long)i + 1);
        xml_puts(x, "\"/>");
    }
    xml_puts(x, "</sheets>");
    if (b->names.n) {
        xml_puts(x, "<definedNames>");
        xml_add(x, b->names.p, b->names.n);
        xml_puts(x, "</definedNames>");
    }
    if (b->recount) xml_puts(x, "<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>");
    xml_puts(x, "</workbook>");
}

static void drawing(const Sheet *s, int number, Package *p)
{
    char text[400];
    Xml *x = part(p, "xl/drawings/drawing#.xml", number);
    xml_puts(x, HEAD "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
                "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><xdr:twoCellAnchor>");
    snprintf(text, sizeof text, "<xdr:from><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%u</xdr:row>"
                                "<xdr:rowOff>0</xdr:rowOff>"
             "</xdr:from><xdr:to><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%u</xdr:row><xdr:rowOff>"
             "0</xdr:rowOff></xdr:to>",
             s->chart_column, s->chart_row, s->chart_column + s->chart_columns, s->chart_row + s->chart_rows);
    xml_puts(x, text);
    xml_puts(x, "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"2\" name=\"Biểu đồ 1\" "
                "descr=\"Biểu đồ so sánh mức cần đạt với số hiện có\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>"
                "<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData "
                "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
                "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:r=\"" RELS "\" r:id=\"rId1\"/>"
                "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>");
    x = part(p, "xl/drawings/_rels/drawing#.xml.rels", number);
    open_relations(x);
    relation(x, 1, RELS "/chart", "../charts/chart#.xml", number);
    xml_puts(x, "</Relationships>");
    x = part(p, "xl/worksheets/_rels/sheet#.xml.rels", number);
    open_relations(x);
    relation(x, 1, RELS "/drawing", "../drawings/drawing#.xml", number);
    xml_puts(x, "</Relationships>");
    x = part(p, "xl/charts/chart#.xml", number);
    xml_add(x, s->chart.p, s->chart.n);
    x->failed |= s->chart.failed;
}

static void write_parts(Book *b, Package *p)
{
    sheet_names(b);
    types(b, part(p, "[Content_Types].xml", 0));
    package_relations(b, part(p, "_rels/.rels", 0));
    workbook(b, part(p, "xl/workbook.xml", 0));
    Xml *x = part(p, "xl/_rels/workbook.xml.rels", 0);
    open_relations(x);
    for (size_t i = 0; i < b->n; i++) relation(x, (int)i + 1, RELS "/worksheet", "worksheets/sheet#.xml", (int)i + 1);
    relation(x, (int)b->n + 1, RELS "/styles", "styles.xml", 0);
    xml_puts(x, "</Relationships>");
    style_write(part(p, "xl/styles.xml", 0));
    for (size_t i = 0; i < b->n; i++) {
        const Sheet *s = &b->sheet[i];
        x = part(p, "xl/worksheets/sheet#.xml", (int)i + 1);
        sheet_write(s, i, x);
        x->failed |= s->cols.failed | s->rows.failed | s->cells.failed | s->merges.failed | s->conditions.failed |
                     s->rules.failed;
        if (s->chart.n) drawing(s, (int)i + 1, p);
    }
    core_properties(b, part(p, "docProps/core.xml", 0));
    xml_puts(part(p, "docProps/app.xml", 0), HEAD "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
             "extended-properties\"><Application>Sen</Application></Properties>");
    if (!b->custom.n) return;
    x = part(p, "docProps/custom.xml", 0);
    xml_puts(x, HEAD "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
                "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">");
    xml_add(x, b->custom.p, b->custom.n);
    xml_puts(x, "</Properties>");
}

static int send_parts(const SenHost *h, const Package *p, SenSink *sink)
{
    int rc = 0;
    for (size_t i = 0; i < p->n && !rc; i++)
        rc = h->write(sink, "=== ", 4) || h->write(sink, p->name[i], strlen(p->name[i])) || h->write(sink, "\n", 1) ||
             h->write(sink, p->xml[i].p, p->xml[i].n) || h->write(sink, "\n", 1);
    return rc;
}

static int send_zip(const Book *b, const Package *p, SenSink *sink)
{
    ZipPart parts[PARTS_MOST];
    const void *bytes = NULL;
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++) parts[i] = (ZipPart){.name = p->name[i], .p = p->xml[i].p, .n = p->xml[i].n};
    if (zip_write_parts(b->zip, parts, p->n, &bytes, &n) != 0) return -1;
    return b->host->write(sink, bytes, n);
}

int book_send(Book *b, int parts, SenSink *sink, SenErr *err)
{
    Package *p = calloc(1, sizeof *p);
    int rc = -1, failed = !p || b->names.failed || b->custom.failed;
    if (!failed) {
        write_parts(b, p);
        for (size_t i = 0; i < p->n; i++) failed |= p->xml[i].failed;
        if (!failed) rc = parts ? send_parts(b->host, p, sink) : send_zip(b, p, sink);
        for (size_t i = 0; i < p->n; i++) xml_free(&p->xml[i]);
    }
    free(p);
    return rc ? b->host->fail(err, SEN_STR("không đủ chỗ để đóng gói tệp Excel")) : 0;
}
