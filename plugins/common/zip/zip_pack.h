/* zip_pack.h - deflates a part piece by piece and keeps what it made, so that what stands in many files is packed once; knows
 * no container and no format.
 *
 * A part may name seams: places where one thing ends and the next begins (a paragraph, a row). It is cut at some of them, chosen
 * by the bytes before the seam alone, so that the same text is cut in the same places wherever it stands, and at all that part
 * what differs from file to file from what does not. Each piece is packed knowing the piece before it and nothing else; both
 * together are what a packed piece is found by again (all bytes are compared). So what comes out depends on the part alone,
 * never on what was packed before. */
#ifndef SEN_COMMON_ZIP_PACK_H
#define SEN_COMMON_ZIP_PACK_H
#include <stddef.h>
#include <stdint.h>

typedef struct ZipSeam {
    size_t at;                      /* offset in the part */
    int parts;                      /* 1 = cut here, and what follows knows nothing of what stands before */
} ZipSeam;
typedef struct ZipPack ZipPack;
typedef struct ZipBytes {
    char *p;                        /* malloc'd */
    size_t n, cap;
} ZipBytes;

ZipPack *zip_pack_new(void);        /* NULL when memory was refused */
void zip_pack_free(ZipPack *k);     /* takes NULL */
/* Appends the deflated part to `out`. seams: rising. 0, or -1 when memory was refused. */
int zip_pack_part(ZipPack *k, const char *p, size_t n, const ZipSeam *seams, size_t n_seams, ZipBytes *out, uint32_t *crc);
int zip_bytes_room(ZipBytes *b, size_t n);                      /* room for n more: 0 or -1 */
int zip_bytes_add(ZipBytes *b, const void *p, size_t n);        /* 0 or -1 */
#endif
