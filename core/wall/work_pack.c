/* work_pack.c - the requests and answers of jobs as bytes. */
#include "core/wall/work.h"

static void pack_int(Buf *b, int v) { pack_u32(b, (uint32_t)v); }

void work_pack_setup(Buf *b, const WorkSetup *s)
{
    pack_u8(b, s->lang);
    pack_int(b, s->today);
    pack_int(b, s->year);
    pack_u8(b, (unsigned)((s->draft != 0) | (s->no_oplist != 0) << 1 | (s->strict != 0) << 2));
}

int work_unpack_setup(Unpack *u, WorkSetup *s)
{
    s->lang = unpack_u8(u) == LANG_EN ? LANG_EN : LANG_VI;
    s->today = (Date)unpack_u32(u);
    s->year = (int)unpack_u32(u);
    unsigned flags = unpack_u8(u);
    s->draft = flags & 1;
    s->no_oplist = (flags >> 1) & 1;
    s->strict = (flags >> 2) & 1;
    return u->bad ? -1 : 0;
}

static void pack_file_list(Buf *b, const WorkFile *v, size_t n)
{
    pack_u32(b, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        pack_text(b, v[i].name);
        pack_text(b, v[i].path);
        pack_int(b, v[i].layer);
        pack_str(b, v[i].bytes);
        pack_u8(b, (unsigned)((v[i].foreign != 0) | (v[i].refused != 0) << 1));
        if (!v[i].refused) continue;
        pack_u32(b, (uint32_t)v[i].refused);
        pack_text(b, v[i].arg[0]);
        pack_text(b, v[i].arg[1]);
    }
}

static void unpack_refusal(Unpack *u, Arena *a, WorkFile *f)
{
    uint32_t code = unpack_u32(u);
    f->arg[0] = unpack_text(u, a);
    f->arg[1] = unpack_text(u, a);
    if (code < SEN8214 || code > SEN8217) u->bad = 1;
    else f->refused = (Code)code;
}

static WorkFile *unpack_file_list(Unpack *u, Arena *a, size_t n_layers, size_t *n)
{
    *n = unpack_count(u, 11);
    WorkFile *v = arena_alloc(a, mem_mul(*n, sizeof *v));
    for (size_t i = 0; i < *n && !u->bad; i++) {
        v[i].name = unpack_text(u, a);
        v[i].path = unpack_text(u, a);
        v[i].layer = (int)unpack_u32(u);
        v[i].bytes = unpack_str(u);
        unsigned flags = unpack_u8(u);
        v[i].foreign = flags & 1;
        if (flags & 2) unpack_refusal(u, a, &v[i]);
        if (!v[i].name || !v[i].path || v[i].layer < 0 || (size_t)v[i].layer >= n_layers) u->bad = 1;
    }
    return v;
}

void work_pack_files(Buf *b, const WorkFiles *f)
{
    pack_u32(b, (uint32_t)f->n_layers);
    for (size_t i = 0; i < f->n_layers; i++) {
        pack_text(b, f->layers[i].name);
        pack_text(b, f->layers[i].path);
    }
    pack_file_list(b, f->scripts, f->n_scripts);
    pack_file_list(b, f->content, f->n_content);
}

int work_unpack_files(Unpack *u, Arena *a, WorkFiles *f)
{
    f->n_layers = unpack_count(u, 2);
    f->layers = arena_alloc(a, mem_mul(f->n_layers, sizeof *f->layers));
    for (size_t i = 0; i < f->n_layers && !u->bad; i++) {
        f->layers[i].name = unpack_text(u, a);
        f->layers[i].path = unpack_text(u, a);
    }
    f->scripts = unpack_file_list(u, a, f->n_layers, &f->n_scripts);
    f->content = unpack_file_list(u, a, f->n_layers, &f->n_content);
    return u->bad ? -1 : 0;
}

static void pack_names(Buf *b, const char *const *v, size_t n)
{
    pack_u32(b, (uint32_t)n);
    for (size_t i = 0; i < n; i++) pack_text(b, v[i]);
}

static const char **unpack_names(Unpack *u, Arena *a, size_t *n)
{
    *n = unpack_count(u, 1);
    const char **v = arena_alloc(a, mem_mul(*n, sizeof *v));
    for (size_t i = 0; i < *n && !u->bad; i++)
        if (!(v[i] = unpack_text(u, a))) u->bad = 1;
    return v;
}

