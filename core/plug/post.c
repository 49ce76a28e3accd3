/* post.c - where a post may be cut: ranks every gap between words and takes the best one within the limit. */
#include "core/plug/post.h"
#include "core/base/text.h"
#include <stdio.h>
#include <string.h>

/* The higher, the better a place to cut. */
enum { CUT_NEVER, CUT_WORD, CUT_CLAUSE, CUT_SENTENCE, CUT_LINE, CUT_PARAGRAPH };

static int is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

static size_t count_characters(const char *s, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) count += ((unsigned char)s[i] & 0xC0) != 0x80;
    return count;
}

/* The offset after `most` characters. */
static size_t skip_characters(const char *s, size_t n, size_t most)
{
    size_t i = 0;
    while (i < n) {
        if (((unsigned char)s[i] & 0xC0) != 0x80 && most-- == 0) break;
        i++;
    }
    return i;
}

/* --- words --- */

static size_t word_start(const char *s, size_t end)
{
    while (end > 0 && !is_space(s[end - 1])) end--;
    return end;
}

static size_t word_end(const char *s, size_t n, size_t at)
{
    while (at < n && !is_space(s[at])) at++;
    return at;
}

static int has_digit(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (s[i] >= '0' && s[i] <= '9') return 1;
    return 0;
}

static int is_upper(const char *s, size_t n)
{
    while (n && strchr("\"'(“‘«[", s[0]) && (unsigned char)s[0] < 0x80) s++, n--;
    uint32_t cp;
    size_t len = n ? text_decode(s, n, &cp) : 0;
    if (!len) return 0;
    Buf low = {0};
    text_lower(s, len, &low);
    int upper = low.n != len || memcmp(buf_text(&low), s, len);
    buf_free(&low);
    return upper;
}

static int is_link(const char *s, size_t n)
{
    for (size_t i = 0; i + 3 <= n; i++)
        if (!memcmp(s + i, "://", 3) || s[i] == '@') return 1;
    return n > 4 && !memcmp(s, "www.", 4);
}

/* --- gaps --- */

static int ends_with(const char *s, size_t n, const char *tail)
{
    size_t t = strlen(tail);
    return n >= t && !memcmp(s + n - t, tail, t);
}

/* 1 when the word at `at` is the first of a sentence or line: its capital says nothing about a name. */
static int starts_sentence(const char *s, size_t at)
{
    while (at > 0 && (s[at - 1] == ' ' || s[at - 1] == '\t')) at--;
    if (at == 0 || s[at - 1] == '\n') return 1;
    return ends_with(s, at, ".") || ends_with(s, at, "!") || ends_with(s, at, "?") || ends_with(s, at, "…") || ends_with(s, at,
        ":");
}

/* How good the run of white space [at, to) is as a place to cut. */
static int rank_gap(const char *s, size_t n, size_t at, size_t to)
{
    int lines = 0;
    for (size_t i = at; i < to; i++) lines += s[i] == '\n';
    if (lines > 1) return CUT_PARAGRAPH;
    if (lines == 1) return CUT_LINE;
    size_t before = word_start(s, at), after = word_end(s, n, to);
    const char *w = s + before;
    size_t wn = at - before, an = after - to;
    int upper = is_upper(w, wn);
    int short_form = wn <= 4 && upper;                             /* «TS. Nguyễn», «TP. Cao Lãnh» */
    int sentence = ends_with(w, wn, ".") || ends_with(w, wn, "!") || ends_with(w, wn, "?") || ends_with(w, wn, "…");
    int bullet = wn <= 3 && ends_with(w, wn, ".") && has_digit(w, wn);   /* «1. Việc» */
    if (sentence && !short_form && !bullet) return CUT_SENTENCE;
    if (bullet || short_form) return CUT_NEVER;
    if (wn == 1 && !((unsigned char)w[0] & 0x80) && strchr("-+*", w[0])) return CUT_NEVER;
    if (ends_with(w, wn, ";") || ends_with(w, wn, ":") || ends_with(w, wn, ",")) return CUT_CLAUSE;
    if (has_digit(w, wn) || has_digit(s + to, an)) return CUT_NEVER;     /* «15 tháng 11», «0277 385», «khóm 3» */
    if (upper && (is_upper(s + to, an) || !starts_sentence(s, before))) return CUT_NEVER;    /* «Thị Hoa», «Liên hiệp» */
    return CUT_WORD;
}

