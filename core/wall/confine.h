/* confine.h - what a process we start may do: files by landlock, system calls by seccomp; knows no protocol (launch.h, keep.h).
 *
 * For a program (exec wall), in a process that does nothing else: confine_files once in the launcher (its children inherit it),
 * then confine_program in the child right before it becomes the program. For a plugin in a process of its own (files wall):
 * confine_folders, then confine_plugin, before any code of it runs there. */
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

/* From here on system libraries, shared data, fonts and the content folders (one a line, may be NULL) can be read, files and
 * folders be made, written and removed beneath `temporary`, nothing else. Gives what confine_files gives. */
int confine_folders(const char *temporary, const char *content);

/* Memory and the list of system calls: files (for writing only with may_write, which says that landlock holds), memory, time,
 * threads. No process, no program, no socket, no signal to others. -1 = do not go on. */
int confine_plugin(size_t memory, int may_write);
int confine_is_open(void);                 /* 1 = this kernel has no landlock */
#endif
