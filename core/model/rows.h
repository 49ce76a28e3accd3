/* rows.h - what a unit recorded, as plain rows: ticks, values, corrected links, issued texts; knows no SQL, no Lua.
 * Texts are borrowed. */
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

/* A material that went out: the number and day the records clerk gave, the year it was built for. */
typedef struct IssuedRow { const char *material, *number; Date on; int year; } IssuedRow;

typedef struct Rows {
    TickRow *ticks;   size_t n_ticks;      /* by item, then day */
    ValueRow *values; size_t n_values;     /* by indicator, period, dimensions */
    LinkRow *links;   size_t n_links;
    RefRow *refs;     size_t n_refs;
    IssuedRow *issued; size_t n_issued;    /* the newest of each material, by material */
    Date *below;      size_t n_below;      /* for each unit below this one: the day its newest plan was issued */
} Rows;
#endif
