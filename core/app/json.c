/* json.c - JSON as the contract prints it. */
#include "core/app/json.h"
#include <stdlib.h>

json_t *json_text(const char *s) { return s ? json_string(s) : json_null(); }

json_t *json_date(Date d)
{
    if (d == DATE_NONE) return json_null();
    Buf b = {0};
    date_iso(d, &b);
    json_t *j = json_string(buf_text(&b));
    buf_free(&b);
    return j;
}

json_t *json_value(const Value *v)
{
    json_t *j;
    switch (v->type) {
    case VAL_BOOL: return json_boolean(v->u.i != 0);
    case VAL_INT: return json_integer(v->u.i);
    case VAL_NUMBER:
        if (v->u.d == (double)(json_int_t)v->u.d && v->u.d < 1e15 && v->u.d > -1e15) return json_integer((json_int_t)v->u.d);
        return json_real(v->u.d);
    case VAL_TEXT:
    case VAL_WORD: return json_stringn(v->u.text.p, v->u.text.n);
    case VAL_DATE: return json_date(v->u.date);
    case VAL_LIST:
        j = json_array();
        for (uint32_t i = 0; i < v->count; i++) json_array_append_new(j, json_value(&v->u.list[i]));
        return j;
    case VAL_MAP:
        j = json_object();
        for (uint32_t i = 0; i < v->count; i++)
            json_object_setn_new(j, v->u.map[i].key.p, v->u.map[i].key.n, json_value(v->u.map[i].value));
        return j;
    case VAL_OBJECT:
        if (v->x.type->text) {
            Str s = v->x.type->text(v->u.self);
            return json_stringn(s.p, s.n);
        }
        return json_null();
    case VAL_NONE:
    case VAL_FUNCTION: break;
    }
    return json_null();
}

void json_print(json_t *j, Buf *out)
{
    char *s = json_dumps(j, JSON_INDENT(2) | JSON_REAL_PRECISION(15) | JSON_ENCODE_ANY);
    if (!s) mem_out();
    buf_puts(out, s);
    buf_putc(out, '\n');
    free(s);
    json_decref(j);
}

void json_findings(const Findings *f, Lang lang, Buf *out)
{
    static const char *const word[] = {"note", "warning", "error"};
    json_t *list = json_array();
    Buf b = {0};
    for (size_t i = 0; i < f->n; i++) {
        const Finding *x = &f->v[i];
        json_t *j = json_object();
        json_object_set_new(j, "file", json_text(x->file));
        json_object_set_new(j, "line", x->line ? json_integer(x->line) : json_null());
        json_object_set_new(j, "col", x->col ? json_integer(x->col) : json_null());
        json_object_set_new(j, "severity", json_string(word[x->severity]));
        buf_clear(&b);
        buf_printf(&b, "SEN%d", x->code);
        json_object_set_new(j, "code", json_string(buf_text(&b)));
        json_object_set_new(j, "id", json_text(x->id));
        buf_clear(&b);
        err_message(x->code, lang, x->arg, ERR_ARGS, &b);
        json_object_set_new(j, "message", json_string(buf_text(&b)));
        buf_clear(&b);
        err_remedy(x->code, lang, x->arg, ERR_ARGS, &b);
        json_object_set_new(j, "hint", b.n ? json_string(buf_text(&b)) : json_null());
        json_object_set_new(j, "example", json_text(x->severity == SEV_NOTE ? NULL : err_example(x->code)));
        json_array_append_new(list, j);
    }
    buf_free(&b);
    json_print(list, out);
}
