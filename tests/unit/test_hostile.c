/* test_hostile.c - every script of tests/hostile in a process of its own: refused or limited in time, the host alive.
 * The first line of a script says which ends are right: "-- want: 0 3 5" (ran, refused, limited). */
#include "tests/unit/harness.h"
#include "core/base/file.h"
#include "core/script/script.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static Script *running;
static int ticks;

/* What the worker's timer does: 20 ms ticks; here the run is over from the 20th on, so that the tests stay short. */
static void on_tick(int sig)
{
    (void)sig;
    if (++ticks >= 20) script_interrupt(running);
}

static int run_one(const char *name, const char *text, size_t n)
{
    Arena *a = arena_new();
    Findings f;
    Statements st;
    Buf log = {0};
    Err e = {0};
    ScriptSetup setup = {.today = DATE_NONE};
    findings_init(&f, a);
    statements_init(&st, a);
    running = script_new(&setup, &e);
    if (!running) return 4;
    struct sigaction act = {.sa_handler = on_tick, .sa_flags = SA_RESTART};
    sigaction(SIGPROF, &act, NULL);
    struct itimerval tick = {{0, 20000}, {0, 20000}};
    setitimer(ITIMER_PROF, &tick, NULL);
    ScriptFile file = {.name = name, .bytes = text, .n = n, .layer = 1};
    int r = script_run_file(running, &file, NULL, 0, &st, &log, &f);
    if (!r && st.n) {
        Model *m = model_new(2026);
        model_add_layer(m, "base", "base", 0);
        model_add_layer(m, "run", "run", 0);
        if (model_apply_layer(m, st.v, st.n, &f)) r = -1;
        model_free(m);
    }
    if (findings_count(&f, SEV_ERROR)) r = -1;
    int limited = 0;
    Buf shown = {0};
    for (size_t i = 0; i < f.n; i++) {
        limited |= err_exit(f.v[i].code) == 5;
        finding_print(&f.v[i], LANG_VI, &shown);
    }
    /* what is shown is bounded and holds no control character */
    int clean = shown.n < 2 * 1024 * 1024 && log.n <= 1024 * 1024;
    for (size_t i = 0; i < shown.n; i++) clean &= (unsigned char)shown.p[i] >= 0x20 || shown.p[i] == '\n';
    if (getenv("HOSTILE_SHOW")) printf("# %s: %s", name, buf_text(&shown));
    fflush(stdout);
    if (!clean) return 99;
    return limited ? 5 : r ? 3 : 0;
}

static int wanted(const char *text, int code)
{
    const char *p = strstr(text, "want:");
    const char *end = p ? strchr(p, '\n') : NULL;
    for (; p && p < end; p++)
        if (*p == '0' + code) return 1;
    return 0;
}

static void check_one(const char *name, const Buf *text)
{
    int status = 0;
    struct rusage use;
    struct timespec t0, t1;
    clock_gettime(CLOCK_MONOTONIC, &t0);
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        struct rlimit cpu = {4, 4};
        setrlimit(RLIMIT_CPU, &cpu);
        _exit(run_one(name, buf_text(text), text->n));
    }
    OK(wait4(pid, &status, 0, &use) == pid);
    clock_gettime(CLOCK_MONOTONIC, &t1);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    if (!wanted(buf_text(text), code)) {
        printf("# %s ended with %d\n", name, code);
        OK(!"a hostile script ended in another way");
    }
#ifndef SEN_SANITIZED
    if (use.ru_maxrss > 160 * 1024) printf("# %s used %ld KiB\n", name, use.ru_maxrss);
    OK(use.ru_maxrss <= 160 * 1024);
    double s = (double)(t1.tv_sec - t0.tv_sec) + (double)(t1.tv_nsec - t0.tv_nsec) / 1e9;
    if (s > 3) printf("# %s took %.1f s\n", name, s);
#endif
}

TEST(hostile_scripts_are_refused_or_limited)
{
    char **names, dir[4096], path[5000];
    size_t n = 0, ran = 0;
    Err e = {0};
    snprintf(dir, sizeof dir, "%s/tests/hostile", getenv("SEN_ROOT"));
    INT_EQ(0, file_list(dir, NULL, &names, &n, &e));
    for (size_t i = 0; i < n; i++) {
        if (strcmp(path_suffix(names[i]), ".lua")) continue;
        snprintf(path, sizeof path, "%s/%s", dir, names[i]);
        Buf b = {0};
        INT_EQ(0, file_read(path, NULL, 1 << 20, &b, &e));
        if (!getenv("HOSTILE_ONLY") || strstr(names[i], getenv("HOSTILE_ONLY"))) check_one(names[i], &b);
        buf_free(&b);
        ran++;
    }
    OK(ran >= 25);
    file_names_free(names, n);
}
