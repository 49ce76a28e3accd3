/* picture.c - a PNG or JPEG of content/ on the page: a JPEG goes in as it is; knows no document. */
#include "plugins/pdf/draw.h"

enum { PIXELS_MOST = 40 * 1000 * 1000 };

typedef struct Bytes { const char *p; size_t n; } Bytes;

static cairo_status_t next_bytes(void *closure, unsigned char *to, unsigned int n)
{
    Bytes *b = closure;
    if (b->n < n) return CAIRO_STATUS_READ_ERROR;
    memcpy(to, b->p, n);
    b->p += n;
    b->n -= n;
    return CAIRO_STATUS_SUCCESS;
}

static unsigned two(const char *p) { return (unsigned)(unsigned char)p[0] << 8 | (unsigned char)p[1]; }

static int jpeg_size(SenText b, int *wide, int *high)
{
    for (size_t i = 2; i + 9 < b.n && (unsigned char)b.p[i] == 0xFF;) {
        unsigned mark = (unsigned char)b.p[i + 1];
        if (mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC) {
            *high = (int)two(b.p + i + 5);
            *wide = (int)two(b.p + i + 7);
            return 1;
        }
        i += mark == 0xFF ? 1 : 2 + two(b.p + i + 2);
    }
    return 0;
}

static cairo_surface_t *open_jpeg(SenText b)
{
    int wide, high;
    if (!jpeg_size(b, &wide, &high) || (long)wide * high > PIXELS_MOST) return NULL;
    cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, wide, high);
    unsigned char *copy = g_memdup2(b.p, b.n);
    if (cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, copy, b.n, g_free, copy) != CAIRO_STATUS_SUCCESS) g_free(copy);
    return s;
}

static cairo_surface_t *open_png(SenText b)
{
    Bytes all = {b.p, b.n};
    unsigned long wide = (unsigned long)two(b.p + 16) << 16 | two(b.p + 18);
    unsigned long high = (unsigned long)two(b.p + 20) << 16 | two(b.p + 22);
    return wide * high > PIXELS_MOST ? NULL : cairo_image_surface_create_from_png_stream(next_bytes, &all);
}

void picture_draw(cairo_t *cr, const OffRun *r)
{
    double x, y, w = book_points(r->width), h = book_points(r->height);
    cairo_surface_t *s = r->bytes.p[0] == (char)0x89 ? open_png(r->bytes) : open_jpeg(r->bytes);
    cairo_get_current_point(cr, &x, &y);
    if (s && cairo_surface_status(s) == CAIRO_STATUS_SUCCESS) {
        cairo_save(cr);
        cairo_translate(cr, x, y - h);
        cairo_scale(cr, w / cairo_image_surface_get_width(s), h / cairo_image_surface_get_height(s));
        cairo_set_source_surface(cr, s, 0, 0);
        cairo_paint(cr);
        cairo_restore(cr);
    }
    if (s) cairo_surface_destroy(s);
    cairo_move_to(cr, x + w, y);
}
