/* grid.c - rows for people: column widths, wrapping between words; knows nothing of what the cells mean. */
#include "core/app/grid.h"
#include "core/base/mem.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { GAP = 2, NARROWEST = 8, USUAL = 80, WIDEST = 400 };

struct Grid {
    size_t columns, n, cap;
    char **cell;
    const char *const *head;
};

Grid *grid_new(size_t columns)
{
    Grid *t = mem_alloc(sizeof *t);
    *t = (Grid){.columns = columns};
    return t;
}

void grid_free(Grid *t)
{
    if (!t) return;
    for (size_t i = 0; i < t->n; i++) free(t->cell[i]);
    free(t->cell);
    free(t);
}

void grid_head(Grid *t, const char *const *names) { t->head = names; }

void grid_cell(Grid *t, const char *text)
{
    if (t->n == t->cap) {
        t->cap = t->cap ? t->cap * 2 : 64;
        t->cell = mem_resize(t->cell, mem_mul(t->cap, sizeof *t->cell));
    }
    t->cell[t->n++] = mem_copy_text(text ? text : "");
}

int grid_terminal_width(void)
{
    struct winsize w;
    if (!isatty(1)) return 0;
    return ioctl(1, TIOCGWINSZ, &w) == 0 && w.ws_col ? w.ws_col : USUAL;
}

static int width_of(const char *s) { return text_width(s, strlen(s)); }

/* The widest column gives way until all fit, or until all are narrow. */
static void fit(const Grid *t, int width, int *w)
{
    int total = (int)(t->columns - 1) * GAP;
    for (size_t i = 0; i < t->columns; i++) {
        w[i] = t->head ? width_of(t->head[i]) : 0;
        for (size_t k = i; k < t->n; k += t->columns) {
            int one = width_of(t->cell[k]);
            if (one > w[i]) w[i] = one > WIDEST ? WIDEST : one;
        }
        total += w[i];
    }
    while (total > width) {
        size_t widest = 0;
        for (size_t i = 1; i < t->columns; i++)
            if (w[i] > w[widest]) widest = i;
        if (w[widest] <= NARROWEST) return;
        w[widest]--;
        total--;
    }
}

/* The length of the first line of s that fits: cut after a space, a "/", or in a long word. *next = where the rest begins. */
static size_t first_line(const char *s, int width, size_t *next)
{
    size_t n = strlen(s), at = 0, cut = 0;
    int used = 0;
    while (at < n) {
        size_t end = text_next_grapheme(s, n, at);
        int one = text_width(s + at, end - at);
        if (used + one > width && at) {
            if (s[at] == ' ') cut = at;
            size_t len = cut ? cut : at;
            *next = len;
            while (s[*next] == ' ') (*next)++;
            while (len && s[len - 1] == ' ') len--;
            return len;
        }
        used += one;
        if (s[at] == ' ' || s[at] == '/') cut = end;
        at = end;
    }
    *next = n;
    return n;
}

static void print_row(const Grid *t, const char *const *cell, const int *w, Buf *out)
{
    const char **rest = mem_alloc(mem_mul(t->columns, sizeof *rest));
    for (size_t i = 0; i < t->columns; i++) rest[i] = cell[i];
    for (int more = 1; more;) {
        int pending = 0;                                   /* spaces not yet printed: no line ends in blanks */
        more = 0;
        for (size_t i = 0; i < t->columns; i++) {
            size_t next, n = first_line(rest[i], w[i] ? w[i] : 1, &next);
            for (; n && pending; pending--) buf_putc(out, ' ');
            buf_str(out, (Str){rest[i], n});
            pending += w[i] - text_width(rest[i], n) + GAP;
            if (pending < 0) pending = 0;
            rest[i] += next;
            more |= *rest[i] != 0;
        }
        buf_putc(out, '\n');
    }
    free(rest);
}

static void print_plain(const Grid *t, Buf *out)
{
    for (size_t i = 0; i < t->n; i++) {
        buf_puts(out, t->cell[i]);
        buf_putc(out, (i + 1) % t->columns ? '\t' : '\n');
    }
}

void grid_print(const Grid *t, int width, int bold, Buf *out)
{
    if (!width) {
        print_plain(t, out);
        return;
    }
    int *w = mem_alloc(mem_mul(t->columns, sizeof *w));
    fit(t, width, w);
    if (t->head) {
        if (bold) buf_puts(out, "\x1b[1m");
        print_row(t, t->head, w, out);
        if (bold) {
            out->n--;                                      /* the head ends before its line does */
            buf_puts(out, "\x1b[0m\n");
        }
    }
    for (size_t i = 0; i + t->columns <= t->n; i += t->columns) print_row(t, (const char *const *)&t->cell[i], w, out);
    free(w);
}
