/* lies-size.c - its descriptor says it is two bytes long. */
#define PLUGIN_NAME "lies-size"
#define PLUGIN_SIZE 2
#include "base.h"
