/* json_value.c - values as JSON; depth is bounded because objects inside objects are only named. */
#include "core/script/json_value.h"
#include <math.h>

enum { DEPTH_MOST = 32 };

static void put_text(Str s, Buf *out)
{
    buf_putc(out, '"');
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c == '"' || c == '\\') {
            buf_putc(out, '\\');
            buf_putc(out, (char)c);
        } else if (c == '\n') buf_puts(out, "\\n");
        else if (c == '\t') buf_puts(out, "\\t");
        else if (c < 0x20) buf_printf(out, "\\u%04x", c);
        else buf_putc(out, (char)c);
    }
    buf_putc(out, '"');
}

static void put(Value v, int depth, Buf *out);

static void put_object(Value v, int depth, Buf *out)
{
    size_t n = 0;
    const char *const *names = v.x.type->fields ? v.x.type->fields(v.u.self, &n) : NULL;
    const char *address = v.x.type->address ? v.x.type->address(v.u.self) : NULL;
    if (depth > 1 && address) {
        put_text(str_of(address), out);
        return;
    }
    buf_putc(out, '{');
    for (size_t i = 0; i < n; i++) {
        Value field = value_none();
        if (i) buf_puts(out, ", ");
        put_text(str_of(names[i]), out);
        buf_puts(out, ": ");
        if (v.x.type->get) v.x.type->get(v.u.self, str_of(names[i]), &field);
        put(field, depth + 1, out);
    }
    buf_putc(out, '}');
}

static void put(Value v, int depth, Buf *out)
{
    if (depth > DEPTH_MOST) v = value_none();
    switch (v.type) {
    case VAL_NONE: case VAL_FUNCTION: buf_puts(out, "null"); break;
    case VAL_BOOL: buf_puts(out, v.u.i ? "true" : "false"); break;
    case VAL_INT: buf_printf(out, "%lld", (long long)v.u.i); break;
    case VAL_NUMBER:
        if (isfinite(v.u.d)) buf_printf(out, "%.14g", v.u.d);
        else buf_puts(out, "null");
        break;
    case VAL_DATE:
        buf_putc(out, '"');
        date_iso(v.u.date, out);
        buf_putc(out, '"');
        break;
    case VAL_TEXT: case VAL_WORD: put_text(v.u.text, out); break;
    case VAL_LIST:
        buf_putc(out, '[');
        for (uint32_t i = 0; i < v.count; i++) {
            if (i) buf_puts(out, ", ");
            put(v.u.list[i], depth + 1, out);
        }
        buf_putc(out, ']');
        break;
    case VAL_MAP:
        buf_putc(out, '{');
        for (uint32_t i = 0; i < v.count; i++) {
            if (i) buf_puts(out, ", ");
            put_text(v.u.map[i].key, out);
            buf_puts(out, ": ");
            put(*v.u.map[i].value, depth + 1, out);
        }
        buf_putc(out, '}');
        break;
    case VAL_OBJECT: put_object(v, depth, out); break;
    }
}

void json_value_print(Value v, Buf *out) { put(v, 0, out); }
