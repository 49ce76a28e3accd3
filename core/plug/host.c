/* host.c - errors, options, the sink, reader results and Vietnamese of the host table. */
#include "core/plug/host.h"
#include "core/base/text.h"
#include "core/vi/letter.h"
#include "core/vi/speak.h"
#include "core/vi/spell.h"
#include <stdlib.h>
#include <string.h>

enum { READ_PARTS_MOST = 2000000, READ_BYTES_MOST = 64 * 1024 * 1024, TEXT_MOST = 16 * 1024 * 1024,
       RUN_ARGS_MOST = 32 };

/* --- errors, options, sink --- */

static int host_fail(SenErr *err, SenText message)
{
    Buf b = {0};
    if (!text_valid(host_str(message).p, message.n, NULL)) message = SEN_STR("(not UTF-8)");
    size_t most = sizeof err->text - 1;
    buf_add(&b, host_str(message).p, text_cut(host_str(message).p, message.n < most ? message.n : most));
    if (!err->text[0]) memcpy(err->text, buf_text(&b), b.n + 1);
    buf_free(&b);
    return -1;
}

static HostJob *job_of(const SenHost *h) { return ((Host *)h->ctx)->job; }

static void host_log(const SenHost *h, uint32_t level, SenText message)
{
    HostJob *job = job_of(h);
    if (!job || !job->findings || message.n > TEXT_MOST || !text_valid(host_str(message).p, message.n, NULL)) return;
    Code code = level == SEN_LOG_NOTE ? SEN6026 : level == SEN_LOG_WARNING ? SEN6027 : SEN6028;
    size_t n = text_cut(host_str(message).p, message.n < 2000 ? message.n : 2000);
    findings_add(job->findings, code, job->file, 0, 0, NULL, "%s" ARG "%.*s", job->what, (int)n, host_str(message).p);
}

static int host_option(const SenOptions *o, SenText key, SenText *value)
{
    for (size_t i = 0; i < o->job->n_options; i++)
        if (str_eq(o->job->options[i].key, host_str(key))) {
            *value = host_text(o->job->options[i].value);
            return 1;
        }
    *value = (SenText){"", 0};
    return 0;
}

static int host_write(SenSink *sink, const void *p, size_t n)
{
    if (n > OUTPUT_MOST || sink->out->n - sink->from > OUTPUT_MOST) return -1;
    buf_add(sink->out, p, n);
    return sink->out->n - sink->from > OUTPUT_MOST ? -1 : 0;
}

static int host_asset(const SenOptions *o, SenText name, SenText *bytes)
{
    const OutputJob *job = o->job->job;
    Str found;
    *bytes = (SenText){"", 0};
    if (!job || !job->asset || job->asset(job->asset_ctx, host_str(name), &found) != 0) return -1;
    *bytes = host_text(found);
    return 0;
}

/* --- readers --- */

static int place_field(const SenPlace *at, size_t offset)
{
    int32_t v = 0;
    if (at && at->struct_size >= offset + sizeof v) memcpy(&v, (const char *)at + offset, sizeof v);
    return v > 0 ? v : 0;
}

static ReadPart *part_new(SenLines *l, const SenPlace *at, SenText text)
{
    if (l->out->n >= READ_PARTS_MOST || text.n > READ_BYTES_MOST || (l->bytes += text.n) > READ_BYTES_MOST) return NULL;
    Buf clean = {0};
    if (text_nfc(host_str(text).p, host_str(text).n, &clean) != 0) {
        buf_free(&clean);
        return NULL;
    }
    if (l->out->n == l->out->cap) {
        l->out->cap = l->out->cap ? l->out->cap * 2 : 64;
        l->out->v = mem_resize(l->out->v, mem_mul(l->out->cap, sizeof *l->out->v));
    }
    ReadPart *p = &l->out->v[l->out->n++];
    *p = (ReadPart){.line = place_field(at, offsetof(SenPlace, line)), .page = place_field(at, offsetof(SenPlace, page)),
                    .table = place_field(at, offsetof(SenPlace, table)), .row = place_field(at, offsetof(SenPlace, row)),
                    .column = place_field(at, offsetof(SenPlace, column)), .rows = 1, .columns = 1};
    char *kept = arena_text(l->out->arena, buf_text(&clean), clean.n);
    for (size_t i = 0; i < clean.n; i++)       /* no control character reaches intake but TAB */
        if ((unsigned char)kept[i] < 0x20 && kept[i] != '\t') kept[i] = ' ';
    p->text = kept;
    buf_free(&clean);
    return p;
}

