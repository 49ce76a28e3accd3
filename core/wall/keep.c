/* keep.c - keeper, the plugin's process and its temporary folder; knows no plugin. */
#include "core/wall/keep.h"
#include "core/plug/apart.h"
#include "core/wall/confine.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SOCKET_FD = 10, LIFE_FD = 11, MINE_FD = 12, FOLDER_DEEP = 32 };

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st, (void)kind, (void)at;
    return remove(path) != 0 && errno != ENOENT;
}

static void remove_folder(const char *folder) { nftw(folder, remove_one, FOLDER_DEEP, FTW_DEPTH | FTW_PHYS); }

/* The plugin's process, not yet confined: nothing but the socket and, for the keeper to see its end, a pipe. */
static int settle(const char *folder, const char *content, pid_t keeper)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || getppid() != keeper || close(LIFE_FD) != 0) return -1;
    int open = confine_folders(folder, content);
    if (open < 0 || chdir(folder) != 0 || clearenv() != 0) return -1;
    if (setenv("TMPDIR", folder, 1) || setenv("HOME", folder, 1) || setenv("PATH", "/nonexistent", 1) ||
        setenv("LC_ALL", "C.UTF-8", 1) || setenv("SEN_CONTENT", content ? content : "", 1)) return -1;
    return confine_plugin(KEEP_MEMORY, !open);
}

/* Waits for the end of the plugin's process or of the worker; 1 = the worker is gone. */
static int watch(int pipe)
{
    struct pollfd p[2] = {{.fd = LIFE_FD, .events = POLLIN}, {.fd = pipe, .events = POLLIN}};
    while (poll(p, 2, -1) < 0 && errno == EINTR) continue;
    return p[0].revents != 0;
}

static int tell(int status)
{
    char say[APART_DIED_BYTES];
    apart_say_died(say, status);
    return write(SOCKET_FD, say, sizeof say) == (ssize_t)sizeof say ? 0 : -1;
}

/* Returns 1 in each process it starts; else it ends with the worker. */
static int be_keeper(const char *folder, const char *content)
{
    for (int starts = 0; starts < KEEP_STARTS; starts++) {
        int p[2], status = 0;
        if (pipe2(p, O_CLOEXEC) != 0) break;
        pid_t self = getpid(), child = fork();
        if (child == 0) {
            close(p[0]);
            if (dup3(p[1], MINE_FD, O_CLOEXEC) < 0 || close(p[1]) != 0 || settle(folder, content, self) != 0) _exit(70);
            return 1;
        }
        close(p[1]);
        int gone = child > 0 ? watch(p[0]) : 1;
        if (child > 0) kill(child, SIGKILL);
        while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
        close(p[0]);
        if (gone || tell(status) != 0) break;
    }
    remove_folder(folder);
    _exit(0);
}

static char *make_folder(Err *e)
{
    const char *base = getenv("TMPDIR");
    Buf path = {0};
    buf_printf(&path, "%s/sen-", base && base[0] == '/' ? base : "/tmp");
    for (int i = 0; i < 6; i++) buf_putc(&path, 'X');
    char *folder = mem_copy_text(buf_text(&path));
    buf_free(&path);
    if (mkdtemp(folder)) return folder;
    err_set(e, SEN6061, "%s" ARG "%s", folder, strerror(errno));
    free(folder);
    return NULL;
}

/* In the new process: only the socket and the life line stay open, and a terminal's signals do not stop the cleaning. */
static void let_go(int socket, int life)
{
    int s = fcntl(socket, F_DUPFD, 20), l = fcntl(life, F_DUPFD, 20);
    if (s < 0 || l < 0 || dup3(s, SOCKET_FD, O_CLOEXEC) < 0 || dup3(l, LIFE_FD, O_CLOEXEC) < 0) _exit(70);
    syscall(SYS_close_range, 3u, (unsigned)SOCKET_FD - 1, 0u);
    syscall(SYS_close_range, (unsigned)LIFE_FD + 1, ~0u, 0u);
    prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0);
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
}

int keep_start(const char *content, int *fd, Err *e)
{
    int s[2], life[2];
    char *folder = make_folder(e);
    if (!folder) return -1;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, s) != 0 || pipe2(life, O_CLOEXEC) != 0) {
        remove_folder(folder);
        free(folder);
        return err_set(e, SEN7002, "%s", strerror(errno));
    }
    signal(SIGPIPE, SIG_IGN);
    pid_t child = fork();
    if (child == 0) {
        let_go(s[1], life[0]);
        *fd = SOCKET_FD;
        return be_keeper(folder, content);
    }
    close(s[1]);
    close(life[0]);                        /* life[1] stays open as long as this process lives: its end is the signal */
    if (child < 0) remove_folder(folder);
    free(folder);
    *fd = s[0];
    return child < 0 ? err_set(e, SEN7002, "%s", strerror(errno)) : 0;
}

int keep_is_open(void) { return confine_is_open(); }
