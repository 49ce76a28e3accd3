/* zones.c - which line is header, title, subject, preamble, body, end, attached, annex; reads no facts. */
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/columns.h"
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

static const char *const PREAMBLE[] = {
    "căn cứ", "thực hiện", "xét", "theo", "nhằm", "để ", "triển khai", "trên cơ sở", "thi hành", "hưởng ứng",
    "chấp hành", "tiếp tục thực hiện", "năm 20", "qua ", "sau khi", "hiện nay", "được sự", "thiết thực", "với mục đích",
    NULL};
static const char *const PREAMBLE_HARD[] = {
    "căn cứ", "xét đề nghị", "theo đề nghị", "thực hiện kế hoạch số", "thực hiện nghị quyết", "thực hiện quyết định",
    "thực hiện công văn", "thực hiện chỉ thị", "thực hiện luật", "thực hiện chương trình", "thực hiện kế hoạch",
    "thực hiện hướng dẫn", "thực hiện chiến lược", "nhằm", "để ", NULL};
static const char *const SUBJECT_MORE[] = {
    "năm 20", "giai đoạn", "trên địa bàn", "của ", "tại ", "và ", "(", "“", "\"", "nhiệm kỳ", "đến năm", NULL};
static const char *const ATTACHED[] = {"(kèm theo", "(ban hành kèm theo", "(đính kèm", "(kèm kế hoạch", NULL};
static const char *const OFFICES[] = {
    "chủ tịch", "phó chủ tịch", "trưởng ban", "phó trưởng ban", "giám đốc", "phó giám đốc", "bí thư", "phó bí thư",
    "trưởng phòng", "phó trưởng phòng", "chánh văn phòng", "phó chánh văn phòng", "bộ trưởng", "thứ trưởng",
    "vụ trưởng", "phó vụ trưởng", "cục trưởng", "phó cục trưởng", "q. chủ tịch", "quyền chủ tịch", "thủ trưởng",
    "hiệu trưởng", "chủ nhiệm", "phó chủ nhiệm", "tổng giám đốc", "chi cục trưởng", "trưởng công an", "ủy viên", NULL};
static const char *const POWERS[] = {
    "tm.", "kt.", "tl.", "tuq.", "t/m", "k/t", "t/l", "q.", "tm ", "kt ", "tl ", "thừa lệnh", "thay mặt", NULL};

int zones_starts(const char *s, size_t n, const char *const *list)
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

static int starts(const Line *l, const char *const *list)
{
    size_t at = l->label.type == LABEL_BULLET ? l->label.n : 0;
    while (at < l->n && l->p[at] == ' ') at++;
    return zones_starts(l->p + at, l->n - at, list);
}

const char *zones_type_of(const char *s, size_t n, size_t *used)
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

int zones_is_office(const char *s, size_t n)
{
    if (n > 160 || !label_is_capitals(s, n)) return 0;
    return zones_starts(s, n, POWERS) || zones_starts(s, n, OFFICES);
}

static int ends_with(const Line *l, const char *marks) { return l->n && strchr(marks, l->p[l->n - 1]) != NULL; }

/* --- the head --- */

static int is_structure(const Line *l)
{
    LabelType t = l->label.type;
    return t == LABEL_PART || t == LABEL_ROMAN || t == LABEL_ARTICLE || t == LABEL_UPPER || t == LABEL_NUMBER ||
        t == LABEL_DECIMAL;
}

/* The first title line at or after `from`: capitals alone on the line, else capitals and the subject, else the word alone. */
static size_t find_title(const Reader *r, size_t from, int attached)
{
    size_t second = r->n, third = r->n, used, limit = from + 200 < r->n ? from + 200 : r->n;
    for (size_t i = from; i < limit; i++) {
        const Line *l = &r->v[i];
        LabelType t = l->label.type;
        if (t == LABEL_ARTICLE || t == LABEL_PART || (t == LABEL_ROMAN && l->label.v[0] == 1 && i > from + 2)) break;
        if (t != LABEL_NONE || !zones_type_of(l->p, l->n, &used)) continue;
        size_t rest = used;
        while (rest < l->n && strchr(" :.\t", l->p[rest])) rest++;
        int capital = label_is_capitals(l->p, used);
        if (capital && rest >= l->n) return i;
        if (capital && second == r->n) second = i;
        if (!capital && third == r->n && !attached) third = i;
    }
    return second < r->n ? second : third;
}

