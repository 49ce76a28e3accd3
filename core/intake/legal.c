/* legal.c - references that carry a number: kind, number, date, issuer; their words are claimed, no date is read twice. */
#include <stdio.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/facts.h"

static const struct { const char *word, *name; } KINDS[] = {
    {"bộ luật", "Bộ luật"}, {"luật", "Luật"}, {"pháp lệnh", "Pháp lệnh"}, {"nghị quyết liên tịch", "Nghị quyết liên tịch"},
        {"nghị quyết", "Nghị quyết"},
    {"nghị định", "Nghị định"}, {"quyết định", "Quyết định"}, {"thông tư liên tịch", "Thông tư liên tịch"}, {"thông tư",
        "Thông tư"},
    {"chỉ thị", "Chỉ thị"}, {"kế hoạch liên tịch", "Kế hoạch liên tịch"}, {"kế hoạch", "Kế hoạch"}, {"công văn", "Công văn"},
        {"kết luận", "Kết luận"},
    {"tờ trình", "Tờ trình"}, {"hướng dẫn", "Hướng dẫn"}, {"chương trình hành động", "Chương trình hành động"},
        {"chương trình", "Chương trình"},
    {"thông báo", "Thông báo"}, {"quy định", "Quy định"}, {"báo cáo", "Báo cáo"}, {"đề án", "Đề án"}, {"thông tri",
        "Thông tri"}, {"công điện", "Công điện"},
    {"quy chế", "Quy chế"}, {"văn bản", "Văn bản"}, {"hiến pháp", "Hiến pháp"}, {"lệnh", "Lệnh"},
};
static const struct { const char *symbol, *name; } SYMBOLS[] = {
    {"NQ", "Nghị quyết"}, {"NĐ", "Nghị định"}, {"QĐ", "Quyết định"}, {"TT", "Thông tư"}, {"CT", "Chỉ thị"}, {"KH", "Kế hoạch"},
        {"KL", "Kết luận"},
    {"TTr", "Tờ trình"}, {"HD", "Hướng dẫn"}, {"CTr", "Chương trình"}, {"TB", "Thông báo"}, {"QH", "Luật"}, {"BC", "Báo cáo"},
        {"TTLT", "Thông tư liên tịch"},
};
/* Words that end an issuer's name. */
static const char *const STOPS[] = {
    "về", "phê", "ban hành", "triển khai", "thực hiện", "quy định", "hướng dẫn", "sửa đổi", "v", "giai đoạn", "năm",
    "ngày", "tổ chức", "để", "nhằm", "trong", "tại", "đối với", "cho", "có", "kèm", "và kế hoạch", "và quyết định",
    "và các", "và công văn", "và chỉ thị", "và nghị quyết", "đã", "được", "bảo đảm", "tăng cường", "số", NULL};
static const char *const HEADS[] = {
    "ubnd", "ủy ban", "bộ", "thủ tướng", "chính phủ", "tỉnh ủy", "thành ủy", "huyện ủy", "ban", "sở", "hội", "quốc hội",
    "hđnd", "hội đồng", "đảng ủy", "trung ương", "tỉnh", "chủ tịch", "phòng", "liên đoàn", "bch", "bộ chính trị",
    "quận ủy", "thường trực", NULL};

static size_t kind_at(const Toks *t, size_t i, const char **name)
{
    size_t best = 0;
    for (size_t k = 0; k < sizeof KINDS / sizeof *KINDS; k++) {
        size_t n = phrase_at(t, i, KINDS[k].word);
        if (n > best) best = n, *name = KINDS[k].name;
    }
    return best;
}

