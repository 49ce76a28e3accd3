/* writer.c - buffered writing to the sink, and small helpers over SenText. */
#include "plugins/common/writer.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void writer_start(Writer *w, const SenHost *host, SenSink *sink)
{
    w->host = host;
    w->sink = sink;
    w->n = 0;
    w->failed = w->copying = 0;
}

static void copy_add(Writer *w, const char *p, size_t n)
{
    if (w->copying < 0) return;
    if (n > w->copy_cap - w->copy_n) {
        size_t cap = (w->copy_n + n) * 2;
        char *more = realloc(w->copy, cap);
        if (!more) {
            w->copying = -1;
            return;
        }
        w->copy = more;
        w->copy_cap = cap;
    }
    if (n) memcpy(w->copy + w->copy_n, p, n);
    w->copy_n += n;
}

static void copy_buffer(Writer *w)
{
    copy_add(w, w->buf + w->from, w->n - w->from);
    w->from = w->n;
}

void writer_copy_begin(Writer *w)
{
    w->copying = 1;
    w->copy = NULL;
    w->copy_n = w->copy_cap = 0;
    w->from = w->n;
}

char *writer_copy_end(Writer *w, size_t *n)
{
    copy_buffer(w);
    int bad = w->copying < 0 || w->failed;
    w->copying = 0;
    *n = w->copy_n;
    if (!bad) return w->copy;
    free(w->copy);
    return NULL;
}

static void flush(Writer *w)
{
    if (w->copying) copy_buffer(w);
    w->from = 0;
    if (!w->failed && w->n && w->host->write(w->sink, w->buf, w->n) != 0) w->failed = 1;
    w->n = 0;
}

void writer_add_slow(Writer *w, const char *p, size_t n)
{
    flush(w);
    if (n <= sizeof w->buf) {
        memcpy(w->buf, p, n);
        w->n = n;
        return;
    }
    if (w->copying) copy_add(w, p, n);
    if (!w->failed && w->host->write(w->sink, p, n) != 0) {
        w->failed = 1;
    }
}

void writer_int(Writer *w, long long n)
{
    char text[24];
    int len = snprintf(text, sizeof text, "%lld", n);
    writer_add(w, text, (size_t)len);
}

int writer_finish(Writer *w)
{
    flush(w);
    return w->failed ? -1 : 0;
}

int sentext_is(SenText t, const char *s) { return t.n == strlen(s) && (t.n == 0 || !memcmp(t.p, s, t.n)); }

SenText sentext_option(const SenHost *h, const SenOptions *o, const char *key)
{
    SenText value = {"", 0};
    h->option(o, (SenText){key, strlen(key)}, &value);
    return value;
}

size_t sentext_decode(const char *p, size_t n, uint32_t *cp)
{
    const unsigned char *s = (const unsigned char *)p;
    size_t len = s[0] < 0x80 ? 1 : s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : s[0] >= 0xC0 ? 2 : 0;
    *cp = 0xFFFD;
    if (len == 0 || len > n) return 1;
    uint32_t c = len == 1 ? s[0] : s[0] & (0x7Fu >> len);
    for (size_t i = 1; i < len; i++) {
        if ((s[i] & 0xC0) != 0x80) return 1;
        c = c << 6 | (s[i] & 0x3F);
    }
    *cp = c;
    return len;
}
