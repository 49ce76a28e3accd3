/* zip_read.c - checks the directory of an archive by itself, then lets libzip inflate single entries; knows no documents. */
#include "plugins/common/zip/zip_read.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

enum { END_SIZE = 22, ENTRY_SIZE = 46, LOCAL_SIZE = 30, COMMENT_MOST = 65535, SMALL = 64 << 10, STEP = 64 << 10,
       CLAIMED_MOST = 512 << 20 };

typedef struct Entry {
    char *name;
    uint32_t flags, method, crc, packed, size, local;
    size_t end;                            /* of its bytes in the archive */
} Entry;

struct ZipRead {
    const unsigned char *p;
    size_t n, entries_at;                  /* where the directory begins */
    Entry *v;
    size_t count, taken;                   /* taken: bytes inflated so far */
    zip_t *zip;
};

static uint32_t u16(const unsigned char *p) { return p[0] | (uint32_t)p[1] << 8; }
static uint32_t u32(const unsigned char *p) { return u16(p) | u16(p + 2) << 16; }

static int fault(ZipFault *why, ZipFault f)
{
    *why = f;
    return -1;
}

/* The end record: the last one whose comment reaches exactly to the end of the file. 0 = there is none. */
static size_t find_end(const unsigned char *p, size_t n)
{
    size_t low = n > END_SIZE + COMMENT_MOST ? n - END_SIZE - COMMENT_MOST : 0;
    if (n < END_SIZE) return 0;
    for (size_t at = n - END_SIZE;; at--) {
        if (!memcmp(p + at, "PK\5\6", 4) && at + END_SIZE + u16(p + at + 20) == n) return at;
        if (at == low) return 0;
    }
}

static int plain_name(const char *s, size_t n)
{
    if (!n || n > 512 || s[0] == '/' || memchr(s, 0, n) || memchr(s, '\\', n)) return 0;
    for (size_t i = 0; i + 1 < n; i++)
        if (s[i] == '.' && s[i + 1] == '.' && (i == 0 || s[i - 1] == '/')) return 0;
    return 1;
}

/* Sizes that do not fit 32 bits stand in the extra field 1: a small file may use it too. */
static int large_sizes(const unsigned char *extra, size_t n, uint32_t *size, uint32_t *packed)
{
    for (size_t i = 0; i + 4 <= n;) {
        size_t k = u16(extra + i + 2);
        if (i + 4 + k > n) return -1;
        if (u16(extra + i) == 1 && k >= 16) {
            if (u32(extra + i + 8) || u32(extra + i + 16)) return -1;
            *size = u32(extra + i + 4);
            *packed = u32(extra + i + 12);
            return 0;
        }
        i += 4 + k;
    }
    return -1;
}

/* The local header must say what the directory says; sizes may wait for the record after the bytes (flag 8). */
static int check_local(const ZipRead *z, Entry *e, ZipFault *why)
{
    if ((size_t)e->local + LOCAL_SIZE > z->entries_at) return fault(why, ZIP_BROKEN);
    const unsigned char *p = z->p + e->local;
    size_t name = u16(p + 26), extra = u16(p + 28), head = LOCAL_SIZE + name + extra;
    if (memcmp(p, "PK\3\4", 4) || e->local + head > z->entries_at) return fault(why, ZIP_BROKEN);
    if (name != strlen(e->name) || memcmp(p + LOCAL_SIZE, e->name, name)) return fault(why, ZIP_BROKEN);
    if (u16(p + 8) != e->method || (u16(p + 6) & 0x2049) != (e->flags & 0x2049)) return fault(why, ZIP_BROKEN);
    uint32_t crc = u32(p + 14), packed = u32(p + 18), size = u32(p + 22);
    if (packed == 0xFFFFFFFF && large_sizes(p + LOCAL_SIZE + name, extra, &size, &packed)) return fault(why, ZIP_BROKEN);
    int later = (e->flags & 8) && !crc && !packed && !size;
    if (!later && (e->flags & 8) && !crc) crc = e->crc;
    if (!later && (crc != e->crc || packed != e->packed || size != e->size) && !((e->flags & 8) && !packed && !size))
        return fault(why, ZIP_BROKEN);
    e->end = e->local + head + e->packed;
    return e->end > z->entries_at ? fault(why, ZIP_CUT) : 0;
}

