/* base_layer.h - the program's own base layer as files, and the copy of it that a workspace took up: what later versions are
 * compared with. */
#ifndef SEN_APP_BASE_LAYER_H
#define SEN_APP_BASE_LAYER_H
#include "core/app/cli.h"
#include "core/store/store.h"

/* The installed one: the row for the layer "sen" and its files, all in the arena. */
int base_layer_read(Cli *c, StoreLayer *row, StoreLayerFile **files, size_t *n, Err *e);
/* Inside a command: makes the workspace's copy the installed one, when it has none (only_missing) or in any case. */
int base_layer_keep(Cli *c, Store *s, int only_missing, Err *e);
/* The copy's row, NULL when there is none. */
int base_layer_find(Cli *c, Store *s, const StoreLayer **row, Err *e);
#endif
