/* show_json.c - the items of `show WHAT` from a unit's resolved model. */
#include "core/app/show_json.h"
#include "core/app/entity_json.h"
#include "core/app/json.h"
#include "core/base/map.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

static void put(json_t *j, const char *key, json_t *v) { json_object_set_new(j, key, v); }

static void add_checklist(const Model *m, const Entity *of, json_t *task, json_t *list)
{
    Value items = model_items(m, of);
    if (!items.count) {
        json_decref(task);
        return;
    }
    json_t *j = json_object(), *all = json_array();
    put(j, "id", json_string(of->id));
    put(j, "task", task);
    for (uint32_t i = 0; i < items.count; i++)
        json_array_append_new(all, entity_json(m, ((const Entry *)items.u.list[i].u.self)->entity));
    put(j, "items", all);
    json_array_append_new(list, j);
}

static int items_checklists(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    (void)s, (void)unit, (void)e;
    for (int k = 0; k < 2; k++) {
        Kind kind = k ? KIND_CHECKLIST : KIND_TASK;
        size_t n = model_count(m, kind);
        for (size_t i = 0; i < n; i++) {
            const Entity *of = model_at(m, kind, i);
            if (!entity_gone(of)) add_checklist(m, of, k ? entity_json_first(of, "task") : json_string(of->id), list);
        }
    }
    return 0;
}

/* "sex=nu;age=15-24" -> {"sex":"nu","age":"15-24"} */
static json_t *dimensions_json(const char *text)
{
    json_t *j = json_object();
    for (const char *p = text ? text : ""; *p;) {
        const char *eq = strchr(p, '='), *end = strchr(p, ';');
        if (!end) end = p + strlen(p);
        if (eq && eq < end) json_object_setn_new(j, p, (size_t)(eq - p), json_stringn(eq + 1, (size_t)(end - eq - 1)));
        p = *end ? end + 1 : end;
    }
    return j;
}

/* An exact decimal as a JSON number, null when missing. */
static json_t *number_json(const char *s)
{
    if (!s) return json_null();
    return strchr(s, '.') ? json_real(strtod(s, NULL)) : json_integer(strtoll(s, NULL, 10));
}

static int items_values(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    Rows rows;
    (void)m;
    if (session_rows(s->store, unit, s->c->arena, &rows, e)) return -1;
    for (size_t i = 0; i < rows.n_values; i++) {
        const ValueRow *r = &rows.values[i];
        json_t *j = json_object();
        put(j, "indicator", json_text(r->indicator));
        put(j, "unit", json_text(unit));
        put(j, "period", json_text(r->period));
        put(j, "dimensions", dimensions_json(r->dimensions));
        put(j, "n", number_json(r->n));
        put(j, "d", number_json(r->d));
        put(j, "state", json_text(r->state));
        put(j, "who", json_text(r->who));
        put(j, "on", json_date(r->as_of));
        json_array_append_new(list, j);
    }
    return 0;
}

static int items_units(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    (void)m, (void)unit;
    if (session_profiles(s, e)) return -1;
    entity_json_all(s->space, KIND_UNIT, list);
    for (size_t i = 0; i < s->w.n_units; i++) {            /* a profile that cannot be read hides no unit */
        if (model_find(s->space, KIND_UNIT, s->w.unit[i])) continue;
        json_array_append_new(list, entity_json_unread(KIND_UNIT, s->w.unit[i]));
        cli_code(s->c, 1);
    }
    return 0;
}

static json_t *legal_json(const char *kind, const char *number, Date date, const char *issuer)
{
    json_t *j = json_object();
    put(j, "kind", json_text(kind));
    put(j, "number", json_text(number));
    put(j, "date", json_date(date));
    put(j, "issuer", json_text(issuer));
    put(j, "replaced_by", json_null());
    put(j, "nodes", json_array());
    return j;
}

/* References of the plans, those of the scripts laid beside them by number. */
static int items_legal(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    Map *seen = map_new();
    (void)unit, (void)e;
    for (size_t i = 0; i < s->n_plans; i++) {
        const Plan *p = s->plans[i];
        for (size_t k = 0; k < p->n_legal; k++) {
            const PlanLegal *l = &p->legal[k];
            json_t *j = map_get(seen, l->number);
            if (!j) {
                j = legal_json(l->kind, l->number, l->date, l->issuer);
                json_array_append_new(list, j);
                map_put(seen, l->number, j);
            }
            if (l->node < 0) continue;
            const char *id = p->nodes[l->node].id;
            json_array_append_new(json_object_get(j, "nodes"),
                                  i ? json_sprintf("%s:%s", s->plan_ids[i], id) : json_string(id));
        }
    }
    size_t n = model_count(m, KIND_LEGAL);
    for (size_t i = 0; i < n; i++) {
        const Entity *x = model_at(m, KIND_LEGAL, i);
        const Value *date = entity_get(x, "date");
        if (entity_gone(x)) continue;
        json_t *j = map_get(seen, entity_text(x, "number"));
        if (!j) {
            j = legal_json(entity_text(x, "kind"), entity_text(x, "number"),
                           date && date->type == VAL_DATE ? date->u.date : DATE_NONE,
                           entity_text(x, "issuer")[0] ? entity_text(x, "issuer") : NULL);
            json_array_append_new(list, j);
        }
        put(j, "id", json_string(x->id));
        put(j, "title", entity_json_field(x, "title"));
        put(j, "replaced_by", entity_json_field(x, "replaced_by"));
    }
    map_free(seen);
    return 0;
}

