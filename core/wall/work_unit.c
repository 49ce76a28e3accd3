/* work_unit.c - the job of one unit: its layer over the frozen base, what it recorded, and what is asked of it. */
#include "core/press/press_build.h"
#include "core/script/plain.h"
#include "core/wall/work_state.h"
#include <string.h>

enum { PROFILES_A_STATE = 200 };

/* --- the unit's model --- */

static void drop_one(Work *w)
{
    WorkOne *one = &w->one;
    script_set_world(w->base.script, NULL);
    press_cross_free(one->cross);
    press_hooks_free(one->hooks);
    workday_free(one->workdays);
    model_free(one->model);
    if (one->script) registry_withdraw(w->registry, "", one->mark);
    work_stop_watching(w, one->script);
    expr_script_free(one->expressions);
    script_free(one->script);
    for (size_t i = one->n_contents; i-- > 0;) content_free(one->contents[i]);
    arena_free(one->arena);
    *one = (WorkOne){0};
}

static int need_base(Work *w, Err *e) { return w->base.model ? 0 : err_set(e, SEN9999, "no base"); }

/* Removes what is not for this unit, so that every reader sees the same model. */
static void apply_only(Work *w, const Entity *unit, Findings *f)
{
    Model *m = w->one.model;
    const Entry *entry = unit ? model_entry(m, KIND_UNIT, unit->path) : NULL;
    Value unit_value = entry ? entity_value(entry) : value_none();
    for (int k = 0; k < KINDS; k++) {
        size_t n = model_count(m, (Kind)k);
        for (size_t i = 0; i < n; i++) {
            const Entity *x = model_at(m, (Kind)k, i);
            if (!entity_gone(x) && k != KIND_UNIT && k != KIND_WORKSPACE && !work_fits(w, x, unit, unit_value, f))
                model_hide(m, (Kind)k, x->path);
        }
    }
}

static PressJob press_job(Work *w, const WorkUnit *q)
{
    return (PressJob){.model = w->one.model, .unit = w->one.id, .plans = (const Plan *const *)w->plans, .n_plans = w->n_plans,
                      .plan_values = w->plan_values,
                      .values = &w->one.values, .own_values = &w->one.own_values, .live = w->base.live,
                      .dressed = w->one.dressed, .memo = w->one.memo,
                      .hooks = {w->base.hooks, w->one.hooks}, .plan = &w->one.world.plan,
                      .content = w->one.content, .registry = w->registry, .lua = w->one.script ? &w->one.lua : &w->lua,
                      .script = w->one.script ? w->one.script : w->base.script, .today = w->setup.today,
                      .year = w->setup.year, .lang = w->setup.lang, .draft = w->setup.draft, .no_oplist = w->setup.no_oplist,
                      .materials = q->materials, .n_materials = q->n_materials, .formats = q->formats, .n_formats = q->n_formats,
                      .previous = q->previous, .n_previous = q->n_previous};
}

static int has_rows(const WorkUnit *q)
{
    const Rows *r = &q->rows;
    return r->n_ticks + r->n_values + r->n_links + r->n_issued + r->n_below > 0;
}

/* A unit that only says who it is is built over what all units of its sort and kind share. */
static int use_variant(Work *w, const Entity *unit, Findings *f)
{
    WorkOne *one = &w->one;
    Model *m = one->model;
    const Entry *entry = unit && model_changed_only(m, KIND_UNIT) ? model_entry(m, KIND_UNIT, unit->path) : NULL;
    Model *over = entry ? work_variant(w, unit, entity_value(entry), f) : NULL;
    Model *dress = over ? work_dress(w, over, entity_value(entry), &one->memo) : NULL;
    if (!over) return 0;
    one->dressed = dress != NULL;
    model_move_over(m, dress ? dress : over);
    return 1;
}

typedef struct DayFit { Work *w; const Entity *unit; } DayFit;

static int day_fits(void *self, const Entity *e)
{
    const DayFit *d = self;
    return model_only_fits(e, d->unit);
}

/* 1 when the unit's days off are not those of the base: then every deadline is worked out again. */
static int use_own_days(Work *w, const Entity *unit, Findings *f)
{
    Model *m = w->one.model;
    int own = 0;
    size_t n = model_count(m, KIND_HOLIDAY);
    for (size_t i = 0; i < n && !own; i++) {
        const Entity *e = model_at(m, KIND_HOLIDAY, i);
        own = e->owner == m || !model_only_fits(e, unit);
    }
    if (!own) return 0;
    DayFit fit = {w, unit};
    w->one.workdays = resolve_workdays(m, day_fits, &fit, w->setup.year, f);
    if (!w->one.workdays) w->one.workdays = workday_new();
    return 1;
}

