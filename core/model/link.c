/* link.c - texts of a plan as plain words, patterns against them, and which clauses are work to be done. */
#include "core/model/link.h"
#include "core/base/buf.h"
#include "core/base/map.h"
#include "core/base/text.h"
#include "core/vi/letter.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PATTERN_WORDS = 40, REMEMBER_MOST = 4096, 
       TEXT_MOST = 16 * 1024,              /* of a longer clause only its beginning is compared */
       HITS_MOST = 1000 };                 /* of one pattern, the best; one that fits more clauses says nothing */

typedef struct Memory { LinkHit *hits; size_t n; } Memory;

/* The words of a text by number. `some` has a bit for each, several words share one: without the bit the word is not there. */
typedef struct Spoken { const uint32_t *word; uint32_t n; uint64_t some; } Spoken;

struct LinkIndex {
    const Plan *plan;
    char **plain;                          /* per node: " word word … " folded, without marks; ends with a space */
    unsigned char *activity;
    Map *words;                            /* word -> its number, from 1 */
    uint32_t *nodes_with;                  /* per word: how many nodes have it */
    Spoken *spoken;                        /* per node: its words by number */
    uint32_t *numbers;                     /* what they point into */
    Map *known;                            /* pattern -> Memory: a build asks the same for every unit */
};

/* " thang hanh dong vi binh dang gioi ": every mark is a space, so phrases meet at whole words. */
static char *plain_text(const char *s, size_t n)
{
    Buf folded = {0}, b = {0};
    text_fold(s, n, &folded);
    buf_putc(&b, ' ');
    uint32_t cp;
    for (size_t i = 0, k; i < folded.n; i += k ? k : 1) {
        k = text_decode(folded.p + i, folded.n - i, &cp);
        if (k && (letter_is_letter(cp) || (cp >= '0' && cp <= '9'))) buf_add(&b, folded.p + i, k);
        else if (b.p[b.n - 1] != ' ') buf_putc(&b, ' ');
    }
    if (b.p[b.n - 1] != ' ') buf_putc(&b, ' ');
    buf_free(&folded);
    return b.p;
}

/* Calls of strstr are for words between spaces: both sides carry them. */
static int has(const char *plain, const char *phrase) { return strstr(plain, phrase) != NULL; }

static size_t next_word(const char **p, Str *word)
{
    while (**p == ' ') (*p)++;
    size_t n = strcspn(*p, " ");
    *word = (Str){*p, n};
    *p += n;
    return n;
}

static uint64_t bit_of(uint32_t word) { return (uint64_t)1 << (word * 0x9E3779B1u >> 26); }

static int has_word(const Spoken *s, uint32_t word)
{
    if (!(s->some & bit_of(word))) return 0;
    for (uint32_t i = 0; i < s->n; i++)
        if (s->word[i] == word) return 1;
    return 0;
}

/* The n words stand there one behind the other. */
static int has_words(const Spoken *s, const uint32_t *word, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!(s->some & bit_of(word[i]))) return 0;
    for (uint32_t i = 0; i + n <= s->n; i++)
        if (s->word[i] == word[0] && !memcmp(s->word + i, word, n * sizeof *word)) return 1;
    return 0;
}

/* Gives every word its number and every node its words. */
static void number_words(LinkIndex *x)
{
    size_t n_nodes = x->plan->n_nodes, most = 0, at = 0, cap = 0;
    for (size_t i = 0; i < n_nodes; i++) most += strlen(x->plain[i]) / 2 + 1;
    x->numbers = mem_alloc(mem_mul(most, sizeof *x->numbers));
    x->spoken = mem_alloc(mem_mul(n_nodes, sizeof *x->spoken));
    uint32_t *last = NULL;                                 /* per word: the node that had it last, from 1 */
    for (size_t i = 0; i < n_nodes; i++) {
        const char *p = x->plain[i];
        Spoken *s = &x->spoken[i];
        Str w;
        s->word = x->numbers + at;
        while (next_word(&p, &w)) {
            uintptr_t number = (uintptr_t)map_get_n(x->words, w.p, w.n);
            if (!number) map_put_n(x->words, w.p, w.n, (void *)(number = map_count(x->words) + 1));
            if (number >= cap) {
                size_t more = cap ? cap * 2 : 1024;
                x->nodes_with = mem_resize(x->nodes_with, mem_mul(more, sizeof *last));
                last = mem_resize(last, mem_mul(more, sizeof *last));
                memset(x->nodes_with + cap, 0, (more - cap) * sizeof *last);
                memset(last + cap, 0, (more - cap) * sizeof *last);
                cap = more;
            }
            x->nodes_with[number] += last[number] != i + 1;
            last[number] = (uint32_t)i + 1;
            x->numbers[at++] = (uint32_t)number;
            s->some |= bit_of((uint32_t)number);
            s->n++;
        }
    }
    free(last);
}

