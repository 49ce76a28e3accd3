/* press_live.c - texts of a unit's model that hold holes ("Ban hành kế hoạch của {{ unit.kind }}"), filled before anyone reads
 * them. */
#include "core/press/press_build.h"
#include <stdlib.h>
#include <string.h>

typedef struct FillModel {
    Model *m;
    FillJob job;
    ExprEngine engine;
    Scope scope;
    Arena *scratch;
    int ready;                             /* the scope is made when the first hole is met */
    const PressJob *press;
} FillModel;

static int is_live(const Value *v)
{
    if (v->type == VAL_TEXT) return v->u.text.n > 4 && memmem(v->u.text.p, v->u.text.n, "{{", 2) != NULL;
    if (v->type != VAL_LIST) return 0;
    for (uint32_t i = 0; i < v->count; i++)
        if (v->u.list[i].type == VAL_TEXT && is_live(&v->u.list[i])) return 1;
    return 0;
}

/* Where a slot's texts were written. */
static const char *place_of(const Entity *e, size_t field, int *line)
{
    const Slot *slot = &e->slots[field];
    *line = slot->step ? slot->step->line : e->line;
    return slot->step ? slot->step->file : e->file;
}

/* pieces: of this text, when it was read before; NULL. */
static Value fill_one(FillModel *x, const Value *v, const FillPieces *pieces, const char *file, int line)
{
    Err e = {0};
    Str s;
    if (v->type != VAL_TEXT) return *v;
    if (pieces ? template_fill_pieces(pieces, &x->job, model_arena(x->m), &s, &e)
               : template_fill_text(v->u.text, file, line, &x->job, model_arena(x->m), &s, &e)) {
        findings_add_err(x->job.findings, &e);
        return *v;
    }
    return value_text(s);
}

static void fill_slot(FillModel *x, const Entity *e, size_t field, const FillPieces *pieces)
{
    int line;
    const char *file = place_of(e, field, &line);
    Value v = e->slots[field].value;
    if (!x->ready) {
        press_fill_scope(x->press, x->scratch, &x->scope);
        x->ready = 1;
    }
    if (v.type == VAL_LIST) {
        Value *list = arena_alloc(model_arena(x->m), ((size_t)v.count + 1) * sizeof *list);
        for (uint32_t i = 0; i < v.count; i++) list[i] = fill_one(x, &v.u.list[i], NULL, file, line);
        v.u.list = list;
    } else {
        v = fill_one(x, &v, pieces, file, line);
    }
    model_set_placed(x->m, e->kind, e->place, field, v);
}

/* --- which texts of the base have holes --- */

typedef struct LivePlace { Kind kind; uint32_t place; size_t field; const char *text; FillPieces *pieces; } LivePlace;

struct PressLive {
    Arena *arena;                          /* of the pieces */
    LivePlace *v;
    size_t n, cap;
};

static int may_be_live(Kind k, size_t field)
{
    FieldType type = word_field(k, field)->type;
    return type == FIELD_TEXT || type == FIELD_TEXTS;
}

static void note_live(PressLive *live, const Entity *e)
{
    size_t fields = word_field_count(e->kind);
    for (size_t c = 0; c < fields; c++) {
        if (!may_be_live(e->kind, c) || !is_live(&e->slots[c].value)) continue;
        if (live->n == live->cap) {
            live->cap = live->cap ? live->cap * 2 : 32;
            live->v = mem_resize(live->v, mem_mul(live->cap, sizeof *live->v));
        }
        const Value *v = &e->slots[c].value;
        int line;
        const char *file = place_of(e, c, &line);
        LivePlace at = {e->kind, e->place, c, NULL, NULL};
        if (v->type == VAL_TEXT) {
            at.text = v->u.text.p;
            at.pieces = template_read_text(v->u.text, file, line, live->arena);
        }
        live->v[live->n++] = at;
    }
}

PressLive *press_live_new(const Model *base)
{
    PressLive *live = mem_alloc(sizeof *live);
    live->arena = arena_new();
    for (int k = 0; k < KINDS; k++) {
        size_t n = model_count(base, (Kind)k);
        for (size_t i = 0; i < n; i++) note_live(live, model_at(base, (Kind)k, i));
    }
    return live;
}

void press_live_free(PressLive *live)
{
    if (!live) return;
    free(live->v);
    arena_free(live->arena);
    free(live);
}

size_t press_live_count(const PressLive *live) { return live->n; }

int press_has_live(const Entity *e)
{
    size_t fields = word_field_count(e->kind);
    for (size_t c = 0; c < fields; c++)
        if (may_be_live(e->kind, c) && is_live(&e->slots[c].value)) return 1;
    return 0;
}

