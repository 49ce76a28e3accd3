/* compile.c - runs the C compiler on a plugin folder. */
#include "core/plug/compile.h"
#include "core/base/file.h"
#include "core/base/mem.h"
#include "core/plug/folder.h"
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

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

static char *printed(const char *a, const char *b)
{
    char *s = mem_alloc(strlen(a) + strlen(b) + 1);
    sprintf(s, "%s%s", a, b);
    return s;
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
    Command c = {0};
    time_t newest = 0;
    struct stat st;
    int rc = -1;
    add(&c, mem_copy_text(cc && cc[0] ? cc : "cc"));
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) add(&c, mem_copy_text(flags[i]));
    add(&c, printed("-I", include));
    add(&c, printed("-I", real));
    size_t sources = add_sources(&c, real, &newest);
    if (sources && file_exists(helper)) {          /* a plugin that ships with Sen: its shared helpers stand beside it */
        char *top = path_join(real, "../..");
        add(&c, printed("-I", top));
        free(top);
        add_sources(&c, common, &newest);
    }
    add(&c, mem_copy_text("-o"));
    add(&c, mem_copy_text(part));
    if (!sources || (stat(target, &st) == 0 && st.st_mtime > newest)) rc = 0;
    else if (!folder_is_name(path_base(real))) err_set(e, SEN6023, "%s", path_base(real));
    else if (run(c.v, dir, e) == 0) {
        chmod(part, 0755);
        rc = rename(part, target) == 0 ? 0 : err_set(e, SEN1005, "%s" ARG "%s", target, strerror(errno));
    }
    command_free(&c);
    free(helper);
    free(common);
    free(part);
    free(target);
    free(so);
    free(real);
    return rc;
}
