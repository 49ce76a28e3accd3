/* text.h - UTF-8 text: validity, NFC, folding away accents, ids, near names; knows no Vietnamese grammar (vi/ does).
 *
 * Text inside Sen is valid UTF-8 in NFC. text_clean makes it so at every door. */
#ifndef SEN_BASE_TEXT_H
#define SEN_BASE_TEXT_H
#include <stddef.h>
#include <stdint.h>
#include "core/base/buf.h"

/* Decodes the character at s (n bytes left) into *cp; returns its length, or 0 when it is not valid UTF-8. */
size_t text_decode(const char *s, size_t n, uint32_t *cp);
size_t text_encode(uint32_t cp, char out[4]);                  /* returns the length; cp must be a scalar value */
int text_valid(const char *s, size_t n, size_t *bad_at);       /* 1 = valid; else 0 and the offset of the bad byte */
size_t text_cut(const char *s, size_t n);                      /* the largest length <= n that does not split a character */

/* Appends s in NFC. Returns 0; -1 when it is not valid UTF-8 or has a run of more than 30 combining marks. */
int text_nfc(const char *s, size_t n, Buf *out);

/* Appends s in lower case without marks (đ -> d), for comparing what people type: "Bình đẳng" -> "binh dang".
 * Runs of white space, "_" and "-" become one space; other characters stay. */
void text_fold(const char *s, size_t n, Buf *out);
int text_same_folded(const char *a, const char *b);            /* 1 when both fold to the same */
int text_find_folded(const char *hay, size_t n, const char *needle);   /* 1 when needle, folded, stands in hay */
void text_lower(const char *s, size_t n, Buf *out);            /* Unicode lower case, accents kept */
void text_upper(const char *s, size_t n, Buf *out);

/* An id from a name: "Phường An Hòa" -> "phuong-an-hoa": folded, every other character a "-", none doubled or at an end. */
void text_slug(const char *s, size_t n, Buf *out);
int text_is_id(const char *s);                                 /* [a-z0-9][a-z0-9_-]{0,63} */

size_t text_length(const char *s, size_t n);                   /* characters as a person counts them (graphemes) */
size_t text_next_grapheme(const char *s, size_t n, size_t at); /* the offset after the grapheme that starts at `at` */
int text_width(const char *s, size_t n);                       /* columns on a terminal */

/* 1 for the marks that turn the direction of a text, so that a line reads as what it is not. */
static inline int text_is_bidi(uint32_t cp) { return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069); }

/* Makes s valid UTF-8 in place: an unfinished last character is cut off, any other bad byte becomes "?". NULL is left alone. */
void text_scrub(char *s);

/* Appends s as it is safe to show on a terminal or in a log: C0, C1, bidi and zero-width characters escaped as \u{..},
 * at most `most` bytes, cut between characters with "…". */
void text_show(const char *s, size_t most, Buf *out);
void text_show_lines(const char *s, size_t n, Buf *out);       /* the same for n bytes, uncut; tabs and line ends stay */

/* The nearest of `names` to `word` (edit distance on folded text, at most a third of its length), or NULL. */
const char *text_nearest(const char *word, const char *const *names, size_t n);
#endif
