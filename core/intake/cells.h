/* cells.h - cells of a table's line: how they are cut, what the names of columns mean; knows no nodes. */
#ifndef SEN_INTAKE_CELLS_H
#define SEN_INTAKE_CELLS_H
#include "core/intake/reader.h"

enum { CELLS_MOST = 24 };
typedef enum Col { COL_NONE, COL_NUM, COL_TASK, COL_LEAD, COL_SUPPORT, COL_TIME, COL_DUE, COL_PRODUCT, COL_NOTE,
    COL_UNIT, COL_VALUE, COL_KINDS } Col;
typedef struct Row {
    Str cell[CELLS_MOST];                  /* borrowed */
    int line[CELLS_MOST];
    size_t n;
    int exact;                             /* the file itself says what its cells are, and which are covered from above */
    uint32_t spans;                        /* bit c: column c is covered */
} Row;

Col cells_column(const char *s, size_t n);                     /* what the name of a column says of it */
/* What separates the cells of a line: '|', tab, or ' ' for gaps of three spaces; 0 = no cells. */
char cells_separator(const char *s, size_t n);
void cells_split(const char *s, size_t n, char sep, int line, Row *row);
int cells_is_row(const char *s, size_t n);                     /* it has cells */
size_t cells_name_columns(const Row *row, Col *cols);          /* how many when they are a header, else 0; cols may be NULL */
int cells_is_header(const char *s, size_t n);                  /* a line whose cells are column names */
size_t cells_header_lines(const Reader *r, size_t from);       /* a header with one name on each line: how many (page
                                                                  numbers between them too), 0 = none */
int cells_is_number(Str c);                                    /* "1", "02", "2.1" */
int cells_roman(Str c);                                        /* value of "II", "II." */
int cells_counts(const Row *row);                              /* the row of column numbers: (1) (2) (3), A B 1 2 3 */
#endif
