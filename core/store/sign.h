/* sign.h - Ed25519 keys and signatures, as bytes and as hexadecimal text; knows no file and no workspace. */
#ifndef SEN_STORE_SIGN_H
#define SEN_STORE_SIGN_H
#include "core/base/buf.h"

enum { SIGN_KEY = 32, SIGN_SEED = 32, SIGN_MARK = 64, SIGN_HEX = 65 };

/* A new pair; the seed is the secret half. 0, -1 when the machine has no randomness to give. */
int sign_new(unsigned char key[SIGN_KEY], unsigned char seed[SIGN_SEED]);
void sign_key_of(const unsigned char seed[SIGN_SEED], unsigned char key[SIGN_KEY]);
void sign_make(const unsigned char seed[SIGN_SEED], Str bytes, unsigned char mark[SIGN_MARK]);
int sign_holds(const unsigned char key[SIGN_KEY], Str bytes, const unsigned char mark[SIGN_MARK]);   /* 1 = holds */
void sign_forget(void *secret, size_t n);                  /* overwrites it */

void sign_hex(const unsigned char bytes[32], char hex[SIGN_HEX]);
int sign_unhex(const char *hex, unsigned char bytes[32]);  /* exactly 64 digits; 0/-1 */
#endif
