/* header.c - the head of a document: type, number, symbol, place, date, issuer, subject; takes lines by their role. */
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/phrase.h"
#include "core/intake/reader.h"

typedef struct Head {
    Reader *r;
    Buf issuer;                            /* the body being read; a new one replaces it */
    Buf subject;                           /* of a Công văn: "V/v …" */
    int dated;                             /* the next line has been read with this one */
    int in_subject, closed;                /* closed: the number has been read, capitals no longer name the issuer */
} Head;

static const char *const BODIES[] = {
    "ủy ban", "ubnd", "ubmttq", "hội đồng nhân dân", "hđnd", "sở", "ban", "phòng", "bộ", "đảng ủy", "đảng bộ",
    "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "chi bộ", "hội", "liên đoàn", "đoàn", "công an",
    "trung tâm", "văn phòng", "cục", "chi cục", "trường", "bệnh viện", "trạm", "mặt trận", "công đoàn", "viện",
    "tổng cục", "thủ tướng", "tòa án", "bảo hiểm xã hội", "thường trực", "ban vì sự tiến bộ", "liên minh", "cđcs", "lđlđ",
    "bch", "bcđ", "bvstbpn", "ubkt", "hlhpn", "đtn", "học viện", "đại học", "liên hiệp", "công ty", "tổng công ty", "thanh tra",
    "kho bạc", "chi hội", "tạp chí", "đài", "tổng liên đoàn", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "quận đoàn", "thị đoàn",
    "ban chấp hành", "vụ", "nhà thiếu nhi", "quỹ", "câu lạc bộ", "hợp tác xã", NULL};
static const char *const MOTTO[] = {
    "cộng hòa xã hội chủ nghĩa việt nam", "cộng hòa xã hội chủ nghĩa", "cộng hòa xã hội", "độc lập - tự do - hạnh phúc",
    "độc lập – tự do – hạnh phúc", "độc lập tự do hạnh phúc", "độc lập - tự do -", "độc lập - tự do",
    "đảng cộng sản việt nam", "hạnh phúc", "việt nam", "chủ nghĩa việt nam", NULL};

static int is_blank_mark(const char *s, size_t n, size_t *k)
{
    uint32_t c;
    *k = text_decode(s, n, &c);
    return *k && (c == ' ' || c == '.' || c == 0x2026 || c == '_' || c == '\t' || c == 0xB7);
}

/* The end of a symbol at s: letters, digits, & . - / with spaces only beside - and /. */
static size_t symbol_end(const char *s, size_t n)
{
    size_t i = 0, last = 0;
    while (i < n) {
        uint32_t c;
        size_t k = text_decode(s + i, n - i, &c);
        if (!k) break;
        int joint = c == '-' || c == '/' || c == 0x2013;
        if (c == ' ') {
            size_t j = i;
            while (j < n && s[j] == ' ') j++;
            int before = last && (s[last - 1] == '-' || s[last - 1] == '/'), after = j < n && (s[j] == '-' || s[j] == '/');
            if (j >= n || !(before || after) || j - i > 2) break;
            i = j;
            continue;
        }
        if (c < 0x80 && !joint && c != '&' && c != '.' && !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' &&
            c <= 'z'))) break;
        i += k;
        last = i;
    }
    while (last && (s[last - 1] == '.' || s[last - 1] == '-')) last--;
    return last;
}

static const char *symbol_text(Reader *r, const char *s, size_t n)
{
    Buf b = {0};
    for (size_t i = 0; i < n; i++) {
        if (s[i] == ' ') continue;
        if (n - i >= 3 && !memcmp(s + i, "\xE2\x80\x93", 3)) {
            buf_putc(&b, '-');
            i += 2;
        } else buf_putc(&b, s[i]);
    }
    const char *t = arena_copy(r->arena, buf_text(&b));
    buf_free(&b);
    return t;
}

