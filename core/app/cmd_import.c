/* cmd_import.c - `sen import FILE…`: plans into the workspace; --dry-run reads and prints, --review adds a report. */
#include "core/app/back.h"
#include "core/app/commands.h"
#include "core/app/form_take.h"
#include "core/app/import.h"
#include "core/app/plan_json.h"
#include "core/app/report.h"
#include "core/app/take_layer.h"
#include "core/app/take_script.h"

static int dry_run(Cli *c, const char *path, const Plan *plan)
{
    if (c->json) plan_json(plan, &c->out, cli_drain, c);
    else cli_say(c, "%s: chỉ đọc thử, chưa nhập.", "%s: dry run, nothing was imported.", path);
    return 0;
}

static int one_file(Cli *c, Session *s, const char *path, int *plans)
{
    Err e = {0};
    Plan *plan = NULL;
    Buf bytes = {0}, form = {0};
    Correcting corrected = {0};
    if (correction_is_file(path)) {
        err_set(&e, SEN2059, "%s", path);
        return cli_fail(c, &e);
    }
    size_t before = c->findings.n;
    int rc = import_read(s, path, &plan, &form, &bytes, &e);
    if (rc == 0 && form.n) {
        rc = form_take(s, path, buf_view(&bytes), buf_view(&form), NULL, &e);
        goto out;
    }
    ++*plans;
    if (rc == 0) rc = correction_apply(s, path, plan, &corrected, &e);
    if (rc == 0)
        rc = cli_has(c, OPT_DRY_RUN) ? dry_run(c, path, plan) : import_put(s, path, plan, buf_view(&bytes), &corrected, &e);
    if (rc == 0) correction_say(c, &corrected);
    if (rc == 0) report_import(s, path, plan, before, (cli_has(c, OPT_REVIEW) ? REPORT_FULL : 0) |
                                   (cli_has(c, OPT_DRY_RUN) ? REPORT_COUNTS : 0));
    if (rc == 0 && !cli_has(c, OPT_DRY_RUN) && cli_has(c, OPT_REVIEW)) rc = correction_write(s, plan, &corrected, &e);
out:
    correction_end(&corrected);
    plan_free(plan);
    buf_free(&bytes);
    buf_free(&form);
    return rc ? cli_fail(c, &e) : 0;
}

/* After an import: how far the tasks cover the plan, for the unit that is at hand. */
static void say_next(Cli *c)
{
    cli_say(c, "Tiếp theo: sen xem nhiem-vu --cho ĐƠN_VỊ · sen soat · sen xuat --cho all",
            "Next: sen show tasks --for UNIT · sen check · sen build --for all");
}

/* Layers and scripts are commands of their own; the plans among the arguments are what is left. */
static size_t take_others(Cli *c)
{
    size_t left = 0;
    for (size_t i = 0; i < c->n_args; i++) {
        Err e = {0};
        int layer = take_layer_is(c->arg[i]);
        int back = layer || take_script_is(c->arg[i]) ? 0 : back_import(c, c->arg[i], &e);
        if (back < 0) cli_fail(c, &e);
        if (back) continue;
        if (!layer && !take_script_is(c->arg[i])) c->arg[left++] = c->arg[i];
        else if (layer ? take_layer(c, c->arg[i], &e) : take_script(c, c->arg[i], &e)) cli_fail(c, &e);
    }
    return left;
}

int cmd_import(Cli *c)
{
    Err e = {0};
    c->n_args = take_others(c);
    if (!c->n_args) return c->code;
    Session s = {.c = c};
    int dry = cli_has(c, OPT_DRY_RUN), plans = 0;
    if (!dry) {
        if (workspace_find(c, &s.w, &e)) return cli_fail(c, &e);
        s.has_workspace = 1;
        s.store = store_open(s.w.db, STORE_WRITE, &e);
        if (!s.store) {
            workspace_free(&s.w);
            return cli_fail(c, &e);
        }
    }
    for (size_t i = 0; i < c->n_args; i++) one_file(c, &s, c->arg[i], &plans);
    if (!dry && plans && c->code == 0) say_next(c);
    session_close(&s);
    return c->code;
}
