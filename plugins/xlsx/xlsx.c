/* xlsx.c - the table of what this folder gives: the output (output.c, form.c …) and the reader (read*.c) of workbooks. */
#include "plugins/xlsx/output.h"
#include "plugins/common/zip/zip_write.h"

static const SenOutput *const outputs[] = {&xlsx_output, NULL};
static const SenReader *const readers[] = {&xlsx_reader, NULL};

static int start(const SenHost *h, void **state, SenErr *err)
{
    *state = zip_writer_new();
    return *state ? 0 : h->fail(err, SEN_STR("không đủ bộ nhớ"));
}

static void stop(void *state) { zip_writer_free(state); }

static const SenPlugin plugin = {
    .struct_size = sizeof(SenPlugin), .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR, .wall = SEN_WALL_SEALED,
    .name = SEN_TEXT("xlsx"), .version = SEN_TEXT("1.0"), .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Bảng tính Excel (.xlsx): danh mục việc, bảng chỉ tiêu, biểu mẫu số liệu; đọc lại biểu mẫu."),
    .outputs = outputs, .readers = readers, .start = start, .stop = stop,
};

const SenPlugin *sen_plugin_v1(void) { return &plugin; }
