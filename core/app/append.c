/* append.c - one more readable statement at the end of a unit's ward.lua: checked, journaled, taken back when it is wrong. */
#include "core/app/append.h"
#include "core/app/edits.h"
#include "core/app/pending.h"
#include "core/app/replaced.h"
#include "core/base/file.h"
#include <string.h>

enum { SCRIPT_MOST = 1 << 20 };

/* Appends the statement and asks the worker to read the unit again: a statement that does not hold is taken back. */
int append_statement(Session *s, const char *unit, const char *what, const Buf *statement, Err *e)
{
    Cli *c = s->c;
    const char *inside = arena_print(c->arena, "units/%s/scripts/ward.lua", unit), *path = workspace_path(c, &s->w, inside);
    Buf old = {0}, now = {0}, added = {0};
    UnitAnswer a = {0};
    Pending p = pending_new(c, &s->w);
    int rc = -1;
    if (session_begin(s, what, e)) goto out;   /* from here alone */
    if (pending_keep(&p, inside, e) || (file_exists(path) && file_read(path, inside, SCRIPT_MOST, &old, e))) goto out;
    buf_str(&now, buf_view(&old));
    if (now.n && now.p[now.n - 1] != '\n') buf_putc(&added, '\n');
    int instead = replaced_take(&now, buf_view(statement), &added);
    buf_str(&now, buf_view(&added));
    if (store_add_statement(s->store, inside, added.p, e)) goto out;
    if (edits_keep_trust(s, inside, buf_view(&old), buf_view(&now), e)) goto out;
    if (file_make_dirs(workspace_path(c, &s->w, arena_print(c->arena, "units/%s/scripts", unit)), inside, e)) goto out;
    if (pending_start(&p, s->store, e) || file_write(path, inside, now.p, now.n, e)) goto out;
    size_t before = findings_count(&c->findings, SEV_ERROR);
    if (session_unit(s, unit, WANT_MODEL, &a, e)) goto out;
    if (findings_count(&c->findings, SEV_ERROR) > before) {
        err_set(e, SEN8040, "%.*s", (int)strcspn(buf_text(statement), "\n"), buf_text(statement));
        goto out;
    }
    if (store_commit(s->store, e)) goto out;
    pending_end(&p);
    rc = 0;
    if (!c->json) buf_str(&c->out, buf_view(statement));
    if (!c->json && statement->p[statement->n - 1] != '\n') buf_putc(&c->out, '\n');
    if (instead)
        cli_say(c, "Đã ghi vào %s, thay câu trước về cùng điều này. Rút lại: sen hoan-tac",
                "Written to %s instead of the earlier statement. To take it back: sen undo", inside);
    else cli_say(c, "Đã ghi thêm vào %s. Rút lại: sen hoan-tac", "Appended to %s. To take it back: sen undo", inside);
out:
    if (rc) store_rollback(s->store);
    if (rc) pending_back(&p, s->store);
    pending_free(&p);
    model_free(a.model);
    buf_free(&old);
    buf_free(&now);
    buf_free(&added);
    return rc;
}
