/* wall.c - the parent's side: spawn, send, receive, time and kill one worker; knows no jobs. */
#include "core/wall/wall.h"
#include "core/base/pack.h"
#include "core/wall/clock.h"
#include "core/wall/frame.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { START_MS = 10000, READ_MOST = 256 << 10, PIPE_ROOM = 1 << 20, JOBS_AHEAD = 64 };

struct Wall {
    WallLimits limits;                     /* setup, program, arg are owned copies */
    pid_t pid;                             /* 0 = no worker */
    int to, from;                          /* -1 = closed */
    int shared_fd;
    const char *shared;                    /* 2 * WIRE_HALF bytes the worker writes rendered files to; NULL = none */
    unsigned half;                         /* which half the next job gets */
    char *in;                              /* bytes head … tail wait to be taken */
    size_t cap, head, tail, lent;          /* lent: bytes of the frame the caller holds, at head */
    size_t job_bytes;
    int ready, eof;
    int limit_ms;                          /* of the next job sent */
    int ahead[JOBS_AHEAD], first, jobs;    /* limits of the open jobs, a ring */
    int64_t deadline, left_at;             /* ms; left_at: when the last call returned */
    int away;                              /* how often this job asked for more time */
    int64_t cpu_began, cpu_seen;           /* CPU time of the worker when the job began, and when more time was last given */
    int given_ms;                          /* more time by the clock, given to this job on a busy machine */
    Err death;                             /* why there is no worker */
    WallCount count;
};

static void close_fd(int *fd)
{
    if (*fd >= 0) close(*fd);
    *fd = -1;
}

/* Kills and reaps; returns the wait status. */
static int stop_worker(Wall *w)
{
    int status = 0;
    if (w->pid > 0) {
        kill(w->pid, SIGKILL);
        while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR) continue;
    }
    w->pid = 0;
    close_fd(&w->to);
    close_fd(&w->from);
    w->head = w->tail = w->lent = 0;
    w->jobs = w->ready = w->eof = 0;
    return status;
}

static int fail_dead(const Wall *w, Err *e)
{
    if (!e->code) *e = w->death;
    return -1;
}

/* Ends the worker for a reason of ours. */
static int put_down(Wall *w, Code code, const char *arg, Err *e)
{
    stop_worker(w);
    w->death = (Err){0};
    err_set(&w->death, code, "%s", arg);
    return fail_dead(w, e);
}

static int put_down_late(Wall *w, Err *e)
{
    int ms = w->ready && w->jobs ? w->ahead[w->first] : START_MS;
    char s[32];
    if (ms % 1000) snprintf(s, sizeof s, "%d,%d", ms / 1000, ms % 1000 / 100);
    else snprintf(s, sizeof s, "%d", ms / 1000);
    return put_down(w, SEN7003, s, e);
}

/* The worker closed its end: why? */
static int bury(Wall *w, Err *e)
{
    int limit = w->jobs ? w->ahead[w->first] : 0;
    int status = stop_worker(w);
    w->death = (Err){0};
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) err_set(&w->death, SEN7003, "%d", limit / 1000);
    else if (WIFSIGNALED(status)) err_set(&w->death, SEN7005, "%d", WTERMSIG(status));
    else if (WEXITSTATUS(status) == 5) err_set(&w->death, SEN7004, "%zu", w->limits.memory >> 20);
    else if (WEXITSTATUS(status) == 4) err_set(&w->death, SEN7001, "seccomp");
    else if (WEXITSTATUS(status) == 0) err_set(&w->death, SEN7006, "EOF");
    else err_set(&w->death, SEN7008, "%d", WEXITSTATUS(status));
    return fail_dead(w, e);
}

/* --- spawn --- */

/* Both ends close-on-exec and away from the numbers the worker will use. */
static int lift(int *fd)
{
    int high = fcntl(*fd, F_DUPFD_CLOEXEC, 10);
    if (high < 0) return -1;
    close(*fd);
    *fd = high;
    return 0;
}

