/* pipe_table.c - finds pipe tables in paragraphs and splits their rows into cells; cells are parsed by markdown.c. */
#include "core/doc/pipe_table.h"
#include <string.h>
#include "core/doc/container_prefix.h"

static int is_space(char c) { return c == ' ' || c == '\t'; }

/* The number of columns of a delimiter row, 0 when it is none; align may be NULL. */
static uint32_t delimiter_columns(Str s, uint8_t *align)
{
    s = str_trim(s);
    uint32_t n = 0;
    size_t i = 0;
    if (i < s.n && s.p[i] == '|') i++;
    while (i < s.n) {
        int left = 0, right = 0, dashes = 0;
        while (i < s.n && is_space(s.p[i])) i++;
        if (i < s.n && s.p[i] == ':') left = 1, i++;
        while (i < s.n && s.p[i] == '-') dashes++, i++;
        if (i < s.n && s.p[i] == ':') right = 1, i++;
        while (i < s.n && is_space(s.p[i])) i++;
        if (!dashes || (i < s.n && s.p[i] != '|')) return 0;
        i++;
        if (align) align[n] = left && right ? ALIGN_CENTER : left ? ALIGN_LEFT : right ? ALIGN_RIGHT : ALIGN_NONE;
        n++;
    }
    return n;
}

/* Takes the next cell of a row off *s, trimmed; 0 when there is none left. */
static int next_cell(Str *s, Str *cell)
{
    if (!s->n) return 0;
    size_t i = 0;
    while (i < s->n && s->p[i] != '|') i += s->p[i] == '\\' && i + 1 < s->n && s->p[i + 1] == '|' ? 2 : 1;
    *cell = str_trim((Str){s->p, i});
    size_t used = i < s->n ? i + 1 : i;
    s->p += used;
    s->n -= used;
    return 1;
}

static Str row_start(Str s)
{
    s = str_trim(s);
    if (s.n && s.p[0] == '|') {
        s.p++;
        s.n--;
    }
    return s;
}

static uint32_t count_cells(Str row)
{
    Str s = row_start(row), cell;
    uint32_t n = 0;
    while (next_cell(&s, &cell)) n++;
    return n;
}

/* A cell with "\|" turned into "|", as GFM does before anything else. */
static Str cell_text(Arena *a, Str s)
{
    if (!memchr(s.p, '\\', s.n)) return s;
    char *p = arena_alloc(a, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == '|') continue;
        p[n++] = s.p[i];
    }
    return (Str){p, n};
}

#define GROW(t, v, n, cap)                                                \
    do {                                                                  \
        if ((t)->n == (t)->cap) {                                         \
            size_t grown = (t)->cap ? (t)->cap * 2 : 32;                  \
            void *more = arena_alloc((t)->arena, grown * sizeof *(t)->v); \
            if ((t)->n) memcpy(more, (t)->v, (t)->n * sizeof *(t)->v);    \
            (t)->v = more;                                                \
            (t)->cap = grown;                                             \
        }                                                                 \
    } while (0)

static void add_row(PipeTables *t, PipeTable *table, Str text, int line)
{
    GROW(t, rows, n_rows, cap_rows);
    PipeRow *r = &t->rows[t->n_rows++];
    *r = (PipeRow){t->n_cells, 0, line};
    Str s = row_start(text), cell;
    while (r->cells < table->columns && next_cell(&s, &cell)) {
        GROW(t, cells, n_cells, cap_cells);
        t->cells[t->n_cells++] = cell_text(t->arena, cell);
        r->cells++;
    }
    table->rows++;
    t->filled += table->columns;
}

/* 1 when the text, which goes on with a paragraph, would begin a block of its own behind a table. */
static int begins_block(Str s)
{
    size_t i = 0;
    while (i < s.n && s.p[i] == ' ') i++;
    if (i >= 4 || (i < s.n && s.p[i] == '\t')) return 0;
    const char *p = s.p + i, *end = s.p + s.n;
    if (p == end) return 0;
    if (*p == '-' || *p == '+' || *p == '*') return p + 1 == end || is_space(p[1]);
    const char *q = p;
    while (q < end && q - p < 9 && *q >= '0' && *q <= '9') q++;
    if (q > p) return q < end && (*q == '.' || *q == ')') && (q + 1 == end || is_space(q[1]));
    return 0;
}

typedef struct Leaf {
    cmark_node *node;
    size_t first, last;            /* indexes of lines */
    int underlined;                /* the last line is the underline of a heading */
} Leaf;

