/* sheet.c - one sheet: rows of typed cells, what is checked and shown about them, and the part they make; knows no model. */
#include "plugins/xlsx/book.h"
#include <stdio.h>
#include <string.h>

enum { TEXT_MOST = 32000, EPOCH_1900 = 25569 };
#define LINE_HEIGHT 14.6                   /* points of a line of 11 */

const char *sheet_column(int column, char out[4])
{
    if (column < 26) {
        out[0] = (char)('A' + column);
        out[1] = 0;
    } else {
        out[0] = (char)('A' + column / 26 - 1);
        out[1] = (char)('A' + column % 26);
        out[2] = 0;
    }
    return out;
}

void sheet_width(Sheet *s, int column, double width, int hidden)
{
    char text[120];
    snprintf(text, sizeof text, "<col min=\"%d\" max=\"%d\" width=\"%.2f\" customWidth=\"1\"%s/>", column + 1, column + 1, width,
             hidden ? " hidden=\"1\"" : "");
    xml_puts(&s->cols, text);
    if (column < WIDTHS_MOST && !hidden) s->width[column] = width;
}

void sheet_row(Sheet *s, double height, int level, int hidden)
{
    s->row++;
    s->cells.n = 0;
    s->now.height = height;
    s->now.lines = 1;
    s->now.level = level;
    s->now.hidden = hidden;
}

/* No program measures the rows of a file it opens for printing: their height is told, from the letters in them. */
void sheet_end_row(Sheet *s)
{
    char text[64];
    xml_puts(&s->rows, "<row");
    xml_attr_int(&s->rows, "r", s->row);
    double height = s->now.height > 0 ? s->now.height : s->now.lines > 1 ? LINE_HEIGHT * s->now.lines + 2 : 0;
    if (height > 0) {
        snprintf(text, sizeof text, " ht=\"%.1f\" customHeight=\"1\"", height < 400 ? height : 400);
        xml_puts(&s->rows, text);
    }
    if (s->now.hidden) xml_puts(&s->rows, " hidden=\"1\"");
    if (s->now.level) xml_attr_int(&s->rows, "outlineLevel", s->now.level);
    if (s->now.level) s->outline = 1;
    xml_puts(&s->rows, ">");
    if (s->cells.n) xml_add(&s->rows, s->cells.p, s->cells.n);
    xml_puts(&s->rows, "</row>");
}

/* The lines a text needs in its column: words are not broken, so a line is not always full. */
static void measure(Sheet *s, int column, Look look, SenText t)
{
    double fits = column < WIDTHS_MOST ? s->width[column] * style_letters(look) : 0;
    int lines = 1;
    double at = 0, word = 0;
    if (fits < 1) return;
    for (size_t i = 0; i <= t.n; i++) {
        char c = i < t.n ? t.p[i] : ' ';
        if (c == ' ' || c == '\n') {
            if (at > 0 && at + 1 + word > fits) {
                lines++;
                at = word;
            } else {
                at += (at > 0) + word;
            }
            word = 0;
            if (c == '\n') lines++, at = 0;
        } else if (((unsigned char)c & 0xC0) != 0x80) {
            word++;
        }
    }
    if (lines > s->now.lines) s->now.lines = lines;
}

static void open_cell(Sheet *s, int column, Look look, const char *type)
{
    char letters[4];
    if ((uint32_t)column > s->widest) s->widest = (uint32_t)column;
    xml_puts(&s->cells, "<c r=\"");
    xml_puts(&s->cells, sheet_column(column, letters));
    xml_int(&s->cells, s->row);
    xml_puts(&s->cells, "\" s=\"");
    xml_int(&s->cells, look);
    xml_puts(&s->cells, "\"");
    xml_puts(&s->cells, type);
}

void sheet_blank(Sheet *s, int column, Look look) { open_cell(s, column, look, "/>"); }

static SenText cut(SenText t)
{
    if (t.n <= TEXT_MOST) return t;
    t.n = TEXT_MOST;
    while (t.n && ((unsigned char)t.p[t.n] & 0xC0) == 0x80) t.n--;
    return t;
}

