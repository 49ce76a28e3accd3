/* object.c - entities as objects: what scripts, templates and plugins read of them, by field name. */
#include "core/model/model.h"
#include <string.h>

static int is(Str a, const char *en, const char *vi) { return str_is(a, en) || str_is(a, vi); }

static Value text_or_none(const char *s) { return s ? value_text(str_of(s)) : value_none(); }

static int get_more(const Entry *x, Str field, Value *out)
{
    const Entity *e = x->entity;
    if (is(field, "id", "ma")) *out = value_text(str_of(e->id));
    else if (str_is(field, "path")) *out = value_text(str_of(e->path));
    else if (str_is(field, "address_of")) *out = value_text(str_of(e->address));
    else if (is(field, "layer", "lop") && e->kind != KIND_UNIT && e->kind != KIND_WORKSPACE) {
        const Layer *l = model_layer(x->model, (size_t)e->layer);
        *out = text_or_none(l ? l->name : NULL);
    } else if (str_is(field, "parent") && e->kind == KIND_ITEM) *out = text_or_none(e->parent);
    else if (str_is(field, "origin")) *out = (Value){.type = VAL_MAP, .count = 2, .u.map = e->origin};
    else if (is(field, "items", "viec") && (e->kind == KIND_TASK || e->kind == KIND_CHECKLIST)) *out = model_items(x->model, e);
    else if (is(field, "of", "cua") && e->kind == KIND_ITEM) {
        const Entry *p = e->parent ? model_entry(x->model, e->parent_kind, e->parent) : NULL;
        *out = p ? entity_value(p) : value_none();
    } else return 0;
    return 1;
}

/* lead_name, giao_cho_ten: what people read for a word (scripts see the word itself as its id). */
static int get_label(const Entry *x, Str field, Value *out)
{
    static const char *const ends[] = {"_name", "_ten"};
    for (size_t k = 0; k < 2; k++) {
        size_t n = strlen(ends[k]);
        if (field.n <= n || memcmp(field.p + field.n - n, ends[k], n)) continue;
        int i = word_find_field_exact(x->entity->kind, field.p, field.n - n);
        const Value *v = i < 0 ? NULL : &x->entity->slots[i].value;
        if (!v || (v->type != VAL_WORD && v->type != VAL_NONE)) continue;
        *out = v->type == VAL_NONE ? *v : v->x.label ? value_text(str_of(v->x.label)) : value_text(v->u.text);
        return 1;
    }
    return 0;
}

static const ObjectType types[KINDS];

/* A list of ids tells of which kind they are. */
static void get_slot(const Entity *e, size_t i, Value *out)
{
    *out = e->slots[i].value;
    if (out->type != VAL_LIST) return;
    const Field *f = word_field(e->kind, i);
    if (f->type == FIELD_IDS && f->target < KINDS) out->x.type = &types[f->target];
}

static int get(const void *self, Str field, Value *out)
{
    const Entry *x = self;
    int i = word_find_field_exact(x->entity->kind, field.p, field.n);
    if (i < 0) return get_more(x, field, out) || get_label(x, field, out);
    get_slot(x->entity, (size_t)i, out);
    return 1;
}

static int place(const void *self, Str field)
{
    return word_find_field_exact(((const Entry *)self)->entity->kind, field.p, field.n);
}

static void get_at(const void *self, int at, Value *out) { *out = ((const Entry *)self)->entity->slots[at].value; }

static Str text(const void *self)
{
    const Entity *e = ((const Entry *)self)->entity;
    const char *t = entity_title(e);
    return str_of(*t ? t : e->id);
}

static const char *address(const void *self) { return ((const Entry *)self)->entity->address; }

#define KIND(K, name, alias, read, plural, vi, en, ex_en, ex_vi)                                \
    static const char *const names_##K[] = {"id",
#define F(name, alias, read, type, list, target, flags, vi, en, ex) name,
#define END };
#include "core/model/words.def"
#undef KIND
#undef F
#undef END

static const char *const *const all_names[KINDS] = {
#define KIND(K, name, alias, read, plural, vi, en, ex_en, ex_vi) names_##K,
#define F(name, alias, read, type, list, target, flags, vi, en, ex)
#define END
#include "core/model/words.def"
#undef KIND
#undef F
#undef END
};

static const char *const *fields(const void *self, size_t *n)
{
    Kind k = ((const Entry *)self)->entity->kind;
    *n = word_field_count(k) + 1;
    return all_names[k];
}

#define KIND(K, name, alias, read, plural, vi, en, ex_en, ex_vi) {name, get, fields, text, address, place, get_at},
#define F(name, alias, read, type, list, target, flags, vi, en, ex)
#define END
static const ObjectType types[KINDS] = {
#include "core/model/words.def"
};


const ObjectType *entity_type(Kind k) { return &types[k]; }

int entity_type_kind(const ObjectType *t)
{
    uintptr_t at = (uintptr_t)t, from = (uintptr_t)types;
    return at >= from && at < from + sizeof types ? (int)((at - from) / sizeof *types) : -1;
}

const Entry *entity_entry(const Value *v)
{
    return v->type == VAL_OBJECT && entity_type_kind(v->x.type) >= 0 ? v->u.self : NULL;
}

Value entity_value(const Entry *entry)
{
    return (Value){.type = VAL_OBJECT, .u.self = entry, .x.type = &types[entry->entity->kind]};
}
