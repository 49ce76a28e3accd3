/* base_layer.c - reads the installed scripts and templates; must not know what they say. */
#include "core/app/base_layer.h"
#include "core/app/version.h"
#include "core/app/workspace.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

static int compare_files(const void *a, const void *b)
{
    return strcmp(((const StoreLayerFile *)a)->path, ((const StoreLayerFile *)b)->path);
}

int base_layer_read(Cli *c, StoreLayer *row, StoreLayerFile **files, size_t *n, Err *e)
{
    static const char *const part[] = {"scripts", "content"}, *const suffix[] = {".lua", ".md"};
    LayerFiles f = {0};
    Buf all = {0};
    char hex[65];
    int rc = 0;
    for (size_t i = 0; i < 2 && rc == 0; i++)
        rc = workspace_gather(c->arena, arena_print(c->arena, "%s/%s", c->install, part[i]), part[i], suffix[i], 1 << 20, &f, e);
    *files = arena_alloc(c->arena, mem_mul(f.n + 1, sizeof **files));
    *n = 0;
    for (size_t i = 0, at; i < f.n && rc == 0; i++) {
        Str s = f.v[i].bytes;
        if (memchr(s.p, 0, s.n) || !text_valid(s.p, s.n, &at)) continue;               /* the worker says what is wrong with it */
        store_sha256(s.p, s.n, hex);
        (*files)[(*n)++] = (StoreLayerFile){f.v[i].name, arena_copy(c->arena, hex), s.p};
    }
    qsort(*files, *n, sizeof **files, compare_files);
    for (size_t i = 0; i < *n; i++) buf_printf(&all, "%s  %s\n", (*files)[i].sha256, (*files)[i].path);
    store_sha256(buf_text(&all), all.n, hex);
    *row = (StoreLayer){.name = "sen", .version = SEN_VERSION, .path = "sen:", .sha256 = arena_copy(c->arena, hex)};
    buf_free(&all);
    workspace_files_free(&f);
    return rc;
}

int base_layer_find(Cli *c, Store *s, const StoreLayer **row, Err *e)
{
    StoreLayer *v;
    size_t n;
    *row = NULL;
    if (store_layers(s, c->arena, &v, &n, e)) return -1;
    for (size_t i = 0; i < n; i++)
        if (!strcmp(v[i].name, "sen")) *row = &v[i];
    return 0;
}

int base_layer_keep(Cli *c, Store *s, int only_missing, Err *e)
{
    StoreLayer row;
    const StoreLayer *there;
    StoreLayerFile *files;
    size_t n;
    if (base_layer_find(c, s, &there, e)) return -1;
    if (there && only_missing) return 0;
    if (base_layer_read(c, &row, &files, &n, e)) return -1;
    return store_put_layer(s, &row, files, n, e);
}