/* "Số: 05/KH-UBND …": sets number and symbol; returns the bytes it took, 0 = not a number line. */
static size_t read_number(Head *h, const char *s, size_t n)
{
    Plan *p = h->r->plan;
    static const char *const WORD[] = {"số", NULL};
    if (!lines_starts(s, n, WORD)) return 0;
    size_t i = 0, k, digits;
    while (i < n && s[i] != ':' && s[i] != ' ' && s[i] != '.' && !(s[i] >= '0' && s[i] <= '9') && s[i] != '/') i++;
    while (i < n && (s[i] == ':' || s[i] == ' ' || s[i] == '.' || is_blank_mark(s + i, n - i, &k))) i += s[i] == ':' ||
        !is_blank_mark(s + i, n - i, &k) ? 1 : k;
    for (digits = i; digits < n && s[digits] >= '0' && s[digits] <= '9';) digits++;
    size_t at = digits;
    while (at < n && is_blank_mark(s + at, n - at, &k)) at += k;
    size_t number_n = digits - i;
    if (at + 5 < n && s[at] == '/' && number_n && !memcmp(s + at + 1, "20", 2) && s[at + 5] == '/') number_n += 5, at += 5;
    if (at < n && (s[at] == '/' || s[at] == '-')) at++;
    else if (at >= n || !number_n || at > digits) return 0;
    while (at < n && s[at] == ' ') at++;
    size_t end = symbol_end(s + at, n - at);
    if (end < 2 || !label_starts_upper(s + at, n - at)) return 0;
    if (p->symbol) return at + end;
    if (number_n) p->number = arena_text(h->r->arena, s + i, number_n);
    p->symbol = symbol_text(h->r, s + at, end);
    h->closed = 1;
    return at + end;
}

/* "Sa Đéc, ngày 05 tháng 6 năm 2023" with any number blank */
static int read_date(Head *h, const char *s, size_t n)
{
    Plan *p = h->r->plan;
    Toks t = {0};
    long v;
    int found = 0;
    phrase_split(&t, s, n);
    for (size_t i = 0; i < t.n && !found; i++) {
        if (!phrase_is(&t, i, "ngày")) continue;
        int day = 0, month = 0, year = 0, months = 0;
        for (size_t k = i + 1; k < t.n && k < i + 40; k++) {
            if (phrase_is(&t, k, "tháng")) months = 1;
            else if (phrase_is(&t, k, "năm")) months = 2;
            else if (phrase_mark(&t, k, '/') && !months && day) months = 1;
            else if (phrase_mark(&t, k, '/') && months == 1 && month) months = 2;
            else if (phrase_number(&t, k, &v)) {
                if (months == 0 && v <= 31) day = (int)v;
                else if (months == 1 && v <= 12) month = (int)v;
                else if (months == 2 && v > 1900 && v < 2200 && !year) year = (int)v;
            }
        }
        if (!months) continue;
        found = 1;
        if (p->year || (p->place && !year)) break;
        p->day = day;
        p->month = month;
        p->year = year;
        size_t end = t.v[i].at;
        while (end && strchr(" ,.*\t", s[end - 1])) end--;
        size_t from = 0;
        while (from < end && strchr(" *\t,", s[from])) from++;
        if (end > from && end - from < 80) p->place = clean_text(h->r, s + from, end - from, 0);
        h->closed = 1;
    }
    phrase_free(&t);
    return found;
}

static int starts_body(const char *s, size_t n)
{
    Toks t = {0};
    phrase_split(&t, s, text_cut(s, n < 80 ? n : 80));
    int hit = phrase_any(&t, 0, BODIES) > 0;
    if (phrase_at(&t, 0, "bộ phận") || phrase_at(&t, 0, "ban hành")) hit = 0;
    phrase_free(&t);
    return hit;
}

