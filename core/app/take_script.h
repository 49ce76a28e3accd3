/* take_script.h - a script that came from elsewhere into a unit's layer: shown, asked about, and bound to its bytes. */
#ifndef SEN_APP_TAKE_SCRIPT_H
#define SEN_APP_TAKE_SCRIPT_H
#include "core/app/cli.h"

int take_script_is(const char *path);              /* 1 = the name says that it is one */
/* The whole import of that file into the unit's scripts/, as a command of its own. 0/-1. */
int take_script(Cli *c, const char *path, Err *e);
/* Its text line by line, the permissions it asks for and its hash. */
void take_script_show(Cli *c, const char *path, Str text, const char *sha256);
#endif
