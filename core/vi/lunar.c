/* lunar.c - new moons and the sun's longitude by the series of J. Meeus, Astronomical Algorithms (chapters 25 and 49).
 * A month begins on the day of the new moon at UTC+7; the month of the winter solstice is the 11th; of thirteen months
 * between two solstices the first without a major solar term repeats the number before it. */
#include "core/vi/lunar.h"
#include <math.h>

static const double RAD = 3.14159265358979323846 / 180;
#define JD_1970 2440587.5

static double sin_deg(double d) { return sin(fmod(d, 360) * RAD); }

/* Seconds that dynamical time is ahead of UT (polynomials of F. Espenak and J. Meeus). */
static double delta_t(double y)
{
    double t;
    if (y < 1920) return t = y - 1900, -2.79 + t * (1.494119 + t * (-0.0598939 + t * (0.0061966 - t * 0.000197)));
    if (y < 1941) return t = y - 1920, 21.20 + t * (0.84493 + t * (-0.076100 + t * 0.0020936));
    if (y < 1961) return t = y - 1950, 29.07 + t * (0.407 + t * (-1 / 233.0 + t / 2547));
    if (y < 1986) return t = y - 1975, 45.45 + t * (1.067 + t * (-1 / 260.0 - t / 718));
    if (y < 2005)
        return t = y - 2000, 63.86 + t * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))));
    if (y < 2050) return t = y - 2000, 62.92 + t * (0.32217 + t * 0.005589);
    t = (y - 1820) / 100;
    return -20 + 32 * t * t - 0.5628 * (2150 - y);
}

typedef struct Term { double amount; int sun, moon, node, e; } Term;     /* multiples of M, M', F and the power of E */

/* The instant of the k-th new moon after 6 January 2000, as a Julian day in UT. */
static double new_moon(int k)
{
    static const Term term[] = {
        {-0.40720, 0, 1, 0, 0}, {0.17241, 1, 0, 0, 1}, {0.01608, 0, 2, 0, 0}, {0.01039, 0, 0, 2, 0}, {0.00739, -1, 1, 0, 1},
        {-0.00514, 1, 1, 0, 1}, {0.00208, 2, 0, 0, 2}, {-0.00111, 0, 1, -2, 0}, {-0.00057, 0, 1, 2, 0}, {0.00056, 1, 2, 0, 1},
        {-0.00042, 0, 3, 0, 0}, {0.00042, 1, 0, 2, 1}, {0.00038, 1, 0, -2, 1}, {-0.00024, -1, 2, 0, 1}, {-0.00007, 2, 1, 0, 0},
        {0.00004, 0, 2, -2, 0}, {0.00004, 3, 0, 0, 0}, {0.00003, 1, 1, -2, 0}, {0.00003, 0, 2, 2, 0}, {-0.00003, 1, 1, 2, 0},
        {0.00003, -1, 1, 2, 0}, {-0.00002, -1, 1, -2, 0}, {-0.00002, 1, 3, 0, 0}, {0.00002, 0, 4, 0, 0}};
    static const double planet[][3] = {
        {299.77, 0.107408, 325}, {251.88, 0.016321, 165}, {251.83, 26.651886, 164}, {349.42, 36.412478, 126},
        {84.66, 18.206239, 110}, {141.74, 53.303771, 62}, {207.14, 2.453732, 60}, {154.84, 7.306860, 56},
        {34.52, 27.261239, 47}, {207.19, 0.121824, 42}, {291.34, 1.844379, 40}, {161.72, 24.198154, 37},
        {239.56, 25.513099, 35}, {331.55, 3.592518, 23}};
    double T = k / 1236.85, T2 = T * T;
    double jd = 2451550.09766 + 29.530588861 * k + T2 * (0.00015437 + T * (-0.000000150 + T * 0.00000000073));
    double E = 1 - T * (0.002516 + T * 0.0000074);
    double M = 2.5534 + 29.10535670 * k + T2 * (-0.0000014 - T * 0.00000011);
    double N = 201.5643 + 385.81693528 * k + T2 * (0.0107582 + T * (0.00001238 - T * 0.000000058));
    double F = 160.7108 + 390.67050284 * k + T2 * (-0.0016118 + T * (-0.00000227 + T * 0.000000011));
    double node = 124.7746 - 1.56375588 * k + T2 * (0.0020672 + T * 0.00000215);
    for (size_t i = 0; i < sizeof term / sizeof *term; i++) {
        const Term *t = &term[i];
        jd += t->amount * (t->e == 0 ? 1 : t->e == 1 ? E : E * E) * sin_deg(t->sun * M + t->moon * N + t->node * F);
    }
    jd -= 0.00017 * sin_deg(node);
    for (size_t i = 0; i < sizeof planet / sizeof *planet; i++)
        jd += planet[i][2] * 1e-6 * sin_deg(planet[i][0] + planet[i][1] * k - (i ? 0 : 0.009173 * T2));
    return jd - delta_t(2000 + (jd - 2451545) / 365.25) / 86400;
}

