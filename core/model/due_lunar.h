/* due_lunar.h - days of the lunar year in date rules («mùng 6 Tết», «ngày 10 tháng Chạp», «rằm tháng Bảy»); private to
 * model/due*.c. Knows words and the calendar, no task. */
#ifndef SEN_MODEL_DUE_LUNAR_H
#define SEN_MODEL_DUE_LUNAR_H
#include "core/base/date.h"
#include "core/model/due_words.h"

enum { LUNAR_NO, LUNAR_YES, LUNAR_LEAP };  /* of DueRule.lunar */

/* Takes a lunar day and perhaps its year (of the solar calendar), or nothing. 1/0. */
int due_lunar_words(DueWords *w, int *day, int *month, int *year, int *lunar);
/* The solar day of it that falls in the period [from, to] (DATE_NONE = none given), else in `year`. Day 30 of a month of 29 is
 * its last. DATE_NONE when the year has no such day. */
Date due_lunar_day(int day, int month, int lunar, int year, Date from, Date to);
void due_lunar_say(int day, int month, int lunar, Lang lang, Buf *out);
#endif
