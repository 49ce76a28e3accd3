/* back_read.c - the marks and lines of the Word reader become what went out and what came back; must not compare. */
#include "core/app/back.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

enum { PART_LINE, PART_CELL, PART_MARK, IDS_WAITING = 64, PARTS_MOST = 2000000 };

typedef struct Raw { unsigned kind; int line, table, row, column; const char *text, *mark; } Raw;

typedef struct Reading {
    BackDoc *d;
    Arena *a;
    size_t cap_was, cap_now, cap_notes;
    BackSpot spot;                         /* what the next texts of the custom part belong to */
    int grid, in_was, in_note;
    Buf text;
    int ids[IDS_WAITING], n_ids;           /* waiting for their paragraph */
    const char *label, *author;
    int control, boxes;                    /* the last check box of the paragraph, and how many there are */
    size_t comments;                       /* those of d->notes that wait for their paragraph */
    int line;                              /* of the last paragraph, so that its lines stay together */
} Reading;

static BackSpot *add_spot(Reading *r)
{
    BackDoc *d = r->d;
    if (d->n_was == r->cap_was) {
        r->cap_was = r->cap_was ? r->cap_was * 2 : 128;
        d->was = mem_resize(d->was, mem_mul(r->cap_was, sizeof *d->was));
    }
    return &d->was[d->n_was++];
}

static BackPara *add_para(Reading *r)
{
    BackDoc *d = r->d;
    if (d->n_now == r->cap_now) {
        r->cap_now = r->cap_now ? r->cap_now * 2 : 128;
        d->now = mem_resize(d->now, mem_mul(r->cap_now, sizeof *d->now));
    }
    BackPara *p = &d->now[d->n_now++];
    *p = (BackPara){.label = r->label ? r->label : "", .author = r->author, .control = r->boxes == 1 ? r->control : 0};
    r->control = r->boxes = 0;
    for (int i = 0; i < r->n_ids && i < BACK_IDS; i++) p->ids[p->n_ids++] = r->ids[i];
    for (size_t i = d->n_notes - r->comments; i < d->n_notes; i++) d->notes[i].para = d->n_now - 1;
    r->comments = 0;
    r->n_ids = 0;
    r->label = r->author = NULL;
    return p;
}

/* Without what Word puts in for line breaks, with plain spaces, none at the ends. */
static const char *clean(Arena *a, const char *s)
{
    Buf b = {0};
    for (; *s; s++) {
        if (!strncmp(s, "\xE2\x81\xA0", 3) || !strncmp(s, "\xE2\x80\x8B", 3)) s += 2;
        else if (!strncmp(s, "\xC2\xA0", 2)) {
            buf_putc(&b, ' ');
            s++;
        } else if (!strncmp(s, "\xE2\x80\x91", 3)) {
            buf_putc(&b, '-');
            s += 2;
        } else buf_putc(&b, *s == '\t' ? ' ' : *s);
    }
    Str t = str_trim(buf_view(&b));
    const char *r = arena_text(a, t.p ? t.p : "", t.n);
    buf_free(&b);
    return r;
}

/* --- what went out --- */

static const char *field(Reading *r, const char *text, int k)
{
    for (; k > 0; k--) {
        text += strcspn(text, "\t");
        text += *text == '\t';
    }
    return arena_text(r->a, text, strcspn(text, "\t"));
}

static void end_spot(Reading *r)
{
    if (!r->in_was) return;
    r->in_was = 0;
    const char *p = buf_text(&r->text);
    for (;; p++) {                                         /* each line of a cell at the head or the end is a paragraph */
        size_t n = r->grid ? strcspn(p, "\n") : strlen(p);
        const char *text = clean(r->a, arena_text(r->a, p, n));
        if (!r->grid || *text) {
            BackSpot *s = add_spot(r);
            *s = r->spot;
            s->text = text;
            s->grid = r->grid;
            if (r->grid) s->table = s->row = s->column = 0;
        }
        p += n;
        if (!*p) break;
    }
    buf_clear(&r->text);
}

static void begin_spot(Reading *r)
{
    end_spot(r);
    r->in_was = 1;
    buf_clear(&r->text);
}

