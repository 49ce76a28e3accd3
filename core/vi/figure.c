/* figure.c - recognises figures in a text, most particular first, and writes them out. */
#include "core/vi/figure.h"
#include "core/base/date.h"
#include "core/base/text.h"
#include "core/vi/abbrev.h"
#include "core/vi/spell.h"
#include <stdio.h>
#include <string.h>

typedef struct DayRead { int d, m, y; } DayRead;

/* d/m or d/m/yyyy at i; its length, 0 when it is no day. */
static size_t read_day(const Scan *c, size_t i, DayRead *r)
{
    size_t a = scan_take_number(c, i, 2, &r->d), b, y, at = i + a;
    r->y = 0;
    if (!a || at >= c->n || !strchr("/.-", c->p[at])) return 0;
    char mark = c->p[at++];
    b = scan_take_number(c, at, 2, &r->m);
    at += b;
    if (!b) return 0;
    if (at < c->n && c->p[at] == mark && (y = scan_take_number(c, at + 1, 4, &r->y)) == 4) at += 5;
    else if (mark != '/') return 0;
    if (scan_digit_at(c, at) || (at < c->n && c->p[at] == '/') || scan_letter_at(c, at)) return 0;
    return r->m >= 1 && r->m <= 12 && r->d >= 1 && r->d <= date_month_days(r->y ? r->y : 2000, r->m) ? at - i : 0;
}

static void put_year(Scan *c, int y)
{
    buf_puts(c->out, " năm ");
    spell_number(y, c->out);
}

static void put_day(Scan *c, const DayRead *r, int said_day)
{
    Buf b = {0};
    spell_day_month(r->d, r->m, &b);
    size_t skip = said_day ? strlen("ngày ") : 0;
    buf_add(c->out, b.p + skip, b.n - skip);
    buf_free(&b);
    if (r->y) put_year(c, r->y);
}

/* 15/11, 15/11/2026, 15/11 - 15/12/2026; but 1/3 số hộ is a third. */
static size_t say_day(Scan *c)
{
    DayRead a, b;
    size_t k = read_day(c, c->i, &a);
    if (!k) return 0;
    int said = scan_before_is(c, "ngày|mùng|mồng");
    if (a.d == 24 && a.m == 7 && !a.y && !scan_before_is(c, "ngày|từ|đến|trước|sau|hạn")) {
        buf_puts(c->out, "hai mươi bốn trên bảy");
        return k;
    }
    if (!a.y && !said && scan_listed(scan_word_after(c, c->i + k), "số|tổng|hộ|người|dân|diện|thành|trong")) {
        spell_number(a.d, c->out);
        buf_puts(c->out, " phần ");
        spell_number(a.m, c->out);
        return k;
    }
    size_t second = scan_skip_dash(c, c->i + k), k2 = second > c->i + k ? read_day(c, second, &b) : 0;
    if (k2 && !said && !scan_before_is(c, "từ")) buf_puts(c->out, "từ ");
    put_day(c, &a, said);
    if (!k2) return k;
    buf_puts(c->out, " đến ");
    put_day(c, &b, 0);
    return second + k2 - c->i;
}

/* 2026-06-01 */
static size_t say_iso(Scan *c)
{
    int y, m, d;
    if (scan_take_number(c, c->i, 4, &y) != 4 || c->i + 10 > c->n || c->p[c->i + 4] != '-' || c->p[c->i + 7] != '-') return 0;
    if (scan_take_number(c, c->i + 5, 2, &m) != 2 || scan_take_number(c, c->i + 8, 2, &d) != 2) return 0;
    if (scan_digit_at(c, c->i + 10)) return 0;
    if (date_of(y, m, d) == DATE_NONE) return 0;
    put_day(c, &(DayRead){d, m, y}, scan_before_is(c, "ngày"));
    return 10;
}

