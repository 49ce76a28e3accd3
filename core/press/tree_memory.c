/* tree_memory.c - what a build remembers of out/: per unit the inputs and the files it made; bytes only, opens nothing. */
#include "core/press/tree_parts.h"
#include "core/base/pack.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

static const char MAGIC[] = "sen-build 2\n";

/* --- hashing: two lanes of multiply and mix over eight bytes at a time --- */

#define LANE_A 0x9E3779B97F4A7C15u
#define LANE_B 0xC2B2AE3D27D4EB4Fu
#define LANE_C 0x165667B19E3779F9u

static uint64_t mix(uint64_t h, uint64_t v, uint64_t k)
{
    h = (h ^ v) * k;
    return h ^ (h >> 29);
}

static uint64_t lane(uint64_t h, const unsigned char *p, size_t n, uint64_t k)
{
    h = mix(h, n, k);
    if (n >= 64) {                                         /* four at a time: none waits for the one before */
        uint64_t four[4] = {h, h ^ LANE_C, h + LANE_C, ~h};
        for (; n >= 32; p += 32, n -= 32)
            for (int i = 0; i < 4; i++) {
                uint64_t v;
                memcpy(&v, p + 8 * i, 8);
                four[i] = mix(four[i], v, k);
            }
        for (int i = 0; i < 4; i++) h = mix(h, four[i], k);
    }
    for (; n >= 8; p += 8, n -= 8) {
        uint64_t v;
        memcpy(&v, p, 8);
        h = mix(h, v, k);
    }
    uint64_t v = 0;
    memcpy(&v, p, n);
    h = mix(h, v, k);
    return mix(h, h >> 32, k);
}

TreeHash tree_hash_start(void) { return (TreeHash){0x243F6A8885A308D3u, 0x13198A2E03707344u}; }

void tree_hash_add(TreeHash *h, const void *p, size_t n)
{
    const unsigned char *bytes = n ? p : (const unsigned char *)"";
    h->a = lane(h->a, bytes, n, LANE_A);
    h->b = lane(h->b, bytes, n, LANE_B);
}

void tree_hash_text(TreeHash *h, const char *s)
{
    if (s) tree_hash_add(h, s, strlen(s));
    else tree_hash_int(h, -1);
}

void tree_hash_int(TreeHash *h, int64_t v)
{
    char bytes[9] = "i";
    memcpy(bytes + 1, &v, 8);
    tree_hash_add(h, bytes, 9);
}

uint64_t tree_sum(const void *p, size_t n) { return lane(0x243F6A8885A308D3u, n ? p : (const unsigned char *)"", n, LANE_A); }

/* --- records --- */

int tree_name_ok(const char *name)
{
    size_t n = strlen(name);
    if (n == 0 || n > 150 || name[0] == '.') return 0;
    return strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789._-") == n;
}

void tree_memory_init(TreeMemory *m) { *m = (TreeMemory){arena_new(), map_new(), map_new()}; }

void tree_memory_free(TreeMemory *m)
{
    for (size_t i = 0; i < map_count(m->units); i++) {
        void *r;
        map_at(m->units, i, &r);
        if (((TreeRecord *)r)->cap) free(((TreeRecord *)r)->files);
    }
    map_free(m->units);
    map_free(m->names);
    arena_free(m->arena);
    *m = (TreeMemory){0};
}

const char *tree_memory_intern(TreeMemory *m, const char *s)
{
    char *own = map_get(m->names, s);
    if (!own) map_put(m->names, s, own = arena_copy(m->arena, s));
    return own;
}

/* unit stands in the arena and is not known yet. */
static TreeRecord *new_record(TreeMemory *m, const char *unit)
{
    TreeRecord *r = arena_alloc(m->arena, sizeof *r);
    r->unit = unit;
    r->day = -1;
    map_put(m->units, unit, r);
    return r;
}

TreeRecord *tree_memory_record(TreeMemory *m, const char *unit)
{
    TreeRecord *r = map_get(m->units, unit);
    return r ? r : new_record(m, arena_copy(m->arena, unit));
}

TreeFile *tree_memory_find(const TreeRecord *r, const char *name)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (strcmp(r->files[i].name, name) == 0) return &r->files[i];
    return NULL;
}

TreeFile *tree_memory_file(TreeMemory *m, TreeRecord *r, const char *name)
{
    TreeFile *f = tree_memory_find(r, name);
    if (f) return f;
    if (r->n >= r->cap) {
        TreeFile *read = r->cap ? NULL : r->files;
        r->cap = r->n < 8 ? 8 : r->n * 2;
        r->files = mem_resize(read ? NULL : r->files, mem_mul(r->cap, sizeof *r->files));
        if (read) memcpy(r->files, read, r->n * sizeof *read);
    }
    f = &r->files[r->n++];
    *f = (TreeFile){.name = tree_memory_intern(m, name)};
    return f;
}

