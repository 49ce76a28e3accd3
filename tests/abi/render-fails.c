/* render-fails.c - render writes half and gives up. */
#define PLUGIN_NAME "render-fails"
#define OUTPUT_RENDER render
#include "core/abi/sen_plugin.h"
static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    (void)state, (void)doc, (void)model, (void)options;
    h->write(sink, "nửa", sizeof "nửa" - 1);
    return h->fail(err, SEN_STR("hết giấy"));
}
#include "base.h"
