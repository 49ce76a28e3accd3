/* xml_write.c - escaping for XML 1.0: everything that keeps a text a text. */
#include "plugins/common/xml/xml_write.h"
#include "plugins/common/writer.h"
#include <stdlib.h>

static const size_t most = (size_t)256 * 1024 * 1024;

void xml_free(Xml *x)
{
    free(x->p);
    *x = (Xml){0};
}

void xml_add_slow(Xml *x, const char *p, size_t n)
{
    if (x->failed || !n) return;
    size_t cap = (x->n + n) * 2 + 4096;
    char *bigger = n > most || x->n > most ? NULL : realloc(x->p, cap);
    if (!bigger) {
        x->failed = 1;
        x->cap = x->n;              /* nothing fits any more: every write comes here and does nothing */
        return;
    }
    x->p = bigger;
    x->cap = cap;
    memcpy(x->p + x->n, p, n);
    x->n += n;
}

/* What a byte needs: 0 nothing, 1 an entity, 2 drop it, 3 look at the whole character, 4 a letter of two or three bytes that
 * is fine when its rest is (the Latin and Vietnamese letters). */
#define SIXTEEN(v) v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v
static const unsigned char need_of[256] = {
    2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 2, 2, 1, 2, 2, SIXTEEN(2),                                     /* 0: tab, line end, CR */
    0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0,   /* 20: " & ' < > */
    SIXTEEN(0), SIXTEEN(0), SIXTEEN(0), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2,             /* 40 … 7F */
    SIXTEEN(3), SIXTEEN(3), SIXTEEN(3), SIXTEEN(3),                                                 /* 80 … BF */
    3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3,   /* C0: C3 … D7 */
    3, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, SIXTEEN(3),                                     /* E0: E1 */
};

/* The length of a letter that need_of found likely; 0 when its rest is not what it should be. */
static size_t plain_length(const char *p, size_t n)
{
    size_t len = (unsigned char)p[0] == 0xE1 ? 3 : 2;
    if (n < len || (p[1] & 0xC0) != 0x80 || (len == 3 && (p[2] & 0xC0) != 0x80)) return 0;
    return len;
}

static int is_forbidden(uint32_t c)
{
    return (c >= 0x80 && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || (c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFDD0 && c <= 0xFDEF) ||
           (c & 0xFFFE) == 0xFFFE || c > 0x10FFFF || c == 0xFEFF;
}

static const char *entity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\r': return "&#13;";
    default: return "&#39;";
    }
}

/* 1 when the character is well formed and longer than a byte of nonsense. */
static int is_good(const char *p, size_t len, uint32_t c)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    return len > 1 && len < sizeof least / sizeof *least && c >= least[len] && (unsigned char)p[0] >= 0xC2 && !is_forbidden(c);
}

/* From i on: the first byte that is not plain text for sure. */
static size_t plain_end(const unsigned char *p, size_t i, size_t n)
{
    for (;;) {
        while (i < n && !need_of[p[i]]) i++;
        if (i + 3 > n || need_of[p[i]] != 4 || (p[i + 1] & 0xC0) != 0x80) return i;
        if (p[i] != 0xE1) i += 2;
        else if ((p[i + 2] & 0xC0) == 0x80) i += 3;
        else return i;
    }
}

void xml_text(Xml *x, SenText t)
{
    size_t from = 0, i = 0;
    while ((i = plain_end((const unsigned char *)t.p, i, t.n)) < t.n) {
        unsigned char kind = need_of[(unsigned char)t.p[i]];
        size_t len = 1;
        if (kind == 4 && (len = plain_length(t.p + i, t.n - i))) {
            i += len;
            continue;
        }
        if (kind >= 3) {
            uint32_t c;
            len = sentext_decode(t.p + i, t.n - i, &c);
            if (is_good(t.p + i, len, c)) {
                i += len;
                continue;
            }
        }
        xml_add(x, t.p + from, i - from);
        if (kind == 1) xml_puts(x, entity(t.p[i]));
        i += len;
        from = i;
    }
    if (t.n > from) xml_add(x, t.p + from, t.n - from);
}

void xml_int(Xml *x, long long v)
{
    char text[24];
    size_t n = sizeof text;
    unsigned long long u = v < 0 ? 0ULL - (unsigned long long)v : (unsigned long long)v;
    do text[--n] = (char)('0' + u % 10); while (u /= 10);
    if (v < 0) text[--n] = '-';
    xml_add(x, text + n, sizeof text - n);
}

void xml_attr_begin(Xml *x, const char *name, size_t n)
{
    xml_add(x, " ", 1);
    xml_add(x, name, n);
    xml_add(x, "=\"", 2);
}
