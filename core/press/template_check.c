/* template_check.c - looks through a template without filling it: every branch, every include. Evaluates nothing. */
#include "core/press/template_tree.h"
#include "core/base/text.h"
#include <string.h>

typedef struct Check {
    const Template *t;
    const Content *content;
    Findings *f;
    Str names[SCOPE_LOCALS];
    uint32_t n;
    const Template *stack[INCLUDE_DEPTH + 1];
    int depth;
} Check;

static void name_seen(void *self, Str name, int line, int col)
{
    Check *x = self;
    const char *known[SCOPE_NAMES + SCOPE_LOCALS];
    size_t n;
    if (scope_root(name) >= 0) return;
    for (uint32_t i = 0; i < x->n; i++)
        if (str_eq(x->names[i], name)) return;
    const char *const *roots = scope_names(&n);
    memcpy(known, roots, n * sizeof *known);
    for (uint32_t i = 0; i < x->n; i++) known[n++] = arena_text(x->f->arena, x->names[i].p, x->names[i].n);
    const char *word = arena_text(x->f->arena, name.p, name.n), *near = text_nearest(word, known, n);
    findings_add(x->f, near ? SEN4131 : SEN4130, x->t->shown, line, col, NULL, "%s" ARG "%s", word, near ? near : "");
}

static void check_holes(Check *x);

static void check_include(Check *x, const Hole *h)
{
    Err e = {0};
    const Template *outer = x->t;
    ContentFile *file = template_find_include(x->t, h, x->content, &e);
    Template *t = file ? template_of(file, x->f, &e) : NULL;
    for (int i = 0; t && i <= x->depth; i++)
        if (x->stack[i] == t) err_set(&e, SEN4162, "%s", file->name);
    if (t && x->depth >= INCLUDE_DEPTH) err_set(&e, SEN4163, "%s", file->name);
    if (e.code || !t) {
        err_at(&e, x->t->shown, h->line, h->col);
        findings_add_err(x->f, &e);
        return;
    }
    x->stack[++x->depth] = t;
    x->t = t;
    check_holes(x);
    x->t = outer;
    x->depth--;
}

/* Holes in the order of the text; loops open and close names as they nest there. */
static void check_holes(Check *x)
{
    uint32_t open[HOLE_DEPTH], depth = 0, base = x->n;
    for (uint32_t i = 0; i < x->t->holes.n; i++) {
        const Hole *h = &x->t->holes.v[i];
        if (h->expr) expr_names(h->expr, name_seen, x);
        if (h->kind == HOLE_INCLUDE) check_include(x, h);
        if ((h->kind == HOLE_FOR || h->kind == HOLE_IF) && depth < HOLE_DEPTH) {
            open[depth++] = x->n;
            if (h->kind == HOLE_FOR && x->n + 2 <= SCOPE_LOCALS) {
                x->names[x->n++] = h->var;
                x->names[x->n++] = (Str){"loop", 4};
            }
        } else if (h->kind == HOLE_END && depth > 0) {
            x->n = open[--depth];
        }
    }
    x->n = base;
}

void template_check(Template *t, const Content *content, Findings *f)
{
    Check x = {.t = t, .content = content, .f = f};
    x.stack[0] = t;
    check_holes(&x);
}
