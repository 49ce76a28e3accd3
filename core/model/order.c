/* order.c - fixes a model for reading: order by `after`, lists without the removed, items by parent, labels of references. */
#include "core/model/inside.h"
#include <stdlib.h>
#include <string.h>

enum { NOWHERE = -1 };

/* The place that entity i of shelf s stands after, or NOWHERE. */
static long follows(const Model *m, Kind k, size_t i)
{
    const Entity *e = m->shelf[k].v[i].entity;
    int f = word_find_field_exact(k, "after", 5);
    if (f < 0 || e->slots[f].value.type != VAL_WORD) return NOWHERE;
    const char *id = e->slots[f].value.u.text.p;
    if (k != KIND_ITEM) return model_place(m, k, id);
    char path[300];
    if (!e->parent || strlen(e->parent) + strlen(id) > 280) return NOWHERE;
    strcpy(path, e->parent);
    strcat(path, "/");
    strcat(path, id);
    return model_place(m, k, path);
}

/* Appends a thing and all that stands after it, first declared first. */
static size_t place_tree(long root, const long *newest, const long *older, long *stack, char *placed, uint32_t *order,
                         size_t count)
{
    size_t depth = 0;
    stack[depth++] = root;
    while (depth) {
        long at = stack[--depth];
        if (placed[at]) continue;
        placed[at] = 1;
        order[count++] = (uint32_t)at;
        for (long c = newest[at]; c != NOWHERE; c = older[c])
            if (!placed[c]) stack[depth++] = c;
    }
    return count;
}

/* Reading order: as declared, each thing with `after` right behind the one it names (and behind earlier such ones). */
static void sort_shelf(Model *m, Kind k)
{
    Shelf *s = &m->shelf[k];
    size_t n = s->n, count = 0;
    free(s->order);
    s->order = mem_alloc(mem_mul(n + 1, sizeof *s->order));
    long *newest = mem_alloc(mem_mul(n + 1, 4 * sizeof *newest));
    long *older = newest + n, *target = older + n, *stack = target + n;
    char *placed = mem_alloc(n + 1);
    for (size_t i = 0; i < n; i++) newest[i] = older[i] = NOWHERE;
    for (size_t i = 0; i < n; i++) {
        target[i] = follows(m, k, i);
        if (target[i] == (long)i) target[i] = NOWHERE;
        if (target[i] == NOWHERE) continue;
        older[i] = newest[target[i]];
        newest[target[i]] = (long)i;
    }
    for (size_t i = 0; i < n; i++)
        if (target[i] == NOWHERE) count = place_tree((long)i, newest, older, stack, placed, s->order, count);
    for (size_t i = 0; i < n; i++)                      /* what is left stands in a circle */
        if (!placed[i]) count = place_tree((long)i, newest, older, stack, placed, s->order, count);
    free(newest);
    free(placed);
}

static void copy_order(Model *m, Kind k)
{
    Shelf *s = &m->shelf[k];
    free(s->order);
    s->order = mem_alloc(mem_mul(s->n + 1, sizeof *s->order));
    memcpy(s->order, m->base->shelf[k].order, s->n * sizeof *s->order);
}

static int hidden(const Model *m, const Entity *e)
{
    if (e->dropped || e->removed) return 1;
    if (e->kind != KIND_ITEM || !e->parent) return 0;
    const Entity *p = model_find(m, e->parent_kind, e->parent);
    return !p || p->removed != NULL;
}

/* The items of a fork that lost or gained no task: those its base lists, without what it took away itself. */
static void copy_items(Model *m)
{
    Shelf *s = &m->shelf[KIND_ITEM];
    const Shelf *from = &m->base->shelf[KIND_ITEM];
    for (size_t i = 0; i < from->n_list; i++) {
        const Entry *x = &s->v[(const Entry *)from->list[i].u.self - from->v];
        if (!x->entity->dropped && !x->entity->removed) s->list[s->n_list++] = entity_value(x);
    }
}

/* A list that is made again stays where it is, for there are those who hold it (cross references, scripts). */
static Value *room_for(Value *list, size_t *room, size_t n)
{
    if (list && *room >= n) return list;
    free(list);
    *room = n;
    return mem_alloc(mem_mul(n, sizeof *list));
}

static void make_list(Model *m, Kind k)
{
    Shelf *s = &m->shelf[k];
    s->list = room_for(s->list, &s->list_room, s->n + 1);
    s->type = entity_type(k);
    s->n_list = 0;
    int moved = s->changed || m->shelf[KIND_TASK].changed || m->shelf[KIND_CHECKLIST].changed;
    if (k == KIND_ITEM && m->base && m->base->finished && !moved) {
        copy_items(m);
        return;
    }
    for (size_t i = 0; i < s->n; i++) {
        const Entry *x = &s->v[s->order[i]];
        if (!hidden(m, x->entity)) s->list[s->n_list++] = entity_value(x);
    }
}

