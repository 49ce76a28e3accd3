/* read_sheet.c - shared strings, number formats, and the cells of one sheet with their kind; evaluates no formula. */
#include "plugins/xlsx/read.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STRINGS_MOST = 400000, STYLES_MOST = 65536, CELL_BYTES = 64 << 10 };

/* --- shared strings --- */

typedef struct Strings { Workbook *w; int in_text, phonetic; } Strings;

static int strings_open(void *ctx, const XmlTag *tag)
{
    Strings *s = ctx;
    Workbook *w = s->w;
    if (!strcmp(tag->name, "s:si")) {
        if (w->n_strings + 2 > w->cap_strings) {
            size_t cap = w->cap_strings * 2 + 1024;
            size_t *v = realloc(w->string_at, cap * sizeof *v);
            if (!v || w->n_strings >= STRINGS_MOST) {
                if (v) w->string_at = v;
                return read_refuse(w, "too-large: quá nhiều chữ");
            }
            w->string_at = v;
            w->cap_strings = cap;
        }
        w->string_at[w->n_strings++] = w->strings.n;
    }
    if (!strcmp(tag->name, "s:rPh")) s->phonetic = 1;
    s->in_text = !strcmp(tag->name, "s:t") && !s->phonetic;
    return 0;
}

static int strings_close(void *ctx, const char *name)
{
    Strings *s = ctx;
    if (!strcmp(name, "s:rPh")) s->phonetic = 0;
    s->in_text = 0;
    return 0;
}

static int strings_text(void *ctx, const char *p, size_t n)
{
    Strings *s = ctx;
    if (s->in_text && s->w->n_strings) text_add(&s->w->strings, p, n);
    return s->w->strings.failed;
}

int read_strings(Workbook *w, const char *xml, size_t n)
{
    Strings s = {.w = w};
    XmlHandler h = {&s, strings_open, strings_close, strings_text};
    int f = (int)xml_read(xml, n, XLSX_SPACES, &h, NULL);
    if (!f && w->n_strings) w->string_at[w->n_strings] = w->strings.n;
    return f;
}

/* --- number formats --- */

typedef struct Styles { Workbook *w; int in_cells; unsigned char kind[1024]; long id[1024]; size_t n; } Styles;

/* What a format code shows: letters of a day outside quotes, brackets and escapes, or a percent sign. */
static Style style_of_code(const char *s)
{
    for (; *s; s++) {
        if (*s == '"') {
            while (s[1] && s[1] != '"') s++;
            if (s[1]) s++;
        } else if (*s == '[') {
            while (s[1] && s[1] != ']') s++;
        } else if (*s == '\\' || *s == '_' || *s == '*') {
            if (s[1]) s++;
        } else if (*s == '%') {
            return STYLE_PERCENT;
        } else if (strchr("yYdD", *s) || ((*s == 'm' || *s == 'M') && strchr("mM/-", s[1]))) {
            return STYLE_DATE;
        }
    }
    return STYLE_NUMBER;
}

static Style style_of_id(const Styles *s, long id)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->id[i] == id) return (Style)s->kind[i];
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return STYLE_DATE;
    return id == 9 || id == 10 ? STYLE_PERCENT : STYLE_NUMBER;
}

static int styles_open(void *ctx, const XmlTag *tag)
{
    Styles *s = ctx;
    Workbook *w = s->w;
    const char *id = xml_read_attr(tag, "numFmtId");
    if (!strcmp(tag->name, "s:cellXfs")) s->in_cells = 1;
    if (!strcmp(tag->name, "s:numFmt") && id && s->n < sizeof s->kind) {
        const char *code = xml_read_attr(tag, "formatCode");
        s->kind[s->n] = (unsigned char)style_of_code(code ? code : "");
        s->id[s->n++] = strtol(id, NULL, 10);
    }
    if (strcmp(tag->name, "s:xf") || !s->in_cells || w->n_styles >= STYLES_MOST) return 0;
    if (w->n_styles == w->cap_styles) {
        size_t cap = w->cap_styles * 2 + 64;
        unsigned char *v = realloc(w->style, cap);
        if (!v) return read_refuse(w, "too-large: không đủ bộ nhớ");
        w->style = v;
        w->cap_styles = cap;
    }
    w->style[w->n_styles++] = (unsigned char)style_of_id(s, id ? strtol(id, NULL, 10) : 0);
    return 0;
}

