/* mend.c - a file with mistakes is read on: the broken statement is blanked, so that the rest can be looked at too.
 *
 * A statement reaches from one word at the left edge to the next one. Blanked bytes keep their line ends, so all lines stay. */
#include "core/script/mend.h"
#include <stdlib.h>
#include <string.h>

enum { ROUNDS_MOST = 12, BYTES_MOST = 4 << 20 };

/* 1 when a statement may begin with this token: a word at the left edge that does not go on with what stands above. */
static int is_start(const Token *t, int edge)
{
    static const char *const inner[] = {"end", "else", "elseif", "until", "then", "do", "and", "or", "in", "not"};
    if (t->kind != TOKEN_NAME || t->col != edge) return 0;
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        if (scan_is(t, inner[i])) return 0;
    return 1;
}

static size_t line_start(const Buf *b, int line)
{
    size_t at = 0;
    for (int l = 1; l < line; l++) {
        const char *nl = at < b->n ? memchr(b->p + at, '\n', b->n - at) : NULL;
        if (!nl) return b->n;
        at = (size_t)(nl - b->p) + 1;
    }
    return at;
}

/* The lines of the statement around `line`: from *first up to but not including *end (0 = to the end of the file). */
static void statement_lines(const Scan *scan, int line, int *first, int *end)
{
    int edge = scan->token[0].col;
    *first = 1;
    *end = 0;
    for (size_t i = 0; i < scan->n_tokens && scan->token[i].kind != TOKEN_END; i++) {
        const Token *t = &scan->token[i];
        if (i && scan->token[i - 1].end_line == t->line) continue;           /* not the first of its line */
        if (!is_start(t, edge)) continue;
        if (t->line <= line) *first = t->line;
        else {
            *end = t->line;
            return;
        }
    }
}

/* Kinds and ids that the lost lines declared: what names them later is no second mistake. */
static void keep_ids(Script *s, int first, int end)
{
    const Token *t = s->scan->token;
    for (size_t i = 0; i + 2 < s->scan->n_tokens; i++) {
        if (t[i].line < first || (end && t[i].line >= end)) continue;
        char word[40], id[301];
        if (t[i].kind != TOKEN_NAME || t[i].n >= sizeof word) continue;
        if (t[i + 1].kind != TOKEN_STRING || t[i + 1].n >= sizeof id) continue;
        memcpy(word, t[i].p, t[i].n);
        word[t[i].n] = 0;
        int kind = word_find_kind(word);
        if (kind < 0) continue;
        memcpy(id, t[i + 1].p, t[i + 1].n);
        id[t[i + 1].n] = 0;
        Statement *st = statements_add(s->out, VERB_ADD, (Kind)kind, id);
        st->broken = 1;
        st->layer = s->file->layer;
        st->line = t[i].line;
    }
}

static int blank(Script *s, Buf *source, int line)
{
    int first, end;
    statement_lines(s->scan, line, &first, &end);
    size_t from = line_start(source, first), to = end ? line_start(source, end) : source->n;
    int any = 0;
    keep_ids(s, first, end);
    buf_add(&s->lost, source->p + from, to - from);
    for (size_t i = from; i < to; i++)
        if (source->p[i] != '\n') {
            any |= source->p[i] != ' ';
            source->p[i] = ' ';
        }
    return any;
}

/* The tokens of what is left; what is foreign in it was said before. */
static void scan_again(Script *s, const Buf *source)
{
    Findings unheard;
    Arena *a = arena_new();
    int bad = 0;
    findings_init(&unheard, a);
    scan_free(s->scan);
    s->scan = scan_new(buf_text(source), source->n, s->file->name, &unheard, &bad);
    findings_free(&unheard);
    arena_free(a);
}

int mend_load(Script *s, Buf *source, size_t said)
{
    int broken = 0, round = 0;
    size_t spent = 0, told = s->findings->n;
    for (size_t i = said; i < told; i++) {
        if (s->findings->v[i].code == SEN3014) continue;
        broken |= blank(s, source, s->findings->v[i].line);
    }
    if (told > said && !broken) return -1;
    if (broken) scan_again(s, source);
    for (; round < ROUNDS_MOST && spent <= BYTES_MOST; round++) {
        Err e = {0};
        spent += source->n;
        if (script_load(s, buf_text(source), source->n, s->file->name, &e) == 0) return broken;
        if (e.code != SEN3001) broken = 1;
        script_explain_syntax(&e, s->scan);
        err_at(&e, s->file->name, 0, 0);
        /* a closing word too many after a broken statement belongs to what was blanked */
        if (!(broken && e.code == SEN3006)) findings_add_err(s->findings, &e);
        if (e.code == SEN7004 || e.code == SEN3010 || !blank(s, source, e.line)) return -1;
        broken = 1;
        scan_again(s, source);
    }
    return -1;
}

static int in_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* 1 when the lines that were lost set the name: local …, function …, or the name at the left edge before "=". */
int mend_was_lost(const Script *s, const char *name)
{
    size_t n = strlen(name);
    const char *text = s->lost.n ? s->lost.p : "", *line = text;
    for (const char *p = strstr(text, name); p; p = strstr(p + 1, name)) {
        if ((p > text && in_word(p[-1])) || in_word(p[n])) continue;
        for (const char *nl = line; (nl = strchr(nl, '\n')) && nl < p; nl++) line = nl + 1;
        if (!strncmp(line, "local ", 6) || !strncmp(line, "function ", 9)) return 1;
        if (p == line && p[n + strspn(p + n, " ")] == '=') return 1;
    }
    return 0;
}
