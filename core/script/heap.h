/* heap.h - the memory of one Lua state: counted, capped, dropped at once; knows no Lua beyond the shape of its allocator. */
#ifndef SEN_SCRIPT_HEAP_H
#define SEN_SCRIPT_HEAP_H
#include <stddef.h>

enum { HEAP_STEP = 16, HEAP_SMALL = 512, HEAP_CLASSES = HEAP_SMALL / HEAP_STEP };

typedef struct HeapBig HeapBig;
typedef struct HeapChunk HeapChunk;

typedef struct Heap {
    size_t used, cap, block_cap;           /* bytes asked for; no single block above block_cap */
    unsigned refused;                      /* requests refused so far */
    void (*on_refuse)(void *of);           /* called at each refusal, NULL = nothing; must not ask for memory */
    void *of;
    void *spare[HEAP_CLASSES];             /* freed small blocks by class */
    HeapChunk *chunks;                     /* where small blocks come from */
    HeapBig *big;                          /* the others, a ring */
} Heap;

void heap_init(Heap *h, size_t cap, size_t block_cap);
void heap_drop(Heap *h);                   /* everything at once */
void *heap_alloc(void *heap, void *p, size_t old, size_t n);   /* as lua_Alloc */
#endif
