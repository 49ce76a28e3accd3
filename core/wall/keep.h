/* keep.h - the files wall: a process of its own for a plugin, with fonts, content and a temporary folder; knows no plugin.
 *
 * Made before the worker seals itself. A keeper stands between: it holds no file of ours, starts the plugin's process, starts
 * another when one dies (at most KEEP_STARTS), and when the worker is gone, however it ended, kills that process and removes the
 * folder. Memory is limited; time is the worker's: its parent kills the worker, and all of this dies with it.
 *
 * What holds in that process: files are opened for reading in the system's libraries, shared data and fonts and in the content
 * folders only, for writing in its temporary folder only ($TMPDIR, also its working folder, empty at first); no other process,
 * program or network; threads may be made (fontconfig and pango want them). Its environment is TMPDIR HOME PATH LC_ALL
 * SEN_CONTENT (content folders, one a line).
 * Where the kernel has no landlock (keep_is_open) it cannot write at all, but could read what the user may read. */
#ifndef SEN_WALL_KEEP_H
#define SEN_WALL_KEEP_H
#include "core/base/err.h"

enum { KEEP_STARTS = 200, KEEP_MEMORY = 512 << 20 };

/* 1 = this is the plugin's process, confined, *fd = its end of the socket; 0 = the worker and its end; -1 and e (7002, 7010,
 * 6061). May be called by a process without threads only. content: folders separated by line ends, may be NULL. */
int keep_start(const char *content, int *fd, Err *e);
int keep_is_open(void);
#endif
