/* wants-exec.c - asks for the right to start programs and names none. */
#define PLUGIN_NAME "wants-exec"
#define PLUGIN_WALL SEN_WALL_EXEC
#include "base.h"
