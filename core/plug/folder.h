/* folder.h - one plugin folder as bytes: reads its runnable files with owner, mode and kind checked, and hashes them.
 * Opens nothing twice: what was hashed is what is loaded. Runs no byte of it. */
#ifndef SEN_PLUG_FOLDER_H
#define SEN_PLUG_FOLDER_H
#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/base/mem.h"

enum { PLUGIN_FILE_MOST = 8 * 1024 * 1024, PLUGIN_FILES_MOST = 64 };

typedef struct FolderFile { char *name; Buf bytes; } FolderFile;

typedef struct Folder {
    char *name;                     /* of the plugin = of the folder */
    int lua;                        /* 1: main.lua and its *.lua; 0: NAME.so alone */
    FolderFile *files;              /* byte order of names */
    size_t n;
    char hash[65];                  /* SHA-256 over each file's name, size and bytes, in hexadecimal */
} Folder;

/* Reads DIR/NAME. 0; -1 with the reason: 6007 owner or mode, 6008 link, pipe or device, 6010 nothing to run, 1004 too large. */
int folder_read(const char *dir, const char *name, Folder *out, Err *e);
void folder_free(Folder *f);        /* takes NULL */

/* A folder of plugin folders: a real folder of root or the user, writable by nobody else; mode_0700: exactly the user's own. */
int folder_check_place(const char *dir, int mode_0700, Err *e);
int folder_is_name(const char *name);   /* [a-z][a-z0-9-]{0,31} */
#endif
