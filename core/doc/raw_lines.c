/* raw_lines.c - splits a text into lines, shields and unshields them; knows no tree. */
#include "core/doc/raw_lines.h"
#include "core/base/text.h"
#include "core/doc/guard.h"
#include <stdlib.h>
#include <string.h>

#define NOTE_SHIELD "\xC2\x91"
#define TILDE_SHIELD "\xC2\x92"
#define ENTITY_SHIELD "\xC2\x94"
#define COMMENT_SHIELD "<!--\xC2\x93"

void raw_lines_add(RawLines *l, RawLine one)
{
    if (l->n == l->cap) {
        size_t cap = l->cap ? l->cap * 2 : 64;
        RawLine *v = arena_alloc(l->arena, mem_mul(cap, sizeof *v));
        if (l->n) memcpy(v, l->v, l->n * sizeof *v);
        l->v = v;
        l->cap = cap;
    }
    l->v[l->n++] = one;
}

long raw_hole_at(const char *p, const char *end)
{
    uint32_t cp;
    if (p >= end || *p != '\xF3' || !text_decode(p, (size_t)(end - p), &cp) || cp < DOC_HOLE_FIRST) return -1;
    return cp - DOC_HOLE_FIRST < DOC_HOLE_MOST ? (long)(cp - DOC_HOLE_FIRST) : -1;
}

int raw_line_blank(Str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] != ' ' && text.p[i] != '\t' && text.p[i] != '>') return 0;
    return 1;
}

size_t raw_lines_underline(const RawLines *l, size_t first, size_t last)
{
    for (size_t i = first + 1; i <= last && i < l->n; i++) {
        const char *p = l->v[i].text.p, *end = p + l->v[i].text.n, *from;
        while (p < end && (*p == ' ' || *p == '\t' || *p == '>')) p++;
        for (from = p; p < end && *p == *from && (*p == '-' || *p == '='); p++) {}
        if (p == from) continue;
        while (p < end && (*p == ' ' || *p == '\t')) p++;
        if (p == end) return i;
    }
    return first;
}

static int is_control_line(Str text, const DocOptions *o)
{
    const char *p = text.p, *end = p + text.n;
    int n = 0;
    if (!o->control) return 0;
    while (p < end) {
        if (*p == ' ' || *p == '\t' || (*p == '>' && !n)) {
            p++;
            continue;
        }
        long hole = raw_hole_at(p, end);
        if (hole < 0 || (uint32_t)hole >= o->holes || !o->control[hole]) return 0;
        n++;
        p += 4;
    }
    return n > 0;
}

/* The length of a label "[^label]" at p, without the bracket at its end; 0 when there is none. */
static size_t note_label(const char *p, const char *end)
{
    if (end - p < 4 || p[0] != '[' || p[1] != '^') return 0;
    const char *q = p + 2;
    while (q < end && *q != ']' && *q != '[' && *q != ' ' && *q != '\t' && q - p < 100) q++;
    return q < end && *q == ']' && q > p + 2 ? (size_t)(q - p) : 0;
}

static void note_definition(RawLines *l, Str text)
{
    const char *p = text.p, *end = p + text.n;
    while (p < end && (*p == ' ' || *p == '\t' || *p == '>')) p++;
    size_t n = note_label(p, end);
    if (n && p + n + 1 < end && p[n + 1] == ':') map_put_n(l->notes, p + 2, n - 2, l->notes);
}

void raw_lines_split(RawLines *l, Str text, int first_line, const DocOptions *o)
{
    const char *p = text.p, *end = p + text.n;
    for (int line = first_line; p < end; line++) {
        const char *nl = memchr(p, '\n', (size_t)(end - p));
        if (!nl) nl = end;
        RawLine one = {{p, (size_t)(nl - p)}, line, RAW_TEXT, 0, 0};
        if (is_control_line(one.text, o)) one.kind = RAW_CONTROL;
        note_definition(l, one.text);
        raw_lines_add(l, one);
        p = nl < end ? nl + 1 : end;
    }
}

/* 1 when "&#…;" at p would put a character into the text that may not stand there (a shield or hole among them). */
static int bad_entity(const char *p, const char *end)
{
    unsigned long cp = 0;
    const char *q = p + 2;
    if (end - p < 4 || p[1] != '#') return 0;
    int base = *q == 'x' || *q == 'X' ? 16 : 10;
    if (base == 16) q++;
    const char *from = q;
    for (; q < end && q - from < 8; q++) {
        int c = *q | 0x20, v = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' && base == 16 ? c - 'a' + 10 : -1;
        if (v < 0) break;
        cp = cp * (unsigned)base + (unsigned)v;
    }
    if (q == from || q == end || *q != ';' || !cp) return 0;
    return guard_forbidden((unsigned)cp) || (cp >= DOC_HOLE_FIRST && cp < DOC_HOLE_FIRST + DOC_HOLE_MOST);
}