static void block_mark(Reading *r, const char *mark, const char *text)
{
    end_spot(r);
    int para = !strcmp(mark, "sen-block");
    r->grid = !strcmp(mark, "sen-grid");
    r->spot = (BackSpot){.n = atoi(field(r, text, 0)), .part = field(r, text, 1), .origin = field(r, text, para ? 3 : 2),
                         .line = atoi(field(r, text, para ? 4 : 3))};
    if (para) begin_spot(r);
    else r->spot.table = r->spot.n, r->spot.head = atoi(field(r, text, 4));
}

/* r->spot.head counts the header rows of the table; in a spot it says whether its row is one. */
static void row_mark(Reading *r, const char *text)
{
    end_spot(r);
    r->spot.row++;
    r->spot.column = 0;
    r->spot.origin = arena_copy(r->a, text);
}

static void document_mark(Reading *r, const char *text)
{
    r->d->material = field(r, text, 0);
    r->d->unit = field(r, text, 1);
}

static int old_mark(Reading *r, const Raw *x)
{
    if (!strcmp(x->mark, "sen-document")) document_mark(r, x->text);
    else if (!strcmp(x->mark, "sen-block") || !strcmp(x->mark, "sen-grid") || !strcmp(x->mark, "sen-table"))
        block_mark(r, x->mark, x->text);
    else if (!strcmp(x->mark, "sen-row")) row_mark(r, x->text);
    else if (!strcmp(x->mark, "sen-cell")) {
        end_spot(r);
        r->spot.column++;
        begin_spot(r);
    } else if (!strcmp(x->mark, "sen-foot")) {
        end_spot(r);
        r->grid = 0;
        r->spot = (BackSpot){.part = "note", .origin = ""};
        begin_spot(r);
    } else if (!strcmp(x->mark, "sen-text")) {
        if (r->text.n || (r->in_note && r->text.n)) buf_putc(&r->text, '\n');
        buf_puts(&r->text, x->text);
    } else return 0;
    return 1;
}

/* --- what came back --- */

static BackNote *note_of(Reading *r, const char *id)
{
    for (size_t i = 0; i < r->d->n_notes; i++)
        if (!strcmp(r->d->notes[i].id, id)) return &r->d->notes[i];
    return NULL;
}

static void end_note(Reading *r)
{
    if (!r->in_note) return;
    r->d->notes[r->in_note - 1].text = clean(r->a, buf_text(&r->text));
    r->in_note = 0;
    buf_clear(&r->text);
}

static void comment_mark(Reading *r, const char *id)
{
    BackDoc *d = r->d;
    if (note_of(r, id) || d->n_notes > 5000) return;
    if (d->n_notes == r->cap_notes) {
        r->cap_notes = r->cap_notes ? r->cap_notes * 2 : 16;
        d->notes = mem_resize(d->notes, mem_mul(r->cap_notes, sizeof *d->notes));
    }
    d->notes[d->n_notes++] = (BackNote){arena_copy(r->a, id), "", "", d->n_now};
    r->comments++;
}

static void new_mark(Reading *r, const Raw *x)
{
    if (!strcmp(x->mark, "sen-at")) {
        if (r->n_ids < IDS_WAITING) r->ids[r->n_ids++] = atoi(x->text);
    } else if (!strcmp(x->mark, "sen-label")) r->label = arena_copy(r->a, x->text);
    else if (!strcmp(x->mark, "sen-change")) r->author = arena_copy(r->a, x->text);
    else if (!strcmp(x->mark, "sen-box")) r->control = *x->text == '1' ? 2 : 1, r->boxes++;
    else if (!strcmp(x->mark, "sen-comment")) comment_mark(r, x->text);
    else if (!strcmp(x->mark, "sen-note")) {
        end_note(r);
        BackNote *n = note_of(r, field(r, x->text, 0));
        if (!n) return;
        n->author = field(r, x->text, 1);
        r->in_note = (int)(n - r->d->notes) + 1;
        buf_clear(&r->text);
    }
}

/* Word keeps a space behind the mark of a footnote, the reader puts one there too. */
static const char *without_gap(Arena *a, const char *text)
{
    size_t n = *text == '[' ? 1 + strspn(text + 1, "0123456789") : 0;
    if (n < 2 || strncmp(text + n, "]  ", 3)) return text;
    return arena_print(a, "%.*s] %s", (int)n, text, text + n + 1 + strspn(text + n + 1, " "));
}

