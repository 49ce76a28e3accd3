/* serve.h - the worker's life: seal, then answer frames until the parent is gone. Knows no job: the app registers them.
 *
 * A handler gets the bytes of one job, sends any number of frames and returns 0, or -1 with an Err that travels to the parent.
 * What is to live longer than a job (a Lua state, the frozen model) hangs on app->state. The worker ends with _exit. */
#ifndef SEN_WALL_SERVE_H
#define SEN_WALL_SERVE_H
#include <stddef.h>
#include "core/base/buf.h"
#include "core/base/err.h"

typedef struct Serve Serve;

typedef struct WallHandler {
    unsigned type;                                         /* 1 … 199 */
    int (*run)(Serve *s, Str bytes, void *state, Err *e);  /* bytes are borrowed for the call */
} WallHandler;

typedef struct ServeApp {
    const WallHandler *handlers;
    size_t n_handlers;
    /* Called once, before the seal, with the WallLimits' setup bytes: load C plugins here. NULL = nothing to do. 0/-1. */
    int (*before_seal)(Str setup, void *state, Err *e);
    void *state;
} ServeApp;

/* The whole worker: call it first thing in main when argv[1] is the worker's argument. Never returns. */
void serve_worker_main(const ServeApp *app, int argc, char **argv) __attribute__((noreturn));

/* Queues a frame (n <= 16 MiB); it goes out when the buffer fills or the job ends. */
void serve_send(Serve *s, unsigned type, const void *bytes, size_t n);
/* The same with opaque bytes beside it (a rendered file), each <= 16 MiB. */
void serve_send_bulk(Serve *s, unsigned type, const void *bytes, size_t n, Str bulk);
void serve_flush(Serve *s);                                /* sends now what is queued; only for news during a long job */

/* Around a call that another process works on: its time is not this job's, and the parent is asked for more (a few times). */
void serve_away(Serve *s, int on);

/* Time. The worker's 20 ms timer counts the ticks of the running job; once the job has used its time, `stop(arg)` is called
 * from the signal handler at every tick (so: async-signal-safe; lua_sethook is). NULL removes it. Set it inside a job. */
void serve_on_overrun(Serve *s, void (*stop)(void *), void *arg);
int serve_overrun(const Serve *s);                         /* 1 once the running job has used its time */
int serve_limit_ms(const Serve *s);                        /* of the running job */
#endif
