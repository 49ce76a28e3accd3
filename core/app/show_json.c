/* show_json.c - the items of `show WHAT` from a unit's resolved model. */
#include "core/app/show_json.h"
#include "core/app/json.h"
#include "core/base/map.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

static json_t *entity_json(const Model *m, const Entity *e, const char *field)
{
    (void)m;
    const Value *v = entity_get(e, field);
    return v ? json_value(v) : json_null();
}

static json_t *list_json(const Entity *e, const char *field)
{
    const Value *v = entity_get(e, field);
    if (!v || v->type == VAL_NONE) return json_array();
    if (v->type == VAL_LIST) return json_value(v);
    json_t *j = json_array();
    json_array_append_new(j, json_value(v));
    return j;
}

static json_t *first_json(const Entity *e, const char *field)
{
    const Value *v = entity_get(e, field);
    if (v && v->type == VAL_LIST) return v->count ? json_value(&v->u.list[0]) : json_null();
    return v ? json_value(v) : json_null();
}

static void put(json_t *j, const char *key, json_t *v) { json_object_set_new(j, key, v); }

static json_t *origin_json(const Entity *e)
{
    json_t *j = json_object();
    put(j, "file", json_text(e->file));
    put(j, "line", e->line ? json_integer(e->line) : json_null());
    return j;
}

static json_t *layer_json(const Model *m, const Entity *e)
{
    const Layer *l = e->layer >= 0 ? model_layer(m, (size_t)e->layer) : NULL;
    return json_text(l ? l->name : NULL);
}

/* The task's own status, else its state. */
static json_t *status_json(const Entity *e)
{
    const Value *v = entity_get(e, "status");
    if (!v || v->type == VAL_NONE) v = entity_get(e, "state");
    return v ? json_value(v) : json_null();
}

typedef void (*Fill)(const Model *m, const Entity *e, json_t *j);

static int each(const Model *m, Kind k, Fill fill, json_t *list)
{
    size_t n = model_count(m, k);
    for (size_t i = 0; i < n; i++) {
        const Entity *e = model_at(m, k, i);
        if (entity_gone(e)) continue;
        json_t *j = json_object();
        fill(m, e, j);
        json_array_append_new(list, j);
    }
    return 0;
}

static void fill_task(const Model *m, const Entity *e, json_t *j)
{
    put(j, "id", json_string(e->id));
    put(j, "also", first_json(e, "also"));
    put(j, "title", entity_json(m, e, "title"));
    put(j, "clauses", list_json(e, "clauses"));
    put(j, "lead", entity_json(m, e, "lead"));
    put(j, "with", list_json(e, "with"));
    put(j, "from", entity_json(m, e, "from"));
    put(j, "to", entity_json(m, e, "to"));
    put(j, "due", entity_json(m, e, "due_on"));
    put(j, "must_arrive", entity_json(m, e, "must_arrive"));
    put(j, "evidence", list_json(e, "evidence"));
    put(j, "status", status_json(e));
    put(j, "layer", layer_json(m, e));
    put(j, "origin", origin_json(e));
}

static int items_tasks(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    (void)s, (void)unit, (void)e;
    return each(m, KIND_TASK, fill_task, list);
}

static json_t *item_json(const Model *m, const Entity *e)
{
    json_t *j = json_object();
    const Value *done = entity_get(e, "done");
    put(j, "id", json_string(e->path));
    put(j, "text", entity_json(m, e, "title"));
    put(j, "who", entity_json(m, e, "who"));
    put(j, "due", entity_json(m, e, "due_on"));
    put(j, "every", entity_json(m, e, "every"));
    put(j, "times", entity_json(m, e, "times"));
    put(j, "needs", list_json(e, "needs"));
    put(j, "done", json_boolean(done && done->type == VAL_BOOL && done->u.i));
    put(j, "done_on", entity_json(m, e, "done_on"));
    put(j, "times_done", entity_json(m, e, "times_done"));
    return j;
}

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
        json_array_append_new(all, item_json(m, ((const Entry *)items.u.list[i].u.self)->entity));
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
            if (!entity_gone(of)) add_checklist(m, of, k ? first_json(of, "task") : json_string(of->id), list);
        }
    }
    return 0;
}

