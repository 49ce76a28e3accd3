/* model_pack.c - a resolved model as bytes for the parent; reading trusts nothing. */
#include "core/model/inside.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

enum { MAGIC = 0x314d4e53, STEPS_MOST = 64, LAYERS_MOST = 512, ENTITIES_MOST = 100000 };

/* Parents before their items. */
static const Kind order[KINDS] = {KIND_WORKSPACE, KIND_UNIT, KIND_BODY, KIND_TASK, KIND_CHECKLIST, KIND_ITEM, KIND_INDICATOR,
                                  KIND_MATERIAL, KIND_SCHEDULE, KIND_EVENT, KIND_MEMBER, KIND_LEGAL, KIND_NARRATIVE, KIND_RULE,
                                  KIND_LOCK, KIND_LAYOUT, KIND_HOLIDAY};

enum { SAME_AFTER = 1, SAME_BEFORE = 2 };           /* the value stands elsewhere already: in the slot, in the step before */

static void pack_step(Buf *out, const Step *s, int has_prev, const Value *now)
{
    unsigned same = (now && value_equal(s->after, *now) ? SAME_AFTER : 0U) |
                    (has_prev && value_equal(s->before, s->prev->after) ? SAME_BEFORE : 0U);
    pack_u8(out, s->verb);
    pack_u8(out, s->op);
    pack_u32(out, (uint32_t)s->layer);
    pack_text(out, s->file);
    pack_u32(out, (uint32_t)s->line);
    pack_u8(out, same);
    if (!(same & SAME_BEFORE)) value_pack(out, s->before);
    if (!(same & SAME_AFTER)) value_pack(out, s->after);
    pack_text(out, s->why);
    pack_text(out, s->approver);
    pack_u32(out, (uint32_t)s->expires);
}

/* The chain oldest first; now = the slot's value, NULL = none. */
static void pack_chain(Buf *out, const Step *s, const Value *now)
{
    const Step *chain[STEPS_MOST];
    size_t n = 0;
    for (; s && n < STEPS_MOST; s = s->prev) chain[n++] = s;
    pack_u8(out, (unsigned)n);
    for (size_t i = n; i-- > 0;) pack_step(out, chain[i], i + 1 < n, i ? NULL : now);
}

static void pack_entity(Buf *out, const Entity *e)
{
    size_t used = 0;
    pack_text(out, e->path);
    pack_text(out, e->id);
    pack_text(out, e->parent);
    pack_u8(out, e->parent_kind);
    pack_u32(out, (uint32_t)e->layer);
    pack_text(out, e->file);
    pack_u32(out, (uint32_t)e->line);
    pack_chain(out, e->removed, NULL);
    for (size_t i = 0; i < word_field_count(e->kind); i++) used += e->slots[i].value.type != VAL_NONE || e->slots[i].step;
    pack_u8(out, (unsigned)used);
    for (size_t i = 0; i < word_field_count(e->kind); i++) {
        if (e->slots[i].value.type == VAL_NONE && !e->slots[i].step) continue;
        pack_u8(out, (unsigned)i);
        value_pack(out, e->slots[i].value);
        pack_chain(out, e->slots[i].step, &e->slots[i].value);
    }
}

/* only: one kind, or KINDS = all. */
static void pack_kinds(const Model *m, Kind only, Buf *out)
{
    pack_u32(out, MAGIC);
    pack_u32(out, (uint32_t)m->year);
    pack_u32(out, (uint32_t)m->n_layers);
    for (size_t i = 0; i < m->n_layers; i++) {
        pack_text(out, m->layers[i].name);
        pack_text(out, m->layers[i].path);
        pack_u32(out, (uint32_t)m->layers[i].files);
    }
    for (int o = 0; o < KINDS; o++) {
        Kind k = order[o];
        uint32_t n = 0;
        size_t shelf = only == KINDS || only == k ? m->shelf[k].n : 0;
        for (size_t i = 0; i < shelf; i++) n += !model_at(m, k, i)->dropped;
        pack_u32(out, n);
        for (size_t i = 0; i < shelf; i++)
            if (!model_at(m, k, i)->dropped) pack_entity(out, model_at(m, k, i));
    }
}

void model_pack(const Model *m, Buf *out) { pack_kinds(m, KINDS, out); }
void model_pack_kind(const Model *m, Kind k, Buf *out) { pack_kinds(m, k, out); }

/* --- reading --- */

static const Step *unpack_chain(Unpack *u, Model *m, const Value *now)
{
    unsigned n = unpack_u8(u);
    if (n > STEPS_MOST) u->bad = 1;
    const Step *prev = NULL;
    for (unsigned i = 0; i < n && !u->bad; i++) {
        Step *s = arena_alloc(m->arena, sizeof *s);
        unsigned verb = unpack_u8(u), op = unpack_u8(u);
        if (verb >= VERBS || op > STEP_COMPUTED) u->bad = 1;
        s->prev = prev;
        s->verb = (Verb)verb;
        s->op = (StepOp)op;
        s->layer = (int)unpack_u32(u);
        s->file = unpack_text(u, m->arena);
        s->line = (int)unpack_u32(u);
        unsigned same = unpack_u8(u);
        s->before = !(same & SAME_BEFORE) ? value_unpack(u, m->arena) : prev ? prev->after : value_none();
        s->after = !(same & SAME_AFTER) ? value_unpack(u, m->arena) : now ? *now : value_none();
        s->why = unpack_text(u, m->arena);
        s->approver = unpack_text(u, m->arena);
        s->expires = (Date)unpack_u32(u);
        if (s->layer < -1 || s->layer >= (int)m->n_layers || s->line < 0) u->bad = 1;
        prev = s;
    }
    return u->bad ? NULL : prev;
}

