/* test_due.c - model/due: rules for dates, periods, what is said back, what is refused. */
#include "tests/unit/harness.h"
#include "core/model/due.h"
#include "core/vi/daytext.h"
#include <stdio.h>
#include <string.h>

static Buf b;
static Date day(const char *s) { return date_parse(s, 0); }

/* The result of a rule for a task of 15/11 - 15/12/2026: "2026-11-20", "<2026-12-05" when exclusive,
    "n: first last" when several. */
static const char *rule_in(const char *s, const char *from, const char *to)
{
    DueRule r;
    Err e = {0};
    buf_clear(&b);
    DueContext c = {from ? day(from) : DATE_NONE, to ? day(to) : DATE_NONE, 2026, NULL};
    static DueResult d;
    if (due_parse(str_of(s), &r, &e) != 0 || due_resolve(&r, &c, &d, &e) != 0) {
        buf_printf(&b, "SEN%d %s|%s|%d", e.code, e.arg[0], e.arg[1], e.col);
        return buf_text(&b);
    }
    if (d.n > 1) buf_printf(&b, "%zu: ", d.n), date_iso(d.date[0], &b), buf_putc(&b, ' ');
    if (d.exclusive) buf_putc(&b, '<');
    date_iso(d.due_on, &b);
    return buf_text(&b);
}

static const char *rule(const char *s) { return rule_in(s, "2026-11-15", "2026-12-15"); }

TEST(offsets_from_the_period)
{
    STR_EQ("2026-10-31", rule("15 ngày trước khi bắt đầu"));
    STR_EQ("2026-10-31", rule("15 NGAY TRUOC KHI BAT DAU"));
    STR_EQ("2026-10-31", rule("T-15"));
    STR_EQ("2026-11-18", rule("T+3"));
    STR_EQ("2026-12-10", rule("3 ngày làm việc trước khi kết thúc"));
    STR_EQ("2026-12-10", rule("E-3w"));
    STR_EQ("2026-12-22", rule("E+5w"));
    STR_EQ("2026-12-22", rule("e + 5 w"));
    STR_EQ("2026-12-29", rule("2 tuần sau khi kết thúc"));
    STR_EQ("2026-10-15", rule("1 tháng trước ngày bắt đầu"));
    STR_EQ("2026-10-15", rule("T-1m"));
    STR_EQ("2026-11-15", rule("khi bắt đầu"));
    STR_EQ("2026-11-15", rule("T"));
    STR_EQ("2026-12-15", rule("ngày kết thúc"));
    STR_EQ("2026-11-16", rule("ngày làm việc đầu tiên"));
    STR_EQ("2026-12-15", rule("ngày cuối cùng"));
    STR_EQ("<2026-11-15", rule("trước khi bắt đầu"));
    STR_EQ("2026-11-10", rule("10 ngày trước 20/11"));
    STR_EQ("2026-10-31", rule("15 days before start"));
    STR_EQ("2026-12-22", rule("5 working days after the end"));
}

TEST(named_days)
{
    STR_EQ("2026-11-20", rule("20/11"));
    STR_EQ("2026-11-20", rule("ngày 20/11"));
    STR_EQ("2025-11-20", rule("20/11/2025"));
    STR_EQ("2026-11-20", rule("2026-11-20"));
    STR_EQ("2026-11-20", rule("ngày 20 tháng 11"));
    STR_EQ("2027-11-20", rule("ngày 20 tháng 11 năm 2027"));
    STR_EQ("<2026-12-05", rule("trước 05/12"));
    STR_EQ("<2026-12-05", rule("trước ngày 05/12"));
    STR_EQ("2026-12-10", rule("chậm nhất 10/12"));
    STR_EQ("2026-12-10", rule("chậm nhất là ngày 10/12."));
    STR_EQ("2026-12-10", rule("đến hết ngày 10/12"));
    STR_EQ("<2026-12-05", rule("before 5 December"));
    STR_EQ("2026-12-05", rule("by December 5th"));
    STR_EQ("2026-12-05", rule("no later than 05/12"));
    STR_EQ("2027-01-10", rule_in("10/01", "2026-12-01", "2027-01-31"));
    STR_EQ("2026-12-10", rule_in("10/12", "2026-12-01", "2027-01-31"));
    STR_EQ("SEN3903 29/2|2026|0", rule("29/2"));
}

