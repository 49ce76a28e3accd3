/* pattern.c - the matcher behind string.find, match, gmatch and gsub. Every step is counted. */
#include "core/script/pattern.h"
#include "core/base/err.h"
#include <string.h>

enum { WORTH_A_TABLE = 400 };              /* bytes of text still to be looked through */

static const char *run(Pattern *m, const char *s, const char *p);

void pattern_init(Pattern *m, const char *s, size_t n, const char *p, size_t pn, long steps)
{
    memset(m, 0, offsetof(Pattern, table));
    m->s = s;
    m->s_end = s + n;
    m->p_end = p + pn;
    m->steps = steps;
}

static const char *fail(Pattern *m, PatternFail why, const char *text)
{
    if (m->fail == PATTERN_FINE) {
        m->fail = why;
        m->why = text;
    }
    return NULL;
}

static int step(Pattern *m)
{
    if (m->fail != PATTERN_FINE) return 0;
    if (m->steps-- > 0) return 1;
    fail(m, PATTERN_STEPS, "");
    return 0;
}

/* The end of the single-character class that starts at p; NULL when malformed. */
static const char *class_end(Pattern *m, const char *p)
{
    if (p == m->p_end) return fail(m, PATTERN_BAD, "mẫu kết thúc dở dang" ERR_BOTH "the pattern ends too early");
    if (*p == '%') {
        if (p + 1 == m->p_end) return fail(m, PATTERN_BAD, "mẫu kết thúc bằng «%»" ERR_BOTH "the pattern ends with «%»");
        return p + 2;
    }
    if (*p != '[') return p + 1;
    p++;
    if (p < m->p_end && *p == '^') p++;
    do {                                   /* a "]" in first place stands for itself */
        if (p == m->p_end) return fail(m, PATTERN_BAD, "thiếu «]»" ERR_BOTH "a «]» is missing");
        if (*p == '%') p++;
        if (p == m->p_end) return fail(m, PATTERN_BAD, "thiếu «]»" ERR_BOTH "a «]» is missing");
        p++;
    } while (p == m->p_end || *p != ']');
    return p + 1;
}

/* What kind of byte: a letter 1, control 2, digit 4, small 8, mark 16, space 32, capital 64, hexadecimal 128. */
static const unsigned char kinds[256] = {
    0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x22, 0x22, 0x22, 0x22, 0x22, 0x02, 0x02,
    0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x02,
    0x20, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10,
    0x84, 0x84, 0x84, 0x84, 0x84, 0x84, 0x84, 0x84, 0x84, 0x84, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10,
    0x10, 0xC1, 0xC1, 0xC1, 0xC1, 0xC1, 0xC1, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41,
    0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x10, 0x10, 0x10, 0x10, 0x10,
    0x10, 0x89, 0x89, 0x89, 0x89, 0x89, 0x89, 0x09, 0x09, 0x09, 0x09, 0x09, 0x09, 0x09, 0x09, 0x09,
    0x09, 0x09, 0x09, 0x09, 0x09, 0x09, 0x09, 0x09, 0x09, 0x09, 0x09, 0x10, 0x10, 0x10, 0x10, 0x02};

static int in_letter_class(int c, int letter)
{
    /* the kinds that a, c, d … x stand for; 0 = no class */
    static const unsigned char wanted[26] = {['a' - 'a'] = 1, ['c' - 'a'] = 2, ['d' - 'a'] = 4, ['g' - 'a'] = 1 | 4 | 16,
        ['l' - 'a'] = 8, ['p' - 'a'] = 16, ['s' - 'a'] = 32, ['u' - 'a'] = 64, ['w' - 'a'] = 1 | 4, ['x' - 'a'] = 128};
    unsigned low = ((unsigned)letter | 32) - 'a';
    if (low >= 26 || (letter & 0x80) || !wanted[low]) return letter == c;
    int is = (kinds[c] & wanted[low]) != 0;
    return letter & 32 ? is : !is;
}

