/* model.c - a Model: entities on shelves by kind, forks that copy what they change, order, lists and labels. */
#include "core/model/inside.h"
#include "core/base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Model *model_new(int year)
{
    Model *m = mem_alloc(sizeof *m);
    m->arena = arena_new();
    m->year = year;
    return m;
}

Model *model_fork(const Model *base)
{
    Model *m = model_new(base->year);
    m->base = base;
    m->n_layers = base->n_layers;
    m->layers = mem_alloc(mem_mul(m->n_layers + 1, sizeof *m->layers));
    if (m->n_layers) memcpy(m->layers, base->layers, m->n_layers * sizeof *m->layers);
    for (int k = 0; k < KINDS; k++) {
        const Shelf *from = &base->shelf[k];
        Shelf *s = &m->shelf[k];
        if (!from->n) continue;
        s->n = s->cap = from->n;
        s->v = mem_alloc(s->n * sizeof *s->v);
        for (size_t i = 0; i < s->n; i++) s->v[i] = (Entry){m, from->v[i].entity};
    }
    return m;
}

void model_free(Model *m)
{
    if (!m) return;
    for (int k = 0; k < KINDS; k++) {
        Shelf *s = &m->shelf[k];
        map_free(s->index);
        free(s->v);
        free(s->order);
        free(s->list);
        free(s->items_at);
    }
    free(m->items);
    free(m->grouped);
    free(m->refs);
    free(m->layers);
    arena_free(m->arena);
    free(m);
}

Arena *model_arena(const Model *m) { return m->arena; }
int model_year(const Model *m) { return m->year; }

int model_add_layer(Model *m, const char *name, const char *path, int files)
{
    m->layers = mem_resize(m->layers, mem_mul(m->n_layers + 1, sizeof *m->layers));
    m->layers[m->n_layers] = (Layer){arena_copy(m->arena, name), arena_copy(m->arena, path), files};
    return (int)m->n_layers++;
}

size_t model_layer_count(const Model *m) { return m->n_layers; }
const Layer *model_layer(const Model *m, size_t i) { return i < m->n_layers ? &m->layers[i] : NULL; }

/* --- finding --- */

/* The place of an exact folded key, in this model or below; -1 = none. */
static long place_of_key(const Model *m, Kind k, const char *key)
{
    for (const Model *at = m; at; at = at->base) {
        void *p = at->shelf[k].index ? map_get(at->shelf[k].index, key) : NULL;
        if (p && !m->shelf[k].v[(size_t)p - 1].entity->dropped) return (long)((size_t)p - 1);
    }
    return -1;
}

int model_split_item(const Model *m, const char *path, const Entity **parent, char own[65])
{
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path || strlen(slash + 1) > 64 || slash - path > 200) return -1;
    char head[201];
    memcpy(head, path, (size_t)(slash - path));
    head[slash - path] = 0;
    strcpy(own, slash + 1);
    Kind k = KIND_TASK;
    long at = model_place(m, k, head);
    if (at < 0) at = model_place(m, k = KIND_CHECKLIST, head);
    if (at < 0) return -1;
    *parent = m->shelf[k].v[at].entity;
    return 0;
}

int model_was_dropped(const Model *m, Kind k, const char *id)
{
    const char *slash = k == KIND_ITEM ? strrchr(id, '/') : NULL;
    char head[201];
    if (slash && slash - id < (long)sizeof head) {
        snprintf(head, sizeof head, "%.*s", (int)(slash - id), id);
        if (model_was_dropped(m, KIND_TASK, head) || model_was_dropped(m, KIND_CHECKLIST, head)) return 1;
    }
    for (size_t i = 0; k < KINDS && i < m->shelf[k].n; i++) {
        const Entity *e = m->shelf[k].v[i].entity;
        if (e->dropped && (text_same_folded(e->id, id) || text_same_folded(e->path, id))) return 1;
    }
    return 0;
}

static void key_of(Kind k, const Entity *parent, const char *name, Buf *out)
{
    if (k == KIND_ITEM && parent) {
        buf_puts(out, parent->id);
        buf_putc(out, '/');
    }
    if (k == KIND_LOCK) buf_puts(out, name);       /* an address: kept as it is */
    else text_fold(name, strlen(name), out);
}

