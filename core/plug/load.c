/* load.c - the plugin folders of a run: found, checked against plugins.allow, opened if needed, then started in sorted order. */
#include "core/plug/load.h"
#include "core/base/file.h"
#include "core/plug/builtin.h"
#include "core/plug/folder.h"
#include "core/plug/native.h"
#include "core/plug/record.h"
#include "core/plug/trust.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Found {
    const char *place;                 /* the folder of plugin folders */
    const char *name;
    const char *allowed;               /* the allowed hash, NULL = not listed */
    const char *record;                /* what it offers, NULL = not recorded */
    int needed;                        /* its code is to be loaded */
    Err why;                           /* the place itself is not safe */
    int ask;                           /* 0: `plugin test`, naming the folder is the consent */
    Native *native;                    /* opened C plugin */
    Folder folder;
    PluginInfo info;
} Found;

typedef struct Search {
    Registry *r;
    Found *v;
    size_t n;
} Search;

char *load_user_dir(void)
{
    const char *data = getenv("XDG_DATA_HOME");
    if (data && data[0] == '/') return path_join(data, "sen/plugins/abi1");
    const char *home = getenv("HOME");
    return home && home[0] == '/' ? path_join(home, ".local/share/sen/plugins/abi1") : NULL;
}

static Found *found_new(Search *s, const char *place, const char *name)
{
    s->v = mem_resize(s->v, mem_mul(s->n + 1, sizeof *s->v));
    Found *f = &s->v[s->n++];
    *f = (Found){.place = place, .name = arena_copy(registry_arena(s->r), name), .ask = 1};
    return f;
}

/* Folders whose names cannot be plugins and "x.off" are passed over. */
static void search_place(Search *s, const char *place, int mode_0700)
{
    if (!place || !file_is_dir(place)) return;
    char **names = NULL;
    size_t n = 0;
    Err why = {0}, ignored = {0};
    Trust *t = folder_check_place(place, mode_0700, &why) == 0 ? trust_read(place, &why) : NULL;
    if (file_list(place, place, &names, &n, &ignored) != 0) return;
    for (size_t i = 0; i < n; i++) {
        if (!folder_is_name(names[i])) continue;
        char *path = path_join(place, names[i]);
        int is_dir = file_is_dir(path);
        free(path);
        if (!is_dir) continue;
        Found *f = found_new(s, place, names[i]);
        f->why = why;
        if (!t) continue;
        f->allowed = arena_copy(registry_arena(s->r), trust_hash(t, names[i]));
        f->record = arena_copy(registry_arena(s->r), trust_record(t, names[i]));
        if (f->record && !record_sound(f->record)) f->record = NULL;
    }
    file_names_free(names, n);
    trust_free(t);
}

static int found_cmp(const void *x, const void *y)
{
    const Found *a = x, *b = y;
    int c = strcmp(a->name, b->name);
    return c ? c : strcmp(a->place, b->place);
}

/* Reads the folder and decides. The bytes of Lua plugins move into the registry's arena. */
static int open_one(Registry *r, Found *f)
{
    Err *e = &f->info.why;
    if (f->why.code) {
        *e = f->why;
        return -1;
    }
    if (folder_read(f->place, f->name, &f->folder, e) != 0) return -1;
    f->info.kind = f->folder.lua ? "lua" : "c";
    if (f->ask && !f->allowed) return err_set(e, SEN6005, "%s" ARG "%s/%s", f->name, f->place, f->name);
    if (f->ask && strcmp(f->allowed, f->folder.hash)) return err_set(e, SEN6006, "%s" ARG "%s/%s", f->name, f->place, f->name);
    if (f->folder.lua) return 0;
    f->native = native_open(r, f->name, buf_view(&f->folder.files[0].bytes), &f->info, e);
    return f->native ? 0 : -1;
}

static int start_lua(Registry *r, const LoadPlaces *places, Found *f)
{
    if (!places->lua) return err_set(&f->info.why, SEN6016, "%s" ARG "Lua", f->name);
    LoadFile *files = arena_alloc(registry_arena(r), f->folder.n * sizeof *files);
    for (size_t i = 0; i < f->folder.n; i++) {
        const Buf *b = &f->folder.files[i].bytes;
        files[i].name = arena_print(registry_arena(r), "plugins/%s/%s", f->name, f->folder.files[i].name);
        files[i].bytes = (Str){arena_text(registry_arena(r), buf_text(b), b->n), b->n};
    }
    size_t mark = registry_mark(r);
    if (places->lua(places->lua_ctx, r, &f->info, files, f->folder.n, &f->info.why) == 0) return 0;
    registry_withdraw(r, f->name, mark);
    return -1;
}

/* What was allowed is a plugin that offers this, not one that offers something else today. */
static int compare_offers(Registry *r, Found *f, size_t mark)
{
    Buf lines = {0};
    int same = record_write(r, &f->info, &lines) == 0 && !strcmp(buf_text(&lines), f->record);
    buf_free(&lines);
    if (same) return 0;
    registry_withdraw(r, f->name, mark);
    return err_set(&f->info.why, SEN6037, "%s" ARG "%s/%s", f->name, f->place, f->name);
}

/* The offers of one whose code is not loaded; when it was refused they tell why. */
static void add_known(Registry *r, Found *f)
{
    Err e = {0};
    Err *why = NULL;
    if (f->info.why.code) {
        why = arena_alloc(registry_arena(r), sizeof *why);
        *why = f->info.why;
    }
    if (record_add(r, &f->info, f->record, why, &e) != 0 && !why) f->info.why = e;
}

static void start_one(Registry *r, const LoadPlaces *places, Found *f)
{
    size_t mark = registry_mark(r);
    if (f->info.why.code) return;
    int rc = f->native ? native_start(f->native, r, &f->info.why) : start_lua(r, places, f);
    if (rc == 0 && f->record) rc = compare_offers(r, f, mark);
    f->info.loaded = rc == 0;
    if (rc != 0 && !f->info.why.code) err_set(&f->info.why, SEN6016, "%s" ARG "-1", f->name);
}

void load_plugins(Registry *r, const LoadPlaces *places)
{
    Search s = {.r = r};
    char *parent = NULL, *real = NULL;
    builtin_add_outputs(r);
    if (places->only_dir) {
        real = realpath(places->only_dir, NULL);
        parent = mem_copy_text(real ? real : places->only_dir);
        char *slash = strrchr(parent, '/');
        if (slash) *slash = 0;
        Found *f = found_new(&s, slash && parent[0] ? parent : "/", path_base(real ? real : places->only_dir));
        f->ask = 0;
    } else {
        search_place(&s, places->install, 0);
        search_place(&s, places->user, 1);
        if (s.n) qsort(s.v, s.n, sizeof *s.v, found_cmp);
    }
    for (size_t i = 0; i < s.n; i++) {
        Found *f = &s.v[i];
        f->info.name = f->name;
        f->info.kind = "";
        f->info.dir = arena_print(registry_arena(r), "%s/%s", f->place, f->name);
        f->needed = !places->few || !f->record || record_serves(f->record, places->outputs, places->n_outputs, places->file);
        if (f->needed && open_one(r, f) != 0 && !f->info.why.code) err_set(&f->info.why, SEN9999, "plugin %s", f->name);
    }
    for (size_t i = 0; i < s.n; i++) {
        Found *f = &s.v[i];
        if (f->needed) start_one(r, places, f);
        if (places->few && f->record && !f->info.loaded) add_known(r, f);
        registry_add_info(r, &f->info);
        folder_free(&f->folder);
    }
    free(s.v);
    free(real);
    free(parent);
}
