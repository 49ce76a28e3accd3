/* cut.c - finds statements by their tokens and rewrites the text around them; must not run anything. */
#include "core/script/cut.h"
#include "core/base/text.h"
#include "core/script/scan.h"
#include <stdlib.h>
#include <string.h>

typedef struct Part { size_t from, to; int named; } Part;       /* tokens of a field: [from, to) without its comma */

/* word "id" { … } or verb.word "id" { … }, perhaps with parentheses around the id: tokens first … last. */
typedef struct Found { size_t first, last, id, open; Kind kind; } Found;

static int is_word(const Token *t) { return t->kind == TOKEN_NAME; }

static int find_kind(const Token *t)
{
    char name[65];
    if (t->kind != TOKEN_NAME || t->n >= sizeof name) return -1;
    memcpy(name, t->p, t->n);
    name[t->n] = 0;
    return word_find_kind(name);
}

static size_t close_of(const Scan *s, size_t open)
{
    int depth = 0;
    for (size_t i = open; i < s->n_tokens && s->token[i].kind != TOKEN_END; i++) {
        const Token *t = &s->token[i];
        if (scan_is(t, "{") || scan_is(t, "(") || scan_is(t, "[")) depth++;
        else if ((scan_is(t, "}") || scan_is(t, ")") || scan_is(t, "]")) && --depth == 0) return i;
    }
    return 0;
}

/* The statement whose id is token i. */
static int statement_at(const Scan *s, size_t i, Found *f)
{
    size_t before = i, after = i + 1;
    if (s->token[i].kind != TOKEN_STRING || s->token[i].broken || i < 1) return 0;
    if (scan_is(&s->token[i - 1], "(") && after < s->n_tokens && scan_is(&s->token[after], ")")) {
        before--;
        after++;
    }
    if (before < 1 || after >= s->n_tokens || !scan_is(&s->token[after], "{") || !is_word(&s->token[before - 1])) return 0;
    int kind = find_kind(&s->token[before - 1]);
    if (kind < 0) return 0;
    f->first = before - 1;
    if (f->first >= 2 && scan_is(&s->token[f->first - 1], ".") && is_word(&s->token[f->first - 2])) f->first -= 2;
    f->id = i;
    f->open = after;
    f->kind = (Kind)kind;
    f->last = close_of(s, after);
    return f->last > after;
}

static int next_statement(const Scan *s, size_t *at, Found *f)
{
    for (; *at < s->n_tokens && s->token[*at].kind != TOKEN_END; ++*at)
        if (statement_at(s, *at, f)) return 1;
    return 0;
}

/* A string's token is what stands between its quotes, or between its long brackets. */
static size_t end_of(const Scan *s, const Token *t)
{
    const char *end = t->p + t->n;
    if (t->kind == TOKEN_STRING && *end == ']') {
        end++;
        end += strspn(end, "=");
    }
    return (size_t)(end - s->text) + (t->kind == TOKEN_STRING);
}

static size_t start_of(const Scan *s, const Token *t)
{
    const char *p = t->p;
    if (t->kind == TOKEN_STRING) {
        if (p > s->text && p[-1] == '\n') p--;            /* the line end after [[ belongs to no one */
        p--;
        if (*p == '[')
            for (p--; p > s->text && *p == '='; p--) continue;
    }
    return (size_t)(p - s->text);
}

/* The fields between the braces. */
static size_t parts_of(const Scan *s, const Found *f, Part *v, size_t most)
{
    size_t n = 0, from = f->open + 1;
    int depth = 0;
    for (size_t i = from; i <= f->last; i++) {
        const Token *t = &s->token[i];
        int end = i == f->last || (depth == 0 && (scan_is(t, ",") || scan_is(t, ";")));
        if (end && i > from && n < most) {
            v[n].from = from;
            v[n].to = i;
            v[n].named = i > from + 1 && is_word(&s->token[from]) && scan_is(&s->token[from + 1], "=");
            n++;
        }
        if (end) from = i + 1;
        else if (scan_is(t, "{") || scan_is(t, "(") || scan_is(t, "[") || scan_is(t, "function")) depth++;
        else if (scan_is(t, "}") || scan_is(t, ")") || scan_is(t, "]") || scan_is(t, "end")) depth--;
    }
    return n;
}

static int part_is(const Scan *s, const Part *p, Kind k, size_t field)
{
    const Token *t = &s->token[p->from];
    if (!p->named) return field == 0 && t->kind == TOKEN_STRING;
    return word_find_field_exact(k, t->p, t->n) == (int)field;
}

static int part_is_about_statement(const Scan *s, const Part *p)
{
    const Token *t = &s->token[p->from];
    return p->named && word_find_statement_field(t->p, t->n) >= 0;
}

