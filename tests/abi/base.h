/* base.h - a whole small plugin; each test plugin changes one thing of it before including this. */
#include "core/abi/sen_plugin.h"

#ifndef PLUGIN_MAJOR
#define PLUGIN_MAJOR SEN_ABI_MAJOR
#endif
#ifndef PLUGIN_MINOR
#define PLUGIN_MINOR SEN_ABI_MINOR
#endif
#ifndef PLUGIN_SIZE
#define PLUGIN_SIZE sizeof(SenPlugin)
#endif
#ifndef OUTPUT_SIZE
#define OUTPUT_SIZE sizeof(SenOutput)
#endif
#ifndef PLUGIN_START
#define PLUGIN_START NULL
#endif
#ifndef PLUGIN_WALL
#define PLUGIN_WALL SEN_WALL_SEALED
#endif
#ifndef OUTPUT_SUFFIX
#define OUTPUT_SUFFIX PLUGIN_NAME
#endif
#ifndef OUTPUT_ID
#define OUTPUT_ID PLUGIN_NAME
#endif
#ifndef OUTPUT_RENDER
#define OUTPUT_RENDER render_hello
static int render_hello(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                        SenErr *err)
{
    (void)state, (void)doc, (void)model, (void)options, (void)err;
    return h->write(sink, "xin chào\n", sizeof "xin chào\n" - 1);
}
#endif

static const SenOutput base_output = {
    .struct_size = (uint32_t)(OUTPUT_SIZE),
    .wants = SEN_WANTS_EITHER,
    .id = SEN_TEXT(OUTPUT_ID),
    .title = SEN_TEXT("Thử"),
    .suffix = SEN_TEXT(OUTPUT_SUFFIX),
    .mime = SEN_TEXT("text/plain"),
    .render = OUTPUT_RENDER,
};
static const SenOutput *const base_outputs[] = {&base_output, NULL};
static const SenPlugin base_plugin = {
    .struct_size = (uint32_t)(PLUGIN_SIZE),
    .abi_major = PLUGIN_MAJOR,
    .abi_minor = PLUGIN_MINOR,
    .wall = PLUGIN_WALL,
    .name = SEN_TEXT(PLUGIN_NAME),
    .version = SEN_TEXT("0.1"),
    .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Thử"),
    .outputs = base_outputs,
    .start = PLUGIN_START,
};

#ifndef NO_ENTRY
const SenPlugin *sen_plugin_v1(void) { return &base_plugin; }
#endif
