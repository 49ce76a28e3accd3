/* compare.h - one unit's model with the lower layer as it was and as it is: what the layer changed,
    and what of it meets the unit's
 * own statements. Two models in, a list out; writes nothing. */
#ifndef SEN_APP_COMPARE_H
#define SEN_APP_COMPARE_H
#include "core/app/admit.h"
#include "core/model/model.h"

typedef enum ChangeKind {
    CHANGE_NEW, CHANGE_GONE, CHANGE_VALUE,     /* of the layer alone: nobody here touched it */
    CHANGE_MERGED,                             /* a list both changed: both hold */
    CHANGE_SAME,                               /* the layer now says what the unit says: the statement is not needed any more */
    CHANGE_FIELD,                              /* both set it, differently: to be decided */
    CHANGE_REFUSED,                            /* the unit's statement does not hold any more: locked, another type … */
    CHANGE_LOST,                               /* what the statement is about is gone */
    CHANGE_REMOVED,                            /* the unit removed what the layer changed */
    CHANGE_TWIN,                               /* the unit's own thing has the id of a new one */
    CHANGE_BLOCK, CHANGE_FILE                  /* of templates: taking_text.c */
} ChangeKind;
const char *change_word(ChangeKind k);         /* "field", "lost" …: as proposals name it */

typedef struct Change {
    ChangeKind kind;
    const char *unit;                          /* "" = the workspace */
    const char *address, *field;               /* field: its English name; of templates the line; may be NULL */
    const char *base, *theirs, *mine, *note;   /* as people read them; NULL = nothing */
    Kind of;                                   /* what the address is */
    const char *path;
    int at;                                    /* place of the field, -1 = none */
    const char *file;                          /* where the unit's statement stands */
    int line;
} Change;

typedef struct Changes { Arena *arena; Change *v; size_t n, cap; } Changes;
Change *changes_add(Changes *c, ChangeKind kind, const char *unit);
void changes_free(Changes *c);                 /* the list */

typedef struct CompareSide { const Model *m; size_t from; } CompareSide;   /* layers from `from` on are looked at as the unit's */
/* said: what was reported while `now` was made; its texts explain refusals. lower 1 = also list what nobody here touched. */
void compare_models(Changes *out, CompareSide old, CompareSide now, const char *unit, const Admit *admit, const Findings *said,
                    int lower, Lang lang);
#endif
