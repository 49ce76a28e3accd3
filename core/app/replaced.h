/* replaced.h - a statement of ward.lua that a later `sen edit` of the same field takes the place of, and its way back.
 * The old statement stays readable as a comment above the new one: only text in, text out. */
#ifndef SEN_APP_REPLACED_H
#define SEN_APP_REPLACED_H
#include "core/base/buf.h"

/* When `script` holds a statement that sets exactly the field that `statement` sets, it is taken out of the script and
 * stands, as a comment, at the head of *added. *added always ends with the statement. 1 = something was replaced. */
int replaced_take(Buf *script, Str statement, Buf *added);
/* What stood before `added`: appended to the script again by undo. Adds nothing when nothing was replaced. */
void replaced_restore(const char *added, Buf *script);
#endif
