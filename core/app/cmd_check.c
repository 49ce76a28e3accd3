/* cmd_check.c - `sen check [FILE…]`: what is wrong, where, and the remedy; on stdout, exit 1 when there is any. */
#include "core/app/commands.h"
#include "core/app/import.h"
#include "core/base/file.h"
#include <string.h>

/* Markdown that is a template, not a plan: it has holes, control lines or front matter, or lies in a content/ folder. */
static int is_template(const char *path, const Buf *bytes)
{
    return strstr(path, "content/") || !strncmp(buf_text(bytes), "---", 3) || strstr(buf_text(bytes), "{{") || strstr(buf_text(bytes), "{%");
}

static int check_file(Session *s, const char *path, Err *e)
{
    Buf bytes = {0};
    Plan *plan = NULL;
    const char *suffix = path_suffix(path);
    int lua = !strcmp(suffix, ".lua"), md = !strcmp(suffix, ".md");
    int rc = -1;
    if (lua || md) {
        if (file_read(path, path, 1 << 20, &bytes, e)) goto out;
        if (lua || is_template(path, &bytes)) {
            rc = session_check_file(s, path, buf_view(&bytes), e);
            goto out;
        }
        buf_clear(&bytes);
    }
    rc = import_read(s->c, path, &plan, &bytes, e);
out:
    plan_free(plan);
    buf_free(&bytes);
    return rc;
}

static int check_units(Session *s, Err *e)
{
    const char *const *ids;
    size_t n;
    unsigned want = WANT_CHECK | (cli_has(s->c, OPT_CONFLICTS) ? WANT_CONFLICTS : 0u);
    if (session_units(s, &ids, &n, e)) return -1;
    for (size_t i = 0; i < n; i++) {
        UnitAnswer a = {0};
        Err one = {0};
        Hand h = {s, s->wall, s->store, s->c->arena};
        if (session_unit(s, ids[i], want, &a, &one)) {
            if (n == 1) {
                *e = one;
                return -1;
            }
            err_at(&one, arena_print(s->c->arena, "units/%s", ids[i]), 0, 0);
            findings_add_err(&s->c->findings, &one);
            cli_code(s->c, 1);
            if (!wall_alive(s->wall) && hand_revive(&h, e)) return -1;
        }
        model_free(a.model);
    }
    return 0;
}

int cmd_check(Cli *c)
{
    Err e = {0};
    Session s = {0};
    int rc = session_open(&s, c, c->n_args ? SESSION_BARE : SESSION_READ, &e);
    if (rc == 0 && c->n_args && s.has_workspace) {
        UnitAnswer a = {0};
        const char *unit = NULL;
        Err none = {0};
        session_one_unit(&s, &unit, &none);
        rc = session_unit(&s, unit, 0, &a, &e);
        model_free(a.model);
        c->findings.n = 0;
    }
    for (size_t i = 0; rc == 0 && i < c->n_args; i++) {
        Err one = {0};
        if (session_revive(&s, &one) || check_file(&s, c->arg[i], &one)) cli_fail(c, &one);
    }
    if (rc == 0 && !c->n_args) rc = check_units(&s, &e);
    session_close(&s);
    if (rc) return cli_fail(c, &e);
    if (findings_count(&c->findings, SEV_WARNING)) cli_code(c, 1);
    if (!c->findings.n) cli_say(c, "Không có gì phải sửa.", "Nothing to mend.");
    if (c->findings.n || c->json) cli_print_findings(c, &c->out);
    return c->code;
}
