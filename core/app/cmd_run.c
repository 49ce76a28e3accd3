/* cmd_run.c - `sen run FILE`, `sen test`: scripts that compute and write nothing. */
#include "core/app/commands.h"
#include "core/app/faults.h"
#include "core/app/session.h"
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

int cmd_run(Cli *c)
{
    Err e = {0};
    Session s = {0};
    Buf bytes = {0}, text = {0};
    int rc = file_read(c->arg[0], c->arg[0], SCRIPT_MOST, &bytes, &e);
    if (rc == 0) rc = open_unit(&s, c, &e);
    if (rc == 0) rc = session_run(&s, c->arg[0], buf_view(&bytes), c->arg + 1, c->n_args - 1, &text, &e);
    buf_str(&c->out, buf_view(&text));
    if (rc == 0 && findings_count(&c->findings, SEV_ERROR)) {
        for (size_t i = 0; i < c->findings.n; i++)
            if (c->findings.v[i].severity == SEV_ERROR)
                cli_code(c, err_exit(c->findings.v[i].code) == 1 ? 3 : err_exit(c->findings.v[i].code));
    }
    session_close(&s);
    buf_free(&bytes);
    buf_free(&text);
    return rc ? cli_fail(c, &e) : c->code;
}

/* --- test --- */

static int test_file(Session *s, const char *path, const char *shown)
{
    Cli *c = s->c;
    Buf bytes = {0}, text = {0};
    Err e = {0};
    int rc = file_read(path, shown, SCRIPT_MOST, &bytes, &e);
    if (rc == 0) rc = session_revive(s, &e) || session_run(s, shown, buf_view(&bytes), NULL, 0, &text, &e) ? -1 : 0;
    if (rc) findings_add_err(&c->findings, &e);
    int good = rc == 0 && !findings_count(&c->findings, SEV_ERROR);
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

int cmd_test(Cli *c)
{
    Err e = {0};
    Session s = {0};
    size_t passed = 0, failed = 0;
    LayerFiles files = {0};
    int rc = open_unit(&s, c, &e);
    for (size_t i = 0; rc == 0 && i < c->n_args; i++) *(test_file(&s, c->arg[i], c->arg[i]) ? &passed : &failed) += 1;
    if (rc == 0 && !c->n_args && s.has_workspace) {
        const char *dir = workspace_path(c, &s.w, "tests");
        rc = workspace_gather(c->arena, dir, "tests", ".lua", SCRIPT_MOST, &files, &e);
        for (size_t i = 0; rc == 0 && i < files.n; i++)
            *(test_file(&s, arena_print(c->arena, "%s/%s", dir, files.v[i].path), files.v[i].name) ? &passed : &failed) += 1;
    }
    workspace_files_free(&files);
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
