/* parts.c - writes and reads one version of a plan; knows nothing of identity or keys. */
#include "core/store/parts.h"
#include "core/store/database.h"
#include "core/base/file.h"
#include <stdlib.h>
#include <string.h>

static const char *kind_word(int i) { return plan_node_kind_name((NodeKind)i); }
static const char *date_word(int i) { return plan_date_kind_name((DateKind)i); }
static const char *role_word(int i) { return plan_actor_role_name((ActorRole)i); }
static const char *direction_word(int i) { return plan_direction_name((Direction)i); }

/* --- writing --- */

/* Where a row goes: every part begins with plan, version, position. */
typedef struct Place { Store *s; const char *id; int version; Err *e; } Place;

static sqlite3_stmt *part(const Place *at, const char *sql, size_t pos)
{
    sqlite3_stmt *q = db_get(at->s, sql, at->e);
    db_bind(at->s, q, 1, at->id);
    db_bind_int(at->s, q, 2, at->version);
    db_bind_int(at->s, q, 3, (int64_t)pos);
    return q;
}

static void bind_node(Store *s, sqlite3_stmt *q, int i, int node)
{
    if (node >= 0) db_bind_int(s, q, i, node);
}

static void bind_real(Store *s, sqlite3_stmt *q, int i, double v)
{
    if (q && sqlite3_bind_double(q, i, v) != SQLITE_OK) s->bind_rc = SQLITE_NOMEM;
}

static int put_nodes(const Place *at, const Plan *p)
{
    Store *s = at->s;
    for (size_t i = 0; i < p->n_nodes; i++) {
        const PlanNode *n = &p->nodes[i];
        sqlite3_stmt *q = part(at, "INSERT INTO node VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", i);
        db_bind(s, q, 4, n->key);
        db_bind(s, q, 5, n->id);
        bind_node(s, q, 6, n->parent);
        db_bind(s, q, 7, kind_word((int)n->kind));
        db_bind(s, q, 8, n->label);
        db_bind(s, q, 9, n->text);
        db_bind_int(s, q, 10, n->line);
        bind_real(s, q, 11, n->confidence);
        if (db_do(s, q, at->e) < 0) return -1;
    }
    return 0;
}

static int put_legal(const Place *at, const Plan *p)
{
    Store *s = at->s;
    for (size_t i = 0; i < p->n_legal; i++) {
        const PlanLegal *l = &p->legal[i];
        sqlite3_stmt *q = part(at, "INSERT INTO legal VALUES(?, ?, ?, ?, ?, ?, ?, ?)", i);
        db_bind(s, q, 4, l->kind);
        db_bind(s, q, 5, l->number);
        db_bind(s, q, 6, l->issuer);
        db_bind_date(s, q, 7, l->date);
        bind_node(s, q, 8, l->node);
        if (db_do(s, q, at->e) < 0) return -1;
    }
    return 0;
}

static int put_dates(const Place *at, const Plan *p)
{
    Store *s = at->s;
    for (size_t i = 0; i < p->n_dates; i++) {
        const PlanDate *d = &p->dates[i];
        sqlite3_stmt *q = part(at, "INSERT INTO date VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)", i);
        db_bind(s, q, 4, date_word((int)d->kind));
        db_bind_date(s, q, 5, d->from);
        db_bind_date(s, q, 6, d->to);
        db_bind_int(s, q, 7, d->exclusive);
        db_bind_int(s, q, 8, d->yearly);
        bind_node(s, q, 9, d->node);
        if (db_do(s, q, at->e) < 0) return -1;
    }
    return 0;
}

static int put_actors(const Place *at, const Plan *p)
{
    Store *s = at->s;
    for (size_t i = 0; i < p->n_actors; i++) {
        const PlanActor *x = &p->actors[i];
        sqlite3_stmt *q = part(at, "INSERT INTO actor VALUES(?, ?, ?, ?, ?, ?)", i);
        db_bind(s, q, 4, x->name);
        db_bind(s, q, 5, role_word((int)x->role));
        bind_node(s, q, 6, x->node);
        if (db_do(s, q, at->e) < 0) return -1;
    }
    return 0;
}

