/* taking_words.h - one change between two versions of a layer, in a line for people; and of a decision that waits. */
#ifndef SEN_APP_TAKING_WORDS_H
#define SEN_APP_TAKING_WORDS_H
#include "core/app/compare.h"

const char *taking_words_head(ChangeKind k, Lang lang);            /* a format with one %zu */
void taking_words_line(const Change *x, Lang lang, Buf *out);
/* «gốc «A» · bản mới «B» · của đơn vị «C»»: each cut to a line. */
void taking_words_three(const char *base, const char *theirs, const char *mine, Lang lang, Buf *out);
const char *taking_words_kind(const char *kind, Lang lang);        /* of a proposal: what is to be decided */
#endif
