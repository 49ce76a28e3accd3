/* work_main.c - the worker's main: loads plugins before the seal, then hands each job to its handler. */
#include "core/plug/load.h"
#include "core/plug/proof.h"
#include "core/press/scope.h"
#include "core/script/lua_output.h"
#include "core/wall/work_state.h"
#include <stdlib.h>
#include <string.h>

static int work_run_setup(Serve *s, Str bytes, void *state, Err *e)
{
    (void)s;
    Work *w = state;
    Unpack u = unpack_from(bytes.p, bytes.n);
    return work_unpack_setup(&u, &w->setup) ? err_set(e, SEN9999, "setup") : 0;
}

static int work_run_outputs(Serve *s, Str bytes, void *state, Err *e)
{
    (void)bytes;
    (void)e;
    Work *w = state;
    Buf b = {0};
    registry_pack(w->registry, &b);
    serve_send(s, FRAME_REGISTRY, b.p, b.n);
    buf_free(&b);
    return 0;
}

static void drop_plans(Work *w)
{
    resolve_plans_free(w->resolved);
    w->resolved = NULL;
    for (size_t i = 0; i < w->n_plans; i++) plan_free(w->plans[i]);
    free(w->plans);
    w->plans = NULL;
    w->n_plans = 0;
    w->plan_values = NULL;
    arena_free(w->plan_arena);
    w->plan_arena = arena_new();
}

static int work_run_plans(Serve *s, Str bytes, void *state, Err *e)
{
    (void)s;
    Work *w = state;
    Unpack u = unpack_from(bytes.p, bytes.n);
    drop_plans(w);
    uint32_t n = unpack_count(&u, 20);
    w->plans = mem_alloc(mem_mul(n, sizeof(Plan *)));
    w->plan_ids = arena_alloc(w->plan_arena, mem_mul(n, sizeof(char *)));
    w->plan_files = arena_alloc(w->plan_arena, mem_mul(n, sizeof(char *)));
    for (uint32_t i = 0; i < n && !u.bad; i++) {
        w->plan_ids[w->n_plans] = unpack_text(&u, w->plan_arena);
        w->plan_files[w->n_plans] = unpack_text(&u, w->plan_arena);
        Plan *p = plan_unpack(&u);
        if (!p) u.bad = 1;
        else w->plans[w->n_plans++] = p;
    }
    if (u.bad) return err_set(e, SEN9999, "plans");
    w->resolved = resolve_plans_new((const Plan *const *)w->plans, w->plan_ids, w->n_plans);
    w->plan_values = arena_alloc(w->plan_arena, mem_mul(w->n_plans + 1, sizeof *w->plan_values));
    for (size_t i = 0; i < w->n_plans; i++) w->plan_values[i] = scope_plan_value(w->plans[i], w->plan_arena);
    return 0;
}

static const char *const *split_words(Arena *a, const char *text, size_t *n)
{
    const char **v = arena_alloc(a, mem_mul(strlen(text) / 2 + 1, sizeof *v));
    *n = 0;
    for (const char *p = text; *p;) {
        size_t k = strcspn(p, " ");
        if (k) v[(*n)++] = arena_text(a, p, k);
        p += k + (p[k] == ' ');
    }
    return v;
}

/* Before the seal: the outputs and readers this worker needs, C and Lua. */
static int before_seal(Str setup, void *state, Err *e)
{
    Work *w = state;
    Arena *a = arena_new();
    Unpack u = unpack_from(setup.p, setup.n);
    WorkPlaces p = {0};
    w->registry = registry_new();
    if (!setup.n || work_unpack_places(&u, a, &p)) return 0;
    LoadPlaces places = {.install = p.install, .user = p.user, .only_dir = p.only, .lua = lua_output_load, .few = p.few,
                         .file = p.file};
    places.outputs = split_words(a, p.outputs ? p.outputs : "", &places.n_outputs);
    w->content_folders = p.content;
    work_allow_parts(w);
    load_plugins(w->registry, &places);
    work_start_launchers(w);
    if (p.prove && !(w->proof = proof_read(p.only, e))) return -1;
    return 0;                                              /* the arena stays: the registry may borrow its texts */
}

int work_main(int argc, char **argv)
{
    static const WallHandler handlers[] = {
        {WORK_SETUP, work_run_setup},     {WORK_OUTPUTS, work_run_outputs}, {WORK_WORKSPACE, work_run_workspace},
        {WORK_BASE, work_run_base},       {WORK_PLANS, work_run_plans},     {WORK_UNIT, work_run_unit},
        {WORK_IMPORT, work_run_import},   {WORK_PARTS, work_run_parts},
        {WORK_RUN, work_run_script},      {WORK_CHECK, work_run_check},
        {WORK_PLUGIN, work_run_plugin},     {WORK_FAULTS, work_run_faults},
        {WORK_SPECS, work_run_specs},       {WORK_CORRECT, work_run_correct},
        {WORK_NOTES, work_run_notes},
    };
    Work *w = mem_alloc(sizeof *w);
    w->plan_arena = arena_new();
    w->setup.today = DATE_NONE;
    serve_worker_main(&(ServeApp){handlers, sizeof handlers / sizeof *handlers, before_seal, w}, argc, argv);
}
