/* signature.c - the end of a document: who signs, and to whom it goes; two columns may be flattened onto one line. */
#include <string.h>
#include "core/base/text.h"
#include "core/intake/phrase.h"
#include "core/intake/reader.h"

enum { SIGN_LINES = 12 };
typedef struct End {
    Reader *r;
    const char *sign[SIGN_LINES];
    size_t n_sign;
    int in_recipients, named, bullets;
    int numbered;                          /* recipients are "1.", "2." */
    int flat;                              /* an office stood behind a recipient on its line */
    int extra;                             /* a later document: its recipients are not the plan's */
    Buf to;                                /* the recipient being read */
} End;

static void end_recipient(End *e)
{
    size_t n = e->to.n;
    const char *s = buf_text(&e->to);
    while (n && strchr(" ;.,", s[n - 1])) n--;
    size_t word = 0;                       /* a bullet alone is no recipient */
    while (word < n && (strchr(" \t-+*", s[word]))) word++;
    if (word < n && !e->extra) plan_add_recipient(e->r->plan, clean_text(e->r, s, n, 0));
    buf_clear(&e->to);
}

/* Two to six words with capital first letters and nothing else; not all in capitals. */
static int is_name(const char *s, size_t n)
{
    static const char *const RANKS[] = {
        "đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy", "thiếu tướng",
        "trung tướng",
        "bác sĩ", "bác sỹ", "thạc sĩ", "tiến sĩ", NULL};
    Toks t = {0};
    size_t words = 0;
    int ok = n < 80 && !label_is_capitals(s, n);
    if (ok) phrase_split(&t, s, n);
    for (size_t i = ok ? phrase_any(&t, 0, RANKS) : 0; i < t.n && ok; i++) {
        if (t.v[i].kind == TOK_WORD) ok = t.v[i].capital, words++;
        else ok = phrase_mark(&t, i, '.') || phrase_mark(&t, i, '\'') || phrase_is(&t, i, "’") || phrase_is(&t, i, "‘") ||
            (i && phrase_dash(&t, i) && !t.v[i].space);
    }
    phrase_free(&t);
    return ok && words >= 2 && words <= 6;
}

/* "TRƯỞNG PHÒNG VĂN HÓA" and "VÀ THÔNG TIN" */
static int goes_on(const char *last, const char *s, size_t n)
{
    static const char *const AND[] = {"và ", "- ", "– ", "& ", ", ", NULL};
    size_t k = strlen(last);
    return label_is_capitals(s, n) && !lines_is_office(s, n) &&
        (lines_starts(s, n, AND) || (k && strchr("-,&", last[k - 1])) || (k > 3 && !strcmp(last + k - 3, "VÀ")));
}

static void add_sign(End *e, const char *s, size_t n, int line)
{
    static const char *const SIGNED[] = {"(đã ký", "[đã ký", "đã ký", "(ký", NULL};
    clean_rest(e->r, "signature", s, n, line);
    if (lines_starts(s, n, SIGNED) || e->named || e->n_sign == SIGN_LINES) return;
    if (e->n_sign && goes_on(e->sign[e->n_sign - 1], s, n)) {          /* an office over two lines */
        e->sign[e->n_sign - 1] = arena_print(e->r->arena, "%s %s", e->sign[e->n_sign - 1], clean_text(e->r, s, n, 0));
        return;
    }
    e->sign[e->n_sign++] = clean_text(e->r, s, n, 0);
    e->named = is_name(s, n);
}

/* Where a further recipient begins on the same line: "- UBND tỉnh; - Sở Nội vụ; …"; n = nowhere. */
static size_t next_recipient(const char *s, size_t n)
{
    for (size_t i = 1; i + 3 < n; i++)
        if (s[i] == ' ' && strchr(";.,", s[i - 1]) && s[i + 1] != ' ' && label_of(s + i + 1, n - i - 1).type == LABEL_BULLET &&
            strchr(" \t", s[i + 1 + label_of(s + i + 1, n - i - 1).n])) return i + 1;
    return n;
}

/* A recipient, or more of the open one. Returns the bytes it took. */
static size_t add_one(End *e, const char *s, size_t n, int line)
{
    Label l = label_of(s, n);
    int numbered = (l.type == LABEL_NUMBER || l.type == LABEL_LETTER) && (e->numbered || l.v[0] == 1);
    size_t more = l.type == LABEL_BULLET ? next_recipient(s, n) : n;
    clean_rest(e->r, "recipients", s, more, line);
    if (l.type == LABEL_BULLET || numbered) {
        end_recipient(e);
        e->bullets = 1;
        e->numbered |= numbered;
        while (l.n < more && s[l.n] == ' ') l.n++;
        buf_add(&e->to, s + l.n, more - l.n);
        return more;
    }
    if (e->to.n && (e->bullets || label_starts_lower(s, n))) buf_putc(&e->to, ' ');
    else end_recipient(e);
    buf_add(&e->to, s, n);
    return more;
}

