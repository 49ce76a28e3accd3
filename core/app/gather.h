/* gather.h - the scripts and content of layers, read in loading order for a worker's request; knows what no word of them means.
 * */
#ifndef SEN_APP_GATHER_H
#define SEN_APP_GATHER_H
#include "core/app/admit.h"
#include "core/app/workspace.h"
#include "core/model/entity.h"
#include "core/wall/work.h"

enum { LAYERS_MOST = 200, GATHER_MOST = 16384 };

/* A layer whose files are not those of its folder: another version of it, to see what it would change. */
typedef struct Swap {
    const char *path;                  /* "sen:", "layers/dong-thap"; one that sen.lua does not name comes after those it names */
    const StoreLayerFile *file; size_t n;      /* by path, "scripts/…" and "content/…" */
} Swap;

typedef struct Gather {
    Arena *arena;                      /* borrowed */
    const Admit *admit;                /* what may run; NULL = all */
    const Swap *swap;                  /* NULL = none */
    int swapped;                       /* 1 = its files were taken */
    WorkFiles files;
    LayerFiles scripts, content;
    int *script_layer, *content_layer;     /* of each, malloc'd */
    size_t script_cap, content_cap;
    WorkLayer layers[LAYERS_MOST];
} Gather;

/* trail: where what was looked at is noted; NULL = nowhere. */
Gather *gather_new(Arena *a, Trail *trail);
void gather_free(Gather *g);                               /* texts stay in the arena */
/* The folder `dir` as the next layer; `shown` is the prefix of its files' names. 0/-1. */
int gather_layer(Gather *g, const char *name, const char *path, const char *dir, const char *shown, Err *e);
/* The `layers` of sen.lua or unit.lua, each a folder relative to the workspace. */
int gather_named(Gather *g, const char *workspace, const Entity *of, Err *e);
/* The swapped layer when no name brought it, as the next layer. */
int gather_swap(Gather *g, Err *e);
/* A single file as the next script, for the given layer. */
int gather_file(Gather *g, const char *path, const char *shown, int layer, Err *e);
/* These bytes instead of the script of this name, or as one more of the layer. */
int gather_instead(Gather *g, const char *shown, Str bytes, int layer, Err *e);
void gather_finish(Gather *g);                             /* g->files is whole from here on */
#endif
