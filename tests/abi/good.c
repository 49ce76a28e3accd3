/* good.c - a plugin as it should be; its constructor leaves a mark, so that a test sees whether its code ran. */
#define PLUGIN_NAME "good"
#include "base.h"
#include <stdio.h>
#include <stdlib.h>

__attribute__((constructor)) static void leave_mark(void)
{
    const char *path = getenv("SEN_TEST_MARK");
    FILE *f = path ? fopen(path, "w") : NULL;
    if (f) fclose(f);
}
