/* trust.c - reads and writes plugins.allow. */
#include "core/plug/trust.h"
#include "core/base/file.h"
#include "core/base/mem.h"
#include "core/plug/folder.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HASH_LENGTH = 64, LIST_MOST = 1024 * 1024 };
static const char list_name[] = "plugins.allow";

/* One allowed plugin. */
typedef struct Allowed { const char *name, *hash, *record; } Allowed;

struct Trust {
    Arena *arena;
    Allowed *v;                /* in the order of the list */
    size_t n;
};

void trust_free(Trust *t)
{
    if (!t) return;
    free(t->v);
    arena_free(t->arena);
    free(t);
}

static Allowed *find(const Trust *t, const char *name)
{
    for (size_t i = t->n; i-- > 0;)                /* of two lines for one name the later counts */
        if (!strcmp(t->v[i].name, name)) return &t->v[i];
    return NULL;
}

const char *trust_hash(const Trust *t, const char *name)
{
    const Allowed *a = find(t, name);
    return a ? a->hash : NULL;
}

const char *trust_record(const Trust *t, const char *name)
{
    const Allowed *a = find(t, name);
    return a ? a->record : NULL;
}

static void allow(Trust *t, const char *name, const char *hash, const char *record)
{
    Allowed *a = find(t, name);
    if (!a) {
        t->v = mem_resize(t->v, mem_mul(t->n + 1, sizeof *t->v));
        a = &t->v[t->n++];
    }
    *a = (Allowed){name, hash, record};
}

/* A line under a name: part of its record. */
static int take_record(Trust *t, const char *line, size_t n)
{
    if (!t->n) return -1;
    Allowed *a = &t->v[t->n - 1];
    a->record = arena_print(t->arena, "%s%.*s\n", a->record ? a->record : "", (int)n, line);
    return 0;
}

static int take_line(Trust *t, const char *line, size_t n)
{
    if (n == 0 || line[0] == '#') return 0;
    if (line[0] == '\t') return take_record(t, line, n);
    if (n < HASH_LENGTH + 3 || strncmp(line + HASH_LENGTH, "  ", 2)) return -1;
    for (size_t i = 0; i < HASH_LENGTH; i++)
        if (!strchr("0123456789abcdef", line[i]) || !line[i]) return -1;
    const char *name = arena_text(t->arena, line + HASH_LENGTH + 2, n - HASH_LENGTH - 2);
    if (!folder_is_name(name)) return -1;
    allow(t, name, arena_text(t->arena, line, HASH_LENGTH), NULL);
    return 0;
}

Trust *trust_read(const char *dir, Err *e)
{
    Trust *t = mem_alloc(sizeof *t);
    t->arena = arena_new();
    char *path = path_join(dir, list_name);
    Buf text = {0};
    int rc = 0, line = 0;
    struct stat st;
    if (lstat(path, &st) == 0) {
        if (!S_ISREG(st.st_mode)) rc = err_set(e, SEN6008, "%s", path);
        else if ((st.st_uid != 0 && st.st_uid != geteuid()) || (st.st_mode & (S_IWGRP | S_IWOTH)))
            rc = err_set(e, SEN6007, "%s", path);
        else rc = file_read(path, path, LIST_MOST, &text, e);
    }
    for (const char *p = buf_text(&text); rc == 0 && *p;) {
        size_t n = strcspn(p, "\n");
        line++;
        if (take_line(t, p, n) != 0) {
            rc = err_set(e, SEN6034, "%s", path);
            err_at(e, path, line, 0);
        }
        p += n + (p[n] == '\n');
    }
    buf_free(&text);
    free(path);
    if (rc == 0) return t;
    trust_free(t);
    return NULL;
}

static int write_list(const char *dir, const Buf *text, Err *e)
{
    char *path = path_join(dir, list_name);
    int rc = file_write(path, path, buf_text(text), text->n, e);
    if (rc == 0 && chmod(path, 0644) != 0) rc = err_set(e, SEN1005, "%s" ARG "%s", path, strerror(errno));
    free(path);
    return rc;
}

static void print_allowed(Buf *text, const char *hash, const char *name, const char *record)
{
    buf_printf(text, "%s  %s\n%s", hash, name, record ? record : "");
}

