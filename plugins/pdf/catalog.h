/* catalog.h - what cairo 1.16 cannot say in a PDF: the language of the text, the title in the window; knows no document. */
#ifndef SEN_PDF_CATALOG_H
#define SEN_PDF_CATALOG_H
#include <glib.h>
/* Adds them to the catalog of a PDF that cairo wrote, offsets kept right. Leaves bytes it does not know as they are. */
void catalog_finish(GByteArray *pdf);
#endif
