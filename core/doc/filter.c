/* filter.c - makes a tree safe for every output: link targets, images, info strings, characters; prints nothing itself. */
#include <string.h>
#include "core/base/text.h"
#include "core/doc/doc.h"
#include "core/doc/guard.h"

static int hex(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static int scheme_is(const char *p, size_t n, const char *name)
{
    if (strlen(name) != n) return 0;
    for (size_t i = 0; i < n; i++)
        if ((p[i] | 0x20) != name[i]) return 0;
    return 1;
}

/* The start of a target as a browser may read it: percent-decoded, without spaces and controls. */
static size_t plain_start(Str url, char *out, size_t most)
{
    size_t n = 0;
    for (size_t i = 0; i < url.n && n < most; i++) {
        int c = (unsigned char)url.p[i];
        if (c == '%' && i + 2 < url.n && hex(url.p[i + 1]) >= 0 && hex(url.p[i + 2]) >= 0) {
            c = hex(url.p[i + 1]) * 16 + hex(url.p[i + 2]);
            i += 2;
        }
        if (c > 0x20 && c != 0x7F) out[n++] = (char)c;
    }
    return n;
}

/* Bytes that may begin something forbidden: controls, and the leads of C1, of the marks around U+2000, of U+FDD0 … U+FFFF and
 * of all beyond. The rest, Vietnamese letters among it, is passed over at once. */
#define NONE 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
#define ALL 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
static const unsigned char suspect[256] = {
    ALL, ALL, NONE, NONE, NONE, NONE, NONE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, /* 7F */
    NONE, NONE, NONE, NONE, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,                 /* C0-C2 */
    0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,                                         /* D8 */
    0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, ALL,                                    /* E2, ED-FF */
};
#undef NONE
#undef ALL

static int has_forbidden(Str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        while (i + 4 <= s.n && !(suspect[p[i]] | suspect[p[i + 1]] | suspect[p[i + 2]] | suspect[p[i + 3]])) i += 4;
        if (i == s.n) return 0;
        if (!suspect[p[i]]) {
            i++;
            continue;
        }
        size_t n = text_decode(s.p + i, s.n - i, &cp);
        if (!n || guard_forbidden(cp)) return 1;
        i += n;
    }
    return 0;
}

int doc_text_allowed(Str s) { return !has_forbidden(s); }

int doc_url_allowed(Str url)
{
    char start[64];
    if (url.n > 2048 || has_forbidden(url) || memchr(url.p, '\\', url.n) || memchr(url.p, '\n', url.n)) return 0;
    size_t n = plain_start(url, start, sizeof start), i = 0;
    if (n && (start[0] == '/' || start[0] == '\\')) return 0;
    while (i < n && !strchr(":/?#", start[i])) i++;
    if (i == n) return n < sizeof start;
    if (start[i] != ':') return !memchr(start, '\\', i);
    /* the scheme must be there as typed, not behind escapes */
    if (i >= url.n || url.p[i] != ':' || memcmp(url.p, start, i)) return 0;
    if (scheme_is(start, i, "http") || scheme_is(start, i, "https"))
        return n > i + 3 && start[i + 1] == '/' && start[i + 2] == '/';
    return n > i + 1 && (scheme_is(start, i, "mailto") || scheme_is(start, i, "tel"));
}

/* A file name and nothing else: no folder, no scheme, no escape. */
static int image_allowed(Str url)
{
    if (!url.n || url.n > 128 || url.p[0] == '.' || has_forbidden(url)) return 0;
    for (size_t i = 0; i < url.n; i++)
        if (strchr("/\\:%?#&<>\"'|*\n\t", url.p[i])) return 0;
    return 1;
}

static Str cleaned(Arena *a, Str s)
{
    if (!has_forbidden(s)) return s;
    char *p = arena_alloc(a, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        size_t len = text_decode(s.p + i, s.n - i, &cp);
        if (len && !guard_forbidden(cp)) {
            memcpy(p + n, s.p + i, len);
            n += len;
        }
        i += len ? len : 1;
    }
    return (Str){p, n};
}

static Str info_word(Str s)
{
    size_t n = 0;
    while (n < s.n && n < 32) {
        char c = s.p[n];
        int ok = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '+' || c == '-';
        if (!ok) break;
        n++;
    }
    return (Str){s.p, n};
}

/* Puts the children of n in its place. */
static void unwrap(DocNode *n)
{
    for (DocNode *x = n->first, *next; x; x = next) {
        next = x->next;
        doc_unlink(x);
        doc_insert_before(n, x);
    }
    doc_unlink(n);
}

static void say(Findings *f, Code code, const char *file, int line, Str what)
{
    if (what.n > 120) what.n = text_cut(what.p, 120);
    if (f) findings_add(f, code, file, line, 0, NULL, "%.*s", (int)what.n, what.p);
}

static int is_dropped(const DocNode *n)
{
    if (n->kind == DOC_LINK) return !doc_url_allowed(n->url);
    return n->kind == DOC_IMAGE && !image_allowed(n->url);
}

void doc_filter(Doc *d, Findings *f, const char *file)
{
    int line = 0;
    DocNode *drop = NULL;
    for (DocWalk w = {d->root, NULL, 0}; doc_walk_next(&w);) {
        DocNode *n = (DocNode *)w.node;
        if (drop) {                                  /* the walk has left it */
            unwrap(drop);
            drop = NULL;
        }
        if (!w.entering) {
            if (is_dropped(n)) drop = n;
            continue;
        }
        if (n->line) line = n->line;
        n->text = cleaned(d->arena, n->text);
        n->url = cleaned(d->arena, n->url);
        n->title = cleaned(d->arena, n->title);
        n->info = cleaned(d->arena, n->info);
        if (is_dropped(n)) say(f, n->kind == DOC_LINK ? SEN4011 : SEN4012, file, line, n->url);
        if (n->kind == DOC_HTML || n->kind == DOC_HTML_BLOCK) say(f, SEN4013, file, line, (Str){"", 0});
        if (n->kind == DOC_CODE_BLOCK && info_word(n->info).n != n->info.n) {
            n->info = info_word(n->info);
            say(f, SEN4014, file, line, n->info);
        }
    }
    if (drop) unwrap(drop);
}
