/* undo.c - reading the journal, checking its chain, and taking back the newest commands that still stand. */
#include "core/store/database.h"
#include "core/base/file.h"
#include "core/base/pack.h"
#include <stdlib.h>
#include <string.h>

/* --- reading --- */

static void read_entry(Store *s, sqlite3_stmt *q, Arena *a, StoreEntry *x)
{
    x->seq = sqlite3_column_int64(q, 0);
    x->at = db_text(s, q, 1, a);
    x->who = db_text(s, q, 2, a);
    x->command = db_text(s, q, 3, a);
    x->final = sqlite3_column_int(q, 4) != 0;
    x->undone_by = sqlite3_column_int64(q, 5);
    x->is_undo = sqlite3_column_int(q, 6) != 0;
    x->n_changes = (size_t)sqlite3_column_int64(q, 7);
}

static const char entries_sql[] =
    "SELECT c.seq, c.at, c.who, c.command, c.final, coalesce(u.undone_by, 0), "
    "EXISTS(SELECT 1 FROM undone WHERE undone_by = c.seq), "
    "(SELECT count(*) FROM change WHERE seq = c.seq) FROM command c LEFT JOIN undone u ON u.seq = c.seq "
    "ORDER BY c.seq DESC LIMIT ?";

/* Only what an undo may take back: not undone, not an undo itself. */
static const char standing_sql[] =
    "SELECT c.seq, c.at, c.who, c.command, c.final, 0, 0, (SELECT count(*) FROM change WHERE seq = c.seq) FROM command c "
    "WHERE NOT EXISTS(SELECT 1 FROM undone WHERE seq = c.seq) AND NOT EXISTS(SELECT 1 FROM undone WHERE undone_by = c.seq) "
    "ORDER BY c.seq DESC LIMIT ?";

static int list_entries(Store *s, const char *sql, size_t most, Arena *a, StoreEntry **out, size_t *n, Err *e)
{
    StoreEntry *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, sql, e);
    db_bind_int(s, q, 1, (int64_t)(most > 1000000 ? 1000000 : most));
    while ((rc = db_row(s, q, e)) > 0) read_entry(s, q, a, LIST_ADD(list, k));
    *out = list_keep(list, k, sizeof *list, a);
    *n = k;
    return rc < 0 ? -1 : db_sound(s, e);
}

int store_journal(Store *s, size_t most, Arena *a, StoreEntry **entries, size_t *n, Err *e)
{
    return list_entries(s, entries_sql, most, a, entries, n, e);
}

int store_changes(Store *s, int64_t seq, Arena *a, StoreChange **changes, size_t *n, Err *e)
{
    StoreChange *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT what, id, before, after FROM change WHERE seq = ? ORDER BY i", e);
    db_bind_int(s, q, 1, seq);
    while ((rc = db_row(s, q, e)) > 0)
        *LIST_ADD(list, k) = (StoreChange){db_text(s, q, 0, a), db_text(s, q, 1, a), db_text(s, q, 2, a), db_text(s, q, 3, a)};
    *changes = list_keep(list, k, sizeof *list, a);
    *n = k;
    return rc < 0 ? -1 : db_sound(s, e);
}

/* --- the chain --- */

int journal_check(Store *s, Findings *f, Err *e)
{
    int64_t entries, rows, at = 0;
    Arena *a = arena_new();
    Entry x = {0};
    int rc = db_int(s, "SELECT entries FROM clock", &entries, e);
    if (rc == 0) rc = db_int(s, "SELECT count(*) FROM command", &rows, e);
    if (rc == 0 && rows != entries)
        findings_add(f, SEN5024, s->path, 0, 0, NULL, "%lld" ARG "%lld", (long long)entries, (long long)rows);
    while (rc == 0 && at < entries) {
        arena_reset(a);
        int sound = entry_verify(s, ++at, a, &x, e);
        if (sound < 0) rc = -1;
        if (sound == 0) findings_add(f, SEN5025, s->path, 0, 0, NULL, "%lld", (long long)at);
    }
    if (rc == 0) {
        rc = db_int(s, "SELECT head <> coalesce((SELECT hash FROM command ORDER BY seq DESC LIMIT 1), '') FROM clock", &rows, e);
        if (rc == 0 && rows) findings_add(f, SEN5025, s->path, 0, 0, NULL, "%lld", (long long)entries);
    }
    buf_free(&x.rows);
    arena_free(a);
    return rc;
}

