/* file.h - reading whole files with a cap, writing them so that a crash leaves the old or the new one, listing folders. */
#ifndef SEN_BASE_FILE_H
#define SEN_BASE_FILE_H
#include <stddef.h>
#include <sys/stat.h>
#include "core/base/buf.h"
#include "core/base/err.h"

/* Reads a regular file of at most `cap` bytes into out (appended). Links, devices, pipes and folders are refused.
 * `shown` is the name for messages (NULL = path). 0/-1. */
int file_read(const char *path, const char *shown, size_t cap, Buf *out, Err *e);

/* Writes a temporary file (path.tmp.PID) beside `path`, fsyncs, renames over it, fsyncs the folder. The old file stays on
 * failure. What a killed process left behind goes first. */
int file_write(const char *path, const char *shown, const void *data, size_t n, Err *e);
/* The same without waiting for the disk: a killed process leaves the old or the new one, a power cut may leave neither. */
int file_replace(const char *path, const char *shown, const void *data, size_t n, Err *e);
void file_sync_folder(const char *path);   /* what was renamed or removed beside `path` outlasts a power cut */
void file_sweep(const char *path);         /* removes temporary files made for this name by processes that are gone */

int file_exists(const char *path);                   /* 1 = something is there */
int file_is_dir(const char *path);
int file_make_dirs(const char *path, const char *shown, Err *e);   /* like mkdir -p; an existing folder is fine */

/* The names in a folder, without "." and "..", sorted by bytes; *names is one malloc'd block of malloc'd strings:
 * file_names_free it. A folder that does not exist gives 0 names and 0. */
int file_list(const char *dir, const char *shown, char ***names, size_t *n, Err *e);
void file_names_free(char **names, size_t n);

char *path_join(const char *a, const char *b);       /* malloc'd; b alone when it is absolute or a is "" */
const char *path_base(const char *path);             /* after the last "/"; borrowed */
const char *path_suffix(const char *path);           /* ".txt" of the last part, "" when none; borrowed */
#endif
