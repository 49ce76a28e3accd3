/* raw_lines.h - the lines of a Markdown text on their way to libcmark, and the shields put into them.
 *
 * Shields keep what libcmark must not take for its own; all are C1 characters, which cleaned text never holds:
 *   "[^" of a note that is defined -> U+0091      "\~" -> U+0092       (both keep the byte columns)
 *   "&" of "&#x91;" and the like, which would forge a shield or hole -> U+0094
 *   "::: name" -> <!--U+0093 D n-->               lines of a pipe table -> <!--U+0093 T n--> and <!--U+0093 R n-->
 *   a place where blocks must not flow together -> <!--U+0093 S n-->      (n: the index of the line) */
#ifndef SEN_DOC_RAW_LINES_H
#define SEN_DOC_RAW_LINES_H
#include <stdint.h>
#include "core/base/buf.h"
#include "core/base/map.h"
#include "core/base/mem.h"
#include "core/doc/doc.h"

typedef enum RawKind {
    RAW_TEXT,
    RAW_CONTROL,                   /* holds only control holes; taken out before libcmark reads */
    RAW_KEPT,                      /* control holes left in a paragraph or code block */
    RAW_SEPARATOR,                 /* ends a block, itself nothing */
    RAW_TABLE, RAW_ROW             /* first and further lines of a pipe table */
} RawKind;

typedef struct RawLine {
    Str text;                      /* without its line end */
    int line;                      /* of the source */
    RawKind kind;
    int table;                     /* RAW_TABLE: its number */
    uint32_t prefix;               /* RAW_TABLE RAW_ROW RAW_SEPARATOR: bytes of text that stay before the shield */
} RawLine;

typedef struct RawLines {
    RawLine *v;
    size_t n, cap;
    Arena *arena;                  /* holds v; borrowed */
    Map *notes;                    /* labels of notes that are defined; borrowed */
} RawLines;

void raw_lines_add(RawLines *l, RawLine one);
/* Splits a cleaned text; control lines are recognised by `control` (NULL = there are none). Fills l->notes. */
void raw_lines_split(RawLines *l, Str text, int first_line, const DocOptions *o);
int raw_line_blank(Str text);                       /* nothing but spaces and ">" */
/* The hole number of the character at p, or -1. */
long raw_hole_at(const char *p, const char *end);
/* Appends the lines as libcmark shall read them. */
void raw_lines_write(const RawLines *l, Buf *out);
void raw_shield_text(const RawLines *l, Str text, Buf *out);      /* the shields within a line */

/* The underline of a setext heading that begins on line first: libcmark's own last line is one too far. */
size_t raw_lines_underline(const RawLines *l, size_t first, size_t last);

/* The shield comment in an HTML literal: 'D' 'T' 'R' 'S' and its number, or 0 when it is the user's own HTML. */
char raw_shield_of(Str literal, int *number);
/* Appends the literal with shields turned back as they were typed; as_text: "\~" becomes "~". */
void raw_unshield(const RawLines *l, Str literal, int as_text, Buf *out);
int raw_has_shield(Str literal);
#endif
