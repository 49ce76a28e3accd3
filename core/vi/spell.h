/* spell.h - numbers, dates and money in Vietnamese words, Roman numerals; knows no running text (speak.h does). All append. */
#ifndef SEN_VI_SPELL_H
#define SEN_VI_SPELL_H
#include <stdint.h>
#include "core/base/buf.h"
#include "core/base/date.h"

void spell_number(int64_t n, Buf *out);                    /* «một nghìn không trăm linh năm»; «âm …» below zero */
/* A number as written: "1.234.567", "12,5", "-3", "0,05" (Vietnamese marks; "12.5" too when the point cannot group).
 * 0, or -1 (nothing appended) when it is none or has over 18 digits. */
int spell_written(Str s, Buf *out);                        /* «mười hai phẩy năm» */
void spell_decimal(double d, Buf *out);                    /* at most 3 places, no trailing zeros */
void spell_digits(Str s, Buf *out);                        /* digit by digit: «không hai bảy bảy»; other characters are skipped */
void spell_ordinal(int n, Buf *out);                       /* «thứ nhất», «thứ hai», «thứ tư» */
void spell_percent(double d, Buf *out);                    /* «sáu mươi phần trăm» */
void spell_money(int64_t dong, Buf *out);                  /* «năm trăm nghìn đồng» */
void spell_day(Date d, Buf *out);                          /* «ngày mười lăm tháng mười một năm hai nghìn …» */
void spell_day_month(int day, int month, Buf *out);        /* «ngày mùng một tháng sáu»: mùng for 1 to 10 */
void spell_month(int month, int year, Buf *out);           /* «tháng sáu năm …», year 0 = none; 4 is «tư», 1 is «một» */
void spell_period(Date from, Date to, Buf *out);           /* «từ ngày … đến ngày …» */
void spell_time(int hour, int minute, Buf *out);           /* «tám giờ ba mươi phút» */

int spell_roman(int n, Buf *out);                          /* 1 … 3999: "XIV"; 0/-1 */
int spell_from_roman(Str s);                               /* its value, 0 when it is none (canonical capitals only) */

void spell_group(int64_t n, Buf *out);                     /* digits with points: "1.234.567" */
void spell_figure(double d, int places, Buf *out);         /* "1.212,5": at most `places`, no trailing zeros */
#endif
