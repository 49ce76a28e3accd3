/* newer-minor.c - built with a header of a later minor version: structs are longer and hold what this host does not know. */
#define PLUGIN_NAME "newer-minor"
#define PLUGIN_MINOR 9
#define NO_ENTRY
#include "base.h"

typedef struct LaterOutput { SenOutput now; int (*check)(void); uint64_t more[8]; } LaterOutput;
typedef struct LaterPlugin { SenPlugin now; const void *new_kind; uint64_t more[8]; } LaterPlugin;

static const LaterOutput output = {
    .now = {.struct_size = sizeof output, .wants = SEN_WANTS_EITHER, .id = SEN_TEXT(PLUGIN_NAME), .title = SEN_TEXT("Thử"),
            .suffix = SEN_TEXT(PLUGIN_NAME), .mime = SEN_TEXT("text/plain"), .render = render_hello},
    .more = {7, 7, 7, 7, 7, 7, 7, 7},
};
static const SenOutput *const outputs[] = {&output.now, NULL};
static const LaterPlugin plugin = {
    .now = {.struct_size = sizeof plugin, .abi_major = SEN_ABI_MAJOR, .abi_minor = PLUGIN_MINOR, .name = SEN_TEXT(PLUGIN_NAME),
            .version = SEN_TEXT("9.9"), .license = SEN_TEXT("MIT"), .summary = SEN_TEXT("Thử"), .outputs = outputs},
    .new_kind = &output,
    .more = {7, 7, 7, 7, 7, 7, 7, 7},
};

const SenPlugin *sen_plugin_v1(void)
{
    (void)base_plugin;
    return &plugin.now;
}
