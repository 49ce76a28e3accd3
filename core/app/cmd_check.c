/* cmd_check.c - `sen check [FILE…]`: what is wrong, where, and the remedy; on stdout, exit 1 when there is any. */
#include "core/app/base_layer.h"
#include "core/app/checked.h"
#include "core/app/commands.h"
#include "core/app/frozen.h"
#include "core/app/hand.h"
#include "core/app/import.h"
#include "core/app/report.h"
#include "core/base/file.h"
#include "core/intake/intake.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Markdown that is a template, not a plan: it has holes, control lines or front matter, or lies in a content/ folder. */
static int is_template(const char *path, const Buf *bytes)
{
    return strstr(path, "content/") || !strncmp(buf_text(bytes), "---", 3) || strstr(buf_text(bytes), "{{") ||
           strstr(buf_text(bytes), "{%");
}

static int is_word(const char *path)
{
    const char *suffix = path_suffix(path);
    return !strcasecmp(suffix, ".docx") || !strcasecmp(suffix, ".docm") || !strcasecmp(suffix, ".dotx");
}

/* The layout of a Word file, by the unit's own layout data. */
static int check_word(Session *s, const char *path, Err *e)
{
    Buf bytes = {0};
    int rc = file_read(path, path, INTAKE_BYTES_MOST, &bytes, e);
    if (rc == 0) rc = session_check_file(s, path, buf_view(&bytes), e);
    buf_free(&bytes);
    return rc;
}

static int check_file(Session *s, const char *path, Err *e)
{
    Buf bytes = {0};
    Plan *plan = NULL;
    const char *suffix = path_suffix(path);
    int lua = !strcmp(suffix, ".lua"), md = !strcmp(suffix, ".md");
    int rc = -1;
    if (is_word(path)) return check_word(s, path, e);
    if (lua || md) {
        if (file_read(path, path, 1 << 20, &bytes, e)) goto out;
        if (lua || is_template(path, &bytes)) {
            rc = session_check_file(s, path, buf_view(&bytes), e);
            goto out;
        }
        buf_clear(&bytes);
    }
    Session one = {.c = s->c, .w = s->w, .has_workspace = s->has_workspace, .space = s->space};
    rc = import_read(&one, path, &plan, NULL, &bytes, e);
    if (rc == 0) report_findings(&one, path, plan);
    if (one.space != s->space) model_free(one.space);
    wall_free(one.wall);
    buf_free(&one.setup);
out:
    plan_free(plan);
    buf_free(&bytes);
    return rc;
}

/* Units that sen.lua names and no folder has. */
static void check_names(Session *s)
{
    const Entity *space = session_workspace(s);
    const Value *list = space ? entity_get(space, "units") : NULL;
    const Slot *slot = space ? entity_slot(space, "units") : NULL;
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        int known = 0;
        Str id = list->u.list[i].u.text;
        Buf all = {0};
        for (size_t k = 0; k < s->w.n_units; k++) {
            known |= str_eq(id, str_of(s->w.unit[k]));
            if (all.n < 200) buf_printf(&all, "%s%s", k ? " " : "", s->w.unit[k]);
        }
        if (!known)
            findings_add(&s->c->findings, SEN8021, "sen.lua", slot && slot->step ? slot->step->line : space->line, 0, NULL,
                         "%.*s" ARG "%s", (int)(id.n < 64 ? id.n : 64), id.p, buf_text(&all));
        buf_free(&all);
    }
}

