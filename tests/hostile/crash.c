/* crash.c - preloaded into the program: makes one write-like call fail, or kills the process before it; knows nothing of Sen.
 *
 * CRASH=kill|full|io|memory  CRASH_AT=N: the N-th call (with CRASH_STICKY also all later ones). CRASH_LOG=FILE gets the number of
 * calls seen when the process ends by itself. Only the process that was started first is touched, not its workers. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static int mode, sticky, ready;            /* mode: 0 = only count, 'k' kill, 'f' full disk, 'i' I/O error, 'm' memory */
static long at, seen;
static pid_t mine;

/* `sen` itself only becomes sen-command: that one is meant. */
static int is_front(void)
{
    char path[4096];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
    return n > 4 && !memcmp(path + n - 4, "/sen", 4);
}

static void set_up(void)
{
    if (is_front()) return;
    const char *m = getenv("CRASH"), *n = getenv("CRASH_AT");
    char *end = NULL;
    mode = m ? m[0] : 0;
    at = n ? strtol(n, &end, 10) : 0;
    sticky = getenv("CRASH_STICKY") != NULL;
    mine = getpid();
    unsetenv("LD_PRELOAD");                /* the workers run as they are */
    ready = 1;
}

__attribute__((constructor)) static void begin(void) { set_up(); }

__attribute__((destructor)) static void end(void)
{
    const char *log = getenv("CRASH_LOG");
    if (!log || !ready || getpid() != mine) return;
    int now = mode;
    mode = 0;
    FILE *f = fopen(log, "w");
    if (f) {
        fprintf(f, "%ld\n", seen);
        fclose(f);
    }
    mode = now;
}

/* 1 = this call is to fail. */
static int hit(int of_memory)
{
    if (!ready || (mode == 'm') != of_memory || getpid() != mine) return 0;
    seen++;
    if (!mode || !at || (sticky ? seen < at : seen != at)) return 0;
    if (mode == 'k') kill(mine, SIGKILL);
    return 1;
}

static int refuse(void)
{
    errno = mode == 'f' ? ENOSPC : EIO;
    return -1;
}

#define REAL(name, type) static type real; if (!real) real = (type)dlsym(RTLD_NEXT, name)

typedef ssize_t (*WriteCall)(int, const void *, size_t);
ssize_t write(int fd, const void *p, size_t n)
{
    REAL("write", WriteCall);
    return fd > 2 && hit(0) ? refuse() : real(fd, p, n);
}

typedef ssize_t (*PwriteCall)(int, const void *, size_t, off_t);
ssize_t pwrite(int fd, const void *p, size_t n, off_t o)
{
    REAL("pwrite", PwriteCall);
    return hit(0) ? refuse() : real(fd, p, n, o);
}
ssize_t pwrite64(int fd, const void *p, size_t n, off_t o)
{
    REAL("pwrite64", PwriteCall);
    return hit(0) ? refuse() : real(fd, p, n, o);
}

#define ONE(name)                              \
    int name(int fd)                           \
    {                                          \
        REAL(#name, OneCall);                  \
        return hit(0) ? refuse() : real(fd);   \
    }
typedef int (*OneCall)(int);
ONE(fsync)
ONE(fdatasync)

typedef int (*RenameCall)(const char *, const char *);
int rename(const char *a, const char *b)
{
    REAL("rename", RenameCall);
    return hit(0) ? refuse() : real(a, b);
}

typedef int (*RenameatCall)(int, const char *, int, const char *);
int renameat(int d, const char *a, int e, const char *b)
{
    REAL("renameat", RenameatCall);
    return hit(0) ? refuse() : real(d, a, e, b);
}

typedef int (*UnlinkCall)(const char *);
int unlink(const char *p)
{
    REAL("unlink", UnlinkCall);
    return hit(0) ? refuse() : real(p);
}

typedef int (*TruncateCall)(int, off_t);
int ftruncate(int fd, off_t n)
{
    REAL("ftruncate", TruncateCall);
    return hit(0) ? refuse() : real(fd, n);
}
int ftruncate64(int fd, off_t n)
{
    REAL("ftruncate64", TruncateCall);
    return hit(0) ? refuse() : real(fd, n);
}

typedef int (*MkdirCall)(const char *, mode_t);
int mkdir(const char *p, mode_t m)
{
    REAL("mkdir", MkdirCall);
    return hit(0) ? refuse() : real(p, m);
}

extern void *__libc_malloc(size_t), *__libc_realloc(void *, size_t), *__libc_calloc(size_t, size_t);
void *malloc(size_t n) { return hit(1) ? (errno = ENOMEM, NULL) : __libc_malloc(n); }
void *calloc(size_t a, size_t b) { return hit(1) ? (errno = ENOMEM, NULL) : __libc_calloc(a, b); }
void *realloc(void *p, size_t n) { return n && hit(1) ? (errno = ENOMEM, NULL) : __libc_realloc(p, n); }
