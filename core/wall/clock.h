/* clock.h - how long things take, by the clock and in CPU time; for limits only, nothing printed depends on it. */
#ifndef SEN_WALL_CLOCK_H
#define SEN_WALL_CLOCK_H
#include <stdint.h>
#include <sys/types.h>

int64_t clock_now_ms(void);                /* from an unknown moment on, never back */
int64_t clock_cpu_ms(pid_t pid);           /* what a child has used of the processors since it started; 0 = cannot be known */
#endif
