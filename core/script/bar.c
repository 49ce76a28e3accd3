/* bar.c - functions of files from elsewhere that did not ask to read the recorded figures: what they do not get to see, and
 * where they tried. Knows no file and no layer. */
#include "core/script/lua_value.h"
#include <stdio.h>
#include <string.h>

struct Bar {                               /* one block: state.c frees it */
    struct { char file[256]; int line; } tried[BAR_TRIED_MOST];
    size_t n_tried, n;
    struct { char chunk[64], file[256]; } v[];
};

static Bar *bar_of(Script *s, size_t more)
{
    size_t n = s->bar ? s->bar->n : 0;
    int fresh = !s->bar;
    if (fresh || more) s->bar = mem_resize(s->bar, sizeof *s->bar + mem_mul(n + more, sizeof *s->bar->v));
    if (fresh) s->bar->n = s->bar->n_tried = 0;
    return s->bar;
}

void bar_add(Script *s, const char *chunk, const char *file)
{
    Bar *b = bar_of(s, 1);
    snprintf(b->v[b->n].chunk, sizeof b->v->chunk, "%.60s", chunk);
    snprintf(b->v[b->n++].file, sizeof b->v->file, "%.250s", file);
}

int script_bars(const Script *s, const char *file)
{
    for (; s && file; s = s->base)
        for (size_t i = 0; s->bar && i < s->bar->n; i++)
            if (!strcmp(s->bar->v[i].file, file)) return 1;
    return 0;
}

void bar_begin(lua_State *L, int idx)
{
    Script *s = script_of(L);
    lua_Debug ar;
    s->no_figures = 0;
    if (!s->bar) return;
    lua_pushvalue(L, idx);
    lua_getinfo(L, ">S", &ar);
    for (size_t i = 0; i < s->bar->n && !s->no_figures; i++) s->no_figures = !strcmp(s->bar->v[i].chunk, ar.short_src);
}

/* Once for each line. */
static void note(lua_State *L)
{
    Script *s = script_of(L);
    Err e = {0};
    Bar *b = bar_of(s, 0);
    if (b->n_tried == BAR_TRIED_MOST) return;
    state_place(L, &e);
    if (!e.line) return;
    for (size_t i = 0; i < b->n_tried; i++)
        if (b->tried[i].line == e.line && !strcmp(b->tried[i].file, e.file)) return;
    b->tried[b->n_tried].line = e.line;
    snprintf(b->tried[b->n_tried++].file, sizeof b->tried->file, "%.250s", e.file);
}

/* The map of a recorded value. */
static int is_value(const Value *v)
{
    int indicator = 0, period = 0;
    for (uint32_t i = 0; v->type == VAL_MAP && i < v->count; i++) {
        indicator |= str_is(v->u.map[i].key, "indicator");
        period |= str_is(v->u.map[i].key, "period");
    }
    return indicator && period;
}

static const ObjectType hidden = {.name = "values"};       /* of the empty list that stands for recorded values */

Value bar_hide(lua_State *L, Value v)
{
    if (!script_of(L)->no_figures) return v;
    int list = v.type == VAL_LIST && v.count && is_value(&v.u.list[0]);
    if (!list && !is_value(&v)) return v;
    return list ? (Value){.type = VAL_LIST, .x.type = &hidden} : value_none();
}

void bar_see(lua_State *L, const Value *v)
{
    if (v->type == VAL_LIST && v->x.type == &hidden) note(L);
}

int bar_hides_field(lua_State *L, const Value *of, Str field)
{
    static const char *const names[] = {"now", "now_on"};
    if (!script_of(L)->no_figures || of->type != VAL_OBJECT || entity_type_kind(of->x.type) != KIND_INDICATOR) return 0;
    int at = word_find_field(KIND_INDICATOR, field.p, field.n);
    for (size_t i = 0; at >= 0 && i < sizeof names / sizeof *names; i++) {
        if (strcmp(word_field(KIND_INDICATOR, (size_t)at)->name, names[i])) continue;
        note(L);
        return 1;
    }
    return 0;
}

void script_report_barred(Script *s, Findings *f)
{
    Bar *b = s ? s->bar : NULL;
    for (size_t i = 0; b && i < b->n_tried; i++)
        findings_add(f, SEN3190, b->tried[i].file, b->tried[i].line, 0, NULL, "%s", "doc so_lieu");
    if (b) b->n_tried = 0;
}
