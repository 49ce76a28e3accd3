/* create.h - `sen plugin new`: a folder that builds and passes its own test untouched; loads nothing. */
#ifndef SEN_PLUG_CREATE_H
#define SEN_PLUG_CREATE_H
#include "core/base/err.h"

/* Makes DIR/NAME from PATTERNS/c or PATTERNS/lua (plugins/new of the install, <share>/plugin-new), its name filled in.
 * lua: 1 = Lua. *made = the path, malloc'd. -1 when the name is malformed or the folder exists. */
int create_plugin(const char *patterns, const char *dir, const char *name, int lua, char **made, Err *e);
#endif
