/* hole.h - the template lexer: {{ }}, {% %}, {# #} out of a text, one private-use character left in their place; knows
 * nothing of Markdown's structure and does not read the expressions. */
#ifndef SEN_PRESS_HOLE_H
#define SEN_PRESS_HOLE_H
#include "core/doc/doc.h"
#include "core/press/expr.h"

typedef enum HoleKind {
    HOLE_VALUE,                            /* {{ expr }} */
    HOLE_FOR, HOLE_IF, HOLE_ELSEIF, HOLE_ELSE, HOLE_END, HOLE_INCLUDE,
    HOLE_NOTHING                           /* a comment that fills its line */
} HoleKind;

typedef struct Hole {
    HoleKind kind;
    int line, col;
    Str word;                              /* as written: "endfor" */
    Str text;                              /* the expression; INCLUDE: the file name */
    Str var;                               /* FOR: the variable */
    Expr *expr;                            /* set by template.c from text */
    uint8_t own_line;                      /* 1 = alone on its line */
    uint8_t blank_before, blank_after;     /* own_line: the neighbouring line of the source is blank */
    uint8_t seen;                          /* template.c: found in the tree */
    DocNode *branch;                       /* FOR IF ELSEIF ELSE: the sibling where the next branch or the end stands */
    DocNode *end;                          /* FOR IF ELSEIF ELSE: the sibling with its end */
} Hole;

typedef struct Holes {
    Hole *v;                               /* in the arena */
    uint32_t n, cap;
    uint8_t *control;                      /* for DocOptions.control */
    uint8_t *blank;                        /* blank[line] = 1: that line of the source is empty; lines + 2 entries */
    int lines;
} Holes;

/* Lexes src (NFC, LF), whose first line is `first_line` of the file; appends the text with hole characters to md, every
 * line of the source staying one line. Texts are borrowed from src. 0/-1. */
int hole_lex(Str src, const char *shown, int first_line, Arena *a, Buf *md, Holes *out, Err *e);

/* The end of a hole's inside: offset of `close` ("}}" or "%}") from `at`, strings and brackets respected; -1 when it is not
 * on this line. */
long hole_find_close(Str src, size_t at, const char *close);
/* The number of the hole character at p (n bytes left), -1 when it is none; always 4 bytes long. */
long hole_at(const char *p, size_t n);
#endif
