/* rewrite.c - writes whole files of the workspace as one with the database; must not know what stands in them. */
#include "core/app/rewrite.h"
#include "core/app/pending.h"
#include "core/base/file.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Rewrites rewrites_new(Cli *c, const Workspace *w, Store *store) { return (Rewrites){.c = c, .w = w, .store = store}; }

void rewrites_free(Rewrites *r)
{
    free(r->v);
    *r = (Rewrites){0};
}

/* What stands there now, in the arena; p NULL = nothing. */
static int read_now(Cli *c, const Workspace *w, const char *path, Str *now, Err *e)
{
    const char *full = workspace_path(c, w, path);
    Buf b = {0};
    *now = (Str){0};
    if (!file_exists(full)) return 0;
    int rc = file_read(full, path, REWRITE_MOST, &b, e);
    if (rc == 0) *now = (Str){arena_text(c->arena, buf_text(&b), b.n), b.n};
    buf_free(&b);
    return rc;
}

static int same(Str a, Str b) { return (a.p != NULL) == (b.p != NULL) && (!a.p || str_eq(a, b)); }

/* Folders that became empty go too, up to the workspace. */
static void drop_empty_folders(Cli *c, const Workspace *w, const char *path)
{
    char *dir = mem_copy_text(path);
    for (char *slash; (slash = strrchr(dir, '/'));) {
        *slash = 0;
        if (rmdir(workspace_path(c, w, dir))) break;
    }
    free(dir);
}

static int put(Cli *c, const Workspace *w, const char *path, Str bytes, Err *e)
{
    const char *full = workspace_path(c, w, path), *slash = strrchr(full, '/');
    if (bytes.p) {
        if (slash && file_make_dirs(arena_text(c->arena, full, (size_t)(slash - full)), path, e)) return -1;
        return file_write(full, path, bytes.p, bytes.n, e);
    }
    if (unlink(full) && errno != ENOENT) return err_set(e, SEN1005, "%s" ARG "%s", path, strerror(errno));
    drop_empty_folders(c, w, path);
    return 0;
}

/* A folder on the way that is a link leads elsewhere: nothing is written through it. */
static int check_folders(Cli *c, const Workspace *w, const char *path, Err *e)
{
    struct stat st;
    for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        const char *folder = arena_text(c->arena, path, (size_t)(slash - path));
        if (lstat(workspace_path(c, w, folder), &st) == 0 && !S_ISDIR(st.st_mode)) return err_set(e, SEN1003, "%s", folder);
    }
    return 0;
}

static void take(Rewrites *r, Rewrite one)
{
    if (r->n == r->cap) {
        r->cap = r->cap ? r->cap * 2 : 16;
        r->v = mem_resize(r->v, mem_mul(r->cap, sizeof *r->v));
    }
    r->v[r->n++] = one;
}

int rewrites_add(Rewrites *r, const char *path, Str after, Err *e)
{
    Rewrite one = {.path = path, .after = after};
    if (check_folders(r->c, r->w, path, e) || read_now(r->c, r->w, path, &one.before, e)) return -1;
    if (same(one.before, after)) return 0;
    if (store_add_rewrite(r->store, path, one.before, after, e)) return -1;
    take(r, one);
    return 0;
}

int rewrites_append(Rewrites *r, const char *path, const char *text, Err *e)
{
    Rewrite one = {.path = path};
    if (check_folders(r->c, r->w, path, e) || read_now(r->c, r->w, path, &one.before, e)) return -1;
    int line = one.before.n && one.before.p[one.before.n - 1] != '\n';
    const char *added = arena_print(r->c->arena, "%s%s", line ? "\n" : "", text);
    one.after = str_of(arena_print(r->c->arena, "%s%s", one.before.p ? one.before.p : "", added));
    if (store_add_statement(r->store, path, added, e)) return -1;
    take(r, one);
    return 0;
}

int rewrites_commit(Rewrites *r, Err *e)
{
    Pending p = pending_new(r->c, r->w);
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < r->n; i++) rc = pending_keep(&p, r->v[i].path, e);
    if (rc == 0 && r->n) rc = pending_start(&p, r->store, e);
    for (size_t i = 0; rc == 0 && i < r->n; i++) rc = put(r->c, r->w, r->v[i].path, r->v[i].after, e);
    if (rc == 0) rc = store_commit(r->store, e);
    if (rc) store_rollback(r->store);
    if (rc) pending_back(&p, r->store);
    else pending_end(&p);
    pending_free(&p);
    return rc;
}

int rewrite_undo(Cli *c, const Workspace *w, const StoreRewrite *old, Err *e)
{
    Str now;
    if (check_folders(c, w, old->path, e) || read_now(c, w, old->path, &now, e)) return -1;
    if (!same(now, old->after)) return same(now, old->before) ? 0 : err_set(e, SEN8200, "%s", old->path);
    return put(c, w, old->path, old->before, e);
}
