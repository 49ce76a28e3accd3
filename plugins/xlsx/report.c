/* report.c - the indicators beside their targets as one sheet, and a chart of those that are a share. */
#include "plugins/xlsx/data.h"
#include "plugins/common/writer.h"
#include <stdio.h>

enum { NUMBER, TITLE, MEASURE, GOAL, NOW, STATE, ON, WHO, SOURCE, COLUMNS };
enum { CHART_MOST = 40 };

static void head(const Data *d, Sheet *s)
{
    static const double width[COLUMNS] = {6, 50, 14, 20, 12, 14, 13, 24, 32};
    static const char *const names[COLUMNS] = {"STT", "Chỉ tiêu", "Đơn vị tính", "Cần đạt trong năm", "Hiện có", "So với mức",
                                               "Số liệu ngày", "Người theo dõi", "Nguồn"};
    for (int i = 0; i < COLUMNS; i++) sheet_width(s, i, width[i], 0);
    list_head(d, s, 0, COLUMNS - 1);
    sheet_row(s, 0, 0, 0);
    for (int i = 0; i < COLUMNS; i++) sheet_puts(s, i, LOOK_HEAD, names[i]);
    sheet_end_row(s);
    s->head_row = s->filter_row = s->frozen_rows = s->row;
    s->frozen_columns = 2;
    s->filter_columns[1] = COLUMNS - 1;
    s->landscape = 1;
}

/* A figure that is not shown comes as a text that says so. */
static int is_hidden(const SenValue *now) { return now->type == SEN_VALUE_WORD || now->type == SEN_VALUE_TEXT; }

static const char *verdict(const Data *d, const SenValue *x, int has_goal, double goal, int has_now, double now)
{
    SenValue value = data_field(d, x, "now");
    SenText direction = data_id(d, x, "direction");
    if (is_hidden(&value)) return "";
    if (!has_now) return "chưa có số";
    if (!has_goal) return "";
    int reached = sentext_is(direction, "at_most") ? now <= goal : sentext_is(direction, "equal") ? now == goal : now >= goal;
    return reached ? "đạt" : "chưa đạt";
}

static void put_goal(const Data *d, Sheet *s, const SenValue *x)
{
    char text[200];
    SenText direction = data_text(d, x, "direction"), goal = data_text(d, x, "goal");
    if (!goal.n) direction.n = 0;
    if (sentext_is(data_id(d, x, "direction"), "equal")) direction.n = 0;
    int n = snprintf(text, sizeof text, "%.*s%s%.*s", (int)direction.n, direction.p, direction.n ? " " : "", (int)goal.n, goal.p);
    sheet_text(s, GOAL, LOOK_CENTER, (SenText){text, n > 0 && (size_t)n < sizeof text ? (size_t)n : 0});
}

static void put_row(const Data *d, Sheet *s, const SenValue *x, int number)
{
    double goal, now;
    int has_goal = data_number(d, x, "goal", &goal), has_now = data_number(d, x, "now", &now);
    SenValue value = data_field(d, x, "now"), on = data_field(d, x, "now_on");
    sheet_row(s, 0, 0, 0);
    sheet_integer(s, NUMBER, LOOK_CENTER, number);
    sheet_text(s, TITLE, LOOK_TEXT, data_text(d, x, "title"));
    sheet_text(s, MEASURE, LOOK_CENTER, data_text(d, x, "measure"));
    put_goal(d, s, x);
    if (is_hidden(&value)) sheet_text(s, NOW, LOOK_CENTER, data_print(d, &value));
    else data_cell(d, s, NOW, &value);
    sheet_puts(s, STATE, LOOK_CENTER, verdict(d, x, has_goal, goal, has_now, now));
    data_cell(d, s, ON, &on);
    sheet_text(s, WHO, LOOK_TEXT, data_text(d, x, "who"));
    sheet_text(s, SOURCE, LOOK_NOTE, data_text(d, x, "source"));
    sheet_end_row(s);
}

/* --- the chart --- */

static void series(Xml *x, int number, const char *column, const char *name, const char *colour, uint32_t first, uint32_t last)
{
    char text[900];
    snprintf(text, sizeof text,
             "<c:ser><c:idx val=\"%d\"/><c:order val=\"%d\"/><c:tx><c:v>%s</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr "
             "val=\"%s\"/>"
             "</a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/><c:cat><c:strRef><c:f>'Biểu đồ'!$A$%u:$A$%u</c:f>"
             "</c:strRef></c:cat>"
             "<c:val><c:numRef><c:f>'Biểu đồ'!$%s$%u:$%s$%u</c:f></c:numRef></c:val></c:ser>",
             number, number, name, colour, first, last, column, first, column, last);
    xml_puts(x, text);
}

