/* word.h - THE bilingual table: kinds, verbs, fields and values with their English name, unaccented alias, type and help.
 * Checks, `sen help`, editor annotations and the manual are made from it; it knows no Lua and no file. Data: words.def,
 * choices.def. */
#ifndef SEN_MODEL_WORD_H
#define SEN_MODEL_WORD_H
#include <stddef.h>
#include "core/base/buf.h"
#include "core/base/err.h"

typedef enum Kind {
    KIND_WORKSPACE, KIND_UNIT, KIND_BODY, KIND_TASK, KIND_ITEM, KIND_CHECKLIST, KIND_INDICATOR, KIND_MATERIAL, KIND_SCHEDULE,
    KIND_EVENT, KIND_MEMBER, KIND_LEGAL, KIND_NARRATIVE, KIND_RULE, KIND_LOCK, KIND_LAYOUT, KIND_HOLIDAY, KINDS
} Kind;

typedef enum Verb { VERB_DECLARE, VERB_EDIT, VERB_ADD, VERB_REMOVE, VERB_WAIVE, VERBS } Verb;

typedef enum FieldType {
    FIELD_TEXT,                /* VAL_TEXT, may hold {{ holes }} */
    FIELD_TEXTS,               /* VAL_LIST of VAL_TEXT */
    FIELD_ID, FIELD_IDS,       /* VAL_WORD {id, label} or VAL_LIST of them; Field.target says of which kind (KINDS = any id) */
    FIELD_DATE,                /* VAL_DATE; with choices also VAL_WORD */
    FIELD_RULE,                /* VAL_TEXT: a date rule as written, resolved by model/due.h */
    FIELD_PERIOD,              /* VAL_TEXT: a period as written, resolved by model/due.h */
    FIELD_INT, FIELD_NUMBER, FIELD_BOOL,
    FIELD_CHOICE, FIELD_CHOICES,   /* VAL_WORD or VAL_LIST of them */
    FIELD_TARGETS,             /* VAL_LIST of VAL_MAP {level=WORD, year=INT, value=NUMBER, unit=TEXT, text=TEXT} */
    FIELD_CLAUSE,              /* VAL_MAP {find=LIST of TEXT, node=LIST of TEXT}, one or both */
    FIELD_ONLY,                /* VAL_MAP {kind=, unit=, parent=} each a LIST of TEXT */
    FIELD_FUNCTION,            /* VAL_FUNCTION */
    FIELD_MAP,                 /* VAL_MAP text -> TEXT, INT, NUMBER, BOOL or LIST of them */
    FIELD_ITEMS,               /* the children of a task or checklist; no slot of its own */
    FIELD_TYPES
} FieldType;

/* A value of a closed list. `read` is the Vietnamese reading with accents and what documents print ("xã"). */
typedef struct Choice { const char *name, *alias, *read, *label_en; } Choice;
typedef struct ChoiceList {
    const char *name;
    const Choice *v;
    size_t n;
    int open;                  /* 1 = other ids are allowed too (outputs come from a registry) */
} ChoiceList;

enum { FLAG_COMPUTED = 1,      /* set by Sen, not by scripts */
       FLAG_NEEDED = 2,        /* a declaration without it is an error */
       FLAG_STATEMENT = 4 };   /* belongs to the statement (why, approver, expires), not to the thing */

typedef struct Field {
    const char *name, *alias, *read;     /* "due", "han", "hạn" */
    FieldType type;
    const ChoiceList *choices;           /* NULL = none; for FIELD_MAP the known keys */
    Kind target;                         /* FIELD_ID, FIELD_IDS */
    int flags;
    const char *help_vi, *help_en;
    const char *example;                 /* the right-hand side as written in a script: "\"20/11\"" */
    const char *both;                    /* for messages: the reading ERR_BOTH the English name */
} Field;

typedef struct KindWord {
    const char *name, *alias, *read;
    const char *plural;                  /* "tasks": the name in templates and `show` */
    const Field *fields;                 /* fields[0] is the title (or name): the string without a key */
    size_t n;
    const char *help_vi, *help_en;
    const char *example_en, *example_vi; /* one statement in each spelling */
    const char *both;                    /* as in Field */
} KindWord;

typedef struct VerbWord {
    const char *name, *alias, *read, *help_vi, *help_en, *example_en, *example_vi, *both;
} VerbWord;

const KindWord *word_kind(Kind k);
const VerbWord *word_verb(Verb v);
int word_find_kind(const char *name);                     /* either spelling, folded; also plurals; -1 = none */
int word_find_verb(const char *name);                     /* -1 = none; VERB_DECLARE has no name */
/* A field of a kind by either spelling, accents and case folded; "title" and "name" are one. -1 = none. */
int word_find_field(Kind k, const char *name, size_t n);
int word_find_field_exact(Kind k, const char *name, size_t n);   /* by the exact English name or alias only (scripts) */
const Field *word_field(Kind k, size_t i);
size_t word_field_count(Kind k);
/* The fields that belong to a statement: why, approver, expires; -1 = none. */
enum { WORD_WHY, WORD_APPROVER, WORD_EXPIRES, WORD_STATEMENT_FIELDS };
int word_find_statement_field(const char *name, size_t n);
const Field *word_statement_field(size_t i);

/* either spelling or the reading, folded; NULL = none */
const Choice *word_find_choice(const ChoiceList *l, const char *text, size_t n);
const ChoiceList *word_choices(const char *list_name);    /* NULL = none */
const char *word_choice_label(const ChoiceList *l, const char *name, Lang lang);   /* NULL = unknown */
const char *word_type_name(FieldType t, Lang lang);       /* "một danh sách chữ" */
const char *word_type_both(FieldType t);                  /* for messages: in Vietnamese ERR_BOTH in English */

/* The nearest known name, or NULL: borrowed, from the table. */
const char *word_near_kind(const char *name);
const char *word_near_verb(const char *name);
const char *word_near_field(Kind k, const char *name);
const char *word_near_choice(const ChoiceList *l, const char *text);

/* --- made from the table (word_help.c) --- */
int word_help(const char *topic, Lang lang, Buf *out);    /* found without accents; -1 = unknown topic */
const char *word_help_near(const char *topic);            /* the nearest topic, NULL = none */
/* The example of a field with its values and keys in the spelling of the language. */
void word_print_example(const Field *f, Lang lang, Buf *out);
void word_print_topics(Lang lang, Buf *out);
void word_print_meta(Buf *out);                           /* scripts/meta/sen.d.lua */
void word_print_luacheck(Buf *out);                       /* .luacheckrc */
void word_print_reference(Lang lang, Buf *out);           /* the reference page, Markdown */
#endif
