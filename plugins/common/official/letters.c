/* letters.c - Vietnamese letters for the layout: capitals, widths, what must not be broken; knows no document. */
#include "plugins/common/official/inside.h"
#include "plugins/common/writer.h"

static uint32_t upper_of(uint32_t c)
{
    if (c >= 'a' && c <= 'z') return c - 32;
    if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
    if (c >= 0x100 && c <= 0x137) return c & ~1U;
    if (c == 0x1A1 || c == 0x1B0) return c - 1;
    if (c >= 0x1EA0 && c <= 0x1EF9) return c & ~1U;
    return c;
}

static size_t encode(uint32_t c, char *to)
{
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (char)(0xC0 | c >> 6);
        to[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    to[0] = (char)(0xE0 | c >> 12);
    to[1] = (char)(0x80 | (c >> 6 & 0x3F));
    to[2] = (char)(0x80 | (c & 0x3F));
    return 3;
}

SenText letters_upper(Memory *m, SenText t)
{
    char *out = memory_take(m, t.n + 1);
    size_t n = 0;
    if (!out) return t;
    for (size_t i = 0; i < t.n;) {
        uint32_t c;
        size_t len = sentext_decode(t.p + i, t.n - i, &c);
        uint32_t up = upper_of(c);
        if (up == c || len == 1) {          /* bytes that are no character stay what they are */
            memcpy(out + n, t.p + i, len);
            if (len == 1) out[n] = (char)upper_of((unsigned char)t.p[i] < 0x80 ? (unsigned char)t.p[i] : 0x80);
            if (len == 1 && (unsigned char)t.p[i] >= 0x80) out[n] = t.p[i];
            n += len;
        } else {
            n += encode(up, out + n);       /* a capital takes as many bytes as its small letter */
        }
        i += len;
    }
    return (SenText){out, n};
}

SenText letters_trim(SenText t)
{
    while (t.n && (t.p[0] == ' ' || t.p[0] == '\t' || t.p[0] == '\n')) t.p++, t.n--;
    while (t.n && (t.p[t.n - 1] == ' ' || t.p[t.n - 1] == '\t' || t.p[t.n - 1] == '\n')) t.n--;
    return t;
}

SenText letters_join(Memory *m, SenText a, const char *between, SenText b)
{
    size_t n = strlen(between);
    char *out = memory_take(m, a.n + n + b.n + 1);
    if (!out) return a;
    if (a.n) memcpy(out, a.p, a.n);
    memcpy(out + a.n, between, n);
    if (b.n) memcpy(out + a.n + n, b.p, b.n);
    return (SenText){out, a.n + n + b.n};
}

int letters_begin(SenText t, const char *with)
{
    size_t n = strlen(with);
    return t.n >= n && !memcmp(t.p, with, n);
}

int letters_end(SenText t, const char *with)
{
    size_t n = strlen(with);
    return t.n >= n && !memcmp(t.p + t.n - n, with, n);
}

int letters_same(SenText a, const char *b)
{
    SenText t = {b, strlen(b)};
    while (a.n && t.n) {
        uint32_t x, y;
        size_t i = sentext_decode(a.p, a.n, &x), j = sentext_decode(t.p, t.n, &y);
        if (upper_of(x) != upper_of(y)) return 0;
        a.p += i, a.n -= i;
        t.p += j, t.n -= j;
    }
    return !a.n && !t.n;
}

/* --- what must stay in one piece --- */

static int is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/* A word of at most 40 bytes with "/" or "-" inside it, and a digit or a capital besides: a number and symbol, a date. */
static int is_whole(const char *p, size_t n)
{
    int mark = 0, sign = 0;
    if (n < 3 || n > 40) return 0;
    for (size_t i = 0; i < n; i++) {
        if ((p[i] == '/' || p[i] == '-') && i > 0 && i + 1 < n) mark = 1;
        if ((p[i] >= '0' && p[i] <= '9') || (p[i] >= 'A' && p[i] <= 'Z')) sign = 1;
        if (p[i] == ':' && i + 2 < n && p[i + 1] == '/') return 0;          /* an address of the web may break */
    }
    return mark && sign;
}

int letters_next_part(SenText t, size_t *at, SenText *part, int *whole)
{
    size_t from = *at, i = from;
    if (from >= t.n) return 0;
    *whole = 0;
    *at = t.n;
    while (i < t.n && !*whole) {
        while (i < t.n && t.p[i] != '/' && t.p[i] != '-') i++;              /* only a word with such a mark may be whole */
        if (i == t.n) break;
        size_t word = i, end = i;
        while (word > from && !is_space(t.p[word - 1])) word--;
        while (end < t.n && !is_space(t.p[end])) end++;
        if (is_whole(t.p + word, end - word)) {
            *whole = word == from;
            *at = *whole ? end : word;
            break;
        }
        i = end;
    }
    *part = (SenText){t.p + from, *at - from};
    return 1;
}

/* --- widths: thousandths of the size, of Times New Roman and of its metric twins --- */

static const uint16_t advance[2][95] = {
    {250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
     500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
     556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
     500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541},
    {250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
     500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
     611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500,
     556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520},
};

/* The letter without its marks, where the width is the same. */
static uint32_t base_of(uint32_t c)
{
    static const char viet[] = "AAAAAAAAAAAAEEEEEEEEIIOOOOOOOOOOOOUUUUUUUYYYY";          /* of U+1EA0 … U+1EF9, in pairs */
    static const char latin[] = "AAAAAA\0\0EEEEIIII\0\0OOOOO\0\0UUUUY\0\0";              /* of U+00C0 … U+00DF */
    static const struct { uint16_t big; char base; } others[] = {{0x102, 'A'}, {0x110, 'D'}, {0x128, 'I'}, {0x168, 'U'},
                                                                 {0x1A0, 'O'}, {0x1AF, 'U'}};
    if (c >= 0x1EA0 && c <= 0x1EF9) return (uint32_t)viet[(c - 0x1EA0) / 2] + (c & 1) * 32;
    if (c >= 0xC0 && c <= 0xFF) {
        uint32_t b = (unsigned char)latin[(c - 0xC0) & 31];
        return b ? b + (c >= 0xE0) * 32 : c;
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (c == others[i].big || c == others[i].big + 1U) return (uint32_t)others[i].base + (c != others[i].big) * 32;
    return c;
}

static uint32_t advance_of(uint32_t c, int bold)
{
    if (c >= 0x300 && c < 0x370) return 0;          /* a mark of its own stands over the letter before it */
    if (c >= 0x80) c = base_of(c);
    return c >= 32 && c < 127 ? advance[bold][c - 32] : c == 0x2026 ? 1000 : 500;
}

double letters_measure(SenText text, double size, int bold, double *widest)
{
    const uint16_t *plain = advance[bold != 0];
    uint64_t sum = 0, word = 0, most = 0;
    for (size_t i = 0; i < text.n;) {
        uint32_t c = (unsigned char)text.p[i], one;
        if (c >= 32 && c < 127) {
            one = plain[c - 32];
            i++;
        } else if (c == 0xE1 && i + 3 <= text.n) {              /* most Vietnamese letters */
            c = 0x1000 | (text.p[i + 1] & 0x3FU) << 6 | (text.p[i + 2] & 0x3FU);
            one = advance_of(c, bold != 0);
            i += 3;
        } else {
            i += sentext_decode(text.p + i, text.n - i, &c);
            one = advance_of(c, bold != 0);
        }
        sum += one;
        word = c == ' ' ? 0 : word + one;
        if (word > most) most = word;
    }
    double unit = size * 25.4 / 72 / 1000;
    *widest = (double)most * unit;
    return (double)sum * unit;
}

double official_text_width(SenText text, double size, int bold)
{
    double widest;
    return letters_measure(text, size, bold, &widest);
}

int official_is_address_read(const OffPara *p, size_t from, size_t to, SenText url)
{
    size_t n = 0;
    if (url.n > 7 && !memcmp(url.p, "mailto:", 7)) url = (SenText){url.p + 7, url.n - 7};
    for (size_t i = from; i < to; i++) {
        SenText t = p->runs[i].text;
        if (n + t.n > url.n || memcmp(url.p + n, t.p, t.n)) return 0;
        n += t.n;
    }
    return n == url.n;
}