void raw_shield_text(const RawLines *l, Str text, Buf *out)
{
    const char *p = text.p, *end = p + text.n, *from = p;
    while (p < end) {
        if (*p == '\\' && p + 1 < end) {
            if (p[1] == '~') {
                buf_add(out, from, (size_t)(p - from));
                buf_puts(out, TILDE_SHIELD);
                from = p + 2;
            }
            p += 2;
            continue;
        }
        if (*p == '&' && bad_entity(p, end)) {
            buf_add(out, from, (size_t)(p - from));
            buf_puts(out, ENTITY_SHIELD);
            from = ++p;
            continue;
        }
        size_t n = *p == '[' ? note_label(p, end) : 0;
        if (n && map_get_n(l->notes, p + 2, n - 2)) {
            buf_add(out, from, (size_t)(p - from));
            buf_puts(out, NOTE_SHIELD);
            from = p + 2;
            p += n;
            continue;
        }
        p++;
    }
    buf_add(out, from, (size_t)(end - from));
}

/* The offset of ":::" when the line is a fence of a div, else -1. */
static long div_fence(Str text)
{
    size_t i = 0;
    while (i < text.n && (text.p[i] == ' ' || text.p[i] == '\t' || text.p[i] == '>')) i++;
    return text.n - i >= 3 && !memcmp(text.p + i, ":::", 3) ? (long)i : -1;
}

void raw_lines_write(const RawLines *l, Buf *out)
{
    for (size_t i = 0; i < l->n; i++) {
        const RawLine *r = &l->v[i];
        long fence = r->kind == RAW_TEXT ? div_fence(r->text) : -1;
        if (fence >= 0) {
            buf_add(out, r->text.p, (size_t)fence);
            buf_printf(out, COMMENT_SHIELD "D%zu-->", i);
        } else if (r->kind == RAW_TEXT || r->kind == RAW_KEPT) {
            raw_shield_text(l, r->text, out);
        } else {
            buf_add(out, r->text.p, r->prefix);
            buf_printf(out, COMMENT_SHIELD "%c%zu-->", r->kind == RAW_SEPARATOR ? 'S' : r->kind == RAW_TABLE ? 'T' : 'R', i);
        }
        buf_putc(out, '\n');
    }
}

char raw_shield_of(Str literal, int *number)
{
    const char *p = literal.p, *end = p + literal.n;
    size_t n = sizeof COMMENT_SHIELD - 1;
    while (p < end && (*p == ' ' || *p == '\t')) p++;
    if ((size_t)(end - p) < n + 2 || memcmp(p, COMMENT_SHIELD, n)) return 0;
    *number = (int)strtol(p + n + 1, NULL, 10);
    return p[n];
}

int raw_has_shield(Str literal) { return memchr(literal.p, 0xC2, literal.n) != NULL; }

void raw_unshield(const RawLines *l, Str literal, int as_text, Buf *out)
{
    const char *p = literal.p, *end = p + literal.n;
    while (p < end) {
        const char *at = memchr(p, 0xC2, (size_t)(end - p));
        if (!at || at + 1 >= end) break;
        const char *before = at;
        const char *back = NULL;
        if (at[1] == '\x91') back = "[^";
        else if (at[1] == '\x92') back = as_text ? "~" : "\\~";
        else if (at[1] == '\x94' && as_text) {
            const char *semicolon = memchr(at, ';', (size_t)(end - at));
            buf_add(out, p, (size_t)(at - p));
            buf_puts(out, "\xEF\xBF\xBD");
            p = semicolon ? semicolon + 1 : at + 2;
            continue;
        } else if (at[1] == '\x94') back = "&";
        else if (at[1] == '\x93' && at - p >= 4 && at + 2 < end) {
            char *rest;
            size_t i = strtoul(at + 3, &rest, 10);
            long from = i >= l->n ? -1 : at[2] == 'D' ? div_fence(l->v[i].text) : (long)l->v[i].prefix;
            if (from >= 0 && end - rest >= 3) {
                buf_add(out, p, (size_t)(at - 4 - p));
                if (at[2] != 'S') buf_add(out, l->v[i].text.p + from, l->v[i].text.n - (size_t)from);
                p = rest + 3;
                continue;
            }
        }
        buf_add(out, p, (size_t)(before - p));
        if (back) buf_puts(out, back);
        else buf_add(out, at, 2);
        p = at + 2;
    }
    buf_add(out, p, (size_t)(end - p));
}
