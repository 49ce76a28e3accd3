/* start-changes.c - start changes the umask of the process. */
#define PLUGIN_NAME "start-changes"
#define PLUGIN_START start
#include "core/abi/sen_plugin.h"
#include <sys/stat.h>
static int start(const SenHost *h, void **state, SenErr *err)
{
    (void)h, (void)state, (void)err;
    umask(0);
    return 0;
}
#include "base.h"
