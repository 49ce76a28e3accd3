/* no_seal.c - the functions of core/wall/seal.h without the walls, for the bench alone: linked before libsen.a and the worker's main
 * it gives a worker that does the same work unsealed, so that the cost of the walls (B8) can be measured and the worker looked at
 * by profilers. Nothing in the product can choose it. */
#include "core/wall/seal.h"
#include <signal.h>
#include <sys/time.h>

int seal_supported(void) { return 1; }
void seal_close_files(int keep_from, int keep_to) { (void)keep_from, (void)keep_to; }
int seal_bind_parent(int parent_pid) { return (void)parent_pid, 0; }
size_t seal_mapped(void) { return 0; }
int seal_limit(const SealLimits *l) { return (void)l, 0; }
int seal_shut(void) { return 0; }

int seal_arm_timer(void (*tick)(int), int ms)
{
    struct sigaction a = {.sa_handler = tick, .sa_flags = SA_RESTART};
    struct itimerval every = {{ms / 1000, ms % 1000 * 1000}, {ms / 1000, ms % 1000 * 1000}};
    return sigaction(SIGPROF, &a, NULL) || setitimer(ITIMER_PROF, &every, NULL) ? -1 : 0;
}
