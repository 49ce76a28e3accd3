/* bad-suffix.c - wants its file in another folder. */
#define PLUGIN_NAME "bad-suffix"
#define OUTPUT_SUFFIX "../x"
#include "base.h"
