/* mem.c - checked allocation and the bump arena. */
#include "core/base/mem.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void mem_out(void)
{
    static const char say[] = "sen: hết bộ nhớ; không có gì bị ghi dở. Hãy đóng bớt chương trình rồi chạy lại."
                              " (out of memory)\n";
    ssize_t w = write(2, say, sizeof say - 1);
    (void)w;
    _exit(5);
}

void *mem_alloc(size_t n)
{
    void *p = calloc(1, n ? n : 1);
    if (!p) mem_out();
    return p;
}

void *mem_resize(void *p, size_t n)
{
    void *q = realloc(p, n ? n : 1);
    if (!q) mem_out();
    return q;
}

size_t mem_mul(size_t a, size_t b)
{
    size_t r;
    if (__builtin_mul_overflow(a, b, &r)) mem_out();
    return r;
}

char *mem_copy_text(const char *s)
{
    if (!s) return NULL;
    size_t n = strlen(s) + 1;
    return memcpy(mem_alloc(n), s, n);
}

typedef struct Block {
    struct Block *next;
    size_t size, used;
    max_align_t data[];
} Block;

struct Arena {
    Block *first, *now;
    size_t used;
};

enum { BLOCK_FIRST = 16 * 1024, BLOCK_MOST = 1024 * 1024 };

static Block *block_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(Block)) mem_out();
    Block *b = malloc(sizeof(Block) + size);
    if (!b) mem_out();
    b->next = NULL;
    b->size = size;
    b->used = 0;
    return b;
}

Arena *arena_new(void)
{
    Arena *a = mem_alloc(sizeof *a);
    a->first = a->now = block_new(BLOCK_FIRST);
    return a;
}

void arena_free(Arena *a)
{
    if (!a) return;
    for (Block *b = a->first, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(a);
}

void arena_reset(Arena *a)
{
    for (Block *b = a->first; b; b = b->next) b->used = 0;
    a->now = a->first;
    a->used = 0;
}

void *arena_alloc(Arena *a, size_t n)
{
    if (n > SIZE_MAX - 31) mem_out();
    size_t need = (n + 15) & ~(size_t)15;
    while (a->now->size - a->now->used < need) {
        if (!a->now->next) {
            size_t size = a->now->size * 2 < BLOCK_MOST ? a->now->size * 2 : BLOCK_MOST;
            a->now->next = block_new(need > size ? need : size);
        } else if (a->now->next->size < need) {
            Block *b = block_new(need);
            b->next = a->now->next;
            a->now->next = b;
        }
        a->now = a->now->next;
    }
    void *p = (char *)a->now->data + a->now->used;
    a->now->used += need;
    a->used += need;
    return memset(p, 0, n);
}

char *arena_text(Arena *a, const char *s, size_t n)
{
    char *p = arena_alloc(a, n + 1);
    if (n) memcpy(p, s, n);
    return p;
}

char *arena_copy(Arena *a, const char *s) { return s ? arena_text(a, s, strlen(s)) : NULL; }

char *arena_print(Arena *a, const char *fmt, ...)
{
    va_list ap, again;
    char small[200];
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(small, sizeof small, fmt, ap);
    char *p = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
    if (n > 0 && (size_t)n < sizeof small) memcpy(p, small, (size_t)n);
    else if (n > 0) vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    va_end(ap);
    return p;
}

size_t arena_used(const Arena *a) { return a->used; }
