/* builtin.h - the outputs that need no plugin: md, the document as Markdown again, by the writer doc/ already has. */
#ifndef SEN_PLUG_BUILTIN_H
#define SEN_PLUG_BUILTIN_H
#include "core/plug/registry.h"

void builtin_add_outputs(Registry *r);     /* twice is once */
#endif
