/* cmd_show.c - `sen show WHAT [ID]`: JSON as the contract says, or a table for people made from the same items. */
#include "core/app/commands.h"
#include "core/app/json.h"
#include "core/app/wording.h"
#include "core/app/plan_json.h"
#include "core/app/show_json.h"
#include "core/app/grid.h"
#include "core/app/today.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

/* --- text --- */

static void print_table(Cli *c, const Grid *t)
{
    int width = grid_terminal_width();
    grid_print(t, width, width && !getenv("NO_COLOR"), &c->out);
}

static Grid *start_table(Cli *c, const What *w, int kind)
{
    size_t n = 0;
    while (w->columns[n]) n++;
    const char **head = arena_alloc(c->arena, mem_mul(n, sizeof *head));
    for (size_t i = 0; i < n; i++) head[i] = wording_key(c, kind, w->columns[i]);
    Grid *t = grid_new(n);
    grid_head(t, head);
    return t;
}

static void add_row(Cli *c, const Model *m, const What *w, int kind, json_t *item, Grid *t)
{
    Buf cell = {0};
    for (size_t i = 0; w->columns[i]; i++) {
        json_t *v = json_object_get(item, w->columns[i]);
        buf_clear(&cell);
        if (v) wording_value(c, m, kind, w->columns[i], v, &cell);
        grid_cell(t, buf_text(&cell));
    }
    buf_free(&cell);
}

/* A list of things; a checklist is spread out item by item. */
static void items_text(Cli *c, const Model *m, const What *w, json_t *items)
{
    size_t i, k;
    json_t *one;
    int lists = !strcmp(w->en, "checklists"), kind = lists ? KIND_ITEM : word_find_kind(w->en);
    Grid *t = start_table(c, w, kind);
    json_array_foreach(items, i, one) {
        json_t *items_of_one = lists ? json_object_get(one, "items") : NULL;
        for (k = 0; k < json_array_size(items_of_one); k++) add_row(c, m, w, kind, json_array_get(items_of_one, k), t);
        if (!lists) add_row(c, m, w, kind, one, t);
    }
    print_table(c, t);
    grid_free(t);
    if (!json_array_size(items)) cli_say(c, "(chưa có gì)", "(nothing yet)");
}

/* One thing, a line per fact; absent facts are left out. */
static void one_text(Cli *c, const Model *m, const What *w, json_t *item)
{
    const char *key;
    json_t *v, *list = json_object_get(item, "items");
    int kind = word_find_kind(w->en);
    Grid *t = grid_new(2);
    json_object_foreach(item, key, v) {
        Buf cell = {0};
        if (v == list && list) continue;
        wording_value(c, m, kind, key, v, &cell);
        if (cell.n) {
            grid_cell(t, wording_key(c, kind, key));
            grid_cell(t, buf_text(&cell));
        }
        buf_free(&cell);
    }
    print_table(c, t);
    grid_free(t);
    if (!list) return;
    json_t *all = json_array();
    json_array_append(all, item);
    buf_putc(&c->out, '\n');
    items_text(c, m, w, all);
    json_decref(all);
}

/* --- one of them --- */

static const char *item_name(json_t *item)
{
    static const char *const keys[] = {"id", "name", "number", "indicator"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *s = json_string_value(json_object_get(item, keys[i]));
        if (s) return s;
    }
    return "";
}

static int item_is(json_t *item, const char *id)
{
    const char *also = json_string_value(json_object_get(item, "also")),
    *number = json_string_value(json_object_get(item, "number"));
    return text_same_folded(item_name(item), id) || (also && text_same_folded(also, id)) ||
           (number && text_same_folded(number, id));
}

/* Leaves the items called `id` in the list; -1 and the nearest name when there is none. */
static int pick(Cli *c, const What *w, json_t *items, const char *id, Err *e)
{
    size_t n = json_array_size(items), kept = 0;
    const char **names = mem_alloc(mem_mul(n, sizeof *names));
    const char *colon = strchr(id, ':');
    if (colon && !text_same_folded(id, "")) id = colon + 1;
    for (size_t i = 0; i < n; i++) {
        names[i] = item_name(json_array_get(items, i));
        kept += item_is(json_array_get(items, i), id) != 0;
    }
    if (!kept) {
        what_unknown(c, w->en, id, text_nearest(id, names, n), e);
    }
    for (size_t i = n; kept && i-- > 0;)
        if (!item_is(json_array_get(items, i), id)) json_array_remove(items, i);
    free(names);
    return kept ? 0 : -1;
}

/* --- the command --- */

