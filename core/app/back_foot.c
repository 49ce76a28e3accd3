/* back_foot.c - which footnote that came back is which that went out; knows no template. */
#include "core/app/back.h"
#include "core/model/align.h"
#include <stdlib.h>
#include <string.h>

enum { NOTES_MOST = 2000 };

/* "[12] …": 12 and where the text begins; 0 = no mark. */
static int mark_of(const char *text, const char **rest)
{
    size_t n = *text == '[' ? strspn(text + 1, "0123456789") : 0;
    if (!n || n > 6 || text[1 + n] != ']') return 0;
    *rest = text + n + 2 + strspn(text + n + 2, " ");
    return atoi(text + 1);
}

int back_is_new_note(const char *text) { return !strncmp(text, "[+] ", 4); }

/* The notes stand last, numbered from 1; how many. */
static int count_notes(const BackDoc *d)
{
    const char *rest;
    int n = 0, want = d->n_now && !d->now[d->n_now - 1].table ? mark_of(d->now[d->n_now - 1].text, &rest) : 0;
    for (size_t i = d->n_now; i-- > 0 && n < want; n++)
        if (d->now[i].table || mark_of(d->now[i].text, &rest) != want - n) return 0;
    return n == want && n <= NOTES_MOST ? n : 0;
}

/* of[k]: the number that note k had, 0 = it is new. */
static void match_notes(const BackDoc *d, int now, const long *was, int n_was, int *of)
{
    char used[NOTES_MOST + 1] = {0};
    for (int step = 0; step < 2; step++)
        for (int k = 1; k <= now; k++) {
            const char *text = "", *old = "";
            mark_of(d->now[d->n_now - (size_t)(now - k) - 1].text, &text);
            for (int w = 1; w <= n_was && !of[k]; w++) {
                mark_of(d->was[was[w]].text, &old);
                if (used[w] || (step ? align_likeness(old, text) < 0.5 : strcmp(old, text) != 0)) continue;
                of[k] = w;
                used[w] = 1;
            }
        }
}

static const char *renumbered(const char *text, const int *of, int n, Arena *a)
{
    Buf b = {0};
    while (*text) {
        const char *rest = text + 1;
        int k = mark_of(text, &rest);
        if (k < 1 || k > n) {
            buf_putc(&b, *text++);
            continue;
        }
        if (of[k]) buf_printf(&b, "[%d]", of[k]);
        text = strchr(text, ']') + 1;
    }
    const char *r = arena_text(a, buf_text(&b), b.n);
    buf_free(&b);
    return r;
}

void back_number_notes(BackDoc *d, Arena *a)
{
    int now = count_notes(d), n_was = 0, *of = arena_alloc(a, (NOTES_MOST + 1) * sizeof *of);
    long *was = arena_alloc(a, (NOTES_MOST + 1) * sizeof *was);
    for (size_t i = 0; i < d->n_was && n_was < NOTES_MOST; i++)
        if (!d->was[i].n && !strcmp(d->was[i].part, "note")) was[++n_was] = (long)i;
    memset(of, 0, (NOTES_MOST + 1) * sizeof *of);
    if (!now || now == n_was) return;
    match_notes(d, now, was, n_was, of);
    size_t first = d->n_now - (size_t)now;
    for (size_t i = 0; i < first; i++)
        if (strchr(d->now[i].text, '[')) d->now[i].text = renumbered(d->now[i].text, of, now, a);
    for (int k = 1; k <= now; k++) {
        BackPara *p = &d->now[first + (size_t)k - 1];
        const char *text = "";
        mark_of(p->text, &text);
        p->text = of[k] ? arena_print(a, "[%d] %s", of[k], text) : arena_print(a, "[+] %s", text);
    }
}
