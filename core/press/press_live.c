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
    x->scope.no_figures = script_bars(x->press->script, file);         /* the scripts' own walls stand there */
    x->engine.no_oplist = x->press->no_oplist || x->scope.no_figures;
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

/* of_kind: nothing but {{ unit.kind }} in its holes */
typedef struct LivePlace {
    Kind kind;
    uint32_t place;
    size_t field;
    const char *text;
    FillPieces *pieces;
    int of_kind;
} LivePlace;

struct PressLive {
    Arena *arena;                          /* of the pieces */
    LivePlace *v;
    size_t n, cap;
    int odd;                               /* some text reads more than fields of the unit */
};

/* What the holes of a text read: 0 only {{ unit.kind }}, 1 other fields of the unit by name, 2 more. */
static int reads_of(Str s)
{
    int most = 0;
    for (const char *p = s.p, *end = s.p + s.n; (p = memmem(p, (size_t)(end - p), "{{", 2));) {
        static const char field[] = "abcdefghijklmnopqrstuvwxyz_";
        const char *close = memmem(p, (size_t)(end - p), "}}", 2);
        Str in = close ? str_trim((Str){p + 2, (size_t)(close - p) - 2}) : (Str){"", 0};
        size_t n = 5;
        while (n < in.n && memchr(field, in.p[n], sizeof field - 1)) n++;
        int one = in.n < 6 || memcmp(in.p, "unit.", 5) || n != in.n ? 2 : !str_is(in, "unit.kind");
        if (one > most) most = one;
        p += 2;
    }
    return most;
}

static int reads_of_value(const Value *v)
{
    int most = v->type == VAL_TEXT ? reads_of(v->u.text) : 0;
    for (uint32_t i = 0; v->type == VAL_LIST && i < v->count; i++) {
        int one = v->u.list[i].type == VAL_TEXT ? reads_of(v->u.list[i].u.text) : 0;
        if (one > most) most = one;
    }
    return most;
}

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
        LivePlace at = {.kind = e->kind, .place = e->place, .field = c};
        int reads = reads_of_value(v);
        at.of_kind = !reads;
        live->odd |= reads == 2;
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

/* which: 1 = those of the kind, 2 = the others */
static void fill_listed(FillModel *x, const PressLive *live, int which)
{
    for (size_t i = 0; i < live->n; i++) {
        const LivePlace *at = &live->v[i];
        if (!(which & (at->of_kind ? 1 : 2))) continue;
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
    if (job->live) fill_listed(&x, job->live, job->dressed ? 2 : 3);
    if (x.ready) model_relabel(m);
    arena_free(x.scratch);
}

int press_live_parts(const PressLive *live) { return !live->odd; }

int press_live_dress(const PressLive *live, Model *m, Value unit, int year)
{
    Findings f;
    PressJob job = {.model = m};
    FillModel x = {.m = m, .press = &job, .scratch = arena_new(), .ready = 1};
    findings_init(&f, x.scratch);
    x.job = (FillJob){.engine = &x.engine, .scope = &x.scope, .findings = &f};
    for (int i = 0; i < SCOPE_NAMES; i++) x.scope.root[i] = value_none();
    x.scope.root[SCOPE_UNIT] = unit;
    x.scope.root[SCOPE_YEAR] = year ? value_int(year) : value_none();
    fill_listed(&x, live, 1);
    model_relabel(m);
    int bad = f.n > 0;
    findings_free(&f);
    arena_free(x.scratch);
    return bad ? -1 : 0;
}