/* The best end of a part that begins at s: at most `room` characters. *next = where the following part begins. */
static size_t find_end(const char *s, size_t n, size_t room, size_t *next, int *over)
{
    size_t most = skip_characters(s, n, room), least = most * 2 / 5, best = 0, any = 0, gap_end = 0, any_end = 0;
    int rank = CUT_NEVER;
    if (most == n) {
        *next = n;
        return n;
    }
    for (size_t i = 1; i <= most;) {
        if (i >= n || !is_space(s[i])) {
            i++;
            continue;
        }
        size_t to = i;
        while (to < n && is_space(s[to])) to++;
        int r = rank_gap(s, n, i, to);
        if (r != CUT_NEVER) any = i, any_end = to;
        if (r != CUT_NEVER && i >= least && r >= rank) rank = r, best = i, gap_end = to;
        i = to;
    }
    if (!best && any) best = any, gap_end = any_end;
    if (best) {
        *next = gap_end;
        return best;
    }
    /* one unbreakable run: the next gap that may be cut, unless a plain word is longer than a whole part */
    size_t word = word_end(s, n, 0);
    if (word > most && !is_link(s, word) && !has_digit(s, word)) {
        size_t at = 0;
        for (size_t to; at < most && (to = text_next_grapheme(s, n, at)) <= most;) at = to;
        *next = at ? at : text_next_grapheme(s, n, 0);
        return *next;
    }
    *over = 1;
    for (size_t i = most; i < n;) {
        if (!is_space(s[i])) {
            i++;
            continue;
        }
        size_t to = i;
        while (to < n && is_space(s[to])) to++;
        if (rank_gap(s, n, i, to) != CUT_NEVER) {
            *next = to;
            return i;
        }
        i = to;
    }
    *next = n;
    return n;
}

/* --- parts --- */

static size_t digits_of(size_t n)
{
    size_t d = 1;
    for (; n >= 10; n /= 10) d++;
    return d;
}

/* One pass; total = 0 only counts. Returns the number of parts. */
static size_t pass(Str text, size_t limit, size_t digits, size_t total, Buf *out, size_t *over)
{
    size_t parts = 0, head = strlen("--- / ---\n") + 2 * digits, room = limit > head + 8 ? limit - head : 8;
    *over = 0;
    for (size_t at = 0; at < text.n;) {
        size_t next = 0;
        int too_long = 0;
        size_t n = find_end(text.p + at, text.n - at, room, &next, &too_long);
        parts++;
        *over += (size_t)too_long;
        if (total) {
            buf_printf(out, "%s--- %zu/%zu ---\n", parts > 1 ? "\n" : "", parts, total);
            buf_add(out, text.p + at, n);
        }
        at += next;
    }
    if (total) buf_putc(out, '\n');
    return parts;
}

size_t post_split(Str text, size_t limit, Buf *out, size_t *over)
{
    size_t too_long = 0;
    if (limit < POST_LEAST) limit = POST_LEAST;
    while (text.n && is_space(text.p[text.n - 1])) text.n--;
    while (text.n && is_space(text.p[0])) text.p++, text.n--;
    if (over) *over = 0;
    if (!text.n) return 0;
    if (count_characters(text.p, text.n) <= limit) {
        buf_str(out, text);
        buf_putc(out, '\n');
        return 1;
    }
    size_t parts = 0;
    for (size_t digits = 1; digits < 8; digits++) {
        parts = pass(text, limit, digits, 0, out, &too_long);
        if (digits_of(parts) > digits) continue;
        pass(text, limit, digits, parts, out, &too_long);
        break;
    }
    if (over) *over = too_long;
    return parts;
}
