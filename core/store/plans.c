/* plans.c - plans and their versions: identity, permanent keys, what moved. Which clause continues which is model/align. */
#include "core/store/database.h"
#include "core/base/file.h"
#include "core/base/map.h"
#include "core/base/text.h"
#include "core/model/align.h"
#include "core/store/parts.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- identity --- */

static void fold_into(Buf *b, const char *t)
{
    Buf f = {0};
    if (t) text_fold(t, strlen(t), &f);
    buf_add(b, buf_text(&f), f.n);
    buf_free(&f);
}

/* Issuer, type, symbol, year; the number is compared apart. */
static const char *identity_of(const Plan *p, Arena *a)
{
    Buf b = {0};
    const char *const part[] = {p->issuer, p->type, p->symbol};
    for (size_t i = 0; i < sizeof part / sizeof *part; i++) {
        fold_into(&b, part[i]);
        buf_putc(&b, '|');
    }
    buf_printf(&b, "%d", p->plan_year);
    const char *text = arena_text(a, b.p, b.n);
    buf_free(&b);
    return text;
}

static int same_text(const char *a, const char *b) { return a == b || (a && b && !strcmp(a, b)); }
static int same_subject(const char *a, const char *b) { return text_same_folded(a ? a : "", b ? b : ""); }

typedef struct Known { const char *id; int version; } Known;

/* The plan this one is a version of. A blank number (a draft) and a number are the same plan only under the same subject. */
static int find_plan(Store *s, const Plan *p, const char *identity, Arena *a, Known *found, Err *e)
{
    int rc, drafts = 0;
    Known draft = {0};
    sqlite3_stmt *q = db_get(s, "SELECT p.id, p.version, v.number, v.subject FROM plan p JOIN version v ON v.plan = p.id "
                             "AND v.version = p.version "
                             "WHERE p.identity = ? ORDER BY p.put DESC", e);
    *found = (Known){0};
    db_bind(s, q, 1, identity);
    while ((rc = db_row(s, q, e)) > 0) {
        const char *number = db_text(s, q, 2, a), *subject = db_text(s, q, 3, a);
        Known k = {db_text(s, q, 0, a), sqlite3_column_int(q, 1)};
        if (same_text(number, p->number) && !found->id) *found = k;
        else if ((!number || !p->number) && same_subject(subject, p->subject) && !drafts++) draft = k;
    }
    if (!found->id && drafts == 1) *found = draft;
    return rc < 0 ? -1 : db_sound(s, e);
}

static int is_id_taken(Store *s, const char *id, Err *e)
{
    sqlite3_stmt *q = db_get(s, "SELECT 1 FROM plan WHERE id = ?", e);
    db_bind(s, q, 1, id);
    int rc = db_row(s, q, e);
    if (rc > 0) sqlite3_reset(q);
    return rc;
}

/* "kh-ubnd-2026", else "kh-ubnd-2026-2" … */
static const char *new_id(Store *s, const Plan *p, Arena *a, Err *e)
{
    const char *base = plan_slug(p, a), *id = base;
    for (int i = 2, rc; (rc = is_id_taken(s, id, e)) != 0; i++) {
        if (rc < 0) return NULL;
        id = arena_print(a, "%s-%d", base, i);
    }
    return id;
}

/* --- keys --- */

static int take_counter(Store *s, size_t want, int64_t *first, Err *e)
{
    sqlite3_stmt *q = db_get(s, "UPDATE clock SET next_key = next_key + ? RETURNING next_key", e);
    db_bind_int(s, q, 1, (int64_t)want);
    int rc = db_row(s, q, e);
    if (rc != 1) return -1;
    *first = sqlite3_column_int64(q, 0) - (int64_t)want;
    return db_do(s, q, e);
}