/* All items grouped by parent: the places in order of parents; a base's grouping serves its forks when nothing moved. */
static void group_items(Model *m)
{
    Shelf *items = &m->shelf[KIND_ITEM];
    size_t parents = m->shelf[KIND_TASK].n + m->shelf[KIND_CHECKLIST].n, n = items->n;
    free(m->grouped);
    m->grouped = mem_alloc(mem_mul(n + 1, sizeof *m->grouped));
    m->n_grouped = n;
    if (m->base && !items->changed && !m->shelf[KIND_TASK].changed && !m->shelf[KIND_CHECKLIST].changed) {
        memcpy(m->grouped, m->base->grouped, n * sizeof *m->grouped);
        return;
    }
    uint32_t *of = mem_alloc(mem_mul(n + 1, sizeof *of)), *start = mem_alloc(mem_mul(parents + 2, sizeof *start));
    for (size_t i = 0; i < n; i++) {
        const Entity *e = items->v[i].entity;
        long at = e->parent ? model_place(m, e->parent_kind, e->parent) : NOWHERE;
        of[i] = at < 0 ? (uint32_t)parents : (uint32_t)at + (e->parent_kind == KIND_CHECKLIST ? (uint32_t)m->shelf[KIND_TASK].n
                                                             : 0);
        start[of[i] + 1]++;
    }
    for (size_t p = 0; p < parents; p++) start[p + 1] += start[p];
    for (size_t i = 0; i < n; i++) m->grouped[start[of[items->order[i]]]++] = items->order[i];
    free(of);
    free(start);
}

static void fill_items(Model *m)
{
    Shelf *items = &m->shelf[KIND_ITEM];
    m->items = room_for(m->items, &m->items_room, items->n + 1);
    size_t g = 0, out = 0;
    for (int side = 0; side < 2; side++) {
        Shelf *s = &m->shelf[side ? KIND_CHECKLIST : KIND_TASK];
        Kind k = side ? KIND_CHECKLIST : KIND_TASK;
        free(s->items_at);
        s->items_at = mem_alloc(mem_mul(s->n + 1, sizeof *s->items_at));
        for (size_t p = 0; p < s->n; p++) {
            s->items_at[p] = (uint32_t)out;
            const Entity *parent = s->v[p].entity;
            for (; g < m->n_grouped; g++) {
                const Entry *x = &items->v[m->grouped[g]];
                if (!x->entity->parent || x->entity->parent_kind != k || strcmp(x->entity->parent, parent->id)) break;
                if (!x->entity->dropped && !x->entity->removed) m->items[out++] = entity_value(x);
            }
        }
        s->items_at[s->n] = (uint32_t)out;
    }
}

/* --- labels: a reference prints the title of what it names --- */

static const char *label_of(const Model *m, const Entity *e, Kind target, const char *id)
{
    char path[300];
    if (target != KIND_ITEM) return model_label(m, target, id);
    if (!e->parent || strchr(id, '/') || strlen(e->parent) + strlen(id) > 280) return model_label(m, target, id);
    strcpy(path, e->parent);
    strcat(path, "/");
    strcat(path, id);
    return model_label(m, target, path);
}

static int label_differs(const char *a, const char *b) { return a != b && (!a || !b || strcmp(a, b)); }

static void label_slot(Model *m, Kind k, size_t place, size_t i, Kind target)
{
    const Entity *e = m->shelf[k].v[place].entity;
    const Value v = e->slots[i].value;
    if (v.type == VAL_WORD) {
        const char *label = label_of(m, e, target, v.u.text.p);
        if (label_differs(label, v.x.label)) model_writable(m, k, place)->slots[i].value.x.label = label;
    } else if (v.type == VAL_LIST) {
        Value *fresh = NULL;
        for (uint32_t j = 0; j < v.count; j++) {
            const char *label = label_of(m, e, target, v.u.list[j].u.text.p);
            if (!label_differs(label, v.u.list[j].x.label)) continue;
            if (!fresh) {
                fresh = arena_alloc(m->arena, v.count * sizeof *fresh);
                memcpy(fresh, v.u.list, v.count * sizeof *fresh);
            }
            fresh[j].x.label = label;
        }
        if (fresh) model_writable(m, k, place)->slots[i].value.u.list = fresh;
    }
}

static int is_reference(const Field *f) { return (f->type == FIELD_ID || f->type == FIELD_IDS) && f->target != KINDS; }

/* 1 = what these references name is found as in the base: neither side gained, lost or moved anything. */
static int names_as_base(const Model *m, Kind k, Kind target)
{
    return m->base && m->base->frozen && !m->shelf[target].changed && !m->shelf[target].index && !m->shelf[k].changed;
}

/* Is the slot as the base has it? Then its labels are those of the base, and the base knows whom they name. */
static int slot_as_base(const Model *m, Kind k, size_t place, size_t field)
{
    const Entity *e = m->shelf[k].v[place].entity;
    if (e->owner != m) return 1;
    if (place >= m->base->shelf[k].n) return 0;
    const Value v = e->slots[field].value, was = m->base->shelf[k].v[place].entity->slots[field].value;
    if (v.type != was.type || v.count != was.count) return 0;
    return v.type == VAL_WORD ? v.u.text.p == was.u.text.p : v.type == VAL_LIST ? v.u.list == was.u.list : v.type == VAL_NONE;
}