static int items_outputs(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    Registry *r;
    (void)m, (void)unit;
    if (session_outputs(s, 1, &r, e)) return -1;
    for (size_t i = 0; i < registry_count_outputs(r); i++) {
        const Output *o = registry_output_at(r, i);
        json_t *j = json_object();
        put(j, "id", json_text(o->id));
        put(j, "title", json_text(o->title));
        put(j, "suffix", json_text(o->suffix));
        put(j, "mime", json_text(o->mime));
        put(j, "kind", json_text(o->kind));
        put(j, "version", json_text(o->version));
        put(j, "status", json_string("loaded"));
        put(j, "reason", json_null());
        json_array_append_new(list, j);
    }
    for (size_t i = 0; i < registry_count_infos(r); i++) {
        const PluginInfo *p = registry_info_at(r, i);
        if (p->loaded || !p->why.code) continue;
        Buf why = {0};
        const char *args[ERR_ARGS] = {p->why.arg[0], p->why.arg[1], p->why.arg[2], p->why.arg[3]};
        err_message(p->why.code, s->c->lang, args, ERR_ARGS, &why);
        json_t *j = json_object();
        put(j, "id", json_text(p->name));
        put(j, "title", json_text(p->summary));
        put(j, "suffix", json_null());
        put(j, "mime", json_null());
        put(j, "kind", json_text(p->kind));
        put(j, "version", json_text(p->version));
        put(j, "status", json_string("refused"));
        put(j, "reason", json_string(buf_text(&why)));
        json_array_append_new(list, j);
        buf_free(&why);
    }
    registry_free(r);
    return 0;
}

static int items_layers(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    (void)s, (void)unit, (void)e;
    for (size_t i = 0; i < model_layer_count(m); i++) {
        const Layer *l = model_layer(m, i);
        json_t *j = json_object();
        put(j, "name", json_text(l->name));
        put(j, "path", json_text(l->path));
        put(j, "files", json_integer(l->files));
        json_array_append_new(list, j);
    }
    return 0;
}

#define COLUMNS(...) (const char *const[]){__VA_ARGS__, NULL}
static const What whats[] = {
    {"tasks", "nhiem-vu", "nhiệm vụ", NULL, KIND_TASK, 1, COLUMNS("id", "title", "lead", "due", "clauses", "status")},
    {"checklists", "danh-muc", "danh mục", items_checklists, 0, 1, COLUMNS("id", "text", "who", "due", "done")},
    {"indicators", "chi-tieu", "chỉ tiêu", NULL, KIND_INDICATOR, 1, COLUMNS("id", "title", "measure", "now", "targets")},
    {"values", "so-lieu", "số liệu", items_values, 0, 1, COLUMNS("indicator", "period", "dimensions", "n", "d", "state", "on")},
    {"materials", "tai-lieu", "tài liệu", NULL, KIND_MATERIAL, 1, COLUMNS("id", "title", "channels", "audience")},
    {"bodies", "co-quan", "cơ quan", NULL, KIND_BODY, 1, COLUMNS("id", "name", "succeeds")},
    {"units", "don-vi", "đơn vị", items_units, 0, 0, COLUMNS("id", "name", "kind")},
    {"legal", "van-ban", "văn bản", items_legal, 0, 0, COLUMNS("number", "kind", "date", "issuer", "nodes")},
    {"outputs", "dau-ra", "đầu ra", items_outputs, 0, 0, COLUMNS("id", "title", "suffix", "kind", "status", "reason")},
    {"layers", "lop", "lớp", items_layers, 0, 1, COLUMNS("name", "path", "files")},
};

const What *what_find(const char *name)
{
    for (size_t i = 0; i < sizeof whats / sizeof *whats; i++)
        if (text_same_folded(name, whats[i].en) || text_same_folded(name, whats[i].vi)) return &whats[i];
    return NULL;
}

int what_unknown(Cli *c, const char *what, const char *id, const char *near, Err *e)
{
    const What *w = what_find(what);
    const char *one = w ? cli_word(c, w->one, w->en) : cli_word(c, "kế hoạch", "plan");
    const char *list = w ? cli_word(c, w->vi, w->en) : cli_word(c, "ke-hoach", "plan");
    return near ? err_set(e, SEN8026, "%s" ARG "%s" ARG "%s" ARG "%s", one, id, near, list)
                : err_set(e, SEN8027, "%s" ARG "%s" ARG "%s", one, id, list);
}

int what_items(const What *w, Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    if (w->items) return w->items(s, m, unit, list, e);
    entity_json_all(m, w->kind, list);
    return 0;
}

const char *what_names(Cli *c)
{
    Buf b = {0};
    buf_puts(&b, cli_word(c, "ke-hoach hom-nay", "plan today"));
    for (size_t i = 0; i < sizeof whats / sizeof *whats; i++) buf_printf(&b, " %s", cli_word(c, whats[i].vi, whats[i].en));
    const char *r = arena_copy(c->arena, buf_text(&b));
    buf_free(&b);
    return r;
}

json_t *what_wrap(const What *w, const char *unit, json_t *items)
{
    json_t *j = json_object();
    put(j, "schema", json_sprintf("sen-%s/1", w->en));
    put(j, "unit", json_text(unit));
    put(j, "items", items);
    return j;
}
