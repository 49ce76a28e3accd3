/* main_command.c - the program sen-command: the command line. Knows no Lua and no Markdown: that is sen-worker. */
#include "core/app/line.h"

int main(int argc, char **argv) { return line_run(argc, argv); }
