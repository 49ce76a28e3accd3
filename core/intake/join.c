/* join.c - lines become paragraphs: sentences broken by hard line ends, blank lines and page numbers are put together again. */
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/bodies.h"
#include "core/intake/reader.h"

typedef struct Wrap {
    int hard;                              /* lines are broken at a fixed width */
    size_t width;                          /* characters of a full line */
    int indented;                          /* the first line of a paragraph stands further in than the others */
    size_t margin;                         /* where the others stand */
} Wrap;

static const char *const OPEN_WORDS[] = {
    "và", "của", "các", "về", "trong", "với", "cho", "theo", "hoặc", "tại", "từ", "bằng", "cùng", "những", "số", "ngày",
    "tháng", "năm", "điều", "khoản", "quý", "đến", "do", "để", "là", "được", "giao", "ủy ban", "nhân dân các",
    "thành phố ủy", NULL};
static const char *const DASH_PAIRS[] = {
    "lao động", "kinh tế", "chính trị", "văn hóa", "kế hoạch", "tài chính", "quốc phòng", "văn phòng", "nông lâm",
    "tài nguyên", "thanh tra", "thể thao", "dân số", NULL};

static size_t chars_of(const Line *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) n += ((unsigned char)l->p[i] & 0xC0) != 0x80;
    return n;
}

static int in_text(const Line *l) { return l->role == ROLE_BODY || l->role == ROLE_PREAMBLE; }
static int ends(const Line *l, const char *marks) { return strchr(marks, l->p[l->n - 1]) != NULL; }