static Str content_of(const RawLines *l, const Leaf *x, size_t line, int *lazy)
{
    Str text = l->v[line].text;
    size_t at;
    if (line == x->first) {
        at = (size_t)cmark_node_get_start_column(x->node) - 1;
        *lazy = 0;
    } else {
        at = container_prefix(l, x->node, line, lazy);
    }
    if (at > text.n) at = text.n;
    return (Str){text.p + at, text.n - at};
}

static int deep_indent(Str s)
{
    size_t i = 0;
    while (i < s.n && s.p[i] == ' ') i++;
    return i >= 4 || (i < s.n && s.p[i] == '\t');
}

/* Takes the table whose header is line h of x. Returns the number of its lines. */
static size_t take_table(PipeTables *t, RawLines *l, const Leaf *x, size_t h)
{
    int lazy;
    GROW(t, v, n, cap);
    PipeTable *table = &t->v[t->n];
    Str delimiter = content_of(l, x, h + 1, &lazy);
    *table = (PipeTable){delimiter_columns(delimiter, NULL), NULL, t->n_rows, 0, l->v[h + 1].line};
    table->align = arena_alloc(t->arena, table->columns);
    delimiter_columns(delimiter, table->align);
    size_t line = h;
    for (; line <= x->last; line++) {
        Str s = content_of(l, x, line, &lazy);
        if (line > h + 1) {
            int rule = line == x->last && x->underlined && str_trim(s).n && str_trim(s).p[0] == '-';
            if (lazy || rule || begins_block(s) || !count_cells(s)) break;
        }
        if (line != h + 1) add_row(t, table, s, l->v[line].line);
        RawLine *r = &l->v[line];
        r->prefix = (uint32_t)(s.p - r->text.p);
        while (r->prefix < r->text.n && is_space(r->text.p[r->prefix])) r->prefix++;
        if (deep_indent(s)) r->prefix = (uint32_t)(s.p - r->text.p);
        r->kind = line == h ? RAW_TABLE : RAW_ROW;
        r->table = (int)t->n;
    }
    t->n++;
    return line - h;
}

static int find_in_leaf(PipeTables *t, RawLines *l, const Leaf *x)
{
    for (size_t i = x->first; i < x->last; i++) {
        Str d = l->v[i + 1].text;
        size_t skip = 0;
        while (skip < d.n && (is_space(d.p[skip]) || d.p[skip] == '>')) skip++;
        if (!delimiter_columns((Str){d.p + skip, d.n - skip}, NULL)) continue;
        if (i + 1 == x->last && x->underlined && !memchr(d.p, '|', d.n)) continue;
        int lazy_head, lazy_delimiter;
        Str head = content_of(l, x, i, &lazy_head), delimiter = content_of(l, x, i + 1, &lazy_delimiter);
        if (lazy_head || lazy_delimiter || deep_indent(delimiter)) continue;
        uint32_t columns = delimiter_columns(delimiter, NULL);
        if (!columns || columns != count_cells(head)) continue;
        take_table(t, l, x, i);
        return 1;
    }
    return 0;
}

int pipe_table_likely(const RawLines *l)
{
    for (size_t i = 1; i < l->n; i++) {
        Str s = l->v[i].text;
        size_t skip = 0;
        while (skip < s.n && (is_space(s.p[skip]) || s.p[skip] == '>')) skip++;
        if (skip < s.n && delimiter_columns((Str){s.p + skip, s.n - skip}, NULL)) return 1;
    }
    return 0;
}

int pipe_table_find(PipeTables *t, RawLines *l, cmark_node *document, const char *file, Err *e)
{
    int found = 0;
    cmark_iter *it = cmark_iter_new(document);
    cmark_event_type ev;
    while ((ev = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
        cmark_node *n = cmark_iter_get_node(it);
        cmark_node_type type = cmark_node_get_type(n);
        if (ev != CMARK_EVENT_ENTER || (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING)) continue;
        Leaf x = {n, (size_t)PREFIX_FIRST(n, 0), (size_t)cmark_node_get_end_line(n) - 1, type == CMARK_NODE_HEADING};
        if (x.last >= l->n) x.last = l->n - 1;
        if (x.underlined) x.last = raw_lines_underline(l, x.first, x.last);
        if (x.last <= x.first) continue;
        found += find_in_leaf(t, l, &x);
        if (t->n && t->v[t->n - 1].columns > TABLE_COLUMNS) {
            err_set(e, SEN4007, "%u × %zu", t->v[t->n - 1].columns, t->v[t->n - 1].rows);
            err_at(e, file, t->v[t->n - 1].delimiter_line, 1);
            return -1;
        }
        if (t->filled > TABLE_CELLS) {
            err_set(e, SEN4007, "%zu", t->filled);
            err_at(e, file, t->n ? t->v[t->n - 1].delimiter_line : 1, 1);
            return -1;
        }
    }
    return found;
}