/* One of n units (NULL = none is needed). Text goes out; JSON is appended to `all`. */
static int show_of_unit(Session *s, const What *w, const char *unit, size_t n, json_t *all, Err *e)
{
    Cli *c = s->c;
    UnitAnswer a = {0};
    json_t *items = json_array();
    int rc = session_list_unit(s, unit, n, &a, e);
    if (rc || !a.model) goto out;
    rc = -1;
    if (n > 1 && !c->json) buf_printf(&c->out, "%s%s\n", c->out.n ? "\n" : "", unit);
    if (what_items(w, s, a.model, unit, items, e)) goto out;
    if (c->n_args > 1 && pick(c, w, items, c->arg[1], e)) goto out;
    if (c->json) json_array_append_new(all, what_wrap(w, w->needs_unit ? unit : NULL, json_incref(items)));
    else if (c->n_args > 1) one_text(c, a.model, w, json_array_get(items, 0));
    else items_text(c, a.model, w, items);
    rc = 0;
out:
    json_decref(items);
    model_free(a.model);
    return rc;
}

/* With --for all the units stand one after the other: in JSON a list of what one unit gives. */
static int show_what(Session *s, const What *w, Err *e)
{
    Cli *c = s->c;
    static const char *const nobody[] = {NULL};
    const char *const *ids = nobody;
    size_t n = 1;
    int rc = 0, none = !w->needs_unit && (!s->has_workspace || (!cli_has(c, OPT_FOR) && s->w.n_units != 1));
    if (!none && session_units(s, &ids, &n, e)) return -1;
    if (!w->needs_unit && n > 1) {                         /* the same for all units: once */
        ids = nobody;
        n = 1;
    }
    json_t *all = json_array();
    for (size_t i = 0; i < n && rc >= 0; i++) rc = show_of_unit(s, w, ids[i], n, all, e);
    if (rc >= 0 && c->json) json_print(json_incref(n == 1 ? json_array_get(all, 0) : all), &c->out);
    json_decref(all);
    return rc < 0 ? -1 : 0;
}

static int find_plan(Session *s, const char *id)
{
    for (size_t i = 0; i < s->n_plans; i++)
        if (!id || text_same_folded(id, s->plan_ids[i])) return (int)i;
    return -1;
}

static void plan_text(Cli *c, const Plan *p, const char *id)
{
    Buf b = {0};
    buf_printf(&b, "%s  %s %s\n", id, p->type ? p->type : "", p->subject ? p->subject : "");
    for (size_t i = 0; i < p->n_nodes; i++) {
        const PlanNode *n = &p->nodes[i];
        int depth = 0;
        for (int up = n->parent; up >= 0; up = p->nodes[up].parent) depth++;
        buf_printf(&b, "%*s%s\t%s%s%s\n", depth * 2, "", n->id, n->label ? n->label : "", n->label ? " " : "", n->text);
    }
    text_show_lines(b.p, b.n, &c->out);                    /* a database may have been changed by hand */
    buf_free(&b);
}

static int show_plan(Session *s, Err *e)
{
    Cli *c = s->c;
    const char *id = c->n_args > 1 ? c->arg[1] : NULL;
    if (id && !strncmp(id, "plan:", 5)) id += 5;
    int i = find_plan(s, id);
    if (i < 0) {
        if (!id) return err_set(e, SEN8034, "%s", "");
        return what_unknown(c, "plan", id, text_nearest(id, s->plan_ids, s->n_plans), e);
    }
    if (c->json) plan_json(s->plans[i], &c->out, cli_drain, c);
    else plan_text(c, s->plans[i], s->plan_ids[i]);
    return 0;
}

static int show_today(Session *s, Err *e)
{
    UnitAnswer a = {0};
    const char *unit;
    if (session_one_unit(s, &unit, e) || session_list_unit(s, unit, 1, &a, e)) return -1;
    json_t *j = today_json(s, a.model, unit);
    if (s->c->json) json_print(json_incref(j), &s->c->out);
    else today_print(s->c, a.model, unit, j);
    json_decref(j);
    model_free(a.model);
    return 0;
}

int cmd_show(Cli *c)
{
    Err e = {0};
    Session s = {0};
    const char *name = c->arg[0];
    int plan = text_same_folded(name, "plan") || text_same_folded(name, "ke-hoach");
    int today = text_same_folded(name, "today") || text_same_folded(name, "hom-nay");
    const What *w = what_find(name);
    if (!plan && !today && !w) return cli_usage(c, SEN8029, "%s" ARG "%s", name, what_names(c));
    int bare = w && !strcmp(w->en, "outputs");
    int rc = session_open(&s, c, bare ? SESSION_BARE : SESSION_READ, &e);
    if (rc == 0) rc = plan ? show_plan(&s, &e) : today ? show_today(&s, &e) : show_what(&s, w, &e);
    session_close(&s);
    return rc ? cli_fail(c, &e) : c->code;
}
