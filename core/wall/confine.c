/* confine.c - landlock rules and the seccomp lists for a program or plugin beside the worker; knows no protocol. */
#include "core/wall/confine.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/limits.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__) && defined(__LP64__)
#define CONFINE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && defined(__LP64__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define CONFINE_ARCH AUDIT_ARCH_AARCH64
#endif

/* --- files: landlock, by its own numbers (the headers of a distribution may be older than its kernel) --- */

enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, VERSION_ASKED = 1, PATH_BENEATH = 1 };
enum { MAY_EXECUTE = 1 << 0, MAY_WRITE_FILE = 1 << 1, MAY_READ_FILE = 1 << 2, MAY_READ_DIR = 1 << 3, MAY_REMOVE_DIR = 1 << 4,
       MAY_REMOVE_FILE = 1 << 5, MAY_MAKE_DIR = 1 << 7, MAY_MAKE_FILE = 1 << 8, MAY_TRUNCATE = 1 << 14 };
enum { MAY_READ = MAY_READ_FILE | MAY_READ_DIR,
       MAY_USE = MAY_READ | MAY_WRITE_FILE | MAY_REMOVE_DIR | MAY_REMOVE_FILE | MAY_MAKE_DIR | MAY_MAKE_FILE };

typedef struct RulesetAttr { uint64_t files, net, scoped; } RulesetAttr;
typedef struct __attribute__((packed)) PathAttr { uint64_t allowed; int32_t parent; } PathAttr;

/* Every right this version can take away: rights it does not know it would refuse to handle. */
static RulesetAttr all_rights(long version, size_t *size)
{
    RulesetAttr a = {.files = (1u << 13) - 1};
    *size = sizeof a.files;
    if (version >= 2) a.files |= 1u << 13;                 /* moving between folders */
    if (version >= 3) a.files |= 1u << 14;                 /* truncating */
    if (version >= 4) a.net = 3, *size = 2 * sizeof a.files;
    if (version >= 5) a.files |= 1u << 15;                 /* ioctl of devices */
    if (version >= 6) a.scoped = 3, *size = sizeof a;      /* abstract sockets, signals */
    return a;
}

static int allow(int rules, int fd, uint64_t rights)
{
    PathAttr a = {rights, fd};
    return (int)syscall(ADD_RULE, rules, PATH_BENEATH, &a, 0);
}

/* What is not there needs no rule. */
static int allow_path(int rules, const char *path, uint64_t rights)
{
    struct stat st;
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0) return 0;
    if (fstat(fd, &st) == 0 && !S_ISDIR(st.st_mode)) rights &= ~(uint64_t)MAY_READ_DIR;
    int rc = allow(rules, fd, rights);
    close(fd);
    return rc;
}

static int add_shared(int rules)
{
    static const char *const READ[] = {
        "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/usr/share", "/usr/local/share/fonts", "/etc/ld.so.cache",
        "/etc/fonts", "/etc/localtime", "/var/cache/fontconfig"};
    int bad = 0;
    for (size_t i = 0; i < sizeof READ / sizeof *READ; i++) bad |= allow_path(rules, READ[i], MAY_READ) != 0;
    return bad ? -1 : 0;
}

static int add_program(int rules, int program)
{
    static const char *const LOADERS[] = {"/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"};
    int bad = allow(rules, program, MAY_EXECUTE | MAY_READ_FILE) != 0;
    for (size_t i = 0; i < sizeof LOADERS / sizeof *LOADERS; i++)
        bad |= allow_path(rules, LOADERS[i], MAY_EXECUTE | MAY_READ_FILE) != 0;
    return bad ? -1 : 0;
}

static int add_folders(int rules, const char *temporary, const char *content, long version)
{
    int bad = allow_path(rules, temporary, MAY_USE | (version >= 3 ? (uint64_t)MAY_TRUNCATE : 0)) != 0;
    while (content && *content) {
        size_t n = strcspn(content, "\n");
        char path[PATH_MAX];
        if (n && n < sizeof path) {
            memcpy(path, content, n);
            path[n] = 0;
            bad |= allow_path(rules, path, MAY_READ) != 0;
        }
        content += n + (content[n] == '\n');
    }
    return bad ? -1 : 0;
}

static long landlock_version(void) { return syscall(CREATE_RULESET, NULL, 0, VERSION_ASKED); }
int confine_is_open(void) { return landlock_version() < 1; }

/* program >= 0: the exec wall; else the files wall. */
static int restrict_files(int program, const char *temporary, const char *content)
{
    size_t size;
    long version = landlock_version();
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    if (version < 1) return 1;
    RulesetAttr a = all_rights(version, &size);
    int rules = (int)syscall(CREATE_RULESET, &a, size, 0);
    if (rules < 0) return -1;
    int bad = add_shared(rules);
    bad |= program >= 0 ? add_program(rules, program) : add_folders(rules, temporary, content, version);
    bad |= syscall(RESTRICT_SELF, rules, 0) != 0;
    close(rules);
    return bad ? -1 : 0;
}

