/* label.c - the label at the start of a line: "Phần thứ nhất", "II.", "2.1.", "đ)", "-"; knows one line only. */
#include <stdio.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/phrase.h"
#include "core/intake/reader.h"

/* Vietnamese letters and the rest of Latin: where capital and small letters alternate, the capital has the even code. */
static int upper_at(const char *s, size_t n)
{
    uint32_t c;
    if (!n) return 0;
    if ((unsigned char)*s < 0x80) return *s >= 'A' && *s <= 'Z';
    if (!text_decode(s, n, &c)) return 0;
    if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
    if (c == 0x1AF) return 1;
    if (c == 0x1B0) return 0;
    if (c >= 0x100 && c < 0x250) return ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) ? c & 1 : !(c & 1);
    return c >= 0x1E00 && c < 0x1F00 && !(c & 1);
}

int label_starts_upper(const char *s, size_t n) { return n && upper_at(s, n); }

int label_starts_lower(const char *s, size_t n)
{
    uint32_t c;
    if (!text_decode(s, n, &c) || upper_at(s, n)) return 0;
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return (c >= 0xE0 && c < 0x250 && c != 0xF7) || (c >= 0x1E00 && c < 0x1F00);
}

int label_is_capitals(const char *s, size_t n)
{
    size_t upper = 0;
    uint32_t c;
    for (size_t i = 0, k; i < n && (k = text_decode(s + i, n - i, &c)); i += k) {
        if (c < 0x80 && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) continue;
        if (label_starts_lower(s + i, k)) return 0;
        upper += upper_at(s + i, k);
    }
    return upper >= 2;
}

