/* plain.c - reads just enough of a script to see that it is only data; what it does not know is not plain. */
#include "core/script/plain.h"
#include <string.h>

enum { DEPTH_MOST = 16 };
typedef struct Plain { const char *p, *end; } Plain;

static int is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
static int is_digit(char c) { return c >= '0' && c <= '9'; }

/* Past spaces and comments of one line; 0 = another sort of comment. */
static int skip(Plain *x)
{
    for (; x->p < x->end; x->p++) {
        if (memchr(" \t\r\n", *x->p, 4)) continue;
        if (x->end - x->p < 2 || memcmp(x->p, "--", 2)) return 1;
        if (x->end - x->p > 2 && x->p[2] == '[') return 0;
        const char *nl = memchr(x->p, '\n', (size_t)(x->end - x->p));
        if (!nl) {
            x->p = x->end;
            return 1;
        }
        x->p = nl;
    }
    return 1;
}

static int take(Plain *x, char c)
{
    if (!skip(x) || x->p == x->end || *x->p != c) return 0;
    x->p++;
    return 1;
}

static int take_string(Plain *x)
{
    if (!skip(x) || x->p == x->end || (*x->p != '"' && *x->p != '\'')) return 0;
    char quote = *x->p++;
    for (; x->p < x->end && *x->p != quote; x->p++)
        if (*x->p == '\\' || *x->p == '\n') return 0;
    return x->p < x->end && *x->p++ == quote;
}

static Str take_name(Plain *x)
{
    if (!skip(x)) return (Str){x->p, 0};
    const char *from = x->p;
    while (x->p < x->end && (is_letter(*x->p) || (x->p > from && is_digit(*x->p)))) x->p++;
    return (Str){from, (size_t)(x->p - from)};
}

static int take_number(Plain *x)
{
    const char *from = x->p;
    while (x->p < x->end && is_digit(*x->p)) x->p++;
    return x->p > from && (x->p == x->end || (!is_letter(*x->p) && *x->p != '.'));
}

/* Behind the first "{" up to the end of its table. */
static int take_table(Plain *x)
{
    int depth = 1;
    while (depth) {
        if (!skip(x) || x->p == x->end) return 0;
        char c = *x->p;
        if (c == '{' || c == '}') {
            x->p++;
            depth += c == '{' ? 1 : -1;
            if (depth > DEPTH_MOST) return 0;
        } else if (c == ',' || c == ';') {
            x->p++;
        } else if (c == '"' || c == '\'') {
            if (!take_string(x)) return 0;
        } else if (is_letter(c)) {
            Str name = take_name(x);
            if (!str_is(name, "true") && !str_is(name, "false") && !take(x, '=')) return 0;
        } else if (!is_digit(c) || !take_number(x)) {
            return 0;
        }
    }
    return 1;
}

int plain_profile(Str source)
{
    Plain x = {source.p, source.p + source.n};
    if (!skip(&x)) return 0;
    if (x.p == x.end) return 1;
    Str word = take_name(&x);
    if (!str_is(word, "unit") && !str_is(word, "don_vi")) return 0;
    return take_string(&x) && take(&x, '{') && take_table(&x) && skip(&x) && x.p == x.end;
}
