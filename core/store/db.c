/* db.c - the one door to SQLite: hardened open, prepared statements, and result codes turned into errors; knows no tables. */
#include "core/store/database.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* --- limits of time --- */

void db_deadline(Store *s, int seconds)
{
    clock_gettime(CLOCK_MONOTONIC, &s->deadline);
    s->deadline.tv_sec += seconds;
}

static int on_progress(void *self)
{
    const Store *s = self;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec > s->deadline.tv_sec || (now.tv_sec == s->deadline.tv_sec && now.tv_nsec > s->deadline.tv_nsec);
}

/* --- what SQL may do --- */

static int is_one_of(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (word && !sqlite3_stricmp(word, *list)) return 1;
    return 0;
}

static int authorize(void *self, int action, const char *a, const char *b, const char *database, const char *trigger)
{
    static const char *const journal[] = {"command", "change", "statement", "rewrite", "undone", NULL};
    static const char *const pragmas[] = {"table_info", "table_xinfo", "defer_foreign_keys", "quick_check", "integrity_check",
                                          "foreign_key_check", "max_page_count", NULL};
    static const char *const functions[] = {"load_extension", "fts3_tokenizer", "edit", "writefile", "readfile", NULL};
    const Store *s = self;
    (void)database;
    (void)trigger;
    switch (action) {
    case SQLITE_SELECT: case SQLITE_READ: case SQLITE_TRANSACTION: case SQLITE_SAVEPOINT: case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return is_one_of(b, functions) ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA:
        return !s->sealed || is_one_of(a, pragmas) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_INSERT:
        return !s->sealed || sqlite3_strnicmp(a, "sqlite_", 7) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_UPDATE: case SQLITE_DELETE:                /* the journal is written once */
        if (is_one_of(a, journal)) return SQLITE_DENY;
        return !s->sealed || sqlite3_strnicmp(a, "sqlite_", 7) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_ATTACH: case SQLITE_DETACH: case SQLITE_CREATE_VTABLE: case SQLITE_DROP_VTABLE:
        return SQLITE_DENY;
    default:
        return s->sealed ? SQLITE_DENY : SQLITE_OK;       /* CREATE, DROP, ALTER, REINDEX, ANALYZE */
    }
}

/* --- open --- */

static int set_config(sqlite3 *db)
{
    static const struct { int what, on; } config[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1}, {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0}, {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0}, {SQLITE_DBCONFIG_ENABLE_FKEY, 1}, {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
    };
    for (size_t i = 0; i < sizeof config / sizeof *config; i++) {
        int rc = sqlite3_db_config(db, config[i].what, config[i].on, NULL);
        if (rc != SQLITE_OK) return rc;
    }
    return SQLITE_OK;
}

static void set_limits(sqlite3 *db)
{
    static const struct { int what, most; } limit[] = {
        {SQLITE_LIMIT_LENGTH, 16 << 20}, {SQLITE_LIMIT_SQL_LENGTH, 100000}, {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 50}, {SQLITE_LIMIT_COMPOUND_SELECT, 5}, {SQLITE_LIMIT_VDBE_OP, 250000},
        {SQLITE_LIMIT_ATTACHED, 0}, {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100}, {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
        {SQLITE_LIMIT_WORKER_THREADS, 0}, {SQLITE_LIMIT_VARIABLE_NUMBER, 100}, {SQLITE_LIMIT_FUNCTION_ARG, 16},
    };
    for (size_t i = 0; i < sizeof limit / sizeof *limit; i++) sqlite3_limit(db, limit[i].what, limit[i].most);
}

int db_open(Store *s, int create, Err *e)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
                SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX;
    if (create) flags |= SQLITE_OPEN_CREATE;
    sqlite3_hard_heap_limit64(256 << 20);
    db_deadline(s, 30);
    int rc = sqlite3_open_v2(s->full, &s->db, flags, NULL);   /* full begins with "/": never taken for a URI */
    if (rc == SQLITE_OK) rc = set_config(s->db);
    if (rc != SQLITE_OK) return db_fail(s, rc, e);
    set_limits(s->db);
    sqlite3_set_authorizer(s->db, authorize, s);
    sqlite3_progress_handler(s->db, 20000, on_progress, s);
    sqlite3_busy_timeout(s->db, 5000);
    return 0;
}

