/* plain.h - scripts that are only data: `unit "x" { … }` of constants, or nothing. Knows no Lua state. */
#ifndef SEN_SCRIPT_PLAIN_H
#define SEN_SCRIPT_PLAIN_H
#include "core/base/buf.h"

/* 1 = running it calls nothing but the constructor of a unit, with constants: it can leave nothing behind in a state, and
 * several such scripts may share one. 0 = perhaps not. */
int plain_profile(Str source);
#endif
