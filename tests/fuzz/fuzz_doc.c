/* fuzz_doc.c - arbitrary bytes as Markdown, plain and as a template: the tree is sound, filtered and written without harm.
 * The first byte chooses how the hole characters of the input are to be understood. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include "tests/unit/doc_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t kinds[64];
    if (size < 1) return 0;
    for (unsigned i = 0; i < sizeof kinds; i++) kinds[i] = (uint8_t)((data[0] * 7u + i * 5u + i / 6u) % 6u);
    const char *bad = doc_check_bytes((const char *)data + 1, size - 1, kinds, sizeof kinds);
    if (bad) {
        fprintf(stderr, "%s\n", bad);
        abort();
    }
    return 0;
}
