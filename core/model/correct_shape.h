/* correct_shape.h - corrections that move clauses: another parent, split, joined, taken away; and the addresses that follow. */
#ifndef SEN_MODEL_CORRECT_SHAPE_H
#define SEN_MODEL_CORRECT_SHAPE_H
#include "core/model/correct.h"

typedef struct Shape Shape;
Shape *shape_new(Plan *p);
void shape_free(Shape *s);                                 /* takes NULL */
/* Notes what is to become of a clause. 0; -1 when it cannot be (said in f). */
int shape_take(Shape *s, const Correction *c, int at, Findings *f);
void shape_relabel(Shape *s, int at);                      /* its label changes: its address may follow */
/* Rebuilds the plan's clauses, their facts' places and the addresses of what changed. raw_of as in correct_apply. */
void shape_settle(Shape *s, int **raw_of);
#endif