static int make_pipes(Wall *w, int *child_in, int *child_out)
{
    int s[2], p[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, s) != 0) return -1;
    w->to = s[0];
    *child_in = s[1];
    if (pipe2(p, O_CLOEXEC) != 0) return -1;
    w->from = p[0];
    *child_out = p[1];
    (void)fcntl(w->from, F_SETPIPE_SZ, PIPE_ROOM);         /* a smaller pipe only costs switches */
    if (fcntl(w->from, F_SETFL, O_NONBLOCK) != 0) return -1;
    return lift(child_in) != 0 || lift(child_out) != 0 ? -1 : 0;
}

/* A segment of fixed size; without it the bytes travel through the pipe. */
static void make_shared(Wall *w)
{
    w->shared_fd = memfd_create("sen", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (w->shared_fd < 0) return;
    void *p = MAP_FAILED;
    int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;
    if (ftruncate(w->shared_fd, 2 * WIRE_HALF) == 0 && fcntl(w->shared_fd, F_ADD_SEALS, seals) == 0)
        p = mmap(NULL, 2 * WIRE_HALF, PROT_READ, MAP_SHARED, w->shared_fd, 0);
    if (p != MAP_FAILED && lift(&w->shared_fd) == 0) w->shared = p;
    else if (p != MAP_FAILED) munmap(p, 2 * WIRE_HALF);
    if (!w->shared) close_fd(&w->shared_fd);
}

static int spawn_worker(Wall *w, int child_in, int child_out)
{
    char locale[] = "LC_ALL=C", zone[] = "TZ=UTC", path[] = "PATH=/usr/bin:/bin";
    char *env[] = {locale, zone, path, NULL};
    const WallLimits *l = &w->limits;
    char figures[80];
    long long cpu = (long long)l->jobs * l->time_ms / 1000 + 2;
    snprintf(figures, sizeof figures, "%zu,%lld,%d", l->memory, cpu < 1000000 ? cpu : 1000000, (int)getpid());
    char name[] = "sen";
    char *argv[] = {name, (char *)l->arg, figures, NULL};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attr;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attr);
    posix_spawn_file_actions_adddup2(&files, child_in, WIRE_IN);
    posix_spawn_file_actions_adddup2(&files, child_out, WIRE_OUT);
    if (w->shared) posix_spawn_file_actions_adddup2(&files, w->shared_fd, WIRE_SHARED);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigmask(&attr, &none);
    posix_spawnattr_setsigdefault(&attr, &all);
    int r = posix_spawn(&w->pid, l->program, &files, &attr, argv, env);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attr);
    if (r != 0) w->pid = 0;
    return r;
}

static int send_frame(Wall *w, unsigned type, const void *bytes, size_t n, uint32_t second, Err *e);

static int start(Wall *w, Err *e)
{
    int child_in = -1, child_out = -1, r = 0;
    if (make_pipes(w, &child_in, &child_out) != 0) r = errno;
    else r = spawn_worker(w, child_in, child_out);
    close_fd(&child_in);
    close_fd(&child_out);
    if (r != 0) return put_down(w, SEN7002, strerror(r), e);
    w->count.starts++;
    w->job_bytes = 0;
    w->left_at = clock_now_ms();
    w->deadline = w->left_at + START_MS;
    return send_frame(w, WIRE_SETUP, w->limits.setup, w->limits.setup_n, 0, e);
}

void wall_set_setup(Wall *w, const void *setup, size_t n)
{
    char *copy = mem_alloc(n);
    if (n) memcpy(copy, setup, n);
    free((void *)w->limits.setup);
    w->limits.setup = copy;
    w->limits.setup_n = n;
}

