/* doc_expand.h - tests only: a toy template, expanded as text and as a tree, to compare both.
 * In a toy template @F and @I open a for or if, @E is else, @. is end, @v a value, @A stands alone. */
#ifndef SEN_TESTS_DOC_EXPAND_H
#define SEN_TESTS_DOC_EXPAND_H
#include "core/doc/doc.h"

enum { TOY_HOLES = 400 };

typedef struct Toy {
    Buf text;                      /* with hole characters */
    uint8_t control[TOY_HOLES];
    int times[TOY_HOLES];          /* by opening hole: how often a for runs; if: 0 = false */
    uint32_t holes;
} Toy;

void toy_make(Toy *t, const char *source);
void toy_free(Toy *t);
void toy_expand_text(const Toy *t, Buf *out);              /* the reference meaning */
/* Expands the tree of doc_parse as doc.h tells. */
Doc *toy_expand_tree(const Toy *t, const Doc *template, Arena *a);
#endif