static json_t *targets_json(const Entity *e)
{
    const Value *v = entity_get(e, "target");
    json_t *list = json_array();
    for (uint32_t i = 0; v && v->type == VAL_LIST && i < v->count; i++) {
        json_t *all = json_value(&v->u.list[i]), *j = json_object();
        static const char *const keys[] = {"level", "year", "value", "unit"};
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            json_t *x = json_object_get(all, keys[k]);
            json_object_set(j, keys[k], x ? x : json_null());
        }
        json_decref(all);
        json_array_append_new(list, j);
    }
    return list;
}

static void fill_indicator(const Model *m, const Entity *e, json_t *j)
{
    put(j, "id", json_string(e->id));
    put(j, "title", entity_json(m, e, "title"));
    put(j, "kind", entity_json(m, e, "kind"));
    put(j, "measure", entity_json(m, e, "measure"));
    put(j, "by", list_json(e, "by"));
    put(j, "direction", entity_json(m, e, "direction"));
    put(j, "numerator", entity_json(m, e, "numerator"));
    put(j, "denominator", entity_json(m, e, "denominator"));
    put(j, "targets", targets_json(e));
    put(j, "verified", entity_json(m, e, "verified"));
    put(j, "source", entity_json(m, e, "source"));
    put(j, "now", entity_json(m, e, "now"));
}

static int items_indicators(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    (void)s, (void)unit, (void)e;
    return each(m, KIND_INDICATOR, fill_indicator, list);
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

static void fill_material(const Model *m, const Entity *e, json_t *j)
{
    put(j, "id", json_string(e->id));
    put(j, "title", entity_json(m, e, "title"));
    put(j, "template", entity_json(m, e, "template"));
    put(j, "audience", list_json(e, "audience"));
    put(j, "channels", list_json(e, "channels"));
    put(j, "valid_from", entity_json(m, e, "valid_from"));
    put(j, "valid_to", entity_json(m, e, "valid_to"));
    put(j, "approval", entity_json(m, e, "approval"));
}

static int items_materials(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    (void)s, (void)unit, (void)e;
    return each(m, KIND_MATERIAL, fill_material, list);
}

static void fill_body(const Model *m, const Entity *e, json_t *j)
{
    put(j, "id", json_string(e->id));
    put(j, "name", entity_json(m, e, "name"));
    put(j, "role", entity_text(e, "role")[0] ? entity_json(m, e, "role") : json_string(e->id));
    put(j, "unit", entity_json(m, e, "unit"));
    put(j, "succeeds", list_json(e, "succeeds"));
}

static int items_bodies(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    (void)s, (void)unit, (void)e;
    return each(m, KIND_BODY, fill_body, list);
}

static void fill_unit(const Model *m, const Entity *e, json_t *j)
{
    put(j, "id", json_string(e->id));
    put(j, "name", entity_json(m, e, "name"));
    put(j, "kind", entity_json(m, e, "kind"));
    put(j, "parent", entity_json(m, e, "parent"));
    put(j, "valid_from", entity_json(m, e, "valid_from"));
    put(j, "valid_to", entity_json(m, e, "valid_to"));
    put(j, "successors", list_json(e, "successors"));
}

static int items_units(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    (void)m, (void)unit;
    if (session_profiles(s, e)) return -1;
    return each(s->space, KIND_UNIT, fill_unit, list);
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
        put(j, "title", entity_json(m, x, "title"));
        put(j, "replaced_by", entity_json(m, x, "replaced_by"));
    }
    map_free(seen);
    return 0;
}