static size_t mark_subject(Reader *r, size_t title, int role)
{
    size_t used = 0, j = title + 1, lines = 0;
    int capitals = 0;
    zones_type_of(r->v[title].p, r->v[title].n, &used);
    for (size_t k = used; k < r->v[title].n; k++)
        if (!strchr(" :.\t", r->v[title].p[k])) lines = 1, capitals = r->v[title].capitals;
    for (; j < r->n; j++) {
        Line *l = &r->v[j];
        if (l->role == ROLE_MARK) {
            if (lines) return j + 1;
            continue;
        }
        if (starts(l, ATTACHED)) {
            l->role = ROLE_ATTACHED;
            while (l->p[l->n - 1] != ')' && j + 1 < r->n && j < title + 12 &&
                !memchr(l->p, ')', l->n)) (l = &r->v[++j])->role = ROLE_ATTACHED;
            lines += !lines;
            continue;
        }
        if (l->label.type != LABEL_NONE) break;
        if (l->role == ROLE_PAGE) continue;
        if (lines) {
            size_t prev = j - 1;
            while (prev > title && r->v[prev].role == ROLE_PAGE) prev--;
            int open = ends_with(&r->v[prev], "-(,");
            int more = starts(l, SUBJECT_MORE) && l->n < 200, lower = label_starts_lower(l->p, l->n);
            int plain = l->n < 220 && !ends_with(l, ".;:,") && !starts(l, PREAMBLE) && r->v[prev].role == role;
            int same = l->capitals == capitals && plain && (!l->blank || l->capitals);
            if (!l->blank && l->p[0] >= '0' && l->p[0] <= '9' && l->n < 60 && r->v[prev].role == role) lower = 1;
            if (zones_is_office(l->p, l->n)) break;                /* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" of a Decision */
            if (starts(l, PREAMBLE_HARD) || (!lower && !open && !same && !(more && plain) && !(more && l->n < 60))) break;
            if (lower && l->blank && ends_with(l, ".;:")) break;
        }
        l->role = (unsigned char)role;
        capitals = lines ? capitals : l->capitals;
        lines++;
        if (lines > 12) break;
    }
    return j;
}

static int is_founding(const Line *l)        /* "Ủy ban nhân dân … ban hành Kế hoạch … như sau:" */
{
    static const char *const WORDS[] = {
        "ban hành kế hoạch", "xây dựng kế hoạch", "ban hành chương trình", "như sau:", "cụ thể như sau", NULL};
    Buf low = {0};
    int hit = 0;
    if (l->n > 6000) return 0;
    phrase_lower(l->p, l->n, &low);
    for (size_t i = 0; WORDS[i] && !hit; i++) hit = strstr(buf_text(&low), WORDS[i]) != NULL;
    buf_free(&low);
    return hit && l->label.type == LABEL_NONE;
}

static int is_page_number(const Line *l)
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

/* From j on: preamble until the first clause. */
static size_t mark_preamble(Reader *r, size_t j, int decision)
{
    size_t first = j, colon = j;
    while (first < r->n && !is_structure(&r->v[first])) first++;
    size_t look = first == r->n ? j + 40 < r->n ? j + 40 : r->n : first;
    for (size_t i = j; i < look; i++)
        if (ends_with(&r->v[i], ":") && (is_founding(&r->v[i]) || (i && !r->v[i].blank &&
            is_founding(&r->v[i - 1])))) colon = i + 1;
    int open = 0;
    for (; j < r->n && j < first; j++) {
        Line *l = &r->v[j];
        if (l->role == ROLE_MARK || l->role == ROLE_PAGE) continue;
        if (is_page_number(l)) {
            l->role = ROLE_PAGE;
            continue;
        }
        if (!decision && j >= colon) {
            int goes = starts(l, PREAMBLE_HARD) || (starts(l, PREAMBLE) && colon == 0) || (open && !l->blank) ||
                label_starts_lower(l->p, l->n);
            if (l->capitals && l->n > 8 && l->label.type == LABEL_NONE) break;
            if (!goes && !starts(l, PREAMBLE) && !is_founding(l)) break;
            if (l->label.type == LABEL_BULLET && !starts(l, PREAMBLE_HARD)) break;
            if (colon > 0 && j >= colon && r->v[colon - 1].role == ROLE_PREAMBLE && !starts(l, PREAMBLE_HARD)) break;
        }
        l->role = ROLE_PREAMBLE;
        open = !ends_with(l, ".;:,");
    }
    return j;
}

/* --- the end --- */

static int is_tail(const Line *l)
{
    static const char *const TO[] = {"nơi nhận", "nơi gửi", NULL};
    return l->label.type == LABEL_NONE && (starts(l, TO) || zones_is_office(l->p, l->n));
}