static int is_list_of_words(Value v, ValueType one)
{
    if (v.type == VAL_NONE) return 1;
    if (v.type != VAL_LIST) return v.type == one;
    for (uint32_t i = 0; i < v.count; i++)
        if (v.u.list[i].type != one) return 0;
    return 1;
}

/* A value must have a type its field can have: readers rely on it. */
static int fits(const Field *f, Value v)
{
    if (v.type == VAL_NONE) return 1;
    switch (f->type) {
    case FIELD_TEXT: case FIELD_RULE: case FIELD_PERIOD: return v.type == VAL_TEXT;
    case FIELD_TEXTS: return v.type == VAL_LIST && is_list_of_words(v, VAL_TEXT);
    case FIELD_IDS: case FIELD_CHOICES: return v.type == VAL_LIST && is_list_of_words(v, VAL_WORD);
    case FIELD_ID: case FIELD_CHOICE: return v.type == VAL_WORD;
    case FIELD_DATE: return v.type == VAL_DATE || v.type == VAL_WORD;
    case FIELD_INT: return v.type == VAL_INT;
    case FIELD_NUMBER: return v.type == VAL_INT || v.type == VAL_NUMBER || value_is_hidden(&v);
    case FIELD_BOOL: return v.type == VAL_BOOL;
    case FIELD_TARGETS: return v.type == VAL_LIST && is_list_of_words(v, VAL_MAP);
    case FIELD_CLAUSE: case FIELD_ONLY: case FIELD_MAP: return v.type == VAL_MAP;
    default: return 0;
    }
}

static void unpack_entity(Unpack *u, Model *m, Kind k)
{
    const char *path = unpack_text(u, m->arena), *id = unpack_text(u, m->arena), *parent = unpack_text(u, m->arena);
    unsigned parent_kind = unpack_u8(u);
    int bad = !path || !id || strlen(path) > 400 || strlen(id) > 400 || (k != KIND_LOCK && !text_is_id(id));
    if (k == KIND_ITEM) {
        size_t n = parent ? strlen(parent) : 0;
        bad |= !parent || !text_is_id(parent) || (parent_kind != KIND_TASK && parent_kind != KIND_CHECKLIST);
        bad |= bad || strlen(path) != n + 1 + strlen(id) || strncmp(path, parent, n) || path[n] != '/' ||
            strcmp(path + n + 1, id);
    } else bad |= parent != NULL || (path && id && strcmp(path, id));
    if (bad || (u->bad |= bad || model_place(m, k, path) >= 0)) {
        u->bad = 1;
        return;
    }
    Entity *e = model_new_entity(m, k, path, id, parent, k == KIND_ITEM ? (Kind)parent_kind : KINDS);
    e->layer = (int)unpack_u32(u);
    e->file = unpack_text(u, m->arena);
    e->line = (int)unpack_u32(u);
    if (e->line < 0 || e->layer < 0 || (m->n_layers && e->layer >= (int)m->n_layers)) u->bad = 1;
    Value *v = arena_alloc(m->arena, 2 * sizeof *v);
    v[0] = e->file ? value_text(str_of(e->file)) : value_none();
    v[1] = value_int(e->line);
    e->origin[0] = (ValuePair){str_of("file"), &v[0]};
    e->origin[1] = (ValuePair){str_of("line"), &v[1]};
    e->removed = unpack_chain(u, m, NULL);
    unsigned used = unpack_u8(u);
    for (unsigned i = 0; i < used && !u->bad; i++) {
        unsigned at = unpack_u8(u);
        Value value = value_unpack(u, m->arena);
        const Step *chain = unpack_chain(u, m, &value);
        if (at >= word_field_count(k) || !fits(word_field(k, at), value)) u->bad = 1;
        if (u->bad) return;
        e->slots[at] = (Slot){value, chain};
    }
    if (!u->bad) model_index_also(m, k, e);
}

Model *model_unpack(Unpack *u)
{
    if (unpack_u32(u) != MAGIC) u->bad = 1;
    uint32_t year = unpack_u32(u), layers = unpack_count(u, 6);
    if (year > 9999 || layers > LAYERS_MOST) u->bad = 1;
    if (u->bad) return NULL;
    Model *m = model_new((int)year);
    for (uint32_t i = 0; i < layers && !u->bad; i++) {
        const char *name = unpack_text(u, m->arena), *path = unpack_text(u, m->arena);
        uint32_t files = unpack_u32(u);
        if (!name || !path || files > 1000000) u->bad = 1;
        else model_add_layer(m, name, path, (int)files);
    }
    size_t total = 0;
    for (int o = 0; o < KINDS && !u->bad; o++) {
        uint32_t n = unpack_count(u, 20);
        total += n;
        if (total > ENTITIES_MOST) u->bad = 1;
        for (uint32_t i = 0; i < n && !u->bad; i++) unpack_entity(u, m, order[o]);
    }
    if (u->bad) {
        model_free(m);
        return NULL;
    }
    model_freeze(m);
    return m;
}
