/* lies-huge.c - its descriptor says it is 4 GB long. */
#define PLUGIN_NAME "lies-huge"
#define PLUGIN_SIZE 0xFFFFFFF0u
#include "base.h"
