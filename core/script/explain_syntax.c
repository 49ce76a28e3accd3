/* explain_syntax.c - the messages of Lua's parser turned into ours, at the line where the person has to write something. */
#include "core/model/word.h"
#include "core/script/state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static int starts(const char *s, const char *with) { return !strncmp(s, with, strlen(with)); }

typedef struct Near {
    char token[64];                        /* "" = the end of the file */
    int opened;                            /* line of the bracket that waits, 0 = not said */
    const Token *at, *before;
    int begins_line;
} Near;

static void find_near(const char *msg, const Err *e, const Scan *scan, Near *near)
{
    memset(near, 0, sizeof *near);
    const char *p = strstr(msg, " near "), *next;
    while (p && (next = strstr(p + 1, " near "))) p = next;
    if (p && p[6] == '\'') {
        const char *end = strrchr(p, '\'');
        size_t n = end > p + 7 ? (size_t)(end - p - 7) : 0;
        snprintf(near->token, sizeof near->token, "%.*s", (int)(n < 60 ? n : 60), p + 7);
    }
    const char *line = strstr(msg, "at line ");
    if (line) near->opened = atoi(line + 8);
    const char *text = near->token;
    size_t n = strlen(text);
    if (n >= 2 && (*text == '"' || *text == '\'')) {
        text++;                            /* the scan keeps strings without their quotes */
        n -= 2;
    }
    static const Token nothing = {.kind = TOKEN_END, .p = ""};
    near->before = scan_before(scan, e->line, *near->token ? text : NULL, n);
    near->at = near->before ? near->before + 1 : NULL;
    if (!near->before && scan->n_tokens && scan->token[0].n == n && !memcmp(scan->token[0].p, text, n)) {
        near->at = &scan->token[0];        /* the very first of the file */
        near->before = &nothing;
    }
    near->begins_line = near->at && near->before->end_line < near->at->line;
}

static int is_word(const char *s)
{
    int k = word_find_kind(s);
    if (k >= 0 && (!strcmp(s, word_kind((Kind)k)->name) || !strcmp(s, word_kind((Kind)k)->alias))) return k == KIND_ITEM ? 0 : 1;
    return word_find_verb(s) > 0;
}

static void put(Err *e, Code code, int line, const char *arg, const char *more)
{
    e->code = SEN_OK;
    memset(e->arg, 0, sizeof e->arg);
    if (line > 0) e->line = line;
    err_set(e, code, "%.100s" ARG "%.100s", arg, more);
}

/* What another language writes -> what Lua writes. 0 = not one of those. */
static int foreign_sign(Err *e, const Near *near)
{
    static const char *const signs[][3] = {
        {"!", "=", "~="}, {"&", "&", "and"}, {"|", "|", "or"}, {"+", "=", "x = x + 1"}, {"-", "=", "x = x - 1"},
        {"+", "+", "x = x + 1"}, {"//", "", "--"}, {"/", "/", "--"}, {"/", "*", "--"}, {"#", "", "--"},
        {"?", "", "if … then … else … end"},
        {"!", "", "not"}, {"$", "", "…"}, {"@", "", "…"}, {"\\", "", "/"}, {"`", "", "\""},
    };
    const Token *t = near->at;
    char shown[8];
    if (!t || t->kind != TOKEN_SYMBOL) return 0;
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (!scan_is(t, signs[i][0])) continue;
        int two = *signs[i][1] != 0;
        int joined = scan_is(&t[1], signs[i][1]) && t[1].p == t->p + t->n;
        if (two && !joined && !(scan_is(&t[1], "==") && *signs[i][1] == '=')) continue;
        snprintf(shown, sizeof shown, "%s%s", signs[i][0], signs[i][1]);
        put(e, SEN3070, t->line, shown, signs[i][2]);
        return 1;
    }
    return 0;
}

/* A text that ends where the next word begins without a space between: quotes inside a text. */
static int quotes_inside(Err *e, const Near *near)
{
    if (!near->at || near->before->kind != TOKEN_STRING || near->before->broken) return 0;
    if (near->at->kind != TOKEN_NAME && near->at->kind != TOKEN_NUMBER) return 0;
    if (near->at->p != near->before->p + near->before->n + 1) return 0;
    put(e, SEN3071, near->before->line, "", "");
    return 1;
}

