/* decode.c - the bytes of a file become UTF-8 in NFC, or are refused with the steps to take; knows nothing of plans. */
#include "core/intake/intake.h"
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include "core/base/text.h"

/* What a file is when it begins so. arg 2 of the message is `what`. */
typedef struct Magic {
    const char *bytes;
    size_t n;
    Code code;
    const char *what;
} Magic;

static const Magic MAGIC[] = {
    {"\xD0\xCF\x11\xE0", 4, SEN2002, "Word"},
    {"%PDF", 4, SEN2003, "PDF"},
    {"\x89PNG", 4, SEN2004, "PNG"},
    {"\xFF\xD8\xFF", 3, SEN2004, "JPEG"},
    {"GIF8", 4, SEN2004, "GIF"},
    {"II*\0", 4, SEN2004, "TIFF"},
    {"MM\0*", 4, SEN2004, "TIFF"},
    {"RIFF", 4, SEN2004, "WebP"},
    {"{\\rtf", 5, SEN2005, "RTF"},
    {"7z\xBC\xAF", 4, SEN2005, "7-Zip"},
    {"Rar!", 4, SEN2005, "RAR"},
    {"\x1F\x8B", 2, SEN2005, "gzip"},
    {"SQLite format 3", 15, SEN2005, "SQLite"},
    {"<!DOCTYPE html", 14, SEN2005, "HTML"},
    {"<!doctype html", 14, SEN2005, "HTML"},
    {"<html", 5, SEN2005, "HTML"},
};

static int holds(const char *p, size_t n, const char *what)
{
    size_t k = strlen(what);
    for (size_t i = 0; i + k <= n; i++)
        if (p[i] == what[0] && !memcmp(p + i, what, k)) return 1;
    return 0;
}

/* The same in UTF-16, as the names of streams stand in an old Word file. */
static int holds_wide(const char *p, size_t n, const char *what)
{
    size_t k = strlen(what);
    for (size_t i = 0; i + 2 * k <= n; i++) {
        size_t m = 0;
        while (m < k && p[i + 2 * m] == what[m] && !p[i + 2 * m + 1]) m++;
        if (m == k) return 1;
    }
    return 0;
}

/* A damaged or cut .docx is still Word's business. */
static int ends_in_docx(const char *name)
{
    size_t n = strlen(name);
    return n > 5 && !strcasecmp(name + n - 5, ".docx");
}

static int refuse_known(const char *p, size_t n, const char *name, Err *e)
{
    if (n >= 4 && !memcmp(p, "PK\3\4", 4)) {
        size_t look = n < 65536 ? n : 65536;
        if (holds(p, look, "word/") || holds(p, look, "wordprocessing") || ends_in_docx(name))
            return err_set(e, SEN2001, "%s", name);
        const char *what = holds(p, look, "xl/") ? "Excel (.xlsx)" : holds(p, look, "opendocument") ? "OpenDocument (.odt)"
            : holds(p, look, "Index/Document.iwa") ? "Pages" : "ZIP";
        return err_set(e, SEN2005, "%s" ARG "%s", name, what);
    }
    if (n >= 4 && !memcmp(p, "\xD0\xCF\x11\xE0", 4) && holds_wide(p, n, "EncryptedPackage"))
        return err_set(e, SEN2080, "%s", name);            /* a .docx with a password is wrapped in the old format */
    for (size_t i = 0; i < sizeof MAGIC / sizeof *MAGIC; i++)
        if (n >= MAGIC[i].n && !memcmp(p, MAGIC[i].bytes, MAGIC[i].n))
            return err_set(e, MAGIC[i].code, "%s" ARG "%s", name, MAGIC[i].what);
    return 0;
}

/* UTF-16 after its mark -> UTF-8; an unpaired surrogate is refused. */
static int from_utf16(const unsigned char *p, size_t n, int big, const char *name, Buf *out, Err *e)
{
    if (n % 2) return err_set(e, SEN1007, "%s" ARG "%zu", name, n);
    for (size_t i = 0; i + 1 < n; i += 2) {
        uint32_t c = big ? (uint32_t)(p[i] << 8 | p[i + 1]) : (uint32_t)(p[i + 1] << 8 | p[i]);
        if (c >= 0xD800 && c < 0xE000) {
            uint32_t d = i + 3 < n ? big ? (uint32_t)(p[i + 2] << 8 | p[i + 3]) : (uint32_t)(p[i + 3] << 8 | p[i + 2]) : 0;
            if (c >= 0xDC00 || d < 0xDC00 || d >= 0xE000) return err_set(e, SEN1007, "%s" ARG "%zu", name, i);
            c = 0x10000 + ((c - 0xD800) << 10) + (d - 0xDC00);
            i += 2;
        }
        char b[4];
        buf_add(out, b, text_encode(c, b));
    }
    return 0;
}

/* The code page a text that is no UTF-8 seems to use. TCVN3 writes đ as AE and á as B8; Windows-1258 writes đ as F0. */
static const char *guess_page(const unsigned char *p, size_t n)
{
    size_t tcvn = 0, w1258 = 0;
    for (size_t i = 0; i < n; i++) {
        tcvn += p[i] == 0xAE || (p[i] >= 0xB5 && p[i] <= 0xB9) || p[i] == 0xA8 || p[i] == 0xA9;
        w1258 += p[i] == 0xF0 || p[i] == 0xEC || p[i] == 0xF2 || p[i] == 0xFD || p[i] == 0xCC;
    }
    if (tcvn > w1258 && tcvn > 2) return "TCVN3 (ABC, .VnTime)";
    if (w1258 > 2) return "Windows-1258";
    return NULL;
}

