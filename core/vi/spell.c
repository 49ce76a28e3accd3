/* spell.c - numbers and dates in words. */
#include "core/vi/spell.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const digit[] = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

static void word(Buf *out, const char *w, int *started)
{
    if (*started) buf_putc(out, ' ');
    buf_puts(out, w);
    *started = 1;
}

/* 1 … 999; `whole` says the leading zeros too («không trăm linh năm»). */
static void three(unsigned n, int whole, Buf *out, int *started)
{
    unsigned h = n / 100, t = n / 10 % 10, u = n % 10;
    if (h || whole) {
        word(out, digit[h], started);
        word(out, "trăm", started);
    }
    if (t == 1) word(out, "mười", started);
    else if (t > 1) {
        word(out, digit[t], started);
        word(out, "mươi", started);
    } else if (u && (h || whole)) {
        word(out, "linh", started);
    }
    if (!u) return;
    if (u == 1 && t > 1) word(out, "mốt", started);
    else if (u == 4 && t > 1) word(out, "tư", started);
    else if (u == 5 && t > 0) word(out, "lăm", started);
    else word(out, digit[u], started);
}

/* Below a tỷ, then the tỷ before it, as often as needed. */
static void count(uint64_t n, int whole, Buf *out, int *started)
{
    if (n >= 1000000000u) {
        count(n / 1000000000u, 0, out, started);
        word(out, "tỷ", started);
        n %= 1000000000u;
        if (n) count(n, 1, out, started);
        return;
    }
    static const char *const name[] = {"triệu", "nghìn", NULL};
    unsigned part[] = {(unsigned)(n / 1000000), (unsigned)(n / 1000 % 1000), (unsigned)(n % 1000)};
    for (int i = 0; i < 3; i++) {
        if (!part[i]) continue;
        three(part[i], whole || (i > 0 && n >= (i == 1 ? 1000000u : 1000u)), out, started);
        if (name[i]) word(out, name[i], started);
        whole = 1;
    }
}

void spell_number(int64_t n, Buf *out)
{
    int started = 0;
    uint64_t m = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    if (n < 0) word(out, "âm", &started);
    if (m == 0) word(out, digit[0], &started);
    else count(m, 0, out, &started);
}

void spell_digits(Str s, Buf *out)
{
    int started = 0;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9') word(out, digit[s.p[i] - '0'], &started);
}

/* The digits after the comma: «không năm», «ba mươi tư», «một bốn một sáu». */
static void fraction(Str s, Buf *out)
{
    buf_puts(out, " phẩy ");
    if (s.n > 3 || s.p[0] == '0') {
        spell_digits(s, out);
        return;
    }
    int64_t n = 0;
    for (size_t i = 0; i < s.n; i++) n = n * 10 + (s.p[i] - '0');
    spell_number(n, out);
}

static size_t run_of_digits(Str s, size_t at)
{
    size_t n = 0;
    while (at + n < s.n && s.p[at + n] >= '0' && s.p[at + n] <= '9') n++;
    return n;
}

/* Groups of three divided by `mark` from `at`; returns where they end, or `at` when they are none. */
static size_t grouped(Str s, size_t at, char mark, char *out, size_t *n)
{
    size_t k = run_of_digits(s, at), end = at + k;
    if (!k || k > 3 || end >= s.n || s.p[end] != mark) return at;
    size_t m = 0;
    memcpy(out, s.p + at, k);
    m = k;
    while (end < s.n && s.p[end] == mark && run_of_digits(s, end + 1) == 3) {
        if (m + 3 > 18) return at;
        memcpy(out + m, s.p + end + 1, 3);
        m += 3;
        end += 4;
    }
    if (m == k) return at;
    *n = m;
    return end;
}

int spell_written(Str s, Buf *out)
{
    char whole[20];
    size_t n = 0, at = 0;
    int minus = 0;
    if (s.n > 1 && s.p[0] == '-') minus = 1, at = 1;
    else if (s.n > 3 && !memcmp(s.p, "\u2212", 3)) minus = 1, at = 3;
    size_t end = grouped(s, at, '.', whole, &n);
    char comma = ',';
    if (end == at) {
        size_t e = grouped(s, at, ',', whole, &n);
        if (e != at && n > 6) end = e, comma = '.';        /* 1,234,567: two groups can only be groups */
    }
    if (end == at) {
        n = run_of_digits(s, at);
        if (!n || n > 18) return -1;
        memcpy(whole, s.p + at, n);
        end = at + n;
        if (end < s.n && s.p[end] == '.') comma = '.';
    }
    Str rest = {NULL, 0};
    if (end < s.n) {
        if (s.p[end] != comma) return -1;
        rest = (Str){s.p + end + 1, run_of_digits(s, end + 1)};
        if (!rest.n || rest.n > 18 || end + 1 + rest.n != s.n) return -1;
    }
    int64_t v = 0;
    for (size_t i = 0; i < n; i++) v = v * 10 + (whole[i] - '0');
    if (minus) buf_puts(out, "âm ");
    if (n > 2 && whole[0] == '0' && !rest.n) spell_digits((Str){whole, n}, out);
    else spell_number(v, out);
    if (rest.n) fraction(rest, out);
    return 0;
}

