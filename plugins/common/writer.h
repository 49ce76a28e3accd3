/* writer.h - gathers small writes before they go to the host's sink; knows no format. Compiled into each C plugin. */
#ifndef SEN_COMMON_WRITER_H
#define SEN_COMMON_WRITER_H
#include "core/abi/sen_plugin.h"

typedef struct Writer {
    const SenHost *host;
    SenSink *sink;
    size_t n;
    int failed;                /* 1 once the host refused: further writes do nothing */
    char buf[8192];
} Writer;

void writer_start(Writer *w, const SenHost *host, SenSink *sink);
void writer_add(Writer *w, const char *p, size_t n);
void writer_puts(Writer *w, const char *s);
void writer_text(Writer *w, SenText t);
void writer_char(Writer *w, char c);
void writer_int(Writer *w, long long n);
int writer_finish(Writer *w);  /* flushes; 0, or -1 when any write failed */

int sentext_is(SenText t, const char *s);
SenText sentext_option(const SenHost *h, const SenOptions *o, const char *key);    /* "" when not set */
/* The length of the character at p (n bytes left) and its value; bad bytes give 1 and U+FFFD. */
size_t sentext_decode(const char *p, size_t n, uint32_t *cp);
#endif
