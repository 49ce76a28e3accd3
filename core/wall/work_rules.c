/* work_rules.c - rules that look at plans: for one just imported, for the live ones in a check; and rules by themselves. */
#include "core/base/text.h"
#include "core/press/press_build.h"
#include "core/press/scope.h"
#include "core/script/rule.h"
#include "core/wall/work_state.h"
#include <string.h>

/* Rules of one model with the state they live in. */
typedef struct Rules {
    Work *w;
    Script *script;
    const Model *model;
    const Entity *unit;
    int lowest_layer;                      /* rules of lower layers are left out */
    const ScriptName *scope;
    size_t n_scope;
} Rules;

static int is_wanted(const Rules *r, const Entity *rule, Findings *f)
{
    if (entity_gone(rule) || !rule_is_for_plans(rule) || rule->layer < r->lowest_layer) return 0;
    const Entry *entry = r->unit ? model_entry(r->model, KIND_UNIT, r->unit->path) : NULL;
    return work_fits(r->w, rule, r->unit, entry ? entity_value(entry) : value_none(), f);
}

static void check_one_plan(const Rules *r, const Plan *p, const char *file, Str lines, Arena *a, Findings *f)
{
    RulePlan *rp = rule_plan_new(p, file, lines, a);
    Value plan = scope_plan_value(p, a);
    size_t n = model_count(r->model, KIND_RULE);
    for (size_t i = 0; i < n; i++) {
        const Entity *rule = model_at(r->model, KIND_RULE, i);
        if (script_killed(r->script)) break;               /* time is up: it was said where */
        if (is_wanted(r, rule, f)) rule_check_plan(r->script, rule, rp, r->scope, r->n_scope, plan, f);
    }
    if (rp->left_out) findings_add(f, SEN9010, file, 0, 0, NULL, "%zu" ARG "%zu", rp->n, rp->left_out);
}

void work_check_plans(Work *w, Script *script, const Model *m, const Entity *unit, int lowest_layer, Findings *f)
{
    Rules r = {.w = w, .script = script, .model = m, .unit = unit, .lowest_layer = lowest_layer};
    for (size_t i = 0; i < w->n_plans; i++) {
        Arena *a = arena_new();
        check_one_plan(&r, w->plans[i], w->plan_files[i], (Str){0}, a, f);
        arena_free(a);
    }
}

/* --- rules alone, over a plan --- */

int work_bench_open(WorkBench *b, Serve *s, Work *w, const WorkFiles *files, Err *e)
{
    findings_init(&b->said, b->arena);
    work_begin(s, w);
    b->script = script_new(&(ScriptSetup){.today = DATE_NONE}, e);
    if (!b->script) return -1;
    work_watch(w, b->script);
    b->model = model_new(w->setup.year);
    work_declare(b->script, b->model, files, 0, &b->said);
    model_finish(b->model);
    return 0;
}

void work_bench_close(WorkBench *b, Work *w)
{
    model_free(b->model);
    work_stop_watching(w, b->script);
    script_free(b->script);
    findings_free(&b->said);
    arena_free(b->arena);
}

static const Entity *only_unit(const Model *m)
{
    return model_count(m, KIND_UNIT) ? model_at(m, KIND_UNIT, 0) : NULL;
}

int work_run_faults(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    WorkBench b = {.arena = arena_new()};
    WorkFiles files = {0};
    Findings f;
    Plan *plan = NULL;
    int rc = -1;
    findings_init(&f, b.arena);
    Unpack u = unpack_from(bytes.p, bytes.n);
    const char *name = unpack_text(&u, b.arena);
    Str packed = unpack_str(&u);
    Unpack inner = unpack_from(packed.p, packed.n);
    if (!name || u.bad || work_unpack_files(&inner, b.arena, &files) || !(plan = plan_unpack(&u))) {
        err_set(e, SEN9999, "faults");
        goto out;
    }
    if (work_bench_open(&b, s, w, &files, e)) goto out;
    ScriptName scope[2] = {{"today", value_date(w->setup.today), 0}, {"year", value_int(w->setup.year), 0}};
    Rules r = {.w = w, .script = b.script, .model = b.model, .unit = only_unit(b.model), .scope = scope, .n_scope = 2};
    int same = w->imported_name && !strcmp(w->imported_name, name);
    check_one_plan(&r, plan, name, same ? buf_view(&w->imported) : (Str){0}, b.arena, &f);
    work_send_findings(s, &f);
    rc = 0;
out:
    plan_free(plan);
    findings_free(&f);
    work_bench_close(&b, w);
    return rc;
}