/* A clause that was gone and stands again, word for word, gets its old key back. */
static int revive_keys(Store *s, const char *id, int before, Plan *p, Err *e)
{
    Map *used = map_new(), *gone = map_new();
    Arena *a = arena_new();
    int rc;
    for (size_t i = 0; i < p->n_nodes; i++)
        if (p->nodes[i].key) map_put(used, p->nodes[i].key, p);
    sqlite3_stmt *q = db_get(s, "SELECT text, key FROM node WHERE plan = ? AND version < ? ORDER BY version DESC, pos", e);
    db_bind(s, q, 1, id);
    db_bind_int(s, q, 2, before);
    while ((rc = db_row(s, q, e)) > 0) {
        const char *text = db_text(s, q, 0, a), *key = db_text(s, q, 1, a);
        if (!text || !key || !*text || map_get(used, key) || map_get(gone, text)) continue;
        map_put(gone, text, (char *)key);
        map_put(used, key, p);
    }
    for (size_t i = 0; rc == 0 && i < p->n_nodes; i++) {
        const char *key = p->nodes[i].key ? NULL : map_get(gone, p->nodes[i].text);
        if (!key) continue;
        p->nodes[i].key = arena_copy(p->arena, key);
        map_put(gone, p->nodes[i].text, NULL);
    }
    map_free(used);
    map_free(gone);
    arena_free(a);
    return rc < 0 ? -1 : db_sound(s, e);
}

static int give_keys(Store *s, const char *id, int version, const Plan *old, const Align *al, Plan *p, Err *e)
{
    size_t fresh = 0;
    int64_t next;
    for (size_t i = 0; i < p->n_nodes; i++)
        p->nodes[i].key = old && al->old_of[i] >= 0 ? arena_copy(p->arena, old->nodes[al->old_of[i]].key) : NULL;
    if (version > 2 && revive_keys(s, id, version - 1, p, e) < 0) return -1;
    for (size_t i = 0; i < p->n_nodes; i++) fresh += !p->nodes[i].key;
    if (take_counter(s, fresh, &next, e) < 0) return -1;
    for (size_t i = 0; i < p->n_nodes; i++)
        if (!p->nodes[i].key) p->nodes[i].key = arena_print(p->arena, "n%lld", (long long)next++);
    return 0;
}

/* --- what moved --- */

static void join_by_key(const Plan *old, const Plan *now, Arena *a, Align *al)
{
    Map *at = map_new();
    al->old_of = arena_alloc(a, mem_mul(now->n_nodes, sizeof(int)));
    al->new_of = arena_alloc(a, mem_mul(old->n_nodes, sizeof(int)));
    for (size_t i = 0; i < old->n_nodes; i++) {
        al->new_of[i] = -1;
        map_put(at, old->nodes[i].key, &al->new_of[i]);
    }
    for (size_t i = 0; i < now->n_nodes; i++) {
        int *there = map_get(at, now->nodes[i].key);
        al->old_of[i] = there ? (int)(there - al->new_of) : -1;
        if (there) *there = (int)i;
    }
    map_free(at);
    align_leftovers(old, now, a, al);
}

static size_t list_moves(const Plan *old, const Plan *now, const Align *al, Arena *a, StoreMove **moves, size_t *n)
{
    StoreMove *list = NULL;
    size_t k = 0, kept = 0;
    for (size_t i = 0; i < now->n_nodes; i++) {
        const PlanNode *x = &now->nodes[i], *was = al->old_of[i] >= 0 ? &old->nodes[al->old_of[i]] : NULL;
        if (was && !strcmp(was->id, x->id) && !strcmp(was->text, x->text)) {
            kept++;
            continue;
        }
        StoreMove *m = LIST_ADD(list, k);
        *m = (StoreMove){MOVE_NEW, arena_copy(a, x->key), NULL, arena_copy(a, x->id)};
        if (was) {
            m->kind = strcmp(was->text, x->text) ? MOVE_EDITED : MOVE_MOVED;
            m->from = arena_copy(a, was->id);
        } else if (al->part_of[i] >= 0) {
            m->kind = MOVE_SPLIT;
            m->from = arena_copy(a, old->nodes[al->part_of[i]].id);
        }
    }
    for (size_t i = 0; i < old->n_nodes; i++) {
        if (al->new_of[i] >= 0) continue;
        int into = al->into[i];
        *LIST_ADD(list, k) = (StoreMove){into >= 0 ? MOVE_JOINED : MOVE_GONE, arena_copy(a, old->nodes[i].key),
                                         arena_copy(a, old->nodes[i].id), into >= 0 ? arena_copy(a, now->nodes[into].id) : NULL};
    }
    *moves = list_keep(list, k, sizeof *list, a);
    *n = k;
    return kept;
}

