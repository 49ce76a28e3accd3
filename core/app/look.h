/* look.h - how files look from outside (kind, size, times, number), asked of many at once by several threads; reads no byte. */
#ifndef SEN_APP_LOOK_H
#define SEN_APP_LOOK_H
#include <stddef.h>
#include <stdint.h>

/* Kind and permissions, device, number, size, both times; all zero when there is nothing. */
enum { LOOK_FIELDS = 6 };
typedef struct Look { int64_t v[LOOK_FIELDS]; } Look;

/* path is relative to the folder `dir` (AT_FDCWD: the current one). */
void look_at(int dir, const char *path, Look *out);
int look_same(const Look *a, const Look *b);

/* Calls part(self, from, to) for the numbers 0 … n-1 cut into runs, each in a thread of its own when there are many. part may
 * touch nothing but what belongs to its numbers. */
void look_spread(size_t n, void (*part)(void *self, size_t from, size_t to), void *self);
#endif
