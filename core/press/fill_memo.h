/* fill_memo.h - parts of pages that read nothing of the unit: kept after the first page, put into the others as they are. Knows
 * document trees only; fill.c says what may be kept.
 *
 * A part is what one block or one control group among the blocks of a page gives. One FillMemo belongs to units that see the
 * same model but for what they have of their own; templates and texts it was made of must outlive it. */
#ifndef SEN_PRESS_FILL_MEMO_H
#define SEN_PRESS_FILL_MEMO_H
#include "core/doc/doc.h"

typedef struct FillMemo FillMemo;
typedef enum { PART_NEW, PART_OWN, PART_KEPT } PartState;      /* OWN: it differs from unit to unit */

typedef struct FillPart {
    const DocNode *at, *next;              /* where it begins in its template, and what follows it */
    struct KeptBlock *block; uint32_t n;   /* what it gives */
    uint32_t used;                         /* Scope.used of what it read */
    uint32_t page;                         /* the page it was put into last */
    uint8_t state, pending_in, pending;    /* of a blank line: before it and behind it (doc.h) */
} FillPart;

/* number: another one for each memo of a process, so that no two kept blocks have the same DocNode.same. */
FillMemo *fill_memo_new(uint32_t number);
void fill_memo_free(FillMemo *m);                          /* takes NULL */
void fill_memo_page(FillMemo *m);                          /* a new page begins */
FillPart *fill_memo_part(FillMemo *m, const DocNode *at);  /* NULL = no room for more */
/* Copies `first` and its siblings, with all texts. 0; -1 = no room. */
int fill_memo_keep(FillMemo *m, FillPart *p, const DocNode *first);
/* Puts a kept part behind the children of `into`, once a page: the very nodes, below which nothing may be changed. */
void fill_memo_put(FillMemo *m, FillPart *p, Arena *a, DocNode *into);
int fill_memo_may_put(const FillMemo *m, const FillPart *p);
#endif