static int take_entry(ZipRead *z, const unsigned char *p, size_t left, size_t *used, ZipFault *why)
{
    if (left < ENTRY_SIZE || memcmp(p, "PK\1\2", 4)) return fault(why, ZIP_BROKEN);
    size_t name = u16(p + 28), all = ENTRY_SIZE + name + u16(p + 30) + u16(p + 32);
    if (all > left || !plain_name((const char *)p + ENTRY_SIZE, name)) return fault(why, ZIP_BROKEN);
    Entry *e = &z->v[z->count];
    *e = (Entry){.flags = u16(p + 8), .method = u16(p + 10), .crc = u32(p + 16), .packed = u32(p + 20), .size = u32(p + 24),
                 .local = u32(p + 42)};
    if (e->flags & 0x2041) return fault(why, ZIP_LOCKED);
    if (e->method != 0 && e->method != 8) return fault(why, ZIP_METHOD);
    if (e->packed == 0xFFFFFFFF || e->size == 0xFFFFFFFF || e->local == 0xFFFFFFFF) return fault(why, ZIP_BOMB);
    if (e->method == 0 && e->packed != e->size) return fault(why, ZIP_BROKEN);
    if (e->size > SMALL && e->size / ZIP_RATIO_MOST > e->packed) return fault(why, ZIP_BOMB);
    e->name = malloc(name + 1);
    if (!e->name) return fault(why, ZIP_MEMORY);
    memcpy(e->name, p + ENTRY_SIZE, name);
    e->name[name] = 0;
    z->count++;
    *used = all;
    return check_local(z, e, why);
}

static int by_name(const void *a, const void *b)
{
    return strcasecmp((*(const Entry *const *)a)->name, (*(const Entry *const *)b)->name);
}

static int by_place(const void *a, const void *b)
{
    uint32_t x = (*(const Entry *const *)a)->local, y = (*(const Entry *const *)b)->local;
    return (x > y) - (x < y);
}

/* No two entries of one name, no two sharing bytes. */
static int check_pairs(const ZipRead *z, ZipFault *why)
{
    const Entry **v = malloc((z->count + 1) * sizeof *v);
    ZipFault found = ZIP_FINE;
    if (!v) return fault(why, ZIP_MEMORY);
    for (size_t i = 0; i < z->count; i++) v[i] = &z->v[i];
    qsort(v, z->count, sizeof *v, by_name);
    for (size_t i = 1; i < z->count && !found; i++)
        if (!strcasecmp(v[i - 1]->name, v[i]->name)) found = ZIP_TWINS;
    qsort(v, z->count, sizeof *v, by_place);
    for (size_t i = 1; i < z->count && !found; i++)
        if (v[i - 1]->end > v[i]->local) found = ZIP_OVERLAP;
    free(v);
    return found ? fault(why, found) : 0;
}

static int read_directory(ZipRead *z, ZipFault *why)
{
    size_t end = find_end(z->p, z->n);
    if (!end) return fault(why, ZIP_CUT);
    const unsigned char *p = z->p + end;
    size_t count = u16(p + 10), size = u32(p + 12), at = u32(p + 16);
    uint64_t claimed = 0;
    if (count > ZIP_ENTRIES) return fault(why, ZIP_MANY);
    if (u16(p + 4) || u16(p + 6) || u16(p + 8) != count || !count) return fault(why, ZIP_BROKEN);
    if (at > end || size != end - at) return fault(why, ZIP_BROKEN);
    z->entries_at = at;
    z->v = calloc(count, sizeof *z->v);
    if (!z->v) return fault(why, ZIP_MEMORY);
    for (size_t i = 0; i < count; i++) {
        size_t used = 0;
        if (take_entry(z, z->p + at, end - at, &used, why)) return -1;
        at += used;
        claimed += z->v[i].size;
    }
    if (at != end) return fault(why, ZIP_BROKEN);
    if (claimed > CLAIMED_MOST) return fault(why, ZIP_BOMB);
    return check_pairs(z, why);
}

