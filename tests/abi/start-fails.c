/* start-fails.c - start says why it cannot. */
#define PLUGIN_NAME "start-fails"
#define PLUGIN_START start
#include "core/abi/sen_plugin.h"
static int start(const SenHost *h, void **state, SenErr *err)
{
    (void)state;
    return h->fail(err, SEN_STR("thiếu phông chữ"));
}
#include "base.h"
