/* letter.c - the twelve vowels with their tones, sort keys, syllables, case. */
#include "core/vi/letter.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { VOWELS = 12, TONES = 6 };

/* One row per vowel, one column per Tone. */
static const uint16_t small[VOWELS][TONES] = {
    {'a', 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1}, {0x103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7},
    {0xE2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD}, {'e', 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9},
    {0xEA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7}, {'i', 0xEC, 0x1EC9, 0x129, 0xED, 0x1ECB},
    {'o', 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD}, {0xF4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9},
    {0x1A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3}, {'u', 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5},
    {0x1B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1}, {'y', 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5},
};
static const uint16_t large[VOWELS][TONES] = {
    {'A', 0xC0, 0x1EA2, 0xC3, 0xC1, 0x1EA0}, {0x102, 0x1EB0, 0x1EB2, 0x1EB4, 0x1EAE, 0x1EB6},
    {0xC2, 0x1EA6, 0x1EA8, 0x1EAA, 0x1EA4, 0x1EAC}, {'E', 0xC8, 0x1EBA, 0x1EBC, 0xC9, 0x1EB8},
    {0xCA, 0x1EC0, 0x1EC2, 0x1EC4, 0x1EBE, 0x1EC6}, {'I', 0xCC, 0x1EC8, 0x128, 0xCD, 0x1ECA},
    {'O', 0xD2, 0x1ECE, 0xD5, 0xD3, 0x1ECC}, {0xD4, 0x1ED2, 0x1ED4, 0x1ED6, 0x1ED0, 0x1ED8},
    {0x1A0, 0x1EDC, 0x1EDE, 0x1EE0, 0x1EDA, 0x1EE2}, {'U', 0xD9, 0x1EE6, 0x168, 0xDA, 0x1EE4},
    {0x1AF, 0x1EEA, 0x1EEC, 0x1EEE, 0x1EE8, 0x1EF0}, {'Y', 0x1EF2, 0x1EF6, 0x1EF8, 0xDD, 0x1EF4},
};

static int find_vowel(uint32_t cp, Tone *tone, int *upper)
{
    for (int v = 0; v < VOWELS; v++)
        for (int t = 0; t < TONES; t++)
            if (small[v][t] == cp || large[v][t] == cp) {
                *tone = (Tone)t;
                *upper = large[v][t] == cp;
                return v;
            }
    return -1;
}

uint32_t letter_split(uint32_t cp, Tone *tone)
{
    Tone t = TONE_NONE;
    int upper = 0;
    int v = cp < 0x80 ? -1 : find_vowel(cp, &t, &upper);
    if (tone) *tone = v < 0 ? TONE_NONE : t;
    return v < 0 ? cp : upper ? large[v][0] : small[v][0];
}

uint32_t letter_join(uint32_t base, Tone tone)
{
    if (tone > TONE_NANG) return base;
    for (int v = 0; v < VOWELS; v++) {
        if (small[v][0] == base) return small[v][tone];
        if (large[v][0] == base) return large[v][tone];
    }
    return base;
}

int letter_is_vowel(uint32_t cp)
{
    Tone t;
    int upper;
    return find_vowel(cp, &t, &upper) >= 0;
}

int letter_is_letter(uint32_t cp)
{
    if (cp < 0x80) return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
    switch (utf8proc_category((utf8proc_int32_t)cp)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO: return 1;
    default: return 0;
    }
}

/* NFC of s, with U+FFFD for what is not UTF-8. */
static void compose(const char *s, size_t n, Buf *out)
{
    if (text_nfc(s, n, out) == 0) return;
    uint32_t cp;
    for (size_t i = 0; i < n;) {
        size_t k = text_decode(s + i, n - i, &cp);
        if (k) buf_add(out, s + i, k);
        else buf_puts(out, "\uFFFD");
        i += k ? k : 1;
    }
}

/* --- syllables --- */

static int is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