/* A reference that stands as in the base names something whose title this fork changed. */
static void label_ref(Model *m, const Ref *r)
{
    const Entity *named = m->shelf[r->target].v[r->target_place].entity;
    const char *title = entity_title(named), *label = *title ? title : NULL;
    const Value was = m->base->shelf[r->kind].v[r->place].entity->slots[r->field].value;
    const Value now = m->shelf[r->kind].v[r->place].entity->slots[r->field].value;
    if (now.type != was.type || now.count != was.count) return;
    if (now.type == VAL_WORD) {
        if (now.u.text.p == was.u.text.p && label_differs(label, now.x.label))
            model_writable(m, r->kind, r->place)->slots[r->field].value.x.label = label;
        return;
    }
    const Value *one = &now.u.list[r->index];
    if (one->u.text.p != was.u.list[r->index].u.text.p || !label_differs(label, one->x.label)) return;
    Value *list = (Value *)(uintptr_t)now.u.list;
    if (list == was.u.list) {
        list = arena_alloc(m->arena, now.count * sizeof *list);
        memcpy(list, was.u.list, now.count * sizeof *list);
        model_writable(m, r->kind, r->place)->slots[r->field].value.u.list = list;
    }
    list[r->index].x.label = label;
}

/* Of what is found as in the base only two things can need another label: a reference this fork wrote itself, and one to an
 * entity whose title it changed. */
static void label_all(Model *m)
{
    uint32_t own = model_own_kinds(m);
    for (int k = 0; k < KINDS; k++)
        for (size_t i = 0; i < word_field_count((Kind)k); i++) {
            const Field *f = word_field((Kind)k, i);
            if (!is_reference(f)) continue;
            int as_base = names_as_base(m, (Kind)k, f->target);
            if (as_base && !(own >> k & 1)) continue;
            for (size_t p = 0; p < m->shelf[k].n; p++)
                if (!as_base || !slot_as_base(m, (Kind)k, p, i)) label_slot(m, (Kind)k, p, i, f->target);
        }
    for (size_t i = 0; m->base && i < m->base->n_refs; i++) {
        const Ref *r = &m->base->refs[i];
        if (m->shelf[r->target].renamed && m->shelf[r->target].v[r->target_place].entity->owner == m &&
            names_as_base(m, r->kind, r->target)) label_ref(m, r);
    }
}

/* --- which references a frozen model has --- */

static void note_ref(Model *m, const Entity *e, size_t field, uint32_t index, Kind target, size_t *cap)
{
    const Value v = e->slots[field].value;
    const char *id = v.type == VAL_WORD ? v.u.text.p : v.u.list[index].u.text.p;
    char path[300];
    long at;
    if (target == KIND_ITEM && e->parent && !strchr(id, '/') && strlen(e->parent) + strlen(id) <= 280) {
        strcpy(path, e->parent);
        strcat(path, "/");
        id = strcat(path, id);
    }
    at = model_place(m, target, id);
    if (at < 0) return;
    if (m->n_refs == *cap) {
        *cap = *cap ? *cap * 2 : 256;
        m->refs = mem_resize(m->refs, mem_mul(*cap, sizeof *m->refs));
    }
    m->refs[m->n_refs++] = (Ref){e->kind, target, e->place, (uint32_t)at, (uint32_t)field, index};
}

static void note_refs(Model *m)
{
    size_t cap = 0;
    m->n_refs = 0;
    free(m->refs);
    m->refs = NULL;
    for (int k = 0; k < KINDS; k++)
        for (size_t i = 0; i < word_field_count((Kind)k); i++) {
            const Field *f = word_field((Kind)k, i);
            for (size_t p = 0; is_reference(f) && p < m->shelf[k].n; p++) {
                const Entity *e = m->shelf[k].v[p].entity;
                const Value v = e->slots[i].value;
                uint32_t count = v.type == VAL_WORD ? 1 : v.type == VAL_LIST ? v.count : 0;
                for (uint32_t j = 0; j < count; j++) note_ref(m, e, i, j, f->target, &cap);
            }
        }
}

void model_relabel(Model *m) { label_all(m); }

void model_finish(Model *m)
{
    for (int k = 0; k < KINDS; k++) {
        if (m->base && m->base->finished && !m->shelf[k].changed) copy_order(m, (Kind)k);
        else sort_shelf(m, (Kind)k);
    }
    label_all(m);
    for (int k = 0; k < KINDS; k++) make_list(m, (Kind)k);
    group_items(m);
    fill_items(m);
    m->finished = 1;
}

void model_freeze(Model *m)
{
    model_finish(m);
    note_refs(m);
    m->frozen = 1;
}
