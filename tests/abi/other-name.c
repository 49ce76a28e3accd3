/* other-name.c - calls itself something else than its folder. */
#define PLUGIN_NAME "html"
#include "base.h"
