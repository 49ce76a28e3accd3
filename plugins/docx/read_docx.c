/* read_docx.c - the package: finds the parts of a .docx, reads them in their order, says why a file is refused. */
#include "plugins/docx/look.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* --- the parts --- */

static int read_main(Package *p)
{
    char *xml;
    size_t n;
    int rc = package_take_part(p, p->main, &xml, &n);
    if (rc) return rc < 0 ? -1 : package_refuse(p, "damaged: thiếu phần nội dung");
    int f = walk_document(&p->d, xml, n);
    free(xml);
    return f ? package_refuse_xml(p, f) : 0;
}

typedef struct Notes { Package *p; char **text; int end, comment; } Notes;

static void on_note(void *ctx, long id, const char *text)
{
    Notes *n = ctx;
    Docx *d = &n->p->d;
    if (n->comment) {
        emit_mark(d, "comment", text);
        ours_comment(d, id, text);
        return;
    }
    for (size_t i = 0; i < d->n_refs; i++)
        if (d->refs[i].id == id && d->refs[i].end == n->end && !n->text[i]) n->text[i] = text_copy(text);
}

static int read_notes(Package *p, const char *name, Notes *n)
{
    char *xml;
    size_t size;
    int rc = name[0] ? package_take_part(p, name, &xml, &size) : 1;
    if (rc) return rc < 0 ? -1 : 0;
    int f = walk_notes(&p->d, xml, size, on_note, n);
    free(xml);
    return f ? package_refuse_xml(p, f) : 0;
}

/* Footnotes follow the text as lines "[1] …", as they stand in a text taken from a page. */
static int read_all_notes(Package *p)
{
    Docx *d = &p->d;
    Notes n = {.p = p, .text = calloc(d->n_refs + 1, sizeof(char *))};
    int rc = n.text ? 0 : package_refuse(p, "too-large: không đủ bộ nhớ");
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
    int why = package_find_parts(p) || package_read_tables(p) ? -1 : ours_read(d, p->zip);
    if (why) return why < 0 ? -1 : package_refuse_zip(p, (ZipFault)why);
    if (read_main(p)) return -1;
    if (!d->words) return package_refuse(p, d->pictures ? "no-text: chỉ có ảnh" : "empty: không có chữ");
    if (read_all_notes(p)) return -1;
    if (d->legacy & 1) emit_mark(d, "font", "TCVN3 (.VnTime)");
    if (d->legacy & 2) emit_mark(d, "font", "VNI");
    return d->failed ? package_refuse(p, "too-large: quá nhiều chữ") : 0;
}

/* `want` = "layout": how every paragraph and page looks, beside its words (README). */
static int wants_layout(const SenHost *h, const SenOptions *options)
{
    SenText want;
    return h->option(options, SEN_STR("want"), &want) && want.n == 6 && !memcmp(want.p, "layout", 6);
}

static int read_docx(void *state, const SenHost *h, SenText bytes, const SenOptions *options, SenLines *lines, SenErr *err)
{
    (void)state;
    Package *p = calloc(1, sizeof *p);
    ZipFault why = ZIP_FINE;
    if (!p) return h->fail(err, SEN_STR("too-large: không đủ bộ nhớ"));
    p->d.host = h;
    p->d.lines = lines;
    p->d.page = 1;
    p->err = err;
    p->zip = zip_read_open(bytes.p, bytes.n, &why);
    int rc = p->zip ? wants_layout(h, options) ? look_read(p) : read_all(p) : package_refuse_zip(p, why);
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
