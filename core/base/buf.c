/* buf.c - a growing run of bytes. */
#include "core/base/buf.h"
#include "core/base/mem.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Str str_trim(Str s)
{
    while (s.n && (s.p[0] == ' ' || s.p[0] == '\t')) s.p++, s.n--;
    while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t')) s.n--;
    return s;
}

void buf_free(Buf *b)
{
    if (!b) return;
    free(b->p);
    *b = (Buf){0};
}

void buf_clear(Buf *b)
{
    b->n = 0;
    if (b->p) b->p[0] = 0;
}

void buf_room(Buf *b, size_t more)
{
    if (more > SIZE_MAX / 4 || b->n > SIZE_MAX / 4) mem_out();
    size_t need = b->n + more + 1;
    if (need <= b->cap) return;
    size_t cap = b->cap ? b->cap : 64;
    while (cap < need) cap *= 2;
    b->p = mem_resize(b->p, cap);
    b->cap = cap;
}

void buf_add(Buf *b, const void *p, size_t n)
{
    if (n >= b->cap || b->n + n + 1 > b->cap) buf_room(b, n);
    if (n) memcpy(b->p + b->n, p, n);
    b->n += n;
    b->p[b->n] = 0;
}

void buf_puts(Buf *b, const char *s)
{
    if (s) buf_add(b, s, strlen(s));
}

void buf_putc(Buf *b, char c)
{
    if (b->n + 2 > b->cap) buf_room(b, 1);
    b->p[b->n++] = c;
    b->p[b->n] = 0;
}

void buf_str(Buf *b, Str s) { buf_add(b, s.p, s.n); }

void buf_number(Buf *b, long long v, int width)
{
    char digits[32];
    int n = 0;
    unsigned long long u = v < 0 ? 0 - (unsigned long long)v : (unsigned long long)v;
    for (; u || n < width || !n; u /= 10) {
        if (n == (int)sizeof digits - 1) break;
        digits[sizeof digits - 1 - (size_t)n++] = (char)('0' + u % 10);
    }
    if (v < 0) buf_putc(b, '-');
    buf_add(b, digits + sizeof digits - (size_t)n, (size_t)n);
}

void buf_printf(Buf *b, const char *fmt, ...)
{
    va_list ap, again;
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    if (n > 0) {
        buf_room(b, (size_t)n);
        vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
        b->n += (size_t)n;
    }
    va_end(again);
    va_end(ap);
}

const char *buf_text(const Buf *b) { return b->p ? b->p : ""; }
Str buf_view(const Buf *b) { return (Str){buf_text(b), b->n}; }
