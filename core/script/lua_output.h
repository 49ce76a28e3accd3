/* lua_output.h - outputs written in Lua: sen.output of plugins (plugins/NAME/main.lua) and of a ward's layer.
 *
 *   sen.output { id = "text", title = "Văn bản", suffix = "txt", render = function(doc, o) return doc.prose end }
 *
 * render gets the document (or, with wants = "model", the data) and the options as a table of texts; it returns the text, or
 * { text, note = "…", warning = "…" } with something to tell the person who builds. */
#ifndef SEN_SCRIPT_LUA_OUTPUT_H
#define SEN_SCRIPT_LUA_OUTPUT_H
#include "core/plug/load.h"
#include "core/script/script.h"

/* A LoadLua: each plugin gets a state of its own, alive as long as the registry. ctx is not used. */
int lua_output_load(void *ctx, Registry *r, PluginInfo *info, const LoadFile *files, size_t n, Err *e);

/* Adds what `s` registered with sen.output; s must outlive the outputs. plugin and version may be "". 0/-1: the first that is
 * wrong or taken stops. For a layer: registry_mark before, registry_withdraw(r, "", mark) after the unit. */
int lua_output_register(Script *s, Registry *r, const char *plugin, const char *version, Err *e);
#endif
