/* press_build.c - materials x channels of one unit -> named bytes. Knows no output by name but html, for the index page. */
#include "core/press/press_form.h"
#include "core/press/press_hook.h"
#include "core/press/press_parts.h"
#include "core/press/press_source.h"
#include "core/base/text.h"
#include "core/vi/daytext.h"
#include <stdlib.h>
#include <string.h>

static void fail(PressRun *x, Code code, const Entity *m, const char *a, const char *b)
{
    findings_add(x->f, code, m ? m->file : NULL, m ? m->line : 0, 0, m ? m->address : NULL, "%s" ARG "%s", a, b ? b : "");
}

/* The same where that field was set last: a ward may have changed it far from the declaration. */
static void fail_field(PressRun *x, Code code, const Entity *m, const char *field, const char *a, const char *b)
{
    const Slot *slot = entity_slot(m, field);
    const Step *step = slot ? slot->step : NULL;
    if (!step || !step->file) fail(x, code, m, a, b);
    else findings_add(x->f, code, step->file, step->line, 0, m->address, "%s" ARG "%s", a, b ? b : "");
}

static int find_asset(void *ctx, Str name, Str *bytes)
{
    const ContentFile *file = content_find(ctx, name);
    if (!file) return -1;
    *bytes = file->bytes;
    return 0;
}

/* --- one file --- */

enum { PAGE_USUAL = 48 * 1024 };           /* bytes */

static const char *file_name(PressRun *x, const Entity *m, const Output *o)
{
    return arena_print(x->page, "%s.%s", m ? m->id : "index", o->suffix);
}

static int not_made(PressRun *x, const Entity *m, const Output *o)
{
    x->done->failed++;
    return x->file(x->self, file_name(x, m, o), (Str){"", 0}) ? -1 : 0;
}

static int render(PressRun *x, const Entity *m, const Output *o, const PressPage *page)
{
    Err e = {0};
    const Doc *doc = page->doc;
    if (doc && press_hook_run(x->job, "before_output", m, o->id, page->shown, x->page, &doc, x->f)) return not_made(x, m, o);
    OutputJob job = {.doc = doc, .model = page->model, .options = x->options, .n_options = x->n_options,
                     .file = page->shown, .asset = find_asset, .asset_ctx = (void *)(uintptr_t)x->job->content};
    const char *name = file_name(x, m, o);
    for (size_t i = 0; i < x->job->n_previous && x->n_options < PRESS_OPTIONS; i++)
        if (str_is(x->job->previous[i].key, name)) {
            x->options[job.n_options] = (OutputOption){str_of("previous"), x->job->previous[i].value};
            job.n_options = x->n_options + 1;
        }
    buf_clear(&x->out);
    buf_room(&x->out, PAGE_USUAL);         /* growing from nothing would copy each page several times */
    if (registry_render(x->job->registry, o, &job, &x->out, x->f, &e)) {
        err_at(&e, page->shown ? page->shown : m ? m->file : NULL, page->shown ? 0 : m ? m->line : 0, 0);
        findings_add_err(x->f, &e);
        return not_made(x, m, o);
    }
    if (x->file(x->self, name, buf_view(&x->out))) return -1;
    x->done->made++;
    if (m) press_index_note(x, m, o, name);
    return 0;
}

/* --- pages --- */

/* What the records clerk gave stands beside what the script says: vars.number "15", vars.symbol "KH-UBND", vars.issued. */
static const Value *with_number(PressRun *x, const Entity *m, const Value *more)
{
    static const char *const keys[] = {"number", "symbol", "issued"};
    const Value *number = m ? entity_get(m, "number") : NULL, *on = m ? entity_get(m, "issued_on") : NULL;
    if (!number || number->type != VAL_TEXT || !on || on->type != VAL_DATE) return more;
    const char *all = arena_text(x->page, number->u.text.p, number->u.text.n), *stroke = strchr(all, '/');
    uint32_t had = more && more->type == VAL_MAP ? more->count : 0;
    ValuePair *pair = arena_alloc(x->page, mem_mul(had + 3, sizeof *pair));
    Value *v = arena_alloc(x->page, 4 * sizeof *v);
    int y, month, day;
    if (had) memcpy(pair, more->u.map, had * sizeof *pair);
    date_parts(on->u.date, &y, &month, &day);
    v[0] = value_text((Str){all, stroke ? (size_t)(stroke - all) : strlen(all)});
    v[1] = value_text(str_of(stroke ? stroke + 1 : ""));
    v[2] = value_text(str_of(arena_print(x->page, "%02d/%s%d/%04d", day, month < 3 ? "0" : "", month, y)));
    for (size_t i = 0; i < 3; i++) pair[had + i] = (ValuePair){str_of(keys[i]), &v[i]};
    v[3] = (Value){.type = VAL_MAP, .count = had + 3, .u.map = pair};
    return &v[3];
}

