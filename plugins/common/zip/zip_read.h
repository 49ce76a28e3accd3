/* zip_read.h - a ZIP archive from memory, read with every cap a stranger's file needs; knows no document format.
 *
 * zip_read_open looks at the whole directory before a byte is inflated: at most ZIP_ENTRIES entries, no two of one name (letters
 * compared without case), none overlapping another, none encrypted, only stored or deflated, every local header as the
 * directory says. zip_read_part inflates one entry into memory and counts what really comes out. Nothing goes to disk. */
#ifndef SEN_COMMON_ZIP_READ_H
#define SEN_COMMON_ZIP_READ_H
#include <stddef.h>

enum {
    ZIP_ENTRIES = 2000,
    ZIP_PART_MOST = 32 << 20,              /* bytes of one part */
    ZIP_ALL_MOST = 64 << 20,               /* bytes of all parts read from one archive */
    ZIP_RATIO_MOST = 200                   /* inflated : stored; asked of parts over 64 KiB */
};

typedef enum ZipFault {
    ZIP_FINE, ZIP_NO_ZIP, ZIP_CUT, ZIP_LOCKED, ZIP_TWINS, ZIP_OVERLAP, ZIP_METHOD, ZIP_MANY, ZIP_BOMB, ZIP_BROKEN, ZIP_MEMORY
} ZipFault;

typedef struct ZipRead ZipRead;

/* bytes are borrowed until zip_read_close. NULL and *why on failure. */
ZipRead *zip_read_open(const void *bytes, size_t n, ZipFault *why);
void zip_read_close(ZipRead *z);           /* takes NULL */

size_t zip_read_count(const ZipRead *z);
const char *zip_read_name(const ZipRead *z, size_t i);      /* borrowed, in the order of the directory */
/* The entry of this name (without a "/" in front, letters compared without case), or -1. */
long zip_read_find(const ZipRead *z, const char *name);
/* The bytes of an entry, malloc'd, a NUL after them: 0, or -1 and *why. */
int zip_read_part(ZipRead *z, long entry, char **out, size_t *n, ZipFault *why);
/* What a reader refuses such an archive with, in Vietnamese; it begins with a word the host has advice for (sen_plugin.h). */
const char *zip_read_reason(ZipFault f);
#endif
