/* compile.h - `sen plugin test DIR`: makes DIR/NAME.so from its *.c with the machine's C compiler; the parent process only. */
#ifndef SEN_PLUG_COMPILE_H
#define SEN_PLUG_COMPILE_H
#include "core/base/err.h"

/* include: the folder that holds sen_plugin.h. A folder without *.c, or whose .so is newer than its sources, is left alone.
 * DIR/deps names libraries (pkg-config), DIR/uses the folders of ../common it is built with, as build.sh reads them.
 * ${CC:-cc} prints its own errors to stderr. 0; -1: 6033 did not compile, 1001 no compiler or unreadable. */
int compile_plugin(const char *dir, const char *include, Err *e);
#endif
