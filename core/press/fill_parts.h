/* fill_parts.h - the inside of filling a template, for fill.c and fill_value.c only. */
#ifndef SEN_PRESS_FILL_PARTS_H
#define SEN_PRESS_FILL_PARTS_H
#include "core/press/template_tree.h"

typedef struct Fill {
    const Template *t;                     /* the one being walked; changes inside includes */
    const FillJob *job;
    Arena *a;
    Buf text;                              /* of the inline run being made, not yet a node */
    Buf print;                             /* scratch */
    int pending;                           /* a blank line was passed since the last block (doc.h) */
    const char *origin;                    /* of the object of the innermost loop */
    Str var;                               /* and the variable that holds it */
    const Template *stack[INCLUDE_DEPTH + 1];
    int depth, notes, stop;
    int unsafe;                            /* a value brought an address, Markdown or a strange character: filter the page */
    FillMemo *memo;                        /* NULL = none, or the page has notes, which are numbered in place */
    int learning;                          /* a part is being filled of which it is not known whether it may be kept */
    size_t errors;
    Err err;                               /* of evaluate: large, so cleared only after use */
} Fill;

typedef enum FillPlace { IN_CODE, IN_CODE_BLOCK, IN_URL, IN_TITLE } FillPlace;

void fill_report(Fill *x, Err *e);
int fill_evaluate(Fill *x, const Hole *h, Value *out);         /* -1 = it was reported */
/* Appends the printed value of a hole; a missing one is reported and stands as a blank. */
void fill_print(Fill *x, const Hole *h, const Value *v, Buf *out);
void fill_flush_text(Fill *x, DocNode *into);
/* A line break in a value is a hard break. */
void fill_break_lines(Fill *x, size_t at, DocNode *into);
Str fill_literal(Fill *x, Str s, FillPlace place);
/* Markdown in a value, asked for by the template; NULL = it was reported. */
Doc *fill_parse_value(Fill *x, const Hole *h, const Value *v);
#endif
