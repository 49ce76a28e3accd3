/* bundle.c - writes and reads the bytes of a layer in one file; every byte read is hostile; must not know folders. */
#include "core/store/bundle.h"
#include "core/base/pack.h"
#include "core/base/text.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { MAGIC = 8, HEAD = MAGIC + SIGN_KEY + SIGN_MARK };
static const char magic[] = "SENLAYR1";
static const char purpose[] = "sen: a layer of scripts and templates, form 1\n";

/* --- names --- */

int bundle_is_version(const char *v)
{
    size_t n = strlen(v);
    if (n < 1 || n > 40 || !isalnum((unsigned char)v[0])) return 0;
    for (size_t i = 0; i < n; i++)
        if (!isalnum((unsigned char)v[i]) && v[i] != '.' && v[i] != '-') return 0;
    return 1;
}

int bundle_compare_versions(const char *a, const char *b)
{
    while (*a && *b) {
        if (isdigit((unsigned char)*a) && isdigit((unsigned char)*b)) {
            while (*a == '0' && isdigit((unsigned char)a[1])) a++;
            while (*b == '0' && isdigit((unsigned char)b[1])) b++;
            size_t na = strspn(a, "0123456789"), nb = strspn(b, "0123456789");
            if (na != nb) return na < nb ? -1 : 1;
            int d = strncmp(a, b, na);
            if (d) return d;
            a += na;
            b += nb;
        } else {
            if (*a != *b) return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
            a++;
            b++;
        }
    }
    return !*a - !*b ? (*a ? 1 : -1) : 0;
}

static int good_segment(const char *s, size_t n)
{
    uint32_t c;
    if (!n || n > 100 || s[0] == '.' || s[0] == ' ' || s[n - 1] == ' ' || s[n - 1] == '.') return 0;
    for (size_t i = 0, k; i < n; i += k) {
        k = text_decode(s + i, n - i, &c);
        if (!k || c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || (c >= 0x2000 && c < 0x2100) || c >= 0xE000) return 0;
        if (c < 0x80 && strchr("/\\:*?\"<>|", (int)c)) return 0;
    }
    return 1;
}

/* scripts/….lua or content/….md, nothing that could lead elsewhere on any file system. */
static int good_path(const char *p)
{
    size_t n = strlen(p), depth = 0;
    int script = !strncmp(p, "scripts/", 8), content = !strncmp(p, "content/", 8);
    const char *suffix = script ? ".lua" : ".md";
    if ((!script && !content) || n > BUNDLE_PATH_MOST || n < strlen(suffix) + 9 ||
        strcmp(p + n - strlen(suffix), suffix)) return 0;
    Buf nfc = {0};
    int same = text_nfc(p, n, &nfc) == 0 && nfc.n == n && !memcmp(nfc.p, p, n);
    buf_free(&nfc);
    if (!same) return 0;
    for (const char *s = p; *s;) {
        size_t k = strcspn(s, "/");
        if (++depth > BUNDLE_DEPTH_MOST || !good_segment(s, k)) return 0;
        s += k + (s[k] == '/');
        if (!*s && s[-1] == '/') return 0;
    }
    return 1;
}

static int compare_files(const void *x, const void *y)
{
    return strcmp(((const BundleFile *)x)->path, ((const BundleFile *)y)->path);
}

typedef struct Folded { const char *text; const BundleFile *file; } Folded;

static int compare_folded(const void *x, const void *y) { return strcmp(((const Folded *)x)->text, ((const Folded *)y)->text); }

/* Names that some file systems take for one: letters of both sizes, with and without accents; a file where a folder must be. */
static const BundleFile *find_twin(const BundleFile *v, size_t n, Arena *a)
{
    Folded *f = arena_alloc(a, mem_mul(n + 1, sizeof *f));
    Buf b = {0};
    for (size_t i = 0; i < n; i++) {
        buf_clear(&b);
        for (const char *p = v[i].path; *p;) {            /* each segment folded and ended: what lies in "a" follows "a" */
            size_t k = strcspn(p, "/");
            text_fold(p, k, &b);
            buf_putc(&b, 1);
            p += k + (p[k] == '/');
        }
        f[i] = (Folded){arena_text(a, buf_text(&b), b.n), &v[i]};
    }
    buf_free(&b);
    qsort(f, n, sizeof *f, compare_folded);
    for (size_t i = 1; i < n; i++)
        if (!strncmp(f[i - 1].text, f[i].text, strlen(f[i - 1].text))) return f[i].file;
    return NULL;
}

static int is_text(Str s)
{
    size_t at;
    return !memchr(s.p, 0, s.n) && text_valid(s.p, s.n, &at);
}

