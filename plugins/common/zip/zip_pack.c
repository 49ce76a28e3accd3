/* zip_pack.c - zlib with pieces that are found again; must not know what a part says or where it goes. */
#include "plugins/common/zip/zip_pack.h"
#include <endian.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static const uint64_t MIX = 0x9E3779B97F4A7C15u;
enum { LEVEL = 2, MEMORY = 8 };             /* XML of pages: half the time of level 4, a tenth larger */
enum { LEAST = 4000, MOST = 16000, ONE_OF = 8 };        /* bytes of a piece; at one of so many seams it may end */
enum { SLOTS = 8192, FULL = SLOTS / 2, KEPT_MOST = 4 * 1024 * 1024, PIECE_MOST = 64 * 1024 };

typedef struct Text {                       /* the bytes of a piece */
    uint64_t hash;
    char *p;
    size_t n;
    uint32_t crc, shift;                    /* shift: what crc32_combine_op wants for these n bytes */
} Text;

typedef struct Made {                       /* a piece packed behind another */
    const Text *before, *text;
    int last;
    char *p;
    size_t n;
} Made;

struct ZipPack {
    z_stream z;
    Text *text[SLOTS];                      /* open addressing */
    Made *made[SLOTS];
    size_t n, bytes;
    ZipBytes scratch;                       /* a piece just made */
};

ZipPack *zip_pack_new(void)
{
    ZipPack *k = calloc(1, sizeof *k);
    if (k && deflateInit2(&k->z, LEVEL, Z_DEFLATED, -MAX_WBITS, MEMORY, Z_DEFAULT_STRATEGY) == Z_OK) return k;
    free(k);
    return NULL;
}

static void forget_all(ZipPack *k)
{
    for (size_t i = 0; i < SLOTS; i++) {
        if (k->text[i]) free(k->text[i]->p);
        if (k->made[i]) free(k->made[i]->p);
        free(k->text[i]);
        free(k->made[i]);
        k->text[i] = NULL;
        k->made[i] = NULL;
    }
    k->n = k->bytes = 0;
}

void zip_pack_free(ZipPack *k)
{
    if (!k) return;
    forget_all(k);
    deflateEnd(&k->z);
    free(k->scratch.p);
    free(k);
}

int zip_bytes_room(ZipBytes *b, size_t n)
{
    if (n <= b->cap - b->n) return 0;
    if (n > SIZE_MAX / 4 || b->n > SIZE_MAX / 4) return -1;
    size_t cap = (b->n + n) * 2 + 4096;
    char *bigger = realloc(b->p, cap);
    if (!bigger) return -1;
    b->p = bigger;
    b->cap = cap;
    return 0;
}

int zip_bytes_add(ZipBytes *b, const void *p, size_t n)
{
    if (zip_bytes_room(b, n) != 0) return -1;
    if (n) memcpy(b->p + b->n, p, n);
    b->n += n;
    return 0;
}

/* --- cutting --- */

/* The same on every machine: where a part is cut hangs on it. */
static uint64_t hash_of(const char *p, size_t n)
{
    uint64_t lane[4] = {n, 1, 2, 3}, w[4], h = 0;
    for (; n >= sizeof w; p += sizeof w, n -= sizeof w) {
        memcpy(w, p, sizeof w);
        for (int i = 0; i < 4; i++) lane[i] = (lane[i] ^ le64toh(w[i])) * MIX;
    }
    memset(w, 0, sizeof w);
    if (n) memcpy(w, p, n);
    for (int i = 0; i < 4; i++) {
        h = (h ^ (lane[i] ^ le64toh(w[i])) * MIX) * MIX;
        h ^= h >> 29;
    }
    return h;
}

typedef struct Piece {
    const char *p;
    size_t n;
    uint64_t hash;
    const Text *text;                       /* where it is kept, or NULL */
    int parts;                              /* 1 = what follows knows nothing of it */
} Piece;

static void lengthen(Piece *one, size_t to, uint64_t h)
{
    one->hash = (one->hash ^ h) * MIX + 1;
    one->n = to;
}

/* Finds the end of the piece that begins at one->p, n bytes before the end of the part; *seams go on behind it. */
static void find_end(Piece *one, size_t n, const char *part, const ZipSeam **seams, const ZipSeam *last)
{
    size_t from = (size_t)(one->p - part);
    while (*seams < last) {
        const ZipSeam *s = (*seams)++;
        if (s->at > from + n || s->at < from + one->n) continue;
        size_t end = s->at - from;
        uint64_t h = hash_of(one->p + one->n, end - one->n);
        if (end > one->n) lengthen(one, end, h);
        one->parts = s->parts && one->n;
        if (one->parts || one->n >= MOST || (one->n >= LEAST && h % ONE_OF == 0)) return;
    }
    if (n > one->n) lengthen(one, n, hash_of(one->p + one->n, n - one->n));
}

