/* press_cross.h - from one thing of a unit to another: the clauses of a task, the tasks of a clause, the values of an indicator.
 * Read-only; lists are made when they are asked for and kept. Knows no Lua: script.h calls it through ScriptWorld.follow. */
#ifndef SEN_PRESS_PRESS_CROSS_H
#define SEN_PRESS_PRESS_CROSS_H
#include "core/press/press_build.h"
#include "core/press/resolve.h"

typedef struct PressCross PressCross;

/* Borrows the job's model, plans and values, and the resolved plans. Cheap: nothing is looked at yet. */
PressCross *press_cross_new(const PressJob *job, const ResolvePlans *resolved);
void press_cross_free(PressCross *c);      /* takes NULL */
/* ScriptWorld.follow: self is the PressCross. */
int press_cross_follow(void *self, const Value *of, Str field, Value *out);
/* The newest plan, or a plan without any clause when none was imported: what a rule and a hook get as `plan`. */
Value press_cross_plan(PressCross *c);
#endif