/* Words of a number below 1000, then of all: what spell_number would say, without saying it. */
static size_t count_number(const char *p, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        size_t place = (n - i - 1) % 3;
        if (p[i] != '0') count += place == 0 ? 1 : 2;
        if (place == 0 && i + 1 < n && i != n - 1) count += 1;
    }
    return count ? count : 1;
}

static size_t take_digits(const char *s, size_t n, size_t *at)
{
    char digit[32] = "";
    size_t k = 0, i = *at;
    for (; i < n && (is_digit((unsigned char)s[i]) || (s[i] == '.' && i + 1 < n && is_digit((unsigned char)s[i + 1]))); i++)
        if (s[i] != '.' && k < sizeof digit) digit[k++] = s[i];
    *at = i;
    return k > 15 ? k : count_number(digit, k);
}

/* One word: a Vietnamese syllable has one run of vowels; a foreign word has as many syllables as runs. */
static size_t take_word(const char *s, size_t n, size_t *at)
{
    size_t runs = 0, letters = 0, capitals = 0, i = *at;
    int in_vowels = 0;
    uint32_t cp;
    while (i < n) {
        size_t k = text_decode(s + i, n - i, &cp);
        if (!k || !letter_is_letter(cp)) break;
        int v = letter_is_vowel(cp);
        runs += v && !in_vowels;
        in_vowels = v;
        letters++;
        capitals += utf8proc_tolower((utf8proc_int32_t)cp) != (utf8proc_int32_t)cp;
        i += k;
    }
    *at = i;
    if (runs) return runs;
    return capitals == letters ? letters : 1;
}

size_t letter_count_syllables(const char *s, size_t n)
{
    Buf b = {0};
    compose(s, n, &b);
    size_t count = 0;
    uint32_t cp;
    for (size_t i = 0; i < b.n;) {
        size_t k = text_decode(b.p + i, b.n - i, &cp);
        if (k && is_digit(cp)) count += take_digits(b.p, b.n, &i);
        else if (k && letter_is_letter(cp)) count += take_word(b.p, b.n, &i);
        else i += k ? k : 1;
    }
    buf_free(&b);
    return count;
}

/* --- sorting --- */

static const char marks[] = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/* Rank of a lower-case base letter in the Vietnamese alphabet (with f j w z in their Latin places), 0 when it is none. */
static unsigned alphabet_rank(uint32_t c)
{
    static const uint16_t order[] = {'a', 0x103, 0xE2, 'b', 'c', 'd', 0x111, 'e', 0xEA, 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
        'n', 'o', 0xF4, 0x1A1, 'p', 'q', 'r', 's', 't', 'u', 0x1B0, 'v', 'w', 'x', 'y', 'z'};
    for (unsigned i = 0; i < sizeof order / sizeof *order; i++)
        if (order[i] == c) return i + 1;
    return 0;
}

static void put_cp(Buf *b, int lead, uint32_t cp)
{
    buf_putc(b, (char)lead);
    buf_putc(b, (char)(1 + (cp >> 14)));
    buf_putc(b, (char)(1 + (cp >> 7 & 127)));
    buf_putc(b, (char)(1 + (cp & 127)));
}

