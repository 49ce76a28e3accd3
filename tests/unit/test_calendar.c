/* test_calendar.c - core/vi: the lunar calendar, holidays and working days. */
#include "tests/unit/harness.h"
#include "core/vi/lunar.h"
#include "core/vi/workday.h"
#include <stdio.h>
#include <string.h>

static Date day(const char *s) { return date_parse(s, 0); }

TEST(tet_of_known_years)
{
    static const char *const tet[] = {"1900-01-31", "1968-01-29", "1975-02-11", "1985-01-21", "2000-02-05", "2007-02-17",
        "2015-02-19",
        "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
        "2027-02-06",
        "2028-01-26", "2030-02-02", "2033-01-31", "2034-02-19", "2100-02-09"};
    for (size_t i = 0; i < sizeof tet / sizeof *tet; i++) INT_EQ(day(tet[i]), lunar_new_year(date_year(day(tet[i]))));
}

TEST(leap_months_of_known_years)
{
    static const int leap[][2] = {{1985, 2}, {1987, 7}, {2001, 4}, {2004, 2}, {2006, 7}, {2009, 5}, {2012, 4}, {2014, 9},
        {2017, 6},
        {2020, 4}, {2023, 2}, {2025, 6}, {2026, 0}, {2028, 5}, {2031, 3}, {2033, 11}};
    for (size_t i = 0; i < sizeof leap / sizeof *leap; i++) INT_EQ(leap[i][1], lunar_leap_month(leap[i][0]));
}

TEST(lunar_days_go_there_and_back)
{
    Date from = day("1900-01-31"), to = day("2100-12-31");
    LunarDay before = {0};
    int months = 0;
    for (Date d = from; d <= to; d += d % 7 ? 1 : 5) {
        LunarDay l = lunar_from_date(d);
        if (lunar_to_date(l.year, l.month, l.day, l.leap) != d) {
            printf("# %d: %d-%d-%d leap %d\n", d, l.year, l.month, l.day, l.leap);
            OK(0);
            break;
        }
        months += l.month != before.month || l.leap != before.leap;
        before = l;
    }
    OK(months > 2480 && months < 2490);    /* 200.9 years of 12.368 months */
    LunarDay mid = lunar_from_date(day("2026-09-25"));
    OK(mid.year == 2026 && mid.month == 8 && mid.day == 15 && !mid.leap);
    LunarDay leap = lunar_from_date(day("2025-07-25"));
    OK(leap.month == 6 && leap.leap == 1 && leap.day == 1);
    INT_EQ(day("2026-02-16"), lunar_to_date(2025, 12, 29, 0));
    INT_EQ(DATE_NONE, lunar_to_date(2025, 12, 30, 0));
    INT_EQ(DATE_NONE, lunar_to_date(2026, 6, 1, 1));
    INT_EQ(0, lunar_from_date(day("1850-01-01")).year);
    INT_EQ(0, lunar_from_date(DATE_NONE).year);
}

static void off(const char *s, const char *name)
{
    if (workday_is_on(NULL, day(s))) printf("# %s is a working day\n", s);
    OK(!workday_is_on(NULL, day(s)));
    if (name) STR_EQ(name, workday_holiday(NULL, day(s)));
}

static void on(const char *s)
{
    if (!workday_is_on(NULL, day(s))) printf("# %s is off: %s\n", s, workday_holiday(NULL, day(s)) ? workday_holiday(NULL,
        day(s)) : "weekend");
    OK(workday_is_on(NULL, day(s)));
}

TEST(holidays_of_2026)
{
    off("2026-01-01", "Tết Dương lịch");
    off("2026-01-02", "nghỉ hoán đổi");
    on("2026-01-10");
    off("2026-02-16", "Tết Nguyên đán");
    off("2026-02-20", "Tết Nguyên đán");
    on("2026-02-13");
    on("2026-02-23");
    off("2026-04-26", "Giỗ Tổ Hùng Vương");
    off("2026-04-27", "nghỉ bù Giỗ Tổ Hùng Vương");
    on("2026-04-28");
    off("2026-04-30", NULL);
    off("2026-05-01", "Quốc tế Lao động");
    on("2026-05-04");
    off("2026-08-31", "nghỉ hoán đổi");
    off("2026-09-01", "Quốc khánh");
    off("2026-09-02", "Quốc khánh");
    on("2026-08-22");
    on("2026-09-03");
    off("2026-12-05", NULL);
    on("2026-12-04");
}

TEST(holidays_of_earlier_years)
{
    static const char *const days_off[] = {"2023-01-02", "2023-01-20", "2023-01-26", "2023-05-02", "2023-05-03",
        "2023-09-01", "2023-09-04",
        "2024-02-08", "2024-02-14", "2024-04-18", "2024-04-29", "2024-05-01", "2024-09-02", "2024-09-03",
        "2025-01-27", "2025-01-31", "2025-04-07", "2025-05-02", "2025-09-01", "2025-09-02"};
    for (size_t i = 0; i < sizeof days_off / sizeof *days_off; i++) off(days_off[i], NULL);
    static const char *const worked[] = {"2023-01-19", "2023-01-27", "2023-05-04", "2023-09-05", "2024-02-07", "2024-02-15",
        "2024-05-02",
        "2024-05-04", "2025-01-24", "2025-02-03", "2025-04-26", "2025-05-05", "2025-09-03"};
    for (size_t i = 0; i < sizeof worked / sizeof *worked; i++) on(worked[i]);
    OK(workday_is_decided(2026) && !workday_is_decided(2040));
}

TEST(the_table_of_lunar_holidays_agrees_with_the_calendar)
{
    for (int y = 2015; y <= 2055; y++) {
        Date tet = lunar_new_year(y), kings = lunar_to_date(y, 3, 10, 0);
        OK(workday_holiday(NULL, tet) && !strcmp(workday_holiday(NULL, tet), "Tết Nguyên đán"));
        OK(workday_holiday(NULL, kings) != NULL);
        OK(workday_holiday(NULL, tet - 8) == NULL);
    }
}

TEST(counting_working_days)
{
    INT_EQ(day("2026-12-04"), workday_before(NULL, day("2026-12-05")));
    INT_EQ(day("2026-12-04"), workday_until(NULL, day("2026-12-06")));
    INT_EQ(day("2026-12-04"), workday_until(NULL, day("2026-12-04")));
    INT_EQ(day("2026-12-07"), workday_from(NULL, day("2026-12-05")));
    INT_EQ(day("2026-02-24"), workday_add(NULL, day("2026-02-13"), 2));
    INT_EQ(day("2026-02-12"), workday_add(NULL, day("2026-02-23"), -2));
    INT_EQ(day("2026-05-05"), workday_add(NULL, day("2026-05-05"), 0));
    INT_EQ(5, workday_count(NULL, day("2026-11-23"), day("2026-11-29")));
    Workdays *w = workday_new();
    workday_add_off(w, day("2026-11-24"), "Ngày Văn hóa Việt Nam");
    workday_add_on(w, day("2026-11-28"));
    OK(!workday_is_on(w, day("2026-11-24")) && workday_is_on(w, day("2026-11-28")) && workday_is_on(NULL, day("2026-11-24")));
    STR_EQ("Ngày Văn hóa Việt Nam", workday_holiday(w, day("2026-11-24")));
    workday_free(w);
}
