/* frozen-doc.c - an output over a document as it was written for ABI 1.0; it must load and give the same bytes for ever.
 * Compiled against the frozen sen_plugin.h beside it. Uses every host function a document output can use. */
#include "sen_plugin.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct State { const SenHost *h; int starts; } State;
typedef struct Out { const SenHost *h; SenSink *sink; int failed; } Out;

static void put(Out *o, SenText t)
{
    if (t.n && !o->failed && o->h->write(o->sink, t.p, t.n) != 0) o->failed = 1;
}

static void say(Out *o, const char *form, ...)
{
    char b[256];
    va_list ap;
    va_start(ap, form);
    int n = vsnprintf(b, sizeof b, form, ap);
    va_end(ap);
    if (n > 0) put(o, (SenText){b, (size_t)n < sizeof b ? (size_t)n : sizeof b - 1});
}

static void field(Out *o, const char *name, SenText t)
{
    if (!t.n) return;
    say(o, " %s=«", name);
    put(o, t);
    say(o, "»");
}

static void event(Out *o, const SenEvent *e)
{
    static const struct { const char *name; size_t at; } numbers[] = {
        {"level", offsetof(SenEvent, level)}, {"start", offsetof(SenEvent, start)}, {"count", offsetof(SenEvent, count)},
        {"column", offsetof(SenEvent, column)}, {"ordered", offsetof(SenEvent, ordered)}, {"tight", offsetof(SenEvent, tight)},
        {"check", offsetof(SenEvent, check)}, {"align", offsetof(SenEvent, align)}, {"header", offsetof(SenEvent, header)}};
    say(o, "%*s%c%u", (int)e->depth, "", e->entering ? '+' : '-', e->kind);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        int32_t v = *(const int32_t *)(const void *)((const char *)e + numbers[i].at);
        if (v) say(o, " %s=%d", numbers[i].name, (int)v);
    }
    field(o, "text", e->text);
    field(o, "url", e->url);
    field(o, "title", e->title);
    field(o, "info", e->info);
    field(o, "origin", e->origin);
    say(o, "\n");
}

static void options(Out *o, const SenOptions *op)
{
    static const SenText keys[] = {SEN_TEXT("unit.id"), SEN_TEXT("unit.name"), SEN_TEXT("unit.kind"), SEN_TEXT("material"),
        SEN_TEXT("title"), SEN_TEXT("lang"), SEN_TEXT("date"), SEN_TEXT("limit"), SEN_TEXT("not-there")};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        SenText v = SEN_STR("");
        int there = o->h->option(op, keys[i], &v);
        put(o, keys[i]);
        if (there) field(o, "", v);
        else say(o, " not set");
        say(o, "\n");
    }
}

static void vietnamese(Out *o)
{
    const SenHost *h = o->h;
    SenText t = SEN_STR("");
    if (!SENHOST_HAS(h, vi_syllables)) return;
    h->vi_speak(h, SEN_STR("60% trước 05/12"), &t);
    field(o, "speak", t);
    say(o, " syllables=%u", h->vi_syllables(h, t));
    h->vi_number(h, 21, &t);
    field(o, "number", t);
    h->vi_fold(h, SEN_STR("Tháng Hành Động"), &t);
    field(o, "fold", t);
    say(o, " compare=%d%d%d\n", h->vi_compare(h, SEN_STR("Ân"), SEN_STR("Đào")) < 0, h->vi_compare(h, SEN_STR("b"), SEN_STR("a")) > 0,
        h->vi_compare(h, SEN_STR("xã"), SEN_STR("xã")) == 0);
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *op, SenSink *sink, SenErr *err)
{
    State *st = state;
    Out o = {h, sink, 0};
    SenEvent e = {.struct_size = sizeof e};
    SenText bytes, text;
    if (!st || st->h != h || st->starts != 1 || !doc || model) return h->fail(err, SEN_STR("trạng thái sai"));
    say(&o, "ABI %d\n", SEN_ABI_MAJOR);
    options(&o, op);
    vietnamese(&o);
    say(&o, "asset %s\n", h->asset(op, SEN_STR("khong-co.png"), &bytes) == 0 ? "?" : "-1");
    while (h->doc_next(doc, &e)) event(&o, &e);
    say(&o, "end %d\n", h->doc_next(doc, &e));
    h->doc_rewind(doc);
    while (h->doc_next(doc, &e)) {                 /* the same again, block by block */
        if (!e.entering || e.depth != 1) continue;
        h->doc_text(doc, &text);
        say(&o, "%u:", e.kind);
        field(&o, "plain", text);
        say(&o, "\n");
        if (e.kind != SEN_DOC_RULE && e.kind != SEN_DOC_CODE_BLOCK) h->doc_skip(doc);
    }
    h->log(h, SEN_LOG_NOTE, SEN_STR("xong"));
    return o.failed ? h->fail(err, SEN_STR("không ghi được")) : 0;
}

static int start(const SenHost *h, void **state, SenErr *err)
{
    State *st = calloc(1, sizeof *st);
    if (!st || h->abi_major != SEN_ABI_MAJOR || h->struct_size < sizeof *h) return h->fail(err, SEN_STR("máy chủ cũ"));
    st->h = h;
    st->starts++;
    *state = st;
    return 0;
}

static void stop(void *state) { free(state); }

static const SenOutput output = {.struct_size = sizeof output, .wants = SEN_WANTS_DOC, .id = SEN_TEXT("frozen-doc"),
    .title = SEN_TEXT("Đầu ra đóng băng"), .suffix = SEN_TEXT("frozen-doc.txt"), .mime = SEN_TEXT("text/plain"), .render = render};
static const SenOutput *const outputs[] = {&output, NULL};
static const SenPlugin plugin = {.struct_size = sizeof plugin, .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR,
    .wall = SEN_WALL_SEALED, .name = SEN_TEXT("frozen-doc"), .version = SEN_TEXT("1.0"), .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Kiểm tra tương thích"), .outputs = outputs, .start = start, .stop = stop};
const SenPlugin *sen_plugin_v1(void) { return &plugin; }