/* --- undo --- */

static int on_conflict(void *self, int why, sqlite3_changeset_iter *it)
{
    (void)self;
    (void)why;
    (void)it;
    return SQLITE_CHANGESET_ABORT;
}

static int is_tracked(void *self, const char *table)
{
    const Store *s = self;
    for (size_t i = 0; i < s->schema->n_tracked; i++)
        if (!strcmp(s->schema->tracked[i], table)) return 1;
    return 0;
}

static int apply_inverse(Store *s, const Entry *x, Err *e)
{
    void *inverse = NULL;
    int n = 0;
    int rc = sqlite3changeset_invert((int)x->n_changes, x->changes, &n, &inverse);
    db_deadline(s, 60);
    if (rc == SQLITE_OK && n) rc = sqlite3changeset_apply_v2(s->db, n, inverse, is_tracked, on_conflict, s, NULL, NULL, 0);
    sqlite3_free(inverse);
    if ((rc & 0xff) == SQLITE_ABORT || (rc & 0xff) == SQLITE_CONSTRAINT) return err_set(e, SEN5014, "%s", x->command);
    return rc == SQLITE_OK ? 0 : db_fail(s, rc, e);
}

static int take_statements(Store *s, int64_t seq, Arena *a, StoreStatement **list, size_t *k, Err *e)
{
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT path, text FROM statement WHERE seq = ? ORDER BY i DESC", e);
    db_bind_int(s, q, 1, seq);
    while ((rc = db_row(s, q, e)) > 0) {
        StoreStatement *t = LIST_ADD(*list, *k);
        *t = (StoreStatement){seq, db_text(s, q, 0, a), db_text(s, q, 1, a)};
    }
    return rc;
}

static int take_rewrites(Store *s, int64_t seq, Arena *a, StoreRewrite **list, size_t *k, Err *e)
{
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT path, before, after FROM rewrite WHERE seq = ? ORDER BY i DESC", e);
    db_bind_int(s, q, 1, seq);
    while ((rc = db_row(s, q, e)) > 0) {
        StoreRewrite *w = LIST_ADD(*list, *k);
        *w = (StoreRewrite){seq, db_text(s, q, 0, a), db_bytes(s, q, 1, a), db_bytes(s, q, 2, a)};
    }
    return rc;
}

static int undo_one(Store *s, const StoreEntry *entry, Arena *a, Err *e)
{
    Entry x = {0};
    int rc = entry_verify(s, entry->seq, a, &x, e);
    if (rc == 0) err_set(e, SEN5025, "%lld", (long long)entry->seq);       /* never apply bytes that are not what was written */
    rc = rc == 1 ? apply_inverse(s, &x, e) : -1;
    buf_free(&x.rows);
    if (rc < 0) return -1;
    pack_i64(&s->undone, entry->seq);
    s->n_undone++;
    return 0;
}

int store_undo(Store *s, size_t n, Arena *a, StoreUndo *out, Err *e)
{
    StoreStatement *list = NULL;
    StoreRewrite *files = NULL;
    size_t k = 0, n_files = 0;
    int rc = -1;
    *out = (StoreUndo){0};
    if (db_writable(s, e) < 0 || list_entries(s, standing_sql, n, a, &out->entries, &out->n_entries, e) < 0) return -1;
    for (size_t i = 0; i < out->n_entries; i++)
        if (out->entries[i].final) {
            if (i == 0) return err_set(e, SEN5013, "%s", out->entries[i].command);
            return err_set(e, SEN5012, "%zu" ARG "%zu", n, i);
        }
    if (!n || out->n_entries < n) return err_set(e, SEN5012, "%zu" ARG "%zu", n, out->n_entries);
    for (size_t i = 0; i < n; i++)
        if (undo_one(s, &out->entries[i], a, e) < 0 || take_statements(s, out->entries[i].seq, a, &list, &k, e) < 0 ||
            take_rewrites(s, out->entries[i].seq, a, &files, &n_files, e) < 0) goto out;
    rc = db_sound(s, e);
out:
    out->statements = list_keep(list, k, sizeof *list, a);
    out->n_statements = k;
    out->rewrites = list_keep(files, n_files, sizeof *files, a);
    out->n_rewrites = n_files;
    return rc;
}
