/* rewrite.h - whole files of the workspace that a command writes: journalled with what they were, written together, and put back
 * by undo. Knows not what stands in them. */
#ifndef SEN_APP_REWRITE_H
#define SEN_APP_REWRITE_H
#include "core/app/workspace.h"
#include "core/store/store.h"

enum { REWRITE_MOST = 4 << 20 };           /* bytes of one file */

typedef struct Rewrite { const char *path; Str before, after; } Rewrite;   /* relative to the workspace; p NULL = no file */
typedef struct Rewrites {
    Cli *c;
    const Workspace *w;
    Store *store;                          /* with an open command */
    Rewrite *v; size_t n, cap;
} Rewrites;

Rewrites rewrites_new(Cli *c, const Workspace *w, Store *store);
void rewrites_free(Rewrites *r);
/* Notes that `path` shall hold `after` (borrowed until the end; p NULL = shall not be there), and journals it with what stands
 * there now. The same content as now is noted nowhere. */
int rewrites_add(Rewrites *r, const char *path, Str after, Err *e);
/* Appends a statement to a script; journalled as a statement, so that undo takes out just that text. */
int rewrites_append(Rewrites *r, const char *path, const char *text, Err *e);
/* Writes all of them, then commits the open command. When anything fails, or the process is killed, all is as before. */
int rewrites_commit(Rewrites *r, Err *e);

/* Writes back what stood before; refused when the file was changed since (SEN8200). */
int rewrite_undo(Cli *c, const Workspace *w, const StoreRewrite *old, Err *e);
#endif