static int by_size(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

enum { INDENT_MOST = 80 };

static size_t commonest(const size_t *count, size_t *all)
{
    size_t best = 0;
    *all = 0;
    for (size_t i = 0; i < INDENT_MOST; i++) {
        *all += count[i];
        if (count[i] > count[best]) best = i;
    }
    return best;
}

/* A page as `pdftotext -layout` leaves it: lines that go on stand at one margin, labels further in. */
static void find_indent(const Reader *r, Wrap *w)
{
    size_t on[INDENT_MOST] = {0}, label[INDENT_MOST] = {0}, n_on, n_label, near = 0;
    for (size_t i = 1; i < r->n; i++) {
        const Line *l = &r->v[i];
        if (!in_text(l) || l->indent >= INDENT_MOST) continue;
        if (l->label.type != LABEL_NONE) label[l->indent]++;
        else if (!l->blank && label_starts_lower(l->p, l->n)) on[l->indent]++;
    }
    w->margin = commonest(on, &n_on);
    size_t first = commonest(label, &n_label);
    for (size_t i = 0; i <= w->margin + 1 && i < INDENT_MOST; i++) near += on[i];
    int many = n_on >= 5 && n_label >= 5 && first > w->margin + 1 && near * 10 >= n_on * 9;
    int clear = n_on >= 2 && n_label >= 4 && first > w->margin + 3 && near == n_on && label[first] * 10 >= n_label * 8;
    w->indented = (w->hard && many) || clear;
}

/* A text is wrapped when many lines go on directly below in lower case and nearly none is longer than a page is wide. */
static Wrap find_wrap(const Reader *r)
{
    Wrap w = {0};
    size_t *len = mem_alloc(mem_mul(r->n + 1, sizeof *len)), n = 0, broken = 0;
    for (size_t i = 0; i < r->n; i++) {
        const Line *l = &r->v[i];
        if (!in_text(l)) continue;
        len[n++] = chars_of(l);
        if (i && !l->blank && in_text(l - 1) && l->label.type == LABEL_NONE && label_starts_lower(l->p, l->n)) broken++;
    }
    if (n) {
        qsort(len, n, sizeof *len, by_size);
        w.width = len[n * 9 / 10];
        w.hard = broken >= 3 && broken * 8 >= n && len[n - 1 - n / 25] <= w.width * 2 && w.width <= 160;
    }
    free(len);
    find_indent(r, &w);
    return w;
}

static size_t first_word(const Line *l)
{
    size_t k = 0;
    while (k < l->n && l->p[k] != ' ') k++;
    return k;
}

static int is_full(const Wrap *w, const Line *a, const Line *b) { return w->hard &&
    chars_of(a) + 1 + first_word(b) + 2 >= w->width * 9 / 10; }

static int ends_open(const Line *l, const char *const *words)
{
    Toks t = {0};
    size_t from = l->n > 60 ? l->n - 60 : 0, hit = 0;
    while (from && ((unsigned char)l->p[from] & 0xC0) == 0x80) from--;
    phrase_split(&t, l->p + from, l->n - from);
    for (size_t k = 1; k <= 3 && k <= t.n && !hit; k++) hit = phrase_any(&t, t.n - k, words) == k;
    phrase_free(&t);
    return hit > 0;
}

/* It begins with what somebody does: "Vận động hội viên …". */
static int starts_act(const Line *l)
{
    Toks t = {0};
    phrase_split(&t, l->p, text_cut(l->p, l->n < 40 ? l->n : 40));
    int act = bodies_begins_act(&t, 0);
    phrase_free(&t);
    return act;
}

/* A number after a line that ends with "số", "năm" …: "theo Điều⏎15. …". It is a label all the same where it is the first under
 * the heading above ("1. Nhiệm vụ trong năm", "1.1. …"), or where the word ends another ("công tác dân số"). */
static int false_number(const Line *a, const Label *l)
{
    static const char *const BEFORE_NUMBER[] = {"số", "ngày", "tháng", "năm", "điều", "khoản", "quý", "thứ", "từ", "đến", NULL};
    static const char *const OTHER[] = {
        "dân số", "đổi số", "công nghệ số", "kỹ năng số", "nền tảng số", "kinh tế số", "xã hội số", "công dân số",
        "chính quyền số", "môi trường số", "hạ tầng số", "đa số", "văn hóa số", "an toàn số", "dữ liệu số", "thời đại số", NULL};
    if (a->label.type != LABEL_NONE && l->depth && l->v[l->depth - 1] == 1) return 0;
    return ends_open(a, BEFORE_NUMBER) && !ends_open(a, OTHER);
}

/* A label that is none: "… ngày⏎15. …", "Lao động⏎- Thương binh". */
static int false_label(const Wrap *w, const Line *a, const Line *b)
{
    if (b->blank || ends(a, ".;:!?")) return 0;
    LabelType t = b->label.type;
    if (w->indented && b->indent <= w->margin + 1 && !a->capitals && chars_of(a) * 10 >= w->width * 8) return 1;
    if (t == LABEL_NUMBER || t == LABEL_DECIMAL) return false_number(a, &b->label);
    if (t == LABEL_BULLET && b->label.mark == '-' && w->hard && is_full(w, a, b)) {
        if (ends_open(a, DASH_PAIRS) && !a->capitals) return 1;
        return a->n && a->p[a->n - 1] >= '0' && a->p[a->n - 1] <= '9' && b->n > b->label.n + 1 &&
            b->p[b->label.n + 1] >= '0' && b->p[b->label.n + 1] <= '9';
    }
    return 0;
}

static int goes_on(const Wrap *w, const Line *a, const Line *b, int page)
{
    static const char *const CLOSING[] = {"trên đây là", NULL};
    if (b->label.type != LABEL_NONE) return false_label(w, a, b);
    if (b->heading || (a->heading && a->label.type != LABEL_NONE && b->paragraph != a->paragraph)) return 0;
    if (label_starts_lower(b->p, b->n) || strchr(",;)%&/.", b->p[0])) return 1;
    if (a->label.type == LABEL_PART && a->label.n == a->n) return b->n < 300;
    if (w->indented && !b->capitals && !(a->capitals && a->label.type != LABEL_NONE)) {
        if (b->indent > w->margin + 2) return 0;
        if (!b->blank || page) return 1;
    }
    int stop = ends(a, ".;:!?");
    if (stop && lines_starts(b->p, b->n, CLOSING)) return 0;
    if (a->role == ROLE_PREAMBLE && !w->hard) return !stop && !b->blank && b->p[0] >= '0' && b->p[0] <= '9';
    if (a->label.type == LABEL_ARTICLE && !stop && !b->blank) return 1;
    int heading = a->capitals && a->label.type != LABEL_NONE;
    if (heading) return b->capitals && !stop && !page && (!b->blank || ends(a, ",-") || ends_open(a, OPEN_WORDS));
    if (b->capitals && b->n > 12 && !a->capitals) return 0;
    if (!b->blank && is_full(w, a, b)) return ends_open(a, OPEN_WORDS) || !starts_act(b);
    if (stop) return 0;
    if (page && a->n > 40) return !starts_act(b);
    if (ends(a, ",-(/") && a->role != ROLE_PREAMBLE) return 1;
    if (b->p[0] >= '0' && b->p[0] <= '9' && (!b->blank || ends_open(a, OPEN_WORDS))) return 1;
    return ends_open(a, OPEN_WORDS);
}

static Para *new_para(Reader *r)
{
    if (r->n_para == r->cap_para) {
        r->cap_para = r->cap_para ? r->cap_para * 2 : 256;
        r->para = mem_resize(r->para, mem_mul(r->cap_para, sizeof *r->para));
    }
    memset(&r->para[r->n_para], 0, sizeof *r->para);
    return &r->para[r->n_para++];
}

static void end_para(Reader *r, Para *p, Buf *b)
{
    size_t at = p->label.n;
    if (at) p->label_text = clean_text(r, b->p, at, p->line);
    p->text = clean_text(r, buf_text(b) + at, b->n - at, p->line);
    p->capitals = (unsigned char)label_is_capitals(p->text, strlen(p->text));
    buf_clear(b);
}

/* A word cut at "-" or "/" without spaces goes on without one. */
static int glued(const Line *a)
{
    char c = a->p[a->n - 1];
    return (c == '-' || c == '/') && a->n > 1 && a->p[a->n - 2] != ' ';
}

static void doubt(Para *p, int sure)
{
    if (sure < p->sure) p->sure = (unsigned char)sure;
}

static void join_line(Reader *r, Para *p, Buf *b, const Line *a, const Line *l)
{
    int far = l->blank || l->no > a->no + 1 || !label_starts_lower(l->p, l->n);
    if (p->role != ROLE_ANNEX && !(a->label.type == LABEL_PART && a->label.n == a->n)) doubt(p, far ? SURE_JOINED : SURE_WRAPPED);
    clean_repair(r, a->no, "joined", l->blank || l->no > a->no + 1 ? "\n\n" : "\n", glued(a) ? "" : " ");
    if (!glued(a)) buf_putc(b, ' ');
    buf_add(b, l->p, l->n);
}

static void tell_joins(Reader *r)
{
    size_t n = 0, first = 0;
    for (size_t i = 0; i < r->plan->n_repairs; i++)
        if (!strcmp(r->plan->repairs[i].kind, "joined") && !n++) first = i;
    if (n > 12) clean_note(r, SEN2023, r->plan->repairs[first].line, NULL, "%zu" ARG "%d", n, r->plan->repairs[first].line);
    for (size_t i = first; n && n <= 12 && i < r->plan->n_repairs; i++)
        if (!strcmp(r->plan->repairs[i].kind, "joined")) clean_note(r, SEN2024, r->plan->repairs[i].line, NULL, "%s", "");
}

/* A footnote is one text, its broken lines joined. Returns its last line. */
static size_t put_footnote(Reader *r, size_t i)
{
    Buf b = {0};
    int no = r->v[i].no;
    for (;; i++) {
        buf_add(&b, r->v[i].p, r->v[i].n);
        if (i + 1 >= r->n || r->v[i + 1].role != ROLE_FOOTNOTE || lines_is_footnote(r, &r->v[i + 1])) break;
        clean_repair(r, r->v[i].no, "joined", "\n", " ");
        buf_putc(&b, ' ');
    }
    clean_rest(r, "footnote", b.p, b.n, no);
    buf_free(&b);
    return i;
}

/* Annex titles are one paragraph; a footnote is put aside, with its own paragraph for its references. */
void join_lines(Reader *r)
{
    Wrap w = find_wrap(r);
    Buf b = {0};
    Para *p = NULL;
    const Line *last = NULL;
    int page = 0;
    for (size_t i = 0; i < r->n; i++) {
        Line *l = &r->v[i];
        if (l->role == ROLE_FOOTNOTE) {
            i = put_footnote(r, i);
            page = 1;
            continue;
        }
        if (l->role == ROLE_PAGE || l->role == ROLE_MARK) {
            clean_rest_line(r, l->role == ROLE_PAGE ? "page_number" : "mark", l);
            page |= l->role != ROLE_MARK;
            continue;
        }
        int same = p && last && p->part == l->part && p->role == l->role;
        if (same && (l->role == ROLE_ANNEX || (in_text(l) && goes_on(&w, last, l, page)))) {
            join_line(r, p, &b, last, l);
            p->last = i;
        } else {
            if (p && p->role != ROLE_TABLE) end_para(r, p, &b);
            if (l->role == ROLE_TABLE && same) p->last = i;
            else if (in_text(l) || l->role == ROLE_ANNEX || l->role == ROLE_TABLE) {
                p = new_para(r);
                p->first = p->last = i;
                p->line = l->no;
                p->role = l->role;
                p->part = l->part;
                p->sure = l->label.type != LABEL_NONE && in_text(l) ? l->label.sure : SURE;
                if (l->split) doubt(p, SURE_JOINED);
                if (in_text(l)) p->label = l->label;
                if (l->role != ROLE_TABLE) buf_add(&b, l->p, l->n);
            } else p = NULL;
        }
        page = 0;
        last = l;
    }
    if (p && p->role != ROLE_TABLE) end_para(r, p, &b);
    buf_free(&b);
    tell_joins(r);
}