void db_close(Store *s)
{
    for (size_t i = 0; i < STATEMENTS; i++) {
        sqlite3_finalize(s->cached[i].stmt);
        s->cached[i] = (Cached){0};
    }
    sqlite3_close_v2(s->db);
    s->db = NULL;
}

/* --- statements --- */

int db_fail(Store *s, int rc, Err *e)
{
    const char *name = path_base(s->path);
    int system = s->db ? sqlite3_system_errno(s->db) : 0;
    switch (rc & 0xff) {
    case SQLITE_BUSY: case SQLITE_LOCKED: return err_set(e, SEN5005, "%s", name);
    case SQLITE_FULL: return err_set(e, SEN5006, "%s", name);
    case SQLITE_READONLY: case SQLITE_PERM: return err_set(e, SEN5007, "%s", name);
    case SQLITE_CANTOPEN: return err_set(e, system == ENOENT ? SEN5009 : SEN5007, "%s", name);
    case SQLITE_CORRUPT: case SQLITE_FORMAT: return err_set(e, SEN5003, "%s", name);
    case SQLITE_NOTADB: return err_set(e, SEN5001, "%s", name);
    case SQLITE_IOERR:
        if (rc == SQLITE_IOERR_NOMEM) return err_set(e, SEN5020, "%s", name);
        if (system == ENOSPC || system == EDQUOT) return err_set(e, SEN5006, "%s", name);
        return err_set(e, SEN5008, "%s" ARG "%s", name, strerror(system));
    case SQLITE_NOMEM: return err_set(e, SEN5020, "%s", name);
    case SQLITE_CONSTRAINT:                               /* keys come from counters of the file: a twin means they are damaged */
        if (rc == SQLITE_CONSTRAINT_PRIMARYKEY || rc == SQLITE_CONSTRAINT_ROWID) return err_set(e, SEN5003, "%s", name);
        return err_set(e, SEN9999, "sqlite %d: %s", rc, s->db ? sqlite3_errmsg(s->db) : "");
    case SQLITE_TOOBIG: return err_set(e, SEN5016, "%s", name);
    case SQLITE_ERROR:                                    /* the one way SQLite words a damaged schema format byte */
        if (s->db && !strcmp(sqlite3_errmsg(s->db), "unsupported file format")) return err_set(e, SEN5003, "%s", name);
        return err_set(e, SEN9999, "sqlite %d: %s", rc, s->db ? sqlite3_errmsg(s->db) : "");
    case SQLITE_INTERRUPT: return err_set(e, SEN5019, "%s", name);
    default: return err_set(e, SEN9999, "sqlite %d: %s", rc, s->db ? sqlite3_errmsg(s->db) : "");
    }
}

int db_exec(Store *s, const char *sql, Err *e)
{
    db_deadline(s, 30);
    int rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
    return rc == SQLITE_OK ? 0 : db_fail(s, rc, e);
}

int db_int(Store *s, const char *sql, int64_t *out, Err *e)
{
    sqlite3_stmt *q = NULL;
    *out = 0;
    db_deadline(s, 30);
    int rc = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL);
    if (rc == SQLITE_OK) {
        rc = sqlite3_step(q);
        if (rc == SQLITE_ROW) *out = sqlite3_column_int64(q, 0);
        rc = sqlite3_finalize(q);
    }
    return rc == SQLITE_OK ? 0 : db_fail(s, rc, e);
}

sqlite3_stmt *db_get(Store *s, const char *sql, Err *e)
{
    size_t i = ((uintptr_t)sql >> 3) % STATEMENTS, tries = 0;
    while (s->cached[i].sql && s->cached[i].sql != sql && ++tries < STATEMENTS) i = (i + 1) % STATEMENTS;
    Cached *c = &s->cached[i];
    s->bind_rc = SQLITE_OK;
    if (c->sql == sql) {
        sqlite3_reset(c->stmt);
        sqlite3_clear_bindings(c->stmt);
        return c->stmt;
    }
    if (c->sql) {                                         /* full: the place is given to the new one */
        sqlite3_finalize(c->stmt);
        *c = (Cached){0};
    }
    db_deadline(s, 30);
    int rc = sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &c->stmt, NULL);
    if (rc != SQLITE_OK) {
        db_fail(s, rc, e);
        return NULL;
    }
    c->sql = sql;
    return c->stmt;
}

