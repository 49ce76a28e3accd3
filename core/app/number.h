/* number.h - numbers as people type them in Vietnam: «1.234», «1.234,5», «12,5»; kept exact as decimal text. */
#ifndef SEN_APP_NUMBER_H
#define SEN_APP_NUMBER_H
#include "core/base/buf.h"
#include "core/base/err.h"

/* Appends the plain decimal ("1234.5"). Dots group thousands, the comma is the decimal mark; a single dot that cannot be a
 * group («12.5») is the decimal mark. Negative numbers, two commas, uneven groups are refused. 0/-1. */
int number_parse(const char *s, Buf *out, Err *e);
/* A period: 2026, 2026-Q2, 2026-06 (also Q2/2026, quý II/2026, 06/2026) in its one spelling. 0/-1. */
int number_parse_period(const char *s, Buf *out, Err *e);
#endif
