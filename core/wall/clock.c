/* clock.c - milliseconds of the clock and of the processors; knows no limit. */
#include "core/wall/clock.h"
#include <time.h>

static int64_t ms_of(struct timespec t) { return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000; }

int64_t clock_now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return ms_of(t);
}

int64_t clock_cpu_ms(pid_t pid)
{
    clockid_t id;
    struct timespec t;
    if (pid <= 0 || clock_getcpuclockid(pid, &id) || clock_gettime(id, &t)) return 0;
    return ms_of(t);
}