/* Something else stands where "," or "}" should. */
static void wants_brace(Err *e, const Near *near)
{
    int opened = near->opened ? near->opened : e->line;
    char both[140];
    if (quotes_inside(e, near)) return;
    if (!*near->token || (near->begins_line && near->at->col == 1 && is_word(near->token))) put(e, SEN3003, opened, "{", "}");
    else if (!strcmp(near->token, ":")) put(e, SEN3009, 0, near->before && near->before->kind == TOKEN_NAME ? "" : ":", "");
    else if (!strcmp(near->token, ")") || !strcmp(near->token, "]")) put(e, SEN3006, 0, near->token, "");
    else if (near->at && near->before->kind == TOKEN_NAME && near->at->kind == TOKEN_NAME && scan_is(near->at + 1, "=") &&
             !near->begins_line) {
        snprintf(both, sizeof both, "%.*s_%.60s", (int)(near->before->n < 60 ? near->before->n : 60), near->before->p,
                 near->token);
        put(e, SEN3016, 0, both, "");
    } else if (!strcmp(near->token, "=")) put(e, SEN3005, 0, near->token, "");
    else put(e, SEN3002, near->before ? near->before->end_line : 0, near->token, "");
}

static void unexpected(Err *e, const Near *near, const Scan *scan)
{
    const Token *word = near->at ? scan_open(scan, near->at, 1) : NULL, *bracket = near->at ? scan_open(scan, near->at, 0) : NULL;
    int closes = !strcmp(near->token, "}") || !strcmp(near->token, ")") || !*near->token;
    if (foreign_sign(e, near) || quotes_inside(e, near)) return;
    if (closes && word && (!bracket || word > bracket)) {
        put(e, SEN3007, word->line, "end", "");
        return;
    }
    if (!*near->token && bracket) {
        char open[2] = {bracket->p[0], 0}, close[2] = {*open == '{' ? '}' : *open == '(' ? ')' : ']', 0};
        put(e, SEN3003, bracket->line, open, close);
        return;
    }
    if (scan_is(near->before, "=") && scan_is(near->at, "=")) put(e, SEN3069, near->before->line, "", "");
    else if (scan_is(near->before, "=") || (scan_is(near->before, ",") && !strcmp(near->token, ",")))
        put(e, SEN3017, near->before->line, *near->token ? near->token : "hết tệp" ERR_BOTH "the end of the file", "");
    else if (!strcmp(near->token, "}") || !strcmp(near->token, ")") || !strcmp(near->token, "]"))
        put(e, SEN3006, 0, near->token, "");
    else put(e, SEN3001, 0, *near->token ? near->token : "hết tệp" ERR_BOTH "the end of the file", "");
}

/* "then" or "do" is missing; "if x = 1" compares with one sign too few. */
static void wants_word(Err *e, const Near *near, const char *word)
{
    if (!strcmp(near->token, "=")) put(e, SEN3069, 0, "", "");
    else if (!foreign_sign(e, near)) put(e, SEN3068, near->before ? near->before->end_line : 0, word, "");
}

