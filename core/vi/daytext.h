/* daytext.h - dates as an official text prints them (digits), and the names of days; knows no clock. All append. */
#ifndef SEN_VI_DAYTEXT_H
#define SEN_VI_DAYTEXT_H
#include "core/base/buf.h"
#include "core/base/date.h"

/* Decree 30/2020: zero before days 1-9 and months 1 and 2 only. */
void daytext_official(Date d, Buf *out);                   /* «ngày 05 tháng 7 năm 2026» */
void daytext_official_parts(int year, int month, int day, Buf *out);   /* 0 = blank: «ngày … tháng 6 năm 2026» */
void daytext_short(Date d, Buf *out);                      /* «05/7/2026», «05/02/2026» */
void daytext_day_month(Date d, Buf *out);                  /* «05/7» */
void daytext_with_weekday(Date d, Buf *out);               /* «thứ Hai, 05/7/2026» */
void daytext_period(Date from, Date to, Buf *out);         /* «15/11 - 15/12/2026»; a whole month, quarter, year by name */
const char *daytext_weekday(Date d);                       /* «thứ Hai» … «Chủ nhật» */
const char *daytext_weekday_en(Date d);
int daytext_quarter(Date d);                               /* 1 … 4 */
#endif
