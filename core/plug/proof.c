/* proof.c - runs a plugin's sample and compares the result with what its author expects. */
#include "core/plug/proof.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILES_MOST = 64, FILE_CAP = 1024 * 1024, OPTIONS_MOST = 64 };

typedef struct ProofFile { char *name; Buf bytes; } ProofFile;

struct Proof {
    char *dir;                             /* last part of the folder's path, for messages */
    ProofFile *files;                      /* "sample.md" … of sample/, "expect.html" … of the folder */
    size_t n;
};

/* --- reading --- */

static int take_files(Proof *p, const char *dir, const char *prefix, Err *e)
{
    char **names = NULL;
    size_t n = 0;
    int rc = file_list(dir, dir, &names, &n, e);
    for (size_t i = 0; rc == 0 && i < n; i++) {
        if (names[i][0] == '.' || strncmp(names[i], prefix, strlen(prefix))) continue;
        if (p->n >= FILES_MOST) break;
        char *path = path_join(dir, names[i]);
        p->files = mem_resize(p->files, mem_mul(p->n + 1, sizeof *p->files));
        p->files[p->n] = (ProofFile){.name = mem_copy_text(names[i])};
        rc = file_read(path, path, FILE_CAP, &p->files[p->n++].bytes, e);
        free(path);
    }
    file_names_free(names, n);
    return rc;
}

Proof *proof_read(const char *dir, Err *e)
{
    Proof *p = mem_alloc(sizeof *p);
    char *sample = path_join(dir, "sample");
    p->dir = mem_copy_text(path_base(dir));
    int rc = file_is_dir(sample) ? take_files(p, sample, "", e) : err_set(e, SEN6031, "%s" ARG "*", dir);
    if (rc == 0) rc = take_files(p, dir, "expect.", e);
    free(sample);
    if (rc == 0) return p;
    proof_free(p);
    return NULL;
}

void proof_free(Proof *p)
{
    if (!p) return;
    for (size_t i = 0; i < p->n; i++) {
        free(p->files[i].name);
        buf_free(&p->files[i].bytes);
    }
    free(p->files);
    free(p->dir);
    free(p);
}

static const Buf *file_named(const Proof *p, const char *name)
{
    for (size_t i = 0; i < p->n; i++)
        if (!strcmp(p->files[i].name, name)) return &p->files[i].bytes;
    return NULL;
}

static int give_asset(void *ctx, Str name, Str *bytes)
{
    const Proof *p = ctx;
    for (size_t i = 0; i < p->n; i++)
        if (str_is(name, p->files[i].name)) {
            *bytes = buf_view(&p->files[i].bytes);
            return 0;
        }
    return -1;
}

/* --- options and data --- */

static Str trim(Str s)
{
    while (s.n && (s.p[0] == ' ' || s.p[0] == '\t')) s.p++, s.n--;
    while (s.n && strchr(" \t\r", s.p[s.n - 1])) s.n--;
    return s;
}

static size_t read_options(const Buf *text, OutputOption *out)
{
    size_t n = 0;
    const char *p = text ? buf_text(text) : "", *end = p + (text ? text->n : 0);
    while (p < end && n < OPTIONS_MOST) {
        const char *eol = memchr(p, '\n', (size_t)(end - p));
        if (!eol) eol = end;
        const char *eq = memchr(p, '=', (size_t)(eol - p));
        if (eq && *p != '#') {
            out[n].key = trim((Str){p, (size_t)(eq - p)});
            out[n++].value = trim((Str){eq + 1, (size_t)(eol - eq - 1)});
        }
        p = eol + 1;
    }
    return n;
}

static Value typed(Arena *a, Str cell)
{
    const char *text = arena_text(a, cell.p, cell.n);
    if (!cell.n) return value_none();
    size_t digits = strspn(text + (text[0] == '-'), "0123456789");
    const char *rest = text + (text[0] == '-') + digits;
    if (digits && digits < 18 && !*rest) return value_int(strtoll(text, NULL, 10));
    if (digits && digits < 12 && *rest == ',' && rest[1] && strspn(rest + 1, "0123456789") == strlen(rest + 1)) {
        double scale = 1, d = 0;
        for (const char *c = text + (text[0] == '-'); *c; c++) {
            if (*c == ',') scale = 0.1;
            else if (scale == 1) d = d * 10 + (*c - '0');
            else d += scale * (*c - '0'), scale /= 10;
        }
        return value_number(text[0] == '-' ? -d : d);
    }
    if (strchr(text, '/') && date_parse(text, 0) != DATE_NONE) return value_date(date_parse(text, 0));
    return value_text((Str){text, cell.n});
}

