/* doc_expand.c - tests only: expands a toy template as text and as a tree. */
#include "tests/unit/doc_expand.h"
#include <stdio.h>
#include <string.h>
#include "core/base/text.h"

void toy_make(Toy *t, const char *source)
{
    memset(t, 0, sizeof *t);
    for (const char *p = source; *p; p++) {
        static const char letters[] = "vFIE.A";
        const char *k = *p == '@' && p[1] ? strchr(letters, p[1]) : NULL;
        if (!k || t->holes >= TOY_HOLES) {
            buf_putc(&t->text, *p);
            continue;
        }
        char c[4];
        buf_add(&t->text, c, text_encode(DOC_HOLE_FIRST + t->holes, c));
        t->control[t->holes++] = (uint8_t)(k - letters);
        p++;
    }
}

void toy_free(Toy *t) { buf_free(&t->text); }

static long hole_at(const char *p, const char *end)
{
    uint32_t cp = 0;
    if (p >= end || *p != '\xF3' || !text_decode(p, (size_t)(end - p), &cp)) return -1;
    return cp >= DOC_HOLE_FIRST ? (long)(cp - DOC_HOLE_FIRST) : -1;
}

/* --- as text --- */

static int control_only(const Toy *t, const char *p, const char *nl)
{
    int n = 0;
    while (p < nl) {
        long h = hole_at(p, nl);
        if (h >= 0 && t->control[h]) {
            n++;
            p += 4;
        } else if (*p == ' ' || *p == '\t' || (*p == '>' && !n)) {
            p++;
        } else {
            return 0;
        }
    }
    return n > 0;
}

/* Takes control lines out but for their holes. */
static void without_lines(const Toy *t, Buf *out)
{
    for (const char *p = t->text.p, *end = p + t->text.n; p < end;) {
        const char *nl = memchr(p, '\n', (size_t)(end - p));
        if (!nl) nl = end;
        if (control_only(t, p, nl)) {
            for (const char *q = p; q < nl; q++)
                if (hole_at(q, nl) >= 0) buf_add(out, q, 4);
        } else {
            buf_add(out, p, (size_t)(nl - p) + (nl < end));
        }
        p = nl < end ? nl + 1 : end;
    }
}

typedef struct Piece {
    const char *p, *end;
} Piece;

static Piece body_end(const Toy *t, Piece x, int to_else)
{
    int depth = 0;
    const char *p = x.p;
    for (; p < x.end; p++) {
        long h = hole_at(p, x.end);
        if (h < 0) continue;
        int k = t->control[h];
        if (depth == 0 && (k == CONTROL_END || (to_else && k == CONTROL_ELSE))) break;
        if (k == CONTROL_FOR || k == CONTROL_IF) depth++;
        if (k == CONTROL_END) depth--;
    }
    return (Piece){p, x.end};
}

static void expand_piece(const Toy *t, Piece x, Buf *out, int *count)
{
    while (x.p < x.end) {
        long h = hole_at(x.p, x.end);
        if (h < 0) {
            buf_putc(out, *x.p++);
            continue;
        }
        x.p += 4;
        if (t->control[h] == CONTROL_NONE) buf_printf(out, "x%d", ++*count);
        if (t->control[h] != CONTROL_FOR && t->control[h] != CONTROL_IF) continue;
        Piece mid = body_end(t, x, 1), end = body_end(t, x, 0);
        for (int i = 0; i < t->times[h] && (i == 0 || t->control[h] == CONTROL_FOR); i++)
            expand_piece(t, (Piece){x.p, mid.p}, out, count);
        if (!t->times[h] && mid.p < end.p) expand_piece(t, (Piece){mid.p + 4, end.p}, out, count);
        x.p = end.p + 4;
    }
}

void toy_expand_text(const Toy *t, Buf *out)
{
    Buf flat = {0};
    int count = 0;
    without_lines(t, &flat);
    expand_piece(t, (Piece){buf_text(&flat), buf_text(&flat) + flat.n}, out, &count);
    buf_free(&flat);
}

/* --- as a tree --- */

typedef struct Filling {
    const Toy *t;
    Arena *a;
    int count;
    uint8_t pending;
} Filling;

static int kind_at(const Toy *t, const DocNode *n)
{
    return n->kind == DOC_CONTROL || n->kind == DOC_HOLE ? t->control[n->hole] : CONTROL_NONE;
}

static const DocNode *group_stop(const Toy *t, const DocNode *n, int to_else)
{
    int depth = 0;
    for (; n; n = n->next) {
        int k = kind_at(t, n);
        if (depth == 0 && (k == CONTROL_END || (to_else && k == CONTROL_ELSE))) return n;
        if (k == CONTROL_FOR || k == CONTROL_IF) depth++;
        if (k == CONTROL_END) depth--;
    }
    return NULL;
}

static void fill_children(Filling *f, const DocNode *from, const DocNode *stop, DocNode *to);

static void fill_literal(Filling *f, DocNode *n)
{
    Buf b = {0};
    Toy part = *f->t;
    part.text = (Buf){(char *)n->text.p, n->text.n, 0};
    Buf flat = {0};
    without_lines(&part, &flat);
    expand_piece(f->t, (Piece){buf_text(&flat), buf_text(&flat) + flat.n}, &b, &f->count);
    n->text = (Str){arena_text(f->a, buf_text(&b), b.n), b.n};
    buf_free(&b);
    buf_free(&flat);
}

static void fill_node(Filling *f, const DocNode *n, DocNode *to)
{
    DocNode *c = doc_copy_node(f->a, n);
    if (doc_is_block(n->kind)) {
        c->gap |= f->pending;
        f->pending = 0;
    }
    doc_append(to, c);
    if (n->kind == DOC_CODE_BLOCK || n->kind == DOC_CODE) fill_literal(f, c);
    fill_children(f, n->first, NULL, c);
    if (c->live) doc_settle(c);
}

static void fill_children(Filling *f, const DocNode *from, const DocNode *stop, DocNode *to)
{
    for (const DocNode *n = from; n && n != stop; n = n->next) {
        if (n->kind != DOC_CONTROL && n->kind != DOC_HOLE) {
            fill_node(f, n, to);
            continue;
        }
        if (n->kind == DOC_CONTROL) f->pending |= n->gap;
        int k = kind_at(f->t, n);
        if (k == CONTROL_NONE) {
            DocNode *x = doc_node(f->a, DOC_TEXT);
            x->text = str_of(arena_print(f->a, "x%d", ++f->count));
            doc_append(to, x);
        }
        if (k != CONTROL_FOR && k != CONTROL_IF) continue;
        const DocNode *mid = group_stop(f->t, n->next, 1), *end = group_stop(f->t, n->next, 0);
        int times = f->t->times[n->hole];
        for (int i = 0; i < times && (i == 0 || k == CONTROL_FOR); i++) {
            fill_children(f, n->next, mid, to);
            if (mid && mid->kind == DOC_CONTROL) f->pending |= mid->gap;
        }
        if (!times && mid != end && mid) {
            fill_children(f, mid->next, end, to);
            if (end && end->kind == DOC_CONTROL) f->pending |= end->gap;
        }
        if (!end) return;
        n = end;
    }
}

Doc *toy_expand_tree(const Toy *t, const Doc *template, Arena *a)
{
    Filling f = {t, a, 0, 0};
    Doc *d = arena_alloc(a, sizeof *d);
    d->arena = a;
    d->root = doc_copy_node(a, template->root);
    fill_children(&f, template->root->first, NULL, d->root);
    doc_settle(d->root);
    doc_number_notes(d);
    return d;
}
