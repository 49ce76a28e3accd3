/* hole.c - the template lexer; does not know what stands inside a hole beyond its first word. */
#include "core/press/hole.h"
#include "core/base/text.h"
#include <string.h>

typedef struct Lex {
    Str src;
    const char *shown;
    size_t at;
    int line;
    size_t line_at;                        /* offset of the first byte of the line */
    size_t col_at;                         /* the place whose column was counted last, and that column */
    int col;
    Arena *a;
    Buf *md;
    Holes *out;
    Err *e;
    int mistakes;
} Lex;

long hole_at(const char *p, size_t n)
{
    if (n < 4 || (unsigned char)p[0] != 0xF3) return -1;       /* U+F0000 … U+FFFFF begin with F3 B0..BF */
    uint32_t cp;
    if (text_decode(p, n, &cp) != 4 || cp < DOC_HOLE_FIRST || cp >= DOC_HOLE_FIRST + DOC_HOLE_MOST) return -1;
    return (long)(cp - DOC_HOLE_FIRST);
}

long hole_find_close(Str src, size_t at, const char *close)
{
    int depth = 0;
    for (size_t i = at; i < src.n && src.p[i] != '\n'; i++) {
        char c = src.p[i];
        if (c == '"' || c == '\'') {
            for (i++; i < src.n && src.p[i] != c; i++) {
                if (src.p[i] == '\n') return -1;
                if (src.p[i] == '\\') i++;
            }
        } else if (depth == 0 && c == close[0] && i + 1 < src.n && src.p[i + 1] == close[1]) {
            return (long)i;
        } else if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
            depth--;
        }
    }
    return -1;
}

