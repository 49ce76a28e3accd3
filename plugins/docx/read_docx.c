/* read_docx.c - the package: finds the parts of a .docx, reads them in their order, says why a file is refused. */
#include "plugins/docx/read.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { NAME_MOST = 260 };

typedef struct Package {
    Docx d;
    ZipRead *zip;
    SenErr *err;
    char main[NAME_MOST], styles[NAME_MOST], numbering[NAME_MOST], footnotes[NAME_MOST], endnotes[NAME_MOST], comments[NAME_MOST];
} Package;

/* The first word of a reason is one the host knows and has advice for (README of plugins/, sen_plugin.h). */
static int refuse(Package *p, const char *reason)
{
    return p->d.host->fail(p->err, (SenText){reason, strlen(reason)});
}

static int refuse_zip(Package *p, ZipFault f)
{
    static const char *const WHY[] = {
        "damaged: ?", "damaged: không phải tệp nén ZIP", "damaged: phần cuối tệp bị mất", "locked: tệp nén được mã hóa",
        "hostile: hai phần trùng tên", "hostile: các phần chồng lên nhau", "damaged: kiểu nén lạ",
        "hostile: quá nhiều phần", "hostile: giải nén ra lớn bất thường (bom nén)", "damaged: các phần bên trong không khớp nhau",
        "too-large: không đủ bộ nhớ"};
    return refuse(p, WHY[f <= ZIP_MEMORY ? f : 0]);
}

static int refuse_xml(Package *p, int f)
{
    static const char *const WHY[] = {
        "damaged: ?", "damaged: nội dung bên trong (XML) bị lỗi", "hostile: có khai báo DOCTYPE",
        "hostile: các phần lồng nhau quá sâu",
        "hostile: quá nhiều thuộc tính", "too-large: không đủ bộ nhớ", "too-large: quá nhiều chữ"};
    return refuse(p, WHY[f > 0 && f <= XML_STOPPED ? f : 0]);
}

static int take_part(Package *p, const char *name, char **bytes, size_t *n)
{
    ZipFault why = ZIP_FINE;
    long at = zip_read_find(p->zip, name);
    *bytes = NULL;
    if (at < 0) return 1;
    return zip_read_part(p->zip, at, bytes, n, &why) ? refuse_zip(p, why) : 0;
}

/* --- relationships --- */

typedef struct Relations { Package *p; const char *base; int root; } Relations;

static int ends_with(const char *s, const char *end)
{
    size_t n = strlen(s), k = strlen(end);
    return n >= k && !strcmp(s + n - k, end);
}

/* base: the folder of the part that points ("word/"); "/x" is from the top, "../x" one up. */
static void join_target(const char *base, const char *target, char out[NAME_MOST])
{
    char dir[NAME_MOST];
    snprintf(dir, sizeof dir, "%s", *target == '/' ? "" : base);
    while (*target == '/') target++;
    while (!strncmp(target, "../", 3) || !strncmp(target, "./", 2)) {
        int up = target[1] == '.';
        target += up ? 3 : 2;
        size_t n = strlen(dir);
        if (up && n) dir[n - 1] = 0;
        char *slash = up ? strrchr(dir, '/') : NULL;
        if (up) slash ? (slash[1] = 0) : (dir[0] = 0);
    }
    if (snprintf(out, NAME_MOST, "%s%s", dir, target) >= NAME_MOST) out[0] = 0;
}

static int on_relation(void *ctx, const XmlTag *tag)
{
    Relations *r = ctx;
    Package *p = r->p;
    if (strcmp(tag->name, "rel:Relationship")) return 0;
    const char *type = xml_read_attr(tag, "Type"), *target = xml_read_attr(tag, "Target");
    const char *mode = xml_read_attr(tag, "TargetMode");
    if (!type || !target || (mode && !strcasecmp(mode, "External"))) return 0;
    const struct { const char *type; char *to; int root; } PARTS[] = {
        {"/officeDocument", p->main, 1}, {"/styles", p->styles, 0}, {"/numbering", p->numbering, 0},
        {"/footnotes", p->footnotes, 0}, {"/endnotes", p->endnotes, 0}, {"/comments", p->comments, 0}};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (PARTS[i].root == r->root && ends_with(type, PARTS[i].type) && !PARTS[i].to[0])
            join_target(r->base, target, PARTS[i].to);
    return 0;
}

static int read_relations(Package *p, const char *name, const char *base, int root)
{
    Relations r = {p, base, root};
    XmlHandler h = {&r, on_relation, NULL, NULL};
    char *xml;
    size_t n;
    int rc = take_part(p, name, &xml, &n);
    if (rc) return rc;
    int f = (int)xml_read(xml, n, DOCX_SPACES, &h, NULL);
    free(xml);
    return f ? refuse_xml(p, f) : 0;
}

static int find_parts(Package *p)
{
    int rc = read_relations(p, "_rels/.rels", "", 1);
    if (rc < 0) return -1;
    if (!p->main[0]) snprintf(p->main, sizeof p->main, "word/document.xml");
    if (zip_read_find(p->zip, p->main) < 0) return refuse(p, "wrong-kind: không có văn bản Word bên trong");
    const char *slash = strrchr(p->main, '/'), *file = slash ? slash + 1 : p->main;
    char base[NAME_MOST], rels[2 * NAME_MOST + 16];
    snprintf(base, sizeof base, "%.*s", (int)(file - p->main), p->main);
    snprintf(rels, sizeof rels, "%s_rels/%s.rels", base, file);
    return read_relations(p, rels, base, 0) < 0 ? -1 : 0;
}

