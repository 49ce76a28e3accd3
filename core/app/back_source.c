/* back_source.c - where the texts of a material stand: each block's parts, the lines of its template, and a change of its text
 * made in those lines. Must not know what was edited, nor write a file. */
#include "core/app/back.h"
#include "core/base/text.h"
#include "core/model/align.h"
#include <stdlib.h>
#include <string.h>

/* --- reading what the worker told --- */

static Str take_str(Unpack *u, Arena *a)
{
    Str s = unpack_str(u);
    if (s.n && !text_valid(s.p, s.n, NULL)) u->bad = 1;
    return (Str){arena_text(a, s.n ? s.p : "", u->bad ? 0 : s.n), u->bad ? 0 : s.n};
}

static void take_parts(Unpack *u, Arena *a, SourceBlock *b)
{
    Buf all = {0};
    b->n_parts = unpack_count(u, 17);
    b->part = arena_alloc(a, mem_mul(b->n_parts + 1, sizeof *b->part));
    for (size_t i = 0; i < b->n_parts && !u->bad; i++) {
        SourcePart *p = &b->part[i];
        p->text = take_str(u, a);
        p->expr = take_str(u, a);
        p->address = take_str(u, a);
        p->field = take_str(u, a);
        p->filter = unpack_text(u, a);
        if (!p->filter) p->filter = "";
        buf_str(&all, p->text);
    }
    b->text = (Str){arena_text(a, buf_text(&all), all.n), all.n};
    buf_free(&all);
}

static void take_block(Unpack *u, Arena *a, SourceBlock *b)
{
    b->kind = unpack_u8(u);
    b->file = take_str(u, a);
    b->line = (int)(unpack_u32(u) & 0x7FFFFFFF);
    b->last = (int)(unpack_u32(u) & 0x7FFFFFFF);
    b->origin = unpack_text(u, a);
    if (!b->origin) b->origin = "";
    b->var = take_str(u, a);
    b->table = (int)(unpack_u32(u) & 0x7FFFFFFF);
    b->row = (int)(unpack_u32(u) & 0x7FFFFFFF);
    b->column = (int)(unpack_u32(u) & 0x7FFFFFFF);
    unsigned flags = unpack_u8(u);
    b->head = flags & 1;
    b->in_list = (flags & 2) != 0;
    b->div = take_str(u, a);
    take_parts(u, a, b);
}

int back_source(Str packed, Arena *a, Source *s)
{
    Unpack u = unpack_from(packed.p, packed.n);
    *s = (Source){0};
    s->n_files = unpack_count(&u, 3);
    s->file = arena_alloc(a, mem_mul(s->n_files + 1, sizeof *s->file));
    for (size_t i = 0; i < s->n_files && !u.bad; i++) {
        s->file[i].name = unpack_text(&u, a);
        s->file[i].shown = unpack_text(&u, a);
        s->file[i].bytes = take_str(&u, a);
        if (!s->file[i].name || !s->file[i].shown) u.bad = 1;
    }
    s->n_blocks = unpack_count(&u, 30);
    s->block = arena_alloc(a, mem_mul(s->n_blocks + 1, sizeof *s->block));
    memset(s->block, 0, (s->n_blocks + 1) * sizeof *s->block);
    for (size_t i = 0; i < s->n_blocks && !u.bad; i++) take_block(&u, a, &s->block[i]);
    return u.bad ? -1 : 0;
}

const SourceFile *back_file(const Source *s, Str shown)
{
    for (size_t i = 0; i < s->n_files; i++)
        if (str_is(shown, s->file[i].shown)) return &s->file[i];
    return NULL;
}

Str back_lines(const Source *s, const SourceBlock *b)
{
    const SourceFile *f = back_file(s, b->file);
    if (!f || b->line < 1) return (Str){"", 0};
    const char *p = f->bytes.p, *end = p + f->bytes.n, *from = NULL;
    for (int line = 1; p < end; line++) {
        const char *nl = memchr(p, '\n', (size_t)(end - p));
        if (line == b->line) from = p;
        if (line == b->last && from) {
            const char *stop = nl ? nl : end;
            if (stop > from && stop[-1] == '\r') stop--;
            return (Str){from, (size_t)(stop - from)};
        }
        if (!nl) break;
        p = nl + 1;
    }
    return (Str){"", 0};
}

/* --- which block a spot is --- */

