/* scope.h - the names an expression of a template can use, and who owes a value that is missing; knows no Lua, no Markdown.
 *
 *   unit plan plans tasks checklists indicators values materials events legal today year vars agenda — and the variables of
 * loops. */
#ifndef SEN_PRESS_SCOPE_H
#define SEN_PRESS_SCOPE_H
#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/model/plan.h"
#include "core/model/value.h"

typedef enum ScopeName {
    SCOPE_UNIT, SCOPE_PLAN, SCOPE_PLANS, SCOPE_TASKS, SCOPE_CHECKLISTS, SCOPE_INDICATORS, SCOPE_VALUES, SCOPE_MATERIALS,
    SCOPE_EVENTS, SCOPE_LEGAL, SCOPE_TODAY, SCOPE_YEAR, SCOPE_VARS, SCOPE_AGENDA, SCOPE_NAMES
} ScopeName;

enum { SCOPE_LOCALS = 64 };                /* loops inside loops, includes counted: two names each (x and loop) */

typedef struct ScopeLocal { Str name; Value value; } ScopeLocal;

typedef struct Scope {
    Value root[SCOPE_NAMES];
    ScopeLocal local[SCOPE_LOCALS];
    uint32_t locals;
    int no_figures;                        /* 1 = for a text of a file that may not see what was recorded */
    uint32_t used;                         /* bit i: root i was read; today read = the page depends on the date */
} Scope;

const char *const *scope_names(size_t *n);                 /* the root names, in the order of ScopeName */
int scope_root(Str name);                                  /* its ScopeName, -1 when it is none */
int scope_get(Scope *s, Str name, Value *out);             /* the innermost loop variable, else the root; 1 = known name */

int scope_get_at(Scope *s, Str name, int root, Value *out);    /* the same; root = scope_root(name) */

/* A field of any value: object, map; of a missing value it is missing. 1 = known field. */
int scope_field(const Value *of, Str field, Value *out);
/* The known fields of a value, for suggestions; NULL and 0 when it has none. `a` holds a list made for a map. */
const char *const *scope_fields(const Value *of, size_t *n, Arena *a);

/* A plan as a value: its document fields, and nodes, legal, dates, actors, targets as lists of objects with parts and
 * points. The lists are made in `a`, the plan must outlive them. */
Value scope_plan_value(const Plan *p, Arena *a);
/* Which clause of which plan an object of such a list is; -1 = it is no clause. */
int scope_plan_node(const Value *v, const Plan **plan);
int scope_is_plan(const Value *v);

/* What {{ x }} prints for a value: dates as dd/mm/yyyy, words as people read them, lists joined by ", ", numbers with a
 * decimal comma. 0; -1 when it is nothing to print (missing, a map, a function). */
int scope_print(const Value *v, Buf *out);
#endif
