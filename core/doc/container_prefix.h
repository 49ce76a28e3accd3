/* container_prefix.h - where the content of a line begins behind the marks of its containers; libcmark does not say. */
#ifndef SEN_DOC_CONTAINER_PREFIX_H
#define SEN_DOC_CONTAINER_PREFIX_H
#include <cmark.h>
#include "core/doc/raw_lines.h"

/* Makes cmark's line numbers indexes of l: the line index of a node's first line (shift = lines put in front of l). */
#define PREFIX_FIRST(node, shift) ((long)cmark_node_get_start_line(node) - 1 - (shift))

/* The offset in l->v[line].text at which the content of `leaf` begins. *lazy = 1 when marks of a container are missing.
 * The tree must not be deeper than GUARD_DEPTH. Uses the user data of ITEM nodes. */
size_t container_prefix(const RawLines *l, cmark_node *leaf, size_t line, int *lazy);
#endif
