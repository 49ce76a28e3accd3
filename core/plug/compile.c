/* compile.c - runs the C compiler on a plugin folder. */
#include "core/plug/compile.h"
#include "core/base/file.h"
#include "core/base/mem.h"
#include "core/plug/folder.h"
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { WORDS_MOST = 16 };

typedef struct Command { char **v; size_t n; } Command;

static void add(Command *c, char *owned)
{
    c->v = mem_resize(c->v, mem_mul(c->n + 2, sizeof *c->v));
    c->v[c->n++] = owned;
    c->v[c->n] = NULL;
}

static void command_free(Command *c)
{
    for (size_t i = 0; i < c->n; i++) free(c->v[i]);
    free(c->v);
}

/* Adds the *.c of a folder; returns how many, *newest is raised to the latest change. */
static size_t add_sources(Command *c, const char *dir, time_t *newest)
{
    char **names = NULL;
    size_t n = 0, count = 0;
    Err ignored = {0};
    struct stat st;
    if (file_list(dir, dir, &names, &n, &ignored) != 0) return 0;
    for (size_t i = 0; i < n; i++) {
        size_t len = strlen(names[i]);
        char last = len < 3 ? 0 : names[i][len - 1];
        if (names[i][0] == '.' || (last != 'c' && last != 'h') || names[i][len - 2] != '.') continue;
        char *path = path_join(dir, names[i]);
        if (stat(path, &st) == 0 && st.st_mtime > *newest) *newest = st.st_mtime;
        if (names[i][len - 1] == 'c') {
            add(c, path);
            count++;
        } else {
            free(path);
        }
    }
    file_names_free(names, n);
    return count;
}

static char *printed(const char *a, const char *b)
{
    char *s = mem_alloc(strlen(a) + strlen(b) + 1);
    sprintf(s, "%s%s", a, b);
    return s;
}

/* The words of a small file, at most `most` of them, malloc'd one by one; 0 when there is no such file. */
static size_t words_of(const char *dir, const char *name, char **out, size_t most)
{
    char *path = path_join(dir, name);
    Buf b = {0};
    Err ignored = {0};
    size_t n = 0;
    if (file_exists(path) && file_read(path, path, 4096, &b, &ignored) == 0)
        for (const char *p = buf_text(&b); *p && n < most;) {
            size_t k = strcspn(p, " \t\r\n");
            if (k) {
                out[n] = mem_alloc(k + 1);
                memcpy(out[n++], p, k);
            }
            p += k + (p[k] != 0);
        }
    buf_free(&b);
    free(path);
    return n;
}