/* --- what is work --- */

static int starts(const char *plain, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!strncmp(plain + 1, list[i], strlen(list[i]))) return 1;
    return 0;
}

enum { HEADING_OTHER, HEADING_WORK, HEADING_NOT };

/* What a heading says of the clauses below it. */
static int judge_heading(const LinkIndex *x, int node)
{
    static const char *const never[] = {"muc dich ", "yeu cau ", "quan diem ", "can cu ", "kinh phi ", "nguon kinh phi ",
        "du toan ", "phan cong ", "to chuc thuc hien ", "trach nhiem ", "che do ", "dieu khoan "};
    static const char *const aims[] = {"muc tieu ", "chi tieu ", "cac muc tieu ", "cac chi tieu "};
    static const char *const work[] = {" noi dung ", " nhiem vu ", " giai phap ", " hoat dong "};
    NodeKind kind = x->plan->nodes[node].kind;
    const char *s = x->plain[node];
    if (kind != NODE_PART && kind != NODE_GROUP && kind != NODE_ARTICLE) return HEADING_OTHER;
    if (starts(s, never, sizeof never / sizeof *never)) return HEADING_NOT;
    for (size_t i = 0; i < sizeof work / sizeof *work; i++)
        if (has(s, work[i])) return HEADING_WORK;
    return starts(s, aims, sizeof aims / sizeof *aims) ? HEADING_NOT : HEADING_OTHER;
}

static void mark_activities(LinkIndex *x)
{
    const Plan *p = x->plan;
    unsigned char *inner = mem_alloc(p->n_nodes), *under = mem_alloc(p->n_nodes), *own = mem_alloc(p->n_nodes);
    int any = 0;
    for (size_t i = 0; i < p->n_nodes; i++) {              /* parents come first */
        int up = p->nodes[i].parent;
        under[i] = up < 0 ? HEADING_OTHER : own[up] != HEADING_OTHER ? own[up] : under[up];
        own[i] = (unsigned char)judge_heading(x, (int)i);
        if (up >= 0) inner[up] = 1;
    }
    for (size_t i = 0; i < p->n_nodes; i++) any |= !inner[i] && under[i] == HEADING_WORK;
    for (size_t i = 0; i < p->n_nodes; i++) {
        int row = p->nodes[i].kind == NODE_ROW, heading = p->nodes[i].kind == NODE_PART || p->nodes[i].kind == NODE_ARTICLE;
        if (inner[i] || under[i] == HEADING_NOT || (heading && (any || own[i] == HEADING_NOT))) continue;
        if (!strncmp(x->plain[i], " tren day la ", 13)) continue;
        x->activity[i] = row || !any || under[i] == HEADING_WORK;
    }
    free(inner);
    free(under);
    free(own);
}

LinkIndex *link_index_new(const Plan *p)
{
    LinkIndex *x = mem_alloc(sizeof *x);
    x->plan = p;
    x->plain = mem_alloc(mem_mul(p->n_nodes, sizeof *x->plain));
    x->activity = mem_alloc(p->n_nodes);
    x->words = map_new();
    x->known = map_new();
    for (size_t i = 0; i < p->n_nodes; i++) {
        size_t n = strlen(p->nodes[i].text);
        x->plain[i] = plain_text(p->nodes[i].text, n > TEXT_MOST ? text_cut(p->nodes[i].text, TEXT_MOST) : n);
    }
    number_words(x);
    mark_activities(x);
    return x;
}

void link_index_free(LinkIndex *x)
{
    if (!x) return;
    for (size_t i = 0; i < x->plan->n_nodes; i++) free(x->plain[i]);
    for (size_t i = 0; i < map_count(x->known); i++) {
        void *v;
        map_at(x->known, i, &v);
        free(((Memory *)v)->hits);
        free(v);
    }
    map_free(x->known);
    map_free(x->words);
    free(x->nodes_with);
    free(x->spoken);
    free(x->numbers);
    free(x->plain);
    free(x->activity);
    free(x);
}

