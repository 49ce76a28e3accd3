/* pipe_table.h - GFM tables as a pass over libcmark's paragraphs. */
#ifndef SEN_DOC_PIPE_TABLE_H
#define SEN_DOC_PIPE_TABLE_H
#include <cmark.h>
#include "core/base/err.h"
#include "core/doc/raw_lines.h"

enum { TABLE_COLUMNS = 256, TABLE_CELLS = 200000 };

typedef struct PipeRow {
    size_t first_cell;             /* in PipeTables.cells */
    uint32_t cells;
    int line;                      /* of the source */
} PipeRow;

typedef struct PipeTable {
    uint32_t columns;
    uint8_t *align;                /* DocAlign */
    size_t first_row, rows;        /* the first is the header */
    int delimiter_line;            /* of the source */
} PipeTable;

typedef struct PipeTables {
    Arena *arena;                  /* borrowed */
    PipeTable *v;
    PipeRow *rows;
    Str *cells;                    /* "\|" already "|" */
    size_t n, cap, n_rows, cap_rows, n_cells, cap_cells, filled;
} PipeTables;

/* 1 when some line looks like the delimiter row of a table: else no pass is needed. */
int pipe_table_likely(const RawLines *l);
/* Finds tables in the paragraphs of one parse of l and marks their lines (RAW_TABLE, RAW_ROW), so that the next parse
 * reads what stands behind them anew. Returns how many were found, -1 and e over the caps. */
int pipe_table_find(PipeTables *t, RawLines *l, cmark_node *document, const char *file, Err *e);
#endif
