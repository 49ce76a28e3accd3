/* zones.c - which line is header, title, subject, preamble, body, end, attached, annex; reads no facts. */
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/columns.h"
#include "core/intake/phrase.h"
#include "core/intake/reader.h"

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
/* --- the head --- */

/* The first title line at or after `from`: capitals alone on the line, else capitals and the subject, else the word alone. */
static size_t find_title(const Reader *r, size_t from, int attached)
{
    size_t second = r->n, third = r->n, used, limit = from + 200 < r->n ? from + 200 : r->n;
    for (size_t i = from; i < limit; i++) {
        const Line *l = &r->v[i];
        LabelType t = l->label.type;
        if (t == LABEL_ARTICLE || t == LABEL_PART || (t == LABEL_ROMAN && l->label.v[0] == 1 && i > from + 2)) break;
        if (t != LABEL_NONE || !lines_type_of(l->p, l->n, &used)) continue;
        size_t rest = used;
        while (rest < l->n && strchr(" :.\t", l->p[rest])) rest++;
        int capital = label_is_capitals(l->p, used);
        if (capital && rest >= l->n) return i;
        if (capital && second == r->n) second = i;
        if (!capital && third == r->n && !attached) third = i;
    }
    return second < r->n ? second : third;
}

/* "… giai đoạn 2026⏎- 2030 …": a span of years broken at its dash. */
static int span_goes_on(const Line *a, const Line *b)
{
    size_t n = b->label.n;
    return b->label.type == LABEL_BULLET && b->label.mark == '-' && !b->blank && b->n > n + 1 && a->n > 0 &&
        a->p[a->n - 1] >= '0' && a->p[a->n - 1] <= '9' && b->p[n + 1] >= '0' && b->p[n + 1] <= '9';
}