static int fill_doc(PressRun *x, const Entity *m, const char *name, PressPage *page)
{
    Err e = {0};
    ContentFile *file = content_find(x->job->content, str_of(name));
    if (!file) {
        const char *near = content_nearest(x->job->content, str_of(name));
        fail_field(x, near ? SEN4161 : SEN4160, m, "template", name, near);
        return -1;
    }
    Template *t = template_of(file, x->f, &e);
    if (!t) {
        findings_add_err(x->f, &e);
        return -1;
    }
    const Value *more = with_number(x, m, m ? entity_get(m, "vars") : NULL);
    x->scope.used = 0;
    x->scope.locals = 0;
    page->vars = x->scope.root[SCOPE_VARS] = template_fill_vars(t, more, &x->fill, x->page);
    page->shown = file->shown;
    page->doc = template_fill(t, &x->fill, x->page);
    x->reads_date = (x->scope.used >> SCOPE_TODAY) & 1;
    if (x->reads_date) x->done->read_today = 1;
    if (!page->doc) return -1;
    if (press_hook_run(x->job, m ? "document" : "index", m, "", file->shown, x->page, &page->doc, x->f)) return -1;
    if (page->doc->root->first) return 0;
    findings_add(x->f, SEN4167, file->shown, 0, 0, m ? m->address : NULL, "%s", "");
    return -1;
}

/* What stands on a day or over days, for a calendar. */
static Value calendar(PressRun *x)
{
    static const Kind kinds[] = {KIND_TASK, KIND_ITEM, KIND_EVENT, KIND_SCHEDULE};
    Value lists[4];
    uint32_t n = 0, k = 0;
    for (size_t i = 0; i < 4; i++) {
        lists[i] = model_list(x->job->model, kinds[i]);
        n += lists[i].count;
    }
    Value *all = arena_alloc(x->page, mem_mul((size_t)n + 1, sizeof *all));
    for (size_t i = 0; i < 4; i++)
        for (uint32_t j = 0; j < lists[i].count; j++) all[k++] = lists[i].u.list[j];
    return (Value){.type = VAL_LIST, .count = k, .u.list = all};
}

/* The form of the period its options name; without one, of the year. */
static Value form(PressRun *x, const Entity *m)
{
    const Value *own = entity_get(m, "options");
    Buf b = {0};
    for (uint32_t i = 0; own && own->type == VAL_MAP && i < own->count; i++)
        if (str_is(own->u.map[i].key, "period") || str_is(own->u.map[i].key, "ky")) scope_print(own->u.map[i].value, &b);
    Value v = press_form(x->job, buf_text(&b), x->page);
    buf_free(&b);
    return v;
}

/* `data = "tasks"`: a list of objects, or the plan. */
static int take_data(PressRun *x, const Entity *m, const char *what, PressPage *page)
{
    int root = scope_root(str_of(what)), kind = word_find_kind(what);
    Value *v = arena_alloc(x->page, sizeof *v);
    if (!strcmp(what, "calendar")) *v = calendar(x);
    else if (!strcmp(what, "form")) *v = form(x, m);
    else if (root >= 0) *v = x->scope.root[root];
    else if (kind >= 0) *v = model_list(x->job->model, (Kind)kind);
    if (v->type != VAL_LIST && v->type != VAL_OBJECT && v->type != VAL_MAP) {
        fail(x, SEN4182, m, what, m->id);
        return -1;
    }
    page->model = v;
    x->reads_date = 1;                                     /* tables hold states, which the day decides */
    x->done->read_today = 1;
    return 0;
}

/* A material with a template and data gives each kind of output what it wants: a table to those that read only the model. */
static int wants_table(const Entity *m, const Output *o)
{
    return *entity_text(m, "data") && (o->wants == WANTS_MODEL || !*entity_text(m, "template"));
}

static int make_page(PressRun *x, const Entity *m, int table, PressPage *page)
{
    const char *template = entity_text(m, "template"), *data = entity_text(m, "data");
    arena_reset(x->page);
    *page = (PressPage){0};
    if (*template && !table) return fill_doc(x, m, template, page);
    if (*data) return take_data(x, m, data, page);
    fail(x, SEN4183, m, m->id, NULL);
    return -1;
}

/* --- which formats --- */