/* "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC 1: …" */
static int is_annex(const Line *l, int after_tail)
{
    static const char *const WORD[] = {"phụ lục", NULL};
    if (l->label.type != LABEL_NONE || l->n > 300 || !starts(l, WORD) || label_starts_lower(l->p, l->n)) return 0;
    if (l->capitals) return 1;
    if (l->n < 14) return !ends_with(l, ".;,") || (l->n > 2 && l->p[l->n - 2] >= '0' && l->p[l->n - 2] <= '9');
    Toks t = {0};
    phrase_split(&t, l->p, l->n);
    size_t i = 2 + (phrase_is(&t, 2, "số") ? 1 : 0);
    long v;
    int numbered = phrase_number(&t, i, &v) || (i < t.n && label_roman(l->p + t.v[i].at, t.v[i].len));
    int ok = numbered ? i + 1 >= t.n || t.v[i + 1].kind == TOK_MARK || label_is_capitals(l->p + t.v[i + 1].at,
        l->n - t.v[i + 1].at)
                      : after_tail && !ends_with(l, ".;");
    phrase_free(&t);
    return ok;
}

static int opens_header(const Line *l)
{
    static const char *const HEAD[] = {
        "cộng hòa xã hội", "ủy ban nhân dân", "ubnd", "đảng ủy", "đảng bộ", "tỉnh ủy", "hội đồng nhân dân", "sở ", NULL};
    return l->capitals && l->label.type == LABEL_NONE && starts(l, HEAD);
}

static size_t mark_annex_title(Reader *r, size_t i)
{
    Line *l = &r->v[i];
    size_t titles = memchr(l->p, ':', l->n) || l->n > 30 ? 1 : 0, from = i;
    l->role = ROLE_ANNEX;
    for (i++; i < r->n && i < from + 12; i++) {
        l = &r->v[i];
        if (l->role == ROLE_MARK || l->role == ROLE_PAGE) continue;
        if (starts(l, ATTACHED)) {
            l->role = ROLE_ATTACHED;
            while (!memchr(l->p, ')', l->n) && i + 1 < r->n && i < from + 12) (l = &r->v[++i])->role = ROLE_ATTACHED;
            continue;
        }
        int cells = l->row || cells_is_row(l->p, l->n) || cells_header_lines(r, i);
        if (cells || l->label.type != LABEL_NONE || is_annex(l, 1)) break;
        if (titles && !l->capitals && !(label_starts_lower(l->p, l->n)) && !(starts(l, SUBJECT_MORE) && l->n < 120)) break;
        if (l->n > 400 || ends_with(l, ".;")) break;
        l->role = ROLE_ANNEX;
        titles++;
    }
    return i;
}

/* "III. TỔ CHỨC THỰC HIỆN" after a table under "II.", "3. Kinh phí" in capitals: the body goes on. last: the Roman number
 * before the table, 0 = none, -1 = the table is an annex. */
static int body_goes_on(const Line *l, int last)
{
    static const char *const PARTS[] = {
        "tổ chức thực hiện", "kinh phí", "nguồn kinh phí", "trách nhiệm", "chế độ báo cáo", "công tác kiểm tra", NULL};
    if (l->label.type == LABEL_PART || l->label.type == LABEL_ARTICLE) return 1;
    if (last >= 0 && l->capitals && l->label.type == LABEL_NONE && l->n > 10 && zones_starts(l->p, l->n, PARTS)) return 1;
    return last > 0 && l->label.type == LABEL_ROMAN && l->label.v[0] == last + 1 && l->n > l->label.n + 3;
}

/* A table printed with spaces: its lines stand under its columns. Returns the line after it, i = none. */
static size_t mark_columns(Reader *r, size_t i, int last_roman, int annex)
{
    Columns c;
    size_t limit = i + 1, j;
    if (r->missed_columns > 200 || !columns_may_begin(&r->v[i])) return i;
    while (limit < r->n && limit < i + 400 && !is_annex(&r->v[limit], 0) && !is_tail(&r->v[limit]) &&
        !body_goes_on(&r->v[limit], last_roman)) limit++;
    if (!columns_find(r, i, limit, &c)) {
        r->missed_columns++;
        return i;
    }
    for (j = c.first; j < r->n; j++) {
        Line *l = &r->v[j];
        int hold = columns_hold(&c, l), group = annex && (l->capitals || l->label.type == LABEL_ROMAN);
        if (l->role == ROLE_MARK) continue;
        if (is_annex(l, 0) || is_tail(l) || body_goes_on(l, last_roman)) break;
        if (is_page_number(l) && hold < 2 && (l->page || l->indent > 8 || !cells_is_number(str_of(l->p)) ||
            c.names.n == 0 || cells_column(c.names.cell[0].p, c.names.cell[0].n) != COL_NUM)) {
            l->role = ROLE_PAGE;
            continue;
        }
        if (!hold && !group) break;
        if (hold == 1 && !annex && (l->label.type != LABEL_NONE || (l->blank && l->capitals))) break;
    }
    while (j > c.first && r->v[j - 1].role == ROLE_MARK) j--;
    for (size_t k = i; k < j; k++)
        if (r->v[k].role != ROLE_MARK && r->v[k].role != ROLE_PAGE) r->v[k].role = ROLE_TABLE;
    return j;
}

