/* scope.c - names, fields and the printed form of values; evaluates no expression. */
#include "core/press/scope.h"
#include "core/vi/daytext.h"
#include <stdio.h>
#include <string.h>

static const char *const roots[SCOPE_NAMES] = {"unit", "plan", "plans", "tasks", "checklists", "indicators", "values",
                                               "materials", "events", "legal", "today", "year", "vars", "agenda"};

const char *const *scope_names(size_t *n)
{
    *n = SCOPE_NAMES;
    return roots;
}

int scope_root(Str name)
{
    for (int i = 0; i < SCOPE_NAMES; i++)
        if (str_is(name, roots[i])) return i;
    return -1;
}

int scope_get_at(Scope *s, Str name, int root, Value *out)
{
    if (root >= 0) {                                       /* no loop variable has the name of a root */
        s->used |= 1u << root;
        if (root == SCOPE_AGENDA) s->used |= 1u << SCOPE_TODAY;            /* what is late depends on the day */
        *out = s->root[root];
        return 1;
    }
    for (uint32_t i = s->locals; i > 0; i--) {
        if (!str_eq(s->local[i - 1].name, name)) continue;
        *out = s->local[i - 1].value;
        return 1;
    }
    return 0;
}

int scope_get(Scope *s, Str name, Value *out) { return scope_get_at(s, name, scope_root(name), out); }

int scope_field(const Value *of, Str field, Value *out)
{
    *out = value_none();
    switch (of->type) {
    case VAL_NONE: return 1;
    case VAL_OBJECT: return of->x.type && of->x.type->get ? of->x.type->get(of->u.self, field, out) : 0;
    case VAL_MAP:
        for (uint32_t i = 0; i < of->count; i++) {
            if (!str_eq(of->u.map[i].key, field)) continue;
            *out = *of->u.map[i].value;
            return 1;
        }
        return 0;
    case VAL_WORD:
        if (str_is(field, "id")) *out = value_text(of->u.text);
        else if (str_is(field, "label") || str_is(field, "title") || str_is(field, "name"))
            *out = value_text(str_of(of->x.label));
        else return 0;
        return 1;
    default: return 0;
    }
}

const char *const *scope_fields(const Value *of, size_t *n, Arena *a)
{
    static const char *const word[] = {"id", "label"};
    *n = 0;
    if (of->type == VAL_OBJECT && of->x.type && of->x.type->fields) return of->x.type->fields(of->u.self, n);
    if (of->type == VAL_WORD) {
        *n = 2;
        return word;
    }
    if (of->type != VAL_MAP) return NULL;
    const char **names = arena_alloc(a, ((size_t)of->count + 1) * sizeof *names);
    for (uint32_t i = 0; i < of->count; i++) names[i] = arena_text(a, of->u.map[i].key.p, of->u.map[i].key.n);
    *n = of->count;
    return names;
}

static void print_number(double d, Buf *out)
{
    char text[40];
    int n = snprintf(text, sizeof text, "%.14g", d);
    for (int i = 0; i < n; i++)
        if (text[i] == '.') text[i] = ',';
    buf_add(out, text, (size_t)n);
}

static void print_int(int64_t i, Buf *out)
{
    char text[24], *p = text + sizeof text;
    uint64_t u = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
    do *--p = (char)('0' + u % 10); while (u /= 10);
    if (i < 0) *--p = '-';
    buf_add(out, p, (size_t)(text + sizeof text - p));
}

static int print_list(const Value *v, Buf *out)
{
    size_t at = out->n;
    for (uint32_t i = 0; i < v->count; i++) {
        if (v->u.list[i].type == VAL_NONE) continue;
        if (out->n > at) buf_puts(out, ", ");
        if (v->u.list[i].type == VAL_LIST || scope_print(&v->u.list[i], out)) return -1;
    }
    return 0;
}

int scope_print(const Value *v, Buf *out)
{
    switch (v->type) {
    case VAL_BOOL: buf_puts(out, v->u.i ? "có" : "không"); return 0;
    case VAL_INT: print_int(v->u.i, out); return 0;
    case VAL_NUMBER: print_number(v->u.d, out); return 0;
    case VAL_TEXT: buf_str(out, v->u.text); return 0;
    case VAL_WORD:
        if (v->x.label) buf_puts(out, v->x.label);
        else buf_str(out, v->u.text);
        return 0;
    case VAL_DATE: daytext_short(v->u.date, out); return 0;
    case VAL_LIST: return print_list(v, out);
    case VAL_OBJECT:
        if (!v->x.type || !v->x.type->text) return -1;
        buf_str(out, v->x.type->text(v->u.self));
        return 0;
    default: return -1;
    }
}
