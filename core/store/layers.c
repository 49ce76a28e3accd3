/* layers.c - rows about what came from elsewhere: arrivals, decisions of trust, keys, layers and their files. Knows no file and
 * no signature. */
#include "core/store/database.h"
#include <stdlib.h>
#include <string.h>

/* One row of texts, in the order of the columns; the command's time is the last one given. */
static int put_texts(Store *s, sqlite3_stmt *q, const char *const *text, int n, Err *e)
{
    for (int i = 0; i < n; i++) db_bind(s, q, i + 1, text[i]);
    return db_do(s, q, e);
}

static int drop_by(Store *s, sqlite3_stmt *q, const char *key, Err *e)
{
    db_bind(s, q, 1, key);
    return db_do(s, q, e);
}

/* --- arrivals, trust --- */

int store_put_arrival(Store *s, const StoreArrival *x, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    const char *const text[] = {x->path, x->source, x->sha256, x->who, s->command.at};
    return put_texts(s, db_get(s, "INSERT OR REPLACE INTO arrival VALUES(?, ?, ?, ?, ?)", e), text, 5, e);
}

int store_drop_arrival(Store *s, const char *path, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    return drop_by(s, db_get(s, "DELETE FROM arrival WHERE path = ?", e), path, e);
}

int store_arrivals(Store *s, Arena *a, StoreArrival **v, size_t *n, Err *e)
{
    StoreArrival *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT path, source, sha256, who, at FROM arrival ORDER BY path", e);
    while ((rc = db_row(s, q, e)) > 0) *LIST_ADD(list, k) = (StoreArrival){TEXT(0), TEXT(1), TEXT(2), TEXT(3), TEXT(4)};
    return KEEP(list, k, v, n, rc);
}

int store_put_trust(Store *s, const StoreTrust *t, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    sqlite3_stmt *q = db_get(s, "INSERT INTO trust VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(path, sha256) DO UPDATE "
                             "SET allow = excluded.allow, permissions = excluded.permissions, who = excluded.who, at = "
                             "excluded.at, signer = excluded.signer", e);
    db_bind(s, q, 1, t->path);
    db_bind(s, q, 2, t->sha256);
    db_bind_int(s, q, 3, t->allow != 0);
    db_bind(s, q, 4, t->permissions ? t->permissions : "");
    db_bind(s, q, 5, t->who);
    db_bind(s, q, 6, s->command.at);
    db_bind(s, q, 7, t->signer);
    return db_do(s, q, e);
}

int store_trusts(Store *s, Arena *a, StoreTrust **v, size_t *n, Err *e)
{
    StoreTrust *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT path, sha256, permissions, who, at, signer, allow FROM trust ORDER BY path, sha256", e);
    while ((rc = db_row(s, q, e)) > 0)
        *LIST_ADD(list, k) = (StoreTrust){TEXT(0), TEXT(1), TEXT(2), TEXT(3), TEXT(4), TEXT(5), sqlite3_column_int(q, 6) != 0};
    return KEEP(list, k, v, n, rc);
}

/* --- keys --- */

int store_put_key(Store *s, const StoreKey *k, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    const char *const text[] = {k->key, k->name, k->scope, k->who, s->command.at};
    return put_texts(s, db_get(s, "INSERT OR REPLACE INTO key VALUES(?, ?, ?, ?, ?)", e), text, 5, e);
}

int store_drop_key(Store *s, const char *key, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    return drop_by(s, db_get(s, "DELETE FROM key WHERE key = ?", e), key, e);
}

int store_keys(Store *s, Arena *a, StoreKey **v, size_t *n, Err *e)
{
    StoreKey *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT key, name, scope, who, at FROM key ORDER BY name, key", e);
    while ((rc = db_row(s, q, e)) > 0) *LIST_ADD(list, k) = (StoreKey){TEXT(0), TEXT(1), TEXT(2), TEXT(3), TEXT(4)};
    return KEEP(list, k, v, n, rc);
}

/* --- layers --- */

/* Only what differs is touched, so that the journal keeps only that. */
static int put_file(Store *s, const char *layer, const StoreLayerFile *f, Err *e)
{
    const char *const text[] = {layer, f->path, f->sha256, f->text};
    return put_texts(s, db_get(s, "INSERT INTO layer_file VALUES(?, ?, ?, ?) ON CONFLICT(layer, path) DO UPDATE SET "
                                  "sha256 = excluded.sha256, text = excluded.text WHERE sha256 <> excluded.sha256", e),
                     text, 4, e);
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int drop_files_but(Store *s, const char *layer, const StoreLayerFile *files, size_t n, Err *e)
{
    StoreLayerFile *old = NULL;
    size_t n_old = 0;
    Arena *a = arena_new();
    const char **keep = arena_alloc(a, mem_mul(n + 1, sizeof *keep));
    for (size_t i = 0; i < n; i++) keep[i] = files[i].path;
    qsort(keep, n, sizeof *keep, compare_paths);
    int rc = store_layer_files(s, layer, 0, a, &old, &n_old, e);
    for (size_t i = 0; rc == 0 && i < n_old; i++) {
        if (bsearch(&old[i].path, keep, n, sizeof *keep, compare_paths)) continue;
        const char *const text[] = {layer, old[i].path};
        rc = put_texts(s, db_get(s, "DELETE FROM layer_file WHERE layer = ? AND path = ?", e), text, 2, e);
    }
    arena_free(a);
    return rc;
}

int store_put_layer(Store *s, const StoreLayer *l, const StoreLayerFile *files, size_t n, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    const char *const text[] = {l->name, l->version, l->path, l->sha256, l->signed_by, l->who, s->command.at};
    int rc = put_texts(s, db_get(s, "INSERT OR REPLACE INTO layer VALUES(?, ?, ?, ?, ?, ?, ?)", e), text, 7, e);
    if (rc == 0) rc = drop_files_but(s, l->name, files, n, e);
    for (size_t i = 0; rc == 0 && i < n; i++) rc = put_file(s, l->name, &files[i], e);
    return rc;
}

int store_drop_layer(Store *s, const char *name, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    int rc = drop_by(s, db_get(s, "DELETE FROM layer_file WHERE layer = ?", e), name, e);
    return rc ? rc : drop_by(s, db_get(s, "DELETE FROM layer WHERE name = ?", e), name, e);
}

int store_layers(Store *s, Arena *a, StoreLayer **v, size_t *n, Err *e)
{
    StoreLayer *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT name, version, path, sha256, signed_by, who, at FROM layer ORDER BY name", e);
    while ((rc = db_row(s, q, e)) > 0)
        *LIST_ADD(list, k) = (StoreLayer){TEXT(0), TEXT(1), TEXT(2), TEXT(3), TEXT(4), TEXT(5), TEXT(6)};
    return KEEP(list, k, v, n, rc);
}

int store_layer_files(Store *s, const char *layer, int texts, Arena *a, StoreLayerFile **v, size_t *n, Err *e)
{
    StoreLayerFile *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = texts ? db_get(s, "SELECT path, sha256, text FROM layer_file WHERE layer = ? ORDER BY path", e)
                            : db_get(s, "SELECT path, sha256, NULL FROM layer_file WHERE layer = ? ORDER BY path", e);
    db_bind(s, q, 1, layer);
    while ((rc = db_row(s, q, e)) > 0) *LIST_ADD(list, k) = (StoreLayerFile){TEXT(0), TEXT(1), TEXT(2)};
    return KEEP(list, k, v, n, rc);
}