/* What the unit's scripts reach from now on; made again when the lists of the model were. */
static void open_world(Work *w)
{
    WorkOne *one = &w->one;
    PressJob job = press_job(w, &(WorkUnit){0});
    press_cross_free(one->cross);
    one->cross = press_cross_new(&job, w->resolved);
    one->world = (ScriptWorld){.model = one->model, .today = w->setup.today, .year = w->setup.year,
                               .workdays = one->workdays ? one->workdays : w->base.workdays,
                               .follow = press_cross_follow, .self = one->cross};
    script_set_world(w->base.script, &one->world);
    script_set_world(one->script, &one->world);
}

/* A state for scripts that are only data: they leave nothing behind in it. NULL = it has scripts that need one of their own. */
static Script *shared_state(Work *w, const WorkUnit *q)
{
    Err e = {0};
    if (q->want != WANT_FILES) return NULL;
    for (size_t i = 0; i < q->files.n_scripts; i++)
        if (q->files.scripts[i].foreign || !plain_profile(q->files.scripts[i].bytes)) return NULL;
    if (w->profiles && w->profiles_left > 0 && !script_killed(w->profiles) && !script_out_of_memory(w->profiles)) {
        w->profiles_left--;
        return w->profiles;
    }
    work_stop_watching(w, w->profiles);
    script_free(w->profiles);
    w->profiles = script_new(&(ScriptSetup){.base = w->base.script, .today = DATE_NONE}, &e);
    w->profiles_left = PROFILES_A_STATE;
    if (w->profiles) work_watch(w, w->profiles);
    return w->profiles;
}

/* Its limits ended the scripts. */
static int is_stopped(Script *s, Err *e)
{
    if (!s || (!script_killed(s) && !script_out_of_memory(s))) return 0;
    script_killed(s) ? err_set(e, SEN7003, "%s", "1,5") : err_set(e, SEN7004, "%s", "64");
    script_place(s, e);
    return 1;
}

/* What is built is for others; the unit's own questions are answered whole. */
static int goes_out(const WorkUnit *q) { return (q->want & (WANT_FILES | WANT_SOURCE)) != 0; }

static int make_one(Serve *s, Work *w, WorkUnit *q, Findings *f, Err *e)
{
    WorkOne *one = &w->one;
    one->id = q->id;
    one->rows = q->rows;
    one->model = model_fork(w->base.model);
    (void)s;
    Script *shared = q->files.n_scripts ? shared_state(w, q) : NULL;
    if (q->files.n_scripts && !shared) {
        one->script = script_new(&(ScriptSetup){.base = w->base.script, .today = DATE_NONE}, e);
        if (!one->script) return -1;
        work_watch(w, one->script);
        one->expressions = expr_script_new(one->script);
        one->lua = expr_script_backend(one->expressions);
        one->mark = registry_mark(w->registry);
    }
    size_t bad = 0;
    if (q->files.n_layers)
        bad = work_declare(shared ? shared : one->script ? one->script : w->base.script, one->model, &q->files,
                           (int)model_layer_count(w->base.model), f);
    if (is_stopped(shared ? shared : one->script, e)) return -1;
    if (one->script) work_register(w, one->script, f);
    const Entity *unit = q->id ? model_find(one->model, KIND_UNIT, q->id) : NULL;
    int own_days = use_own_days(w, unit, f);
    ResolveJob job = work_resolve_job(w, !own_days);
    job.unit = q->id;
    if (q->want == WANT_FILES && !own_days && use_variant(w, unit, f)) {
        if (has_rows(q)) resolve_rows(one->model, &job, &q->rows);
        else model_finish(one->model);
    } else {
        model_finish(one->model);
        resolve_model(one->model, &job, f);
        if (unit) apply_only(w, unit, f);
        resolve_rows(one->model, &job, &q->rows);
    }
    if (goes_out(q)) resolve_hide_now(one->model, &q->rows, one->arena);
    resolve_check_refs(one->model, &job, &q->rows, f);
    one->content = work_content(w->base.content, &q->files, one->contents, &one->n_contents, f);
    one->values = one->own_values = resolve_value_list(&q->rows, q->id, one->arena);
    if (goes_out(q)) one->values = resolve_shown_values(one->model, &q->rows, one->own_values, one->arena);
    PressJob press = press_job(w, q);
    open_world(w);
    press_fill_model(one->model, &press, f);
    open_world(w);
    one->hooks = press_hooks_new(one->script);
    int hooks = press_hooks_any(w->base.hooks) || press_hooks_any(one->hooks);
    one->world.plan = hooks ? press_cross_plan(one->cross) : value_none();
    if (hooks || one->n_contents) one->memo = NULL;
    return (int)(bad != 0);
}

