/* look.c - stat as numbers, and a loop cut into runs for threads. */
#include "core/app/look.h"
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { THREADS_MOST = 8, WORTH_A_THREAD = 256 };

void look_at(int dir, const char *path, Look *out)
{
    struct stat st;
    memset(out, 0, sizeof *out);
    if (fstatat(dir, path, &st, 0)) return;
    out->v[0] = (int64_t)st.st_mode;
    out->v[1] = (int64_t)st.st_dev;
    out->v[2] = (int64_t)st.st_ino;
    out->v[3] = (int64_t)st.st_size;
    out->v[4] = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
    out->v[5] = (int64_t)st.st_ctim.tv_sec * 1000000000 + st.st_ctim.tv_nsec;
}

int look_same(const Look *a, const Look *b) { return !memcmp(a, b, sizeof *a); }

typedef struct Run { void (*part)(void *self, size_t from, size_t to); void *self; size_t from, to; } Run;

static void *run(void *self)
{
    const Run *r = self;
    r->part(r->self, r->from, r->to);
    return NULL;
}

void look_spread(size_t n, void (*part)(void *self, size_t from, size_t to), void *self)
{
    Run runs[THREADS_MOST];
    pthread_t thread[THREADS_MOST];
    int started[THREADS_MOST] = {0};
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t threads = n / WORTH_A_THREAD, most = cores < 1 ? 1 : cores > THREADS_MOST ? THREADS_MOST : (size_t)cores;
    if (threads > most) threads = most;
    if (threads < 1) threads = 1;
    for (size_t i = 0; i < threads; i++) {
        runs[i] = (Run){part, self, n * i / threads, n * (i + 1) / threads};
        if (i) started[i] = pthread_create(&thread[i], NULL, run, &runs[i]) == 0;
    }
    run(&runs[0]);
    for (size_t i = 1; i < threads; i++) {
        if (started[i]) pthread_join(thread[i], NULL);
        else run(&runs[i]);
    }
}
