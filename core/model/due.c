/* due.c - date rules against a task's period and the year, and how they are said back; reads no text (due_parse.c does). */
#include "core/model/due.h"
#include "core/model/due_lunar.h"
#include "core/vi/daytext.h"
#include "core/vi/spell.h"
#include <stdio.h>

Date due_must_arrive(const Workdays *w, Date day, int exclusive)
{
    return exclusive ? workday_before(w, day) : workday_until(w, day);
}

static void add(DueResult *r, Date d)
{
    if (d != DATE_NONE && r->n < DUE_MOST && (!r->n || r->date[r->n - 1] < d)) r->date[r->n++] = d;
}

/* The year of a day or month named without one: the current year, or the next when only that lies in a period over New Year. */
static int pick_year(const DueContext *c, int said, int month, int day)
{
    if (said) return said;
    if (c->from == DATE_NONE || c->to == DATE_NONE) return c->year;
    int y1 = date_year(c->from), y2 = date_year(c->to);
    if (y1 == y2) return y1;
    for (int y = y1; y <= y2; y++) {
        int most = date_month_days(y, month);
        Date d = date_of(y, month, day < most ? day : most);
        if (d >= c->from && d <= c->to) return y;
    }
    return y1;
}

static int no_such_day(const DueRule *r, int year, Err *e)
{
    return err_set(e, SEN3903, "%d/%d" ARG "%d", r->day, r->month, year);
}

static int needs_period(const DueRule *r, Err *e)
{
    Buf b = {0};
    due_say_rule(r, LANG_VI, &b);
    err_set(e, SEN3902, "%s", buf_text(&b));
    buf_free(&b);
    return -1;
}

/* The day that a rule names, solar or lunar. */
static Date named_day(const DueRule *r, const DueContext *c, int year)
{
    if (!r->lunar) return date_of(year, r->month, r->day);
    if (r->year) return due_lunar_day(r->day, r->month, r->lunar, r->year, DATE_NONE, DATE_NONE);
    return due_lunar_day(r->day, r->month, r->lunar, c->year, c->from, c->to);
}

static int resolve_offset(const DueRule *r, const DueContext *c, DueResult *out, Err *e)
{
    Date base = r->from_end ? c->to : c->from;
    if (r->day) {
        int y = pick_year(c, r->year, r->month, r->day);
        base = named_day(r, c, y);
        if (base == DATE_NONE) return no_such_day(r, y, e);
    }
    if (base == DATE_NONE) return needs_period(r, e);
    if (r->n < -9999 || r->n > 9999) return needs_period(r, e);
    Date d = base + r->n;
    if (r->unit == 'w') d = base + 7 * r->n;
    else if (r->unit == 'm') d = date_add_months(base, r->n);
    else if (r->unit == 'y') d = date_add_months(base, 12 * (r->n > 900 ? 900 : r->n < -900 ? -900 : r->n));
    else if (r->working) d = r->n ? workday_add(c->workdays, base, r->n) : r->from_end ? workday_until(c->workdays, base)
                                                                                     : workday_from(c->workdays, base);
    add(out, d);
    return 0;
}

/* The named end of [first, last]. */
static Date edge_day(const DueRule *r, const DueContext *c, Date first, Date last)
{
    if (r->edge < 0) return r->working ? workday_from(c->workdays, first) : first;
    if (r->edge > 0) return r->working ? workday_until(c->workdays, last) : last;
    int y, m, y2, m2;
    date_parts(first, &y, &m, NULL);
    date_parts(last, &y2, &m2, NULL);
    if (m == m2 && last - first > 20) return date_of(y, m, 15);
    return m == m2 ? first + (last - first) / 2 : m2 - m == 2 ? date_of(y, m + 1, 15) : date_of(y, 6, 30);
}

static void month_span(int y, int m, int months, Date *first, Date *last)
{
    *first = date_of(y, m, 1);
    *last = date_of(y, m + months - 1, date_month_days(y, m + months - 1));
}