/* What pkg-config says of the libraries the plugin names, as arguments of their own; no shell reads any of it. */
static int add_libraries(Command *c, char **libs, size_t n, const char *dir, Err *e)
{
    char *argv[WORDS_MOST + 4] = {(char *)(uintptr_t)"pkg-config", (char *)(uintptr_t)"--cflags", (char *)(uintptr_t)"--libs"};
    int p[2], status = 0;
    pid_t pid;
    posix_spawn_file_actions_t files;
    Buf said = {0};
    for (size_t i = 0; i < n; i++) {
        if (libs[i][0] == '-') return err_set(e, SEN6033, "%s", dir);      /* a name, never an option */
        argv[3 + i] = libs[i];
    }
    if (pipe2(p, O_CLOEXEC) != 0) return err_set(e, SEN1001, "%s" ARG "%s", argv[0], strerror(errno));
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, p[1], 1);
    int rc = posix_spawnp(&pid, argv[0], &files, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&files);
    close(p[1]);
    for (ssize_t k = rc ? 0 : 1; k > 0 && said.n < 65536;) {
        buf_room(&said, 4096);
        k = read(p[0], said.p + said.n, 4096);
        if (k < 0 && errno == EINTR) k = 1;
        else if (k > 0) said.n += (size_t)k, said.p[said.n] = 0;
    }
    close(p[0]);
    while (!rc && waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
    if (rc == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        for (const char *s = buf_text(&said); *s;) {
            size_t k = strcspn(s, " \t\n");
            if (k) {
                char *one = mem_alloc(k + 1);
                memcpy(one, s, k);
                add(c, one);
            }
            s += k + (s[k] != 0);
        }
    else rc = -1;
    buf_free(&said);
    return rc ? err_set(e, SEN6033, "%s", dir) : 0;
}

static void free_words(char **v, size_t n)
{
    for (size_t i = 0; i < n; i++) free(v[i]);
}

/* The shared helpers a plugin that ships with Sen is built with: plugins/common itself, and the folders of it that `uses`
 * names. */
static void add_common(Command *c, const char *real, const char *common, time_t *newest)
{
    char *uses[WORDS_MOST], *top = path_join(real, "../..");
    size_t n = words_of(real, "uses", uses, WORDS_MOST);
    add(c, printed("-I", top));
    add_sources(c, common, newest);
    for (size_t i = 0; i < n; i++) {
        char *folder = path_join(common, uses[i]);
        if (folder_is_name(uses[i])) add_sources(c, folder, newest);
        free(folder);
    }
    free_words(uses, n);
    free(top);
}

static int run(char **argv, const char *dir, Err *e)
{
    pid_t pid;
    int status, rc = posix_spawnp(&pid, argv[0], NULL, NULL, argv, environ);
    if (rc != 0) return err_set(e, SEN1001, "%s" ARG "%s", argv[0], strerror(rc));
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR) return err_set(e, SEN6033, "%s", dir);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127) return err_set(e, SEN1001, "%s" ARG "%s", argv[0], strerror(ENOENT));
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : err_set(e, SEN6033, "%s", dir);
}

int compile_plugin(const char *dir, const char *include, Err *e)
{
    static const char *const flags[] = {"-std=c11", "-D_GNU_SOURCE", "-g", "-O2", "-Wall", "-Wextra", "-fPIC", "-shared",
        "-fvisibility=hidden", "-fstack-protector-strong", "-Wl,-z,defs,-z,relro,-z,now,-z,noexecstack"};
    const char *cc = getenv("CC");
    char *real = realpath(dir, NULL);
    if (!real) return err_set(e, SEN1001, "%s" ARG "%s", dir, strerror(errno));
    char *so = printed(path_base(real), ".so"), *target = path_join(real, so), *part = printed(target, ".part");
    char *common = path_join(real, "../common"), *helper = path_join(common, "writer.c");
    char *libs[WORDS_MOST];
    size_t n_libs = words_of(real, "deps", libs, WORDS_MOST);
    Command c = {0};
    time_t newest = 0;
    struct stat st;
    int rc = -1;
    add(&c, mem_copy_text(cc && cc[0] ? cc : "cc"));
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) add(&c, mem_copy_text(flags[i]));
    add(&c, printed("-I", include));
    add(&c, printed("-I", real));
    size_t sources = add_sources(&c, real, &newest);
    if (sources && file_exists(helper)) add_common(&c, real, common, &newest);
    add(&c, mem_copy_text("-o"));
    add(&c, mem_copy_text(part));
    if (!sources || (stat(target, &st) == 0 && st.st_mtime > newest)) rc = 0;
    else if (!folder_is_name(path_base(real))) err_set(e, SEN6023, "%s", path_base(real));
    else if (n_libs && add_libraries(&c, libs, n_libs, dir, e) != 0) rc = -1;
    else if (run(c.v, dir, e) == 0) {
        chmod(part, 0755);
        rc = rename(part, target) == 0 ? 0 : err_set(e, SEN1005, "%s" ARG "%s", target, strerror(errno));
    }
    command_free(&c);
    free_words(libs, n_libs);
    free(helper);
    free(common);
    free(part);
    free(target);
    free(so);
    free(real);
    return rc;
}