int confine_files(int program) { return restrict_files(program, NULL, NULL); }
int confine_folders(const char *temporary, const char *content) { return restrict_files(-1, temporary, content); }

/* --- system calls --- */

#ifdef CONFINE_ARCH
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define GIVE(what) BPF_STMT(BPF_RET | BPF_K, what)
#define ALLOW(nr) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 1), GIVE(SECCOMP_RET_ALLOW)
#define REFUSE GIVE(SECCOMP_RET_ERRNO | EPERM)
/* A call whose argument must have none of these bits, or not all of them together, or one of them, or be this value. */
#define ALLOW_WITHOUT(nr, arg, bits) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 4), LOAD(args[arg]), \
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1), REFUSE, GIVE(SECCOMP_RET_ALLOW)
#define ALLOW_NOT_BOTH(nr, arg, bits) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 5), LOAD(args[arg]), \
    BPF_STMT(BPF_ALU | BPF_AND | BPF_K, bits), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, bits, 0, 1), REFUSE, GIVE(SECCOMP_RET_ALLOW)
#define ALLOW_WITH(nr, arg, bits) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 4), LOAD(args[arg]), \
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 1, 0), REFUSE, GIVE(SECCOMP_RET_ALLOW)
#define ALLOW_ONLY(nr, arg, value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 4), LOAD(args[arg]), \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 1, 0), REFUSE, GIVE(SECCOMP_RET_ALLOW)

#ifdef __x86_64__
#define COMMON_OLD ALLOW(__NR_access), ALLOW(__NR_readlink), ALLOW(__NR_arch_prctl), ALLOW(__NR_stat), ALLOW(__NR_lstat),
#else
#define COMMON_OLD
#endif
/* What both walls need. */
#define COMMON \
    ALLOW(__NR_read), ALLOW(__NR_write), ALLOW(__NR_readv), ALLOW(__NR_writev), ALLOW(__NR_pread64), ALLOW(__NR_lseek), \
    ALLOW(__NR_close), ALLOW(__NR_fstat), ALLOW(__NR_newfstatat), ALLOW(__NR_statx), ALLOW(__NR_fstatfs), ALLOW(__NR_statfs), \
    ALLOW(__NR_getdents64), ALLOW(__NR_readlinkat), ALLOW(__NR_faccessat), ALLOW(__NR_fcntl), ALLOW(__NR_getcwd), \
    COMMON_OLD \
    ALLOW(__NR_munmap), ALLOW(__NR_mremap), ALLOW(__NR_madvise), ALLOW(__NR_brk), ALLOW(__NR_futex), ALLOW(__NR_getrandom), \
    ALLOW(__NR_set_tid_address), ALLOW(__NR_set_robust_list), ALLOW(334 /* rseq */), ALLOW(__NR_rt_sigaction), \
    ALLOW(__NR_rt_sigprocmask), ALLOW(__NR_rt_sigreturn), ALLOW(__NR_sigaltstack), ALLOW(__NR_sysinfo), ALLOW(__NR_uname), \
    ALLOW(__NR_clock_gettime), ALLOW(__NR_gettimeofday), ALLOW(__NR_getpid), ALLOW(__NR_gettid), ALLOW(__NR_getuid), \
    ALLOW(__NR_geteuid), ALLOW(__NR_getgid), ALLOW(__NR_getegid), ALLOW(__NR_sched_yield), ALLOW(__NR_sched_getaffinity), \
    ALLOW(__NR_exit), ALLOW(__NR_exit_group),

enum { WRITING = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | 0x400000 /* O_TMPFILE */ };

static int shut(int program)
{
    struct sock_filter list[] = {
        LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CONFINE_ARCH, 1, 0),
        GIVE(SECCOMP_RET_KILL_PROCESS),
        LOAD(nr),
        COMMON
        ALLOW_WITHOUT(__NR_openat, 2, WRITING),
        LOAD(nr), ALLOW_NOT_BOTH(__NR_mmap, 2, PROT_WRITE | PROT_EXEC),
        LOAD(nr), ALLOW_NOT_BOTH(__NR_mprotect, 2, PROT_WRITE | PROT_EXEC),
        LOAD(nr), ALLOW_ONLY(__NR_prlimit64, 0, 0),
        LOAD(nr), ALLOW_ONLY(__NR_execveat, 0, (uint32_t)program),
        REFUSE,
    };
    struct sock_fprog all = {.len = sizeof list / sizeof *list, .filter = list};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all, 0, 0);
}