/* --- for units of one sort --- */

static int read_text(const FillJob *job, const LivePlace *at, const Value *v, Arena *a, Value *out, Buf *key)
{
    Err e = {0};
    Str s = v->u.text;
    if (v->type == VAL_TEXT && (at->pieces ? template_fill_pieces(at->pieces, job, a, &s, &e)
                                           : template_fill_text(s, "", 0, job, a, &s, &e))) return -1;
    *out = v->type == VAL_TEXT ? value_text(s) : *v;
    uint64_t n = v->type == VAL_TEXT ? s.n : 0;
    buf_add(key, &n, sizeof n);
    if (n) buf_str(key, s);
    return 0;
}

int press_live_read(const PressJob *job, Value unit, Arena *a, Value *texts, Buf *key)
{
    const PressLive *live = job->live;
    ExprEngine engine = {.lua = job->lua, .no_oplist = job->no_oplist, .draft = job->draft};
    Scope *scope = arena_alloc(a, sizeof *scope);
    Findings f;
    findings_init(&f, a);
    press_fill_scope(job, a, scope);
    scope->root[SCOPE_UNIT] = unit;
    FillJob fill = {.engine = &engine, .scope = scope, .content = job->content, .findings = &f};
    int bad = 0;
    for (size_t i = 0; i < live->n && !bad; i++) {
        const LivePlace *at = &live->v[i];
        const Entity *e = model_placed(job->model, at->kind, at->place);
        const Value *v = &e->slots[at->field].value;
        if (entity_gone(e)) continue;
        if (v->type == VAL_LIST) {
            Value *list = arena_alloc(a, ((size_t)v->count + 1) * sizeof *list);
            for (uint32_t k = 0; k < v->count && !bad; k++)
                bad = read_text(&fill, &(LivePlace){0}, &v->u.list[k], a, &list[k], key);
            texts[i] = *v;
            texts[i].u.list = list;
        } else {
            bad = read_text(&fill, at->pieces && v->u.text.p == at->text ? at : &(LivePlace){0}, v, a, &texts[i], key);
        }
    }
    bad |= f.n > 0;
    findings_free(&f);
    return bad ? -1 : 0;
}

void press_live_set(const PressLive *live, Model *m, const Value *texts)
{
    for (size_t i = 0; i < live->n; i++) {
        const LivePlace *at = &live->v[i];
        if (!entity_gone(model_placed(m, at->kind, at->place))) model_set_placed(m, at->kind, at->place, at->field, texts[i]);
    }
    model_relabel(m);
}

/* --- a whole model --- */

/* Without a list of the base's all entities are looked through, with it those that the unit's layers made or changed. */
static void fill_scanned(FillModel *x, const PressLive *live)
{
    for (int k = 0; k < KINDS; k++) {
        size_t n = model_count(x->m, (Kind)k), fields = word_field_count((Kind)k);
        for (size_t i = 0; i < n; i++) {
            const Entity *e = model_at(x->m, (Kind)k, i);
            if (e->removed || (live && e->owner != x->m)) continue;
            for (size_t c = 0; c < fields; c++) {
                e = model_at(x->m, (Kind)k, i);            /* filling a text may have made it the fork's own */
                if (may_be_live((Kind)k, c) && is_live(&e->slots[c].value)) fill_slot(x, e, c, NULL);
            }
        }
    }
}

static void fill_listed(FillModel *x, const PressLive *live)
{
    for (size_t i = 0; i < live->n; i++) {
        const LivePlace *at = &live->v[i];
        const Entity *e = model_placed(x->m, at->kind, at->place);
        const Value *v = &e->slots[at->field].value;
        if (entity_gone(e)) continue;
        if (at->pieces && v->type == VAL_TEXT && v->u.text.p == at->text) fill_slot(x, e, at->field, at->pieces);
        else if (is_live(v)) fill_slot(x, e, at->field, NULL);
    }
}

void press_fill_model(Model *m, const PressJob *job, Findings *f)
{
    FillModel x = {.m = m, .press = job, .scratch = arena_new()};
    x.engine = (ExprEngine){.lua = job->lua, .no_oplist = job->no_oplist, .draft = job->draft};
    x.job = (FillJob){.engine = &x.engine, .scope = &x.scope, .content = job->content, .findings = f};
    fill_scanned(&x, job->live);
    if (job->live) fill_listed(&x, job->live);
    if (x.ready) model_relabel(m);
    arena_free(x.scratch);
}