static void join_text(Reading *r, BackPara *p, const char *text)
{
    p->text = *p->text ? arena_print(r->a, "%s\n%s", p->text, text) : text;
}

static void new_line(Reading *r, const Raw *x)
{
    BackDoc *d = r->d;
    const char *label = r->label ? r->label : "";
    size_t n = strlen(label);
    const char *text = x->text;
    if (n && !strncmp(text, label, n)) text += n;
    text = without_gap(r->a, clean(r->a, text));
    BackPara *last = d->n_now ? &d->now[d->n_now - 1] : NULL;
    if (last && !last->table && r->line == x->line && !r->n_ids && !r->label) {
        join_text(r, last, text);
        return;
    }
    r->line = x->line;
    if (!*text) {                                          /* a blank paragraph: its marks wait for the next */
        r->line = -1;
        return;
    }
    add_para(r)->text = text;
}

static void new_cell(Reading *r, const Raw *x)
{
    BackDoc *d = r->d;
    BackPara *last = d->n_now ? &d->now[d->n_now - 1] : NULL;
    const char *text = clean(r->a, x->text);
    r->line = -1;
    if (last && last->table == x->table && last->row == x->row && last->column == x->column) {
        join_text(r, last, text);
        return;
    }
    BackPara *p = add_para(r);
    p->text = text;
    p->table = x->table;
    p->row = x->row;
    p->column = x->column;
}

static void take(Reading *r, const Raw *x)
{
    if (x->kind == PART_MARK && old_mark(r, x)) return;
    end_spot(r);
    if (x->kind == PART_MARK) new_mark(r, x);
    else if (x->kind == PART_CELL) new_cell(r, x);
    else new_line(r, x);
}

/* The arrays into the arena; a row within the header rows of its table is one. */
static void keep(Reading *r)
{
    BackDoc *d = r->d;
    BackSpot *was = arena_alloc(r->a, mem_mul(d->n_was + 1, sizeof *was));
    BackPara *now = arena_alloc(r->a, mem_mul(d->n_now + 1, sizeof *now));
    BackNote *notes = arena_alloc(r->a, mem_mul(d->n_notes + 1, sizeof *notes));
    if (d->n_was) memcpy(was, d->was, d->n_was * sizeof *was);
    if (d->n_now) memcpy(now, d->now, d->n_now * sizeof *now);
    if (d->n_notes) memcpy(notes, d->notes, d->n_notes * sizeof *notes);
    free(d->was);
    free(d->now);
    free(d->notes);
    d->was = was;
    d->now = now;
    d->notes = notes;
    for (size_t i = 0; i < d->n_was; i++) {
        was[i].head = was[i].table && was[i].row <= was[i].head;
        was[i].box = back_take_box(&was[i].text);
    }
    for (size_t i = 0; i < d->n_now; i++) {
        now[i].box = back_take_box(&now[i].text);
        if (now[i].table) now[i].control = 0;              /* marks of cells come before the table: whose they are is not said */
    }
    for (size_t i = 0; i < d->n_notes; i++)
        if (notes[i].para >= d->n_now) notes[i].para = d->n_now ? d->n_now - 1 : 0;
}

int back_read(Str parts, Arena *a, BackDoc *d)
{
    Unpack u = unpack_from(parts.p, parts.n);
    Reading r = {.d = d, .a = a, .line = -1};
    *d = (BackDoc){0};
    if (!parts.n) return 0;
    size_t n = unpack_count(&u, 17);
    for (size_t i = 0; i < n && i < PARTS_MOST && !u.bad; i++) {
        Raw x = {.kind = unpack_u8(&u)};
        int *const place[] = {&x.line, &x.table, &x.row, &x.column};
        for (int k = 0; k < 4; k++) *place[k] = (int)(unpack_u32(&u) & 0x7FFFFFFF);
        x.text = unpack_text(&u, a);
        x.mark = unpack_text(&u, a);
        if (x.kind > PART_MARK || !x.text || (x.kind == PART_MARK && !x.mark)) u.bad = 1;
        if (!u.bad) take(&r, &x);
    }
    end_spot(&r);
    end_note(&r);
    keep(&r);
    buf_free(&r.text);
    if (u.bad) return -1;
    return d->material && *d->material && d->unit && *d->unit;
}