Wall *wall_start(const WallLimits *limits, Err *e)
{
    Wall *w = mem_alloc(sizeof *w);
    w->to = w->from = w->shared_fd = -1;
    w->limits = *limits;
    WallLimits *l = &w->limits;
    if (!l->memory) l->memory = (size_t)64 << 20;
    if (l->time_ms <= 0) l->time_ms = 1500;
    if (l->jobs <= 0) l->jobs = 1000;
    l->program = mem_copy_text(l->program ? l->program : "/proc/self/exe");
    l->arg = mem_copy_text(l->arg ? l->arg : "--worker");
    const void *setup = l->setup;
    l->setup = NULL;
    wall_set_setup(w, setup, l->setup_n);
    w->limit_ms = l->time_ms;
    make_shared(w);
    if (start(w, e) != 0) {
        wall_free(w);
        return NULL;
    }
    return w;
}

void wall_free(Wall *w)
{
    if (!w) return;
    stop_worker(w);
    if (w->shared) munmap((void *)w->shared, 2 * WIRE_HALF);
    close_fd(&w->shared_fd);
    free((char *)w->limits.program);
    free((char *)w->limits.arg);
    free((void *)w->limits.setup);
    free(w->in);
    free(w);
}

int wall_restart(Wall *w, Err *e)
{
    stop_worker(w);
    return start(w, e);
}

void wall_abandon(Wall *w)
{
    if (!w->jobs) return;
    Err e = {0};
    put_down(w, SEN7006, "abandoned", &e);
}

int wall_alive(const Wall *w) { return w->pid > 0; }
void wall_set_time(Wall *w, int limit_ms) { w->limit_ms = limit_ms > 0 ? limit_ms : w->limits.time_ms; }
WallCount wall_count(const Wall *w) { return w->count; }

/* --- reading and waiting --- */

/* Takes what the pipe holds, `want` bytes at least having room. 0; 1 = the pipe is empty for now; -1 = end of file. */
static int fill(Wall *w, size_t want)
{
    if (w->head == w->tail && !w->lent) w->head = w->tail = 0;
    if (w->cap - w->tail < want && w->head > w->cap / 2) {
        memmove(w->in, w->in + w->head, w->tail - w->head);
        w->tail -= w->head;
        w->head = 0;
    }
    if (w->cap - w->tail < want) {
        size_t cap = w->cap ? w->cap : READ_MOST;
        while (cap - w->tail < want) cap *= 2;
        w->in = mem_resize(w->in, cap);
        w->cap = cap;
    }
    ssize_t k;
    do k = read(w->from, w->in + w->tail, w->cap - w->tail);
    while (k < 0 && errno == EINTR);
    if (k > 0) {
        w->tail += (size_t)k;
        w->count.received += (uint64_t)k;
        return 0;
    }
    return k < 0 && errno == EAGAIN ? 1 : -1;
}

/* Late by the clock, but on a busy machine: it has CPU time left and goes on computing. 1 = it has a little more time. */
static int give_more_time(Wall *w)
{
    enum { STEP_MS = 250, PROGRESS_MS = 10, TIMES_MOST = 3 };
    if (!w->ready || !w->jobs) return 0;
    int limit = w->ahead[w->first];
    int64_t used = clock_cpu_ms(w->pid), since = used - w->cpu_seen;
    if (used - w->cpu_began >= limit || since < PROGRESS_MS || w->given_ms >= TIMES_MOST * limit) return 0;
    w->cpu_seen = used;
    w->given_ms += STEP_MS;
    w->deadline = clock_now_ms() + STEP_MS;
    return 1;
}

/* Sleeps until there is something to read (or room to write, when `writing`), or the deadline. -1 = too late or no poll. */
static int wait_for(Wall *w, int writing)
{
    struct pollfd p[2] = {{.fd = w->eof ? -1 : w->from, .events = POLLIN}, {.fd = writing ? w->to : -1, .events = POLLOUT}};
    for (;;) {
        int64_t left = w->deadline - clock_now_ms();
        if (left <= 0 && !give_more_time(w)) return -1;
        if (left <= 0) continue;
        int r = poll(p, 2, left > 60000 ? 60000 : (int)left);
        if (r > 0) return 0;
        if (r < 0 && errno != EINTR) return -1;
    }
}

