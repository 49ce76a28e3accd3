/* escape.c - escaping for HTML: everything that keeps a text a text. Reviewed and tested alone. */
#include "plugins/html/escape.h"
#include <string.h>

/* What a byte needs: 0 nothing, 1 an entity, 2 drop it, 3 look at the whole character. */
static const unsigned char need[256] = {
    [0x00] = 2, [0x01] = 2, [0x02] = 2, [0x03] = 2, [0x04] = 2, [0x05] = 2, [0x06] = 2, [0x07] = 2, [0x08] = 2, [0x0B] = 2,
    [0x0C] = 2, [0x0D] = 2, [0x0E] = 2, [0x0F] = 2, [0x10] = 2, [0x11] = 2, [0x12] = 2, [0x13] = 2, [0x14] = 2, [0x15] = 2,
    [0x16] = 2, [0x17] = 2, [0x18] = 2, [0x19] = 2, [0x1A] = 2, [0x1B] = 2, [0x1C] = 2, [0x1D] = 2, [0x1E] = 2, [0x1F] = 2,
    ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, ['\''] = 1, [0x7F] = 2,
    [0xC2] = 3, [0xD8] = 3, [0xE2] = 3, [0xEF] = 3,
};

static int is_forbidden(uint32_t cp)
{
    return (cp >= 0x80 && cp < 0xA0) || cp == 0x061C || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2066 && cp <= 0x2069) || (cp >= 0xFDD0 && cp <= 0xFDEF) || (cp & 0xFFFE) == 0xFFFE;
}

static const char *entity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return "&#39;";
    }
}

/* The offset of the next byte that needs anything. */
static inline size_t skip_plain(const char *p, size_t i, size_t n)
{
    const unsigned char *s = (const unsigned char *)p;
    while (i + 4 <= n && !(need[s[i]] | need[s[i + 1]] | need[s[i + 2]] | need[s[i + 3]])) i += 4;
    while (i < n && !need[s[i]]) i++;
    return i;
}

void escape_text(Writer *w, SenText t)
{
    size_t from = 0, i = 0;
    while ((i = skip_plain(t.p, i, t.n)) < t.n) {
        unsigned char kind = need[(unsigned char)t.p[i]];
        size_t len = 1;
        if (kind == 3) {
            uint32_t cp;
            len = sentext_decode(t.p + i, t.n - i, &cp);
            if (!is_forbidden(cp)) {
                i += len;
                continue;
            }
        }
        writer_add(w, t.p + from, i - from);
        if (kind == 1) writer_puts(w, entity(t.p[i]));
        i += len;
        from = i;
    }
    if (t.n > from) writer_add(w, t.p + from, t.n - from);
}

/* --- links --- */

static int is_scheme_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

/* The host has refused other schemes already; a page that leaves this plugin must not depend on that. */
int escape_url_allowed(SenText url)
{
    static const char *const schemes[] = {"http", "https", "mailto", "tel"};
    size_t n = 0;
    if (url.n >= 2 && (url.p[0] == '/' || url.p[0] == '\\') && (url.p[1] == '/' || url.p[1] == '\\')) return 0;
    for (size_t i = 0; i < url.n; i++)
        if ((unsigned char)url.p[i] < 0x20 || url.p[i] == 0x7F) return 0;
    while (n < url.n && is_scheme_char(url.p[n])) n++;
    if (n < url.n && url.p[n] == ':') {
        for (size_t k = 0; k < sizeof schemes / sizeof *schemes; k++) {
            if (strlen(schemes[k]) != n) continue;
            size_t i = 0;
            while (i < n && (url.p[i] | 0x20) == schemes[k][i]) i++;
            if (i == n) return 1;
        }
        return 0;
    }
    /* relative or #: an encoded colon before the first / ? # must not become a scheme in a careless reader */
    for (size_t i = 0; i < url.n && !memchr("/?#", url.p[i], 3); i++)
        if (url.p[i] == ':' || (i + 2 < url.n && !memcmp(url.p + i, "%3", 2) && (url.p[i + 2] | 0x20) == 'a')) return 0;
    return 1;
}

void escape_url(Writer *w, SenText url)
{
    static const char hex[] = "0123456789ABCDEF";
    if (!escape_url_allowed(url)) return;
    for (size_t i = 0; i < url.n; i++) {
        unsigned char c = (unsigned char)url.p[i];
        if (c == '&') {
            writer_puts(w, "&amp;");
        } else if (c <= 0x20 || c >= 0x7F || strchr("\"'<>\\^`{|}", c)) {
            char enc[3] = {'%', hex[c >> 4], hex[c & 15]};
            writer_add(w, enc, 3);
        } else {
            writer_char(w, (char)c);
        }
    }
}

/* --- names --- */

static int is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

int escape_classes(Writer *w, SenText names)
{
    int words = 0;
    for (size_t i = 0; i < names.n;) {
        size_t n = 0;
        while (i + n < names.n && is_name_char(names.p[i + n])) n++;
        if (n) {
            if (words++) writer_char(w, ' ');
            writer_add(w, names.p + i, n);
        }
        i += n + (n == 0);
    }
    return words;
}

int escape_id(Writer *w, SenText id)
{
    if (id.n == 0 || id.n > 100) return 0;
    for (size_t i = 0; i < id.n; i++)
        if (!is_name_char(id.p[i])) return 0;
    writer_text(w, id);
    return 1;
}

void escape_base64(Writer *w, SenText bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.n; i += 3) {
        unsigned long v = (unsigned long)(unsigned char)bytes.p[i] << 16;
        if (i + 1 < bytes.n) v |= (unsigned long)(unsigned char)bytes.p[i + 1] << 8;
        if (i + 2 < bytes.n) v |= (unsigned char)bytes.p[i + 2];
        char out[4] = {digits[v >> 18], digits[v >> 12 & 63], i + 1 < bytes.n ? digits[v >> 6 & 63] : '=',
                       i + 2 < bytes.n ? digits[v & 63] : '='};
        writer_add(w, out, 4);
    }
}