/* p stands on "[", end on its "]". */
static int in_set(int c, const char *p, const char *end)
{
    int wanted = 1;
    p++;
    if (*p == '^') {
        wanted = 0;
        p++;
    }
    for (; p < end; p++) {
        if (*p == '%') {
            p++;
            if (in_letter_class(c, (unsigned char)*p)) return wanted;
        } else if (p + 2 < end && p[1] == '-') {
            if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2]) return wanted;
            p += 2;
        } else if ((unsigned char)*p == c) return wanted;
    }
    return !wanted;
}

static int one_fits(Pattern *m, const char *s, const char *p, const char *ep)
{
    if (s >= m->s_end) return 0;
    int c = (unsigned char)*s;
    switch (*p) {
    case '.': return 1;
    case '%': return in_letter_class(c, (unsigned char)p[1]);
    case '[':
        m->steps -= (long)((ep - p) / 8);  /* long sets cost more */
        return in_set(c, p, ep - 1);
    default: return (unsigned char)*p == c;
    }
}

static const char *longest(Pattern *m, const char *s, const char *p, const char *ep)
{
    ptrdiff_t i = 0;
    while (one_fits(m, s + i, p, ep)) {
        if (!step(m)) return NULL;
        i++;
    }
    for (; i >= 0; i--) {
        const char *r = run(m, s + i, ep + 1);
        if (r || m->fail != PATTERN_FINE) return r;
    }
    return NULL;
}

static const char *shortest(Pattern *m, const char *s, const char *p, const char *ep)
{
    for (;;) {
        const char *r = run(m, s, ep + 1);
        if (r || m->fail != PATTERN_FINE) return r;
        if (!one_fits(m, s, p, ep)) return NULL;
        s++;
    }
}

static const char *balance(Pattern *m, const char *s, const char *p)
{
    if (p + 1 >= m->p_end) 
        return fail(m, PATTERN_BAD, "thiếu hai ký tự sau «%b»" ERR_BOTH "two characters are missing after «%b»");
    if (s >= m->s_end || *s != *p) return NULL;
    int open = *p, close = p[1], depth = 1;
    while (++s < m->s_end) {
        if (!step(m)) return NULL;
        if (*s == close) {
            if (--depth == 0) return s + 1;
        } else if (*s == open) depth++;
    }
    return NULL;
}

static const char *frontier(Pattern *m, const char *s, const char *p)
{
    if (p == m->p_end || *p != '[') return fail(m, PATTERN_BAD, "thiếu «[» sau «%f»" ERR_BOTH "a «[» is missing after «%f»");
    const char *ep = class_end(m, p);
    if (!ep) return NULL;
    int before = s == m->s ? 0 : (unsigned char)s[-1], now = s < m->s_end ? (unsigned char)*s : 0;
    if (in_set(before, p, ep - 1) || !in_set(now, p, ep - 1)) return NULL;
    return run(m, s, ep);
}

static const char *open_capture(Pattern *m, const char *s, const char *p, ptrdiff_t what)
{
    if (m->captures == PATTERN_CAPTURES) return fail(m, PATTERN_BAD, "quá nhiều ngoặc" ERR_BOTH "too many brackets");
    m->capture[m->captures].at = s;
    m->capture[m->captures].n = what;
    m->captures++;
    const char *r = run(m, s, p);
    if (!r) m->captures--;
    return r;
}

static const char *close_capture(Pattern *m, const char *s, const char *p)
{
    int i = m->captures - 1;
    while (i >= 0 && m->capture[i].n != PATTERN_OPEN) i--;
    if (i < 0) return fail(m, PATTERN_BAD, "thừa «)»" ERR_BOTH "a «)» too many");
    m->capture[i].n = s - m->capture[i].at;
    const char *r = run(m, s, p);
    if (!r) m->capture[i].n = PATTERN_OPEN;
    return r;
}

