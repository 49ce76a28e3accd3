/* sign.c - Ed25519 by libsodium; must not know what is signed. */
#include "core/store/sign.h"
#include <sodium.h>
#include <string.h>

_Static_assert(SIGN_KEY == crypto_sign_PUBLICKEYBYTES && SIGN_SEED == crypto_sign_SEEDBYTES && SIGN_MARK == crypto_sign_BYTES,
               "sizes of Ed25519");

int sign_new(unsigned char key[SIGN_KEY], unsigned char seed[SIGN_SEED])
{
    if (sodium_init() < 0) return -1;
    randombytes_buf(seed, SIGN_SEED);
    sign_key_of(seed, key);
    return 0;
}

void sign_key_of(const unsigned char seed[SIGN_SEED], unsigned char key[SIGN_KEY])
{
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    crypto_sign_seed_keypair(key, secret, seed);
    sodium_memzero(secret, sizeof secret);
}

void sign_make(const unsigned char seed[SIGN_SEED], Str bytes, unsigned char mark[SIGN_MARK])
{
    unsigned char key[SIGN_KEY], secret[crypto_sign_SECRETKEYBYTES];
    crypto_sign_seed_keypair(key, secret, seed);
    crypto_sign_detached(mark, NULL, (const unsigned char *)bytes.p, bytes.n, secret);
    sodium_memzero(secret, sizeof secret);
}

int sign_holds(const unsigned char key[SIGN_KEY], Str bytes, const unsigned char mark[SIGN_MARK])
{
    return crypto_sign_verify_detached(mark, (const unsigned char *)bytes.p, bytes.n, key) == 0;
}

void sign_forget(void *secret, size_t n) { sodium_memzero(secret, n); }

void sign_hex(const unsigned char bytes[32], char hex[SIGN_HEX]) { sodium_bin2hex(hex, SIGN_HEX, bytes, 32); }

int sign_unhex(const char *hex, unsigned char bytes[32])
{
    size_t n = 0;
    if (strlen(hex) != 64 || strspn(hex, "0123456789abcdefABCDEF") != 64) return -1;
    return sodium_hex2bin(bytes, 32, hex, 64, NULL, &n, NULL) == 0 && n == 32 ? 0 : -1;
}
