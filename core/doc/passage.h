/* passage.h - a template's source cut into the pieces that are one thing to a reader: a heading, a paragraph, a list item, a
 * table row, a field of the front matter, a control line. By the look of the lines; parses no Markdown. */
#ifndef SEN_DOC_PASSAGE_H
#define SEN_DOC_PASSAGE_H
#include "core/base/merge.h"

/* As MergeCut: the pieces, in order, are the whole text. */
size_t passage_cut(Str text, MergePart *out);
#endif
