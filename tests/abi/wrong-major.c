/* wrong-major.c - has the symbol but says it is of ABI 2. */
#define PLUGIN_NAME "wrong-major"
#define PLUGIN_MAJOR 2
#include "base.h"
