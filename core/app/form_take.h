/* form_take.h - taking in a form that came back: its figures into the database as one command, what is wrong as comments. */
#ifndef SEN_APP_FORM_TAKE_H
#define SEN_APP_FORM_TAKE_H
#include "core/app/session.h"

/* s->wall is the worker that read `bytes`, form what session_import gave; s->store may be NULL with --dry-run. Good figures are
 * recorded, wrong cells are findings and stand as comments in a copy of the workbook at `copy` (NULL = beside it, NAME.loi.xlsx).
 * With --strict one wrong cell refuses all. 0; -1 and e when the form as a whole is refused. */
int form_take(Session *s, const char *path, Str bytes, Str form, const char *copy, Err *e);
const char *form_take_copy(Cli *c, const char *path);      /* "so-lieu.xlsx" -> "so-lieu.loi.xlsx" */
#endif
