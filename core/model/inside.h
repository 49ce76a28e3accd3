/* inside.h - what model.c, apply.c, lock.c and carry.c share of a Model; no other room includes it. */
#ifndef SEN_MODEL_INSIDE_H
#define SEN_MODEL_INSIDE_H
#include "core/base/map.h"
#include "core/model/model.h"

/* All entities of one kind. A fork's first entries stand at the same places as its base's. */
typedef struct Shelf {
    Entry *v;                          /* in order of declaration */
    size_t n, cap;
    Map *index;                        /* folded id and also-names -> place + 1; only what this model added */
    uint32_t *order;                   /* n places in reading order; after model_finish */
    Value *list;                       /* the objects in order, without the removed; after model_finish */
    size_t n_list, list_room;
    const ObjectType *type;            /* of the objects in `list` */
    uint32_t *items_at;                /* tasks, checklists: place -> start in the items' list; n + 1 entries */
    int changed;                       /* entries or their order changed since the base */
    int renamed;                       /* a title changed: labels of references must follow */
} Shelf;

/* A reference of a frozen model: which entity's label stands in which slot, and at which place of a list. */
typedef struct Ref { Kind kind, target; uint32_t place, target_place, field, index; } Ref;

struct Model {
    Arena *arena;
    const Model *base;                 /* NULL = none */
    int year, frozen, finished;
    Layer *layers;
    size_t n_layers;
    Shelf shelf[KINDS];
    Value *items;                      /* item objects grouped by parent */
    size_t items_room;
    uint32_t *grouped;                 /* places of all items grouped by parent, the removed too */
    size_t n_grouped;
    Ref *refs;                         /* after model_freeze */
    size_t n_refs;
};

long model_place(const Model *m, Kind k, const char *path);          /* -1 = none; dropped ones are none */
Entity *model_writable(Model *m, Kind k, size_t place);              /* a copy of the base's when needed */
Entity *model_new_entity(Model *m, Kind k, const char *path, const char *id, const char *parent, Kind parent_kind);
void model_index_name(Model *m, Kind k, const Entity *e, const char *name);
void model_index_also(Model *m, Kind k, const Entity *e);
/* Splits an item's path and finds its parent: *parent (an Entity) and the item's own id. -1 = no "/" or no such parent. */
int model_split_item(const Model *m, const char *path, const Entity **parent, char own[65]);
/* 1 when this layer declared such a thing and dropped it for a mistake, which is reported. An item: its path or its own id. */
int model_was_dropped(const Model *m, Kind k, const char *id);

/* Gives a raw value its type (accept.c). Fills e without a place; 0/-1. */
int accept_value(const Model *m, const Entity *owner, const Field *f, int layer, Value raw, Value *out, Err *e);
/* Checks that ids in v name something and replaces also-names by ids. */
int accept_references(const Model *m, const Entity *owner, const Field *f, Value *v, Err *e);

/* circle.c: reports circles of `needs` that this layer closed, and opens them; the number reported. */
size_t circle_check(Model *m, int layer, Findings *f);

/* clause_list.c: a clause field as a list of single patterns and addresses, and back. */
Value clause_to_list(Arena *a, Value clause);
Value clause_from_list(Arena *a, Value list);

/* lock.c: may `layer` set field i of e to v? 0; -1 and e filled with the lock's basis. has = 1 when a lower layer locked it. */
int lock_check(const Model *m, const Entity *e, size_t i, int layer, Value v, Err *err);
const Entity *lock_of(const Model *m, const Entity *e, size_t i, int layer);
/* A lock of a lower layer that stands or falls with e: on a field of it, of its items, or e itself; NULL = none. */
const Entity *lock_on(const Model *m, const Entity *e, int layer);
/* The path of a lock as "task:report.due"; -1 and err when it names nothing. */
int lock_path(const Model *m, const char *path, Arena *a, const char **out, Err *err);
#endif