/* tháng 6/2026, 06/2026, quý 4/2026 */
static size_t say_month(Scan *c)
{
    int m, y;
    size_t k = scan_take_number(c, c->i, 2, &m), at = c->i + k;
    if (!k || at >= c->n || c->p[at] != '/' || scan_take_number(c, at + 1, 4, &y) != 4 || y < 1900 || y > 2200) return 0;
    if (scan_digit_at(c, at + 5) || (at + 5 < c->n && c->p[at + 5] == '/') || m < 1 || m > 12) return 0;
    if (scan_before_is(c, "quý")) {
        spell_number(m, c->out);
        put_year(c, y);
        return k + 5;
    }
    Buf b = {0};
    spell_month(m, y, &b);
    size_t skip = scan_before_is(c, "tháng") ? strlen("tháng ") : 0;
    buf_add(c->out, b.p + skip, b.n - skip);
    buf_free(&b);
    return k + 5;
}

/* 8h30, 8h, 17g15, 08:30 */
static size_t say_time(Scan *c)
{
    int h, m = 0;
    size_t k = scan_take_number(c, c->i, 2, &h), at = c->i + k, km = 0;
    if (!k || at >= c->n || h > 24 || !strchr("hHg:", c->p[at])) return 0;
    km = scan_take_number(c, at + 1, 2, &m);
    if ((km != 2 && (km || c->p[at] == ':' || c->p[at] == 'g')) || m > 59) return 0;
    size_t end = at + 1 + km;
    if (scan_digit_at(c, end) || scan_letter_at(c, end) || (c->p[at] == ':' && scan_cp_at(c, end) == ':')) return 0;
    spell_time(h, m, c->out);
    return k + 1 + km;
}

/* --- telephone numbers --- */

/* «Công an: 113», «cấp cứu (115)»: the numbers everybody dials, on a line that speaks of calling. */
static int is_emergency(const Scan *c)
{
    static const char *const about[] = {"tổng đài", "điện thoại", "gọi", "đường dây nóng", "công an", "cấp cứu", "cứu hỏa",
                                        "chữa cháy"};
    int v, found = 0;
    size_t k = scan_take_number(c, c->i, 5, &v), from = c->i;
    if (!((k == 3 && v >= 111 && v <= 115) || (k == 4 && v == 1022))) return 0;
    while (from > 0 && c->i - from < 120 && c->p[from - 1] != '\n') from--;
    while (from < c->i && ((unsigned char)c->p[from] & 0xC0) == 0x80) from++;
    Buf low = {0};
    text_lower(c->p + from, c->i - from, &low);
    for (size_t i = 0; i < sizeof about / sizeof *about && !found; i++)
        found = memmem(buf_text(&low), low.n, about[i], strlen(about[i])) != NULL;
    buf_free(&low);
    return found;
}

/* «gọi 113», «gọi số 111», «tổng đài 1022» */
static int is_called(const Scan *c)
{
    if (is_emergency(c)) return 1;
    Str w = scan_word_before(c, c->i);
    if (scan_listed(w, "gọi|đài|nóng|thoại|máy")) return 1;
    return scan_listed(w, "số") && scan_listed(scan_word_before(c, (size_t)(w.p - c->p)), "gọi|điện|theo|qua|tới|đến");
}

static size_t say_phone(Scan *c)
{
    size_t i = c->i, digits = 0;
    if (c->p[i] == '+') i++;
    size_t from = i, end = i;
    for (; i < c->n && digits < 13; i++) {
        if (scan_digit_at(c, i)) digits++, end = i + 1;
        else if (strchr(" .-", c->p[i]) && scan_digit_at(c, i + 1) && i > from && scan_digit_at(c, i - 1)) continue;
        else break;
    }
    if (scan_digit_at(c, end)) return 0;
    Str run = {c->p + from, end - from};
    int plus = from > c->i, zero = c->p[from] == '0';
    int service = run.n > 4 && (!memcmp(run.p, "1800", 4) || !memcmp(run.p, "1900", 4));
    int called = digits == run.n && digits >= 3 && digits <= 5 && is_called(c) && scan_cp_at(c, end) != '/';
    if (!(plus && digits >= 10) && !(zero && digits >= 9 && digits <= 11) && !(service && digits >= 8 && digits <= 10) && !called)
        return 0;
    spell_digits(run, c->out);
    return end - c->i;
}

