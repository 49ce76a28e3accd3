/* recipients.c - «Như mục IV», «Như Điều 3» among the recipients become the bodies named there; the plan stays as it is. */
#include <stdlib.h>
#include <string.h>
#include "core/base/buf.h"
#include "core/base/text.h"
#include "core/model/plan.h"

/* One word of a recipient, without the marks around it: [*from, *to). 0 = no more. */
static int next_word(const char *s, size_t *from, size_t *to)
{
    size_t i = *to;
    while (s[i] && strchr(" .,;()", s[i])) i++;
    *from = i;
    while (s[i] && !strchr(" ,;()", s[i])) i++;
    *to = i;
    while (*to > *from && s[*to - 1] == '.') (*to)--;
    return *to > *from;
}

static int word_is(const char *s, size_t from, size_t to, const char *word)
{
    Buf low = {0};
    text_lower(s + from, to - from, &low);
    int same = low.n == strlen(word) && !memcmp(low.p, word, low.n);
    buf_free(&low);
    return same;
}

/* "Như điểm 2 mục IV" -> node "IV.2", "Như Điều 3" -> "Đ3"; -1 = it names bodies itself, or a place that is not there. */
static int node_meant(const Plan *p, const char *s)
{
    Buf base = {0}, under = {0};
    size_t from = 0, to = 0;
    char want = 0;                         /* 'm' a section, 'd' an article, 'p' a point of it */
    if (!next_word(s, &from, &to) || !word_is(s, from, to, "như")) return -1;
    while (next_word(s, &from, &to)) {
        if (want == 'p') buf_putc(&under, '.');
        if (want == 'd') buf_puts(&base, "Đ");
        if (want && (want == 'p' || !base.n || want == 'd')) buf_add(want == 'p' ? &under : &base, s + from, to - from);
        want = want ? 0 : word_is(s, from, to, "mục") || word_is(s, from, to, "phần") ? 'm' : word_is(s, from, to, "điều") ? 'd'
            : word_is(s, from, to, "điểm") || word_is(s, from, to, "khoản") ? 'p' : 0;
        if (base.n > 40 || under.n > 40) break;
    }
    if (base.n) buf_add(&base, under.p ? under.p : "", under.n);
    int node = base.n ? plan_find_node(p, buf_text(&base)) : -1;
    buf_free(&base);
    buf_free(&under);
    return node;
}

static int is_under(const Plan *p, int node, int top)
{
    while (node >= 0 && node != top) node = p->nodes[node].parent;
    return node == top;
}

typedef struct Names { const char **v; size_t n, cap; } Names;

static void add(Names *to, const char *name)
{
    for (size_t i = 0; i < to->n; i++)
        if (!strcmp(to->v[i], name)) return;
    if (to->n == to->cap) {
        to->cap = to->cap ? to->cap * 2 : 16;
        to->v = mem_resize(to->v, mem_mul(to->cap, sizeof *to->v));
    }
    to->v[to->n++] = name;
}

const char **plan_expand_recipients(const Plan *p, size_t *n)
{
    Names to = {0};
    int meant = 0;
    for (size_t i = 0; i < p->n_recipients; i++) {
        int top = node_meant(p, p->recipients[i]);
        size_t before = to.n;
        for (size_t k = 0; top >= 0 && k < p->n_actors && to.n < 500; k++) {
            const PlanActor *a = &p->actors[k];
            if (a->role != ACTOR_SUPPORT && a->node >= 0 && is_under(p, a->node, top)) add(&to, a->name);
        }
        meant |= to.n > before;
        if (to.n == before) add(&to, p->recipients[i]);
    }
    *n = meant ? to.n : 0;
    if (meant) return to.v;
    free(to.v);
    return NULL;
}
