/* form_read.c - rows with keys and columns with heads, out of the cells a reader found; judges no figure. */
#include "core/intake/form_read.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

enum { MERGES_MOST = 5000, KEY_PIECES = 5, KEY_MOST = 300, TEXT_MOST = 1000 };
enum { HEAD_NAME, HEAD_N, HEAD_D, HEAD_WAS_N, HEAD_WAS_D, HEAD_WAS_NAME, HEADS };
static const char *const HEAD[HEADS] = {"sen#name", "sen#n", "sen#d", "sen#was-n", "sen#was-d", "sen#was-name"};

typedef struct Range { int top, left, bottom, right; } Range;

/* One sheet while it is read: its cells are v[from … to). */
typedef struct Sheet {
    const IntakePart *v;
    size_t from, to;
    int number;
    int head[HEADS];                       /* columns, 0 = none */
    int has_keys;
    Range *merged; size_t n_merged;
} Sheet;

typedef struct Reading {
    Arena *arena;
    FormBook *out;
    size_t cap;
    int found, lines;                      /* keys, and keys whose figures can be read */
} Reading;

static int starts(const char *s, const char *with) { return !strncmp(s, with, strlen(with)); }

/* Special spaces become plain ones, marks of no width go; trimmed. */
static const char *plain(Arena *a, const char *s)
{
    static const struct { const char *bytes, *to; } SPACES[] = {
        {"\xC2\xA0", " "}, {"\xE2\x80\xAF", " "}, {"\xE2\x80\x89", " "}, {"\xE2\x80\x87", " "}, {"\xE2\x80\x8B", ""},
        {"\xEF\xBB\xBF", ""}, {"\xE2\x80\x8E", ""}, {"\xE2\x81\xA0", ""}, {"\t", " "}};
    Buf b = {0};
    if (strlen(s) > TEXT_MOST) s = arena_text(a, s, text_cut(s, TEXT_MOST));
    for (const char *p = s; *p;) {
        size_t k = 0;
        while (k < sizeof SPACES / sizeof *SPACES && !starts(p, SPACES[k].bytes)) k++;
        if (k < sizeof SPACES / sizeof *SPACES) {
            buf_puts(&b, SPACES[k].to);
            p += strlen(SPACES[k].bytes);
        } else {
            buf_putc(&b, *p++);
        }
    }
    Str t = str_trim(buf_view(&b));
    const char *r = arena_text(a, t.p, t.n);
    buf_free(&b);
    return r;
}

/* --- one sheet --- */

static int parse_place(const char **p, int *row, int *column)
{
    long c = 0, r = 0;
    for (; **p >= 'A' && **p <= 'Z' && c < 20000; ++*p) c = c * 26 + (**p - 'A' + 1);
    for (; **p >= '0' && **p <= '9' && r < 2000000; ++*p) r = r * 10 + (**p - '0');
    *row = (int)r;
    *column = (int)c;
    return r > 0 && c > 0;
}

static void add_merged(Sheet *s, const char *ref)
{
    Range r;
    if (!parse_place(&ref, &r.top, &r.left) || *ref++ != ':' || !parse_place(&ref, &r.bottom, &r.right) || *ref) return;
    if (s->n_merged < MERGES_MOST) s->merged[s->n_merged] = r;
    s->n_merged++;
}

static void find_heads(Sheet *s, Arena *a)
{
    for (size_t i = s->from; i < s->to; i++) {
        const IntakePart *p = &s->v[i];
        if (p->kind != INTAKE_CELL || !starts(p->text, "sen")) continue;
        if (starts(p->text, "sen|")) s->has_keys = 1;
        for (int k = 0; k < HEADS; k++)
            if (!s->head[k] && !strcmp(plain(a, p->text), HEAD[k])) s->head[k] = p->column;
    }
}

static CellKind kind_of(const char *mark)
{
    static const struct { const char *mark; CellKind kind; } KINDS_OF[] = {
        {"number", CELL_NUMBER}, {"date", CELL_DATE}, {"percent", CELL_PERCENT}, {"formula", CELL_FORMULA}, {"error", CELL_ERROR},
        {"bool", CELL_BOOL}};
    for (size_t i = 0; mark && i < sizeof KINDS_OF / sizeof *KINDS_OF; i++)
        if (!strcmp(mark, KINDS_OF[i].mark)) return KINDS_OF[i].kind;
    return CELL_TEXT;
}

