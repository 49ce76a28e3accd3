/* layout_value.c - what a layout asks: its values, the ranges its `allowed` map gives, and the clause they rest on. */
#include "core/press/layout_inside.h"
#include <string.h>

/* A decimal number with "." or ","; p moves behind it. 0 = none here. */
static int take_number(const char **p, const char *end, double *out)
{
    const char *at = *p;
    double v = 0, scale = 0;
    while (at < end && *at == ' ') at++;
    const char *from = at;
    for (; at < end && at - from < 12; at++) {
        if ((*at == '.' || *at == ',') && scale == 0) scale = 1;
        else if (*at >= '0' && *at <= '9') v = v * 10 + (*at - '0'), scale *= 10;
        else break;
    }
    if (at == from) return 0;
    *out = scale > 1 ? v / scale : v;
    *p = at;
    return 1;
}

int layout_read_range(Str text, double *least, double *most, Str *rest)
{
    const char *p = text.p, *end = text.p + text.n;
    if (!take_number(&p, end, least)) return 0;
    while (p < end && (*p == ' ' || *p == '-')) p++;
    if (!take_number(&p, end, most)) return 0;
    while (p < end && *p == ' ') p++;
    *rest = (Str){p, (size_t)(end - p)};
    return *least <= *most;
}

const Entity *layout_find(const Model *m, const Entity *unit, const char *name)
{
    const Entity *l = NULL;
    if (!*name && unit) name = entity_text(unit, "layout");
    if (*name) l = model_find(m, KIND_LAYOUT, name);
    size_t n = model_count(m, KIND_LAYOUT);
    for (size_t i = 0; i < n && (!l || entity_gone(l)); i++) l = model_at(m, KIND_LAYOUT, i);
    return l && !entity_gone(l) ? l : NULL;
}

double layout_number(const LayDoc *d, const char *field, double otherwise)
{
    const Value *v = entity_get(d->layout, field);
    return !v ? otherwise : v->type == VAL_INT ? (double)v->u.i : v->type == VAL_NUMBER ? v->u.d : otherwise;
}

const char *layout_text(const LayDoc *d, const char *field) { return entity_text(d->layout, field); }

int layout_flag(const LayDoc *d, const char *field, int otherwise)
{
    const Value *v = entity_get(d->layout, field);
    return v && v->type == VAL_BOOL ? v->u.i != 0 : otherwise;
}

static Str allowed(const LayDoc *d, const char *field)
{
    const Value *map = entity_get(d->layout, "allowed");
    for (uint32_t i = 0; map && map->type == VAL_MAP && i < map->count; i++)
        if (str_is(map->u.map[i].key, field) && map->u.map[i].value->type == VAL_TEXT) return map->u.map[i].value->u.text;
    return (Str){"", 0};
}

LayRange layout_range(const LayDoc *d, const char *field)
{
    LayRange r = {0};
    Str rest;
    double own = layout_number(d, field, -1);
    r.there = layout_read_range(allowed(d, field), &r.least, &r.most, &rest);
    if (own < 0) return r;
    if (!r.there || own < r.least - 1e-9 || own > r.most + 1e-9) r = (LayRange){own, own, 1};
    return r;
}

const char *layout_clause(const LayDoc *d, const char *field)
{
    double least, most;
    Str rest = {"", 0};
    const char *source = layout_text(d, "source");
    if (field && !layout_read_range(allowed(d, field), &least, &most, &rest)) rest.n = 0;
    if (rest.n > 2 && rest.p[0] == '(' && rest.p[rest.n - 1] == ')') rest = (Str){rest.p + 1, rest.n - 2};
    if (!*source) source = "Nghị định 30/2020/NĐ-CP";
    const char *comma = strchr(source, ',');
    int n = comma && rest.n ? (int)(comma - source) : (int)strlen(source);
    const Value *checked = entity_get(d->layout, "verified");
    int open = rest.n && !(checked && checked->type == VAL_DATE);
    return arena_print(d->arena, "%.*s%s%.*s%s" ERR_BOTH "%.*s%s%.*s%s", n < 100 ? n : 100, source, rest.n ? ", " : "",
                       (int)(rest.n < 100 ? rest.n : 100), rest.p, open ? " (số mục chưa đối chiếu)" : "",
                       n < 100 ? n : 100, source, rest.n ? ", " : "", (int)(rest.n < 100 ? rest.n : 100), rest.p,
                       open ? " (clause number not verified)" : "");
}

/* 13, 12.7 -> "12,7" */
static const char *figure(const LayDoc *d, double v)
{
    char *s = arena_print(d->arena, "%g", v);
    char *point = strchr(s, '.');
    if (point) *point = ',';
    return s;
}

const char *layout_shown(const LayDoc *d, LayRange r)
{
    if (r.most - r.least < 1e-9) return figure(d, r.least);
    return arena_print(d->arena, "%s - %s", figure(d, r.least), figure(d, r.most));
}
