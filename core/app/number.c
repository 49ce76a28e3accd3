/* number.c - numbers and periods as people type them. */
#include "core/app/number.h"
#include "core/base/text.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_MOST = 15 };                 /* what a double keeps exactly; no figure of an office is longer */

static int refuse(const char *s, Err *e) { return err_set(e, SEN8041, "%s", s); }

/* Digits in groups of three after the first: "1.234.567". */
static int grouped(const char *s, size_t n)
{
    size_t first = strcspn(s, ".,");
    if (first > n) first = n;
    if (first < 1 || first > 3) return 0;
    for (size_t i = first; i < n; i += 4) {
        if (s[i] != '.' || n - i < 4) return 0;
        for (size_t k = 1; k <= 3; k++)
            if (!isdigit((unsigned char)s[i + k])) return 0;
    }
    return 1;
}

int number_parse(const char *s, Buf *out, Err *e)
{
    size_t n = strlen(s), whole = strcspn(s, ",");
    size_t dots = 0;
    if (!n || n > 30 || strspn(s, "0123456789.,") != n || !isdigit((unsigned char)s[0])) return refuse(s, e);
    for (size_t i = 0; i < n; i++) dots += s[i] == '.';
    const char *fraction = whole < n ? s + whole + 1 : NULL;
    if (!fraction && dots == 1 && !grouped(s, n)) {        /* «12.5» */
        whole = strcspn(s, ".");
        fraction = s + whole + 1;
    } else if (dots && !grouped(s, whole)) {
        return refuse(s, e);
    }
    if (fraction && (!*fraction || strspn(fraction, "0123456789") != strlen(fraction))) return refuse(s, e);
    size_t start = out->n, digits = 0;
    for (size_t i = 0; i < whole; i++) digits += s[i] != '.' && (digits || s[i] != '0');
    if (digits > DIGITS_MOST || (fraction && strlen(fraction) > DIGITS_MOST)) return refuse(s, e);
    for (size_t i = 0; i < whole; i++)
        if (s[i] != '.' && !(out->n == start && s[i] == '0' && i + 1 < whole)) buf_putc(out, s[i]);
    if (fraction) {
        size_t k = strlen(fraction);
        while (k && fraction[k - 1] == '0') k--;
        if (k) {
            buf_putc(out, '.');
            buf_add(out, fraction, k);
        }
    }
    return 0;
}

static int put_period(int year, int quarter, int month, const char *s, Buf *out, Err *e)
{
    if (year < 1900 || year > 2200 || quarter < 0 || quarter > 4 || month < 0 || month > 12) return err_set(e, SEN8042, "%s", s);
    if (quarter) buf_printf(out, "%04d-Q%d", year, quarter);
    else if (month) buf_printf(out, "%04d-%02d", year, month);
    else buf_printf(out, "%04d", year);
    return 0;
}

int number_parse_period(const char *s, Buf *out, Err *e)
{
    static const char *const roman[] = {"i", "ii", "iii", "iv"};
    Buf f = {0};
    int y = 0, a = 0, end = 0, rc = -1;
    char word[8] = "";
    text_fold(s, strlen(s), &f);                           /* "2026-Q2" -> "2026 q2" */
    const char *p = buf_text(&f);
#define ALL(n) (sscanf_done(p, end) && (n))
#define sscanf_done(text, at) ((at) > 0 && (text)[at] == 0)
    if (sscanf(p, "%4d%n", &y, &end) == 1 && ALL(1)) rc = put_period(y, 0, 0, s, out, e);
    else if (sscanf(p, "%4d q%1d%n", &y, &a, &end) == 2 && ALL(a)) rc = put_period(y, a, 0, s, out, e);
    else if (sscanf(p, "%4d %2d%n", &y, &a, &end) == 2 && ALL(a)) rc = put_period(y, 0, a, s, out, e);
    else if (sscanf(p, "q%1d/%4d%n", &a, &y, &end) == 2 && ALL(a)) rc = put_period(y, a, 0, s, out, e);
    else if (sscanf(p, "%2d/%4d%n", &a, &y, &end) == 2 && ALL(a)) rc = put_period(y, 0, a, s, out, e);
    else if (sscanf(p, "quy %7[iv]/%4d%n", word, &y, &end) == 2 && ALL(1))
        for (int i = 0; i < 4; i++)
            if (!strcmp(word, roman[i])) rc = put_period(y, i + 1, 0, s, out, e);
#undef ALL
#undef sscanf_done
    buf_free(&f);
    return rc ? err_set(e, SEN8042, "%s", s) : 0;
}
