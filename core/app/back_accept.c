/* back_accept.c - changes made in Word carried out, in an order in which each finds its place; must not ask. */
#include "core/app/back_take.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

int back_is_kind(const char *kind) { return !strncmp(kind, "word-", 5); }
int back_is_fixed(const char *kind) { return !strcmp(kind, "word-fixed"); }

/* --- values --- */

/* Where the field is printed now: its part, and how it is set. */
static const SourcePart *part_of(const BackTake *t, FieldWay *way)
{
    for (size_t i = 0; i < t->src.n_blocks; i++)
        for (size_t k = 0; k < t->src.block[i].n_parts; k++) {
            const SourcePart *p = &t->src.block[i].part[k];
            const char *field = NULL;
            *way = str_is(p->address, t->p->address) ? back_way(p, &field) : WAY_NONE;
            if (*way && field && !strcmp(field, t->p->field)) return p;
        }
    return NULL;
}

static int take_field(BackTake *t, Err *e)
{
    const StoreProposal *p = t->p;
    FieldWay way = WAY_NONE;
    Buf now = {0};
    const Entity *en = back_entity(t->m, str_of(p->address));
    const SourcePart *part = en && p->field ? part_of(t, &way) : NULL;
    if (!part || !p->theirs) return back_not_there(t, p->address, e);
    Splices x = splice_onto(str_of(p->base ? p->base : ""), str_of(p->theirs), part->text, t->s->c->arena);
    splice_apply(part->text, &x, &now);
    const char *value = back_value(t->s, t->m, way, en, p->field, part->text, buf_view(&now));
    int rc = !x.n ? 0 : value ? back_write_edit(t, p->address, p->field, value, e) : back_not_there(t, p->address, e);
    buf_free(&now);
    return rc;
}

/* --- all of them --- */

typedef int (*Take)(BackTake *t, Err *e);
/* In this order: what finds its place by a passage's own text comes before what changes the passage. */
static const struct { const char *kind; Take take; int from_end; } steps[] = {
    {"word-moved", back_take_moved, 0}, {"word-added", back_take_added, 1}, {"word-deleted", back_take_deleted, 1},
    {"word-tick", back_take_tick, 0}, {"word-text", back_take_text, 1},
    {"word-vars", back_take_vars, 0}, {"word-field", take_field, 0}};

static const char *material_of(const BackTake *t, const char *source)
{
    return arena_text(t->s->c->arena, source, strcspn(source, ":"));
}

static int same_page(const StoreProposal *x, const StoreProposal *y)
{
    size_t n = strcspn(x->source, ":");
    return !strcmp(x->unit, y->unit) && strcspn(y->source, ":") == n && !memcmp(x->source, y->source, n);
}

static int take_step(BackTake *t, size_t step, StoreProposal *const *v, size_t n, size_t first, Err *e)
{
    for (size_t i = 0; i < n; i++) {
        const StoreProposal *p = v[steps[step].from_end ? n - 1 - i : i];
        if (strcmp(p->kind, steps[step].kind) || !same_page(p, v[first])) continue;
        t->p = p;
        if (steps[step].take(t, e)) return -1;
    }
    return 0;
}

static int take_page(BackTake *t, StoreProposal *const *v, size_t n, size_t first, Err *e)
{
    Buf packed = {0};
    Cli *c = t->s->c;
    size_t before = c->findings.n;
    t->p = v[first];
    int rc = session_source(t->s, t->p->unit, material_of(t, t->p->source), &packed, &t->m, e);
    c->findings.n = before;
    if (rc == 0 && (!packed.n || back_source(buf_view(&packed), c->arena, &t->src)))
        rc = err_set(e, SEN8080, "%s" ARG "%s", t->p->source, material_of(t, t->p->source));
    for (size_t k = 0; rc == 0 && k < sizeof steps / sizeof *steps; k++) rc = take_step(t, k, v, n, first, e);
    model_free(t->m);
    t->m = NULL;
    buf_free(&packed);
    return rc;
}

/* A file that read without errors still does. */
static int still_read(BackTake *t, Err *e)
{
    Cli *c = t->s->c;
    for (size_t i = 0; i < t->x->n; i++) {
        const EditedFile *f = &t->x->v[i];
        size_t errors[2] = {0, 0};
        Findings keep = c->findings;
        for (int k = 0; k < 2; k++) {
            Err why_not = {0};
            findings_init(&c->findings, c->arena);
            session_check_file(t->s, f->path, k ? buf_view(&f->text) : f->before.p ? f->before : (Str){"\n", 1}, &why_not);
            errors[k] = findings_count(&c->findings, SEV_ERROR) + (why_not.code != 0);
            findings_free(&c->findings);
        }
        c->findings = keep;
        if (errors[1] > errors[0]) return err_set(e, SEN8082, "%lld" ARG "%s", (long long)t->p->id, f->path);
    }
    return 0;
}

int back_accept(Session *s, StoreProposal *const *v, size_t n, Edits *x, Err *e)
{
    BackTake t = {.s = s, .x = x};
    int any = 0;
    for (size_t i = 0; i < n; i++) {
        int done = !back_is_kind(v[i]->kind) || !strcmp(v[i]->kind, "word-note");
        if (back_is_fixed(v[i]->kind))
            return err_set(e, SEN8081, "%lld" ARG "%s", (long long)v[i]->id, v[i]->note ? v[i]->note : v[i]->address);
        for (size_t k = 0; k < i && !done; k++)
            done = back_is_kind(v[k]->kind) && strcmp(v[k]->kind, "word-note") && same_page(v[k], v[i]);
        if (done) continue;
        any = 1;
        if (take_page(&t, v, n, i, e)) return -1;
    }
    return any ? still_read(&t, e) : 0;
}