static int put_targets(const Place *at, const Plan *p)
{
    Store *s = at->s;
    for (size_t i = 0; i < p->n_targets; i++) {
        const PlanTarget *t = &p->targets[i];
        sqlite3_stmt *q = part(at, "INSERT INTO target VALUES(?, ?, ?, ?, ?, ?, ?, ?)", i);
        bind_real(s, q, 4, t->value);
        db_bind(s, q, 5, t->unit);
        db_bind(s, q, 6, direction_word((int)t->direction));
        db_bind_int(s, q, 7, t->year);
        bind_node(s, q, 8, t->node);
        if (db_do(s, q, at->e) < 0) return -1;
    }
    return 0;
}

static int put_leftovers(const Place *at, const Plan *p)
{
    Store *s = at->s;
    for (size_t i = 0; i < p->n_rest; i++) {
        sqlite3_stmt *q = part(at, "INSERT INTO rest VALUES(?, ?, ?, ?, ?, ?)", i);
        db_bind(s, q, 4, p->rest[i].kind);
        db_bind(s, q, 5, p->rest[i].text);
        db_bind_int(s, q, 6, p->rest[i].line);
        if (db_do(s, q, at->e) < 0) return -1;
    }
    for (size_t i = 0; i < p->n_repairs; i++) {
        sqlite3_stmt *q = part(at, "INSERT INTO repair VALUES(?, ?, ?, ?, ?, ?, ?)", i);
        db_bind(s, q, 4, p->repairs[i].kind);
        db_bind(s, q, 5, p->repairs[i].before);
        db_bind(s, q, 6, p->repairs[i].after);
        db_bind_int(s, q, 7, p->repairs[i].line);
        if (db_do(s, q, at->e) < 0) return -1;
    }
    for (size_t i = 0; i < p->n_recipients; i++) {
        sqlite3_stmt *q = part(at, "INSERT INTO recipient VALUES(?, ?, ?, ?)", i);
        db_bind(s, q, 4, p->recipients[i]);
        if (db_do(s, q, at->e) < 0) return -1;
    }
    return 0;
}

static void content_hash(const Plan *p, char hex[65])
{
    Buf b = {0};
    plan_pack(p, &b);
    store_sha256(b.p, b.n, hex);
    buf_free(&b);
}

