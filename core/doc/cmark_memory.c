/* cmark_memory.c - libcmark's allocator over an arena; knows no Markdown. Nothing is freed one by one. */
#include "core/doc/cmark_memory.h"
#include <stdint.h>
#include <string.h>

static _Thread_local CmarkMemory *in_use;

enum { HEAD = 16 };                /* before each piece: its size */

static void *take(size_t n)
{
    CmarkMemory *m = in_use;
    if (n > m->cap || arena_used(m->arena) + n > m->cap) longjmp(m->over, 1);
    char *p = arena_alloc(m->arena, n + HEAD);
    memcpy(p, &n, sizeof n);
    return p + HEAD;
}

static void *hook_calloc(size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size) longjmp(in_use->over, 1);
    return take(n * size);
}

static void *hook_realloc(void *p, size_t n)
{
    size_t old = 0;
    if (p) memcpy(&old, (char *)p - HEAD, sizeof old);
    if (p && n <= old) return p;
    void *q = take(n);
    if (old) memcpy(q, p, old);
    return q;
}

static void hook_free(void *p) { (void)p; }

cmark_mem *cmark_memory_hooks(void)
{
    static cmark_mem hooks = {hook_calloc, hook_realloc, hook_free};
    return &hooks;
}

void cmark_memory_begin(CmarkMemory *m, size_t cap)
{
    m->arena = arena_new();
    m->cap = cap;
    m->before = in_use;
    in_use = m;
}

void cmark_memory_reset(CmarkMemory *m) { arena_reset(m->arena); }

void cmark_memory_end(CmarkMemory *m)
{
    in_use = m->before;
    arena_free(m->arena);
    m->arena = NULL;
}
