/* cmd_run.c - `sen run FILE`, `sen test`: scripts that compute and write nothing. */
#include "core/app/commands.h"
#include "core/app/faults.h"
#include "core/app/session.h"
#include "core/app/traced.h"
#include "core/base/file.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SCRIPT_MOST = 1 << 20 };

/* The worker with a unit in it: the one that is asked for, or none without a workspace. */
static int open_unit(Session *s, Cli *c, Err *e)
{
    UnitAnswer a = {0};
    const char *unit = NULL;
    if (session_open(s, c, SESSION_BARE, e)) return -1;
    if (s->has_workspace && s->w.n_units && session_one_unit(s, &unit, e)) return -1;
    int rc = session_unit(s, unit, 0, &a, e);
    model_free(a.model);
    c->findings.n = 0;
    return rc;
}

/* `sen run --trace`; what it measured is printed also when the script was stopped, for that is when it is needed. */
static int run_traced(Session *s, Str bytes, Err *e)
{
    Cli *c = s->c;
    Buf text = {0};
    TraceLine *lines = NULL;
    size_t n = 0;
    const char *name = c->arg[0][0] == '/' ? path_base(c->arg[0]) : c->arg[0];         /* as the worker is told */
    WorkRun run = {.name = c->arg[0], .bytes = bytes, .args = c->arg + 1, .n_args = c->n_args - 1};
    int rc = session_run_traced(s, &run, &text, &lines, &n, e);
    if (c->json) {
        traced_json(c, lines, n, buf_view(&text));
    } else {
        buf_str(&c->out, buf_view(&text));
        if (text.n && text.p[text.n - 1] != '\n') buf_putc(&c->out, '\n');
        traced_print(c, lines, n, name, bytes);
    }
    buf_free(&text);
    return rc;
}

static int has_code(const Findings *f, Code code)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->v[i].code == code && f->v[i].line) return 1;
    return 0;
}

int cmd_run(Cli *c)
{
    Err e = {0};
    Session s = {0};
    Buf bytes = {0}, text = {0};
    int rc = file_read(c->arg[0], c->arg[0], SCRIPT_MOST, &bytes, &e);
    if (rc == 0) rc = open_unit(&s, c, &e);
    if (rc == 0 && cli_has(c, OPT_TRACE)) rc = run_traced(&s, buf_view(&bytes), &e);
    else if (rc == 0) rc = session_run(&s, c->arg[0], buf_view(&bytes), c->arg + 1, c->n_args - 1, &text, &e);
    buf_str(&c->out, buf_view(&text));
    if (rc == 0 && findings_count(&c->findings, SEV_ERROR)) {
        for (size_t i = 0; i < c->findings.n; i++)
            if (c->findings.v[i].severity == SEV_ERROR)
                cli_code(c, err_exit(c->findings.v[i].code) == 1 ? 3 : err_exit(c->findings.v[i].code));
    }
    session_close(&s);
    buf_free(&bytes);
    buf_free(&text);
    if (rc && has_code(&c->findings, e.code)) return cli_code(c, err_exit(e.code));        /* said at its line */
    return rc ? cli_fail(c, &e) : c->code;
}

/* --- test --- */

/* NAME.out beside NAME.lua is what the script must print; with --accept it becomes what it prints. 1 = it is as expected. */
static int as_expected(Session *s, const char *path, const char *shown, const Buf *text)
{
    Cli *c = s->c;
    Buf want = {0};
    Err e = {0};
    size_t n = strlen(path);
    const char *golden = arena_print(c->arena, "%.*s.out", (int)(n > 4 ? n - 4 : n), path);
    int same = 1;
    if (!file_exists(golden)) return 1;
    if (file_read(golden, golden, SCRIPT_MOST, &want, &e) == 0)
        same = want.n == text->n && !memcmp(buf_text(&want), buf_text(text), want.n);
    if (!same && cli_has(c, OPT_ACCEPT) && !e.code && file_write(golden, golden, buf_text(text), text->n, &e) == 0) {
        cli_say(c, "Đã chấp nhận kết quả mới: %s.out", "The new result is accepted: %s.out",
                arena_text(c->arena, shown, strlen(shown) > 4 ? strlen(shown) - 4 : 0));
        same = 1;
    } else if (!same) {
        cli_say(c, "# %s: kết quả khác với tệp .out; đúng ý thì chạy lại với --chap-nhan",
                "# %s: the result is not that of its .out; if it is right, run again with --accept", shown);
    }
    if (e.code) findings_add_err(&c->findings, &e), same = 0;
    buf_free(&want);
    return same;
}

