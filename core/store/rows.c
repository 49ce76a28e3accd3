/* rows.c - units, settings, ticks, values, links and script references: put one, list them in a stable order. */
#include "core/store/database.h"
#include <stdlib.h>
#include <string.h>

/* --- revisions --- */

int64_t store_revision(Store *s, Err *e)
{
    sqlite3_stmt *q = db_get(s, "SELECT revision FROM clock", e);
    int rc = db_row(s, q, e);
    if (rc < 0) return -1;
    int64_t r = rc ? sqlite3_column_int64(q, 0) : 0;
    sqlite3_reset(q);
    return r;
}

int64_t store_unit_revision(Store *s, const char *unit, Err *e)
{
    sqlite3_stmt *q = db_get(s, "SELECT revision FROM unit_revision WHERE unit = ?", e);
    db_bind(s, q, 1, unit);
    int rc = db_row(s, q, e);
    if (rc < 0) return -1;
    int64_t r = rc ? sqlite3_column_int64(q, 0) : 0;
    sqlite3_reset(q);
    return r;
}

/* --- units, settings --- */

int store_put_unit(Store *s, const StoreUnit *u, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    sqlite3_stmt *q = db_get(s, "INSERT INTO unit VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name, "
                             "kind = excluded.kind, parent = excluded.parent, valid_from = excluded.valid_from, "
                             "valid_to = excluded.valid_to", e);
    db_bind(s, q, 1, u->id);
    db_bind(s, q, 2, u->name);
    db_bind(s, q, 3, u->kind);
    db_bind(s, q, 4, u->parent);
    db_bind_date(s, q, 5, u->valid_from);
    db_bind_date(s, q, 6, u->valid_to);
    return db_do(s, q, e);
}

int store_units(Store *s, Arena *a, StoreUnit **units, size_t *n, Err *e)
{
    StoreUnit *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT id, name, kind, parent, valid_from, valid_to FROM unit ORDER BY id", e);
    while ((rc = db_row(s, q, e)) > 0)
        *LIST_ADD(list, k) = (StoreUnit){TEXT(0), TEXT(1), TEXT(2), TEXT(3), db_date(s, q, 4), db_date(s, q, 5)};
    return KEEP(list, k, units, n, rc);
}

int store_put_setting(Store *s, const char *name, const char *value, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    sqlite3_stmt *q = value ? db_get(s, "INSERT INTO setting VALUES(?, ?) ON CONFLICT(name) DO UPDATE "
                                        "SET value = excluded.value", e)
                            : db_get(s, "DELETE FROM setting WHERE name = ?", e);
    db_bind(s, q, 1, name);
    if (value) db_bind(s, q, 2, value);
    return db_do(s, q, e);
}

int store_setting(Store *s, const char *name, Arena *a, const char **value, Err *e)
{
    sqlite3_stmt *q = db_get(s, "SELECT value FROM setting WHERE name = ?", e);
    db_bind(s, q, 1, name);
    int rc = db_row(s, q, e);
    *value = rc > 0 ? TEXT(0) : NULL;
    if (q) sqlite3_reset(q);
    return rc < 0 ? -1 : db_sound(s, e);
}

/* --- ticks --- */

/* Whether the row is already there, for "replaced". -1 on failure. */
static int is_there(Store *s, sqlite3_stmt *q, const char *const *key, int n, Err *e)
{
    for (int i = 0; i < n; i++) db_bind(s, q, i + 1, key[i]);
    int rc = db_row(s, q, e);
    if (rc > 0) sqlite3_reset(q);
    return rc;
}

