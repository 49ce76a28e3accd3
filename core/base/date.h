/* date.h - calendar days (proleptic Gregorian), as a day number; knows no clock and no working days (vi/ does). */
#ifndef SEN_BASE_DATE_H
#define SEN_BASE_DATE_H
#include <stdint.h>
#include "core/base/buf.h"

typedef int32_t Date;                                 /* days since 1970-01-01; DATE_NONE = no date */
#define DATE_NONE INT32_MIN

Date date_of(int year, int month, int day);           /* DATE_NONE when there is no such day or year not in 1..9999 */
void date_parts(Date d, int *year, int *month, int *day);   /* any pointer may be NULL; d must be a date */
int date_year(Date d);
int date_weekday(Date d);                             /* 0 = Monday … 6 = Sunday */
int date_month_days(int year, int month);             /* 28..31; 0 for a bad month */
Date date_add_months(Date d, int n);                  /* clamps to the month's last day: 31/1 + 1 = 28/2 or 29/2 */
/* ISO "2026-06-01"; also dd/mm/yyyy, d/m/yyyy; and dd/mm with `year` (0 = a year is required). DATE_NONE when it is none. */
Date date_parse(const char *s, int year);
void date_iso(Date d, Buf *out);                      /* appends "2026-06-01" */
#endif
