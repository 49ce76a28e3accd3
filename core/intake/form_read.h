/* form_read.h - the cells of a workbook -> the lines of a form that came back: which key holds what; judges no figure.
 *
 * Nothing is found by its place: a line is the row that holds a key (model/form.h), a column the one whose head says "sen#n". So
 * sheets may be renamed or moved, rows and columns inserted, hidden or sorted. */
#ifndef SEN_INTAKE_FORM_READ_H
#define SEN_INTAKE_FORM_READ_H
#include "core/base/pack.h"
#include "core/intake/intake.h"

enum { FORM_ROWS_MOST = 20000, FORM_SHEETS_MOST = 100 };

typedef enum CellKind {
    CELL_BLANK, CELL_TEXT, CELL_NUMBER, CELL_DATE, CELL_PERCENT,
    CELL_FORMULA,                          /* its text is what some program computed: never trusted */
    CELL_ERROR, CELL_BOOL,
    CELL_MERGED,                           /* lost in a merged range that covers more than this cell */
    CELL_KINDS
} CellKind;

/* text: NUMBER as written by a program ("1234.5"), DATE "2026-06-30"; else trimmed, special spaces plain. "" when blank. */
typedef struct FormCell { CellKind kind; const char *text; int row, column; } FormCell;

typedef struct FormRow {
    int sheet;                             /* 0 … n_sheets - 1 */
    int row;
    int was;                               /* 1 = what the cells held when the form was made */
    const char *unit, *period, *indicator, *part;      /* the pieces of the key */
    FormCell key, name, n, d;
} FormRow;

typedef struct FormBook {
    const char **sheets; size_t n_sheets;  /* their names */
    FormRow *rows; size_t n;               /* sheet by sheet, top down */
    int lost;                              /* 1 = a sheet has keys but not the heads of its columns,
        or too many ranges are merged */
} FormBook;

/* 1 = it is a form; 0 = some other workbook. All in `a`. */
int form_read(const IntakePart *v, size_t n, Arena *a, FormBook *out);
void form_pack(const FormBook *f, Buf *out);
int form_unpack(Unpack *u, Arena *a, FormBook *out);      /* trusts nothing; 0/-1 */
#endif
