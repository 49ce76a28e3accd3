/* work_specs.c - the good and bad examples of rules: a bad one must be reported, a good one must not.
 *
 * Of a rule about a plan's text an example is such a text. Of a rule that looks at the model it is statements: they are declared
 * over the unit's own model, and the rule has to say more than it says without them. */
#include "core/base/text.h"
#include "core/intake/intake.h"
#include "core/press/scope.h"
#include "core/script/rule.h"
#include "core/wall/work_state.h"
#include <string.h>

typedef struct Trial {
    Work *w;
    Script *script;                        /* where the rule's functions live, or above */
    const Entity *rule;
    Findings *f;
    long usual;                            /* what a rule about the model says without the example; -1 = it failed */
    int asked;
} Trial;

/* How often the rule speaks in `said`; what else went wrong there goes on. -1 = the rule failed. */
static long count_own(const Trial *t, const Findings *said)
{
    long n = 0;
    int failed = 0;
    for (size_t i = 0; i < said->n; i++) {
        Code code = said->v[i].code;
        int own = code >= SEN9001 && code <= SEN9003;
        n += own;
        if (own || code == SEN9004) continue;
        findings_copy(t->f, &said->v[i]);
        failed = 1;
    }
    return failed ? -1 : n;
}

static long count_in_text(const Trial *t, Str text, Arena *a)
{
    Work *w = t->w;
    ScriptName scope[2] = {{"today", value_date(w->setup.today), 0}, {"year", value_int(w->setup.year), 0}};
    Findings said;
    Plan *p = NULL;
    Err e = {0};
    if (intake_read(text, "mau.txt", &p, NULL, &e)) {
        findings_add_err(t->f, &e);
        return -1;
    }
    findings_init(&said, a);
    rule_check_plan(t->script, t->rule, rule_plan_new(p, "mau.txt", text, a), scope, 2, scope_plan_value(p, a), &said);
    long n = count_own(t, &said);
    findings_free(&said);
    plan_free(p);
    return n;
}

/* --- statements --- */

/* What the rule says about a model. */
static long count_in_model(const Trial *t, Model *m, Arena *a)
{
    Work *w = t->w;
    WorkOne *one = &w->one;
    Findings said;
    Value plan = one->world.plan;
    PressJob job = {.model = m, .unit = one->id, .plans = (const Plan *const *)w->plans, .n_plans = w->n_plans,
                    .plan_values = w->plan_values, .values = &one->values, .plan = &plan, .today = w->setup.today,
                    .year = w->setup.year, .lang = w->setup.lang};
    PressCross *cross = press_cross_new(&job, w->resolved);
    ScriptWorld world = one->world;
    size_t n;
    ScriptName *scope = press_scope_names(&job, a, &n);
    world.model = m;
    world.self = cross;
    findings_init(&said, a);
    script_set_world(w->base.script, &world);
    script_set_world(one->script, &world);
    script_call_check(t->script, t->rule, scope, n, &said);
    script_set_world(w->base.script, &one->world);
    script_set_world(one->script, &one->world);
    long count = count_own(t, &said);
    findings_free(&said);
    press_cross_free(cross);
    return count;
}

/* The unit's model with the statements of one example over it; NULL when they do not hold, which is said. */
static Model *with_example(const Trial *t, const char *name, Str text, Arena *a)
{
    Work *w = t->w;
    Err e = {0};
    Findings said;
    Statements st;
    Model *m = NULL;
    const ScriptSetup setup = {.base = w->one.script ? w->one.script : w->base.script, .today = w->setup.today};
    Script *script = script_new(&setup, &e);
    findings_init(&said, a);
    statements_init(&st, a);
    if (!script) {
        findings_add_err(t->f, &e);
        goto out;
    }
    work_watch(w, script);
    m = model_fork(w->one.model);
    model_add_layer(m, "spec", name, 1);
    ScriptFile file = {.name = name, .bytes = text.p, .n = text.n, .layer = (int)model_layer_count(m) - 1};
    if (script_declare(script, &file, &st, &said) == 0) model_apply_layer(m, st.v, st.n, &said);
    ResolveJob job = work_resolve_job(w, 1);
    model_finish(m);
    resolve_model(m, &job, &said);
    resolve_rows(m, &job, &w->one.rows);
    work_stop_watching(w, script);
out:
    for (size_t i = 0; m && i < said.n; i++) {
        if (said.v[i].severity != SEV_ERROR) continue;
        findings_copy(t->f, &said.v[i]);
        model_free(m);
        m = NULL;
    }
    script_free(script);
    statements_free(&st);
    findings_free(&said);
    return m;
}

