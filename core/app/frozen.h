/* frozen.h - what went out under a number: the number, the day, and the hash of every file that was built for it. The rows are in
 * the table `issued`, the files' hashes beside them as a setting; undo takes both back. */
#ifndef SEN_APP_FROZEN_H
#define SEN_APP_FROZEN_H
#include "core/app/cli.h"
#include "core/store/store.h"

typedef struct FrozenFile { const char *name, *sha256; } FrozenFile;       /* "ward-plan.docx" */
typedef struct Frozen {
    const char *material, *number;
    Date on;
    int year;                              /* the working year it was built for */
    FrozenFile *file; size_t n_files;
} Frozen;

/* The newest of each material of the unit, by material; in `a`. */
int frozen_load(Store *s, const char *unit, Arena *a, Frozen **v, size_t *n, Err *e);
int frozen_put(Store *s, const char *unit, const Frozen *x, Err *e);       /* inside a command, beside store_put_issued */
/* Files in out/ that are not what was issued any more: one finding each (SEN8075). out: the folder; shown: its name. */
int frozen_check(Store *s, const char *unit, int year, const char *out, const char *shown, Findings *f, Err *e);
/* The frozen file of that name in that year, NULL = it may be written; *of is what it belongs to. */
const FrozenFile *frozen_find(const Frozen *v, size_t n, int year, const char *name, const Frozen **of);
/* Hash of the file, or 0 when it cannot be read. */
int frozen_hash_file(const char *path, char hex[65]);
#endif
