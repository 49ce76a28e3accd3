/* guard.h - what a Markdown text must keep within before libcmark sees it; knows no tree. */
#ifndef SEN_DOC_GUARD_H
#define SEN_DOC_GUARD_H
#include "core/base/buf.h"
#include "core/base/err.h"

enum {
    GUARD_BYTES = 1024 * 1024,     /* of one text */
    GUARD_MARKERS = 64,            /* ">" and list markers at the start of one line */
    GUARD_MARKS = 5000,            /* "[" "!" "<" and runs of "*" "_" "`" between two blank lines */
    GUARD_WORK = 16000000,         /* containers times lines */
    GUARD_DEPTH = 200,             /* of the tree */
};

/* The text in NFC, with line ends "\n" (also at its end), without control, bidi and noncharacters and without private-use
 * characters that are no holes; *dropped counts these. -1 and e when it is not valid or too long. */
int guard_clean(Str text, unsigned holes, Buf *out, unsigned *dropped, Err *e);
/* Checks the caps on a cleaned text. first_line is the source line of its first line. */
int guard_check(Str text, const char *file, int first_line, Err *e);
/* 1 when the character may not stand in any text: C0 but tab and line end, C1, bidi controls, noncharacters. */
int guard_forbidden(unsigned cp);
#endif