int link_is_activity(const LinkIndex *x, int node)
{
    return node >= 0 && (size_t)node < x->plan->n_nodes && x->activity[node];
}

/* --- scores --- */

/* One alternative of a pattern by its words; those behind PATTERN_WORDS only count for the phrase as a whole. */
typedef struct Phrase {
    uint32_t *word;                        /* 0 = a word that no node has */
    uint32_t all;
    double weight[PATTERN_WORDS], total;
    uint64_t bit[PATTERN_WORDS];           /* of the words that have a weight */
    int n;
} Phrase;

static void phrase_make(const LinkIndex *x, Str s, Phrase *f)
{
    memset(f, 0, sizeof *f);
    char *plain = plain_text(s.p, s.n);
    const char *p = plain;
    Str w;
    f->word = mem_alloc(mem_mul(strlen(plain) / 2 + 1, sizeof *f->word));
    while (next_word(&p, &w)) {
        uint32_t number = (uint32_t)(uintptr_t)map_get_n(x->words, w.p, w.n);
        f->word[f->all++] = number;
        if (f->n == PATTERN_WORDS) continue;
        f->weight[f->n] = number ? 1 / sqrt((double)x->nodes_with[number]) : 1;
        f->bit[f->n] = bit_of(number);
        f->total += f->weight[f->n++];
    }
    free(plain);
}

static void phrase_drop(Phrase *f) { free(f->word); }

/* 1 for the phrase itself; up to 0.9 for its words: 0.7 for having them, 0.3 for having them side by side.
 * A word that stands only in a heading above counts little more than half. */
static double phrase_score(const LinkIndex *x, const Phrase *f, int node)
{
    if (!f->n) return 0;
    const Spoken *s = &x->spoken[node];
    double have = 0, own = 0, most = 0;
    int pairs = 0;
    for (int i = 0; i < f->n; i++) most += s->some & f->bit[i] ? f->weight[i] : 0;
    if (most * 2 < f->total) return 0;     /* it cannot have enough of the words: most clauses end here */
    if (has_words(s, f->word, f->all)) return 1;
    if (f->n == 1) return 0;
    for (int i = 0; i < f->n; i++) {
        int here = has_word(s, f->word[i]), above = 0;
        for (int up = x->plan->nodes[node].parent; up >= 0 && !here && !above; up = x->plan->nodes[up].parent)
            above = has_word(&x->spoken[up], f->word[i]);
        have += here ? f->weight[i] : above ? 0.6 * f->weight[i] : 0;
        own += here ? f->weight[i] : 0;
        if (i) pairs += has_words(s, f->word + i - 1, 2);
    }
    if (own * 2 < f->total) return 0;      /* the clause itself must speak of it */
    return 0.9 * (0.7 * have / f->total + 0.3 * pairs / (f->n - 1));
}

static Str next_alternative(const char **p)
{
    size_t n = strcspn(*p, "|");
    Str s = {*p, n};
    *p += n + ((*p)[n] == '|');
    return s;
}

double link_score(const LinkIndex *x, int node, const char *pattern)
{
    double best = 0;
    if (node < 0 || (size_t)node >= x->plan->n_nodes) return 0;
    for (const char *p = pattern; *p;) {
        Phrase f;
        phrase_make(x, next_alternative(&p), &f);
        double s = phrase_score(x, &f, node);
        if (s > best) best = s;
        phrase_drop(&f);
    }
    return best;
}

/* --- finding --- */

static int hit_order(const void *a, const void *b)
{
    const LinkHit *x = a, *y = b;
    if (x->score != y->score) return x->score > y->score ? -1 : 1;
    return (x->node > y->node) - (x->node < y->node);
}

static int is_above(const Plan *p, int high, int low)
{
    for (int up = p->nodes[low].parent; up >= 0; up = p->nodes[up].parent)
        if (up == high) return 1;
    return 0;
}

/* Of a clause and its heading only the better stays, unless both have the phrase itself. */
static size_t thin_out(const Plan *p, LinkHit *v, size_t n)
{
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        int drop = 0;
        for (size_t j = 0; j < k && v[i].score < 1 && !drop; j++)
            drop = is_above(p, v[j].node, v[i].node) || is_above(p, v[i].node, v[j].node);
        if (!drop) v[k++] = v[i];
    }
    return k;
}