/* Outputs this build uses whose code is not loaded: the worker is sealed and cannot load it any more. 1 = it told the parent. */
static int send_needs(Serve *s, const PressJob *job)
{
    const Output *used[WORK_OUTPUTS_MOST];
    Buf ids = {0};
    size_t n = press_list_outputs(job, used, WORK_OUTPUTS_MOST);
    for (size_t i = 0; i < n; i++)
        if (!used[i]->render && !used[i]->refused) buf_printf(&ids, "%s%s", ids.n ? " " : "", used[i]->id);
    int any = ids.n > 0;
    if (any) serve_send(s, FRAME_NEEDS, ids.p, ids.n);
    buf_free(&ids);
    return any;
}

typedef struct Send { Serve *s; uint32_t files; } Send;

static int send_file(void *self, const char *name, Str bytes)
{
    Send *to = self;
    serve_send_bulk(to->s, FRAME_FILE, name, strlen(name), bytes);
    to->files++;
    return 0;
}

static void run_rules(Work *w, unsigned want, Findings *f)
{
    Model *m = w->one.model;
    w->one.world.plan = press_cross_plan(w->one.cross);
    PressJob job = press_job(w, &(WorkUnit){0});
    size_t n;
    ScriptName *scope = press_scope_names(&job, w->one.arena, &n);
    size_t count = model_count(m, KIND_RULE);
    for (size_t i = 0; i < count && !script_killed(w->base.script); i++) {
        const Entity *rule = model_at(m, KIND_RULE, i);
        if (!entity_gone(rule)) script_call_check(w->one.script ? w->one.script : w->base.script, rule, scope, n, f);
    }
    const Entity *unit = w->one.id ? model_find(m, KIND_UNIT, w->one.id) : NULL;
    work_check_plans(w, w->one.script ? w->one.script : w->base.script, m, unit,
                     want & WANT_PLANS ? 0 : (int)model_layer_count(w->base.model), f);
    /* of what was written here; the base layer's are tried where it is made, and by `sen test` */
    const Layer *lowest = model_layer_count(m) ? model_layer(m, 0) : NULL;
    int own = lowest && !strcmp(lowest->path, "sen:");
    work_try_rules(w, want & WANT_PLANS ? own : (int)model_layer_count(w->base.model), TRY_MODEL | TRY_PLANS, NULL, f);
}

/* Where the texts of a page come from; when it cannot be filled nothing is sent. */
static void send_source(Serve *s, Work *w, const WorkUnit *q, Findings *f)
{
    PressJob job = press_job(w, q);
    Buf b = {0};
    if (press_build_source(&job, &b, f) == 0) serve_send(s, FRAME_SOURCE, b.p, b.n);
    buf_free(&b);
}

int work_run_unit(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    WorkUnit q = {0};
    WorkDone done = {0};
    PressDone pressed = {0};
    Findings f;
    Buf b = {0};
    int rc = -1;
    if (need_base(w, e)) return -1;
    drop_one(w);
    w->one.arena = arena_new();
    findings_init(&f, w->one.arena);
    Unpack u = unpack_from(bytes.p, bytes.n);
    if (work_unpack_unit(&u, w->one.arena, &q)) {
        err_set(e, SEN9999, "unit");
        goto out;
    }
    work_begin(s, w);
    int bad = make_one(s, w, &q, &f, e);
    if (bad < 0) goto out;
    done.failed_whole = bad || w->base.failed || (w->setup.strict && findings_count(&f, SEV_ERROR));
    if (q.want & WANT_CHECK) {
        ResolveJob job = work_resolve_job(w, 0);
        resolve_check_links(w->one.model, &job, &f);
        model_check_day(w->one.model, w->setup.today, &f);
        PressJob press = press_job(w, &q);
        press_check_unit(&press, &f);
        run_rules(w, q.want, &f);
        press_lint_unit(&press, &f);
    }
    if (q.want & WANT_CONFLICTS) model_list_conflicts(w->one.model, &f);
    if ((q.want & WANT_FILES) && !done.failed_whole) {
        PressJob job = press_job(w, &q);
        Send to = {s, 0};
        if (send_needs(s, &job)) {
            rc = 0;
            goto out;
        }
        if (press_build_unit(&job, send_file, &to, &pressed, &f, e)) goto out;
        done.made = (uint32_t)pressed.made;
        done.failed = (uint32_t)pressed.failed;
        done.read_today = pressed.read_today;
    }
    if (q.want & WANT_SOURCE) send_source(s, w, &q, &f);
    if (q.want & (WANT_MODEL | WANT_MATERIALS)) {
        if (q.want & WANT_MODEL) model_pack(w->one.model, &b);
        else model_pack_kind(w->one.model, KIND_MATERIAL, &b);
        serve_send(s, FRAME_MODEL, b.p, b.n);
        buf_clear(&b);
    }
    script_report_barred(w->base.script, &f);
    script_report_barred(w->one.script, &f);
    work_pack_done(&b, &done);
    serve_send(s, FRAME_DONE, b.p, b.n);
    work_send_findings(s, &f);
    rc = 0;
out:
    buf_free(&b);
    findings_free(&f);
    return rc;
}
