/* test_tree.c - the output tree: what is fresh, what is written, stale files, links, kills. */
#include "core/press/tree.h"
#include "core/base/file.h"
#include "tests/unit/harness.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char dir[200];

static void fresh_dir(void)
{
    snprintf(dir, sizeof dir, "%s/sen-tree-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
    OK(mkdtemp(dir) != NULL);
}

static void drop_dir(void)
{
    char cmd[300];
    snprintf(cmd, sizeof cmd, "rm -rf '%s'", dir);
    OK(system(cmd) == 0);
}

static const char *path(const char *rest)
{
    static char p[400];
    snprintf(p, sizeof p, "%s/out/%s", dir, rest);
    return p;
}

static const char *content(const char *rest)
{
    static Buf b;
    Err e = {0};
    buf_clear(&b);
    if (file_read(path(rest), NULL, 1 << 20, &b, &e)) return "(none)";
    return buf_text(&b);
}

static TreeHash hash(int64_t v)
{
    TreeHash h = tree_hash_start();
    tree_hash_int(&h, v);
    return h;
}

/* A build of n units with `files` files each; text depends on `version`. Returns 0 when it finished. */
static int build(int n, int files, int version, TreeOptions o, TreeCounts *c)
{
    Err e = {0};
    Tree *t = tree_open(path(""), "out", &o, &e);
    if (!t) return -1;
    for (int i = 0; i < n; i++) {
        char unit[40], name[40], text[200];
        TreeUnit *u;
        snprintf(unit, sizeof unit, "xa-%d", i);
        int r = tree_unit_begin(t, unit, hash(version), &u, &e);
        if (r < 0) return -1;
        if (r == 1) continue;
        for (int k = 0; k < files; k++) {
            snprintf(name, sizeof name, "m%d.html", k);
            snprintf(text, sizeof text, "unit %d file %d version %d %.*s", i, k, version, version * 3, "................................");
            if (tree_unit_put(u, name, str_of(text), &e)) return -1;
        }
        if (tree_unit_end(u, 0, &e)) return -1;
    }
    return tree_close(t, c, &e);
}

TEST(tree_small_build)
{
    TreeCounts c;
    fresh_dir();
    INT_EQ(0, build(2, 3, 1, (TreeOptions){0}, &c));
    INT_EQ(6, (int)c.written);
    STR_EQ("unit 1 file 2 version 1 ...", content("xa-1/m2.html"));
    INT_EQ(0, build(2, 3, 1, (TreeOptions){0}, &c));
    INT_EQ(0, (int)c.written);
    INT_EQ(2, (int)c.units_fresh);
    INT_EQ(0, build(2, 3, 2, (TreeOptions){0}, &c));
    INT_EQ(6, (int)c.written);
    INT_EQ(0, build(2, 2, 3, (TreeOptions){0}, &c));
    INT_EQ(2, (int)c.removed);
    OK(!file_exists(path("xa-0/m2.html")));
    OK(!tree_interrupted(path("")));
    drop_dir();
}

TEST(tree_changed_folder_is_compared)
{
    TreeCounts c;
    Err e = {0};
    fresh_dir();
    INT_EQ(0, build(2, 2, 1, (TreeOptions){0}, &c));
    OK(unlink(path("xa-1/m0.html")) == 0);
    INT_EQ(0, build(2, 2, 1, (TreeOptions){0}, &c));
    INT_EQ(1, (int)c.written);
    INT_EQ(1, (int)c.units_fresh);
    /* a file of the ward's own is left alone and does not make the unit stale */
    INT_EQ(0, file_write(path("xa-1/ghi-chu.docx"), NULL, "x", 1, &e));
    INT_EQ(0, build(2, 2, 1, (TreeOptions){0}, &c));
    INT_EQ(2, (int)c.units_fresh);
    OK(file_exists(path("xa-1/ghi-chu.docx")));
    /* --verify finds what a folder's date does not show */
    FILE *f = fopen(path("xa-0/m1.html"), "r+");
    fputs("X", f);
    fclose(f);
    INT_EQ(0, build(2, 2, 1, (TreeOptions){0}, &c));
    INT_EQ(2, (int)c.units_fresh);
    INT_EQ(0, build(2, 2, 1, (TreeOptions){.verify = 1}, &c));
    INT_EQ(1, (int)c.written);
    drop_dir();
}

TEST(tree_large_build_in_place)
{
    TreeCounts c;
    fresh_dir();
    INT_EQ(0, build(40, 3, 9, (TreeOptions){0}, &c));
    INT_EQ(120, (int)c.written);
    INT_EQ(0, build(40, 3, 1, (TreeOptions){0}, &c));
    STR_EQ("unit 39 file 0 version 1 ...", content("xa-39/m0.html"));
    INT_EQ(0, build(40, 2, 1, (TreeOptions){.verify = 1}, &c));
    INT_EQ(40, (int)c.removed);
    OK(!file_exists(path(".sen-build/building")));
    drop_dir();
}

TEST(tree_follows_no_link)
{
    TreeCounts c;
    Err e = {0};
    char secret[300];
    fresh_dir();
    INT_EQ(0, build(1, 2, 1, (TreeOptions){0}, &c));
    snprintf(secret, sizeof secret, "%s/secret", dir);
    INT_EQ(0, file_write(secret, NULL, "keep", 4, &e));
    OK(unlink(path("xa-0/m0.html")) == 0);
    OK(symlink(secret, path("xa-0/m0.html")) == 0);
    OK(link(secret, path("xa-0/m9.html")) == 0);
    INT_EQ(0, build(40, 10, 2, (TreeOptions){0}, &c));
    Buf b = {0};
    INT_EQ(0, file_read(secret, NULL, 100, &b, &e));
    STR_EQ("keep", buf_text(&b));
    buf_free(&b);
    STR_EQ("unit 0 file 9 version 2 ......", content("xa-0/m9.html"));
    /* a unit's folder that is a link is refused */
    OK(system("true") == 0);
    OK(symlink(dir, path("xa-99")) == 0);
    Tree *t = tree_open(path(""), "out", &(TreeOptions){0}, &e);
    TreeUnit *u;
    INT_EQ(-1, tree_unit_begin(t, "xa-99", hash(1), &u, &e));
    e = (Err){0};
    INT_EQ(-1, tree_unit_begin(t, "../x", hash(1), &u, &e));
    e = (Err){0};
    INT_EQ(0, tree_unit_begin(t, "xa-1", hash(1), &u, &e));
    INT_EQ(-1, tree_unit_put(u, "../x", str_of(""), &e));
    e = (Err){0};
    INT_EQ(-1, tree_unit_put(u, ".sen", str_of(""), &e));
    tree_unit_fail(u);
    tree_abandon(t);
    drop_dir();
}

TEST(tree_failed_unit_keeps_its_files)
{
    TreeCounts c;
    Err e = {0};
    TreeUnit *u;
    fresh_dir();
    INT_EQ(0, build(1, 2, 1, (TreeOptions){0}, &c));
    Tree *t = tree_open(path(""), "out", &(TreeOptions){0}, &e);
    INT_EQ(0, tree_unit_begin(t, "xa-0", hash(2), &u, &e));
    INT_EQ(0, tree_unit_put(u, "m0.html", str_of("new"), &e));
    tree_unit_fail(u);
    INT_EQ(0, tree_close(t, &c, &e));
    INT_EQ(1, (int)c.units_failed);
    STR_EQ("unit 0 file 0 version 1 ...", content("xa-0/m0.html"));
    INT_EQ(0, build(1, 2, 1, (TreeOptions){0}, &c));
    INT_EQ(1, (int)c.units_built);
    drop_dir();
}

TEST(tree_keeps_what_could_not_be_made)
{
    TreeCounts c;
    Err e = {0};
    TreeUnit *u;
    fresh_dir();
    INT_EQ(0, build(1, 3, 1, (TreeOptions){0}, &c));
    for (int i = 0; i < 2; i++) {
        Tree *t = tree_open(path(""), "out", &(TreeOptions){0}, &e);
        INT_EQ(0, tree_unit_begin(t, "xa-0", hash(2), &u, &e));
        INT_EQ(0, tree_unit_put(u, "m0.html", str_of("new"), &e));
        INT_EQ(0, tree_unit_keep(u, "m1.html", &e));
        INT_EQ(0, tree_unit_keep(u, "never.html", &e));
        INT_EQ(0, tree_unit_end(u, 0, &e));
        INT_EQ(0, tree_close(t, &c, &e));
        INT_EQ(i ? 0 : 1, (int)c.written);
        INT_EQ(i ? 0 : 1, (int)c.removed);
    }
    STR_EQ("unit 0 file 1 version 1 ...", content("xa-0/m1.html"));
    OK(!file_exists(path("xa-0/never.html")));
    INT_EQ(0, build(1, 1, 2, (TreeOptions){0}, &c));
    OK(!file_exists(path("xa-0/m1.html")));
    drop_dir();
}

TEST(tree_day_partial_and_dropped_units)
{
    TreeCounts c;
    Err e = {0};
    TreeUnit *u;
    fresh_dir();
    Tree *t = tree_open(path(""), "out", &(TreeOptions){.day = 100}, &e);
    INT_EQ(0, tree_unit_begin(t, "xa-0", hash(1), &u, &e));
    INT_EQ(0, tree_unit_put(u, "a.html", str_of("today"), &e));
    INT_EQ(0, tree_unit_put(u, "b.html", str_of("b"), &e));
    INT_EQ(-1, tree_unit_put(u, "b.html", str_of("b"), &e));
    e = (Err){0};
    INT_EQ(0, tree_unit_end(u, 1, &e));
    INT_EQ(0, tree_close(t, &c, &e));
    t = tree_open(path(""), "out", &(TreeOptions){.day = 100}, &e);
    INT_EQ(1, tree_unit_begin(t, "xa-0", hash(1), &u, &e));
    INT_EQ(0, tree_close(t, &c, &e));
    t = tree_open(path(""), "out", &(TreeOptions){.day = 101, .partial = 1}, &e);
    INT_EQ(0, tree_unit_begin(t, "xa-0", hash(1), &u, &e));
    INT_EQ(0, tree_unit_put(u, "a.html", str_of("today"), &e));
    INT_EQ(0, tree_unit_end(u, 1, &e));
    INT_EQ(0, tree_close(t, &c, &e));
    OK(file_exists(path("xa-0/b.html")));
    t = tree_open(path(""), "out", &(TreeOptions){.day = 101}, &e);
    INT_EQ(0, tree_drop_others(t, (const char *[]){"xa-7"}, 1, &e));
    INT_EQ(0, tree_close(t, &c, &e));
    INT_EQ(2, (int)c.removed);
    OK(!file_exists(path("xa-0")));
    drop_dir();
}

TEST(tree_damaged_memory_is_forgotten)
{
    TreeCounts c;
    fresh_dir();
    INT_EQ(0, build(3, 2, 1, (TreeOptions){0}, &c));
    Buf b = {0};
    Err e = {0};
    INT_EQ(0, file_read(path(".sen-build/memory"), NULL, 1 << 20, &b, &e));
    for (size_t i = 0; i < b.n; i += 7) {
        b.p[i] ^= 0x15;
        INT_EQ(0, file_write(path(".sen-build/memory"), NULL, b.p, b.n, &e));
        INT_EQ(0, build(3, 2, 1, (TreeOptions){0}, &c));
        INT_EQ(0, (int)c.written);
        INT_EQ(3, (int)c.units_built);
        b.p[i] ^= 0x15;
    }
    buf_free(&b);
    drop_dir();
}

/* Killed at many points, also with files that the next build no longer makes. */
TEST(tree_kill_at_any_point)
{
    TreeCounts c;
    char clean[200], cmd[500];
    fresh_dir();
    strcpy(clean, dir);
    INT_EQ(0, build(60, 3, 2, (TreeOptions){0}, &c));
    fresh_dir();
    INT_EQ(0, build(60, 4, 1, (TreeOptions){0}, &c));
    int killed = 0;
    for (int i = 0; i < 24; i++) {
        pid_t pid = fork();
        if (pid == 0) _exit(build(60, 6, 3 + i, (TreeOptions){0}, &c) ? 1 : 0);
        usleep((useconds_t)(200 + i * 300));
        kill(pid, SIGKILL);
        int status;
        waitpid(pid, &status, 0);
        if (WIFSIGNALED(status)) killed++;
        if (i % 4) continue;
        INT_EQ(0, build(60, 3, 2, (TreeOptions){0}, &c));
        snprintf(cmd, sizeof cmd, "diff -r -x .sen-build '%s/out' '%s/out' >/dev/null", clean, dir);
        INT_EQ(0, system(cmd));
        OK(!tree_interrupted(path("")));
    }
    OK(killed > 0);
    drop_dir();
    strcpy(dir, clean);
    drop_dir();
}
