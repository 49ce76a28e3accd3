/* phrase.c - words, numbers and marks of a text; knows no grammar. */
#include "core/intake/phrase.h"
#include <stdlib.h>
#include <string.h>
#include "core/base/mem.h"
#include "core/base/text.h"

/* "oà" "oè" "uỳ" … at the end of a word as the tables write them: "òa" "òe" "ùy". */
static const struct { const char *now, *table; } TONES[] = {
    {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"}, {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"},
    {"oẽ", "õe"}, {"oẹ", "ọe"}, {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"},
};

static int is_space(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }

static int is_letter(uint32_t c)
{
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) || (c >= 0x300 && c < 0x370) || (c >= 0x370 && c < 0x1FFF &&
        c >= 0x386) ||
           (c >= 0x3400 && c < 0xA000);
}

/* Appends the word in the tables' tone style. */
static void add_word(Buf *out, const char *s, size_t n)
{
    if (n >= 3 && (unsigned char)s[n - 1] >= 0x80 && !(n > 3 && s[0] == 'q')) {
        for (size_t i = 0; i < sizeof TONES / sizeof *TONES; i++) {
            size_t k = strlen(TONES[i].now);
            if (n >= k && !memcmp(s + n - k, TONES[i].now, k)) {
                buf_add(out, s, n - k);
                buf_puts(out, TONES[i].table);
                return;
            }
        }
    }
    buf_add(out, s, n);
}

static Tok *new_tok(Toks *t)
{
    if (t->n == t->cap) {
        t->cap = t->cap ? t->cap * 2 : 256;
        t->v = mem_resize(t->v, mem_mul(t->cap, sizeof *t->v));
    }
    memset(&t->v[t->n], 0, sizeof *t->v);
    return &t->v[t->n++];
}

typedef struct Walk { const char *s, *low; size_t n, ln, i, li; } Walk;

/* The character under the walk in both forms; 0 at the end. Lower case maps characters one to one. */
static size_t look(const Walk *w, uint32_t *c, size_t *lk)
{
    uint32_t lc;
    if (w->i < w->n && w->li < w->ln && (unsigned char)w->s[w->i] < 0x80 && (unsigned char)w->low[w->li] < 0x80) {
        *c = (unsigned char)w->s[w->i];
        return *lk = 1;
    }
    size_t k = text_decode(w->s + w->i, w->n - w->i, c);
    *lk = text_decode(w->low + w->li, w->ln - w->li, &lc);
    return k && *lk ? k : 0;
}

static void step(Walk *w, size_t k, size_t lk) { w->i += k; w->li += lk; }

void phrase_split(Toks *t, const char *text, size_t n)
{
    t->text = text;
    t->n = 0;
    buf_clear(&t->low);
    buf_clear(&t->raw);
    text_lower(text, n, &t->raw);
    Walk w = {text, buf_text(&t->raw), n, t->raw.n, 0, 0};
    unsigned char space = 0;
    uint32_t c;
    size_t k, lk;
    while (w.i < w.n && (k = look(&w, &c, &lk))) {
        if (c < 0x80 && is_space((unsigned char)c)) {
            space = 1;
            step(&w, k, lk);
            continue;
        }
        Tok *tok = new_tok(t);
        size_t at = w.i, lat = w.li;
        tok->space = space;
        space = 0;
        tok->kind = is_letter(c) ? TOK_WORD : c >= '0' && c <= '9' ? TOK_NUMBER : TOK_MARK;
        tok->capital = tok->kind == TOK_WORD && (k != lk || memcmp(text + at, w.low + lat, k));
        do step(&w, k, lk);
        while (tok->kind != TOK_MARK && w.i < w.n && (k = look(&w, &c, &lk)) &&
               (tok->kind == TOK_NUMBER ? c >= '0' && c <= '9' : is_letter(c)));
        tok->at = (uint32_t)at;
        tok->len = (uint32_t)(w.i - at);
        tok->low = (uint32_t)t->low.n;
        add_word(&t->low, w.low + lat, w.li - lat);
        tok->low_len = (uint32_t)(t->low.n - tok->low);
    }
}

void phrase_free(Toks *t)
{
    free(t->v);
    buf_free(&t->low);
    buf_free(&t->raw);
    memset(t, 0, sizeof *t);
}

static int tok_is(const Toks *t, size_t i, const char *w, size_t n)
{
    return i < t->n && t->v[i].low_len == n && !memcmp(t->low.p + t->v[i].low, w, n);
}

size_t phrase_at(const Toks *t, size_t i, const char *phrase)
{
    size_t k = 0;
    if (i >= t->n || t->low.p[t->v[i].low] != *phrase) return 0;
    for (const char *p = phrase; *p; k++) {
        const char *end = strchr(p, ' ');
        size_t n = end ? (size_t)(end - p) : strlen(p);
        if (!tok_is(t, i + k, p, n)) return 0;
        p += n + (end != NULL);
    }
    return k;
}

/* The first token of a phrase stands at i: looked at before the rest, since nearly every phrase of a table fails here. */
static int begins(const char *low, size_t n, const char *phrase)
{
    return phrase[0] == low[0] && (n < 2 || phrase[1] == low[1]) && !strncmp(phrase, low, n) && (!phrase[n] || phrase[n] == ' ');
}

size_t phrase_any(const Toks *t, size_t i, const char *const *list)
{
    size_t best = 0;
    if (i >= t->n) return 0;
    const char *low = t->low.p + t->v[i].low;
    size_t n = t->v[i].low_len;
    for (; *list; list++) {
        if (!begins(low, n, *list)) continue;
        size_t k = phrase_at(t, i, *list);
        if (k > best) best = k;
    }
    return best;
}

int phrase_is(const Toks *t, size_t i, const char *word)
{
    if (i >= t->n || t->low.p[t->v[i].low] != *word) return 0;         /* most words differ in their first byte */
    return tok_is(t, i, word, strlen(word));
}

int phrase_mark(const Toks *t, size_t i, char c) { return i < t->n && t->v[i].len == 1 && t->text[t->v[i].at] == c; }

int phrase_dash(const Toks *t, size_t i)
{
    return phrase_mark(t, i, '-') || phrase_is(t, i, "–") || phrase_is(t, i, "—") || phrase_is(t, i, "−") || phrase_is(t, i, "‑");
}

int phrase_number(const Toks *t, size_t i, long *value)
{
    if (i >= t->n || t->v[i].kind != TOK_NUMBER || t->v[i].len > 9) return 0;
    *value = 0;
    for (size_t k = 0; k < t->v[i].len; k++) *value = *value * 10 + (t->text[t->v[i].at + k] - '0');
    return 1;
}

void phrase_lower(const char *s, size_t n, Buf *out)
{
    Buf low = {0};
    text_lower(s, n, &low);
    const char *p = buf_text(&low);
    for (size_t i = 0; i < low.n;) {
        uint32_t c;
        size_t from = i, k;
        while (i < low.n && (k = text_decode(p + i, low.n - i, &c)) && is_letter(c)) i += k;
        if (i > from) add_word(out, p + from, i - from);
        else {
            k = text_decode(p + i, low.n - i, &c);
            if (!k) k = 1;
            buf_add(out, p + i, k);
            i += k;
        }
    }
    buf_free(&low);
}
