/* wall.h - starts, drives, limits and kills one worker process; the parent's side. Knows nothing of the jobs.
 *
 * A worker is a program of its own (sen-worker), started by posix_spawn, that seals itself (serve.h) and then answers frames.
 * One Wall belongs to one thread, and the thread that started it must outlive it (the worker dies with that thread).
 *
 *     Wall *w = wall_start(&(WallLimits){.memory = 64 << 20, .time_ms = 1500}, &e);
 *     if (!w || wall_send(w, JOB_CHECK, bytes, n, &e)) …
 *     while ((r = wall_recv(w, &f, &e)) > 0) use(f);      0 = the job is done, -1 = it failed (e)
 *     wall_free(w);
 *
 * No deadlock: wall_send reads what comes back while it writes. All bytes of a frame are hostile. */
#ifndef SEN_WALL_WALL_H
#define SEN_WALL_WALL_H
#include <stddef.h>
#include <stdint.h>
#include "core/base/buf.h"
#include "core/base/err.h"

typedef struct Wall Wall;

typedef struct WallLimits {
    size_t memory;                         /* bytes a job may hold (0 = 64 MiB); the address space is this and 64 MiB */
    int time_ms;                           /* CPU time of one job (0 = 1500); by the clock it may take a second more */
    int jobs;                              /* how many jobs this worker will see at most (0 = 1000); gives the CPU backstop */
    const char *program;                   /* NULL = /proc/self/exe */
    const char *arg;                       /* argv[1]; NULL = "--worker" */
    const void *setup;                     /* handed to before_seal (serve.h): which plugins to load …; copied; may be NULL */
    size_t setup_n;
} WallLimits;

/* Borrowed until the next call on the same Wall. `bulk` holds opaque bytes (a rendered file) in memory that a hostile worker
 * may change at any moment: write them, never parse them or trust them twice. */
typedef struct WallFrame {
    unsigned type;                         /* 1 … 199 */
    Str bytes, bulk;
} WallFrame;

/* The limits of safety.md 4.1. */
#define WALL_UNIT ((WallLimits){.memory = (size_t)64 << 20, .time_ms = 1500})       /* a script, a unit of a build */
#define WALL_IMPORT ((WallLimits){.memory = (size_t)256 << 20, .time_ms = 10000})   /* a plan, a form */

/* Starts a worker without waiting for it (one that cannot seal itself fails the first wall_recv: SEN7001). NULL on failure. */
Wall *wall_start(const WallLimits *limits, Err *e);
void wall_free(Wall *w);                   /* kills the worker when it still runs; takes NULL */
int wall_restart(Wall *w, Err *e);         /* a new worker with the same limits and setup; the old one is killed */
void wall_set_setup(Wall *w, const void *setup, size_t n);                     /* for the next wall_restart; copied */
int wall_alive(const Wall *w);             /* 0 after a death: every call fails until wall_restart */

/* The time of the jobs sent from now on (0 = the WallLimits' own). A job's clock starts when the one before it is done, and
 * stands still while the parent is busy with other things than this Wall. */
void wall_set_time(Wall *w, int limit_ms);

/* Sends a job (n <= 64 MiB). Jobs are answered in order, so the next may be sent before the answer has come. 0/-1. */
int wall_send(Wall *w, unsigned type, const void *bytes, size_t n, Err *e);

/* Waits for the next frame of the oldest open job, 256 MiB in all per job. 1 = *f is filled; 0 = that job is done; -1 = it
 * failed and e says why: the handler's own Err (the worker lives on, see wall_alive), or a death: time SEN7003, memory SEN7004
 * (exit 5), crash SEN7005, broken frames SEN7006, too much SEN7007. */
int wall_recv(Wall *w, WallFrame *f, Err *e);

/* For a caller that will not read a job to its end (a frame it cannot accept): kills the worker when a job is open, so that
 * nothing of it is taken for the next job's. Then wall_restart. */
void wall_abandon(Wall *w);

/* What the worker got through since it started, for `doctor`, tests and bench. */
typedef struct WallCount { uint64_t sent, received, frames; int starts; } WallCount;
WallCount wall_count(const Wall *w);
#endif
