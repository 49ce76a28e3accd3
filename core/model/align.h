/* align.h - which clause of a new version of a plan is which clause of the old one; pure, no I/O, no keys (store/ has them).
 *
 * A clause's owner (key, ticks, evidence, corrections) follows its text: equal text first, then similar text under the same
 * heading, then what stands in the same order and is not wholly different. An unrelated clause never inherits. */
#ifndef SEN_MODEL_ALIGN_H
#define SEN_MODEL_ALIGN_H
#include "core/base/mem.h"
#include "core/model/plan.h"

typedef struct Align {
    int *old_of;       /* per new node: the old node it continues, -1 = new */
    int *new_of;       /* per old node: the new node that continues it, -1 = gone */
    int *part_of;      /* per new node without an old one: the old node whose text held it (a split), -1 = none */
    int *into;         /* per gone old node: the new node that holds its text (a join), -1 = none */
} Align;

/* Never fails; all arrays live in `a`. Time grows as n log n. */
void align_plans(const Plan *old, const Plan *now, Arena *a, Align *out);

/* The second half alone: fills part_of and into from old_of and new_of (both set by the caller). */
void align_leftovers(const Plan *old, const Plan *now, Arena *a, Align *al);

/* How alike two texts are, 0 … 1, case, accents and punctuation ignored (without the rarity weights align_plans adds). */
double align_likeness(const char *a, const char *b);
#endif
