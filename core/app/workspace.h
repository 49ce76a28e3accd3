/* workspace.h - the folder a ward works in: where it is, which units it has, which files belong to which layer.
 * Only looks at files; what they mean is read in the worker. */
#ifndef SEN_APP_WORKSPACE_H
#define SEN_APP_WORKSPACE_H
#include "core/app/cli.h"
#include "core/app/seen.h"

typedef struct Workspace {
    const char *dir;                   /* as the user reaches it: "." or what -C says */
    const char *db;                    /* DIR/sen.db */
    char **unit;                       /* ids: the folders of units/ that hold a unit.lua, sorted */
    Look *profile;                     /* how each unit.lua looked */
    size_t n_units;
} Workspace;

/* One file of a layer: its bytes and the name it has in messages ("units/xa-a/scripts/ward.lua", "sen:scripts/x.lua"). */
typedef struct LayerFile {
    const char *name;                  /* for messages and origins */
    const char *path;                  /* inside its folder: "ward.lua", "phrases/greeting.md" */
    Str bytes;
} LayerFile;

typedef struct LayerFiles {
    LayerFile *v;
    size_t n, cap;
    Trail *trail;                      /* what was looked at is noted here; NULL = nowhere */
} LayerFiles;

/* -C DIR, else searched upwards from the current folder. 0/-1. The ids live in c->arena's keeping until the end. */
int workspace_find(Cli *c, Workspace *w, Err *e);
/* "ID/unit.lua" of a unit's id. */
enum { WORKSPACE_PROFILE = 80 };
void workspace_profile(const char *id, char path[WORKSPACE_PROFILE]);
void workspace_free(Workspace *w);
const char *workspace_path(Cli *c, const Workspace *w, const char *inside);      /* DIR/inside, in the arena */

/* Appends every file below `folder` whose name ends in `suffix`, in byte order of its path, except examples/, meta/, tests/,
 * plans/ and manual/ and README.md. `shown` is the prefix of its name in messages. A folder that is missing gives nothing. */
int workspace_gather(Arena *a, const char *folder, const char *shown, const char *suffix, size_t cap, LayerFiles *out, Err *e);
void workspace_files_free(LayerFiles *f);

/* Does `name` look like a unit? Its id goes to `id` ("phuong-an-hoa"), its kind to `kind` ("phuong"); -1 when no id comes out. */
int workspace_unit_id(const char *name, Buf *id, const char **kind);
#endif
