/* form.c - the form for figures: one line for each figure asked for, its input cells open and checked, all else locked.
 *
 * Column A (hidden) names each line by its key, row 1 (hidden) says what the columns hold, the hidden sheet _sen keeps what the
 * cells held when the form was made: a form comes back with rows and columns moved, sheets renamed or saved by another
 * program. */
#include "plugins/xlsx/data.h"
#include "plugins/common/writer.h"
#include <stdio.h>

enum { KEY, NUMBER, TITLE, MEASURE, N, D, CHECK, GOAL, HOW, COLUMNS };
enum { TEXT = 400 };

typedef struct Form {
    const Data *d;
    Sheet *s, *kept;
    SenText unit, period, revision;
    int year;
    int number;
} Form;

typedef struct Line {
    SenValue row;
    SenText key, part, dimension;
    int whole, ratio;
} Line;

static int next_line(const Form *f, const SenValue *lines, uint32_t i, Line *l)
{
    const Data *d = f->d;
    *l = (Line){.row = {.struct_size = sizeof l->row}};
    if (!d->host->value_at(d->model, lines, i, NULL, &l->row)) return 0;
    l->key = data_text(d, &l->row, "key");
    l->part = data_text(d, &l->row, "part");
    l->dimension = data_text(d, &l->row, "dimension");
    l->whole = data_int(d, &l->row, "whole") != 0;
    l->ratio = data_int(d, &l->row, "ratio") != 0;
    return 1;
}

/* --- rules of the input cells --- */

static void number_rule(Sheet *s, int column, const Line *l)
{
    static const Rule whole = {"whole", "between", "0", "999999999999999", "Số nguyên",
                               "Gõ một số nguyên từ 0 trở lên, không kèm đơn vị. Chưa có số liệu thì để trống.", NULL};
    static const Rule decimal = {"decimal", "between", "0", "999999999999999", "Con số",
                                 "Gõ một số từ 0 trở lên, không kèm đơn vị. Chưa có số liệu thì để trống.", NULL};
    sheet_rule(s, column, s->row, l->whole ? &whole : &decimal);
}

static void input(Form *f, int column, const Line *l, const char *field)
{
    SenText t = data_text(f->d, &l->row, field);
    Look look = l->whole ? LOOK_IN_WHOLE : LOOK_IN_DECIMAL;
    if (t.n) sheet_decimal(f->s, column, look, t);
    else sheet_blank(f->s, column, look);
    number_rule(f->s, column, l);
}

/* --- what the form itself asks --- */

static void question(Form *f, const char *what, const char *label, Look look, const char *value, const Rule *r, const char *hint)
{
    char key[TEXT];
    Sheet *s = f->s;
    snprintf(key, sizeof key, "sen|%.*s|%.*s|%s|", (int)f->unit.n, f->unit.p, (int)f->period.n, f->period.p, what);
    sheet_row(s, 0, 0, 0);
    sheet_puts(s, KEY, LOOK_PLAIN, key);
    sheet_puts(s, TITLE, LOOK_LABEL, label);
    sheet_puts(s, N, look, value);
    sheet_puts(s, CHECK, LOOK_PLAIN, hint);
    if (r) sheet_rule(s, N, s->row, r);
    sheet_end_row(s);
}

static void questions(Form *f)
{
    char from[24], to[24];
    static const Rule state = {"list", NULL, "\"ước thực hiện,sơ bộ,chính thức\"", NULL, "Tình trạng",
                               "Chọn một trong ba: ước thực hiện, sơ bộ, chính thức.", NULL};
    snprintf(from, sizeof from, "DATE(%d,1,1)", f->year);
    snprintf(to, sizeof to, "DATE(%d,12,31)", f->year + 1);
    const Rule day = {"date", "between", from, to, "Ngày", "Gõ ngày dạng ngày/tháng/năm, ví dụ 30/06/2026.", NULL};
    question(f, "*state", "Tình trạng số liệu", LOOK_IN_TEXT, "sơ bộ", &state, "chọn trong danh sách");
    question(f, "*on", "Số liệu tính đến ngày", LOOK_IN_DATE, "", &day, "để trống: ngày nhập biểu");
    question(f, "*who", "Người lập biểu", LOOK_IN_TEXT, "", NULL, "họ tên, chức vụ");
}

