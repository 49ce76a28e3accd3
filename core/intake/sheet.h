/* sheet.h - a small table as Excel, Word or Notepad saved it: tabs, semicolons or commas, quotes or none; knows no meaning. */
#ifndef SEN_INTAKE_SHEET_H
#define SEN_INTAKE_SHEET_H
#include "core/base/buf.h"
#include "core/base/mem.h"

enum { SHEET_CELLS = 40, SHEET_ROWS_MOST = 200000 };

typedef struct SheetRow {
    int line;                              /* where it begins, from 1 */
    const char **cell;                     /* trimmed, white space inside is one space, without quotes and formula guards */
    size_t n;                              /* trailing empty cells are left out */
} SheetRow;
typedef struct Sheet { SheetRow *v; size_t n; char mark; } Sheet;  /* mark: what separates the cells */

/* UTF-8 text -> rows; empty lines are left out. All in `a`. A quote that is never closed is a plain character. heads: names of
 * the first column, ended by NULL: what follows one of them at the start of a line is the mark. Whole lines that a program took
 * for one cell (in quotes, with commas after it) are read as lines. */
void sheet_read(Str utf8, const char *const *heads, Arena *a, Sheet *out);
/* Appends one cell as every program reads it back: quoted when needed, a formula guarded. */
void sheet_put(const char *cell, char mark, Buf *out);
#endif
