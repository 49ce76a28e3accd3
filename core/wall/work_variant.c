/* work_variant.c - the base as units of one sort see it: what is not for them is hidden once for all of them, not for each.
 * Only units that declare nothing but their own profile may use it. */
#include "core/wall/work_state.h"
#include <stdlib.h>
#include <string.h>

/* A sort as units of one kind read it («Công an phường»): its texts with holes are filled. */
typedef struct Dress { Buf key; Model *model; FillMemo *memo; } Dress;

/* Entities of the base that are not for every unit, and the sorts of units met so far by which of them they do not see. */
typedef struct Sort { uint8_t *hidden; Model *model; Dress dress[WORK_DRESSES]; size_t n_dresses; } Sort;
struct WorkVariants {
    const Entity **some;
    size_t n_some, cap;
    Sort sort[WORK_VARIANTS];
    size_t n;
    uint32_t n_memos;
};

static int is_for_some(const Entity *e)
{
    const Value *only = entity_get(e, "only"), *when = entity_get(e, "when");
    return (only && only->type != VAL_NONE) || (when && when->type != VAL_NONE);
}

static WorkVariants *variants_new(const Model *base)
{
    WorkVariants *v = mem_alloc(sizeof *v);
    for (int k = 0; k < KINDS; k++) {
        if (k == KIND_UNIT || k == KIND_WORKSPACE) continue;
        for (size_t i = 0; i < model_count(base, (Kind)k); i++) {
            const Entity *e = model_at(base, (Kind)k, i);
            if (entity_gone(e) || !is_for_some(e)) continue;
            if (v->n_some == v->cap) {
                v->cap = v->cap ? v->cap * 2 : 64;
                v->some = mem_resize(v->some, mem_mul(v->cap, sizeof *v->some));
            }
            v->some[v->n_some++] = e;
        }
    }
    return v;
}

void work_variants_free(WorkVariants *v)
{
    if (!v) return;
    for (size_t i = 0; i < v->n; i++) {
        Sort *s = &v->sort[i];
        for (size_t k = 0; k < s->n_dresses; k++) {
            fill_memo_free(s->dress[k].memo);
            model_free(s->dress[k].model);
            buf_free(&s->dress[k].key);
        }
        model_free(s->model);
        free(s->hidden);
    }
    free(v->some);
    free(v);
}

static Model *make_sort(Work *w, const uint8_t *hidden)
{
    const WorkVariants *v = w->base.variants;
    Model *m = model_fork(w->base.model);
    ResolveJob job = work_resolve_job(w, 1);
    for (size_t i = 0; i < v->n_some; i++)
        if (hidden[i]) model_hide(m, v->some[i]->kind, v->some[i]->path);
    resolve_rows(m, &job, &(Rows){0});
    model_freeze(m);
    return m;
}

int work_fits(Work *w, const Entity *entity, const Entity *unit, Value unit_value, Findings *f)
{
    if (!model_only_fits(entity, unit)) return 0;
    const Value *when = entity_get(entity, "when");
    if (!when || when->type != VAL_FUNCTION) return 1;
    Err e = {0};
    Script *s = w->one.script ? w->one.script : w->base.script;
    int r = script_call_when(s, *when, unit_value, &e);
    if (r < 0) findings_add_err(f, &e);
    return r != 0;
}

Model *work_variant(Work *w, const Entity *unit, Value unit_value, Findings *f)
{
    if (!w->base.variants) w->base.variants = variants_new(w->base.model);
    WorkVariants *v = w->base.variants;
    uint8_t *hidden = mem_alloc(v->n_some + 1);
    for (size_t i = 0; i < v->n_some; i++) hidden[i] = !work_fits(w, v->some[i], unit, unit_value, f);
    for (size_t i = 0; i < v->n; i++) {
        if (memcmp(v->sort[i].hidden, hidden, v->n_some)) continue;
        free(hidden);
        return v->sort[i].model;
    }
    if (v->n == WORK_VARIANTS) {
        free(hidden);
        return NULL;
    }
    v->sort[v->n] = (Sort){.hidden = hidden, .model = make_sort(w, hidden)};
    return v->sort[v->n++].model;
}

Model *work_dress(Work *w, const Model *sort, Value unit, FillMemo **memo)
{
    WorkVariants *v = w->base.variants;
    Sort *s = v->sort;
    Value kind;
    Buf key = {0};
    Dress *found = NULL;
    *memo = NULL;
    while (s->model != sort) s++;
    if (!press_live_parts(w->base.live) || !scope_field(&unit, str_of("kind"), &kind) || scope_print(&kind, &key)) return NULL;
    for (size_t i = 0; i < s->n_dresses && !found; i++)
        if (s->dress[i].key.n == key.n && !memcmp(buf_text(&s->dress[i].key), buf_text(&key), key.n)) found = &s->dress[i];
    if (!found && s->n_dresses < WORK_DRESSES) {
        Model *m = model_fork(sort);
        model_finish(m);
        if (press_live_dress(w->base.live, m, unit, w->setup.year) == 0) {
            model_freeze(m);
            found = &s->dress[s->n_dresses++];
            *found = (Dress){key, m, fill_memo_new(v->n_memos++)};
            key = (Buf){0};
        } else {
            model_free(m);
        }
    }
    buf_free(&key);
    *memo = found ? found->memo : NULL;
    return found ? found->model : NULL;
}
