/* permit.c - reads the permission lines at the head of a script; must not run it. */
#include "core/script/permit.h"
#include "core/base/text.h"
#include <string.h>

static const char *const heads[] = {"quyen", "permissions"};

/* The declarations have no verb in scripts; here they need a word. */
static const char *const declare_words[] = {"khai", "declare"};

static int same(Str s, const char *word)
{
    char text[65];
    if (!s.n || s.n >= sizeof text) return 0;
    memcpy(text, s.p, s.n);
    text[s.n] = 0;
    return text_same_folded(text, word);
}

static void say_bad(Permit *p, Str what, int line)
{
    if (p->bad_line) return;
    p->bad_line = line;
    size_t n = text_cut(what.p, what.n < 64 ? what.n : 64);
    memcpy(p->bad, what.p, n);
    p->bad[n] = 0;
}

static int find_verb(Str s)
{
    char text[65];
    if (same(s, declare_words[0]) || same(s, declare_words[1])) return VERB_DECLARE;
    if (!s.n || s.n >= sizeof text) return -1;
    memcpy(text, s.p, s.n);
    text[s.n] = 0;
    return word_find_verb(text);
}

static int find_kind(Str s)
{
    char text[65];
    if (!s.n || s.n >= sizeof text) return -1;
    memcpy(text, s.p, s.n);
    text[s.n] = 0;
    return word_find_kind(text);
}

/* "sua nhiem_vu, viec" or "doc so_lieu" or "dau_ra". */
static void take_entry(Permit *p, Str s, int line)
{
    const char *space = memchr(s.p, ' ', s.n);
    Str verb = space ? (Str){s.p, (size_t)(space - s.p)} : s, rest = space ? str_trim((Str){space, s.n - verb.n}) : (Str){"", 0};
    if (same(s, "dau_ra") || same(s, "output") || same(s, "outputs")) {
        p->output = 1;
        return;
    }
    if (same(verb, "doc") || same(verb, "read")) {
        static const char *const what[] = {"so_lieu", "value", "values", "chi_tieu", "indicator", "indicators"};
        for (size_t i = 0; i < sizeof what / sizeof *what; i++) p->read |= same(rest, what[i]);
        if (!p->read) say_bad(p, s, line);
        return;
    }
    int v = find_verb(verb);
    if (v < 0 || !rest.n) {
        say_bad(p, s, line);
        return;
    }
    for (size_t at = 0; at <= rest.n;) {
        const char *comma = memchr(rest.p + at, ',', rest.n - at);
        size_t n = comma ? (size_t)(comma - rest.p) - at : rest.n - at;
        Str one = str_trim((Str){rest.p + at, n});
        int k = find_kind(one);
        if (k < 0) say_bad(p, one, line);
        else p->may[v] |= 1u << k;
        at += n + 1;
    }
}

static void take_line(Permit *p, Str line, int at)
{
    const char *colon = memchr(line.p, ':', line.n);
    if (!colon) return;
    Str word = str_trim((Str){line.p, (size_t)(colon - line.p)});
    if (!same(word, heads[0]) && !same(word, heads[1])) return;
    p->declared = 1;
    const char *from = colon + 1, *end = line.p + line.n;
    while (from < end) {
        const char *semi = memchr(from, ';', (size_t)(end - from));
        Str one = str_trim((Str){from, (size_t)((semi ? semi : end) - from)});
        if (one.n) take_entry(p, one, at);
        from = semi ? semi + 1 : end;
    }
}

Permit permit_read(Str s)
{
    Permit p = {0};
    size_t at = s.n >= 3 && !memcmp(s.p, "\xEF\xBB\xBF", 3) ? 3 : 0;
    for (int line = 1; at < s.n && line <= 100; line++) {
        const char *nl = memchr(s.p + at, '\n', s.n - at);
        size_t n = nl ? (size_t)(nl - s.p) - at : s.n - at;
        Str text = {s.p + at, n};
        if (text.n && text.p[text.n - 1] == '\r') text.n--;
        text = str_trim(text);
        if (text.n && (text.n < 2 || memcmp(text.p, "--", 2) || (text.n > 2 && text.p[2] == '['))) break;    /* the head ends */
        if (text.n) take_line(&p, (Str){text.p + 2, text.n - 2}, line);
        at += n + 1;
    }
    return p;
}

int permit_allows(const Permit *p, Verb v, Kind k) { return !p->declared || (p->may[v] >> k & 1); }

void permit_name(Verb v, Kind k, Lang lang, Buf *out)
{
    int en = lang == LANG_EN;
    buf_printf(out, "%s %s", v == VERB_DECLARE ? declare_words[en] : en ? word_verb(v)->name : word_verb(v)->alias,
               en ? word_kind(k)->name : word_kind(k)->alias);
}

void permit_show(const Permit *p, Lang lang, Buf *out)
{
    int en = lang == LANG_EN;
    size_t before = out->n;
    if (!p->declared) {
        buf_puts(out, en ? "everything a layer may do (the file names no permissions)"
                         : "mọi điều một lớp được làm (tệp không ghi quyền)");
        return;
    }
    for (int v = 0; v < VERBS; v++) {
        if (!p->may[v]) continue;
        if (out->n > before) buf_puts(out, "; ");
        buf_puts(out, v == VERB_DECLARE ? (en ? "declare" : "khai") : en ? word_verb((Verb)v)->name : word_verb((Verb)v)->read);
        for (int k = 0, n = 0; k < KINDS; k++)
            if (p->may[v] >> k & 1) buf_printf(out, "%s%s", n++ ? ", " : " ", en ? word_kind((Kind)k)->name
                                               : word_kind((Kind)k)->read);
    }
    if (p->read) buf_printf(out, "%s%s", out->n > before ? "; " : "", en ? "read the recorded figures" : "đọc số liệu đã ghi");
    if (p->output) buf_printf(out, "%s%s", out->n > before ? "; " : "", en ? "outputs of its own" : "thêm đầu ra riêng");
    if (out->n == before) buf_puts(out, en ? "nothing" : "không quyền nào");
}
