/* docx.c - the table of what this folder gives: the reader of Word files (read_*.c) and the output (write_*.c). */
#include "plugins/docx/read.h"
#include "plugins/docx/write.h"

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    (void)state;
    (void)model;
    return write_docx(h, doc, options, sink, err);
}

static const SenOutput docx_output = {
    .struct_size = sizeof docx_output,
    .wants = SEN_WANTS_DOC,
    .id = SEN_TEXT("docx"),
    .title = SEN_TEXT("Văn bản Word, đúng thể thức Nghị định 30"),
    .suffix = SEN_TEXT("docx"),
    .mime = SEN_TEXT("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    .render = render,
};
static const SenOutput *const outputs[] = {&docx_output, NULL};
static const SenReader *const readers[] = {&docx_reader, NULL};

static const SenPlugin plugin = {
    .struct_size = sizeof(SenPlugin), .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR, .wall = SEN_WALL_SEALED,
    .name = SEN_TEXT("docx"), .version = SEN_TEXT("1.0"), .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Đọc và ghi văn bản Word (.docx)"), .outputs = outputs, .readers = readers,
};

const SenPlugin *sen_plugin_v1(void) { return &plugin; }