static int resolve_span(const DueRule *r, const DueContext *c, DueResult *out)
{
    Date first, last;
    int month = r->unit == 'q' ? r->month * 3 - 2 : r->month;
    int y = r->unit == 'y' ? (r->year ? r->year : c->year) : pick_year(c, r->year, month, r->edge > 0 ? 28 : 1);
    if (r->unit == 'y') month_span(y, 1, 12, &first, &last);
    else month_span(y, month, r->unit == 'q' ? 3 : 1, &first, &last);
    if (r->n >= 1 && r->n <= 4) {
        first += 7 * (r->n - 1);
        last = first + 6;
    } else if (r->n == 5) {
        first = last - 6;
    }
    add(out, edge_day(r, c, first, last));
    return 0;
}

static void resolve_months(const DueRule *r, const DueContext *c, int step, Date from, Date to, DueResult *out)
{
    int y, m;
    date_parts(from, &y, &m, NULL);
    if (step == 3) m = (m - 1) / 3 * 3 + 1;
    Date near = DATE_NONE;
    for (int i = 0; i < 1200; i++) {
        Date first, last;
        month_span(y, m, step, &first, &last);
        if (first > to) break;
        int most = last - first + 1;
        Date d = r->day ? first + (r->day < most ? r->day : most) - 1 : edge_day(r, c, first, last);
        if (d >= from && d <= to) add(out, d);
        if (near == DATE_NONE || first <= to) near = d;
        m += step;
        if (m > 12) m -= 12, y++;
    }
    if (!out->n) add(out, near);           /* a short period between two such days: the one it leads to */
}

int due_resolve(const DueRule *r, const DueContext *c, DueResult *out, Err *e)
{
    *out = (DueResult){.exclusive = r->exclusive};
    Date from = c->from != DATE_NONE ? c->from : date_of(c->year, 1, 1);
    Date to = c->to != DATE_NONE ? c->to : date_of(date_year(from), 12, 31);
    int y;
    switch (r->kind) {
    case DUE_OFFSET:
        if (resolve_offset(r, c, out, e) != 0) return -1;
        break;
    case DUE_DAY:
        y = pick_year(c, r->year, r->month, r->day);
        add(out, named_day(r, c, y));
        if (!out->n) return no_such_day(r, y, e);
        break;
    case DUE_SPAN:
        resolve_span(r, c, out);
        break;
    case DUE_WEEKLY:
    case DUE_DAILY:
        for (Date d = from; d <= to && out->n < DUE_MOST; d++) {
            if (r->kind == DUE_WEEKLY && date_weekday(d) != r->weekday) continue;
            if (r->working && !workday_is_on(c->workdays, d)) continue;
            add(out, d);
        }
        break;
    case DUE_MONTHLY:
    case DUE_QUARTERLY:
        resolve_months(r, c, r->kind == DUE_MONTHLY ? 1 : 3, from, to, out);
        break;
    case DUE_NONE:
        break;
    }
    if (!out->n) return needs_period(r, e);
    out->due_on = out->date[out->n - 1];
    out->last_day = out->due_on - (r->exclusive != 0);
    out->must_arrive = due_must_arrive(c->workdays, out->due_on, r->exclusive);
    return 0;
}

/* --- said back --- */

static void say_date(Date d, Lang lang, Buf *out)
{
    if (lang == LANG_VI) {
        daytext_with_weekday(d, out);
        return;
    }
    int y, m, day;
    date_parts(d, &y, &m, &day);
    buf_printf(out, "%s %02d/%02d/%d", daytext_weekday_en(d), day, m, y);
}

void due_say(const DueResult *r, Lang lang, Buf *out)
{
    int vi = lang == LANG_VI;
    if (!r->n) return;
    if (r->n > 1) {
        buf_printf(out, vi ? "%zu lần, từ " : "%zu times, from ", r->n);
        say_date(r->date[0], lang, out);
        buf_puts(out, vi ? " đến " : " to ");
        say_date(r->due_on, lang, out);
        return;
    }
    if (r->exclusive) buf_puts(out, vi ? "trước " : "before ");
    say_date(r->due_on, lang, out);
    if (r->exclusive) {
        buf_puts(out, vi ? " (phải đến nơi chậm nhất " : " (must arrive by ");
        say_date(r->must_arrive, lang, out);
        buf_putc(out, ')');
    } else if (r->must_arrive != r->due_on) {
        buf_puts(out, vi ? " (ngày nghỉ; ngày làm việc cuối trước đó là " : " (a day off; the last working day before is ");
        say_date(r->must_arrive, lang, out);
        buf_putc(out, ')');
    }
}

