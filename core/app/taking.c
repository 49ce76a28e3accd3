/* taking.c - runs the workspace with the layer as it was and as it is, and decides what merges and what waits;
    must not know how a
 * layer comes. */
#include "core/app/taking.h"
#include "core/app/edits.h"
#include "core/app/hand.h"
#include "core/app/taking_words.h"
#include "core/base/text.h"
#include "core/script/cut.h"
#include <stdlib.h>
#include <string.h>

int taking_waits(ChangeKind k) { return k == CHANGE_FIELD || k == CHANGE_REFUSED || k == CHANGE_LOST || k == CHANGE_REMOVED ||
                                        k == CHANGE_TWIN || k == CHANGE_BLOCK || k == CHANGE_FILE; }

size_t taking_waiting(const TakingUp *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->changes.n; i++) n += (size_t)taking_waits(t->changes.v[i].kind);
    return n;
}

void taking_free(TakingUp *t)
{
    changes_free(&t->changes);
    findings_free(&t->said);
    free(t->text);
    t->text = NULL;
}

/* --- looking --- */

/* One unit's model (NULL: below the units), its findings apart. 1 = it cannot be read and is passed over. */
static int ask_model(Session *s, const char *id, Model **m, Findings *said, Err *e)
{
    Hand h = {.s = s, .wall = s->wall, .store = s->store, .arena = s->c->arena};
    UnitAsk ask = {.want = WANT_MODEL};
    UnitAnswer a = {0};
    Buf b = {0};
    Err why = {0};
    *m = NULL;
    int rc = hand_pack_unit(&h, id, &ask, &b, &why) || hand_ask(&h, id, &b, &ask, &a, said, &why) ? 1 : 0;
    buf_free(&b);
    buf_free(&h.outputs);
    *m = a.model;
    if (rc == 0) return 0;
    err_at(&why, id ? arena_print(s->c->arena, "units/%s", id) : s->w.dir, 0, 0);
    findings_add_err(said, &why);
    return wall_alive(s->wall) || hand_revive(&h, e) == 0 ? 1 : -1;
}

typedef struct Both { Session *was, *now; size_t from_was, from_now; } Both;

static int look_at_unit(TakingUp *t, const Both *b, const char *id, size_t *n_was, size_t *n_now, Err *e)
{
    Model *was = NULL, *now = NULL;
    Findings old;
    findings_init(&old, t->c->arena);
    int rc = ask_model(b->was, id, &was, &old, e);
    if (rc >= 0) {
        int again = ask_model(b->now, id, &now, &t->said, e);
        if (again) rc = again;
    }
    if (rc == 0) {
        CompareSide x = {was, b->from_was}, y = {now, b->from_now};
        compare_models(&t->changes, x, y, id ? id : "", &t->s->admit, &t->said, !id, t->c->lang);
        *n_was = model_layer_count(was);
        *n_now = model_layer_count(now);
    }
    model_free(was);
    model_free(now);
    findings_free(&old);
    return rc < 0 ? -1 : 0;
}

static int look_at_units(TakingUp *t, Both *b, Err *e)
{
    size_t was = 0, now = 0, x, y;
    if (look_at_unit(t, b, NULL, &was, &now, e)) return -1;
    if (!was || !now) return 0;                                    /* the base itself cannot be read: said */
    b->from_was = was;
    b->from_now = now;
    for (size_t i = 0; i < t->s->w.n_units; i++)
        if (look_at_unit(t, b, t->s->w.unit[i], &x, &y, e)) return -1;
    return 0;
}

int taking_look(TakingUp *t, Err *e)
{
    Cli *c = t->c;
    Swap swap = {.path = t->path, .file = t->stands ? t->was : t->now, .n = t->stands ? t->n_was : t->n_now};
    Session other;
    Findings mine = c->findings;
    t->changes = (Changes){.arena = c->arena};
    findings_init(&t->said, c->arena);
    findings_init(&c->findings, c->arena);
    int rc = session_open_as(&other, c, SESSION_READ, &swap, e);
    const Findings *base = t->stands ? &mine : &c->findings;
    for (size_t i = 0; i < base->n; i++) findings_copy(&t->said, &base->v[i]);
    Both b = {.was = t->stands ? &other : t->s, .now = t->stands ? t->s : &other};
    if (rc == 0) rc = look_at_units(t, &b, e);
    if (rc == 0) rc = taking_look_texts(t, b.now, e);
    session_close(&other);
    findings_free(&c->findings);
    c->findings = mine;
    if (t->stands) c->findings.n = 0;                              /* what they are about is dealt with here */
    return rc;
}

/* --- writing --- */

static int later_line(const void *x, const void *y)
{
    const Change *a = *(const Change *const *)x, *b = *(const Change *const *)y;
    int d = strcmp(a->file ? a->file : "", b->file ? b->file : "");
    return d ? d : b->line - a->line;
}

/* Statements the layer has made needless go out of the scripts, as comments. */
static int drop_needless(TakingUp *t, Edits *edits, Err *e)
{
    const Change **v = arena_alloc(t->c->arena, mem_mul(t->changes.n + 1, sizeof *v));
    size_t n = 0;
    for (size_t i = 0; i < t->changes.n; i++)
        if (t->changes.v[i].kind == CHANGE_SAME && t->changes.v[i].file) v[n++] = &t->changes.v[i];
    qsort(v, n, sizeof *v, later_line);
    const char *note = arena_print(t->c->arena, cli_word(t->c, "nâng cấp %s: lớp dưới nay đã ghi như vậy",
                                                         "upgrade %s: the layer below says the same now"), t->source);
    for (size_t i = 0; i < n; i++) {
        Buf *text = edits_open(edits, v[i]->file, e);
        if (!text) return -1;
        int done = v[i]->at < 0 ? cut_statement(text, v[i]->line, note) : -1;
        for (int line = v[i]->line; done && v[i]->at >= 0 && line < v[i]->line + 12; line++)   /* fields cut above moved it */
            done = cut_field(text, line, v[i]->of, (size_t)v[i]->at, note);
    }
    return 0;
}