/* The rows a reader of files gave. */
static size_t mark_grid(Reader *r, size_t i)
{
    for (; i < r->n && (r->v[i].row || r->v[i].role == ROLE_MARK); i++)
        if (r->v[i].row) r->v[i].role = ROLE_TABLE;
    return i;
}

/* Rows after a header; returns the line after the table. last_roman: see body_goes_on. */
static size_t mark_table(Reader *r, size_t i, int last_roman)
{
    if (r->v[i].row) return mark_grid(r, i);
    size_t names = cells_header_lines(r, i), spaced = names ? i : mark_columns(r, i, last_roman, r->v[i].part >= 2);
    if (spaced > i) return spaced;
    if (!names && !(cells_is_row(r->v[i].p, r->v[i].n) && cells_is_header(r->v[i].p, r->v[i].n))) return i;
    size_t end = i + (names ? names : 1);
    for (; end < r->n; end++) {
        const Line *l = &r->v[end];
        if (l->role == ROLE_MARK) continue;
        if (is_annex(l, 0) || is_tail(l) || (names && body_goes_on(l, last_roman))) break;
        if (names && !r->doubled && l->blank && end + 1 < r->n && r->v[end + 1].blank &&
            is_page_number(l)) r->v[end].role = ROLE_PAGE;
        if (!names && !cells_is_row(l->p, l->n)) break;
    }
    while (end > i && r->v[end - 1].role == ROLE_MARK && !names) end--;
    for (size_t k = i; k < end; k++)
        if (r->v[k].role != ROLE_MARK && r->v[k].role != ROLE_PAGE) r->v[k].role = ROLE_TABLE;
    return end;
}

int zones_is_footnote(const Reader *r, const Line *l)
{
    if (l->n > 4 && l->p[0] == '[' && l->p[1] >= '0' && l->p[1] <= '9') return memchr(l->p, ']', 6 < l->n ? 6 : l->n) != NULL;
    return r->superscript_notes && l->n > 4 && (unsigned char)l->p[0] == 0xC2 && strchr("\xB9\xB2\xB3", l->p[1]);
}

/* What follows the signature: a second document (1), an annex (2), the body again (3), or still the end (0). */
static int after_tail(const Reader *r, size_t i, size_t title)
{
    const Line *l = &r->v[i];
    if (is_annex(l, 1)) return 2;
    if (i == title || (title < r->n && i < title && opens_header(l))) return 1;
    if (l->label.type == LABEL_ROMAN && l->label.v[0] == 1 && l->capitals) return 3;
    return 0;
}

