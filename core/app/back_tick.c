/* back_tick.c - boxes of a document that came back: a box ticked beside an item is that item done, on the day that was typed or
 * the day of the decision; a box of the template's own is a mark of its list. Writes no file itself. */
#include "core/app/back_take.h"
#include <stdlib.h>
#include <string.h>

/* --- the day that was typed --- */

static const char *const done_words[] = {"xong ngày", "xong", "done on", "done"}, *const due_words[] = {"hạn", "due"};

/* The last "…, xong ngày 12/3/2026" of the text: where it begins with its comma, and its end; NULL = none. */
static const char *find_day(const char *text, const char *const *words, size_t n, int year, const char **end, Date *on)
{
    const char *best = NULL;
    for (size_t i = 0; i < n && !best; i++)
        for (const char *p = text; (p = strstr(p, words[i])); p++) {
            size_t w = strlen(words[i]);
            const char *d = p + w + strspn(p + w, ": "), *from = p;
            size_t k = strspn(d, "0123456789/-.");
            char day[24];
            while (k && strchr("/-.", d[k - 1])) k--;
            if (!k || k >= sizeof day || d == p + w) continue;
            memcpy(day, d, k);
            day[k] = 0;
            *on = date_parse(day, year);
            if (*on == DATE_NONE) continue;
            if (from - text >= 5 && !strncmp(from - 5, "đã ", 5)) from -= 5;
            while (from > text && strchr(" ,;-", from[-1])) from--;
            if (from - text >= 3 && !strncmp(from - 3, "–", 3)) from -= 3;
            while (from > text && from[-1] == ' ') from--;
            best = from;
            *end = d + k;
        }
    return best;
}

static const char *without(const BackPlan *p, const char *text, const char *from, const char *end)
{
    return from ? arena_print(p->s->c->arena, "%.*s%s", (int)(from - text), text, end) : text;
}

/* What else was changed in the line of a box: the day that goes with the tick, and the due day it stands for, are no change. */
static void settle_text(BackPlan *p, const BackEdit *e, Date *on)
{
    const BackSpot *w = &p->d->was[e->was];
    BackPara *n = &p->d->now[e->now];
    const char *end = NULL, *was = w->text, *now = n->text, *from;
    Date other;
    int year = p->s->year, ticked = n->box == 2;
    from = find_day(ticked ? now : was, done_words, 4, year, &end, on);
    if (ticked) now = without(p, now, from, end);
    else was = without(p, was, from, end);
    const char *due = find_day(ticked ? was : now, due_words, 2, year, &end, &other);
    const char *bare = without(p, ticked ? was : now, due, end);
    int same = !strcmp(was, now) || !strcmp(bare, ticked ? now : was);
    if (ticked) n->text = now;
    for (size_t i = 0; i < p->edits->n && same; i++)
        if (p->edits->v[i].kind == BACK_TEXT && p->edits->v[i].was == e->was) p->spent[i] = 1;
}

/* --- proposals --- */

static void plan_item(BackPlan *p, const BackEdit *e, const SourceBlock *b, const Entity *item)
{
    const BackSpot *w = &p->d->was[e->was];
    const BackPara *n = &p->d->now[e->now];
    const char *title = entity_title(item);
    Date on = DATE_NONE;
    settle_text(p, e, &on);
    if (tick_is_done(item) == (n->box == 2)) return;       /* the database says so already */
    StoreProposal *o = back_propose(p, "word-tick", b);
    o->address = item->address;
    o->field = "done";
    o->base = back_with_box(p->s->c->arena, w->box, title);
    o->mine = back_with_box(p->s->c->arena, tick_is_done(item) ? 2 : 1, title);
    o->theirs = back_with_box(p->s->c->arena, n->box, title);
    if (n->box == 2 && on != DATE_NONE) {
        int y, m, d;
        date_parts(on, &y, &m, &d);
        o->theirs = arena_print(p->s->c->arena, "%s, xong ngày %02d/%02d/%04d", o->theirs, d, m, y);
    }
    back_note_more(p, o, back_tracked(p, e->now));
}

