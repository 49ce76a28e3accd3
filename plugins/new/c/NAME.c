/* NAME.c - một đầu ra của Sen viết bằng C. Sửa hàm render, rồi chạy: sen plugin test NAME
 * Mọi điều cần biết nằm trong sen_plugin.h: cách duyệt văn bản, đọc tùy chọn, ghi kết quả, báo lỗi. */
#include "sen_plugin.h"
#include <stdio.h>

static int put(const SenHost *h, SenSink *sink, SenText t) { return t.n ? h->write(sink, t.p, t.n) : 0; }

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    SenEvent e = {.struct_size = sizeof e};
    SenText text = {"", 0};
    char start[32];
    int i = 0;
    (void)state;
    (void)model;
    if (h->option(options, SEN_STR("title"), &text) &&
        (put(h, sink, SEN_STR("[")) || put(h, sink, text) || put(h, sink, SEN_STR("]\n\n"))))
        return h->fail(err, SEN_STR("không ghi được"));
    while (h->doc_next(doc, &e)) {
        if (!e.entering || e.depth != 1) continue;
        int n = snprintf(start, sizeof start, "%d. ", ++i);
        h->doc_text(doc, &text);
        if (h->write(sink, start, (size_t)n) || put(h, sink, text) || put(h, sink, SEN_STR("\n")))
            return h->fail(err, SEN_STR("không ghi được"));
    }
    return 0;
}

static const SenOutput output = {
    .struct_size = sizeof output,
    .wants = SEN_WANTS_DOC,
    .id = SEN_TEXT("NAME"),
    .title = SEN_TEXT("Đầu ra NAME"),
    .suffix = SEN_TEXT("NAME.txt"),
    .mime = SEN_TEXT("text/plain; charset=utf-8"),
    .render = render,
};
static const SenOutput *const outputs[] = {&output, NULL};

static const SenPlugin plugin = {
    .struct_size = sizeof plugin,
    .abi_major = SEN_ABI_MAJOR,
    .abi_minor = SEN_ABI_MINOR,
    .wall = SEN_WALL_SEALED,
    .name = SEN_TEXT("NAME"),
    .version = SEN_TEXT("0.1"),
    .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Một đầu ra mới."),
    .outputs = outputs,
};

const SenPlugin *sen_plugin_v1(void) { return &plugin; }
