/* rule_plan.c - a plan as rules see it: its texts by line, and where exactly a piece of one stands. No Lua. */
#include "core/script/rule.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

/* Lower case of the same length: where Unicode's would be longer or shorter, only A-Z change. */
static void lower_add(const char *s, size_t n, Buf *out)
{
    size_t before = out->n;
    text_lower(s, n, out);
    if (out->n - before == n) return;
    out->n = before;
    for (size_t i = 0; i < n; i++) buf_putc(out, s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] + 32) : s[i]);
}

static int by_line(const void *pa, const void *pb)
{
    const RuleText *a = pa, *b = pb;
    if (a->line != b->line) return (a->line > b->line) - (a->line < b->line);
    return (a->at > b->at) - (a->at < b->at);              /* `at` holds the order of taking until the texts are sorted */
}

static void take(RulePlan *rp, size_t *bytes, RuleText t)
{
    t.n = t.text ? strlen(t.text) : 0;
    if (!t.n) return;
    if (*bytes + t.n > RULE_BYTES_MOST || rp->n >= RULE_TEXTS_MOST) {
        rp->left_out++;
        return;
    }
    *bytes += t.n;
    t.at = rp->n;
    rp->text[rp->n++] = t;
}

static void index_lines(RulePlan *rp)
{
    size_t n = 1;
    for (size_t i = 0; i < rp->lines.n; i++) n += rp->lines.p[i] == '\n';
    size_t *at = arena_alloc(rp->arena, mem_mul(n, sizeof *at));
    rp->n_lines = 0;
    at[rp->n_lines++] = 0;
    for (size_t i = 0; i + 1 < rp->lines.n; i++)
        if (rp->lines.p[i] == '\n') at[rp->n_lines++] = i + 1;
    rp->line_at = at;
}

RulePlan *rule_plan_new(const Plan *p, const char *file, Str lines, Arena *a)
{
    RulePlan *rp = arena_alloc(a, sizeof *rp);
    *rp = (RulePlan){.plan = p, .file = file, .lines = lines, .arena = a};
    size_t most = p->n_nodes + p->n_rest, bytes = 0;
    if (most > RULE_TEXTS_MOST) most = RULE_TEXTS_MOST;
    rp->text = arena_alloc(a, mem_mul(most + 1, sizeof *rp->text));
    char *parent = arena_alloc(a, p->n_nodes + 1);
    memset(parent, 0, p->n_nodes + 1);
    for (size_t i = 0; i < p->n_nodes; i++)
        if (p->nodes[i].parent >= 0) parent[p->nodes[i].parent] = 1;
    for (size_t i = 0; i < p->n_nodes; i++) {
        const PlanNode *n = &p->nodes[i];
        take(rp, &bytes, (RuleText){.text = n->text, .kind = plan_node_kind_name(n->kind), .line = n->line, .node = (int)i,
                                    .heading = parent[i]});
    }
    for (size_t i = 0; i < p->n_rest; i++)
        take(rp, &bytes, (RuleText){.text = p->rest[i].text, .kind = p->rest[i].kind, .line = p->rest[i].line, .node = -1});
    qsort(rp->text, rp->n, sizeof *rp->text, by_line);
    Buf lower = {0}, all = {0};
    for (size_t i = 0; i < rp->n; i++) {
        rp->text[i].at = lower.n;
        lower_add(rp->text[i].text, rp->text[i].n, &lower);
        buf_add(&all, rp->text[i].text, rp->text[i].n);
        buf_putc(&lower, '\n');
        buf_putc(&all, '\n');
    }
    rp->lower = (Str){arena_text(a, buf_text(&lower), lower.n), lower.n};
    rp->all = (Str){arena_text(a, buf_text(&all), all.n), all.n};
    buf_free(&lower);
    buf_free(&all);
    index_lines(rp);
    return rp;
}

size_t rule_plan_text_at(const RulePlan *rp, size_t at)
{
    size_t lo = 0, hi = rp->n;
    while (hi - lo > 1) {
        size_t mid = (lo + hi) / 2;
        if (rp->text[mid].at <= at) lo = mid;
        else hi = mid;
    }
    return lo;
}

const char *rule_plan_file(const RulePlan *rp, size_t text)
{
    static const struct { const char *kind, *shown; } PARTS[] = {
        {"header", "phần đầu"}, {"preamble", "phần căn cứ"}, {"recipients", "nơi nhận"}, {"signature", "chữ ký"},
        {"footnote", "cước chú"}, {"cell", "bảng"}, {"table_header", "bảng"}};
    const RuleText *t = &rp->text[text];
    if (t->line || rp->lines.n) return rp->file;
    if (t->node >= 0) return arena_print(rp->arena, "%s (mục %s)", rp->file, rp->plan->nodes[t->node].id);
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (!strcmp(t->kind, PARTS[i].kind)) return arena_print(rp->arena, "%s (%s)", rp->file, PARTS[i].shown);
    return rp->file;
}

/* How often the n bytes at `at` stand in the text before that place. */
static size_t times_before(const RuleText *t, size_t at, size_t n)
{
    size_t k = 0;
    for (size_t i = 0; i < at; i++) k += !memcmp(t->text + i, t->text + at, n);
    return k;
}

enum { LINES_LOOKED_AT = 80, BYTES_COMPARED = 1 << 16 };

int rule_plan_locate(const RulePlan *rp, size_t text, size_t at, size_t n, int *col)
{
    const RuleText *t = &rp->text[text];
    *col = 0;
    if (!n || !rp->lines.n || t->line < 1 || (size_t)t->line > rp->n_lines || t->n > BYTES_COMPARED) return t->line;
    size_t skip = times_before(t, at, n), last = (size_t)t->line - 1 + LINES_LOOKED_AT;
    if (last > rp->n_lines) last = rp->n_lines;
    for (size_t i = (size_t)t->line - 1; i < last; i++) {
        const char *from = rp->lines.p + rp->line_at[i], *p = from;
        const char *end = i + 1 < rp->n_lines ? rp->lines.p + rp->line_at[i + 1] : rp->lines.p + rp->lines.n;
        if (end - from > BYTES_COMPARED) return t->line;
        for (; (p = memmem(p, (size_t)(end - p), t->text + at, n)); p++) {
            if (skip--) continue;
            *col = (int)text_length(from, (size_t)(p - from)) + 1;
            return (int)i + 1;
        }
    }
    return t->line;
}
