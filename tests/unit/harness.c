/* harness.c - runs the registered tests: a line "ok - name" or "not ok - name" each; exit 1 when one failed or none ran. */
#include "tests/unit/harness.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct { const char *name; TestFn fn; } tests[500];
static int n_tests, failures;

void test_register(const char *name, TestFn fn)
{
    if (n_tests < 500) {
        tests[n_tests].name = name;
        tests[n_tests++].fn = fn;
    }
}

void test_check(int ok, const char *what, const char *file, int line)
{
    if (ok) return;
    failures++;
    printf("# %s:%d: %s\n", file, line, what);
}

void test_int_eq(long long want, long long got, const char *what, const char *file, int line)
{
    if (want == got) return;
    failures++;
    printf("# %s:%d: %s: want %lld, got %lld\n", file, line, what, want, got);
}

void test_str_eq(const char *want, const char *got, const char *what, const char *file, int line)
{
    if (want == got || (want && got && !strcmp(want, got))) return;
    failures++;
    printf("# %s:%d: %s\n#   want: %s\n#   got:  %s\n", file, line, what, want ? want : "(null)", got ? got : "(null)");
}

const char *test_shared(void)
{
    static char path[4096];
    const char *root = getenv("SEN_ROOT");
    snprintf(path, sizeof path, "%s/../shared", root ? root : ".");
    if (access(path, R_OK) == 0) return path;
    const char *ci = getenv("CI");
    test_check(!(ci && !strcmp(ci, "true")), "../shared is missing and CI=true", __FILE__, __LINE__);
    return NULL;
}

int main(void)
{
    int bad = 0;
    for (int i = 0; i < n_tests; i++) {
        failures = 0;
        tests[i].fn();
        printf("%s - %s\n", failures ? "not ok" : "ok", tests[i].name);
        fflush(stdout);
        bad += failures != 0;
    }
    if (!n_tests) printf("not ok - no test is registered\n");
    return bad || !n_tests;
}
