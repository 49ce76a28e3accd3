/* text.c - UTF-8 text over utf8proc. */
#include "core/base/text.h"
#include "core/base/mem.h"
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

size_t text_decode(const char *s, size_t n, uint32_t *cp)
{
    if (!n) return 0;
    unsigned char c = (unsigned char)*s;
    if (c < 0x80) {
        *cp = c;
        return 1;
    }
    const unsigned char *u = (const unsigned char *)s;
    if (c >= 0xC2 && c < 0xE0) {
        if (n < 2 || (u[1] & 0xC0) != 0x80) return 0;
        *cp = (uint32_t)(c & 0x1F) << 6 | (u[1] & 0x3F);
        return 2;
    }
    if (c >= 0xE0 && c < 0xF0) {
        if (n < 3 || (u[1] & 0xC0) != 0x80 || (u[2] & 0xC0) != 0x80) return 0;
        uint32_t r = (uint32_t)(c & 0x0F) << 12 | (uint32_t)(u[1] & 0x3F) << 6 | (u[2] & 0x3F);
        if (r < 0x800 || (r >= 0xD800 && r < 0xE000)) return 0;
        *cp = r;
        return 3;
    }
    if (c < 0xF0 || c > 0xF4 || n < 4 || (u[1] & 0xC0) != 0x80 || (u[2] & 0xC0) != 0x80 || (u[3] & 0xC0) != 0x80) return 0;
    uint32_t r = (uint32_t)(c & 7) << 18 | (uint32_t)(u[1] & 0x3F) << 12 | (uint32_t)(u[2] & 0x3F) << 6 | (u[3] & 0x3F);
    if (r < 0x10000 || r > 0x10FFFF) return 0;
    *cp = r;
    return 4;
}

size_t text_encode(uint32_t cp, char out[4])
{
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)cp, (utf8proc_uint8_t *)out);
}

int text_valid(const char *s, size_t n, size_t *bad_at)
{
    uint32_t cp;
    for (size_t i = 0; i < n;) {
        if ((unsigned char)s[i] < 0x80) {
            i++;
            continue;
        }
        size_t k = text_decode(s + i, n - i, &cp);
        if (!k) {
            if (bad_at) *bad_at = i;
            return 0;
        }
        i += k;
    }
    return 1;
}

size_t text_cut(const char *s, size_t n)
{
    size_t back = 0;
    while (back < 3 && back < n && ((unsigned char)s[n - 1 - back] & 0xC0) == 0x80) back++;
    if (back == n) return n;
    unsigned char lead = (unsigned char)s[n - 1 - back];
    size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return want == back + 1 ? n : n - 1 - back;
}

void text_scrub(char *s)
{
    if (!s) return;
    size_t n = text_cut(s, strlen(s));
    uint32_t cp;
    s[n] = 0;
    for (size_t i = 0, k; i < n; i += k ? k : 1) {
        k = text_decode(s + i, n - i, &cp);
        if (!k) s[i] = '?';
    }
}

/* Only characters that NFC leaves alone wherever they stand: ASCII, composed Latin (all of Vietnamese), usual punctuation. */
static int is_plainly_nfc(const char *s, size_t n)
{
    uint32_t cp;
    for (size_t i = 0; i < n;) {
        if ((unsigned char)s[i] < 0x80) {
            i++;
            continue;
        }
        size_t k = text_decode(s + i, n - i, &cp);
        int quiet = (cp >= 0xA0 && cp < 0x300) || (cp >= 0x1E00 && cp < 0x1F00) || (cp >= 0x2010 && cp < 0x205F) ||
            cp == 0x20AB || (cp >= 0x2190 && cp < 0x2329) || (cp >= 0x2460 && cp < 0x2ADC);
        if (!k || !quiet) return 0;
        i += k;
    }
    return 1;
}

