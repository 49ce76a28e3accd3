/* tick.c - ticks of items written and taken back, inside the command of a caller; must not read what was typed. */
#include "core/app/tick.h"
#include <string.h>

Tick tick_of(Session *s, const char *unit, const Entity *item, Date on)
{
    const Value *v = entity_get(item, "times");
    return (Tick){.row = {.unit = unit, .item = item->path, .on = on, .times = 1, .by = session_who(s->c)},
                  .title = entity_title(item), .needed = v && v->type == VAL_INT && v->u.i > 0 ? (int)v->u.i : 1};
}

int tick_is_done(const Entity *item)
{
    const Value *v = entity_get(item, "done");
    return v && v->type == VAL_BOOL && v->u.i;
}

static int take_back(Session *s, const Tick *t, Err *e)
{
    StoreTick *v;
    size_t n;
    int times = 0, rc = store_ticks(s->store, t->row.unit, s->c->arena, &v, &n, e);
    for (size_t i = 0; rc == 0 && i < n; i++) times += strcmp(v[i].item, t->row.item) ? 0 : v[i].times;
    for (size_t i = n; rc == 0 && i-- > 0 && times >= t->needed;) {
        if (strcmp(v[i].item, t->row.item)) continue;
        rc = store_drop_tick(s->store, &v[i], e);
        times -= v[i].times;
    }
    return rc;
}

int tick_write(Session *s, Tick *t, Err *e)
{
    return t->back ? take_back(s, t, e) : store_put_tick(s->store, &t->row, &t->replaced, e);
}

void tick_say(Cli *c, const Tick *t)
{
    if (t->back) {
        cli_say(c, "Đã bỏ đánh dấu xong %s: «%s».", "No longer recorded as done: %s: «%s».", t->row.item, t->title);
        return;
    }
    cli_say(c, "%s %s: «%s», %s.", "%s %s: «%s», %s.",
            t->replaced ? cli_word(c, "Đã ghi lại", "Recorded again") : cli_word(c, "Đã ghi xong", "Recorded as done"),
            t->row.item, t->title, cli_date_text(c, t->row.on));
}
