/* model.h - everything declared for one unit: entities by kind, layers, locks; frozen and forked; no I/O, no Lua.
 *
 * Life: model_new, model_add_layer + model_apply_layer for each layer low to high, model_freeze. Then for each unit
 * model_fork, its layer, model_finish, computed fields, read. A fork shares what it does not change with its base,
 * which must outlive it. Values and texts live in the arena of the model that set them. */
#ifndef SEN_MODEL_MODEL_H
#define SEN_MODEL_MODEL_H
#include "core/base/pack.h"
#include "core/model/statement.h"

typedef struct Layer {
    const char *name;                  /* "base", "province", "workspace", "unit" */
    const char *path;                  /* as shown to the user */
    int files;
} Layer;

Model *model_new(int year);            /* the year «15/11» means; 0 = unknown */
Model *model_fork(const Model *base);  /* base must be frozen */
void model_free(Model *m);             /* takes NULL */
Arena *model_arena(const Model *m);
int model_year(const Model *m);

int model_add_layer(Model *m, const char *name, const char *path, int files);   /* returns its index */
size_t model_layer_count(const Model *m);
const Layer *model_layer(const Model *m, size_t i);        /* NULL = no such layer */

/* Applies the statements of ONE layer: declarations first, then add, edit, remove, waive, each in order; then checks that
 * what they refer to exists. A wrong statement or field is dropped and reported at its line; the others still apply.
 * Returns the number of errors reported. */
size_t model_apply_layer(Model *m, const Statement *v, size_t n, Findings *f);

/* Between a base and its forks: what units of one sort see. `over` is a frozen fork of m's base in which things were hidden; m
 * must not have changed anything but kind k. Afterwards m is as if it had been forked from `over`. */
int model_changed_only(const Model *m, Kind k);
uint32_t model_own_kinds(const Model *m);                  /* bit k: something of kind k is not as its base has it */
void model_move_over(Model *m, const Model *over);

void model_freeze(Model *m);           /* no change afterwards; includes model_finish */
void model_finish(Model *m);           /* fixes order and lists; objects may be handed out from here on; may be called again */
void model_relabel(Model *m);          /* only the labels of references, after titles changed in a finished model */

/* Reading. Lists leave out what was removed and hold objects in order. */
/* by path or `also`, folded; removed ones too; NULL = none */
const Entity *model_find(const Model *m, Kind k, const char *id);
const Entry *model_entry(const Model *m, Kind k, const char *id);    /* the same as an object; after model_finish */
const Entity *model_placed(const Model *m, Kind k, uint32_t place);  /* by Entity.place, as m or a base of it had it */
size_t model_count(const Model *m, Kind k);                          /* all, with the removed */
const Entity *model_at(const Model *m, Kind k, size_t i);            /* in order, with the removed */
Value model_list(const Model *m, Kind k);                            /* VAL_LIST of objects; after model_finish */
Value model_items(const Model *m, const Entity *parent);             /* VAL_LIST of a task's or checklist's item objects */
const char *model_label(const Model *m, Kind k, const char *id);     /* title of the entity, NULL = none */
const char *model_near_id(const Model *m, Kind k, const char *id);   /* nearest id or also-name, NULL = none */

/* Computed and looked-up fields (and any other the resolver fills, such as texts with their holes filled).
 * The entity is copied into m when it belongs to its base. -1 = unknown field. */
int model_set(Model *m, Kind k, const char *path, const char *field, Value v);
void model_set_placed(Model *m, Kind k, uint32_t place, size_t field, Value v);    /* of an entity and field that exist */
/* Takes an entity out of m as if it had never been declared (it is not for this unit); model_finish afterwards. */
void model_hide(Model *m, Kind k, const char *path);

/* `only`: 1 when the entity is meant for the unit (an Entity of KIND_UNIT, NULL = none). `when` is script_call_when's. */
int model_only_fits(const Entity *e, const Entity *unit);

/* Locks that are overridden by a waiver past its date, and others that depend on the day. */
void model_check_day(const Model *m, Date today, Findings *f);

/* Conflicts for `check --conflicts`: every field that more than one layer set, as notes. */
void model_list_conflicts(const Model *m, Findings *f);

/* The resolved model as bytes, worker -> parent. Functions are dropped. model_unpack trusts nothing; NULL when bad. */
void model_pack(const Model *m, Buf *out);
void model_pack_kind(const Model *m, Kind k, Buf *out);   /* the same of this kind alone; not items, which stand in tasks */
Model *model_unpack(Unpack *u);
void value_pack(Buf *out, Value v);                        /* objects become their address, functions nothing */
Value value_unpack(Unpack *u, Arena *a);                   /* depth <= 32 */
Value value_copy(Arena *a, Value v);                       /* deep; objects stay borrowed */
int value_equal(Value a, Value b);
void value_show(Value v, Buf *out);                        /* for people: «a, b», 05/12/2026, nothing for a missing value */
#endif