static int open_inflater(ZipRead *z, ZipFault *why)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(z->p, z->n, 0, &error);
    z->zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (source && !z->zip) zip_source_free(source);
    zip_error_fini(&error);
    return z->zip && zip_get_num_entries(z->zip, 0) == (zip_int64_t)z->count ? 0 : fault(why, ZIP_BROKEN);
}

ZipRead *zip_read_open(const void *bytes, size_t n, ZipFault *why)
{
    *why = ZIP_NO_ZIP;
    if (n < 4 || memcmp(bytes, "PK\3\4", 4)) return NULL;
    ZipRead *z = calloc(1, sizeof *z);
    *why = z ? ZIP_FINE : ZIP_MEMORY;
    if (!z) return NULL;
    z->p = bytes;
    z->n = n;
    if (read_directory(z, why) == 0 && open_inflater(z, why) == 0) return z;
    zip_read_close(z);
    return NULL;
}

void zip_read_close(ZipRead *z)
{
    if (!z) return;
    if (z->zip) zip_discard(z->zip);
    for (size_t i = 0; i < z->count; i++) free(z->v[i].name);
    free(z->v);
    free(z);
}

size_t zip_read_count(const ZipRead *z) { return z->count; }
const char *zip_read_name(const ZipRead *z, size_t i) { return i < z->count ? z->v[i].name : ""; }

long zip_read_find(const ZipRead *z, const char *name)
{
    while (*name == '/') name++;
    for (size_t i = 0; i < z->count; i++)
        if (!strcasecmp(z->v[i].name, name)) return (long)i;
    return -1;
}

/* What inflates is never more than the directory claims, and that was weighed before. */
static int inflate_all(zip_file_t *f, const Entry *e, char *to, ZipFault *why)
{
    size_t got = 0;
    char more;
    while (got < e->size) {
        size_t want = e->size - got < STEP ? e->size - got : STEP;
        zip_int64_t k = zip_fread(f, to + got, want);
        if (k <= 0) return fault(why, k < 0 ? ZIP_BROKEN : ZIP_CUT);
        got += (size_t)k;
    }
    zip_int64_t k = zip_fread(f, &more, 1);                /* the check sum is compared at the end */
    if (k > 0) return fault(why, ZIP_BOMB);
    return k < 0 ? fault(why, ZIP_BROKEN) : 0;
}

int zip_read_part(ZipRead *z, long entry, char **out, size_t *n, ZipFault *why)
{
    *out = NULL;
    *n = 0;
    if (entry < 0 || (size_t)entry >= z->count) return fault(why, ZIP_BROKEN);
    const Entry *e = &z->v[entry];
    if (e->size > ZIP_PART_MOST || e->size > ZIP_ALL_MOST - z->taken) return fault(why, ZIP_BOMB);
    zip_file_t *f = zip_fopen_index(z->zip, (zip_uint64_t)entry, 0);
    char *bytes = f ? malloc((size_t)e->size + 1) : NULL;
    int rc = bytes ? inflate_all(f, e, bytes, why) : fault(why, f ? ZIP_MEMORY : ZIP_BROKEN);
    if (f) zip_fclose(f);
    if (rc) {
        free(bytes);
        return -1;
    }
    bytes[e->size] = 0;
    z->taken += e->size;
    *out = bytes;
    *n = e->size;
    return 0;
}

const char *zip_read_reason(ZipFault f)
{
    static const char *const WHY[] = {
        "damaged: ?", "damaged: không phải tệp nén ZIP", "damaged: phần cuối tệp bị mất", "locked: tệp nén được mã hóa",
        "hostile: hai phần trùng tên", "hostile: các phần chồng lên nhau", "damaged: kiểu nén lạ",
        "hostile: quá nhiều phần", "hostile: giải nén ra lớn bất thường (bom nén)", "damaged: các phần bên trong không khớp nhau",
        "too-large: không đủ bộ nhớ"};
    return WHY[f <= ZIP_MEMORY ? f : 0];
}
