/* taking.c - see taking.h; must not know how a layer comes. */
#include "core/app/taking.h"

int taking_look(TakingUp *t, Err *e) { (void)t; (void)e; return 0; }
int taking_write(TakingUp *t, Rewrites *r, Err *e) { (void)t; (void)r; (void)e; return 0; }
void taking_say(TakingUp *t) { (void)t; }
void taking_free(TakingUp *t) { (void)t; }
