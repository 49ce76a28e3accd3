/* pending.h - files of the workspace that change with the database: what stood in them is kept beside it until the commit, so
 * that a killed command leaves files and database both as before or both as after. Knows not what stands in the files.
 *
 * Order for a command: session_begin, pending_keep for each file, pending_start, write the files, store_commit, pending_end;
 * when something fails: store_rollback, pending_back. What a killed command left is put right by the next that opens the
 * workspace (pending_recover). */
#ifndef SEN_APP_PENDING_H
#define SEN_APP_PENDING_H
#include "core/app/workspace.h"
#include "core/store/store.h"

typedef struct Pending {
    Cli *c;
    const Workspace *w;
    Buf kept;                              /* path and bytes of each file, packed */
    uint32_t n;
    int started;
} Pending;

Pending pending_new(Cli *c, const Workspace *w);
void pending_free(Pending *p);
/* `path` (relative to the workspace) will be written: keeps what stands there now, or that nothing does. 0/-1. */
int pending_keep(Pending *p, const char *path, Err *e);
int pending_start(Pending *p, const Store *store, Err *e);     /* with the store's command open; 0/-1 */
void pending_end(Pending *p);                                  /* after the commit */
/* After a failure and store_rollback: all files as they were. Asks the database first: a commit may fail when it has happened
 * (the last flush was refused), then the files stay. When that cannot be asked, the next command does it. */
void pending_back(Pending *p, Store *store);

int pending_left(Cli *c, const Workspace *w);                  /* 1 = a command was cut off, or is at work just now */
/* With a command of the store open (so that nobody is at work): what a killed command left is put right. 0/-1. */
int pending_recover(Cli *c, const Workspace *w, const Store *store, Err *e);
#endif