/* Where landlock does not hold: nothing may be written at all. */
static int shut_writing(void)
{
    struct sock_filter list[] = {
        LOAD(nr),
        ALLOW_WITHOUT(__NR_openat, 2, WRITING),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_unlinkat, 3, 0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_mkdirat, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_renameat2, 1, 0), GIVE(SECCOMP_RET_ALLOW), REFUSE,
    };
#ifdef __x86_64__
    struct sock_filter old[] = {
        LOAD(nr), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_open, 5, 0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_unlink, 4, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_mkdir, 3, 0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_rmdir, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_rename, 1, 0), GIVE(SECCOMP_RET_ALLOW), REFUSE,
    };
    struct sock_fprog also = {.len = sizeof old / sizeof *old, .filter = old};
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &also, 0, 0) != 0) return -1;
#endif
    struct sock_fprog all = {.len = sizeof list / sizeof *list, .filter = list};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all, 0, 0);
}

/* Threads are asked for by clone: clone3 hides its flags in memory, so it does not exist here and libc turns to clone. */
static int shut_plugin(int may_write)
{
    struct sock_filter list[] = {
        LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CONFINE_ARCH, 1, 0),
        GIVE(SECCOMP_RET_KILL_PROCESS),
        LOAD(nr),
        COMMON
        ALLOW(__NR_openat), ALLOW(__NR_unlinkat), ALLOW(__NR_mkdirat), ALLOW(__NR_renameat2), ALLOW(__NR_ftruncate),
        ALLOW(__NR_pwrite64), ALLOW(__NR_fsync), ALLOW(__NR_fdatasync), ALLOW(__NR_umask), ALLOW(__NR_nanosleep),
        ALLOW(__NR_clock_nanosleep), ALLOW(__NR_clock_getres), ALLOW(__NR_ppoll), ALLOW(__NR_getrusage), ALLOW(__NR_getppid),
        ALLOW(__NR_membarrier),
#ifdef __x86_64__
        ALLOW(__NR_open), ALLOW(__NR_unlink), ALLOW(__NR_mkdir), ALLOW(__NR_rmdir), ALLOW(__NR_rename), ALLOW(__NR_poll),
#endif
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone3, 0, 1), GIVE(SECCOMP_RET_ERRNO | ENOSYS),
        ALLOW_WITH(__NR_clone, 0, CLONE_THREAD),
        LOAD(nr), ALLOW_NOT_BOTH(__NR_mmap, 2, PROT_WRITE | PROT_EXEC),
        LOAD(nr), ALLOW_NOT_BOTH(__NR_mprotect, 2, PROT_WRITE | PROT_EXEC),
        LOAD(nr), ALLOW_ONLY(__NR_prlimit64, 0, 0),
        REFUSE,
    };
    struct sock_fprog all = {.len = sizeof list / sizeof *list, .filter = list};
    if (!may_write && shut_writing() != 0) return -1;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all, 0, 0);
}
#else
static int shut(int program)
{
    (void)program;
    errno = ENOSYS;
    return -1;
}

static int shut_plugin(int may_write)
{
    (void)may_write;
    errno = ENOSYS;
    return -1;
}
#endif

static int limit_to(__rlimit_resource_t what, rlim_t most)
{
    struct rlimit r = {most, most};
    return setrlimit(what, &r);
}

int confine_program(int program, size_t memory, int cpu_s)
{
    int bad = 0;
    bad |= prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef SEN_SANITIZED                      /* our own sanitizer would not survive until the program begins */
    bad |= limit_to(RLIMIT_AS, (rlim_t)memory);
#else
    (void)memory;
#endif
    bad |= limit_to(RLIMIT_CPU, (rlim_t)cpu_s);
    bad |= limit_to(RLIMIT_FSIZE, 0);
    bad |= limit_to(RLIMIT_CORE, 0);
    bad |= limit_to(RLIMIT_NOFILE, 64);
    bad |= limit_to(RLIMIT_STACK, (rlim_t)8 << 20);
    bad |= limit_to(RLIMIT_NPROC, 0);
    return bad || shut(program) ? -1 : 0;
}

int confine_plugin(size_t memory, int may_write)
{
    int bad = 0;
    bad |= prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef SEN_SANITIZED
    bad |= limit_to(RLIMIT_AS, (rlim_t)memory);
#else
    (void)memory;
#endif
    bad |= limit_to(RLIMIT_FSIZE, (rlim_t)64 << 20);
    bad |= limit_to(RLIMIT_CORE, 0);
    bad |= limit_to(RLIMIT_NOFILE, 128);
    return bad || shut_plugin(may_write) ? -1 : 0;
}
