/* date.c - calendar days. The day-number formulas are the usual ones over a year that begins in March. */
#include "core/base/date.h"
#include <stdio.h>
#include <string.h>

static int leap(int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }

int date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return days[month - 1] + (month == 2 && leap(year));
}

Date date_of(int year, int month, int day)
{
    if (year < 1 || year > 9999 || day < 1 || day > date_month_days(year, month)) return DATE_NONE;
    int y = year - (month <= 2);
    int era = y / 400, of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void date_parts(Date d, int *year, int *month, int *day)
{
    int z = d + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int m = mp < 10 ? mp + 3 : mp - 9;
    if (day) *day = doy - (153 * mp + 2) / 5 + 1;
    if (month) *month = m;
    if (year) *year = yoe + era * 400 + (m <= 2);
}

int date_year(Date d)
{
    int y;
    date_parts(d, &y, NULL, NULL);
    return y;
}

int date_weekday(Date d) { return (((d + 3) % 7) + 7) % 7; }

Date date_add_months(Date d, int n)
{
    int y, m, day;
    date_parts(d, &y, &m, &day);
    int k = y * 12 + (m - 1) + n;
    y = k / 12;
    m = k % 12 + 1;
    int most = date_month_days(y, m);
    return date_of(y, m, day < most ? day : most);
}

static int digits(const char **s, int most)
{
    int n = 0, v = 0;
    while (n < most && **s >= '0' && **s <= '9') {
        v = v * 10 + *(*s)++ - '0';
        n++;
    }
    return n ? v : -1;
}

Date date_parse(const char *s, int year)
{
    const char *p = s;
    int a = digits(&p, 4);
    if (a < 0) return DATE_NONE;
    if (*p == '-' && p - s == 4) {
        p++;
        int m = digits(&p, 2);
        if (m < 0 || *p++ != '-') return DATE_NONE;
        int d = digits(&p, 2);
        return d < 0 || *p ? DATE_NONE : date_of(a, m, d);
    }
    if (*p != '/' || p - s > 2) return DATE_NONE;
    p++;
    int m = digits(&p, 2);
    if (m < 0) return DATE_NONE;
    if (!*p) return year ? date_of(year, m, a) : DATE_NONE;
    if (*p++ != '/') return DATE_NONE;
    const char *from = p;
    int y = digits(&p, 4);
    return p - from != 4 || *p ? DATE_NONE : date_of(y, m, a);
}

void date_iso(Date d, Buf *out)
{
    int y, m, day;
    date_parts(d, &y, &m, &day);
    buf_number(out, y, 4);
    buf_putc(out, '-');
    buf_number(out, m, 2);
    buf_putc(out, '-');
    buf_number(out, day, 2);
}
