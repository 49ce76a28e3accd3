/* consent.h - showing a text from elsewhere so that nothing in it can deceive, and asking a person about it; with nobody at a
 * terminal the answer is no. Knows no database. */
#ifndef SEN_APP_CONSENT_H
#define SEN_APP_CONSENT_H
#include "core/app/cli.h"

/* Every line with its number; control characters, marks that turn the direction and zero-width ones are shown as \u{..}. */
void consent_show(Cli *c, Str text);
/* 1 yes, 0 no, -1 nobody to ask. The question is printed to the terminal. */
int consent_ask(Cli *c, const char *vi, const char *en);
/* Does --hash name these bytes? At least 16 hex digits of their SHA-256. 1 = yes; 0 = not given; -1 and SEN8225 = another one. */
int consent_by_hash(Cli *c, const char *shown, const char *sha256, Err *e);
#endif