static int styles_close(void *ctx, const char *name)
{
    if (!strcmp(name, "s:cellXfs")) ((Styles *)ctx)->in_cells = 0;
    return 0;
}

int read_styles(Workbook *w, const char *xml, size_t n)
{
    Styles *s = calloc(1, sizeof *s);
    if (!s) return XML_MEMORY;
    s->w = w;
    XmlHandler h = {s, styles_open, styles_close, NULL};
    int f = (int)xml_read(xml, n, XLSX_SPACES, &h, NULL);
    free(s);
    return f;
}

/* --- one sheet --- */

typedef struct Cells {
    Workbook *w;
    SenPlace at;
    char type;                              /* first letter of t: s i(nlineStr) str=t e b d, 0 = a number */
    unsigned long style;
    int formula, in_text, in_value, phonetic;
    int32_t row, column;
    Text text;
} Cells;

/* "BC12" -> column 55, row 12; 0 = no such place. */
static int parse_place(const char *ref, int32_t *row, int32_t *column)
{
    long c = 0, r = 0;
    const char *p = ref;
    for (; *p >= 'A' && *p <= 'Z' && c <= COLUMNS_MOST; p++) c = c * 26 + (*p - 'A' + 1);
    for (; *p >= '0' && *p <= '9' && r <= ROWS_MOST; p++) r = r * 10 + (*p - '0');
    if (*p || c < 1 || c > COLUMNS_MOST || r < 1 || r > ROWS_MOST) return 0;
    *row = (int32_t)r;
    *column = (int32_t)c;
    return 1;
}

static int open_cell(Cells *c, const XmlTag *tag)
{
    const char *ref = xml_read_attr(tag, "r"), *type = xml_read_attr(tag, "t"), *style = xml_read_attr(tag, "s");
    c->column++;
    if (ref && !parse_place(ref, &c->row, &c->column)) return read_refuse(c->w, "damaged: có ô mang địa chỉ không đúng");
    if (c->row < 1) c->row = 1;
    c->at.row = c->row;
    c->at.column = c->column;
    c->type = !type ? 0 : !strcmp(type, "str") ? 't' : type[0];
    c->style = style ? strtoul(style, NULL, 10) : 0;
    c->formula = 0;
    c->text.n = 0;
    return 0;
}

static int sheet_open(void *ctx, const XmlTag *tag)
{
    Cells *c = ctx;
    const char *name = tag->name;
    if (!strcmp(name, "s:row")) {
        const char *r = xml_read_attr(tag, "r");
        long row = r ? strtol(r, NULL, 10) : c->row + 1;
        if (row < 1 || row > ROWS_MOST) return read_refuse(c->w, "damaged: có hàng mang số không đúng");
        c->row = (int32_t)row;
        c->column = 0;
    } else if (!strcmp(name, "s:c")) {
        return open_cell(c, tag);
    } else if (!strcmp(name, "s:f")) {
        c->formula = 1;
    } else if (!strcmp(name, "s:rPh")) {
        c->phonetic = 1;
    } else if (!strcmp(name, "s:mergeCell")) {
        const char *ref = xml_read_attr(tag, "ref");
        SenPlace at = {.struct_size = sizeof at, .table = c->at.table};
        if (ref && c->w->host->mark(c->w->lines, &at, SEN_STR("merged"), (SenText){ref, strlen(ref)})) return 1;
    }
    c->in_value = !strcmp(name, "s:v");
    c->in_text = !strcmp(name, "s:t") && !c->phonetic;
    return 0;
}

static int sheet_text(void *ctx, const char *p, size_t n)
{
    Cells *c = ctx;
    if (!c->in_value && !c->in_text) return 0;
    if (c->text.n + n > CELL_BYTES) return read_refuse(c->w, "too-large: có ô quá nhiều chữ");
    text_add(&c->text, p, n);
    return c->text.failed;
}

