/* gather.h - the scripts and content of layers, read in loading order for a worker's request; knows what no word of them means.
 * */
#ifndef SEN_APP_GATHER_H
#define SEN_APP_GATHER_H
#include "core/app/workspace.h"
#include "core/model/entity.h"
#include "core/wall/work.h"

enum { LAYERS_MOST = 16, GATHER_MOST = 16384 };

typedef struct Gather {
    Arena *arena;                      /* borrowed */
    WorkFiles files;
    LayerFiles scripts, content;
    int script_layer[GATHER_MOST], content_layer[GATHER_MOST];
    WorkLayer layers[LAYERS_MOST];
} Gather;

/* trail: where what was looked at is noted; NULL = nowhere. */
Gather *gather_new(Arena *a, Trail *trail);
void gather_free(Gather *g);                               /* texts stay in the arena */
/* The folder `dir` as the next layer; `shown` is the prefix of its files' names. 0/-1. */
int gather_layer(Gather *g, const char *name, const char *path, const char *dir, const char *shown, Err *e);
/* The `layers` of sen.lua or unit.lua, each a folder relative to the workspace. */
int gather_named(Gather *g, const char *workspace, const Entity *of, Err *e);
/* A single file as the next script, for the given layer. */
int gather_file(Gather *g, const char *path, const char *shown, int layer, Err *e);
void gather_finish(Gather *g);                             /* g->files is whole from here on */
#endif
