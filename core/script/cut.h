/* cut.h - takes statements and single fields out of a script's text, or gives a statement another id; text in, text out. What is
 * taken out stays in the file as a comment, so that nothing a person wrote is lost. */
#ifndef SEN_SCRIPT_CUT_H
#define SEN_SCRIPT_CUT_H
#include "core/model/word.h"

/* Takes field `field` (a place in the table) out of the statement about a thing of kind k that names it at `line`; the whole
 * statement when it sets nothing else. -1 when no such statement stands there. */
int cut_field(Buf *script, int line, Kind k, size_t field, const char *note);
/* Comments out the statement that covers `line`; 0/-1. */
int cut_statement(Buf *script, int line, const char *note);
/* Statements about (k, path), and with it about its items, in the order of the file: their lines; the number of them. */
size_t cut_find(Str script, Kind k, const char *path, int *lines, size_t most);
/* The statement at `line` about `path` (or something in it) is about `now` from here on; 0/-1. */
int cut_rename(Buf *script, int line, const char *path, const char *now);
#endif