static void add_recipient(End *e, const char *s, size_t n, int line)
{
    for (size_t i = 0; i < n;) i += add_one(e, s + i, n - i, line);
}

/* Where an office in capitals begins after a recipient on the same line; n = nowhere. */
static size_t office_inside(const char *s, size_t n)
{
    Toks t = {0};
    size_t at = n;
    phrase_split(&t, s, n);
    for (size_t i = 1; i < t.n && at == n && t.n < 60; i++)
        if (t.v[i].kind == TOK_WORD && t.v[i].capital && t.v[i].space && n - t.v[i].at > 6 &&
            lines_is_office(s + t.v[i].at, n - t.v[i].at)) at = t.v[i].at;
    phrase_free(&t);
    return at;
}

/* "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đoàn Thị Ấn" on one line: where the last office begins and where the name;
 * 0 = no name stands behind offices. */
static size_t name_behind(const char *s, size_t n, size_t *office)
{
    Toks t = {0};
    size_t name = 0, k = 0;
    phrase_split(&t, s, text_cut(s, n < 400 ? n : 400));
    for (size_t i = 0; i < t.n; i++) {
        const Tok *w = &t.v[i];
        if (w->kind != TOK_WORD || !w->capital || w->len < 2 || label_is_capitals(s + w->at, w->len)) continue;
        name = w->at;
        k = i;
        break;
    }
    if (name && !(lines_is_office(s, name) && is_name(s + name, n - name))) name = 0;
    *office = 0;
    for (size_t i = 1; name && i < k; i++) {
        static const char *const KEPT[] = {"kt", "tm", "tl", "k", "t", "q", "quyền", "phó", NULL};
        if (t.v[i].space && lines_is_office(s + t.v[i].at, name - t.v[i].at) && !phrase_any(&t, i, KEPT)) {
            size_t from = i;
            while (from && phrase_any(&t, from - 1, (const char *const[]){"phó", "quyền", NULL})) from--;
            if (from && !phrase_mark(&t, from - 1, '.')) *office = t.v[from].at;
        }
    }
    phrase_free(&t);
    return name;
}

static void read_piece(End *e, const char *s, size_t n, int line);

/* Such a line, in its three parts. Returns 0 when it is none. */
static int read_flat(End *e, const char *s, size_t n, int line)
{
    size_t office = 0, name = e->named ? 0 : name_behind(s, n, &office), end = name;
    if (!name) return 0;
    if (office) read_piece(e, s, office, line);
    while (end && s[end - 1] == ' ') end--;
    read_piece(e, s + office, end - office, line);
    add_sign(e, s + name, n - name, line);
    return 1;
}

static void read_piece(End *e, const char *s, size_t n, int line)
{
    static const char *const TO[] = {"nơi nhận", "nơi gửi", NULL}, *const SIGNED[] = {"(đã ký", "[đã ký", "đã ký", "(ký", NULL};
    while (n && (s[0] == ' ' || s[0] == '\t')) s++, n--;
    while (n && (s[n - 1] == ' ' || s[n - 1] == '\t')) n--;
    if (!n) return;
    if (lines_starts(s, n, SIGNED)) {
        add_sign(e, s, n, line);
        return;
    }
    if (read_flat(e, s, n, line)) return;
    size_t cut = office_inside(s, n);
    if (cut < n && !lines_is_office(s, n)) {
        e->flat = 1;
        read_piece(e, s, cut, line);
        s += cut;
        n -= cut;
    }
    if (lines_starts(s, n, TO)) {
        size_t k = 0;
        while (k < n && s[k] != ':') k++;
        k += k < n;
        end_recipient(e);
        clean_rest(e->r, "recipients", s, k, line);
        e->in_recipients = 1;
        if (k < n) read_piece(e, s + k, n - k, line);
        return;
    }
    static const char *const KEPT[] = {"lưu", NULL};
    Label l = label_of(s, n);
    size_t k = e->to.n;
    if (l.type == LABEL_NONE && e->named && lines_starts(buf_text(&e->to), k, KEPT) && strchr(".;", e->to.p[k - 1]) &&
        !label_starts_lower(s, n)) {           /* what a web page prints below the document */
        clean_rest(e->r, "signature", s, n, line);
        return;
    }
    /* after "Lưu: VT." capitals are an office, whatever it is called */
    int kept = e->in_recipients && k && e->to.p[k - 1] == '.' && n > 8 && lines_starts(buf_text(&e->to), k, KEPT);
    int office = l.type == LABEL_NONE && !e->named &&
        (lines_is_office(s, n) || ((e->n_sign || kept) && label_is_capitals(s, n)));
    if (office || (l.type == LABEL_NONE && e->n_sign && !e->named && is_name(s, n)) || (!e->in_recipients &&
        !e->to.n)) add_sign(e, s, n, line);
    else add_recipient(e, s, n, line);
}