/* Small letters without accents; what an official document puts in or takes away at the end does not count. */
static const char *plain(Arena *a, Str s)
{
    Buf b = {0};
    while (s.n && strchr(" .;,/:", s.p[s.n - 1])) s.n--;
    text_fold(s.p, s.n, &b);
    const char *r = arena_copy(a, buf_text(&b));
    buf_free(&b);
    return r;
}

typedef struct Link { const BackDoc *d; const Source *s; const char **was, **now; long *of; char *used; } Link;

static void join(Link *l, size_t spot, size_t block)
{
    l->of[spot] = (long)block;
    l->used[block] = 1;
}

static int is_text(const SourceBlock *b) { return b->kind != 2; }

static void link_paragraphs(Link *l, int by_line, int by_text)
{
    for (size_t i = 0; i < l->d->n_was; i++) {
        const BackSpot *w = &l->d->was[i];
        if (w->table || l->of[i] >= 0 || (by_line && !w->line) || (!by_text && !strcmp(w->part, "header"))) continue;
        for (size_t k = 0; k < l->s->n_blocks; k++) {
            const SourceBlock *b = &l->s->block[k];
            if (l->used[k] || !is_text(b) || (by_line && (b->line != w->line || strcmp(b->origin, w->origin)))) continue;
            if (by_text ? strcmp(l->was[i], l->now[k]) != 0 : align_likeness(l->was[i], l->now[k]) < 0.3) continue;
            join(l, i, k);
            break;
        }
    }
}

/* What was changed on both sides, or stands on another line by now. */
static void link_alike(Link *l)
{
    size_t left = 0;
    for (size_t i = 0; i < l->d->n_was; i++) left += l->of[i] < 0 && !l->d->was[i].table;
    for (size_t i = 0; i < l->d->n_was && left * l->s->n_blocks < 4000000; i++) {
        const BackSpot *w = &l->d->was[i];
        double best = 0.6;
        long found = -1;
        if (w->table || l->of[i] >= 0 || !strcmp(w->part, "header")) continue;
        for (size_t k = 0; k < l->s->n_blocks; k++) {
            const SourceBlock *b = &l->s->block[k];
            double like = l->used[k] || !is_text(b) || strcmp(b->origin, w->origin) ? 0 : align_likeness(l->was[i], l->now[k]);
            if (like > best) best = like, found = (long)k;
        }
        if (found >= 0) join(l, i, (size_t)found);
    }
}

/* How many tables whose first row stands on that line come before this one. */
static int nth_old(const BackDoc *d, size_t spot)
{
    int n = 0;
    for (size_t i = 0; i < spot; i++)
        n += d->was[i].table && d->was[i].table != d->was[spot].table && d->was[i].line == d->was[spot].line &&
             d->was[i].row == 1 && d->was[i].column == 1;
    return n;
}

static int nth_table(const Source *s, int line, int nth)
{
    for (size_t i = 0; i < s->n_blocks; i++) {
        const SourceBlock *b = &s->block[i];
        if (b->kind == 2 && b->row == 1 && b->column == 1 && b->line == line && nth-- == 0) return b->table;
    }
    return 0;
}

/* The table whose head says the same, when it stands on another line by now. */
static int table_like(const Link *l, size_t spot)
{
    for (size_t k = 0; k < l->s->n_blocks; k++) {
        const SourceBlock *b = &l->s->block[k];
        if (b->kind == 2 && b->row == 1 && b->column == 1 && !l->used[k] && !strcmp(l->was[spot], l->now[k])) return b->table;
    }
    return 0;
}

/* Does the head of that table say what the spot, its first cell, says? */
static int says_same(const Link *l, size_t spot, int table)
{
    for (size_t k = 0; k < l->s->n_blocks; k++) {
        const SourceBlock *b = &l->s->block[k];
        if (b->kind == 2 && b->table == table && b->row == 1 && b->column == 1) return !strcmp(l->was[spot], l->now[k]);
    }
    return 0;
}

/* The row of a table of the template's own: the one that begins with the same text, else (by_place) the one in its place. */
static int row_now(const Link *l, size_t spot, int table, int by_place)
{
    for (size_t k = 0; k < l->s->n_blocks; k++) {
        const SourceBlock *b = &l->s->block[k];
        if (b->kind == 2 && b->table == table && b->column == 1 && !l->used[k] && !strcmp(l->was[spot], l->now[k])) return b->row;
    }
    return by_place ? l->d->was[spot].row : 0;
}

