/* sheet.c - cells and rows of a table saved as text; bytes only, linear time. */
#include "core/intake/sheet.h"
#include <stdlib.h>
#include <string.h>

enum { QUOTED_LINES_MOST = 50 };

/* The character after the name of the first column; 0 = no such line. */
static char mark_of_heading(Str s, const char *const *heads)
{
    for (const char *p = s.p, *end = s.p + s.n, *next; p < end; p = next) {
        const char *eol = memchr(p, '\n', (size_t)(end - p));
        next = eol ? eol + 1 : end;
        while (p < next && strchr(" \"", *p)) p++;
        for (size_t i = 0; heads[i]; i++) {
            size_t n = strlen(heads[i]);
            if ((size_t)(next - p) <= n || strncmp(p, heads[i], n)) continue;
            for (p += n; p < next && strchr(" \"", *p); p++) ;
            if (p < next && strchr("\t;,", *p)) return *p;
        }
    }
    return 0;
}

/* Without that line: the mark that the first lines hold most, outside quotes. */
static char find_mark(Str s, const char *const *heads)
{
    static const char marks[] = "\t;,";
    size_t count[3] = {0}, lines = 0;
    int quoted = 0;
    char mark = mark_of_heading(s, heads);
    if (mark) return mark;
    for (size_t i = 0; i < s.n && lines < 20; i++) {
        if (s.p[i] == '"') quoted = !quoted;
        if (s.p[i] == '\n') {
            lines++;
            quoted = 0;
        }
        for (size_t k = 0; !quoted && k < 3; k++) count[k] += s.p[i] == marks[k];
    }
    if (count[0] >= 5) return '\t';
    return count[1] >= 5 || count[1] >= count[2] ? ';' : ',';
}

/* The closing quote of a cell that opens at p, NULL = none near. */
static const char *closing(const char *p, const char *end)
{
    int lines = 0;
    for (p++; p < end && lines <= QUOTED_LINES_MOST; p++) {
        lines += *p == '\n';
        if (*p != '"') continue;
        if (p + 1 < end && p[1] == '"') p++;
        else return p;
    }
    return NULL;
}

static const char *tidy(const char *p, size_t n, int quoted, Arena *a)
{
    Buf b = {0};
    for (size_t i = 0; i < n; i++) {
        if (quoted && p[i] == '"' && i + 1 < n && p[i + 1] == '"') i++;
        int space = strchr(" \t\r\n", p[i]) != NULL;
        if (!space) buf_putc(&b, p[i]);
        else if (b.n && b.p[b.n - 1] != ' ') buf_putc(&b, ' ');
    }
    Str s = str_trim(buf_view(&b));
    if (s.n > 1 && s.p[0] == '\'' && strchr("=+-@", s.p[1])) s = (Str){s.p + 1, s.n - 1};
    if (s.n > 3 && s.p[0] == '=' && s.p[1] == '"' && s.p[s.n - 1] == '"') s = (Str){s.p + 2, s.n - 3};
    const char *cell = arena_text(a, s.p, s.n);
    buf_free(&b);
    return cell;
}

/* One record; returns where the next begins. */
static const char *read_row(const char *p, const char *end, char mark, Arena *a, SheetRow *row)
{
    const char *cell[SHEET_CELLS];
    size_t n = 0;
    for (;;) {
        while (p < end && *p == ' ') p++;
        const char *close = p < end && *p == '"' ? closing(p, end) : NULL;
        const char *from = close ? p + 1 : p, *to = close ? close : p;
        if (close) p = close + 1;
        while (p < end && *p != mark && *p != '\n') p++;
        if (!close) to = p;
        if (n < SHEET_CELLS) cell[n++] = tidy(from, (size_t)(to - from), close != NULL, a);
        if (p >= end || *p == '\n') break;
        p++;
    }
    while (n && !*cell[n - 1]) n--;
    row->n = n;
    row->cell = arena_alloc(a, mem_mul(n + 1, sizeof *row->cell));
    for (size_t i = 0; i < n; i++) row->cell[i] = cell[i];
    return p < end ? p + 1 : end;
}

/* A program that takes commas for the mark puts some at the end of every line. */
static void drop_commas(SheetRow *row, Arena *a)
{
    while (row->n) {
        const char *last = row->cell[row->n - 1];
        size_t n = strlen(last), k = n;
        while (k && last[k - 1] == ',') k--;
        if (k < n) row->cell[row->n - 1] = arena_text(a, last, k);
        if (k) return;
        row->n--;
    }
}

void sheet_read(Str utf8, const char *const *heads, Arena *a, Sheet *out)
{
    const char *p = utf8.p, *end = utf8.p + utf8.n;
    size_t cap = 0;
    int line = 1;
    SheetRow *v = NULL;
    *out = (Sheet){.mark = find_mark(utf8, heads)};
    while (p < end && out->n < SHEET_ROWS_MOST) {
        SheetRow row = {.line = line};
        const char *next = read_row(p, end, out->mark, a, &row);
        for (; p < next; p++) line += *p == '\n';
        if (row.n == 1 && strchr(row.cell[0], out->mark)) {    /* a whole line came back as one cell */
            const char *text = row.cell[0];
            read_row(text, text + strlen(text), out->mark, a, &row);
        }
        if (out->mark == ';') drop_commas(&row, a);
        if (!row.n) continue;
        if (out->n == cap) {
            cap = cap ? cap * 2 : 64;
            v = mem_resize(v, mem_mul(cap, sizeof *v));
        }
        v[out->n++] = row;
    }
    out->v = arena_alloc(a, mem_mul(out->n + 1, sizeof *v));
    for (size_t i = 0; i < out->n; i++) out->v[i] = v[i];
    free(v);
}

void sheet_put(const char *cell, char mark, Buf *out)
{
    size_t n = strlen(cell);
    int guard = n && strchr("=+-@", cell[0]) != NULL;
    char marks[5] = {mark, '"', '\n', '\r', 0};
    int quote = n && (strpbrk(cell, marks) || cell[0] == ' ' || cell[n - 1] == ' ' || cell[0] == '\'');
    if (quote) buf_putc(out, '"');
    if (guard) buf_putc(out, '\'');
    for (const char *p = cell; *p; p++) {
        if (*p == '"') buf_putc(out, '"');
        buf_putc(out, *p == '\n' || *p == '\r' ? ' ' : *p);
    }
    if (quote) buf_putc(out, '"');
}
