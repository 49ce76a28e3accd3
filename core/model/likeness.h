/* likeness.h - how alike many texts are: words and pairs of words, rare ones count more; knows nothing of plans.
 * Texts come on two sides (old, new); case, accents and punctuation are ignored. Everything lives in the arena given. */
#ifndef SEN_MODEL_LIKENESS_H
#define SEN_MODEL_LIKENESS_H
#include <stddef.h>
#include <stdint.h>
#include "core/base/mem.h"

typedef struct Likeness {
    size_t n_old, n;                  /* texts 0 … n_old-1 are old, n_old … n-1 new */
    const char **plain;               /* folded words joined by one space */
    size_t *first;                    /* where a text's features begin in `feature`; n+1 entries */
    uint32_t *feature;                /* per text: sorted feature numbers, none twice */
    float *weight;                    /* per feature: 1/sqrt(of how many texts of one side have it) */
    float *total;                     /* per text: the sum of its weights */
    size_t *run;                      /* per feature: where its texts begin in `holder`; n_features+1 entries */
    uint32_t *holder;                 /* texts holding it, ascending (old before new) */
    size_t n_features;
} Likeness;

/* First the plain texts, which is enough to compare for equality; then the features. When there are too many of them for memory,
 * texts with skip[i] = 1 get none (skip may be NULL). */
void likeness_read(Likeness *l, const char *const *texts, size_t n_old, size_t n, Arena *a);
void likeness_build(Likeness *l, const unsigned char *skip, Arena *a);
double likeness_between(const Likeness *l, size_t x, size_t y);       /* 0 … 1: shared weight twice over both totals */
double likeness_within(const Likeness *l, size_t x, size_t y);        /* 0 … 1: how much of x stands in y */

enum { LIKENESS_BEST = 8 };
/* The texts of the other side that share rare features with x, at most LIKENESS_BEST, likeliest first.
 * skip: per text, 1 = not these.
 * scratch: n floats, all 0 before and after. Returns how many. */
size_t likeness_candidates(const Likeness *l, size_t x, const unsigned char *skip, float *scratch, size_t out[LIKENESS_BEST]);
#endif
