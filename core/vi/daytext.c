/* daytext.c - dates in digits, names of days. */
#include "core/vi/daytext.h"
#include "core/vi/spell.h"

void daytext_official_parts(int year, int month, int day, Buf *out)
{
    buf_puts(out, "ngày ");
    if (day) buf_printf(out, "%02d", day);
    else buf_puts(out, "…");
    buf_puts(out, " tháng ");
    if (month) buf_printf(out, month <= 2 ? "%02d" : "%d", month);
    else buf_puts(out, "…");
    buf_puts(out, " năm ");
    if (year) buf_printf(out, "%d", year);
    else buf_puts(out, "…");
}

void daytext_official(Date d, Buf *out)
{
    int y, m, day;
    date_parts(d, &y, &m, &day);
    daytext_official_parts(y, m, day, out);
}

void daytext_day_month(Date d, Buf *out)
{
    int m, day;
    date_parts(d, NULL, &m, &day);
    buf_number(out, day, 2);
    buf_putc(out, '/');
    buf_number(out, m, m <= 2 ? 2 : 1);
}

void daytext_short(Date d, Buf *out)
{
    daytext_day_month(d, out);
    buf_putc(out, '/');
    buf_number(out, date_year(d), 1);
}

const char *daytext_weekday(Date d)
{
    static const char *const name[] = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
    return name[date_weekday(d)];
}

const char *daytext_weekday_en(Date d)
{
    static const char *const name[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return name[date_weekday(d)];
}

void daytext_with_weekday(Date d, Buf *out)
{
    buf_puts(out, daytext_weekday(d));
    buf_puts(out, ", ");
    daytext_short(d, out);
}

int daytext_quarter(Date d)
{
    int m;
    date_parts(d, NULL, &m, NULL);
    return (m + 2) / 3;
}

void daytext_period(Date from, Date to, Buf *out)
{
    int y, m, d, y2, m2, d2;
    date_parts(from, &y, &m, &d);
    date_parts(to, &y2, &m2, &d2);
    int whole = d == 1 && y == y2 && d2 == date_month_days(y2, m2);
    if (from == to) {
        daytext_short(from, out);
    } else if (whole && m == m2) {
        buf_printf(out, "tháng %d/%d", m, y);
    } else if (whole && m == 1 && m2 == 12) {
        buf_printf(out, "năm %d", y);
    } else if (whole && m % 3 == 1 && m2 == m + 2) {
        buf_puts(out, "quý ");
        spell_roman(daytext_quarter(from), out);
        buf_printf(out, "/%d", y);
    } else {
        if (y == y2) daytext_day_month(from, out);
        else daytext_short(from, out);
        buf_puts(out, " - ");
        daytext_short(to, out);
    }
}
