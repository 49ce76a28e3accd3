/* cmark_memory.h - the memory libcmark works in: a bump allocator with a cap, left by longjmp when the cap is passed.
 * libcmark's callbacks carry no context, so the memory in use is a variable of the thread, set only while a parse runs. */
#ifndef SEN_DOC_CMARK_MEMORY_H
#define SEN_DOC_CMARK_MEMORY_H
#include <cmark.h>
#include <setjmp.h>
#include <stddef.h>

typedef struct CmarkChunk CmarkChunk;

typedef struct CmarkMemory {
    CmarkChunk *chunk;             /* the newest */
    char *last;                    /* the piece given out last: it can grow in place */
    size_t used, cap;              /* bytes of all chunks, between two resets */
    jmp_buf over;                  /* where to go when the cap is passed; set by the caller with setjmp */
    struct CmarkMemory *before;    /* the one in use before */
} CmarkMemory;

void cmark_memory_begin(CmarkMemory *m, size_t cap);
void cmark_memory_end(CmarkMemory *m);          /* frees all libcmark made; also right after the longjmp */
void cmark_memory_reset(CmarkMemory *m);        /* forgets all trees made so far */
cmark_mem *cmark_memory_hooks(void);
#endif
