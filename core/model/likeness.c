/* likeness.c - texts as sets of weighted words and word pairs. Sorting, not hashing, groups them: no input makes it slow. */
#include "core/model/likeness.h"
#include "core/base/buf.h"
#include "core/base/text.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MOST = 2000, FEATURES_MOST = 4000000, RARE = 12 };

typedef struct Mark { uint32_t hash, text, at; } Mark;   /* at: its place in `feature` */

static const char *plain_text(const char *text, Arena *a)
{
    Buf f = {0}, b = {0};
    text_fold(text, strlen(text), &f);
    for (size_t i = 0; i < f.n; i++) {
        unsigned char c = (unsigned char)f.p[i];
        if (c >= 128 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) buf_putc(&b, (char)c);
        else if (b.n && b.p[b.n - 1] != ' ') buf_putc(&b, ' ');
    }
    while (b.n && b.p[b.n - 1] == ' ') b.n--;
    const char *plain = arena_text(a, buf_text(&b), b.n);
    buf_free(&f);
    buf_free(&b);
    return plain;
}

static uint32_t hash_word(const char *p, size_t n, uint32_t h)
{
    for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)p[i]) * 16777619u;
    return h;
}

/* Words and pairs of neighbours of one text, appended to marks. */
static size_t add_marks(const char *plain, uint32_t text, Mark *marks, size_t n, size_t most)
{
    uint32_t before = 0;
    const char *p = plain;
    for (int words = 0; *p && words < WORDS_MOST && n + 2 <= most; words++) {
        size_t len = strcspn(p, " ");
        uint32_t word = hash_word(p, len, 2166136261u);
        marks[n++] = (Mark){word, text, 0};
        if (words) marks[n++] = (Mark){hash_word((const char *)&word, sizeof word, before * 31 + 7), text, 0};
        before = word;
        p += len + (p[len] == ' ');
    }
    return n;
}

static int mark_cmp(const void *x, const void *y)
{
    const Mark *a = x, *b = y;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return (a->text > b->text) - (a->text < b->text);
}

