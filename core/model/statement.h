/* statement.h - one statement of a script as it was written: verb, kind, path and raw fields; knows no Lua.
 * Values are raw here (texts, numbers, lists, maps, functions); model_apply gives them their types. */
#ifndef SEN_MODEL_STATEMENT_H
#define SEN_MODEL_STATEMENT_H
#include "core/base/mem.h"
#include "core/model/entity.h"

typedef struct StatementField {
    const char *name;                  /* as written; "" = the string without a key (the title) */
    StepOp op;                         /* STEP_SET, or with = add {…} / remove {…} */
    Value value;
    int line, col;                     /* 0 = that of the statement */
} StatementField;

typedef struct Statement {
    Verb verb;
    Kind kind;
    const char *path;                  /* as written: "action-month", "action-month/plan", "task:x.due" of a lock */
    int layer;
    const char *file;                  /* as shown to the user */
    int line;
    int broken;                        /* its mistakes are reported: only its id counts, so that no one misses it */
    StatementField *fields;
    size_t n, cap;
} Statement;

/* The statements of one or more files, in order; everything lives in `arena` (the caller's). */
typedef struct Statements {
    Arena *arena;
    Statement *v;                      /* owned: statements_free */
    size_t n, cap;
} Statements;

void statements_init(Statements *s, Arena *a);
void statements_free(Statements *s);                       /* the list, not the arena */
Statement *statements_add(Statements *s, Verb v, Kind k, const char *path);
StatementField *statement_add_field(Statements *s, Statement *st, const char *name, StepOp op, Value v, int line);
#endif
