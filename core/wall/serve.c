/* serve.c - the worker's loop: reads jobs, calls their handlers, sends what they queue; knows no job. */
#include "core/wall/serve.h"
#include "core/base/pack.h"
#include "core/wall/frame.h"
#include "core/wall/seal.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TICK_MS = 20, OUT_ROOM = 256 << 10 };

struct Serve {
    const ServeApp *app;
    Buf in;                                /* the bytes of the running job */
    char *out;                             /* OUT_ROOM bytes waiting to be written */
    size_t out_n;
    char *shared;                          /* 2 * WIRE_HALF bytes, NULL = none */
    size_t shared_at, shared_end;          /* what the running job may still use */
    int limit_ms;
    volatile sig_atomic_t ticks, allowance;                /* allowance 0 = no job runs */
    volatile sig_atomic_t waiting;
    void (*volatile stop)(void *);
    void *volatile stop_arg;
};

/* A worker is one process with one Serve; a signal handler has no other way to it. It is never set in a parent. */
static Serve *volatile running;

static void on_tick(int sig)
{
    (void)sig;
    Serve *s = running;
    if (!s || !s->allowance || s->waiting) return;
    if (s->ticks < s->allowance) {
        s->ticks = s->ticks + 1;
        if (s->ticks < s->allowance) return;
    }
    void (*stop)(void *) = s->stop;
    if (stop) stop(s->stop_arg);
}

void serve_on_overrun(Serve *s, void (*stop)(void *), void *arg)
{
    s->stop = NULL;                        /* the handler never sees the old function with the new argument */
    s->stop_arg = arg;
    s->stop = stop;
}

int serve_overrun(const Serve *s) { return s->allowance && s->ticks >= s->allowance; }
int serve_limit_ms(const Serve *s) { return s->limit_ms; }

/* The parent is gone or does not read any more: nothing is left to do. */
static void leave(int code) { _exit(code); }

/* Time spent waiting for the parent to read is not the job's. */
static void write_all(Serve *s, const char *p, size_t n)
{
    s->waiting = 1;
    while (n) {
        ssize_t k = write(WIRE_OUT, p, n);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) leave(0);
        p += k;
        n -= (size_t)k;
    }
    s->waiting = 0;
}

void serve_flush(Serve *s)
{
    write_all(s, s->out, s->out_n);
    s->out_n = 0;
}

/* Into the job's half of the shared segment, when it fits: no copy through the pipe. */
static int share(Serve *s, Str bulk, size_t *at)
{
    if (bulk.n > s->shared_end - s->shared_at || bulk.n < 512) return 0;
    *at = s->shared_at;
    memcpy(s->shared + *at, bulk.p, bulk.n);
    s->shared_at += (bulk.n + 63) & ~(size_t)63;
    if (s->shared_at > s->shared_end) s->shared_at = s->shared_end;
    return 1;
}

void serve_send_bulk(Serve *s, unsigned type, const void *bytes, size_t n, Str bulk)
{
    if (n > WIRE_MOST || bulk.n > WIRE_MOST) leave(70);
    char head[WIRE_HEAD], offset[WIRE_OFFSET];
    size_t at = 0;
    int shared = share(s, bulk, &at);
    head[0] = (char)type;
    frame_put_u32(head + 1, (uint32_t)n);
    frame_put_u32(head + 5, (uint32_t)bulk.n | (shared ? WIRE_IN_SHARED : 0));
    frame_put_u32(offset, (uint32_t)at);
    if (shared) bulk = (Str){offset, WIRE_OFFSET};
    size_t all = WIRE_HEAD + n + bulk.n;
    if (all > OUT_ROOM - s->out_n && s->out_n) serve_flush(s);
    if (all <= OUT_ROOM) {
        char *p = s->out + s->out_n;
        memcpy(p, head, WIRE_HEAD);
        if (n) memcpy(p + WIRE_HEAD, bytes, n);
        if (bulk.n) memcpy(p + WIRE_HEAD + n, bulk.p, bulk.n);
        s->out_n += all;
        return;
    }
    write_all(s, head, WIRE_HEAD);
    write_all(s, bytes, n);
    write_all(s, bulk.p, bulk.n);
}

void serve_send(Serve *s, unsigned type, const void *bytes, size_t n)
{
    serve_send_bulk(s, type, bytes, n, (Str){"", 0});
}

void serve_away(Serve *s, int on)
{
    if (on) {
        serve_send(s, WIRE_AWAY, "", 0);
        serve_flush(s);
    }
    s->waiting = on != 0;
}

static void send_err(Serve *s, const Err *e)
{
    Buf b = {0};
    pack_err(&b, e);
    serve_send(s, WIRE_FAILED, b.p, b.n);
    buf_free(&b);
}

static void read_all(char *p, size_t n)
{
    while (n) {
        ssize_t k = read(WIRE_IN, p, n);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) leave(0);
        p += k;
        n -= (size_t)k;
    }
}

