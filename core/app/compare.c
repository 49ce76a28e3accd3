/* compare.c - walks two models side by side, entity by entity, field by field; must not know files or the database. */
#include "core/app/compare.h"
#include <stdlib.h>
#include <string.h>

const char *change_word(ChangeKind k)
{
    static const char *const words[] = {"new", "gone", "value", "merged", "same", "field", "refused", "lost", "removed", "twin",
                                        "block", "file"};
    return words[k];
}

Change *changes_add(Changes *c, ChangeKind kind, const char *unit)
{
    if (c->n == c->cap) {
        c->cap = c->cap ? c->cap * 2 : 32;
        c->v = mem_resize(c->v, mem_mul(c->cap, sizeof *c->v));
    }
    c->v[c->n] = (Change){.kind = kind, .unit = arena_copy(c->arena, unit), .at = -1};
    return &c->v[c->n++];
}

void changes_free(Changes *c)
{
    free(c->v);
    *c = (Changes){0};
}

typedef struct Compare {
    Changes *out;
    CompareSide old, now;
    const char *unit;
    const Admit *admit;
    const Findings *said;
    int lower;
    Lang lang;
} Compare;

/* Words get the names that people read: «Hội Phụ nữ», not "women". */
static Value named(const Compare *x, const Field *f, Value v)
{
    if (f->target >= KINDS) return v;
    if (v.type == VAL_WORD && !v.x.label) {
        const char *id = arena_text(x->out->arena, v.u.text.p, v.u.text.n), *label = model_label(x->now.m, f->target, id);
        v.x.label = label ? label : model_label(x->old.m, f->target, id);
    } else if (v.type == VAL_LIST) {
        Value *list = arena_alloc(x->out->arena, mem_mul(v.count + 1, sizeof *list));
        for (uint32_t i = 0; i < v.count; i++) list[i] = v.u.list[i].type == VAL_WORD ? named(x, f, v.u.list[i]) : v.u.list[i];
        v.u.list = list;
    }
    return v;
}

static const char *show(const Compare *x, const Field *f, Value v)
{
    Buf b = {0};
    value_show(named(x, f, v), &b);
    const char *r = v.type == VAL_NONE ? NULL : arena_copy(x->out->arena, buf_text(&b));
    buf_free(&b);
    return r;
}

/* A layer that people here write: not the base, not one that was taken in. */
static int is_own(const Compare *x, const CompareSide *side, int layer)
{
    const Layer *l = layer >= 0 && (size_t)layer >= side->from ? model_layer(side->m, (size_t)layer) : NULL;
    if (!l || !strcmp(l->path, "sen:")) return 0;
    for (size_t i = 0; i < x->admit->n_layers; i++)
        if (!strcmp(x->admit->layer[i].path, l->path)) return 0;
    return 1;
}

/* The lowest step of the unit's own, NULL = none. */
static const Step *first_own(const Compare *x, const CompareSide *side, const Slot *slot)
{
    const Step *found = NULL;
    for (const Step *s = slot ? slot->step : NULL; s; s = s->prev)
        if (s->op != STEP_COMPUTED && is_own(x, side, s->layer)) found = s;
    return found;
}

/* Does some step below the looked-at layers belong to people here too? Then it was compared with them already. */
static int own_below(const Compare *x, const CompareSide *side, const Slot *slot)
{
    CompareSide all = {side->m, 0};
    for (const Step *s = slot ? slot->step : NULL; s; s = s->prev)
        if (s->op != STEP_COMPUTED && (size_t)s->layer < side->from && is_own(x, &all, s->layer)) return 1;
    return 0;
}

/* As it was written: before holes were filled. */
static Value raw(const Slot *slot)
{
    const Step *s = slot->step;
    while (s && s->op == STEP_COMPUTED) s = s->prev;
    return s ? s->after : slot->value;
}

static int only_lists(const Compare *x, const Slot *slot)
{
    for (const Step *s = slot->step; s; s = s->prev)
        if (is_own(x, &x->now, s->layer) && s->op == STEP_SET) return 0;
    return 1;
}