static int marks_bounded(const char *s, size_t n)
{
    int run = 0;
    uint32_t cp;
    for (size_t i = 0; i < n;) {
        size_t k = text_decode(s + i, n - i, &cp);
        if (!k) return 0;
        run = cp >= 0x300 && utf8proc_get_property((utf8proc_int32_t)cp)->combining_class ? run + 1 : 0;
        if (run > 30) return 0;
        i += k;
    }
    return 1;
}

/* Maps s through utf8proc with the given options and appends the result. */
static int map_add(const char *s, size_t n, utf8proc_option_t options, Buf *out)
{
    utf8proc_uint8_t *r = NULL;
    utf8proc_ssize_t k = utf8proc_map((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n, &r, options);
    if (k == UTF8PROC_ERROR_NOMEM) mem_out();
    if (k < 0) return -1;
    buf_add(out, r, (size_t)k);
    free(r);
    return 0;
}

int text_nfc(const char *s, size_t n, Buf *out)
{
    if (is_plainly_nfc(s, n)) {
        buf_add(out, s, n);
        return 0;
    }
    if (!marks_bounded(s, n)) return -1;
    return map_add(s, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE, out);
}

static uint32_t fold_cp(uint32_t cp)
{
    if (cp < 0x80) return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
    if (cp == 0x110 || cp == 0x111 || cp == 0xD0 || cp == 0xF0) return 'd';
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

/* The letters of Vietnamese without asking the tables of Unicode; 0 = not one of them. */
static uint32_t fold_vietnamese(uint32_t cp)
{
    static const char latin[] = "aaaaaa..eeeeiiiid.ooooo..uuuuy..";       /* À … ß, à … ÿ */
    static const struct { uint8_t n; char base; } tone[] = {{24, 'a'}, {16, 'e'}, {4, 'i'}, {24, 'o'}, {14, 'u'}, {8, 'y'}};
    if (cp >= 0xC0 && cp < 0x100) {
        char c = latin[(cp - 0xC0) & 0x1F];
        return c >= 'a' ? (uint32_t)c : 0;
    }
    if (cp >= 0x1EA0 && cp < 0x1EFA) {
        uint32_t at = cp - 0x1EA0;
        for (size_t i = 0; i < sizeof tone / sizeof *tone; at -= tone[i++].n)
            if (at < tone[i].n) return (uint32_t)tone[i].base;
    }
    switch (cp) {
    case 0x102: case 0x103: return 'a';
    case 0x110: case 0x111: return 'd';
    case 0x128: case 0x129: return 'i';
    case 0x168: case 0x169: case 0x1AF: case 0x1B0: return 'u';
    case 0x1A0: case 0x1A1: return 'o';
    default: return 0;
    }
}

/* The base letter of a character, 0 for a mark that folding drops. */
static uint32_t fold_base(uint32_t cp)
{
    if (cp < 0x80) return fold_cp(cp);
    uint32_t known = fold_vietnamese(cp);
    if (known) return known;
    utf8proc_int32_t part[8];
    int last = 0;
    utf8proc_ssize_t k = utf8proc_decompose_char((utf8proc_int32_t)cp, part, 8, UTF8PROC_DECOMPOSE, &last);
    uint32_t base = k > 0 ? (uint32_t)part[0] : cp;
    if (base >= 0x300 && base < 0x370) return 0;
    return fold_cp(base);
}

static int is_space_cp(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x2007 || c == 0x2009 || c == 0x202F || c == 0x3000;
}

void text_fold(const char *s, size_t n, Buf *out)
{
    int gap = 0;
    size_t start = out->n;
    uint32_t cp;
    buf_room(out, n + n / 2 + 4);          /* no character grows from two bytes to more than three */
    for (size_t i = 0; i < n;) {
        unsigned char c1 = (unsigned char)s[i];
        if ((c1 >= 'a' && c1 <= 'z') || (c1 >= '0' && c1 <= '9')) {        /* most of what is asked */
            if (gap) out->p[out->n++] = ' ';
            gap = 0;
            out->p[out->n++] = (char)c1;
            i++;
            continue;
        }
        size_t k = text_decode(s + i, n - i, &cp);
        if (!k) {
            i++;
            continue;
        }
        i += k;
        if (is_space_cp(cp) || cp == '_' || cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212) {
            gap = out->n > start;
            continue;
        }
        uint32_t c = fold_base(cp);
        if (!c || cp == 0x200B || cp == 0xFEFF || cp == 0xAD) continue;
        if (gap) out->p[out->n++] = ' ';
        gap = 0;
        if (c < 0x80) out->p[out->n++] = (char)c;
        else out->n += text_encode(c, out->p + out->n);
    }
    out->p[out->n] = 0;
}

int text_same_folded(const char *a, const char *b)
{
    Buf x = {0}, y = {0};
    if (!strcmp(a, b)) return 1;
    text_fold(a, strlen(a), &x);
    text_fold(b, strlen(b), &y);
    int same = x.n == y.n && memcmp(x.p, y.p, x.n) == 0;
    buf_free(&x);
    buf_free(&y);
    return same;
}

int text_find_folded(const char *hay, size_t n, const char *needle)
{
    Buf x = {0}, y = {0};
    text_fold(hay, n, &x);
    text_fold(needle, strlen(needle), &y);
    int found = y.n && memmem(x.p, x.n, y.p, y.n) != NULL;
    buf_free(&x);
    buf_free(&y);
    return found;
}

/* The letters of Vietnamese go without the tables of Unicode: nearly all that is asked. */
static uint32_t lower_cp(uint32_t cp)
{
    if (cp < 0x80) return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
    if (cp >= 0xC0 && cp < 0x100) return cp < 0xDF && cp != 0xD7 ? cp + 32 : cp;
    if (cp >= 0x1EA0 && cp < 0x1EFA) return cp | 1;
    if (cp == 0x102 || cp == 0x110 || cp == 0x128 || cp == 0x168 || cp == 0x1A0 || cp == 0x1AF) return cp + 1;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

static uint32_t upper_cp(uint32_t cp)
{
    if (cp < 0x80) return cp >= 'a' && cp <= 'z' ? cp - 32 : cp;
    if (cp >= 0xC0 && cp < 0xFF && cp != 0xDF) return cp >= 0xE0 && cp != 0xF7 ? cp - 32 : cp;
    if (cp >= 0x1EA0 && cp < 0x1EFA) return cp & ~1u;
    if (cp == 0x103 || cp == 0x111 || cp == 0x129 || cp == 0x169 || cp == 0x1A1 || cp == 0x1B0) return cp - 1;
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp);
}

static void each_cp(const char *s, size_t n, uint32_t (*f)(uint32_t), Buf *out)
{
    enum { ROOM = 252 };
    char b[ROOM + 4];
    size_t w = 0;
    uint32_t cp;
    for (size_t i = 0; i < n;) {
        if (w >= ROOM) {
            buf_add(out, b, w);
            w = 0;
        }
        size_t k = (unsigned char)s[i] < 0x80 ? 1 : text_decode(s + i, n - i, &cp);
        if (k == 1) b[w++] = (char)f((unsigned char)s[i]);
        else if (k) w += text_encode(f(cp), b + w);
        i += k ? k : 1;
    }
    buf_add(out, b, w);
}

void text_lower(const char *s, size_t n, Buf *out) { each_cp(s, n, lower_cp, out); }
void text_upper(const char *s, size_t n, Buf *out) { each_cp(s, n, upper_cp, out); }

void text_slug(const char *s, size_t n, Buf *out)
{
    size_t start = out->n;
    int gap = 0;
    uint32_t cp;
    for (size_t i = 0; i < n;) {
        size_t k = text_decode(s + i, n - i, &cp);
        i += k ? k : 1;
        uint32_t c = k ? fold_base(cp) : '-';
        if (!c) continue;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            if (gap && out->n > start) buf_putc(out, '-');
            gap = 0;
            buf_putc(out, (char)c);
        } else {
            gap = 1;
        }
    }
    buf_room(out, 0);
    out->p[out->n] = 0;
}

int text_is_id(const char *s)
{
    size_t n = strlen(s);
    if (!n || n > 64 || s[0] == '-' || s[0] == '_') return 0;
    for (size_t i = 0; i < n; i++)
        if (!((s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9') || s[i] == '-' || s[i] == '_')) return 0;
    return 1;
}

size_t text_next_grapheme(const char *s, size_t n, size_t at)
{
    uint32_t before, cp;
    size_t k = text_decode(s + at, n - at, &before);
    if (!k) return at < n ? at + 1 : n;
    utf8proc_int32_t state = 0;
    for (at += k; at < n; at += k, before = cp) {
        k = text_decode(s + at, n - at, &cp);
        if (!k) return at;
        if (before < 0x80 && cp < 0x80 && before != '\r') return at;
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)cp, &state)) return at;
    }
    return at;
}

size_t text_length(const char *s, size_t n)
{
    size_t count = 0;
    for (size_t at = 0; at < n; at = text_next_grapheme(s, n, at)) count++;
    return count;
}

int text_width(const char *s, size_t n)
{
    int w = 0;
    uint32_t cp;
    for (size_t i = 0; i < n;) {
        size_t k = text_decode(s + i, n - i, &cp);
        if (!k) break;
        w += utf8proc_charwidth((utf8proc_int32_t)cp);
        i += k;
    }
    return w;
}

static int is_unsafe_cp(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0x61C || (c >= 0xFFF9 && c <= 0xFFFB);
}

static size_t show_one(const char *s, size_t n, Buf *out)
{
    uint32_t cp;
    size_t k = text_decode(s, n, &cp);
    if (!k) buf_printf(out, "\\x%02X", (unsigned char)*s);
    else if (is_unsafe_cp(cp)) buf_printf(out, "\\u{%X}", (unsigned)cp);
    else buf_add(out, s, k);
    return k ? k : 1;
}

void text_show_lines(const char *s, size_t n, Buf *out)
{
    for (size_t i = 0; i < n;) {
        size_t k = i;
        while (k < n && ((s[k] >= 0x20 && s[k] < 0x7F) || s[k] == '\n' || s[k] == '\t')) k++;
        buf_add(out, s + i, k - i);
        i = k < n ? k + show_one(s + k, n - k, out) : n;
    }
}

void text_show(const char *s, size_t most, Buf *out)
{
    size_t n = strlen(s);
    size_t start = out->n;
    for (size_t i = 0; i < n;) {
        if (out->n - start >= most) {
            buf_puts(out, "…");
            return;
        }
        i += show_one(s + i, n - i, out);
    }
}

enum { NEAR_MOST = 64 };

/* Two neighbours swapped count as one edit: the slip people make most. */
static size_t edit_distance(const char *a, size_t n, const char *b, size_t m)
{
    size_t row[NEAR_MOST + 1], before[NEAR_MOST + 1] = {0};        /* before: the row above the one above */
    for (size_t j = 0; j <= m; j++) row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t diagonal = row[0], above = before[0], swapped = 0;
        before[0] = row[0];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t up = row[j], best = diagonal + (a[i - 1] != b[j - 1]);
            if (up + 1 < best) best = up + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && swapped + 1 < best) best = swapped + 1;
            swapped = above;
            above = before[j];
            before[j] = up;
            row[j] = best;
            diagonal = up;
        }
    }
    return row[m];
}

const char *text_nearest(const char *word, const char *const *names, size_t n)
{
    Buf w = {0}, x = {0};
    const char *best = NULL;
    text_fold(word, strlen(word), &w);
    size_t limit = w.n / 3 ? w.n / 3 + 1 : 1;
    for (size_t i = 0; i < n; i++) {
        if (!names[i]) continue;
        buf_clear(&x);
        text_fold(names[i], strlen(names[i]), &x);
        if (w.n > NEAR_MOST || x.n > NEAR_MOST) continue;
        size_t d = edit_distance(buf_text(&w), w.n, buf_text(&x), x.n);
        if (d < limit) {
            limit = d;
            best = names[i];
        }
    }
    buf_free(&w);
    buf_free(&x);
    return best;
}
