/* native.h - one C plugin: checked bytes -> loaded code -> outputs and readers in the registry. The only <dlfcn.h>.
 * Trust is decided before (trust.h); nothing here asks who allowed the bytes. */
#ifndef SEN_PLUG_NATIVE_H
#define SEN_PLUG_NATIVE_H
#include "core/plug/registry.h"

typedef struct Native Native;

/* Phase one: ELF checks, dlopen of exactly these bytes, the descriptor checked. info gets version, license, summary, wall.
 * NULL and e when refused. The Native belongs to the registry. */
Native *native_open(Registry *r, const char *name, Str bytes, PluginInfo *info, Err *e);
/* Phase two: start, then its outputs and readers are added; all or none of them count. 0/-1. One of the files wall starts in a
 * process of its own (registry_part), which stays there; here its outputs and readers ask that process (apart.h). */
int native_start(Native *n, Registry *r, Err *e);
#endif
