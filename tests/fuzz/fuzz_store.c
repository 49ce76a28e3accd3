/* fuzz_store.c - a database whose bytes were changed: opened, checked and read, or refused; the input is a list of places and bytes. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/file.h"
#include "core/store/store.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#include <stdio.h>
#include <unistd.h>

static Buf clean;                          /* a database as it is made */
static char path[64];

static void put_file(const char *p, size_t n)
{
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(p, 1, n, f) != n || fclose(f)) abort();
}

static void make_clean(void)
{
    Err e = {0};
    snprintf(path, sizeof path, "/tmp/sen-fuzz-%ld.db", (long)getpid());
    unlink(path);
    if (store_create(path, "2026-01-01T00:00:00Z", "fuzz", &e)) abort();
    if (file_read(path, NULL, 16u << 20, &clean, &e)) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    if (!clean.n) make_clean();
    Buf b = {0};
    buf_add(&b, clean.p, clean.n);
    for (size_t i = 0; i + 4 <= n && i < 400; i += 4) {
        size_t at = ((size_t)data[i] << 16 | (size_t)data[i + 1] << 8 | data[i + 2]) % b.n;
        b.p[at] = (char)data[i + 3];
    }
    size_t keep = n % 4 == 3 ? b.n * data[n - 1] / 255 : b.n;      /* cut short now and then */
    put_file(b.p, keep);
    buf_free(&b);
    Arena *a = arena_new();
    Err e = {0};
    Store *s = store_open(path, n % 2 ? STORE_WRITE : STORE_READ, &e);
    if (!s && !e.code) abort();
    if (s) {
        StorePlan *plans = NULL;
        StoreEntry *entries = NULL;
        size_t k = 0;
        Err one = {0}, two = {0};
        store_plans(s, a, &plans, &k, &one);
        store_journal(s, 100, a, &entries, &k, &two);
    }
    store_close(s);
    arena_free(a);
    return 0;
}