static Str cell_text(Arena *a, const DocNode *cell)
{
    Buf b = {0};
    doc_plain_text(cell, &b);
    Str s = {arena_text(a, buf_text(&b), b.n), b.n};
    buf_free(&b);
    return trim(s);
}

static const DocNode *first_table(const Doc *d)
{
    DocWalk w = {.root = d->root};
    while (doc_walk_next(&w))
        if (w.entering && w.node->kind == DOC_TABLE) return w.node;
    return NULL;
}

static Value row_value(Arena *a, const DocNode *head, const DocNode *row)
{
    uint32_t n = 0;
    for (const DocNode *c = head->first; c; c = c->next) n++;
    ValuePair *pairs = arena_alloc(a, n * sizeof *pairs);
    const DocNode *c = row->first;
    n = 0;
    for (const DocNode *h = head->first; h; h = h->next, c = c ? c->next : NULL) {
        Value *v = arena_alloc(a, sizeof *v);
        *v = c ? typed(a, cell_text(a, c)) : value_none();
        pairs[n++] = (ValuePair){cell_text(a, h), v};
    }
    return (Value){.type = VAL_MAP, .count = n, .u.map = pairs};
}

static int read_data(const Proof *p, const Buf *text, Arena *a, Value *out, Err *e)
{
    DocOptions o = {.file = "data.md"};
    Doc *d = doc_parse(buf_view(text), &o, a, NULL, e);
    const DocNode *table = d ? first_table(d) : NULL;
    if (!table || !table->first) return err_set(e, SEN6031, "%s" ARG "*", p->dir);
    uint32_t n = 0;
    for (const DocNode *r = table->first->next; r; r = r->next) n++;
    Value *rows = arena_alloc(a, n * sizeof *rows);
    n = 0;
    for (const DocNode *r = table->first->next; r; r = r->next) rows[n++] = row_value(a, table->first, r);
    *out = (Value){.type = VAL_LIST, .count = n, .u.list = rows};
    return 0;
}

/* --- running --- */

static int render_with(const Proof *p, Registry *r, const Output *o, Arena *a, Buf *out, Findings *f, Err *e)
{
    OutputOption options[OPTIONS_MOST];
    Value data;
    OutputJob job = {.options = options, .file = "sample", .asset = give_asset, .asset_ctx = (void *)(size_t)p};
    job.n_options = read_options(file_named(p, "options.txt"), options);
    const Buf *md = file_named(p, "sample.md"), *table = file_named(p, "data.md");
    if ((o->wants & WANTS_DOC) && md) {
        DocOptions how = {.file = "sample.md"};
        Doc *d = doc_parse(buf_view(md), &how, a, f, e);
        if (!d) return -1;
        doc_filter(d, f, "sample.md");
        job.doc = d;
    } else if ((o->wants & WANTS_MODEL) && table) {
        if (read_data(p, table, a, &data, e) != 0) return -1;
        job.model = &data;
    } else {
        return err_set(e, SEN6031, "%s" ARG "%s", p->dir, o->suffix);
    }
    return registry_render(r, o, &job, out, f, e);
}

int proof_render(const Proof *p, Registry *r, const Output *o, Buf *out, Findings *f, Err *e)
{
    Arena *a = arena_new();
    int rc = render_with(p, r, o, a, out, f, e);
    arena_free(a);
    return rc;
}

/* The line number and text of the first difference. */
static void say_difference(Str want, Str got, const char *id, const char *name, Findings *f)
{
    int line = 1;
    size_t start = 0, i = 0;
    for (; i < want.n && i < got.n && want.p[i] == got.p[i]; i++)
        if (got.p[i] == '\n') line++, start = i + 1;
    size_t n = 0;
    while (start + n < got.n && got.p[start + n] != '\n' && n < 160) n++;
    n = start < got.n ? text_cut(got.p + start, n) : 0;
    findings_add(f, SEN6032, NULL, 0, 0, NULL, "%s" ARG "%s" ARG "%d" ARG "%.*s", id, name, line, (int)n, got.p + start);
}

