/* layout_closing.c - bases and their ends, the list of recipients, who signs and in what capacity. */
#include "core/press/layout_inside.h"
#include "core/base/text.h"
#include <string.h>

static char last_of(const LayLine *l) { return l->text.n ? l->text.p[l->text.n - 1] : 0; }

/* --- căn cứ --- */

static void check_bases(LayDoc *d)
{
    const LayLine *last = NULL;
    const char *end = layout_text(d, "basis_end");
    LayGroup g = {0};
    for (size_t i = 0; i < d->n; i++) {
        if (d->v[i].role != LAY_BASIS) continue;
        if (last && last_of(last) != ';') layout_group(&g, last);
        last = &d->v[i];
    }
    if (last && *end && last_of(last) != *end) layout_group(&g, last);
    if (g.n)
        findings_add(d->f, SEN7098, d->file, g.first->no, 0, NULL, "%s" ARG "%s" ARG "%s", layout_many(d, &g), *end ? end : ".",
                     layout_clause(d, "basis_size"));
}

/* --- nơi nhận --- */

static void check_recipients(LayDoc *d)
{
    const LayLine *last = NULL, *head = NULL;
    LayGroup g = {0};
    for (size_t i = 0; i < d->n; i++) {
        const LayLine *l = &d->v[i];
        if (l->role == LAY_RECIPIENTS) head = l;
        if (l->role != LAY_RECIPIENT) continue;
        int begins = l->text.p[0] == '-' || layout_begins(l->text.p, "–");
        if (last && begins && last_of(last) != ';') layout_group(&g, last);
        last = l;
    }
    if (!head) return;
    if (!last || (!strstr(last->fold, "luu") && !layout_begins(last->fold, "luu"))) {
        const LayLine *at = last ? last : head;
        findings_add(d->f, SEN7104, d->file, at->no, 0, NULL, "%s" ARG "%s", layout_place(d, at),
                     layout_clause(d, "recipient_size"));
    } else if (last_of(last) != '.') layout_group(&g, last);
    if (g.n)
        findings_add(d->f, SEN7105, d->file, g.first->no, 0, NULL, "%s" ARG "%s", layout_many(d, &g),
                     layout_clause(d, "recipient_size"));
}

/* --- chữ ký --- */

static int is_titled(const char *f)
{
    static const char *const WORDS[] = {"ts. ", "ths. ", "pgs", "gs. ", "bs. ", "ks. ", "cn. ", "bsck", "thac si ", "tien si ",
        "bac si ", "ky su ", "cu nhan ", "pho giao su", "giao su "};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (layout_begins(f, WORDS[i])) return 1;
    return 0;
}

/* "TM UBND" instead of "TM. UBND". */
static int lacks_point(Str t)
{
    static const char *const FORMS[] = {"TM", "KT", "TL", "TUQ"};
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        size_t n = strlen(FORMS[i]);
        if (t.n > n && !memcmp(t.p, FORMS[i], n) && (t.p[n] == ' ' || t.p[n] == ':')) return 1;
    }
    return layout_begins(t.p, "T/M") || layout_begins(t.p, "K/T") || layout_begins(t.p, "T/L");
}

static void check_signature(LayDoc *d)
{
    const LayLine *above = NULL;
    int for_chief = 0;
    for (size_t i = d->head_end; i < d->annex; i++) {
        const LayLine *l = &d->v[i];
        if (l->role == LAY_SIGNER) {
            if (is_titled(l->fold))
                findings_add(d->f, SEN7106, d->file, l->no, 0, NULL, "%s" ARG "%s", layout_place(d, l),
                             layout_clause(d, "signer_size"));
            above = NULL;
            for_chief = 0;
        }
        if (l->role != LAY_AUTHORITY) continue;
        if (lacks_point(l->text))
            findings_add(d->f, SEN7108, d->file, l->no, 0, NULL, "%s" ARG "%s", layout_place(d, l),
                         layout_clause(d, "authority_size"));
        for_chief |= layout_begins(l->fold, "kt") || layout_begins(l->fold, "k/t") || layout_begins(l->fold, "tl") ||
                     layout_begins(l->fold, "tuq");
        int other_office = above && layout_begins(above->fold, "truong ");
        if (layout_begins(l->fold, "pho ") && !for_chief && !other_office)
            findings_add(d->f, SEN7107, d->file, l->no, 0, NULL, "%s" ARG "%s", layout_place(d, l),
                         layout_clause(d, "authority_size"));
        above = l;
    }
}

void layout_check_closing(LayDoc *d)
{
    check_bases(d);
    check_recipients(d);
    check_signature(d);
}
