/* seal.h - the walls of one worker: descriptors, limits, seccomp; the only pair with rlimits and seccomp, knows no frames. */
#ifndef SEN_WALL_SEAL_H
#define SEN_WALL_SEAL_H
#include <stddef.h>
#include "core/base/err.h"

typedef struct SealLimits {
    size_t memory;                         /* of a job; RLIMIT_AS is this, 64 MiB and what plugins map before the seal */
    size_t plugins;                        /* bytes of the last */
    int cpu_s;                             /* RLIMIT_CPU */
} SealLimits;

int seal_supported(void);                  /* 1 when this build and kernel can seal */
void seal_close_files(int keep_from, int keep_to);         /* every other descriptor; 0 1 2 become /dev/null */
int seal_bind_parent(int parent_pid);      /* die with the parent; -1 when it is already gone */
int seal_arm_timer(void (*tick)(int), int ms);             /* every ms of CPU time: what others run takes nothing from a job */
size_t seal_mapped(void);                  /* bytes of address space this process holds now */
int seal_limit(const SealLimits *l);       /* rlimits; 0/-1 */
int seal_shut(void);                       /* no new privileges, seccomp allow-list; 0, or -1: do not go on */
#endif
