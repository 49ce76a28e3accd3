/* proposals.c - rows about decisions that wait for the ward and about what went out: proposals, issued texts, calendar events.
 * Knows not what proposes. */
#include "core/store/database.h"
#include <stdlib.h>
#include <string.h>

static const char *state_name(int i)
{
    static const char *const names[] = {"open", "accepted", "rejected"};
    return names[i];
}

int store_put_proposal(Store *s, StoreProposal *p, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    if (!p->id && db_int(s, "SELECT coalesce(max(id), 0) + 1 FROM proposal", &p->id, e) < 0) return -1;
    sqlite3_stmt *q = db_get(s, "INSERT INTO proposal VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO "
                                "UPDATE SET base = excluded.base, theirs = excluded.theirs, mine = excluded.mine, "
                                "note = excluded.note, state = excluded.state, why = excluded.why, who = excluded.who, "
                                "at = excluded.at", e);
    const char *const text[] = {p->unit, p->source, p->sha256, p->kind, p->address, p->field, p->base, p->theirs, p->mine,
                                p->note, state_name((int)p->state), p->why, p->who, s->command.at};
    db_bind_int(s, q, 1, p->id);
    for (int i = 0; i < 14; i++) db_bind(s, q, i + 2, text[i]);
    return db_do(s, q, e);
}

int store_proposals(Store *s, Arena *a, StoreProposal **v, size_t *n, Err *e)
{
    StoreProposal *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT id, unit, source, sha256, kind, address, field, base, theirs, mine, note, state, why, "
                                "who, at FROM proposal ORDER BY id", e);
    while ((rc = db_row(s, q, e)) > 0) {
        StoreProposal *p = LIST_ADD(list, k);
        *p = (StoreProposal){sqlite3_column_int64(q, 0), TEXT(1), TEXT(2), TEXT(3), TEXT(4), TEXT(5), TEXT(6), TEXT(7), TEXT(8),
                             TEXT(9), TEXT(10), (ProposalState)db_word(s, q, 11, state_name, 3), TEXT(12), TEXT(13), TEXT(14)};
    }
    return KEEP(list, k, v, n, rc);
}

int store_put_issued(Store *s, const StoreIssued *x, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    sqlite3_stmt *q = db_get(s, "INSERT INTO issued VALUES(?, ?, ?, ?, ?, ?, ?, ?) "
                                "ON CONFLICT(unit, material, number, issued_on) DO UPDATE SET file = excluded.file, "
                                "sha256 = excluded.sha256, who = excluded.who, "
                                "at = excluded.at", e);
    db_bind(s, q, 1, x->unit);
    db_bind(s, q, 2, x->material);
    db_bind(s, q, 3, x->number ? x->number : "");
    db_bind_date(s, q, 4, x->on);
    db_bind(s, q, 5, x->file);
    db_bind(s, q, 6, x->sha256);
    db_bind(s, q, 7, x->who);
    db_bind(s, q, 8, s->command.at);
    return db_do(s, q, e);
}

int store_issued(Store *s, const char *unit, Arena *a, StoreIssued **v, size_t *n, Err *e)
{
    StoreIssued *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT material, number, issued_on, file, sha256, who, at FROM issued WHERE unit = ? "
                                "ORDER BY material, issued_on, number", e);
    db_bind(s, q, 1, unit);
    unit = arena_copy(a, unit);
    while ((rc = db_row(s, q, e)) > 0)
        *LIST_ADD(list, k) = (StoreIssued){unit, TEXT(0), TEXT(1), db_date(s, q, 2), TEXT(3), TEXT(4), TEXT(5), TEXT(6)};
    return KEEP(list, k, v, n, rc);
}

int store_issued_below(Store *s, const char *parent, Arena *a, Date **days, size_t *n, Err *e)
{
    Date *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT max(issued.issued_on) FROM unit JOIN issued ON issued.unit = unit.id "
                                "WHERE unit.parent = ? AND issued.number LIKE '%/KH-%' GROUP BY unit.id ORDER BY unit.id", e);
    db_bind(s, q, 1, parent);
    while ((rc = db_row(s, q, e)) > 0) *LIST_ADD(list, k) = db_date(s, q, 0);
    return KEEP(list, k, days, n, rc);
}

int store_put_event(Store *s, const StoreEvent *x, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    sqlite3_stmt *q = db_get(s, "INSERT INTO calendar VALUES(?, ?, ?, ?, ?) ON CONFLICT(unit, uid) DO UPDATE SET "
                                "sequence = excluded.sequence, sha256 = excluded.sha256, at = excluded.at", e);
    db_bind(s, q, 1, x->unit);
    db_bind(s, q, 2, x->uid);
    db_bind_int(s, q, 3, x->sequence);
    db_bind(s, q, 4, x->sha256);
    db_bind(s, q, 5, s->command.at);
    return db_do(s, q, e);
}

int store_events(Store *s, const char *unit, Arena *a, StoreEvent **v, size_t *n, Err *e)
{
    StoreEvent *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT uid, sequence, sha256, at FROM calendar WHERE unit = ? ORDER BY uid", e);
    db_bind(s, q, 1, unit);
    unit = arena_copy(a, unit);
    while ((rc = db_row(s, q, e)) > 0)
        *LIST_ADD(list, k) = (StoreEvent){unit, TEXT(0), sqlite3_column_int(q, 1), TEXT(2), TEXT(3)};
    return KEEP(list, k, v, n, rc);
}
