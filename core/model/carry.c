/* carry.c - values: copies, equality, as text for people, as bytes; knows no entity but through its object type. */
#include "core/model/model.h"
#include "core/base/text.h"
#include <math.h>
#include <string.h>

enum { DEPTH_MOST = 32 };

static Value copy_at(Arena *a, Value v, int depth)
{
    if (depth > DEPTH_MOST) return value_none();
    if (v.type == VAL_TEXT || v.type == VAL_WORD) {
        v.u.text.p = arena_text(a, v.u.text.p, v.u.text.n);
        if (v.type == VAL_WORD) v.x.label = arena_copy(a, v.x.label);
    } else if (v.type == VAL_LIST) {
        Value *list = arena_alloc(a, mem_mul(v.count + (size_t)1, sizeof *list));
        for (uint32_t i = 0; i < v.count; i++) list[i] = copy_at(a, v.u.list[i], depth + 1);
        v.u.list = list;
    } else if (v.type == VAL_MAP) {
        ValuePair *map = arena_alloc(a, mem_mul(v.count + (size_t)1, sizeof *map));
        Value *values = arena_alloc(a, mem_mul(v.count + (size_t)1, sizeof *values));
        for (uint32_t i = 0; i < v.count; i++) {
            Str k = v.u.map[i].key;
            values[i] = copy_at(a, *v.u.map[i].value, depth + 1);
            map[i] = (ValuePair){{arena_text(a, k.p, k.n), k.n}, &values[i]};
        }
        v.u.map = map;
    }
    return v;
}

Value value_copy(Arena *a, Value v) { return copy_at(a, v, 0); }

static int equal_at(Value a, Value b, int depth)
{
    if (depth > DEPTH_MOST || a.type != b.type) return 0;
    switch (a.type) {
    case VAL_NONE: return 1;
    case VAL_BOOL: case VAL_INT: case VAL_FUNCTION: return a.u.i == b.u.i;
    case VAL_NUMBER: return !(a.u.d < b.u.d) && !(a.u.d > b.u.d);
    case VAL_DATE: return a.u.date == b.u.date;
    case VAL_TEXT: case VAL_WORD: return str_eq(a.u.text, b.u.text);
    case VAL_LIST:
        if (a.count != b.count) return 0;
        for (uint32_t i = 0; i < a.count; i++)
            if (!equal_at(a.u.list[i], b.u.list[i], depth + 1)) return 0;
        return 1;
    case VAL_MAP:
        if (a.count != b.count) return 0;
        for (uint32_t i = 0; i < a.count; i++)
            if (!str_eq(a.u.map[i].key, b.u.map[i].key) || !equal_at(*a.u.map[i].value, *b.u.map[i].value, depth + 1)) return 0;
        return 1;
    case VAL_OBJECT: return a.u.self == b.u.self;
    }
    return 0;
}

int value_equal(Value a, Value b) { return equal_at(a, b, 0); }

static void show_number(double d, Buf *out)
{
    if (d >= -9e15 && d <= 9e15 && !(d < floor(d)) && !(d > floor(d))) buf_printf(out, "%lld", (long long)d);
    else buf_printf(out, "%.14g", d);
}

static void show_at(Value v, Buf *out, int depth)
{
    int y, m, d;
    if (depth > DEPTH_MOST) return;
    switch (v.type) {
    case VAL_NONE: case VAL_FUNCTION: break;
    case VAL_BOOL: buf_puts(out, v.u.i ? "có" : "không"); break;
    case VAL_INT: buf_printf(out, "%lld", (long long)v.u.i); break;
    case VAL_NUMBER: show_number(v.u.d, out); break;
    case VAL_TEXT: buf_str(out, v.u.text); break;
    case VAL_WORD: if (v.x.label) buf_puts(out, v.x.label); else buf_str(out, v.u.text); break;
    case VAL_DATE:
        date_parts(v.u.date, &y, &m, &d);
        buf_printf(out, "%02d/%02d/%d", d, m, y);
        break;
    case VAL_LIST:
        for (uint32_t i = 0; i < v.count; i++) {
            if (i) buf_puts(out, ", ");
            show_at(v.u.list[i], out, depth + 1);
        }
        break;
    case VAL_MAP:
        for (uint32_t i = 0; i < v.count; i++) {
            if (i) buf_puts(out, "; ");
            buf_str(out, v.u.map[i].key);
            buf_puts(out, ": ");
            show_at(*v.u.map[i].value, out, depth + 1);
        }
        break;
    case VAL_OBJECT:
        if (v.x.type->text) buf_str(out, v.x.type->text(v.u.self));
        break;
    }
}