static const char *unit_word(const DueRule *r, Lang lang)
{
    if (lang == LANG_VI) return r->unit == 'w' ? "tuần" : r->unit == 'm' ? "tháng" : r->unit == 'y' ? "năm"
                              : r->working ? "ngày làm việc" : "ngày";
    return r->unit == 'w' ? "weeks" : r->unit == 'm' ? "months" : r->unit == 'y' ? "years" : r->working ? "working days" : "days";
}

static void say_day_month(const DueRule *r, Lang lang, Buf *out)
{
    if (r->lunar) due_lunar_say(r->day, r->month, r->lunar, lang, out);
    else buf_printf(out, r->month <= 2 ? "%02d/%02d" : "%02d/%d", r->day, r->month);
    if (r->year) buf_printf(out, "/%d", r->year);
}

static void say_offset(const DueRule *r, Lang lang, Buf *out)
{
    int vi = lang == LANG_VI;
    if (r->n) buf_printf(out, "%d %s %s ", r->n < 0 ? -r->n : r->n, unit_word(r, lang),
                         r->n < 0 ? (vi ? "trước" : "before") : (vi ? "sau" : "after"));
    if (r->day) say_day_month(r, lang, out);
    else if (vi) buf_puts(out, r->from_end ? "khi kết thúc" : "khi bắt đầu");
    else buf_puts(out, r->from_end ? "the end" : "the start");
}

static void say_edge(const DueRule *r, Lang lang, Buf *out)
{
    if (lang == LANG_VI) {
        if (r->working) buf_puts(out, r->edge < 0 ? "ngày làm việc đầu " : "ngày làm việc cuối ");
        else buf_puts(out, r->edge < 0 ? "đầu " : r->edge > 0 ? "cuối " : "giữa ");
    } else {
        buf_puts(out, r->edge < 0 ? "first " : r->edge > 0 ? "last " : "middle ");
        buf_puts(out, r->working ? "working day of " : "day of ");
    }
}

static void say_span(const DueRule *r, Lang lang, Buf *out)
{
    static const char *const week_vi[] = {"", "đầu", "thứ hai", "thứ ba", "thứ tư", "cuối"};
    static const char *const week_en[] = {"", "first", "second", "third", "fourth", "last"};
    int vi = lang == LANG_VI;
    if (r->n >= 1 && r->n <= 5) buf_printf(out, vi ? "tuần %s " : "%s week of ", vi ? week_vi[r->n] : week_en[r->n]);
    else say_edge(r, lang, out);
    if (r->unit == 'm') buf_printf(out, vi ? "tháng %d" : "month %d", r->month);
    if (r->unit == 'q') {
        buf_puts(out, vi ? "quý " : "quarter ");
        spell_roman(r->month, out);
    }
    if (r->unit == 'y') buf_puts(out, vi ? "năm" : "the year");
    if (r->year) buf_printf(out, r->unit == 'y' ? " %d" : "/%d", r->year);
}

void due_say_rule(const DueRule *r, Lang lang, Buf *out)
{
    static const char *const day_vi[] = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
    static const char *const day_en[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    int vi = lang == LANG_VI;
    if (r->exclusive) buf_puts(out, vi ? "trước " : "before ");
    switch (r->kind) {
    case DUE_OFFSET: say_offset(r, lang, out); break;
    case DUE_DAY: say_day_month(r, lang, out); break;
    case DUE_SPAN: say_span(r, lang, out); break;
    case DUE_WEEKLY: buf_printf(out, vi ? "%s hằng tuần" : "every %s", (vi ? day_vi : day_en)[r->weekday % 7]); break;
    case DUE_DAILY: buf_puts(out, vi ? "hằng ngày" : "every day"); break;
    case DUE_MONTHLY:
        if (r->day) buf_printf(out, vi ? "ngày %d " : "day %d of ", r->day);
        else say_edge(r, lang, out);
        buf_puts(out, vi ? "hằng tháng" : "every month");
        break;
    case DUE_QUARTERLY:
        say_edge(r, lang, out);
        buf_puts(out, vi ? "hằng quý" : "every quarter");
        break;
    case DUE_NONE: break;
    }
}
