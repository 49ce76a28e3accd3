/* letter.h - Vietnamese letters, tones, syllables and sorting; any form of Unicode in, NFC out; knows no grammar. */
#ifndef SEN_VI_LETTER_H
#define SEN_VI_LETTER_H
#include <stddef.h>
#include <stdint.h>
#include "core/base/buf.h"

typedef enum Tone { TONE_NONE, TONE_HUYEN, TONE_HOI, TONE_NGA, TONE_SAC, TONE_NANG } Tone;   /* in the order of sorting */

/* Splits a composed character: «ậ» gives «â» and TONE_NANG; others give themselves and TONE_NONE. tone may be NULL. */
uint32_t letter_split(uint32_t cp, Tone *tone);
uint32_t letter_join(uint32_t base, Tone tone);            /* base itself when there is no such character */
int letter_is_vowel(uint32_t cp);                          /* a ă â e ê i o ô ơ u ư y, any tone and case */
int letter_is_letter(uint32_t cp);                         /* any letter (Latin with marks included) */

/* Spoken syllables of a text: runs of letters («ủy-ban» two); a run of digits counts the syllables of its number in words. */
size_t letter_count_syllables(const char *s, size_t n);

/* Sort key in the order of CLDR vi (a ă â b c d đ e ê …; then none huyền hỏi ngã sắc nặng; then lower before upper case):
 * compare two keys with memcmp, then by length. Invalid bytes sort as U+FFFD. */
void letter_sort_key(const char *s, size_t n, Buf *out);
int letter_compare(Str a, Str b);                          /* <0 0 >0; equal only when the texts are canonically equal */

/* Case, Vietnamese style. sentence: first letter upper, the rest as it is. title: every word's first letter upper, rest lower;
 * words in capitals of at most 6 letters without a lower-case letter stay (UBND) unless the whole text is in capitals. */
void letter_sentence_case(const char *s, size_t n, Buf *out);
void letter_title_case(const char *s, size_t n, Buf *out);
#endif