static void chart(Xml *x, uint32_t first, uint32_t last)
{
    xml_puts(x, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<c:chartSpace "
                "xmlns:c=\"http://schemas.openxmlformats.org/"
                "drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:lang "
                "val=\"vi-VN\"/><c:chart>"
                "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1300\" b=\"1\"/></a:pPr><a:r><a:rPr lang=\"vi-VN\" "
                "sz=\"1300\" b=\"1\"/><a:t>Mức cần đạt và số hiện có (%)</a:t></a:r></a:p></c:rich></c:tx><c:overlay "
                "val=\"0\"/></c:title>"
                "<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"bar\"/><c:grouping "
                "val=\"clustered\"/>"
                "<c:varyColors val=\"0\"/>");
    series(x, 0, "B", "Cần đạt", "A6A6A6", first, last);
    series(x, 1, "C", "Hiện có", "1F5C4D", first, last);
    xml_puts(x, "<c:gapWidth val=\"60\"/><c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:barChart><c:catAx><c:axId val=\"1001\"/>"
                "<c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorTickMark "
                "val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:crossAx val=\"1002\"/><c:crosses "
                "val=\"autoZero\"/><c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/></c:catAx>"
                "<c:valAx><c:axId "
                "val=\"1002\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete "
                "val=\"0\"/><c:axPos "
                "val=\"t\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/>"
                "</a:solidFill></a:ln>"
                "</c:spPr></c:majorGridlines><c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/>"
                "<c:minorTickMark "
                "val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1001\"/><c:crosses val=\"max\"/></c:valAx>"
                "</c:plotArea>"
                "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend><c:plotVisOnly val=\"1\"/>"
                "<c:dispBlanksAs val=\"gap\"/>"
                "</c:chart></c:chartSpace>");
}

static int is_share(const Data *d, const SenValue *x)
{
    double goal, now;
    return sentext_is(data_text(d, x, "measure"), "%") && data_number(d, x, "goal", &goal) && data_number(d, x, "now", &now);
}

/* The second sheet: shares that have both a target and a figure, and their chart. Nothing of the kind = no sheet. */
static void put_chart(const Data *d, Book *b, const SenValue *root)
{
    SenValue x = {.struct_size = sizeof x};
    uint32_t n = 0;
    for (uint32_t i = 0; d->host->value_at(d->model, root, i, NULL, &x); i++) n += (uint32_t)is_share(d, &x);
    Sheet *s = n ? book_add_sheet(b, "Biểu đồ") : NULL;
    if (!s) return;
    if (n > CHART_MOST) n = CHART_MOST;
    sheet_width(s, 0, 60, 0);
    sheet_width(s, 1, 11, 0);
    sheet_width(s, 2, 11, 0);
    sheet_row(s, 0, 0, 0);
    sheet_puts(s, 0, LOOK_HEAD, "Chỉ tiêu (%)");
    sheet_puts(s, 1, LOOK_HEAD, "Cần đạt");
    sheet_puts(s, 2, LOOK_HEAD, "Hiện có");
    sheet_end_row(s);
    for (uint32_t i = 0, k = 0; k < n && d->host->value_at(d->model, root, i, NULL, &x); i++) {
        double goal, now;
        if (!is_share(d, &x)) continue;
        data_number(d, &x, "goal", &goal);
        data_number(d, &x, "now", &now);
        sheet_row(s, 0, 0, 0);
        sheet_text(s, 0, LOOK_TEXT, data_text(d, &x, "title"));
        sheet_double(s, 1, LOOK_DECIMAL, goal);
        sheet_double(s, 2, LOOK_DECIMAL, now);
        sheet_end_row(s);
        k++;
    }
    chart(&s->chart, 2, n + 1);
    s->chart_row = n + 2;
    s->chart_rows = 10 + 2 * n;
    s->chart_columns = 3;
}

int report_write(const Data *d, Book *b, const SenValue *root, SenErr *err)
{
    SenValue x = {.struct_size = sizeof x};
    SenText before = {"", 0};
    Sheet *s = book_add_sheet(b, "Chỉ tiêu");
    (void)err;
    head(d, s);
    uint32_t first = s->row + 1;
    int number = 0;
    for (uint32_t i = 0; d->host->value_at(d->model, root, i, NULL, &x); i++) {
        SenText group = data_text(d, &x, "group");
        if (group.n && !data_same(group, before)) {
            sheet_row(s, 0, 0, 0);
            sheet_blank(s, NUMBER, LOOK_GROUP);
            sheet_text(s, TITLE, LOOK_GROUP, group);
            for (int k = MEASURE; k < COLUMNS; k++) sheet_blank(s, k, LOOK_GROUP);
            sheet_end_row(s);
        }
        before = group;
        put_row(d, s, &x, ++number);
    }
    s->filter_last = s->row;
    if (s->row >= first) {
        sheet_condition(s, STATE, STATE, first, s->row, DXF_WRONG, "$F4=\"chưa đạt\"");
        sheet_condition(s, STATE, STATE, first, s->row, DXF_FINE, "$F4=\"đạt\"");
        sheet_condition(s, STATE, STATE, first, s->row, DXF_DONE, "$F4=\"chưa có số\"");
    }
    put_chart(d, b, root);
    return 0;
}
