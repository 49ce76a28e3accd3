/* press_base.c - the base layer as it ships, for tests of whole builds without a worker. */
#include "tests/unit/press_base.h"
#include "core/base/file.h"
#include "core/intake/intake.h"
#include "tests/unit/harness.h"
#include "tests/unit/press_case.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *root(void) { return getenv("SEN_ROOT") ? getenv("SEN_ROOT") : "."; }

static int print_tree(void *self, const Output *o, const OutputJob *job, Buf *out, Findings *f, Err *e)
{
    Arena *a = arena_new();
    (void)self, (void)o, (void)f, (void)e;
    if (job->doc) buf_puts(out, press_case_dump(a, job->doc));
    arena_free(a);
    return 0;
}

static int count_rows(void *self, const Output *o, const OutputJob *job, Buf *out, Findings *f, Err *e)
{
    (void)self, (void)o, (void)f;
    if (!job->model) return err_set(e, SEN6021, "%s", "csv");
    buf_printf(out, "%u rows", job->model->count);
    return 0;
}

static void add_output(PressBase *b, const char *id, const char *suffix, OutputWants wants, OutputRender render)
{
    Err e = {0};
    Output o = {.id = id, .title = id, .suffix = suffix, .mime = "text/plain", .wants = wants, .plugin = "test", .version = "1",
                .kind = "c", .render = render};
    INT_EQ(0, registry_add_output(b->registry, &o, &e));
}

static int load_scripts(PressBase *b)
{
    char dir[600], path[900];
    char **names;
    size_t n;
    Err e = {0};
    Statements st;
    statements_init(&st, model_arena(b->base));
    snprintf(dir, sizeof dir, "%s/scripts", root());
    int layer = model_add_layer(b->base, "base", "scripts", 1);
    if (file_list(dir, NULL, &names, &n, &e)) return -1;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(path_suffix(names[i]), ".lua") != 0) continue;
        Buf bytes = {0};
        snprintf(path, sizeof path, "%s/%s", dir, names[i]);
        if (file_read(path, NULL, 1 << 20, &bytes, &e)) return -1;
        ScriptFile f = {.name = arena_print(b->a, "scripts/%s", names[i]), .bytes = arena_text(b->a, buf_text(&bytes), bytes.n),
                        .n = bytes.n, .layer = layer};
        script_declare(b->script, &f, &st, &b->f);
        buf_free(&bytes);
    }
    file_names_free(names, n);
    model_apply_layer(b->base, st.v, st.n, &b->f);
    statements_free(&st);
    return 0;
}

static int load_content(PressBase *b, const char *below)
{
    char dir[600], path[900];
    char **names;
    size_t n;
    Err e = {0};
    snprintf(dir, sizeof dir, "%s/content%s%s", root(), *below ? "/" : "", below);
    if (file_list(dir, NULL, &names, &n, &e)) return -1;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(path_suffix(names[i]), ".md") != 0 || strcmp(names[i], "README.md") == 0) continue;
        Buf bytes = {0};
        snprintf(path, sizeof path, "%s/%s", dir, names[i]);
        if (file_read(path, NULL, 1 << 20, &bytes, &e)) return -1;
        const char *name = arena_print(b->a, "%s%s%s", below, *below ? "/" : "", names[i]);
        INT_EQ(0, content_add(b->content, name, NULL, buf_view(&bytes), &e));
        buf_free(&bytes);
    }
    if (*below) {
        file_names_free(names, n);
        return 0;
    }
    b->names = names;
    b->n_names = n;
    return load_content(b, "phrases");
}

static int load_plan(PressBase *b)
{
    char path[900];
    Buf bytes = {0}, text = {0};
    Err e = {0};
    snprintf(path, sizeof path, "%s/content/plans/ke-hoach-tinh-2026-2027.txt", root());
    int rc = file_read(path, NULL, 1 << 20, &bytes, &e) || intake_decode(bytes.p, bytes.n, "plan", &text, NULL, &e) ||
             intake_read(buf_view(&text), "plan", &b->plan, NULL, &e);
    buf_free(&bytes);
    buf_free(&text);
    return rc ? -1 : 0;
}

int press_base_open(PressBase *b, int year)
{
    Err e = {0};
    memset(b, 0, sizeof *b);
    b->a = arena_new();
    findings_init(&b->f, b->a);
    b->script = script_new(&(ScriptSetup){.today = DATE_NONE}, &e);
    b->exprs = expr_script_new(b->script);
    b->backend = expr_script_backend(b->exprs);
    b->base = model_new(year);
    b->content = content_new(NULL);
    b->registry = registry_new();
    add_output(b, "html", "html", WANTS_DOC, print_tree);
    add_output(b, "csv", "csv", WANTS_MODEL, count_rows);
    int bad = load_scripts(b) || load_content(b, "") || load_plan(b);
    OK(!bad);
    if (bad) return 0;
    static const char *const ids[] = {"plan"};
    b->plans = resolve_plans_new((const Plan *const *)&b->plan, ids, 1);
    ResolveJob job = {.plans = b->plans, .year = year, .today = date_of(year, 6, 5)};
    model_finish(b->base);
    resolve_model(b->base, &job, &b->f);
    resolve_rows(b->base, &job, &(Rows){0});
    model_freeze(b->base);
    b->live = press_live_new(b->base);
    return 1;
}

void press_base_close(PressBase *b)
{
    press_live_free(b->live);
    resolve_plans_free(b->plans);
    plan_free(b->plan);
    file_names_free(b->names, b->n_names);
    registry_free(b->registry);
    content_free(b->content);
    model_free(b->base);
    expr_script_free(b->exprs);
    script_free(b->script);
    findings_free(&b->f);
    arena_free(b->a);
}

Model *press_base_unit(PressBase *b, const char *id, const char *name, const char *kind, PressJob *job)
{
    Model *m = model_fork(b->base);
    Statements st;
    statements_init(&st, model_arena(m));
    model_add_layer(m, "unit", "unit.lua", 1);
    Statement *s = statements_add(&st, VERB_DECLARE, KIND_UNIT, id);
    s->layer = 1;
    s->file = "unit.lua";
    s->line = 1;
    statement_add_field(&st, s, "name", STEP_SET, press_case_text(name), 1);
    statement_add_field(&st, s, "kind", STEP_SET, press_case_text(kind), 1);
    statement_add_field(&st, s, "place", STEP_SET, press_case_text("Nơi Thử"), 1);       /* an empty value has no reference meaning */
    model_apply_layer(m, st.v, st.n, &b->f);
    statements_free(&st);
    model_finish(m);
    ResolveJob resolve = {.plans = b->plans, .year = model_year(m), .today = date_of(model_year(m), 6, 5), .own_only = 1};
    Rows none = {0};
    resolve_model(m, &resolve, &b->f);
    resolve_rows(m, &resolve, &none);
    model_finish(m);
    *job = (PressJob){.model = m, .unit = id, .plans = (const Plan *const *)&b->plan, .n_plans = 1, .content = b->content,
                      .registry = b->registry, .lua = &b->backend, .live = b->live, .today = resolve.today, .year = resolve.year};
    press_fill_model(m, job, &b->f);
    return m;
}
