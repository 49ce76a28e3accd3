/* checked.c - the memory of `sen check`: a key of options, trails of files, findings. */
#include "core/app/checked.h"
#include "core/app/pending.h"
#include "core/base/file.h"
#include "core/plug/load.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Options, day, program, and which units there are and are meant. */
static TreeHash key_of(const Session *s)
{
    const Cli *c = s->c;
    TreeHash h = session_start_key(s);
    char *user = load_user_dir(), *dir = realpath(s->w.dir, NULL);
    tree_hash_text(&h, user);
    tree_hash_text(&h, dir);
    tree_hash_text(&h, s->w.dir);                          /* trails hold paths as they were typed */
    tree_hash_int(&h, c->date);
    tree_hash_int(&h, cli_has(c, OPT_CONFLICTS));
    tree_hash_text(&h, c->opt[OPT_FOR]);
    for (size_t i = 0; i < s->w.n_units; i++) tree_hash_text(&h, s->w.unit[i]);
    free(user);
    free(dir);
    return h;
}

/* "~/.cache/sen/check-0123456789abcdef", malloc'd; NULL when there is no such place. */
static char *file_of(const Session *s)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    char *dir = realpath(s->w.dir, NULL), *path = NULL;
    Buf b = {0};
    if (dir && cache && cache[0] == '/') buf_printf(&b, "%s", cache);
    else if (dir && home && home[0] == '/') buf_printf(&b, "%s/.cache", home);
    if (b.n) {
        TreeHash h = tree_hash_start();
        tree_hash_text(&h, dir);
        buf_printf(&b, "/sen/check-%016llx", (unsigned long long)h.a);
        path = mem_copy_text(b.p);
    }
    buf_free(&b);
    free(dir);
    return path;
}

/* What the outputs of the installation look like: a check knows them by name. */
static void note_plugins(const Session *s, Trail *t)
{
    char *user = load_user_dir();
    const char *const places[] = {s->c->plugins, user};
    for (size_t i = 0; i < 2; i++) {
        if (!places[i]) continue;
        char *list = path_join(places[i], "plugins.allow");
        trail_note(t, places[i]);
        trail_note(t, list);
        free(list);
    }
    free(user);
}

int checked_recall(Session *s)
{
    char *path = file_of(s);
    Buf bytes = {0};
    Unpack u;
    int good = path && !pending_left(s->c, &s->w) && seen_open(path, &bytes, &u) == 0;
    if (good) {
        TreeHash key = key_of(s), was = seen_unpack_hash(&u);
        good = was.a == key.a && was.b == key.b;
        for (int i = 0; i < 4 && good; i++) {
            Str trail = unpack_str(&u);
            good = !u.bad && trail_holds(trail);
        }
        if (good) {
            size_t before = s->c->findings.n;
            Lang lang = unpack_u8(&u) == LANG_EN ? LANG_EN : LANG_VI;
            unpack_findings(&u, &s->c->findings);
            good = !u.bad;
            if (u.bad) s->c->findings.n = before;
            else s->c->lang = lang;                        /* sen.lua may have set it */
        }
    }
    buf_free(&bytes);
    free(path);
    return good;
}

void checked_keep(Session *s)
{
    char *path = file_of(s);
    Trail plugins = {0};
    Buf body = {0}, whole = {0};
    Err none = {0};
    note_plugins(s, &plugins);
    const Trail *const trails[] = {&plugins, &s->layers, &s->database, &s->units};
    int settled = path && s->database.b.n;
    for (int i = 0; i < 4; i++) settled &= !trails[i]->unsettled;
    if (settled) {
        seen_pack_hash(&body, key_of(s));
        for (int i = 0; i < 4; i++) pack_str(&body, buf_view(&trails[i]->b));
        pack_u8(&body, s->c->lang);
        pack_findings(&body, &s->c->findings);
        seen_seal(&body, &whole);
        char *dir = mem_copy_text(path);
        *strrchr(dir, '/') = 0;
        if (file_make_dirs(dir, dir, &none) == 0) file_write(path, path, whole.p, whole.n, &none);
        free(dir);
    }
    buf_free(&body);
    buf_free(&whole);
    trail_free(&plugins);
    free(path);
}
