/* press_option.c - what an output is told beside its document: the material's options, its front matter, the unit, the layout. */
#include "core/press/layout.h"
#include "core/press/press_parts.h"
#include <string.h>

static void add_option(PressRun *x, const char *key, Str value)
{
    if (x->n_options == PRESS_OPTIONS || value.n == 0) return;
    for (size_t i = 0; i < x->n_options; i++)
        if (str_is(x->options[i].key, key)) return;        /* the first one said stands */
    x->options[x->n_options++] = (OutputOption){str_of(key), value};
}

static void add_value(PressRun *x, const char *key, const Value *v)
{
    Buf b = {0};
    if (v->type != VAL_NONE && scope_print(v, &b) == 0) add_option(x, key, (Str){arena_text(x->page, buf_text(&b), b.n), b.n});
    buf_free(&b);
}

static void add_map(PressRun *x, const char *prefix, const Value *map)
{
    if (map->type != VAL_MAP) return;
    for (uint32_t i = 0; i < map->count; i++)
        add_value(x, arena_print(x->page, "%s%.*s", prefix, (int)map->u.map[i].key.n, map->u.map[i].key.p), map->u.map[i].value);
}

static void add_unit_options(PressRun *x)
{
    static const char *const fields[] = {"name", "kind", "place", "hamlet", "phone", "address"};
    const Entity *u = press_find_unit(x->job);
    if (!u) return;
    add_option(x, "unit.id", str_of(u->id));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const Value *v = entity_get(u, fields[i]);
        if (!v) continue;
        if (v->type == VAL_WORD && str_is(str_of(fields[i]), "kind")) add_option(x, "unit.kind", v->u.text);
        else add_value(x, arena_print(x->page, "unit.%s", fields[i]), v);
    }
    const Value *slots = entity_get(u, "slots");
    if (slots) add_map(x, "slots.", slots);
}

/* --- official documents: the layout as lines "key=value", and who issues and signs --- */

/* The layout the material names, else the unit's, else the first one there is. */
static const Entity *find_layout(const PressRun *x, const Entity *m)
{
    return layout_find(x->job->model, press_find_unit(x->job), m ? entity_text(m, "layout") : "");
}

static void print_layout(const Entity *l, Buf *out)
{
    Buf one = {0};
    size_t n = word_field_count(KIND_LAYOUT);
    for (size_t i = 1; i < n; i++) {
        const Value *v = &l->slots[i].value;
        const Field *f = word_field(KIND_LAYOUT, i);
        buf_clear(&one);
        if (v->type == VAL_BOOL) buf_puts(&one, v->u.i ? "1" : "0");
        else if (v->type != VAL_INT && v->type != VAL_NUMBER && v->type != VAL_TEXT) continue;
        else if (scope_print(v, &one)) continue;
        if (memchr(buf_text(&one), '\n', one.n)) continue;
        buf_puts(out, f->name);
        buf_putc(out, '=');
        buf_str(out, buf_view(&one));
        buf_putc(out, '\n');
    }
    buf_free(&one);
}

/* Printed once per unit and layout: pages of one unit share it. */
static void add_layout(PressRun *x, const Entity *m)
{
    const Entity *l = find_layout(x, m);
    if (!l) return;
    if (x->layout != l) {
        Buf b = {0};
        print_layout(l, &b);
        x->layout_text = (Str){arena_text(x->job_arena, buf_text(&b), b.n), b.n};
        x->layout = l;
        buf_free(&b);
    }
    add_option(x, "page.layout", x->layout_text);
}

static int is_official(const Value *vars)
{
    for (uint32_t i = 0; vars->type == VAL_MAP && i < vars->count; i++)
        if (str_is(vars->u.map[i].key, "official") || str_is(vars->u.map[i].key, "loai_van_ban")) return 1;
    return 0;
}

static void add_official(PressRun *x)
{
    static const char *const fields[] = {"issuer", "superior", "symbol"};
    const Entity *u = press_find_unit(x->job);
    for (size_t i = 0; u && i < sizeof fields / sizeof *fields; i++)
        add_value(x, arena_print(x->page, "unit.%s", fields[i]), entity_get(u, fields[i]));
    const Value *signer = u ? entity_get(u, "signer") : NULL;
    if (signer) add_map(x, "unit.signer.", signer);
}

/* What the output is told, by rank: the material's own options, the front matter, the unit. */
void press_option_set(PressRun *x, const Entity *m, const Value *vars)
{
    Buf day = {0};
    x->n_options = 0;
    add_option(x, "material", str_of(m ? m->id : "index"));
    add_option(x, "lang", str_of("vi"));
    date_iso(x->job->today, &day);
    if (x->job->draft) add_option(x, "draft", str_of("1"));
    const Value *own = m ? entity_get(m, "options") : NULL;
    if (own) add_map(x, "", own);
    if (vars) add_map(x, "", vars);
    if (m) add_option(x, "title", str_of(entity_title(m)));
    if (x->job->year) add_option(x, "year", str_of(arena_print(x->page, "%d", x->job->year)));
    add_unit_options(x);
    add_layout(x, m);
    if (vars && is_official(vars)) add_official(x);
    /* the date is only handed on to pages that read it, else all pages would be stale tomorrow */
    if (x->reads_date) add_option(x, "date", (Str){arena_text(x->page, buf_text(&day), day.n), day.n});
    buf_free(&day);
}