static void read_issuer(Head *h, const char *s, size_t n)
{
    static const char *const OTHER[] = {"dự thảo", "hỏa tốc", "mật", "khẩn", "thượng khẩn", "bản sao", "phụ lục", NULL};
    if (h->closed || n > 200 || lines_starts(s, n, OTHER) || !label_is_capitals(s, n)) return;
    int body = starts_body(s, n);
    if (!body && !h->issuer.n) return;
    int joined = h->issuer.n && lines_starts(buf_text(&h->issuer), h->issuer.n, (const char *const[]){"ban chấp hành",
        NULL}) && h->issuer.n < 25;
    if (body && !joined) buf_clear(&h->issuer);
    if (h->issuer.n) buf_putc(&h->issuer, ' ');
    buf_add(&h->issuer, s, n);
}

static int year_of(const char *text, size_t n)
{
    Toks t = {0};
    long v, first = 0, named = 0;
    phrase_split(&t, text, n);
    for (size_t i = 0; i < t.n; i++) {
        if (!phrase_number(&t, i, &v) || v < 2000 || v > 2100) continue;
        int year = i && phrase_is(&t, i - 1, "năm");
        if (year && i > 1 && (phrase_is(&t, i - 2, "đến") || phrase_is(&t, i - 2, "hướng"))) continue;     /* how far it looks */
        if (!first) first = v;
        if (year && !named) named = v;
    }
    phrase_free(&t);
    return (int)(named ? named : first);
}

static void read_piece(Head *h, const char *s, size_t n)
{
    while (n && strchr(" \t*", s[0])) s++, n--;
    while (n && strchr(" \t*", s[n - 1])) n--;
    size_t rule = n;                       /* the line under a name: "… XÃ TÂN HÒA -------" */
    while (rule && strchr("-_=", s[rule - 1])) rule--;
    if (n - rule >= 3)
        for (n = rule; n && strchr(" \t*", s[n - 1]);) n--;
    if (!n) return;
    static const char *const ABOUT[] = {"v/v", "về việc", NULL}, *const TO[] = {"kính gửi", NULL};
    size_t took = read_number(h, s, n);
    if (took) {
        read_piece(h, s + took, n - took);
        return;
    }
    if (lines_starts(s, n, TO)) h->in_subject = 0;
    if (h->r->plan->month && !h->r->plan->year && lines_starts(s, n, (const char *const[]){"năm", NULL})) {
        h->r->plan->year = year_of(s, n);  /* "… tháng 4⏎năm 2022" */
        return;
    }
    if (read_date(h, s, n)) return;
    if (!h->r->plan->type && (lines_starts(s, n, ABOUT) || h->in_subject)) {
        if (h->subject.n) buf_putc(&h->subject, ' ');
        size_t cut = h->subject.n ? 0 : lines_starts(s, n, (const char *const[]){"v/v", NULL}) ? 3 : 0;
        buf_add(&h->subject, s + cut, n - cut);
        h->in_subject = 1;
        return;
    }
    read_issuer(h, s, n);
}

/* Part of the national motto and nothing else, as a narrow column breaks it: "NGHĨA VIỆT NAM". */
static int is_motto(const char *s, size_t n)
{
    static const char *const WORDS[] = {
        "cộng", "hòa", "xã", "hội", "chủ", "nghĩa", "việt", "nam", "độc", "lập", "tự", "do", "hạnh", "phúc", NULL};
    Toks t = {0};
    size_t at = 0, words = 0, i = 0;
    if (n > 100) return 0;
    phrase_split(&t, s, n);
    for (; i < t.n; i++) {
        if (t.v[i].kind == TOK_MARK) continue;
        if (!words)
            while (WORDS[at] && !phrase_is(&t, i, WORDS[at])) at++;
        if (!WORDS[at] || !phrase_is(&t, i, WORDS[at])) break;
        at++, words++;
    }
    int all = i == t.n && words >= 2;
    phrase_free(&t);
    return all;
}

