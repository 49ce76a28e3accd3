/* edits.h - several changes of the workspace's own files, gathered in memory and then written as one: scripts that came from
 * elsewhere stay allowed when it is the unit itself that changes them. */
#ifndef SEN_APP_EDITS_H
#define SEN_APP_EDITS_H
#include "core/app/rewrite.h"
#include "core/app/session.h"
#include "core/app/tick.h"

typedef struct EditedFile { const char *path; Buf text; Str before; } EditedFile;
typedef struct Edits {
    Session *s;
    EditedFile *v; size_t n;
    Tick *tick; size_t n_ticks;            /* go into the database in the same command */
} Edits;

Buf *edits_open(Edits *x, const char *path, Err *e);       /* its text as changed so far; NULL when it cannot be read */
/* The same; when there is no such file it begins as `text`. */
Buf *edits_begin(Edits *x, const char *path, Str text, Err *e);
void edits_tick(Edits *x, Tick t);                         /* its texts borrowed */
int edits_put(Edits *x, Rewrites *r, Err *e);              /* inside a command */
void edits_free(Edits *x);
/* A file from elsewhere that may run still may after the unit itself changed it; one that may not is not changed (SEN8214). */
int edits_keep_trust(Session *s, const char *path, Str before, Str after, Err *e);
#endif