static int put_header(const Place *at, const Plan *p, const char *source, const char *sha256)
{
    Store *s = at->s;
    char hex[65];
    content_hash(p, hex);
    sqlite3_stmt *q = db_get(s, "INSERT INTO version VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                             at->e);
    const char *const first[] = {source ? source : "", sha256 ? sha256 : "", s->command.at, s->command.who, hex,
                                 p->type, p->attached, p->number, p->symbol, p->place, p->subject, p->issuer};
    const int numbers[] = {p->year, p->month, p->day, p->plan_year};
    const char *const signer[] = {p->authority, p->title, p->name};
    db_bind(s, q, 1, at->id);
    db_bind_int(s, q, 2, at->version);
    for (int i = 0; i < 12; i++) db_bind(s, q, 3 + i, first[i]);
    for (int i = 0; i < 4; i++) db_bind_int(s, q, 15 + i, numbers[i]);
    for (int i = 0; i < 3; i++) db_bind(s, q, 19 + i, signer[i]);
    db_bind_int(s, q, 22, (int64_t)p->n_nodes);
    return db_do(s, q, at->e);
}

int parts_put(Store *s, Plan *p, const char *id, int version, const char *source, const char *sha256, Err *e)
{
    Place at = {s, id, version, e};
    if (put_header(&at, p, source, sha256) < 0 || put_nodes(&at, p) < 0 || put_legal(&at, p) < 0) return -1;
    if (put_dates(&at, p) < 0 || put_actors(&at, p) < 0 || put_targets(&at, p) < 0) return -1;
    return put_leftovers(&at, p);
}

/* --- reading --- */

/* Readers take one row each; NULL where text is needed, or an index out of range, marks the store's bad_text. */
typedef struct Load { Store *s; sqlite3_stmt *q; Plan *p; } Load;

static const char *text_at(Load *l, int i) { return db_text(l->s, l->q, i, l->p->arena); }

static const char *needed_at(Load *l, int i)
{
    const char *t = text_at(l, i);
    if (!t) l->s->bad_text = 1;
    return t ? t : "";
}

static int int_at(Load *l, int i)
{
    int64_t v = sqlite3_column_int64(l->q, i);
    if (v < 0 || v > INT32_MAX) {
        l->s->bad_text = 1;
        return 0;
    }
    return (int)v;
}

static int node_at(Load *l, int i, size_t limit)
{
    if (sqlite3_column_type(l->q, i) == SQLITE_NULL) return -1;
    int v = int_at(l, i);
    if ((size_t)v < limit) return v;
    l->s->bad_text = 1;
    return -1;
}

static void load_node(Load *l)
{
    PlanNode *n = plan_add_node(l->p);
    n->key = needed_at(l, 0);
    n->id = needed_at(l, 1);
    n->parent = node_at(l, 2, l->p->n_nodes - 1);         /* parents come first */
    n->kind = (NodeKind)db_word(l->s, l->q, 3, kind_word, NODE_KINDS);
    n->label = text_at(l, 4);
    n->text = needed_at(l, 5);
    n->line = int_at(l, 6);
    n->confidence = sqlite3_column_double(l->q, 7);
}

static void load_legal(Load *l)
{
    PlanLegal *x = plan_add_legal(l->p);
    x->kind = needed_at(l, 0);
    x->number = needed_at(l, 1);
    x->issuer = text_at(l, 2);
    x->date = db_date(l->s, l->q, 3);
    x->node = node_at(l, 4, l->p->n_nodes);
}

static void load_date(Load *l)
{
    PlanDate *x = plan_add_date(l->p);
    x->kind = (DateKind)db_word(l->s, l->q, 0, date_word, DATE_KINDS);
    x->from = db_date(l->s, l->q, 1);
    x->to = db_date(l->s, l->q, 2);
    x->exclusive = int_at(l, 3);
    x->yearly = int_at(l, 4);
    x->node = node_at(l, 5, l->p->n_nodes);
}

static void load_actor(Load *l)
{
    PlanActor *x = plan_add_actor(l->p);
    x->name = needed_at(l, 0);
    x->role = (ActorRole)db_word(l->s, l->q, 1, role_word, ACTOR_ROLES);
    x->node = node_at(l, 2, l->p->n_nodes);
}

static void load_target(Load *l)
{
    PlanTarget *x = plan_add_target(l->p);
    x->value = sqlite3_column_double(l->q, 0);
    x->unit = needed_at(l, 1);
    x->direction = (Direction)db_word(l->s, l->q, 2, direction_word, DIRECTIONS);
    x->year = int_at(l, 3);
    x->node = node_at(l, 4, l->p->n_nodes);
}

static void load_rest(Load *l)
{
    PlanRest *x = plan_add_rest(l->p);
    x->kind = needed_at(l, 0);
    x->text = needed_at(l, 1);
    x->line = int_at(l, 2);
}

static void load_repair(Load *l)
{
    PlanRepair *x = plan_add_repair(l->p);
    x->kind = needed_at(l, 0);
    x->before = needed_at(l, 1);
    x->after = needed_at(l, 2);
    x->line = int_at(l, 3);
}

static void load_recipient(Load *l) { plan_add_recipient(l->p, needed_at(l, 0)); }

static void load_header(Load *l)
{
    Plan *p = l->p;
    const char **const text[] = {&p->type, &p->attached, &p->number, &p->symbol, &p->place, &p->subject, &p->issuer};
    const char **const signer[] = {&p->authority, &p->title, &p->name};
    int *const number[] = {&p->year, &p->month, &p->day, &p->plan_year};
    for (int i = 0; i < 7; i++) *text[i] = text_at(l, i);
    for (int i = 0; i < 4; i++) *number[i] = int_at(l, 7 + i);
    for (int i = 0; i < 3; i++) *signer[i] = text_at(l, 11 + i);
}

#define WHERE " WHERE plan = ? AND version = ? ORDER BY pos"
static const struct { const char *sql; void (*load)(Load *); } parts[] = {
    {"SELECT key, address, parent, kind, label, text, line, confidence FROM node" WHERE, load_node},
    {"SELECT kind, number, issuer, date, node FROM legal" WHERE, load_legal},
    {"SELECT kind, first, last, exclusive, yearly, node FROM date" WHERE, load_date},
    {"SELECT name, role, node FROM actor" WHERE, load_actor},
    {"SELECT value, unit, direction, year, node FROM target" WHERE, load_target},
    {"SELECT kind, text, line FROM rest" WHERE, load_rest},
    {"SELECT kind, before, after, line FROM repair" WHERE, load_repair},
    {"SELECT name FROM recipient" WHERE, load_recipient},
};

static int load_part(Load *l, const char *sql, void (*load)(Load *), const char *id, int version, Err *e)
{
    int rc, found = 0;
    l->q = db_get(l->s, sql, e);
    db_bind(l->s, l->q, 1, id);
    db_bind_int(l->s, l->q, 2, version);
    while ((rc = db_row(l->s, l->q, e)) > 0) {
        load(l);
        found = 1;
    }
    return rc < 0 ? -1 : found;
}

int parts_load(Store *s, const char *id, int version, Plan **plan, Err *e)
{
    Load l = {s, NULL, plan_new()};
    *plan = NULL;
    int rc = load_part(&l, "SELECT type, attached, number, symbol, place, subject, issuer, year, month, day, plan_year, "
                           "signer_authority, signer_title, signer_name FROM version WHERE plan = ? AND version = ?",
                       load_header, id, version, e);
    int found = rc;
    for (size_t i = 0; rc >= 0 && found > 0 && i < sizeof parts / sizeof *parts; i++)
        rc = load_part(&l, parts[i].sql, parts[i].load, id, version, e);
    if (rc < 0 || db_sound(s, e) < 0) found = -1;
    if (found > 0) *plan = l.p;
    else plan_free(l.p);
    return found;
}

/* --- checking --- */

static int check_one(Store *s, const char *id, int version, const char *want, Findings *f, Err *e)
{
    Err bad = {0};
    Plan *p = NULL;
    char hex[65] = "";
    int rc = parts_load(s, id, version, &p, &bad);
    if (rc < 0 && bad.code != SEN5003) {
        *e = bad;
        return -1;
    }
    if (p) content_hash(p, hex);
    if (strcmp(hex, want)) findings_add(f, SEN5026, s->path, 0, 0, NULL, "%s" ARG "%d", id, version);
    plan_free(p);
    return 0;
}

int parts_check(Store *s, Findings *f, Err *e)
{
    typedef struct Row { const char *id, *content; int version; } Row;
    Arena *a = arena_new();
    Row *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT plan, version, content FROM version ORDER BY plan, version", e);
    while ((rc = db_row(s, q, e)) > 0)
        *LIST_ADD(list, k) = (Row){db_text(s, q, 0, a), db_text(s, q, 2, a), sqlite3_column_int(q, 1)};
    s->bad_text = 0;
    for (size_t i = 0; rc == 0 && i < k; i++) rc = check_one(s, list[i].id, list[i].version, list[i].content, f, e);
    free(list);
    arena_free(a);
    return rc;
}
