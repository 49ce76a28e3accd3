/* circle.c - finds items that wait for each other in a circle; one walk over all items, no recursion. */
#include "core/model/inside.h"
#include <stdlib.h>
#include <string.h>

enum { WHITE, GREY, BLACK };

typedef struct Walk {
    Model *m;
    int layer, needs;                      /* the layer just applied; the field's index */
    char *colour;
    struct Frame { uint32_t item, next; } *stack;
    size_t depth, errors;
    Findings *f;
} Walk;

/* The place of the k-th item that `item` needs, -1 = none. */
static long needed(const Walk *w, uint32_t item, uint32_t k)
{
    const Entity *e = w->m->shelf[KIND_ITEM].v[item].entity;
    const char *id = e->slots[w->needs].value.u.list[k].u.text.p;
    char path[300];
    if (strchr(id, '/') || !e->parent || strlen(e->parent) + strlen(id) > 280) return model_place(w->m, KIND_ITEM, id);
    strcpy(path, e->parent);
    strcat(path, "/");
    strcat(path, id);
    return model_place(w->m, KIND_ITEM, path);
}

/* The stack from `to` upwards is a circle: reported where this layer wrote it, and opened there. */
static void report_circle(Walk *w, uint32_t to)
{
    Buf names = {0};
    size_t from = w->depth;
    long at = -1;
    while (from && w->stack[from - 1].item != to) from--;
    for (size_t i = from ? from - 1 : 0; i < w->depth; i++) {
        const Entity *e = w->m->shelf[KIND_ITEM].v[w->stack[i].item].entity;
        const Step *s = e->slots[w->needs].step;
        if (names.n < 180) buf_printf(&names, "%s → ", e->id);
        if (s && s->layer == w->layer) at = (long)w->stack[i].item;
    }
    buf_puts(&names, w->m->shelf[KIND_ITEM].v[to].entity->id);
    if (at >= 0) {
        Entity *e = model_writable(w->m, KIND_ITEM, (size_t)at);
        const Step *s = e->slots[w->needs].step;
        findings_add(w->f, SEN3142, s->file, s->line, 0, e->address, "%s", buf_text(&names));
        e->slots[w->needs].value = s->before;
        e->slots[w->needs].step = s->prev;
        w->errors++;
    }
    buf_free(&names);
}

static void walk_from(Walk *w, uint32_t root)
{
    const Shelf *items = &w->m->shelf[KIND_ITEM];
    w->colour[root] = GREY;
    w->stack[0].item = root;
    w->stack[0].next = 0;
    w->depth = 1;
    while (w->depth) {
        uint32_t item = w->stack[w->depth - 1].item, k = w->stack[w->depth - 1].next++;
        const Value v = items->v[item].entity->slots[w->needs].value;
        if (v.type != VAL_LIST || k >= v.count) {
            w->colour[item] = BLACK;
            w->depth--;
            continue;
        }
        long to = needed(w, item, k);
        if (to < 0 || w->colour[to] == BLACK) continue;
        if (w->colour[to] == GREY) {
            report_circle(w, (uint32_t)to);
            continue;
        }
        w->colour[to] = GREY;
        w->stack[w->depth].item = (uint32_t)to;
        w->stack[w->depth++].next = 0;
    }
}

size_t circle_check(Model *m, int layer, Findings *f)
{
    size_t n = m->shelf[KIND_ITEM].n;
    Walk w = {.m = m, .layer = layer, .needs = word_find_field_exact(KIND_ITEM, "needs", 5), .f = f};
    w.colour = mem_alloc(n + 1);
    w.stack = mem_alloc(mem_mul(n + 1, sizeof *w.stack));
    for (size_t i = 0; i < n; i++)
        if (w.colour[i] == WHITE && !m->shelf[KIND_ITEM].v[i].entity->dropped) walk_from(&w, (uint32_t)i);
    free(w.colour);
    free(w.stack);
    return w.errors;
}
