/* columns.h - a table printed with spaces, as `pdftotext -layout` leaves it: its columns stand one under the other. */
#ifndef SEN_INTAKE_COLUMNS_H
#define SEN_INTAKE_COLUMNS_H
#include "core/intake/cells.h"

typedef struct Columns {
    Row names;                             /* of the header; a name over several lines is one cell; in the arena */
    size_t first;                          /* the first line after the header */
    size_t n;
    size_t cut[CELLS_MOST];                /* where each column begins, in characters from the edge of the page; cut[0] = 0 */
} Columns;

int columns_may_begin(const Line *l);                    /* cheap: one of its cells is the name of a column */
int columns_find(Reader *r, size_t from, size_t limit, Columns *c);    /* 1 = a header stands at `from`, and lines below fit it */
int columns_hold(const Columns *c, const Line *l);     /* 2 = cells of several columns, 1 = it fits in one column, 0 = neither */
void columns_cut(const Columns *c, const Line *l, Row *row);
#endif
