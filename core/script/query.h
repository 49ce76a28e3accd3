/* query.h - inside the script room: lazy, ordered queries over lists of the model. A query is an immutable chain of steps over a
 * list; nothing is looked at until something is asked of it, and then the answer is kept with it. Objects are never copied.
 *
 * User values of a query: 1 the query it was made from, 2 what its step needs (tests, keys, a function), 3 the answer. */
#ifndef SEN_SCRIPT_QUERY_H
#define SEN_SCRIPT_QUERY_H
#include "core/script/lua_value.h"

#define KEY_QUERY "sen.query"

typedef enum QueryOp {
    QUERY_ROOT, QUERY_WHERE, QUERY_EXCEPT, QUERY_SEARCH, QUERY_DUE, QUERY_LATE, QUERY_OF, QUERY_ORDER, QUERY_REVERSE,
    QUERY_LIMIT, QUERY_SKIP
} QueryOp;

enum { QUERY_CHAIN = 60, QUERY_TESTS = 32, QUERY_KEYS = 8, QUERY_WANTED = 1000 };

typedef struct Query {
    QueryOp op;
    unsigned run;
    int length;                            /* steps up to and with this one */
    Value list;                            /* the list it all began with */
    lua_Integer n;                         /* LIMIT, SKIP */
    Date from, to;                         /* DUE, both counted; DATE_NONE = open */
    Value of;                              /* OF: an object */
    Date today;                            /* LATE */
    uint32_t at;                           /* where `for x in query` stands */
} Query;

/* The places in `list` of what a query gives, in order: lives in a userdata that whoever asks keeps on the stack. */
typedef struct QueryRows { uint32_t n; uint32_t v[]; } QueryRows;

/* --- what where { … } is compiled to --- */

typedef enum TestOp { TEST_SAME, TEST_OTHER, TEST_LEAST, TEST_MOST, TEST_ABOVE, TEST_BELOW, TEST_FROM, TEST_TO, TEST_HAS } TestOp;
typedef enum TestOf { OF_SLOT, OF_NAME, OF_STATUS } TestOf;

typedef struct Test {
    TestOp op;
    TestOf of;
    size_t slot;
    Str name;
    double number;
    Date day;
    uint32_t n;
    Value *wanted;                         /* SAME, OTHER: any of these; HAS: one text */
} Test;

typedef struct Tests {
    const ObjectType *type;                /* the slots are of this type */
    uint32_t n;
    Test v[QUERY_TESTS];
} Tests;

/* query.c */
Query *query_at(lua_State *L, int idx);    /* a live query at idx, or an error; NULL = not a query */
Query *query_push(lua_State *L, int parent, QueryOp op);   /* a further step; parent 0 = a root without a list yet */
/* Runs it; leaves the userdata of its rows on the stack. most = 0: all; else it may stop when it has so many. */
const QueryRows *query_run(lua_State *L, int idx, uint32_t most);
Value query_row(lua_State *L, const Query *q, uint32_t place);         /* the object (ids are followed) */
void query_give(lua_State *L, uint32_t rows);              /* counts rows handed to the script; raises at the quota */
int query_open(lua_State *L);              /* the metatable and the methods (lua_query.c) */
int query_method(lua_State *L, Str name);  /* pushes the method of this name; 0 = there is none, nothing pushed */
void query_push_list(lua_State *L, Value list);            /* a query over a whole list */
/* The rows as a list of values in `a`. */
Value query_collect(lua_State *L, int idx, Arena *a);

int query_push_row(lua_State *L, const Query *q, const QueryRows *rows, uint32_t i);       /* nil past the end; returns 1 */

/* query_group.c */
int query_group(lua_State *L, const Query *q);             /* q stands at 1, the field or function at 2 */

/* query_test.c, query_match.c: where { … } and the other filters */
/* Compiles the table at `idx` for things like `list`; leaves what the tests need on the stack (for user value 2). */
void query_compile_tests(lua_State *L, const Value *list, int idx);
Str query_field_arg(lua_State *L, const Query *q);         /* argument 2 as the name of a field these things have */
/* Does x pass this step? needs: index of user value 2. */
int query_pass(lua_State *L, const Query *q, int needs, const Value *x);
Date query_due_day(lua_State *L, const Value *x);          /* the day a thing is due; DATE_NONE */
Date query_take_day(lua_State *L, int idx);                /* a date, or a text in any spelling of a date rule; or an error */
Date query_today(lua_State *L);

/* query_sort.c */
/* Arguments first … top of ORDER, checked; leaves the keys on the stack (for user value 2). */
void query_compile_keys(lua_State *L, const Value *list, int first, int top);
void query_sort(lua_State *L, const Query *q, int needs, QueryRows *rows);
#endif
