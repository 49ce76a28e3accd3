/* replaced.c - a statement takes the place of an earlier one in ward.lua; must not know files or the database. */
#include "core/app/replaced.h"
#include <string.h>

static const char mark[] = "-- trước: ";
enum { MARK = sizeof mark - 1 };

static size_t line_end(const char *p, size_t n)
{
    const char *nl = memchr(p, '\n', n);
    return nl ? (size_t)(nl - p) + 1 : n;
}

/* `sua.nhiem_vu "x" { chu_tri = ` : the length up to and with the first " = "; 0 when the statement has another form. */
static size_t head_length(Str s)
{
    static const char *const edits[] = {"them {", "bo {", "add {", "remove {"};
    const char *brace = memchr(s.p, '{', s.n);
    size_t n = brace ? (size_t)(brace - s.p) : s.n;
    while (n + 3 <= s.n && memcmp(s.p + n, " = ", 3)) n++;
    if (n + 3 > s.n) return 0;
    n += 3;
    /* changes of a list add up, they replace nothing */
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++)
        if (s.n - n >= strlen(edits[i]) && !memcmp(s.p + n, edits[i], strlen(edits[i]))) return 0;
    return n;
}

/* Does the one-line statement set a single field and a reason? Counts "=" outside strings at the outer level. */
static int sets_one(Str s)
{
    int depth = 0, signs = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"') {
            for (i++; i < s.n && s.p[i] != '"'; i++)
                if (s.p[i] == '\\') i++;
        } else if (s.p[i] == '{') {
            depth++;
        } else if (s.p[i] == '}') {
            depth--;
        } else if (s.p[i] == '=' && depth == 1) {
            signs++;
        }
    }
    return depth == 0 && signs == 2;
}

/* Where such a statement begins and ends, with the marked comments right above it. */
static int find_old(Str script, Str head, size_t *from, size_t *to)
{
    size_t above = 0;
    for (size_t at = 0; at < script.n;) {
        size_t n = line_end(script.p + at, script.n - at);
        if (n > head.n && !memcmp(script.p + at, head.p, head.n) && sets_one((Str){script.p + at, n})) {
            *from = above;
            *to = at + n;
            return 1;
        }
        at += n;
        if (n < MARK || memcmp(script.p + at - n, mark, MARK)) above = at;
    }
    return 0;
}

int replaced_take(Buf *script, Str statement, Buf *added)
{
    size_t from = 0, to = 0, n = head_length(statement);
    int found = n && find_old(buf_view(script), (Str){statement.p, n}, &from, &to);
    for (size_t at = found ? from : 0; found && at < to;) {
        size_t k = line_end(script->p + at, to - at);
        buf_puts(added, mark);
        buf_add(added, script->p + at, k);
        at += k;
    }
    if (found) {
        if (added->p[added->n - 1] != '\n') buf_putc(added, '\n');
        memmove(script->p + from, script->p + to, script->n - to);
        script->n -= to - from;
        script->p[script->n] = 0;
    }
    buf_str(added, statement);
    if (!statement.n || statement.p[statement.n - 1] != '\n') buf_putc(added, '\n');
    return found;
}

void replaced_restore(const char *added, Buf *script)
{
    const char *p = *added == '\n' ? added + 1 : added;
    while (!strncmp(p, mark, MARK)) {
        size_t n = line_end(p, strlen(p));
        if (script->n && script->p[script->n - 1] != '\n') buf_putc(script, '\n');
        buf_add(script, p + MARK, n - MARK);
        p += n;
    }
}
