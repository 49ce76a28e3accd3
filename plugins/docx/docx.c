/* docx.c - the table of what this folder gives: the reader of Word files (read_*.c) and the output (write_*.c). */
#include "plugins/docx/output.h"
#include "plugins/docx/read.h"

static const SenOutput *const outputs[] = {&docx_output, NULL};
static const SenReader *const readers[] = {&docx_reader, NULL};

static const SenPlugin plugin = {
    .struct_size = sizeof(SenPlugin), .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR, .wall = SEN_WALL_SEALED,
    .name = SEN_TEXT("docx"), .version = SEN_TEXT("1.0"), .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Đọc và ghi văn bản Word (.docx)"), .outputs = outputs, .readers = readers,
    .start = docx_writer_start, .stop = docx_writer_stop,
};

const SenPlugin *sen_plugin_v1(void) { return &plugin; }