static void title_row(Form *f, double height, Look look, const char *text)
{
    sheet_row(f->s, height, 0, 0);
    sheet_puts(f->s, NUMBER, look, text);
    sheet_merge(f->s, NUMBER, HOW);
    sheet_end_row(f->s);
}

static void head(Form *f, const SenValue *root)
{
    static const double width[COLUMNS] = {4, 6, 54, 12, 15, 15, 18, 19, 50};
    static const char *const marks[COLUMNS] = {"sen#key", "", "sen#name", "", "sen#n", "sen#d", "", "", ""};
    static const char *const names[COLUMNS] = {"", "STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu (hoặc tử số)", "Mẫu số",
                                               "Kiểm tra", "Cần đạt trong năm", "Cách ghi"};
    char text[TEXT];
    Sheet *s = f->s;
    SenText label = data_text(f->d, root, "period_label"), name = data_text(f->d, root, "unit_name");
    for (int i = 0; i < COLUMNS; i++) sheet_width(s, i, width[i], i == KEY);
    sheet_row(s, 0, 0, 1);
    for (int i = 0; i < COLUMNS; i++)
        if (*marks[i]) sheet_puts(s, i, LOOK_PLAIN, marks[i]);
    sheet_end_row(s);
    snprintf(text, sizeof text, "Biểu mẫu số liệu – %.*s", (int)(label.n < 200 ? label.n : 0), label.p);
    title_row(f, 22, LOOK_TITLE, text);
    snprintf(text, sizeof text, "%.*s", (int)(name.n < 300 ? name.n : 0), name.p);
    title_row(f, 18, LOOK_SUBTITLE, text);
    snprintf(text, sizeof text, "Mã đơn vị %.*s · kỳ %.*s · mã biểu %.*s. Chỉ gõ vào ô màu vàng; chưa có số thì để trống, "
                                "bằng 0 thì gõ 0.",
             (int)f->unit.n, f->unit.p, (int)f->period.n, f->period.p, (int)f->revision.n, f->revision.p);
    title_row(f, 16, LOOK_SMALL, text);
    questions(f);
    sheet_row(s, 0, 0, 0);
    for (int i = NUMBER; i < COLUMNS; i++) sheet_puts(s, i, LOOK_HEAD, names[i]);
    sheet_end_row(s);
    s->head_row = s->frozen_rows = s->row;
    s->frozen_columns = TITLE + 1;
}

/* --- lines --- */

static void how(Form *f, const Line *l)
{
    char text[4 * TEXT];
    SenText a = data_text(f->d, &l->row, "numerator"), b = data_text(f->d, &l->row, "denominator");
    SenText m = data_text(f->d, &l->row, "method");
    int n = 0;
    if (l->ratio)
        n = snprintf(text, sizeof text, "Tử số: %.*s. Mẫu số: %.*s.%s%.*s", (int)(a.n < TEXT ? a.n : 0), a.p,
                     (int)(b.n < TEXT ? b.n : 0), b.p, m.n ? " " : "", (int)(m.n < TEXT ? m.n : 0), m.p);
    sheet_text(f->s, HOW, LOOK_NOTE, l->ratio ? (SenText){text, (size_t)n} : m);
}

/* The share, or what is missing for it. */
static void ratio_check(Form *f, const char *also)
{
    char text[2 * TEXT];
    uint32_t r = f->s->row;
    snprintf(text, sizeof text,
             "IF(AND(E%u=\"\",F%u=\"\"),\"\",IF(OR(E%u=\"\",F%u=\"\"),\"Sai: thiếu tử hoặc mẫu số\",IF(F%u=0,\"Sai: mẫu "
             "số bằng 0\","
             "ROUND(E%u/F%u*100,1)&\" %%\")))%s", r, r, r, r, r, r, r, also);
    sheet_formula(f->s, CHECK, LOOK_CHECK, text, (SenText){"", 0});
}

