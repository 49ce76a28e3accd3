/* mem.h - memory: checked allocation and a bump arena; knows nothing of what is stored.
 *
 * Failure: when memory runs out, mem_* calls the process' last word (mem_out) which prints one sentence and leaves
 * with exit code 5. Nothing is half written then: the database is in a transaction and files are renamed into place.
 * In a worker the parent sees the exit code and reports the unit or script that was running. */
#ifndef SEN_BASE_MEM_H
#define SEN_BASE_MEM_H
#include <stddef.h>

void *mem_alloc(size_t n);                     /* zeroed; never NULL; n may be 0 */
void *mem_resize(void *p, size_t n);           /* like realloc, never NULL; new bytes are not zeroed */
char *mem_copy_text(const char *s);            /* strdup; NULL gives NULL; free() it */
size_t mem_mul(size_t a, size_t b);            /* a*b, or mem_out() when it overflows */
void mem_out(void) __attribute__((noreturn));

/* A bump arena: everything taken from it lives until arena_free or arena_reset. Not shared between threads. */
typedef struct Arena Arena;
Arena *arena_new(void);
void arena_free(Arena *a);                     /* takes NULL */
void arena_reset(Arena *a);                    /* forgets all, keeps the first blocks for reuse */
void *arena_alloc(Arena *a, size_t n);         /* zeroed, aligned to 16 */
char *arena_text(Arena *a, const char *s, size_t n);   /* a NUL-terminated copy of n bytes */
char *arena_copy(Arena *a, const char *s);             /* a copy of a C string; NULL gives NULL */
char *arena_print(Arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
size_t arena_used(const Arena *a);             /* bytes handed out since the last reset */
#endif
