/* passage.c - where one piece of a template ends and the next begins; must not know what is done with them. */
#include "core/doc/passage.h"
#include <string.h>

enum { P_BLANK = MERGE_PART_BLANK, P_TEXT, P_HEADING, P_ITEM, P_ROW, P_CONTROL, P_FENCE, P_FRONT };

static Str line_at(Str text, size_t at)
{
    const char *nl = memchr(text.p + at, '\n', text.n - at);
    return (Str){text.p + at, nl ? (size_t)(nl - text.p) - at + 1 : text.n - at};
}

static Str bare(Str line)
{
    while (line.n && strchr(" \t\r\n", line.p[line.n - 1])) line.n--;
    while (line.n && (line.p[0] == ' ' || line.p[0] == '\t')) line.p++, line.n--;
    return line;
}

static int begins(Str s, const char *with)
{
    size_t n = strlen(with);
    return s.n >= n && !memcmp(s.p, with, n);
}

static int is_item(Str s)
{
    size_t n = 0;
    if (s.n > 1 && strchr("-*+", s.p[0])) return s.p[1] == ' ' || s.p[1] == '\t';
    while (n < s.n && n < 9 && s.p[n] >= '0' && s.p[n] <= '9') n++;
    return n && n + 1 < s.n && (s.p[n] == '.' || s.p[n] == ')') && s.p[n + 1] == ' ';
}

static int is_fence(Str s) { return begins(s, "```") || begins(s, "~~~"); }

static int kind_of(Str line)
{
    Str s = bare(line);
    if (!s.n) return P_BLANK;
    if (s.p[0] == '#') return P_HEADING;
    if (s.p[0] == '|') return P_ROW;
    if (is_fence(s)) return P_FENCE;
    if (begins(s, "{%") || begins(s, ":::") || begins(s, "---")) return P_CONTROL;
    return is_item(s) ? P_ITEM : P_TEXT;
}

/* To the line that closes the fence, or to the end. */
static size_t fence_end(Str text, size_t at)
{
    Str open = line_at(text, at), s = bare(open);
    char mark = s.p[0];
    for (at += open.n; at < text.n;) {
        Str line = line_at(text, at), b = bare(line);
        at += line.n;
        if (is_fence(b) && b.p[0] == mark) return at;
    }
    return text.n;
}

/* A field of the front matter: its line and those that are set in. */
static size_t field_end(Str text, size_t at)
{
    at += line_at(text, at).n;
    while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\t')) at += line_at(text, at).n;
    return at;
}

static size_t piece_end(Str text, size_t at, int kind)
{
    if (kind == P_FENCE) return fence_end(text, at);
    at += line_at(text, at).n;
    while ((kind == P_TEXT || kind == P_ITEM) && at < text.n && kind_of(line_at(text, at)) == P_TEXT) at += line_at(text, at).n;
    return at;
}

size_t passage_cut(Str text, MergePart *out)
{
    size_t n = 0, at = 0, end;
    int front = begins(text, "---\n") || begins(text, "---\r\n");
    for (; at < text.n; at = end) {
        Str line = line_at(text, at);
        int kind = kind_of(line);
        if (front && at && begins(bare(line), "---")) {
            front = 0;
            end = at + line.n;
        } else if (front && at) {
            kind = kind == P_BLANK ? P_BLANK : P_FRONT;
            end = field_end(text, at);
        } else {
            end = piece_end(text, at, kind);
        }
        if (out) out[n] = (MergePart){(Str){text.p + at, end - at}, kind};
        n++;
    }
    return n;
}
