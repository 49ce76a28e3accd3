/* launch.c - the launcher process and the worker's way to it; knows no plugin. */
#include "core/wall/launch.h"
#include "core/wall/clock.h"
#include "core/wall/confine.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PROGRAM_FD = 10, SOCKET_FD = 11, NULL_FD = 12, PROGRAM_MEMORY = 320 << 20, STEP = 64 << 10 };

struct Launch {
    int fd;
    int open;                              /* no landlock */
    char *program;                         /* owned; for messages */
};

/* What travels: a request is this, then the arguments (each u32 length, bytes), then the input; an answer is a Reply, then the
 * output. Both ends are one program, so plain structs do; the launcher still checks every number. */
typedef struct Request { uint32_t args, input; } Request;
typedef struct Reply { uint32_t kind, value, output; } Reply;
enum { RAN, DIED, LATE, FLOOD, NO_START };

static int read_all(int fd, void *p, size_t n)
{
    for (char *to = p; n;) {
        ssize_t k = read(fd, to, n);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) return -1;
        to += k;
        n -= (size_t)k;
    }
    return 0;
}

static int write_all(int fd, const void *p, size_t n)
{
    for (const char *from = p; n;) {
        ssize_t k = write(fd, from, n);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) return -1;
        from += k;
        n -= (size_t)k;
    }
    return 0;
}

/* --- the launcher --- */

/* The child: becomes the program, or ends with 126. */
static void become(char **argv, int input, int output, pid_t parent)
{
    char locale[] = "LC_ALL=C.UTF-8", path[] = "PATH=/nonexistent", home[] = "HOME=/nonexistent";
    char *env[] = {locale, path, home, NULL};
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || getppid() != parent) _exit(126);
    if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(NULL_FD, 2) < 0) _exit(126);
    syscall(SYS_close_range, 3u, (unsigned)PROGRAM_FD - 1, 0u);
    syscall(SYS_close_range, (unsigned)PROGRAM_FD + 1, ~0u, 0u);
    if (confine_program(PROGRAM_FD, PROGRAM_MEMORY, LAUNCH_TIME_MS / 1000 + 1) != 0) _exit(126);
    syscall(SYS_execveat, PROGRAM_FD, "", argv, env, AT_EMPTY_PATH);
    _exit(126);
}

/* Takes the pipe to its end, or to the deadline or the cap: RAN, LATE or FLOOD. */
static uint32_t drain(int pipe, Buf *out)
{
    int64_t deadline = clock_now_ms() + LAUNCH_TIME_MS;
    for (;;) {
        struct pollfd p = {.fd = pipe, .events = POLLIN};
        int64_t left = deadline - clock_now_ms();
        if (left <= 0) return LATE;
        int r = poll(&p, 1, (int)left);
        if (r < 0 && errno == EINTR) continue;
        if (r <= 0) return LATE;
        buf_room(out, STEP);
        ssize_t k = read(pipe, out->p + out->n, STEP);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) return RAN;
        out->n += (size_t)k;
        if (out->n > LAUNCH_OUTPUT_MOST) return FLOOD;
    }
}

static void run_once(char **argv, int input, Reply *reply, Buf *out)
{
    int p[2], status = 0;
    *reply = (Reply){.kind = NO_START, .value = (uint32_t)errno};
    if (pipe2(p, O_CLOEXEC) != 0) return;
    pid_t self = getpid(), child = fork();
    if (child == 0) become(argv, input, p[1], self);
    close(p[1]);
    if (child > 0) {
        reply->kind = drain(p[0], out);
        if (reply->kind != RAN) kill(child, SIGKILL);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
        if (reply->kind == RAN && WIFSIGNALED(status)) *reply = (Reply){.kind = DIED, .value = (uint32_t)WTERMSIG(status)};
        else if (reply->kind == RAN) reply->value = (uint32_t)WEXITSTATUS(status);
        if (reply->kind == RAN && reply->value == 126 && !out->n) reply->kind = NO_START;
    }
    close(p[0]);
    reply->output = reply->kind == RAN ? (uint32_t)out->n : 0;
}

/* The arguments of one request, NULL-ended, argv[0] first; NULL when out of form. */
static char **read_args(int fd, uint32_t n)
{
    if (n > LAUNCH_ARGS_MOST) return NULL;
    char **v = mem_alloc((n + 2) * sizeof *v);
    v[0] = mem_copy_text("program");
    for (uint32_t i = 0, len; i < n; i++) {
        if (read_all(fd, &len, sizeof len) || len > LAUNCH_ARG_MOST) return NULL;
        v[i + 1] = mem_alloc((size_t)len + 1);
        if (read_all(fd, v[i + 1], len) || strlen(v[i + 1]) != len) return NULL;
    }
    return v;
}

static int read_input(int fd, uint32_t n)
{
    if (n > LAUNCH_INPUT_MOST) return -1;
    int file = memfd_create("input", MFD_CLOEXEC);
    char *step = mem_alloc(STEP);
    while (file >= 0 && n) {
        size_t k = n < STEP ? n : STEP;
        if (read_all(fd, step, k) || write_all(file, step, k)) return -1;
        n -= (uint32_t)k;
    }
    free(step);
    return file < 0 || lseek(file, 0, SEEK_SET) != 0 ? -1 : file;
}

