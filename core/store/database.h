/* database.h - what the files of this room share: the connection, its statements, its schema. Not for other rooms.
 * sqlite3.h is included here only, with the session extension switched on. */
#ifndef SEN_STORE_DATABASE_H
#define SEN_STORE_DATABASE_H
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <time.h>
#include "core/base/buf.h"
#include "core/store/store.h"

/* A schema is a value, so that a test can bring a later one and prove the migration machinery. */
typedef struct SchemaObject { const char *type, *name, *table, *sql; } SchemaObject;
typedef struct SchemaStep { int from; const char *const *sql; } SchemaStep;       /* from -> from + 1; sql ends with NULL */
typedef struct Schema {
    int version;
    const SchemaObject *objects; size_t n_objects;
    const SchemaStep *steps;     size_t n_steps;
    const char *const *tracked;  size_t n_tracked;       /* tables the journal watches and undo restores */
} Schema;
const Schema *schema_current(void);
int schema_make(Store *s, const Schema *schema, Err *e);             /* creates all objects; inside a transaction */
int schema_check(Store *s, const Schema *schema, Err *e);            /* anything unknown, missing or altered: SEN5004 */
int schema_upgrade(Store *s, const Schema *schema, int from, Err *e);    /* all steps in one transaction */

enum { STATEMENTS = 128, APPLICATION_ID = 0x53454E31 };              /* "SEN1" */

typedef struct Cached { const char *sql; sqlite3_stmt *stmt; } Cached;   /* sql: the literal, found by its address */

struct Store {
    sqlite3 *db;
    char *path, *full, *backup;                          /* as given; absolute; of a migration, or NULL */
    const Schema *schema;
    StoreMode mode;
    Cached cached[STATEMENTS];
    struct timespec deadline;
    int sealed;                                          /* 0 while opening, creating, migrating: pragmas and DDL allowed */
    int bad_text;                                        /* a row held what this program never writes */
    int bind_rc;                                         /* of a bind that failed; told by the next db_row */
    int reading, writing;                                /* an open transaction */
    int changed;
    /* the open command */
    sqlite3_session *session;
    Arena *arena;                                        /* its texts */
    StoreCommand command;
    int64_t seq;
    Buf statements, rewrites, undone;                    /* packed */
    uint32_t n_statements, n_rewrites, n_undone;
};

/* db.c: one door to SQLite */
int db_open(Store *s, int create, Err *e);               /* flags, config, limits, authorizer; nothing read yet */
void db_close(Store *s);
int db_exec(Store *s, const char *sql, Err *e);
int db_int(Store *s, const char *sql, int64_t *out, Err *e);         /* the first column of the first row; 0 when none */
sqlite3_stmt *db_get(Store *s, const char *sql, Err *e);  /* a literal; kept prepared; reset; NULL on failure */
int db_row(Store *s, sqlite3_stmt *q, Err *e);           /* 1 = a row, 0 = done (and reset), -1 = failed (and reset) */
int db_do(Store *s, sqlite3_stmt *q, Err *e);            /* runs to the end; 0/-1 */
void db_bind(Store *s, sqlite3_stmt *q, int i, const char *text);  /* NULL = NULL; the text must live until the step */
void db_bind_int(Store *s, sqlite3_stmt *q, int i, int64_t v);
void db_bind_date(Store *s, sqlite3_stmt *q, int i, Date d);       /* ISO text, DATE_NONE = NULL */
void db_bind_blob(Store *s, sqlite3_stmt *q, int i, const void *p, size_t n);
const char *db_text(Store *s, sqlite3_stmt *q, int i, Arena *a);     /* NULL = NULL; bad UTF-8 sets bad_text */
Str db_bytes(Store *s, sqlite3_stmt *q, int i, Arena *a);            /* a blob; p NULL = NULL */
Date db_date(Store *s, sqlite3_stmt *q, int i);
int db_word(Store *s, sqlite3_stmt *q, int i, const char *(*name)(int), int n);   /* index of a closed word; else bad_text */
int db_fail(Store *s, int rc, Err *e);                   /* sets e from a result code; -1 */
int db_sound(Store *s, Err *e);                          /* -1 and SEN5003 when bad_text was set since the last call */
void db_deadline(Store *s, int seconds);
int db_writable(Store *s, Err *e);                       /* -1 unless a command is open */

/* store.c */
Store *store_open_schema(const char *path, StoreMode mode, const Schema *schema, Err *e);
int store_copy_to(Store *s, const char *full, const char *shown, Err *e);    /* a new file, checked and synced */

/* entry.c: one entry of the journal as its hash sees it */
typedef struct Entry {
    int64_t seq;
    const char *at, *who, *command;
    int final;
    const void *changes; size_t n_changes;               /* the changeset */
    Buf rows;                                            /* change rows, statements, rewrites, undone, packed in that order */
} Entry;
void entry_add_change(Buf *rows, const char *what, const char *id, const char *before, const char *after);
void entry_add_statement(Buf *rows, const char *path, const char *text);
void entry_add_bytes(Buf *b, Str bytes);                 /* p NULL is kept apart from "" */
void entry_add_rewrite(Buf *rows, const char *path, Str before, Str after);
void entry_add_undone(Buf *rows, int64_t seq);
void entry_hash(const Entry *x, const char *before, char hex[65]);
/* Loads an entry and compares its hash: 1 sound, 0 not (or not there), -1. Everything lives in `a` but rows (the caller's). */
int entry_verify(Store *s, int64_t seq, Arena *a, Entry *x, Err *e);

/* undo.c, replay.c */
int journal_check(Store *s, Findings *f, Err *e);
int replay_check(Store *s, Findings *f, Err *e);
/* A growing list in an arena-independent block: LIST_ADD(v, n) gives a zeroed new last entry. */
void *list_room(void *v, size_t n, size_t size);
#define LIST_ADD(v, n) ((v) = list_room((v), (n), sizeof *(v)), &(v)[(n)++])
void *list_keep(void *v, size_t n, size_t size, Arena *a);           /* moves a list into the arena, frees the block */

/* In a function that lists rows (s, q, a, e): column i as text; and the tail of it, into the arena, -1 when reading failed. */
#define TEXT(i) db_text(s, q, (i), a)
#define KEEP(list, k, out, n, rc)                          \
    (*(out) = list_keep((list), (k), sizeof *(list), a), *(n) = (k), (rc) < 0 ? -1 : db_sound(s, e))
#endif