static const char *same_again(Pattern *m, const char *s, int digit)
{
    int i = digit - '1';
    if (i >= 0 && i < m->captures && m->capture[i].n == PATTERN_PLACE) return NULL;        /* a place is no text to meet again */
    if (i < 0 || i >= m->captures || m->capture[i].n < 0)
        return fail(m, PATTERN_BAD, "số sau «%» không ứng với ngoặc nào" ERR_BOTH "the number after «%» names no bracket");
    size_t n = (size_t)m->capture[i].n;
    m->steps -= (long)(n / 16);
    if ((size_t)(m->s_end - s) < n || memcmp(m->capture[i].at, s, n)) return NULL;
    return s + n;
}

/* "%" and what follows; *next = where to go on, or the result is final (*next NULL). */
static const char *escape(Pattern *m, const char *s, const char *p, const char **next)
{
    *next = NULL;
    if (p[1] == 'b') {
        s = balance(m, s, p + 2);
        if (s) *next = p + 4;
        return s;
    }
    if (p[1] == 'f') return frontier(m, s, p + 2);
    s = same_again(m, s, (unsigned char)p[1]);
    if (s) *next = p + 2;
    return s;
}

static const char *run_items(Pattern *m, const char *s, const char *p)
{
    while (p != m->p_end) {
        if (!step(m)) return NULL;
        if (*p == '(') return p + 1 < m->p_end && p[1] == ')' ? open_capture(m, s, p + 2, PATTERN_PLACE)
                                                              : open_capture(m, s, p + 1, PATTERN_OPEN);
        if (*p == ')') return close_capture(m, s, p + 1);
        if (*p == '$' && p + 1 == m->p_end) return s == m->s_end ? s : NULL;
        if (*p == '%' && p + 1 < m->p_end && (p[1] == 'b' || p[1] == 'f' || (p[1] >= '0' && p[1] <= '9'))) {
            const char *next;
            s = escape(m, s, p, &next);
            if (!next) return s;
            p = next;
            continue;
        }
        const char *ep = class_end(m, p);
        if (!ep) return NULL;
        char mark = ep < m->p_end ? *ep : '\0';
        int fits = one_fits(m, s, p, ep);
        if (mark == '*') return longest(m, s, p, ep);
        if (mark == '-') return shortest(m, s, p, ep);
        if (mark == '+') return fits ? longest(m, s + 1, p, ep) : NULL;
        if (mark == '?') {
            const char *r = fits ? run(m, s + 1, ep + 1) : NULL;
            if (r || m->fail != PATTERN_FINE) return r;
            p = ep + 1;
            continue;
        }
        if (!fits) return NULL;
        s++;
        p = ep;
    }
    return s;
}

static const char *run(Pattern *m, const char *s, const char *p)
{
    if (m->depth >= PATTERN_DEPTH) return fail(m, PATTERN_DEEP, "");
    m->depth++;
    const char *r = run_items(m, s, p);
    m->depth--;
    return m->fail == PATTERN_FINE ? r : NULL;
}

const char *pattern_match(Pattern *m, const char *at, const char *p)
{
    m->captures = 0;
    m->depth = 0;
    return run(m, at, p);
}

/* A set looked for in much text: which bytes it holds, found once. */
static const unsigned char *table_of(Pattern *m, const char *p, const char *ep)
{
    for (int c = 0; m->table_of != p && c < 256; c++) m->table[c] = (unsigned char)in_set(c, p, ep - 1);
    m->table_of = p;
    return m->table;
}

/* The whole pattern is one class, once or more or any number of times, up to the end of the text ("%s*$"): it can only match
 * within the run of such bytes there. open: brackets before the class. */
static int is_tail(const Pattern *m, const char *ep, int open)
{
    if (ep >= m->p_end || (*ep != '*' && *ep != '+')) return 0;
    const char *q = ep + 1;
    for (; q < m->p_end && *q == ')'; q++) open--;
    return !open && q + 1 == m->p_end && *q == '$';
}

