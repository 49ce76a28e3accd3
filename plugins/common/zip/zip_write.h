/* zip_write.h - parts in memory -> one ZIP in memory, the same bytes every time; knows what no part means.
 *
 * Parts stand in the order given, with one fixed time (1 January 1980), deflated; no file, no clock is touched. */
#ifndef SEN_COMMON_ZIP_WRITE_H
#define SEN_COMMON_ZIP_WRITE_H
#include "plugins/common/zip/zip_pack.h"
#include <stddef.h>

typedef struct ZipPart {
    const char *name;               /* "word/document.xml", UTF-8 */
    const void *p;
    size_t n;
    int stored;                     /* 1 = kept as it is (pictures are packed already) */
    const ZipSeam *seams;           /* NULL = packed in one piece */
    size_t n_seams;
} ZipPart;

/* What is kept from one file to the next: packed pieces, memory. A plugin makes one in start. */
typedef struct ZipWriter ZipWriter;
ZipWriter *zip_writer_new(void);            /* NULL when memory was refused */
void zip_writer_free(ZipWriter *w);         /* takes NULL */
/* *bytes belong to the writer, until its next call. 0; -1 when memory was refused or a file would grow over 2 GiB. */
int zip_write_parts(ZipWriter *w, const ZipPart *parts, size_t n_parts, const void **bytes, size_t *n);

#endif