long model_place(const Model *m, Kind k, const char *path)
{
    Buf key = {0};
    const Entity *parent = NULL;
    char own[65];
    long at = -1;
    if (strlen(path) > 400) return -1;
    if (k != KIND_ITEM) {
        key_of(k, NULL, path, &key);
        at = place_of_key(m, k, buf_text(&key));
    } else if (model_split_item(m, path, &parent, own) == 0) {
        key_of(k, parent, own, &key);
        at = place_of_key(m, k, buf_text(&key));
    }
    buf_free(&key);
    return at;
}

const Entity *model_find(const Model *m, Kind k, const char *id)
{
    long at = model_place(m, k, id);
    return at < 0 ? NULL : m->shelf[k].v[at].entity;
}

const Entry *model_entry(const Model *m, Kind k, const char *id)
{
    long at = model_place(m, k, id);
    return at < 0 ? NULL : &m->shelf[k].v[at];
}

const Entity *model_placed(const Model *m, Kind k, uint32_t place) { return m->shelf[k].v[place].entity; }

size_t model_count(const Model *m, Kind k) { return m->shelf[k].n; }

const Entity *model_at(const Model *m, Kind k, size_t i)
{
    const Shelf *s = &m->shelf[k];
    if (i >= s->n) return NULL;
    return s->v[s->order ? s->order[i] : i].entity;
}

Value model_list(const Model *m, Kind k)
{
    const Shelf *s = &m->shelf[k];
    return (Value){.type = VAL_LIST, .count = (uint32_t)s->n_list, .u.list = s->list, .x.type = s->type};
}

Value model_items(const Model *m, const Entity *parent)
{
    Value none = {.type = VAL_LIST, .x.type = m->shelf[KIND_ITEM].type};
    if (parent->kind != KIND_TASK && parent->kind != KIND_CHECKLIST) return none;
    const Shelf *s = &m->shelf[parent->kind];
    long at = parent->place < s->n && s->v[parent->place].entity == parent ? (long)parent->place
                                                                          : model_place(m, parent->kind, parent->id);
    if (at < 0 || !s->items_at) return none;
    none.count = s->items_at[at + 1] - s->items_at[at];
    none.u.list = m->items + s->items_at[at];
    return none;
}

const char *model_label(const Model *m, Kind k, const char *id)
{
    const Entity *e = model_find(m, k, id);
    if (!e) return NULL;
    const char *t = entity_title(e);
    return *t ? t : NULL;
}

/* Items: the own id among those of the named parent (the whole path is given back), or among all when none is named. */
static const char *near_item(const Model *m, const char *id)
{
    const Shelf *s = &m->shelf[KIND_ITEM];
    const Entity *parent = NULL;
    char own[65];
    int whole = model_split_item(m, id, &parent, own) == 0;
    if (!whole && strchr(id, '/')) return NULL;
    const char **names = mem_alloc(mem_mul(s->n + 1, sizeof *names)), *near;
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++) {
        const Entity *e = s->v[i].entity;
        if (!e->dropped && (!whole || (e->parent && !strcmp(e->parent, parent->id)))) names[n++] = e->id;
    }
    near = text_nearest(whole ? own : id, names, n);
    for (size_t i = 0; near && whole && i < s->n; i++)
        if (s->v[i].entity->id == near) near = s->v[i].entity->path;
    free(names);
    return near;
}

const char *model_near_id(const Model *m, Kind k, const char *id)
{
    if (k == KIND_ITEM) return near_item(m, id);
    const Shelf *s = &m->shelf[k];
    size_t n = 0, cap = s->n * 4 + 1;
    const char **names = mem_alloc(mem_mul(cap, sizeof *names));
    for (size_t i = 0; i < s->n; i++) {
        const Entity *e = s->v[i].entity;
        if (e->dropped) continue;
        if (n < cap) names[n++] = e->path;
        const Value *also = entity_get(e, "also");
        for (uint32_t j = 0; also && also->type == VAL_LIST && j < also->count && j < 3 && n < cap; j++)
            names[n++] = also->u.list[j].u.text.p;
    }
    const char *near = text_nearest(id, names, n);
    free(names);
    return near;
}

/* --- making and changing --- */

void model_index_name(Model *m, Kind k, const Entity *e, const char *name)
{
    Buf key = {0};
    const Entity *parent = e->parent ? model_find(m, e->parent_kind, e->parent) : NULL;
    key_of(k, parent, name, &key);
    Shelf *s = &m->shelf[k];
    if (!s->index) s->index = map_new();
    for (size_t i = s->n; i-- > 0;)
        if (s->v[i].entity == e) {
            map_put(s->index, buf_text(&key), (void *)(i + 1));
            break;
        }
    buf_free(&key);
}

