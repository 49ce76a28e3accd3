/* places.h - the pages of a Book as lines of text, for expectations that people can read; knows no PDF. */
#ifndef SEN_PDF_PLACES_H
#define SEN_PDF_PLACES_H
#include "plugins/pdf/book.h"

/* "=== page WIDTH HEIGHT", then each line of text as "X Y text" in points from the top left corner of the paper (Y: its foot). */
void places_write(Book *b, GByteArray *out);
#endif
