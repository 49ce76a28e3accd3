/* rule_find.c - the declarative form of a rule: phrases and patterns looked for in a plan's texts, by bytes and bounded. No Lua.
 *
 * A phrase is found as whole words, whatever the case; "wrong → right" carries its own remedy. A pattern is one of Lua's, with
 * the case as written, one text at a time. `except` names phrases in which a hit is right. */
#include "core/script/rule.h"
#include "core/base/text.h"
#include "core/script/pattern.h"
#include "core/vi/letter.h"
#include <stdlib.h>
#include <string.h>

enum { PATTERN_STEPS_MOST = 40000000, WIDEST = 40 };

int rule_is_for_plans(const Entity *rule)
{
    static const char *const fields[] = {"find", "pattern", "plan"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const Value *v = entity_get(rule, fields[i]);
        if (v && v->type != VAL_NONE) return 1;
    }
    return 0;
}

/* --- words --- */

static int is_word(uint32_t c) { return (c >= '0' && c <= '9') || letter_is_letter(c); }

static uint32_t char_at(Str s, size_t i)
{
    uint32_t c = 0;
    return i < s.n && text_decode(s.p + i, s.n - i, &c) ? c : 0;
}

static uint32_t char_before(Str s, size_t i)
{
    while (i > 0 && ((unsigned char)s.p[--i] & 0xC0) == 0x80) ;
    return char_at(s, i);
}

/* Neither end cuts a word. */
static int stands_alone(Str all, size_t at, size_t n)
{
    if (is_word(char_at(all, at)) && at > 0 && is_word(char_before(all, at))) return 0;
    return !(is_word(char_before(all, at + n)) && is_word(char_at(all, at + n)));
}

/* --- one run --- */

typedef struct Hunt {
    const RulePlan *rp;
    const char *where;                     /* "", "clauses", "headings", "header", "recipients" */
    const Value *except;
    RuleHit *hits;
    long n;
    size_t room;
} Hunt;

static int is_where(const Hunt *h, const RuleText *t)
{
    if (!*h->where || !strcmp(h->where, "all")) return 1;
    if (!strcmp(h->where, "clauses")) return t->node >= 0;
    if (!strcmp(h->where, "headings")) return t->heading;
    if (!strcmp(h->where, "header")) return !strcmp(t->kind, "header") || !strcmp(t->kind, "preamble");
    return !strcmp(t->kind, h->where);
}

static Str lower_of(Value v, Buf *b)
{
    b->n = 0;
    text_lower(v.u.text.p, v.u.text.n, b);
    return str_trim(buf_view(b));
}

/* The hit lies inside one of the phrases in which it is right. */
static int is_excused(const Hunt *h, const RuleText *t, size_t at, size_t n)
{
    Buf b = {0};
    int yes = 0;
    Str low = {h->rp->lower.p + t->at, t->n};
    for (uint32_t i = 0; !yes && h->except && h->except->type == VAL_LIST && i < h->except->count; i++) {
        if (h->except->u.list[i].type != VAL_TEXT) continue;
        Str phrase = lower_of(h->except->u.list[i], &b);
        if (!phrase.n) continue;
        size_t from = at + n > phrase.n ? at + n - phrase.n : 0;
        for (size_t k = from; !yes && k <= at && k + phrase.n <= low.n; k++)
            yes = k + phrase.n >= at + n && !memcmp(low.p + k, phrase.p, phrase.n);
    }
    buf_free(&b);
    return yes;
}

/* To the edges of the words it touches, so that what is shown can be read. */
static void widen(const RuleText *t, size_t *at, size_t *n)
{
    size_t from = *at, to = from + *n;
    if (from && t->text[from] == ' ') from--;              /* the space before a mark: the word before it is shown too */
    if (to > from + 1 && t->text[to - 1] == ' ') to--;
    while (from && t->text[from - 1] != ' ' && *at - from < WIDEST) from--;
    while (to < t->n && t->text[to] != ' ' && to < *at + *n + WIDEST) to++;
    while (from && ((unsigned char)t->text[from] & 0xC0) == 0x80) from--;
    while (to < t->n && ((unsigned char)t->text[to] & 0xC0) == 0x80) to++;
    *at = from;
    *n = to - from;
}