/* How much more the rule says with these statements than without. */
static long count_more(Trial *t, const char *name, Str text, Arena *a)
{
    if (!t->asked++) t->usual = count_in_model(t, t->w->one.model, a);
    Model *m = t->usual < 0 ? NULL : with_example(t, name, text, a);
    long n = m ? count_in_model(t, m, a) : -1;
    model_free(m);
    return n < 0 ? -1 : n > t->usual ? n - t->usual : 0;
}

/* --- the rules --- */

/* Returns how many examples of one field were tried. */
static size_t try_examples(Trial *t, const char *field, int bad)
{
    const Entity *rule = t->rule;
    const Value *list = entity_get(rule, field);
    size_t done = 0;
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        Arena *a = arena_new();
        Str x = list->u.list[i].u.text;
        const char *name = arena_print(a, "%s %s %u", rule->address, bad ? "mau_sai" : "mau_dung", (unsigned)i + 1);
        long n = list->u.list[i].type != VAL_TEXT ? -1 : rule_is_for_plans(rule) ? count_in_text(t, x, a)
                 : count_more(t, name, x, a);
        if (n >= 0 && (n == 0) == bad)
            findings_add(t->f, bad ? SEN9008 : SEN9009, rule->file, rule->line, 0, rule->address, "%s" ARG "%u" ARG "%.*s",
                         entity_title(rule), (unsigned)i + 1, (int)text_cut(x.p, x.n < 120 ? x.n : 120), x.p);
        done++;
        arena_free(a);
    }
    return done;
}

static void try_rule(Work *w, Script *script, const Entity *rule, Buf *text, Findings *f)
{
    Trial t = {.w = w, .script = script, .rule = rule, .f = f};
    size_t before = f->n, tried = try_examples(&t, "bad", 1) + try_examples(&t, "good", 0);
    if (tried && text) buf_printf(text, "%s - %s (%zu)\n", f->n == before ? "ok" : "not ok", rule->address, tried);
}

static int is_wanted(const Entity *rule, int lowest_layer, int what)
{
    const Value *good = entity_get(rule, "good"), *bad = entity_get(rule, "bad");
    if (entity_gone(rule) || rule->layer < lowest_layer || (!good && !bad)) return 0;
    return rule_is_for_plans(rule) ? what & TRY_PLANS : what & TRY_MODEL && entity_get(rule, "check");
}

void work_try_rules(Work *w, int lowest_layer, int what, Buf *text, Findings *f)
{
    Model *m = w->one.model;
    Script *script = w->one.script ? w->one.script : w->base.script;
    size_t n = m ? model_count(m, KIND_RULE) : 0;
    int any = 0;
    for (size_t i = 0; i < n; i++) {
        const Entity *rule = model_at(m, KIND_RULE, i);
        if (!is_wanted(rule, lowest_layer, what)) continue;
        if (!any++) model_freeze(m);                       /* the examples stand over it */
        try_rule(w, script, rule, text, f);
    }
}

/* Those about plans by themselves, for they need no unit; then those of the unit that was asked for last. */
int work_run_specs(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    WorkBench b = {.arena = arena_new()};
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
    if (work_bench_open(&b, s, w, &files, e)) goto out;
    size_t n = model_count(b.model, KIND_RULE);
    for (size_t i = 0; i < n; i++) {
        const Entity *rule = model_at(b.model, KIND_RULE, i);
        if (is_wanted(rule, 0, TRY_PLANS)) try_rule(w, b.script, rule, &text, &f);
    }
    work_try_rules(w, 0, TRY_MODEL, &text, &f);
    serve_send(s, FRAME_TEXT, buf_text(&text), text.n);
    work_send_findings(s, &f);
    rc = 0;
out:
    buf_free(&text);
    findings_free(&f);
    work_bench_close(&b, w);
    return rc;
}
