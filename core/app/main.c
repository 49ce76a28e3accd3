/* main.c - the program: the command line, or a worker when started as `sen --worker`. */
#include "core/app/line.h"
#include "core/wall/work.h"
#include <string.h>

int main(int argc, char **argv)
{
    if (argc >= 2 && strcmp(argv[1], "--worker") == 0) return work_main(argc, argv);
    return line_run(argc, argv);
}