static int same_text(const char *a, const char *b) { return !strcmp(a ? a : "", b ? b : ""); }

/* A decision that already waits is brought up to date: what both started from stays. */
static int propose(TakingUp *t, StoreProposal *old, size_t n_old, const Change *x, Err *e)
{
    StoreProposal p = {.unit = x->unit, .source = t->source, .sha256 = t->sha256, .kind = change_word(x->kind), .address =
        x->address,
                       .field = x->field, .base = x->base, .theirs = x->theirs, .mine = x->mine, .note = x->note,
                       .who = session_who(t->c)};
    if (x->at < 0 && x->file) p.field = x->file;                   /* where its statements stand */
    for (size_t i = 0; i < n_old && x->kind != CHANGE_BLOCK; i++) {
        StoreProposal *o = &old[i];
        if (o->state != PROPOSAL_OPEN || !same_text(o->unit, p.unit) || !same_text(o->kind, p.kind) ||
            !same_text(o->address, p.address) || !same_text(o->field, p.field)) continue;
        p.id = o->id;
        p.base = o->base;
    }
    return store_put_proposal(t->s->store, &p, e);
}

int taking_write(TakingUp *t, Rewrites *r, Err *e)
{
    StoreProposal *old;
    size_t n_old;
    Edits edits = {.s = t->s};
    int rc = drop_needless(t, &edits, e);
    if (rc == 0) rc = edits_put(&edits, r, e);
    edits_free(&edits);
    for (size_t i = 0; rc == 0 && i < t->n_texts; i++)
        if (t->text[i].text.p) rc = rewrites_add(r, t->text[i].path, t->text[i].text, e);
    if (rc == 0) rc = store_proposals(t->s->store, t->c->arena, &old, &n_old, e);
    for (size_t i = 0; rc == 0 && i < t->changes.n; i++)
        if (taking_waits(t->changes.v[i].kind)) rc = propose(t, old, n_old, &t->changes.v[i], e);
    return rc;
}

/* --- saying --- */

static size_t count(const TakingUp *t, ChangeKind k)
{
    size_t n = 0;
    for (size_t i = 0; i < t->changes.n; i++) n += t->changes.v[i].kind == k;
    return n;
}

enum { SAID_MOST = 12 };

static void say_kind(TakingUp *t, ChangeKind k)
{
    Cli *c = t->c;
    size_t said = 0, all = count(t, k);
    for (size_t i = 0; i < t->changes.n && said < SAID_MOST; i++) {
        const Change *x = &t->changes.v[i];
        if (x->kind != k) continue;
        said++;
        buf_puts(&c->out, "  ");
        taking_words_line(x, c->lang, &c->out);
        buf_putc(&c->out, '\n');
    }
    if (all > said) buf_printf(&c->out, cli_word(c, "  … và %zu chỗ nữa (--json in đủ)\n",
        "  … and %zu more (--json prints all)\n"),
                               all - said);
}

void taking_say(TakingUp *t)
{
    static const ChangeKind order[] = {CHANGE_NEW, CHANGE_GONE, CHANGE_VALUE, CHANGE_MERGED, CHANGE_SAME};
    Cli *c = t->c;
    if (c->json || c->quiet) return;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t n = count(t, order[i]);
        if (!n) continue;
        buf_printf(&c->out, taking_words_head(order[i], c->lang), n);
        say_kind(t, order[i]);
    }
    for (size_t i = 0; i < t->n_texts; i++)
        if (t->text[i].taken)
            buf_printf(&c->out, cli_word(c, "Đã ghép vào %s: %zu đoạn của bản mới, giữ phần đơn vị đã sửa.\n",
                                         "Merged into %s: %zu passages of the new version, the unit's own kept.\n"),
                       t->text[i].path, t->text[i].taken);
    size_t waiting = taking_waiting(t);
    if (waiting) buf_printf(&c->out, cli_word(c, "Còn %zu điều chờ đơn vị quyết (tạm giữ theo đơn vị): sen xem-lai\n",
                                              "%zu decisions wait, the unit's own stands until then: sen review\n"), waiting);
}

static json_t *change_json(const Change *x)
{
    return json_pack("{s:s,s:s,s:s,s:o,s:o,s:o,s:o,s:o}", "kind", change_word(x->kind), "unit", x->unit, "address", x->address,
        "field",
                     json_text(x->field), "base", json_text(x->base), "theirs", json_text(x->theirs), "mine", json_text(x->mine),
                     "note", json_text(x->note));
}

json_t *taking_json(const TakingUp *t)
{
    json_t *changes = json_array(), *merged = json_array(), *waiting = json_array();
    for (size_t i = 0; i < t->changes.n; i++) {
        const Change *x = &t->changes.v[i];
        json_array_append_new(taking_waits(x->kind) ? waiting : x->kind >= CHANGE_MERGED ? merged : changes, change_json(x));
    }
    for (size_t i = 0; i < t->n_texts; i++)
        if (t->text[i].taken)
            json_array_append_new(merged, json_pack("{s:s,s:s,s:s,s:i}", "kind", "text", "unit", t->text[i].unit, "address",
                                                    t->text[i].path, "passages", (int)t->text[i].taken));
    return json_pack("{s:s,s:s,s:o,s:o,s:o}", "schema", "sen-upgrade/1", "source", t->source, "changes", changes, "merged",
        merged,
                     "waiting", waiting);
}