/* The symbol after a number at token i: "/KH-UBND", "-KH/ĐU", "/2009/TT-BTC", "QĐ/ BTP". Its tokens, 0 = none. */
static size_t symbol_at(const Toks *t, size_t i)
{
    size_t k = i, letters = 0, end = i;
    int joint = 0;
    for (; k < t->n && k < i + 24; k++) {
        const Tok *w = &t->v[k];
        int is_joint = phrase_mark(t, k, '/') || phrase_dash(t, k) || phrase_mark(t, k, '&') || (phrase_mark(t, k, '.') &&
            k + 1 < t->n && !t->v[k + 1].space && t->v[k + 1].capital);
        if (k > i && w->space && !(joint || (is_joint && !phrase_mark(t, k, '.')))) break;
        if (is_joint) {
            int apart = k == i && w->space && phrase_dash(t, k);
            if (joint || (apart && !(i > 1 && phrase_is(t, i - 2, "số") && k + 1 < t->n && t->v[k + 1].capital))) break;
            joint = 1;
            continue;
        }
        if (w->kind == TOK_MARK) break;
        if (w->kind == TOK_WORD) {
            if (!w->capital) break;
            if (joint && w->space && !label_is_capitals(t->text + w->at, w->len) && !label_is_capitals(t->text + w->at, 2)) break;
            letters += w->len;
        } else if (!joint && letters == 0 && k > i) break;
        joint = 0;
        end = k + 1;
    }
    return letters >= 2 ? end - i : 0;
}

/* The date after a reference. Returns the tokens up to its end, 0 = none. */
static size_t date_after(const Toks *t, size_t i, Date *out)
{
    size_t k = i;
    int d, m, y;
    if (phrase_mark(t, k, ',') || phrase_mark(t, k, '(')) k++;
    if (phrase_is(t, k, "ký") || phrase_is(t, k, "ra")) k++;
    size_t word = phrase_is(t, k, "ngày");
    if (!word && k == i) return 0;
    size_t n = when_day(t, k + word, &d, &m, &y);
    if (!n || (!word && !y)) return 0;                 /* ", 20/8/2021" */
    *out = y ? date_of(y, m, d) : DATE_NONE;
    k += word + n;
    return k + (phrase_mark(t, k, ')') && phrase_mark(t, i, '(')) - i;
}

static const char *issuer_after(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    const char *kind;
    size_t from = i + (phrase_is(t, i, "của") ? 1 : 0), k = from;
    if (k >= t->n || !t->v[k].capital || (from == i && !phrase_any(t, k, HEADS))) return NULL;
    for (; k < t->n && k < from + 25; k++) {
        const Tok *w = &t->v[k];
        int list = phrase_mark(t, k, ',') && k + 2 < t->n && t->v[k + 1].capital && !phrase_any(t, k + 1, HEADS) &&
            !t->v[k + 1].used && !kind_at(t, k + 1, &kind);            /* "Bộ Văn hóa, Thể thao và Du lịch" */
        if (w->kind == TOK_MARK && !phrase_dash(t, k) && !list) break;
        if (k > from && phrase_any(t, k, STOPS) && !(w->capital && !phrase_is(t, k, "về"))) break;
        if (k > from && phrase_is(t, k, "và") && k + 1 < t->n && !t->v[k + 1].capital) break;
    }
    if (k == from) return NULL;
    while (k > from && (phrase_dash(t, k - 1) || phrase_is(t, k - 1, "và"))) k--;
    size_t at = t->v[from].at;
    return clean_text(f->r, t->text + at, t->v[k - 1].at + t->v[k - 1].len - at, 0);
}

/* "Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …": who wrote it stands before. */
static const char *issuer_before(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    size_t at = i, of;
    while (at && i - at < 7 && !phrase_is(t, at, "tại")) at--;
    if (!phrase_is(t, at, "tại")) return NULL;
    for (of = at; of && at - of < 22; of--) {
        if (phrase_mark(t, of, ';') || phrase_mark(t, of, '.')) return NULL;
        if (phrase_is(t, of, "của") && of > 1 && phrase_at(t, of - 2, "đề nghị")) break;
    }
    if (!phrase_is(t, of, "của") || of + 1 >= at || !t->v[of + 1].capital) return NULL;
    size_t from = t->v[of + 1].at;
    return clean_text(f->r, t->text + from, t->v[at - 1].at + t->v[at - 1].len - from, 0);
}

