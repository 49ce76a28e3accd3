/* wants-files.c - asks for the right to read files. */
#define PLUGIN_NAME "wants-files"
#define PLUGIN_WALL SEN_WALL_FILES
#include "base.h"
