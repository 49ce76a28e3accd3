/* value.h - one value as scripts, templates and JSON see it; knows no Lua, no SQL, no Markdown.
 *
 * Values are small and copied by value; what they point to lives in an arena named by whoever made them. */
#ifndef SEN_MODEL_VALUE_H
#define SEN_MODEL_VALUE_H
#include <stdint.h>
#include "core/base/buf.h"
#include "core/base/date.h"

typedef struct Value Value;
typedef struct ObjectType ObjectType;

typedef enum ValueType {
    VAL_NONE,                  /* missing: not zero, not "" */
    VAL_BOOL, VAL_INT, VAL_NUMBER,
    VAL_TEXT,                  /* NFC */
    VAL_DATE,
    VAL_WORD,                  /* one of a closed list: text is the English id ("xa"), label what people read ("xã") */
    VAL_LIST,                  /* values, 1-based for scripts */
    VAL_MAP,                   /* text -> value, ordered */
    VAL_OBJECT,                /* a task, the unit, the plan …: fields by name through its type */
    VAL_FUNCTION               /* a script function, by its number in its script state */
} ValueType;

typedef struct ValuePair { Str key; const Value *value; } ValuePair;

struct Value {
    ValueType type;
    uint32_t count;                              /* LIST, MAP: entries */
    union {
        int64_t i;                               /* BOOL, INT, FUNCTION */
        double d;
        Date date;
        Str text;                                /* TEXT; WORD: the id */
        const Value *list;
        const ValuePair *map;
        const void *self;                        /* OBJECT */
    } u;
    union {
        const char *label;                       /* WORD: the label in the user's language */
        const ObjectType *type;                  /* OBJECT */
    } x;
};

/* How an object is read. All functions may be NULL. Objects are read-only. */
struct ObjectType {
    const char *name;                            /* "task" */
    int (*get)(const void *self, Str field, Value *out);      /* 1 = known field (the value may be NONE), 0 = unknown */
    const char *const *(*fields)(const void *self, size_t *n);   /* names, for suggestions and for printing */
    Str (*text)(const void *self);               /* what {{ object }} prints: its title */
    const char *(*address)(const void *self);    /* "task:action-month", the provenance id; may give NULL */
    /* Where a field stands in every object of this type, so that a template looks a name up once: its place for get_at, or -1
     * (computed or unknown: ask get). Both or neither. */
    int (*place)(const void *self, Str field);
    void (*get_at)(const void *self, int place, Value *out);
};

/* The word messages have for a type: "nil", "text", "list" … */
const char *value_type_name(ValueType t);

/* A figure that is not for others to read: a word that says so ("<5"). No comparison with it holds, nothing is computed of it. */
#define VALUE_HIDDEN "ẩn (số nhỏ)"
Value value_hidden(const char *says);            /* borrowed: VALUE_HIDDEN, or "<5" */
int value_is_hidden(const Value *v);

static inline Value value_none(void) { return (Value){.type = VAL_NONE}; }
static inline Value value_text(Str s) { return (Value){.type = VAL_TEXT, .u.text = s}; }
static inline Value value_int(int64_t i) { return (Value){.type = VAL_INT, .u.i = i}; }
static inline Value value_bool(int b) { return (Value){.type = VAL_BOOL, .u.i = b != 0}; }
static inline Value value_number(double d) { return (Value){.type = VAL_NUMBER, .u.d = d}; }
static inline Value value_date(Date d) { return d == DATE_NONE ? value_none() : (Value){.type = VAL_DATE, .u.date = d}; }
#endif
