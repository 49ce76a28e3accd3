/* expr_tree.h - the inside of an expression, for expr.c, expr_eval.c and expr_filter.c only. */
#ifndef SEN_PRESS_EXPR_TREE_H
#define SEN_PRESS_EXPR_TREE_H
#include "core/press/expr.h"

typedef enum ExprKind {
    EX_VALUE,                              /* a literal */
    EX_NAME, EX_FIELD, EX_INDEX,
    EX_NOT, EX_NEGATE, EX_LENGTH,
    EX_AND, EX_OR,
    EX_EQUAL, EX_UNEQUAL, EX_LESS, EX_LESS_EQUAL, EX_MORE, EX_MORE_EQUAL,
    EX_CONCAT, EX_ADD, EX_SUBTRACT, EX_MULTIPLY, EX_DIVIDE,
    EX_LUA
} ExprKind;

typedef struct Node Node;
struct Node {
    ExprKind kind;
    int col;                               /* column in the file */
    Str text;                              /* NAME, FIELD: the name */
    Value value;                           /* VALUE */
    Node *a, *b;
    int root;                              /* NAME: its ScopeName, -1 = a variable of a loop or unknown */
    uint8_t of_today;                      /* FIELD: a state, which the day decides */
    const ObjectType *type;                /* FIELD: the type of the object read last, and where the field stands in it */
    int place;
};

typedef enum FilterKind {
    FILTER_DATE, FILTER_NUMBER, FILTER_PERCENT, FILTER_MONEY, FILTER_UPPER, FILTER_LOWER, FILTER_TITLE, FILTER_SPELL,
    FILTER_ROMAN, FILTER_DEFAULT, FILTER_JOIN, FILTER_COUNT, FILTER_MARKDOWN, FILTER_KINDS
} FilterKind;

enum { FILTER_MOST = 8, EXPR_DEPTH = 60, EXPR_MOST = 2000 };

typedef struct Filter Filter;
struct Filter {
    FilterKind kind;
    int col;
    Node *arg;                             /* NULL = none */
    ExprLua *arg_lua;                      /* the argument as Lua, for no_oplist */
    Filter *next;
};

struct Expr {
    Node *root;                            /* NULL = only as Lua */
    ExprLua lua;                           /* the whole expression before its filters */
    Filter *filters;
    Str text;                              /* as written, filters included */
    const char *file;
    int line, col;
};

/* expr_filter.c */
int expr_filter_find(Str name, FilterKind *out);                /* 0/-1 */
const char *const *expr_filter_names(size_t *n);
int expr_filter_takes(FilterKind k, int *needs);                /* most arguments; *needs = least */
/* in -> out; arg NULL = none. Texts made live in `a`. */
int expr_filter_apply(FilterKind k, const Value *in, const Value *arg, Arena *a, Value *out, Err *e);
#endif
