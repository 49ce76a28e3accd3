/* lunar.h - the Vietnamese lunar calendar, computed from the sun and the moon at UTC+7 for 1900 … 2100; knows no holidays. */
#ifndef SEN_VI_LUNAR_H
#define SEN_VI_LUNAR_H
#include "core/base/date.h"

typedef struct LunarDay { int year, month, day, leap; } LunarDay;    /* leap 1 = the month nhuận; year 0 = out of range */
LunarDay lunar_from_date(Date d);
Date lunar_to_date(int year, int month, int day, int leap);          /* DATE_NONE when there is no such day */
Date lunar_new_year(int year);                                       /* mùng 1 Tết */
int lunar_leap_month(int year);                                      /* 0 = none */
#endif