int label_roman(const char *s, size_t n)
{
    static const struct { char c; int v; } R[] = {{'I', 1}, {'V', 5}, {'X', 10}, {'L', 50}};
    int total = 0, last = 100;
    if (!n || n > 7) return 0;
    for (size_t i = 0; i < n; i++) {
        int v = 0;
        for (size_t k = 0; k < 4; k++)
            if (R[k].c == s[i]) v = R[k].v;
        if (!v) return 0;
        total += v;
        if (last < v) total -= 2 * last;
        last = v;
    }
    char back[16] = "";
    static const struct { const char *r; int v; } W[] = {{"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}};
    int left = total > 0 && total < 50 ? total : 0;
    for (size_t k = 0; k < 6; k++)
        while (left >= W[k].v && strlen(back) < 12) {
            strcat(back, W[k].r);
            left -= W[k].v;
        }
    return strlen(back) == n && !memcmp(back, s, n) ? total : 0;
}

static size_t spaces(const char *s, size_t n, size_t i)
{
    while (i < n && (s[i] == ' ' || s[i] == '\t')) i++;
    return i;
}

static int is_end_or_space(const char *s, size_t n, size_t i) { return i >= n || s[i] == ' ' || s[i] == '\t'; }

/* After a label: the end, a space, or a letter glued to it that can begin a sentence. */
static int may_follow(const char *s, size_t n, size_t i)
{
    return is_end_or_space(s, n, i) || upper_at(s + i, n - i) || s[i] == '"' ||
        !memcmp(s + i, "\xE2\x80\x9C", n - i >= 3 ? 3 : 1);
}

static void finish(Label *l, LabelType type, char mark, size_t n, const char *fmt, const char *id, size_t id_n)
{
    l->type = type;
    l->mark = mark;
    l->n = n;
    snprintf(l->id, sizeof l->id, fmt, (int)(id_n < 8 ? id_n : 8), id);
}

static size_t digits(const char *s, size_t n, size_t i, long *v)
{
    size_t k = i;
    *v = 0;
    while (k < n && k < i + 4 && s[k] >= '0' && s[k] <= '9') *v = *v * 10 + (s[k++] - '0');
    return k - i;
}

/* "Phần thứ nhất", "PHẦN II", "Phần 3", then perhaps ":" or "." */
static int part_label(const char *s, size_t n, Label *l)
{
    static const char *const ORDER[] = {"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", NULL};
    Toks t = {0};
    size_t look = text_cut(s, n < 60 ? n : 60), k = 0;
    long v = 0;
    if (s[0] != 'P' && s[0] != 'p') return 0;
    phrase_split(&t, s, look);
    if (phrase_at(&t, 0, "phần thứ"))
        for (int i = 0; ORDER[i]; i++) {
            if (phrase_is(&t, 2, ORDER[i]) || (i == 3 && phrase_is(&t, 2, "bốn"))) v = i + 1, k = 3;
        }
    else if (phrase_is(&t, 0, "phần") && t.n > 1) {
        v = label_roman(s + t.v[1].at, t.v[1].len);
        if (!v && !phrase_number(&t, 1, &v)) v = 0;
        k = 2;
    }
    size_t end = v ? t.v[k - 1].at + t.v[k - 1].len : 0;
    int ok = v > 0 && v < 30;
    if (ok && end < n && (s[end] == '.' || s[end] == ':')) end++;
    else if (ok && k == 2 && end < n && !label_starts_upper(s + spaces(s, n, end), n - spaces(s, n, end)) &&
        s[spaces(s, n, end)] != '-') ok = 0;
    phrase_free(&t);
    if (!ok) return 0;
    l->v[0] = (short)v;
    l->depth = 1;
    char id[8];
    snprintf(id, sizeof id, "%ld", v);
    finish(l, LABEL_PART, 'P', end, "P%.*s", id, strlen(id));
    return 1;
}

static int article_label(const char *s, size_t n, Label *l)
{
    static const char *const WORDS[] = {"Điều ", "ĐIỀU ", "điều "};
    for (size_t i = 0; i < 2; i++) {
        size_t w = strlen(WORDS[i]);
        if (n <= w || memcmp(s, WORDS[i], w)) continue;
        long v;
        size_t at = spaces(s, n, w), k = digits(s, n, at, &v);
        if (!k || v > 200 || at + k > n) return 0;
        size_t end = at + k;
        if (end < n && s[end] != '.' && s[end] != ':') return 0;
        l->v[0] = (short)v;
        l->depth = 1;
        char id[8];
        snprintf(id, sizeof id, "%ld", v);
        finish(l, LABEL_ARTICLE, '.', end < n ? end + 1 : end, "Đ%.*s", id, strlen(id));
        return 1;
    }
    return 0;
}

/* After "I/", "a/": the end, a space, or a sentence glued to it; "I/2026", "a/BC-UBND" are something else. */
static int may_be_glued(const char *s, size_t n, size_t i)
{
    if (is_end_or_space(s, n, i)) return 1;
    for (size_t k = i; k < n && s[k] != ' '; k++)
        if (s[k] == '-' || s[k] == '/') return 0;
    return upper_at(s + i, n - i);
}

static int roman_label(const char *s, size_t n, Label *l)
{
    size_t k = 0;
    while (k < n && k < 7 && strchr("IVXL", s[k])) k++;
    int v = label_roman(s, k);
    if (!v || k >= n) return 0;
    size_t end = k;
    char mark = s[end];
    if (end + 2 < n && mark == ' ' && strchr(".)", s[end + 1]) && s[end + 2] == ' ') {
        mark = s[++end];                   /* "II . NỘI DUNG" */
        l->sure = SURE_MENDED;
    }
    if (strchr("./):", mark)) end++;
    else {
        size_t gap = spaces(s, n, k);
        if (gap < n && (s[gap] == '-' || !memcmp(s + gap, "\xE2\x80\x93", n - gap >= 3 ? 3 : 1))) {
            end = gap + (s[gap] == '-' ? 1 : 3);
            mark = '-';
            if (end >= n || (s[end] != ' ' && !upper_at(s + end, n - end))) return 0;
        } else if (gap > k && k < 5 && n - gap > 5 && label_is_capitals(s + gap, n - gap)) mark = ' ';
        else return 0;
    }
    if (mark == '/' && !may_be_glued(s, n, end)) return 0;
    if (mark != ' ' && mark != '-' && !may_follow(s, n, end)) return 0;
    l->v[0] = (short)v;
    l->depth = 1;
    finish(l, LABEL_ROMAN, 'R', end, "%.*s", s, k);
    return 1;
}

/* "3.100% các xã": a label glued to a share, no number with a fraction. */
static int is_share_after(const char *s, size_t n, size_t i)
{
    size_t k = i;
    while (k < n && k < i + 3 && s[k] >= '0' && s[k] <= '9') k++;
    return k > i + 1 && k < n && s[k] == '%';
}

/* "1." "1)" "1/" "1-" and "1.1." "1.1" "1.1.1)" */
static int number_label(const char *s, size_t n, Label *l)
{
    size_t i = 0, last = 0;
    int depth = 0;
    long v;
    while (depth < 5) {
        size_t k = digits(s, n, i, &v);
        if (!k || k > 3 || (depth && k > 2) || v > 200) break;
        l->v[depth++] = (short)v;
        i += k;
        last = i;
        if (i >= n || s[i] != '.' || is_share_after(s, n, i + 1)) break;
        i++;
    }
    if (!depth || (last < n && s[last] >= '0' && s[last] <= '9')) return 0;
    if (depth == 1 && last + 3 < n && s[last] == ' ' && strchr(".)", s[last + 1]) && s[last + 2] == ' ' &&
        (upper_at(s + last + 3, n - last - 3) || is_share_after(s, n, last + 3))) {
        last++;                            /* "1 . Mục đích" */
        l->sure = SURE_MENDED;
    }
    char mark = last < n ? s[last] : 0;
    size_t end = last;
    if (mark == '.' || mark == ')') end = last + 1;
    else if (mark == '/' && depth == 1) end = last + 1;
    else if (depth == 1 && mark == '-' && last + 1 < n && s[last + 1] == ' ' &&
        upper_at(s + spaces(s, n, last + 1), n - spaces(s, n, last + 1))) end = last + 1;
    else if (depth == 1) return 0;
    else if (mark == '-' && last + 2 < n && s[last + 1] == ' ' && upper_at(s + last + 2, n - last - 2)) end = last + 1;
    if (depth > 1 && mark == '-' && end > last) mark = '.';            /* "1.1- Biên soạn" */
    else if (depth > 1 && mark != '.' && mark != ')') {
        size_t next = spaces(s, n, last);
        if (next == last && last < n) return 0;
        if (next < n && (label_starts_lower(s + next, n - next) || (s[next] >= '0' && s[next] <= '9') ||
            s[next] == '%')) return 0;
        mark = '.';
    }
    if (!may_follow(s, n, end) && !(mark == '.' && is_share_after(s, n, end))) return 0;
    if (mark == '/' && !is_end_or_space(s, n, end)) {          /* "1/Mục đích", but not "95/TTr-SNV" */
        for (size_t k = end; k < n && s[k] != ' '; k++)
            if (s[k] == '-' || s[k] == '/') return 0;
        if (l->v[0] > 30) return 0;
    }
    l->depth = (unsigned char)depth;
    size_t w = 0;
    for (int d = 0; d < depth && w < sizeof l->id; d++)
        w += (size_t)snprintf(l->id + w, sizeof l->id - w, "%s%d", d ? "." : "", l->v[d]);
    l->type = depth > 1 ? LABEL_DECIMAL : LABEL_NUMBER;
    l->mark = mark;
    l->n = end;
    return 1;
}

/* "a)" "đ)" "a." "b/" "a1)"; capitals "A." "B)" are LABEL_UPPER */
static int letter_label(const char *s, size_t n, Label *l)
{
    uint32_t c;
    size_t k = text_decode(s, n, &c);
    if (!k || k >= n) return 0;
    int lower = label_starts_lower(s, n), upper = c < 0x80 ? c >= 'A' && c <= 'Z' : c == 0x110;
    if ((!lower && !upper) || (c >= 0x80 && !strchr("\x11\xEA\xF4\xA1\xB0\x10", (int)(c & 0xFF)))) return 0;
    size_t end = k;
    if (lower && end < n && s[end] >= '1' && s[end] <= '9') end++;
    if (end >= n || !strchr(").", s[end])) {
        if (end >= n || s[end] != '/' || !may_be_glued(s, n, end + 1) || (upper && !is_end_or_space(s, n, end + 1))) return 0;
    }
    char mark = s[end];
    int heading = upper && mark == '.' && n > end + 5 && memchr(s, ' ', n) && label_is_capitals(s + end + 1, n - end - 1) &&
        s[end + 1] != '.' && !(s[end + 2] == '.');     /* "A.TẬP HUẤN" */
    if (heading && s[end + 1] != ' ') l->sure = SURE_GLUED;
    if (heading) {}
    else if (mark == ')' ? !may_follow(s, n, end + 1) && !label_starts_lower(s + end + 1, n - end - 1) :
             mark != '/' && !is_end_or_space(s, n, end + 1)) return 0;
    static const char ORDER[] = "abcd-e-ghiklmn-o--pqrst--uvxy";
    const char *at = c < 0x80 ? strchr(ORDER, (int)(upper ? c + 32 : c)) : c == 0x111 || c == 0x110 ? ORDER + 4 : NULL;
    l->v[0] = (short)(at ? at - ORDER + 1 : 0);
    l->depth = 1;
    finish(l, upper ? LABEL_UPPER : LABEL_LETTER, mark, end + 1, "%.*s", s, end);
    return 1;
}

/* "(1)" "(a)" */
static int paren_label(const char *s, size_t n, Label *l)
{
    long v;
    if (s[0] != '(' || n < 4) return 0;
    size_t k = digits(s, n, 1, &v);
    if (!k && s[1] >= 'a' && s[1] <= 'z') k = 1, v = s[1] - 'a' + 1;
    if (!k || k > 2 || s[1 + k] != ')' || !is_end_or_space(s, n, k + 2)) return 0;
    l->v[0] = (short)v;
    l->depth = 1;
    finish(l, LABEL_PAREN, s[1] >= 'a' ? 'a' : '1', k + 2, "%.*s", s + 1, k);
    return 1;
}

static int bullet_label(const char *s, size_t n, Label *l)
{
    static const struct { const char *mark; char class; } MARKS[] = {
        {"-", '-'}, {"–", '-'}, {"—", '-'}, {"−", '-'}, {"‒", '-'}, {"‐", '-'}, {"‑", '-'}, {"+", '+'}, {"*", '*'},
        {"•", 'o'}, {"●", 'o'}, {"·", 'o'}, {"○", 'q'}, {"◦", 'q'}, {"▪", 's'}, {"■", 's'}, {"▫", 's'}, {"►", 't'}, {"➢", 't'},
        {"➤", 't'}, {"✓", 'v'}, {"✔", 'v'}, {"❖", 'w'}, {"\xEF\x82\xB7", 'o'}, {"\xEF\x82\xA7", 's'}, {"\xEF\x83\x98", 't'},
    };
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        size_t k = strlen(MARKS[i].mark);
        if (n <= k || memcmp(s, MARKS[i].mark, k)) continue;
        uint32_t c;
        size_t next = spaces(s, n, k);
        if (next >= n || !text_decode(s + next, n - next, &c)) return 0;
        if (next == k && (s[k] == s[0] || c == '=' || c == '>' || (MARKS[i].class == '+' && c >= '0' && c <= '9'))) return 0;
        l->type = LABEL_BULLET;
        l->mark = MARKS[i].class;
        l->n = k;
        return 1;
    }
    return 0;
}

Label label_of(const char *s, size_t n)
{
    Label l = {.sure = SURE};
    if (!n) return (Label){0};
    if (!part_label(s, n, &l) && !article_label(s, n, &l) && !roman_label(s, n, &l) && !number_label(s, n, &l) &&
        !letter_label(s, n, &l) && !paren_label(s, n, &l) && !bullet_label(s, n, &l)) return (Label){0};
    if (l.sure == SURE && !is_end_or_space(s, n, l.n)) l.sure = l.type != LABEL_BULLET && s[l.n] >= '0' && s[l.n] <= '9'
        ? SURE_MENDED : SURE_GLUED;
    return l;
}