/* Reads one frame into s->in; returns its type. A large buffer of an earlier job is given back. */
static unsigned read_job(Serve *s)
{
    char head[WIRE_HEAD];
    read_all(head, sizeof head);
    size_t n = frame_get_u32(head + 1);
    if (n > WIRE_SEND_MOST) leave(70);
    if (s->in.cap > 1 << 20 && n < s->in.cap / 4) buf_free(&s->in);
    buf_clear(&s->in);
    buf_room(&s->in, n);
    read_all(s->in.p, n);
    s->in.n = n;
    s->in.p[n] = 0;
    uint32_t second = frame_get_u32(head + 5), half = second >> WIRE_HALF_SHIFT;
    s->limit_ms = (int)(second & (((uint32_t)1 << WIRE_HALF_SHIFT) - 1));
    s->shared_at = s->shared && half == 2 ? WIRE_HALF : 0;
    s->shared_end = s->shared && half ? s->shared_at + WIRE_HALF : s->shared_at;
    return (unsigned char)head[0];
}

static void run_job(Serve *s, unsigned type)
{
    Err e = {0};
    const WallHandler *h = NULL;
    for (size_t i = 0; i < s->app->n_handlers; i++)
        if (s->app->handlers[i].type == type) h = &s->app->handlers[i];
    int r = -1;
    if (!h) {
        err_set(&e, SEN7006, "?%u", type);
    } else {
        s->ticks = 0;
        s->allowance = s->limit_ms / TICK_MS > 0 ? s->limit_ms / TICK_MS : 1;
        r = h->run(s, buf_view(&s->in), s->app->state, &e);
        s->allowance = 0;
        serve_on_overrun(s, NULL, NULL);
    }
    if (r == 0) {
        serve_send(s, WIRE_DONE, "", 0);
    } else {
        if (!e.code) err_set(&e, SEN9999, "job %u", type);
        send_err(s, &e);
    }
    serve_flush(s);
}

/* argv[2] = "MEMORY,CPU,PARENT" in decimal. */
static int read_limits(const char *s, SealLimits *l, int *parent)
{
    unsigned long long memory;
    int cpu, pid, end = 0;
    if (!s || sscanf(s, "%20llu,%9d,%9d%n", &memory, &cpu, &pid, &end) != 3 || s[end]) return -1;
    *l = (SealLimits){.memory = (size_t)memory, .cpu_s = cpu};
    *parent = pid;
    return 0;
}

/* The segment the parent made, if it made one. */
static void map_shared(Serve *s)
{
    struct stat st;
    if (fstat(WIRE_SHARED, &st) != 0) return;
    void *p = MAP_FAILED;
    if (st.st_size == 2 * WIRE_HALF) p = mmap(NULL, 2 * WIRE_HALF, PROT_READ | PROT_WRITE, MAP_SHARED, WIRE_SHARED, 0);
    if (p != MAP_FAILED) s->shared = p;
    close(WIRE_SHARED);
}

/* Everything before the first job: 0, or -1 with e. */
static int prepare(Serve *s, SealLimits *l, Err *e)
{
    if (!seal_supported()) return err_set(e, SEN7001, "seccomp");
    map_shared(s);
    if (read_job(s) != WIRE_SETUP) return err_set(e, SEN7006, "setup");
    size_t before = seal_mapped();
    if (s->app->before_seal && s->app->before_seal(buf_view(&s->in), s->app->state, e) != 0) {
        if (!e->code) err_set(e, SEN9999, "before_seal");
        return -1;
    }
    size_t after = seal_mapped();                          /* the libraries of plugins are not the job's memory */
    l->plugins = after > before ? after - before : 0;
    if (chdir("/") != 0) return err_set(e, SEN7001, "chdir: %s", strerror(errno));
    running = s;
    if (seal_arm_timer(on_tick, TICK_MS) != 0) return err_set(e, SEN7001, "setitimer: %s", strerror(errno));
    if (seal_limit(l) != 0) return err_set(e, SEN7001, "setrlimit: %s", strerror(errno));
    if (seal_shut() != 0) return err_set(e, SEN7001, "seccomp: %s", strerror(errno));
    return 0;
}

void serve_worker_main(const ServeApp *app, int argc, char **argv)
{
    SealLimits l;
    int parent;
    if (argc != 3 || read_limits(argv[2], &l, &parent) != 0) {
        static const char say[] = "sen: --worker là tiến trình nội bộ, không gọi trực tiếp (internal use only)\n";
        ssize_t w = write(2, say, sizeof say - 1);
        (void)w;
        _exit(2);
    }
    seal_close_files(WIRE_IN, WIRE_SHARED);
    if (seal_bind_parent(parent) != 0) leave(0);
    Serve *s = mem_alloc(sizeof *s);
    s->app = app;
    s->out = mem_alloc(OUT_ROOM);
    Err e = {0};
    if (prepare(s, &l, &e) != 0) {
        send_err(s, &e);
        serve_flush(s);
        leave(4);
    }
    serve_send(s, WIRE_READY, "", 0);
    serve_flush(s);
    for (;;) run_job(s, read_job(s));
}
