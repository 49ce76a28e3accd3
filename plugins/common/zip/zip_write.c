/* zip_write.c - the container: local headers, packed parts, directory; must not know how a part is packed or what it says. */
#include "plugins/common/zip/zip_write.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { SMALL = 2048 };              /* a part below this is not worth packing */
enum { PARTS_MOST = 65535, NAME_MOST = 65535, VERSION = 20, DEFLATED = 8, DAY = 33, UTF8 = 1 << 11 };      /* DAY: 1980-01-01 */
enum { KEPT_ROOM = 4 * 1024 * 1024 };
static const size_t most = (size_t)2 * 1024 * 1024 * 1024 - 1;

struct ZipWriter {
    ZipPack *pack;
    ZipBytes out, directory;
};

ZipWriter *zip_writer_new(void)
{
    ZipWriter *w = calloc(1, sizeof *w);
    if (w && (w->pack = zip_pack_new())) return w;
    free(w);
    return NULL;
}

void zip_writer_free(ZipWriter *w)
{
    if (!w) return;
    zip_pack_free(w->pack);
    free(w->out.p);
    free(w->directory.p);
    free(w);
}

/* Numbers of 2 and 4 bytes, the low byte first, one after another as the sizes say. */
static size_t put_numbers(unsigned char *to, const char *sizes, const uint32_t *v)
{
    size_t n = 0;
    for (size_t i = 0; sizes[i]; i++)
        for (int k = 0; k < sizes[i] - '0'; k++) to[n++] = (unsigned char)(v[i] >> 8 * k);
    return n;
}

static int add_numbers(ZipBytes *to, const char *sizes, const uint32_t *v)
{
    unsigned char head[64];
    return zip_bytes_add(to, head, put_numbers(head, sizes, v));
}

static uint32_t flags_of(const char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name >= 0x80) return UTF8;
    return 0;
}

static int add_part(ZipWriter *w, const ZipPart *part)
{
    size_t at = w->out.n, name = strlen(part->name);
    int stored = part->stored || part->n < SMALL;
    uint32_t crc = 0;
    if (part->n > most || at > most || name > NAME_MOST) return -1;
    const uint32_t nothing[11] = {0};
    if (add_numbers(&w->out, "42222244422", nothing) != 0 || zip_bytes_add(&w->out, part->name, name) != 0) return -1;
    size_t from = w->out.n;
    if (from > most) return -1;
    if (stored) crc = (uint32_t)crc32_z(0, part->p, part->n);
    if (stored ? zip_bytes_add(&w->out, part->p, part->n) != 0
               : zip_pack_part(w->pack, part->p, part->n, part->seams, part->n_seams, &w->out, &crc) != 0) return -1;
    const uint32_t packed = (uint32_t)(w->out.n - from), plain = (uint32_t)part->n, method = stored ? 0 : DEFLATED,
                   flags = flags_of(part->name);
    const uint32_t local[] = {0x04034b50, VERSION, flags, method, 0, DAY, crc, packed, plain, (uint32_t)name, 0};
    put_numbers((unsigned char *)w->out.p + at, "42222244422", local);
    const uint32_t entry[] = {0x02014b50, VERSION, VERSION, flags, method, 0, DAY, crc, packed, plain,
                              (uint32_t)name, 0, 0, 0, 0, 0, (uint32_t)at};
    return add_numbers(&w->directory, "42222224442222244", entry) != 0 || zip_bytes_add(&w->directory, part->name, name) != 0;
}

int zip_write_parts(ZipWriter *w, const ZipPart *parts, size_t n_parts, const void **bytes, size_t *n)
{
    w->out.n = w->directory.n = 0;
    if (w->out.cap > KEPT_ROOM) {
        free(w->out.p);
        w->out = (ZipBytes){0};
    }
    if (n_parts > PARTS_MOST) return -1;
    for (size_t i = 0; i < n_parts; i++)
        if (add_part(w, &parts[i]) != 0) return -1;
    const uint32_t end[] = {0x06054b50, 0, 0, (uint32_t)n_parts, (uint32_t)n_parts, (uint32_t)w->directory.n,
                            (uint32_t)w->out.n, 0};
    if (w->out.n > most || zip_bytes_add(&w->out, w->directory.p, w->directory.n) != 0 ||
        add_numbers(&w->out, "42222442", end) != 0) return -1;
    *bytes = w->out.p;
    *n = w->out.n;
    return 0;
}
