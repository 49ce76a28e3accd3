/* read.c - the package: finds the parts of a workbook, reads them in their order, says why a file is refused.
 *
 * What it reports: at each sheet's begin the mark "sheet" (its name); then each cell that holds something, by sheet (table), row
 * and column, after one mark at its place that says its kind: "number" "date" "percent" "formula" "error" "bool", none = text. A
 * formula's text is what some program computed and is no fact. After its cells, "merged" for each merged range. */
#include "plugins/xlsx/output.h"
#include "plugins/xlsx/read.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int refuse_zip(Workbook *w, ZipFault f) { return read_refuse(w, zip_read_reason(f)); }

static int refuse_xml(Workbook *w, int f)
{
    static const char *const WHY[] = {
        "damaged: ?", "damaged: nội dung bên trong (XML) bị lỗi", "hostile: có khai báo DOCTYPE",
        "hostile: các phần lồng nhau quá sâu", "hostile: quá nhiều thuộc tính", "too-large: không đủ bộ nhớ",
        "too-large: quá nhiều ô có chữ"};
    return read_refuse(w, WHY[f > 0 && f <= XML_STOPPED ? f : 0]);
}

/* 0 = taken, 1 = there is no such part, -1 = refused. */
static int take_part(Workbook *w, const char *name, char **bytes, size_t *n)
{
    ZipFault why = ZIP_FINE;
    long at = zip_read_find(w->zip, name);
    *bytes = NULL;
    if (at < 0) return 1;
    return zip_read_part(w->zip, at, bytes, n, &why) ? refuse_zip(w, why) : 0;
}

typedef struct Relations {
    Workbook *w;
    const char *base;
    char main[PART_NAME], strings[PART_NAME], styles[PART_NAME];
} Relations;

static int on_relation(void *ctx, const XmlTag *tag)
{
    Relations *r = ctx;
    if (strcmp(tag->name, "rel:Relationship")) return 0;
    const char *type = xml_read_attr(tag, "Type"), *target = xml_read_attr(tag, "Target"), *id = xml_read_attr(tag, "Id");
    const char *mode = xml_read_attr(tag, "TargetMode");
    if (!type || !target || !id || (mode && !strcasecmp(mode, "External"))) return 0;
    if (part_name_ends(type, "/officeDocument") && !r->main[0]) part_name_join(r->base, target, r->main);
    if (part_name_ends(type, "/sharedStrings") && !r->strings[0]) part_name_join(r->base, target, r->strings);
    if (part_name_ends(type, "/styles") && !r->styles[0]) part_name_join(r->base, target, r->styles);
    for (size_t i = 0; part_name_ends(type, "/worksheet") && i < r->w->n_sheets; i++)
        if (!strcmp(r->w->sheet[i].id, id)) part_name_join(r->base, target, r->w->sheet[i].part);
    return 0;
}

static int on_workbook(void *ctx, const XmlTag *tag)
{
    Workbook *w = ctx;
    if (!strcmp(tag->name, "s:workbookPr")) {
        const char *old = xml_read_attr(tag, "date1904");
        w->date1904 = old && (!strcmp(old, "1") || !strcmp(old, "true"));
    }
    if (strcmp(tag->name, "s:sheet")) return 0;
    const char *name = xml_read_attr(tag, "name"), *id = xml_read_attr(tag, "r:id");
    if (!name || !id) return 0;
    if (w->n_sheets == READ_SHEETS) return read_refuse(w, "too-large: quá nhiều trang tính");
    snprintf(w->sheet[w->n_sheets].name, SHEET_NAME, "%s", name);
    snprintf(w->sheet[w->n_sheets++].id, sizeof w->sheet[0].id, "%s", id);
    return 0;
}

static int read_xml(Workbook *w, const char *name, const XmlHandler *h)
{
    char *xml;
    size_t n;
    int rc = take_part(w, name, &xml, &n);
    if (rc) return rc;
    int f = (int)xml_read(xml, n, XLSX_SPACES, h, NULL);
    free(xml);
    return f ? refuse_xml(w, f) : 0;
}

