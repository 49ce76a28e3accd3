/* container_prefix.c - strips ">" and item indents from raw lines as CommonMark does; knows no table. */
#include "core/doc/container_prefix.h"
#include <stdint.h>
#include "core/doc/guard.h"

typedef struct Cursor {
    const char *p, *end;
    int col;                       /* columns, tabs counted to 4 */
} Cursor;

static void step(Cursor *c)
{
    c->col += *c->p == '\t' ? 4 - c->col % 4 : 1;
    c->p++;
}

static int at_space(const Cursor *c) { return c->p < c->end && (*c->p == ' ' || *c->p == '\t'); }

static int item_width(const RawLines *l, cmark_node *item);

/* Moves behind the marks of one container on line `line`; 0 when they are missing. */
static int pass_container(const RawLines *l, cmark_node *node, size_t line, Cursor *c)
{
    const char *text = l->v[line].text.p;
    int quote = cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
    if ((size_t)PREFIX_FIRST(node, 0) == line) {
        const char *mark = text + cmark_node_get_start_column(node) - 1;
        while (c->p < c->end && c->p < mark) step(c);
    }
    if (quote) {
        for (int i = 0; i < 3 && c->p < c->end && (*c->p == ' ' || (*c->p == '\t' && c->col % 4)); i++) step(c);
        if (c->p >= c->end || *c->p != '>') return 0;
        step(c);
        if (at_space(c)) step(c);
        return 1;
    }
    int width = item_width(l, node);
    if ((size_t)PREFIX_FIRST(node, 0) == line) {
        while (c->p < c->end && !at_space(c)) step(c);
        int spaces = 0;
        Cursor look = *c;
        while (at_space(&look)) {
            step(&look);
            spaces++;
        }
        if (spaces >= 1 && spaces <= 4 && look.p < look.end) *c = look;
        else if (at_space(c)) step(c);
        return 1;
    }
    int goal = c->col + width;
    while (at_space(c) && c->col < goal) step(c);
    return c->col >= goal || c->p == c->end;
}

static size_t containers_of(cmark_node *leaf, cmark_node **up)
{
    size_t n = 0;
    for (cmark_node *x = cmark_node_parent(leaf); x && n < GUARD_DEPTH; x = cmark_node_parent(x)) {
        cmark_node_type t = cmark_node_get_type(x);
        if (t == CMARK_NODE_BLOCK_QUOTE || t == CMARK_NODE_ITEM) up[n++] = x;
    }
    return n;
}

/* The columns by which later lines of an item are indented: kept in its user data, plus one. */
static int item_width(const RawLines *l, cmark_node *item)
{
    intptr_t known = (intptr_t)cmark_node_get_user_data(item);
    if (known) return (int)known - 1;
    size_t line = (size_t)PREFIX_FIRST(item, 0);
    Str text = l->v[line].text;
    Cursor c = {text.p, text.p + text.n, 0};
    cmark_node *up[GUARD_DEPTH];
    for (size_t n = containers_of(item, up); n-- > 0;) pass_container(l, up[n], line, &c);
    int from = c.col;
    const char *mark = text.p + cmark_node_get_start_column(item) - 1;
    while (c.p < c.end && c.p < mark) step(&c);
    while (c.p < c.end && !at_space(&c)) step(&c);
    int after_mark = c.col;
    while (at_space(&c)) step(&c);
    int spaces = c.col - after_mark;
    int width = (spaces >= 1 && spaces <= 4 && c.p < c.end ? c.col : after_mark + 1) - from;
    cmark_node_set_user_data(item, (void *)(intptr_t)(width + 1));
    return width;
}

size_t container_prefix(const RawLines *l, cmark_node *leaf, size_t line, int *lazy)
{
    Str text = l->v[line].text;
    Cursor c = {text.p, text.p + text.n, 0};
    cmark_node *up[GUARD_DEPTH];
    *lazy = 0;
    for (size_t n = containers_of(leaf, up); n-- > 0;) {
        Cursor before = c;
        if (pass_container(l, up[n], line, &c)) continue;
        *lazy = 1;
        c = before;
        break;
    }
    return (size_t)(c.p - text.p);
}