static int lists(const Value *channels, const char *id)
{
    if (!channels || channels->type != VAL_LIST || channels->count == 0) return strcmp(id, "html") == 0;
    for (uint32_t i = 0; i < channels->count; i++) {
        const Value *v = &channels->u.list[i];
        if ((v->type == VAL_WORD || v->type == VAL_TEXT) && str_is(v->u.text, id)) return 1;
    }
    return 0;
}

/* Word, Excel, PDF and calendars need a library of their own; without it the plugin was not built, and the rest is. */
static int is_optional(const char *id)
{
    return !strcmp(id, "docx") || !strcmp(id, "pdf") || !strcmp(id, "xlsx") || !strcmp(id, "ics");
}

static void add_format(PressRun *x, const Entity *m, const char *id)
{
    const Output *o = registry_output(x->job->registry, id);
    if (!o && !x->job->n_formats && is_optional(id)) {
        if (!x->said_missing) fail(x, SEN6045, m, id, NULL);
        x->said_missing = 1;
        return;
    }
    if (!o) {
        const Output *near = registry_nearest_output(x->job->registry, id);
        fail_field(x, SEN6029, m, "channels", id, near ? near->id : "");
        x->done->failed++;
        return;
    }
    for (size_t i = 0; i < x->n_outputs; i++)
        if (x->outputs[i] == o) return;
    if (x->n_outputs < PRESS_OUTPUTS) x->outputs[x->n_outputs++] = o;
}

static void choose_formats(PressRun *x, const Entity *m)
{
    const PressJob *job = x->job;
    const Value *channels = entity_get(m, "channels");
    x->n_outputs = 0;
    for (size_t i = 0; i < job->n_formats; i++)
        if (job->n_materials || lists(channels, job->formats[i])) add_format(x, m, job->formats[i]);
    if (job->n_formats) return;
    if (!channels || channels->type != VAL_LIST || channels->count == 0) {
        add_format(x, m, "html");
        return;
    }
    for (uint32_t i = 0; i < channels->count; i++) {
        const Value *v = &channels->u.list[i];
        if (v->type == VAL_WORD || v->type == VAL_TEXT) add_format(x, m, arena_text(x->job_arena, v->u.text.p, v->u.text.n));
    }
}

/* Its outputs that are made from the template, or those made from its data. */
static int build_half(PressRun *x, const Entity *m, int table)
{
    PressPage page;
    size_t n = 0;
    for (size_t i = 0; i < x->n_outputs; i++) n += wants_table(m, x->outputs[i]) == table;
    if (!n) return 0;
    int bad = make_page(x, m, table, &page);
    if (bad) press_index_failed(x, m);
    else press_option_set(x, m, &page.vars);
    for (size_t i = 0; i < x->n_outputs; i++) {
        if (wants_table(m, x->outputs[i]) != table) continue;
        if (bad ? not_made(x, m, x->outputs[i]) : render(x, m, x->outputs[i], &page)) return -1;
    }
    return 0;
}

static int build_material(PressRun *x, const Entity *m)
{
    choose_formats(x, m);
    return x->n_outputs && (build_half(x, m, 0) || build_half(x, m, 1)) ? -1 : 0;
}

/* --- the unit --- */

static int build_named(PressRun *x)
{
    for (size_t i = 0; i < x->job->n_materials; i++) {
        const char *id = x->job->materials[i];
        const Entity *m = model_find(x->job->model, KIND_MATERIAL, id);
        if (!m || entity_gone(m)) {
            const char *near = model_near_id(x->job->model, KIND_MATERIAL, id);
            fail(x, near ? SEN4181 : SEN4180, NULL, id, near);
            x->done->failed++;
        } else if (build_material(x, m)) {
            return -1;
        }
    }
    return 0;
}

static int build_all(PressRun *x)
{
    size_t n = model_count(x->job->model, KIND_MATERIAL);
    for (size_t i = 0; i < n; i++) {
        const Entity *m = model_at(x->job->model, KIND_MATERIAL, i);
        if (!m->removed && build_material(x, m)) return -1;
    }
    return 0;
}

/* index.html, only when everything is built: content/index.md and, before its second part, the list of files. */
static int build_index(PressRun *x)
{
    PressPage page = {0};
    const Output *html = registry_output(x->job->registry, "html");
    if (!html || !content_find(x->job->content, (Str){"index.md", 8})) return 0;
    arena_reset(x->page);
    if (fill_doc(x, NULL, "index.md", &page)) return not_made(x, NULL, html);
    press_index_add_files(x, page.doc);
    press_option_set(x, NULL, &page.vars);
    return render(x, NULL, html, &page);
}