/* --- documents: 28/NQ-CP, 30/2020/NĐ-CP, 91/2025/QH15, 05-KH/ĐU --- */

/* Letters, digits and & from i; must begin with a capital. */
static Str symbol_part(const Scan *c, size_t i)
{
    uint32_t cp = scan_cp_at(c, i);
    char b[4];
    size_t from = i;
    if (!((cp >= 'A' && cp <= 'Z') || cp == 0x110)) return (Str){c->p + i, 0};
    while (scan_letter_at(c, i) || scan_digit_at(c, i) || (i < c->n && c->p[i] == '&')) i += text_encode(scan_cp_at(c, i), b);
    return (Str){c->p + from, i - from};
}

static void put_issuer(Scan *c, Str part)
{
    const char *w = abbrev_issuer(part);
    if (!w) w = speak_expand(c->s, part);
    size_t k = part.n;
    while (!w && k > 1 && part.p[k - 1] >= '0' && part.p[k - 1] <= '9') k--;
    if (!w && k < part.n && (w = abbrev_issuer((Str){part.p, k})) != NULL) {     /* QH15: the 15th Quốc hội */
        buf_puts(c->out, w);
        buf_puts(c->out, " khóa ");
        spell_written((Str){part.p + k, part.n - k}, c->out);
        return;
    }
    if (w) buf_puts(c->out, w);
    else buf_str(c->out, part);
}

/* Does the text at i go on with «[ngày …] của»? Then the issuer follows in words. */
static int issuer_follows(const Scan *c, size_t i)
{
    DayRead r;
    int v;
    i = scan_skip_spaces(c, i);
    if (scan_listed(scan_word_after(c, i), "ngày")) {
        i = scan_skip_spaces(c, i + strlen("ngày"));
        size_t k = read_day(c, i, &r);
        i += k ? k : scan_take_number(c, i, 2, &v);
        static const char *const more[] = {"tháng", "năm"};
        for (int j = 0; j < 2 && !k; j++) {
            if (!scan_listed(scan_word_after(c, i), more[j])) return 0;
            i = scan_skip_spaces(c, scan_skip_spaces(c, i) + strlen(more[j]));
            i += scan_take_number(c, i, 4, &v);
        }
    }
    return scan_listed(scan_word_after(c, i), "của");
}

static size_t say_document(Scan *c)
{
    int number, year = 0;
    size_t k = scan_take_number(c, c->i, 5, &number), at = c->i + k;
    if (!k || at >= c->n || (c->p[at] != '/' && c->p[at] != '-')) return 0;
    char mark = c->p[at++];
    if (mark == '/' && scan_take_number(c, at, 4, &year) == 4 && scan_cp_at(c, at + 4) == '/') at += 5;
    else year = 0;
    Str part[4];
    int n = 0;
    for (;;) {
        Str p = symbol_part(c, at);
        if (!p.n) return 0;
        part[n++] = p;
        at += p.n;
        if (n == 4 || at >= c->n || (c->p[at] != '-' && c->p[at] != '/') || !symbol_part(c, at + 1).n) break;
        at++;
    }
    if (mark == '-' && n < 2) return 0;                    /* «5-UBND» is no document; «05-KH/ĐU» is */
    const char *kind = abbrev_kind(part[0]);
    if (!kind && n == 1 && !year) return 0;
    size_t colon = c->i;                   /* «Số: 17/KH-UBND» */
    while (colon > 0 && strchr(" \t:", c->p[colon - 1])) colon--;
    int numbered = scan_listed(scan_word_before(c, colon), "số"), named = 0;
    if (numbered && colon < c->i && !memchr(c->p + colon, ':', c->i - colon)) {
        Str so = scan_word_before(c, c->i), w = scan_word_before(c, (size_t)(so.p - c->p));
        named = scan_listed(w, "luật|định|quyết|tư|thị|hoạch|văn|cáo|dẫn|trình|án|báo|luận|chế");
    }
    if (!numbered && kind) buf_printf(c->out, "%s số ", kind);
    spell_number(number, c->out);
    if (year) put_year(c, year);
    if (numbered && !named && kind) buf_printf(c->out, ", %s", kind);
    if (n > (kind != NULL) && !issuer_follows(c, at)) {
        buf_puts(c->out, " của ");
        for (int i = kind != NULL; i < n; i++) {
            if (i > (kind != NULL)) buf_puts(c->out, " và ");
            put_issuer(c, part[i]);
        }
    }
    return at - c->i;
}

