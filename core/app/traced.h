/* traced.h - what `sen run --trace` prints: a short table for people, all lines as JSON; runs nothing. */
#ifndef SEN_APP_TRACED_H
#define SEN_APP_TRACED_H
#include "core/app/cli.h"
#include "core/script/trace.h"

/* The lines that took most, and the sum; `source` is the script's text, shown beside its lines. To c->out. */
void traced_print(Cli *c, const TraceLine *v, size_t n, const char *name, Str source);
/* {"schema":"sen-trace/1","output":…,"total":{…},"lines":[…]}: all lines, by file and line. */
void traced_json(Cli *c, const TraceLine *v, size_t n, Str output);
#endif
