/* file.c - files, read whole and written whole. */
#include "core/base/file.h"
#include "core/base/mem.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int open_failed(Err *e, const char *shown, int why)
{
    if (why == ENOMEM) mem_out();
    if (why == ELOOP) return err_set(e, SEN1003, "%s", shown);
    return err_set(e, SEN1001, "%s" ARG "%s", shown, strerror(why));
}

int file_read(const char *path, const char *shown, size_t cap, Buf *out, Err *e)
{
    if (!shown) shown = path;
    struct stat st;
    int rc = -1;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return open_failed(e, shown, errno);
    if (fstat(fd, &st) < 0) {
        open_failed(e, shown, errno);
        goto out;
    }
    if (S_ISDIR(st.st_mode)) {
        err_set(e, SEN1002, "%s", shown);
        goto out;
    }
    if (!S_ISREG(st.st_mode)) {
        err_set(e, SEN1003, "%s", shown);
        goto out;
    }
    if ((unsigned long long)st.st_size > cap) {
        err_set(e, SEN1004, "%s" ARG "%lld" ARG "%zu", shown, (long long)st.st_size, cap);
        goto out;
    }
    size_t start = out->n;
    for (;;) {
        size_t left = cap + 1 - (out->n - start);
        size_t want = out->n == start && st.st_size > 0 ? (size_t)st.st_size + 1 : 65536;
        if (want > left) want = left;
        buf_room(out, want);
        ssize_t k = read(fd, out->p + out->n, want);
        if (k < 0 && errno == EINTR) continue;
        if (k < 0) {
            open_failed(e, shown, errno);
            goto out;
        }
        out->n += (size_t)k;
        out->p[out->n] = 0;
        if (k == 0) break;
        if (out->n - start > cap) {
            err_set(e, SEN1004, "%s" ARG "%zu" ARG "%zu", shown, out->n - start, cap);
            goto out;
        }
    }
    rc = 0;
out:
    close(fd);
    return rc;
}

static int write_failed(Err *e, const char *shown, int why)
{
    if (why == ENOSPC || why == EDQUOT) return err_set(e, SEN1006, "%s", shown);
    return err_set(e, SEN1005, "%s" ARG "%s", shown, strerror(why));
}

static int write_all(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t k = write(fd, p, n);
        if (k < 0 && errno == EINTR) continue;
        if (k < 0) return -1;
        p += k;
        n -= (size_t)k;
    }
    return 0;
}

void file_sync_folder(const char *path)
{
    char *dir = mem_copy_text(path);
    char *slash = strrchr(dir, '/');
    if (slash) slash[slash == dir] = 0;
    int fd = open(slash ? dir : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    free(dir);
}

void file_sweep(const char *path)
{
    Err ignored = {0};
    char **names, *dir = mem_copy_text(path), *slash = strrchr(dir, '/');
    size_t n;
    Buf prefix = {0};
    if (slash) slash[slash == dir] = 0;
    const char *folder = slash ? dir : ".";
    buf_printf(&prefix, "%s.tmp.", path_base(path));
    if (file_list(folder, NULL, &names, &n, &ignored) == 0) {
        for (size_t i = 0; i < n; i++) {
            if (strncmp(names[i], prefix.p, prefix.n)) continue;
            char *end;
            long pid = strtol(names[i] + prefix.n, &end, 10);
            if (pid <= 0 || (*end && strcmp(end, "-journal")) || kill((pid_t)pid, 0) == 0 || errno != ESRCH) continue;
            char *stale = path_join(folder, names[i]);
            unlink(stale);
            free(stale);
        }
        file_names_free(names, n);
    }
    buf_free(&prefix);
    free(dir);
}

static int put_file(const char *path, const char *shown, const void *data, size_t n, int wait, Err *e)
{
    if (!shown) shown = path;
    Buf tmp = {0};
    struct stat st;
    mode_t mode = 0666;
    int rc = -1;
    if (stat(path, &st) == 0) {
        if (S_ISDIR(st.st_mode)) {
            write_failed(e, shown, EISDIR);
            return -1;
        }
        mode = st.st_mode & 0777;
    }
    file_sweep(path);
    buf_printf(&tmp, "%s.tmp.%ld", path, (long)getpid());
    int fd = open(tmp.p, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (fd < 0) {
        write_failed(e, shown, errno);
        goto out;
    }
    int bad = write_all(fd, data, n) < 0 || (wait && fsync(fd) < 0);
    int why = errno;
    if (close(fd) < 0 && !bad) {
        bad = 1;
        why = errno;
    }
    if (!bad && rename(tmp.p, path) < 0) {
        bad = 1;
        why = errno;
    }
    if (bad) {
        unlink(tmp.p);
        write_failed(e, shown, why);
        goto out;
    }
    if (wait) file_sync_folder(path);
    rc = 0;
out:
    buf_free(&tmp);
    return rc;
}

int file_write(const char *path, const char *shown, const void *data, size_t n, Err *e)
{
    return put_file(path, shown, data, n, 1, e);
}

int file_replace(const char *path, const char *shown, const void *data, size_t n, Err *e)
{
    return put_file(path, shown, data, n, 0, e);
}

int file_exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

int file_is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

int file_make_dirs(const char *path, const char *shown, Err *e)
{
    char *p = mem_copy_text(path);
    int rc = 0;
    for (char *s = p + 1; rc == 0; s++) {
        if (*s != '/' && *s) continue;
        char keep = *s;
        *s = 0;
        if (mkdir(p, 0777) < 0 && errno != EEXIST) rc = write_failed(e, shown ? shown : path, errno);
        *s = keep;
        if (!keep) break;
    }
    if (rc == 0 && !file_is_dir(path)) rc = write_failed(e, shown ? shown : path, ENOTDIR);
    free(p);
    return rc;
}

static int name_cmp(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

int file_list(const char *dir, const char *shown, char ***names, size_t *n, Err *e)
{
    size_t cap = 0;
    *names = NULL;
    *n = 0;
    DIR *d = opendir(dir);
    if (!d) return errno == ENOENT ? 0 : open_failed(e, shown ? shown : dir, errno);
    for (struct dirent *it; (it = readdir(d));) {
        if (!strcmp(it->d_name, ".") || !strcmp(it->d_name, "..")) continue;
        if (*n == cap) {
            cap = cap ? cap * 2 : 32;
            *names = mem_resize(*names, mem_mul(cap, sizeof **names));
        }
        (*names)[(*n)++] = mem_copy_text(it->d_name);
    }
    closedir(d);
    if (*n) qsort(*names, *n, sizeof **names, name_cmp);
    return 0;
}

void file_names_free(char **names, size_t n)
{
    if (!names) return;
    for (size_t i = 0; i < n; i++) free(names[i]);
    free(names);
}

char *path_join(const char *a, const char *b)
{
    Buf p = {0};
    if (b[0] != '/' && a[0]) {
        buf_puts(&p, a);
        if (p.p[p.n - 1] != '/') buf_putc(&p, '/');
    }
    buf_puts(&p, b);
    return p.p ? p.p : mem_copy_text("");
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *path_suffix(const char *path)
{
    const char *base = path_base(path), *dot = strrchr(base, '.');
    return dot && dot != base ? dot : base + strlen(base);
}