static const char *reason(const Compare *x, const char *file, int line)
{
    for (size_t i = 0; file && x->said && i < x->said->n; i++) {
        const Finding *f = &x->said->v[i];
        if (f->severity != SEV_ERROR || !f->file || strcmp(f->file, file) || (f->line != line && line)) continue;
        Buf b = {0};
        size_t n = 0;
        while (n < ERR_ARGS && f->arg[n]) n++;
        err_message(f->code, x->lang, f->arg, n, &b);
        const char *r = arena_copy(x->out->arena, buf_text(&b));
        buf_free(&b);
        return r;
    }
    return NULL;
}

static Change *add(Compare *x, ChangeKind kind, const Entity *e, int at, const Step *own)
{
    Arena *a = x->out->arena;
    Change *c = changes_add(x->out, kind, x->unit);
    c->address = arena_copy(a, e->address);
    c->of = e->kind;
    c->path = arena_copy(a, e->path);
    c->at = at;
    c->field = at >= 0 ? word_field(e->kind, (size_t)at)->name : NULL;
    c->file = own ? arena_copy(a, own->file) : NULL;
    c->line = own ? own->line : 0;
    return c;
}

static void compare_field(Compare *x, const Entity *was, const Entity *is, size_t i)
{
    const Slot *o = &was->slots[i], *n = &is->slots[i];
    const Step *mine_o = first_own(x, &x->old, o), *mine_n = first_own(x, &x->now, n);
    const Field *f = word_field(is->kind, i);
    if (f->flags & FLAG_COMPUTED) return;
    if (!mine_o && !mine_n) {
        if (!x->lower || value_equal(raw(o), raw(n))) return;
        Change *c = add(x, CHANGE_VALUE, is, (int)i, NULL);
        c->base = show(x, f, raw(o));
        c->theirs = show(x, f, raw(n));
        return;
    }
    if (x->now.from && (own_below(x, &x->now, n) || own_below(x, &x->old, o))) return;
    Value base = mine_o ? mine_o->before : raw(o), theirs = mine_n ? mine_n->before : raw(n), mine = raw(mine_n ? n : o);
    if (mine_n && value_equal(base, theirs)) return;
    ChangeKind kind = mine_n ? (only_lists(x, n) ? CHANGE_MERGED : value_equal(theirs, mine) ? CHANGE_SAME : CHANGE_FIELD)
                             : value_equal(theirs, mine) ? CHANGE_SAME : CHANGE_REFUSED;
    Change *c = add(x, kind, is, (int)i, mine_n ? mine_n : mine_o);
    c->base = show(x, f, base);
    c->theirs = show(x, f, theirs);
    c->mine = show(x, f, mine);
    if (kind == CHANGE_REFUSED) c->note = reason(x, c->file, c->line);
}

/* What the layer changed in something: «chủ trì: A → B; hạn: C → D», NULL = nothing. */
static const char *all_changes(Compare *x, const Entity *was, const Entity *is)
{
    Buf b = {0};
    for (size_t i = 0; i < word_field_count(is->kind); i++) {
        if ((word_field(is->kind, i)->flags & FLAG_COMPUTED) || value_equal(raw(&was->slots[i]), raw(&is->slots[i])))
            continue;
        const char *from = show(x, word_field(is->kind, i), raw(&was->slots[i])),
            *to = show(x, word_field(is->kind, i), raw(&is->slots[i]));
        buf_printf(&b, "%s%s: %s → %s", b.n ? "; " : "", word_field(is->kind, i)->read, from ? from : "…", to ? to : "…");
    }
    const char *r = b.n ? arena_copy(x->out->arena, b.p) : NULL;
    buf_free(&b);
    return r;
}

static void compare_both(Compare *x, const Entity *was, const Entity *is)
{
    if (is_own(x, &x->now, is->layer)) return;                     /* their own thing; a lower twin shows as gone below */
    if (is_own(x, &x->old, was->layer)) {
        Change *c = add(x, CHANGE_TWIN, is, -1, NULL);
        c->file = arena_copy(x->out->arena, was->file);
        c->line = was->line;
        c->theirs = arena_copy(x->out->arena, entity_title(is));
        c->mine = arena_copy(x->out->arena, entity_title(was));
        return;
    }
    if (is->removed && is_own(x, &x->now, is->removed->layer)) {
        const char *changed = all_changes(x, was, is);
        if (!changed) return;
        Change *c = add(x, CHANGE_REMOVED, is, -1, is->removed);
        c->base = arena_copy(x->out->arena, entity_title(was));
        c->theirs = changed;
        c->note = arena_copy(x->out->arena, is->removed->why);
        return;
    }
    for (size_t i = 0; i < word_field_count(is->kind); i++) compare_field(x, was, is, i);
}

