/* show_json.h - what `show WHAT` prints, as JSON items in stable order; the keys are cli-contract.md's. */
#ifndef SEN_APP_SHOW_JSON_H
#define SEN_APP_SHOW_JSON_H
#include <jansson.h>
#include "core/app/session.h"

typedef struct What {
    const char *en, *vi;                                   /* "tasks", "nhiem-vu" */
    const char *one;                                       /* what one is called in messages, Vietnamese */
    int (*items)(Session *s, const Model *m, const char *unit, json_t *list, Err *e);   /* NULL: all of `kind` */
    Kind kind;
    int needs_unit;                                        /* 0: the same for all units */
    const char *const *columns;                            /* keys of the text form, NULL-ended; the first is the id */
} What;

const What *what_find(const char *name);                   /* by either name, folded; NULL */
/* Says that there is no such thing, the nearest name (NULL = none) and the command that lists them; returns -1. */
int what_unknown(Cli *c, const char *what, const char *id, const char *near, Err *e);
int what_items(const What *w, Session *s, const Model *m, const char *unit, json_t *list, Err *e);   /* appended; 0/-1 */
const char *what_names(Cli *c);                            /* all, for messages; in the arena */
/* {"schema":"sen-WHAT/1","unit":…,"items":…}; takes items. */
json_t *what_wrap(const What *w, const char *unit, json_t *items);
#endif
