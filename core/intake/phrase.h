/* phrase.h - a text as words, numbers and marks, and phrases found in it; the ground of every fact scanner of this room.
 * Comparison is in lower case with accents; "hoà" and "hòa" are one. Phrases in tables are written in lower case, NFC. */
#ifndef SEN_INTAKE_PHRASE_H
#define SEN_INTAKE_PHRASE_H
#include <stddef.h>
#include <stdint.h>
#include "core/base/buf.h"

enum { TOK_OF_DATE = 1, TOK_OF_REFERENCE = 2 };        /* Tok.used */
typedef enum TokKind { TOK_WORD, TOK_NUMBER, TOK_MARK } TokKind;

typedef struct Tok {
    uint32_t at, len;                      /* in the text */
    uint32_t low, low_len;                 /* in Toks.low: its lower-case form */
    unsigned char kind, capital, space;    /* capital: first letter; space: white space stands before it */
    unsigned char used;                    /* claimed by a scanner (a reference, a date) */
} Tok;

typedef struct Toks {
    const char *text;
    Tok *v;
    size_t n, cap;
    Buf low, raw;
} Toks;

void phrase_split(Toks *t, const char *text, size_t n);        /* reuses the memory of an earlier call */
void phrase_free(Toks *t);
size_t phrase_at(const Toks *t, size_t i, const char *phrase); /* how many tokens it takes at i, 0 = not there */
size_t phrase_any(const Toks *t, size_t i, const char *const *list);   /* the longest of a NULL-ended list */
int phrase_is(const Toks *t, size_t i, const char *word);      /* one token equals word; 0 beyond the end */
int phrase_mark(const Toks *t, size_t i, char c);              /* one token is this ASCII mark */
int phrase_dash(const Toks *t, size_t i);                      /* "-", "–", "—", "−" */
int phrase_number(const Toks *t, size_t i, long *value);       /* a run of at most 9 digits */
void phrase_lower(const char *s, size_t n, Buf *out);          /* lower case in the tone style of the tables; appended */
#endif
