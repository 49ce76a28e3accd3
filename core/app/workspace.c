/* workspace.c - the folder a ward works in. */
#include "core/app/workspace.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int has_workspace(Cli *c, const char *dir)
{
    return file_exists(arena_print(c->arena, "%s/sen.lua", dir));
}

static int find_dir(Cli *c, Workspace *w, Err *e)
{
    if (cli_has(c, OPT_DIR)) {
        w->dir = c->opt[OPT_DIR];
        return has_workspace(c, w->dir) ? 0 : err_set(e, SEN8020, "%s", w->dir);
    }
    const char *dir = ".";
    struct stat here, above;
    for (int depth = 0; depth < 64; depth++) {
        if (has_workspace(c, dir)) {
            w->dir = dir;
            return 0;
        }
        const char *up = depth ? arena_print(c->arena, "../%s", dir) : "..";
        if (stat(dir, &here) || stat(up, &above) || (here.st_dev == above.st_dev && here.st_ino == above.st_ino)) break;
        dir = up;
    }
    return err_set(e, SEN8020, "%s", ".");
}

void workspace_profile(const char *id, char path[WORKSPACE_PROFILE])
{
    static const char file[] = "/unit.lua";
    size_t n = strlen(id), most = WORKSPACE_PROFILE - sizeof file;
    if (n > most) n = most;                                /* an id is shorter */
    memcpy(path, id, n);
    memcpy(path + n, file, sizeof file);
}

typedef struct Profiles { const char *units; char **names; Look *look; } Profiles;

static void look_at_profiles(void *self, size_t from, size_t to)
{
    const Profiles *p = self;
    char path[WORKSPACE_PROFILE];
    int dir = open(p->units, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0) return;
    for (size_t i = from; i < to; i++) {
        if (!text_is_id(p->names[i])) continue;
        workspace_profile(p->names[i], path);
        look_at(dir, path, &p->look[i]);
    }
    close(dir);
}

int workspace_find(Cli *c, Workspace *w, Err *e)
{
    char **names = NULL;
    size_t n = 0;
    *w = (Workspace){0};
    if (find_dir(c, w, e)) return -1;
    w->db = arena_print(c->arena, "%s/sen.db", w->dir);
    const char *units = workspace_path(c, w, "units");
    if (file_list(units, "units", &names, &n, e)) return -1;
    w->unit = mem_alloc(mem_mul(n, sizeof *w->unit));
    w->profile = mem_alloc(mem_mul(n, sizeof *w->profile));
    look_spread(n, look_at_profiles, &(Profiles){units, names, w->profile});
    for (size_t i = 0; i < n; i++) {
        if (!w->profile[i].v[0]) {
            free(names[i]);
            continue;
        }
        w->profile[w->n_units] = w->profile[i];
        w->unit[w->n_units++] = names[i];
    }
    free(names);
    return 0;
}

void workspace_free(Workspace *w)
{
    if (!w) return;
    file_names_free(w->unit, w->n_units);
    free(w->profile);
    *w = (Workspace){0};
}

const char *workspace_path(Cli *c, const Workspace *w, const char *inside)
{
    if (!strcmp(w->dir, ".")) return arena_copy(c->arena, inside);
    return arena_print(c->arena, "%s/%s", w->dir, inside);
}

/* --- the files of a layer --- */

enum { DEPTH_MOST = 8 };

static int left_out(const char *name, const char *suffix)
{
    static const char *const folders[] = {"examples", "meta", "tests", "plans", "manual"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (!strcmp(name, folders[i])) return 1;
    return !strcmp(name, "README.md") || (name[0] == '.' && strcmp(name, suffix));
}

static int add_file(Arena *a, const char *path, const char *shown, const char *inside, size_t cap, LayerFiles *out, Err *e)
{
    Buf b = {0};
    trail_note(out->trail, path);
    int rc = file_read(path, shown, cap, &b, e);
    if (rc == 0) {
        if (out->n == out->cap) {
            out->cap = out->cap ? out->cap * 2 : 32;
            out->v = mem_resize(out->v, mem_mul(out->cap, sizeof *out->v));
        }
        out->v[out->n++] = (LayerFile){arena_copy(a, shown), arena_copy(a, inside),
                                       {arena_text(a, buf_text(&b), b.n), b.n}};
    }
    buf_free(&b);
    return rc;
}

static int gather(Arena *a, const char *folder, const char *shown, const char *inside, const char *suffix, size_t cap, int depth,
                  LayerFiles *out, Err *e)
{
    char **names;
    size_t n;
    trail_note(out->trail, folder);
    int rc = file_list(folder, shown, &names, &n, e);
    for (size_t i = 0; i < n && rc == 0; i++) {
        if (left_out(names[i], suffix)) continue;
        const char *path = arena_print(a, "%s/%s", folder, names[i]);
        const char *show = arena_print(a, "%s/%s", shown, names[i]);
        const char *in = inside[0] ? arena_print(a, "%s/%s", inside, names[i]) : names[i];
        if (file_is_dir(path)) {
            if (depth < DEPTH_MOST) rc = gather(a, path, show, in, suffix, cap, depth + 1, out, e);
        } else if (!strcmp(path_suffix(names[i]), suffix)) {
            rc = add_file(a, path, show, in, cap, out, e);
        }
    }
    file_names_free(names, n);
    return rc;
}

static int file_cmp(const void *x, const void *y) { return strcmp(((const LayerFile *)x)->path, ((const LayerFile *)y)->path); }

int workspace_gather(Arena *a, const char *folder, const char *shown, const char *suffix, size_t cap, LayerFiles *out, Err *e)
{
    size_t from = out->n;
    if (!file_is_dir(folder)) {
        trail_note(out->trail, folder);
        return 0;
    }
    if (gather(a, folder, shown, "", suffix, cap, 0, out, e)) return -1;
    if (out->n > from) qsort(out->v + from, out->n - from, sizeof *out->v, file_cmp);
    return 0;
}

void workspace_files_free(LayerFiles *f)
{
    free(f->v);
    *f = (LayerFiles){0};
}

/* --- units --- */

int workspace_unit_id(const char *name, Buf *id, const char **kind)
{
    static const struct { const char *word, *kind; } kinds[] = {
        {"phuong-", "phuong"}, {"xa-", "xa"}, {"tinh-", "tinh"}, {"thanh-pho-", "tinh"}, {"dac-khu-", "xa"}};
    text_slug(name, strlen(name), id);
    /* what --for takes for every unit */
    if (!text_is_id(buf_text(id)) || !strcmp(id->p, "all") || !strcmp(id->p, "tat-ca")) return -1;
    *kind = "co-quan";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strncmp(id->p, kinds[i].word, strlen(kinds[i].word))) *kind = kinds[i].kind;
    return 0;
}