int store_put_tick(Store *s, const StoreTick *t, int *replaced, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    Buf day = {0};
    if (t->on != DATE_NONE) date_iso(t->on, &day);
    const char *key[] = {t->unit, t->item, buf_text(&day)};
    int there = is_there(s, db_get(s, "SELECT 1 FROM tick WHERE unit = ? AND item = ? AND done_on = ?", e), key, 3, e);
    int rc = there < 0 ? -1 : 0;
    if (rc == 0) {
        sqlite3_stmt *q = db_get(s, "INSERT INTO tick VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(unit, item, done_on) DO "
                                    "UPDATE SET "
                                 "times = excluded.times, note = excluded.note, evidence = excluded.evidence, "
                                 "evidence_sha256 = excluded.evidence_sha256, who = excluded.who, at = excluded.at", e);
        db_bind(s, q, 1, t->unit);
        db_bind(s, q, 2, t->item);
        db_bind_date(s, q, 3, t->on);
        db_bind_int(s, q, 4, t->times);
        db_bind(s, q, 5, t->note);
        db_bind(s, q, 6, t->evidence);
        db_bind(s, q, 7, t->evidence_sha256);
        db_bind(s, q, 8, t->by);
        db_bind(s, q, 9, s->command.at);
        rc = db_do(s, q, e);
    }
    if (replaced) *replaced = there > 0;
    buf_free(&day);
    return rc;
}

int store_drop_tick(Store *s, const StoreTick *t, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    sqlite3_stmt *q = db_get(s, "DELETE FROM tick WHERE unit = ? AND item = ? AND done_on = ?", e);
    db_bind(s, q, 1, t->unit);
    db_bind(s, q, 2, t->item);
    db_bind_date(s, q, 3, t->on);
    return db_do(s, q, e);
}

int store_ticks(Store *s, const char *unit, Arena *a, StoreTick **ticks, size_t *n, Err *e)
{
    StoreTick *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT NULL, item, done_on, times, note, evidence, evidence_sha256, who, at FROM tick "
                             "WHERE unit = ? ORDER BY item, done_on", e);
    db_bind(s, q, 1, unit);
    unit = arena_copy(a, unit);
    while ((rc = db_row(s, q, e)) > 0)
        *LIST_ADD(list, k) = (StoreTick){unit, TEXT(1), db_date(s, q, 2), sqlite3_column_int(q, 3), TEXT(4), TEXT(5), TEXT(6),
                                          TEXT(7), TEXT(8)};
    return KEEP(list, k, ticks, n, rc);
}

/* --- values --- */

/* Whole numbers as INTEGER, so that SQL can add them; other decimals keep their text. */
static int bind_number(Store *s, sqlite3_stmt *q, int i, const char *t, Err *e)
{
    if (!t) return 0;
    size_t sign = t[0] == '-', digits = strspn(t + sign, "0123456789"), rest = sign + digits, decimals = 0;
    if (t[rest] == '.') decimals = strspn(t + rest + 1, "0123456789");
    if (!digits || (t[rest] && (t[rest] != '.' || !decimals || t[rest + 1 + decimals])) || strlen(t) > 40)
        return err_set(e, SEN5017, "%s", t);
    /* only spellings that come back the same: no "007", no "-0" */
    if (!t[rest] && digits <= 18 && (t[sign] != '0' || (digits == 1 && !sign))) db_bind_int(s, q, i, strtoll(t, NULL, 10));
    else db_bind(s, q, i, t);
    return 0;
}

int store_put_value(Store *s, const StoreValue *v, int *replaced, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    const char *key[] = {v->unit, v->indicator, v->period, v->dimensions ? v->dimensions : ""};
    sqlite3_stmt *look = db_get(s, "SELECT 1 FROM value WHERE unit = ? AND indicator = ? AND period = ? AND dimensions = ?", e);
    int there = is_there(s, look, key, 4, e);
    if (there < 0) return -1;
    sqlite3_stmt *q = db_get(s, "INSERT INTO value VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                             "ON CONFLICT(unit, indicator, period, dimensions) DO UPDATE SET n = excluded.n, d = excluded.d, "
                             "state = excluded.state, as_of = excluded.as_of, "
                             "who = excluded.who, at = excluded.at", e);
    for (int i = 0; i < 4; i++) db_bind(s, q, i + 1, key[i]);
    if (bind_number(s, q, 5, v->n, e) < 0 || bind_number(s, q, 6, v->d, e) < 0) return -1;
    db_bind(s, q, 7, v->state);
    db_bind_date(s, q, 8, v->as_of);
    db_bind(s, q, 9, v->who);
    db_bind(s, q, 10, s->command.at);
    if (replaced) *replaced = there > 0;
    return db_do(s, q, e);
}