static void answer(int fd)
{
    Request q;
    Reply reply;
    Buf out = {0};
    if (read_all(fd, &q, sizeof q)) _exit(0);              /* the worker is gone */
    char **argv = read_args(fd, q.args);
    int input = argv ? read_input(fd, q.input) : -1;
    if (!argv || input < 0) _exit(70);
    run_once(argv, input, &reply, &out);
    close(input);
    for (char **a = argv; *a; a++) free(*a);
    free(argv);
    if (write_all(fd, &reply, sizeof reply) || write_all(fd, out.p, reply.output)) _exit(0);
    buf_free(&out);
}

/* Holds the socket and the program, confines itself, says how, and answers until the worker is gone. */
static void be_launcher(int socket, int program, pid_t worker)
{
    char how = 2;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || getppid() != worker) _exit(0);
    int s = fcntl(socket, F_DUPFD, 20), p = fcntl(program, F_DUPFD, 20), null = open("/dev/null", O_RDWR | O_CLOEXEC);
    int high = null < 0 ? -1 : fcntl(null, F_DUPFD, 20);   /* landlock will not let it be opened later */
    if (s < 0 || p < 0 || high < 0 || dup3(p, PROGRAM_FD, O_CLOEXEC) < 0 || dup3(s, SOCKET_FD, O_CLOEXEC) < 0 ||
        dup3(high, NULL_FD, O_CLOEXEC) < 0) _exit(70);
    syscall(SYS_close_range, 3u, (unsigned)PROGRAM_FD - 1, 0u);
    syscall(SYS_close_range, (unsigned)NULL_FD + 1, ~0u, 0u);
    int r = confine_files(PROGRAM_FD);
    if (r >= 0) how = (char)r;
    if (write_all(SOCKET_FD, &how, 1) || how == 2) _exit(70);
    for (;;) answer(SOCKET_FD);
}

/* --- the worker --- */

/* A file only root or the user can have put there. */
static int open_program(const char *path, Err *e)
{
    struct stat st;
    int fd = path[0] == '/' ? open(path, O_PATH | O_CLOEXEC) : -1;
    int good = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (st.st_mode & 0111) && !(st.st_mode & 022) &&
               (st.st_uid == 0 || st.st_uid == geteuid());
    if (good) return fd;
    if (fd >= 0) close(fd);
    return err_set(e, SEN6055, "%s", path);
}

Launch *launch_start(const char *program, Err *e)
{
    int s[2];
    char how = 2;
    int fd = open_program(program, e);
    if (fd < 0) return NULL;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, s) != 0) {
        close(fd);
        err_set(e, SEN7002, "%s", strerror(errno));
        return NULL;
    }
    signal(SIGPIPE, SIG_IGN);              /* a launcher that is gone is an error, not the worker's end */
    pid_t self = getpid(), child = fork();
    if (child == 0) be_launcher(s[1], fd, self);
    close(fd);
    close(s[1]);
    if (child < 0 || read_all(s[0], &how, 1) || how > 1) {
        close(s[0]);
        err_set(e, child < 0 ? SEN7002 : SEN7010, "%s", program);
        return NULL;
    }
    Launch *l = mem_alloc(sizeof *l);
    *l = (Launch){.fd = s[0], .open = how == 1, .program = mem_copy_text(program)};
    return l;
}

void launch_end(Launch *l)
{
    if (!l) return;
    close(l->fd);
    free(l->program);
    free(l);
}

int launch_is_open(const Launch *l) { return l->open; }

static int send_request(const Launch *l, const Str *args, size_t n, Str input)
{
    Request q = {(uint32_t)n, (uint32_t)input.n};
    int bad = write_all(l->fd, &q, sizeof q);
    for (size_t i = 0; i < n && !bad; i++) {
        uint32_t len = (uint32_t)args[i].n;
        bad = write_all(l->fd, &len, sizeof len) || write_all(l->fd, args[i].p, len);
    }
    return bad || write_all(l->fd, input.p, input.n) ? -1 : 0;
}

int launch_run(Launch *l, const Str *args, size_t n, Str input, Buf *out, int *status, Err *e)
{
    Reply r;
    char mib[16];
    snprintf(mib, sizeof mib, "%d", LAUNCH_OUTPUT_MOST >> 20);
    if (n > LAUNCH_ARGS_MOST || input.n > LAUNCH_INPUT_MOST) return err_set(e, SEN7009, "%zu" ARG "%s", input.n >> 20, mib);
    for (size_t i = 0; i < n; i++)
        if (args[i].n > LAUNCH_ARG_MOST || memchr(args[i].p, 0, args[i].n)) return err_set(e, SEN6056, "%s" ARG "?", l->program);
    if (send_request(l, args, n, input) || read_all(l->fd, &r, sizeof r) || r.output > LAUNCH_OUTPUT_MOST)
        return err_set(e, SEN6056, "%s" ARG "-", l->program);
    buf_room(out, r.output);
    if (read_all(l->fd, out->p + out->n, r.output)) return err_set(e, SEN6056, "%s" ARG "-", l->program);
    out->n += r.output;
    out->p[out->n] = 0;
    *status = (int)r.value;
    if (r.kind == LATE) return err_set(e, SEN7003, "%d", LAUNCH_TIME_MS / 1000);
    if (r.kind == FLOOD) return err_set(e, SEN7007, "%s", mib);
    return r.kind == RAN ? 0 : err_set(e, SEN6056, "%s" ARG "%u", l->program, r.value);
}
