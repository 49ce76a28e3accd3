/* report.h - what an import ends with, for a person: what was understood, what is doubtful, what the plan lacks, what it gets
 * wrong. With --json the same as findings. */
#ifndef SEN_APP_REPORT_H
#define SEN_APP_REPORT_H
#include "core/app/session.h"

enum { REPORT_FULL = 1, REPORT_COUNTS = 2 };       /* every line, not only the first of each kind; the counts too */

/* s->wall is the worker that read the plan. `before`: how many findings the run had before this import; the importer's notes
 * after that are told here, not on stderr. Nothing fails: a rule that could not run is one of the lines. */
void report_import(Session *s, const char *path, const Plan *plan, size_t before, int flags);
/* The same as findings, for `sen check` of a plan file. */
void report_findings(Session *s, const char *path, const Plan *plan);
/* What the live plans lack, as findings; for `sen check`. */
void report_lacks(Cli *c, const char *path, const Plan *plan);
void report_summary(Cli *c, const Plan *p, Buf *out);      /* «4 phần, 17 mục có số …» in one line */
#endif
