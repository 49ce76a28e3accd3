/* lines.c - what one line is by its words: a title, an office, an annex, a page number, a footnote; looks at no other line. */
#include <string.h>
#include "core/base/text.h"
#include "core/intake/phrase.h"
#include "core/intake/reader.h"

static const struct { const char *word, *name; } TYPES[] = {
    {"kế hoạch hành động", "Kế hoạch hành động"}, {"kế hoạch liên tịch", "Kế hoạch liên tịch"}, {"kế hoạch phối hợp",
        "Kế hoạch phối hợp"},
    {"kế hoạch liên ngành", "Kế hoạch liên ngành"}, {"kế hoạch", "Kế hoạch"},
    {"chương trình hành động", "Chương trình hành động"}, {"chương trình phối hợp", "Chương trình phối hợp"},
    {"chương trình công tác", "Chương trình công tác"}, {"chương trình", "Chương trình"}, {"quyết định", "Quyết định"},
    {"hướng dẫn", "Hướng dẫn"}, {"nghị quyết", "Nghị quyết"}, {"chỉ thị", "Chỉ thị"}, {"công văn", "Công văn"}, {"đề án",
        "Đề án"},
    {"phương án", "Phương án"}, {"thông tri", "Thông tri"}, {"thông báo", "Thông báo"}, {"kết luận", "Kết luận"},
};

static const char *const OFFICES[] = {
    "chủ tịch", "phó chủ tịch", "trưởng ban", "phó trưởng ban", "giám đốc", "phó giám đốc", "bí thư", "phó bí thư",
    "trưởng phòng", "phó trưởng phòng", "chánh văn phòng", "phó chánh văn phòng", "bộ trưởng", "thứ trưởng",
    "vụ trưởng", "phó vụ trưởng", "cục trưởng", "phó cục trưởng", "q. chủ tịch", "quyền chủ tịch", "thủ trưởng",
    "hiệu trưởng", "chủ nhiệm", "phó chủ nhiệm", "tổng giám đốc", "chi cục trưởng", "trưởng công an", "ủy viên", "trưởng trạm",
    "phó trưởng trạm", "trạm trưởng", "trưởng khoa", "chỉ huy trưởng", "chánh thanh tra", "phó hiệu trưởng", "viện trưởng",
    "trưởng khu phố", "trưởng thôn", "tổ trưởng", "quyền giám đốc", NULL};
static const char *const POWERS[] = {
    "tm.", "kt.", "tl.", "tuq.", "t/m", "k/t", "t/l", "q.", "đại diện các", "đại diện lãnh đạo", "tm ",
    "kt ", "tl ", "thừa lệnh", "thay mặt", NULL};

int lines_starts(const char *s, size_t n, const char *const *list)
{
    unsigned char first = n ? (unsigned char)*s : 0;
    int hit = 0, may = 0;
    if (first >= 'A' && first <= 'Z') first = (unsigned char)(first + 32);
    for (size_t i = 0; list[i] && !may; i++) may = first < 0x80 ? (unsigned char)*list[i] == first
        : (unsigned char)*list[i] >= 0x80;
    if (!may) return 0;
    Buf low = {0};
    phrase_lower(s, text_cut(s, n < 90 ? n : 90), &low);
    for (; *list && !hit; list++) hit = low.n >= strlen(*list) && !memcmp(low.p, *list, strlen(*list));
    buf_free(&low);
    return hit;
}

int lines_begins(const Line *l, const char *const *list)
{
    size_t at = l->label.type == LABEL_BULLET ? l->label.n : 0;
    while (at < l->n && l->p[at] == ' ') at++;
    return lines_starts(l->p + at, l->n - at, list);
}

const char *lines_type_of(const char *s, size_t n, size_t *used)
{
    Toks t = {0};
    const char *found = NULL;
    phrase_split(&t, s, text_cut(s, n < 120 ? n : 120));
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES && !found; i++) {
        size_t k = phrase_at(&t, 0, TYPES[i].word);
        if (!k) continue;
        size_t end = t.v[k - 1].at + t.v[k - 1].len, rest = end;
        while (rest < n && strchr(" :.\t", s[rest])) rest++;
        int capital = label_is_capitals(s, end);
        if (rest < n && !capital) break;
        if (rest < n && TYPES[i].word == TYPES[4].word && label_starts_lower(s + rest, n - rest)) break;
        found = TYPES[i].name;
        *used = end;
    }
    phrase_free(&t);
    return found;
}

