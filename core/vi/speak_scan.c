/* speak_scan.c - looking around in a text. */
#include "core/vi/speak_scan.h"
#include "core/base/text.h"
#include "core/vi/letter.h"
#include <string.h>

int scan_digit_at(const Scan *c, size_t i) { return i < c->n && c->p[i] >= '0' && c->p[i] <= '9'; }

uint32_t scan_cp_at(const Scan *c, size_t i)
{
    uint32_t cp = 0;
    return i < c->n && text_decode(c->p + i, c->n - i, &cp) ? cp : 0;
}

int scan_letter_at(const Scan *c, size_t i) { return letter_is_letter(scan_cp_at(c, i)); }

/* At most `most` digits at i: their count and value. */
size_t scan_take_number(const Scan *c, size_t i, size_t most, int *v)
{
    size_t k = 0;
    for (*v = 0; k < most && scan_digit_at(c, i + k); k++) *v = *v * 10 + (c->p[i + k] - '0');
    return k;
}

size_t scan_skip_spaces(const Scan *c, size_t i)
{
    while (i < c->n && (c->p[i] == ' ' || c->p[i] == '\t')) i++;
    return i;
}

/* A dash of any length with optional spaces; its end, or i when there is none. */
size_t scan_skip_dash(const Scan *c, size_t i)
{
    size_t j = scan_skip_spaces(c, i);
    if (j < c->n && c->p[j] == '-') return scan_skip_spaces(c, j + 1);
    uint32_t cp = scan_cp_at(c, j);
    if (cp == 0x2013 || cp == 0x2014) return scan_skip_spaces(c, j + 3);
    return i;
}

/* Is `word`, in lower case, one of `list` ("ngày|từ|đến")? */
int scan_listed(Str word, const char *list)
{
    Buf b = {0};
    text_lower(word.p, word.n, &b);
    int found = 0;
    for (const char *p = list; *p && !found;) {
        size_t k = strcspn(p, "|");
        found = k == b.n && !memcmp(p, b.p, k);
        p += k + (p[k] == '|');
    }
    buf_free(&b);
    return found;
}

/* The word that ends before byte i (spaces skipped), "" when there is none on this line. */
Str scan_word_before(const Scan *c, size_t i)
{
    while (i > 0 && (c->p[i - 1] == ' ' || c->p[i - 1] == '\t')) i--;
    size_t end = i;
    while (i > 0 && ((unsigned char)c->p[i - 1] >= 0x80 || letter_is_letter((unsigned char)c->p[i - 1]))) i--;
    return (Str){c->p + i, end - i};
}

Str scan_word_after(const Scan *c, size_t i)
{
    i = scan_skip_spaces(c, i);
    size_t from = i;
    while (scan_letter_at(c, i)) i += text_encode(scan_cp_at(c, i), (char[4]){0});
    return (Str){c->p + from, i - from};
}

int scan_before_is(const Scan *c, const char *list) { return scan_listed(scan_word_before(c, c->i), list); }

