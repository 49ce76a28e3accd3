/* render.c - the pdf output: an Official becomes pages, the pages one file; the same bytes every time. */
#include "plugins/common/writer.h"
#include "plugins/pdf/catalog.h"
#include "plugins/pdf/draw.h"
#include "plugins/pdf/fonts.h"
#include "plugins/pdf/places.h"
#include "plugins/pdf/render.h"
#include <cairo-pdf.h>

static cairo_status_t take_bytes(void *closure, const unsigned char *p, unsigned int n)
{
    g_byte_array_append(closure, p, n);
    return CAIRO_STATUS_SUCCESS;
}

static void set_text(cairo_surface_t *s, cairo_pdf_metadata_t what, SenText t)
{
    if (!t.n) return;
    char *z = g_strndup(t.p, t.n);
    cairo_pdf_surface_set_metadata(s, what, z);
    g_free(z);
}

/* dd/mm/yyyy or yyyy-mm-dd, else "". */
static char *iso_date(SenText t)
{
    int a, b, c;
    char *z = g_strndup(t.p, t.n), mark, *out = NULL;
    if (sscanf(z, "%4d%c%2d%*c%4d", &a, &mark, &b, &c) == 4 && b >= 1 && b <= 12) {
        int year = a > 31 ? a : c, day = a > 31 ? c : a;
        if (year >= 1900 && year <= 9999 && day >= 1 && day <= 31) out = g_strdup_printf("%04d-%02d-%02d", year, b, day);
    }
    g_free(z);
    return out ? out : g_strdup("");
}

/* Never the clock: the day of issue, the day of the run where the page depends on it, or the first day of the year. */
static void set_dates(const SenHost *h, const SenOptions *o, cairo_surface_t *s)
{
    static const char *const keys[] = {"issued", "ngay_ban_hanh", "date"};
    char *day = g_strdup("");
    for (size_t i = 0; i < sizeof keys / sizeof *keys && !day[0]; i++) {
        g_free(day);
        day = iso_date(sentext_option(h, o, keys[i]));
    }
    SenText year = sentext_option(h, o, "year");
    char *text = day[0] ? g_strdup_printf("%sT00:00:00Z", day)
                        : g_strdup_printf("%.4s-01-01T00:00:00Z", year.n == 4 ? year.p : "2000");
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, text);
    g_free(day);
    g_free(text);
}

static void set_properties(const SenHost *h, const SenOptions *options, const Official *o, cairo_surface_t *s)
{
    set_text(s, CAIRO_PDF_METADATA_TITLE, o->title.n ? o->title : o->subject);
    set_text(s, CAIRO_PDF_METADATA_SUBJECT, o->subject);
    set_text(s, CAIRO_PDF_METADATA_AUTHOR, o->author);
    set_text(s, CAIRO_PDF_METADATA_KEYWORDS, o->keywords);
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR, "Sen");
    set_dates(h, options, s);
}

static int send(const SenHost *h, SenSink *sink, GByteArray *pdf, const char *bad, SenErr *err)
{
    if (bad) return h->fail(err, (SenText){bad, strlen(bad)});
    return h->write(sink, pdf->data, pdf->len) == 0 ? 0 : h->fail(err, SEN_STR("tệp PDF quá lớn"));
}

/* NULL, or what went wrong. */
static const char *print_book(const SenHost *h, const SenOptions *options, Book *b, GByteArray *pdf)
{
    const Official *o = b->o;
    cairo_surface_t *s = cairo_pdf_surface_create_for_stream(take_bytes, pdf, book_points(o->page_width),
                                                             book_points(o->page_height));
    cairo_pdf_surface_restrict_to_version(s, CAIRO_PDF_VERSION_1_5);
    set_properties(h, options, o, s);
    draw_pages(b, s);
    cairo_surface_finish(s);
    cairo_status_t status = cairo_surface_status(s);
    cairo_surface_destroy(s);
    if (status == CAIRO_STATUS_SUCCESS) catalog_finish(pdf);
    return status == CAIRO_STATUS_SUCCESS ? NULL : cairo_status_to_string(status);
}

int render_pdf(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
               SenErr *err)
{
    (void)model;
    Official *o = official_read(h, doc, options, "pdf", err);
    if (!o) return -1;
    Book b;
    const char *bad = NULL;
    GByteArray *pdf = g_byte_array_new();
    fonts_forget(state);
    book_start(&b, o, state);
    flow_make(&b);
    pages_make(&b);
    if (b.too_long) bad = "văn bản dài quá 3000 trang";
    else if (sentext_option(h, options, "positions").n) places_write(&b, pdf);
    else bad = print_book(h, options, &b, pdf);
    int rc = send(h, sink, pdf, bad, err);
    book_end(&b);
    g_byte_array_free(pdf, TRUE);
    official_free(o);
    return rc;
}