/* --- putting --- */

/* The bytes of what a plan says, without its keys. */
static void content_of(Plan *p, Buf *out)
{
    const char **keys = mem_alloc(mem_mul(p->n_nodes, sizeof *keys));
    for (size_t i = 0; i < p->n_nodes; i++) {
        keys[i] = p->nodes[i].key;
        p->nodes[i].key = NULL;
    }
    plan_pack(p, out);
    for (size_t i = 0; i < p->n_nodes; i++) p->nodes[i].key = keys[i];
    free(keys);
}

static int same_content(Plan *a, Plan *b)
{
    Buf x = {0}, y = {0};
    content_of(a, &x);
    content_of(b, &y);
    int same = x.n == y.n && !memcmp(buf_text(&x), buf_text(&y), x.n);
    buf_free(&x);
    buf_free(&y);
    return same;
}

static int put_plan_row(Store *s, const Plan *p, const char *identity, const StorePut *out, Err *e)
{
    if (db_exec(s, "UPDATE clock SET puts = puts + 1", e) < 0) return -1;
    sqlite3_stmt *q = db_get(s, "INSERT INTO plan VALUES(?, ?, ?, ?, (SELECT puts FROM clock)) ON CONFLICT(id) DO UPDATE SET "
                             "number = excluded.number, version = excluded.version, put = excluded.put", e);
    db_bind(s, q, 1, out->id);
    db_bind(s, q, 2, identity);
    db_bind(s, q, 3, p->number);
    db_bind_int(s, q, 4, out->version);
    return db_do(s, q, e);
}

static void keep_old_keys(Plan *p, const Plan *old)
{
    for (size_t i = 0; i < p->n_nodes; i++) p->nodes[i].key = arena_copy(p->arena, old->nodes[i].key);
}

int store_put_plan(Store *s, Plan *p, const char *source, const char *sha256, Arena *a, StorePut *out, Err *e)
{
    Known known;
    Plan *old = NULL;
    Align al = {0};
    int rc = -1;
    *out = (StorePut){.outcome = STORE_NEW_PLAN, .version = 1};
    const char *identity = identity_of(p, a);
    if (db_writable(s, e) < 0 || find_plan(s, p, identity, a, &known, e) < 0) return -1;
    out->id = known.id ? known.id : new_id(s, p, a, e);
    if (!out->id) return -1;
    if (known.id) {
        if (store_plan(s, known.id, known.version, &old, e) < 0 || !old) goto out;
        out->outcome = STORE_NEW_VERSION;
        out->version = known.version;
        if (same_content(old, p)) {
            keep_old_keys(p, old);
            out->outcome = STORE_SAME;
            out->kept = p->n_nodes;
            rc = 0;
            goto out;
        }
        out->version++;
        align_plans(old, p, a, &al);
    }
    if (give_keys(s, out->id, out->version, old, &al, p, e) < 0) goto out;
    if (put_plan_row(s, p, identity, out, e) < 0 || parts_put(s, p, out->id, out->version, source, sha256, e) < 0) goto out;
    if (old) {
        join_by_key(old, p, a, &al);                      /* with revived keys */
        out->kept = list_moves(old, p, &al, a, &out->moves, &out->n_moves);
    }
    rc = 0;
out:
    plan_free(old);
    return rc;
}

int store_match_plan(Store *s, const Plan *p, Arena *a, const char **id, Plan **newest, Err *e)
{
    Known known;
    *id = NULL;
    *newest = NULL;
    if (find_plan(s, p, identity_of(p, a), a, &known, e) < 0) return -1;
    *id = known.id;
    return known.id ? store_plan(s, known.id, known.version, newest, e) : 0;
}

/* --- reading --- */