/* --- bytes --- */

/* Numbers of names. Units make the same files in the same order: what stood at a place in the last record comes again. */
enum { PLACES = 64 };
typedef struct Numbers { Map *of; const char *last[PLACES]; uint32_t number[PLACES], n; Buf names; } Numbers;

static uint32_t number_of(Numbers *x, uint32_t place, const char *name)
{
    uint32_t p = place % PLACES;
    if (x->last[p] == name) return x->number[p];           /* names are interned */
    uintptr_t k = (uintptr_t)map_get(x->of, name);
    if (!k) {
        map_put(x->of, name, (void *)(k = ++x->n));
        pack_text(&x->names, name);
    }
    x->last[p] = name;
    return x->number[p] = (uint32_t)k - 1;
}

static void save_record(const TreeRecord *r, Numbers *x, Buf *out)
{
    pack_text(out, r->unit);
    pack_i64(out, (int64_t)r->inputs.a);
    pack_i64(out, (int64_t)r->inputs.b);
    pack_i64(out, r->day);
    pack_i64(out, r->stamp);
    pack_u32(out, r->n);
    for (uint32_t i = 0; i < r->n; i++) {
        pack_u32(out, number_of(x, i, r->files[i].name));
        pack_i64(out, (int64_t)r->files[i].size);
        pack_i64(out, (int64_t)r->files[i].sum);
    }
}

void tree_memory_save(const TreeMemory *m, Buf *out)
{
    Numbers x = {.of = map_new()};
    Buf body = {0};
    uint32_t units = 0;
    for (size_t i = 0; i < map_count(m->units); i++) {
        void *p;
        map_at(m->units, i, &p);
        const TreeRecord *r = p;
        if (r->gone) continue;
        save_record(r, &x, &body);
        units++;
    }
    Buf whole = {0};
    pack_u32(&whole, x.n);
    buf_str(&whole, buf_view(&x.names));
    pack_u32(&whole, units);
    buf_str(&whole, buf_view(&body));
    buf_add(out, MAGIC, sizeof MAGIC - 1);
    pack_i64(out, (int64_t)tree_sum(buf_text(&whole), whole.n));
    buf_str(out, buf_view(&whole));
    buf_free(&whole);
    buf_free(&body);
    buf_free(&x.names);
    map_free(x.of);
}

static int load_record(TreeMemory *m, Unpack *u, const char *const *names, uint32_t n_names)
{
    const char *unit = unpack_text(u, m->arena);
    if (!unit || !text_is_id(unit) || map_get(m->units, unit)) return -1;
    TreeRecord *r = new_record(m, unit);
    r->inputs.a = (uint64_t)unpack_i64(u);
    r->inputs.b = (uint64_t)unpack_i64(u);
    r->day = unpack_i64(u);
    r->stamp = unpack_i64(u);
    r->n = unpack_count(u, 20);
    r->files = arena_alloc(m->arena, mem_mul((size_t)r->n + 1, sizeof *r->files));
    for (uint32_t i = 0; i < r->n; i++) {
        uint32_t k = unpack_u32(u);
        if (k >= n_names) return -1;
        r->files[i].name = names[k];
        r->files[i].size = (uint64_t)unpack_i64(u);
        r->files[i].sum = (uint64_t)unpack_i64(u);
    }
    return u->bad ? -1 : 0;
}

int tree_memory_load(TreeMemory *m, Str bytes)
{
    size_t head = sizeof MAGIC - 1;
    if (bytes.n < head + 8 || memcmp(bytes.p, MAGIC, head) != 0) return -1;
    Unpack u = unpack_from(bytes.p + head, bytes.n - head);
    uint64_t sum = (uint64_t)unpack_i64(&u);
    if (sum != tree_sum(bytes.p + head + 8, bytes.n - head - 8)) return -1;
    uint32_t n_names = unpack_count(&u, 2);
    const char **names = arena_alloc(m->arena, mem_mul((size_t)n_names + 1, sizeof *names));
    for (uint32_t i = 0; i < n_names; i++) {
        const char *s = unpack_text(&u, m->arena);
        if (!s || !tree_name_ok(s)) return -1;
        names[i] = tree_memory_intern(m, s);
    }
    uint32_t units = unpack_count(&u, 30);
    for (uint32_t i = 0; i < units; i++)
        if (load_record(m, &u, names, n_names)) return -1;
    return u.bad || u.p != u.end ? -1 : 0;
}