TEST(ends_of_months_quarters_weeks)
{
    STR_EQ("2026-12-31", rule("ngày làm việc cuối quý IV"));
    STR_EQ("2026-05-29", rule("ngày làm việc cuối cùng của tháng 5"));
    STR_EQ("2026-06-01", rule("ngày làm việc đầu tháng 6"));
    STR_EQ("2026-06-30", rule("cuối tháng 6"));
    STR_EQ("2026-06-01", rule("đầu tháng 6"));
    STR_EQ("2026-06-15", rule("giữa tháng 6"));
    STR_EQ("2026-06-30", rule("cuối quý II"));
    STR_EQ("2026-06-30", rule("cuối quý 2/2026"));
    STR_EQ("2026-12-31", rule("cuối năm"));
    STR_EQ("2026-06-07", rule("tuần đầu tháng 6"));
    STR_EQ("2026-06-14", rule("tuần thứ hai của tháng 6"));
    STR_EQ("2026-06-30", rule("tuần cuối tháng 6"));
    STR_EQ("2026-06-30", rule("trong tháng 6"));
    STR_EQ("2027-06-30", rule("tháng 6/2027"));
    STR_EQ("2026-09-30", rule("hết quý III"));
    STR_EQ("<2026-06-01", rule("trước tháng 6"));
    STR_EQ("<2026-06-30", rule("trước cuối tháng 6"));
    STR_EQ("2026-12-31", rule("last working day of quarter 4"));
    STR_EQ("2026-12-31", rule("end of Q4"));
    STR_EQ("2026-06-30", rule("end of June"));
    STR_EQ("2026-06-07", rule("first week of June"));
}

TEST(rules_that_repeat)
{
    STR_EQ("5: 2026-11-16 2026-12-14", rule("thứ Hai hằng tuần"));
    STR_EQ("5: 2026-11-16 2026-12-14", rule("thứ 2 hàng tuần"));
    STR_EQ("4: 2026-11-20 2026-12-11", rule("thứ Sáu hằng tuần"));
    STR_EQ("4: 2026-11-19 2026-12-10", rule("thứ Năm mỗi tuần"));
    STR_EQ("5: 2026-11-15 2026-12-13", rule("Chủ nhật hằng tuần"));
    STR_EQ("5: 2026-11-16 2026-12-14", rule("every Monday"));
    STR_EQ("2026-11-20", rule("ngày 20 hằng tháng"));
    STR_EQ("12: 2026-01-20 2026-12-20", rule_in("ngày 20 hằng tháng", NULL, NULL));
    STR_EQ("12: 2026-01-31 2026-12-31", rule_in("ngày 31 mỗi tháng", NULL, NULL));
    STR_EQ("2026-11-30", rule("cuối tháng"));
    STR_EQ("2026-06-30", rule_in("cuối tháng", "2026-06-01", "2026-06-30"));
    STR_EQ("2026-06-30", rule_in("cuối tháng", "2026-06-05", "2026-06-20"));
    STR_EQ("12: 2026-01-30 2026-12-31", rule_in("ngày làm việc cuối hằng tháng", NULL, NULL));
    STR_EQ("4: 2026-03-31 2026-12-31", rule_in("cuối hằng quý", NULL, NULL));
    STR_EQ("4: 2026-03-31 2026-12-31", rule_in("cuối quý", NULL, NULL));
    STR_EQ("12: 2026-01-20 2026-12-20", rule_in("day 20 of every month", NULL, NULL));
    STR_EQ("31: 2026-11-15 2026-12-15", rule("hằng ngày"));
    STR_EQ("22: 2026-11-16 2026-12-15", rule("mỗi ngày làm việc"));
}

