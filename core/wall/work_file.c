/* work_file.c - jobs about one file: a script to run, a script or template to check. */
#include "core/intake/intake.h"
#include "core/press/layout.h"
#include "core/press/press_build.h"
#include "core/press/template.h"
#include "core/script/trace.h"
#include "core/wall/work_state.h"
#include "core/base/file.h"
#include <string.h>

typedef struct Names { const ScriptName *v; size_t n; } Names;

static int run_file(Serve *s, Script *script, const ScriptFile *file, const Names *scope, int measured, Statements *st, Buf *log,
                    Arena *a, Findings *f)
{
    Trace *t = measured ? trace_start(script) : NULL;
    Buf lines = {0};
    int r = script_run_file(script, file, scope->v, scope->n, st, log, f);
    if (!t) return r;
    trace_stop(t);
    size_t n;
    const TraceLine *v = trace_lines(t, a, &n);
    work_pack_trace(&lines, v, n);
    serve_send(s, FRAME_TRACE, buf_text(&lines), lines.n);
    buf_free(&lines);
    trace_free(t);
    return r;
}

/* `sen run`: as the unit's highest layer, against the frozen model; what it declares is checked, then dropped. */
int work_run_script(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    Arena *a = arena_new();
    Findings f;
    Statements st;
    Buf log = {0};
    WorkRun run = {0};
    Script *script = NULL;
    Model *m = NULL;
    int rc = -1;
    findings_init(&f, a);
    statements_init(&st, a);
    Unpack u = unpack_from(bytes.p, bytes.n);
    if (work_unpack_run(&u, a, &run) || !w->one.model) {
        err_set(e, SEN9999, "run");
        goto out;
    }
    if (run.name[0] == '/') run.name = path_base(run.name);   /* no absolute path reaches a script */
    work_begin(s, w);
    script = script_new(&(ScriptSetup){.base = w->one.script ? w->one.script : w->base.script, .today = w->setup.today}, e);
    if (!script) goto out;
    work_watch(w, script);
    script_set_world(script, &w->one.world);
    size_t n;
    ScriptName *scope = press_scope_names(&(PressJob){.model = w->one.model, .unit = w->one.id,
                                                      .plans = (const Plan *const *)w->plans, .n_plans = w->n_plans,
                                          .values = &w->one.values, .today = w->setup.today, .year = w->setup.year}, a, &n);
    ScriptName *all = arena_alloc(a, (n + 1) * sizeof *all);
    memcpy(all, scope, n * sizeof *all);
    Value *args = arena_alloc(a, mem_mul(run.n_args, sizeof *args));
    for (size_t i = 0; i < run.n_args; i++) args[i] = value_text(str_of(run.args[i]));
    all[n++] = (ScriptName){"arg", {.type = VAL_LIST, .count = (uint32_t)run.n_args, .u.list = args}, 0};
    ScriptFile file = {.name = run.name, .bytes = run.bytes.p, .n = run.bytes.n, .layer = (int)model_layer_count(w->one.model)};
    int bad = run_file(s, script, &file, &(Names){all, n}, run.trace, &st, &log, a, &f);
    model_freeze(w->one.model);                            /* the unit's own layer stands below the file */
    m = model_fork(w->one.model);
    model_add_layer(m, "run", run.name, 1);
    serve_send(s, FRAME_TEXT, buf_text(&log), log.n);
    if (script_killed(script)) {
        err_set(e, SEN7003, "%s", "1,5");
    } else if (script_out_of_memory(script)) {
        err_set(e, SEN7004, "%s", "64");
    } else {
        for (size_t i = 0; i < st.n; i++) st.v[i].layer = (int)model_layer_count(m) - 1;
        if (!bad) model_apply_layer(m, st.v, st.n, &f);
        rc = 0;
    }
    work_send_findings(s, &f);
out:
    model_free(m);
    work_stop_watching(w, script);
    script_free(script);
    statements_free(&st);
    buf_free(&log);
    findings_free(&f);
    arena_free(a);
    return rc;
}

static void check_script(Work *w, const WorkRun *run, Arena *a, Findings *f, Err *e)
{
    Statements st;
    Script *script = script_new(&(ScriptSetup){.base = w->base.script, .today = w->setup.today}, e);
    if (!script) return;
    statements_init(&st, a);
    work_watch(w, script);
    ScriptFile file = {.name = run->name, .bytes = run->bytes.p, .n = run->bytes.n,
                       .layer = (int)model_layer_count(w->base.model)};
    if (script_declare(script, &file, &st, f) == 0) {
        Model *m = model_fork(w->base.model);
        model_add_layer(m, "file", run->name, 1);
        model_apply_layer(m, st.v, st.n, f);
        model_free(m);
    }
    statements_free(&st);
    work_stop_watching(w, script);
    script_free(script);
}

/* A Word file: is it laid out as the unit's layout asks? Read here, behind the wall. */
static void check_layout(Work *w, const WorkRun *run, const Reader *rd, Arena *a, Findings *f, Err *e)
{
    const Model *m = w->one.model ? w->one.model : w->base.model;
    const Entity *unit = w->one.model && w->one.id ? model_find(m, KIND_UNIT, w->one.id) : NULL;
    const Entity *layout = layout_find(m, unit, "");
    ReadResult got = {.arena = a};
    Buf text = {0};
    if (!rd) {                                             /* no reader knows it: the importer says what it is */
        if (intake_decode(run->bytes.p, run->bytes.n, run->name, &text, f, e) == 0) err_set(e, SEN7116, "%s", run->name);
    } else if (!layout) err_set(e, SEN7115, "%s", run->name);
    else if (registry_read_layout(w->registry, rd, run->bytes, run->name, &got, f, e) == 0)
        layout_check(layout, &got, run->name, f, e);
    read_result_free(&got);
    buf_free(&text);
}

static void check_template(Work *w, const WorkRun *run, Findings *f)
{
    Err why = {0};
    Template *t = template_parse(run->bytes, run->name, f, &why);
    if (t) template_check(t, w->one.content ? w->one.content : w->base.content, f);
    else findings_add_err(f, &why);
    template_free(t);
}

/* One script, template or Word file by itself. */
int work_run_check(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    Arena *a = arena_new();
    Findings f;
    WorkRun run = {0};
    findings_init(&f, a);
    Unpack u = unpack_from(bytes.p, bytes.n);
    if (work_unpack_run(&u, a, &run) || !w->base.model) {
        err_set(e, SEN9999, "check");
    } else {
        work_begin(s, w);
        const char *suffix = path_suffix(run.name);
        if (!strcmp(suffix, ".lua")) check_script(w, &run, a, &f, e);
        else if (!strcmp(suffix, ".md")) check_template(w, &run, &f);
        else check_layout(w, &run, registry_reader_for(w->registry, run.name, run.bytes), a, &f, e);
        work_send_findings(s, &f);
    }
    findings_free(&f);
    arena_free(a);
    return e->code ? -1 : 0;
}