typedef struct Proving { const Proof *p; Registry *r; const ProofTell *tell; Findings *f; } Proving;

/* 1 = as expected, 0 = not, which is said. */
static int judge(const Proving *x, const char *id, const char *suffix, Str got)
{
    char name[80];
    snprintf(name, sizeof name, "expect.%s", suffix);
    const Buf *want = file_named(x->p, name);
    if (want && str_eq(buf_view(want), got)) return 1;
    if (x->tell) x->tell->differs(x->tell->self, name, got);
    if (want) say_difference(buf_view(want), got, id, name, x->f);
    else findings_add(x->f, SEN6031, NULL, 0, 0, NULL, "%s" ARG "%s", x->p->dir, suffix);
    return 0;
}

static int prove_output(const Proving *x, const Output *o, Err *e)
{
    Buf got = {0};
    int rc = proof_render(x->p, x->r, o, &got, x->f, e);
    if (rc == 0) rc = judge(x, o->id, o->suffix, buf_view(&got));
    buf_free(&got);
    return rc;
}

static void put_part(Buf *out, const ReadPart *p)
{
    static const char *const kinds[] = {"line", "cell", "mark"};
    const struct { const char *name; int n; } at[] = {{"page", p->page}, {"table", p->table}, {"row", p->row},
                                                      {"column", p->column}};
    buf_printf(out, "%s %d", kinds[p->kind], p->line);
    for (size_t i = 0; i < sizeof at / sizeof *at; i++)
        if (at[i].n) buf_printf(out, " %s %d", at[i].name, at[i].n);
    if (p->rows > 1 || p->columns > 1) buf_printf(out, " span %dx%d", p->rows, p->columns);
    if (p->kind == READ_MARK) buf_printf(out, " %s", p->mark);
    buf_printf(out, "\t%s\n", p->text);
}

int proof_read_sample(const Proof *p, Registry *r, const Reader *rd, Buf *out, Findings *f, Err *e)
{
    const ProofFile *in = NULL;
    for (size_t i = 0; i < p->n && !in; i++)
        if (strncmp(p->files[i].name, "expect.", 7) &&
            registry_reader_for(r, p->files[i].name, buf_view(&p->files[i].bytes)) == rd)
            in = &p->files[i];
    if (!in) return err_set(e, SEN6036, "%s" ARG "%s", p->dir, rd->suffixes);
    Arena *a = arena_new();
    ReadResult got = {.arena = a};
    int rc = registry_read(r, rd, buf_view(&in->bytes), in->name, &got, f, e);
    for (size_t i = 0; rc == 0 && i < got.n; i++) put_part(out, &got.v[i]);
    read_result_free(&got);
    arena_free(a);
    return rc;
}

static int prove_reader(const Proving *x, const Reader *rd, Err *e)
{
    char suffix[64];
    Buf got = {0};
    snprintf(suffix, sizeof suffix, "%s.txt", rd->id);
    int rc = proof_read_sample(x->p, x->r, rd, &got, x->f, e);
    if (rc == 0) rc = judge(x, rd->id, suffix, buf_view(&got));
    buf_free(&got);
    return rc;
}

int proof_run(const Proof *p, Registry *r, const char *plugin, const ProofTell *tell, Findings *f, Err *e)
{
    const Proving x = {p, r, tell, f};
    int equal = 0;
    for (size_t i = 0; i < registry_count_outputs(r); i++) {
        const Output *o = registry_output_at(r, i);
        if (strcmp(o->plugin, plugin)) continue;
        int one = prove_output(&x, o, e);
        if (one < 0) return -1;
        equal += one;
    }
    for (size_t i = 0; i < registry_count_readers(r); i++) {
        const Reader *rd = registry_reader_at(r, i);
        if (strcmp(rd->plugin, plugin)) continue;
        int one = prove_reader(&x, rd, e);
        if (one < 0) return -1;
        equal += one;
    }
    return equal;
}
