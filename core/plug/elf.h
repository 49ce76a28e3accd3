/* elf.h - is this a shared object the loader can map safely on this machine? Reads bytes only. */
#ifndef SEN_PLUG_ELF_H
#define SEN_PLUG_ELF_H
#include "core/base/buf.h"

/* NULL when it is fit to load: class, byte order, machine, type DYN, every segment inside the file, no executable stack, no
 * segment both writable and executable, no RPATH or RUNPATH. Else a short English reason. */
const char *elf_check(Str bytes);
#endif