static void mark_rest(Reader *r, size_t i, int *part)
{
    int tail = 0, annexes = 0, note = 0, roman = 0;
    size_t title = r->n;
    for (; i < r->n; i++) {
        Line *l = &r->v[i];
        l->part = (unsigned char)*part;
        if (l->role == ROLE_MARK) continue;
        if (l->role == ROLE_PAGE) {
            if (note) note = 2;
            continue;
        }
        if (note && is_page_number(l)) {
            l->role = ROLE_PAGE;
            note = 2;
            continue;
        }
        int more = note && (note == 2 ? label_starts_lower(l->p, l->n)
            : !l->blank && l->label.type == LABEL_NONE && !opens_header(l) && !is_tail(l));
        if (more || zones_is_footnote(r, l)) {
            l->role = ROLE_FOOTNOTE;
            note = 1;
            continue;
        }
        note = 0;
        int next = tail ? after_tail(r, i, title) : is_annex(l, 0) ? 2 : 0;
        size_t used;
        if (!tail && !next && l->capitals && l->label.type == LABEL_NONE && i > 3 && r->v[i - 1].label.type != LABEL_PART &&
            *part == 0 &&
            zones_type_of(l->p, l->n, &used) && used + 2 > l->n) next = 1, title = i;
        if (next == 1) {
            *part = 1;
            for (; i < title; i++) r->v[i].role = ROLE_ATTACHED, r->v[i].part = 1;
            r->v[i].role = ROLE_ATTACHED;
            size_t to = mark_preamble(r, mark_subject(r, i, ROLE_ATTACHED), 0);
            for (size_t k = i; k < to; k++) r->v[k].part = 1;
            i = to - 1;
            tail = 0;
        } else if (next == 2) {
            *part = 2 + (annexes < 200 ? annexes++ : annexes);
            size_t to = mark_annex_title(r, i);
            for (size_t k = i; k < to; k++) r->v[k].part = (unsigned char)*part;
            i = to - 1;
            tail = 0;
        } else if (tail && next == 0) {
            l->role = is_page_number(l) && l->label.type == LABEL_NONE ? ROLE_PAGE : ROLE_TAIL;
        } else {
            tail = 0;
            size_t end = mark_table(r, i, *part < 2 ? roman : -1);
            if (l->label.type == LABEL_ROMAN) roman = l->label.v[0];
            if (end > i) {
                for (size_t k = i; k < end; k++) r->v[k].part = (unsigned char)*part;
                i = end - 1;
            } else if (is_tail(l)) {
                tail = 1;
                l->role = ROLE_TAIL;
                title = *part == 0 ? find_title(r, i + 1, 1) : r->n;
            } else if (is_page_number(l)) l->role = ROLE_PAGE;
        }
    }
}

/* Page numbers that are surely some: alone between blank lines, or at the head of a page, one more each time, pages apart. */
static void mark_pages(Reader *r)
{
    enum { PAGE_LINES = 12 };
    size_t last = 0;
    int want = 0;
    for (size_t i = 1; i < r->n && !r->doubled; i++) {
        Line *l = &r->v[i];
        int alone = l->blank && (i + 1 == r->n || l[1].blank || l[1].page);
        if (!(alone || l->page || (i + 1 < r->n && l[1].page)) || l->label.type != LABEL_NONE || !is_page_number(l)) continue;
        const char *p = l->p;
        while (*p && !(*p >= '0' && *p <= '9')) p++;
        int v = atoi(p);
        if (want && (v != want || i - last < PAGE_LINES)) continue;
        if (!want && (v > 2 || i < PAGE_LINES)) continue;
        l->role = ROLE_PAGE;
        last = i;
        want = v + 1;
    }
}

/* Text pasted from a web page may have a blank line after every line; when its lines are broken too, blanks say nothing. */
static void level_blanks(Reader *r)
{
    size_t blank = 0, broken = 0;
    for (size_t i = 0; i < r->n; i++) {
        blank += r->v[i].blank;
        broken += r->v[i].label.type == LABEL_NONE && label_starts_lower(r->v[i].p, r->v[i].n);
    }
    r->doubled = r->n >= 20 && blank * 100 >= r->n * 95;
    for (size_t i = 1; i < r->n && r->doubled && broken * 8 >= r->n; i++) r->v[i].blank = 0;
}

void zones_mark(Reader *r)
{
    static const char *const TO[] = {"kính gửi", NULL};
    static const char *const HEAD[] = {"số:", "số ", "số:", "cộng hòa", "đảng cộng sản", NULL};
    size_t title = find_title(r, 0, 0), j = 0, used = 0;
    int decision = 0, part = 0;
    level_blanks(r);
    mark_pages(r);
    if (title < r->n) {
        for (size_t i = 0; i < title; i++)
            if (r->v[i].role == ROLE_BODY) r->v[i].role = ROLE_HEADER;
        r->v[title].role = ROLE_TITLE;
        const char *type = zones_type_of(r->v[title].p, r->v[title].n, &used);
        decision = type && !strcmp(type, "Quyết định");
        j = mark_subject(r, title, ROLE_SUBJECT);
    } else {
        size_t head = r->n;
        for (size_t i = 0; i < r->n && i < 30; i++) {
            if (starts(&r->v[i], HEAD)) head = 0;
            if (starts(&r->v[i], TO)) {
                j = i + 1;
                while (j < r->n && r->v[j].label.type == LABEL_BULLET && j < i + 12) j++;
                head = 0;
                break;
            }
            if (is_structure(&r->v[i]) || starts(&r->v[i], PREAMBLE_HARD)) {
                if (head == 0) j = i;
                break;
            }
        }
        for (size_t i = 0; i < j; i++)
            if (r->v[i].role == ROLE_BODY) r->v[i].role = ROLE_HEADER;
    }
    j = mark_preamble(r, j, decision);
    mark_rest(r, j, &part);
}