static void whole_line(Form *f, const Line *l)
{
    Sheet *s = f->s;
    sheet_row(s, 0, 0, 0);
    sheet_text(s, KEY, LOOK_PLAIN, l->key);
    sheet_integer(s, NUMBER, LOOK_CENTER, ++f->number);
    sheet_text(s, TITLE, LOOK_TEXT, data_text(f->d, &l->row, "title"));
    sheet_text(s, MEASURE, LOOK_CENTER, data_text(f->d, &l->row, "measure"));
    input(f, N, l, "n");
    if (l->ratio) input(f, D, l, "d");
    else sheet_blank(s, D, LOOK_CLOSED);
    if (l->ratio) ratio_check(f, "");
    else sheet_blank(s, CHECK, LOOK_CHECK);
    sheet_text(s, GOAL, LOOK_CENTER, data_text(f->d, &l->row, "goal"));
    how(f, l);
    sheet_end_row(s);
}

/* The line above the parts: whether they add up to the whole in row `whole`. `need` parts must all be there, 0 = any number. */
static void dimension_line(Form *f, const Line *l, uint32_t whole, uint32_t need, uint32_t n)
{
    char text[3 * TEXT], label[TEXT];
    Sheet *s = f->s;
    sheet_row(s, 0, 0, 0);
    uint32_t a = s->row + 1, b = s->row + n;
    sheet_blank(s, NUMBER, LOOK_CENTER);
    snprintf(label, sizeof label, "Trong đó, tách theo %.*s:", (int)(l->dimension.n < 200 ? l->dimension.n : 0), l->dimension.p);
    sheet_puts(s, TITLE, LOOK_TEXT, label);
    sheet_blank(s, MEASURE, LOOK_CENTER);
    sheet_blank(s, N, LOOK_CLOSED);
    sheet_blank(s, D, LOOK_CLOSED);
    snprintf(text, sizeof text,
             "IF(COUNT(E%u:F%u)=0,\"\",IF(COUNT(E%u:E%u)<%u,\"Sai: thiếu dòng tách\",IF(E%u=\"\",\"Cộng \"&SUM(E%u:E%u),"
             "IF(AND(SUM(E%u:E%u)=E%u,OR(F%u=\"\",SUM(F%u:F%u)=F%u)),\"Khớp\",\"Sai: không bằng dòng tổng\"))))",
             a, b, a, b, need ? need : 1, whole, a, b, a, b, whole, whole, a, b, whole);
    sheet_formula(s, CHECK, LOOK_CHECK, text, (SenText){"", 0});
    sheet_blank(s, GOAL, LOOK_CENTER);
    sheet_puts(s, HOW, LOOK_NOTE, need ? "Ghi đủ các dòng; không có thì gõ 0. Cộng lại phải bằng dòng tổng."
                                       : "Gõ tên từng phần ở cột «Chỉ tiêu». Cộng lại phải bằng dòng tổng.");
    sheet_end_row(s);
}

static void part_line(Form *f, const Line *l)
{
    char text[TEXT];
    static const Rule name = {"textLength", "lessThanOrEqual", "60", NULL, "Tên phần", "Tên phần dài không quá 60 chữ.", NULL};
    Sheet *s = f->s;
    int free_name = sentext_is(l->part, "free");
    SenText label = data_text(f->d, &l->row, "label");
    sheet_row(s, 0, 0, 0);
    sheet_text(s, KEY, LOOK_PLAIN, l->key);
    sheet_blank(s, NUMBER, LOOK_CENTER);
    snprintf(text, sizeof text, "– %.*s", (int)(label.n < 200 ? label.n : 0), label.p);
    if (free_name) sheet_text(s, TITLE, LOOK_IN_TEXT, data_text(f->d, &l->row, "name"));
    else sheet_puts(s, TITLE, LOOK_INDENT, text);
    if (free_name) sheet_rule(s, TITLE, s->row, &name);
    sheet_text(s, MEASURE, LOOK_CENTER, data_text(f->d, &l->row, "measure"));
    input(f, N, l, "n");
    if (l->ratio) input(f, D, l, "d");
    else sheet_blank(s, D, LOOK_CLOSED);
    if (l->ratio) ratio_check(f, "");
    else sheet_blank(s, CHECK, LOOK_CHECK);
    sheet_blank(s, GOAL, LOOK_CENTER);
    sheet_blank(s, HOW, LOOK_NOTE);
    sheet_end_row(s);
}