/* What a web page prints above the document: "Số hiệu: …", "Người ký: …", its links. */
static int is_web_line(const Line *l)
{
    static const char *const KEYS[] = {
        "số hiệu", "số ký hiệu", "loại văn bản", "ngày ban hành", "người ký", "cơ quan ban hành", "nơi ban hành", "lượt xem",
        "trang chủ", "văn bản liên quan", "tình trạng", "ngày hiệu lực", "ngày có hiệu lực", "lĩnh vực", "trích yếu",
        "tệp đính kèm", "tải về", "ngày đăng", "đăng ngày", "chức vụ", "hiệu lực", "nguồn:", "cỡ chữ", "số/ký hiệu", NULL};
    return lines_starts(l->p, l->n, KEYS) || l->label.type == LABEL_BULLET || memchr(l->p, '>', l->n);
}

/* The first line of the document itself, when lines of a web page stand above it. */
static size_t skip_web_lines(const Reader *r)
{
    size_t web = 0, first = 0, end = 0;
    for (size_t i = 0; i < r->n && r->v[i].role == ROLE_HEADER; i++) web += is_web_line(&r->v[i]);
    if (web < 2) return 0;
    for (size_t i = 0; i < r->n && (r->v[i].role == ROLE_HEADER || r->v[i].role == ROLE_MARK); i++) {
        const Line *l = &r->v[i];
        if (l->role == ROLE_HEADER) end = i + 1;
        if (is_web_line(l)) first = i + 1;
        if (first && l->capitals && (is_motto(l->p, l->n) || starts_body(l->p, l->n))) return i;
    }
    return first < end ? first : 0;
}

/* Cuts the national motto out of a piece: what stands before it and after it is read by itself. */
static void read_around_motto(Head *h, const char *s, size_t n)
{
    Toks t = {0};
    if (is_motto(s, n)) return;
    phrase_split(&t, s, n);
    for (size_t i = 0; i < t.n; i++) {
        size_t k = phrase_any(&t, i, MOTTO);
        if (!k || (k <= 2 && t.n > k)) continue;
        size_t from = t.v[i].at, to = t.v[i + k - 1].at + t.v[i + k - 1].len;
        read_piece(h, s, from);
        read_piece(h, s + to, n - to);
        phrase_free(&t);
        return;
    }
    phrase_free(&t);
    read_piece(h, s, n);
}

/* Columns flattened onto one line are apart by a tab, a "|" or three spaces. */
static void read_columns(Head *h, const char *s, size_t n)
{
    size_t from = 0;
    for (size_t i = 0; i <= n; i++) {
        int cut = i == n || s[i] == '\t' || s[i] == '|' || (i + 2 < n && !memcmp(s + i, "   ", 3));
        if (!cut) continue;
        /* "Số:        /KH-UBND": blanks left for the number are no columns */
        static const char *const NUM[] = {"số", NULL};
        size_t next = i;
        while (next < n && s[next] == ' ') next++;
        size_t word = i;
        while (word > from && s[word - 1] == ' ') word--;
        if (i < n && word - from < 8 && lines_starts(s + from, word - from, NUM) && next < n && (s[next] == '/' ||
            s[next] == '-')) continue;
        Toks t = {0};
        phrase_split(&t, s + from, i - from);
        int dated = 0;
        for (size_t k = 0; k < t.n; k++) dated |= phrase_is(&t, k, "ngày") || phrase_is(&t, k, "tháng");
        phrase_free(&t);
        if (dated && i < n) continue;
        if (i > from) read_around_motto(h, s + from, i - from);
        from = i + 1;
    }
}

