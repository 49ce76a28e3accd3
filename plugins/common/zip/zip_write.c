/* zip_write.c - libzip with everything that could differ held still. */
#include "plugins/common/zip/zip_write.h"
#include <stdlib.h>
#include <zip.h>

enum { LEVEL = 2 };          /* XML of pages: half the time of level 4, a tenth larger */
enum { SMALL = 2048 };       /* a part below this is not worth the 256 KB zlib sets up for it */

static int add_part(zip_t *z, const ZipPart *part)
{
    zip_source_t *s = zip_source_buffer(z, part->p, part->n, 0);
    if (!s) return -1;
    zip_int64_t at = zip_file_add(z, part->name, s, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
        zip_source_free(s);
        return -1;
    }
    zip_uint64_t i = (zip_uint64_t)at;
    if (zip_file_set_dostime(z, i, 0, 33, 0) != 0) return -1;          /* 1980-01-01; an mtime would depend on the time zone */
    if (zip_file_set_external_attributes(z, i, 0, ZIP_OPSYS_DOS, 0) != 0) return -1;
    int stored = part->stored || part->n < SMALL;
    return zip_set_file_compression(z, i, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, stored ? 0 : LEVEL);
}

static int read_all(zip_source_t *s, void **bytes, size_t *n)
{
    zip_stat_t st;
    if (zip_source_stat(s, &st) != 0 || !(st.valid & ZIP_STAT_SIZE) || zip_source_open(s) != 0) return -1;
    *n = (size_t)st.size;
    *bytes = malloc(*n ? *n : 1);
    int ok = *bytes && zip_source_read(s, *bytes, st.size) == (zip_int64_t)st.size;
    zip_source_close(s);
    if (ok) return 0;
    free(*bytes);
    *bytes = NULL;
    return -1;
}

int zip_write_parts(const ZipPart *parts, size_t n_parts, void **bytes, size_t *n)
{
    zip_error_t e;
    zip_error_init(&e);
    *bytes = NULL;
    zip_source_t *s = zip_source_buffer_create(NULL, 0, 0, &e);
    zip_t *z = s ? zip_open_from_source(s, ZIP_TRUNCATE, &e) : NULL;
    int rc = z ? 0 : -1;
    if (s && z) zip_source_keep(s);
    for (size_t i = 0; !rc && i < n_parts; i++) rc = add_part(z, &parts[i]);
    if (z && (rc || zip_close(z) != 0)) {
        zip_discard(z);
        rc = -1;
    }
    if (!rc) rc = read_all(s, bytes, n);
    if (s) zip_source_free(s);
    zip_error_fini(&e);
    return rc;
}