static void group_line(Form *f, SenText group)
{
    sheet_row(f->s, 0, 0, 0);
    sheet_blank(f->s, NUMBER, LOOK_GROUP);
    sheet_text(f->s, TITLE, LOOK_GROUP, group);
    for (int i = MEASURE; i < COLUMNS; i++) sheet_blank(f->s, i, LOOK_GROUP);
    sheet_end_row(f->s);
}

/* What the cells held when the form was made: what nobody touched is not taken back as news. */
static void keep_line(Form *f, const Line *l)
{
    SenText n = data_text(f->d, &l->row, "n"), m = data_text(f->d, &l->row, "d"), name = data_text(f->d, &l->row, "name");
    if (!n.n) return;
    sheet_row(f->kept, 0, 0, 0);
    sheet_text(f->kept, 0, LOOK_PLAIN, l->key);
    sheet_text(f->kept, 1, LOOK_PLAIN, n);
    sheet_text(f->kept, 2, LOOK_PLAIN, m);
    sheet_text(f->kept, 3, LOOK_PLAIN, name);
    sheet_end_row(f->kept);
}

static void put_lines(Form *f, const SenValue *root)
{
    const Data *d = f->d;
    SenValue lines = data_field(d, root, "lines");
    SenText group = {"", 0}, dimension = {"", 0};
    uint32_t whole = 0;
    Line l;
    for (uint32_t i = 0; next_line(f, &lines, i, &l); i++) {
        SenText g = data_text(d, &l.row, "group");
        keep_line(f, &l);
        if (sentext_is(l.part, "whole")) {
            if (g.n && !data_same(g, group)) group_line(f, g);
            group = g;
            whole_line(f, &l);
            whole = f->s->row;
            dimension = (SenText){"", 0};
            continue;
        }
        if (!data_same(dimension, l.dimension)) {
            Line other;
            uint32_t n = 1;
            while (next_line(f, &lines, i + n, &other) && data_same(other.dimension, l.dimension) && !sentext_is(other.part,
                "whole")) n++;
            dimension_line(f, &l, whole, sentext_is(l.part, "part") ? n : 0, n);
        }
        dimension = l.dimension;
        part_line(f, &l);
    }
}

/* --- the other sheets --- */

static void guide(Book *b)
{
    static const char *const lines[] = {
        "Cách dùng biểu mẫu",
        "1. Chỉ gõ vào các ô màu vàng. Các ô khác được khóa để biểu gửi về còn đọc được; không cần mở khóa.",
        "2. Gõ con số, không gõ đơn vị: 1234 hoặc 1234,5. Không gõ công thức vào ô vàng: công thức không được nhận.",
        "3. Chưa có số liệu thì để trống. Ô trống là chưa có, không phải bằng 0; thật sự bằng 0 thì gõ 0.",
        "4. Tỷ lệ: gõ tử số và mẫu số, phần trăm được tính ở cột «Kiểm tra».",
        "5. Chỉ tiêu phải tách: gõ đủ các dòng tách, cộng lại bằng dòng tổng. Cột «Kiểm tra» báo «Khớp» hoặc «Sai».",
        "6. Biểu này chỉ dùng cho đơn vị và kỳ ghi ở đầu biểu. Đơn vị khác, kỳ khác thì lấy biểu khác.",
        "7. Lưu tệp (dạng .xlsx), rồi nhập: sen nhap TÊN-TỆP.xlsx, hoặc thả tệp vào thư mục inbox.",
        "8. Ô nào sai thì Sen làm một bản sao TÊN-TỆP.loi.xlsx có lời ghi chú ở đúng ô đó; sửa trong bản ấy rồi nhập lại.",
        "9. Không ghi tên, địa chỉ hay điều gì nhận ra được người bị bạo lực: biểu chỉ nhận số đếm.",
    };
    Sheet *s = book_add_sheet(b, "Hướng dẫn");
    sheet_width(s, 0, 100, 0);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        sheet_row(s, i ? 0 : 22, 0, 0);
        sheet_puts(s, 0, i ? LOOK_TEXT : LOOK_TITLE, lines[i]);
        sheet_end_row(s);
    }
    s->locked = 1;
}

