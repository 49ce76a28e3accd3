/* work_rules.c - rules that look at plans: for one just imported, for the live ones in a check, and over their own examples. */
#include "core/base/text.h"
#include "core/intake/intake.h"
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

/* --- rules alone, over a plan or over their examples --- */

typedef struct Bench {                     /* a state and a model made for one job */
    Arena *arena;
    Script *script;
    Model *model;
    Findings said;                         /* of the scripts: not what is asked here */
} Bench;

static int bench_open(Bench *b, Serve *s, Work *w, const WorkFiles *files, Err *e)
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

static void bench_close(Bench *b, Work *w)
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
    Bench b = {.arena = arena_new()};
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
    if (bench_open(&b, s, w, &files, e)) goto out;
    ScriptName scope[2] = {{"today", value_date(w->setup.today), 0}, {"year", value_int(w->setup.year), 0}};
    Rules r = {.w = w, .script = b.script, .model = b.model, .unit = only_unit(b.model), .scope = scope, .n_scope = 2};
    int same = w->imported_name && !strcmp(w->imported_name, name);
    check_one_plan(&r, plan, name, same ? buf_view(&w->imported) : (Str){0}, b.arena, &f);
    work_send_findings(s, &f);
    rc = 0;
out:
    plan_free(plan);
    findings_free(&f);
    bench_close(&b, w);
    return rc;
}

/* --- good and bad examples --- */

/* How often the rule speaks about the text; what else goes wrong goes to f. */
static long count_in(const Rules *r, const Entity *rule, Str text, Arena *a, Findings *f)
{
    Plan *p = NULL;
    Err e = {0};
    Findings said;
    long n = 0;
    if (intake_read(text, "mau.txt", &p, NULL, &e)) {
        findings_add_err(f, &e);
        return -1;
    }
    findings_init(&said, a);
    rule_check_plan(r->script, rule, rule_plan_new(p, "mau.txt", text, a), r->scope, r->n_scope, scope_plan_value(p, a), &said);
    for (size_t i = 0; i < said.n; i++) {
        int own = said.v[i].code >= SEN9001 && said.v[i].code <= SEN9003;
        n += own;
        if (!own && said.v[i].code != SEN9004) findings_copy(f, &said.v[i]);
    }
    findings_free(&said);
    plan_free(p);
    return n;
}

/* Returns how many examples of one field were run. */
static size_t try_examples(const Rules *r, const Entity *rule, const char *field, int bad, Findings *f)
{
    const Value *list = entity_get(rule, field);
    size_t done = 0;
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        Str t = list->u.list[i].u.text;
        Arena *a = arena_new();
        long n = list->u.list[i].type == VAL_TEXT ? count_in(r, rule, t, a, f) : -1;
        if (n >= 0 && (n == 0) == bad)
            findings_add(f, bad ? SEN9008 : SEN9009, rule->file, rule->line, 0, rule->address, "%s" ARG "%u" ARG "%.*s",
                         entity_title(rule), (unsigned)i + 1, (int)text_cut(t.p, t.n < 120 ? t.n : 120), t.p);
        done++;
        arena_free(a);
    }
    return done;
}

int work_run_specs(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    Bench b = {.arena = arena_new()};
    WorkFiles files = {0};
    Findings f;
    Buf text = {0};
    int rc = -1;
    findings_init(&f, b.arena);
    Unpack u = unpack_from(bytes.p, bytes.n);
    if (work_unpack_files(&u, b.arena, &files)) {
        err_set(e, SEN9999, "specs");
        goto out;
    }
    if (bench_open(&b, s, w, &files, e)) goto out;
    ScriptName scope[2] = {{"today", value_date(w->setup.today), 0}, {"year", value_int(w->setup.year), 0}};
    Rules r = {.w = w, .script = b.script, .model = b.model, .scope = scope, .n_scope = 2};
    size_t n = model_count(b.model, KIND_RULE);
    for (size_t i = 0; i < n; i++) {
        const Entity *rule = model_at(b.model, KIND_RULE, i);
        size_t before = f.n, tried = 0;
        if (entity_gone(rule) || !rule_is_for_plans(rule)) continue;
        tried = try_examples(&r, rule, "bad", 1, &f) + try_examples(&r, rule, "good", 0, &f);
        if (tried) buf_printf(&text, "%s - %s (%zu)\n", f.n == before ? "ok" : "not ok", rule->address, tried);
    }
    serve_send(s, FRAME_TEXT, buf_text(&text), text.n);
    work_send_findings(s, &f);
    rc = 0;
out:
    buf_free(&text);
    findings_free(&f);
    bench_close(&b, w);
    return rc;
}
