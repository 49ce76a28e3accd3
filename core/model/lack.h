/* lack.h - what a plan leaves open for those who carry it out: activities without a lead, a deadline, evidence, an indicator, a
 * target. Pure; knows no ward and no task. */
#ifndef SEN_MODEL_LACK_H
#define SEN_MODEL_LACK_H
#include "core/model/plan.h"

enum { LACK_LEAD = 1, LACK_DUE = 2, LACK_EVIDENCE = 4, LACK_INDICATOR = 8, LACK_TARGET = 16, LACK_KINDS = 5 };

typedef struct Lack { int node; unsigned what; } Lack;     /* what: LACK_… together */

/* The activities of the plan: clauses without clauses under them, outside the parts about purposes, money and who does what
 * (all others when no part is about contents), and the rows of annexes. *lacks gets those that lack something, in document
 * order, in `a`; returns how many activities there are. */
size_t lack_list(const Plan *p, Arena *a, Lack **lacks, size_t *n);
/* «chủ trì», «thời hạn» …: what one bit is called. */
const char *lack_name(unsigned bit, int english);
#endif
