/* import.h - taking one plan file into the database; shared by `sen import` and `sen watch`. */
#ifndef SEN_APP_IMPORT_H
#define SEN_APP_IMPORT_H
#include "core/app/correction.h"

/* Reads the file in a worker of its own, which becomes s->wall and stays for the rules; *plan is the caller's (plan_free). Notes
 * go to the findings. 0/-1. */
/* A form that came back (form_take.h): *plan is NULL and form is filled; with form NULL it is refused (SEN6102). */
int import_read(Session *s, const char *path, Plan **plan, Buf *form, Buf *bytes, Err *e);
/* Puts a plan that was read into the store, as one command, and says in one line what changed. */
int import_put(Session *s, const char *path, Plan *plan, Str bytes, Correcting *corrected, Err *e);
#endif
