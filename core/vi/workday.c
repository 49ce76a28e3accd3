/* workday.c - the holidays of the Labour Code (Article 112) as data, substitute days (Article 111.3), yearly decisions. */
#include "core/vi/workday.h"
#include "core/base/mem.h"
#include "core/vi/lunar.h"
#include <stdlib.h>
#include <string.h>

/* What is published for each year: days of Tết before mùng 1 (of five), the second day of Quốc khánh (before or after 2/9). */
static const struct { int year, tet_before, second_day; } decided[] = {
    {2022, 1, -1}, {2023, 2, -1}, {2024, 2, 1}, {2025, 2, -1}, {2026, 1, -1}};

/* Days exchanged by decision: off, worked instead. */
static const struct { int y, m, d, y2, m2, d2; } swapped[] = {
    {2024, 4, 29, 2024, 5, 4}, {2025, 5, 2, 2025, 4, 26}, {2026, 1, 2, 2026, 1, 10}, {2026, 8, 31, 2026, 8, 22}};

/* Mùng 1 Tết and mùng 10 tháng Ba from 2020 on, as days after 1 January; the tests compare them with lunar.c. */
enum { TABLE_FROM = 2020, TABLE_YEARS = 31 };
static const unsigned char tet_day[TABLE_YEARS] = {
    24, 42, 31, 21, 40, 28, 47, 36, 25, 43,
    32, 22, 41, 30, 49, 38, 27, 45, 34, 23,
    42, 31, 21, 40, 29, 47, 36, 25, 44, 32,
    22
};
static const unsigned char kings_day[TABLE_YEARS] = {
    92, 110, 99, 118, 108, 96, 115, 105, 94, 112,
    101, 90, 109, 98, 117, 106, 96, 113, 102, 92,
    110, 99, 118, 108, 97, 115, 104, 93, 112, 100,
    90
};

typedef struct Extra { Date d; char *name; } Extra;        /* name NULL = worked */

struct Workdays {
    Extra *v;
    size_t n;
};

Workdays *workday_new(void) { return mem_alloc(sizeof(Workdays)); }

void workday_free(Workdays *w)
{
    if (!w) return;
    for (size_t i = 0; i < w->n; i++) free(w->v[i].name);
    free(w->v);
    free(w);
}

static void add(Workdays *w, Date d, const char *name)
{
    w->v = mem_resize(w->v, mem_mul(w->n + 1, sizeof *w->v));
    w->v[w->n++] = (Extra){d, mem_copy_text(name)};
}

void workday_add_off(Workdays *w, Date d, const char *name) { add(w, d, name ? name : "nghỉ"); }
void workday_add_on(Workdays *w, Date d) { add(w, d, NULL); }

int workday_is_decided(int year)
{
    for (size_t i = 0; i < sizeof decided / sizeof *decided; i++)
        if (decided[i].year == year) return 1;
    return 0;
}

typedef struct Off { Date d; const char *name; } Off;
enum { OFF_MOST = 40 };
typedef struct Year { Off v[OFF_MOST]; int n; } Year;

static int is_weekend(Date d) { return date_weekday(d) >= 5; }

static int is_listed(const Year *y, Date d)
{
    for (int i = 0; i < y->n; i++)
        if (y->v[i].d == d) return 1;
    return 0;
}

static void put(Year *y, Date d, const char *name)
{
    if (y->n < OFF_MOST && !is_listed(y, d)) y->v[y->n++] = (Off){d, name};
}

/* A block of holidays; each that falls on a weekend gives a day off after the block. */
static void put_block(Year *y, Date from, int days, const char *name, const char *instead)
{
    int owed = 0;
    for (int i = 0; i < days; i++) {
        owed += is_weekend(from + i);
        put(y, from + i, name);
    }
    for (Date d = from + days; owed; d++) {
        if (is_weekend(d) || is_listed(y, d)) continue;
        put(y, d, instead);
        owed--;
    }
}

static Date lunar_day(int year, const unsigned char *table, int month, int day)
{
    if (year >= TABLE_FROM && year < TABLE_FROM + TABLE_YEARS) return date_of(year, 1, 1) + table[year - TABLE_FROM];
    return lunar_to_date(year, month, day, 0);
}

