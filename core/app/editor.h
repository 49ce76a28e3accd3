/* editor.h - what an editor needs to help with scripts of a workspace: annotations, its settings, the standard of luacheck. */
#ifndef SEN_APP_EDITOR_H
#define SEN_APP_EDITOR_H
#include "core/app/cli.h"

/* Writes DIR/.sen/sen.d.lua, always as this program knows it, and .luarc.json and .luacheckrc where there are none: those two
 * may be changed by hand. Paths in them are relative, for the folder travels and is opened from other machines. 0/-1. */
int editor_write(Cli *c, const char *dir, Err *e);
#endif
