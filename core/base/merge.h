/* merge.h - three texts, piece by piece: what one side changed is taken, what both changed differently is a conflict. Pieces are
 * lines, or what a caller that knows the text cuts. Knows no file. */
#ifndef SEN_BASE_MERGE_H
#define SEN_BASE_MERGE_H
#include "core/base/buf.h"
#include "core/base/mem.h"

/* kind: a piece that was changed is still the same piece only when its kind is the same. BLANK: never one that was changed. */
enum { MERGE_PART_BLANK, MERGE_PART_LINE };
typedef struct MergePart { Str text; int kind; } MergePart;
/* Cuts a text into pieces that together, in order, are the text; returns how many. out NULL: only counts. */
typedef size_t (*MergeCut)(Str text, MergePart *out);

typedef enum MergeKind { MERGE_SAME, MERGE_THEIRS, MERGE_MINE, MERGE_BOTH, MERGE_CONFLICT } MergeKind;

/* A run of pieces; the runs of all hunks together are the three texts. BOTH: the two sides made the same change. Where both
 * sides changed neighbours, each piece is a hunk of its own, as long as it is clear which piece became which. */
typedef struct MergeHunk {
    MergeKind kind;
    Str base, theirs, mine;            /* borrowed from the texts, with their line ends */
    int line;                          /* the line where it begins in the merged text, from 1 */
} MergeHunk;

typedef struct Merge {
    MergeHunk *v; size_t n;            /* in the arena */
    size_t theirs, conflicts;          /* hunks of these kinds */
} Merge;

Merge merge_texts(Str base, Str theirs, Str mine, MergeCut cut, Arena *a);     /* cut NULL: lines */
/* The merged text: theirs where only they changed, mine where I did or where both did differently. */
void merge_print(const Merge *m, Buf *out);
#endif
