/* trace.h - where a script spends its steps, time and memory, line by line. Costs nothing unless asked for; knows no model.
 * Steps are instructions of the Lua machine: the same for the same script and data on any machine. Time is not. */
#ifndef SEN_SCRIPT_TRACE_H
#define SEN_SCRIPT_TRACE_H
#include <stdint.h>
#include "core/script/script.h"

enum { TRACE_LINES_MOST = 20000 };         /* others are not told apart */

typedef struct TraceLine {
    const char *file;
    int line;
    uint64_t steps, calls, bytes, ns;      /* calls: functions called from this line; bytes: asked for by it, also if freed */
} TraceLine;

typedef struct Trace Trace;

/* From here to trace_stop what the state does is counted. The limits of the state hold as before. */
Trace *trace_start(Script *s);
void trace_stop(Trace *t);
void trace_free(Trace *t);                 /* NULL ok; stops first; before script_free */

TraceLine *trace_lines(const Trace *t, Arena *a, size_t *n);       /* the lines that ran, by file and line; in the arena */
#endif
