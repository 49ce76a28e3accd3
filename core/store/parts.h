/* parts.h - one version of a plan as rows: its header, clauses, references, dates, actors, targets, rest, repairs, recipients. */
#ifndef SEN_STORE_PARTS_H
#define SEN_STORE_PARTS_H
#include "core/store/store.h"

int parts_put(Store *s, Plan *p, const char *id, int version, const char *source, const char *sha256, Err *e);
/* 1 = loaded (plan_free it), 0 = there is no such version, -1.
 * Every index and word is checked: SEN5003 when one is impossible. */
int parts_load(Store *s, const char *id, int version, Plan **plan, Err *e);
int parts_check(Store *s, Findings *f, Err *e);          /* every version's content against the hash taken when it was put */
#endif
