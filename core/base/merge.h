/* merge.h - three texts by lines: what one side changed is taken, what both changed differently is a conflict. Knows no file. */
#ifndef SEN_BASE_MERGE_H
#define SEN_BASE_MERGE_H
#include "core/base/buf.h"
#include "core/base/mem.h"

typedef enum MergeKind { MERGE_SAME, MERGE_THEIRS, MERGE_MINE, MERGE_BOTH, MERGE_CONFLICT } MergeKind;

/* A run of lines; the runs of all hunks together are the three texts. BOTH: the two sides made the same change. */
typedef struct MergeHunk {
    MergeKind kind;
    Str base, theirs, mine;            /* borrowed from the texts, with their line ends */
    int line;                          /* where it begins in the merged text, from 1 */
} MergeHunk;

typedef struct Merge {
    MergeHunk *v; size_t n;            /* in the arena */
    size_t theirs, conflicts;          /* hunks of these kinds */
} Merge;

Merge merge_texts(Str base, Str theirs, Str mine, Arena *a);
/* The merged text: theirs where only they changed, mine where I did or where both did differently. */
void merge_print(const Merge *m, Buf *out);
#endif
