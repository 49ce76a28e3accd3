/* expr.c - text of an expression -> tree; what the small grammar does not know stays Lua. Evaluates nothing. */
#include "core/press/expr_tree.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

typedef enum Tok { T_END, T_NAME, T_NUMBER, T_TEXT, T_OP, T_OTHER } Tok;

typedef struct Parse {
    Str src;
    size_t at;
    Tok tok;
    Str word;                              /* of the token; TEXT: without quotes, escapes undone */
    size_t from;                           /* offset of the token */
    Value value;                           /* NUMBER */
    int depth, not_plain;
    int col;
    Arena *a;
} Parse;

static int is_digit(char c) { return c >= '0' && c <= '9'; }
static int is_letter(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static void take_number(Parse *p)
{
    size_t i = p->at, dots = 0;
    while (i < p->src.n && (is_digit(p->src.p[i]) ||
                            (p->src.p[i] == '.' && ++dots == 1 && i + 1 < p->src.n && is_digit(p->src.p[i + 1])))) i++;
    p->word = (Str){p->src.p + p->at, i - p->at};
    p->tok = T_NUMBER;
    if (i < p->src.n && (is_letter(p->src.p[i]) || p->src.p[i] == '.')) p->tok = T_OTHER;
    if (p->word.n > 18) p->tok = T_OTHER;
    if (p->tok == T_NUMBER) {
        char copy[24];
        memcpy(copy, p->word.p, p->word.n);
        copy[p->word.n] = 0;
        p->value = memchr(copy, '.', p->word.n) ? value_number(strtod(copy, NULL)) : value_int(strtoll(copy, NULL, 10));
    }
    p->at = i;
}

/* Known escapes only; any other makes the whole Lua's. */
static void take_text(Parse *p)
{
    char quote = p->src.p[p->at++];
    char *copy = arena_alloc(p->a, p->src.n - p->at + 1);
    size_t n = 0;
    p->tok = T_TEXT;
    for (; p->at < p->src.n && p->src.p[p->at] != quote; p->at++) {
        char c = p->src.p[p->at];
        if (c == '\\' && p->at + 1 < p->src.n) {
            c = p->src.p[++p->at];
            if (c == 'n') c = '\n';
            else if (c == 't') c = '\t';
            else if (c != '\\' && c != '"' && c != '\'') p->tok = T_OTHER;
        }
        copy[n++] = c;
    }
    if (p->at >= p->src.n) p->tok = T_OTHER;
    else p->at++;
    p->word = (Str){copy, n};
}

static void next(Parse *p)
{
    static const char *const ops[] = {"==", "~=", "!=", "<=", ">=", "..", "<", ">", "+", "-", "*", "/", "#", "(", ")", "[", "]",
                                      "."};
    while (p->at < p->src.n && (p->src.p[p->at] == ' ' || p->src.p[p->at] == '\t')) p->at++;
    p->from = p->at;
    if (p->at >= p->src.n) {
        p->tok = T_END;
        p->word = (Str){"", 0};
        return;
    }
    char c = p->src.p[p->at];
    if (is_digit(c)) {
        take_number(p);
        return;
    }
    if (c == '"' || c == '\'') {
        take_text(p);
        return;
    }
    size_t n = 0;
    while (p->at + n < p->src.n && (is_letter(p->src.p[p->at + n]) || (n && is_digit(p->src.p[p->at + n])))) n++;
    p->tok = n ? T_NAME : T_OTHER;
    for (size_t i = 0; !n && i < sizeof ops / sizeof *ops; i++) {
        size_t k = strlen(ops[i]);
        if (k <= p->src.n - p->at && memcmp(ops[i], p->src.p + p->at, k) == 0) n = k, p->tok = T_OP;
    }
    /* "//", "...", "--" are Lua's */
    if (p->tok == T_OP && n == 1 && (c == '/' || c == '-') && p->at + 1 < p->src.n && p->src.p[p->at + 1] == c) p->tok = T_OTHER;
    if (p->tok == T_OP && n == 2 && c == '.' && p->at + 2 < p->src.n && p->src.p[p->at + 2] == '.') p->tok = T_OTHER;
    p->word = (Str){p->src.p + p->at, n ? n : 1};
    p->at += p->word.n;
}

static int is_op(const Parse *p, const char *op) { return p->tok == T_OP && str_is(p->word, op); }
static int is_word(const Parse *p, const char *w) { return p->tok == T_NAME && str_is(p->word, w); }

static Node *node(Parse *p, ExprKind kind, Node *a, Node *b)
{
    Node *n = arena_alloc(p->a, sizeof *n);
    n->kind = kind;
    n->col = p->col + (int)text_length(p->src.p, p->from);
    n->a = a;
    n->b = b;
    return n;
}

static Node *not_plain(Parse *p)
{
    p->not_plain = 1;
    return node(p, EX_VALUE, NULL, NULL);
}

static Node *read_or(Parse *p);

static int is_lua_word(Str w)
{
    static const char *const words[] = {"and", "or", "not", "function", "if", "then", "else", "elseif", "end", "for", "in", "do",
                                        "while", "repeat", "until", "return", "break", "goto", "local"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(w, words[i])) return 1;
    return 0;
}

static Node *read_primary(Parse *p)
{
    Node *n;
    if (p->tok == T_NUMBER) {
        n = node(p, EX_VALUE, NULL, NULL);
        n->value = p->value;
        next(p);
        return n;
    }
    if (p->tok == T_TEXT) {
        n = node(p, EX_VALUE, NULL, NULL);
        n->value = value_text(p->word);
        next(p);
        return n;
    }
    if (is_word(p, "nil") || is_word(p, "true") || is_word(p, "false")) {
        n = node(p, EX_VALUE, NULL, NULL);
        n->value = is_word(p, "nil") ? value_none() : value_bool(is_word(p, "true"));
        next(p);
        return n;
    }
    if (is_op(p, "(")) {
        next(p);
        n = read_or(p);
        if (!is_op(p, ")")) return not_plain(p);
        next(p);
    } else {
        if (p->tok != T_NAME || is_lua_word(p->word)) return not_plain(p);
        n = node(p, EX_NAME, NULL, NULL);
        n->text = p->word;
        n->root = scope_root(p->word);
        next(p);
    }
    for (int depth = 0; !p->not_plain && depth < EXPR_DEPTH; depth++) {
        if (is_op(p, ".")) {
            next(p);
            if (p->tok != T_NAME || is_lua_word(p->word)) return not_plain(p);
            n = node(p, EX_FIELD, n, NULL);
            n->text = p->word;
            n->of_today = str_is(p->word, "state") || str_is(p->word, "trang_thai");
            next(p);
        } else if (is_op(p, "[")) {
            next(p);
            n = node(p, EX_INDEX, n, NULL);
            n->b = read_or(p);
            if (!is_op(p, "]")) return not_plain(p);
            next(p);
        } else {
            return n;
        }
    }
    return not_plain(p);
}

static Node *read_unary(Parse *p)
{
    ExprKind kind = is_word(p, "not") ? EX_NOT : is_op(p, "-") ? EX_NEGATE : is_op(p, "#") ? EX_LENGTH : EX_VALUE;
    if (p->not_plain || ++p->depth > EXPR_DEPTH) return not_plain(p);
    Node *n;
    if (kind == EX_VALUE) {
        n = read_primary(p);
    } else {
        n = node(p, kind, NULL, NULL);
        next(p);
        n->a = read_unary(p);
    }
    p->depth--;
    return n;
}

typedef struct Level { const char *op; ExprKind kind; int level; } Level;
enum { LEVEL_COMPARE = 1, LEVEL_CONCAT, LEVEL_SUM, LEVEL_PRODUCT };
static const Level binary[] = {
    {"==", EX_EQUAL, 1}, {"~=", EX_UNEQUAL, 1}, {"!=", EX_UNEQUAL, 1}, {"<", EX_LESS, 1}, {"<=", EX_LESS_EQUAL, 1},
    {">", EX_MORE, 1},
    {">=", EX_MORE_EQUAL, 1}, {"..", EX_CONCAT, 2}, {"+", EX_ADD, 3}, {"-", EX_SUBTRACT, 3}, {"*", EX_MULTIPLY, 4},
    {"/", EX_DIVIDE, 4}};

static Node *read_binary(Parse *p, int level)
{
    if (level > LEVEL_PRODUCT) return read_unary(p);
    if (++p->depth > EXPR_DEPTH) return not_plain(p);
    Node *left = read_binary(p, level + 1);
    for (int go = 1; go && !p->not_plain;) {
        go = 0;
        for (size_t i = 0; i < sizeof binary / sizeof *binary; i++) {
            if (binary[i].level != level || !is_op(p, binary[i].op)) continue;
            left = node(p, binary[i].kind, left, NULL);
            next(p);
            left->b = read_binary(p, level == LEVEL_CONCAT ? level : level + 1);      /* ".." groups to the right */
            go = level != LEVEL_CONCAT;
            break;
        }
    }
    p->depth--;
    return left;
}

static Node *read_and(Parse *p)
{
    Node *left = read_binary(p, LEVEL_COMPARE);
    while (is_word(p, "and") && !p->not_plain) {
        left = node(p, EX_AND, left, NULL);
        next(p);
        left->b = read_binary(p, LEVEL_COMPARE);
    }
    return left;
}

static Node *read_or(Parse *p)
{
    if (++p->depth > EXPR_DEPTH) return not_plain(p);
    Node *left = read_and(p);
    while (is_word(p, "or") && !p->not_plain) {
        left = node(p, EX_OR, left, NULL);
        next(p);
        left->b = read_and(p);
    }
    p->depth--;
    return left;
}

static Node *parse_plain(Str src, int col, Arena *a)
{
    Parse p = {.src = src, .a = a, .col = col};
    next(&p);
    Node *n = read_or(&p);
    return p.not_plain || p.tok != T_END ? NULL : n;
}

/* --- Lua and filters --- */

/* "!=" is "~=" to Lua. */
static Str spell_for_lua(Str text, Arena *a)
{
    char *copy = arena_text(a, text.p, text.n), quote = 0;
    for (size_t i = 0; i + 1 < text.n; i++) {
        if (quote && copy[i] == '\\') i++;
        else if (quote) quote = copy[i] == quote ? 0 : quote;
        else if (copy[i] == '"' || copy[i] == '\'') quote = copy[i];
        else if (copy[i] == '!' && copy[i + 1] == '=') copy[i] = '~';
    }
    return (Str){copy, text.n};
}

static void fill_lua(ExprLua *lua, Str text, const char *file, int line, Arena *a)
{
    text = spell_for_lua(text, a);
    *lua = (ExprLua){.text = text, .file = file, .line = line};
    lua->key = arena_print(a, "%s:%d:%.*s", file ? file : "", line, (int)text.n, text.p);
}

/* Offset of the next "|" outside strings and brackets, or the length. */
static size_t find_bar(Str s, size_t at)
{
    int depth = 0;
    for (size_t i = at; i < s.n; i++) {
        char c = s.p[i];
        if (c == '"' || c == '\'') {
            for (i++; i < s.n && s.p[i] != c; i++)
                if (s.p[i] == '\\') i++;
        } else if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            depth--;
        } else if (c == '|' && depth <= 0) {
            return i;
        }
    }
    return s.n;
}

