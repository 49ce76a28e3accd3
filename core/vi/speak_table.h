/* speak_table.h - the abbreviations a voice knows: the built-in ones and added pairs; knows no running text. */
#ifndef SEN_VI_SPEAK_TABLE_H
#define SEN_VI_SPEAK_TABLE_H
#include "core/base/buf.h"

typedef struct Speak Speak;                                /* a table of abbreviations: the built-in one and added pairs */
Speak *speak_new(void);
void speak_free(Speak *s);                                 /* takes NULL */
void speak_add(Speak *s, const char *abbreviation, const char *words);   /* copied; a later pair wins over an earlier one */
void speak_set_south(Speak *s, int on);                     /* «lẻ» and «ngàn» for «linh» and «nghìn» */
int speak_south(const Speak *s);                            /* 0 for NULL */
const char *speak_expand(const Speak *s, Str word);        /* «UBND» -> «Ủy ban nhân dân», NULL when unknown; s NULL = built in */
#endif
