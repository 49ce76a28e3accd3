/* bundle.h - a layer as one file (.senlayer): its name, its version, its scripts and templates, and who signed all of it.
 * Bytes in, bytes out; knows no folder and no database.
 *
 * "SENLAYR1", the public key (32 bytes), the signature (64 bytes), then the body: name, version, count, and each file's path and
 * bytes, sorted by path. The signature covers everything else and is checked before a byte of the body is read. Key and
 * signature of zeros: not signed. The same layer and key give the same bytes. */
#ifndef SEN_STORE_BUNDLE_H
#define SEN_STORE_BUNDLE_H
#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/store/sign.h"

enum { BUNDLE_FILES_MOST = 2000, BUNDLE_FILE_MOST = 1 << 20, BUNDLE_MOST = 6 << 20, BUNDLE_PATH_MOST = 200,
      BUNDLE_DEPTH_MOST = 8 };

typedef struct BundleFile { const char *path; Str bytes; } BundleFile;   /* "scripts/a.lua", "content/b/c.md" */
typedef struct Bundle {
    const char *name, *version;
    const char *key;                               /* 64 hex digits; NULL = not signed */
    BundleFile *v; size_t n;                       /* by path */
} Bundle;

/* b->v need not be sorted; seed NULL = not signed. What bundle_read would refuse is refused here (SEN8204, SEN8205). */
int bundle_write(Bundle *b, const unsigned char *seed, Buf *out, Err *e);
/* Everything lives in `a` or is borrowed from `bytes`. `shown` is the file's name in messages. SEN8201 … SEN8205. */
int bundle_read(Str bytes, const char *shown, Arena *a, Bundle *b, Err *e);
/* A version is 1 to 40 letters, digits, "." and "-"; numbers in it count as numbers. <0, 0, >0. */
int bundle_compare_versions(const char *a, const char *b);
int bundle_is_version(const char *v);
#endif