void work_pack_unit(Buf *b, const WorkUnit *q)
{
    pack_text(b, q->id);
    pack_u32(b, q->want);
    work_pack_files(b, &q->files);
    pack_u32(b, (uint32_t)q->rows.n_ticks);
    for (const TickRow *t = q->rows.ticks; t < q->rows.ticks + q->rows.n_ticks; t++) {
        pack_text(b, t->item);
        pack_int(b, t->on);
        pack_int(b, t->times);
        pack_text(b, t->note);
        pack_text(b, t->evidence);
        pack_text(b, t->by);
    }
    pack_u32(b, (uint32_t)q->rows.n_values);
    for (const ValueRow *v = q->rows.values; v < q->rows.values + q->rows.n_values; v++) {
        const char *const text[] = {v->indicator, v->period, v->dimensions, v->n, v->d, v->state, v->who};
        for (size_t i = 0; i < sizeof text / sizeof *text; i++) pack_text(b, text[i]);
        pack_int(b, v->as_of);
    }
    pack_u32(b, (uint32_t)q->rows.n_links);
    for (const LinkRow *l = q->rows.links; l < q->rows.links + q->rows.n_links; l++) {
        pack_text(b, l->task);
        pack_text(b, l->key);
        pack_u8(b, l->yes != 0);
    }
    pack_u32(b, (uint32_t)q->rows.n_refs);
    for (const RefRow *r = q->rows.refs; r < q->rows.refs + q->rows.n_refs; r++) {
        pack_text(b, r->task);
        pack_text(b, r->plan);
        pack_text(b, r->address);
        pack_text(b, r->key);
    }
    pack_u32(b, (uint32_t)q->rows.n_issued);
    for (const IssuedRow *r = q->rows.issued; r < q->rows.issued + q->rows.n_issued; r++) {
        pack_text(b, r->material);
        pack_text(b, r->number);
        pack_int(b, r->on);
        pack_int(b, r->year);
    }
    pack_u32(b, (uint32_t)q->rows.n_below);
    for (size_t i = 0; i < q->rows.n_below; i++) pack_int(b, q->rows.below[i]);
    pack_names(b, q->materials, q->n_materials);
    pack_names(b, q->formats, q->n_formats);
}

static void unpack_rows(Unpack *u, Arena *a, WorkUnit *q)
{
    q->rows.n_ticks = unpack_count(u, 12);
    q->rows.ticks = arena_alloc(a, mem_mul(q->rows.n_ticks, sizeof *q->rows.ticks));
    for (TickRow *t = q->rows.ticks; t < q->rows.ticks + q->rows.n_ticks && !u->bad; t++) {
        t->item = unpack_text(u, a);
        t->on = (Date)unpack_u32(u);
        t->times = (int)unpack_u32(u);
        t->note = unpack_text(u, a);
        t->evidence = unpack_text(u, a);
        t->by = unpack_text(u, a);
        if (!t->item) u->bad = 1;
    }
    q->rows.n_values = unpack_count(u, 11);
    q->rows.values = arena_alloc(a, mem_mul(q->rows.n_values, sizeof *q->rows.values));
    for (ValueRow *v = q->rows.values; v < q->rows.values + q->rows.n_values && !u->bad; v++) {
        const char **const text[] = {&v->indicator, &v->period, &v->dimensions, &v->n, &v->d, &v->state, &v->who};
        for (size_t i = 0; i < sizeof text / sizeof *text; i++) *text[i] = unpack_text(u, a);
        v->as_of = (Date)unpack_u32(u);
        if (!v->indicator || !v->period) u->bad = 1;
    }
    q->rows.n_links = unpack_count(u, 3);
    q->rows.links = arena_alloc(a, mem_mul(q->rows.n_links, sizeof *q->rows.links));
    for (LinkRow *l = q->rows.links; l < q->rows.links + q->rows.n_links && !u->bad; l++) {
        l->task = unpack_text(u, a);
        l->key = unpack_text(u, a);
        l->yes = unpack_u8(u) != 0;
        if (!l->task || !l->key) u->bad = 1;
    }
}

static void unpack_refs(Unpack *u, Arena *a, Rows *rows)
{
    rows->n_refs = unpack_count(u, 4);
    rows->refs = arena_alloc(a, mem_mul(rows->n_refs, sizeof *rows->refs));
    for (RefRow *r = rows->refs; r < rows->refs + rows->n_refs && !u->bad; r++) {
        r->task = unpack_text(u, a);
        r->plan = unpack_text(u, a);
        r->address = unpack_text(u, a);
        r->key = unpack_text(u, a);
        if (!r->task || !r->plan || !r->address || !r->key) u->bad = 1;
    }
}

static void unpack_issued(Unpack *u, Arena *a, Rows *rows)
{
    rows->n_issued = unpack_count(u, 10);
    rows->issued = arena_alloc(a, mem_mul(rows->n_issued, sizeof *rows->issued));
    for (IssuedRow *r = rows->issued; r < rows->issued + rows->n_issued && !u->bad; r++) {
        r->material = unpack_text(u, a);
        r->number = unpack_text(u, a);
        r->on = (Date)unpack_u32(u);
        r->year = (int)unpack_u32(u);
        if (!r->material || !r->number) u->bad = 1;
    }
    rows->n_below = unpack_count(u, 4);
    rows->below = arena_alloc(a, mem_mul(rows->n_below, sizeof *rows->below));
    for (size_t i = 0; i < rows->n_below; i++) rows->below[i] = (Date)unpack_u32(u);
}

