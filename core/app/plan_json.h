/* plan_json.h - a Plan as the JSON of import-contract.md (schema sen-plan/1); the keys and their order are the contract's. */
#ifndef SEN_APP_PLAN_JSON_H
#define SEN_APP_PLAN_JSON_H
#include <jansson.h>
#include "core/model/plan.h"

json_t *plan_json(const Plan *p);              /* a new reference, never NULL; absent facts are null */
#endif