int store_plans(Store *s, Arena *a, StorePlan **plans, size_t *n, Err *e)
{
    StorePlan *list = NULL;
    size_t k = 0;
    int rc;
    sqlite3_stmt *q = db_get(s, "SELECT p.id, v.type, v.number, v.symbol, v.issuer, v.subject, v.plan_year, p.version, "
                             "(SELECT count(*) FROM version WHERE plan = p.id), v.source, v.sha256, v.at, v.who, v.nodes "
                             "FROM plan p JOIN version v ON v.plan = p.id AND v.version = p.version ORDER BY p.put DESC", e);
    while ((rc = db_row(s, q, e)) > 0) {
        StorePlan *p = LIST_ADD(list, k);
        const char **const text[] = {&p->id, &p->type, &p->number, &p->symbol, &p->issuer, &p->subject};
        for (int i = 0; i < 6; i++) *text[i] = db_text(s, q, i, a);
        p->year = sqlite3_column_int(q, 6);
        p->version = sqlite3_column_int(q, 7);
        p->n_versions = sqlite3_column_int(q, 8);
        const char **const more[] = {&p->source, &p->sha256, &p->at, &p->who};
        for (int i = 0; i < 4; i++) *more[i] = db_text(s, q, 9 + i, a);
        p->n_nodes = (size_t)sqlite3_column_int64(q, 13);
    }
    *plans = list_keep(list, k, sizeof *list, a);
    *n = k;
    return rc < 0 ? -1 : db_sound(s, e);
}

/* The id and version asked for, made definite. 1 = there is one, 0 = none, -1. */
static int choose(Store *s, const char *id, int version, Arena *a, Known *k, Err *e)
{
    sqlite3_stmt *q = id ? db_get(s, "SELECT id, version FROM plan WHERE id = ?", e)
                         : db_get(s, "SELECT id, version FROM plan ORDER BY put DESC LIMIT 1", e);
    if (id) db_bind(s, q, 1, id);
    int rc = db_row(s, q, e);
    if (rc <= 0) return rc;
    k->id = db_text(s, q, 0, a);
    k->version = version ? version : sqlite3_column_int(q, 1);
    sqlite3_reset(q);
    return db_sound(s, e) < 0 ? -1 : 1;
}

int store_plan(Store *s, const char *id, int version, Plan **plan, Err *e)
{
    Arena *a = arena_new();
    Known k = {0};
    *plan = NULL;
    int rc = choose(s, id, version, a, &k, e);
    if (rc > 0) rc = parts_load(s, k.id, k.version, plan, e);
    arena_free(a);
    return rc < 0 ? -1 : 0;
}

int store_moves(Store *s, const char *id, int from, int to, Arena *a, StoreMove **moves, size_t *n, Err *e)
{
    Plan *old = NULL, *now = NULL;
    Align al = {0};
    Known k = {0};
    *moves = NULL;
    *n = 0;
    int rc = choose(s, id, to, a, &k, e);
    if (rc <= 0) return rc;
    if (!from) from = k.version - 1;
    rc = from < 1 ? 0 : parts_load(s, k.id, from, &old, e);
    if (rc >= 0 && old) rc = parts_load(s, k.id, k.version, &now, e);
    if (rc >= 0 && old && now) {
        join_by_key(old, now, a, &al);
        list_moves(old, now, &al, a, moves, n);
    }
    plan_free(old);
    plan_free(now);
    return rc < 0 ? -1 : 0;
}

int store_where(Store *s, const char *id, int version, const char *address, Arena *a, const char **key, const char **now, Err *e)
{
    Plan *old = NULL, *plan = NULL;
    Align al = {0};
    Known k = {0};
    int i;
    *key = *now = NULL;
    int rc = choose(s, id, 0, a, &k, e);
    if (rc <= 0) return rc;
    rc = parts_load(s, k.id, version ? version : k.version > 1 ? k.version - 1 : 1, &old, e);
    if (rc >= 0) rc = parts_load(s, k.id, k.version, &plan, e);
    if (rc >= 0 && old && plan && (i = plan_find_node(old, address)) >= 0) {
        join_by_key(old, plan, a, &al);
        int at = al.new_of[i] >= 0 ? al.new_of[i] : al.into[i];
        *key = arena_copy(a, old->nodes[i].key);
        if (at >= 0) *now = arena_copy(a, plan->nodes[at].id);
    }
    plan_free(old);
    plan_free(plan);
    return rc < 0 ? -1 : 0;
}
