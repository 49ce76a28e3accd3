/* grid.h - rows for people: aligned and wrapped on a terminal, tab-separated in a pipe; knows nothing of what the cells mean. */
#ifndef SEN_APP_GRID_H
#define SEN_APP_GRID_H
#include <stddef.h>
#include "core/base/buf.h"

typedef struct Grid Grid;

Grid *grid_new(size_t columns);
void grid_free(Grid *t);                                 /* takes NULL */
void grid_head(Grid *t, const char *const *names);       /* one per column; printed on a terminal only */
void grid_cell(Grid *t, const char *text);               /* the next cell, copied; a row is full after `columns` cells */
/* width = columns of the terminal, 0 = a pipe: cells joined by tabs, no head. bold = the head in bold. */
void grid_print(const Grid *t, int width, int bold, Buf *out);
int grid_terminal_width(void);                            /* of stdout; 0 when it is no terminal */
#endif