static int find_parts(Workbook *w, Relations *r)
{
    char rels[2 * PART_NAME + 16], base[PART_NAME];
    XmlHandler h = {r, on_relation, NULL, NULL}, book = {w, on_workbook, NULL, NULL};
    if (read_xml(w, "_rels/.rels", &h) < 0) return -1;
    if (!r->main[0]) snprintf(r->main, sizeof r->main, "xl/workbook.xml");
    int rc = read_xml(w, r->main, &book);
    if (rc) return rc < 0 ? -1 : read_refuse(w, "wrong-kind: không có bảng tính bên trong");
    const char *slash = strrchr(r->main, '/'), *file = slash ? slash + 1 : r->main;
    snprintf(base, sizeof base, "%.*s", (int)(file - r->main), r->main);
    snprintf(rels, sizeof rels, "%s_rels/%s.rels", base, file);
    r->base = base;
    rc = read_xml(w, rels, &h);
    r->base = "";
    return rc < 0 ? -1 : 0;
}

/* What a form never needs and what may act by itself. */
static int refuse_active(Workbook *w)
{
    for (size_t i = 0; i < zip_read_count(w->zip); i++) {
        const char *name = zip_read_name(w->zip, i);
        if (part_name_ends(name, "vbaProject.bin") || !strncasecmp(name, "xl/macrosheets/", 15)) return read_refuse(w, "macro"
            ": có macro");
        if (!strncasecmp(name, "xl/externalLinks/", 17)) return read_refuse(w, "links: có liên kết lấy số từ tệp khác");
    }
    return 0;
}

static int read_part(Workbook *w, const char *name, int (*read)(Workbook *w, const char *xml, size_t n))
{
    char *xml;
    size_t n;
    int rc = name[0] ? take_part(w, name, &xml, &n) : 1;
    if (rc) return rc < 0 ? -1 : 0;
    int f = read(w, xml, n);
    free(xml);
    return f ? refuse_xml(w, f) : 0;
}

int read_find_sheets(Workbook *w, SenText bytes)
{
    ZipFault why = ZIP_FINE;
    Relations r = {.w = w, .base = ""};
    w->zip = zip_read_open(bytes.p, bytes.n, &why);
    return w->zip ? find_parts(w, &r) : refuse_zip(w, why);
}

static int read_all(Workbook *w)
{
    Relations r = {.w = w, .base = ""};
    if (refuse_active(w) || find_parts(w, &r) || read_part(w, r.strings, read_strings) || read_part(w, r.styles,
        read_styles)) return -1;
    for (size_t i = 0; i < w->n_sheets; i++) {
        char *xml;
        size_t n;
        int rc = w->sheet[i].part[0] ? take_part(w, w->sheet[i].part, &xml, &n) : 1;
        if (rc < 0) return -1;
        if (rc) continue;
        int f = read_sheet(w, i, xml, n);
        free(xml);
        if (f) return refuse_xml(w, f);
    }
    return w->n_cells ? 0 : read_refuse(w, "empty: không có ô nào có chữ");
}

static int read_xlsx(void *state, const SenHost *h, SenText bytes, const SenOptions *options, SenLines *lines, SenErr *err)
{
    (void)state, (void)options;
    Workbook *w = calloc(1, sizeof *w);
    ZipFault why = ZIP_FINE;
    if (!w) return h->fail(err, SEN_STR("too-large: không đủ bộ nhớ"));
    w->host = h;
    w->lines = lines;
    w->err = err;
    int rc;
    if (bytes.n > 8 && !memcmp(bytes.p, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)) {
        rc = read_refuse(w, "locked: tệp Excel có mật khẩu");
    } else {
        w->zip = zip_read_open(bytes.p, bytes.n, &why);
        rc = w->zip ? read_all(w) : refuse_zip(w, why);
    }
    zip_read_close(w->zip);
    text_free(&w->strings);
    free(w->string_at);
    free(w->style);
    free(w);
    return rc;
}

/* A workbook, or the container of one with a password (its name stands in it with a zero after each letter). */
static int knows_xlsx(void *state, const SenHost *h, SenText bytes)
{
    (void)state, (void)h;
    size_t look = bytes.n < 65536 ? bytes.n : 65536;
    if (bytes.n >= 8 && !memcmp(bytes.p, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
        return memmem(bytes.p, bytes.n, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31) != NULL;
    if (bytes.n < 4 || memcmp(bytes.p, "PK\3\4", 4)) return 0;
    return memmem(bytes.p, look, "xl/", 3) != NULL || memmem(bytes.p + bytes.n - look, look, "xl/workbook", 11) != NULL;
}

const SenReader xlsx_reader = {
    .struct_size = sizeof(SenReader), .id = SEN_TEXT("xlsx"), .title = SEN_TEXT("Bảng tính Excel"),
    .suffixes = SEN_TEXT("xlsx xlsm xltx"),
    .knows = knows_xlsx, .read = read_xlsx,
};