static int number_cmp(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static size_t count_words(const char *plain)
{
    size_t n = *plain != 0;
    for (; *plain; plain++) n += *plain == ' ';
    return n < WORDS_MOST ? n : WORDS_MOST;
}

/* Marks sorted by hash become features; each text gets its sorted list, each feature its texts. */
static void number_features(Likeness *l, Mark *marks, size_t n, Arena *a)
{
    size_t *fill = mem_alloc(mem_mul(l->n + 1, sizeof *fill)), kept = 0;
    qsort(marks, n, sizeof *marks, mark_cmp);
    for (size_t i = 0; i < n; i++)
        if (!kept || mark_cmp(&marks[i], &marks[kept - 1])) marks[kept++] = marks[i];
    n = kept;
    for (size_t i = 0; i < n; i++) {
        l->n_features += !i || marks[i].hash != marks[i - 1].hash;
        fill[marks[i].text + 1]++;
    }
    for (size_t i = 0; i < l->n; i++) fill[i + 1] += fill[i];
    memcpy(l->first, fill, (l->n + 1) * sizeof *fill);
    l->feature = arena_alloc(a, mem_mul(n, sizeof *l->feature));
    l->holder = arena_alloc(a, mem_mul(n, sizeof *l->holder));
    l->run = arena_alloc(a, mem_mul(l->n_features + 1, sizeof *l->run));
    l->weight = arena_alloc(a, mem_mul(l->n_features, sizeof *l->weight));
    size_t f = 0;
    for (size_t i = 0; i < n;) {
        size_t end = i, old = 0;
        l->run[f] = i;
        for (; end < n && marks[end].hash == marks[i].hash; end++) {
            l->holder[end] = marks[end].text;
            l->feature[fill[marks[end].text]++] = (uint32_t)f;
            old += marks[end].text < l->n_old;
        }
        size_t most = old > end - i - old ? old : end - i - old;
        l->weight[f++] = (float)(1 / sqrt((double)most));
        i = end;
    }
    l->run[f] = n;
    free(fill);
}

void likeness_read(Likeness *l, const char *const *texts, size_t n_old, size_t n, Arena *a)
{
    *l = (Likeness){.n_old = n_old, .n = n};
    l->plain = arena_alloc(a, mem_mul(n, sizeof *l->plain));
    for (size_t i = 0; i < n; i++) l->plain[i] = plain_text(texts[i], a);
}

void likeness_build(Likeness *l, const unsigned char *skip, Arena *a)
{
    size_t words = 0, k = 0;
    l->first = arena_alloc(a, mem_mul(l->n + 1, sizeof *l->first));
    l->total = arena_alloc(a, mem_mul(l->n, sizeof *l->total));
    for (size_t i = 0; i < l->n; i++) words += count_words(l->plain[i]);
    size_t most = words * 2 < FEATURES_MOST ? words * 2 : FEATURES_MOST;
    Mark *marks = mem_alloc(mem_mul(most, sizeof *marks));
    for (size_t i = 0; i < l->n; i++)
        if (!skip || words * 2 < FEATURES_MOST || !skip[i]) k = add_marks(l->plain[i], (uint32_t)i, marks, k, most);
    number_features(l, marks, k, a);
    free(marks);
    for (size_t i = 0; i < l->n; i++) {
        qsort(l->feature + l->first[i], l->first[i + 1] - l->first[i], sizeof *l->feature, number_cmp);
        for (size_t f = l->first[i]; f < l->first[i + 1]; f++) l->total[i] += l->weight[l->feature[f]];
    }
}

static double shared(const Likeness *l, size_t x, size_t y)
{
    size_t i = l->first[x], j = l->first[y];
    double sum = 0;
    while (i < l->first[x + 1] && j < l->first[y + 1]) {
        if (l->feature[i] == l->feature[j]) {
            sum += l->weight[l->feature[i]];
            i++;
            j++;
        } else if (l->feature[i] < l->feature[j]) {
            i++;
        } else {
            j++;
        }
    }
    return sum;
}

double likeness_between(const Likeness *l, size_t x, size_t y)
{
    double both = (double)l->total[x] + (double)l->total[y];
    return both > 0 ? 2 * shared(l, x, y) / both : 0;
}

double likeness_within(const Likeness *l, size_t x, size_t y)
{
    return l->total[x] > 0 ? shared(l, x, y) / (double)l->total[x] : 0;
}

size_t likeness_candidates(const Likeness *l, size_t x, const unsigned char *skip, float *scratch, size_t out[LIKENESS_BEST])
{
    size_t n = 0;
    int x_is_old = x < l->n_old;
    for (int pass = 0; pass < 2; pass++) {               /* first add up, then pick and wipe */
        for (size_t i = l->first[x]; i < l->first[x + 1]; i++) {
            uint32_t f = l->feature[i];
            if (l->run[f + 1] - l->run[f] > 2 * RARE) continue;
            for (size_t h = l->run[f]; h < l->run[f + 1]; h++) {
                size_t y = l->holder[h], at;
                if ((y < l->n_old) == x_is_old || skip[y]) continue;
                if (!pass) {
                    scratch[y] += l->weight[f];
                    continue;
                }
                float score = scratch[y];
                if (score <= 0) continue;
                for (at = n; at > 0 && -scratch[out[at - 1]] < score; at--)
                    if (at < LIKENESS_BEST) out[at] = out[at - 1];
                if (at < LIKENESS_BEST) out[at] = y;
                if (at < LIKENESS_BEST && n < LIKENESS_BEST) n++;
                scratch[y] = -score;                      /* seen */
            }
        }
    }
    for (size_t i = l->first[x]; i < l->first[x + 1]; i++) {
        uint32_t f = l->feature[i];
        if (l->run[f + 1] - l->run[f] > 2 * RARE) continue;
        for (size_t h = l->run[f]; h < l->run[f + 1]; h++) scratch[l->holder[h]] = 0;
    }
    return n;
}
