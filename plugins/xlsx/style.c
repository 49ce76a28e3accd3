/* style.c - how cells look: the one table of fonts, fills and formats, and the part that says them; knows no sheet. */
#include "plugins/xlsx/book.h"

enum { FONT_PLAIN, FONT_BOLD, FONT_TITLE, FONT_SMALL, FONT_HEAD };
enum { FILL_NONE, FILL_GREY_PATTERN, FILL_HEAD, FILL_GROUP, FILL_INPUT, FILL_CLOSED };
enum { FORMAT_GENERAL = 0, FORMAT_TEXT = 49, FORMAT_WHOLE = 3, FORMAT_DECIMAL = 164, FORMAT_DATE = 165 };

typedef struct Format {
    unsigned char font, fill, border, format, wrap, open, indent;
    const char *across;                    /* "left" "center" "right", NULL = by the kind of the value */
} Format;

static const Format FORMATS[LOOKS] = {
    [LOOK_PLAIN] = {0},
    [LOOK_TITLE] = {.font = FONT_TITLE, .across = "center"},
    [LOOK_SUBTITLE] = {.font = FONT_BOLD, .across = "center"},
    [LOOK_SMALL] = {.font = FONT_SMALL, .across = "center", .wrap = 1},
    [LOOK_LABEL] = {.font = FONT_BOLD},
    [LOOK_HEAD] = {.font = FONT_HEAD, .fill = FILL_HEAD, .border = 1, .wrap = 1, .across = "center"},
    [LOOK_GROUP] = {.font = FONT_BOLD, .fill = FILL_GROUP, .border = 1, .wrap = 1},
    [LOOK_TEXT] = {.border = 1, .wrap = 1},
    [LOOK_CENTER] = {.border = 1, .wrap = 1, .across = "center"},
    [LOOK_BOLD] = {.font = FONT_BOLD, .border = 1, .wrap = 1},
    [LOOK_INDENT] = {.border = 1, .wrap = 1, .indent = 2, .across = "left"},
    [LOOK_WHOLE] = {.border = 1, .format = FORMAT_WHOLE},
    [LOOK_DECIMAL] = {.border = 1, .format = FORMAT_DECIMAL},
    [LOOK_DATE] = {.border = 1, .format = FORMAT_DATE, .across = "center"},
    [LOOK_IN_WHOLE] = {.border = 1, .fill = FILL_INPUT, .format = FORMAT_WHOLE, .open = 1},
    [LOOK_IN_DECIMAL] = {.border = 1, .fill = FILL_INPUT, .format = FORMAT_DECIMAL, .open = 1},
    [LOOK_IN_TEXT] = {.border = 1, .fill = FILL_INPUT, .format = FORMAT_TEXT, .wrap = 1, .open = 1},
    [LOOK_IN_DATE] = {.border = 1, .fill = FILL_INPUT, .format = FORMAT_DATE, .across = "center", .open = 1},
    [LOOK_CLOSED] = {.border = 1, .fill = FILL_CLOSED},
    [LOOK_CHECK] = {.border = 1, .wrap = 1, .across = "center"},
    [LOOK_NOTE] = {.font = FONT_SMALL, .border = 1, .wrap = 1},
};

double style_letters(Look look)
{
    static const double letters[] = {0.98, 0.9, 0.75, 1.32, 0.88};
    return FORMATS[look].wrap ? letters[FORMATS[look].font] : 0;
}

static void fonts(Xml *x)
{
    static const char *const more[] = {"", "<b/>", "<b/>", "<i/>", "<b/>"};
    static const char *const size[] = {"11", "11", "14", "9", "11"}, *const colour[] = {"000000", "000000", "000000", "595959",
                                                                                        "FFFFFF"};
    xml_puts(x, "<fonts count=\"5\">");
    for (int i = 0; i < 5; i++) {
        xml_puts(x, "<font>");
        xml_puts(x, more[i]);
        xml_puts(x, "<sz val=\"");
        xml_puts(x, size[i]);
        xml_puts(x, "\"/><color rgb=\"FF");
        xml_puts(x, colour[i]);
        xml_puts(x, "\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>");
    }
    xml_puts(x, "</fonts>");
}

static void fills(Xml *x)
{
    static const char *const colour[] = {"1F5C4D", "E2EFDA", "FFF9D6", "EDEDED"};
    xml_puts(x, "<fills count=\"6\"><fill><patternFill patternType=\"none\"/></fill>"
                "<fill><patternFill patternType=\"gray125\"/></fill>");
    for (int i = 0; i < 4; i++) {
        xml_puts(x, "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF");
        xml_puts(x, colour[i]);
        xml_puts(x, "\"/><bgColor indexed=\"64\"/></patternFill></fill>");
    }
    xml_puts(x, "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>");
    static const char *const sides[] = {"left", "right", "top", "bottom"};
    for (int i = 0; i < 4; i++) {
        xml_puts(x, "<");
        xml_puts(x, sides[i]);
        xml_puts(x, " style=\"thin\"><color rgb=\"FF8C8C8C\"/></");
        xml_puts(x, sides[i]);
        xml_puts(x, ">");
    }
    xml_puts(x, "<diagonal/></border></borders>");
}

static void one_format(Xml *x, const Format *f)
{
    xml_puts(x, "<xf");
    xml_attr_int(x, "numFmtId", f->format);
    xml_attr_int(x, "fontId", f->font);
    xml_attr_int(x, "fillId", f->fill);
    xml_attr_int(x, "borderId", f->border);
    xml_puts(x, " xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" "
                "applyProtection=\"1\"><alignment");
    if (f->across) xml_attr(x, "horizontal", (SenText){f->across, strlen(f->across)});
    xml_puts(x, f->border ? " vertical=\"center\"" : " vertical=\"top\"");
    if (f->wrap) xml_puts(x, " wrapText=\"1\"");
    if (f->indent) xml_attr_int(x, "indent", f->indent);
    xml_puts(x, f->open ? "/><protection locked=\"0\"/></xf>" : "/></xf>");
}

void style_write(Xml *x)
{
    xml_puts(x, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"2\">"
                "<numFmt numFmtId=\"164\" formatCode=\"#,##0.##\"/><numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\"/>"
                "</numFmts>");
    fonts(x);
    fills(x);
    xml_puts(x, "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs");
    xml_attr_int(x, "count", LOOKS);
    xml_puts(x, ">");
    for (int i = 0; i < LOOKS; i++) one_format(x, &FORMATS[i]);
    xml_puts(x, "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
                "<dxfs count=\"4\">"
                "<dxf><font><b/><color rgb=\"FF9C0006\"/></font><fill><patternFill><bgColor rgb=\"FFFFC7CE\"/>"
                "</patternFill></fill></dxf>"
                "<dxf><font><color rgb=\"FF006100\"/></font><fill><patternFill><bgColor rgb=\"FFC6EFCE\"/></patternFill>"
                "</fill></dxf>"
                "<dxf><font><color rgb=\"FF7F7F7F\"/></font></dxf>"
                "<dxf><font><b/><color rgb=\"FFC00000\"/></font></dxf></dxfs></styleSheet>");
}
