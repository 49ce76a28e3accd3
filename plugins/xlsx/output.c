/* output.c - the xlsx output: chooses the table by what the data are, and gives the workbook its properties. */
#include "plugins/xlsx/output.h"
#include "plugins/xlsx/data.h"
#include "plugins/xlsx/notes.h"
#include "plugins/common/writer.h"
#include <stdlib.h>

static int year_of(SenText t)
{
    int year = 0;
    for (size_t i = 0; i < t.n && i < 4 && t.p[i] >= '0' && t.p[i] <= '9'; i++) year = year * 10 + (t.p[i] - '0');
    return year;
}

/* Rows that have a due date and a parent are items; rows with a target and a figure are indicators. */
static int write_list(const Data *d, Book *b, const SenValue *root, SenErr *err)
{
    SenValue first = {.struct_size = sizeof first};
    if (root->type == SEN_VALUE_LIST && !data_option(d, "columns").n && d->host->value_at(d->model, root, 0, NULL, &first)) {
        if (data_has(d, &first, "due_on") && data_has(d, &first, "times_done")) return checklist_write(d, b, root, err);
        if (data_has(d, &first, "goal") && data_has(d, &first, "now")) return report_write(d, b, root, err);
    }
    return list_write(d, b, root, err);
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    Data d = {h, model, options};
    SenValue root = {.struct_size = sizeof root};
    (void)doc;
    h->model_root(model, &root);
    if (data_has(&d, &root, "notes")) return notes_write(&d, &root, state, sink, err);
    Book *b = calloc(1, sizeof *b);
    if (!b) return h->fail(err, SEN_STR("không đủ bộ nhớ để làm tệp Excel"));
    b->host = h;
    b->zip = state;
    b->title = data_option(&d, "title");
    b->author = data_option(&d, "unit.name");
    b->subject = data_option(&d, "material");
    b->year = year_of(data_option(&d, "year"));
    int rc = data_int(&d, &root, "form") ? form_write(&d, b, &root, err) : write_list(&d, b, &root, err);
    if (rc == 0) rc = book_send(b, data_option(&d, "parts").n > 0, sink, err);
    book_free(b);
    free(b);
    return rc;
}

const SenOutput xlsx_output = {
    .struct_size = sizeof xlsx_output,
    .wants = SEN_WANTS_MODEL,
    .id = SEN_TEXT("xlsx"),
    .title = SEN_TEXT("Bảng tính Excel: bảng in được, biểu mẫu số liệu"),
    .suffix = SEN_TEXT("xlsx"),
    .mime = SEN_TEXT("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    .render = render,
};
