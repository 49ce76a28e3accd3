/* test_launch.c - the exec wall: a program gets its input, gives its output, and can do nothing else. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "core/base/file.h"
#include "core/wall/launch.h"
#include "tests/unit/harness.h"
#include "tests/unit/launched.h"

static char dir[200], program[260], secret[260];

static int made(void)
{
    char source[260], command[1200];
    Err e = {0};
    if (program[0]) return 1;
    const char *tmp = getenv("TMPDIR");
    snprintf(dir, sizeof dir, "%s/launchXXXXXX", tmp ? tmp : "/tmp");
    if (!mkdtemp(dir)) return 0;
    snprintf(source, sizeof source, "%s/tries.c", dir);
    snprintf(secret, sizeof secret, "%s/secret", dir);
    snprintf(program, sizeof program, "%s/tries", dir);
    snprintf(command, sizeof command, "cc -w -O1 -o %s %s && chmod 755 %s", program, source, program);
    return file_write(source, source, LAUNCHED, sizeof LAUNCHED - 1, &e) == 0 &&
           file_write(secret, secret, "bí mật\n", 10, &e) == 0 && system(command) == 0;
}

static int run(const char *arg, Str input, Buf *out, int *status, Err *e)
{
    Launch *l = launch_start(program, e);
    Str args[] = {str_of(arg)};
    int rc = l ? launch_run(l, args, 1, input, out, status, e) : -2;
    launch_end(l);
    return rc;
}

TEST(input_goes_in_and_output_comes_out)
{
    Err e = {0};
    Buf big = {0}, out = {0};
    int status = 0;
    OK(made());
    for (int i = 0; i < 300000; i++) buf_puts(&big, "một hai ba\n");
    INT_EQ(0, run("echo", buf_view(&big), &out, &status, &e));
    INT_EQ(5, status);
    OK(str_eq(buf_view(&big), buf_view(&out)));
    buf_free(&big);
    buf_free(&out);
}

TEST(a_launcher_answers_more_than_once)
{
    Err e = {0};
    Buf out = {0};
    int status = 0;
    OK(made());
    Launch *l = launch_start(program, &e);
    OK(l != NULL);
    Str args[] = {str_of("echo")};
    for (int i = 0; l && i < 20; i++) INT_EQ(0, launch_run(l, args, 1, str_of("x"), &out, &status, &e));
    INT_EQ(20, out.n);
    launch_end(l);
    buf_free(&out);
}

TEST(everything_else_is_refused)
{
    Err e = {0};
    Buf out = {0};
    int status = 0;
    OK(made());
    setenv("SEN_LAUNCH_SECRET", "1", 1);
    Launch *l = launch_start(program, &e);
    OK(l != NULL);
    Str args[] = {str_of(secret)};
    if (l) INT_EQ(0, launch_run(l, args, 1, str_of(""), &out, &status, &e));
    INT_EQ(0, status);
    const char *text = buf_text(&out);
    if (l && !launch_is_open(l)) OK(strstr(text, "passwd no") && strstr(text, "secret no") && strstr(text, "proc no"));
    static const char *const NEVER[] = {"create YES", "tmpfile YES", "write YES", "unlink YES", "socket YES", "fork YES", "exec YES",
                                        "exec-at YES", "exec-10 YES", "ptrace YES", "kill YES", "code YES", "env YES", "descriptor"};
    for (size_t i = 0; i < sizeof NEVER / sizeof *NEVER; i++)
        if (strstr(text, NEVER[i])) test_check(0, NEVER[i], __FILE__, __LINE__);
    OK(strstr(text, "code no") != NULL);                   /* it came to the end: nothing replaced it */
    OK(file_exists(secret));
    launch_end(l);
    buf_free(&out);
}

TEST(limits_end_it)
{
    Buf out = {0};
    int status = 0;
    Err a = {0}, b = {0}, c = {0}, d = {0};
    OK(made());
    INT_EQ(-1, run("flood", str_of(""), &out, &status, &a));
    INT_EQ(SEN7007, a.code);
    INT_EQ(-1, run("crash", str_of(""), &out, &status, &b));
    INT_EQ(SEN6056, b.code);
#ifndef SEN_SANITIZED
    buf_clear(&out);
    INT_EQ(0, run("eat", str_of(""), &out, &status, &c));
    INT_EQ(7, status);
#endif
    (void)c;
    INT_EQ(-1, run("loop", str_of(""), &out, &status, &d));
    OK(d.code == SEN7003 || d.code == SEN6056);
    buf_free(&out);
}

TEST(only_a_safe_program_is_started)
{
    Err a = {0}, b = {0}, c = {0}, d = {0};
    OK(made());
    OK(launch_start("/usr/bin/khong-co", &a) == NULL);
    INT_EQ(SEN6055, a.code);
    OK(launch_start("true", &b) == NULL);
    OK(launch_start(dir, &c) == NULL);
    chmod(program, 0777);
    OK(launch_start(program, &d) == NULL);
    INT_EQ(SEN6055, d.code);
    chmod(program, 0755);
}
