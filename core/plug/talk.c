/* talk.c - messages over a socket, values in them; knows no plugin. */
#include "core/plug/talk.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HEAD = 5, DEPTH_MOST = 24, OBJECTS_MOST = 1 << 20, FIELDS_MOST = 512 };

static int move(int fd, char *p, size_t n, int out)
{
    while (n) {
        ssize_t k = out ? write(fd, p, n) : read(fd, p, n);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) return -1;
        p += k;
        n -= (size_t)k;
    }
    return 0;
}

int talk_send(int fd, unsigned kind, Str bytes)
{
    char head[HEAD] = {(char)kind};
    uint32_t n = (uint32_t)bytes.n;
    if (bytes.n > TALK_MOST) return -1;
    memcpy(head + 1, &n, sizeof n);
    return move(fd, head, HEAD, 1) || move(fd, (char *)bytes.p, bytes.n, 1) ? -1 : 0;
}

int talk_receive(int fd, Buf *in)
{
    char head[HEAD];
    uint32_t n;
    if (move(fd, head, HEAD, 0)) return -1;
    memcpy(&n, head + 1, sizeof n);
    if (n > TALK_MOST) return -1;
    buf_clear(in);
    buf_room(in, n + 1);
    if (move(fd, in->p, n, 0)) return -1;
    in->n = n;
    in->p[n] = 0;
    return (unsigned char)head[0];
}

/* --- values: out --- */

static void pack_object(Buf *b, const Value *v, TalkObjects *o)
{
    size_t n = 0;
    const ObjectType *type = v->x.type;
    const char *const *names = type && type->fields ? type->fields(v->u.self, &n) : NULL;
    if (o->n == o->cap) {
        o->cap = o->cap ? o->cap * 2 : 64;
        o->v = mem_resize(o->v, mem_mul(o->cap, sizeof *o->v));
    }
    pack_u32(b, o->n);
    o->v[o->n++] = *v;
    pack_text(b, type ? type->name : NULL);
    pack_u8(b, type && type->text);
    pack_str(b, type && type->text ? type->text(v->u.self) : (Str){"", 0});
    if (!names || n > FIELDS_MOST) n = 0;
    pack_u32(b, (uint32_t)n);
    for (size_t i = 0; i < n; i++) pack_text(b, names[i]);
}

static void pack_at(Buf *b, const Value *v, TalkObjects *o, int depth)
{
    ValueType t = v->type == VAL_FUNCTION || depth > DEPTH_MOST || (v->type == VAL_OBJECT && o->n == OBJECTS_MOST) ? VAL_NONE
                                                                                                                  : v->type;
    pack_u8(b, t);
    switch (t) {
    case VAL_BOOL: case VAL_INT: pack_i64(b, v->u.i); break;
    case VAL_NUMBER: pack_f64(b, v->u.d); break;
    case VAL_DATE: pack_i64(b, v->u.date); break;
    case VAL_WORD: pack_text(b, v->x.label); /* fall through */
    case VAL_TEXT: pack_str(b, v->u.text); break;
    case VAL_LIST:
        pack_u32(b, v->count);
        for (uint32_t i = 0; i < v->count; i++) pack_at(b, &v->u.list[i], o, depth + 1);
        break;
    case VAL_MAP:
        pack_u32(b, v->count);
        for (uint32_t i = 0; i < v->count; i++) {
            pack_str(b, v->u.map[i].key);
            pack_at(b, v->u.map[i].value, o, depth + 1);
        }
        break;
    case VAL_OBJECT: pack_object(b, v, o); break;
    case VAL_NONE: case VAL_FUNCTION: break;
    }
}

void talk_pack_value(Buf *b, const Value *v, TalkObjects *objects) { pack_at(b, v, objects, 0); }

void talk_objects_free(TalkObjects *o)
{
    free(o->v);
    *o = (TalkObjects){0};
}

/* --- values: in; an object is its number and what it said of itself --- */

typedef struct FarObject {
    TalkFar *far;
    uint32_t number;
    size_t n;
    const char **names;
    Str text;
} FarObject;

typedef struct TalkType {
    ObjectType type;
    struct TalkType *next;
} TalkType;

