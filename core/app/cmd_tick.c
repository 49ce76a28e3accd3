/* cmd_tick.c - `sen tick ITEM`: an item is done, on a day, once or several times, with evidence. */
#include "core/app/commands.h"
#include "core/app/tick.h"
#include "core/base/file.h"
#include "core/model/address.h"
#include <stdlib.h>
#include <string.h>

enum { EVIDENCE_MOST = 256 << 20 };

static int hash_evidence(const char *path, char hex[65], Err *e)
{
    Buf b = {0};
    int rc = file_read(path, path, EVIDENCE_MOST, &b, e);
    if (rc == 0) store_sha256(b.p, b.n, hex);
    buf_free(&b);
    return rc;
}

static int put_tick(Session *s, const char *unit, const Entity *item, Err *e)
{
    Cli *c = s->c;
    char hex[65] = "";
    Tick tick = tick_of(s, unit, item, c->date);
    StoreTick *t = &tick.row;
    t->note = c->opt[OPT_NOTE];
    if (cli_has(c, OPT_ON) && (t->on = cli_parse_date(c, c->opt[OPT_ON], s->year)) == DATE_NONE)
        return err_set(e, SEN8009, "%s" ARG "%s", cli_word(c, "--vao-ngay", "--on"), c->opt[OPT_ON]);
    if (cli_has(c, OPT_TIMES) && ((t->times = atoi(c->opt[OPT_TIMES])) < 1 || t->times > 10000))
        return err_set(e, SEN8008, "%s" ARG "%s" ARG "2", cli_word(c, "--so-lan", "--times"), c->opt[OPT_TIMES]);
    if (cli_has(c, OPT_EVIDENCE)) {
        if (hash_evidence(c->opt[OPT_EVIDENCE], hex, e)) return -1;
        t->evidence = path_base(c->opt[OPT_EVIDENCE]);
        t->evidence_sha256 = hex;
    }
    if (session_begin(s, arena_print(c->arena, "tick %s", item->path), e)) return -1;
    if (tick_write(s, &tick, e) || store_commit(s->store, e)) {
        store_rollback(s->store);
        return -1;
    }
    tick_say(c, &tick);
    return 0;
}

int cmd_tick(Cli *c)
{
    Err e = {0};
    Session s = {0};
    UnitAnswer a = {0};
    Address at;
    const char *unit;
    int rc = -1;
    if (session_open(&s, c, SESSION_WRITE, &e) || session_one_unit(&s, &unit, &e) || session_list_unit(&s, unit, 1, &a, &e))
        goto out;
    const char *name = arena_print(c->arena, "%s%s", strchr(c->arg[0], ':') ? "" : "item:", c->arg[0]);
    if (address_parse(a.model, name, NULL, NULL, &at, &e)) goto out;
    if (at.kind != KIND_ITEM || at.field >= 0 || at.entity->removed) {
        err_set(&e, SEN8035, "%s", c->arg[0]);
        goto out;
    }
    rc = put_tick(&s, unit, at.entity, &e);
out:
    model_free(a.model);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}