TEST(what_must_arrive_when)
{
    DueRule r;
    Err e = {0};
    static DueResult d;
    DueContext c = {DATE_NONE, DATE_NONE, 2026, NULL};
    INT_EQ(0, due_parse(str_of("trước 05/12"), &r, &e));
    INT_EQ(0, due_resolve(&r, &c, &d, &e));
    INT_EQ(day("2026-12-05"), d.due_on);
    INT_EQ(day("2026-12-04"), d.last_day);
    INT_EQ(day("2026-12-04"), d.must_arrive);
    buf_clear(&b), due_say(&d, LANG_VI, &b);
    STR_EQ("trước thứ Bảy, 05/12/2026 (phải đến nơi chậm nhất thứ Sáu, 04/12/2026)", buf_text(&b));
    INT_EQ(day("2026-12-04"), due_must_arrive(NULL, day("2026-12-07"), 1));     /* before a Monday */
    INT_EQ(day("2026-12-07"), due_must_arrive(NULL, day("2026-12-07"), 0));
    INT_EQ(day("2026-02-13"), due_must_arrive(NULL, day("2026-02-18"), 0));     /* in Tết */
    INT_EQ(0, due_parse(str_of("15/11"), &r, &e));
    INT_EQ(0, due_resolve(&r, &c, &d, &e));
    buf_clear(&b), due_say(&d, LANG_VI, &b);
    STR_EQ("Chủ nhật, 15/11/2026 (ngày nghỉ; ngày làm việc cuối trước đó là thứ Sáu, 13/11/2026)", buf_text(&b));
}

