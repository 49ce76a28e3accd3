/* tree_write.c - the file operations of the output tree, all relative to open folders; follows no symbolic link. */
#include "core/press/tree_parts.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int tree_write_fail(const char *shown, const char *unit, const char *name, Err *e)
{
    int why = errno;
    const char *a = unit ? unit : "", *b = name ? name : "";
    const char *s1 = unit ? "/" : "", *s2 = name ? "/" : "";
    if (why == ENOSPC || why == EDQUOT) return err_set(e, SEN1006, "%s%s%s%s%s", shown, s1, a, s2, b);
    return err_set(e, SEN1005, "%s%s%s%s%s" ARG "%s", shown, s1, a, s2, b, strerror(why));
}

static int write_all(int fd, Str bytes)
{
    for (size_t at = 0; at < bytes.n;) {
        ssize_t n = write(fd, bytes.p + at, bytes.n - at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            if (n == 0) errno = EIO;
            return -1;
        }
        at += (size_t)n;
    }
    return 0;
}

static int same_bytes(int fd, Str bytes)
{
    char part[16384];
    for (size_t at = 0; at < bytes.n;) {
        ssize_t n = read(fd, part, sizeof part < bytes.n - at ? sizeof part : bytes.n - at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0 || memcmp(part, bytes.p + at, (size_t)n) != 0) return 0;
        at += (size_t)n;
    }
    return 1;
}

int tree_write_same(int dir, const char *name, Str bytes)
{
    struct stat st;
    int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) return 0;
    int same = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (uint64_t)st.st_size == bytes.n && same_bytes(fd, bytes);
    close(fd);
    return same;
}

int tree_write_read(int dir, const char *name, size_t cap, Buf *out)
{
    struct stat st;
    int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC), rc = -1;
    if (fd < 0) return -1;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (uint64_t)st.st_size <= cap) {
        size_t want = (size_t)st.st_size;
        buf_room(out, want);
        while (want > 0) {
            ssize_t n = read(fd, out->p + out->n, want);
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) break;
            out->n += (size_t)n;
            want -= (size_t)n;
        }
        out->p[out->n] = 0;
        rc = want ? -1 : 0;
    }
    close(fd);
    return rc;
}

/* Opens an ordinary file of one name for writing; anything else in its place (a link, a second name, a pipe) is unlinked. */
static int open_own(int dir, const char *name, off_t *old)
{
    struct stat st;
    int fd = openat(dir, name, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);
    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_nlink == 1) {
        *old = st.st_size;
        return fd;
    }
    if (fd < 0 && errno != ELOOP && errno != ENXIO && errno != EACCES) return -1;
    if (fd >= 0) close(fd);
    if (unlinkat(dir, name, 0)) return -1;
    *old = 0;
    return openat(dir, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
}

int tree_write_in_place(int dir, const char *name, Str bytes, const char *shown, Err *e)
{
    off_t old = 0;
    int fd = open_own(dir, name, &old);
    if (fd < 0) return tree_write_fail(shown, NULL, name, e);
    int bad = write_all(fd, bytes) || ((uint64_t)old > bytes.n && ftruncate(fd, (off_t)bytes.n));
    if (bad) tree_write_fail(shown, NULL, name, e);
    if (close(fd) && !bad) bad = tree_write_fail(shown, NULL, name, e);
    return bad ? -1 : 0;
}

int tree_write_whole(int tmp_dir, const char *tmp, int dir, const char *name, Str bytes, const char *shown, Err *e)
{
    int fd = openat(tmp_dir, tmp, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0) return tree_write_fail(shown, NULL, name, e);
    int bad = write_all(fd, bytes) || fsync(fd);
    if (bad) tree_write_fail(shown, NULL, name, e);
    if (close(fd) && !bad) bad = tree_write_fail(shown, NULL, name, e);
    if (!bad && renameat(tmp_dir, tmp, dir, name)) bad = tree_write_fail(shown, NULL, name, e);
    if (bad) unlinkat(tmp_dir, tmp, 0);
    return bad ? -1 : 0;
}

int tree_write_remove(int dir, const char *name, const char *shown, Err *e)
{
    return unlinkat(dir, name, 0) && errno != ENOENT ? tree_write_fail(shown, NULL, name, e) : 0;
}

int tree_write_open_unit(int root, const char *unit, int make, const char *shown, Err *e)
{
    if (make && mkdirat(root, unit, 0777) && errno != EEXIST) return tree_write_fail(shown, unit, NULL, e);
    int fd = openat(root, unit, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && (make || errno != ENOENT)) return tree_write_fail(shown, unit, NULL, e);
    return fd;
}
