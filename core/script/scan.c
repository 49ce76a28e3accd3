/* scan.c - tokens, blocks of fields, foreign characters. One pass, no recursion. */
#include "core/script/scan.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

typedef struct Reader {
    const char *s, *end, *p;
    int line;
    const char *line_start;
    const char *col_at;                    /* where the last column was counted, and that column */
    int col;
    const char *file;
    Findings *f;
    int *bad;
    int foreign;                           /* reported foreign characters */
    int said_line;                         /* the line of the last: one a line is enough (quotes come in pairs) */
    Scan *scan;
    size_t cap_tokens, cap_blocks;
} Reader;

static int is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
static int is_digit(char c) { return c >= '0' && c <= '9'; }

/* Counts on from the last place asked for: a line of a megabyte costs its length once. */
static int col_of(Reader *r, const char *p)
{
    if (r->col_at < r->line_start || r->col_at > p) {
        r->col_at = r->line_start;
        r->col = 1;
    }
    for (; r->col_at < p; r->col_at++) r->col += ((unsigned char)*r->col_at & 0xC0) != 0x80;
    return r->col;
}

/* What brackets and words mean to those who count them: found once here, asked for often. */
static char mark_of(TokenKind k, const char *p, size_t n)
{
    static const struct { const char *word; char mark; } words[] = {
        {"function", MARK_FUNCTION}, {"if", MARK_IF}, {"do", MARK_DO}, {"repeat", MARK_REPEAT}, {"end", MARK_END},
        {"until", MARK_UNTIL}, {"elseif", MARK_ELSEIF}, {"and", MARK_LOGIC}, {"or", MARK_LOGIC}, {"goto", MARK_JUMP},
        {"break", MARK_JUMP}};
    if (k == TOKEN_SYMBOL) return n == 1 ? *p : *p == ':' && p[1] == ':' ? MARK_JUMP : 0;
    if (k != TOKEN_NAME || n > 8 || !memchr("fidreuagbo", *p, 10)) return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (*p == *words[i].word && strlen(words[i].word) == n && !memcmp(p, words[i].word, n)) return words[i].mark;
    return 0;
}

static Token *add_token(Reader *r, TokenKind k, const char *p, size_t n)
{
    Scan *s = r->scan;
    if (s->n_tokens == r->cap_tokens) {
        r->cap_tokens = r->cap_tokens ? r->cap_tokens * 2 : 256;
        s->token = mem_resize(s->token, mem_mul(r->cap_tokens, sizeof *s->token));
    }
    Token *t = &s->token[s->n_tokens++];
    *t = (Token){.kind = k, .line = r->line, .end_line = r->line, .p = p, .n = n, .mark = mark_of(k, p, n)};
    return t;
}

static void new_line(Reader *r, const char *at)
{
    r->line++;
    r->line_start = at;
}

/* "[==[": its level, -1 when it is none; *after stands behind it. */
static int long_open(const Reader *r, const char *p, const char **after)
{
    int level = 0;
    if (p >= r->end || *p != '[') return -1;
    for (p++; p < r->end && *p == '='; p++) level++;
    if (p >= r->end || *p != '[') return -1;
    *after = p + 1;
    return level;
}

/* Skips to behind "]==]" of this level; the content's end, or NULL when it never closes. */
static const char *skip_long(Reader *r, int level)
{
    while (r->p < r->end) {
        if (*r->p == '\n') new_line(r, r->p + 1);
        if (*r->p == ']') {
            const char *q = r->p + 1;
            int k = 0;
            while (q < r->end && *q == '=') k++, q++;
            if (k == level && q < r->end && *q == ']') {
                const char *end = r->p;
                r->p = q + 1;
                return end;
            }
        }
        r->p++;
    }
    return NULL;
}

