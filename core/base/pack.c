/* pack.c - typed bytes for frames and caches. */
#include "core/base/pack.h"
#include "core/base/text.h"
#include <stdio.h>
#include <string.h>

void pack_u8(Buf *b, unsigned v) { buf_putc(b, (char)v); }

/* Lowest byte first: written out, so that the compiler sees one store. */
static void put_four(char *p, uint32_t v)
{
    p[0] = (char)v;
    p[1] = (char)(v >> 8);
    p[2] = (char)(v >> 16);
    p[3] = (char)(v >> 24);
}

/* n more bytes at the end, to be filled. */
static char *more(Buf *b, size_t n)
{
    if (b->cap - b->n <= n) buf_room(b, n);
    char *p = b->p + b->n;
    b->n += n;
    b->p[b->n] = 0;
    return p;
}

void pack_u32(Buf *b, uint32_t v) { put_four(more(b, 4), v); }

void pack_i64(Buf *b, int64_t v)
{
    char *p = more(b, 8);
    put_four(p, (uint32_t)v);
    put_four(p + 4, (uint32_t)((uint64_t)v >> 32));
}

void pack_f64(Buf *b, double v)
{
    uint64_t bits;
    memcpy(&bits, &v, 8);
    pack_i64(b, (int64_t)bits);
}

void pack_str(Buf *b, Str s)
{
    pack_u32(b, (uint32_t)s.n);
    buf_add(b, s.p, s.n);
}

void pack_text(Buf *b, const char *s)
{
    pack_u8(b, s != NULL);
    if (s) pack_str(b, str_of(s));
}

Unpack unpack_from(const void *p, size_t n) { return (Unpack){.p = p, .end = (const char *)p + n}; }

/* The next n bytes, or NULL. */
static const unsigned char *take(Unpack *u, int n)
{
    const char *p = u->p;
    if (u->bad || u->end - p < n) {
        u->bad = 1;
        return NULL;
    }
    u->p += n;
    return (const unsigned char *)p;
}

/* Lowest byte first: written out, so that the compiler sees one load. */
static uint32_t four(const unsigned char *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static uint64_t eight(const unsigned char *p) { return four(p) | (uint64_t)four(p + 4) << 32; }

unsigned unpack_u8(Unpack *u)
{
    const unsigned char *p = take(u, 1);
    return p ? *p : 0;
}

uint32_t unpack_u32(Unpack *u)
{
    const unsigned char *p = take(u, 4);
    return p ? four(p) : 0;
}

int64_t unpack_i64(Unpack *u)
{
    const unsigned char *p = take(u, 8);
    return p ? (int64_t)eight(p) : 0;
}

double unpack_f64(Unpack *u)
{
    uint64_t bits = (uint64_t)unpack_i64(u);
    double v;
    memcpy(&v, &bits, 8);
    return v;
}

Str unpack_str(Unpack *u)
{
    uint32_t n = unpack_u32(u);
    if (u->bad || (size_t)(u->end - u->p) < n) {
        u->bad = 1;
        return (Str){"", 0};
    }
    Str s = {u->p, n};
    u->p += n;
    return s;
}

const char *unpack_text(Unpack *u, Arena *a)
{
    if (!unpack_u8(u)) return NULL;
    Str s = unpack_str(u);
    if (u->bad || memchr(s.p, 0, s.n) || !text_valid(s.p, s.n, NULL)) {
        u->bad = 1;
        return NULL;
    }
    return arena_text(a, s.p, s.n);
}

uint32_t unpack_count(Unpack *u, size_t each)
{
    uint32_t n = unpack_u32(u);
    if (u->bad || (each && n > (size_t)(u->end - u->p) / each)) {
        u->bad = 1;
        return 0;
    }
    return n;
}

void pack_findings(Buf *b, const Findings *f)
{
    pack_u32(b, (uint32_t)f->n);
    for (size_t i = 0; i < f->n; i++) {
        const Finding *one = &f->v[i];
        pack_u8(b, one->severity);
        pack_u32(b, (uint32_t)one->code);
        pack_u32(b, (uint32_t)one->line);
        pack_u32(b, (uint32_t)one->col);
        pack_text(b, one->file);
        pack_text(b, one->id);
        for (int k = 0; k < ERR_ARGS; k++) pack_text(b, one->arg[k]);
    }
    pack_u32(b, (uint32_t)f->dropped);
}

void unpack_findings(Unpack *u, Findings *f)
{
    uint32_t n = unpack_count(u, 19);
    for (uint32_t i = 0; i < n && !u->bad; i++) {
        Finding one = {0};
        unsigned severity = unpack_u8(u);
        one.severity = severity <= SEV_ERROR ? (Severity)severity : SEV_ERROR;
        one.code = (Code)unpack_u32(u);
        one.line = (int)unpack_u32(u);
        one.col = (int)unpack_u32(u);
        one.file = unpack_text(u, f->arena);
        one.id = unpack_text(u, f->arena);
        for (int k = 0; k < ERR_ARGS; k++) one.arg[k] = unpack_text(u, f->arena);
        if (!u->bad) findings_copy(f, &one);
    }
    f->dropped += unpack_u32(u);
}

void pack_err(Buf *b, const Err *e)
{
    pack_u32(b, (uint32_t)e->code);
    pack_u32(b, (uint32_t)e->line);
    pack_u32(b, (uint32_t)e->col);
    pack_str(b, str_of(e->file));
    for (int i = 0; i < ERR_ARGS; i++) pack_str(b, str_of(e->arg[i]));
}

static void take_text(Unpack *u, char *out, size_t size)
{
    Str s = unpack_str(u);
    snprintf(out, size, "%.*s", (int)(s.n < size ? s.n : size - 1), s.p);
}

void unpack_err(Unpack *u, Err *e)
{
    e->code = (Code)unpack_u32(u);
    e->line = (int)unpack_u32(u);
    e->col = (int)unpack_u32(u);
    take_text(u, e->file, sizeof e->file);
    for (int i = 0; i < ERR_ARGS; i++) take_text(u, e->arg[i], sizeof e->arg[i]);
}