/* First, second and third weight of one character. */
static void weigh(uint32_t cp, Buf *first, Buf *second, Buf *third)
{
    Tone tone;
    uint32_t low = (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
    uint32_t base = letter_split(low, &tone);
    unsigned rank = alphabet_rank(base), weight = 2 + (unsigned)tone;
    if (base == 0xF0) rank = alphabet_rank(0x111), weight = 8;             /* Ð typed for Đ */
    if (!rank && letter_is_letter(base)) {                 /* ñ, ü, ç: the Latin letter with another mark */
        utf8proc_int32_t part[8];
        int last = 0;
        if (utf8proc_decompose_char((utf8proc_int32_t)base, part, 8, UTF8PROC_DECOMPOSE, &last) > 1)
            rank = alphabet_rank((uint32_t)part[0]);
        weight = 9 + base % 200;
    }
    if (rank) {
        buf_putc(first, (char)(0x80 + rank));
        buf_putc(second, (char)weight);
        buf_putc(third, low == cp ? 2 : 3);
        return;
    }
    if (cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' || cp == 0xA0) buf_putc(first, 0x10);
    else if (is_digit(cp)) buf_putc(first, (char)(0x60 + cp - '0'));
    else if (cp < 0x80 && cp && strchr(marks, (int)cp)) buf_putc(first, (char)(0x20 + (strchr(marks, (int)cp) - marks)));
    else put_cp(first, letter_is_letter(cp) ? 0xF0 : 0x50, cp);
    buf_putc(second, 2);
    buf_putc(third, 2);
}

void letter_sort_key(const char *s, size_t n, Buf *out)
{
    Buf text = {0}, second = {0}, third = {0};
    compose(s, n, &text);
    buf_room(out, text.n * 4 + 4);
    uint32_t cp;
    for (size_t i = 0; i < text.n;) {
        size_t k = text_decode(text.p + i, text.n - i, &cp);
        weigh(cp, out, &second, &third);
        i += k ? k : 1;
    }
    buf_putc(out, 1);
    buf_str(out, buf_view(&second));
    buf_putc(out, 1);
    buf_str(out, buf_view(&third));
    buf_putc(out, 1);
    buf_str(out, buf_view(&text));
    buf_free(&text);
    buf_free(&second);
    buf_free(&third);
}

int letter_compare(Str a, Str b)
{
    Buf x = {0}, y = {0};
    letter_sort_key(a.p, a.n, &x);
    letter_sort_key(b.p, b.n, &y);
    int c = memcmp(x.p, y.p, x.n < y.n ? x.n : y.n);
    if (!c) c = (x.n > y.n) - (x.n < y.n);
    buf_free(&x);
    buf_free(&y);
    return c;
}

/* --- case --- */

static uint32_t up(uint32_t c) { return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c); }
static uint32_t low(uint32_t c) { return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c); }

static void put(Buf *out, uint32_t cp)
{
    char b[4];
    buf_add(out, b, text_encode(cp, b));
}

void letter_sentence_case(const char *s, size_t n, Buf *out)
{
    Buf b = {0};
    compose(s, n, &b);
    uint32_t cp;
    size_t i = 0;
    while (i < b.n) {
        size_t k = text_decode(b.p + i, b.n - i, &cp);
        i += k ? k : 1;
        if (!k) continue;
        if (letter_is_letter(cp) || is_digit(cp)) {
            put(out, up(cp));
            break;
        }
        put(out, cp);
    }
    buf_add(out, b.p ? b.p + i : "", b.n - i);
    buf_free(&b);
}

static int has_lower(const char *s, size_t n)
{
    uint32_t cp;
    for (size_t i = 0, k; i < n; i += k) {
        k = text_decode(s + i, n - i, &cp);
        if (!k) k = 1;
        else if (up(cp) != cp) return 1;
    }
    return 0;
}

void letter_title_case(const char *s, size_t n, Buf *out)
{
    Buf b = {0};
    compose(s, n, &b);
    int shouted = !has_lower(b.p ? b.p : "", b.n);
    uint32_t cp;
    for (size_t i = 0; i < b.n;) {
        size_t k = text_decode(b.p + i, b.n - i, &cp), from = i, letters = 0;
        if (!k || !letter_is_letter(cp)) {
            buf_add(out, b.p + i, k ? k : 1);
            i += k ? k : 1;
            continue;
        }
        while (i < b.n && (k = text_decode(b.p + i, b.n - i, &cp)) && letter_is_letter(cp)) {
            i += k;
            letters++;
        }
        if (letters > 1 && letters <= 6 && !shouted && !has_lower(b.p + from, i - from)) {
            buf_add(out, b.p + from, i - from);
            continue;
        }
        for (size_t j = from; j < i; j += k) {
            k = text_decode(b.p + j, b.n - j, &cp);
            put(out, j == from ? up(cp) : low(cp));
        }
    }
    buf_free(&b);
}
