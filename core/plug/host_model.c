/* host_model.c - the model as a C plugin reads it: generic values, fields by name, through ObjectType. */
#include "core/plug/host.h"
#include "core/model/word.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

/* What stands behind a SenValue: a Value, in the model or in the job's arena. */
static const Value *inside(const SenValue *v)
{
    return v->struct_size >= sizeof *v ? (const Value *)(const void *)v->ref : NULL;
}

/* As a page prints it: press/scope.c has the same rule; a test of the outputs compares them. */
static void print_number(double d, Buf *out)
{
    char text[40];
    if (!isfinite(d)) return;
    snprintf(text, sizeof text, "%.14g", d);
    for (char *p = text; *p; p++)
        if (*p == '.') *p = ',';
    buf_puts(out, text);
}

static int print_one(const Value *v, Buf *out)
{
    int year, month, day;
    switch (v->type) {
    case VAL_BOOL: buf_puts(out, v->u.i ? "có" : "không"); return 0;
    case VAL_INT: buf_printf(out, "%lld", (long long)v->u.i); return 0;
    case VAL_NUMBER: print_number(v->u.d, out); return 0;
    case VAL_TEXT: buf_str(out, v->u.text); return 0;
    case VAL_DATE:
        date_parts(v->u.date, &year, &month, &day);
        buf_printf(out, "%02d/%02d/%04d", day, month, year);
        return 0;
    case VAL_WORD:
        if (v->x.label) buf_puts(out, v->x.label);
        else buf_str(out, v->u.text);
        return 0;
    case VAL_OBJECT:
        if (!v->x.type || !v->x.type->text) return -1;
        buf_str(out, v->x.type->text(v->u.self));
        return 0;
    default: return -1;
    }
}

static int print_value(const Value *v, Buf *out)
{
    if (v->type != VAL_LIST) return print_one(v, out);
    size_t before = out->n;
    for (uint32_t i = 0; i < v->count; i++) {
        size_t start = out->n;
        if (start > before) buf_puts(out, ", ");
        size_t body = out->n;
        if (print_one(&v->u.list[i], out) != 0 || out->n == body) out->n = start;
    }
    return 0;
}

static uint32_t count_fields(const Value *v)
{
    size_t n = 0;
    if (v->x.type && v->x.type->fields) v->x.type->fields(v->u.self, &n);
    return (uint32_t)n;
}

/* v must live as long as the job */
static void show(HostJob *job, const Value *v, SenValue *out)
{
    SenValue s = {.struct_size = out->struct_size, .text = {"", 0}, .ref = (const SenRef *)(const void *)v};
    switch (v->type) {
    case VAL_BOOL: s.type = SEN_VALUE_BOOL; s.integer = v->u.i; break;
    case VAL_INT: s.type = SEN_VALUE_INT; s.integer = v->u.i; s.number = (double)v->u.i; break;
    case VAL_NUMBER: s.type = SEN_VALUE_NUMBER; s.number = v->u.d; break;
    case VAL_TEXT: s.type = SEN_VALUE_TEXT; s.text = host_text(v->u.text); break;
    case VAL_DATE: {
        Buf b = {0};
        date_iso(v->u.date, &b);
        s.type = SEN_VALUE_DATE;
        s.integer = v->u.date;
        s.text = host_keep(job, &b);
        buf_free(&b);
        break;
    }
    case VAL_WORD: s.type = SEN_VALUE_WORD; s.text = host_text(v->u.text); break;
    case VAL_LIST: s.type = SEN_VALUE_LIST; s.count = v->count; break;
    case VAL_MAP: s.type = SEN_VALUE_MAP; s.count = v->count; break;
    case VAL_OBJECT:
        s.type = SEN_VALUE_OBJECT;
        s.count = count_fields(v);
        s.text = host_text(str_of(v->x.type ? v->x.type->name : NULL));
        break;
    default: s.type = SEN_VALUE_NONE; break;       /* missing, and what only a script can use */
    }
    size_t n = out->struct_size < sizeof s ? out->struct_size : sizeof s;
    memcpy(out, &s, n);
}

static Value *kept_value(HostJob *job, const Value *v)
{
    Value *copy = arena_alloc(job->arena, sizeof *copy);
    *copy = *v;
    return copy;
}

static int host_model_root(SenModel *m, SenValue *out)
{
    static const Value none = {.type = VAL_NONE};
    show(m->job, m->job->job && m->job->job->model ? m->job->job->model : &none, out);
    return 0;
}

static int host_value_field(SenModel *m, const SenValue *sv, SenText name, SenValue *out)
{
    const Value *v = inside(sv);
    if (v && v->type == VAL_MAP)
        for (uint32_t i = 0; i < v->count; i++)
            if (str_eq(v->u.map[i].key, host_str(name))) {
                show(m->job, v->u.map[i].value, out);
                return 1;
            }
    Value got;
    if (v && v->type == VAL_OBJECT && v->x.type && v->x.type->get && v->x.type->get(v->u.self, host_str(name), &got)) {
        show(m->job, kept_value(m->job, &got), out);
        return 1;
    }
    Value *none = arena_alloc(m->job->arena, sizeof *none);
    *none = value_none();
    show(m->job, none, out);
    return 0;
}

static int host_value_at(SenModel *m, const SenValue *sv, uint32_t i, SenText *key, SenValue *out)
{
    const Value *v = inside(sv);
    if (key) *key = (SenText){"", 0};
    if (!v) return 0;
    if (v->type == VAL_LIST && i < v->count) {
        show(m->job, &v->u.list[i], out);
        return 1;
    }
    if (v->type == VAL_MAP && i < v->count) {
        if (key) *key = host_text(v->u.map[i].key);
        show(m->job, v->u.map[i].value, out);
        return 1;
    }
    size_t n = 0;
    const char *const *names = v->type == VAL_OBJECT && v->x.type && v->x.type->fields ? v->x.type->fields(v->u.self, &n) : NULL;
    if (!names || i >= n) return 0;
    if (key) *key = host_text(str_of(names[i]));
    host_value_field(m, sv, host_text(str_of(names[i])), out);
    return 1;
}

static int host_value_text(SenModel *m, const SenValue *sv, SenText *out)
{
    Buf b = {0};
    const Value *v = inside(sv);
    int rc = v ? print_value(v, &b) : -1;
    *out = host_keep(m->job, &b);
    buf_free(&b);
    return rc;
}

static int host_value_label(SenModel *m, const SenValue *sv, SenText name, SenText *out)
{
    const Value *v = inside(sv);
    (void)m;
    *out = host_text(host_str(name));
    int kind = v && v->type == VAL_OBJECT && v->x.type && v->x.type->name ? word_find_kind(v->x.type->name) : -1;
    int i = kind < 0 ? -1 : word_find_field((Kind)kind, host_str(name).p, name.n);
    const Field *f = i < 0 ? NULL : word_field((Kind)kind, (size_t)i);
    if (!f || !f->read) return 0;
    *out = host_text(str_of(f->read));
    return 1;
}

void host_model_fill(SenHost *t)
{
    t->model_root = host_model_root;
    t->value_field = host_value_field;
    t->value_at = host_value_at;
    t->value_text = host_value_text;
    t->value_label = host_value_label;
}
