/* line.h - the command line itself: arguments in, exit code out. */
#ifndef SEN_APP_LINE_H
#define SEN_APP_LINE_H

int line_run(int argc, char **argv);                       /* runs the command line; returns the exit code */
#endif