/* All that both sides ask of a bundle whose files are sorted. */
static int check_all(const Bundle *b, const char *shown, Arena *a, Err *e)
{
    size_t sum = 0;
    if (!text_is_id(b->name)) return err_set(e, SEN8204, "%s" ARG "%.80s", shown, b->name);
    if (!bundle_is_version(b->version)) return err_set(e, SEN8204, "%s" ARG "%.80s", shown, b->version);
    if (!b->n || b->n > BUNDLE_FILES_MOST) return err_set(e, SEN8205, "%s" ARG "%d" ARG "6", shown, BUNDLE_FILES_MOST);
    for (size_t i = 0; i < b->n; i++) {
        if (!good_path(b->v[i].path)) return err_set(e, SEN8204, "%s" ARG "%.200s", shown, b->v[i].path);
        if (i && strcmp(b->v[i - 1].path, b->v[i].path) >= 0) return err_set(e, SEN8204, "%s" ARG "%.200s", shown, b->v[i].path);
        if (b->v[i].bytes.n > BUNDLE_FILE_MOST || (sum += b->v[i].bytes.n) > BUNDLE_MOST)
            return err_set(e, SEN8205, "%s" ARG "%d" ARG "6", shown, BUNDLE_FILES_MOST);
        if (!is_text(b->v[i].bytes)) return err_set(e, SEN8206, "%s" ARG "%s", shown, b->v[i].path);
    }
    const BundleFile *twin = find_twin(b->v, b->n, a);
    return twin ? err_set(e, SEN8207, "%s" ARG "%.200s", shown, twin->path) : 0;
}

/* --- the signature --- */

static void signed_bytes(Str file, Buf *out)
{
    buf_puts(out, purpose);
    buf_add(out, file.p, MAGIC + SIGN_KEY);
    buf_add(out, file.p + HEAD, file.n - HEAD);
}

static int all_zero(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i]) return 0;
    return 1;
}

/* --- both ways --- */

int bundle_write(Bundle *b, const unsigned char *seed, Buf *out, Err *e)
{
    Arena *a = arena_new();
    unsigned char key[SIGN_KEY] = {0}, mark[SIGN_MARK] = {0};
    if (b->n) qsort(b->v, b->n, sizeof *b->v, compare_files);
    int rc = check_all(b, b->name, a, e);
    arena_free(a);
    if (rc) return -1;
    if (seed) sign_key_of(seed, key);
    buf_add(out, magic, MAGIC);
    buf_add(out, key, sizeof key);
    buf_add(out, mark, sizeof mark);
    pack_text(out, b->name);
    pack_text(out, b->version);
    pack_u32(out, (uint32_t)b->n);
    for (size_t i = 0; i < b->n; i++) {
        pack_text(out, b->v[i].path);
        pack_str(out, b->v[i].bytes);
    }
    if (seed) {
        Buf all = {0};
        signed_bytes(buf_view(out), &all);
        sign_make(seed, buf_view(&all), mark);
        memcpy(out->p + MAGIC + SIGN_KEY, mark, sizeof mark);
        buf_free(&all);
    }
    return 0;
}

static int check_signature(Str bytes, const char *shown, Arena *a, Bundle *b, Err *e)
{
    const unsigned char *key = (const unsigned char *)bytes.p + MAGIC;
    if (all_zero(bytes.p + MAGIC, SIGN_KEY + SIGN_MARK)) return 0;
    Buf all = {0};
    char hex[SIGN_HEX];
    signed_bytes(bytes, &all);
    int holds = sign_holds(key, buf_view(&all), key + SIGN_KEY);
    buf_free(&all);
    if (!holds) return err_set(e, SEN8203, "%s", shown);
    sign_hex(key, hex);
    b->key = arena_copy(a, hex);
    return 0;
}

int bundle_read(Str bytes, const char *shown, Arena *a, Bundle *b, Err *e)
{
    *b = (Bundle){0};
    if (bytes.n >= MAGIC && !memcmp(bytes.p, magic, MAGIC - 1) && bytes.p[MAGIC - 1] != magic[MAGIC - 1])
        return err_set(e, SEN8202, "%s", shown);
    if (bytes.n <= HEAD || memcmp(bytes.p, magic, MAGIC)) return err_set(e, SEN8201, "%s", shown);
    if (check_signature(bytes, shown, a, b, e)) return -1;
    Unpack u = unpack_from(bytes.p + HEAD, bytes.n - HEAD);
    b->name = unpack_text(&u, a);
    b->version = unpack_text(&u, a);
    b->n = unpack_count(&u, 8);
    if (!u.bad && b->n > BUNDLE_FILES_MOST) return err_set(e, SEN8205, "%s" ARG "%d" ARG "6", shown, BUNDLE_FILES_MOST);
    b->v = arena_alloc(a, mem_mul(b->n + 1, sizeof *b->v));
    for (size_t i = 0; i < b->n && !u.bad; i++) {
        b->v[i].path = unpack_text(&u, a);
        b->v[i].bytes = unpack_str(&u);
        if (!b->v[i].path) u.bad = 1;
    }
    if (u.bad || u.p != u.end || !b->name || !b->version) return err_set(e, SEN8201, "%s", shown);
    return check_all(b, shown, a, e);
}