static int test_file(Session *s, const char *path, const char *shown)
{
    Cli *c = s->c;
    Buf bytes = {0}, text = {0};
    Err e = {0};
    int rc = file_read(path, shown, SCRIPT_MOST, &bytes, &e);
    if (rc == 0) rc = session_revive(s, &e) || session_run(s, shown, buf_view(&bytes), NULL, 0, &text, &e) ? -1 : 0;
    if (rc) findings_add_err(&c->findings, &e);
    int good = rc == 0 && !findings_count(&c->findings, SEV_ERROR) && as_expected(s, path, shown, &text);
    buf_str(&c->out, buf_view(&text));
    buf_printf(&c->out, "%s - %s\n", good ? "ok" : "not ok", shown);
    if (!good) cli_print_findings(c, &c->out);
    c->findings.n = 0;
    buf_free(&bytes);
    buf_free(&text);
    return good;
}

/* The good and bad examples of the rules about plans: one line a rule. */
static int test_rules(Session *s, size_t *passed, size_t *failed, Err *e)
{
    Cli *c = s->c;
    Buf text = {0};
    int rc = session_revive(s, e) || faults_try_examples(s, &text, &c->findings, e) ? -1 : 0;
    for (const char *p = buf_text(&text); rc == 0 && *p; p = strchr(p, '\n') + 1) *(!strncmp(p, "ok", 2) ? passed : failed) += 1;
    if (rc == 0) buf_str(&c->out, buf_view(&text));
    if (rc == 0 && c->findings.n) cli_print_findings(c, &c->out);
    buf_free(&text);
    return rc;
}

/* Every .lua file of a folder of the workspace, each in a fresh state. */
static int test_folder(Session *s, const char *inside, size_t *passed, size_t *failed, Err *e)
{
    Cli *c = s->c;
    LayerFiles files = {0};
    const char *dir = workspace_path(c, &s->w, inside);
    int rc = file_is_dir(dir) ? workspace_gather(c->arena, dir, inside, ".lua", SCRIPT_MOST, &files, e) : 0;
    for (size_t i = 0; rc == 0 && i < files.n; i++)
        *(test_file(s, arena_print(c->arena, "%s/%s", dir, files.v[i].path), files.v[i].name) ? passed : failed) += 1;
    workspace_files_free(&files);
    return rc;
}

int cmd_test(Cli *c)
{
    Err e = {0};
    Session s = {0};
    size_t passed = 0, failed = 0;
    int rc = open_unit(&s, c, &e);
    for (size_t i = 0; rc == 0 && i < c->n_args; i++) *(test_file(&s, c->arg[i], c->arg[i]) ? &passed : &failed) += 1;
    if (rc == 0 && !c->n_args && s.has_workspace) {
        const char *unit = NULL;
        if (s.w.n_units) rc = session_one_unit(&s, &unit, &e);
        if (rc == 0) rc = test_folder(&s, "tests", &passed, &failed, &e);
        if (rc == 0 && unit) rc = test_folder(&s, arena_print(c->arena, "units/%s/tests", unit), &passed, &failed, &e);
    }
    if (rc == 0 && !c->n_args) rc = test_rules(&s, &passed, &failed, &e);
    session_close(&s);
    if (rc) return cli_fail(c, &e);
    if (!passed && !failed) {
        cli_say(c, "Chưa có kịch bản kiểm thử nào trong tests/.", "There is no test script in tests/ yet.");
        return 0;
    }
    buf_printf(&c->out, "%zu passed, %zu failed\n", passed, failed);
    return cli_code(c, failed ? 1 : 0);
}
