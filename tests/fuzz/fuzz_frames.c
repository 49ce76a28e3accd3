/* fuzz_frames.c - any bytes as the frames a worker sends: a plan and a model are refused or read, and packed again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "core/model/model.h"
#include "core/model/plan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    Unpack u = unpack_from((const char *)data, n);
    Plan *p = plan_unpack(&u);
    Buf b = {0};
    if (p) plan_pack(p, &b);
    plan_free(p);
    buf_clear(&b);
    u = unpack_from((const char *)data, n);
    Model *m = model_unpack(&u);
    if (m) model_pack(m, &b);
    model_free(m);
    buf_free(&b);
    return 0;
}
