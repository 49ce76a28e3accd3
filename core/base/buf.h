/* buf.h - a growing run of bytes, and a borrowed one; knows nothing of encodings. */
#ifndef SEN_BASE_BUF_H
#define SEN_BASE_BUF_H
#include <stddef.h>
#include <string.h>

/* Borrowed bytes: not NUL-terminated, valid as long as their owner. */
typedef struct Str {
    const char *p;
    size_t n;
} Str;

static inline Str str_of(const char *s) { return s ? (Str){s, strlen(s)} : (Str){"", 0}; }
static inline int str_eq(Str a, Str b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }
static inline int str_is(Str a, const char *b) { return str_eq(a, str_of(b)); }
Str str_trim(Str s);                           /* without the spaces and tabs around it */

/* Owned bytes: always NUL-terminated after the first write, so b->p is a C string ("" before it). */
typedef struct Buf {
    char *p;
    size_t n, cap;
} Buf;

void buf_free(Buf *b);                         /* takes NULL; leaves an empty Buf */
void buf_clear(Buf *b);                        /* length 0, memory kept */
void buf_room(Buf *b, size_t more);            /* makes room for `more` bytes and the NUL */
void buf_add(Buf *b, const void *p, size_t n);
void buf_puts(Buf *b, const char *s);          /* NULL adds nothing */
void buf_putc(Buf *b, char c);
void buf_str(Buf *b, Str s);
void buf_number(Buf *b, long long v, int width);   /* decimal, at least `width` digits */
void buf_printf(Buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
const char *buf_text(const Buf *b);            /* the bytes as a C string, "" when empty; borrowed */
Str buf_view(const Buf *b);
#endif
