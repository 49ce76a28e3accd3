/* link.h - which clauses of a plan a task speaks of: find patterns and subjects against the plan's texts, with a score. Pure.
 *
 * Accents, case and the style of tone marks do not matter. Score: 1 = the pattern stands in the clause word for word;
 * below that the weighted share of its words that stand in the clause or its headings (rare words weigh more). */
#ifndef SEN_MODEL_LINK_H
#define SEN_MODEL_LINK_H
#include <stddef.h>
#include "core/base/mem.h"
#include "core/model/plan.h"

#define LINK_SURE 0.85                     /* attached without asking */
#define LINK_LIKELY 0.55                   /* proposed, shown with its score */

typedef struct LinkIndex LinkIndex;
LinkIndex *link_index_new(const Plan *p);  /* borrows the plan */
void link_index_free(LinkIndex *x);        /* takes NULL */

typedef struct LinkHit { int node; double score; } LinkHit;

/* Clauses that match `pattern` with at least `least`, best first, then in document order; at most one of a clause and its
 * ancestor unless both match word for word. Alternatives may be separated by "|". *hits lives in `a`. Returns the count. */
size_t link_find(const LinkIndex *x, const char *pattern, double least, Arena *a, LinkHit **hits);
double link_score(const LinkIndex *x, int node, const char *pattern);

/* 1 for the nodes that are work to be done: leaves below the parts about content, tasks, measures (not purpose, funds,
 * organisation); when a plan has no such part, all leaves but purpose and funds. */
int link_is_activity(const LinkIndex *x, int node);

/* One task's patterns, and what came of them. */
typedef struct LinkTask { const char *id; const char *const *patterns; size_t n_patterns; } LinkTask;
typedef struct LinkPair { size_t task; int node; double score; } LinkPair;
typedef struct LinkSet {
    LinkPair *pairs; size_t n_pairs;       /* by task, then best first */
    int *loose_nodes; size_t n_loose;      /* activities no task speaks of */
    size_t *idle_tasks; size_t n_idle;     /* tasks without a clause */
} LinkSet;
LinkSet link_tasks(const LinkIndex *x, const LinkTask *tasks, size_t n, double least, Arena *a);   /* all in `a` */
#endif
