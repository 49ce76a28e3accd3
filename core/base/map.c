/* map.c - an open-addressing table over an ordered list of entries. */
#include "core/base/map.h"
#include "core/base/mem.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct Entry {
    char *key;
    size_t n;
    uint64_t hash;
    void *value;
} Entry;

struct Map {
    Entry *entry;
    size_t count, cap;
    uint32_t *slot;                                      /* 0 = free, else entry index + 1 */
    size_t slots;
};

static uint64_t hash_bytes(const char *p, size_t n)
{
    uint64_t h = 1469598103934665603u;
    for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)p[i]) * 1099511628211u;
    return h ^ (h >> 29);
}

Map *map_new(void) { return mem_alloc(sizeof(Map)); }

void map_free(Map *m)
{
    if (!m) return;
    for (size_t i = 0; i < m->count; i++) free(m->entry[i].key);
    free(m->entry);
    free(m->slot);
    free(m);
}

static size_t slot_find(const Map *m, const char *key, size_t n, uint64_t h)
{
    size_t i = (size_t)h & (m->slots - 1);
    for (;; i = (i + 1) & (m->slots - 1)) {
        if (!m->slot[i]) return i;
        const Entry *e = &m->entry[m->slot[i] - 1];
        if (e->hash == h && e->n == n && memcmp(e->key, key, n) == 0) return i;
    }
}

static void slots_grow(Map *m)
{
    m->slots = m->slots ? m->slots * 2 : 16;
    free(m->slot);
    m->slot = mem_alloc(mem_mul(m->slots, sizeof *m->slot));
    for (size_t k = 0; k < m->count; k++) {
        size_t i = (size_t)m->entry[k].hash & (m->slots - 1);
        while (m->slot[i]) i = (i + 1) & (m->slots - 1);
        m->slot[i] = (uint32_t)k + 1;
    }
}

void *map_get_n(const Map *m, const char *key, size_t n)
{
    if (!m || !m->count) return NULL;
    size_t i = slot_find(m, key, n, hash_bytes(key, n));
    return m->slot[i] ? m->entry[m->slot[i] - 1].value : NULL;
}

void *map_get(const Map *m, const char *key) { return map_get_n(m, key, strlen(key)); }

void map_put_n(Map *m, const char *key, size_t n, void *value)
{
    if ((m->count + 1) * 4 > m->slots * 3) slots_grow(m);
    uint64_t h = hash_bytes(key, n);
    size_t i = slot_find(m, key, n, h);
    if (m->slot[i]) {
        m->entry[m->slot[i] - 1].value = value;
        return;
    }
    if (m->count == m->cap) {
        m->cap = m->cap ? m->cap * 2 : 8;
        m->entry = mem_resize(m->entry, mem_mul(m->cap, sizeof *m->entry));
    }
    char *copy = mem_alloc(n + 1);
    memcpy(copy, key, n);
    m->entry[m->count++] = (Entry){copy, n, h, value};
    m->slot[i] = (uint32_t)m->count;
}

void map_put(Map *m, const char *key, void *value) { map_put_n(m, key, strlen(key), value); }
size_t map_count(const Map *m) { return m ? m->count : 0; }

const char *map_at(const Map *m, size_t i, void **value)
{
    if (value) *value = m->entry[i].value;
    return m->entry[i].key;
}
