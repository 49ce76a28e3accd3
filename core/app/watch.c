/* watch.c - a fingerprint of the workspace's files every second; a change starts a round when it has come to rest. */
#include "core/app/watch.h"
#include "core/app/workspace.h"
#include "core/base/file.h"
#include "core/press/tree.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t stopped;

static void stop(int unused)
{
    (void)unused;
    stopped = 1;
}

static void add_folder(TreeHash *h, const char *path, int depth)
{
    char **names;
    size_t n;
    Err e = {0};
    struct stat st;
    if (depth > 8 || file_list(path, NULL, &names, &n, &e)) return;
    for (size_t i = 0; i < n; i++) {
        char *full = path_join(path, names[i]);
        if (strcmp(names[i], "out") && names[i][0] != '.' && !strstr(names[i], ".tmp.") && lstat(full, &st) == 0) {
            tree_hash_text(h, full);
            tree_hash_int(h, st.st_size);
            tree_hash_int(h, st.st_mtim.tv_sec);
            tree_hash_int(h, st.st_mtim.tv_nsec);
            if (S_ISDIR(st.st_mode)) add_folder(h, full, depth + 1);
        }
        free(full);
    }
    file_names_free(names, n);
}

static TreeHash fingerprint(const char *dir)
{
    TreeHash h = tree_hash_start();
    add_folder(&h, dir, 0);
    return h;
}

static int same(TreeHash x, TreeHash y) { return x.a == y.a && x.b == y.b; }

static void show_round(Cli *c)
{
    Buf b = {0};
    cli_flush(c);
    if (c->findings.n) cli_print_findings(c, &b);
    if (b.n && write(2, b.p, b.n) < 0) stopped = 1;
    buf_free(&b);
}

int watch_files(Cli *c, int (*round)(Cli *c, void *self), void *self)
{
    Workspace w;
    Err e = {0};
    if (workspace_find(c, &w, &e)) return cli_fail(c, &e);
    if (cli_has(c, OPT_ONCE)) {
        round(c, self);
        workspace_free(&w);
        return c->code;
    }
    struct sigaction act = {.sa_handler = stop};
    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
    TreeHash seen = {0, 0};
    while (!stopped) {
        TreeHash now = fingerprint(w.dir);
        if (!same(now, seen)) {
            TreeHash rest = now;
            do {                                           /* wait until nobody writes any more */
                now = rest;
                usleep(300 * 1000);
                rest = fingerprint(w.dir);
            } while (!stopped && !same(now, rest));
            if (stopped) break;
            round(c, self);
            show_round(c);
            seen = fingerprint(w.dir);
        }
        usleep(1000 * 1000);
    }
    workspace_free(&w);
    return 0;
}