/* The cell of a row (its parts are v[from … to)) in a column; blank when there is none. */
static FormCell cell_at(const Sheet *s, size_t from, size_t to, int row, int column, Arena *a)
{
    FormCell c = {CELL_BLANK, "", row, column};
    const char *mark = NULL;
    for (size_t i = from; i < to; i++) {
        const IntakePart *p = &s->v[i];
        if (p->column != column) continue;
        if (p->kind == INTAKE_MARK) {
            mark = p->mark;
        } else {
            c.kind = kind_of(mark);
            c.text = plain(a, p->text);
            if (!*c.text && c.kind == CELL_TEXT) c.kind = CELL_BLANK;
        }
    }
    return c;
}

/* A range whose first cell is another one, or that covers other lines too, leaves open what was meant. One that begins in the
 * line's own figure, in column `own`, hides nothing but an empty cell. */
static void mark_merged(const Sheet *s, FormCell *c, int own)
{
    for (size_t i = 0; i < s->n_merged; i++) {
        const Range *r = &s->merged[i];
        if (c->row < r->top || c->row > r->bottom || c->column < r->left || c->column > r->right) continue;
        if (r->top == c->row && r->bottom == c->row && (r->left == c->column || r->left == own)) continue;
        c->kind = CELL_MERGED;
    }
}

/* "sen|UNIT|PERIOD|INDICATOR|PART" */
static int split_key(const char *text, Arena *a, FormRow *r)
{
    const char *piece[KEY_PIECES];
    char *p = arena_copy(a, text);
    int n = 0;
    if (strlen(text) > KEY_MOST) return -1;
    while (n < KEY_PIECES) {
        piece[n++] = p;
        char *bar = strchr(p, '|');
        if (!bar) break;
        *bar = 0;
        p = bar + 1;
    }
    if (n != KEY_PIECES || strchr(piece[4], '|')) return -1;
    r->unit = piece[1];
    r->period = piece[2];
    r->indicator = piece[3];
    r->part = piece[4];
    return 0;
}

static void add_row(Reading *x, const FormRow *r)
{
    FormBook *b = x->out;
    if (b->n >= FORM_ROWS_MOST) {
        b->lost = 1;
        return;
    }
    if (b->n == x->cap) {
        size_t cap = x->cap ? x->cap * 2 : 256;
        FormRow *v = arena_alloc(x->arena, cap * sizeof *v);
        if (b->n) memcpy(v, b->rows, b->n * sizeof *v);
        b->rows = v;
        x->cap = cap;
    }
    b->rows[b->n++] = *r;
}

static void read_row(Reading *x, const Sheet *s, size_t from, size_t to)
{
    FormRow r = {.sheet = s->number, .row = s->v[from].row};
    const char *key = NULL;
    for (size_t i = from; i < to && !key; i++)
        if (s->v[i].kind == INTAKE_CELL && starts(s->v[i].text, "sen|")) {
            key = plain(x->arena, s->v[i].text);
            r.key = (FormCell){CELL_TEXT, key, r.row, s->v[i].column};
        }
    if (!key || split_key(key, x->arena, &r)) return;
    x->found = 1;
    r.was = s->head[HEAD_WAS_N] != 0;
    if (!s->head[r.was ? HEAD_WAS_N : HEAD_N]) return;
    r.n = cell_at(s, from, to, r.row, s->head[r.was ? HEAD_WAS_N : HEAD_N], x->arena);
    r.d = cell_at(s, from, to, r.row, s->head[r.was ? HEAD_WAS_D : HEAD_D], x->arena);
    r.name = cell_at(s, from, to, r.row, s->head[r.was ? HEAD_WAS_NAME : HEAD_NAME], x->arena);
    mark_merged(s, &r.n, r.n.column);
    mark_merged(s, &r.d, r.n.column);
    x->lines |= !r.was;
    add_row(x, &r);
}

static void read_sheet(Reading *x, Sheet *s)
{
    s->merged = arena_alloc(x->arena, MERGES_MOST * sizeof *s->merged);
    for (size_t i = s->from; i < s->to; i++)
        if (s->v[i].kind == INTAKE_MARK && s->v[i].mark && !strcmp(s->v[i].mark, "merged")) add_merged(s, s->v[i].text);
    find_heads(s, x->arena);
    if (!s->has_keys) return;
    if (s->n_merged > MERGES_MOST || (!s->head[HEAD_N] && !s->head[HEAD_WAS_N])) x->out->lost = 1;
    if (s->n_merged > MERGES_MOST) s->n_merged = MERGES_MOST;
    for (size_t i = s->from, k; i < s->to; i = k) {
        for (k = i + 1; k < s->to && s->v[k].row == s->v[i].row; k++) {}
        if (s->v[i].row > 0) read_row(x, s, i, k);
    }
}

