/* refs.c - clause addresses in scripts, kept when a newer version of a plan comes. */
#include "core/app/refs.h"
#include "core/app/hand.h"
#include "core/base/file.h"
#include <stdlib.h>
#include <string.h>

static int add_ref(Session *s, Refs *out, size_t *cap, const char *unit, const Entity *task, Str address)
{
    Arena *a = s->c->arena;
    const char *colon = memchr(address.p, ':', address.n);
    for (size_t i = 0; i < s->n_plans; i++) {
        const char *id = s->plan_ids[i];
        if (colon && !str_is((Str){address.p, (size_t)(colon - address.p)}, id)) continue;
        int at = plan_find_node(s->plans[i], arena_text(a, colon ? colon + 1 : address.p,
                                                        colon ? address.n - (size_t)(colon + 1 - address.p) : address.n));
        if (at < 0 || !s->plans[i]->nodes[at].key) {
            if (colon) return 0;
            continue;
        }
        if (out->n == *cap) {
            *cap = *cap ? *cap * 2 : 16;
            StoreRef *more = arena_alloc(a, mem_mul(*cap, sizeof *more));
            if (out->n) memcpy(more, out->v, out->n * sizeof *more);
            out->v = more;
        }
        out->v[out->n++] = (StoreRef){.owner = arena_print(a, "%s/%s", unit, task->address), .plan = id,
                                      .address = arena_text(a, address.p, address.n),
                                      .key = arena_copy(a, s->plans[i]->nodes[at].key)};
        return 0;
    }
    return 0;
}

static void collect_unit(Session *s, Refs *out, size_t *cap, const char *unit, const Model *m)
{
    for (size_t i = 0; i < model_count(m, KIND_TASK); i++) {
        const Entity *task = model_at(m, KIND_TASK, i);
        const Value *clause = entity_get(task, "clause");
        if (entity_gone(task) || !clause || clause->type != VAL_MAP) continue;
        for (uint32_t k = 0; k < clause->count; k++) {
            const Value *list = clause->u.map[k].value;
            if (!str_is(clause->u.map[k].key, "node") || list->type != VAL_LIST) continue;
            for (uint32_t j = 0; j < list->count; j++) add_ref(s, out, cap, unit, task, list->u.list[j].u.text);
        }
    }
}

/* Scripts that name no address need no worker: a quick look for a quoted Roman number with a point in any layer. */
static int scripts_name_addresses(Cli *c, const Workspace *w, Err *e)
{
    LayerFiles f = {0};
    int found = 0;
    int rc = workspace_gather(c->arena, workspace_path(c, w, "units"), "units", ".lua", 1 << 20, &f, e);
    if (rc == 0) rc = workspace_gather(c->arena, workspace_path(c, w, "scripts"), "scripts", ".lua", 1 << 20, &f, e);
    for (size_t i = 0; i < f.n && !found; i++)
        found = strstr(f.v[i].bytes.p, "clause") || strstr(f.v[i].bytes.p, "muc");
    workspace_files_free(&f);
    return rc ? -1 : found;
}

int refs_collect(Cli *c, Refs *out, Err *e)
{
    Session s = {0};
    Workspace w;
    size_t cap = 0, told = c->findings.n;
    *out = (Refs){0};
    if (workspace_find(c, &w, e)) return -1;
    int named = scripts_name_addresses(c, &w, e);
    workspace_free(&w);
    if (named <= 0) return named;
    int rc = session_open(&s, c, SESSION_READ, e);
    for (size_t i = 0; rc == 0 && s.n_plans && i < s.w.n_units; i++) {
        UnitAnswer a = {0};
        Err one = {0};
        Hand h = {.s = s.c ? &s : NULL, .wall = s.wall, .store = s.store, .arena = c->arena};
        if (session_unit(&s, s.w.unit[i], WANT_MODEL, &a, &one) == 0) collect_unit(&s, out, &cap, s.w.unit[i], a.model);
        else if (!wall_alive(s.wall)) rc = hand_revive(&h, e);
        model_free(a.model);
    }
    session_close(&s);
    c->findings.n = told;                                  /* `check` tells what is wrong with a script */
    return rc;
}

int refs_put(const Refs *r, Store *store, Err *e)
{
    for (size_t i = 0; i < r->n; i++)
        if (store_put_ref(store, &r->v[i], e)) return -1;
    return 0;
}