/* Which side of 2/9 the second day lies on when no decision is known: the one that joins the weekend. */
static int second_day(int year)
{
    int weekday = date_weekday(date_of(year, 9, 2));
    return weekday == 0 || weekday == 3 || weekday == 6 ? 1 : -1;
}

static void list_year(int year, Year *y)
{
    int before = 1, second = second_day(year);
    for (size_t i = 0; i < sizeof decided / sizeof *decided; i++)
        if (decided[i].year == year) {
            before = decided[i].tet_before;
            second = decided[i].second_day;
        }
    y->n = 0;
    put_block(y, date_of(year, 1, 1), 1, "Tết Dương lịch", "nghỉ bù Tết Dương lịch");
    Date tet = lunar_day(year, tet_day, 1, 1), kings = lunar_day(year, kings_day, 3, 10);
    if (tet != DATE_NONE) put_block(y, tet - before, 5, "Tết Nguyên đán", "nghỉ bù Tết Nguyên đán");
    Date victory = date_of(year, 4, 30);
    put(y, victory, "Ngày Chiến thắng");                   /* listed first so that no substitute day takes their places */
    put(y, victory + 1, "Quốc tế Lao động");
    if (kings != DATE_NONE && kings != victory && kings != victory + 1)
        put_block(y, kings, 1, "Giỗ Tổ Hùng Vương", "nghỉ bù Giỗ Tổ Hùng Vương");
    put_block(y, victory, 2, "", "nghỉ bù 30/4 và 01/5");
    put_block(y, date_of(year, 9, second < 0 ? 1 : 2), 2, "Quốc khánh", "nghỉ bù Quốc khánh");
    for (size_t i = 0; i < sizeof swapped / sizeof *swapped; i++)
        if (swapped[i].y == year) put(y, date_of(year, swapped[i].m, swapped[i].d), "nghỉ hoán đổi");
}

static int is_swapped_on(Date d)
{
    for (size_t i = 0; i < sizeof swapped / sizeof *swapped; i++)
        if (date_of(swapped[i].y2, swapped[i].m2, swapped[i].d2) == d) return 1;
    return 0;
}

static const Extra *find_extra(const Workdays *w, Date d)
{
    for (size_t i = w ? w->n : 0; i > 0; i--)
        if (w->v[i - 1].d == d) return &w->v[i - 1];
    return NULL;
}

const char *workday_holiday(const Workdays *w, Date d)
{
    const Extra *x = find_extra(w, d);
    if (x) return x->name;
    if (d == DATE_NONE) return NULL;
    Year y;
    list_year(date_year(d), &y);
    for (int i = 0; i < y.n; i++)
        if (y.v[i].d == d) return y.v[i].name;
    return NULL;
}

int workday_is_on(const Workdays *w, Date d)
{
    const Extra *x = find_extra(w, d);
    if (x) return x->name == NULL;
    if (is_weekend(d)) return is_swapped_on(d);
    return workday_holiday(w, d) == NULL;
}

enum { LOOK_MOST = 4000 };                 /* days: nobody is off for ten years */

static Date step(const Workdays *w, Date d, int by)
{
    for (int i = 0; i < LOOK_MOST; i++) {
        d += by;
        if (workday_is_on(w, d)) break;
    }
    return d;
}

Date workday_add(const Workdays *w, Date d, int n)
{
    for (; n > 0; n--) d = step(w, d, 1);
    for (; n < 0; n++) d = step(w, d, -1);
    return d;
}

Date workday_before(const Workdays *w, Date d) { return step(w, d, -1); }
Date workday_until(const Workdays *w, Date d) { return workday_is_on(w, d) ? d : step(w, d, -1); }
Date workday_from(const Workdays *w, Date d) { return workday_is_on(w, d) ? d : step(w, d, 1); }

int workday_count(const Workdays *w, Date from, Date to)
{
    int n = 0;
    for (Date d = from; d <= to; d++) n += workday_is_on(w, d);
    return n;
}
