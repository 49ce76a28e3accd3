/* pdf.c - the table of what this folder gives: official documents as PDF, with fonts read in a process of its own. */
#include "plugins/pdf/fonts.h"
#include "plugins/pdf/render.h"

static int start(const SenHost *h, void **state, SenErr *err)
{
    *state = fonts_start();
    return *state ? 0 : h->fail(err,
        SEN_STR("máy chưa có phông chữ Times New Roman hay Liberation Serif (gói fonts-liberation2)"));
}

static void stop(void *state) { fonts_stop(state); }

static const SenOutput output = {
    .struct_size = sizeof output, .wants = SEN_WANTS_DOC, .id = SEN_TEXT("pdf"),
    .title = SEN_TEXT("Văn bản PDF, đúng thể thức Nghị định 30"), .suffix = SEN_TEXT("pdf"), .mime = SEN_TEXT("application/pdf"),
    .render = render_pdf,
};
static const SenOutput *const outputs[] = {&output, NULL};

static const SenPlugin plugin = {
    .struct_size = sizeof(SenPlugin), .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR, .wall = SEN_WALL_FILES,
    .name = SEN_TEXT("pdf"), .version = SEN_TEXT("1.0"), .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Ghi văn bản PDF"), .outputs = outputs, .start = start, .stop = stop,
};

const SenPlugin *sen_plugin_v1(void) { return &plugin; }
