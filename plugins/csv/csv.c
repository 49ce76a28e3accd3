/* csv.c - the csv output: a table for Excel from the model; RFC 4180, UTF-8 with a byte-order mark, safe against formulas.
 *
 * Options: columns "title,lead,due" (else every field that is filled in some row), label.FIELD = heading of a column. */
#include "plugins/common/writer.h"
#include <string.h>

enum { COLUMNS = 64 };

typedef struct Table {
    Writer w;
    const SenHost *host;
    SenModel *model;
    const SenOptions *options;
    SenText column[COLUMNS];
    size_t n;
} Table;

/* --- cells --- */

/* What a program may take no notice of before a formula: spaces of all kinds, zero-width and direction marks, and the control
 * characters that put_cell leaves out. */
static int is_ignored(uint32_t cp)
{
    return (cp < 0x20 && cp != '\t' && cp != '\n' && cp != '\r') || cp == ' ' || (cp >= 0x7F && cp <= 0xA0) || cp == 0xAD ||
           (cp >= 0x2000 && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202F) || (cp >= 0x205F && cp <= 0x206F) || cp == 0x3000 ||
           cp == 0xFEFF;
}

/* What makes Excel, LibreOffice and others run a cell: = + - @, TAB, CR, LF and their wide, small and minus twins. */
static int starts_formula(SenText t)
{
    static const uint32_t starts[] = {'=', '+', '-', '@', '\t', '\r', '\n', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0xFE66, 0xFE62,
        0xFE63,
                                      0xFE6B, 0x2212};
    uint32_t cp = ' ';
    for (size_t i = 0; i < t.n && is_ignored(cp);) i += sentext_decode(t.p + i, t.n - i, &cp);
    for (size_t k = 0; k < sizeof starts / sizeof *starts; k++)
        if (cp == starts[k]) return 1;
    return 0;
}

static int needs_quotes(SenText t)
{
    if (t.n && (t.p[0] == ' ' || t.p[t.n - 1] == ' ')) return 1;
    for (size_t i = 0; i < t.n; i++)
        if (t.p[i] == '"' || t.p[i] == ',' || t.p[i] == ';' || t.p[i] == '\n' || t.p[i] == '\r' || t.p[i] == '\t') return 1;
    return 0;
}

static void put_cell(Table *t, SenText text, int is_number)
{
    int guard = !is_number && starts_formula(text);
    int quotes = guard || needs_quotes(text);
    if (quotes) writer_char(&t->w, '"');
    if (guard) writer_char(&t->w, '\'');
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c == '"') writer_puts(&t->w, "\"\"");
        else if ((c >= 0x20 && c != 0x7F) || c == '\n' || c == '\t') writer_char(&t->w, (char)c);
    }
    if (quotes) writer_char(&t->w, '"');
}

/* --- columns --- */

static SenText trim(SenText t)
{
    while (t.n && t.p[0] == ' ') t.p++, t.n--;
    while (t.n && t.p[t.n - 1] == ' ') t.n--;
    return t;
}

static void columns_from_option(Table *t, SenText names)
{
    for (size_t at = 0; at <= names.n && t->n < COLUMNS;) {
        size_t n = 0;
        while (at + n < names.n && names.p[at + n] != ',') n++;
        SenText one = trim((SenText){names.p + at, n});
        if (one.n) t->column[t->n++] = one;
        at += n + 1;
    }
}

static void columns_from_row(Table *t, const SenValue *row)
{
    SenText key;
    SenValue v = {.struct_size = sizeof v};
    for (uint32_t i = 0; t->n < COLUMNS && t->host->value_at(t->model, row, i, &key, &v); i++)
        if (key.n) t->column[t->n++] = key;
}

/* label.FIELD of the options, else what people call the field. */
static void put_heading(Table *t, const SenValue *row, SenText field)
{
    char key[128] = "label.";
    SenText label = {"", 0};
    if (field.n < sizeof key - 7) {
        memcpy(key + 6, field.p, field.n);
        t->host->option(t->options, (SenText){key, field.n + 6}, &label);
    }
    if (!label.n) t->host->value_label(t->model, row, field, &label);
    put_cell(t, label, 0);
}

