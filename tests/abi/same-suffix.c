/* same-suffix.c - wants the suffix that "good" has. */
#define PLUGIN_NAME "same-suffix"
#define OUTPUT_SUFFIX "good"
#include "base.h"