static int host_line(SenLines *l, const SenPlace *at, SenText text)
{
    ReadPart *p = part_new(l, at, text);
    if (p) p->kind = READ_LINE;
    return p ? 0 : -1;
}

static int host_cell(SenLines *l, const SenPlace *at, SenText text, uint32_t rows, uint32_t columns)
{
    if (rows > 10000 || columns > 10000) return -1;
    ReadPart *p = part_new(l, at, text);
    if (!p) return -1;
    p->kind = READ_CELL;
    p->rows = rows ? (int)rows : 1;
    p->columns = columns ? (int)columns : 1;
    return 0;
}

static int host_mark(SenLines *l, const SenPlace *at, SenText kind, SenText text)
{
    if (kind.n == 0 || kind.n > 32) return -1;
    for (size_t i = 0; i < kind.n; i++)
        if ((kind.p[i] < 'a' || kind.p[i] > 'z') && kind.p[i] != '-') return -1;
    ReadPart *p = part_new(l, at, text);
    if (!p) return -1;
    p->kind = READ_MARK;
    p->mark = arena_text(l->out->arena, kind.p, kind.n);
    return 0;
}

/* --- Vietnamese --- */

static int give(const SenHost *h, Buf *b, SenText *out)
{
    HostJob *job = job_of(h);
    if (job) *out = host_keep(job, b);
    else *out = (SenText){"", 0};
    buf_free(b);
    return job ? 0 : -1;
}

static int usable(SenText t) { return t.n <= TEXT_MOST && text_valid(host_str(t).p, host_str(t).n, NULL); }

static int host_vi_speak(const SenHost *h, SenText text, SenText *out)
{
    Buf b = {0};
    if (usable(text)) speak_text(NULL, host_str(text).p, host_str(text).n, &b);
    return give(h, &b, out);
}

static int host_vi_number(const SenHost *h, int64_t n, SenText *out)
{
    Buf b = {0};
    spell_number(n, &b);
    return give(h, &b, out);
}

static int host_vi_fold(const SenHost *h, SenText text, SenText *out)
{
    Buf b = {0};
    if (usable(text)) text_fold(host_str(text).p, host_str(text).n, &b);
    return give(h, &b, out);
}

static int host_vi_compare(const SenHost *h, SenText a, SenText b)
{
    (void)h;
    return letter_compare(host_str(a), host_str(b));
}

static uint32_t host_vi_syllables(const SenHost *h, SenText text)
{
    (void)h;
    return usable(text) ? (uint32_t)letter_count_syllables(host_str(text).p, host_str(text).n) : 0;
}

/* --- the program of a plugin --- */

static int host_run(const SenHost *h, const SenText *args, size_t n, SenText input, SenText *output, int32_t *status)
{
    Host *host = h->ctx;
    HostJob *job = host->job;
    Str list[RUN_ARGS_MOST];
    Buf out = {0};
    int code = 0;
    *output = (SenText){"", 0};
    *status = -1;
    if (!job || n > RUN_ARGS_MOST) return -1;
    for (size_t i = 0; i < n; i++) list[i] = host_str(args[i]);
    int rc = host->may_run ? registry_run(host->registry, host->plugin, list, n, host_str(input), &out, &code, &job->why)
                           : err_set(&job->why, SEN6057, "%s", host->plugin);
    if (rc == 0) {
        *output = host_keep(job, &out);
        *status = code;
    }
    buf_free(&out);
    return rc;
}

/* --- the table --- */

Host *host_new(Registry *r, const char *plugin, int may_run)
{
    Host *h = mem_alloc(sizeof *h);
    h->registry = r;
    h->plugin = plugin;
    h->may_run = may_run;
    h->arena = arena_new();
    h->table = (SenHost){.struct_size = sizeof(SenHost), .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR, .ctx = h,
                         .fail = host_fail, .log = host_log, .option = host_option, .write = host_write, .asset = host_asset,
                         .line = host_line, .cell = host_cell, .mark = host_mark, .vi_speak = host_vi_speak,
                         .vi_number = host_vi_number, .vi_fold = host_vi_fold, .vi_compare = host_vi_compare,
                         .vi_syllables = host_vi_syllables, .run = host_run};
    host_doc_fill(&h->table);
    host_model_fill(&h->table);
    return h;
}

void host_free(Host *h)
{
    if (!h) return;
    arena_free(h->arena);
    free(h);
}

void host_begin(Host *h, HostJob *job)
{
    arena_reset(h->arena);
    job->host = h;
    job->arena = h->arena;
    h->job = job;
}

void host_end(Host *h) { h->job = NULL; }