static void read_string(Reader *r)
{
    char quote = *r->p++;
    Token *t = add_token(r, TOKEN_STRING, r->p, 0);
    size_t at = r->scan->n_tokens - 1;
    t->col = col_of(r, r->p - 1);
    while (r->p < r->end && *r->p != quote && *r->p != '\n') {
        if (*r->p == '\\' && r->p + 1 < r->end) {
            r->p++;
            if (*r->p == '\n') new_line(r, r->p + 1);
            else if (*r->p == 'z') {
                while (r->p + 1 < r->end && strchr(" \t\r\n", r->p[1])) {
                    r->p++;
                    if (*r->p == '\n') new_line(r, r->p + 1);
                }
            }
        }
        r->p++;
    }
    t = &r->scan->token[at];
    t->n = (size_t)((r->p < r->end ? r->p : r->end) - t->p);
    t->end_line = r->line;
    t->broken = r->p >= r->end || *r->p != quote;
    if (!t->broken) r->p++;
}

/* What a character from Word or a phone stands for; NULL = nothing we know. */
static const char *foreign_name(uint32_t c, const char **instead)
{
    static const struct { uint32_t c[6]; const char *instead, *name; } known[] = {
        {{0x201C, 0x201D, 0x201E, 0x2033, 0xFF02}, "\"", "ngoặc kép cong" ERR_BOTH "curly quotes"},
        {{0x2018, 0x2019, 0x201A, 0x2032, 0xFF07}, "\"", "nháy cong" ERR_BOTH "a curly quote"},
        {{0xAB, 0xBB}, "\"", "ngoặc kép kiểu « »" ERR_BOTH "quotes of the kind « »"},
        {{0xA0, 0x202F, 0x2007, 0x2009, 0x3000}, " ", "dấu cách không ngắt" ERR_BOTH "a no-break space"},
        {{0x2013, 0x2014, 0x2212}, "-", "gạch dài" ERR_BOTH "a long dash"},
        {{0xFF0C, 0x3001}, ",", "dấu phẩy toàn khổ" ERR_BOTH "a full-width comma"},
        {{0xFF1D}, "=", "dấu bằng toàn khổ" ERR_BOTH "a full-width equal sign"},
        {{0xFF5B, 0xFF5D}, "{ }", "ngoặc nhọn toàn khổ" ERR_BOTH "full-width braces"},
        {{0x2026}, "...", "dấu ba chấm liền" ERR_BOTH "an ellipsis in one character"},
        {{0x200B, 0x200C, 0x200D, 0xFEFF, 0xAD, 0x2060}, "", "ký tự ẩn" ERR_BOTH "a hidden character"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (size_t k = 0; k < 6; k++)
            if (c && known[i].c[k] == c) return *instead = known[i].instead, known[i].name;
    return *instead = "", NULL;
}

/* 1 inside a character, and at one that is none of Word's. */
static int is_letter(const char *p, const char *end)
{
    uint32_t c;
    const char *instead;
    return ((unsigned char)*p & 0xC0) == 0x80 || !text_decode(p, (size_t)(end - p), &c) || !foreign_name(c, &instead);
}

/* A word with accents outside quotes. A text that ends where it begins had quotes inside. */
static void read_accents(Reader *r, const char *start, const char *end)
{
    size_t n = text_cut(start, (size_t)(end - start) < 60 ? (size_t)(end - start) : 60);
    const Token *last = r->scan->n_tokens ? &r->scan->token[r->scan->n_tokens - 1] : NULL;
    if (last && last->kind == TOKEN_NAME && last->p == start) last = r->scan->n_tokens > 1 ? last - 1 : NULL;
    int inside = last && last->kind == TOKEN_STRING && last->end_line == r->line && last->p + last->n + 1 == start;
    if (r->said_line == r->line) return;
    r->said_line = r->line;
    const char *first = r->line_start;
    while (first < start && (*first == ' ' || *first == '\t')) first++;
    if (*first == '#' || (*first == '/' && (first[1] == '/' || first[1] == '*'))) {          /* a comment of another language */
        findings_add(r->f, SEN3070, r->file, r->line, col_of(r, first), NULL, "%.*s" ARG "--", *first == '#' ? 1 : 2, first);
        return;
    }
    Buf plain = {0};
    text_fold(start, n, &plain);
    findings_add(r->f, inside ? SEN3071 : SEN3013, r->file, r->line, col_of(r, start), NULL, "%.*s" ARG "%s", (int)n, start,
                 buf_text(&plain));
    buf_free(&plain);
}

/* A character that Lua does not know outside texts and comments. */
static void read_foreign(Reader *r)
{
    uint32_t c = 0;
    size_t k = text_decode(r->p, (size_t)(r->end - r->p), &c);
    const char *instead, *name = foreign_name(c, &instead);
    int col = r->foreign < 20 ? col_of(r, r->p) : 0;
    *r->bad = 1;
    if (!k) k = 1;
    if (r->foreign++ < 20) {
        if (name) {
            if (r->said_line != r->line)
                findings_add(r->f, *instead ? SEN3011 : SEN3012, r->file, r->line, col, NULL, "%s" ARG "%s", name, instead);
            r->said_line = r->line;
        } else {
            /* a word with accents outside quotes */
            const char *q = r->p, *start = r->p;
            while (start > r->line_start && is_alpha(start[-1])) start--;
            while (q < r->end && ((unsigned char)*q >= 0x80 ? is_letter(q, r->end) : is_alpha(*q))) q++;
            if (q == r->p) q += k;
            read_accents(r, start, q);
            r->p = q;
            return;
        }
    }
    r->p += k;
}

static void read_tokens(Reader *r)
{
    while (r->p < r->end) {
        char c = *r->p;
        const char *start = r->p, *after;
        if (c == '\n') {
            r->p++;
            new_line(r, r->p);
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') r->p++;
        else if (c == '-' && r->p + 1 < r->end && r->p[1] == '-') {
            r->p += 2;
            int level = long_open(r, r->p, &after);
            if (level >= 0) {
                r->p = after;
                skip_long(r, level);
            } else while (r->p < r->end && *r->p != '\n') r->p++;
        } else if (c == '"' || c == '\'') read_string(r);
        else if (long_open(r, r->p, &after) >= 0) {
            int level = long_open(r, r->p, &after);
            Token *t = add_token(r, TOKEN_STRING, after, 0);
            size_t at = r->scan->n_tokens - 1;
            t->col = col_of(r, start);
            r->p = after;
            const char *end = skip_long(r, level);
            t = &r->scan->token[at];
            t->n = (size_t)((end ? end : r->end) - t->p);
            t->broken = !end;
            t->end_line = r->line;
        } else if (is_alpha(c)) {
            while (r->p < r->end && (is_alpha(*r->p) || is_digit(*r->p))) r->p++;
            int col = col_of(r, start);
            add_token(r, TOKEN_NAME, start, (size_t)(r->p - start))->col = col;
        } else if (is_digit(c)) {
            while (r->p < r->end && (is_alpha(*r->p) || is_digit(*r->p) ||
                                     (*r->p == '.' && r->p + 1 < r->end && is_digit(r->p[1])))) r->p++;
            add_token(r, TOKEN_NUMBER, start, (size_t)(r->p - start))->col = col_of(r, start);
        } else if ((unsigned char)c >= 0x80) read_foreign(r);
        else {
            int second = r->p + 1 < r->end && strchr("=~<>/:.", c) ? r->p[1] : 0;
            size_t n = second == '=' || (second && second == c && strchr(":.", c)) ? 2 : 1;
            add_token(r, TOKEN_SYMBOL, start, n)->col = col_of(r, start);
            r->p += n;
        }
    }
    for (int i = 0; i < 5; i++) add_token(r, TOKEN_END, r->end, 0);        /* so that looking ahead needs no care */
}

/* --- blocks --- */

typedef struct Open {                      /* an open bracket, or a function, if, do, repeat: its commas separate no fields */
    long block;                            /* index of the block whose braces these are, -1 = another one */
    int word;                              /* 1 = closed by end or until */
    int positional;
    int at_start;                          /* the next token begins a field */
} Open;

/* The block whose braces open at token i, when a word stands before: word {, word "id" {, verb.word "id" {, word(…) {. */
static long block_before(Reader *r, size_t i)
{
    Scan *s = r->scan;
    const Token *t = s->token;
    const Token *id = NULL;
    size_t k = i;
    if (k && t[k - 1].kind == TOKEN_STRING) id = &t[--k];
    else if (k && scan_is(&t[k - 1], ")")) {
        int depth = 0;
        size_t limit = k > 40 ? k - 40 : 0;
        while (k > limit) {
            k--;
            depth += scan_is(&t[k], ")") - scan_is(&t[k], "(");
            if (!depth) break;
        }
        if (k + 3 == i && t[k + 1].kind == TOKEN_STRING) id = &t[k + 1];
    }
    if (!k || t[k - 1].kind != TOKEN_NAME) return -1;
    k--;
    if (k >= 2 && (scan_is(&t[k - 1], ".") || scan_is(&t[k - 1], "[")) && t[k - 2].kind == TOKEN_NAME) k -= 2;
    if (s->n_blocks == r->cap_blocks) {
        r->cap_blocks = r->cap_blocks ? r->cap_blocks * 2 : 64;
        s->block = mem_resize(s->block, mem_mul(r->cap_blocks, sizeof *s->block));
    }
    s->block[s->n_blocks] = (ScanBlock){.line = t[k].line, .id = id ? id->p : NULL, .id_n = id ? id->n : 0};
    return (long)s->n_blocks++;
}

static void add_field(Reader *r, ScanBlock *b, const Token *name, int line, int col, int index)
{
    if (name)
        for (size_t i = 0; i < b->n && i < 200; i++)
            if (b->field[i].p && b->field[i].n == name->n && !memcmp(b->field[i].p, name->p, name->n)) {
                findings_add(r->f, SEN3014, r->file, line, col, NULL, "%.*s" ARG "%d", (int)(name->n < 60 ? name->n : 60),
                             name->p, b->field[i].line);
                b->doubled = line;
                return;
            }
    if ((b->n & (b->n + 1)) == 0 || !b->n) b->field = mem_resize(b->field, mem_mul(b->n * 2 + 2, sizeof *b->field));
    b->field[b->n++] = (ScanField){name ? name->p : NULL, name ? name->n : 0, line, col, index};
}

static void start_field(Reader *r, Open *o, size_t i)
{
    const Token *t = r->scan->token;
    o->at_start = 0;
    if (o->block < 0) return;
    ScanBlock *b = &r->scan->block[o->block];
    if (t[i].kind == TOKEN_NAME && scan_is(&t[i + 1], "=")) add_field(r, b, &t[i], t[i].line, t[i].col, 0);
    else if (scan_is(&t[i], "[") && t[i + 1].kind == TOKEN_STRING && scan_is(&t[i + 2], "]") && scan_is(&t[i + 3], "="))
        add_field(r, b, &t[i + 1], t[i].line, t[i].col, 0);
    else if (t[i].kind == TOKEN_NAME && scan_is(&t[i + 1], "==")) {        /* compared where it should be set */
        findings_add(r->f, SEN3069, r->file, t[i].line, t[i + 1].col, NULL, "%s", "");
        *r->bad = 1;
    } else add_field(r, b, NULL, t[i].line, t[i].col, ++o->positional);
}

typedef struct Opens { Open *v; size_t n, cap; } Opens;

static void open_one(Opens *o, Open one)
{
    if (o->n == o->cap) {
        o->cap = o->cap ? o->cap * 2 : 32;
        o->v = mem_resize(o->v, mem_mul(o->cap, sizeof *o->v));
    }
    o->v[o->n++] = one;
}

static void find_blocks(Reader *r)
{
    Opens o = {0};
    const Scan *s = r->scan;
    for (size_t i = 0; i + 4 < s->n_tokens; i++) {
        const Token *t = &s->token[i];
        int closes = t->mark == '}' || t->mark == ')' || t->mark == ']';
        if (o.n && o.v[o.n - 1].at_start && !closes && t->kind != TOKEN_END) start_field(r, &o.v[o.n - 1], i);
        switch (t->mark) {
        case '{': open_one(&o, (Open){.block = block_before(r, i), .at_start = 1}); break;
        case '(': case '[': open_one(&o, (Open){.block = -1}); break;
        case MARK_FUNCTION: case MARK_IF: case MARK_DO: case MARK_REPEAT: open_one(&o, (Open){.block = -1, .word = 1}); break;
        case MARK_END: case MARK_UNTIL:
            if (o.n && o.v[o.n - 1].word) o.n--;
            break;
        case '}': case ')': case ']':
            while (o.n && o.v[o.n - 1].word) o.n--;        /* one that was never ended */
            if (o.n) o.n--;
            break;
        case ',': case ';':
            if (o.n && !o.v[o.n - 1].word) o.v[o.n - 1].at_start = 1;
            break;
        default: break;
        }
    }
    free(o.v);
}

Scan *scan_new(const char *s, size_t n, const char *file, Findings *f, int *bad)
{
    Scan *scan = mem_alloc(sizeof *scan);
    scan->arena = arena_new();
    char *copy = arena_text(scan->arena, s, n);
    Reader r = {.s = copy, .end = copy + n, .p = copy, .line = 1, .line_start = copy, .col_at = copy, .col = 1, .file = file,
                .f = f, .bad = bad, .scan = scan};
    scan->text = copy;
    read_tokens(&r);
    find_blocks(&r);
    return scan;
}

void scan_free(Scan *s)
{
    if (!s) return;
    for (size_t i = 0; i < s->n_blocks; i++) free(s->block[i].field);
    free(s->block);
    free(s->token);
    arena_free(s->arena);
    free(s);
}

ScanBlock *scan_find(Scan *s, int line, const char *id)
{
    /* blocks stand in order of their braces, lines rise: a binary search finds the first of a line */
    size_t lo = 0, hi = s->n_blocks;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (s->block[mid].line < line) lo = mid + 1;
        else hi = mid;
    }
    ScanBlock *loose = NULL;
    for (size_t i = lo; i < s->n_blocks && s->block[i].line == line && i < lo + 1000; i++) {
        ScanBlock *b = &s->block[i];
        if (id && b->id && strlen(id) == b->id_n && !memcmp(id, b->id, b->id_n)) {
            if (!b->used) return b->used = 1, b;
            loose = b;
        } else if (!b->id && !loose) loose = b;
    }
    return loose;
}

int scan_field_line(const ScanBlock *b, const char *name, int index, int *col)
{
    for (size_t i = 0; b && i < b->n; i++) {
        const ScanField *f = &b->field[i];
        int hit = name ? f->p && strlen(name) == f->n && !memcmp(name, f->p, f->n) : !f->p && f->index == index;
        if (!hit) continue;
        if (col) *col = f->col;
        return f->line;
    }
    return 0;
}

const Token *scan_before(const Scan *s, int line, const char *near, size_t n)
{
    for (size_t i = 1; i < s->n_tokens; i++) {
        const Token *t = &s->token[i];
        if (t->line < line && t->kind != TOKEN_END) continue;
        if (near == NULL ? t->kind == TOKEN_END : t->n == n && !memcmp(t->p, near, n)) return &s->token[i - 1];
        if (t->line > line) return NULL;
    }
    return NULL;
}

const Token *scan_open(const Scan *s, const Token *until, int words)
{
    const Token **open = NULL, *found;
    size_t n = 0, cap = 0;
    for (size_t i = 0; i < s->n_tokens && &s->token[i] < until; i++) {
        const Token *t = &s->token[i];
        int opens = words ? scan_is(t, "function") || scan_is(t, "if") || scan_is(t, "do") || scan_is(t, "repeat")
                          : scan_is(t, "{") || scan_is(t, "(") || scan_is(t, "[");
        int closes = words ? scan_is(t, "end") || scan_is(t, "until") : scan_is(t, "}") || scan_is(t, ")") || scan_is(t, "]");
        if (closes && n) n--;
        if (!opens) continue;
        if (n == cap) {
            cap = cap ? cap * 2 : 32;
            open = mem_resize(open, mem_mul(cap, sizeof *open));
        }
        open[n++] = t;
    }
    found = n ? open[n - 1] : NULL;
    free(open);
    return found;
}