static int check_units(Session *s, Err *e)
{
    const char *const *ids;
    size_t n;
    unsigned want = WANT_CHECK | (cli_has(s->c, OPT_CONFLICTS) ? WANT_CONFLICTS : 0u);
    if (session_units(s, &ids, &n, e)) return -1;
    check_names(s);
    for (size_t i = 0; i < n; i++) {
        UnitAnswer a = {0};
        Err one = {0};
        Hand h = {.s = s, .wall = s->wall, .store = s->store, .arena = s->c->arena};
        if (session_unit(s, ids[i], want | (i ? 0u : WANT_PLANS), &a, &one)) {
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
        if (frozen_check(s->store, ids[i], s->year, workspace_path(s->c, &s->w, "out"), "out", &s->c->findings, e)) return -1;
    }
    return 0;
}

/* Files of issued texts lie in out/, which no memory of a check looks at: then all is looked at again each time. */
static int any_issued(Session *s)
{
    StoreIssued *v;
    size_t n = 0;
    Err none = {0};
    for (size_t i = 0; i < s->w.n_units && !n; i++)
        if (store_issued(s->store, s->w.unit[i], s->c->arena, &v, &n, &none)) return 1;
    return n > 0;
}

/* --- files that are named --- */

/* The path inside the workspace of a file its layers already load ("units/ID/scripts/ward.lua"), or NULL. */
static const char *inside(Session *s, const char *path)
{
    const char *rel = NULL;
    char *dir = s->has_workspace ? realpath(s->w.dir, NULL) : NULL, *file = realpath(path, NULL);
    size_t n = dir ? strlen(dir) : 0;
    if (dir && file && !strncmp(file, dir, n) && file[n] == '/' && !strcmp(path_suffix(path), ".lua"))
        rel = arena_copy(s->c->arena, file + n + 1);
    free(dir);
    free(file);
    if (!rel || strstr(rel, "/examples/") || strstr(rel, "/tests/")) return NULL;
    return !strcmp(rel, "sen.lua") || !strncmp(rel, "scripts/", 8) || !strncmp(rel, "units/", 6) ? rel : NULL;
}

/* The unit whose folder holds the file, else the usual one, else the first; NULL when there is none. */
static const char *unit_of(Session *s, const char *rel)
{
    const char *unit = NULL;
    Err none = {0};
    for (size_t i = 0; rel && i < s->w.n_units; i++) {
        size_t n = strlen(s->w.unit[i]);
        if (!strncmp(rel, "units/", 6) && !strncmp(rel + 6, s->w.unit[i], n) && rel[6 + n] == '/') return s->w.unit[i];
    }
    if (session_one_unit(s, &unit, &none) && s->w.n_units) unit = s->w.unit[0];
    return unit;
}

/* Loads the units of the named files; of what is said only what is about these files stays. */
static int load_units(Session *s, const char **rel, Err *e)
{
    Cli *c = s->c;
    int any = 0;
    for (size_t i = 0; i < c->n_args; i++) {
        UnitAnswer a = {0};
        rel[i] = inside(s, c->arg[i]);
        if (!rel[i]) continue;
        any = 1;
        if (session_revive(s, e) || session_unit(s, unit_of(s, rel[i]), WANT_CHECK, &a, e)) return -1;
        model_free(a.model);
    }
    if (!any) {
        UnitAnswer a = {0};
        if (session_unit(s, unit_of(s, NULL), 0, &a, e)) return -1;
        model_free(a.model);
    }
    size_t kept = 0;
    for (size_t k = 0; k < c->findings.n; k++)
        for (size_t i = 0; i < c->n_args; i++)
            if (rel[i] && c->findings.v[k].file && !strcmp(rel[i], c->findings.v[k].file)) {
                c->findings.v[kept++] = c->findings.v[k];
                break;
            }
    c->findings.n = kept;
    return 0;
}

/* The program brought another base layer than the one that was taken up. */
static int check_base(Session *s, Err *e)
{
    const StoreLayer *old;
    StoreLayer row;
    StoreLayerFile *files;
    size_t n;
    if (base_layer_find(s->c, s->store, &old, e) || !old) return e->code ? -1 : 0;
    if (base_layer_read(s->c, &row, &files, &n, e)) return -1;
    if (strcmp(row.sha256, old->sha256))
        findings_add(&s->c->findings, SEN8236, NULL, 0, 0, NULL, "%s", old->version);
    return 0;
}

int cmd_check(Cli *c)
{
    Err e = {0};
    Session s = {0};
    const char **rel = arena_alloc(c->arena, mem_mul(c->n_args + 1, sizeof *rel));
    memset(rel, 0, (c->n_args + 1) * sizeof *rel);
    int mode = c->n_args ? SESSION_BARE : SESSION_READ;
    int rc = session_find(&s, c, mode, &e), again = rc == 0 && !c->n_args && checked_recall(&s);
    for (size_t i = 0; i < c->n_args; i++)
        if (is_word(c->arg[i])) {
            s.reads = "a.docx";
            s.base_alone = 1;
        }
    if (rc == 0 && !again) rc = session_start(&s, mode, &e);
    if (rc == 0 && s.base_alone && !s.has_workspace) c->findings.n = 0;      /* of the base layer, which is only asked */
    if (rc == 0 && c->n_args && s.has_workspace) rc = load_units(&s, rel, &e);
    for (size_t i = 0; rc == 0 && i < c->n_args; i++) {
        Err one = {0};
        if (!rel[i] && (session_revive(&s, &one) || check_file(&s, c->arg[i], &one))) {
            err_at(&one, c->arg[i], 0, 0);
            cli_fail(c, &one);
        }
    }
    if (rc == 0 && !c->n_args && !again) {
        rc = check_units(&s, &e) || check_base(&s, &e) ? -1 : 0;
        if (rc == 0 && !c->code && !any_issued(&s)) checked_keep(&s);
    }
    session_close(&s);
    if (rc) return cli_fail(c, &e);
    if (findings_count(&c->findings, SEV_WARNING)) cli_code(c, 1);
    if (!c->findings.n) cli_say(c, "Không có gì phải sửa.", "Nothing to mend.");
    if (c->findings.n || c->json) cli_print_findings(c, &c->out);
    return c->code;
}
