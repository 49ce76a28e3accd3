/* memory.c - the memory of one Official: taken piece by piece, freed at once; knows nothing of documents. */
#include "plugins/common/official/inside.h"
#include <stdlib.h>

enum { CHUNK = 32 * 1024, ALIGN = 16 };
static const size_t most = (size_t)256 * 1024 * 1024;

typedef struct MemoryChunk {
    struct MemoryChunk *next;
    size_t used, size;
} MemoryChunk;

static const size_t head = (sizeof(MemoryChunk) + ALIGN - 1) / ALIGN * ALIGN;

static MemoryChunk *add_chunk(Memory *m, size_t n)
{
    size_t size = n > CHUNK ? n : CHUNK;
    if (n > most || m->total > most) return NULL;
    MemoryChunk *c = malloc(head + size);
    if (!c) return NULL;
    m->total += size;
    c->used = 0;
    c->size = size;
    c->next = m->first;
    m->first = c;
    return c;
}

static void *take_raw(Memory *m, size_t n)
{
    n = (n + ALIGN - 1) / ALIGN * ALIGN;
    MemoryChunk *c = m->first;
    if (!c || c->size - c->used < n) c = add_chunk(m, n);
    if (!c) {
        m->failed = 1;
        return NULL;
    }
    void *p = (char *)c + head + c->used;
    c->used += n;
    return p;
}

void *memory_take(Memory *m, size_t n)
{
    void *p = take_raw(m, n);
    if (p) memset(p, 0, n);
    return p;
}

SenText memory_text(Memory *m, const char *p, size_t n)
{
    char *copy = n ? take_raw(m, n) : NULL;
    if (!copy) return (SenText){"", 0};
    memcpy(copy, p, n);
    return (SenText){copy, n};
}

void *memory_grow(Memory *m, void *v, size_t n, size_t *cap, size_t size)
{
    if (n < *cap) return v;
    size_t more = *cap ? *cap * 2 : 16;
    void *bigger = take_raw(m, more * size);
    if (!bigger) return NULL;
    if (n) memcpy(bigger, v, n * size);
    *cap = more;
    return bigger;
}

void memory_free(Memory *m)
{
    for (MemoryChunk *c = m->first, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    m->first = NULL;
}