void work_pack_previous(Buf *b, const OutputOption *v, size_t n)
{
    pack_u32(b, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        pack_str(b, v[i].key);
        pack_str(b, v[i].value);
    }
}

static void unpack_previous(Unpack *u, Arena *a, WorkUnit *q)
{
    q->n_previous = u->bad || u->p == u->end ? 0 : unpack_count(u, 8);
    q->previous = arena_alloc(a, mem_mul(q->n_previous, sizeof *q->previous));
    for (size_t i = 0; i < q->n_previous; i++) {
        Str name = unpack_str(u);
        q->previous[i] = (OutputOption){name, unpack_str(u)};
    }
}

int work_unpack_unit(Unpack *u, Arena *a, WorkUnit *q)
{
    q->id = unpack_text(u, a);
    q->want = unpack_u32(u);
    work_unpack_files(u, a, &q->files);
    unpack_rows(u, a, q);
    unpack_refs(u, a, &q->rows);
    unpack_issued(u, a, &q->rows);
    q->materials = unpack_names(u, a, &q->n_materials);
    q->formats = unpack_names(u, a, &q->n_formats);
    unpack_previous(u, a, q);
    return u->bad ? -1 : 0;
}

void work_pack_done(Buf *b, const WorkDone *d)
{
    pack_u32(b, d->made);
    pack_u32(b, d->failed);
    pack_u8(b, (unsigned)((d->read_today != 0) | (d->failed_whole != 0) << 1));
}

int work_unpack_done(Unpack *u, WorkDone *d)
{
    d->made = unpack_u32(u);
    d->failed = unpack_u32(u);
    unsigned flags = unpack_u8(u);
    d->read_today = flags & 1;
    d->failed_whole = (flags >> 1) & 1;
    return u->bad ? -1 : 0;
}

void work_pack_run(Buf *b, const WorkRun *r)
{
    pack_text(b, r->name);
    pack_str(b, r->bytes);
    pack_names(b, r->args, r->n_args);
    pack_u8(b, r->trace != 0);
}

int work_unpack_run(Unpack *u, Arena *a, WorkRun *r)
{
    r->name = unpack_text(u, a);
    r->bytes = unpack_str(u);
    r->args = unpack_names(u, a, &r->n_args);
    r->trace = unpack_u8(u) != 0;
    return u->bad || !r->name ? -1 : 0;
}

void work_pack_trace(Buf *b, const TraceLine *v, size_t n)
{
    pack_u32(b, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        pack_text(b, v[i].file);
        pack_u32(b, (uint32_t)v[i].line);
        pack_i64(b, (int64_t)v[i].steps);
        pack_i64(b, (int64_t)v[i].calls);
        pack_i64(b, (int64_t)v[i].bytes);
        pack_i64(b, (int64_t)v[i].ns);
    }
}

/* No figure is believed beyond what can be: sums of them must not run over. */
static uint64_t unpack_figure(Unpack *u)
{
    int64_t v = unpack_i64(u);
    if (v < 0 || v > INT64_MAX / TRACE_LINES_MOST) u->bad = 1;
    return u->bad ? 0 : (uint64_t)v;
}

int work_unpack_trace(Unpack *u, Arena *a, TraceLine **v, size_t *n)
{
    uint32_t count = unpack_count(u, 36);
    if (count > TRACE_LINES_MOST) u->bad = 1;
    *n = 0;
    *v = arena_alloc(a, mem_mul((u->bad ? 0 : count) + (size_t)1, sizeof **v));
    for (uint32_t i = 0; i < count && !u->bad; i++) {
        TraceLine x = {.file = unpack_text(u, a)};
        uint32_t line = unpack_u32(u);
        x.steps = unpack_figure(u);
        x.calls = unpack_figure(u);
        x.bytes = unpack_figure(u);
        x.ns = unpack_figure(u);
        if (!x.file || line > 10000000) u->bad = 1;
        x.line = (int)line;
        if (!u->bad) (*v)[(*n)++] = x;
    }
    return u->bad ? -1 : 0;
}

void work_pack_places(Buf *b, const WorkPlaces *p)
{
    const char *const texts[] = {p->install, p->user, p->only, p->outputs, p->file, p->content};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) pack_text(b, texts[i]);
    pack_u8(b, (unsigned)((p->prove != 0) | (p->few != 0) << 1));
}

int work_unpack_places(Unpack *u, Arena *a, WorkPlaces *p)
{
    const char **const texts[] = {&p->install, &p->user, &p->only, &p->outputs, &p->file,
                                  &p->content};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) *texts[i] = unpack_text(u, a);
    unsigned flags = unpack_u8(u);
    p->prove = flags & 1;
    p->few = (flags >> 1) & 1;
    return u->bad ? -1 : 0;
}