/* The day at UTC+7 on which the k-th new moon falls. */
static Date month_start(int k) { return (Date)floor(new_moon(k) - JD_1970 + 7.0 / 24); }

/* Which twelfth of the ecliptic (0 = from the March equinox) the sun is in when day d begins at UTC+7. */
static int sun_sector(Date d)
{
    double jd = JD_1970 + d - 7.0 / 24;
    jd += delta_t(2000 + (jd - 2451545) / 365.25) / 86400;
    double T = (jd - 2451545) / 36525;
    double M = 357.52911 + T * (35999.05029 - T * 0.0001537);
    double C = (1.914602 - T * (0.004817 + T * 0.000014)) * sin_deg(M) + (0.019993 - T * 0.000101) * sin_deg(2 * M)
             + 0.000289 * sin_deg(3 * M);
    double L = 280.46646 + T * (36000.76983 + T * 0.0003032) + C - 0.00569 - 0.00478 * sin_deg(125.04 - 1934.136 * T);
    L = fmod(L, 360);
    return (int)floor((L < 0 ? L + 360 : L) / 30);
}

/* The number of the new moon that begins month 11 of the lunar year `year`: the last on or before the December solstice. */
static int eleventh(int year)
{
    int k = (int)floor((date_of(year, 12, 31) - (2451550.1 - JD_1970)) / 29.530588861) + 1;
    while (month_start(k) > date_of(year, 12, 31)) k--;
    while (sun_sector(month_start(k)) >= 9 && sun_sector(month_start(k)) < 11) k--;
    return k;
}

/* The leap month between two eleventh months, as an offset from the first; 0 = none. */
static int leap_offset(int k11, int next11)
{
    if (next11 - k11 < 13) return 0;
    for (int i = 1; i < 13; i++)
        if (sun_sector(month_start(k11 + i)) == sun_sector(month_start(k11 + i + 1))) return i;
    return 0;
}

/* Number and leap flag of the month `offset` months after an eleventh month. */
static void name_month(int offset, int leap, int *month, int *is_leap)
{
    *is_leap = leap && offset == leap;
    int m = offset - (leap && offset >= leap) + 11;
    *month = (m - 1) % 12 + 1;
}

LunarDay lunar_from_date(Date d)
{
    LunarDay none = {0, 0, 0, 0};
    if (d == DATE_NONE || d < date_of(1900, 1, 31) || d > date_of(2101, 1, 28)) return none;
    int y = date_year(d);
    int k = eleventh(y), next;
    if (month_start(k) > d) {
        next = k;
        k = eleventh(--y);
    } else {
        next = eleventh(y + 1);
    }
    int leap = leap_offset(k, next), offset = (int)((d - month_start(k)) / 29.6);
    while (month_start(k + offset + 1) <= d) offset++;
    while (month_start(k + offset) > d) offset--;
    LunarDay r = {.day = d - month_start(k + offset) + 1};
    name_month(offset, leap, &r.month, &r.leap);
    r.year = r.month >= 11 && offset <= 2 ? y : y + 1;
    return r;
}

Date lunar_to_date(int year, int month, int day, int leap)
{
    if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 30) return DATE_NONE;
    int base = month >= 11 ? year : year - 1;
    int k = eleventh(base), next = eleventh(base + 1), at = leap_offset(k, next);
    for (int i = 0; i < next - k; i++) {
        int m, l;
        name_month(i, at, &m, &l);
        if (m != month || l != (leap != 0)) continue;
        Date d = month_start(k + i) + day - 1;
        return d < month_start(k + i + 1) ? d : DATE_NONE;
    }
    return DATE_NONE;
}

Date lunar_new_year(int year) { return lunar_to_date(year, 1, 1, 0); }

int lunar_leap_month(int year)
{
    for (int m = 1; m <= 12; m++)
        if (lunar_to_date(year, m, 1, 1) != DATE_NONE) return m;
    return 0;
}
