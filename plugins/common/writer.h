/* writer.h - gathers small writes before they go to the host's sink; knows no format. Compiled into each C plugin. */
#ifndef SEN_COMMON_WRITER_H
#define SEN_COMMON_WRITER_H
#include "core/abi/sen_plugin.h"
#include <string.h>

typedef struct Writer {
    const SenHost *host;
    SenSink *sink;
    size_t n;
    int failed;                /* 1 once the host refused: further writes do nothing */
    int copying;               /* what is written is kept in `copy`, too: */
    char *copy;                /* malloc'd; NULL = nothing yet, or memory is short */
    size_t copy_n, copy_cap, from;                         /* from: in buf, not copied yet */
    char buf[8192];
} Writer;

void writer_start(Writer *w, const SenHost *host, SenSink *sink);
void writer_add_slow(Writer *w, const char *p, size_t n);      /* when it does not fit: flushes first */
void writer_copy_begin(Writer *w);
char *writer_copy_end(Writer *w, size_t *n);               /* free it; NULL when memory was short or the host refused */
void writer_int(Writer *w, long long n);
int writer_finish(Writer *w);  /* flushes; 0, or -1 when any write failed */

/* In the header, so that the length of a literal is known where it is written. */
static inline void writer_add(Writer *w, const char *p, size_t n)
{
    if (n > sizeof w->buf - w->n) {
        writer_add_slow(w, p, n);
        return;
    }
    memcpy(w->buf + w->n, p, n);
    w->n += n;
}

static inline void writer_char(Writer *w, char c)
{
    if (w->n == sizeof w->buf) writer_add_slow(w, &c, 1);
    else w->buf[w->n++] = c;
}

static inline void writer_puts(Writer *w, const char *s) { writer_add(w, s, strlen(s)); }
static inline void writer_text(Writer *w, SenText t) { if (t.n) writer_add(w, t.p, t.n); }

int sentext_is(SenText t, const char *s);
SenText sentext_option(const SenHost *h, const SenOptions *o, const char *key);    /* "" when not set */
/* The length of the character at p (n bytes left) and its value; bad bytes give 1 and U+FFFD. */
size_t sentext_decode(const char *p, size_t n, uint32_t *cp);
#endif
