/* journal.c - one transaction per command: begin, commit with a journal entry, undo; knows tables only by name.
 *
 * The session extension watches the tracked tables. At commit its changeset is kept in the entry, for undo, and read into rows
 * of before and after, for people. Each entry's hash covers all of it and the hash of the entry before. */
#include "core/store/database.h"
#include "core/base/file.h"
#include "core/base/pack.h"
#include <stdlib.h>
#include <string.h>

enum { SHOWN_MOST = 2000, CHANGES_MOST = 15 << 20 };

/* --- begin, rollback --- */

static void forget_command(Store *s)
{
    if (s->session) sqlite3session_delete(s->session);
    s->session = NULL;
    s->writing = 0;
    buf_clear(&s->statements);
    buf_clear(&s->rewrites);
    buf_clear(&s->undone);
    s->n_statements = s->n_rewrites = s->n_undone = 0;
}

static int watch_tables(Store *s, Err *e)
{
    int rc = sqlite3session_create(s->db, "main", &s->session);
    for (size_t i = 0; rc == SQLITE_OK && i < s->schema->n_tracked; i++)
        rc = sqlite3session_attach(s->session, s->schema->tracked[i]);
    return rc == SQLITE_OK ? 0 : db_fail(s, rc, e);
}

int store_begin(Store *s, const StoreCommand *c, Err *e)
{
    int64_t revision, entries;
    if (s->mode != STORE_WRITE || s->writing || s->reading)
        return err_set(e, SEN9999, "store_begin: already open or opened for reading");
    if (db_exec(s, "BEGIN IMMEDIATE", e) < 0) return -1;
    s->writing = 1;
    s->changed = 0;
    arena_reset(s->arena);
    s->command = (StoreCommand){.command = arena_copy(s->arena, c->command ? c->command : ""),
                                .who = arena_copy(s->arena, c->who),
                                .at = arena_copy(s->arena, c->at ? c->at : ""), .seen = c->seen, .final = c->final};
    if (db_int(s, "SELECT revision FROM clock", &revision, e) < 0 ||
        db_int(s, "SELECT entries FROM clock", &entries, e) < 0)
        goto fail;
    if (c->seen >= 0 && c->seen != revision) {
        err_set(e, SEN5011, "%s", path_base(s->path));
        goto fail;
    }
    s->seq = entries + 1;
    if (watch_tables(s, e) < 0) goto fail;
    return 0;
fail:
    store_rollback(s);
    return -1;
}

int64_t store_command_seq(const Store *s) { return s->seq; }

void store_rollback(Store *s)
{
    if (!s->writing) return;
    forget_command(s);
    db_deadline(s, 30);
    if (!sqlite3_get_autocommit(s->db)) sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    s->changed = 0;
}

int store_changed(const Store *s)
{
    if (!s->writing) return s->changed;
    return !sqlite3session_isempty(s->session) || s->n_statements || s->n_rewrites || s->n_undone;
}

int store_read_begin(Store *s, Err *e)
{
    int64_t any;
    if (s->writing || s->reading) return err_set(e, SEN9999, "store_read_begin: already open");
    if (db_exec(s, "BEGIN", e) < 0) return -1;
    s->reading = 1;
    if (db_int(s, "SELECT revision FROM clock", &any, e) == 0) return 0;     /* takes the snapshot */
    store_read_end(s);
    return -1;
}

void store_read_end(Store *s)
{
    if (!s->reading) return;
    s->reading = 0;
    sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
}

int store_add_statement(Store *s, const char *path, const char *text, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    pack_text(&s->statements, path);
    pack_text(&s->statements, text);
    s->n_statements++;
    return 0;
}

int store_add_rewrite(Store *s, const char *path, Str before, Str after, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    pack_text(&s->rewrites, path);
    entry_add_bytes(&s->rewrites, before);
    entry_add_bytes(&s->rewrites, after);
    s->n_rewrites++;
    return 0;
}

/* --- a changeset as rows for people --- */

static void json_text(Buf *b, const char *t, size_t n)
{
    buf_putc(b, '"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)t[i];
        if (c == '"' || c == '\\') buf_printf(b, "\\%c", c);
        else if (c < 32) buf_printf(b, "\\u%04x", c);
        else buf_putc(b, (char)c);
    }
    buf_putc(b, '"');
}

static void json_value(Buf *b, sqlite3_value *v)
{
    size_t n, most;
    const char *t;
    switch (sqlite3_value_type(v)) {
    case SQLITE_INTEGER: case SQLITE_FLOAT:
        buf_puts(b, (const char *)sqlite3_value_text(v));
        break;
    case SQLITE_TEXT:
        t = (const char *)sqlite3_value_text(v);
        n = t ? (size_t)sqlite3_value_bytes(v) : 0;
        for (most = n > SHOWN_MOST ? SHOWN_MOST : n; most < n && most && ((unsigned char)t[most] & 0xc0) == 0x80;) most--;
        json_text(b, t, most);
        break;
    default:
        buf_puts(b, "null");
    }
}

