/* work_base.c - jobs about layers: the workspace's own files, and everything below the units. */
#include "core/wall/work_state.h"
#include "core/base/text.h"
#include "core/script/lua_output.h"
#include "core/script/permit.h"
#include <stdlib.h>

/* One that came from elsewhere and was not allowed: said, and passed over. */
static int is_refused(const WorkFile *file, Findings *f)
{
    if (!file->refused) return 0;
    findings_add(f, file->refused, file->name, 0, 0, NULL, "%s" ARG "%s" ARG "%s", file->name, file->arg[0] ? file->arg[0] : "",
                 file->arg[1] ? file->arg[1] : "");
    return 1;
}

/* Of what a file from elsewhere declared, only what its head asks for stays. */
static void keep_permitted(const Permit *p, const WorkFile *file, Statements *st, size_t from, Findings *f)
{
    size_t kept = from;
    if (p->bad_line) findings_add(f, SEN8232, file->name, p->bad_line, 0, NULL, "%s", p->bad);
    for (size_t i = from; i < st->n; i++) {
        const Statement *one = &st->v[i];
        if (permit_allows(p, one->verb, one->kind)) {
            st->v[kept++] = *one;
            continue;
        }
        Buf b = {0};
        permit_name(one->verb, one->kind, LANG_VI, &b);
        findings_add(f, SEN8231, file->name, one->line, 0, NULL, "%s", buf_text(&b));
        buf_free(&b);
    }
    st->n = kept;
}

/* The statements of one layer: all its files, in order. Returns the files that failed as a whole. */
static size_t declare_layer(Script *script, Model *m, const WorkFiles *files, int layer, int as_layer, Findings *f)
{
    Statements st;
    size_t bad = 0;
    statements_init(&st, model_arena(m));
    for (size_t i = 0; i < files->n_scripts; i++) {
        const WorkFile *file = &files->scripts[i];
        if (file->layer != layer || is_refused(file, f)) continue;
        Permit p = file->foreign ? permit_read(file->bytes) : (Permit){0};
        ScriptFile sf = {.name = file->name, .bytes = file->bytes.p, .n = file->bytes.n, .layer = as_layer,
                         .no_outputs = p.declared && !p.output, .no_figures = p.declared && !p.read};
        size_t from = st.n;
        bad += script_declare(script, &sf, &st, f) != 0;
        if (p.declared) keep_permitted(&p, file, &st, from, f);
    }
    model_apply_layer(m, st.v, st.n, f);
    statements_free(&st);
    return bad;
}

static int count_files(const WorkFiles *files, int layer)
{
    int n = 0;
    for (size_t i = 0; i < files->n_scripts; i++) n += files->scripts[i].layer == layer;
    for (size_t i = 0; i < files->n_content; i++) n += files->content[i].layer == layer;
    return n;
}

size_t work_declare(Script *script, Model *m, const WorkFiles *files, int first_layer, Findings *f)
{
    size_t bad = 0;
    for (size_t k = 0; k < files->n_layers; k++) {
        model_add_layer(m, files->layers[k].name, files->layers[k].path, count_files(files, (int)k));
        bad += declare_layer(script, m, files, (int)k, first_layer + (int)k, f);
    }
    return bad;
}

/* sen.lua and unit.lua files alone: one model of a workspace and its units. */
int work_run_workspace(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    Arena *a = arena_new();
    WorkFiles files = {0};
    Findings f;
    Buf b = {0};
    Script *script = NULL;
    Model *m = NULL;
    int rc = -1;
    findings_init(&f, a);
    Unpack u = unpack_from(bytes.p, bytes.n);
    if (work_unpack_files(&u, a, &files)) {
        err_set(e, SEN9999, "workspace");
        goto out;
    }
    work_begin(s, w);
    script = script_new(&(ScriptSetup){.today = DATE_NONE}, e);
    if (!script) goto out;
    work_watch(w, script);
    m = model_new(w->setup.year);
    work_declare(script, m, &files, 0, &f);
    model_finish(m);
    model_pack(m, &b);
    serve_send(s, FRAME_MODEL, b.p, b.n);
    work_send_findings(s, &f);
    rc = 0;
out:
    model_free(m);
    work_stop_watching(w, script);
    script_free(script);
    buf_free(&b);
    findings_free(&f);
    arena_free(a);
    return rc;
}

static int add_content(Content *c, const WorkFile *file, Findings *f)
{
    Err e = {0};
    if (content_add(c, file->path, file->name, file->bytes, &e) == 0) return 0;
    err_at(&e, file->name, 0, 0);
    findings_add_err(f, &e);
    return -1;
}

Content *work_content(Content *below, const WorkFiles *files, Content *made[WORK_LAYERS], size_t *n, Findings *f)
{
    Content *top = below;
    *n = 0;
    for (size_t k = 0; k < files->n_layers; k++) {
        Content *layer = NULL;
        for (size_t i = 0; i < files->n_content; i++) {
            if (files->content[i].layer != (int)k || (!layer && *n == WORK_LAYERS) || is_refused(&files->content[i], f)) continue;
            if (!layer) layer = made[(*n)++] = content_new(top);
            add_content(layer, &files->content[i], f);
        }
        if (layer) top = layer;
    }
    return top;
}

void work_register(Work *w, Script *script, Findings *f)
{
    Err e = {0};
    if (lua_output_register(script, w->registry, "", "", &e)) findings_add_err(f, &e);
}

int work_run_base(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    WorkBase *base = &w->base;
    WorkFiles files = {0};
    if (base->arena) return err_set(e, SEN9999, "base twice");
    base->arena = arena_new();
    findings_init(&base->findings, base->arena);
    Unpack u = unpack_from(bytes.p, bytes.n);
    if (work_unpack_files(&u, base->arena, &files)) return err_set(e, SEN9999, "base");
    work_begin(s, w);
    base->script = script_new(&(ScriptSetup){.today = DATE_NONE}, e);
    if (!base->script) return -1;
    work_watch(w, base->script);
    base->expressions = expr_script_new(base->script);
    w->lua = expr_script_backend(base->expressions);
    base->model = model_new(w->setup.year);
    base->failed = work_declare(base->script, base->model, &files, 0, &base->findings) != 0;
    model_finish(base->model);
    work_register(w, base->script, &base->findings);
    base->workdays = resolve_workdays(base->model, NULL, NULL, w->setup.year, &base->findings);
    ResolveJob job = work_resolve_job(w, 0);
    resolve_model(base->model, &job, &base->findings);
    resolve_rows(base->model, &job, &(Rows){0});           /* what no tick changes need not be set again for each unit */
    model_freeze(base->model);
    base->hooks = press_hooks_new(base->script);
    base->live = press_live_new(base->model);
    Content *made[WORK_LAYERS];
    size_t n;
    base->content = work_content(content_new(NULL), &files, made, &n, &base->findings);
    work_send_findings(s, &base->findings);
    return script_killed(base->script) ? err_set(e, SEN7003, "%s", "1,5") : 0;
}
