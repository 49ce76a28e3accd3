/* take_layer.h - taking in a layer that came as one file: who signed it, what it holds, whether this workspace wants it, and its
 * place in layers/NAME. */
#ifndef SEN_APP_TAKE_LAYER_H
#define SEN_APP_TAKE_LAYER_H
#include "core/app/cli.h"

int take_layer_is(const char *path);               /* 1 = the name says that it is one */
/* The whole import of that file, as a command of its own. 0/-1. */
int take_layer(Cli *c, const char *path, Err *e);
/* What a layer file holds, for people: name, version, signature, files; with `texts` every line. Nothing is run. 0/-1. */
int take_layer_show(Cli *c, const char *path, int texts, Err *e);
#endif
