/* pack.h - typed bytes for frames and caches: writing cannot fail, reading treats every byte as hostile.
 * Little-endian, no alignment. A reader that runs out or meets a bad value sets `bad` and from then on yields zeros. */
#ifndef SEN_BASE_PACK_H
#define SEN_BASE_PACK_H
#include <stdint.h>
#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/base/mem.h"

void pack_u8(Buf *b, unsigned v);
void pack_u32(Buf *b, uint32_t v);
void pack_i64(Buf *b, int64_t v);
void pack_f64(Buf *b, double v);
void pack_str(Buf *b, Str s);                  /* length and bytes */
void pack_text(Buf *b, const char *s);         /* like pack_str; NULL is kept apart from "" */

typedef struct Unpack {
    const char *p, *end;
    int bad;
} Unpack;

Unpack unpack_from(const void *p, size_t n);
unsigned unpack_u8(Unpack *u);
uint32_t unpack_u32(Unpack *u);
int64_t unpack_i64(Unpack *u);
double unpack_f64(Unpack *u);
Str unpack_str(Unpack *u);                     /* borrowed from the input; "" when bad */
/* A text as pack_text wrote it, copied into the arena; must be valid UTF-8 without NUL, else bad. May give NULL. */
const char *unpack_text(Unpack *u, Arena *a);
/* A count whose items take at least `each` bytes: never more than the bytes left can hold. */
uint32_t unpack_count(Unpack *u, size_t each);

void pack_findings(Buf *b, const Findings *f);
void unpack_findings(Unpack *u, Findings *f);  /* appended to f */
void pack_err(Buf *b, const Err *e);
void unpack_err(Unpack *u, Err *e);
#endif
