/* zip_write.h - parts in memory -> one ZIP in memory, the same bytes every time; knows what no part means.
 *
 * Parts stand in the order given, with one fixed time (1 January 1980), deflated; no file, no clock is touched. */
#ifndef SEN_COMMON_ZIP_WRITE_H
#define SEN_COMMON_ZIP_WRITE_H
#include <stddef.h>

typedef struct ZipPart {
    const char *name;               /* "word/document.xml" */
    const void *p;
    size_t n;
    int stored;                     /* 1 = kept as it is (pictures are packed already) */
} ZipPart;

/* *bytes is malloc'd: the caller frees it. 0; -1 when memory was refused or the library failed. */
int zip_write_parts(const ZipPart *parts, size_t n_parts, void **bytes, size_t *n);

#endif