static size_t mark_subject(Reader *r, size_t title, int role)
{
    size_t used = 0, j = title + 1, lines = 0;
    int capitals = 0;
    lines_type_of(r->v[title].p, r->v[title].n, &used);
    for (size_t k = used; k < r->v[title].n; k++)
        if (!strchr(" :.\t", r->v[title].p[k])) lines = 1, capitals = r->v[title].capitals;
    for (; j < r->n; j++) {
        Line *l = &r->v[j];
        if (l->role == ROLE_MARK) {
            if (lines) return j + 1;
            continue;
        }
        if (lines_begins(l, ATTACHED)) {
            l->role = ROLE_ATTACHED;
            while (l->p[l->n - 1] != ')' && j + 1 < r->n && j < title + 12 &&
                !memchr(l->p, ')', l->n)) (l = &r->v[++j])->role = ROLE_ATTACHED;
            lines += !lines;
            continue;
        }
        int span = lines && span_goes_on(l - 1, l);
        if (l->label.type != LABEL_NONE && !span) break;
        if (l->role == ROLE_PAGE) continue;
        if (lines && !span) {
            size_t prev = j - 1;
            while (prev > title && r->v[prev].role == ROLE_PAGE) prev--;
            int open = lines_ends(&r->v[prev], "-(,");
            int more = lines_begins(l, SUBJECT_MORE) && l->n < 200, lower = label_starts_lower(l->p, l->n);
            int plain = l->n < 220 && !lines_ends(l, ".;:,") && !lines_begins(l, PREAMBLE) && r->v[prev].role == role;
            int same = l->capitals == capitals && plain && (!l->blank || l->capitals);
            if (!l->blank && l->p[0] >= '0' && l->p[0] <= '9' && l->n < 60 && r->v[prev].role == role) lower = 1;
            if (lines_is_office(l->p, l->n)) break;                /* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" of a Decision */
            if (lines_begins(l, PREAMBLE_HARD) || (!lower && !open && !same && !(more && plain) && !(more && l->n < 60))) break;
            if (lower && l->blank && lines_ends(l, ".;:")) break;
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

/* From j on: preamble until the first clause. */
static size_t mark_preamble(Reader *r, size_t j, int decision)
{
    size_t first = j, colon = j;
    while (first < r->n && !lines_is_structure(&r->v[first])) first++;
    size_t look = first == r->n ? j + 40 < r->n ? j + 40 : r->n : first;
    for (size_t i = j; i < look; i++)
        if (lines_ends(&r->v[i], ":") && (is_founding(&r->v[i]) || (i && !r->v[i].blank &&
            is_founding(&r->v[i - 1])))) colon = i + 1;
    int open = 0;
    for (; j < r->n && j < first; j++) {
        Line *l = &r->v[j];
        if (l->role == ROLE_MARK || l->role == ROLE_PAGE) continue;
        if (lines_is_page_number(l)) {
            l->role = ROLE_PAGE;
            continue;
        }
        if (!decision && j >= colon) {
            int goes = lines_begins(l, PREAMBLE_HARD) || (lines_begins(l, PREAMBLE) && colon == 0) || (open && !l->blank) ||
                label_starts_lower(l->p, l->n);
            if (l->capitals && l->n > 8 && l->label.type == LABEL_NONE) break;
            if (!goes && !lines_begins(l, PREAMBLE) && !is_founding(l)) break;
            if (l->label.type == LABEL_BULLET && !lines_begins(l, PREAMBLE_HARD)) break;
            if (colon > 0 && j >= colon && r->v[colon - 1].role == ROLE_PREAMBLE && !lines_begins(l, PREAMBLE_HARD)) break;
        }
        l->role = ROLE_PREAMBLE;
        open = !lines_ends(l, ".;:,");
    }
    return j;
}

/* --- the end --- */

static size_t mark_annex_title(Reader *r, size_t i)
{
    Line *l = &r->v[i];
    size_t titles = memchr(l->p, ':', l->n) || l->n > 30 ? 1 : 0, from = i;
    l->role = ROLE_ANNEX;
    for (i++; i < r->n && i < from + 12; i++) {
        l = &r->v[i];
        if (l->role == ROLE_MARK || l->role == ROLE_PAGE) continue;
        if (lines_begins(l, ATTACHED)) {
            l->role = ROLE_ATTACHED;
            while (!memchr(l->p, ')', l->n) && i + 1 < r->n && i < from + 12) (l = &r->v[++i])->role = ROLE_ATTACHED;
            continue;
        }
        /* "PHÂN CÔNG NHIỆM VỤ …" over the names of the columns is the title, though it might name a column itself */
        int over = l->capitals && l->n > 20 && titles == 0 && i + 1 < r->n && cells_header_lines(r, i + 1) > 0;
        int cells = l->row || cells_is_row(l->p, l->n) || (!over && cells_header_lines(r, i));
        if (cells || l->label.type != LABEL_NONE || lines_is_annex(l, 1)) break;
        if (titles && !l->capitals && !(label_starts_lower(l->p, l->n)) && !(lines_begins(l, SUBJECT_MORE) && l->n < 120)) break;
        if (l->n > 400 || lines_ends(l, ".;")) break;
        l->role = ROLE_ANNEX;
        titles++;
    }
    return i;
}

/* What follows the signature: a second document (1), an annex (2), the body again (3), or still the end (0). */
static int after_tail(const Reader *r, size_t i, size_t title)
{
    const Line *l = &r->v[i];
    if (lines_is_annex(l, 1)) return 2;
    if (i == title || (title < r->n && i < title && lines_opens_header(l))) return 1;
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
        if (note && lines_is_page_number(l)) {
            l->role = ROLE_PAGE;
            note = 2;
            continue;
        }
        int more = note && (note == 2 ? label_starts_lower(l->p, l->n)
            : !l->blank && l->label.type == LABEL_NONE && !lines_opens_header(l) && !lines_is_tail(l));
        if (more || lines_is_footnote(r, l)) {
            l->role = ROLE_FOOTNOTE;
            note = 1;
            continue;
        }
        note = 0;
        int next = tail ? after_tail(r, i, title) : lines_is_annex(l, 0) ? 2 : 0;
        size_t used;
        if (!tail && !next && l->capitals && l->label.type == LABEL_NONE && i > 3 && r->v[i - 1].label.type != LABEL_PART &&
            *part == 0 &&
            lines_type_of(l->p, l->n, &used) && used + 2 > l->n) next = 1, title = i;
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
            l->role = lines_is_page_number(l) && l->label.type == LABEL_NONE ? ROLE_PAGE : ROLE_TAIL;
        } else {
            tail = 0;
            size_t end = spans_mark_table(r, i, *part < 2 ? roman : -1);
            if (l->label.type == LABEL_ROMAN) roman = l->label.v[0];
            if (end > i) {
                for (size_t k = i; k < end; k++) r->v[k].part = (unsigned char)*part;
                i = end - 1;
            } else if (lines_is_tail(l)) {
                tail = 1;
                l->role = ROLE_TAIL;
                title = *part == 0 ? find_title(r, i + 1, 1) : r->n;
            } else if (lines_is_page_number(l)) l->role = ROLE_PAGE;
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
        int edge = l->page || (i + 1 < r->n && l[1].page);
        if (!(alone || edge) || l->label.type != LABEL_NONE || !lines_is_page_number(l)) continue;
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

/* The same words, figures aside. */
static int same_words(const Line *a, const Line *b)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a->n && a->p[i] >= '0' && a->p[i] <= '9') i++;
        while (k < b->n && b->p[k] >= '0' && b->p[k] <= '9') k++;
        if (i == a->n || k == b->n) return i == a->n && k == b->n;
        if (a->p[i++] != b->p[k++]) return 0;
    }
}

/* What is printed at the head or foot of every page: the same words beside page numbers and form feeds, three times at least. */
static void mark_running_heads(Reader *r)
{
    enum { MOST = 300 };
    size_t at[MOST], n = 0;
    for (size_t i = 1; i + 1 < r->n && n < MOST; i++) {
        const Line *l = &r->v[i];
        int edge = l->page || l[1].page || (l - 1)->role == ROLE_PAGE || l[1].role == ROLE_PAGE;
        if (edge && l->role == ROLE_BODY && l->n > 5 && l->n < 160 && l->label.type == LABEL_NONE) at[n++] = i;
    }
    for (size_t i = 0; i < n; i++) {
        size_t same = 0;
        for (size_t k = 0; k < n; k++) same += same_words(&r->v[at[i]], &r->v[at[k]]);
        if (same < 3) continue;
        for (size_t k = n; k-- > i;)
            if (same_words(&r->v[at[i]], &r->v[at[k]])) r->v[at[k]].role = ROLE_PAGE;
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
    mark_running_heads(r);
    if (title < r->n) {
        for (size_t i = 0; i < title; i++)
            if (r->v[i].role == ROLE_BODY) r->v[i].role = ROLE_HEADER;
        r->v[title].role = ROLE_TITLE;
        const char *type = lines_type_of(r->v[title].p, r->v[title].n, &used);
        decision = type && !strcmp(type, "Quyết định");
        j = mark_subject(r, title, ROLE_SUBJECT);
    } else {
        size_t head = r->n;
        for (size_t i = 0; i < r->n && i < 30; i++) {
            if (lines_begins(&r->v[i], HEAD)) head = 0;
            if (lines_begins(&r->v[i], TO)) {
                j = i + 1;
                while (j < r->n && r->v[j].label.type == LABEL_BULLET && j < i + 12) j++;
                head = 0;
                break;
            }
            if (lines_is_structure(&r->v[i]) || lines_begins(&r->v[i], PREAMBLE_HARD)) {
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
