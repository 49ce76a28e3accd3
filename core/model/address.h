/* address.h - what people type to name a thing: task:ID.FIELD, item:TASK/ITEM, node:PLAN:II.1, or a bare id. */
#ifndef SEN_MODEL_ADDRESS_H
#define SEN_MODEL_ADDRESS_H
#include "core/model/model.h"

enum { ADDRESS_NODE = KINDS };         /* the kind of an address that names a clause of a plan */

typedef struct Address {
    int kind;                          /* Kind or ADDRESS_NODE */
    const Entity *entity;              /* NULL for a node */
    int field;                         /* index into the kind's fields, -1 = none */
    char plan[128], node[128];         /* ADDRESS_NODE */
} Address;

/* Resolves `text` against the model; accents, spaces, "_" and "-" are folded, names in `also` work like ids.
 * `is_node` (may be NULL) says whether a clause address exists, so that bare ones are found. Ambiguous items and unknown
 * names give an Err that lists candidates or the nearest name. 0/-1. */
typedef int (*AddressNode)(void *ctx, const char *plan, const char *node);
int address_parse(const Model *m, const char *text, AddressNode is_node, void *ctx, Address *out, Err *e);
#endif