/* --- numbers --- */

static size_t number_length(const Scan *c, size_t i)
{
    size_t from = i;
    for (; i - from < 40; i++) {
        int mark = i > from && i < c->n && (c->p[i] == '.' || c->p[i] == ',') && scan_digit_at(c, i + 1);
        if (!scan_digit_at(c, i) && !mark) break;
    }
    return i - from;
}

/* What stands after a number: %, a measure. Returns its length. */
static size_t say_after_number(Scan *c, size_t i)
{
    size_t j = scan_skip_spaces(c, i);
    if (j < c->n && c->p[j] == '%') {
        buf_puts(c->out, " phần trăm");
        return j + 1 - i;
    }
    size_t e = j;
    for (uint32_t cp = scan_cp_at(c, e); scan_letter_at(c, e) || scan_digit_at(c, e) || cp == 0xB2 || cp == 0xB3;
         cp = scan_cp_at(c, e))
        e += text_encode(cp, (char[4]){0});
    const char *w = e > j ? abbrev_measure((Str){c->p + j, e - j}) : NULL;
    if (!w) return 0;
    buf_putc(c->out, ' ');
    buf_puts(c->out, w);
    return e - i;
}

/* A number where a word before it asks for its own form: thứ 4, tháng 4, ngày 5 tháng. */
static int say_in_place(Scan *c, Str s)
{
    int v;
    size_t k = scan_take_number(c, c->i, 2, &v);
    if (k != s.n || !v) return 0;
    if (v == 4 && scan_before_is(c, "thứ|tháng")) buf_puts(c->out, "tư");
    else if (v == 1 && scan_before_is(c, "thứ")) buf_puts(c->out, "nhất");
    else if (v <= 10 && scan_before_is(c, "ngày") && scan_listed(scan_word_after(c, c->i + k), "tháng")) {
        buf_puts(c->out, "mùng ");
        spell_number(v, c->out);
    } else if (k == 2 && c->p[c->i] == '0') {
        spell_number(v, c->out);
    } else {
        return 0;
    }
    return 1;
}

static size_t say_number(Scan *c)
{
    size_t k = number_length(c, c->i);
    if (!k) return 0;
    Str s = {c->p + c->i, k};
    if (scan_letter_at(c, c->i + k) && !abbrev_measure(scan_word_after(c, c->i + k))) {
        Str unit = {c->p + c->i + k, 0};
        while (scan_letter_at(c, c->i + k + unit.n) || scan_digit_at(c, c->i + k + unit.n)) unit.n++;
        if (!abbrev_measure(unit)) return 0;
    }
    if (!say_in_place(c, s) && spell_written(s, c->out) != 0) {
        spell_digits(s, c->out);
        return k;
    }
    size_t second = scan_skip_dash(c, c->i + k), k2 = second > c->i + k ? number_length(c, second) : 0;
    if (k2 && !scan_letter_at(c, second + k2) && scan_cp_at(c, second + k2) != '/') {
        buf_puts(c->out, " đến ");
        if (spell_written((Str){c->p + second, k2}, c->out) != 0) spell_digits((Str){c->p + second, k2}, c->out);
        k = second + k2 - c->i;
    }
    return k + say_after_number(c, c->i + k);
}

size_t figure_say(Scan *c)
{
    static size_t (*const say[])(Scan *) = {say_iso, say_document, say_phone, say_day, say_month, say_time, say_number};
    size_t k = 0;
    for (size_t i = 0; !k && i < sizeof say / sizeof *say; i++) k = say[i](c);
    return k;
}
