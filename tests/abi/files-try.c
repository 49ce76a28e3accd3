/* files-try.c - a plugin of the files wall that tries what it may and what it must not; the name of the material says what to do. */
#include "core/abi/sen_plugin.h"
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static SenSink *sink;
static const SenHost *host;

static void say(const char *what, int did)
{
    host->write(sink, what, strlen(what));
    host->write(sink, did ? ": yes\n" : ": no\n", did ? 6 : 5);
}

static int opens(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC, 0600);
    char one;
    int r = fd >= 0 && ((flags & O_WRONLY) || (flags & O_DIRECTORY) || read(fd, &one, 1) == 1);
    if (fd >= 0) close(fd);
    return r;
}

static void *thread(void *p) { return p; }

static int has_fonts(const char *folder)
{
    DIR *d = opendir(folder);
    int n = 0;
    for (struct dirent *e; d && (e = readdir(d));) n++;
    if (d) closedir(d);
    return n > 2;
}

static void try_files(const char *secret)
{
    char path[600];
    say("passwd", opens("/etc/passwd", O_RDONLY));
    say("secret", opens(secret, O_RDONLY));
    snprintf(path, sizeof path, "%s.new", secret);
    say("write beside", opens(path, O_WRONLY | O_CREAT));
    say("change", opens(secret, O_WRONLY));
    say("remove", unlink(secret) == 0);
    say("tmp", opens("/tmp/sen-files-try", O_WRONLY | O_CREAT));
    say("proc", opens("/proc/self/environ", O_RDONLY));
    say("devices", opens("/dev/mem", O_RDONLY) || opens("/dev/sda", O_RDONLY));
    say("fonts", has_fonts("/usr/share/fonts"));
    say("fontconfig", opens("/etc/fonts/fonts.conf", O_RDONLY));
    snprintf(path, sizeof path, "%s", getenv("SEN_CONTENT"));
    path[strcspn(path, "\n")] = 0;
    say("content", opens(path, O_RDONLY | O_DIRECTORY));
    strncat(path, "/new", sizeof path - strlen(path) - 1);
    say("write content", opens(path, O_WRONLY | O_CREAT));
    snprintf(path, sizeof path, "%s/mine", getenv("TMPDIR"));
    say("own folder", opens(path, O_WRONLY | O_CREAT) && opens("mine", O_WRONLY) && mkdir("sub", 0700) == 0);
    say("home", strcmp(getenv("HOME"), getenv("TMPDIR")) != 0);
}

static void try_calls(void)
{
    pthread_t t;
    char *const argv[] = {"sh", "-c", "true", NULL};
    pid_t child = fork();
    if (child == 0) _exit(0);
    say("fork", child > 0);
    say("exec", execv("/bin/sh", argv) == 0);
    say("network", socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
    say("kill", kill(getppid(), 0) == 0 || kill(1, 0) == 0);
    say("code", mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
    say("thread", pthread_create(&t, NULL, thread, NULL) == 0 && pthread_join(t, NULL) == 0);
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *o, SenSink *s, SenErr *err)
{
    SenText id, secret;
    (void)state, (void)doc, (void)model;
    sink = s;
    host = h;
    h->option(o, SEN_STR("material"), &id);
    if (id.n == 3 && !memcmp(id.p, "nga", 3)) abort();
    if (id.n == 4 && !memcmp(id.p, "treo", 4)) for (;;) sink = s;
    if (id.n == 5 && !memcmp(id.p, "phinh", 5))
        for (size_t n = 0;; n++) {          /* where memory is not limited (sanitizers) it stops by itself */
            if (n == 1024) return h->fail(err, SEN_STR("không ai ngăn"));
            char *p = malloc(1 << 20);
            if (!p) return h->fail(err, SEN_STR("hết bộ nhớ"));
            memset(p, 1, 1 << 20);
        }
    char path[512] = "";
    if (h->option(o, SEN_STR("secret"), &secret) && secret.n < sizeof path) memcpy(path, secret.p, secret.n);
    try_files(path);
    try_calls();
    return 0;
}

static const SenOutput out = {.struct_size = sizeof out, .wants = SEN_WANTS_EITHER, .id = SEN_TEXT("files-try"),
                              .title = SEN_TEXT("Thử"), .suffix = SEN_TEXT("try"), .mime = SEN_TEXT("text/plain"), .render = render};
static const SenOutput *const outs[] = {&out, NULL};
static const SenPlugin plugin = {.struct_size = sizeof plugin, .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR,
                                 .wall = SEN_WALL_FILES, .name = SEN_TEXT("files-try"), .version = SEN_TEXT("0.1"),
                                 .license = SEN_TEXT("MIT"), .summary = SEN_TEXT("Thử"), .outputs = outs};
const SenPlugin *sen_plugin_v1(void) { return &plugin; }