int lines_is_office(const char *s, size_t n)
{
    if (n > 160 || !label_is_capitals(s, n)) return 0;
    return lines_starts(s, n, POWERS) || lines_starts(s, n, OFFICES);
}

int lines_ends(const Line *l, const char *marks) { return l->n && strchr(marks, l->p[l->n - 1]) != NULL; }

int lines_is_structure(const Line *l)
{
    LabelType t = l->label.type;
    return t == LABEL_PART || t == LABEL_ROMAN || t == LABEL_ARTICLE || t == LABEL_UPPER || t == LABEL_NUMBER ||
        t == LABEL_DECIMAL;
}

int lines_is_page_number(const Line *l)
{
    Toks t = {0};
    long v = 0, w;
    if (l->n > 24) return 0;
    phrase_split(&t, l->p, l->n);
    size_t i = phrase_dash(&t, 0) || phrase_is(&t, 0, "trang") ? 1 : 0, n = t.n;
    int ok = phrase_number(&t, i, &v) && v > 0 && v < 400;
    if (ok && i == 0 && n == 1) ok = 1;
    else if (ok && i == 1 && phrase_is(&t, 0, "trang")) ok = n == 2 || (n == 4 && phrase_number(&t, 3, &w));
    else if (ok && i == 1) ok = n == 3 && phrase_dash(&t, 2);
    else ok = ok && n == 3 && phrase_mark(&t, 1, '/') && phrase_number(&t, 2, &w) && w >= v && w < 400;
    phrase_free(&t);
    return ok;
}

int lines_is_tail(const Line *l)
{
    static const char *const TO[] = {"nơi nhận", "nơi gửi", NULL};
    return l->label.type == LABEL_NONE && (lines_begins(l, TO) || lines_is_office(l->p, l->n));
}

/* "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC 1: …" */
int lines_is_annex(const Line *l, int after_tail)
{
    static const char *const WORD[] = {"phụ lục", NULL};
    if (l->label.type != LABEL_NONE || l->n > 300 || !lines_begins(l, WORD) || label_starts_lower(l->p, l->n)) return 0;
    if (l->capitals) return 1;
    if (l->n < 14) return !lines_ends(l, ".;,") || (l->n > 2 && l->p[l->n - 2] >= '0' && l->p[l->n - 2] <= '9');
    Toks t = {0};
    phrase_split(&t, l->p, l->n);
    size_t i = 2 + (phrase_is(&t, 2, "số") ? 1 : 0);
    long v;
    int numbered = phrase_number(&t, i, &v) || (i < t.n && label_roman(l->p + t.v[i].at, t.v[i].len));
    int ok = numbered ? i + 1 >= t.n || t.v[i + 1].kind == TOK_MARK || label_is_capitals(l->p + t.v[i + 1].at,
        l->n - t.v[i + 1].at)
                      : after_tail && !lines_ends(l, ".;");
    phrase_free(&t);
    return ok;
}

int lines_opens_header(const Line *l)
{
    static const char *const HEAD[] = {
        "cộng hòa xã hội", "ủy ban nhân dân", "ubnd", "đảng ủy", "đảng bộ", "tỉnh ủy", "hội đồng nhân dân", "sở ", NULL};
    return l->capitals && l->label.type == LABEL_NONE && lines_begins(l, HEAD);
}

int lines_is_footnote(const Reader *r, const Line *l)
{
    if (l->n > 4 && l->p[0] == '[' && l->p[1] >= '0' && l->p[1] <= '9') return memchr(l->p, ']', 6 < l->n ? 6 : l->n) != NULL;
    return r->superscript_notes && l->n > 4 && (unsigned char)l->p[0] == 0xC2 && strchr("\xB9\xB2\xB3", l->p[1]);
}