/* {"name":value,…} of the columns that `get` gives; NULL when it gives none. */
static const char *json_row(sqlite3_changeset_iter *it, int (*get)(sqlite3_changeset_iter *, int, sqlite3_value **), int columns,
                            const sqlite3_stmt *names, Arena *a)
{
    Buf b = {0};
    for (int i = 0; i < columns; i++) {
        sqlite3_value *v = NULL;
        if (get(it, i, &v) != SQLITE_OK || !v) continue;
        buf_putc(&b, b.n ? ',' : '{');
        buf_printf(&b, "\"%s\":", sqlite3_column_name((sqlite3_stmt *)names, i));
        json_value(&b, v);
    }
    if (b.n) buf_putc(&b, '}');
    const char *text = b.n ? arena_text(a, b.p, b.n) : NULL;
    buf_free(&b);
    return text;
}

static const char *row_id(sqlite3_changeset_iter *it, int op, int columns, Arena *a)
{
    unsigned char *key;
    int n;
    Buf b = {0};
    sqlite3changeset_pk(it, &key, &n);
    for (int i = 0; i < columns && i < n; i++) {
        sqlite3_value *v = NULL;
        if (!key[i]) continue;
        if ((op == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old)(it, i, &v) != SQLITE_OK || !v) continue;
        if (b.n) buf_putc(&b, '|');
        buf_puts(&b, (const char *)sqlite3_value_text(v));
    }
    const char *text = arena_copy(a, buf_text(&b));
    buf_free(&b);
    return text;
}

static sqlite3_stmt *column_names(Store *s, const char *table, Err *e)
{
    char *sql = sqlite3_mprintf("SELECT * FROM \"%w\" LIMIT 0", table);
    sqlite3_stmt *q = NULL;
    int rc = sql ? sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) : SQLITE_NOMEM;
    sqlite3_free(sql);
    if (rc != SQLITE_OK) db_fail(s, rc, e);
    return q;
}

static int read_changes(Store *s, void *set, int n, StoreChange **out, size_t *n_out, Err *e)
{
    sqlite3_changeset_iter *it = NULL;
    sqlite3_stmt *names = NULL;
    const char *last = NULL;
    StoreChange *list = NULL;
    size_t k = 0;
    int rc = sqlite3changeset_start(&it, n, set), bad = 0;
    while (rc == SQLITE_OK && !bad && sqlite3changeset_next(it) == SQLITE_ROW) {
        const char *table;
        int columns, op, indirect;
        sqlite3changeset_op(it, &table, &columns, &op, &indirect);
        if (!last || strcmp(last, table)) {
            sqlite3_finalize(names);
            names = column_names(s, table, e);
            bad = !names;
            last = arena_copy(s->arena, table);
        }
        if (bad) break;
        StoreChange *c = LIST_ADD(list, k);
        c->what = last;
        c->id = row_id(it, op, columns, s->arena);
        if (op != SQLITE_INSERT) c->before = json_row(it, sqlite3changeset_old, columns, names, s->arena);
        if (op != SQLITE_DELETE) c->after = json_row(it, sqlite3changeset_new, columns, names, s->arena);
    }
    if (it) rc = sqlite3changeset_finalize(it);
    sqlite3_finalize(names);
    *out = list_keep(list, k, sizeof *list, s->arena);
    *n_out = k;
    if (bad) return -1;
    return rc == SQLITE_OK ? 0 : db_fail(s, rc, e);
}

/* --- the entry --- */

static int put_changes(Store *s, Entry *x, Err *e)
{
    StoreChange *list;
    size_t n;
    if (read_changes(s, (void *)x->changes, (int)x->n_changes, &list, &n, e) < 0) return -1;
    for (size_t i = 0; i < n; i++) {
        sqlite3_stmt *q = db_get(s, "INSERT INTO change VALUES(?, ?, ?, ?, ?, ?)", e);
        db_bind_int(s, q, 1, x->seq);
        db_bind_int(s, q, 2, (int64_t)i);
        db_bind(s, q, 3, list[i].what);
        db_bind(s, q, 4, list[i].id);
        db_bind(s, q, 5, list[i].before);
        db_bind(s, q, 6, list[i].after);
        if (db_do(s, q, e) < 0) return -1;
        entry_add_change(&x->rows, list[i].what, list[i].id, list[i].before, list[i].after);
    }
    return 0;
}

static int put_statements(Store *s, Entry *x, Err *e)
{
    Unpack u = unpack_from(s->statements.p, s->statements.n);
    for (uint32_t i = 0; i < s->n_statements; i++) {
        const char *path = unpack_text(&u, s->arena), *text = unpack_text(&u, s->arena);
        sqlite3_stmt *q = db_get(s, "INSERT INTO statement VALUES(?, ?, ?, ?)", e);
        if (u.bad || !path || !text) return err_set(e, SEN9999, "store: statement is not text");
        db_bind_int(s, q, 1, x->seq);
        db_bind_int(s, q, 2, i);
        db_bind(s, q, 3, path);
        db_bind(s, q, 4, text);
        if (db_do(s, q, e) < 0) return -1;
        entry_add_statement(&x->rows, path, text);
    }
    return 0;
}

