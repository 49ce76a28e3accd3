/* keys.h - this account's signing keys (files in its configuration folder) and public keys as texts that people send each
 * other. Knows no workspace. */
#ifndef SEN_APP_KEYS_H
#define SEN_APP_KEYS_H
#include "core/app/cli.h"
#include "core/store/sign.h"

typedef struct OwnKey { const char *name; unsigned char key[SIGN_KEY], seed[SIGN_SEED]; } OwnKey;

int keys_make(Cli *c, const char *name, OwnKey *k, Err *e);          /* refuses a name that is taken (SEN8219) */
/* name NULL = the only one. A file that others can read or write is refused (SEN8221). */
int keys_load(Cli *c, const char *name, OwnKey *k, Err *e);
int keys_list(Cli *c, const char ***names, size_t *n, Err *e);       /* sorted; in the arena */
const char *keys_path(Cli *c, const char *name);                     /* where the secret lies; NULL without a home */

/* The public half as a text to send: read again by keys_read_public. */
void keys_write_public(const char *name, const char *hex, Buf *out);
/* 64 digits, or a file that holds such a text. *name may come out NULL. */
int keys_read_public(Cli *c, const char *what, const char **hex, const char **name, Err *e);
#endif