static void kept_head(Form *f)
{
    static const char *const marks[] = {"sen#key", "sen#was-n", "sen#was-d", "sen#was-name"};
    char key[TEXT];
    Sheet *s = f->kept;
    sheet_row(s, 0, 0, 0);
    for (int i = 0; i < 4; i++) sheet_puts(s, i, LOOK_PLAIN, marks[i]);
    sheet_text(s, 4, LOOK_PLAIN, f->unit);
    sheet_text(s, 5, LOOK_PLAIN, f->period);
    sheet_text(s, 6, LOOK_PLAIN, f->revision);
    sheet_puts(s, 7, LOOK_PLAIN, "sen-form/1");
    sheet_end_row(s);
    snprintf(key, sizeof key, "sen|%.*s|%.*s|*form|1", (int)f->unit.n, f->unit.p, (int)f->period.n, f->period.p);
    sheet_row(s, 0, 0, 0);
    sheet_puts(s, 0, LOOK_PLAIN, key);
    sheet_text(s, 1, LOOK_PLAIN, f->revision);
    sheet_end_row(s);
    s->hidden = s->locked = 1;
}

static void properties(Form *f, Book *b)
{
    book_add_name(b, "sen_unit", "_sen!$E$1");
    book_add_name(b, "sen_period", "_sen!$F$1");
    book_add_name(b, "sen_revision", "_sen!$G$1");
    book_add_property(b, "sen.form", SEN_STR("sen-form/1"));
    book_add_property(b, "sen.unit", f->unit);
    book_add_property(b, "sen.period", f->period);
    book_add_property(b, "sen.revision", f->revision);
    b->recount = 1;
}

int form_write(const Data *d, Book *b, const SenValue *root, SenErr *err)
{
    char condition[64];
    Form f = {.d = d};
    f.unit = data_text(d, root, "unit");
    f.period = data_text(d, root, "period");
    f.revision = data_text(d, root, "revision");
    f.year = (int)data_int(d, root, "year");
    if (!f.unit.n || f.unit.n > 100 || !f.period.n || f.period.n > 20 || f.revision.n > 40)
        return d->host->fail(err, SEN_STR("dữ liệu của biểu mẫu thiếu đơn vị hoặc kỳ"));
    f.s = book_add_sheet(b, "Biểu số liệu");
    guide(b);
    f.kept = book_add_sheet(b, "_sen");
    kept_head(&f);
    head(&f, root);
    uint32_t first = f.s->row + 1;
    put_lines(&f, root);
    if (f.s->row >= first) {
        snprintf(condition, sizeof condition, "LEFT($G%u,3)=\"Sai\"", first);
        sheet_condition(f.s, N, CHECK, first, f.s->row, DXF_WRONG, condition);
        snprintf(condition, sizeof condition, "$G%u=\"Khớp\"", first);
        sheet_condition(f.s, CHECK, CHECK, first, f.s->row, DXF_FINE, condition);
    }
    f.s->locked = f.s->landscape = 1;
    properties(&f, b);
    return 0;
}
