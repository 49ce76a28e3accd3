/* files-walk.c - writes down everything a document or model shows, so that the same plugin in two walls can be compared. */
#include "core/abi/sen_plugin.h"
#include <stdio.h>

#ifndef WALL
#define WALL SEN_WALL_FILES
#endif

static void put(const SenHost *h, SenSink *s, const char *name, SenText t)
{
    h->write(s, name, 1);
    h->write(s, t.p, t.n);
    h->write(s, "|", 1);
}

static void put_number(const SenHost *h, SenSink *s, long long v)
{
    char text[32];
    int n = snprintf(text, sizeof text, "%lld,", v);
    h->write(s, text, (size_t)n);
}

static void put_event(const SenHost *h, SenSink *s, const SenEvent *e)
{
    const long long all[] = {e->kind, e->entering, e->depth, e->level, e->start, e->count, e->column, e->ordered, e->tight, e->check,
                             e->align, e->header, e->line};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) put_number(h, s, all[i]);
    put(h, s, "t", e->text);
    put(h, s, "u", e->url);
    put(h, s, "T", e->title);
    put(h, s, "i", e->info);
    put(h, s, "o", e->origin);
    h->write(s, "\n", 1);
}

static void put_value(const SenHost *h, SenModel *m, const SenValue *v, SenSink *s, int depth)
{
    SenText t = {"", 0}, key;
    put_number(h, s, v->type);
    put_number(h, s, v->integer);
    put_number(h, s, (long long)(v->number * 1000));
    put(h, s, "t", v->text);
    if (h->value_text(m, v, &t) == 0) put(h, s, "p", t);
    for (uint32_t i = 0; i < v->count && depth < 4; i++) {
        SenValue one = {.struct_size = sizeof one}, again = {.struct_size = sizeof again};
        if (!h->value_at(m, v, i, &key, &one)) continue;
        h->write(s, "\n      ", (size_t)depth + 2);
        put(h, s, "k", key);
        if (key.n && h->value_label(m, v, key, &t)) put(h, s, "l", t);
        if (key.n && !h->value_field(m, v, key, &again)) h->write(s, "?", 1);
        put_value(h, m, &one, s, depth + 1);
    }
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *o, SenSink *sink, SenErr *err)
{
    SenText t;
    (void)state, (void)err;
    const char *const keys[] = {"unit.id", "unit.name", "title", "material", "lang", "khong-co"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        SenText key = {keys[i], 0};
        while (keys[i][key.n]) key.n++;
        put_number(h, sink, h->option(o, key, &t));
        put(h, sink, keys[i], t);
    }
    if (h->asset(o, SEN_STR("hoa-sen.png"), &t) == 0) put_number(h, sink, (long long)t.n);
    if (h->asset(o, SEN_STR("khong-co.png"), &t) != 0) h->write(sink, "-", 1);
    if (h->vi_fold(h, SEN_STR("Đường"), &t) == 0) put(h, sink, "f", t);
    h->log(h, SEN_LOG_WARNING, SEN_STR("đã đi qua"));
    if (model) {
        SenValue root = {.struct_size = sizeof root};
        h->model_root(model, &root);
        put_value(h, model, &root, sink, 0);
        return 0;
    }
    SenEvent e = {.struct_size = sizeof e};
    for (int round = 0; round < 2; round++) {
        while (h->doc_next(doc, &e)) {
            put_event(h, sink, &e);
            if (e.kind == SEN_DOC_HEADING && e.entering && h->doc_text(doc, &t) == 0) put(h, sink, "D", t);
            if (round && e.kind == SEN_DOC_LIST && e.entering) h->doc_skip(doc);
        }
        h->doc_rewind(doc);
    }
    return 0;
}

static const SenOutput out = {.struct_size = sizeof out, .wants = SEN_WANTS_EITHER, .id = SEN_TEXT(NAME), .title = SEN_TEXT("Thử"),
                              .suffix = SEN_TEXT(NAME ".txt"), .mime = SEN_TEXT("text/plain"), .render = render};
static const SenOutput *const outs[] = {&out, NULL};

static int read(void *state, const SenHost *h, SenText bytes, const SenOptions *o, SenLines *l, SenErr *err)
{
    SenPlace at = {.struct_size = sizeof at, .line = 1};
    (void)state, (void)o;
    if (bytes.n < 4) return h->fail(err, SEN_STR("empty: không có gì"));
    h->mark(l, &at, SEN_STR("heading"), SEN_STR("1"));
    return h->line(l, &at, (SenText){bytes.p + 4, bytes.n - 4}) || h->line(l, &at, SEN_STR("1. Mục đích\x01"));
}

static int knows(void *state, const SenHost *h, SenText bytes)
{
    (void)state, (void)h;
    return bytes.n >= 4 && bytes.p[0] == 'D' && bytes.p[1] == 'I';
}

static const SenReader reader = {.struct_size = sizeof reader, .id = SEN_TEXT(NAME "-doc"), .title = SEN_TEXT("Thử"),
                                 .suffixes = SEN_TEXT(NAME), .knows = knows, .read = read};
static const SenReader *const readers[] = {&reader, NULL};
static const SenPlugin plugin = {.struct_size = sizeof plugin, .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR, .wall = WALL,
                                 .name = SEN_TEXT(NAME), .version = SEN_TEXT("0.1"), .license = SEN_TEXT("MIT"),
                                 .summary = SEN_TEXT("Thử"), .outputs = outs, .readers = readers};
const SenPlugin *sen_plugin_v1(void) { return &plugin; }
