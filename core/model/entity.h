/* entity.h - one declared thing (a task, a body, the unit …): typed slots, each with the chain of steps that made its value.
 * Entities live in a Model's arena and are changed only through it; knows no script and no file. */
#ifndef SEN_MODEL_ENTITY_H
#define SEN_MODEL_ENTITY_H
#include <stdint.h>
#include "core/model/value.h"
#include "core/model/word.h"

typedef struct Model Model;

typedef enum StepOp { STEP_SET, STEP_LIST_ADD, STEP_LIST_REMOVE, STEP_COMPUTED } StepOp;

/* One change of one field. Chains are shared between a base model and its forks and never changed. */
typedef struct Step Step;
struct Step {
    const Step *prev;                  /* the change before; NULL = the first */
    Verb verb;
    StepOp op;
    int layer;                         /* index into the model's layers */
    const char *file;                  /* the script file as shown to the user; may be NULL */
    int line;
    Value before, after;
    const char *why;                   /* NULL = none */
    const char *approver;              /* waivers */
    Date expires;                      /* waivers; DATE_NONE */
};

typedef struct Slot {
    Value value;                       /* VAL_NONE = not set */
    const Step *step;                  /* the newest; NULL = never set */
} Slot;

typedef struct Entity {
    const Model *owner;                /* the model that may change it in place */
    Kind kind;
    uint32_t place;                    /* among those of its kind, in its model and all forks of it (model_placed) */
    const char *id;                    /* "action-month"; an item's own id: "plan" */
    const char *path;                  /* the key: = id, but "action-month/plan" for an item */
    const char *address;               /* "task:action-month", "item:action-month/plan" */
    const char *parent;                /* id of an item's task or checklist; NULL */
    Kind parent_kind;
    int layer;                         /* where it was declared */
    const char *file;
    int line;
    const Step *removed;               /* not NULL = removed by this step (why, file, line); history is kept */
    int dropped;                       /* 1 = its declaration was wrong: as if it were never there */
    ValuePair origin[2];               /* {file, line} as a map */
    Slot slots[];                      /* one per field of its kind, in the table's order */
} Entity;

/* What an Object points to: an entity as one model sees it. */
typedef struct Entry {
    const Model *model;
    const Entity *entity;
} Entry;

/* 1 = not there for readers: removed, or its declaration did not hold, or it is not for this unit. */
static inline int entity_gone(const Entity *e) { return e->removed || e->dropped; }
const Value *entity_get(const Entity *e, const char *field);   /* by English name or alias; NULL = unknown field */
const char *entity_text(const Entity *e, const char *field);   /* the text, word id, or "" (missing, other type, unknown) */
const char *entity_title(const Entity *e);                     /* "" when none */
const Slot *entity_slot(const Entity *e, const char *field);   /* NULL = unknown field */

/* object.c. The entity as an object (its self is the Entry). Besides the fields: id, path, address, layer, origin{file,line},
 * parent, items (task, checklist). References read as VAL_WORD {id, label = title of what they name}. */
Value entity_value(const Entry *entry);
const Entry *entity_entry(const Value *v);             /* the other way; NULL = not an entity */
const ObjectType *entity_type(Kind k);
int entity_type_kind(const ObjectType *t);             /* its Kind, -1 = another type; t may be NULL */
#endif
