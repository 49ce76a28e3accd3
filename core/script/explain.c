/* explain.c - Lua's own messages turned into ours, with the line where the person has to write something. */
#include "core/model/word.h"
#include "core/script/state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int starts(const char *s, const char *with) { return !strncmp(s, with, strlen(with)); }

/* The text between the first pair of quotes after `from`, at most 60 bytes. */
static void quoted(const char *s, char out[64])
{
    const char *a = strchr(s, '\''), *b = a ? strchr(a + 1, '\'') : NULL;
    size_t n = b ? (size_t)(b - a - 1) : 0;
    if (n > 60) n = 60;
    if (n) memcpy(out, a + 1, n);
    out[n] = 0;
}

/* --- run time --- */

void script_explain(const char *msg, Err *e)
{
    char name[64], type[64] = "";
    const char *open = strrchr(msg, '(');
    quoted(open ? open : msg, name);
    const char *a = strstr(msg, " a "), *value = a ? strstr(a, " value") : NULL;
    if (value && value - a - 3 < 60) snprintf(type, sizeof type, "%.*s", (int)(value - a - 3), a + 3);
    const char *near = strstr(msg, "(method '") ? name_near(PLACE_QUERY, name) : NULL;
    if (starts(msg, "attempt to index a nil value (global") && name_find(PLACE_ROOT, name, strlen(name)))
        err_set(e, SEN3160, "%s", name);
    else if (starts(msg, "attempt to call a nil") && near) err_set(e, SEN3161, "%s" ARG "%s", name, near);
    else if (starts(msg, "attempt to index")) err_set(e, SEN3040, "%s" ARG "%s", *name ? name : "…", type);
    else if (starts(msg, "attempt to call")) err_set(e, SEN3041, "%s" ARG "%s", *name ? name : "…", type);
    else if (starts(msg, "attempt to perform arithmetic") || starts(msg, "attempt to perform bitwise"))
        err_set(e, SEN3042, "«%s» là %s, không phải số", *name ? name : "…", type);
    else if (starts(msg, "attempt to concatenate")) err_set(e, SEN3043, "%s" ARG "%s", *name ? name : "…", type);
    else if (starts(msg, "attempt to compare")) err_set(e, SEN3044, "%.60s" ARG " ", msg + strlen("attempt to compare "));
    else if (starts(msg, "bad argument")) {
        const char *hash = strchr(msg, '#'), *detail = strchr(msg, '(');
        quoted(msg, name);
        size_t n = detail ? strcspn(detail + 1, ")") : 0;
        err_set(e, SEN3045, "%d" ARG "%s" ARG "%.*s", hash ? atoi(hash + 1) : 0, name, (int)(n < 120 ? n : 120),
                detail ? detail + 1 : "");
    } else if (strstr(msg, "stack overflow")) err_set(e, SEN3046, "%s", "");
    else if (strstr(msg, "not enough memory")) err_set(e, SEN7004, "%d", SCRIPT_MEMORY / (1024 * 1024));
    else err_set(e, SEN3020, "%.250s", msg);
}

/* --- syntax --- */

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
    near->before = scan_before(scan, e->line, *near->token ? text : NULL, n);
    near->at = near->before ? near->before + 1 : NULL;
    near->begins_line = near->at && near->before->end_line < near->at->line;
}

static int is_word(const char *s)
{
    int k = word_find_kind(s);
    if (k >= 0 && (!strcmp(s, word_kind((Kind)k)->name) || !strcmp(s, word_kind((Kind)k)->alias))) return k == KIND_ITEM ? 0 : 1;
    return word_find_verb(s) > 0;
}

static void put(Err *e, Code code, int line, const char *arg)
{
    e->code = SEN_OK;
    memset(e->arg, 0, sizeof e->arg);
    if (line > 0) e->line = line;
    err_set(e, code, "%.100s", arg);
}