static void hit(Hunt *h, size_t text, size_t at, size_t n, const char *instead, int is_piece)
{
    const RuleText *t = &h->rp->text[text];
    if (!is_where(h, t) || is_excused(h, t, at, n)) return;
    if (is_piece) widen(t, &at, &n);
    if ((size_t)h->n < h->room) h->hits[h->n] = (RuleHit){text, at, n, instead};
    h->n++;
}

/* "wrong → right": what is right, or NULL; wrong is cut off before the arrow. */
static const char *split_arrow(Str *wrong, Arena *a)
{
    static const char *const arrows[] = {"→", "->"};
    for (size_t i = 0; i < 2; i++) {
        size_t len = strlen(arrows[i]);
        const char *p = memmem(wrong->p, wrong->n, arrows[i], len);
        if (!p) continue;
        Str right = str_trim((Str){p + len, wrong->n - (size_t)(p - wrong->p) - len});
        wrong->n = (size_t)(p - wrong->p);
        return right.n ? arena_text(a, right.p, right.n) : NULL;
    }
    return NULL;
}

static void find_phrase(Hunt *h, Value entry)
{
    Buf b = {0};
    Str all = h->rp->lower, wrong = entry.u.text;
    const char *instead = split_arrow(&wrong, h->rp->arena);
    Str low = lower_of(value_text(wrong), &b);
    for (const char *p = all.p; low.n && (p = memmem(p, all.n - (size_t)(p - all.p), low.p, low.n)); p += low.n) {
        size_t at = (size_t)(p - all.p), text = rule_plan_text_at(h->rp, at);
        if (stands_alone(all, at, low.n)) hit(h, text, at - h->rp->text[text].at, low.n, instead, 0);
    }
    buf_free(&b);
}

static int find_pattern(Hunt *h, Value entry, long *steps, Err *e)
{
    Str pattern = entry.u.text;
    const char *instead = split_arrow(&pattern, h->rp->arena);
    while (pattern.n < entry.u.text.n && pattern.n && pattern.p[pattern.n - 1] == ' ') pattern.n--;     /* before the arrow */
    int anchored = pattern.n && pattern.p[0] == '^';
    const char *p = pattern.p + anchored;
    for (size_t i = 0; pattern.n && i < h->rp->n; i++) {
        const RuleText *t = &h->rp->text[i];
        Pattern m;
        if (!is_where(h, t)) continue;
        pattern_init(&m, t->text, t->n, p, pattern.n - (size_t)anchored, *steps);
        for (const char *at = t->text; at <= t->text + t->n;) {
            if (!anchored) at = pattern_next(&m, at, p);
            const char *end = pattern_match(&m, at, p);
            if (m.fail == PATTERN_STEPS) return err_set(e, SEN9006, "%.80s", entry.u.text.p);
            if (m.fail) return err_set(e, SEN9007, "%.80s" ARG "%s", entry.u.text.p, m.why ? m.why : "");
            if (end && end > at) hit(h, i, (size_t)(at - t->text), (size_t)(end - at), instead, 1);
            at = end && end > at ? end : at + 1;
            if (anchored) break;
        }
        *steps = m.steps;
    }
    return 0;
}

static int by_place(const void *pa, const void *pb)
{
    const RuleHit *a = pa, *b = pb;
    if (a->text != b->text) return (a->text > b->text) - (a->text < b->text);
    return (a->at > b->at) - (a->at < b->at);
}

long rule_find(const Entity *rule, const RulePlan *rp, RuleHit *hits, Err *e)
{
    Hunt h = {.rp = rp, .where = entity_text(rule, "where"), .except = entity_get(rule, "except"), .hits = hits,
              .room = RULE_HITS_MOST};
    long steps = PATTERN_STEPS_MOST;
    const Value *find = entity_get(rule, "find"), *pattern = entity_get(rule, "pattern");
    for (uint32_t i = 0; find && find->type == VAL_LIST && i < find->count; i++)
        if (find->u.list[i].type == VAL_TEXT) find_phrase(&h, find->u.list[i]);
    for (uint32_t i = 0; pattern && pattern->type == VAL_LIST && i < pattern->count; i++)
        if (pattern->u.list[i].type == VAL_TEXT && find_pattern(&h, pattern->u.list[i], &steps, e)) return -1;
    size_t kept = (size_t)h.n < h.room ? (size_t)h.n : h.room;
    qsort(hits, kept, sizeof *hits, by_place);
    return h.n;
}
