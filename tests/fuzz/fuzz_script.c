/* fuzz_script.c - any bytes as a script: scanned, mended, declared and applied to a model; the budget bounds what runs. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "core/model/model.h"
#include "core/script/state.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    Arena *a = arena_new();
    Findings f;
    Statements st;
    Err e = {0};
    ScriptSetup setup = {.memory = 16u << 20, .today = DATE_NONE};
    findings_init(&f, a);
    statements_init(&st, a);
    Script *s = script_new(&setup, &e);
    if (!s) abort();
    Model *m = model_new(2026);
    model_add_layer(m, "fuzz", "fuzz.lua", 1);
    ScriptFile file = {.name = "fuzz.lua", .bytes = (const char *)data, .n = n, .layer = 0};
    state_set_budget(s, 200000);
    int rc = script_declare(s, &file, &st, &f);
    if (rc && !findings_count(&f, SEV_ERROR)) abort();     /* a failure has a reason */
    model_apply_layer(m, st.v, st.n, &f);
    model_freeze(m);
    for (size_t i = 0; i < f.n; i++) {
        Buf b = {0};
        finding_print(&f.v[i], LANG_VI, &b);
        finding_print(&f.v[i], LANG_EN, &b);
        buf_free(&b);
    }
    model_free(m);
    script_free(s);
    statements_free(&st);
    findings_free(&f);
    arena_free(a);
    return 0;
}
