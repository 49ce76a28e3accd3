/* write_parts.c - the small parts of the package: content types, relations, settings, header, footnotes, properties. */
#include "plugins/docx/write_inside.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static int has_jpeg(const Docx *d, int jpeg)
{
    for (uint32_t i = 0; i < d->shapes; i++)
        if (d->picture[i].jpeg == jpeg) return 1;
    return 0;
}

void parts_types(const Docx *d, Xml *x)
{
    xml_puts(x, HEAD "<Types xmlns=\"" PACKAGE "content-types\">"
                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    if (has_jpeg(d, 0)) xml_puts(x, "<Default Extension=\"png\" ContentType=\"image/png\"/>");
    if (has_jpeg(d, 1)) xml_puts(x, "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>");
    xml_puts(x, "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>"
                "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE "styles+xml\"/>"
                "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD_TYPE "numbering+xml\"/>"
                "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD_TYPE "settings+xml\"/>"
                "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD_TYPE "header+xml\"/>");
    if (d->o->n_notes) xml_puts(x, "<Override PartName=\"/word/footnotes.xml\" ContentType=\"" WORD_TYPE "footnotes+xml\"/>");
    xml_puts(x, "<Override PartName=\"/customXml/itemProps1.xml\" "
                "ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>"
                "<Override PartName=\"/docProps/core.xml\" "
                "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                "<Override PartName=\"/docProps/app.xml\" "
                "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>");
}

void parts_rels(Xml *x)
{
    xml_puts(x, HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">"
                "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/officeDocument\" Target=\"word/document.xml\"/>"
                "<Relationship Id=\"rId2\" Type=\"" PACKAGE "relationships/metadata/core-properties\" "
                "Target=\"docProps/core.xml\"/>"
                "<Relationship Id=\"rId3\" Type=\"" OFFICE "relationships/extended-properties\" Target=\"docProps/app.xml\"/>"
                "</Relationships>");
}

void parts_document_rels(const Docx *d, Xml *x)
{
    xml_puts(x, HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">"
                "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/styles\" Target=\"styles.xml\"/>"
                "<Relationship Id=\"rId2\" Type=\"" OFFICE "relationships/numbering\" Target=\"numbering.xml\"/>"
                "<Relationship Id=\"rId3\" Type=\"" OFFICE "relationships/settings\" Target=\"settings.xml\"/>"
                "<Relationship Id=\"rId4\" Type=\"" OFFICE "relationships/header\" Target=\"header1.xml\"/>"
                "<Relationship Id=\"rId5\" Type=\"" OFFICE "relationships/customXml\" Target=\"../customXml/item1.xml\"/>");
    if (d->o->n_notes)
        xml_puts(x, "<Relationship Id=\"rId6\" Type=\"" OFFICE "relationships/footnotes\" Target=\"footnotes.xml\"/>");
    for (uint32_t i = 0; i < d->shapes; i++) {
        xml_puts(x, "<Relationship Id=\"rIdP");
        xml_int(x, i + 1);
        xml_puts(x, "\" Type=\"" OFFICE "relationships/image\" Target=\"media/image");
        xml_int(x, i + 1);
        xml_puts(x, d->picture[i].jpeg ? ".jpeg\"/>" : ".png\"/>");
    }
    xml_puts(x, "</Relationships>");
}

void parts_settings(const Docx *d, Xml *x)
{
    xml_puts(x, HEAD "<w:settings xmlns:w=" MAIN "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"
                "<w:characterSpacingControl w:val=\"doNotCompress\"/>");
    if (d->o->n_notes) xml_puts(x, "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>");
    xml_puts(x, "<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name=\"compatibilityMode\" "
                "w:uri=\"http://schemas.microsoft.com/office/word\" "
                "w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"vi-VN\"/><w:decimalSymbol w:val=\",\"/>"
                "<w:listSeparator w:val=\";\"/></w:settings>");
}

void parts_header(Xml *x)
{
    xml_puts(x, HEAD "<w:hdr xmlns:w=" MAIN "><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE "
                "</w:instrText></w:r>"
                "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar "
                "w:fldCharType=\"end\"/></w:r>"
                "</w:p></w:hdr>");
}

static void put_note(Docx *d, Xml *x, const OffNote *note)
{
    xml_puts(x, "<w:footnote");
    xml_attr_int(x, "w:id", note->number);
    xml_puts(x, ">");
    for (size_t i = 0; i < note->n_paras; i++) {
        xml_puts(x, "<w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>");
        if (!i) xml_puts(x, "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>"
                            "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
        OffPara text = note->paras[i];
        OffRun kept[64];
        size_t n = 0;
        for (size_t k = 0; k < text.n_runs && n < sizeof kept / sizeof *kept; k++)
            if (text.runs[k].kind != OFF_RUN_NOTE && text.runs[k].kind != OFF_RUN_IMAGE) kept[n++] = text.runs[k];
        text.runs = kept;
        text.n_runs = n;
        para_write_runs(d, x, &text);
        xml_puts(x, "</w:p>");
    }
    if (!note->n_paras) xml_puts(x, "<w:p/>");
    xml_puts(x, "</w:footnote>");
}

void parts_footnotes(Docx *d, Xml *x)
{
    xml_puts(x, HEAD "<w:footnotes xmlns:w=" MAIN " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
                "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" mc:Ignorable=\"w14\">"
                "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
                "</w:footnote>");
    for (size_t i = 0; i < d->o->n_notes; i++) put_note(d, x, &d->o->notes[i]);
    xml_puts(x, "</w:footnotes>");
}

static void put_property(Xml *x, const char *name, SenText value)
{
    if (!value.n) return;
    xml_puts(x, "<");
    xml_puts(x, name);
    xml_puts(x, ">");
    xml_text(x, value);
    xml_puts(x, "</");
    xml_puts(x, name);
    xml_puts(x, ">");
}

/* No date: the same document gives the same bytes on any day. */
void parts_core(const Docx *d, Xml *x)
{
    const Official *o = d->o;
    xml_puts(x, HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
                "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
    put_property(x, "dc:title", o->title);
    put_property(x, "dc:subject", o->subject);
    put_property(x, "dc:creator", o->author);
    put_property(x, "cp:keywords", o->keywords);
    put_property(x, "dc:language", SEN_STR("vi-VN"));
    xml_puts(x, "</cp:coreProperties>");
}

void parts_app(Xml *x)
{
    xml_puts(x, HEAD "<Properties xmlns=\"" OFFICE "extended-properties\"><Application>Sen</Application></Properties>");
}
