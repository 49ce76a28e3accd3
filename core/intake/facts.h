/* facts.h - the scanners of one clause's words: references, dates, actors, targets; each claims the words it understood. */
#ifndef SEN_INTAKE_FACTS_H
#define SEN_INTAKE_FACTS_H
#include "core/intake/phrase.h"
#include "core/intake/reader.h"

typedef struct Facts {
    Reader *r;
    Toks t;                                /* words of the clause being read */
    int node;                              /* -1 = preamble, footnote */
    int in_goals;                          /* under a heading about goals */
    int in_results;                        /* under a heading about past results or money: nothing there is promised */
    int assigns;                           /* under "Tổ chức thực hiện": its headings are bodies */
    const char *last_kind;                 /* of the last reference in this clause, for "và số …" */
} Facts;

void legal_scan(Facts *f);
/* alone: what a single day is in a cell of a table: DATE_DEADLINE or DATE_DAY; -1 in running text. */
void when_scan(Facts *f, int alone);
void actors_scan(Facts *f);
void actors_cell(Facts *f, ActorRole role);    /* a table cell full of names */
void targets_scan(Facts *f);
void targets_cell(Facts *f, const char *unit, int year);       /* a number alone in its cell, its unit in another */

/* A day at token i: "15/11", "15/11/2023", "15 tháng 11 năm 2023"; year 0 when it has none.
 * Returns the tokens it takes, 0 = none. */
size_t when_day(const Toks *t, size_t i, int *day, int *month, int *year);
void facts_cell_begin(Facts *f, const char *text, int node);
#endif