typedef struct Where { const char *file; int line, col; Arena *a; Err *e; } Where;

static int fail(const Where *w, int col, Code code, Str a, const char *b)
{
    err_set(w->e, code, "%.*s" ARG "%s", (int)(a.n > 120 ? text_cut(a.p, 120) : a.n), a.p, b ? b : "");
    return err_at(w->e, w->file, w->line, col);
}

/* `name` or `name(arg)`, at column col. */
static int read_filter(const Where *w, Str s, int col, Filter **out)
{
    s = str_trim(s);
    size_t n = 0;
    while (n < s.n && (is_letter(s.p[n]) || is_digit(s.p[n]))) n++;
    Str name = {s.p, n}, rest = str_trim((Str){s.p + n, s.n - n});
    Filter *f = arena_alloc(w->a, sizeof *f);
    f->col = col;
    if (n == 0 || expr_filter_find(name, &f->kind)) {
        size_t known;
        const char *const *names = expr_filter_names(&known);
        const char *near = text_nearest(arena_text(w->a, name.p, n), names, known);
        return fail(w, col, near ? SEN4122 : SEN4121, n ? name : s, near);
    }
    int needs, most = expr_filter_takes(f->kind, &needs);
    if (rest.n) {
        if (rest.p[0] != '(' || rest.p[rest.n - 1] != ')') return fail(w, col, SEN4123, s, NULL);
        Str arg = str_trim((Str){rest.p + 1, rest.n - 2});
        if (arg.n) {
            if (most == 0) return fail(w, col, SEN4124, name, NULL);
            f->arg = parse_plain(arg, col, w->a);
            if (!f->arg) return fail(w, col, SEN4123, s, NULL);
            f->arg_lua = arena_alloc(w->a, sizeof *f->arg_lua);
            fill_lua(f->arg_lua, arg, w->file, w->line, w->a);
        }
    }
    if (needs && !f->arg) return fail(w, col, SEN4125, name, NULL);
    *out = f;
    return 0;
}