/* --- the parts --- */

static int read_tables(Package *p)
{
    char *xml;
    size_t n;
    int rc = p->styles[0] ? take_part(p, p->styles, &xml, &n) : 1, f;
    if (rc < 0) return -1;
    if (rc == 0) {
        f = style_read(xml, n, &p->d.styles);
        free(xml);
        if (f) return refuse_xml(p, f);
    }
    rc = p->numbering[0] ? take_part(p, p->numbering, &xml, &n) : 1;
    if (rc) return rc < 0 ? -1 : 0;
    f = number_read(xml, n, &p->d.numbering);
    free(xml);
    return f ? refuse_xml(p, f) : 0;
}

static int read_main(Package *p)
{
    char *xml;
    size_t n;
    int rc = take_part(p, p->main, &xml, &n);
    if (rc) return rc < 0 ? -1 : refuse(p, "damaged: thiếu phần nội dung");
    int f = walk_document(&p->d, xml, n);
    free(xml);
    return f ? refuse_xml(p, f) : 0;
}

typedef struct Notes { Package *p; char **text; int end, comment; } Notes;

static void on_note(void *ctx, long id, const char *text)
{
    Notes *n = ctx;
    Docx *d = &n->p->d;
    if (n->comment) {
        emit_mark(d, "comment", text);
        return;
    }
    for (size_t i = 0; i < d->n_refs; i++)
        if (d->refs[i].id == id && d->refs[i].end == n->end && !n->text[i]) n->text[i] = text_copy(text);
}

static int read_notes(Package *p, const char *name, Notes *n)
{
    char *xml;
    size_t size;
    int rc = name[0] ? take_part(p, name, &xml, &size) : 1;
    if (rc) return rc < 0 ? -1 : 0;
    int f = walk_notes(&p->d, xml, size, on_note, n);
    free(xml);
    return f ? refuse_xml(p, f) : 0;
}

/* Footnotes follow the text as lines "[1] …", as they stand in a text taken from a page. */
static int read_all_notes(Package *p)
{
    Docx *d = &p->d;
    Notes n = {.p = p, .text = calloc(d->n_refs + 1, sizeof(char *))};
    int rc = n.text ? 0 : refuse(p, "too-large: không đủ bộ nhớ");
    if (!rc) rc = read_notes(p, p->footnotes, &n);
    n.end = 1;
    if (!rc) rc = read_notes(p, p->endnotes, &n);
    n.comment = 1;
    if (!rc) rc = read_notes(p, p->comments, &n);
    Text line = {0};
    for (size_t i = 0; !rc && i < d->n_refs; i++) {
        char mark[32];
        text_clear(&line);
        snprintf(mark, sizeof mark, "[%zu] ", i + 1);
        text_puts(&line, mark);
        text_puts(&line, n.text[i] ? n.text[i] : "");
        d->line++;
        if (n.text[i]) emit_line(d, text_of(&line), 0);
    }
    for (size_t i = 0; n.text && i < d->n_refs; i++) free(n.text[i]);
    free(n.text);
    text_free(&line);
    return rc;
}

static int read_all(Package *p)
{
    Docx *d = &p->d;
    if (find_parts(p) || read_tables(p) || read_main(p)) return -1;
    if (!d->words) return refuse(p, d->pictures ? "no-text: chỉ có ảnh" : "empty: không có chữ");
    if (read_all_notes(p)) return -1;
    if (d->legacy & 1) emit_mark(d, "font", "TCVN3 (.VnTime)");
    if (d->legacy & 2) emit_mark(d, "font", "VNI");
    return d->failed ? refuse(p, "too-large: quá nhiều chữ") : 0;
}

static int read_docx(void *state, const SenHost *h, SenText bytes, const SenOptions *options, SenLines *lines, SenErr *err)
{
    (void)state, (void)options;
    Package *p = calloc(1, sizeof *p);
    ZipFault why = ZIP_FINE;
    if (!p) return h->fail(err, SEN_STR("too-large: không đủ bộ nhớ"));
    p->d.host = h;
    p->d.lines = lines;
    p->d.page = 1;
    p->err = err;
    p->zip = zip_read_open(bytes.p, bytes.n, &why);
    int rc = p->zip ? read_all(p) : refuse_zip(p, why);
    zip_read_close(p->zip);
    style_free(&p->d.styles);
    number_free(p->d.numbering);
    free(p->d.refs);
    free(p);
    return rc;
}

/* Any archive may be a Word file; which it is, its parts tell. Those of Excel, OpenDocument and others are left to others. */
static int knows_docx(void *state, const SenHost *h, SenText bytes)
{
    (void)state, (void)h;
    if (bytes.n < 4 || memcmp(bytes.p, "PK\3\4", 4)) return 0;
    size_t look = bytes.n < 65536 ? bytes.n : 65536;
    if (memmem(bytes.p, look, "xl/workbook", 11) || memmem(bytes.p, look, "opendocument", 12) ||
        memmem(bytes.p, look, "Index/Document.iwa", 18)) return 0;
    return 1;
}

const SenReader docx_reader = {
    .struct_size = sizeof(SenReader), .id = SEN_TEXT("docx"), .title = SEN_TEXT("Văn bản Word"),
    .suffixes = SEN_TEXT("docx docm dotx"),
    .knows = knows_docx, .read = read_docx,
};
