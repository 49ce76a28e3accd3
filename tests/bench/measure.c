/* measure.c - runs a command and says what it cost: CPU seconds with its children, wall seconds, largest process in KiB, exit code.
 * What the command leaves behind (a plugin's process that cleans up) is waited for and counted too.
 * A program of its own because a process begins with the memory of the one that starts it. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

int main(int argc, char **argv)
{
    struct timespec a, b;
    struct rusage u;
    int status = 0;
    FILE *out = argc > 2 ? fopen(argv[1], "w") : NULL;
    if (!out) return 1;
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    clock_gettime(CLOCK_MONOTONIC, &a);
    pid_t pid = fork();
    if (pid == 0) {
        execvp(argv[2], argv + 2);
        _exit(127);
    }
    if (pid < 0 || wait4(pid, &status, 0, &u) != pid) return 1;
    clock_gettime(CLOCK_MONOTONIC, &b);
    while (wait(NULL) > 0) continue;
    getrusage(RUSAGE_CHILDREN, &u);
    fprintf(out, "%.6f %.6f %ld %d\n", seconds(u.ru_utime) + seconds(u.ru_stime), (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec) / 1e9,
            u.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return fclose(out) ? 1 : 0;
}
