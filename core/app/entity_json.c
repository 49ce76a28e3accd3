/* entity_json.c - the keys of each kind, as cli-contract.md names them. */
#include "core/app/entity_json.h"
#include "core/app/json.h"
#include <string.h>

/* Where a key comes from. FIELD: the field of that name; LIST: the same, always a list; FIRST: the first of a list. */
typedef enum Source { ID, PATH, FIELD, LIST, FIRST, STATUS, DONE, ROLE, TARGETS, LAYER, ORIGIN } Source;
typedef struct Key { const char *key; Source source; const char *field; } Key;

static const Key task_keys[] = {
    {"id", ID, 0}, {"also", FIRST, "also"}, {"title", FIELD, "title"}, {"clauses", LIST, "clauses"}, {"lead", FIELD, "lead"},
    {"with", LIST, "with"}, {"from", FIELD, "from"}, {"to", FIELD, "to"}, {"due", FIELD, "due_on"},
    {"must_arrive", FIELD, "must_arrive"}, {"evidence", LIST, "evidence"}, {"status", STATUS, 0}, {"layer", LAYER, 0},
    {"origin", ORIGIN, 0}, {0}};
static const Key item_keys[] = {
    {"id", PATH, 0}, {"text", FIELD, "title"}, {"who", FIELD, "who"}, {"due", FIELD, "due_on"}, {"every", FIELD, "every"},
    {"times", FIELD, "times"}, {"needs", LIST, "needs"}, {"done", DONE, 0}, {"done_on", FIELD, "done_on"},
    {"times_done", FIELD, "times_done"}, {0}};
static const Key indicator_keys[] = {
    {"id", ID, 0}, {"title", FIELD, "title"}, {"kind", FIELD, "kind"}, {"measure", FIELD, "measure"}, {"by", LIST, "by"},
    {"direction", FIELD, "direction"}, {"numerator", FIELD, "numerator"}, {"denominator", FIELD, "denominator"},
    {"targets", TARGETS, 0}, {"verified", FIELD, "verified"}, {"source", FIELD, "source"}, {"now", FIELD, "now"}, {0}};
static const Key material_keys[] = {
    {"id", ID, 0}, {"title", FIELD, "title"}, {"template", FIELD, "template"}, {"audience", LIST, "audience"},
    {"channels", LIST, "channels"}, {"valid_from", FIELD, "valid_from"}, {"valid_to", FIELD, "valid_to"},
    {"approval", FIELD, "approval"}, {"number", FIELD, "number"}, {"issued_on", FIELD, "issued_on"}, {0}};
static const Key body_keys[] = {
    {"id", ID, 0}, {"name", FIELD, "name"}, {"role", ROLE, 0}, {"unit", FIELD, "unit"}, {"succeeds", LIST, "succeeds"}, {0}};
static const Key unit_keys[] = {
    {"id", ID, 0}, {"name", FIELD, "name"}, {"kind", FIELD, "kind"}, {"parent", FIELD, "parent"},
    {"valid_from", FIELD, "valid_from"}, {"valid_to", FIELD, "valid_to"}, {"successors", LIST, "successors"}, {0}};

static const Key *keys_of(Kind k)
{
    switch (k) {
    case KIND_TASK: return task_keys;
    case KIND_ITEM: return item_keys;
    case KIND_INDICATOR: return indicator_keys;
    case KIND_MATERIAL: return material_keys;
    case KIND_BODY: return body_keys;
    case KIND_UNIT: return unit_keys;
    default: return NULL;
    }
}

json_t *entity_json_field(const Entity *e, const char *field)
{
    const Value *v = entity_get(e, field);
    return v ? json_value(v) : json_null();
}

json_t *entity_json_first(const Entity *e, const char *field)
{
    const Value *v = entity_get(e, field);
    if (v && v->type == VAL_LIST) return v->count ? json_value(&v->u.list[0]) : json_null();
    return v ? json_value(v) : json_null();
}

static json_t *list_of(const Entity *e, const char *field)
{
    const Value *v = entity_get(e, field);
    if (!v || v->type == VAL_NONE) return json_array();
    if (v->type == VAL_LIST) return json_value(v);
    json_t *j = json_array();
    json_array_append_new(j, json_value(v));
    return j;
}

static json_t *targets_of(const Entity *e)
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

static json_t *origin_of(const Entity *e)
{
    json_t *j = json_object();
    json_object_set_new(j, "file", json_text(e->file));
    json_object_set_new(j, "line", e->line ? json_integer(e->line) : json_null());
    return j;
}

/* The task's own status, else its state. */
static json_t *status_of(const Entity *e)
{
    const Value *v = entity_get(e, "status");
    return entity_json_field(e, !v || v->type == VAL_NONE ? "state" : "status");
}

static json_t *done_of(const Entity *e)
{
    const Value *v = entity_get(e, "done");
    return json_boolean(v && v->type == VAL_BOOL && v->u.i);
}

static json_t *layer_of(const Model *m, const Entity *e)
{
    const Layer *l = e->layer >= 0 ? model_layer(m, (size_t)e->layer) : NULL;
    return json_text(l ? l->name : NULL);
}

static json_t *one_key(const Model *m, const Entity *e, const Key *k)
{
    switch (k->source) {
    case ID: return json_string(e->id);
    case PATH: return json_string(e->path);
    case LIST: return list_of(e, k->field);
    case FIRST: return entity_json_first(e, k->field);
    case STATUS: return status_of(e);
    case DONE: return done_of(e);
    case ROLE: return entity_text(e, "role")[0] ? entity_json_field(e, "role") : json_string(e->id);
    case TARGETS: return targets_of(e);
    case LAYER: return layer_of(m, e);
    case ORIGIN: return origin_of(e);
    case FIELD: break;
    }
    return entity_json_field(e, k->field);
}

json_t *entity_json(const Model *m, const Entity *e)
{
    json_t *j = json_object();
    for (const Key *k = keys_of(e->kind); k && k->key; k++) json_object_set_new(j, k->key, one_key(m, e, k));
    return j;
}

json_t *entity_json_unread(Kind kind, const char *id)
{
    json_t *j = json_object();
    for (const Key *k = keys_of(kind); k && k->key; k++)
        json_object_set_new(j, k->key, k->source == ID ? json_string(id) : k->source == LIST ? json_array() : json_null());
    return j;
}

void entity_json_all(const Model *m, Kind kind, json_t *list)
{
    size_t n = model_count(m, kind);
    for (size_t i = 0; i < n; i++) {
        const Entity *e = model_at(m, kind, i);
        if (!entity_gone(e)) json_array_append_new(list, entity_json(m, e));
    }
}
