/* short-output.c - its output struct is too short to hold render. */
#define PLUGIN_NAME "short-output"
#define OUTPUT_SIZE 8
#include "base.h"
