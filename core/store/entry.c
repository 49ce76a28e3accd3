/* entry.c - one entry of the journal and its hash: the same bytes when it is written and when it is checked. */
#include "core/store/database.h"
#include "core/base/pack.h"
#include <string.h>

void entry_add_change(Buf *b, const char *what, const char *id, const char *before, const char *after)
{
    pack_text(b, "change");
    pack_text(b, what);
    pack_text(b, id);
    pack_text(b, before);
    pack_text(b, after);
}

void entry_add_statement(Buf *b, const char *path, const char *text)
{
    pack_text(b, "statement");
    pack_text(b, path);
    pack_text(b, text);
}

void entry_add_bytes(Buf *b, Str bytes)
{
    pack_u8(b, bytes.p != NULL);
    pack_str(b, bytes);
}

void entry_add_rewrite(Buf *b, const char *path, Str before, Str after)
{
    pack_text(b, "rewrite");
    pack_text(b, path);
    entry_add_bytes(b, before);
    entry_add_bytes(b, after);
}

void entry_add_undone(Buf *b, int64_t seq)
{
    pack_text(b, "undone");
    pack_i64(b, seq);
}

void entry_hash(const Entry *x, const char *before, char hex[65])
{
    Buf b = {0};
    char sum[65];
    pack_text(&b, before);
    pack_i64(&b, x->seq);
    pack_text(&b, x->at);
    pack_text(&b, x->who);
    pack_text(&b, x->command);
    pack_u8(&b, x->final != 0);
    store_sha256(x->changes, x->n_changes, sum);
    pack_text(&b, sum);
    buf_add(&b, x->rows.p, x->rows.n);
    store_sha256(b.p, b.n, hex);
    buf_free(&b);
}

static int load_rows(Store *s, int64_t seq, Arena *a, Buf *rows, Err *e)
{
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT what, id, before, after FROM change WHERE seq = ? ORDER BY i", e);
    db_bind_int(s, q, 1, seq);
    while ((rc = db_row(s, q, e)) > 0)
        entry_add_change(rows, db_text(s, q, 0, a), db_text(s, q, 1, a), db_text(s, q, 2, a), db_text(s, q, 3, a));
    if (rc < 0) return -1;
    q = db_get(s, "SELECT path, text FROM statement WHERE seq = ? ORDER BY i", e);
    db_bind_int(s, q, 1, seq);
    while ((rc = db_row(s, q, e)) > 0) entry_add_statement(rows, db_text(s, q, 0, a), db_text(s, q, 1, a));
    if (rc < 0) return -1;
    q = db_get(s, "SELECT path, before, after FROM rewrite WHERE seq = ? ORDER BY i", e);
    db_bind_int(s, q, 1, seq);
    while ((rc = db_row(s, q, e)) > 0) entry_add_rewrite(rows, db_text(s, q, 0, a), db_bytes(s, q, 1, a), db_bytes(s, q, 2, a));
    if (rc < 0) return -1;
    q = db_get(s, "SELECT seq FROM undone WHERE undone_by = ? ORDER BY seq", e);
    db_bind_int(s, q, 1, seq);
    while ((rc = db_row(s, q, e)) > 0) entry_add_undone(rows, sqlite3_column_int64(q, 0));
    return rc;
}

/* 1 = read, and *hash is the stored one; 0 = there is no such entry; -1. */
static int entry_load(Store *s, int64_t seq, Arena *a, Entry *x, const char **hash, Err *e)
{
    sqlite3_stmt *q = db_get(s, "SELECT at, who, command, final, changes, hash FROM command WHERE seq = ?", e);
    db_bind_int(s, q, 1, seq);
    int rc = db_row(s, q, e);
    if (rc <= 0) return rc;
    x->seq = seq;
    x->at = db_text(s, q, 0, a);
    x->who = db_text(s, q, 1, a);
    x->command = db_text(s, q, 2, a);
    x->final = sqlite3_column_int(q, 3) != 0;
    x->n_changes = (size_t)sqlite3_column_bytes(q, 4);
    x->changes = arena_text(a, x->n_changes ? sqlite3_column_blob(q, 4) : "", x->n_changes);
    *hash = db_text(s, q, 5, a);
    sqlite3_reset(q);
    buf_clear(&x->rows);
    return load_rows(s, seq, a, &x->rows, e) < 0 ? -1 : 1;
}

int entry_verify(Store *s, int64_t seq, Arena *a, Entry *x, Err *e)
{
    char hex[65];
    const char *hash, *before = "";
    sqlite3_stmt *q = db_get(s, "SELECT hash FROM command WHERE seq = ?", e);
    db_bind_int(s, q, 1, seq - 1);
    int rc = db_row(s, q, e);
    if (rc < 0) return -1;
    if (rc == 0 && seq > 1) return 0;
    if (rc > 0) before = db_text(s, q, 0, a);
    if (q) sqlite3_reset(q);
    rc = entry_load(s, seq, a, x, &hash, e);
    if (rc <= 0) return rc;
    if (s->bad_text) {                                    /* not even text: surely not what was written */
        s->bad_text = 0;
        return 0;
    }
    entry_hash(x, before, hex);
    return hash && !strcmp(hash, hex);
}