static void link_cells(Link *l, int by_place)
{
    int last = 0, table = 0, row = 0;
    for (size_t i = 0; i < l->d->n_was; i++) {
        const BackSpot *w = &l->d->was[i];
        if (!w->table) continue;
        if (w->table != last) table = nth_table(l->s, w->line, nth_old(l->d, i));
        if (w->table != last && !says_same(l, i, table)) table = table_like(l, i) ? table_like(l, i) : table;
        if (w->column == 1) row = l->of[i] >= 0 ? l->s->block[l->of[i]].row : row_now(l, i, table, by_place);
        last = w->table;
        if (l->of[i] >= 0) continue;
        for (size_t k = 0; k < l->s->n_blocks; k++) {
            const SourceBlock *b = &l->s->block[k];
            if (b->kind != 2 || l->used[k] || b->column != w->column || b->head != w->head) continue;
            int here = *w->origin ? !strcmp(b->origin, w->origin) : b->table == table && b->row == row;
            if (!here || (*w->origin && table && b->table != table)) continue;
            join(l, i, k);
            break;
        }
    }
}

long *back_link(const BackDoc *d, const Source *s, Arena *a)
{
    Link l = {.d = d, .s = s, .used = arena_alloc(a, s->n_blocks + 1)};
    l.was = arena_alloc(a, mem_mul(d->n_was + 1, sizeof *l.was));
    l.now = arena_alloc(a, mem_mul(s->n_blocks + 1, sizeof *l.now));
    l.of = arena_alloc(a, mem_mul(d->n_was + 1, sizeof *l.of));
    memset(l.used, 0, s->n_blocks + 1);
    for (size_t i = 0; i < d->n_was; i++) {
        l.was[i] = plain(a, str_of(d->was[i].text));
        l.of[i] = -1;
    }
    for (size_t k = 0; k < s->n_blocks; k++) l.now[k] = plain(a, s->block[k].text);
    link_paragraphs(&l, 1, 1);
    link_paragraphs(&l, 0, 1);
    link_paragraphs(&l, 1, 0);
    link_alike(&l);
    link_cells(&l, 0);                                     /* rows that say the same before rows in the same place */
    link_cells(&l, 1);
    return l.of;
}

/* --- a change in the lines of the template --- */

size_t back_part_start(const SourceBlock *b, size_t part)
{
    size_t at = 0;
    for (size_t i = 0; i < part; i++) at += b->part[i].text.n;
    return at;
}

long back_part_of(const SourceBlock *b, const Splice *x)
{
    size_t at = 0;
    long found = -1;
    for (size_t i = 0; i < b->n_parts; at += b->part[i].text.n, i++) {
        size_t end = at + b->part[i].text.n;
        if (x->from < at || x->to > end) continue;
        if (x->from < x->to || (x->from > at && x->from < end)) return (long)i;
        int value = b->part[i].expr.n > 0, set = value && *b->origin && back_way(&b->part[i], &(const char *){NULL}) == WAY_TEXT;
        /* between two parts: in a loop the value that can be set, else the template's own words */
        if (found < 0 || set || (!value && (b->part[found].expr.n && !*b->origin))) found = (long)i;
        else if (!value && b->part[found].expr.n && back_way(&b->part[found], &(const char *){NULL}) != WAY_TEXT) found = (long)i;
    }
    return found;
}

static int is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/* Does the part stand at s[at]? Places of its bytes go to `place` (n + 1 of them). A backslash may stand before a sign, marks of
 * emphasis between words, a line end with its indent for a space. */
static int stands_at(Str s, size_t at, Str part, size_t *place)
{
    size_t k = at;
    for (size_t i = 0; i < part.n; i++) {
        if (part.p[i] == ' ' && k < s.n && is_space(s.p[k])) {
            place[i] = k;
            while (k < s.n && is_space(s.p[k])) k++;
            if (i + 1 < part.n && part.p[i + 1] == ' ') k--;
            continue;
        }
        if (k + 1 < s.n && s.p[k] == '\\' && s.p[k] != part.p[i]) k++;
        if (k >= s.n || s.p[k] != part.p[i]) return 0;
        place[i] = k++;
    }
    place[part.n] = k;
    return 1;
}