static const char *next_of_tail(Pattern *m, const char *at, const char *p, const char *ep)
{
    const char *s = m->s_end;
    while (s > at && one_fits(m, s - 1, p, ep)) s--;
    m->steps -= (m->s_end - s) / 8;
    return s;
}

/* The pattern begins with a class that must fit once: the next place where it does. */
static const char *next_of_class(Pattern *m, const char *at, const char *p, int open)
{
    const char *ep = p;
    if (p + 1 >= m->p_end) return at;
    if (*p == '%') ep = p + 2;
    else if ((ep = class_end(m, p)) == NULL) return at;                    /* malformed: the match says so */
    if (is_tail(m, ep, open)) return next_of_tail(m, at, p, ep);
    if (ep < m->p_end && strchr("*?-", *ep)) return at;
    const char *s = at;
    if (*p == '[' && (m->table_of == p || m->s_end - at > WORTH_A_TABLE)) {
        const unsigned char *table = table_of(m, p, ep);
        while (s < m->s_end && !table[(unsigned char)*s]) s++;
        m->steps -= (s - at + (s < m->s_end)) * (long)((ep - p) / 8);
    } else {
        while (s < m->s_end && !one_fits(m, s, p, ep)) s++;
    }
    m->steps -= (s - at) / 8;
    return s;
}

/* The plain bytes a pattern begins with, behind its first brackets; *p stands behind them, on an item without a mark or on
 * anything else (*item 0). */
static size_t lead_of(const Pattern *m, const char **p, char *out, size_t most, int *item)
{
    size_t n = 0;
    const char *q = *p;
    *item = 0;
    while (n < most && q < m->p_end && !strchr("[.$()^", *q)) {
        int escaped = *q == '%';
        if (escaped && (q + 1 >= m->p_end || !(kinds[(unsigned char)q[1]] & 16))) break;
        const char *after = q + 1 + escaped;
        if (after < m->p_end && strchr("*?-", *after)) return *p = q, n;
        out[n++] = q[escaped];
        q = after;
        if (q < m->p_end && *q == '+') return *p = q, n;
    }
    *p = q;
    *item = n && q + 1 < m->p_end && (*q == '[' || (*q == '%' && strchr("adlpsuwxADLPSUWX", q[1]) && q[1]));
    return n;
}

/* The next place where the n bytes stand and the item behind them, if there is one, fits too. */
static const char *next_of_lead(Pattern *m, const char *at, const char *lead, size_t n, const char *item)
{
    const char *ep = NULL;
    for (; (size_t)(m->s_end - at) >= n; at++) {
        at = memchr(at, *lead, (size_t)(m->s_end - at) - n + 1);
        if (!at) break;
        if (n > 1 && memcmp(at + 1, lead + 1, n - 1)) continue;
        if (!item) return at;
        if (!ep && !(ep = class_end(m, item))) return at;                  /* malformed: the match says so */
        if ((ep < m->p_end && strchr("*?-", *ep)) || one_fits(m, at + n, item, ep)) return at;
    }
    return m->s_end;
}

const char *pattern_next(Pattern *m, const char *at, const char *p)
{
    enum { LEAD_MOST = 16 };
    char lead[LEAD_MOST];
    int item, open = 0;
    while (p < m->p_end && *p == '(') {
        int place = p + 1 < m->p_end && p[1] == ')';
        open += !place;
        p += 1 + place;
    }
    if (p < m->p_end && *p == '[') return next_of_class(m, at, p, open);
    if (p + 1 < m->p_end && *p == '%' && strchr("adlpsuwx", p[1] | 32)) return next_of_class(m, at, p, open);
    size_t n = lead_of(m, &p, lead, LEAD_MOST, &item);
    return n ? next_of_lead(m, at, lead, n, item ? p : NULL) : at;
}
