/* confine.h - what a program we start may do: files by landlock, system calls by seccomp; knows no protocol (launch.h).
 *
 * Used in a process that does nothing else, without privileges, in this order: confine_files once in the launcher (its children
 * inherit it), then confine_program in the child right before it becomes the program. */
#ifndef SEN_WALL_CONFINE_H
#define SEN_WALL_CONFINE_H
#include <stddef.h>

/* From here on only system libraries, shared data and fonts can be read, only `program` and the loader be executed, nothing
 * be written, made, removed or connected to. 0; 1 = this kernel has no landlock (nothing was changed); -1 = it has, and it
 * failed: do not go on. Sets no_new_privs. */
int confine_files(int program);

/* Limits and the list of system calls: reading, memory, time. No socket, no process, no thread, no file opened for writing, no
 * memory that is writable and executable; one way to execute: execveat of descriptor `program`, which closes by it. -1 = do
 * not go on. memory in bytes. */
int confine_program(int program, size_t memory, int cpu_s);
#endif
