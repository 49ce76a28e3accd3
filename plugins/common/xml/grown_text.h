/* grown_text.h - a text that grows while a part is read; knows no XML.
 * That memory was refused is kept in `failed` and asked for at the end; the text then stays as it was. */
#ifndef SEN_COMMON_GROWN_TEXT_H
#define SEN_COMMON_GROWN_TEXT_H
#include <stddef.h>

typedef struct Text { char *p; size_t n, cap; int failed; } Text;      /* {0} is empty; p ends with NUL, NULL = nothing yet */
void text_add(Text *t, const char *s, size_t n);
void text_free(Text *t);                   /* empty again */
#endif
