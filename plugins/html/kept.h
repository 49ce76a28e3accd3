/* kept.h - the bytes of blocks that are the same in many documents (SenEvent.same): made once, written again. */
#ifndef SEN_HTML_KEPT_H
#define SEN_HTML_KEPT_H
#include "plugins/common/writer.h"

typedef struct KeptBlock {
    uint64_t same;
    char *bytes;               /* malloc'd, as are the texts */
    size_t n;
    int reads_heading;         /* it names the heading before it: */
    SenText heading;
    int sets_heading;          /* the last heading inside: */
    SenText heading_after;
} KeptBlock;

typedef struct Kept Kept;
Kept *kept_new(void);                                      /* NULL when memory is short: nothing is kept then */
void kept_free(Kept *k);                                   /* takes NULL */
const KeptBlock *kept_find(const Kept *k, uint64_t same);  /* NULL = none */
/* Takes bytes over (they are freed when there is no room) and copies the texts. */
void kept_add(Kept *k, KeptBlock b);
#endif