/* What due_say_rule says is understood again and means the same. */
TEST(rules_said_back_mean_the_same)
{
    static const char *const rules[] = {"T-15", "E+5w", "2 tuần sau khi kết thúc", "20/11", "trước 05/12", "chậm nhất 10/12/2027",
        "ngày làm việc cuối quý IV", "giữa tháng 6", "tuần thứ hai tháng 6", "tháng 6/2027", "thứ Hai hằng tuần",
        "Chủ nhật hằng tuần",
        "ngày 20 hằng tháng", "cuối tháng", "ngày làm việc cuối hằng tháng", "cuối hằng quý", "hằng ngày", "trước tháng 6",
        "cuối năm 2027",
        "10 ngày trước 20/11", "3 ngày làm việc trước khi kết thúc", "khi bắt đầu", "1 tháng trước khi bắt đầu"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        for (int lang = LANG_VI; lang <= LANG_EN; lang++) {
            DueRule x, y = {0};
            Err e = {0};
            Buf said = {0};
            INT_EQ(0, due_parse(str_of(rules[i]), &x, &e));
            due_say_rule(&x, (Lang)lang, &said);
            int ok = due_parse(buf_view(&said), &y, &e) == 0;
            Buf again = {0};
            if (ok) due_say_rule(&y, (Lang)lang, &again);
            static DueResult p, q;
            DueContext c = {day("2026-11-15"), day("2026-12-15"), 2026, NULL};
            Err f = {0};
            ok = ok && due_resolve(&x, &c, &p, &f) == 0 && due_resolve(&y, &c, &q,
            &f) == 0 && p.n == q.n && p.due_on == q.due_on &&
                 p.exclusive == q.exclusive;
            if (!ok) printf("# %s -> %s -> %s\n", rules[i], buf_text(&said), buf_text(&again));
            OK(ok);
            buf_free(&said);
            buf_free(&again);
        }
}

TEST(bad_rules_are_refused_at_their_column)
{
    STR_EQ("2026-10-31", rule("15 ngày truớc khi bắt đàu"));              /* accents are not looked at */
    STR_EQ("SEN3901 15 ngày trước khi bắt dần|dan|23", rule("15 ngày trước khi bắt dần"));
    STR_EQ("SEN3901 31/11|…|6", rule("31/11"));
    STR_EQ("SEN3901 khi nào xong|nao|5", rule("khi nào xong"));
    STR_EQ("SEN3901 20/11 nhé|nhe|7", rule("20/11 nhé"));
    STR_EQ("SEN3901 |…|1", rule(""));
    STR_EQ("SEN3902 15 ngày trước khi bắt đầu||0", rule_in("T-15", NULL, NULL));
    char long_text[2000];
    memset(long_text, 'a', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = 0;
    OK(strstr(rule(long_text), "SEN3901") != NULL);
    for (size_t i = 1; i < sizeof long_text - 1; i += 2) long_text[i] = ' ';
    OK(strstr(rule(long_text), "SEN3901") != NULL);
    OK(strstr(rule("\xFF\xFE"), "SEN3901") != NULL);
    OK(strstr(rule("99999999999999 ngày trước khi bắt đầu"), "SEN3901") != NULL);
    OK(strstr(rule("0/0"), "SEN3901") != NULL);
    OK(strstr(rule("thứ Tám hằng tuần"), "SEN3901") != NULL);
}

static const char *period(const char *s)
{
    Date from, to;
    Err e = {0};
    buf_clear(&b);
    if (due_parse_period(str_of(s), 2026, &from, &to, &e) != 0) {
        buf_printf(&b, "SEN%d col %d", e.code, e.col);
        return buf_text(&b);
    }
    date_iso(from, &b);
    buf_putc(&b, ' ');
    date_iso(to, &b);
    return buf_text(&b);
}

TEST(periods)
{
    STR_EQ("2026-11-15 2026-12-15", period("15/11 - 15/12"));
    STR_EQ("2026-11-15 2026-12-15", period("15/11–15/12"));
    STR_EQ("2027-11-15 2027-12-15", period("từ ngày 15/11 đến ngày 15/12/2027"));
    STR_EQ("2026-12-20 2027-01-10", period("20/12 - 10/01"));
    STR_EQ("2025-12-20 2026-01-10", period("20/12 - 10/01/2026"));
    STR_EQ("2026-06-01 2026-06-30", period("tháng 6"));
    STR_EQ("2026-06-01 2026-06-30", period("tháng 6/2026"));
    STR_EQ("2028-02-01 2028-02-29", period("tháng 02/2028"));
    STR_EQ("2026-10-01 2026-12-31", period("quý IV"));
    STR_EQ("2026-01-01 2026-12-31", period("cả năm"));
    STR_EQ("2027-01-01 2027-12-31", period("năm 2027"));
    STR_EQ("2026-06-01 2026-08-31", period("tháng 6 - tháng 8"));
    STR_EQ("2026-06-01 2026-08-31", period("tháng 6 - 8"));
    STR_EQ("2026-06-01 2026-08-31", period("từ tháng 6 đến tháng 8/2026"));
    STR_EQ("2026-07-01 2026-12-31", period("quý III - quý IV"));
    STR_EQ("2026-01-01 2026-06-30", period("6 tháng đầu năm"));
    STR_EQ("2026-11-20 2026-11-20", period("20/11"));
    STR_EQ("2026-06-01 2026-06-07", period("tuần đầu tháng 6"));
    STR_EQ("2026-06-24 2026-06-30", period("tuần cuối tháng 6"));
    STR_EQ("2026-06-01 2026-06-30", period("June"));
    STR_EQ("2026-11-15 2026-12-15", period("15 November to 15 December"));
    STR_EQ("2026-11-15 2026-12-15", period("2026-11-15 - 2026-12-15"));
    STR_EQ("SEN3904 col 9", period("15/11 - lúc nào"));
    OK(strstr(period("20/12/2026 - 10/01/2026"), "SEN3904") != NULL);
    OK(strstr(period("thường xuyên"), "SEN3904") != NULL);
    OK(strstr(period(""), "SEN3904") != NULL);
}

/* Against published lunar calendars: Tết 2026 is 17/02, the month of Chạp before it has 29 days. */
TEST(lunar_days)
{
    STR_EQ("2026-01-28", rule_in("ngày 10 tháng Chạp", NULL, NULL));
    STR_EQ("2026-02-10", rule_in("23 tháng chạp", NULL, NULL));
    STR_EQ("2026-02-22", rule_in("mùng 6 Tết", NULL, NULL));
    STR_EQ("2026-02-22", rule_in("mồng 6 tết nguyên đán", NULL, NULL));
    STR_EQ("2026-02-17", rule_in("Tết Nguyên đán", NULL, NULL));
    STR_EQ("<2026-02-17", rule_in("trước Tết", NULL, NULL));
    STR_EQ("2026-02-16", rule_in("giao thừa", NULL, NULL));
    STR_EQ("2026-02-16", rule_in("30 Tết", NULL, NULL));
    STR_EQ("2026-02-15", rule_in("28 Tết", NULL, NULL));
    STR_EQ("2026-03-03", rule_in("rằm tháng Giêng", NULL, NULL));
    STR_EQ("2026-08-27", rule_in("rằm tháng bảy", NULL, NULL));
    STR_EQ("2026-08-27", rule_in("15/7 âm lịch", NULL, NULL));
    STR_EQ("2026-09-25", rule_in("Tết Trung thu", NULL, NULL));
    STR_EQ("2026-04-26", rule_in("Giỗ Tổ Hùng Vương", NULL, NULL));
    STR_EQ("2026-02-07", rule_in("10 ngày trước Tết", NULL, NULL));
    STR_EQ("2026-02-27", rule_in("5 ngày làm việc sau mùng 6 Tết", NULL, NULL));
    STR_EQ("2027-02-11", rule_in("mùng 6 Tết năm 2027", NULL, NULL));
    STR_EQ("2025-08-07", rule_in("14/6 nhuận năm 2025", NULL, NULL));
    STR_EQ("2027-01-17", rule_in("ngày 10 tháng Chạp", "2026-11-01", "2027-03-31"));
    STR_EQ("2026-03-08", rule_in("mùng 8 tháng 3", NULL, NULL));          /* spoken, but solar */
    STR_EQ("2026-03-10", rule_in("10/3", NULL, NULL));
    OK(strncmp(rule_in("32 tháng Chạp", NULL, NULL), "SEN", 3) == 0);
    OK(strncmp(rule_in("10 tháng 13 âm lịch", NULL, NULL), "SEN", 3) == 0);
    OK(strncmp(rule_in("10/5 nhuận", NULL, NULL), "SEN3903", 7) == 0);     /* 2026 has no leap fifth month */
}

static const char *said(const char *s)
{
    DueRule r;
    Err e = {0};
    buf_clear(&b);
    if (due_parse(str_of(s), &r, &e)) return "?";
    due_say_rule(&r, LANG_VI, &b);
    return buf_text(&b);
}

TEST(lunar_days_are_said)
{
    STR_EQ("mùng 6 Tết", said("mồng 6 tết"));
    STR_EQ("ngày 10 tháng Chạp", said("10 tháng chạp"));
    STR_EQ("ngày 15/7 âm lịch", said("rằm tháng Bảy"));
    STR_EQ("10 ngày trước mùng 1 Tết", said("10 ngày trước Tết"));
}

/* The last day of each month stays the last day: 31/01, 28/02, 31/03 … and after a leap day too. */
TEST(month_ends_do_not_drift)
{
    static const int last[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    DueRule r;
    Err e = {0};
    static DueResult d;
    DueContext c = {day("2026-01-01"), day("2026-12-31"), 2026, NULL};
    INT_EQ(0, due_parse(str_of("cuối hằng tháng"), &r, &e));
    INT_EQ(0, due_resolve(&r, &c, &d, &e));
    INT_EQ(12, (long long)d.n);
    for (int m = 0; m < 12; m++) INT_EQ(date_of(2026, m + 1, last[m]), d.date[m]);
    INT_EQ(0, due_parse(str_of("ngày 31 hằng tháng"), &r, &e));
    INT_EQ(0, due_resolve(&r, &c, &d, &e));
    for (int m = 0; m < 12; m++) INT_EQ(date_of(2026, m + 1, last[m]), d.date[m]);
    c = (DueContext){day("2028-01-01"), day("2028-12-31"), 2028, NULL};
    INT_EQ(0, due_resolve(&r, &c, &d, &e));
    INT_EQ(date_of(2028, 2, 29), d.date[1]);
    INT_EQ(date_of(2028, 3, 31), d.date[2]);
}