void back_plan_box(BackPlan *p, const BackEdit *e)
{
    Cli *c = p->s->c;
    const SourceBlock *b = back_block_of(p, e->was);
    const BackSpot *w = &p->d->was[e->was];
    const BackPara *n = &p->d->now[e->now];
    const char *was = back_with_box(p->s->c->arena, w->box, w->text), *now = back_with_box(p->s->c->arena, n->box, n->text);
    const Entity *item = strncmp(w->origin, "item:", 5) ? NULL : back_entity(p->model, str_of(w->origin));
    Str lines = b ? back_lines(p->source, b) : (Str){"", 0};
    size_t at = 0;
    int box = 0, own = b && !*b->origin && !memmem(lines.p, lines.n, "{%", 2);
    const char *gone = cli_word(c, "ô đánh dấu bị xóa; việc đã xong thì đổi ☐ thành ☑, không làm nữa thì xóa cả dòng",
                                "the box is gone; tick it when it is done, delete the whole line when it is not to be done");
    if (!n->box) back_refuse(p, e, b, was, now, gone);
    else if (item) plan_item(p, e, b, item);
    else if (own && back_find_box(lines, &at, &box)) {
        if (box == n->box) return;
        StoreProposal *o = back_propose(p, "word-tick", b);
        o->base = was;
        o->theirs = now;
        o->mine = arena_text(c->arena, b->text.p, b->text.n);
    } else back_refuse(p, e, b, was, now, cli_word(c, "ô này không thuộc riêng một việc nào; ghi việc đã xong bằng sen xong VIỆC",
                                                   "this box belongs to no single item; record what is done with sen tick ITEM"));
}

/* --- accepted --- */

static int take_own(BackTake *t, Err *e)
{
    const SourceBlock *b = back_find_block(t);
    size_t at = 0, n;
    int box = 0;
    Buf out = {0};
    if (!b) return back_not_there(t, t->p->address, e);
    Str lines = back_lines(&t->src, b);
    if (!(n = back_find_box(lines, &at, &box))) return back_not_there(t, t->p->address, e);
    const char *theirs = t->p->theirs ? t->p->theirs : "";
    int want = back_take_box(&theirs), task = lines.p[at] == '[';
    buf_add(&out, lines.p, at);
    buf_puts(&out, task ? (want == 2 ? "[x]" : "[ ]") : want == 2 ? "☑" : "☐");
    buf_add(&out, lines.p + at + n, lines.n - at - n);
    int rc = back_write_lines(t, b, buf_view(&out), e);
    buf_free(&out);
    return rc;
}

int back_take_tick(BackTake *t, Err *e)
{
    Cli *c = t->s->c;
    const char *theirs = t->p->theirs ? t->p->theirs : "", *end = NULL;
    if (!strncmp(t->p->address, "units/", 6)) return take_own(t, e);
    const Entity *item = back_entity(t->m, str_of(t->p->address));
    if (!item || item->kind != KIND_ITEM) return back_not_there(t, t->p->address, e);
    Date on = DATE_NONE;
    find_day(theirs, done_words, 1, t->s->year, &end, &on);
    if (cli_has(c, OPT_ON) && (on = cli_parse_date(c, c->opt[OPT_ON], t->s->year)) == DATE_NONE)
        return err_set(e, SEN8009, "%s" ARG "%s", cli_word(c, "--vao-ngay", "--on"), c->opt[OPT_ON]);
    Tick x = tick_of(t->s, arena_copy(c->arena, t->p->unit), item, on == DATE_NONE ? c->date : on);
    const Value *v = entity_get(item, "times_done");
    int done = v && v->type == VAL_INT ? (int)v->u.i : 0;
    x.back = back_take_box(&theirs) != 2;
    if (tick_is_done(item) != x.back) return 0;            /* it is so already */
    if (!x.back && x.needed > done) x.row.times = x.needed - done;
    x.row.item = arena_copy(c->arena, x.row.item);         /* the model ends before the command does */
    x.title = arena_copy(c->arena, x.title);
    x.row.note = arena_print(c->arena, cli_word(c, "Đánh dấu trong Word (%s)", "Ticked in Word (%s)"), back_file_name(t->p));
    edits_tick(t->x, x);
    return 0;
}
