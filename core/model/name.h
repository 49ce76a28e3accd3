/* name.h - the second half of the bilingual table: names that scripts and templates read rather than declare: the values of a
 * run, fields of plans and clauses, cross references, methods of queries, functions of sen.*, filters. Knows no Lua.
 * Data: names.def. The first half (what is declared) is word.h; help, annotations and the reference are made from both. */
#ifndef SEN_MODEL_NAME_H
#define SEN_MODEL_NAME_H
#include <stddef.h>
#include "core/base/buf.h"
#include "core/base/err.h"

typedef enum Place {
    PLACE_ROOT,                /* values a run, a rule or a hook begins with */
    PLACE_QUERY,               /* methods of lists and queries */
    PLACE_TEST,                /* inside where { field = { … } } */
    PLACE_PLAN, PLACE_CLAUSE, PLACE_REFERENCE, PLACE_SPAN, PLACE_ACTOR, PLACE_GOAL,    /* an imported plan and its parts */
    PLACE_VALUE,               /* a recorded figure */
    PLACE_TASK, PLACE_ITEM, PLACE_CHECKLIST, PLACE_INDICATOR, PLACE_MATERIAL, PLACE_SCHEDULE, PLACE_EVENT, PLACE_BODY,
    PLACE_LEGAL, PLACE_NARRATIVE,          /* cross references: what stands behind, beside or under a thing */
    PLACE_ANY,                 /* fields every declared thing has */
    PLACE_DATE, PLACE_AGENDA,
    PLACE_SEN, PLACE_VI, PLACE_POST, PLACE_LINT,    /* sen.x, sen.vi.x, sen.text.x, sen.lint.x */
    PLACE_HOOK, PLACE_TERM,    /* fields of sen.hook { … }, sen.lint.term { … } */
    PLACE_DOC, PLACE_NODE,     /* documents as outputs and hooks see them */
    PLACE_FILTER,              /* {{ x | filter }} */
    PLACES
} Place;

typedef struct Name {
    Place place;
    const char *en, *vi, *read;            /* "due_before", "han_truoc", "hạn trước" */
    const char *type;                      /* as editors read it: "sen.query", "fun(n: integer): sen.query" */
    const char *help_vi, *help_en;
    const char *example_vi, *example_en;   /* "" = none; one line that runs */
} Name;

const Name *name_all(size_t *n);
const Name *name_find(Place p, const char *s, size_t n);       /* by either spelling, exactly; NULL = none */
const char *name_near(Place p, const char *s);                 /* for a suggestion, NULL = none */
const char *name_place_title(Place p, Lang lang);              /* «phương thức của truy vấn» */
const char *name_place_prefix(Place p, Lang lang);             /* "plan.", "sen.vi.", ":" – what stands before */

/* made from it (name_help.c) */
int name_help(const char *topic, Lang lang, Buf *out);         /* found without accents; -1 = unknown topic */
const char *name_help_near(const char *topic);                 /* the nearest topic, NULL = none */
void name_print_topics(Lang lang, Buf *out);
void name_print_luacheck(Buf *out);                            /* only the lines of names */
void name_print_meta(Buf *out);
void name_print_reference(Lang lang, Buf *out);
#endif
