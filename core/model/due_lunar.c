/* due_lunar.c - lunar days of date rules: their words, the solar day they fall on, and how they are said. */
#include "core/model/due_lunar.h"
#include <string.h>
#include "core/vi/lunar.h"

/* «tháng Chạp», «tháng Giêng», «tháng 7», «tháng bảy»; named = 1 when only the lunar year has such a month. */
static int take_month(DueWords *w, int *month, int *named)
{
    static const char *const words[] = {"hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"};
    int from = w->at;
    *named = 0;
    if (!due_words_take(w, "thang")) return 0;
    if (due_words_take(w, "chap")) return *month = 12, *named = 1, 1;
    if (due_words_take(w, "gieng")) return *month = 1, *named = 1, 1;
    if (due_words_number(w, 2, month)) {
        if (*month >= 1 && *month <= 12) return 1;
    } else {
        for (int i = 0; i < 9; i++) {
            if (!due_words_take(w, words[i])) continue;
            *month = i + 2;
            if (i == 8 && due_words_take(w, "mot")) *month = 11;
            return 1;
        }
    }
    w->at = from;
    return 0;
}

/* Days with a name of their own. */
static int take_feast(DueWords *w, int *day, int *month)
{
    static const struct { const char *words; int day, month; } feasts[] = {
        {"tet nguyen dan", 1, 1}, {"tet ca", 1, 1}, {"tet am lich", 1, 1}, {"giao thua", 30, 12}, {"tet trung thu", 15, 8},
        {"trung thu", 15, 8}, {"tet doan ngo", 5, 5}, {"gio to hung vuong", 10, 3}, {"gio to", 10, 3}, {"lunar new year", 1, 1}};
    int from = w->at;
    (void)(due_words_take(w, "ngay") || due_words_take(w, "dem"));
    for (size_t i = 0; i < sizeof feasts / sizeof *feasts; i++)
        if (due_words_phrase(w, feasts[i].words)) return *day = feasts[i].day, *month = feasts[i].month, 1;
    w->at = from;
    return 0;
}

static int take_mark(DueWords *w)
{
    return due_words_phrase(w, "am lich") || due_words_take(w, "al|lunar");
}

/* mùng 6 Tết, 29 Tết, rằm tháng Bảy, 10 tháng Chạp, 15/8 âm lịch */
static int take_day(DueWords *w, int *day, int *month, int *lunar)
{
    int named = 0, full = due_words_take(w, "ram"), first = 0;
    if (full) *day = 15;
    else {
        (void)due_words_take(w, "ngay|dem");
        first = due_words_take(w, "mung|mong");
        if (!due_words_number(w, 2, day)) return 0;
    }
    if (!full && due_words_take(w, "tet")) {
        (void)due_words_phrase(w, "nguyen dan");
        *month = *day >= 20 && !first ? 12 : 1;
        return *day >= 1 && *day <= 30;
    }
    if (due_words_take(w, "/")) {
        if (!due_words_number(w, 2, month) || *month < 1 || *month > 12) return 0;
    } else if (!take_month(w, month, &named)) {
        return 0;
    }
    if (due_words_take(w, "nhuan")) *lunar = LUNAR_LEAP;
    if (!take_mark(w) && !named && !full && *lunar != LUNAR_LEAP) return 0;
    return *day >= 1 && *day <= 30;
}

int due_lunar_words(DueWords *w, int *day, int *month, int *year, int *lunar)
{
    int from = w->at;
    *lunar = LUNAR_YES;
    *year = 0;
    if (!take_feast(w, day, month) && (w->at = from, !take_day(w, day, month, lunar))) {
        w->at = from;
        if (due_words_take(w, "tet")) {
            *day = *month = 1;
        } else {
            *lunar = LUNAR_NO;
            return 0;
        }
    }
    int at = w->at;
    int marked = due_words_take(w, "nam|year|/");
    if ((marked || w->v[w->at].digits == 4) && due_words_number(w, 4, year) && *year >= 1900 && *year <= 2100) return 1;
    w->at = at;
    *year = 0;
    return 1;
}

static Date day_in(int lunar_year, int day, int month, int lunar)
{
    Date d = lunar_to_date(lunar_year, month, day, lunar == LUNAR_LEAP);
    return d == DATE_NONE && day == 30 ? lunar_to_date(lunar_year, month, 29, lunar == LUNAR_LEAP) : d;
}

Date due_lunar_day(int day, int month, int lunar, int year, Date from, Date to)
{
    int first = from != DATE_NONE ? date_year(from) : year, last = to != DATE_NONE ? date_year(to) : year;
    if (first < 1900 || last > 2101 || last - first > 200) return DATE_NONE;
    for (int y = first - 1; from != DATE_NONE && to != DATE_NONE && y <= last; y++) {
        Date d = day_in(y, day, month, lunar);
        if (d != DATE_NONE && d >= from && d <= to) return d;
    }
    for (int y = year - 1; y <= year; y++) {               /* a lunar year begins in one solar year and ends in the next */
        Date d = day_in(y, day, month, lunar);
        if (d != DATE_NONE && date_year(d) == year) return d;
    }
    return DATE_NONE;
}

void due_lunar_say(int day, int month, int lunar, Lang lang, Buf *out)
{
    if (lang == LANG_EN) {
        buf_printf(out, "lunar %d/%d%s", day, month, lunar == LUNAR_LEAP ? " (leap month)" : "");
        return;
    }
    if (month == 1 && day <= 10 && lunar == LUNAR_YES) buf_printf(out, "mùng %d Tết", day);
    else if (month == 12) buf_printf(out, "ngày %d tháng Chạp", day);
    else buf_printf(out, "ngày %d/%d%s âm lịch", day, month, lunar == LUNAR_LEAP ? " nhuận" : "");
}
