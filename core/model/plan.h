/* plan.h - an official plan as it was read: header, clauses, references, dates, actors, targets; no I/O.
 * Meaning of every field: import-contract.md (schema sen-plan/1). All texts are NFC and live in the plan's arena. */
#ifndef SEN_MODEL_PLAN_H
#define SEN_MODEL_PLAN_H
#include <stddef.h>
#include "core/base/date.h"
#include "core/base/mem.h"
#include "core/base/pack.h"

typedef enum NodeKind { NODE_PART, NODE_GROUP, NODE_POINT, NODE_ARTICLE, NODE_ITEM, NODE_ROW, NODE_PARAGRAPH,
                        NODE_KINDS } NodeKind;
typedef enum DateKind { DATE_DEADLINE, DATE_PERIOD, DATE_MONTH, DATE_QUARTER, DATE_DAY, DATE_KINDS } DateKind;
typedef enum ActorRole { ACTOR_LEAD, ACTOR_SUPPORT, ACTOR_REQUEST, ACTOR_GROUP, ACTOR_ROLES } ActorRole;
typedef enum Direction { AT_LEAST, AT_MOST, EQUAL, DIRECTIONS } Direction;

typedef struct PlanNode {
    const char *id;                        /* address in this version: "II.1.c.4" */
    const char *key;                       /* permanent key, NULL until the store gave one */
    int parent;                            /* index into nodes, -1 = top */
    NodeKind kind;
    const char *label;                     /* as printed: "II.", "a)", "-"; NULL = none */
    const char *text;
    int line;                              /* 1-based line of the source, 0 = unknown (.docx) */
    double confidence;                     /* 0..1 */
    int corrected;                         /* 1 = a person set it (correct.h); in memory only, as in the facts below */
} PlanNode;

/* `node` below is an index into nodes, -1 = not in a node (preamble, footnote). */
typedef struct PlanLegal { const char *kind, *number, *issuer; Date date; int node, corrected; } PlanLegal;  /* issuer or NULL */
typedef struct PlanDate { DateKind kind; Date from, to; int exclusive, yearly, node, corrected; } PlanDate;
typedef struct PlanActor { const char *name; ActorRole role; int node, corrected; } PlanActor;
/* year 0 = none */
typedef struct PlanTarget { double value; const char *unit; Direction direction; int year; int node, corrected; } PlanTarget;
typedef struct PlanRest { const char *kind, *text; int line; } PlanRest;
typedef struct PlanRepair { int line; const char *kind, *before, *after; } PlanRepair;

typedef struct Plan {
    Arena *arena;                          /* owned */
    const char *type, *attached, *number, *symbol, *place, *subject, *issuer;      /* NULL = blank in the plan */
    int year, month, day;                  /* of the document; 0 = blank */
    int plan_year;                         /* the year the plan is for (its subject's, else its date's); 0 = unknown */
    const char *authority, *title, *name;  /* signer */
    const char **recipients;
    size_t n_recipients;
    PlanNode *nodes;     size_t n_nodes;
    PlanLegal *legal;    size_t n_legal;
    PlanDate *dates;     size_t n_dates;
    PlanActor *actors;   size_t n_actors;
    PlanTarget *targets; size_t n_targets;
    PlanRest *rest;      size_t n_rest;
    PlanRepair *repairs; size_t n_repairs;
} Plan;

Plan *plan_new(void);
void plan_free(Plan *p);                                   /* takes NULL */
PlanNode *plan_add_node(Plan *p);                          /* each returns a zeroed new last entry, valid until the next add */
PlanLegal *plan_add_legal(Plan *p);
PlanDate *plan_add_date(Plan *p);
PlanActor *plan_add_actor(Plan *p);
PlanTarget *plan_add_target(Plan *p);
PlanRest *plan_add_rest(Plan *p);
PlanRepair *plan_add_repair(Plan *p);
void plan_add_recipient(Plan *p, const char *name);

/* The recipients with «Như mục IV» replaced by the bodies that section names, each once, in order. NULL = none is such a
 * reference. The array is the caller's (free), its texts are the plan's. */
const char **plan_expand_recipients(const Plan *p, size_t *n);

int plan_find_node(const Plan *p, const char *id);         /* index by address, -1 when none */
/* "kh-bvstbpn-2023": SYMBOL-YEAR in lower case, for ids and addresses */
const char *plan_slug(const Plan *p, Arena *a);

/* Names as the contract prints them: "part", "deadline", "lead", "at_least". */
const char *plan_node_kind_name(NodeKind k);
const char *plan_date_kind_name(DateKind k);
const char *plan_actor_role_name(ActorRole r);
const char *plan_direction_name(Direction d);

void plan_pack(const Plan *p, Buf *out);
Plan *plan_unpack(Unpack *u);                              /* validates counts, indexes, enums, UTF-8; NULL when bad */
#endif