/* Quotes and spaces that a word processor puts in. */
static int has_smart(Str s)
{
    static const char *const bad[] = {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99", "\xC2\xA0"};
    char quote = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (quote) {
            if (s.p[i] == '\\') i++;
            else if (s.p[i] == quote) quote = 0;
            continue;
        }
        if (s.p[i] == '"' || s.p[i] == '\'') quote = s.p[i];
        for (size_t k = 0; k < sizeof bad / sizeof *bad; k++)
            if (strlen(bad[k]) <= s.n - i && memcmp(bad[k], s.p + i, strlen(bad[k])) == 0) return 1;
    }
    return 0;
}

Expr *expr_parse(Str text, const char *file, int line, int col, Arena *a, Err *e)
{
    Where w = {file, line, col, a, e};
    Expr *x = arena_alloc(a, sizeof *x);
    x->text = text = str_trim(text);
    x->file = file;
    x->line = line;
    x->col = col;
    if (text.n > EXPR_MOST) return fail(&w, col, SEN4127, (Str){text.p, 60}, NULL), NULL;
    if (has_smart(text)) return fail(&w, col, SEN4126, text, NULL), NULL;
    size_t bar = find_bar(text, 0);
    Str base = str_trim((Str){text.p, bar});
    if (base.n == 0) return fail(&w, col, SEN4110, text, NULL), NULL;
    x->root = parse_plain(base, col, a);
    fill_lua(&x->lua, base, file, line, a);
    Filter **last = &x->filters;
    for (int n = 0; bar < text.n; n++) {
        size_t from = bar + 1;
        bar = find_bar(text, from);
        if (n == FILTER_MOST) return fail(&w, col, SEN4127, text, NULL), NULL;
        size_t word = from;
        while (word < bar && text.p[word] == ' ') word++;
        if (read_filter(&w, (Str){text.p + from, bar - from}, col + (int)text_length(text.p, word), last)) return NULL;
        if ((*last)->kind == FILTER_MARKDOWN && bar < text.n) return fail(&w, (*last)->col, SEN4128, text, NULL), NULL;
        last = &(*last)->next;
    }
    return x;
}


int expr_wants_markdown(const Expr *x)
{
    const Filter *f = x->filters;
    while (f && f->next) f = f->next;
    return f && f->kind == FILTER_MARKDOWN;
}

static void walk_names(const Node *n, int line, void (*seen)(void *, Str, int, int), void *self)
{
    if (!n) return;
    if (n->kind == EX_NAME) seen(self, n->text, line, n->col);
    walk_names(n->a, line, seen, self);
    walk_names(n->b, line, seen, self);
}

void expr_names(const Expr *x, void (*seen)(void *self, Str name, int line, int col), void *self)
{
    walk_names(x->root, x->line, seen, self);
    for (const Filter *f = x->filters; f; f = f->next) walk_names(f->arg, x->line, seen, self);
}