static int is_filled(Table *t, const SenValue *row, SenText field)
{
    SenValue v = {.struct_size = sizeof v};
    SenText text = {"", 0};
    return t->host->value_field(t->model, row, field, &v) && t->host->value_text(t->model, &v, &text) == 0 && text.n;
}

/* Of the columns nobody asked for by name, those that are empty in every row are left out. */
static void drop_empty_columns(Table *t, const SenValue *root)
{
    SenValue row = {.struct_size = sizeof row};
    char filled[COLUMNS] = {0};
    for (uint32_t i = 0; t->host->value_at(t->model, root, i, NULL, &row); i++)
        for (size_t k = 0; k < t->n; k++)
            if (!filled[k]) filled[k] = (char)is_filled(t, &row, t->column[k]);
    size_t n = 0;
    for (size_t k = 0; k < t->n; k++)
        if (filled[k]) t->column[n++] = t->column[k];
    t->n = n;
}

/* --- rows --- */

static void put_row(Table *t, const SenValue *row)
{
    for (size_t i = 0; i < t->n; i++) {
        SenValue v = {.struct_size = sizeof v};
        SenText text = {"", 0};
        if (i) writer_char(&t->w, ',');
        int known = row->type == SEN_VALUE_OBJECT || row->type == SEN_VALUE_MAP;
        if (known && t->host->value_field(t->model, row, t->column[i], &v) && t->host->value_text(t->model, &v, &text) != 0)
            text.n = 0;
        put_cell(t, text, v.type == SEN_VALUE_INT || v.type == SEN_VALUE_NUMBER);
    }
    writer_puts(&t->w, "\r\n");
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    (void)state;
    (void)doc;
    Table t = {.host = h, .model = model, .options = options};
    SenValue root = {.struct_size = sizeof root}, row = {.struct_size = sizeof row};
    writer_start(&t.w, h, sink);
    h->model_root(model, &root);
    int many = root.type == SEN_VALUE_LIST;
    if (!many && root.type != SEN_VALUE_OBJECT && root.type != SEN_VALUE_MAP)
        return h->fail(err, SEN_STR("dữ liệu không phải là một danh sách"));
    columns_from_option(&t, sentext_option(h, options, "columns"));
    if (!many) row = root;
    else if (!h->value_at(model, &root, 0, NULL, &row)) row.type = SEN_VALUE_NONE;
    if (!t.n) {
        columns_from_row(&t, &row);
        if (many) drop_empty_columns(&t, &root);
    }
    writer_puts(&t.w, "\xEF\xBB\xBF");
    for (size_t i = 0; i < t.n; i++) {
        if (i) writer_char(&t.w, ',');
        put_heading(&t, &row, t.column[i]);
    }
    if (t.n) writer_puts(&t.w, "\r\n");
    if (!many) put_row(&t, &root);
    for (uint32_t i = 0; many && !t.w.failed && h->value_at(model, &root, i, NULL, &row); i++) put_row(&t, &row);
    return writer_finish(&t.w) == 0 ? 0 : h->fail(err, SEN_STR("bảng quá lớn"));
}

static const SenOutput csv = {
    .struct_size = sizeof csv,
    .wants = SEN_WANTS_MODEL,
    .id = SEN_TEXT("csv"),
    .title = SEN_TEXT("Bảng số liệu cho Excel"),
    .suffix = SEN_TEXT("csv"),
    .mime = SEN_TEXT("text/csv; charset=utf-8"),
    .render = render,
};
static const SenOutput *const outputs[] = {&csv, NULL};

static const SenPlugin plugin = {
    .struct_size = sizeof plugin,
    .abi_major = SEN_ABI_MAJOR,
    .abi_minor = SEN_ABI_MINOR,
    .wall = SEN_WALL_SEALED,
    .name = SEN_TEXT("csv"),
    .version = SEN_TEXT("1.0"),
    .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Bảng CSV từ dữ liệu; ô chữ không bao giờ trở thành công thức."),
    .outputs = outputs,
};

const SenPlugin *sen_plugin_v1(void) { return &plugin; }
