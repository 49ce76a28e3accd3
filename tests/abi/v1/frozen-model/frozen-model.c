/* frozen-model.c - an output over the model as it was written for ABI 1.0; it must load and give the same bytes for ever.
 * Compiled against the frozen sen_plugin.h beside it. Uses every host function of the model. */
#include "sen_plugin.h"
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

enum { DEPTH_MOST = 4 };
typedef struct Out { const SenHost *h; SenModel *m; SenSink *sink; int failed; } Out;

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

static void value(Out *o, const SenValue *v, int depth)
{
    SenText text = SEN_STR("");
    say(o, "type %u", v->type);
    if (v->type == SEN_VALUE_BOOL || v->type == SEN_VALUE_INT || v->type == SEN_VALUE_DATE) say(o, " integer=%" PRId64, v->integer);
    if (v->type == SEN_VALUE_NUMBER) say(o, " number=%g", v->number);
    if (v->text.n) say(o, " text=«"), put(o, v->text), say(o, "»");
    if (v->type < SEN_VALUE_LIST && o->h->value_text(o->m, v, &text) == 0) say(o, " shown=«"), put(o, text), say(o, "»");
    if (v->type == SEN_VALUE_LIST || v->type == SEN_VALUE_MAP) say(o, " count=%u", v->count);
    say(o, "\n");
    for (uint32_t i = 0; v->type >= SEN_VALUE_LIST && i < v->count && depth < DEPTH_MOST; i++) {
        SenText key = SEN_STR(""), label = SEN_STR("");
        SenValue in = {.struct_size = sizeof in};
        if (o->h->value_at(o->m, v, i, &key, &in) != 1) continue;
        if (v->type == SEN_VALUE_OBJECT && in.type == SEN_VALUE_NONE) continue;       /* fields may come later: only what is set */
        say(o, "%*s", depth * 2, "");
        put(o, key);
        if (v->type == SEN_VALUE_OBJECT && o->h->value_label(o->m, v, key, &label)) say(o, " ("), put(o, label), say(o, ")");
        say(o, key.n ? ": " : "- ");
        value(o, &in, depth + 1);
    }
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *op, SenSink *sink, SenErr *err)
{
    Out o = {h, model, sink, 0};
    SenValue root = {.struct_size = sizeof root}, first = {.struct_size = sizeof first}, title = {.struct_size = sizeof title};
    SenText text = SEN_STR(""), name = SEN_STR("");
    if (state || doc || !model || h->model_root(model, &root) != 0) return h->fail(err, SEN_STR("không có dữ liệu"));
    h->option(op, SEN_STR("unit.name"), &name);
    put(&o, name), say(&o, "\n");
    value(&o, &root, 0);
    say(&o, "past the end %d\n", h->value_at(model, &root, root.count, NULL, &first));
    if (h->value_at(model, &root, 0, NULL, &first) == 1) {
        say(&o, "title %d", h->value_field(model, &first, SEN_STR("title"), &title));
        h->value_text(model, &title, &text);
        say(&o, " «"), put(&o, text), say(&o, "»\n");
        say(&o, "no such field %d\n", h->value_field(model, &first, SEN_STR("not-there"), &title));
    }
    return o.failed ? h->fail(err, SEN_STR("không ghi được")) : 0;
}

static const SenOutput output = {.struct_size = sizeof output, .wants = SEN_WANTS_MODEL, .id = SEN_TEXT("frozen-model"),
    .title = SEN_TEXT("Đầu ra đóng băng"), .suffix = SEN_TEXT("frozen-model.txt"), .mime = SEN_TEXT("text/plain"), .render = render};
static const SenOutput *const outputs[] = {&output, NULL};
static const SenPlugin plugin = {.struct_size = sizeof plugin, .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR,
    .wall = SEN_WALL_SEALED, .name = SEN_TEXT("frozen-model"), .version = SEN_TEXT("1.0"), .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Kiểm tra tương thích"), .outputs = outputs};
const SenPlugin *sen_plugin_v1(void) { return &plugin; }