static int far_get(const void *self, Str field, Value *out)
{
    const FarObject *o = self;
    TalkFar *far = o->far;
    Buf ask = {0};
    *out = value_none();
    pack_u32(&ask, o->number);
    pack_str(&ask, field);
    int bad = talk_send(far->fd, TALK_FIELD, buf_view(&ask)) || talk_receive(far->fd, &far->in) != TALK_ANSWER;
    buf_free(&ask);
    if (bad) _exit(0);                     /* nobody asks any more */
    Unpack u = unpack_from(arena_text(far->arena, buf_text(&far->in), far->in.n), far->in.n);
    int known = unpack_u8(&u) == 1;
    *out = talk_unpack_value(&u, far);
    return known && !u.bad;
}

static const char *const *far_fields(const void *self, size_t *n)
{
    const FarObject *o = self;
    *n = o->n;
    return o->names;
}

static Str far_text(const void *self) { return ((const FarObject *)self)->text; }

static const ObjectType *type_of(TalkFar *far, const char *name, int has_text)
{
    for (TalkType *t = far->types; t; t = t->next)
        if (!strcmp(t->type.name, name) && (t->type.text != NULL) == has_text) return &t->type;
    TalkType *t = arena_alloc(far->arena, sizeof *t);
    *t = (TalkType){{.name = name, .get = far_get, .fields = far_fields, .text = has_text ? far_text : NULL}, far->types};
    far->types = t;
    return &t->type;
}

static Value unpack_object(Unpack *u, TalkFar *far)
{
    FarObject *o = arena_alloc(far->arena, sizeof *o);
    o->far = far;
    o->number = unpack_u32(u);
    const char *name = unpack_text(u, far->arena);
    int has_text = unpack_u8(u) != 0;
    o->text = unpack_str(u);
    o->n = unpack_count(u, 1);
    if (o->n > FIELDS_MOST) u->bad = 1;
    o->names = arena_alloc(far->arena, mem_mul(o->n + 1, sizeof *o->names));
    for (size_t i = 0; i < o->n && !u->bad; i++) o->names[i] = unpack_text(u, far->arena);
    for (size_t i = 0; i < o->n; i++)
        if (!o->names[i]) u->bad = 1;
    if (u->bad) return value_none();
    return (Value){.type = VAL_OBJECT, .u.self = o, .x.type = type_of(far, name ? name : "", has_text)};
}

static Value unpack_at(Unpack *u, TalkFar *far, int depth);

static Value unpack_list(Unpack *u, TalkFar *far, int depth, int map)
{
    uint32_t n = unpack_count(u, map ? 5 : 1);
    Value *v = arena_alloc(far->arena, mem_mul(n + 1, sizeof *v));
    ValuePair *pair = map ? arena_alloc(far->arena, mem_mul(n + 1, sizeof *pair)) : NULL;
    for (uint32_t i = 0; i < n && !u->bad; i++) {
        if (map) pair[i] = (ValuePair){unpack_str(u), &v[i]};
        v[i] = unpack_at(u, far, depth + 1);
    }
    Value out = {.type = map ? VAL_MAP : VAL_LIST, .count = n};
    if (map) out.u.map = pair;
    else out.u.list = v;
    return u->bad ? value_none() : out;
}

static Value unpack_at(Unpack *u, TalkFar *far, int depth)
{
    unsigned t = unpack_u8(u);
    if (u->bad || depth > DEPTH_MOST + 1) t = VAL_NONE;
    switch (t) {
    case VAL_BOOL: return value_bool(unpack_i64(u) != 0);
    case VAL_INT: return value_int(unpack_i64(u));
    case VAL_NUMBER: return value_number(unpack_f64(u));
    case VAL_DATE: return value_date((Date)unpack_i64(u));
    case VAL_TEXT: return value_text(unpack_str(u));
    case VAL_WORD: {
        const char *label = unpack_text(u, far->arena);
        return (Value){.type = VAL_WORD, .u.text = unpack_str(u), .x.label = label};
    }
    case VAL_LIST: return unpack_list(u, far, depth, 0);
    case VAL_MAP: return unpack_list(u, far, depth, 1);
    case VAL_OBJECT: return unpack_object(u, far);
    default: return value_none();
    }
}

Value talk_unpack_value(Unpack *u, TalkFar *far) { return unpack_at(u, far, 0); }