static int is_name_char(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

static Str take_word(Str *s)
{
    *s = str_trim(*s);
    size_t n = 0;
    while (n < s->n && is_name_char(s->p[n])) n++;
    Str w = {s->p, n};
    s->p += n;
    s->n -= n;
    *s = str_trim(*s);
    return w;
}

/* Counts on from the last place: a line of many holes costs its length once. */
static int column(Lex *x, size_t at)
{
    if (x->col_at < x->line_at || x->col_at > at || !x->col) {
        x->col_at = x->line_at;
        x->col = 1;
    }
    x->col += (int)text_length(x->src.p + x->col_at, at - x->col_at);
    x->col_at = at;
    return x->col;
}

static int fail(Lex *x, size_t at, Code code, Str arg)
{
    err_set(x->e, code, "%.*s", (int)(arg.n > 120 ? text_cut(arg.p, 120) : arg.n), arg.p ? arg.p : "");
    return err_at(x->e, x->shown, x->line, column(x, at));
}

/* Is everything on this line before `from` and after `to` white space? */
static int alone(const Lex *x, size_t from, size_t to)
{
    for (size_t i = x->line_at; i < from; i++)
        if (x->src.p[i] != ' ' && x->src.p[i] != '\t') return 0;
    for (size_t i = to; i < x->src.n && x->src.p[i] != '\n'; i++)
        if (x->src.p[i] != ' ' && x->src.p[i] != '\t') return 0;
    return 1;
}

static Hole *add_hole(Lex *x, HoleKind kind, size_t from)
{
    Holes *h = x->out;
    if (h->n >= DOC_HOLE_MOST) return NULL;
    if (h->n == h->cap) {
        uint32_t cap = h->cap ? h->cap * 2 : 16;
        Hole *v = arena_alloc(x->a, mem_mul(cap, sizeof *v));
        if (h->n) memcpy(v, h->v, h->n * sizeof *v);
        h->v = v;
        h->cap = cap;
    }
    Hole *one = &h->v[h->n];
    *one = (Hole){.kind = kind, .line = x->line, .col = column(x, from)};
    char utf8[4];
    size_t k = text_encode(DOC_HOLE_FIRST + h->n, utf8);
    buf_add(x->md, utf8, k);
    h->n++;
    return one;
}

static int read_for(Lex *x, size_t from, Str rest, Hole *h)
{
    h->var = take_word(&rest);
    Str in = take_word(&rest);
    if (h->var.n == 0 || (h->var.p[0] >= '0' && h->var.p[0] <= '9') || !str_is(in, "in") || rest.n == 0)
        return fail(x, from, SEN4103, rest);
    if (scope_root(h->var) >= 0 || str_is(h->var, "loop")) return fail(x, from, SEN4104, h->var);
    h->text = rest;
    return 0;
}

static int read_include(Lex *x, size_t from, Str rest, Hole *h)
{
    if (rest.n < 3 || (rest.p[0] != '"' && rest.p[0] != '\'') || rest.p[rest.n - 1] != rest.p[0] ||
        memchr(rest.p + 1, rest.p[0], rest.n - 2))
        return fail(x, from, SEN4105, rest);
    h->text = (Str){rest.p + 1, rest.n - 2};
    return 0;
}

static int read_control(Lex *x, size_t from, Str inside)
{
    static const struct { const char *word; HoleKind kind; } table[] = {
        {"for", HOLE_FOR}, {"if", HOLE_IF}, {"elseif", HOLE_ELSEIF}, {"else", HOLE_ELSE}, {"end", HOLE_END},
        {"endfor", HOLE_END}, {"endif", HOLE_END}, {"include", HOLE_INCLUDE}};
    static const char *const words[] = {"for", "if", "elseif", "else", "end", "endfor", "endif", "include"};
    Str rest = inside, word = take_word(&rest);
    size_t i = 0;
    while (i < sizeof table / sizeof *table && !str_is(word, table[i].word)) i++;
    if (i == sizeof table / sizeof *table) {
        const char *near = text_nearest(arena_text(x->a, word.p, word.n), words, sizeof words / sizeof *words);
        err_set(x->e, near ? SEN4102 : SEN4101, "%.*s" ARG "%s", (int)(word.n < 60 ? word.n : 60), word.p, near ? near : "");
        return err_at(x->e, x->shown, x->line, column(x, from));
    }
    Hole *h = add_hole(x, table[i].kind, from);
    if (!h) return fail(x, from, SEN4106, (Str){"", 0});
    h->word = word;
    if (h->kind == HOLE_FOR) return read_for(x, from, rest, h);
    if (h->kind == HOLE_INCLUDE) return read_include(x, from, rest, h);
    if (h->kind == HOLE_IF || h->kind == HOLE_ELSEIF) {
        if (rest.n == 0) return fail(x, from, SEN4107, word);
        h->text = rest;
    } else if (rest.n) {
        return fail(x, from, SEN4108, word);
    }
    return 0;
}

static void new_line(Lex *x)
{
    x->line++;
    x->line_at = x->at;
}

/* "{#muc-1}" at the end of a heading is its anchor, not a comment. */
static int is_anchor(const Lex *x)
{
    size_t i = x->at + 2;
    while (i < x->src.n && (is_name_char(x->src.p[i]) || x->src.p[i] == '-' || x->src.p[i] == '.')) i++;
    return i > x->at + 2 && i < x->src.n && x->src.p[i] == '}';
}

/* {# … #} may run over lines: each line it fills alone becomes a control line that does nothing. */
static int read_comment(Lex *x)
{
    size_t from = x->at, end = from + 2;
    int line = x->line;
    while (end + 1 < x->src.n && !(x->src.p[end] == '#' && x->src.p[end + 1] == '}')) end++;
    if (end + 1 >= x->src.n) return fail(x, from, SEN4109, (Str){"{#", 2});
    end += 2;
    while (x->at < end) {
        const char *nl = memchr(x->src.p + x->at, '\n', end - x->at);
        size_t stop = nl ? (size_t)(nl - x->src.p) : end;
        /* the part before a comment's first line and after its last decide whether that line is the comment's own */
        size_t lo = x->line == line ? from : x->line_at;
        if (alone(x, lo, nl ? stop : end) && !add_hole(x, HOLE_NOTHING, lo))
            return fail(x, from, SEN4106, (Str){"", 0});
        x->at = stop;
        if (nl) {
            buf_putc(x->md, '\n');
            x->at++;
            new_line(x);
        }
    }
    return 0;
}

static int read_hole(Lex *x)
{
    size_t from = x->at;
    int value = x->src.p[from + 1] == '{';
    long close = hole_find_close(x->src, from + 2, value ? "}}" : "%}");
    if (close < 0) return fail(x, from, SEN4109, (Str){x->src.p + from, 2});
    size_t to = (size_t)close + 2;
    Str inside = str_trim((Str){x->src.p + from + 2, (size_t)close - from - 2});
    x->at = to;
    if (!value) return read_control(x, from, inside);
    if (inside.n == 0) return fail(x, from, SEN4110, inside);
    Hole *h = add_hole(x, HOLE_VALUE, from);
    if (!h) return fail(x, from, SEN4106, (Str){"", 0});
    h->text = inside;
    return 0;
}

/* Private-use characters of the hole range in the user's own text are dropped. */
static void copy_char(Lex *x)
{
    const char *p = x->src.p + x->at;
    uint32_t cp;
    size_t k = (unsigned char)*p < 0x80 ? 1 : text_decode(p, x->src.n - x->at, &cp);
    if (k == 0) k = 1;
    if (!(k == 4 && cp >= DOC_HOLE_FIRST && cp <= 0xFFFFF)) buf_add(x->md, p, k);
    x->at += k;
}

/* Columns of the texts, counted once all stand. */
static void place_texts(Lex *x)
{
    int line = 0, col = 1;
    size_t at = 0;
    for (uint32_t i = 0; i < x->out->n; i++) {
        Hole *h = &x->out->v[i];
        if (!h->text.n) continue;
        size_t from = (size_t)(h->text.p - x->src.p);
        if (h->line != line) {
            line = h->line;
            col = 1;
            for (at = from; at > 0 && x->src.p[at - 1] != '\n'; at--) {}
        }
        col += (int)text_length(x->src.p + at, from - at);
        at = from;
        h->text_col = col;
    }
}

enum { MISTAKES_MOST = 50 };

/* A hole with a mistake: noted, and the reading goes on at the next line. 0 = go on. */
static int skip_mistake(Lex *x, Err *one, Findings *more, Err *e)
{
    int end = one->code == SEN4106 || ++x->mistakes >= MISTAKES_MOST;
    if (!e->code) *e = *one;
    else if (more) findings_add_err(more, one);
    *one = (Err){0};
    while (x->at < x->src.n && x->src.p[x->at] != '\n') x->at++;
    return end;
}

int hole_lex(Str src, const char *shown, int first_line, Arena *a, Buf *md, Holes *out, Findings *more, Err *e)
{
    Err one = {0};
    Lex x = {.src = src, .shown = shown, .line = first_line, .a = a, .md = md, .out = out, .e = &one};
    *out = (Holes){0};
    buf_room(md, src.n);
    while (x.at < src.n) {
        char c = src.p[x.at], d = x.at + 1 < src.n ? src.p[x.at + 1] : 0;
        if (c == '{' && d == '#' && !is_anchor(&x)) {
            if (read_comment(&x) && skip_mistake(&x, &one, more, e)) return -1;
        } else if (c == '{' && (d == '{' || d == '%')) {
            if (read_hole(&x) && skip_mistake(&x, &one, more, e)) return -1;
        } else if (c == '\n') {
            buf_putc(md, '\n');
            x.at++;
            new_line(&x);
        } else {
            copy_char(&x);
        }
    }
    static const uint8_t control[] = {CONTROL_NONE, CONTROL_FOR, CONTROL_IF, CONTROL_ELSE, CONTROL_ELSE, CONTROL_END,
                                      CONTROL_ALONE,
                                      CONTROL_ALONE};
    place_texts(&x);
    out->control = arena_alloc(a, (size_t)out->n + 1);
    for (uint32_t i = 0; i < out->n; i++) out->control[i] = control[out->v[i].kind];
    return x.mistakes ? -1 : 0;
}

static int mismatch(const Hole *h, const char *shown, Code code, const Hole *open, Err *e)
{
    err_set(e, code, "%.*s" ARG "%.*s" ARG "%d", (int)h->word.n, h->word.p, open ? (int)open->word.n : 0,
            open ? open->word.p : "", open ? open->line : 0);
    return err_at(e, shown, h->line, h->col);
}

static int match_one(Holes *h, uint32_t *open, uint32_t *last, uint32_t *depth, uint32_t i, const char *shown, Err *e)
{
    Hole *one = &h->v[i];
    if (one->kind == HOLE_FOR || one->kind == HOLE_IF) {
        if (*depth == HOLE_DEPTH) return mismatch(one, shown, SEN4156, NULL, e);
        open[*depth] = last[*depth] = i;
        (*depth)++;
        return 0;
    }
    if (one->kind != HOLE_ELSEIF && one->kind != HOLE_ELSE && one->kind != HOLE_END) return 0;
    if (*depth == 0) return mismatch(one, shown, SEN4150, NULL, e);
    Hole *first = &h->v[open[*depth - 1]], *before = &h->v[last[*depth - 1]];
    int is_for = first->kind == HOLE_FOR;
    if ((one->kind == HOLE_ELSEIF && is_for) || (one->kind == HOLE_END && str_is(one->word, is_for ? "endif" : "endfor")))
        return mismatch(one, shown, SEN4152, first, e);
    if (one->kind != HOLE_END && before->kind == HOLE_ELSE) return mismatch(one, shown, SEN4153, first, e);
    before->pair = i;
    last[*depth - 1] = i;
    if (one->kind == HOLE_END) {
        for (uint32_t k = open[*depth - 1]; k != i; k = h->v[k].pair) h->v[k].end = i;
        (*depth)--;
    }
    return 0;
}

int hole_match(Holes *h, const char *shown, Err *e)
{
    uint32_t open[HOLE_DEPTH], last[HOLE_DEPTH], depth = 0;
    for (uint32_t i = 0; i < h->n; i++)
        if (match_one(h, open, last, &depth, i, shown, e)) return -1;
    return depth ? mismatch(&h->v[open[depth - 1]], shown, SEN4151, NULL, e) : 0;
}