static Str unpack_bytes(Unpack *u)
{
    int there = unpack_u8(u) != 0;
    Str bytes = unpack_str(u);
    return there ? (Str){bytes.p ? bytes.p : "", bytes.n} : (Str){0};
}

static int put_rewrites(Store *s, Entry *x, Err *e)
{
    Unpack u = unpack_from(s->rewrites.p, s->rewrites.n);
    for (uint32_t i = 0; i < s->n_rewrites; i++) {
        const char *path = unpack_text(&u, s->arena);
        Str before = unpack_bytes(&u), after = unpack_bytes(&u);
        sqlite3_stmt *q = db_get(s, "INSERT INTO rewrite VALUES(?, ?, ?, ?, ?)", e);
        if (u.bad || !path) return err_set(e, SEN9999, "store: rewrite is not text");
        db_bind_int(s, q, 1, x->seq);
        db_bind_int(s, q, 2, i);
        db_bind(s, q, 3, path);
        if (before.p) db_bind_blob(s, q, 4, before.p, before.n);
        if (after.p) db_bind_blob(s, q, 5, after.p, after.n);
        if (db_do(s, q, e) < 0) return -1;
        entry_add_rewrite(&x->rows, path, before, after);
    }
    return 0;
}

static int put_undone(Store *s, Entry *x, Err *e)
{
    Unpack u = unpack_from(s->undone.p, s->undone.n);
    for (uint32_t i = 0; i < s->n_undone; i++) {
        int64_t seq = unpack_i64(&u);
        sqlite3_stmt *q = db_get(s, "INSERT INTO undone VALUES(?, ?)", e);
        db_bind_int(s, q, 1, seq);
        db_bind_int(s, q, 2, x->seq);
        if (db_do(s, q, e) < 0) return -1;
    }
    sqlite3_stmt *q = db_get(s, "SELECT seq FROM undone WHERE undone_by = ? ORDER BY seq", e);
    db_bind_int(s, q, 1, x->seq);
    int rc;
    while ((rc = db_row(s, q, e)) > 0) entry_add_undone(&x->rows, sqlite3_column_int64(q, 0));
    return rc;
}

static int put_entry(Store *s, Entry *x, Err *e)
{
    sqlite3_stmt *q = db_get(s, "SELECT head FROM clock", e);
    char hex[65];
    const char *head = NULL;
    /* the command row comes last because its hash covers the others; its children wait for it */
    if (db_row(s, q, e) != 1) return e->code ? -1 : err_set(e, SEN5003, "%s", path_base(s->path));
    head = db_text(s, q, 0, s->arena);
    sqlite3_reset(q);
    if (put_changes(s, x, e) < 0 || put_statements(s, x, e) < 0 || put_rewrites(s, x, e) < 0 ||
        put_undone(s, x, e) < 0) return -1;
    entry_hash(x, head, hex);
    q = db_get(s, "INSERT INTO command VALUES(?, ?, ?, ?, ?, ?, ?)", e);
    db_bind_int(s, q, 1, x->seq);
    db_bind(s, q, 2, x->at);
    db_bind(s, q, 3, x->who);
    db_bind(s, q, 4, x->command);
    db_bind_int(s, q, 5, x->final);
    db_bind_blob(s, q, 6, x->changes, x->n_changes);
    db_bind(s, q, 7, hex);
    if (db_do(s, q, e) < 0) return -1;
    q = db_get(s, "UPDATE clock SET revision = revision + 1, entries = ?, head = ?", e);
    db_bind_int(s, q, 1, x->seq);
    db_bind(s, q, 2, hex);
    return db_do(s, q, e);
}

int store_commit(Store *s, Err *e)
{
    int n = 0, rc = -1, changed = 0;
    void *set = NULL;
    if (db_writable(s, e) < 0) return -1;
    db_deadline(s, 60);
    int sql = sqlite3session_changeset(s->session, &n, &set);
    Entry x = {.seq = s->seq, .at = s->command.at, .who = s->command.who, .command = s->command.command,
               .final = s->command.final, .changes = set, .n_changes = (size_t)n};
    if (sql != SQLITE_OK) {
        db_fail(s, sql, e);
        goto out;
    }
    if (n > CHANGES_MOST) {
        err_set(e, SEN5016, "%s", path_base(s->path));
        goto out;
    }
    changed = n > 0 || s->n_statements || s->n_rewrites || s->n_undone;
    sqlite3session_enable(s->session, 0);
    if ((changed || s->command.final) && put_entry(s, &x, e) < 0) goto out;
    if (!changed && !s->command.final) {                  /* nothing to say: not even a journal entry */
        rc = 0;
        goto out;
    }
    if (db_exec(s, "COMMIT", e) < 0) goto out;
    forget_command(s);
    s->changed = changed;
    rc = 0;
out:
    sqlite3_free(set);
    buf_free(&x.rows);
    if (s->writing) store_rollback(s);
    return rc;
}
