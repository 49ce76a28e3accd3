/* cmd_show.c - `sen show WHAT [ID]`: JSON as the contract says, or a table for people made from the same items. */
#include "core/app/commands.h"
#include "core/app/json.h"
#include "core/app/plan_json.h"
#include "core/app/show_json.h"
#include "core/app/today.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

/* --- text --- */

static void cell_text(const Cli *c, const json_t *v, Buf *out)
{
    size_t i;
    json_t *x;
    const char *key;
    switch (json_typeof(v)) {
    case JSON_STRING: buf_puts(out, json_string_value(v)); break;
    case JSON_INTEGER: buf_printf(out, "%lld", (long long)json_integer_value(v)); break;
    case JSON_REAL: buf_printf(out, "%.10g", json_real_value(v)); break;
    case JSON_TRUE: buf_puts(out, cli_word(c, "xong", "yes")); break;
    case JSON_FALSE: buf_puts(out, "–"); break;
    case JSON_ARRAY:
        json_array_foreach((json_t *)(uintptr_t)v, i, x) {
            if (i) buf_puts(out, ", ");
            cell_text(c, x, out);
        }
        break;
    case JSON_OBJECT: {
        int first = 1;
        json_object_foreach((json_t *)(uintptr_t)v, key, x) {
            if (json_is_null(x)) continue;
            if (!first) buf_putc(out, ' ');
            first = 0;
            cell_text(c, x, out);
        }
        break;
    }
    case JSON_NULL: break;
    }
}

static void row_text(const Cli *c, const What *w, json_t *item, Buf *out)
{
    Buf cell = {0};
    for (size_t i = 0; w->columns[i]; i++) {
        json_t *v = json_object_get(item, w->columns[i]);
        buf_clear(&cell);
        if (v) cell_text(c, v, &cell);
        if (i) buf_puts(out, "\t");
        buf_puts(out, buf_text(&cell));
    }
    buf_putc(out, '\n');
    buf_free(&cell);
}

/* A checklist is printed item by item below its name. */
static void checklist_text(const Cli *c, const What *w, json_t *item, Buf *out)
{
    size_t i;
    json_t *one, *items = json_object_get(item, "items");
    buf_printf(out, "%s\n", json_string_value(json_object_get(item, "id")));
    json_array_foreach(items, i, one) {
        buf_puts(out, json_is_true(json_object_get(one, "done")) ? "  [x] " : "  [ ] ");
        row_text(c, w, one, out);
    }
}

static void items_text(Cli *c, const What *w, json_t *items)
{
    size_t i;
    json_t *one;
    json_array_foreach(items, i, one) {
        if (json_object_get(one, "items")) checklist_text(c, w, one, &c->out);
        else row_text(c, w, one, &c->out);
    }
    if (!json_array_size(items)) cli_say(c, "(chưa có gì)", "(nothing yet)");
}

static void one_text(Cli *c, json_t *item)
{
    const char *key;
    json_t *v;
    json_object_foreach(item, key, v) {
        Buf cell = {0};
        cell_text(c, v, &cell);
        buf_printf(&c->out, "%-12s %s\n", key, buf_text(&cell));
        buf_free(&cell);
    }
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
    const char *also = json_string_value(json_object_get(item, "also")), *number = json_string_value(json_object_get(item, "number"));
    return text_same_folded(item_name(item), id) || (also && text_same_folded(also, id)) || (number && text_same_folded(number, id));
}

/* Leaves the items called `id` in the list; -1 and the nearest name when there is none. */
static int pick(const What *w, json_t *items, const char *id, Err *e)
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
        const char *near = text_nearest(id, names, n);
        if (near) err_set(e, SEN8026, "%s" ARG "%s" ARG "%s", w->one, id, near);
        else err_set(e, SEN8027, "%s" ARG "%s", w->one, id);
    }
    for (size_t i = n; kept && i-- > 0;)
        if (!item_is(json_array_get(items, i), id)) json_array_remove(items, i);
    free(names);
    return kept ? 0 : -1;
}

/* --- the command --- */

static int show_what(Session *s, const What *w, Err *e)
{
    Cli *c = s->c;
    UnitAnswer a = {0};
    const char *unit = NULL;
    json_t *items = json_array();
    int rc = -1;
    int none = !w->needs_unit && (!s->has_workspace || (!cli_has(c, OPT_FOR) && s->w.n_units != 1));
    if (!none && session_one_unit(s, &unit, e)) goto out;
    if (session_unit(s, unit, WANT_MODEL, &a, e) || !a.model) goto out;
    if (w->items(s, a.model, unit, items, e)) goto out;
    if (c->n_args > 1 && pick(w, items, c->arg[1], e)) goto out;
    if (c->json) {
        json_print(what_wrap(w, w->needs_unit ? unit : NULL, json_incref(items)), &c->out);
    } else if (c->n_args > 1) {
        one_text(c, json_array_get(items, 0));
    } else {
        items_text(c, w, items);
    }
    c->findings.n = 0;                                     /* `check` tells them; a listing only lists */
    rc = 0;
out:
    json_decref(items);
    model_free(a.model);
    return rc;
}

static int find_plan(Session *s, const char *id)
{
    for (size_t i = 0; i < s->n_plans; i++)
        if (!id || text_same_folded(id, s->plan_ids[i])) return (int)i;
    return -1;
}

static void plan_text(Cli *c, const Plan *p, const char *id)
{
    buf_printf(&c->out, "%s  %s %s\n", id, p->type ? p->type : "", p->subject ? p->subject : "");
    for (size_t i = 0; i < p->n_nodes; i++) {
        const PlanNode *n = &p->nodes[i];
        int depth = 0;
        for (int up = n->parent; up >= 0; up = p->nodes[up].parent) depth++;
        buf_printf(&c->out, "%*s%s\t%s%s%s\n", depth * 2, "", n->id, n->label ? n->label : "", n->label ? " " : "", n->text);
    }
}

static int show_plan(Session *s, Err *e)
{
    Cli *c = s->c;
    const char *id = c->n_args > 1 ? c->arg[1] : NULL;
    if (id && !strncmp(id, "plan:", 5)) id += 5;
    int i = find_plan(s, id);
    if (i < 0) {
        if (!id) return err_set(e, SEN8034, "%s", "");
        const char *near = text_nearest(id, s->plan_ids, s->n_plans);
        return near ? err_set(e, SEN8026, "%s" ARG "%s" ARG "%s", cli_word(c, "kế hoạch", "plan"), id, near)
                    : err_set(e, SEN8027, "%s" ARG "%s", cli_word(c, "kế hoạch", "plan"), id);
    }
    if (c->json) json_print(plan_json(s->plans[i]), &c->out);
    else plan_text(c, s->plans[i], s->plan_ids[i]);
    return 0;
}

static int show_today(Session *s, Err *e)
{
    UnitAnswer a = {0};
    const char *unit;
    if (session_one_unit(s, &unit, e) || session_unit(s, unit, WANT_MODEL, &a, e)) return -1;
    s->c->findings.n = 0;
    json_t *j = today_json(s, a.model, unit);
    if (s->c->json) json_print(json_incref(j), &s->c->out);
    else today_print(s->c, unit, j);
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
    return rc ? cli_fail(c, &e) : 0;
}
