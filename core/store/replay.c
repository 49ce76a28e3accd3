/* replay.c - does the database hold what the journal says was done? All entries are done again in memory and compared row by row.
 * Finds what page checks cannot: a changed letter in a row, a value edited from outside. */
#include "core/store/database.h"
#include "core/base/file.h"
#include <string.h>

static int on_conflict(void *self, int why, sqlite3_changeset_iter *it)
{
    (void)self;
    (void)why;
    (void)it;
    return SQLITE_CHANGESET_ABORT;
}

static int make_empty(Store *m, Err *e)
{
    if (db_open(m, 1, e) < 0 || db_exec(m, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF", e) < 0) return -1;
    if (schema_make(m, m->schema, e) < 0) return -1;
    return db_exec(m, "INSERT INTO clock VALUES(1, 0, 1, 0, 0, ''); BEGIN", e);
}

/* 0 = the same rows so far; the journal itself failing to replay is a finding, told once. */
static int do_again(Store *s, Store *m, Findings *f, int *failed, Err *e)
{
    int rc, sql = SQLITE_OK;
    sqlite3_stmt *q = db_get(s, "SELECT seq, changes FROM command ORDER BY seq", e);
    while ((rc = db_row(s, q, e)) > 0) {
        db_deadline(s, 60);
        db_deadline(m, 60);
        int n = sqlite3_column_bytes(q, 1);
        void *set = (void *)sqlite3_column_blob(q, 1);
        if (n) sql = sqlite3changeset_apply_v2(m->db, n, set, NULL, on_conflict, NULL, NULL, NULL, 0);
        if (sql == SQLITE_NOMEM) return db_fail(s, sql, e);
        if (sql != SQLITE_OK) {
            findings_add(f, SEN5025, s->path, 0, 0, NULL, "%lld", (long long)sqlite3_column_int64(q, 0));
            *failed = 1;
            sqlite3_reset(q);
            return 0;
        }
        if (db_exec(m, "UPDATE clock SET revision = revision + 1, entries = entries + 1", e) < 0) return -1;
    }
    return rc;
}

static int same_value(sqlite3_stmt *a, sqlite3_stmt *b, int i)
{
    int type = sqlite3_column_type(a, i);
    if (type != sqlite3_column_type(b, i)) return 0;
    if (type == SQLITE_NULL) return 1;
    if (type == SQLITE_INTEGER) return sqlite3_column_int64(a, i) == sqlite3_column_int64(b, i);
    const void *x = sqlite3_column_blob(a, i), *y = sqlite3_column_blob(b, i);
    int n = sqlite3_column_bytes(a, i);
    return n == sqlite3_column_bytes(b, i) && (!n || (x && y && !memcmp(x, y, (size_t)n)));
}

static sqlite3_stmt *all_rows(Store *s, const char *table, Err *e)
{
    char sql[120];
    sqlite3_stmt *q = NULL;
    sqlite3_snprintf(sizeof sql, sql, "SELECT * FROM \"%w\" ORDER BY 1, 2, 3, 4", table);
    if (sqlite3_stricmp(table, "setting") == 0 || sqlite3_stricmp(table, "unit_revision") == 0)
        sqlite3_snprintf(sizeof sql, sql, "SELECT * FROM \"%w\" ORDER BY 1, 2", table);
    db_deadline(s, 60);
    int rc = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL);
    if (rc != SQLITE_OK) db_fail(s, rc, e);
    return q;
}

/* The first difference of a table becomes one finding: the rest would only repeat it. */
static int compare_table(Store *s, Store *m, const char *table, Findings *f, Err *e)
{
    sqlite3_stmt *a = all_rows(s, table, e), *b = all_rows(m, table, e);
    int rc = a && b ? 0 : -1, more = 1;
    while (rc == 0 && more) {
        int x = sqlite3_step(a), y = sqlite3_step(b), same = x == y;
        if (x != SQLITE_ROW && x != SQLITE_DONE) rc = db_fail(s, x, e);
        for (int i = 0; rc == 0 && same && x == SQLITE_ROW && i < sqlite3_column_count(a); i++) same = same_value(a, b, i);
        if (rc == 0 && !same) {
            const char *id = (const char *)sqlite3_column_text(x == SQLITE_ROW ? a : b, 0);
            findings_add(f, SEN5029, s->path, 0, 0, NULL, "%s" ARG "%s", table, id ? id : "?");
        }
        more = same && x == SQLITE_ROW;
    }
    sqlite3_finalize(a);
    sqlite3_finalize(b);
    return rc;
}

int replay_check(Store *s, Findings *f, Err *e)
{
    Store m = {.path = s->path, .full = (char *)":memory:", .schema = s->schema, .mode = STORE_WRITE};
    int failed = 0, rc = make_empty(&m, e);
    int64_t odd;
    if (rc == 0) rc = do_again(s, &m, f, &failed, e);
    for (size_t i = 0; rc == 0 && !failed && i < s->schema->n_tracked; i++)
        rc = compare_table(s, &m, s->schema->tracked[i], f, e);
    if (rc == 0 && !failed) rc = compare_table(s, &m, "unit_revision", f, e);
    if (rc == 0) rc = db_int(s, "SELECT revision <> entries OR next_key < 1 OR puts < 0 FROM clock", &odd, e);
    if (rc == 0 && odd) findings_add(f, SEN5029, s->path, 0, 0, NULL, "clock" ARG "1");
    if (m.db) db_close(&m);
    return rc;
}
