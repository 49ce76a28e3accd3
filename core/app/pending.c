/* pending.c - keeps and puts back the bytes of files that a command changes; must not know the commands. */
#include "core/app/pending.h"
#include "core/base/file.h"
#include "core/base/pack.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char name[] = ".sen-pending", magic[] = "sen-pending/1";
enum { FILE_MOST = 4 << 20, PENDING_MOST = 64 << 20 };

Pending pending_new(Cli *c, const Workspace *w) { return (Pending){.c = c, .w = w}; }

void pending_free(Pending *p)
{
    buf_free(&p->kept);
    *p = (Pending){0};
}

static const char *own_path(Cli *c, const Workspace *w) { return workspace_path(c, w, name); }

static int kept_already(const Pending *p, const char *path)
{
    Unpack u = unpack_from(buf_text(&p->kept), p->kept.n);
    for (uint32_t i = 0; i < p->n; i++) {
        const char *one = unpack_text(&u, p->c->arena);
        unpack_u32(&u);
        unpack_str(&u);
        if (one && !strcmp(one, path)) return 1;
    }
    return 0;
}

int pending_keep(Pending *p, const char *path, Err *e)
{
    const char *full = workspace_path(p->c, p->w, path);
    Buf now = {0};
    if (kept_already(p, path)) return 0;
    int there = file_exists(full), rc = there ? file_read(full, path, FILE_MOST, &now, e) : 0;
    if (rc == 0) {
        pack_text(&p->kept, path);
        pack_u32(&p->kept, (uint32_t)there);
        pack_str(&p->kept, buf_view(&now));
        p->n++;
    }
    buf_free(&now);
    return rc;
}

int pending_start(Pending *p, const Store *store, Err *e)
{
    Buf b = {0};
    pack_text(&b, magic);
    pack_i64(&b, store_command_seq(store));
    pack_u32(&b, p->n);
    buf_str(&b, buf_view(&p->kept));
    int rc = file_write(own_path(p->c, p->w), name, buf_text(&b), b.n, e);
    p->started = rc == 0;
    buf_free(&b);
    return rc;
}

/* Without it nothing is put back later; that it is gone must outlast a power cut before the next command writes. */
static void forget(Cli *c, const Workspace *w)
{
    unlink(own_path(c, w));
    file_sync_folder(own_path(c, w));
}

void pending_end(Pending *p)
{
    if (p->started) forget(p->c, p->w);
    p->started = 0;
}

/* A path inside the workspace, through no link: the note may come from a stranger, like the rest of a workspace. */
static int is_inside(Cli *c, const Workspace *w, const char *path)
{
    struct stat st;
    char *part = mem_copy_text(path);
    int good = path[0] && path[0] != '/' && path[0] != '.';
    for (char *s = part; good && (s = strchr(s, '/')); *s++ = '/') {
        if (s[1] == '.' || s[1] == '/' || !s[1]) good = 0;
        *s = 0;
        if (good && lstat(workspace_path(c, w, part), &st) == 0 && !S_ISDIR(st.st_mode)) good = 0;
    }
    free(part);
    return good;
}

static int put_back(Cli *c, const Workspace *w, Unpack *u, uint32_t n, Err *e)
{
    for (uint32_t i = 0; i < n; i++) {
        const char *path = unpack_text(u, c->arena);
        uint32_t there = unpack_u32(u);
        Str bytes = unpack_str(u);
        if (u->bad || !path || !is_inside(c, w, path)) return err_set(e, SEN8240, "%s", name);
        const char *full = workspace_path(c, w, path), *slash = strrchr(full, '/');
        if (!there) {
            unlink(full);
            continue;
        }
        if (slash && file_make_dirs(arena_text(c->arena, full, (size_t)(slash - full)), path, e)) return -1;
        if (file_write(full, path, bytes.p, bytes.n, e)) return -1;
    }
    return 0;
}

void pending_back(Pending *p, Store *store)
{
    Err e = {0};
    StoreCommand ask = {.command = "", .at = "", .seen = -1};
    if (p->started && store_begin(store, &ask, &e) == 0 && pending_recover(p->c, p->w, store, &e))
        findings_add_err(&p->c->findings, &e);
    store_rollback(store);
    p->started = 0;
}

int pending_left(Cli *c, const Workspace *w) { return file_exists(own_path(c, w)); }

int pending_recover(Cli *c, const Workspace *w, const Store *store, Err *e)
{
    Buf b = {0};
    int rc = 0;
    if (!pending_left(c, w)) return 0;
    if (file_read(own_path(c, w), name, PENDING_MOST, &b, e)) {
        buf_free(&b);
        return -1;
    }
    Unpack u = unpack_from(buf_text(&b), b.n);
    const char *head = unpack_text(&u, c->arena);
    int64_t seq = unpack_i64(&u);
    uint32_t n = unpack_u32(&u);
    if (u.bad || !head || strcmp(head, magic)) rc = err_set(e, SEN8240, "%s", name);
    else if (seq >= store_command_seq(store)) rc = put_back(c, w, &u, n, e);    /* it was never committed */
    if (rc == 0) forget(c, w);
    buf_free(&b);
    return rc;
}
