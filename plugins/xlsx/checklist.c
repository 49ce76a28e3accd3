/* checklist.c - the items of all checklists as one sheet: grouped by task, to be ticked on paper or filtered on a screen. */
#include "plugins/xlsx/data.h"
#include "plugins/common/writer.h"

enum { NUMBER, ITEM, WHO, DUE, TIMES, DONE_TIMES, DONE, DONE_ON, NOTE, TASK, COLUMNS };

static void head(const Data *d, Sheet *s)
{
    static const double width[COLUMNS] = {6, 52, 24, 12, 7, 8, 7, 12, 24, 30};
    static const char *const names[COLUMNS] = {"STT", "Việc phải làm", "Giao cho", "Hạn", "Số lần", "Đã làm", "Xong", "Ngày xong",
                                               "Ghi chú", "Thuộc nhiệm vụ"};
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

/* The line above the items of one task: its title, who leads, its last day. */
static void group(const Data *d, Sheet *s, const SenValue *task)
{
    sheet_row(s, 0, 0, 0);
    sheet_blank(s, NUMBER, LOOK_GROUP);
    sheet_text(s, ITEM, LOOK_GROUP, data_text(d, task, "title"));
    sheet_text(s, WHO, LOOK_GROUP, data_text(d, task, "lead"));
    for (int i = DUE; i < COLUMNS; i++) sheet_blank(s, i, LOOK_GROUP);
    sheet_end_row(s);
}

static void put_item(const Data *d, Sheet *s, const SenValue *item, const SenValue *task, int number)
{
    SenValue due = data_field(d, item, "due_on"), on = data_field(d, item, "done_on"), times = data_field(d, item, "times");
    long long did = data_int(d, item, "times_done");
    sheet_row(s, 0, 1, 0);
    sheet_integer(s, NUMBER, LOOK_CENTER, number);
    sheet_text(s, ITEM, LOOK_TEXT, data_text(d, item, "title"));
    sheet_text(s, WHO, LOOK_TEXT, data_text(d, item, "who"));
    if (due.type == SEN_VALUE_DATE) sheet_days(s, DUE, LOOK_DATE, due.integer);
    else sheet_text(s, DUE, LOOK_TEXT, data_text(d, item, "due"));
    data_cell(d, s, TIMES, &times);
    if (did) sheet_integer(s, DONE_TIMES, LOOK_WHOLE, did);
    else sheet_blank(s, DONE_TIMES, LOOK_WHOLE);
    sheet_puts(s, DONE, LOOK_CENTER, data_int(d, item, "done") ? "☑" : "☐");
    data_cell(d, s, DONE_ON, &on);
    sheet_text(s, NOTE, LOOK_TEXT, data_text(d, item, "note"));
    sheet_text(s, TASK, LOOK_NOTE, data_text(d, task, "title"));
    sheet_end_row(s);
}

int checklist_write(const Data *d, Book *b, const SenValue *root, SenErr *err)
{
    SenValue item = {.struct_size = sizeof item};
    SenText before = {"", 0};
    Sheet *s = book_add_sheet(b, "Danh mục việc");
    (void)err;
    head(d, s);
    uint32_t first = s->row + 1;
    int number = 0;
    for (uint32_t i = 0; d->host->value_at(d->model, root, i, NULL, &item); i++) {
        SenValue task = data_field(d, &item, "of");
        SenText id = data_id(d, &item, "parent");
        if (!i || !data_same(id, before)) group(d, s, &task);
        before = id;
        put_item(d, s, &item, &task, ++number);
    }
    s->filter_last = s->row;
    if (s->row >= first) sheet_condition(s, 0, COLUMNS - 1, first, s->row, DXF_DONE, "$G4=\"☑\"");
    return 0;
}
