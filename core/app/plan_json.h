/* plan_json.h - a Plan as the JSON of import-contract.md (schema sen-plan/1); the keys and their order are the contract's. */
#ifndef SEN_APP_PLAN_JSON_H
#define SEN_APP_PLAN_JSON_H
#include "core/base/buf.h"
#include "core/model/plan.h"

/* Written straight from the plan, in the form of json_print: a plan of 200,000 clauses needs no tree beside it.
 * full(who) may be NULL; it is called whenever out holds PLAN_JSON_PIECE bytes and more, and may empty it.
 * Absent facts are null. */
enum { PLAN_JSON_PIECE = 1 << 16 };
void plan_json(const Plan *p, Buf *out, void (*full)(void *), void *who);
#endif