/* Bytes [from, to) of the script as comment lines in place of themselves; what else stands on those lines stays. */
static void comment_out(Buf *script, size_t from, size_t to, const char *note)
{
    Buf b = {0};
    size_t line = from;
    while (line && script->p[line - 1] != '\n') line--;
    int alone = strspn(script->p + line, " \t") >= from - line;
    if (alone) from = line;
    buf_add(&b, script->p, from);
    if (!alone) buf_putc(&b, '\n');
    buf_printf(&b, "-- %s\n", note);
    for (size_t at = from; at < to;) {
        const char *nl = memchr(script->p + at, '\n', to - at);
        size_t n = nl ? (size_t)(nl - script->p) - at : to - at;
        buf_puts(&b, "-- ");
        buf_add(&b, script->p + at, n);
        buf_putc(&b, '\n');
        at += n + 1;
    }
    size_t rest = to + strspn(script->p + to, " \t\r;");
    if (script->p[rest] == '\n') rest++;
    buf_add(&b, script->p + rest, script->n - rest);
    buf_free(script);
    *script = b;
}

static Scan *read(const Buf *script, Findings *f, Arena *a)
{
    int bad = 0;
    findings_init(f, a);
    return scan_new(buf_text(script), script->n, "", f, &bad);
}

/* Calls `each` with every statement until it says 1. */
typedef int (*Each)(const Scan *s, const Found *f, void *self);
static int walk(const Buf *script, Each each, void *self)
{
    Arena *a = arena_new();
    Findings said;
    Scan *s = read(script, &said, a);
    Found f;
    int done = 0;
    for (size_t at = 0; s && !done && next_statement(s, &at, &f); at++) done = each(s, &f, self);
    scan_free(s);
    findings_free(&said);
    arena_free(a);
    return done;
}

typedef struct Cut { int line; Kind kind; size_t field; size_t from, to; int whole; } Cut;

static int cut_here(const Scan *s, const Found *f, void *self)
{
    Cut *c = self;
    Part part[80];
    size_t n = parts_of(s, f, part, 80), others = 0, at = n;
    if (f->kind != c->kind) return 0;
    for (size_t i = 0; i < n; i++) {
        if (part_is(s, &part[i], c->kind, c->field) && s->token[part[i].from].line == c->line && at == n) at = i;
        else if (!part_is_about_statement(s, &part[i])) others++;
    }
    if (at == n) return 0;
    c->whole = !others;
    const Token *first = &s->token[c->whole ? f->first : part[at].from];
    const Token *last = &s->token[c->whole ? f->last : part[at].to];      /* with its comma, but for the last field */
    c->from = start_of(s, first);
    c->to = end_of(s, c->whole || part[at].to < f->last ? last : &s->token[part[at].to - 1]);
    return 1;
}

int cut_field(Buf *script, int line, Kind k, size_t field, const char *note)
{
    Cut c = {.line = line, .kind = k, .field = field};
    if (!walk(script, cut_here, &c)) return -1;
    comment_out(script, c.from, c.to, note);
    return 0;
}

static int covers(const Scan *s, const Found *f, void *self)
{
    Cut *c = self;
    if (c->line < s->token[f->first].line || c->line > s->token[f->last].line) return 0;
    c->from = start_of(s, &s->token[f->first]);
    c->to = end_of(s, &s->token[f->last]);
    return 1;
}

int cut_statement(Buf *script, int line, const char *note)
{
    Cut c = {.line = line};
    if (!walk(script, covers, &c)) return -1;
    comment_out(script, c.from, c.to, note);
    return 0;
}

/* The id as written is the path, or something in it. */
static int is_about(Str id, const char *path)
{
    size_t n = strlen(path);
    return id.n >= n && !memcmp(id.p, path, n) && (id.n == n || id.p[n] == '/');
}

typedef struct Search { Kind kind; const char *path; int *lines; size_t n, most; } Search;

static int note_line(const Scan *s, const Found *f, void *self)
{
    Search *x = self;
    Str id = {s->token[f->id].p, s->token[f->id].n};
    int same = f->kind == x->kind ? is_about(id, x->path) : f->kind == KIND_ITEM && is_about(id, x->path) &&
        id.n > strlen(x->path);
    if (same && x->n < x->most) x->lines[x->n++] = s->token[f->first].line;
    return 0;
}

size_t cut_find(Str script, Kind k, const char *path, int *lines, size_t most)
{
    Search x = {.kind = k, .path = path, .lines = lines, .most = most};
    Buf b = {0};
    buf_str(&b, script);
    walk(&b, note_line, &x);
    buf_free(&b);
    return x.n;
}

typedef struct Rename { int line; const char *path; size_t at; } Rename;

static int find_id(const Scan *s, const Found *f, void *self)
{
    Rename *r = self;
    const Token *id = &s->token[f->id];
    if (s->token[f->first].line != r->line || !is_about((Str){id->p, id->n}, r->path)) return 0;
    r->at = (size_t)(id->p - s->text);
    return 1;
}

int cut_rename(Buf *script, int line, const char *path, const char *now)
{
    Rename r = {.line = line, .path = path};
    if (!walk(script, find_id, &r)) return -1;
    Buf b = {0};
    size_t n = strlen(path);
    buf_add(&b, script->p, r.at);
    buf_puts(&b, now);
    buf_add(&b, script->p + r.at + n, script->n - r.at - n);
    buf_free(script);
    *script = b;
    return 0;
}
