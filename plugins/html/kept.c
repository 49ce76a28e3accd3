/* kept.c - blocks by their number, up to a limit of bytes. */
#include "plugins/html/kept.h"
#include <stdlib.h>

enum { KEPT_MOST = 4 * 1024 * 1024, SLOTS_MOST = 16384 };

struct Kept {
    KeptBlock *slot;           /* open addressing; same 0 = free */
    size_t cap, n, bytes;
};

Kept *kept_new(void)
{
    Kept *k = calloc(1, sizeof *k);
    if (k) k->slot = calloc(k->cap = 256, sizeof *k->slot);
    if (k && k->slot) return k;
    free(k);
    return NULL;
}

static void drop(KeptBlock *b)
{
    free(b->bytes);
    free((char *)b->heading.p);
    free((char *)b->heading_after.p);
}

void kept_free(Kept *k)
{
    if (!k) return;
    for (size_t i = 0; i < k->cap; i++) drop(&k->slot[i]);
    free(k->slot);
    free(k);
}

static KeptBlock *slot_of(KeptBlock *slot, size_t cap, uint64_t same)
{
    size_t i = (size_t)(same * 0x9E3779B97F4A7C15u >> 32) & (cap - 1);
    while (slot[i].same && slot[i].same != same) i = (i + 1) & (cap - 1);
    return &slot[i];
}

const KeptBlock *kept_find(const Kept *k, uint64_t same)
{
    const KeptBlock *b = k ? slot_of(k->slot, k->cap, same) : NULL;
    return b && b->same ? b : NULL;
}

static int grow(Kept *k)
{
    size_t cap = k->cap * 2;
    KeptBlock *slot = cap <= SLOTS_MOST ? calloc(cap, sizeof *slot) : NULL;
    if (!slot) return -1;
    for (size_t i = 0; i < k->cap; i++)
        if (k->slot[i].same) *slot_of(slot, cap, k->slot[i].same) = k->slot[i];
    free(k->slot);
    k->slot = slot;
    k->cap = cap;
    return 0;
}

static int own(SenText *t)
{
    char *p = malloc(t->n + 1);
    if (p && t->n) memcpy(p, t->p, t->n);
    t->p = p;
    return p ? 0 : -1;
}

void kept_add(Kept *k, KeptBlock b)
{
    size_t n = b.n + b.heading.n + b.heading_after.n;
    int room = k && n <= KEPT_MOST - k->bytes && (k->n * 2 < k->cap || grow(k) == 0);
    if (!room || kept_find(k, b.same)) {
        free(b.bytes);
        return;
    }
    if (own(&b.heading) | own(&b.heading_after)) {
        drop(&b);
        return;
    }
    *slot_of(k->slot, k->cap, b.same) = b;
    k->bytes += n;
    k->n++;
}
