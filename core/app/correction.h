/* correction.h - the correction file beside a plan: found, read by the worker, applied to what was imported, kept in the database
 * for the plan's next version, and written for a person to fill in. What a correction means is model/correct.h. */
#ifndef SEN_APP_CORRECTION_H
#define SEN_APP_CORRECTION_H
#include <jansson.h>
#include "core/app/session.h"
#include "core/model/correct.h"

int correction_is_file(const char *path);                  /* 1 = its name ends in .sua.csv */

typedef struct Correcting {
    const char *path;                      /* the file beside the plan: "ke-hoach.sua.csv" */
    int has_file;
    size_t bad;                            /* lines of it that were not understood or do not hold */
    Corrections list;
    size_t held;
    int *raw_of;                           /* correct_apply */
    Plan *raw;                             /* as the importer read it, with today's keys; freed by correction_end */
} Correcting;

/* After an import, before the plan is stored: s->wall is its worker; without a store the clauses are found by their texts. What
 * is wrong in the file is said; only a failing store is -1. */
int correction_apply(Session *s, const char *path, Plan *p, Correcting *c, Err *e);
/* Inside the command that stores the plan, after it has its keys: the list is kept for the plan's next version. */
int correction_keep(Session *s, const char *id, const Plan *p, Correcting *c, Err *e);
void correction_say(Cli *c, const Correcting *k);          /* how many hold, in one line, when there are any */
void correction_end(Correcting *c);
/* Writes the file for a person: all facts as they were read, and what was corrected. Says where it is. */
int correction_write(Session *s, const Plan *p, Correcting *c, Err *e);

/* What was corrected in a clause, for `why`: lines of text, or a list. */
void correction_why(Cli *c, const Plan *p, int at, const Corrections *list);
json_t *correction_why_json(Cli *c, const Plan *p, int at, const Corrections *list);

/* Of a stored plan: the list that was kept for it, in the arena; its clauses and facts are marked. */
int correction_load(Session *s, const char *id, Plan *p, Corrections *list, Err *e);
#endif
