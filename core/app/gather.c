/* gather.c - reads the files of layers into one request. */
#include "core/app/gather.h"
#include "core/base/file.h"
#include <stdlib.h>
#include <string.h>

enum { SCRIPT_MOST = 1 << 20, CONTENT_MOST = 1 << 20 };

/* One file into the list, its bytes borrowed. */
static int add_file(LayerFiles *f, const char *name, const char *path, Str bytes, Err *e)
{
    if (f->n >= GATHER_MOST) return err_set(e, SEN8032, "%s", name);
    if (f->n == f->cap) {
        f->cap = f->cap ? f->cap * 2 : 32;
        f->v = mem_resize(f->v, mem_mul(f->cap, sizeof *f->v));
    }
    f->v[f->n++] = (LayerFile){name, path, bytes};
    return 0;
}

static void set_layer(int **v, size_t *cap, size_t at, int layer)
{
    if (at >= *cap) {
        *cap = at < 8 ? 8 : at * 2;
        *v = mem_resize(*v, mem_mul(*cap, sizeof **v));
    }
    (*v)[at] = layer;
}

static void set_script_layer(Gather *g, size_t at, int layer) { set_layer(&g->script_layer, &g->script_cap, at, layer); }

static int swap_files(Gather *g, const char *shown, Err *e)
{
    g->swapped = 1;
    for (size_t i = 0; i < g->swap->n; i++) {
        const StoreLayerFile *f = &g->swap->file[i];
        int script = !strncmp(f->path, "scripts/", 8);
        if (!script && strncmp(f->path, "content/", 8)) continue;
        if (add_file(script ? &g->scripts : &g->content, arena_print(g->arena, "%s%s", shown, f->path), f->path + 8,
                     str_of(f->text), e)) return -1;
    }
    return 0;
}

static int folder_files(Gather *g, const char *dir, const char *shown, Err *e)
{
    Arena *a = g->arena;
    if (workspace_gather(a, arena_print(a, "%s/scripts", dir), arena_print(a, "%sscripts", shown), ".lua", SCRIPT_MOST,
                         &g->scripts, e)) return -1;
    return workspace_gather(a, arena_print(a, "%s/content", dir), arena_print(a, "%scontent", shown), ".md", CONTENT_MOST,
                            &g->content, e);
}

int gather_layer(Gather *g, const char *name, const char *path, const char *dir, const char *shown, Err *e)
{
    int layer = (int)g->files.n_layers;
    size_t scripts = g->scripts.n, content = g->content.n;
    if (layer >= LAYERS_MOST) return err_set(e, SEN8031, "%d", LAYERS_MOST);
    g->layers[layer] = (WorkLayer){name, path};
    g->files.n_layers++;
    if (g->swap && !strcmp(path, g->swap->path) ? swap_files(g, shown, e) : folder_files(g, dir, shown, e)) return -1;
    if (g->scripts.n > GATHER_MOST || g->content.n > GATHER_MOST) return err_set(e, SEN8032, "%s", dir);
    for (; scripts < g->scripts.n; scripts++) set_script_layer(g, scripts, layer);
    for (; content < g->content.n; content++) set_layer(&g->content_layer, &g->content_cap, content, layer);
    return 0;
}

Gather *gather_new(Arena *a, Trail *trail)
{
    Gather *g = mem_alloc(sizeof *g);
    g->arena = a;
    g->scripts.trail = g->content.trail = trail;
    return g;
}

static WorkFile *work_files(const Gather *g, const LayerFiles *from, const int *layer)
{
    WorkFile *v = arena_alloc(g->arena, mem_mul(from->n, sizeof *v));
    for (size_t i = 0; i < from->n; i++) {
        const LayerFile *f = &from->v[i];
        int swapped = g->swap && !strncmp(f->name, g->swap->path, strlen(g->swap->path));
        Admission may = {0};
        if (!swapped) may = admit_file(g->admit, f->name, from == &g->scripts, f->bytes);
        v[i] = (WorkFile){.name = f->name, .path = f->path, .bytes = f->bytes, .layer = layer[i], .foreign = may.foreign,
                          .refused = may.refused, .arg = {may.arg[0], may.arg[1]}};
        if (may.refused) v[i].bytes = (Str){"", 0};
    }
    return v;
}

void gather_finish(Gather *g)
{
    g->files.layers = g->layers;
    g->files.scripts = work_files(g, &g->scripts, g->script_layer);
    g->files.n_scripts = g->scripts.n;
    g->files.content = work_files(g, &g->content, g->content_layer);
    g->files.n_content = g->content.n;
}

void gather_free(Gather *g)
{
    workspace_files_free(&g->scripts);
    workspace_files_free(&g->content);
    free(g->script_layer);
    free(g->content_layer);
    free(g);
}

int gather_file(Gather *g, const char *path, const char *shown, int layer, Err *e)
{
    Buf b = {0};
    Arena *a = g->arena;
    trail_note(g->scripts.trail, path);
    int rc = file_read(path, shown, SCRIPT_MOST, &b, e);
    if (rc == 0) {
        size_t at = g->scripts.n;
        rc = add_file(&g->scripts, arena_copy(a, shown), arena_copy(a, path_base(shown)),
                      (Str){arena_text(a, buf_text(&b), b.n), b.n}, e);
        if (rc == 0) set_script_layer(g, at, layer);
    }
    buf_free(&b);
    return rc;
}

int gather_instead(Gather *g, const char *shown, Str bytes, int layer, Err *e)
{
    Str copy = {arena_text(g->arena, bytes.p, bytes.n), bytes.n};
    for (size_t i = 0; i < g->scripts.n; i++)
        if (!strcmp(g->scripts.v[i].name, shown)) return g->scripts.v[i].bytes = copy, 0;
    size_t at = g->scripts.n;
    if (add_file(&g->scripts, arena_copy(g->arena, shown), arena_copy(g->arena, path_base(shown)), copy, e)) return -1;
    set_script_layer(g, at, layer);
    return 0;
}

int gather_named(Gather *g, const char *workspace, const Entity *of, Err *e)
{
    const Value *list = of ? entity_get(of, "layers") : NULL;
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        Str t = list->u.list[i].u.text;
        const char *path = arena_text(g->arena, t.p, t.n);
        const char *dir = path[0] == '/' ? path : arena_print(g->arena, "%s/%s", workspace, path);
        int swapped = g->swap && !strcmp(path, g->swap->path);
        if (!swapped && !file_is_dir(dir)) {
            const Slot *slot = entity_slot(of, "layers");
            err_set(e, SEN8033, "%s" ARG "%s", path, of->file ? of->file : "sen.lua");
            return err_at(e, of->file ? of->file : "sen.lua", slot && slot->step ? slot->step->line : of->line, 0);
        }
        if (gather_layer(g, path_base(path), path, dir, arena_print(g->arena, "%s/", path), e)) return -1;
    }
    return 0;
}

int gather_swap(Gather *g, Err *e)
{
    if (!g->swap || g->swapped) return 0;
    const char *path = g->swap->path;
    return gather_layer(g, path_base(path), path, path, arena_print(g->arena, "%s/", path), e);
}
