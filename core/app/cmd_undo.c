/* cmd_undo.c - `sen undo [N]`: takes the newest changes back, in the database and in the scripts they wrote to. */
#include "core/app/commands.h"
#include "core/app/json.h"
#include "core/app/pending.h"
#include "core/app/replaced.h"
#include "core/app/rewrite.h"
#include "core/app/session.h"
#include "core/base/file.h"
#include <stdlib.h>
#include <string.h>

enum { SCRIPT_MOST = 1 << 20 };

/* Takes the statement's text out of its file: the last place where it stands. */
static int take_out(Session *s, const StoreStatement *st, Err *e)
{
    const char *path = workspace_path(s->c, &s->w, st->path);
    Buf b = {0};
    int rc = file_read(path, st->path, SCRIPT_MOST, &b, e);
    size_t n = strlen(st->text);
    const char *found = NULL;
    for (const char *p = buf_text(&b); rc == 0 && n && (p = strstr(p, st->text)); p++) found = p;
    if (rc == 0 && !found) rc = err_set(e, SEN8037, "%s", st->path);
    if (rc == 0) {
        size_t at = (size_t)(found - b.p);
        memmove(b.p + at, b.p + at + n, b.n - at - n + 1);
        b.n -= n;
        replaced_restore(st->text, &b);
        rc = file_write(path, st->path, b.p, b.n, e);
    }
    buf_free(&b);
    return rc;
}

/* "tick action-month/plan" -> "xong action-month/plan": the journal keeps the English names of commands. */
static const char *said(Cli *c, const char *command)
{
    const char *space = strchr(command, ' ');
    const Command *k = command_find(space ? arena_text(c->arena, command, (size_t)(space - command)) : command);
    return k ? arena_print(c->arena, "sen %s%s", cli_word(c, k->vi, k->en), space ? space : "") : command;
}

/* Newest first, whatever each command did to its files. */
static int put_files_back(Session *s, const StoreUndo *u, Err *e)
{
    size_t i = 0, k = 0;
    int rc = 0;
    while (rc == 0 && (i < u->n_statements || k < u->n_rewrites)) {
        if (k == u->n_rewrites || (i < u->n_statements && u->statements[i].seq >= u->rewrites[k].seq))
            rc = take_out(s, &u->statements[i++], e);
        else rc = rewrite_undo(s->c, &s->w, &u->rewrites[k++], e);
    }
    return rc;
}

static int undo(Session *s, size_t n, Err *e)
{
    Cli *c = s->c;
    StoreUndo u = {0};
    Pending p = pending_new(c, &s->w);
    if (session_begin(s, arena_print(c->arena, "undo %zu", n), e)) return -1;
    int rc = store_undo(s->store, n, c->arena, &u, e);
    for (size_t i = 0; i < u.n_statements && rc == 0; i++) rc = pending_keep(&p, u.statements[i].path, e);
    for (size_t i = 0; i < u.n_rewrites && rc == 0; i++) rc = pending_keep(&p, u.rewrites[i].path, e);
    if (rc == 0 && u.n_statements + u.n_rewrites) rc = pending_start(&p, s->store, e);
    if (rc == 0) rc = put_files_back(s, &u, e);
    if (rc == 0) rc = store_commit(s->store, e);
    if (rc) store_rollback(s->store);
    if (rc) pending_back(&p, s->store);
    else pending_end(&p);
    pending_free(&p);
    if (rc) return -1;
    for (size_t i = 0; i < u.n_entries; i++)
        cli_say(c, "Đã rút lại: %s (%s)", "Taken back: %s (%s)", said(c, u.entries[i].command), u.entries[i].at);
    return 0;
}

/* What there is to take back, newest first: the number is the N of `sen undo N`. Undone commands and undos are left out. */
static int list(Session *s, Err *e)
{
    enum { LOOKED_AT = 200, SHOWN = 20 };
    Cli *c = s->c;
    StoreEntry *v;
    size_t n, shown = 0;
    json_t *items = json_array();
    int rc = store_journal(s->store, LOOKED_AT, c->arena, &v, &n, e);
    for (size_t i = 0; rc == 0 && i < n && shown < SHOWN; i++) {
        if (v[i].is_undo || v[i].undone_by) continue;
        if (v[i].final) break;                             /* nothing at or before it can be taken back */
        const char *who = v[i].who ? v[i].who : "";
        json_array_append_new(items, json_pack("{s:i,s:s,s:o,s:s}", "n", (int)++shown, "at", v[i].at, "who", json_text(v[i].who),
                                               "command", v[i].command));
        if (!c->json) buf_printf(&c->out, "%zu\t%s\t%s\t%s\n", shown, v[i].at, who, said(c, v[i].command));
    }
    if (rc == 0 && c->json) json_print(json_pack("{s:s,s:O}", "schema", "sen-undo/1", "items", items), &c->out);
    json_decref(items);
    if (rc == 0 && !shown) cli_say(c, "Chưa có thay đổi nào để rút lại.", "There is no change to take back.");
    else if (rc == 0) cli_say(c, "Rút lại từ dòng 1 đến dòng N: sen hoan-tac N", "To take back lines 1 to N: sen undo N");
    return rc;
}

int cmd_undo(Cli *c)
{
    Err e = {0};
    Session s = {.c = c};
    char *end = NULL;
    long n = c->n_args ? strtol(c->arg[0], &end, 10) : 1;
    if ((end && *end) || n < 1 || n > 1000) return cli_usage(c, SEN8008, "%s" ARG "%s" ARG "1", "N", c->arg[0]);
    int rc = workspace_find(c, &s.w, &e);
    if (rc == 0 && !(s.store = store_open(s.w.db, cli_has(c, OPT_LIST) ? STORE_READ : STORE_WRITE, &e))) rc = -1;
    if (rc == 0) rc = cli_has(c, OPT_LIST) ? list(&s, &e) : undo(&s, (size_t)n, &e);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}