int db_row(Store *s, sqlite3_stmt *q, Err *e)
{
    if (!q) return -1;
    if (s->bind_rc != SQLITE_OK) return db_fail(s, s->bind_rc, e);
    if (!sqlite3_stmt_busy(q)) db_deadline(s, 30);
    int rc = sqlite3_step(q);
    if (rc == SQLITE_ROW) return 1;
    sqlite3_reset(q);
    return rc == SQLITE_DONE ? 0 : db_fail(s, rc, e);
}

int db_do(Store *s, sqlite3_stmt *q, Err *e)
{
    int rc;
    while ((rc = db_row(s, q, e)) > 0) continue;
    return rc;
}

static void bound(Store *s, int rc)
{
    if (rc != SQLITE_OK && s->bind_rc == SQLITE_OK) s->bind_rc = rc;
}

void db_bind(Store *s, sqlite3_stmt *q, int i, const char *text)
{
    if (q && text) bound(s, sqlite3_bind_text64(q, i, text, strlen(text), SQLITE_STATIC, SQLITE_UTF8));
}

void db_bind_int(Store *s, sqlite3_stmt *q, int i, int64_t v)
{
    if (q) bound(s, sqlite3_bind_int64(q, i, v));
}

void db_bind_date(Store *s, sqlite3_stmt *q, int i, Date d)
{
    if (!q || d == DATE_NONE) return;
    Buf b = {0};
    date_iso(d, &b);
    bound(s, sqlite3_bind_text(q, i, b.p, (int)b.n, SQLITE_TRANSIENT));
    buf_free(&b);
}

void db_bind_blob(Store *s, sqlite3_stmt *q, int i, const void *p, size_t n)
{
    if (q) bound(s, sqlite3_bind_blob64(q, i, n ? p : "", n, SQLITE_STATIC));
}

/* Most texts are short and plain: those need no decoder. */
static int is_ascii(const char *t, size_t n)
{
    unsigned char all = 0;
    int zero = 0;
    for (size_t i = 0; i < n; i++) {
        all |= (unsigned char)t[i];
        zero |= !t[i];
    }
    return all < 128 && !zero;
}

const char *db_text(Store *s, sqlite3_stmt *q, int i, Arena *a)
{
    const char *t = (const char *)sqlite3_column_text(q, i);
    if (!t) return NULL;
    size_t n = (size_t)sqlite3_column_bytes(q, i), at;
    if (!is_ascii(t, n) && (memchr(t, 0, n) || !text_valid(t, n, &at))) {
        s->bad_text = 1;
        return "";
    }
    return arena_text(a, t, n);
}

Str db_bytes(Store *s, sqlite3_stmt *q, int i, Arena *a)
{
    (void)s;
    if (sqlite3_column_type(q, i) == SQLITE_NULL) return (Str){0};
    size_t n = (size_t)sqlite3_column_bytes(q, i);
    const void *p = sqlite3_column_blob(q, i);
    return (Str){arena_text(a, p ? p : "", n), n};
}

Date db_date(Store *s, sqlite3_stmt *q, int i)
{
    const char *t = (const char *)sqlite3_column_text(q, i);
    if (!t) return DATE_NONE;
    Date d = date_parse(t, 0);
    if (d == DATE_NONE) s->bad_text = 1;
    return d;
}

int db_word(Store *s, sqlite3_stmt *q, int i, const char *(*name)(int), int n)
{
    const char *t = (const char *)sqlite3_column_text(q, i);
    for (int k = 0; t && k < n; k++)
        if (!strcmp(t, name(k))) return k;
    s->bad_text = 1;
    return 0;
}

int db_sound(Store *s, Err *e)
{
    if (!s->bad_text) return 0;
    s->bad_text = 0;
    return err_set(e, SEN5003, "%s", path_base(s->path));
}

int db_writable(Store *s, Err *e) { return s->writing ? 0 : err_set(e, SEN9999, "store: no command is open"); }

/* --- lists --- */

void *list_room(void *v, size_t n, size_t size)
{
    if ((n & (n - 1)) == 0) v = mem_resize(v, mem_mul(n ? n * 2 : 1, size));
    memset((char *)v + n * size, 0, size);
    return v;
}

void *list_keep(void *v, size_t n, size_t size, Arena *a)
{
    void *kept = arena_alloc(a, mem_mul(n, size));
    if (n) memcpy(kept, v, n * size);
    free(v);
    return kept;
}
