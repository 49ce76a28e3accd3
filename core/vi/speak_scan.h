/* speak_scan.h - a place in a Vietnamese text and what stands around it; shared by speak.c and figure.c, knows no meanings. */
#ifndef SEN_VI_SPEAK_SCAN_H
#define SEN_VI_SPEAK_SCAN_H
#include <stddef.h>
#include <stdint.h>
#include "core/base/buf.h"
#include "core/vi/speak_table.h"

/* The text being read (NFC, n bytes, now at i), and where it goes. */
typedef struct Scan {
    const Speak *s;
    const char *p;
    size_t n, i;
    size_t plain;                          /* no address begins before this byte */
    Buf *out;
} Scan;

int scan_digit_at(const Scan *c, size_t i);
uint32_t scan_cp_at(const Scan *c, size_t i);              /* 0 past the end */
int scan_letter_at(const Scan *c, size_t i);
size_t scan_take_number(const Scan *c, size_t i, size_t most, int *v);   /* at most `most` digits at i: count and value */
size_t scan_skip_spaces(const Scan *c, size_t i);
size_t scan_skip_dash(const Scan *c, size_t i);            /* over a dash of any length with its spaces; i when there is none */
int scan_listed(Str word, const char *list);               /* is word, in lower case, one of "ngày|từ|đến" */
Str scan_word_before(const Scan *c, size_t i);             /* "" when there is none on this line */
Str scan_word_after(const Scan *c, size_t i);
int scan_before_is(const Scan *c, const char *list);
#endif