/* Something else stands where "," or "}" should. */
static void wants_brace(Err *e, const Near *near)
{
    int opened = near->opened ? near->opened : e->line;
    char both[140];
    if (!*near->token || (near->begins_line && near->at->col == 1 && is_word(near->token))) put(e, SEN3003, opened, "{");
    else if (!strcmp(near->token, ":")) put(e, SEN3009, 0, near->before && near->before->kind == TOKEN_NAME ? "" : ":");
    else if (!strcmp(near->token, ")") || !strcmp(near->token, "]")) put(e, SEN3006, 0, near->token);
    else if (near->at && near->before->kind == TOKEN_NAME && near->at->kind == TOKEN_NAME && scan_is(near->at + 1, "=") &&
             !near->begins_line) {
        snprintf(both, sizeof both, "%.*s_%.60s", (int)(near->before->n < 60 ? near->before->n : 60), near->before->p,
                 near->token);
        put(e, SEN3016, 0, both);
    } else if (!strcmp(near->token, "=")) put(e, SEN3005, 0, near->token);
    else put(e, SEN3002, near->before ? near->before->end_line : 0, near->token);
}

static void unexpected(Err *e, const Near *near, const Scan *scan)
{
    const Token *word = near->at ? scan_open(scan, near->at, 1) : NULL, *bracket = near->at ? scan_open(scan, near->at, 0) : NULL;
    int closes = !strcmp(near->token, "}") || !strcmp(near->token, ")") || !*near->token;
    if (closes && word && (!bracket || word > bracket)) {
        put(e, SEN3007, word->line, "end");
        return;
    }
    if (!*near->token && bracket) {
        char open[2] = {bracket->p[0], 0};
        put(e, SEN3003, bracket->line, open);
        return;
    }
    if (scan_is(near->before, "=") || (scan_is(near->before, ",") && !strcmp(near->token, ",")))
        put(e, SEN3017, near->before->line, near->token);
    else if (!strcmp(near->token, "}") || !strcmp(near->token, ")") || !strcmp(near->token, "]")) put(e, SEN3006, 0, near->token);
    else put(e, SEN3001, 0, *near->token ? near->token : "hết tệp");
}

void script_explain_syntax(Err *e, const Scan *scan)
{
    if (e->code != SEN3001) return;
    char msg[256];
    snprintf(msg, sizeof msg, "%s", e->arg[0]);
    Near near;
    find_near(msg, e, scan, &near);
    char both[140];
    if (starts(msg, "unfinished string")) put(e, SEN3004, 0, "\"");
    else if (starts(msg, "unfinished long")) put(e, SEN3004, near.opened, "]]");
    else if (starts(msg, "'}' expected")) wants_brace(e, &near);
    else if (starts(msg, "')' expected") || starts(msg, "']' expected")) put(e, SEN3008, near.opened, msg[1] == ')' ? "(" : "[");
    else if (starts(msg, "'end' expected") || starts(msg, "'until' expected")) put(e, SEN3007, near.opened, "end");
    else if (starts(msg, "'<eof>' expected")) put(e, SEN3006, 0, near.token);
    else if (starts(msg, "unexpected symbol")) unexpected(e, &near, scan);
    else if (starts(msg, "<name> expected") && near.before && (scan_is(near.before, ":") || scan_is(near.before, ".")))
        put(e, SEN3009, 0, "");
    else if (starts(msg, "syntax error") && near.at && near.before->kind == TOKEN_NAME && near.at->kind == TOKEN_NAME) {
        snprintf(both, sizeof both, "%.*s_%.60s", (int)(near.before->n < 60 ? near.before->n : 60), near.before->p, near.token);
        put(e, SEN3016, 0, both);
    } else if (starts(msg, "'=' expected") || starts(msg, "'=' or 'in' expected")) put(e, SEN3005, 0, near.token);
    else if (strstr(msg, "too many") || strstr(msg, "overflow") || strstr(msg, "too long")) put(e, SEN3010, 0, "");
    else if (strstr(msg, "escape sequence")) put(e, SEN3018, 0, near.token);
    else if (strstr(msg, "malformed number")) put(e, SEN3019, 0, near.token);
    else put(e, SEN3001, 0, *near.token ? near.token : "hết tệp");
}
