/* strike.c - strikethrough: pairs "~" and "~~" among siblings, then joins neighbouring texts; knows no block. */
#include <string.h>
#include "core/base/text.h"
#include "core/doc/reading.h"

typedef enum Side { SIDE_SPACE, SIDE_PUNCTUATION, SIDE_LETTER } Side;

static Side side_of(uint32_t cp)
{
    if (cp == ' ' || cp == '\t' || cp == '\n' || cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x3000) return SIDE_SPACE;
    if (cp < 0x80) return strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", (int)cp) ? SIDE_PUNCTUATION : SIDE_LETTER;
    if (cp == 0xAB || cp == 0xBB || cp == 0xA7 || cp == 0xB6 || cp == 0xB7 || cp == 0xBF || cp == 0xA1) return SIDE_PUNCTUATION;
    return (cp >= 0x2010 && cp <= 0x205E) || (cp >= 0x3001 && cp <= 0x3011) ? SIDE_PUNCTUATION : SIDE_LETTER;
}

static Side node_side(const DocNode *n, const DocNode *parent, int its_end)
{
    if (!n) return doc_is_block(parent->kind) ? SIDE_SPACE : SIDE_PUNCTUATION;
    if (n->kind == DOC_SOFT_BREAK || n->kind == DOC_BREAK) return SIDE_SPACE;
    if (n->kind == DOC_HOLE) return SIDE_LETTER;
    if (n->kind != DOC_TEXT || !n->text.n) return SIDE_PUNCTUATION;
    size_t at = 0;
    if (its_end) {
        at = n->text.n - 1;
        while (at > 0 && ((unsigned char)n->text.p[at] & 0xC0) == 0x80) at--;
    }
    uint32_t cp = 0;
    return text_decode(n->text.p + at, n->text.n - at, &cp) ? side_of(cp) : SIDE_LETTER;
}

static void wrap(Reading *r, DocNode *open, DocNode *close)
{
    DocNode *s = doc_node(r->arena, DOC_STRIKE);
    doc_insert_before(open, s);
    for (DocNode *x = open->next, *next; x != close; x = next) {
        next = x->next;
        doc_unlink(x);
        doc_append(s, x);
    }
    doc_unlink(open);
    doc_unlink(close);
}

static void join_texts(Reading *r, DocNode *parent)
{
    for (DocNode *x = parent->first; x; x = x->next) {
        x->mark = 0;
        if (x->kind == DOC_STRIKE) join_texts(r, x);       /* no deeper than GUARD_DEPTH: strike_pair counts */
        if (x->kind != DOC_TEXT || !x->next || x->next->kind != DOC_TEXT) continue;
        size_t n = 0;
        DocNode *end = x;
        for (; end && end->kind == DOC_TEXT; end = end->next) n += end->text.n;
        char *p = arena_alloc(r->arena, n + 1);
        size_t at = 0;
        for (DocNode *y = x, *next; y != end; y = next) {
            next = y->next;
            memcpy(p + at, y->text.p, y->text.n);
            at += y->text.n;
            if (y != x) doc_unlink(y);
        }
        p[n] = 0;
        x->text = (Str){p, n};
    }
}

void strike_pair(Reading *r, DocNode *parent)
{
    enum { OPENERS = 150 };
    DocNode *open[OPENERS];
    int n = 0, marks = 0;
    for (DocNode *x = parent->first, *next; x; x = next) {
        next = x->next;
        if (x->kind != DOC_TEXT || x->mark != '~') continue;
        marks++;
        Side before = node_side(x->prev, parent, 1), after = node_side(x->next, parent, 0);
        int left = after == SIDE_LETTER || (after == SIDE_PUNCTUATION && before != SIDE_LETTER);
        int right = before == SIDE_LETTER || (before == SIDE_PUNCTUATION && after != SIDE_LETTER);
        int found = -1;
        for (int i = n - 1; right && i >= 0 && found < 0; i--)
            if (open[i]->text.n == x->text.n) found = i;
        if (found >= 0) {
            wrap(r, open[found], x);
            n = found;
        } else if (left && n < OPENERS) {
            open[n++] = x;
        }
    }
    int joins = marks > 0;
    for (const DocNode *x = parent->first; x && x->next && !joins; x = x->next)
        joins = x->kind == DOC_TEXT && x->next->kind == DOC_TEXT;
    if (joins) join_texts(r, parent);
}
