/* heap.c - small blocks from chunks by size class, big ones from malloc on a ring; all of it goes with the state. */
#include "core/script/heap.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 64 * 1024 };

struct HeapChunk {
    HeapChunk *next;
    size_t used;
    max_align_t data[];
};

struct HeapBig {
    HeapBig *prev, *next;
    max_align_t data[];
};

void heap_init(Heap *h, size_t cap, size_t block_cap)
{
    *h = (Heap){.cap = cap, .block_cap = block_cap};
}

void heap_drop(Heap *h)
{
    for (HeapChunk *c = h->chunks, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    for (HeapBig *b = h->big, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    *h = (Heap){0};
}

static int is_small(size_t n)
{
#ifdef SEN_SANITIZED
    (void)n;
    return 0;                              /* each block alone, so that the sanitizer sees every mistake */
#else
    return n <= HEAP_SMALL;
#endif
}

static void *take_small(Heap *h, size_t n)
{
    size_t class = (n - 1) / HEAP_STEP, size = (class + 1) * HEAP_STEP;
    void *p = h->spare[class];
    if (p) {
        memcpy(&h->spare[class], p, sizeof(void *));
        return p;
    }
    if (!h->chunks || CHUNK - h->chunks->used < size) {
        HeapChunk *c = malloc(sizeof *c + CHUNK);
        if (!c) return NULL;
        c->next = h->chunks;
        c->used = 0;
        h->chunks = c;
    }
    p = (char *)h->chunks->data + h->chunks->used;
    h->chunks->used += size;
    return p;
}

static void give_small(Heap *h, void *p, size_t n)
{
    size_t class = (n - 1) / HEAP_STEP;
    memcpy(p, &h->spare[class], sizeof(void *));
    h->spare[class] = p;
}

static HeapBig *big_of(void *p) { return (HeapBig *)(void *)((char *)p - offsetof(HeapBig, data)); }

static void *take_big(Heap *h, size_t n)
{
    HeapBig *b = malloc(sizeof *b + n);
    if (!b) return NULL;
    b->prev = NULL;
    b->next = h->big;
    if (h->big) h->big->prev = b;
    h->big = b;
    return b->data;
}

static void give_big(Heap *h, void *p)
{
    HeapBig *b = big_of(p);
    if (b->prev) b->prev->next = b->next;
    else h->big = b->next;
    if (b->next) b->next->prev = b->prev;
    free(b);
}

static void *resize_big(Heap *h, void *p, size_t n)
{
    HeapBig *b = realloc(big_of(p), sizeof *b + n);
    if (!b) return NULL;
    if (b->prev) b->prev->next = b;
    else h->big = b;
    if (b->next) b->next->prev = b;
    return b->data;
}

static void *take(Heap *h, size_t n) { return is_small(n) ? take_small(h, n) : take_big(h, n); }

static void give(Heap *h, void *p, size_t n)
{
    if (is_small(n)) give_small(h, p, n);
    else give_big(h, p);
}

static void *refuse(Heap *h)
{
    h->refused++;
    if (h->on_refuse) h->on_refuse(h->of);
    return NULL;
}

void *heap_alloc(void *heap, void *p, size_t old, size_t n)
{
    Heap *h = heap;
    if (!p) old = 0;                       /* then it is the kind of the new object, not a size */
    if (n == 0) {
        if (p && old) give(h, p, old);
        h->used -= old;
        return NULL;
    }
    if (n > old && (n > h->block_cap || h->used - old > h->cap - n)) {
        return refuse(h);
    }
    void *q;
    if (!p || !old) q = take(h, n);
    else if (!is_small(old) && !is_small(n)) q = resize_big(h, p, n);
    else if (is_small(old) && is_small(n) && (old - 1) / HEAP_STEP == (n - 1) / HEAP_STEP) q = p;
    else {
        q = take(h, n);
        if (q) {
            memcpy(q, p, old < n ? old : n);
            give(h, p, old);
        }
    }
    if (!q) {
        return refuse(h);
    }
    h->used += n - old;
    return q;
}
