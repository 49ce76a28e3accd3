/* splice.h - what was changed between two texts, word by word, and the same changes made in a third. Knows no lines, no file. */
#ifndef SEN_BASE_SPLICE_H
#define SEN_BASE_SPLICE_H
#include "core/base/buf.h"
#include "core/base/mem.h"

/* Bytes [from, to) of the old text become `text`; by place, never overlapping. */
typedef struct Splice { size_t from, to; Str text; } Splice;
typedef struct Splices { Splice *v; size_t n; int conflict; } Splices;     /* in the arena; texts borrowed from the new text */

/* Words are never cut in two. Time grows as the product of the changed parts' words, up to a cap; then all between is one
 * change. */
Splices splice_diff(Str old, Str now, Arena *a);
/* What turns base into theirs, at its places in mine. conflict = 1: mine was changed at the same place; theirs is put there. */
Splices splice_onto(Str base, Str theirs, Str mine, Arena *a);
/* The part of base that the bytes [from, to) of mine come from. */
Str splice_back(Str base, Str mine, size_t from, size_t to, Arena *a);
void splice_apply(Str text, const Splices *s, Buf *out);
#endif
