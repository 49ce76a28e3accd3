/* hole.h - the template lexer: {{ }}, {% %}, {# #} out of a text, one private-use character left in their place; knows
 * nothing of Markdown's structure and does not read the expressions. */
#ifndef SEN_PRESS_HOLE_H
#define SEN_PRESS_HOLE_H
#include "core/doc/doc.h"
#include "core/press/expr.h"

typedef enum HoleKind {
    HOLE_VALUE,                            /* {{ expr }} */
    HOLE_FOR, HOLE_IF, HOLE_ELSEIF, HOLE_ELSE, HOLE_END, HOLE_INCLUDE,
    HOLE_NOTHING                           /* a comment that fills its line; in the tree it stands alone, like an include */
} HoleKind;

typedef struct Hole {
    HoleKind kind;
    int line, col;
    Str word;                              /* as written: "endfor" */
    Str text;                              /* the expression; INCLUDE: the file name */
    int text_col;                          /* where text stands on the line */
    Str var;                               /* FOR: the variable */
    Expr *expr;                            /* set by template.c from text */
    uint8_t seen;                          /* template.c: found in the tree */
    uint32_t pair;                         /* FOR IF ELSEIF ELSE: the hole of the next branch or the end (hole_match) */
    uint32_t end;                          /* FOR IF ELSEIF ELSE: the hole of the end */
    DocNode *at;                           /* controls: where it stands in the tree */
} Hole;

enum { HOLE_DEPTH = 64 };                  /* for and if inside each other */

typedef struct Holes {
    Hole *v;                               /* in the arena */
    uint32_t n, cap;
    uint8_t *control;                      /* for DocOptions.control */
} Holes;

/* Lexes src (NFC, LF), whose first line is `first_line` of the file; appends the text with hole characters to md, every
 * line of the source staying one line. Texts are borrowed from src. 0/-1; the first mistake is in e, the others
 * in `more` (may be NULL). */
int hole_lex(Str src, const char *shown, int first_line, Arena *a, Buf *md, Holes *out, Findings *more, Err *e);

/* Pairs for and if with their branches and ends by their order in the text; a missing or stray one is an error at its line. */
int hole_match(Holes *h, const char *shown, Err *e);

/* The end of a hole's inside: offset of `close` ("}}" or "%}") from `at`, strings and brackets respected; -1 when it is not
 * on this line. */
long hole_find_close(Str src, size_t at, const char *close);
/* The number of the hole character at p (n bytes left), -1 when it is none; always 4 bytes long. */
long hole_at(const char *p, size_t n);
#endif
