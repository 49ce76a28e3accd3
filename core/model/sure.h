/* sure.h - how sure a fact of a plan is, told from its clause and from the words it was read in; no reading, no I/O.
 *
 * 1 = set by a person, or every part of it is printed in the clause; 0.9 = one part was taken from elsewhere (the year from the
 * plan, the kind from the symbol, the body from a heading); 0.8 = told by its place or by what is counted, not by a word for it;
 * 0.7 = the clause is too long to look at. Never more than the clause's own confidence, unless a person set it. */
#ifndef SEN_MODEL_SURE_H
#define SEN_MODEL_SURE_H
#include "core/model/plan.h"

double sure_legal(const Plan *p, const PlanLegal *l);
double sure_date(const Plan *p, const PlanDate *d);
double sure_actor(const Plan *p, const PlanActor *a);
double sure_target(const Plan *p, const PlanTarget *t);

/* Where the money comes from, as the clauses say; the words are fixed: «ngân sách nhà nước», «lồng ghép», «xã hội hóa», … */
typedef struct PlanBudget { const char *source; int node; double confidence; } PlanBudget;
PlanBudget *sure_budgets(const Plan *p, size_t *n);        /* the caller's (free); NULL = none */
#endif