/* Of the new things the one whose title reads most like it, else whose id does. */
static const char *nearest(const Compare *x, const Entity *was)
{
    const char *id = model_near_id(x->now.m, was->kind, was->path);
    for (size_t i = 0; i < model_count(x->now.m, was->kind); i++) {
        const Entity *e = model_at(x->now.m, was->kind, i);
        if (!entity_gone(e) && *entity_title(e) && !strcmp(entity_title(e), entity_title(was)) && !model_find(x->old.m,
            e->kind, e->path))
            return arena_copy(x->out->arena, e->address);
    }
    const Entity *near = id ? model_find(x->now.m, was->kind, id) : NULL;
    return near ? arena_copy(x->out->arena, near->address) : NULL;
}

/* What the unit said about it: «chủ trì = A; …». */
static const char *own_statements(Compare *x, const Entity *was, const Step **first)
{
    Buf b = {0};
    for (size_t i = 0; i < word_field_count(was->kind); i++) {
        const Step *s = first_own(x, &x->old, &was->slots[i]);
        if (!s) continue;
        if (!*first || s->line < (*first)->line) *first = s;
        const char *value = show(x, word_field(was->kind, i), raw(&was->slots[i]));
        buf_printf(&b, "%s%s = %s", b.n ? "; " : "", word_field(was->kind, i)->read, value ? value : "…");
    }
    const char *r = b.n ? arena_copy(x->out->arena, b.p) : NULL;
    buf_free(&b);
    return r;
}

static void compare_gone(Compare *x, const Entity *was)
{
    const Step *own = NULL;
    int removed_here = was->removed && is_own(x, &x->old, was->removed->layer);
    if (is_own(x, &x->old, was->layer)) {
        /* its task may have gone: then its statement cannot stand */
        const Entity *parent = was->parent ? model_find(x->now.m, was->parent_kind, was->parent) : NULL;
        if (!was->parent || parent || !reason(x, was->file, was->line)) return;
        Change *c = add(x, CHANGE_LOST, was, -1, NULL);
        c->mine = arena_copy(x->out->arena, entity_title(was));
        c->file = arena_copy(x->out->arena, was->file);
        c->line = was->line;
        c->note = reason(x, was->file, was->line);
        return;
    }
    const char *mine = own_statements(x, was, &own);
    if (!mine && !removed_here) {
        if (!x->lower || entity_gone(was)) return;
        add(x, CHANGE_GONE, was, -1, NULL)->base = arena_copy(x->out->arena, entity_title(was));
        return;
    }
    Change *c = add(x, removed_here ? CHANGE_SAME : CHANGE_LOST, was, -1, removed_here ? was->removed : own);
    c->base = arena_copy(x->out->arena, entity_title(was));
    c->mine = mine;
    c->theirs = nearest(x, was);
}

void compare_models(Changes *out, CompareSide old, CompareSide now, const char *unit, const Admit *admit, const Findings *said,
                    int lower, Lang lang)
{
    Compare x = {out, old, now, unit, admit, said, lower, lang};
    for (int k = KIND_BODY; k < KINDS; k++) {
        for (size_t i = 0; i < model_count(now.m, (Kind)k); i++) {
            const Entity *is = model_at(now.m, (Kind)k, i), *was = model_find(old.m, (Kind)k, is->path);
            if (is->dropped) continue;
            if (was && !strcmp(was->path, is->path)) compare_both(&x, was, is);
            else if (lower && !is_own(&x, &x.now, is->layer) && !entity_gone(is))
                add(&x, CHANGE_NEW, is, -1, NULL)->theirs = arena_copy(out->arena, entity_title(is));
        }
        for (size_t i = 0; i < model_count(old.m, (Kind)k); i++) {
            const Entity *was = model_at(old.m, (Kind)k, i), *is = model_find(now.m, (Kind)k, was->path);
            if (!was->dropped && (!is || is->dropped || strcmp(was->path, is->path))) compare_gone(&x, was);
        }
    }
}
