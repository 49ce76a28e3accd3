/* read_text.c - what is added to text that grows, and letters of the Latin alphabet one by one; knows no document. */
#include "plugins/docx/read.h"
#include <stdlib.h>
#include <string.h>

void text_puts(Text *t, const char *s) { text_add(t, s, strlen(s)); }

void text_put(Text *t, uint32_t cp)
{
    char b[4];
    size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    static const unsigned char LEAD[] = {0, 0, 0xC0, 0xE0, 0xF0};
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000)) return;
    for (size_t i = n; i-- > 1; cp >>= 6) b[i] = (char)(0x80 | (cp & 0x3F));
    b[0] = (char)(n == 1 ? cp : LEAD[n] | cp);
    text_add(t, b, n);
}

void text_clear(Text *t)
{
    t->n = 0;
    if (t->p) t->p[0] = 0;
}

const char *text_of(const Text *t) { return t->p ? t->p : ""; }

int text_is_blank(const char *s)
{
    for (; *s; s++)
        if (*s != ' ' && *s != '\t' && *s != '\n' && memcmp(s, "\xC2\xA0", 2)) return 0;
        else if ((unsigned char)*s == 0xC2) s++;
    return 1;
}

size_t text_decode_one(const char *s, size_t n, uint32_t *cp)
{
    const unsigned char *u = (const unsigned char *)s;
    size_t k = u[0] < 0x80 ? 1 : u[0] >= 0xF0 ? 4 : u[0] >= 0xE0 ? 3 : u[0] >= 0xC0 ? 2 : 0;
    *cp = 0xFFFD;
    if (!k || k > n) return 1;
    uint32_t c = k == 1 ? u[0] : u[0] & (0xFFu >> (k + 1));
    for (size_t i = 1; i < k; i++) {
        if ((u[i] & 0xC0) != 0x80) return 1;
        c = c << 6 | (u[i] & 0x3F);
    }
    *cp = c;
    return k;
}

uint32_t text_upper_one(uint32_t c)
{
    if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
    if (c >= 0xE0 && c <= 0xFE) return c == 0xF7 ? c : c - 32;
    if (c == 0x1B0) return 0x1AF;
    if ((c >= 0x100 && c < 0x138) || (c >= 0x14A && c < 0x178) || c == 0x1A1) return c & ~1u;
    return c >= 0x1E00 && c < 0x1F00 && !(c >= 0x1E96 && c < 0x1EA0) ? c & ~1u : c;
}

char *text_copy(const char *s)
{
    size_t n = s ? strlen(s) + 1 : 0;
    char *p = n ? malloc(n) : NULL;
    if (p) memcpy(p, s, n);
    return p;
}
