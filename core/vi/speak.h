/* speak.h - a running text as a loudspeaker reads it: numbers, dates, symbols and abbreviations written out in words.
 *
 * Order of what is recognised: document numbers, dates and ranges, times, phone numbers, money, percent, numbers, Roman
 * numerals after a word that wants one (phần, quý, khóa …), abbreviations. Everything else stays as it is. */
#ifndef SEN_VI_SPEAK_H
#define SEN_VI_SPEAK_H
#include <stddef.h>
#include "core/base/buf.h"
#include "core/vi/speak_table.h"

void speak_text(const Speak *s, const char *text, size_t n, Buf *out);   /* s may be NULL */
/* Abbreviations only; numbers stay: for texts that are read on paper. */
void speak_expand_text(const Speak *s, const char *text, size_t n, Buf *out);

/* Words in capitals of `text` that no table knows, one per line, each once: what a person should add. */
void speak_unknown(const Speak *s, const char *text, size_t n, Buf *out);
/* Seconds to read a text aloud after speak_text, at `per_minute` syllables (0 = 180), with pauses for . , ; : and lines. */
int speak_seconds(const Speak *s, const char *text, size_t n, int per_minute);
#endif
