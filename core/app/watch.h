/* watch.h - waiting for files of the workspace to change; no inotify: shared folders do not tell. */
#ifndef SEN_APP_WATCH_H
#define SEN_APP_WATCH_H
#include "core/app/cli.h"

/* Runs `round` now and again after each change, until the user stops it (Ctrl-C) or --once was given. What a round found is
 * printed after it, unless the round before it found the same. Returns the exit code. */
int watch_files(Cli *c, int (*round)(Cli *c, void *self), void *self);
#endif
