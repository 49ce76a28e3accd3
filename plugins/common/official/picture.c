/* picture.c - a picture of content/ with its size on the page; reads the head of a PNG or JPEG, decodes nothing. */
#include "plugins/common/official/inside.h"
#include <stdio.h>

enum { PICTURE_MOST = 8 * 1024 * 1024, SIDE_MOST = 20000 };

static uint32_t big_endian(const char *p, int n)
{
    uint32_t v = 0;
    for (int i = 0; i < n; i++) v = v << 8 | (unsigned char)p[i];
    return v;
}

static int png_size(SenText b, uint32_t *wide, uint32_t *high)
{
    if (b.n < 24 || memcmp(b.p, "\x89PNG\r\n\x1a\n", 8) || memcmp(b.p + 12, "IHDR", 4)) return 0;
    *wide = big_endian(b.p + 16, 4);
    *high = big_endian(b.p + 20, 4);
    return 1;
}

static int jpeg_size(SenText b, uint32_t *wide, uint32_t *high)
{
    size_t i = 2;
    if (b.n < 4 || memcmp(b.p, "\xFF\xD8\xFF", 3)) return 0;
    while (i + 9 < b.n && (unsigned char)b.p[i] == 0xFF) {
        unsigned char mark = (unsigned char)b.p[i + 1];
        if (mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC) {
            *high = big_endian(b.p + i + 5, 2);
            *wide = big_endian(b.p + i + 7, 2);
            return 1;
        }
        i += mark == 0xFF ? 1 : 2 + big_endian(b.p + i + 2, 2);
    }
    return 0;
}

void picture_add(Walk *w, const SenEvent *e)
{
    SenText alt = {"", 0}, bytes = {"", 0};
    uint32_t wide = 0, high = 0;
    w->host->doc_text(w->doc, &alt);
    alt = memory_text(w->memory, alt.p, alt.n);
    SenText name = memory_text(w->memory, e->url.p, e->url.n);
    w->host->doc_skip(w->doc);
    int found = w->host->asset(w->options, name, &bytes) == 0 && bytes.n <= PICTURE_MOST &&
                (png_size(bytes, &wide, &high) || jpeg_size(bytes, &wide, &high));
    if (!found || !wide || !high || wide > SIDE_MOST || high > SIDE_MOST) {
        char say[400];
        int n = snprintf(say, sizeof say, "không có hình PNG hay JPEG «%.*s» trong content/", (int)(name.n < 200 ? name.n : 200),
                         name.p);
        w->host->log(w->host, SEN_LOG_WARNING, (SenText){say, (size_t)n});
        runs_add_text(w, letters_join(w->memory, SEN_STR("[Hình: "), "", letters_join(w->memory, alt.n ? alt : name, "]",
            SEN_STR(""))));
        return;
    }
    double room = w->out->page_width - w->out->left - w->out->right, tall = w->out->page_height / 2;
    double width = wide * 25.4 / 96, height = high * 25.4 / 96, scale = 1;
    if (width > room) scale = room / width;
    if (height * scale > tall) scale = tall / height;
    runs_add_run(w, (OffRun){.kind = OFF_RUN_IMAGE, .text = alt, .url = SEN_TEXT(""), .bytes = bytes, .width = width * scale,
                             .height = height * scale});
}