int store_values(Store *s, const char *unit, Arena *a, StoreValue **values, size_t *n, Err *e)
{
    StoreValue *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT NULL, indicator, period, dimensions, n, d, state, as_of, who, at FROM value "
                             "WHERE unit = ? ORDER BY indicator, period, dimensions", e);
    db_bind(s, q, 1, unit);
    unit = arena_copy(a, unit);
    while ((rc = db_row(s, q, e)) > 0)
        *LIST_ADD(list, k) = (StoreValue){unit, TEXT(1), TEXT(2), TEXT(3), TEXT(4), TEXT(5), TEXT(6),
                                           db_date(s, q, 7), TEXT(8), TEXT(9)};
    return KEEP(list, k, values, n, rc);
}

/* --- links, references --- */

int store_put_link(Store *s, const StoreLink *l, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    sqlite3_stmt *q = db_get(s, "INSERT INTO link VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(unit, task, key) DO UPDATE SET "
                             "yes = excluded.yes, why = excluded.why, who = excluded.who, at = excluded.at", e);
    db_bind(s, q, 1, l->unit);
    db_bind(s, q, 2, l->task);
    db_bind(s, q, 3, l->key);
    db_bind_int(s, q, 4, l->yes != 0);
    db_bind(s, q, 5, l->why);
    db_bind(s, q, 6, l->by);
    db_bind(s, q, 7, s->command.at);
    return db_do(s, q, e);
}

int store_links(Store *s, const char *unit, Arena *a, StoreLink **links, size_t *n, Err *e)
{
    StoreLink *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT unit, task, key, yes, why, who FROM link WHERE unit IN ('', ?) "
                             "ORDER BY unit, task, key", e);
    db_bind(s, q, 1, unit);
    while ((rc = db_row(s, q, e)) > 0)
        *LIST_ADD(list, k) = (StoreLink){TEXT(0), TEXT(1), TEXT(2), sqlite3_column_int(q, 3) != 0, TEXT(4), TEXT(5)};
    return KEEP(list, k, links, n, rc);
}

int store_put_ref(Store *s, const StoreRef *r, Err *e)
{
    if (db_writable(s, e) < 0) return -1;
    sqlite3_stmt *q = db_get(s, "INSERT INTO ref VALUES(?, ?, ?, ?) ON CONFLICT(owner, plan, address) DO "
                             "UPDATE SET key = excluded.key", e);
    db_bind(s, q, 1, r->owner);
    db_bind(s, q, 2, r->plan);
    db_bind(s, q, 3, r->address);
    db_bind(s, q, 4, r->key);
    return db_do(s, q, e);
}

int store_refs(Store *s, Arena *a, StoreRef **refs, size_t *n, Err *e)
{
    StoreRef *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT owner, plan, address, key FROM ref ORDER BY owner, plan, address", e);
    while ((rc = db_row(s, q, e)) > 0) *LIST_ADD(list, k) = (StoreRef){TEXT(0), TEXT(1), TEXT(2), TEXT(3)};
    return KEEP(list, k, refs, n, rc);
}

int store_refs_of(Store *s, const char *prefix, Arena *a, StoreRef **refs, size_t *n, Err *e)
{
    StoreRef *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT owner, plan, address, key FROM ref WHERE owner >= ? || ':' AND owner < ? || ';' "
                             "ORDER BY owner, plan, address", e);      /* ';' is the byte behind ':' */
    db_bind(s, q, 1, prefix);
    db_bind(s, q, 2, prefix);
    while ((rc = db_row(s, q, e)) > 0) *LIST_ADD(list, k) = (StoreRef){TEXT(0), TEXT(1), TEXT(2), TEXT(3)};
    return KEEP(list, k, refs, n, rc);
}