/* The time the parent was busy elsewhere is not the worker's. */
static void come_back(Wall *w)
{
    w->deadline += clock_now_ms() - w->left_at;
    w->head += w->lent;
    w->lent = 0;
}

static int go(Wall *w, int r)
{
    w->left_at = clock_now_ms();
    return r;
}

static void start_clock(Wall *w)
{
    w->deadline = clock_now_ms() + (w->ready && w->jobs ? w->ahead[w->first] + WIRE_GRACE_MS : START_MS);
    w->job_bytes = 0;
    w->away = 0;
    w->given_ms = 0;
    w->cpu_began = w->cpu_seen = w->ready ? clock_cpu_ms(w->pid) : 0;
}

/* --- sending --- */

/* A frame at head, if all of it is there: 1, 0 = not yet (*more = bytes missing), -1 = out of form. */
static int peek(const Wall *w, WallFrame *f, size_t *all, size_t *more)
{
    size_t have = w->tail - w->head;
    *more = WIRE_HEAD;
    if (have < WIRE_HEAD) return 0;
    const char *p = w->in + w->head;
    size_t n = frame_get_u32(p + 1), bulk = frame_get_u32(p + 5) & ~WIRE_IN_SHARED;
    int shared = (frame_get_u32(p + 5) & WIRE_IN_SHARED) != 0;
    if (n > WIRE_MOST || bulk > WIRE_MOST || (shared && !w->shared)) return -1;
    *all = WIRE_HEAD + n + (shared ? WIRE_OFFSET : bulk);
    if (have < *all) {
        *more = *all - have;
        return 0;
    }
    const char *at = p + WIRE_HEAD + n;
    if (shared) {
        size_t offset = frame_get_u32(at);
        if (offset > 2 * WIRE_HALF || bulk > 2 * WIRE_HALF - offset) return -1;
        at = w->shared + offset;
    }
    *f = (WallFrame){(unsigned char)*p, {p + WIRE_HEAD, n}, {at, bulk}};
    return 1;
}

/* The first frame of a sealed worker starts the clock of the first job. */
static void see_ready(Wall *w)
{
    WallFrame f;
    size_t all, more;
    if (w->ready || peek(w, &f, &all, &more) != 1 || f.type != WIRE_READY) return;
    w->ready = 1;
    w->head += all;
    start_clock(w);
}

/* The socket is full: reads what the worker says meanwhile, so that it never waits for us while we wait for it. */
static int make_room(Wall *w, Err *e)
{
    if (wait_for(w, 1) != 0) return put_down_late(w, e);
    if (w->eof) return 0;
    int r = fill(w, READ_MOST);
    if (r < 0) w->eof = 1;
    if (w->tail - w->head > WIRE_JOB_MOST) return put_down(w, SEN7007, "256", e);
    see_ready(w);
    return 0;
}

static int send_frame(Wall *w, unsigned type, const void *bytes, size_t n, uint32_t second, Err *e)
{
    char head[WIRE_HEAD];
    head[0] = (char)type;
    frame_put_u32(head + 1, (uint32_t)n);
    frame_put_u32(head + 5, second);
    size_t done = 0, all = WIRE_HEAD + n;
    while (done < all) {
        size_t h = done < WIRE_HEAD ? WIRE_HEAD - done : 0, b = done < WIRE_HEAD ? 0 : done - WIRE_HEAD;
        struct iovec v[2] = {{head + WIRE_HEAD - h, h}, {(char *)bytes + b, n - b}};
        struct msghdr m = {.msg_iov = h ? v : v + 1, .msg_iovlen = h ? (n ? 2 : 1) : 1};
        ssize_t k = sendmsg(w->to, &m, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (k >= 0) {
            done += (size_t)k;
            continue;
        }
        if (errno == EINTR) continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) return 1;                  /* gone: wall_recv tells why */
        if (make_room(w, e) != 0) return -1;
    }
    w->count.sent += all;
    return 0;
}