/* What the parser says in one piece. */
static int fixed_syntax(Err *e, const char *msg, const Near *near)
{
    char name[64] = "";
    const char *a = strchr(msg, '\''), *b = a ? strchr(a + 1, '\'') : NULL;
    if (b) snprintf(name, sizeof name, "%.*s", (int)(b - a - 1 < 60 ? b - a - 1 : 60), a + 1);
    if (starts(msg, "unfinished string")) put(e, SEN3004, 0, "\"", "");
    else if (starts(msg, "unfinished long comment")) put(e, SEN3067, near->opened, "", "");
    else if (starts(msg, "unfinished long")) put(e, SEN3004, near->opened, "[[", "");
    else if (starts(msg, "attempt to assign to const")) put(e, SEN3063, 0, name, "");
    else if (starts(msg, "no visible label")) put(e, SEN3072, near->opened, "goto", name);
    else if (starts(msg, "<goto ")) put(e, SEN3072, 0, "goto", "");
    else if (starts(msg, "break outside")) put(e, SEN3072, near->opened, "break", "");
    else if (starts(msg, "label '")) put(e, SEN3072, 0, "::", name);
    else if (starts(msg, "unknown attribute")) put(e, SEN3074, 0, name, "");
    else if (starts(msg, "multiple to-be-closed")) put(e, SEN3074, 0, "close", "");
    else if (starts(msg, "cannot use '...'")) put(e, SEN3075, 0, "", "");
    else if (strstr(msg, "too many") || strstr(msg, "overflow") || strstr(msg, "too long") || strstr(msg, "too complex"))
        put(e, SEN3010, 0, "", "");
    else if (strstr(msg, "escape") || strstr(msg, "hexadecimal digit") || strstr(msg, "UTF-8 value") || starts(msg, "missing '"))
        put(e, SEN3018, 0, near->token, "");
    else if (strstr(msg, "malformed number")) put(e, SEN3019, 0, near->token, "");
    else return 0;
    return 1;
}

/* A name, then something else than "=" or "(": two words, an operator of another language, a value without return. */
static void lonely_name(Err *e, const Near *near)
{
    char both[140];
    static const char *const compares[] = {"==", "~=", "<", ">", "<=", ">=", "and", "or", "..", "+", "-", "*", "/"};
    if (near->at && near->before->kind == TOKEN_NAME && near->at->kind == TOKEN_NAME && !near->begins_line) {
        snprintf(both, sizeof both, "%.*s_%.60s", (int)(near->before->n < 60 ? near->before->n : 60), near->before->p,
                 near->token);
        put(e, SEN3016, 0, both, "");
        return;
    }
    if (foreign_sign(e, near)) return;
    for (size_t i = 0; i < COUNT(compares); i++)
        if (!strcmp(near->token, compares[i])) {
            put(e, SEN3073, 0, near->token, "");
            return;
        }
    if (near->begins_line && near->before->kind == TOKEN_NAME) put(e, SEN3076, near->before->line, "", "");
    else put(e, SEN3001, 0, *near->token ? near->token : "hết tệp" ERR_BOTH "the end of the file", "");
    if (e->code == SEN3076) snprintf(e->arg[0], sizeof e->arg[0], "%.*s", (int)(near->before->n < 60 ? near->before->n : 60),
                                     near->before->p);
}

void script_explain_syntax(Err *e, const Scan *scan)
{
    if (e->code != SEN3001) return;
    char msg[256];
    snprintf(msg, sizeof msg, "%s", e->arg[0]);
    Near near;
    find_near(msg, e, scan, &near);
    if (fixed_syntax(e, msg, &near)) return;
    if (starts(msg, "'}' expected")) wants_brace(e, &near);
    else if (starts(msg, "')' expected") || starts(msg, "']' expected")) {
        int round = msg[1] == ')';
        if (!quotes_inside(e, &near)) put(e, SEN3008, near.opened, round ? "(" : "[", round ? ")" : "]");
    } else if (starts(msg, "'end' expected") || starts(msg, "'until' expected")) put(e, SEN3007, near.opened, "end", "");
    else if (starts(msg, "'then' expected")) wants_word(e, &near, "then");
    else if (starts(msg, "'do' expected")) wants_word(e, &near, "do");
    else if (starts(msg, "'<eof>' expected")) put(e, SEN3006, 0, near.token, "");
    else if (starts(msg, "unexpected symbol")) unexpected(e, &near, scan);
    else if (starts(msg, "<name> expected") && near.before && (scan_is(near.before, ":") || scan_is(near.before, ".")))
        put(e, SEN3009, 0, "", "");
    else if (starts(msg, "syntax error")) lonely_name(e, &near);
    else if (starts(msg, "function arguments expected")) put(e, SEN3009, 0, "", "");
    else if (starts(msg, "'=' expected") || starts(msg, "'=' or 'in' expected")) put(e, SEN3005, 0, near.token, "");
    else put(e, SEN3001, 0, *near.token ? near.token : "hết tệp" ERR_BOTH "the end of the file", "");
}
