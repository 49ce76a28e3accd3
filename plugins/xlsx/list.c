/* list.c - any list of the model as one sheet: a head, a filter, typed cells; the columns as the csv output chooses them. */
#include "plugins/xlsx/data.h"
#include "plugins/common/writer.h"

enum { COLUMNS = 40, ROWS_LOOKED_AT = 200 };

typedef struct List {
    const Data *d;
    SenText column[COLUMNS];
    double width[COLUMNS];
    int n;
} List;

void list_head(const Data *d, Sheet *s, int from, int to)
{
    sheet_row(s, 22, 0, 0);
    sheet_text(s, from, LOOK_TITLE, data_option(d, "title"));
    sheet_merge(s, from, to);
    sheet_end_row(s);
    sheet_row(s, 18, 0, 0);
    sheet_text(s, from, LOOK_SUBTITLE, data_option(d, "unit.name"));
    sheet_merge(s, from, to);
    sheet_end_row(s);
}

static SenText trim(SenText t)
{
    while (t.n && t.p[0] == ' ') t.p++, t.n--;
    while (t.n && t.p[t.n - 1] == ' ') t.n--;
    return t;
}

static void columns_from_option(List *l, SenText names)
{
    for (size_t at = 0; at <= names.n && l->n < COLUMNS;) {
        size_t n = 0;
        while (at + n < names.n && names.p[at + n] != ',') n++;
        SenText one = trim((SenText){names.p + at, n});
        if (one.n) l->column[l->n++] = one;
        at += n + 1;
    }
}

static void columns_from_row(List *l, const SenValue *row)
{
    const Data *d = l->d;
    SenText key;
    SenValue v = {.struct_size = sizeof v};
    for (uint32_t i = 0; l->n < COLUMNS && d->host->value_at(d->model, row, i, &key, &v); i++)
        if (key.n) l->column[l->n++] = key;
}

static SenText cell_text(const List *l, const SenValue *row, SenText field, SenValue *v)
{
    *v = (SenValue){.struct_size = sizeof *v};
    if (row->type != SEN_VALUE_OBJECT && row->type != SEN_VALUE_MAP) return (SenText){"", 0};
    if (!l->d->host->value_field(l->d->model, row, field, v)) return (SenText){"", 0};
    return data_print(l->d, v);
}

static SenText heading(const List *l, const SenValue *row, SenText field)
{
    char key[128] = "label.";
    SenText label = {"", 0};
    if (field.n < sizeof key - 7) {
        memcpy(key + 6, field.p, field.n);
        key[6 + field.n] = 0;
        label = data_option(l->d, key);
    }
    if (!label.n) l->d->host->value_label(l->d->model, row, field, &label);
    return label;
}

static double letters(SenText t)
{
    double n = 0, most = 0;
    for (size_t i = 0; i < t.n; i++) {
        if (t.p[i] == '\n') n = 0;
        else if (((unsigned char)t.p[i] & 0xC0) != 0x80) n++;
        if (n > most) most = n;
    }
    return most;
}

/* Widths by what stands in the first rows; columns that are empty everywhere are left out unless they were asked for by name. */
static void measure(List *l, const SenValue *root, int drop)
{
    SenValue row = {.struct_size = sizeof row}, v;
    char filled[COLUMNS] = {0};
    for (uint32_t i = 0; l->d->host->value_at(l->d->model, root, i, NULL, &row); i++)
        for (int k = 0; k < l->n; k++) {
            if (i >= ROWS_LOOKED_AT && filled[k]) continue;
            SenText t = cell_text(l, &row, l->column[k], &v);
            if (!t.n) continue;
            double w = letters(t);
            filled[k] = 1;
            if (w > l->width[k]) l->width[k] = w;
        }
    int n = 0;
    for (int k = 0; k < l->n; k++) {
        if (drop && !filled[k]) continue;
        l->column[n] = l->column[k];
        l->width[n++] = l->width[k];
    }
    l->n = n;
}

static double bounded(double w) { return w < 9 ? 10 : w > 46 ? 46 : w * 1.05 + 2; }

static void put_rows(List *l, Sheet *s, const SenValue *root)
{
    SenValue row = {.struct_size = sizeof row}, v;
    for (uint32_t i = 0; l->d->host->value_at(l->d->model, root, i, NULL, &row); i++) {
        sheet_row(s, 0, 0, 0);
        for (int k = 0; k < l->n; k++) {
            cell_text(l, &row, l->column[k], &v);
            data_cell(l->d, s, k, &v);
        }
        sheet_end_row(s);
    }
}

int list_write(const Data *d, Book *b, const SenValue *root, SenErr *err)
{
    List l = {.d = d};
    SenValue first = {.struct_size = sizeof first};
    Sheet *s = book_add_sheet(b, "Bảng");
    if (root->type != SEN_VALUE_LIST) return d->host->fail(err, SEN_STR("dữ liệu không phải là một danh sách"));
    SenText names = data_option(d, "columns");
    columns_from_option(&l, names);
    if (!d->host->value_at(d->model, root, 0, NULL, &first)) first.type = SEN_VALUE_NONE;
    if (!l.n) columns_from_row(&l, &first);
    measure(&l, root, !names.n);
    for (int k = 0; k < l.n; k++) {
        double head = letters(heading(&l, &first, l.column[k]));
        sheet_width(s, k, bounded(l.width[k] > head ? l.width[k] : head), 0);
    }
    s->landscape = l.n > 4;
    list_head(d, s, 0, l.n > 1 ? l.n - 1 : 1);
    sheet_row(s, 0, 0, 0);
    for (int k = 0; k < l.n; k++) sheet_text(s, k, LOOK_HEAD, heading(&l, &first, l.column[k]));
    sheet_end_row(s);
    s->head_row = s->filter_row = s->frozen_rows = s->row;
    put_rows(&l, s, root);
    s->filter_last = s->row;
    s->filter_columns[1] = l.n ? l.n - 1 : 0;
    if (!l.n) s->filter_row = 0;
    return 0;
}