int wall_send(Wall *w, unsigned type, const void *bytes, size_t n, Err *e)
{
    char mib[32];
    if (!wall_alive(w)) return fail_dead(w, e);
    if (n > WIRE_SEND_MOST) {
        snprintf(mib, sizeof mib, "%zu", n >> 20);
        return err_set(e, SEN7009, "%s" ARG "%d", mib, WIRE_SEND_MOST >> 20);
    }
    if (w->jobs == JOBS_AHEAD) return err_set(e, SEN9999, "wall: %d jobs ahead", JOBS_AHEAD);
    come_back(w);
    w->ahead[(w->first + w->jobs) % JOBS_AHEAD] = w->limit_ms;
    w->jobs++;
    if (w->jobs == 1 && w->ready) start_clock(w);
    /* the half of the job before the last is free, for that job is done; further ahead nothing is */
    uint32_t half = w->shared && w->jobs <= 2 ? 1 + (w->half ^= 1) : 0;
    if (!half) w->half = 0;
    return go(w, send_frame(w, type, bytes, n, (uint32_t)w->limit_ms | half << WIRE_HALF_SHIFT, e) < 0 ? -1 : 0);
}

/* --- receiving --- */

static void close_job(Wall *w)
{
    w->first = (w->first + 1) % JOBS_AHEAD;
    w->jobs--;
    start_clock(w);
}

static int take_failure(Wall *w, const WallFrame *f, Err *e)
{
    Err told = {0};
    Unpack u = unpack_from(f->bytes.p, f->bytes.n);
    unpack_err(&u, &told);
    if (u.bad || !told.code) return put_down(w, SEN7006, "Err", e);
    if (!w->ready) {
        stop_worker(w);
        w->death = told;
    } else {
        close_job(w);
    }
    if (!e->code) *e = told;
    return -1;
}

/* What a whole frame means: 1 = the caller's, 0 = job done, -1 = failed. */
static int take(Wall *w, const WallFrame *f, size_t all, Err *e)
{
    w->count.frames++;
    w->job_bytes += f->bytes.n + f->bulk.n;
    if (w->job_bytes > WIRE_JOB_MOST) return put_down(w, SEN7007, "256", e);
    if (f->type != WIRE_FAILED && !w->ready) return put_down(w, SEN7006, "READY", e);
    w->lent = all;
    if (f->type == WIRE_FAILED) return take_failure(w, f, e);
    if (f->type == WIRE_DONE && !f->bytes.n && !f->bulk.n) {
        close_job(w);
        return 0;
    }
    if (f->type < 1 || f->type > 199) return put_down(w, SEN7006, "type", e);
    return 1;
}

int wall_recv(Wall *w, WallFrame *f, Err *e)
{
    if (!wall_alive(w)) return fail_dead(w, e);
    if (!w->jobs) return err_set(e, SEN9999, "wall: no open job");
    come_back(w);
    for (;;) {
        size_t all = 0, more = 0;
        see_ready(w);
        int r = peek(w, f, &all, &more);
        if (r < 0) return put_down(w, SEN7006, "length", e);
        if (r > 0 && w->ready && f->type == WIRE_AWAY && !f->bytes.n && !f->bulk.n) {
            if (w->away++ < WIRE_AWAY_MOST) w->deadline += WIRE_AWAY_MS;
            w->head += all;
            continue;
        }
        if (r > 0) return go(w, take(w, f, all, e));
        if (w->eof) return bury(w, e);
        if (clock_now_ms() >= w->deadline && !give_more_time(w)) return put_down_late(w, e);
        r = fill(w, more > READ_MOST ? more : READ_MOST);
        if (r < 0) w->eof = 1;
        if (r > 0 && wait_for(w, 0) != 0) return put_down_late(w, e);
    }
}
