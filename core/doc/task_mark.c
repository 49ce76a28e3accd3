/* task_mark.c - "[ ]" and "[x]" at the start of an item, "{#id}" at the end of a heading. */
#include <string.h>
#include "core/doc/reading.h"

void task_mark_take(Reading *r, DocNode *item)
{
    DocNode *p = item->first, *t;
    if (!p || p->kind != DOC_PARAGRAPH || !p->check || !(t = p->first)) return;
    (void)r;
    item->check = p->check;
    p->check = 0;
    if (t->kind == DOC_LINK) {
        DocNode *link = t;
        t = t->next;
        doc_unlink(link);
        if (t && t->kind == DOC_TEXT && t->text.n && t->text.p[0] == ' ') {
            t->text.p++;
            t->text.n--;
        }
        return;
    }
    size_t n = 3;
    if (t->kind != DOC_TEXT || t->text.n < 3) return;
    while (n < t->text.n && (t->text.p[n] == ' ' || t->text.p[n] == '\t')) n++;
    t->text.p += n;
    t->text.n -= n;
    if (!t->text.n) doc_unlink(t);
}

static int is_id_char(char c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return 1;
    return c == '-' || c == '_' || c == '.' || c == ':';
}

void heading_anchor_take(DocNode *heading)
{
    DocNode *t = heading->last;
    if (!t || t->kind != DOC_TEXT || t->text.n < 4 || t->text.p[t->text.n - 1] != '}') return;
    size_t at = t->text.n - 1;
    while (at > 0 && is_id_char(t->text.p[at - 1])) at--;
    if (at < 2 || at == t->text.n - 1 || t->text.p[at - 1] != '#' || t->text.p[at - 2] != '{') return;
    if (at > 2 && t->text.p[at - 3] != ' ') return;
    heading->info = (Str){t->text.p + at, t->text.n - 1 - at};
    t->text.n = at - 2;
    while (t->text.n && t->text.p[t->text.n - 1] == ' ') t->text.n--;
    if (!t->text.n) doc_unlink(t);
}