void sheet_text(Sheet *s, int column, Look look, SenText t)
{
    if (!t.n) {
        sheet_blank(s, column, look);
        return;
    }
    measure(s, column, look, t);
    open_cell(s, column, look, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    xml_text(&s->cells, cut(t));
    xml_puts(&s->cells, "</t></is></c>");
}

void sheet_puts(Sheet *s, int column, Look look, const char *t) { sheet_text(s, column, look, (SenText){t, strlen(t)}); }

static void number(Sheet *s, int column, Look look, const char *text)
{
    open_cell(s, column, look, "><v>");
    xml_puts(&s->cells, text);
    xml_puts(&s->cells, "</v></c>");
}

void sheet_integer(Sheet *s, int column, Look look, long long v)
{
    char text[32];
    snprintf(text, sizeof text, "%lld", v);
    number(s, column, look, text);
}

void sheet_double(Sheet *s, int column, Look look, double v)
{
    char text[40];
    if (!(v > -1e300 && v < 1e300)) {
        sheet_blank(s, column, look);
        return;
    }
    snprintf(text, sizeof text, "%.15g", v);
    number(s, column, look, text);
}

void sheet_decimal(Sheet *s, int column, Look look, SenText t)
{
    char text[40];
    size_t digits = 0, dots = 0;
    for (size_t i = 0; i < t.n; i++) {
        if (t.p[i] >= '0' && t.p[i] <= '9') digits++;
        else if (t.p[i] == '.') dots++;
        else if (t.p[i] != '-' || i) digits = 99;
    }
    if (!digits || digits > 30 || dots > 1 || t.n >= sizeof text) {
        sheet_text(s, column, look, t);
        return;
    }
    memcpy(text, t.p, t.n);
    text[t.n] = 0;
    number(s, column, look, text);
}

void sheet_days(Sheet *s, int column, Look look, long long days) { sheet_integer(s, column, look, days + EPOCH_1900); }

void sheet_formula(Sheet *s, int column, Look look, const char *formula, SenText shown)
{
    open_cell(s, column, look, " t=\"str\"><f>");
    xml_text(&s->cells, (SenText){formula, strlen(formula)});
    xml_puts(&s->cells, "</f><v>");
    xml_text(&s->cells, shown);
    xml_puts(&s->cells, "</v></c>");
}

void sheet_merge(Sheet *s, int from, int to)
{
    char text[64], a[4], b[4];
    snprintf(text, sizeof text, "<mergeCell ref=\"%s%u:%s%u\"/>", sheet_column(from, a), s->row, sheet_column(to, b), s->row);
    xml_puts(&s->merges, text);
    s->n_merges++;
}

void sheet_condition(Sheet *s, int from, int to, uint32_t first, uint32_t last, int dxf, const char *formula)
{
    char text[160], a[4], b[4];
    snprintf(text, sizeof text, "<conditionalFormatting sqref=\"%s%u:%s%u\"><cfRule type=\"expression\" dxfId=\"%d\" "
                                "priority=\"%u\">"
             "<formula>", sheet_column(from, a), first, sheet_column(to, b), last, dxf, ++s->n_conditions);
    xml_puts(&s->conditions, text);
    xml_text(&s->conditions, (SenText){formula, strlen(formula)});
    xml_puts(&s->conditions, "</formula></cfRule></conditionalFormatting>");
}

static void attr(Xml *x, const char *name, const char *v) { if (v) xml_attr(x, name, (SenText){v, strlen(v)}); }

static void bound(Xml *x, const char *name, const char *v)
{
    if (!v) return;
    xml_puts(x, "<");
    xml_puts(x, name);
    xml_puts(x, ">");
    xml_text(x, (SenText){v, strlen(v)});
    xml_puts(x, "</");
    xml_puts(x, name);
    xml_puts(x, ">");
}

void sheet_rule(Sheet *s, int column, uint32_t row, const Rule *r)
{
    char at[16], letters[4];
    Xml *x = &s->rules;
    snprintf(at, sizeof at, "%s%u", sheet_column(column, letters), row);
    xml_puts(x, "<dataValidation");
    attr(x, "type", r->kind);
    attr(x, "operator", r->compare);
    xml_puts(x, " allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\"");
    attr(x, "errorTitle", r->title);
    attr(x, "error", r->message);
    attr(x, "promptTitle", r->prompt ? r->title : NULL);
    attr(x, "prompt", r->prompt);
    attr(x, "sqref", at);
    xml_puts(x, ">");
    bound(x, "formula1", r->a);
    bound(x, "formula2", r->b);
    xml_puts(x, "</dataValidation>");
    s->n_rules++;
}

/* --- the part --- */

static void view(const Sheet *s, size_t number, Xml *x)
{
    char text[200], a[4];
    xml_puts(x, "<sheetViews><sheetView showGridLines=\"0\"");
    if (number == 0) xml_puts(x, " tabSelected=\"1\"");
    xml_puts(x, " workbookViewId=\"0\">");
    if (s->frozen_rows || s->frozen_columns) {
        xml_puts(x, "<pane");
        if (s->frozen_columns) xml_attr_int(x, "xSplit", s->frozen_columns);
        if (s->frozen_rows) xml_attr_int(x, "ySplit", s->frozen_rows);
        snprintf(text, sizeof text, " topLeftCell=\"%s%u\" activePane=\"%s\" state=\"frozen\"/>",
                 sheet_column((int)s->frozen_columns, a), s->frozen_rows + 1,
                 s->frozen_rows && s->frozen_columns ? "bottomRight" : s->frozen_rows ? "bottomLeft" : "topRight");
        xml_puts(x, text);
    }
    xml_puts(x, "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"");
    if (s->outline) xml_puts(x, " outlineLevelRow=\"1\"");
    xml_puts(x, "/>");
}

static void group(Xml *x, const char *name, uint32_t n, const Xml *inside)
{
    if (!n) return;
    xml_puts(x, "<");
    xml_puts(x, name);
    xml_attr_int(x, "count", n);
    xml_puts(x, ">");
    xml_add(x, inside->p, inside->n);
    xml_puts(x, "</");
    xml_puts(x, name);
    xml_puts(x, ">");
}

static void page(const Sheet *s, Xml *x)
{
    xml_puts(x, "<printOptions horizontalCentered=\"1\"/>"
                "<pageMargins left=\"0.5\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
                "<pageSetup paperSize=\"9\" fitToHeight=\"0\"");
    xml_puts(x, s->landscape ? " orientation=\"landscape\"/>" : " orientation=\"portrait\"/>");
    xml_puts(x, "<headerFooter><oddFooter>&amp;R&amp;\"Times New Roman,Regular\"&amp;9Trang &amp;P/&amp;N</oddFooter>"
                "</headerFooter>");
}

void sheet_write(const Sheet *s, size_t number, Xml *x)
{
    char text[120], a[4], b[4];
    xml_puts(x, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheetPr>");
    if (s->outline) xml_puts(x, "<outlinePr summaryBelow=\"0\"/>");
    xml_puts(x, "<pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    snprintf(text, sizeof text, "<dimension ref=\"A1:%s%u\"/>", sheet_column((int)s->widest, a), s->row ? s->row : 1);
    xml_puts(x, text);
    view(s, number, x);
    if (s->cols.n) {
        xml_puts(x, "<cols>");
        xml_add(x, s->cols.p, s->cols.n);
        xml_puts(x, "</cols>");
    }
    xml_puts(x, "<sheetData>");
    if (s->rows.n) xml_add(x, s->rows.p, s->rows.n);
    xml_puts(x, "</sheetData>");
    if (s->locked) xml_puts(x, "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" "
                               "formatRows=\"0\"/>");
    if (s->filter_row) {
        snprintf(text, sizeof text, "<autoFilter ref=\"%s%u:%s%u\"/>", sheet_column(s->filter_columns[0], a), s->filter_row,
                 sheet_column(s->filter_columns[1], b), s->filter_last);
        xml_puts(x, text);
    }
    group(x, "mergeCells", s->n_merges, &s->merges);
    if (s->conditions.n) xml_add(x, s->conditions.p, s->conditions.n);
    group(x, "dataValidations", s->n_rules, &s->rules);
    page(s, x);
    if (s->chart.n) xml_puts(x, "<drawing r:id=\"rId1\"/>");
    xml_puts(x, "</worksheet>");
}