/* The kind before a number at token i, looking back over the reference's own name. */
static const char *kind_before(const Facts *f, size_t i)
{
    const Toks *t = &f->t;
    int numbered = i && (phrase_is(t, i - 1, "số") || (phrase_mark(t, i - 1, ':') && i > 1 && phrase_is(t, i - 2, "số")));
    size_t far = numbered ? 24 : 2, k = i;
    for (size_t steps = 0; k > 0 && steps < far; steps++) {
        k--;
        const char *name = NULL;
        if (t->v[k].used || phrase_mark(t, k, ';') || phrase_mark(t, k, '.')) break;
        if (steps > 4 && !t->v[k].capital) continue;
        size_t n = kind_at(t, k, &name);
        if (n && k + n <= i) {
            const char *longer = name;         /* "Thông tư liên tịch", "Bộ luật" begin earlier */
            if (k && kind_at(t, k - 1, &longer) > n) return longer;
            if (k > 1 && phrase_at(t, k - 2, "thông báo")) return "Thông báo";         /* "Thông báo kết luận số …" */
            return name;
        }
    }
    return NULL;
}

static const char *kind_of_symbol(const Toks *t, size_t i, size_t n)
{
    for (size_t k = i; k < i + n; k++)
        for (size_t s = 0; s < sizeof SYMBOLS / sizeof *SYMBOLS; s++)
            if (t->v[k].kind == TOK_WORD && t->v[k].len == strlen(SYMBOLS[s].symbol) &&
                !memcmp(t->text + t->v[k].at, SYMBOLS[s].symbol, t->v[k].len))
                return SYMBOLS[s].name;
    return NULL;
}

static const char *number_text(Facts *f, size_t from, size_t to)
{
    Buf b = {0};
    const Toks *t = &f->t;
    for (size_t k = from; k < to; k++) {
        if (phrase_dash(t, k)) buf_putc(&b, '-');
        else buf_add(&b, t->text + t->v[k].at, t->v[k].len);
    }
    const char *s = arena_copy(f->r->arena, buf_text(&b));
    buf_free(&b);
    return s;
}

static int is_own(const Plan *p, const char *number)
{
    char own[200];
    if (!p->number || !p->symbol) return 0;
    snprintf(own, sizeof own, "%s/%s", p->number, p->symbol);
    if (!strcmp(own, number)) return 1;
    snprintf(own, sizeof own, "%s-%s", p->number, p->symbol);
    return !strcmp(own, number);
}

/* A reference whose number is token i. Returns the tokens it takes from i on, 0 = none. */
static size_t reference_at(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    long v;
    if (!phrase_number(t, i, &v) || t->v[i].used || (i && t->v[i - 1].kind != TOK_WORD && !t->v[i].space &&
        !phrase_mark(t, i - 1, '(') && !phrase_mark(t, i - 1, ':'))) return 0;
    size_t n = symbol_at(t, i + 1), letter = 0;
    if (!n && i + 2 < t->n && t->v[i + 1].len == 1 && t->v[i + 1].kind == TOK_WORD && !t->v[i + 1].space &&
        (n = symbol_at(t, i + 2))) letter = 1;         /* "6b/NQ-BCH" */
    if (!n) return 0;
    n += letter;
    if (!letter && t->v[i + 1].kind == TOK_WORD && t->v[i + 1].space) return 0;
    const char *kind = kind_before(f, i);
    if (!kind && i && (phrase_is(t, i - 1, "số") || phrase_is(t, i - 1, "và") || phrase_mark(t, i - 1, ',') ||
        phrase_mark(t, i - 1, ';'))) kind = f->last_kind;
    if (!kind) kind = kind_of_symbol(t, i + 1, n);
    if (!kind) return 0;
    f->last_kind = kind;
    const char *number = number_text(f, i, i + 1 + n);
    Date date = DATE_NONE;
    size_t end = i + 1 + n, d = date_after(t, end, &date);
    for (size_t k = i; k < end + d; k++) f->t.v[k].used = TOK_OF_REFERENCE;
    if (is_own(f->r->plan, number)) return end + d - i;
    PlanLegal *l = plan_add_legal(f->r->plan);
    l->kind = kind;
    l->number = number;
    l->date = date;
    l->node = f->node;
    l->issuer = issuer_after(f, end + d);
    if (!l->issuer) l->issuer = issuer_before(f, i);
    return end + d - i;
}

void legal_scan(Facts *f)
{
    f->last_kind = NULL;
    for (size_t i = 0; i < f->t.n;) {
        size_t n = f->t.v[i].kind == TOK_NUMBER ? reference_at(f, i) : 0;
        i += n ? n : 1;
    }
}