/* Behind the hole at s[at] ("{{ … }}", "{% … %}", "{# … #}"), or 0 when none begins there. */
static size_t behind_hole(Str s, size_t at)
{
    static const char *const close[] = {"}}", "%}", "#}"};
    if (at + 1 >= s.n || s.p[at] != '{') return 0;
    const char *kind = strchr("{%#", s.p[at + 1]);
    if (!kind || !*kind) return 0;
    const char *end = memmem(s.p + at + 2, s.n - at - 2, close[s.p[at + 1] == '{' ? 0 : s.p[at + 1] == '%' ? 1 : 2], 2);
    return end ? (size_t)(end - s.p) + 2 : 0;
}

static size_t find_hole(Str s, size_t at, Str expr)
{
    for (; at < s.n; at++) {
        size_t end = behind_hole(s, at);
        if (!end) continue;
        if (s.p[at + 1] == '{' && str_eq(str_trim((Str){s.p + at + 2, end - at - 4}), expr)) return end;
        at = end - 1;
    }
    return 0;
}

/* Where the cell begins in the line of its row. */
static size_t cell_start(Str s, int column)
{
    size_t at = 0, end;
    int bars = 0, want = column;
    while (at < s.n && is_space(s.p[at])) at++;
    if (at >= s.n || s.p[at] != '|') want--;
    for (; at < s.n && bars < want; at++) {
        if ((end = behind_hole(s, at)) != 0) at = end - 1;
        else if (s.p[at] == '\\') at++;
        else if (s.p[at] == '|') bars++;
    }
    return at < s.n ? at : s.n;
}

void back_markdown(Str text, int cell, Buf *out)
{
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c == '\n') {
            buf_puts(out, cell ? " " : "\\\n");
            continue;
        }
        int brace = c == '{' && ((i + 1 < text.n && strchr("{%#", text.p[i + 1])) || (i && text.p[i - 1] == '{'));
        if (brace || strchr("\\`*_[]<>|~", c)) buf_putc(out, '\\');
        buf_putc(out, c);
    }
}

/* The changes of part k, from the last back, so that places before them stay. */
static void change_part(const SourceBlock *b, size_t k, const size_t *place, const Splices *changes, Buf *text)
{
    size_t from = back_part_start(b, k);
    for (size_t i = changes->n; i-- > 0;) {
        const Splice *x = &changes->v[i];
        Buf made = {0};
        if (back_part_of(b, x) != (long)k) continue;
        size_t lo = place[x->from - from], hi = x->to > x->from ? place[x->to - from - 1] + 1 : lo;
        if (x->to == x->from && x->from - from == b->part[k].text.n) lo = hi = place[b->part[k].text.n];
        buf_add(&made, buf_text(text), lo);
        if (b->kind == 9) buf_str(&made, x->text);
        else back_markdown(x->text, b->kind == 2, &made);
        buf_add(&made, buf_text(text) + hi, text->n - hi);
        buf_free(text);
        *text = made;
    }
}

int back_rewrite(Str lines, const SourceBlock *b, const Splices *changes, Buf *out)
{
    size_t **place = mem_alloc(mem_mul(b->n_parts + 1, sizeof *place)), at = b->kind == 2 ? cell_start(lines, b->column) : 0;
    int rc = 0;
    for (size_t k = 0; k < b->n_parts && rc == 0; k++) {
        const SourcePart *p = &b->part[k];
        place[k] = mem_alloc(mem_mul(p->text.n + 1, sizeof **place));
        if (p->expr.n) {
            size_t end = find_hole(lines, at, p->expr);
            if (end) at = end;                             /* it may have been printed by an include */
            continue;
        }
        if (str_is(p->text, " ") || str_is(p->text, "\n")) {
            size_t from = at;
            while (from < lines.n && !is_space(lines.p[from])) from++;
            place[k][0] = from;
            place[k][1] = from < lines.n ? from + 1 : from;
            continue;
        }
        size_t from = at;
        while (from <= lines.n && !stands_at(lines, from, p->text, place[k])) {
            size_t end = behind_hole(lines, from);
            from = end ? end : from + 1;
        }
        if (from > lines.n) rc = -1;
        else at = place[k][p->text.n];
    }
    if (rc == 0) {
        buf_str(out, lines);
        for (size_t k = b->n_parts; k-- > 0;)
            if (!b->part[k].expr.n) change_part(b, k, place[k], changes, out);
    }
    for (size_t k = 0; k < b->n_parts; k++) free(place[k]);
    free(place);
    return rc;
}
