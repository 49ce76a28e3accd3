/* cmd_edit.c - `sen edit|add|remove`: one readable statement appended to the unit's ward.lua, printed, journaled. */
#include "core/app/append.h"
#include "core/app/commands.h"
#include "core/app/session.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/model/address.h"
#include "core/script/edit.h"
#include <string.h>

typedef int (*WriteStatement)(Cli *c, const Model *m, Buf *out, Err *e);

static int need_why(Cli *c, Err *e)
{
    if (cli_has(c, OPT_WHY) && c->opt[OPT_WHY][0]) return 0;
    return err_set(e, SEN8038, "%s", cli_word(c, "--ly-do", "--why"));
}

static Spelling spelling(const Cli *c) { return c->lang == LANG_EN ? SPELL_EN : SPELL_VI; }

static int write_edit(Cli *c, const Model *m, Buf *out, Err *e)
{
    Address a;
    Buf value = {0};
    if (need_why(c, e) || address_parse(m, c->arg[0], NULL, NULL, &a, e)) return -1;
    if (a.kind == ADDRESS_NODE || a.field < 0) return err_set(e, SEN8039, "%s", c->arg[0]);
    for (size_t i = 1; i < c->n_args; i++) buf_printf(&value, "%s%s", i > 1 ? " " : "", c->arg[i]);
    int rc = edit_write_edit(&a, buf_text(&value), c->opt[OPT_WHY], spelling(c), out, e);
    buf_free(&value);
    return rc;
}

static int write_remove(Cli *c, const Model *m, Buf *out, Err *e)
{
    Address a;
    if (need_why(c, e) || address_parse(m, c->arg[0], NULL, NULL, &a, e)) return -1;
    if (a.kind == ADDRESS_NODE || a.field >= 0) return err_set(e, SEN8039, "%s", c->arg[0]);
    return edit_write_remove(&a, c->opt[OPT_WHY], spelling(c), out, e);
}

/* A new id as it is typed, with accents or spaces: each part of the path becomes an id. */
static const char *new_path(Cli *c, const char *typed)
{
    Buf b = {0};
    for (const char *p = typed;; p++) {
        size_t n = strcspn(p, "/"), before = b.n;
        text_slug(p, n, &b);
        if (b.n == before) buf_add(&b, p, n);              /* nothing of it can stand in an id: it will be refused by its name */
        p += n;
        if (!*p) break;
        buf_putc(&b, '/');
    }
    const char *r = arena_copy(c->arena, buf_text(&b));
    buf_free(&b);
    return r;
}

/* `add item:TASK/ITEM TEXT`, or a bare TASK/ITEM (an item) or ID (a task). */
static int write_add(Cli *c, const Model *m, Buf *out, Err *e)
{
    const char *path = c->arg[0], *colon = strchr(path, ':');
    int kind = strchr(path, '/') ? KIND_ITEM : KIND_TASK;
    (void)m;
    if (colon) {
        kind = word_find_kind(arena_text(c->arena, path, (size_t)(colon - path)));
        if (kind < 0) return err_set(e, SEN8039, "%s", path);
        path = colon + 1;
    }
    for (size_t i = 2; i < c->n_args; i++)
        if (!strchr(c->arg[i], '=')) {
            return err_set(e, SEN8010, "%s" ARG "%s", cli_word(c, c->command->vi, c->command->en),
                           cli_word(c, c->command->usage[0], c->command->usage[1]));
        }
    return edit_write_add((Kind)kind, new_path(c, path), c->arg[1], c->arg + 2, c->n_args - 2, c->opt[OPT_WHY], spelling(c),
                          out, e);
}

static int change(Cli *c, WriteStatement write)
{
    Err e = {0};
    Session s = {0};
    UnitAnswer a = {0};
    Buf statement = {0};
    const char *unit;
    int rc = -1;
    if (session_open(&s, c, SESSION_WRITE, &e) || session_one_unit(&s, &unit, &e) || session_list_unit(&s, unit, 1, &a, &e))
        goto out;
    if (write(c, a.model, &statement, &e)) goto out;
    rc = append_statement(&s, unit, arena_print(c->arena, "%s %s", c->command->en, c->arg[0]), &statement, &e);
out:
    buf_free(&statement);
    model_free(a.model);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}

int cmd_edit(Cli *c) { return change(c, write_edit); }
int cmd_add(Cli *c) { return change(c, write_add); }
int cmd_remove(Cli *c) { return change(c, write_remove); }