void value_show(Value v, Buf *out) { show_at(v, out, 0); }

/* --- bytes --- */

static void pack_at(Buf *out, Value v, int depth)
{
    if (depth > DEPTH_MOST || v.type == VAL_FUNCTION) v = value_none();
    if (v.type == VAL_OBJECT) {
        const char *address = v.x.type->address ? v.x.type->address(v.u.self) : NULL;
        v = address ? value_text(str_of(address)) : value_none();
    }
    pack_u8(out, v.type);
    switch (v.type) {
    case VAL_BOOL: case VAL_INT: pack_i64(out, v.u.i); break;
    case VAL_NUMBER: pack_f64(out, v.u.d); break;
    case VAL_DATE: pack_i64(out, v.u.date); break;
    case VAL_TEXT: pack_str(out, v.u.text); break;
    case VAL_WORD:
        pack_str(out, v.u.text);
        pack_text(out, v.x.label);
        break;
    case VAL_LIST:
        pack_u32(out, v.count);
        for (uint32_t i = 0; i < v.count; i++) pack_at(out, v.u.list[i], depth + 1);
        break;
    case VAL_MAP:
        pack_u32(out, v.count);
        for (uint32_t i = 0; i < v.count; i++) {
            pack_str(out, v.u.map[i].key);
            pack_at(out, *v.u.map[i].value, depth + 1);
        }
        break;
    default: break;
    }
}

void value_pack(Buf *out, Value v) { pack_at(out, v, 0); }

static Str unpack_own(Unpack *u, Arena *a)
{
    Str s = unpack_str(u);
    if (!u->bad && (memchr(s.p, 0, s.n) || !text_valid(s.p, s.n, NULL))) u->bad = 1;
    return u->bad ? str_of("") : (Str){arena_text(a, s.p, s.n), s.n};
}

static Value unpack_at(Unpack *u, Arena *a, int depth)
{
    unsigned type = unpack_u8(u);
    Value v = {.type = (ValueType)type};
    if (depth > DEPTH_MOST || type >= VAL_OBJECT) u->bad = 1;
    if (u->bad) return value_none();
    switch (v.type) {
    case VAL_BOOL: v.u.i = unpack_i64(u) != 0; break;
    case VAL_INT: v.u.i = unpack_i64(u); break;
    case VAL_NUMBER: v.u.d = unpack_f64(u); break;
    case VAL_DATE: {
        int64_t d = unpack_i64(u);
        if (d < -719162 || d > 2932896) u->bad = 1;      /* years 1 to 9999 */
        v.u.date = u->bad ? 0 : (Date)d;
        break;
    }
    case VAL_TEXT: v.u.text = unpack_own(u, a); break;
    case VAL_WORD:
        v.u.text = unpack_own(u, a);
        v.x.label = unpack_text(u, a);
        break;
    case VAL_LIST: {
        v.count = unpack_count(u, 1);
        Value *list = arena_alloc(a, mem_mul(v.count + (size_t)1, sizeof *list));
        for (uint32_t i = 0; i < v.count && !u->bad; i++) list[i] = unpack_at(u, a, depth + 1);
        v.u.list = list;
        break;
    }
    case VAL_MAP: {
        v.count = unpack_count(u, 2);
        ValuePair *map = arena_alloc(a, mem_mul(v.count + (size_t)1, sizeof *map));
        Value *values = arena_alloc(a, mem_mul(v.count + (size_t)1, sizeof *values));
        for (uint32_t i = 0; i < v.count && !u->bad; i++) {
            map[i].key = unpack_own(u, a);
            values[i] = unpack_at(u, a, depth + 1);
            map[i].value = &values[i];
        }
        v.u.map = map;
        break;
    }
    default: break;
    }
    return u->bad ? value_none() : v;
}

Value value_unpack(Unpack *u, Arena *a) { return unpack_at(u, a, 0); }
