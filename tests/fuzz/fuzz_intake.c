/* fuzz_intake.c - libFuzzer target: any bytes through the importer; nothing may crash, and what is read loses nothing. */
#include <stdint.h>
#include <stdlib.h>
#include "core/intake/intake.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    Arena *a = arena_new();
    Findings f;
    Buf utf8 = {0};
    Err e = {0};
    Plan *p = NULL;
    findings_init(&f, a);
    if (!intake_decode(data, n, "fuzz", &utf8, &f, &e) && !intake_read(buf_view(&utf8), "fuzz", &p, &f, &e) &&
        intake_lost(buf_view(&utf8), p, NULL)) abort();
    plan_free(p);
    buf_free(&utf8);
    findings_free(&f);
    arena_free(a);
    return 0;
}