const char *intake_legacy_code(const char *s, size_t n)
{
    size_t signs = 0, letters = 0, real = 0, vni = 0;
    uint32_t c;
    for (size_t i = 0, k; i < n && i < 200000 && (k = text_decode(s + i, n - i, &c)); i += k) {
        letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        signs += c == 0xAE || (c >= 0xB5 && c <= 0xB9) || c == 0xA9 || c == 0xA8 || c == 0xAC;
        real += (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x110 || c == 0x111 || c == 0x1A1 || c == 0x1B0;
        uint32_t small = c >= 0xC0 && c < 0xDF ? c + 32 : c;   /* å ä ë ï ñ ö ø û ü æ î: marks and letters of VNI, none of ours */
        vni += (small >= 0xE4 && small <= 0xE6) || small == 0xEB || small == 0xEE || small == 0xEF || small == 0xF1 ||
            small == 0xF6 || small == 0xF8 || small == 0xFB || small == 0xFC;
    }
    if (real) return NULL;
    if (vni > 10 && vni > signs && vni * 25 > letters) return "VNI (VNI-Times)";
    return signs > 10 && signs * 25 > letters ? "TCVN3 (ABC, .VnTime)" : NULL;
}

static int lines_ok(const char *s, size_t n, const char *name, Err *e)
{
    size_t from = 0;
    int line = 1;
    for (size_t i = 0; i <= n; i++)
        if (i == n || s[i] == '\n') {
            if (i - from > INTAKE_LINE_MOST) {
                err_set(e, SEN2007, "%s" ARG "%d" ARG "%d", name, line, INTAKE_LINE_MOST);
                return err_at(e, name, line, 0);
            }
            from = i + 1;
            line++;
        }
    return 0;
}

/* CRLF and lone CR become LF, in place. */
static size_t unify_lines(char *s, size_t n)
{
    size_t w = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '\r') {
            s[w++] = '\n';
            if (i + 1 < n && s[i + 1] == '\n') i++;
        } else s[w++] = s[i];
    }
    return w;
}

/* NFC line by line, so that a damaged letter has its line. */
static int compose(const char *s, size_t n, const char *name, Buf *out, Err *e)
{
    int line = 1;
    for (size_t i = 0; i < n; line++) {
        const char *end = memchr(s + i, '\n', n - i);
        size_t k = end ? (size_t)(end - (s + i)) + 1 : n - i;
        if (text_nfc(s + i, k, out)) {
            err_set(e, SEN2009, "%s" ARG "%d", name, line);
            return err_at(e, name, line, 0);
        }
        i += k;
    }
    return 0;
}

static int to_utf8(const char *p, size_t n, const char *name, Buf *raw, Findings *notes, Err *e)
{
    if (n >= 2 && (!memcmp(p, "\xFF\xFE", 2) || !memcmp(p, "\xFE\xFF", 2))) {
        if (from_utf16((const unsigned char *)p + 2, n - 2, (unsigned char)p[0] == 0xFE, name, raw, e)) return -1;
        if (notes) findings_add(notes, SEN2020, name, 0, 0, NULL, "%s", "");
    } else {
        if (n >= 3 && !memcmp(p, "\xEF\xBB\xBF", 3)) p += 3, n -= 3;
        buf_add(raw, p, n);
    }
    size_t bad;
    if (memchr(buf_text(raw), 0, raw->n)) return err_set(e, SEN1009, "%s", name);
    if (!text_valid(buf_text(raw), raw->n, &bad)) {
        const char *page = guess_page((const unsigned char *)p, n);
        if (page) return err_set(e, SEN2006, "%s" ARG "%s", name, page);
        return err_set(e, SEN1007, "%s" ARG "%zu", name, bad);
    }
    const char *code = intake_legacy_code(buf_text(raw), raw->n);
    if (code) return err_set(e, SEN2006, "%s" ARG "%s", name, code);
    return 0;
}

int intake_decode(const void *bytes, size_t n, const char *name, Buf *utf8, Findings *notes, Err *e)
{
    Buf raw = {0};
    int rc = -1;
    if (!name) name = "";
    if (n == 0) return err_set(e, SEN1008, "%s", name);
    if (n > INTAKE_BYTES_MOST) return err_set(e, SEN1004, "%s" ARG "%zu" ARG "%d", name, n, INTAKE_BYTES_MOST);
    if (refuse_known(bytes, n, name, e)) return -1;
    if (to_utf8(bytes, n, name, &raw, notes, e)) goto out;
    raw.n = unify_lines(raw.p ? raw.p : (char *)(uintptr_t)"", raw.n);
    if (lines_ok(buf_text(&raw), raw.n, name, e)) goto out;
    size_t before = utf8->n;
    if (compose(buf_text(&raw), raw.n, name, utf8, e)) goto out;
    if (utf8->n == before) err_set(e, SEN1008, "%s", name);
    else rc = 0;
out:
    buf_free(&raw);
    return rc;
}
