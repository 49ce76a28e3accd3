/* workday.h - working days and public holidays of Viet Nam; a table of rules and of yearly decisions, extendable; no clock. */
#ifndef SEN_VI_WORKDAY_H
#define SEN_VI_WORKDAY_H
#include "core/base/date.h"

typedef struct Workdays Workdays;                          /* the built-in rules and added days */
Workdays *workday_new(void);
void workday_free(Workdays *w);                            /* takes NULL */
void workday_add_off(Workdays *w, Date d, const char *name);   /* a further day off (name copied) */
void workday_add_on(Workdays *w, Date d);                  /* a day worked in exchange (làm bù) */

/* Below w may be NULL = the built-in rules: Saturday, Sunday, holidays of the Labour Code, substitute days. */
int workday_is_on(const Workdays *w, Date d);
const char *workday_holiday(const Workdays *w, Date d);    /* «Tết Nguyên đán»; NULL when it is none; borrowed */
Date workday_add(const Workdays *w, Date d, int n);        /* n working days later (n < 0: earlier); n = 0: d itself */
Date workday_before(const Workdays *w, Date d);            /* the last working day strictly before d */
Date workday_until(const Workdays *w, Date d);             /* d when it is one, else the last before */
Date workday_from(const Workdays *w, Date d);              /* d when it is one, else the next after */
int workday_count(const Workdays *w, Date from, Date to);  /* working days in [from, to] */
/* 1 when the days off of that year follow a published decision,
 * 0 when only the general rule is known (Tết may shift by a day). */
int workday_is_decided(int year);
#endif
