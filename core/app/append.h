/* append.h - how a statement comes into a unit's own layer: the one path of `sen edit`, `add`, `remove` and of the repl. */
#ifndef SEN_APP_APPEND_H
#define SEN_APP_APPEND_H
#include "core/app/session.h"

/* s is open for writing. The statement is appended to units/UNIT/scripts/ward.lua (an earlier one about the same thing gives
 * way), the unit is read again, and nothing stays when it does not hold. `what` names the change in the
 * journal. Says what was done. */
int append_statement(Session *s, const char *unit, const char *what, const Buf *statement, Err *e);
#endif
