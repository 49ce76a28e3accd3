/* writes-nothing.c - render says 0 and wrote 0 bytes. */
#define PLUGIN_NAME "writes-nothing"
#define OUTPUT_RENDER render
#include "core/abi/sen_plugin.h"
static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    (void)state, (void)h, (void)doc, (void)model, (void)options, (void)sink, (void)err;
    return 0;
}
#include "base.h"