/* All hits of LINK_LIKELY and better. */
static Memory *look(const LinkIndex *x, const char *pattern)
{
    Memory *m = map_get(x->known, pattern);
    if (m) return m;
    m = mem_alloc(sizeof *m);
    double *best = mem_alloc(mem_mul(x->plan->n_nodes, sizeof *best));
    for (const char *p = pattern; *p;) {
        Phrase f;
        phrase_make(x, next_alternative(&p), &f);
        for (size_t i = 0; i < x->plan->n_nodes; i++) {
            double s = phrase_score(x, &f, (int)i);
            if (s > best[i]) best[i] = s;
        }
        phrase_drop(&f);
    }
    size_t likely = 0;
    for (size_t i = 0; i < x->plan->n_nodes; i++) likely += best[i] >= LINK_LIKELY;
    m->hits = mem_alloc(mem_mul(likely, sizeof *m->hits));
    for (size_t i = 0; i < x->plan->n_nodes; i++)
        if (best[i] >= LINK_LIKELY) m->hits[m->n++] = (LinkHit){(int)i, best[i]};
    free(best);
    if (m->n) qsort(m->hits, m->n, sizeof *m->hits, hit_order);
    if (m->n > HITS_MOST) m->n = HITS_MOST;
    m->n = thin_out(x->plan, m->hits, m->n);
    if (map_count(x->known) < REMEMBER_MOST) map_put(x->known, pattern, m);
    return m;
}

size_t link_find(const LinkIndex *x, const char *pattern, double least, Arena *a, LinkHit **hits)
{
    size_t before = map_count(x->known), n = 0;
    Memory *m = look(x, pattern);
    int mine = map_count(x->known) == before && map_get(x->known, pattern) != m;
    while (n < m->n && m->hits[n].score >= least) n++;
    *hits = arena_alloc(a, mem_mul(n, sizeof **hits));
    if (n) memcpy(*hits, m->hits, n * sizeof **hits);
    if (mine) {                            /* too many patterns to remember */
        free(m->hits);
        free(m);
    }
    return n;
}

/* Best score per node over one task's patterns; appends its pairs. */
static void link_one(const LinkIndex *x, const LinkTask *t, size_t task, double least, double *best, Arena *a, LinkSet *set)
{
    size_t n_nodes = x->plan->n_nodes, from = set->n_pairs;
    for (size_t i = 0; i < n_nodes; i++) best[i] = 0;
    for (size_t i = 0; i < t->n_patterns; i++) {
        LinkHit *hit;
        size_t n = link_find(x, t->patterns[i], least, a, &hit);
        for (size_t k = 0; k < n; k++)
            if (hit[k].score > best[hit[k].node]) best[hit[k].node] = hit[k].score;
    }
    LinkHit *sorted = arena_alloc(a, mem_mul(n_nodes, sizeof *sorted));
    size_t n = 0;
    for (size_t i = 0; i < n_nodes; i++)
        if (best[i] > 0) sorted[n++] = (LinkHit){(int)i, best[i]};
    if (n) qsort(sorted, n, sizeof *sorted, hit_order);
    for (size_t i = 0; i < n; i++) set->pairs[from + i] = (LinkPair){task, sorted[i].node, sorted[i].score};
    set->n_pairs += n;
}

LinkSet link_tasks(const LinkIndex *x, const LinkTask *tasks, size_t n, double least, Arena *a)
{
    size_t n_nodes = x->plan->n_nodes;
    LinkSet set = {0};
    double *best = mem_alloc(mem_mul(n_nodes, sizeof *best));
    unsigned char *spoken = mem_alloc(n_nodes);
    set.pairs = arena_alloc(a, mem_mul(mem_mul(n, n_nodes), sizeof *set.pairs));
    set.idle_tasks = arena_alloc(a, mem_mul(n, sizeof *set.idle_tasks));
    set.loose_nodes = arena_alloc(a, mem_mul(n_nodes, sizeof *set.loose_nodes));
    for (size_t i = 0; i < n; i++) {
        size_t before = set.n_pairs;
        link_one(x, &tasks[i], i, least, best, a, &set);
        if (set.n_pairs == before) set.idle_tasks[set.n_idle++] = i;
    }
    for (size_t i = 0; i < set.n_pairs; i++) spoken[set.pairs[i].node] = 1;
    for (size_t i = 0; i < n_nodes; i++) {
        int up = x->plan->nodes[i].parent;
        if (up >= 0 && spoken[up]) spoken[i] = 1;          /* a heading speaks for what is below it */
        if (x->activity[i] && !spoken[i]) set.loose_nodes[set.n_loose++] = (int)i;
    }
    free(best);
    free(spoken);
    return set;
}
