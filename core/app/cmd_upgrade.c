/* cmd_upgrade.c - `sen upgrade`: the program's new base layer against what the workspace and its units changed. */
#include "core/app/base_layer.h"
#include "core/app/commands.h"
#include "core/app/editor.h"
#include "core/app/json.h"
#include "core/app/taking.h"
#include <string.h>

static int write_it(TakingUp *t, Err *e)
{
    Cli *c = t->c;
    Rewrites r = rewrites_new(c, &t->s->w, t->s->store);
    int rc = session_begin(t->s, "upgrade", e);
    if (rc == 0) {
        rc = taking_write(t, &r, e) || base_layer_keep(c, t->s->store, 0, e) ? -1 : 0;
        if (rc) store_rollback(t->s->store);
        else rc = rewrites_commit(&r, e);
    }
    rewrites_free(&r);
    return rc;
}

static int take_up(Session *s, const StoreLayer *old, Err *e)
{
    Cli *c = s->c;
    StoreLayer row;
    StoreLayerFile *was, *now;
    TakingUp t = {.c = c, .s = s, .path = "sen:", .stands = 1};
    if (base_layer_read(c, &row, &now, &t.n_now, e) || store_layer_files(s->store, "sen", 1, c->arena, &was, &t.n_was,
        e)) return -1;
    t.was = was;
    t.now = now;
    t.source = arena_print(c->arena, "sen %s", row.version);
    t.sha256 = row.sha256;
    int same = !strcmp(row.sha256, old->sha256);
    if (same) {
        if (c->json) json_print(taking_json(&t), &c->out);
        cli_say(c, "Lớp nền không có gì mới (Sen %s).", "Nothing new in the base layer (Sen %s).", row.version);
        return 0;
    }
    int dry = cli_has(c, OPT_DRY_RUN), rc = taking_look(&t, e);
    if (rc == 0 && !dry) rc = write_it(&t, e);
    if (rc == 0) {
        cli_say(c, "Lớp nền: bản đơn vị đang theo là Sen %s, bản trên máy là Sen %s.",
            "The base layer: this workspace took up Sen %s, the "
                "machine has Sen %s.", old->version, row.version);
        taking_say(&t);
        if (dry) cli_say(c, "(chỉ xem thử, chưa ghi gì; ghi: sen nang-cap)",
            "(dry run, nothing was written; to do it: sen upgrade)");
        else cli_say(c, "Đã tiếp nhận lớp nền mới. Rút lại: sen hoan-tac",
            "Took up the new base layer. To take it back: sen undo");
        if (c->json) json_print(taking_json(&t), &c->out);
    }
    taking_free(&t);
    return rc;
}

int cmd_upgrade(Cli *c)
{
    Err e = {0};
    Session s = {.c = c};
    const StoreLayer *old = NULL;
    int rc = session_open(&s, c, SESSION_WRITE, &e);
    if (rc == 0) rc = base_layer_find(c, s.store, &old, &e);
    if (rc == 0 && old) {
        rc = take_up(&s, old, &e);
    } else if (rc == 0) {
        rc = session_begin(&s, "upgrade", &e) || store_commit(s.store, &e) ? -1 : 0;      /* the first command keeps the copy */
        if (rc == 0) cli_say(c, "Chưa có bản lớp nền cũ để so; đã ghi lại bản hiện nay cho lần sau.",
                             "There was no earlier base layer to compare with; the present one is kept for the next time.");
    }
    if (rc == 0 && !cli_has(c, OPT_DRY_RUN)) rc = editor_write(c, s.w.dir, &e);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}