/* Two spaces at i are the gap between the columns only before an office, or between the end of a recipient and a name. */
static int is_gap(const Line *l, size_t from, size_t i)
{
    static const char *const TO[] = {"nơi nhận", NULL};
    size_t next = i, end;
    while (next < l->n && l->p[next] == ' ') next++;
    if (next - i > 2) return 1;
    for (end = next; end < l->n && memcmp(l->p + end, "   ", l->n - end < 3 ? l->n - end : 3); ) end++;
    if (lines_is_office(l->p + next, end - next) || lines_starts(l->p + next, end - next, TO) ||
        lines_starts(l->p + from, i - from, TO)) return 1;
    return i > from && strchr(";.,:", l->p[i - 1]) && is_name(l->p + next, end - next);
}

/* How many offices, or how many names, stand side by side on a line; 0 = something else is on it too. */
static size_t side_by_side(const Line *l)
{
    size_t from = 0, offices = 0, names = 0;
    for (size_t i = 0; i <= l->n; i++) {
        if (i < l->n && !(l->p[i] == '\t' || l->p[i] == '|' || (i + 2 < l->n && !memcmp(l->p + i, "   ", 3)))) continue;
        Str s = str_trim((Str){l->p + from, i - from});
        from = i + 1;
        if (!s.n) continue;
        if (lines_is_office(s.p, s.n)) offices++;
        else if (is_name(s.p, s.n)) names++;
        else return 0;
    }
    return offices && names ? 0 : offices + names;
}

static void read_line(End *e, const Line *l)
{
    size_t from = 0, others = side_by_side(l), before = 0;   /* of two who sign beside each other the last is the signer */
    for (size_t i = 0; i <= l->n; i++) {
        int cut = i == l->n || l->p[i] == '\t' || l->p[i] == '|' ||
            (i + 1 < l->n && !memcmp(l->p + i, "  ", 2) && is_gap(l, from, i));
        if (!cut) continue;
        Str s = str_trim((Str){l->p + from, i - from});
        if (others > 1 && s.n && ++before < others) clean_rest(e->r, "signature", s.p, s.n, l->no);
        else if (i > from) read_piece(e, l->p + from, i - from, l->no);
        if (i < l->n && l->p[i] == '|') clean_rest(e->r, "mark", "|", 1, l->no);
        from = i + 1;
    }
}

/* Columns flattened onto one line: the name stands after the last recipient, "Lưu: VT-LĐ. Y Bhem Niê". */
static void name_after_recipients(End *e)
{
    static const char *const KEPT[] = {"lưu", NULL};
    Plan *p = e->r->plan;
    if (e->named || !e->n_sign || !e->flat || !p->n_recipients) return;
    const char *last = p->recipients[p->n_recipients - 1];
    size_t n = strlen(last), from = n, to = n;
    if (!lines_starts(last, n, KEPT)) return;
    while (from) {                                     /* words backwards, as long as each may stand in a name */
        size_t k = from;
        while (k && last[k - 1] == ' ') k--;
        size_t end = k;
        while (k && last[k - 1] != ' ') k--;
        if (end == k || !label_starts_upper(last + k, end - k) || strchr(",;.:)", last[end - 1]) ||
            (end - k > 1 && label_is_capitals(last + k, end - k))) break;
        from = k;
    }
    if (from == n || !from || !is_name(last + from, to - from)) return;
    e->sign[e->n_sign < SIGN_LINES ? e->n_sign++ : SIGN_LINES - 1] = arena_copy(e->r->arena, last + from);
    e->named = 1;
    while (from && strchr(" ;.,", last[from - 1])) from--;
    p->recipients[p->n_recipients - 1] = arena_text(e->r->arena, last, from);
}

static void take_signer(End *e)
{
    Plan *p = e->r->plan;
    name_after_recipients(e);
    if (!e->n_sign || p->name || p->title) return;
    size_t n = e->n_sign;
    const char *last = e->sign[n - 1];
    if (e->named || (n > 1 && !lines_is_office(last, strlen(last)) && strlen(last) < 40)) {
        p->name = last;
        n--;
    }
    if (n) p->title = e->sign[--n];
    if (!n) return;
    Buf b = {0};
    for (size_t i = 0; i < n; i++) {
        if (i) buf_putc(&b, ' ');
        buf_puts(&b, e->sign[i]);
    }
    p->authority = arena_copy(e->r->arena, buf_text(&b));
    buf_free(&b);
}

void signature_read(Reader *r)
{
    End e = {.r = r};
    int part = 0;
    for (size_t i = 0; i <= r->n; i++) {
        if (i < r->n && r->v[i].role != ROLE_TAIL) continue;
        if (i == r->n || r->v[i].part != part) {
            end_recipient(&e);
            take_signer(&e);
            e.n_sign = 0;
            e.in_recipients = e.named = e.bullets = e.flat = e.numbered = 0;
            if (i < r->n) part = r->v[i].part;
            e.extra = r->plan->n_recipients > 0;
        }
        if (i < r->n) read_line(&e, &r->v[i]);
    }
    buf_free(&e.to);
    if (!r->plan->name && r->plan->type) clean_note(r, SEN2036, 0, NULL, "%s", "");
}
