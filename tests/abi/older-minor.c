/* older-minor.c - built with a header of a smaller minor version: loads. (1.0 is the first; a later header makes it older.) */
#define PLUGIN_NAME "older-minor"
#define PLUGIN_MINOR 0
#define PLUGIN_SIZE (offsetof(SenPlugin, stop) + sizeof(void (*)(void)))
#include "base.h"
