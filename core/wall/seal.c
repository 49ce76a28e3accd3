/* seal.c - the walls of one worker, in the order of safety.md 4.1; knows no frames and no jobs. */
#include "core/wall/seal.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#if defined(__x86_64__) && defined(__LP64__)
#define SEAL_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && defined(__LP64__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define SEAL_ARCH AUDIT_ARCH_AARCH64
#endif

int seal_supported(void)
{
#ifdef SEAL_ARCH
    return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
#else
    return 0;
#endif
}

static void close_span(int from, int to)
{
    if (from > to) return;
    if (syscall(SYS_close_range, (unsigned)from, (unsigned)to, 0u) == 0) return;
    struct rlimit r;
    int last = getrlimit(RLIMIT_NOFILE, &r) == 0 && r.rlim_max < 1 << 20 ? (int)r.rlim_max : 1 << 20;
    for (int fd = from; fd <= to && fd < last; fd++) close(fd);
}

void seal_close_files(int keep_from, int keep_to)
{
    close_span(3, keep_from - 1);
    close_span(keep_to + 1, ~0U >> 1);
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int fd = 0; fd <= 2; fd++) {
#ifdef SEN_SANITIZED
        if (fd == 2) continue;             /* where the sanitizer reports */
#endif
        if (null >= 0) dup2(null, fd);
        else close(fd);
    }
    if (null > 2) close(null);
}

int seal_bind_parent(int parent_pid)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
    return getppid() == parent_pid ? 0 : -1;
}

int seal_arm_timer(void (*tick)(int), int ms)
{
    struct sigaction a = {.sa_handler = tick, .sa_flags = SA_RESTART};
    struct itimerval t = {.it_interval = {ms / 1000, ms % 1000 * 1000}, .it_value = {ms / 1000, ms % 1000 * 1000}};
    return sigaction(SIGPROF, &a, NULL) == 0 && setitimer(ITIMER_PROF, &t, NULL) == 0 ? 0 : -1;
}

/* Never raises what is already lower. */
static int limit_to(__rlimit_resource_t what, rlim_t most)
{
    struct rlimit r;
    if (getrlimit(what, &r) != 0) return -1;
    if (r.rlim_max > most) r.rlim_max = most;
    if (r.rlim_cur > r.rlim_max) r.rlim_cur = r.rlim_max;
    return setrlimit(what, &r);
}

size_t seal_mapped(void)
{
    char text[64] = "";
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (fd < 0) return 0;
    ssize_t n = read(fd, text, sizeof text - 1);
    close(fd);
    return n > 0 ? (size_t)strtoul(text, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE) : 0;
}

int seal_limit(const SealLimits *l)
{
    int bad = 0;
#ifndef SEN_SANITIZED                      /* a sanitizer maps terabytes of shadow */
    bad |= limit_to(RLIMIT_AS, (rlim_t)l->memory + (rlim_t)l->plugins + ((rlim_t)64 << 20));
#endif
    bad |= limit_to(RLIMIT_CPU, (rlim_t)(l->cpu_s > 0 ? l->cpu_s : 1));
    bad |= limit_to(RLIMIT_FSIZE, 0);
    bad |= limit_to(RLIMIT_NPROC, 0);
    bad |= limit_to(RLIMIT_CORE, 0);
    bad |= limit_to(RLIMIT_STACK, (rlim_t)8 << 20);
    return bad ? -1 : 0;
}

#ifdef SEAL_ARCH
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define GIVE(what) BPF_STMT(BPF_RET | BPF_K, what)
#define ALLOW(nr) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 1), GIVE(SECCOMP_RET_ALLOW)

/* The allow-list; everything else gets EPERM. New memory is never executable, so no code can be made. */
static const struct sock_filter program[] = {
    LOAD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SEAL_ARCH, 1, 0),
    GIVE(SECCOMP_RET_KILL_PROCESS),
    LOAD(nr),
    ALLOW(__NR_read), ALLOW(__NR_write), ALLOW(__NR_rt_sigreturn), ALLOW(__NR_brk), ALLOW(__NR_munmap),
    ALLOW(__NR_mremap), ALLOW(__NR_madvise), ALLOW(__NR_clock_gettime), ALLOW(__NR_futex), ALLOW(__NR_close),
    ALLOW(__NR_rt_sigprocmask), ALLOW(__NR_exit), ALLOW(__NR_exit_group), ALLOW(__NR_lseek), ALLOW(__NR_fstat),
    ALLOW(__NR_newfstatat), ALLOW(__NR_getrandom),
#ifdef SEN_SANITIZED
    ALLOW(__NR_mprotect), ALLOW(__NR_sigaltstack), ALLOW(__NR_gettid), ALLOW(__NR_getpid), ALLOW(__NR_sched_yield),
#endif
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_mmap, 1, 0),
    GIVE(SECCOMP_RET_ERRNO | EPERM),
    LOAD(args[2]),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
    GIVE(SECCOMP_RET_ERRNO | EPERM),
    GIVE(SECCOMP_RET_ALLOW),
};

int seal_shut(void)
{
    struct sock_fprog all = {.len = sizeof program / sizeof *program, .filter = (struct sock_filter *)program};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all, 0, 0) != 0) return -1;
    return 0;
}
#else
int seal_shut(void)
{
    errno = ENOSYS;
    return -1;
}
#endif
