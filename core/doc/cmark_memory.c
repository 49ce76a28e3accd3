/* cmark_memory.c - libcmark's allocator: pieces of big zeroed chunks, nothing freed one by one; knows no Markdown. */
#include "core/doc/cmark_memory.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/mem.h"

struct CmarkChunk {
    CmarkChunk *before;
    size_t size, used;
    max_align_t data[];
};

static _Thread_local CmarkMemory *in_use;

enum { CHUNK_FIRST = 64 * 1024, CHUNK_MOST = 1024 * 1024, HEAD = sizeof(size_t) };       /* before each piece: its size */

static void add_chunk(CmarkMemory *m, size_t need)
{
    size_t size = m->chunk && m->chunk->size * 2 < CHUNK_MOST ? m->chunk->size * 2 : m->chunk ? CHUNK_MOST : CHUNK_FIRST;
    if (size < need) size = need;
    if (size > m->cap - m->used) longjmp(m->over, 1);
    CmarkChunk *c = mem_alloc(sizeof *c + size);           /* zeroed pages, not touched before they are used */
    c->before = m->chunk;
    c->size = size;
    m->chunk = c;
    m->used += size;
}

static void *take(size_t n)
{
    CmarkMemory *m = in_use;
    if (n > m->cap) longjmp(m->over, 1);
    size_t need = (n + HEAD + 7) & ~(size_t)7;
    if (!m->chunk || m->chunk->size - m->chunk->used < need) add_chunk(m, need);
    char *p = (char *)m->chunk->data + m->chunk->used;
    m->chunk->used += need;
    memcpy(p, &n, sizeof n);
    return m->last = p + HEAD;
}

static void *hook_calloc(size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size) longjmp(in_use->over, 1);
    return take(n * size);
}

static void *hook_realloc(void *p, size_t n)
{
    size_t old = 0;
    CmarkMemory *m = in_use;
    if (p) memcpy(&old, (char *)p - HEAD, sizeof old);
    if (p && n <= old) return p;
    if (p && p == m->last && n <= m->cap) {
        size_t at = (size_t)((char *)p - HEAD - (char *)m->chunk->data), need = (n + HEAD + 7) & ~(size_t)7;
        if (m->chunk->size - at >= need) {
            m->chunk->used = at + need;
            memcpy((char *)p - HEAD, &n, sizeof n);
            return p;
        }
    }
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
    m->chunk = NULL;
    m->last = NULL;
    m->used = 0;
    m->cap = cap;
    m->before = in_use;
    in_use = m;
}

void cmark_memory_reset(CmarkMemory *m)
{
    for (CmarkChunk *c = m->chunk, *before; c; c = before) {
        before = c->before;
        free(c);
    }
    m->chunk = NULL;
    m->last = NULL;
    m->used = 0;
}

void cmark_memory_end(CmarkMemory *m)
{
    in_use = m->before;
    cmark_memory_reset(m);
}
