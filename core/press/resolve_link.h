/* resolve_link.h - the part of resolve that ties tasks to clauses of the live plans; private to press/resolve*.c. */
#ifndef SEN_PRESS_RESOLVE_LINK_H
#define SEN_PRESS_RESOLVE_LINK_H
#include "core/press/resolve.h"

/* Sets task.clauses from its `clause` field: find patterns or node addresses. */
void resolve_link_task(Model *m, const Entity *task, const ResolveJob *job);
/* Sets legal.nodes: the clauses of the live plans that cite its number. */
void resolve_link_legal(Model *m, const Entity *legal, const ResolveJob *job);
/* resolve_layout.c: a value of a layout outside its allowed range is a warning with the clause. */
void resolve_layout_check(const Entity *e, Findings *f);
/* Takes the ward's corrections in: a clause added to or taken from a task. */
void resolve_link_rows(Model *m, const ResolveJob *job, const Rows *rows);
/* The plan and node of an address as it stands in task.clauses ("II.1.a", "PLAN:II.1.a"); NULL when there is none. */
const Plan *resolve_link_find(const ResolvePlans *plans, Str address, int *node);
#endif
