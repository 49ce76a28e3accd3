/* apart.h - a plugin of the files wall: its outputs and readers run in a process of their own, over a socket; knows no wall.
 *
 * The process that asks (the worker) packs the document or hands out the model field by field; the other has the plugin's code
 * and the ordinary host table over what it unpacks. What comes back is checked like any foreign bytes: a broken plugin can spoil
 * its own result only. When its process ends, the call fails with a sentence and the next one meets a new process. */
#ifndef SEN_PLUG_APART_H
#define SEN_PLUG_APART_H
#include "core/plug/registry.h"

typedef struct Apart Apart;

/* Where the plugin's code is: says that it started (or why not), answers until the socket ends, never returns. */
void apart_serve(int fd, Registry *r, const char *plugin, const Err *why) __attribute__((noreturn));
/* What whoever watches over that process writes into the socket after it ended: `status` as of waitpid. */
enum { APART_DIED_BYTES = 9 };
void apart_say_died(char bytes[APART_DIED_BYTES], int status);

/* Where it is asked: waits for the start. The Apart belongs to the registry, `fd` to it. NULL and e when it did not start. */
Apart *apart_open(Registry *r, const char *plugin, int fd, Err *e);
int apart_render(void *self, const Output *o, const OutputJob *job, Buf *out, Findings *f, Err *e);
int apart_knows(void *self, const Reader *r, Str bytes);
int apart_read(void *self, const Reader *r, Str bytes, const OutputOption *options, size_t n, ReadResult *out, Findings *f,
               Err *e);
#endif