static void run_free(PressRun *x)
{
    press_index_free(x);
    buf_free(&x->out);
    arena_free(x->page);
    arena_free(x->job_arena);
    free(x);
}

static PressRun *run_new(const PressJob *job, PressDone *done, Findings *f)
{
    PressRun *x = mem_alloc(sizeof *x);
    x->job = job;
    x->done = done;
    x->f = f;
    x->page = arena_new();
    x->job_arena = arena_new();
    x->engine = (ExprEngine){.lua = job->lua, .no_oplist = job->no_oplist, .draft = job->draft};
    x->fill = (FillJob){.engine = &x->engine, .scope = &x->scope, .content = job->content, .findings = f,
                        .memo = job->memo, .own = job->memo ? press_own_roots(job) : 0};
    press_fill_scope(job, x->job_arena, &x->scope);
    return x;
}

int press_build_source(const PressJob *job, Buf *out, Findings *f)
{
    PressDone done = {0};
    PressPage page = {0};
    PressRun *x = run_new(job, &done, f);
    const Entity *m = job->n_materials ? model_find(job->model, KIND_MATERIAL, job->materials[0]) : NULL;
    x->fill.trace = 1;
    x->engine.draft = 1;                                   /* what is missing is a blank, as in the file that went out */
    int rc = m && !entity_gone(m) && *entity_text(m, "template") ? fill_doc(x, m, entity_text(m, "template"), &page) : -1;
    if (rc == 0) press_source_pack(page.doc, job->content, out);
    run_free(x);
    return rc;
}

int press_build_unit(const PressJob *job, PressFile file, void *self, PressDone *done, Findings *f, Err *e)
{
    int rc;
    *done = (PressDone){0};
    PressRun *x = run_new(job, done, f);
    x->file = file;
    x->self = self;
    rc = job->n_materials ? build_named(x) : build_all(x);
    if (rc == 0 && !job->n_materials && !job->n_formats) rc = build_index(x);
    if (rc) rc = err_set(e, SEN9999, "%s", "file refused");
    run_free(x);
    return rc;
}

static size_t note_outputs(PressRun *x, const Entity *m, const Output **v, size_t n, size_t most)
{
    choose_formats(x, m);
    for (size_t i = 0; i < x->n_outputs; i++) {
        size_t k = 0;
        while (k < n && v[k] != x->outputs[i]) k++;
        if (k == n && n < most) v[n++] = x->outputs[i];
    }
    return n;
}

size_t press_list_outputs(const PressJob *job, const Output **v, size_t most)
{
    PressDone done = {0};
    Findings unsaid;
    size_t n = 0, all = model_count(job->model, KIND_MATERIAL);
    PressRun *x = mem_alloc(sizeof *x);
    *x = (PressRun){.job = job, .f = &unsaid, .done = &done, .job_arena = arena_new(), .page = arena_new()};
    findings_init(&unsaid, x->job_arena);
    for (size_t i = 0; i < (job->n_materials ? job->n_materials : all); i++) {
        const Entity *m = job->n_materials ? model_find(job->model, KIND_MATERIAL, job->materials[i])
                                           : model_at(job->model, KIND_MATERIAL, i);
        if (m && !m->removed) n = note_outputs(x, m, v, n, most);
    }
    const Output *html = job->n_materials || job->n_formats ? NULL : registry_output(job->registry, "html");
    size_t k = 0;
    while (k < n && v[k] != html) k++;
    if (html && k == n && n < most) v[n++] = html;
    findings_free(&unsaid);
    run_free(x);
    return n;
}

void press_check_unit(const PressJob *job, Findings *f)
{
    size_t n = model_count(job->model, KIND_MATERIAL);
    PressDone done = {0};
    PressRun *x = mem_alloc(sizeof *x);
    *x = (PressRun){.job = job, .f = f, .done = &done, .job_arena = arena_new(), .page = arena_new()};
    for (size_t i = 0; i < n; i++) {
        const Entity *m = model_at(job->model, KIND_MATERIAL, i);
        if (entity_gone(m)) continue;
        choose_formats(x, m);
        const char *name = entity_text(m, "template");
        if (!*name) {
            if (!*entity_text(m, "data")) fail(x, SEN4183, m, m->id, NULL);
            continue;
        }
        Err e = {0};
        ContentFile *file = content_find(job->content, str_of(name));
        Template *t = file ? template_of(file, f, &e) : NULL;
        const char *near = file ? NULL : content_nearest(job->content, str_of(name));
        if (!file) fail_field(x, near ? SEN4161 : SEN4160, m, "template", name, near);
        else if (!t) findings_add_err(f, &e);
        else template_check(t, job->content, f);
    }
    run_free(x);
}
