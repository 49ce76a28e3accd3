/* admit.c - arrivals, layers, keys and decisions of the database against a file's bytes; must not know scripts. */
#include "core/app/admit.h"
#include <stdlib.h>
#include <string.h>

int admit_load(Admit *m, Store *s, Arena *a, Err *e)
{
    StoreLayer *all;
    size_t n;
    *m = (Admit){0};
    if (store_arrivals(s, a, &m->arrival, &m->n_arrivals, e) || store_layers(s, a, &all, &n, e)) return -1;
    m->layer = arena_alloc(a, mem_mul(n + 1, sizeof *m->layer));
    m->file = arena_alloc(a, mem_mul(n + 1, sizeof *m->file));
    m->n_files = arena_alloc(a, mem_mul(n + 1, sizeof *m->n_files));
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].path, "sen:")) m->layer[m->n_layers++] = all[i];
    if (!m->n_arrivals && !m->n_layers) return 0;
    for (size_t i = 0; i < m->n_layers; i++)
        if (store_layer_files(s, m->layer[i].name, 0, a, &m->file[i], &m->n_files[i], e)) return -1;
    return store_trusts(s, a, &m->trust, &m->n_trust, e) || store_keys(s, a, &m->key, &m->n_keys, e) ? -1 : 0;
}

int admit_decision(const Admit *m, const char *path, const char *sha256)
{
    for (size_t i = 0; i < m->n_trust; i++)
        if (!strcmp(m->trust[i].path, path) && !strcmp(m->trust[i].sha256, sha256)) return m->trust[i].allow;
    return -1;
}

const StoreArrival *admit_arrival(const Admit *m, const char *path)
{
    for (size_t i = 0; i < m->n_arrivals; i++)
        if (!strcmp(m->arrival[i].path, path)) return &m->arrival[i];
    return NULL;
}

const StoreLayer *admit_layer(const Admit *m, const char *name)
{
    for (size_t i = 0; i < m->n_layers; i++)
        if (!strcmp(m->layer[i].name, name)) return &m->layer[i];
    return NULL;
}

const StoreKey *admit_key(const Admit *m, const char *key, const char *layer)
{
    for (size_t i = 0; i < m->n_keys; i++) {
        const StoreKey *k = &m->key[i];
        if (strcmp(k->key, key)) continue;
        if (!strcmp(k->scope, "layer") || (!strncmp(k->scope, "layer:", 6) && !strcmp(k->scope + 6, layer))) return k;
    }
    return NULL;
}

/* "./layers//x/y" -> "layers/x/y": the same file, written in another way. */
static void plain_path(const char *name, char *out, size_t cap)
{
    size_t n = 0;
    for (const char *p = name; *p && n + 1 < cap;) {
        if ((p == name || p[-1] == '/') && p[0] == '.' && p[1] == '/') p += 2;
        else if (*p == '/' && p > name && p[-1] == '/') p++;
        else out[n++] = *p++;
    }
    out[n] = 0;
}

static int compare_file(const void *x, const void *y) { return strcmp(x, ((const StoreLayerFile *)y)->path); }

/* The layer as a whole was allowed: by a person who read it, or by its signature as long as the key is trusted. */
static Admission admit_of_layer(const Admit *m, size_t i, const char *inside, const char *hash)
{
    const StoreLayer *l = &m->layer[i];
    Admission no = {.foreign = 1, .refused = SEN8216, .arg = {l->name, l->signed_by ? l->signed_by : ""}};
    const StoreLayerFile *f = m->n_files[i] ? bsearch(inside, m->file[i], m->n_files[i], sizeof *m->file[i], compare_file) : NULL;
    if (!f || strcmp(f->sha256, hash)) return no;
    int decided = admit_decision(m, l->path, l->sha256);
    if (decided == 0) no.refused = SEN8215;
    else if (l->signed_by && !admit_key(m, l->signed_by, l->name)) no.refused = SEN8217;
    else if (!l->signed_by && decided < 0) no.refused = SEN8214;
    else no.refused = SEN_OK;
    return no;
}

Admission admit_file(const Admit *m, const char *name, int script, Str bytes)
{
    char hash[65], path[1200];
    if (!m || (!m->n_arrivals && !m->n_layers)) return (Admission){0};
    plain_path(name, path, sizeof path);
    for (size_t i = 0; i < m->n_layers; i++) {
        size_t n = strlen(m->layer[i].path);
        if (strncmp(path, m->layer[i].path, n) || path[n] != '/') continue;
        store_sha256(bytes.p, bytes.n, hash);
        return admit_of_layer(m, i, path + n + 1, hash);
    }
    if (!script || !admit_arrival(m, path)) return (Admission){0};
    store_sha256(bytes.p, bytes.n, hash);
    int decided = admit_decision(m, path, hash);
    return (Admission){.foreign = 1, .refused = decided > 0 ? SEN_OK : decided == 0 ? SEN8215 : SEN8214};
}