/* Days since 1970 as "2026-06-30". 0 = no such day. */
static int print_day(long days, char out[32])
{
    long z = days + 719468, era = z / 146097, of = z - era * 146097;
    if (days < -25567 || days > 2932896) return 0;
    long y = (of - of / 1460 + of / 36524 - of / 146096) / 365, doy = of - (365 * y + y / 4 - y / 100), m = (5 * doy + 2) / 153;
    long day = doy - (153 * m + 2) / 5 + 1, month = m < 10 ? m + 3 : m - 9, year = y + era * 400 + (month <= 2);
    snprintf(out, 32, "%04d-%02d-%02d", (int)year, (int)month, (int)day);
    return 1;
}

static int emit(Cells *c, const char *kind, SenText text)
{
    const SenHost *h = c->w->host;
    if (*kind && h->mark(c->w->lines, &c->at, (SenText){kind, strlen(kind)}, SEN_STR(""))) return 1;
    return h->cell(c->w->lines, &c->at, text, 1, 1);
}

static int emit_number(Cells *c, SenText t)
{
    char day[32];
    Style style = c->style < c->w->n_styles ? (Style)c->w->style[c->style] : STYLE_NUMBER;
    double v = strtod(c->text.p, NULL);
    if (style == STYLE_DATE && v >= 1 && v < 2958466) {
        long serial = (long)v + (c->w->date1904 ? 1462 : 0);
        if (print_day(serial - (serial < 61 ? 25568 : 25569), day)) return emit(c, "date", (SenText){day, strlen(day)});
    }
    return emit(c, style == STYLE_PERCENT ? "percent" : "number", t);
}

static int close_cell(Cells *c)
{
    Workbook *w = c->w;
    SenText t = {c->text.p ? c->text.p : "", c->text.n};
    if (c->type == 's' && t.n) {
        char *end;
        unsigned long i = strtoul(c->text.p, &end, 10);
        if (*end || i >= w->n_strings) return read_refuse(w, "damaged: có ô trỏ đến chữ không có trong tệp");
        t = (SenText){w->strings.p ? w->strings.p + w->string_at[i] : "", w->string_at[i + 1] - w->string_at[i]};
        if (t.n > CELL_BYTES) return read_refuse(w, "too-large: có ô quá nhiều chữ");
    }
    if (!t.n && !c->formula) return 0;
    if (++w->n_cells > READ_CELLS) return read_refuse(w, "too-large: quá nhiều ô có chữ");
    if (c->formula) return emit(c, "formula", t);
    if (c->type == 'e') return emit(c, "error", t);
    if (c->type == 'b') return emit(c, "bool", t);
    if (c->type == 'd') return emit(c, "date", (SenText){t.p, t.n < 10 ? t.n : 10});
    if (c->type == 0 || c->type == 'n') return emit_number(c, t);
    return emit(c, "", t);
}

static int sheet_close(void *ctx, const char *name)
{
    Cells *c = ctx;
    c->in_value = c->in_text = 0;
    if (!strcmp(name, "s:rPh")) c->phonetic = 0;
    return strcmp(name, "s:c") ? 0 : close_cell(c);
}

int read_sheet(Workbook *w, size_t number, const char *xml, size_t n)
{
    Cells c = {.w = w, .at = {.struct_size = sizeof c.at, .table = (int32_t)number + 1}};
    XmlHandler h = {&c, sheet_open, sheet_close, sheet_text};
    SenText name = {w->sheet[number].name, strlen(w->sheet[number].name)};
    while (name.n && ((unsigned char)name.p[name.n - 1] & 0x80) && name.n >= SHEET_NAME - 4) name.n--;
    if (w->host->mark(w->lines, &c.at, SEN_STR("sheet"), name)) return XML_STOPPED;
    int f = (int)xml_read(xml, n, XLSX_SPACES, &h, NULL);
    text_free(&c.text);
    return f;
}