/* --- what is kept --- */

static int has_room(const ZipPack *k) { return k->n < FULL && k->bytes < KEPT_MOST; }

/* The text of a piece, kept from now on; NULL when it is too large to keep or there is no room. */
static const Text *text_of(ZipPack *k, const char *p, size_t n, uint64_t hash)
{
    size_t i = (size_t)hash % SLOTS;
    for (; k->text[i]; i = (i + 1) % SLOTS)
        if (k->text[i]->hash == hash && k->text[i]->n == n && !memcmp(k->text[i]->p, p, n)) return k->text[i];
    Text *t = n <= PIECE_MOST && has_room(k) ? malloc(sizeof *t) : NULL;
    char *copy = t ? malloc(n ? n : 1) : NULL;
    if (!copy) {
        free(t);
        return NULL;
    }
    if (n) memcpy(copy, p, n);
    *t = (Text){hash, copy, n, (uint32_t)crc32_z(0, (const Bytef *)p, n), (uint32_t)crc32_combine_gen((z_off_t)n)};
    k->text[i] = t;
    k->n++;
    k->bytes += sizeof *t + n;
    return t;
}

static Made **made_of(ZipPack *k, const Text *before, const Text *text, int last)
{
    uint64_t h = (text->hash ^ (before ? before->hash * 31 : 7)) * MIX;
    size_t i = (size_t)(h >> 40) % SLOTS;
    for (; k->made[i]; i = (i + 1) % SLOTS)
        if (k->made[i]->before == before && k->made[i]->text == text && k->made[i]->last == last) break;
    return &k->made[i];
}

static void keep(ZipPack *k, const Text *before, const Text *text, int last)
{
    Made *m = has_room(k) ? malloc(sizeof *m) : NULL;
    char *copy = m ? malloc(k->scratch.n) : NULL;
    if (!copy) {
        free(m);
        return;
    }
    memcpy(copy, k->scratch.p, k->scratch.n);
    *m = (Made){before, text, last, copy, k->scratch.n};
    *made_of(k, before, text, last) = m;
    k->n++;
    k->bytes += sizeof *m + k->scratch.n;
}

/* --- packing --- */

static int deflate_piece(ZipPack *k, const char *before, size_t n_before, const char *p, size_t n, int last)
{
    z_stream *z = &k->z;
    k->scratch.n = 0;
    if (n > UINT32_MAX / 4 || deflateReset(z) != Z_OK || zip_bytes_room(&k->scratch, deflateBound(z, n) + 64) != 0) return -1;
    if (n_before && deflateSetDictionary(z, (const Bytef *)before, (uInt)n_before) != Z_OK) return -1;
    z->next_in = (Bytef *)p;
    z->avail_in = (uInt)n;
    z->next_out = (Bytef *)k->scratch.p;
    z->avail_out = k->scratch.cap > UINT32_MAX ? UINT32_MAX : (uInt)k->scratch.cap;
    int rc = deflate(z, last ? Z_FINISH : Z_SYNC_FLUSH);
    k->scratch.n = z->total_out;
    return rc == (last ? Z_STREAM_END : Z_OK) && !z->avail_in ? 0 : -1;
}

static int add_piece(ZipPack *k, const Piece *before, const Piece *one, int last, ZipBytes *out, uint32_t *crc)
{
    int keeps = one->text && (!before->n || before->text);
    Made *m = keeps ? *made_of(k, before->text, one->text, last) : NULL;
    if (one->text) *crc = (uint32_t)crc32_combine_op(*crc, one->text->crc, one->text->shift);
    else *crc = (uint32_t)crc32_z(*crc, (const Bytef *)one->p, one->n);
    if (m) return zip_bytes_add(out, m->p, m->n);
    if (deflate_piece(k, before->p, before->n, one->p, one->n, last) != 0) return -1;
    if (keeps) keep(k, before->text, one->text, last);
    return zip_bytes_add(out, k->scratch.p, k->scratch.n);
}

int zip_pack_part(ZipPack *k, const char *p, size_t n, const ZipSeam *seams, size_t n_seams, ZipBytes *out, uint32_t *crc)
{
    Piece before = {0};
    const ZipSeam *last = seams + n_seams;
    size_t at = 0;
    *crc = 0;
    if (k->bytes > KEPT_MOST / 4 * 3 || k->n > FULL / 4 * 3) forget_all(k);
    do {
        Piece one = {.p = p + at};
        find_end(&one, n - at, p, &seams, last);
        at += one.n;
        one.text = text_of(k, one.p, one.n, one.hash);
        if (add_piece(k, &before, &one, at == n, out, crc) != 0) return -1;
        before = one;
        if (one.parts) memset(&before, 0, sizeof before);
    } while (at < n);
    return 0;
}