int form_read(const IntakePart *v, size_t n, Arena *a, FormBook *out)
{
    Reading x = {.arena = a, .out = out};
    *out = (FormBook){.sheets = arena_alloc(a, FORM_SHEETS_MOST * sizeof(char *))};
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i + 1; k < n && v[k].table == v[i].table; k++) {}
        int number = v[i].table - 1;
        if (number < 0 || number >= FORM_SHEETS_MOST) continue;
        while ((int)out->n_sheets <= number) out->sheets[out->n_sheets++] = "";
        if (v[i].kind == INTAKE_MARK && v[i].mark && !strcmp(v[i].mark, "sheet")) out->sheets[number] = plain(a, v[i].text);
        Sheet s = {.v = v, .from = i, .to = k, .number = number};
        read_sheet(&x, &s);
    }
    if (!x.lines) out->lost = 1;
    return x.found;
}

/* --- between the processes --- */

static void pack_cell(Buf *b, const FormCell *c)
{
    pack_u8(b, c->kind);
    pack_text(b, c->text);
    pack_u32(b, (uint32_t)c->row);
    pack_u32(b, (uint32_t)c->column);
}

void form_pack(const FormBook *f, Buf *out)
{
    pack_u32(out, (uint32_t)f->n_sheets);
    for (size_t i = 0; i < f->n_sheets; i++) pack_text(out, f->sheets[i]);
    pack_u8(out, f->lost != 0);
    pack_u32(out, (uint32_t)f->n);
    for (size_t i = 0; i < f->n; i++) {
        const FormRow *r = &f->rows[i];
        pack_u32(out, (uint32_t)r->sheet);
        pack_u32(out, (uint32_t)r->row);
        pack_u8(out, r->was != 0);
        pack_text(out, r->unit);
        pack_text(out, r->period);
        pack_text(out, r->indicator);
        pack_text(out, r->part);
        pack_cell(out, &r->key);
        pack_cell(out, &r->name);
        pack_cell(out, &r->n);
        pack_cell(out, &r->d);
    }
}

static const char *text_of(Unpack *u, Arena *a)
{
    const char *s = unpack_text(u, a);
    if (!s || !text_valid(s, strlen(s), NULL)) u->bad = 1;
    return s ? s : "";
}

static void unpack_cell(Unpack *u, Arena *a, FormCell *c)
{
    c->kind = (CellKind)unpack_u8(u);
    c->text = text_of(u, a);
    c->row = (int)unpack_u32(u);
    c->column = (int)unpack_u32(u);
    if ((unsigned)c->kind >= CELL_KINDS || c->row < 0 || c->row > 2000000 || c->column < 0 || c->column > 20000) u->bad = 1;
}

int form_unpack(Unpack *u, Arena *a, FormBook *out)
{
    *out = (FormBook){.n_sheets = unpack_count(u, 4)};
    if (out->n_sheets > FORM_SHEETS_MOST) u->bad = 1;
    out->sheets = arena_alloc(a, (FORM_SHEETS_MOST + 1) * sizeof(char *));
    for (size_t i = 0; i < out->n_sheets && !u->bad; i++) out->sheets[i] = text_of(u, a);
    out->lost = unpack_u8(u) != 0;
    out->n = unpack_count(u, 60);
    if (u->bad || out->n > FORM_ROWS_MOST) return -1;
    out->rows = arena_alloc(a, mem_mul(out->n + 1, sizeof *out->rows));
    for (size_t i = 0; i < out->n && !u->bad; i++) {
        FormRow *r = &out->rows[i];
        r->sheet = (int)unpack_u32(u);
        r->row = (int)unpack_u32(u);
        r->was = unpack_u8(u) != 0;
        r->unit = text_of(u, a);
        r->period = text_of(u, a);
        r->indicator = text_of(u, a);
        r->part = text_of(u, a);
        unpack_cell(u, a, &r->key);
        unpack_cell(u, a, &r->name);
        unpack_cell(u, a, &r->n);
        unpack_cell(u, a, &r->d);
        if (r->sheet < 0 || (size_t)r->sheet >= out->n_sheets) u->bad = 1;
    }
    return u->bad ? -1 : 0;
}
