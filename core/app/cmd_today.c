/* cmd_today.c - `sen today`: what is due, what is late, what comes soon. */
#include "core/app/commands.h"
#include "core/app/json.h"
#include "core/app/wording.h"
#include "core/app/show_json.h"
#include "core/app/grid.h"
#include "core/app/today.h"

static void print_list(Cli *c, const Model *m, json_t *list, const char *vi, const char *en)
{
    size_t i;
    json_t *x;
    if (!json_array_size(list)) return;
    int width = grid_terminal_width();
    Grid *t = grid_new(4);
    buf_printf(&c->out, "%s\n", cli_word(c, vi, en));
    json_array_foreach(list, i, x) {
        const char *who = json_string_value(json_object_get(x, "who")), *text = json_string_value(json_object_get(x, "text"));
        Date due = date_parse(json_string_value(json_object_get(x, "due")), 0);
        grid_cell(t, arena_print(c->arena, "  %s", cli_date_text(c, due)));
        grid_cell(t, text);
        grid_cell(t, wording_body(m, who));
        grid_cell(t, json_string_value(json_object_get(x, "id")));
    }
    grid_print(t, width, 0, &c->out);
    grid_free(t);
}

void today_print(Cli *c, const Model *m, const char *unit, json_t *today)
{
    json_t *late = json_object_get(today, "late"), *due = json_object_get(today, "due"), *soon = json_object_get(today, "soon");
    const Entity *e = model_find(m, KIND_UNIT, unit);
    buf_printf(&c->out, "%s — %s\n", e && entity_title(e)[0] ? entity_title(e) : unit, cli_date_text(c, c->date));
    print_list(c, m, late, "Quá hạn:", "Late:");
    print_list(c, m, due, "Đến hạn hôm nay:", "Due today:");
    print_list(c, m, soon, "Trong 14 ngày tới:", "In the next 14 days:");
    if (!json_array_size(late) && !json_array_size(due) && !json_array_size(soon))
        buf_puts(&c->out, cli_word(c, "  Không có việc nào đến hạn trong 14 ngày tới.\n",
                                   "  Nothing is due in the next 14 days.\n"));
}

static int print_units(Session *s, Err *e)
{
    Cli *c = s->c;
    const char *const *ids;
    size_t n;
    if (session_units(s, &ids, &n, e)) return -1;
    json_t *all = json_array();
    int rc = 0;
    for (size_t i = 0; i < n; i++) {
        UnitAnswer a = {0};
        rc = session_list_unit(s, ids[i], n, &a, e);
        if (rc < 0) break;
        if (rc > 0) continue;
        json_t *j = today_json(s, a.model, ids[i]);
        if (!c->json) today_print(c, a.model, ids[i], j);
        json_array_append_new(all, j);
        model_free(a.model);
    }
    if (rc >= 0 && c->json) json_print(json_incref(n == 1 ? json_array_get(all, 0) : all), &c->out);
    json_decref(all);
    return rc < 0 ? -1 : 0;
}

int cmd_today(Cli *c)
{
    Err e = {0};
    Session s = {0};
    int rc = session_open(&s, c, SESSION_READ, &e);
    if (rc == 0) rc = print_units(&s, &e);
    session_close(&s);
    return rc ? cli_fail(c, &e) : c->code;
}
