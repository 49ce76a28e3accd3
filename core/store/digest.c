/* digest.c - the hash that the journal, plans and evidence are known by. */
#include "core/store/store.h"
#include <sodium.h>

void store_sha256(const void *p, size_t n, char hex[65])
{
    unsigned char sum[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(sum, p, n);
    sodium_bin2hex(hex, 65, sum, sizeof sum);
}
