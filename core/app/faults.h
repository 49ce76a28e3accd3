/* faults.h - the rules about plans, asked of the worker that has just read one; knows no rule. */
#ifndef SEN_APP_FAULTS_H
#define SEN_APP_FAULTS_H
#include "core/app/session.h"

/* The rules of the base layer, of the workspace's layers and of the unit at hand look at the plan; what they say goes to f, under
 * `path`. s->wall is the worker that imported it. 0/-1. */
int faults_find(Session *s, const char *path, const Plan *p, Findings *f, Err *e);
/* The good and bad examples of all these rules; `text` gets one line for each rule. s->wall: any worker. 0/-1. */
int faults_try_examples(Session *s, Buf *text, Findings *f, Err *e);
#endif