/* At most `places` decimals, without trailing zeros; "-0" is "0". */
static void figure_text(double d, int places, char *s, size_t room)
{
    if (places < 0) places = 0;
    if (places > 9) places = 9;
    snprintf(s, room, "%.*f", places, d);
    size_t n = strlen(s);
    if (strchr(s, '.')) {
        while (s[n - 1] == '0') s[--n] = 0;
        if (s[n - 1] == '.') s[--n] = 0;
    }
    if (!strcmp(s, "-0")) memcpy(s, "0", 2);
}

void spell_decimal(double d, Buf *out)
{
    if (!isfinite(d) || fabs(d) >= 1e15) {
        buf_puts(out, "không xác định");
        return;
    }
    char s[48];
    figure_text(d, 3, s, sizeof s);
    char *dot = strchr(s, '.'), *p = s;
    if (*p == '-') {
        buf_puts(out, "âm ");
        p++;
    }
    int64_t v = 0;
    for (; *p >= '0' && *p <= '9'; p++) v = v * 10 + (*p - '0');
    spell_number(v, out);
    if (dot) fraction(str_of(dot + 1), out);
}

void spell_ordinal(int n, Buf *out)
{
    buf_puts(out, "thứ ");
    if (n == 1) buf_puts(out, "nhất");
    else if (n == 4) buf_puts(out, "tư");
    else spell_number(n, out);
}

void spell_percent(double d, Buf *out)
{
    spell_decimal(d, out);
    buf_puts(out, " phần trăm");
}

void spell_money(int64_t dong, Buf *out)
{
    spell_number(dong, out);
    buf_puts(out, " đồng");
}

static void month_word(int month, Buf *out)
{
    buf_puts(out, "tháng ");
    if (month == 4) buf_puts(out, "tư");
    else spell_number(month, out);
}

void spell_day_month(int day, int month, Buf *out)
{
    buf_puts(out, day <= 10 ? "ngày mùng " : "ngày ");
    spell_number(day, out);
    buf_putc(out, ' ');
    month_word(month, out);
}

void spell_month(int month, int year, Buf *out)
{
    month_word(month, out);
    if (!year) return;
    buf_puts(out, " năm ");
    spell_number(year, out);
}

void spell_day(Date d, Buf *out)
{
    int y, m, day;
    date_parts(d, &y, &m, &day);
    spell_day_month(day, m, out);
    buf_puts(out, " năm ");
    spell_number(y, out);
}

void spell_period(Date from, Date to, Buf *out)
{
    int y, m, day;
    date_parts(from, &y, &m, &day);
    buf_puts(out, "từ ");
    if (y == date_year(to)) spell_day_month(day, m, out);
    else spell_day(from, out);
    buf_puts(out, " đến ");
    spell_day(to, out);
}

void spell_time(int hour, int minute, Buf *out)
{
    spell_number(hour, out);
    buf_puts(out, " giờ");
    if (!minute) return;
    buf_putc(out, ' ');
    spell_number(minute, out);
    buf_puts(out, " phút");
}

/* --- Roman numerals --- */

int spell_roman(int n, Buf *out)
{
    static const struct { int v; const char *s; } step[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
        {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
    if (n < 1 || n > 3999) return -1;
    for (size_t i = 0; i < sizeof step / sizeof *step; i++)
        for (; n >= step[i].v; n -= step[i].v) buf_puts(out, step[i].s);
    return 0;
}

int spell_from_roman(Str s)
{
    if (!s.n || s.n > 15) return 0;
    int total = 0;
    for (size_t i = 0; i < s.n; i++) {
        static const char letters[] = "IVXLCDM";
        static const int value[] = {1, 5, 10, 50, 100, 500, 1000};
        const char *p = memchr(letters, s.p[i], 7), *next = i + 1 < s.n ? memchr(letters, s.p[i + 1], 7) : NULL;
        if (!p) return 0;
        total += next && next > p ? -value[p - letters] : value[p - letters];
    }
    Buf b = {0};
    int same = spell_roman(total, &b) == 0 && b.n == s.n && !memcmp(b.p, s.p, s.n);
    buf_free(&b);
    return same ? total : 0;
}

/* --- figures --- */

void spell_group(int64_t n, Buf *out)
{
    char s[24];
    uint64_t m = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    int k = snprintf(s, sizeof s, "%llu", (unsigned long long)m);
    if (n < 0) buf_putc(out, '-');
    for (int i = 0; i < k; i++) {
        if (i && (k - i) % 3 == 0) buf_putc(out, '.');
        buf_putc(out, s[i]);
    }
}

void spell_figure(double d, int places, Buf *out)
{
    if (!isfinite(d) || fabs(d) >= 1e15) {
        buf_puts(out, "…");
        return;
    }
    char s[48];
    figure_text(d, places, s, sizeof s);
    char *dot = strchr(s, '.'), *p = s;
    if (*p == '-') {
        buf_putc(out, '-');
        p++;
    }
    int64_t v = 0;
    for (; *p >= '0' && *p <= '9'; p++) v = v * 10 + (*p - '0');
    spell_group(v, out);
    if (dot) {
        buf_putc(out, ',');
        buf_puts(out, dot + 1);
    }
}
