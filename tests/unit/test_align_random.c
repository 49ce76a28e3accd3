/* test_align_random.c - the real plan of ../shared, edited at random (fixed seeds): no clause gets another's owner. */
#include "tests/unit/harness.h"
#include "core/base/file.h"
#include "core/intake/intake.h"
#include "core/model/align.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* owner: the old node, -1 = none. Halves and joined ones are left alone: when the head of a split is deleted, who owns the tail is open. */
typedef struct Clause { const char *text; int parent, owner, gone, left_alone; } Clause;
typedef struct Draft { Clause c[400]; int n; Arena *a; const Plan *base; } Draft;

static unsigned seed;
static int dice(int n) { return (int)((seed = seed * 1664525u + 1013904223u) >> 8) % n; }

static int is_leaf(const Draft *d, int i)
{
    for (int k = 0; k < d->n; k++)
        if (d->c[k].parent == i && !d->c[k].gone) return 0;
    return !d->c[i].gone;
}

static int words_in(const char *t)
{
    int n = 1;
    for (; *t; t++) n += *t == ' ';
    return n;
}

static int some_leaf(const Draft *d, int least_words)
{
    for (int tries = 0; tries < 500; tries++) {
        int i = dice(d->n);
        if (is_leaf(d, i) && words_in(d->c[i].text) >= least_words && d->c[i].owner >= 0 && !d->c[i].left_alone) return i;
    }
    return -1;
}

/* The k-th word's start; the end of the text when there are fewer. */
static const char *word_at(const char *t, int k)
{
    while (k-- > 0 && *t) {
        t += strcspn(t, " ");
        if (*t) t++;
    }
    return t;
}

/* A sentence of the plan's own words in no order: the vocabulary is shared, the meaning is not. */
static const char *new_sentence(Draft *d)
{
    Buf b = {0};
    for (int k = 8 + dice(20); k > 0; k--) {
        const char *t = d->base->nodes[dice((int)d->base->n_nodes)].text;
        const char *w = word_at(t, dice(words_in(t)));
        buf_add(&b, w, strcspn(w, " "));
        buf_putc(&b, ' ');
    }
    const char *text = arena_copy(d->a, buf_text(&b));
    buf_free(&b);
    return text;
}

static void insert_at(Draft *d, int at, Clause c)
{
    if (d->n == 400) return;
    memmove(&d->c[at + 1], &d->c[at], (size_t)(d->n - at) * sizeof d->c[0]);
    d->c[at] = c;
    d->n++;
    for (int i = 0; i < d->n; i++)
        if (i != at && d->c[i].parent >= at) d->c[i].parent++;
    if (c.parent >= at) d->c[at].parent++;
}

static void edit_words(Draft *d, int i)
{
    const char *t = d->c[i].text, *w = word_at(t, dice(words_in(t)));
    d->c[i].text = arena_print(d->a, "%.*s%d%s", (int)(w - t), t, dice(1000), w + strcspn(w, " "));
}

static void change(Draft *d)
{
    int i = some_leaf(d, 12), j = some_leaf(d, 1);
    if (i < 0 || j < 0) return;
    Clause *c = &d->c[i];
    switch (dice(7)) {
    case 0: d->c[j].gone = 1; break;
    case 1: insert_at(d, j + 1, (Clause){new_sentence(d), d->c[j].parent, -1, 0, 1}); break;
    case 2:                                               /* moved under another heading */
        if (i == j) break;
        insert_at(d, j + 1, (Clause){c->text, d->c[j].parent, c->owner, 0, 0});
        d->c[i > j ? i + 1 : i].gone = 1;
        break;
    case 3: edit_words(d, i); break;
    case 4: {                                             /* split: two thirds stay */
        int cut = words_in(c->text) * 2 / 3;
        const char *rest = word_at(c->text, cut);
        const char *head = arena_print(d->a, "%.*s", (int)(rest - c->text), c->text);
        c->text = head;
        c->left_alone = 1;
        insert_at(d, i + 1, (Clause){rest, c->parent, -1, 0, 1});
        break;
    }
    case 5:                                               /* joined: i takes j's words, if it is the longer one */
        if (i == j || words_in(c->text) < words_in(d->c[j].text) * 3 / 2) break;
        c->text = arena_print(d->a, "%s; %s", c->text, d->c[j].text);
        c->left_alone = d->c[j].gone = 1;
        break;
    default:                                              /* trade places */
        if (i != j && c->parent == d->c[j].parent) {
            Clause t = *c;
            *c = d->c[j];
            d->c[j] = t;
        }
    }
}

/* The draft as a plan, in the order of the tree; owner[] per node. */
static Plan *plan_of(const Draft *d, int *owner)
{
    Plan *p = plan_new();
    int where[400];
    for (int i = 0; i < d->n; i++) {
        if (d->c[i].gone) continue;
        where[i] = (int)p->n_nodes;
        owner[p->n_nodes] = d->c[i].owner;
        PlanNode *n = plan_add_node(p);
        n->text = d->c[i].text;
        n->parent = d->c[i].parent < 0 ? -1 : where[d->c[i].parent];
        n->kind = d->c[i].owner >= 0 ? d->base->nodes[d->c[i].owner].kind : NODE_ITEM;
        n->id = arena_print(p->arena, "%zu", p->n_nodes);
    }
    return p;
}

static Plan *real_plan(void)
{
    char path[5000];
    Buf bytes = {0}, utf8 = {0};
    Plan *p = NULL;
    Err e = {0};
    if (!test_shared()) return NULL;
    snprintf(path, sizeof path, "%s/plans/sa-dec-2023.txt", test_shared());
    OK(file_read(path, NULL, 1 << 20, &bytes, &e) == 0);
    OK(intake_decode(bytes.p, bytes.n, "x", &utf8, NULL, &e) == 0);
    OK(intake_read(buf_view(&utf8), "x", &p, NULL, &e) == 0);
    buf_free(&bytes);
    buf_free(&utf8);
    return p;
}

TEST(no_clause_gets_anothers_owner)
{
    Plan *base = real_plan();
    long wrong = 0, lost = 0, all = 0;
    if (!base) {
        printf("# skipped: no ../shared\n");
        return;
    }
    for (int round = 0; round < 200; round++) {
        Draft d = {.a = arena_new(), .base = base};
        int owner[400];
        Align al;
        seed = (unsigned)round * 7919u + 1;
        for (size_t i = 0; i < base->n_nodes && d.n < 300; i++)
            d.c[d.n++] = (Clause){base->nodes[i].text, base->nodes[i].parent, (int)i, 0, 0};
        for (int k = 1 + round % 12; k > 0; k--) change(&d);
        Plan *now = plan_of(&d, owner);
        align_plans(base, now, d.a, &al);
        for (size_t i = 0; i < now->n_nodes; i++) {
            all++;
            if (al.old_of[i] == owner[i]) continue;
            if (al.old_of[i] < 0) {
                lost++;
                continue;
            }
            wrong++;
            printf("# round %d: «%s»\n#   was given «%s»\n#   not «%s»\n", round, now->nodes[i].text, base->nodes[al.old_of[i]].text,
                   owner[i] < 0 ? "" : base->nodes[owner[i]].text);
        }
        plan_free(now);
        arena_free(d.a);
    }
    printf("# %ld clauses, %ld lost their owner, %ld got another's\n", all, lost, wrong);
    INT_EQ(0, wrong);
    OK(lost * 500 <= all);                                /* at most 2 in a thousand */
    plan_free(base);
}