int trust_allow_built(const char *dir, const TrustOffers *offers, size_t *n, Err *e)
{
    char **names = NULL;
    size_t count = 0;
    Buf text = {0};
    int rc = -1;
    *n = 0;
    struct stat st;
    if (stat(dir, &st) != 0) return err_set(e, SEN1001, "%s" ARG "%s", dir, strerror(errno));
    /* a checkout made with umask 002 leaves the folder open to the group */
    if (st.st_uid == geteuid() && (st.st_mode & (S_IWGRP | S_IWOTH))) chmod(dir, st.st_mode & 07755);
    if (folder_check_place(dir, 0, e) != 0 || file_list(dir, dir, &names, &count, e) != 0) goto done;
    for (size_t i = 0; i < count; i++) {
        char *path = path_join(dir, names[i]);
        int is_dir = file_is_dir(path);
        free(path);
        if (!is_dir || !folder_is_name(names[i])) continue;
        Folder f;
        Err why = {0};
        if (folder_read(dir, names[i], &f, &why) == 0) {
            Buf lines = {0};
            if (offers) offers->ask(offers->ctx, dir, names[i], &lines);
            print_allowed(&text, f.hash, names[i], buf_text(&lines));
            buf_free(&lines);
            ++*n;
        } else if (why.code != SEN6010) {      /* an empty folder is a plugin whose library is missing */
            *e = why;
            folder_free(&f);
            goto done;
        }
        folder_free(&f);
    }
    rc = write_list(dir, &text, e);
done:
    buf_free(&text);
    file_names_free(names, count);
    return rc;
}

/* --- the user's place --- */

static int make_user_place(const char *dir, Err *e)
{
    if (!file_exists(dir)) {
        if (file_make_dirs(dir, dir, e) != 0) return -1;
        if (chmod(dir, 0700) != 0) return err_set(e, SEN1005, "%s" ARG "%s", dir, strerror(errno));
    }
    return folder_check_place(dir, 1, e);
}

static int copy_folder(const Folder *f, const char *to, Err *e)
{
    if (file_make_dirs(to, to, e) != 0) return -1;
    char **old = NULL;
    size_t n = 0;
    if (file_list(to, to, &old, &n, e) != 0) return -1;
    for (size_t i = 0; i < n; i++) {           /* a former version's files must not be hashed with the new ones */
        char *path = path_join(to, old[i]);
        unlink(path);
        free(path);
    }
    file_names_free(old, n);
    int rc = chmod(to, 0700) == 0 ? 0 : err_set(e, SEN1005, "%s" ARG "%s", to, strerror(errno));
    for (size_t i = 0; rc == 0 && i < f->n; i++) {
        char *path = path_join(to, f->files[i].name);
        rc = file_write(path, path, buf_text(&f->files[i].bytes), f->files[i].bytes.n, e);
        if (rc == 0 && chmod(path, 0600) != 0) rc = err_set(e, SEN1005, "%s" ARG "%s", path, strerror(errno));
        free(path);
    }
    return rc;
}

static int by_name(const void *a, const void *b) { return strcmp(((const Allowed *)a)->name, ((const Allowed *)b)->name); }

static int record(const char *dir, const Folder *f, const char *lines, Err *e)
{
    Trust *t = trust_read(dir, e);
    if (!t) return -1;
    Buf text = {0};
    allow(t, f->name, f->hash, lines);
    qsort(t->v, t->n, sizeof *t->v, by_name);
    for (size_t i = 0; i < t->n; i++) print_allowed(&text, t->v[i].hash, t->v[i].name, t->v[i].record);
    int rc = write_list(dir, &text, e);
    buf_free(&text);
    trust_free(t);
    return rc;
}

int trust_allow_folder(const char *dir, const char *user_dir, const TrustOffers *offers, char **name, Err *e)
{
    Folder f = {0};
    Buf lines = {0};
    char *to = NULL, *parent = NULL, *real = realpath(dir, NULL);
    int rc = -1;
    *name = NULL;
    if (!real) {
        err_set(e, SEN1001, "%s" ARG "%s", dir, strerror(errno));
        goto done;
    }
    if (!file_is_dir(real)) {
        err_set(e, SEN6035, "%s", dir);
        goto done;
    }
    parent = mem_copy_text(real);
    *strrchr(parent, '/') = 0;
    if (folder_read(parent[0] ? parent : "/", path_base(real), &f, e) != 0) goto done;
    to = path_join(user_dir, f.name);
    if (make_user_place(user_dir, e) != 0 || copy_folder(&f, to, e) != 0) goto done;
    if (offers) offers->ask(offers->ctx, user_dir, f.name, &lines);
    if (record(user_dir, &f, buf_text(&lines), e) != 0) goto done;
    *name = mem_copy_text(f.name);
    rc = 0;
done:
    folder_free(&f);
    buf_free(&lines);
    free(to);
    free(parent);
    free(real);
    return rc;
}
