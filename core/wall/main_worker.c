/* main_worker.c - the program sen-worker: started and driven by sen-command, never by a person. */
#include "core/wall/work.h"

int main(int argc, char **argv) { return work_main(argc, argv); }