/* A line of the header; a date broken onto the next line is read with it: "…, ngày 31⏎tháng 5 năm 2022". */
static void read_header_line(Head *h, size_t i)
{
    static const char *const MONTH[] = {"tháng", "năm", NULL}, *const DAY[] = {"ngày", NULL};
    const Line *l = &h->r->v[i], *next = l + 1;
    if (i && (l - 1)->role == ROLE_HEADER && lines_starts(l->p, l->n, MONTH) && h->dated) return;
    h->dated = 0;
    Toks t = {0};
    int day = 0;
    phrase_split(&t, l->p, l->n);
    for (size_t k = 0; k < t.n && !day; k++) day = phrase_any(&t, k, DAY) > 0;
    for (size_t k = 0; k < t.n && day > 0; k++)
        if (phrase_is(&t, k, "năm")) day = -1;
    phrase_free(&t);
    if (day > 0 && i + 1 < h->r->n && next->role == ROLE_HEADER && lines_starts(next->p, next->n, MONTH)) {
        const char *both = arena_print(h->r->arena, "%s %s", l->p, next->p);
        h->dated = 1;
        read_columns(h, both, strlen(both));
    } else read_columns(h, l->p, l->n);
}

static void join_to(Buf *b, const char *s, size_t n)
{
    while (n && strchr(" :\t", s[0])) s++, n--;
    if (!n) return;
    if (b->n) buf_putc(b, ' ');
    buf_add(b, s, n);
}

void header_read(Reader *r)
{
    Plan *p = r->plan;
    Head h = {.r = r};
    Buf subject = {0};
    size_t used, first = skip_web_lines(r);
    for (size_t i = 0; i < r->n; i++) {
        Line *l = &r->v[i];
        if (l->role == ROLE_HEADER && i >= first) read_header_line(&h, i);
        else if (l->role == ROLE_TITLE) {
            p->type = lines_type_of(l->p, l->n, &used);
            join_to(&subject, l->p + used, l->n - used);
        } else if (l->role == ROLE_SUBJECT) join_to(&subject, l->p, l->n);
        else if (l->role == ROLE_ATTACHED && l->part == 1 && !p->attached) p->attached = lines_type_of(l->p, l->n, &used);
        if (l->role == ROLE_HEADER || l->role == ROLE_TITLE || l->role == ROLE_SUBJECT) clean_rest_line(r, "header", l);
        else if (l->role == ROLE_ATTACHED) clean_rest_line(r, "attached", l);
    }
    if (!p->type && p->symbol && h.subject.n) p->type = "Công văn";
    if (!subject.n && h.subject.n) buf_str(&subject, buf_view(&h.subject));
    if (subject.n) {
        size_t n = subject.n;
        while (n && strchr(" ./*", subject.p[n - 1])) n--;
        p->subject = clean_text(r, subject.p, n, 0);
        p->plan_year = year_of(p->subject, strlen(p->subject));
    }
    if (h.issuer.n) p->issuer = clean_text(r, h.issuer.p, h.issuer.n, 0);
    if (!p->plan_year) p->plan_year = p->year;
    buf_free(&h.issuer);
    buf_free(&h.subject);
    buf_free(&subject);
}

void header_infer(Reader *r, const char *preamble)
{
    static const char *const ACT[] = {
        "ban hành kế hoạch", "xây dựng kế hoạch", "ban hành chương trình", "xây dựng chương trình",
        "triển khai kế hoạch", "đề ra kế hoạch", NULL};
    Plan *p = r->plan;
    if (p->issuer || !preamble) return;
    Toks t = {0};
    phrase_split(&t, preamble, strlen(preamble));
    for (size_t i = t.n; i-- > 0 && !p->issuer;) {
        if (!phrase_any(&t, i, ACT)) continue;
        size_t from = i;
        while (from && !phrase_mark(&t, from - 1, '.') && !phrase_mark(&t, from - 1, ';') &&
            !phrase_mark(&t, from - 1, ',')) from--;
        while (from < i && !(t.v[from].capital && phrase_any(&t, from, BODIES))) from++;
        if (from < i) p->issuer = clean_text(r, preamble + t.v[from].at, t.v[i].at - t.v[from].at, 0);
    }
    phrase_free(&t);
    if (!p->plan_year) p->plan_year = year_of(preamble, strlen(preamble));
}
