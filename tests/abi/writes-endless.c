/* writes-endless.c - writes until the host refuses, and does not look at the answer for a while. */
#define PLUGIN_NAME "writes-endless"
#define OUTPUT_RENDER render
#include "core/abi/sen_plugin.h"
static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    (void)state, (void)doc, (void)model, (void)options, (void)err;
    static const char block[65536] = "x";
    int rc = 0;
    for (int i = 0; i < 4096; i++) rc = h->write(sink, block, sizeof block);
    return rc;
}
#include "base.h"
