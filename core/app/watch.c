/* watch.c - a fingerprint of the workspace's files twice a second; a change starts a round when it has come to rest. */
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

/* What a round found goes to stderr, but only when it is not what the round before it found: a broken file is said once,
 * however often something else is saved. */
typedef struct Said { Buf text; size_t errors; } Said;

static void show_round(Cli *c, Said *last)
{
    Buf b = {0};
    size_t errors = findings_count(&c->findings, SEV_ERROR);
    if (c->findings.n) cli_print_findings(c, &b);
    if (!str_eq(buf_view(&b), buf_view(&last->text))) {
        if (last->errors && !errors) cli_say(c, "Đã hết các lỗi báo ở trên.", "What was reported above is mended.");
        cli_flush(c);
        if (b.n && cli_write(2, b.p, b.n)) stopped = 1;
    } else if (errors) {
        cli_say(c, "Vẫn còn %zu lỗi đã báo ở trên; các tệp đã xuất trước đây giữ nguyên.",
                "%zu errors reported above are still there; the files built before stay as they are.", errors);
    }
    cli_flush(c);
    buf_free(&last->text);
    *last = (Said){b, errors};
}

/* Waits until nobody writes any more. */
static TreeHash settle(const char *dir, TreeHash now)
{
    for (;;) {
        usleep(300 * 1000);
        TreeHash rest = fingerprint(dir);
        if (stopped || same(now, rest)) return rest;
        now = rest;
    }
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
    Said said = {0};
    while (!stopped) {
        TreeHash now = fingerprint(w.dir);
        if (!same(now, seen)) {
            /* of before the round: what is saved while it runs starts another */
            seen = settle(w.dir, now);
            if (stopped) break;
            round(c, self);
            show_round(c, &said);
        }
        usleep(500 * 1000);
    }
    buf_free(&said.text);
    workspace_free(&w);
    c->code = 0;                           /* to be stopped is its end, whatever the last round found */
    return 0;
}