void model_index_also(Model *m, Kind k, const Entity *e)
{
    const Value *also = entity_get(e, "also");
    for (uint32_t i = 0; also && also->type == VAL_LIST && i < also->count; i++)
        if (model_place(m, k, also->u.list[i].u.text.p) < 0 || k == KIND_ITEM)
            model_index_name(m, k, e, also->u.list[i].u.text.p);
}

static size_t entity_size(Kind k) { return sizeof(Entity) + word_field_count(k) * sizeof(Slot); }

Entity *model_new_entity(Model *m, Kind k, const char *path, const char *id, const char *parent, Kind parent_kind)
{
    Entity *e = arena_alloc(m->arena, entity_size(k));
    e->owner = m;
    e->kind = k;
    e->place = (uint32_t)m->shelf[k].n;
    e->id = arena_copy(m->arena, id);
    e->path = arena_copy(m->arena, path);
    e->address = arena_print(m->arena, "%s:%s", word_kind(k)->name, path);
    e->parent = arena_copy(m->arena, parent);
    e->parent_kind = parent_kind;
    Shelf *s = &m->shelf[k];
    if (s->n == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 16;
        s->v = mem_resize(s->v, mem_mul(s->cap, sizeof *s->v));
    }
    s->v[s->n++] = (Entry){m, e};
    s->changed = 1;
    m->finished = 0;
    model_index_name(m, k, e, id);
    return e;
}

Entity *model_writable(Model *m, Kind k, size_t place)
{
    Entry *x = &m->shelf[k].v[place];
    if (x->entity->owner != m) {
        Entity *e = arena_alloc(m->arena, entity_size(k));
        memcpy(e, x->entity, entity_size(k));
        e->owner = m;
        x->entity = e;
    }
    return (Entity *)(uintptr_t)x->entity;
}

int model_set(Model *m, Kind k, const char *path, const char *field, Value v)
{
    long at = model_place(m, k, path);
    int i = at < 0 ? -1 : word_find_field_exact(k, field, strlen(field));
    if (i < 0) return -1;
    model_set_placed(m, k, (uint32_t)at, (size_t)i, v);
    return 0;
}

void model_set_placed(Model *m, Kind k, uint32_t place, size_t i, Value v)
{
    Entity *e = model_writable(m, k, place);
    v = value_copy(m->arena, v);
    if (word_field(k, i)->flags & FLAG_COMPUTED) {
        Step *s = arena_alloc(m->arena, sizeof *s);
        *s = (Step){.prev = e->slots[i].step, .op = STEP_COMPUTED, .layer = -1, .before = e->slots[i].value, .after = v,
                    .expires = DATE_NONE};
        e->slots[i].step = s;
    }
    e->slots[i].value = v;
    if (i == 0) m->shelf[k].renamed = 1;
    if (!strcmp(word_field(k, i)->name, "after")) m->shelf[k].changed = 1;
}

void model_hide(Model *m, Kind k, const char *path)
{
    long at = model_place(m, k, path);
    if (at < 0) return;
    model_writable(m, k, (size_t)at)->dropped = 1;
    m->shelf[k].changed = 1;
}

static int is_own(const Model *m, const Shelf *s, const Shelf *base)
{
    if (s->changed || s->renamed || s->index || !base || s->n != base->n) return 1;
    for (size_t at = 0; at < s->n; at++)
        if (s->v[at].entity->owner == m) return 1;
    return 0;
}

uint32_t model_own_kinds(const Model *m)
{
    uint32_t own = 0;
    for (int i = 0; i < KINDS; i++)
        if (is_own(m, &m->shelf[i], m->base ? &m->base->shelf[i] : NULL)) own |= 1u << i;
    return own;
}

int model_changed_only(const Model *m, Kind k) { return !(model_own_kinds(m) & ~(1u << k)); }

void model_move_over(Model *m, const Model *over)
{
    for (int k = 0; k < KINDS; k++)
        for (size_t i = 0; i < over->shelf[k].n; i++)
            if (m->shelf[k].v[i].entity->owner != m) m->shelf[k].v[i].entity = over->shelf[k].v[i].entity;
    m->base = over;
    m->finished = 0;
}
