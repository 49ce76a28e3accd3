/* rows.h - what a unit recorded, as plain rows: ticks, values, corrected links; knows no SQL and no Lua. Texts are borrowed. */
#ifndef SEN_MODEL_ROWS_H
#define SEN_MODEL_ROWS_H
#include <stddef.h>
#include "core/base/date.h"

/* item: "task/item" */
typedef struct TickRow { const char *item; Date on; int times; const char *note, *evidence, *by; } TickRow;
typedef struct ValueRow { const char *indicator, *period, *dimensions, *n, *d, *state, *who; Date as_of; } ValueRow;
typedef struct LinkRow { const char *task, *key; int yes; } LinkRow;      /* key: permanent key of a clause */

/* What a clause address in a unit's script named when it was written: permanent key of the clause. */
typedef struct RefRow { const char *task, *plan, *address, *key; } RefRow;

typedef struct Rows {
    TickRow *ticks;   size_t n_ticks;      /* by item, then day */
    ValueRow *values; size_t n_values;     /* by indicator, period, dimensions */
    LinkRow *links;   size_t n_links;
    RefRow *refs;     size_t n_refs;
} Rows;
#endif