static int items_outputs(Session *s, const Model *m, const char *unit, json_t *list, Err *e)
{
    Registry *r;
    (void)m, (void)unit;
    if (session_outputs(s, &r, e)) return -1;
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
        if (p->loaded) continue;
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
    {"tasks", "nhiem-vu", "nhiệm vụ", items_tasks, 1, COLUMNS("id", "title", "lead", "due", "clauses", "status")},
    {"checklists", "danh-muc", "danh mục", items_checklists, 1, COLUMNS("id", "text", "who", "due", "done")},
    {"indicators", "chi-tieu", "chỉ tiêu", items_indicators, 1, COLUMNS("id", "title", "measure", "now", "targets")},
    {"values", "so-lieu", "số liệu", items_values, 1, COLUMNS("indicator", "period", "dimensions", "n", "d", "state", "on")},
    {"materials", "tai-lieu", "tài liệu", items_materials, 1, COLUMNS("id", "title", "channels", "audience")},
    {"bodies", "co-quan", "cơ quan", items_bodies, 1, COLUMNS("id", "name", "succeeds")},
    {"units", "don-vi", "đơn vị", items_units, 0, COLUMNS("id", "name", "kind")},
    {"legal", "van-ban", "văn bản", items_legal, 0, COLUMNS("number", "kind", "date", "issuer", "nodes")},
    {"outputs", "dau-ra", "đầu ra", items_outputs, 0, COLUMNS("id", "title", "suffix", "kind", "status", "reason")},
    {"layers", "lop", "lớp", items_layers, 1, COLUMNS("name", "path", "files")},
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

/* --- today --- */

static json_t *due_json(const Model *m, const Entity *e, Date due)
{
    json_t *j = json_object();
    put(j, "id", json_string(e->path));
    put(j, "address", json_string(e->address));
    put(j, "text", entity_json(m, e, "title"));
    put(j, "who", entity_json(m, e, e->kind == KIND_TASK ? "lead" : "who"));
    put(j, "due", json_date(due));
    return j;
}

enum { SOON_DAYS = 14 };

static void sort_due(json_t *all, Date today, const Model *m, const Entity *e, Date due)
{
    const char *where = due < today ? "late" : due == today ? "due" : due <= today + SOON_DAYS ? "soon" : NULL;
    if (where) json_array_append_new(json_object_get(all, where), due_json(m, e, due));
}

static int by_due(const void *a, const void *b)
{
    json_t *const *x = a, *const *y = b;
    int c = strcmp(json_string_value(json_object_get(*x, "due")), json_string_value(json_object_get(*y, "due")));
    return c ? c : strcmp(json_string_value(json_object_get(*x, "id")), json_string_value(json_object_get(*y, "id")));
}

static void sort_list(json_t *list)
{
    size_t n = json_array_size(list);
    json_t **v = mem_alloc(mem_mul(n, sizeof *v));
    for (size_t i = 0; i < n; i++) v[i] = json_incref(json_array_get(list, i));
    if (n) qsort(v, n, sizeof *v, by_due);
    json_array_clear(list);
    for (size_t i = 0; i < n; i++) json_array_append_new(list, v[i]);
    free(v);
}

json_t *today_json(Session *s, const Model *m, const char *unit)
{
    json_t *j = json_object(), *day = json_object(), *items = json_array();
    put(j, "schema", json_string("sen-today/1"));
    put(j, "unit", json_text(unit));
    put(day, "date", json_date(s->c->date));
    static const char *const lists[] = {"due", "late", "soon"};
    for (size_t i = 0; i < 3; i++) put(day, lists[i], json_array());
    static const Kind kinds[] = {KIND_TASK, KIND_ITEM};
    for (size_t k = 0; k < 2; k++) {
        size_t n = model_count(m, kinds[k]);
        for (size_t i = 0; i < n; i++) {
            const Entity *e = model_at(m, kinds[k], i);
            const Value *due = entity_get(e, "due_on"), *done = entity_get(e, "done");
            int finished = (done && done->type == VAL_BOOL && done->u.i) || !strcmp(entity_text(e, "state"), "done");
            if (!entity_gone(e) && !finished && due && due->type == VAL_DATE) sort_due(day, s->c->date, m, e, due->u.date);
        }
    }
    for (size_t i = 0; i < 3; i++) sort_list(json_object_get(day, lists[i]));
    json_object_update(j, day);                            /* one object: its keys stand at the top, and as the only item */
    json_array_append_new(items, day);
    put(j, "items", items);
    return j;
}
