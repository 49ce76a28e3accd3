/* launch.h - the exec wall: starts exactly one named program for a plugin in a sealed worker; knows no plugin.
 *
 * Before a worker seals itself it may fork a launcher: a process that holds nothing but a socket to the worker, and the
 * program opened. Landlock shuts it off from every file but system libraries, shared data and fonts (confine.h). For each
 * request it makes a child that gets the input as its standard input (a memory file, so it can be read twice), a pipe as its
 * standard output, nothing else; the child limits itself, installs the list of system calls and becomes the program. No file is
 * written: the program has no temporary folder. The launcher reads the pipe, counts, and kills at the deadline.
 *
 * What holds: no network, no other program, no process or thread beside, no file of the user read (with landlock, Linux 5.13)
 * or written, memory, time and output limited; all die with the worker, which dies with its parent.
 * Where the kernel has no landlock (launch_is_open), system calls and limits still hold, but the program could read what the
 * user may read; it has no way to send it anywhere but into its own output. Callers say so. */
#ifndef SEN_WALL_LAUNCH_H
#define SEN_WALL_LAUNCH_H
#include "core/base/buf.h"
#include "core/base/err.h"

typedef struct Launch Launch;

enum {
    LAUNCH_INPUT_MOST = 32 << 20, LAUNCH_OUTPUT_MOST = 32 << 20, LAUNCH_ARGS_MOST = 32, LAUNCH_ARG_MOST = 4096,
    LAUNCH_TIME_MS = 8000                  /* less than an import's 10 s: the refusal comes from here, not from a kill */
};

/* Before the seal, in a process without threads. The program must be a regular file of root or the user, writable by nobody
 * else. NULL and e: 6055 it is missing or not safe, 7002 no process, 7010 it could not be confined. */
Launch *launch_start(const char *program, Err *e);
void launch_end(Launch *l);                /* the launcher ends with its socket; takes NULL */
int launch_is_open(const Launch *l);       /* 1 = no landlock: see above */

/* Also after the seal (it only reads and writes). Runs the program with these arguments; appends what it wrote to out; *status =
 * its exit code. -1 and e: 6056 (signal, not started), 7003 time, 7004 memory is not told apart, 7007 output. */
int launch_run(Launch *l, const Str *args, size_t n, Str input, Buf *out, int *status, Err *e);
#endif
