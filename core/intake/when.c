/* when.c - dates of a clause: deadlines, periods, months, quarters, days, resolved against the plan's year. */
#include <string.h>
#include "core/base/text.h"
#include "core/intake/facts.h"

/* One point or span as it is printed. grain: 1 day, 2 month, 3 quarter. year 0 = none printed. */
typedef struct Point { int grain, day, month, year; } Point;

static const char *const BEFORE[] = {"trước ngày", "trước thời điểm", "trước", NULL};
static const char *const UNTIL[] = {
    "chậm nhất là ngày", "chậm nhất đến ngày", "chậm nhất vào ngày", "chậm nhất ngày", "chậm nhất là", "chậm nhất",
    "muộn nhất là ngày", "muộn nhất ngày", "hạn cuối là ngày", "hạn cuối ngày", "hạn cuối", "đến hết ngày", "hết ngày",
    "không quá ngày", "không muộn hơn ngày", "trễ nhất ngày", "trễ nhất là ngày", "đến ngày", "hạn chót ngày",
    "hạn chót là ngày", "thời hạn là ngày", "thời hạn ngày", "đến hết", "thời hạn", "hạn", "thời hạn hoàn thành",
    "thời gian hoàn thành", "hoàn thành", "ngày hoàn thành", "thời hạn hoàn thành là ngày", "không chậm hơn ngày",
    "hoàn thành chậm nhất ngày", "thời hạn gửi", "hạn nộp", "hạn gửi", NULL};
static const char *const SAYS_WHEN[] = {"thời gian", "thời hạn hoàn thành", "hoàn thành", "ngày hoàn thành", NULL};
static const char *const YEARLY[] = {"hằng năm", "hàng năm", "mỗi năm", "của năm sau", NULL};
static const char *const RECURRING[] = {"hằng tháng", "hàng tháng", "mỗi tháng", "hằng quý", "hàng quý", "hằng tuần", NULL};
static const char *const COMMEMORATIVE[] = {
    "kỷ niệm", "ngày quốc tế", "ngày thế giới", "ngày phụ nữ", "ngày gia đình", "ngày pháp luật", "ngày hội",
    "ngày thành lập", "ngày truyền thống", "chào mừng", "nhân dịp", "nhân ngày", "dịp ngày", "quốc tế phụ nữ",
    "phụ nữ việt nam", "gia đình việt nam", "quốc tế hạnh phúc", "ngày dân số", "ngày đại đoàn kết", "ngày toàn dân",
    "ngày việt nam", "ngày vì", "dịp", "ngày nam giới", "ngày của", NULL};
static const char *const PAST[] = {
    "kể từ ngày", "hiệu lực", "kể từ", "ban hành ngày", "ký ngày", "luật ngày", "sinh từ ngày", "sinh ngày", NULL};
static const char *const CITED[] = {
    "luật", "nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "công văn", "tờ trình", "kết luận",
    "kế hoạch", "hiến pháp", "pháp lệnh", NULL};
static const char *const SURE_DAY[] = {
    "vào ngày", "vào sáng ngày", "vào chiều ngày", "sáng ngày", "chiều ngày", "tối ngày", "diễn ra ngày", "tổ chức ngày", NULL};
static const char *const ORDINAL[] = {"tuần", "thứ", "đợt", "kỳ", "khóa", "tiết", NULL};
static const char *const DAY_WORDS[] = {
    "vào ngày", "vào", "vào sáng ngày", "vào chiều ngày", "sáng ngày", "chiều ngày", "tối ngày", "ngày", "diễn ra ngày",
    "tổ chức ngày", NULL};

size_t when_day(const Toks *t, size_t i, int *day, int *month, int *year)
{
    long d, m, y;
    size_t k = i;
    *year = 0;
    if (!phrase_number(t, k, &d) || d < 1 || d > 31 || t->v[k].len > 2) return 0;
    k++;
    if (phrase_is(t, k, "tháng") && phrase_number(t, k + 1, &m) && m >= 1 && m <= 12) {
        k += 2;
        if (phrase_is(t, k, "năm") && phrase_number(t, k + 1, &y) && y > 1900 && y < 2200) {
            *year = (int)y;
            k += 2;
        } else if (phrase_mark(t, k, '/') && phrase_number(t, k + 1, &y) && y > 1900 && y < 2200) {
            *year = (int)y;
            k += 2;
        }
    } else {
        char sep = phrase_mark(t, k, '/') ? '/' : phrase_mark(t, k, '-') ? '-' : phrase_mark(t, k, '.') ? '.' : 0;
        if (!sep || !phrase_number(t, k + 1, &m) || m < 1 || m > 12 || t->v[k + 1].len > 2) return 0;
        if (sep != '/' && (t->v[k].space || t->v[k + 1].space)) return 0;
        k += 2;
        if (phrase_mark(t, k, sep) && phrase_number(t, k + 1, &y) && y > 1900 && y < 2200) {
            *year = (int)y;
            k += 2;
        } else if (sep != '/') return 0;
        else if (phrase_is(t, k, "năm") && phrase_number(t, k + 1, &y) && y > 1900 && y < 2200) {
            *year = (int)y;
            k += 2;
        }
        if (phrase_mark(t, k, '/') || phrase_mark(t, k, '%')) return 0;
    }
    *day = (int)d;
    *month = (int)m;
    return k - i;
}

static size_t year_at(const Toks *t, size_t i, int *year)
{
    long y;
    size_t k = i;
    if (phrase_mark(t, k, '/') || phrase_mark(t, k, '-') || phrase_is(t, k, "năm")) k++;
    else return 0;
    if (!phrase_number(t, k, &y) || y < 1990 || y > 2200) return 0;
    *year = (int)y;
    return k + 1 - i;
}

static int quarter_of(const Toks *t, size_t i)
{
    long v;
    if (i >= t->n) return 0;
    if (phrase_number(t, i, &v)) return v >= 1 && v <= 4 && t->v[i].len == 1 ? (int)v : 0;
    int r = label_roman(t->text + t->v[i].at, t->v[i].len);
    return r <= 4 ? r : 0;
}

/* "tháng 6/2023", "quý IV", "quý 2 năm 2026" at i, the word itself may be left out after a first one (bare). */
static size_t span_at(const Toks *t, size_t i, int bare, Point *p)
{
    long m;
    size_t k = i;
    if (phrase_is(t, k, "tháng") || bare == 2) {
        k += phrase_is(t, k, "tháng");
        if (!phrase_number(t, k, &m) || m < 1 || m > 12 || t->v[k].len > 2 || t->v[k].used) return 0;
        *p = (Point){2, 0, (int)m, 0};
        k++;
    } else if (phrase_is(t, k, "quý") || bare == 3) {
        k += phrase_is(t, k, "quý");
        int q = quarter_of(t, k);
        if (!q) return 0;
        *p = (Point){3, 0, q * 3 - 2, 0};
        k++;
    } else return 0;
    k += year_at(t, k, &p->year);
    if (k < t->n && (phrase_mark(t, k, '/') || phrase_mark(t, k, '%')) && !t->v[k].space) return 0;
    return k - i;
}

/* A day, a month or a quarter at i; *word: the words "ngày", "tháng" before it count in. */
static size_t point_at(const Toks *t, size_t i, int bare, Point *p)
{
    size_t k = i + (phrase_is(t, i, "ngày") ? 1 : 0), n;
    if (k < t->n && t->v[k].used) return 0;
    if (k > i || bare <= 1) {
        *p = (Point){1, 0, 0, 0};
        n = when_day(t, k, &p->day, &p->month, &p->year);
        if (n) return k - i + n;
        if (k > i) return 0;
    }
    return span_at(t, i, bare, p);
}

static Date first_day(const Point *p, int year) { return date_of(year, p->month, p->grain == 1 ? p->day : 1); }

static Date last_day(const Point *p, int year)
{
    if (p->grain == 1) return date_of(year, p->month, p->day);
    int m = p->grain == 3 ? p->month + 2 : p->month;
    return date_of(year, m, date_month_days(year, m));
}

typedef struct When { Facts *f; int alone; int yearly; } When;

static int year_or_plan(const When *w, int year) { return year ? year : w->f->r->plan->plan_year; }

static void add(When *w, DateKind kind, Date from, Date to, int exclusive)
{
    if (to == DATE_NONE) return;
    PlanDate *d = plan_add_date(w->f->r->plan);
    d->kind = kind;
    d->from = from;
    d->to = to;
    d->exclusive = exclusive;
    d->yearly = w->yearly;
    d->node = w->f->node;
}

static void claim(Facts *f, size_t from, size_t to)
{
    for (size_t k = from; k < to && k < f->t.n; k++) f->t.v[k].used = TOK_OF_DATE;
}

/* "… hằng năm" within a few words after i */
static int follows(const Toks *t, size_t i, const char *const *list)
{
    for (size_t k = i; k < t->n && k < i + 4; k++) {
        if (phrase_any(t, k, list)) return 1;
        if (t->v[k].kind == TOK_MARK && !phrase_mark(t, k, ')')) return 0;
    }
    return 0;
}

static int stands_before(const Toks *t, size_t i, size_t far, const char *const *list)
{
    for (size_t k = i, n = 0; k > 0 && n < far; n++) {
        k--;
        if (phrase_mark(t, k, ';') || phrase_mark(t, k, '.')) return 0;
        if (phrase_any(t, k, list)) return 1;
    }
    return 0;
}

static int is_until_word(const Toks *t, size_t i)
{
    return phrase_is(t, i, "đến") || phrase_is(t, i, "tới") || phrase_dash(t, i);
}

/* A period at i: "từ ngày 15/11 đến ngày 15/12/2023", "15/11 - 15/12", "từ tháng 3 đến tháng 9", "từ ngày 10 đến ngày 15/6". */
static size_t period_at(When *w, size_t i)
{
    const Toks *t = &w->f->t;
    Point a, b;
    long d;
    size_t k = i + (phrase_is(t, i, "từ") ? 1 : 0), n = point_at(t, k, 0, &a);
    /* "(14-15/8/2024)", or so in its own cell */
    int opens = i ? phrase_mark(t, i - 1, '(') || phrase_mark(t, i - 1, ':') : w->alone >= 0;
    int aside = opens && phrase_dash(t, i + 1);
    if (!n && (k > i || aside || phrase_is(t, k, "ngày"))) {     /* "từ ngày 10 đến ngày 15/6": the first day has no month */
        size_t at = k + (phrase_is(t, k, "ngày") ? 1 : 0);
        if (phrase_number(t, at, &d) && d >= 1 && d <= 31 && (k > i ? is_until_word(t, at + 1) : phrase_dash(t, at + 1))) {
            a = (Point){1, (int)d, 0, 0};
            n = at + 1 - k;
        }
    }
    if (!n) return 0;
    k += n;
    if (!is_until_word(t, k)) return 0;
    k++;
    if (phrase_is(t, k, "hết") || phrase_is(t, k, "cuối")) k++;
    n = point_at(t, k, a.grain, &b);
    if (!n && a.grain > 1) n = point_at(t, k, 0, &b);
    if (!n || !b.month) return 0;
    k += n;
    if (!a.month) a.month = b.month;
    int by = year_or_plan(w, b.year ? b.year : a.year), ay = a.year ? a.year : by;
    if (!a.year && b.year == 0 && a.month > b.month) by = ay + 1;
    else if (!a.year && (a.month > b.month || (a.month == b.month && a.grain == 1 && b.grain == 1 && a.day > b.day))) ay = by - 1;
    w->yearly = follows(t, k, YEARLY);
    if (!ay || ay < 1990 || stands_before(t, i, 3, PAST)) return k - i;
    add(w, DATE_PERIOD, first_day(&a, ay), last_day(&b, by), 0);
    return k - i;
}

/* After a month or quarter: ", 11/2026", "và tháng 12", "-12" go on with the same grain. */
static size_t more_at(const Toks *t, size_t i, int grain, Point *p)
{
    if (!phrase_mark(t, i, ',') && !phrase_is(t, i, "và") && !phrase_is(t, i, "hoặc") && !phrase_mark(t, i, ';') &&
        !phrase_mark(t, i, '+') && !phrase_mark(t, i, '&')) return 0;
    size_t k = i + 1, n;
    if (grain == 1) {
        while (phrase_is(t, k, "trước") || phrase_is(t, k, "ngày")) k++;
        *p = (Point){1, 0, 0, 0};
        n = when_day(t, k, &p->day, &p->month, &p->year);
        return n ? k + n - i : 0;
    }
    int named = phrase_is(t, k, "tháng") || phrase_is(t, k, "quý");
    n = span_at(t, k, grain, p);
    if (!n || p->grain != grain) return 0;
    if (!named && k + n < t->n && t->v[k + n].kind == TOK_WORD && !phrase_is(t, k + n, "và") && !p->year) return 0;
    return 1 + n;
}

enum { LIST_MOST = 12 };

/* One or more points, "A, B và C": the years of the later ones reach back. Returns the tokens taken. */
static size_t list_at(When *w, size_t i, int mode, int exclusive)
{
    const Toks *t = &w->f->t;
    Point p[LIST_MOST];
    size_t n = point_at(t, i, 0, &p[0]), count = 1, k;
    if (!n) return 0;
    k = i + n;
    while (count < LIST_MOST && (n = more_at(t, k, p[0].grain, &p[count]))) k += n, count++;
    for (size_t c = count - 1; c-- > 0;)
        if (!p[c].year) p[c].year = p[c + 1].year;
    w->yearly = follows(t, k, YEARLY) || stands_before(t, i, 14, YEARLY);
    if (follows(t, k, RECURRING)) return k - i;
    for (size_t c = 0; c < count; c++) {
        int year = year_or_plan(w, p[c].year);
        if (!year) continue;
        Date to = last_day(&p[c], year);
        if (mode == DATE_DEADLINE && exclusive && p[c].grain > 1) to = first_day(&p[c], year);
        if (mode == DATE_DEADLINE) add(w, DATE_DEADLINE, DATE_NONE, to, exclusive);
        else add(w, p[c].grain == 1 ? DATE_DAY : p[c].grain == 2 ? DATE_MONTH : DATE_QUARTER, first_day(&p[c], year), to, 0);
    }
    return k - i;
}

/* "17 giờ", "16 giờ 30 phút," before a day */
static size_t clock_at(const Toks *t, size_t i)
{
    long v;
    size_t k = i;
    if (!phrase_number(t, k, &v) || v > 24 || !(phrase_is(t, k + 1, "giờ") || phrase_is(t, k + 1, "h"))) return 0;
    k += 2;
    if (phrase_number(t, k, &v) && v < 60) k += 1 + (size_t)phrase_is(t, k + 1, "phút");
    if (phrase_mark(t, k, ',')) k++;
    return phrase_is(t, k, "ngày") ? k - i : 0;
}

/* "trước ngày …", "chậm nhất ngày …" */
static size_t deadline_at(When *w, size_t i)
{
    const Toks *t = &w->f->t;
    size_t k = phrase_any(t, i, BEFORE);
    int exclusive = k > 0;
    if (!k) k = phrase_any(t, i, UNTIL);
    if (!k) return 0;
    Point p;
    if (i && phrase_is(t, i - 1, "tính") && !exclusive)        /* "số liệu tính đến ngày …": when one counts, no deadline */
        return phrase_is(t, i, "đến") ? k + point_at(t, i + k, 0, &p) : 0;
    size_t at = i + k;
    if (phrase_is(t, at, "là")) at++;
    if (phrase_mark(t, at, ':')) at++;
    if (phrase_is(t, at, "hết")) at++;
    at += clock_at(t, at);
    if (phrase_is(t, at, "ngày") && !phrase_is(t, at - 1, "ngày")) at++;
    if (!point_at(t, at, 0, &p)) return 0;
    if (p.grain > 1 && phrase_any(t, i, SAYS_WHEN)) return 0;          /* "Thời gian hoàn thành: tháng 6" is a month */
    size_t n = list_at(w, at, DATE_DEADLINE, exclusive);
    return n ? at + n - i : 0;
}

/* "Luật Tổ chức chính quyền địa phương ngày 19/6/2015": the date of a document cited without its number */
static int cited_before(const Toks *t, size_t i)
{
    for (size_t k = i, n = 0; k > 0 && n < 12; n++) {
        k--;
        if (t->v[k].kind == TOK_MARK && !phrase_dash(t, k) && !phrase_mark(t, k, ',')) return 0;
        if (t->v[k].capital && phrase_any(t, k, CITED)) return 1;
    }
    return 0;
}

/* A day on which something happens: "ngày 20/11/2026", not a day of remembrance. */
static size_t single_day_at(When *w, size_t i)
{
    const Toks *t = &w->f->t;
    size_t k = phrase_any(t, i, DAY_WORDS);
    Point p;
    if (!k && w->alone < 0) return 0;
    if (!k && i && (phrase_any(t, i - 1, ORDINAL))) return 0;
    if (t->v[i].used || !point_at(t, i + k, 0, &p) || p.grain != 1) return 0;
    size_t all = k + point_at(t, i + k, 0, &p);
    if (i && phrase_is(t, i - 1, "sau")) return all;
    int remembered = !phrase_any(t, i, SURE_DAY) && stands_before(t, i, 14, COMMEMORATIVE);
    if (w->alone < 0 && (remembered || stands_before(t, i, 3, PAST))) return all;
    if (i && (phrase_is(t, i - 1, "tính") || phrase_is(t, i - 1, "từ"))) return 0;
    if (w->alone < 0 && p.year && (w->f->node < 0 || cited_before(t, i))) return all;
    size_t n = list_at(w, i + k, w->alone == DATE_DEADLINE ? DATE_DEADLINE : DATE_DAY, 0);
    return n ? k + n : 0;
}

/* "ngày 18, 19 và 20/9/2024", "18 và 19/9/2024": several days of one month. Returns the tokens taken, 0 = not so. */
static size_t days_at(When *w, size_t i)
{
    const Toks *t = &w->f->t;
    long day[LIST_MOST];
    size_t n = 0, k = i + (phrase_is(t, i, "ngày") ? 1 : 0), m;
    Point last = {1, 0, 0, 0};
    if (k == i && i && !(phrase_mark(t, i - 1, ',') || phrase_mark(t, i - 1, ':') || phrase_mark(t, i - 1, '('))) return 0;
    if (i && (phrase_is(t, i - 1, "sau") || phrase_is(t, i - 1, "trước"))) return 0;
    while (n < LIST_MOST && phrase_number(t, k, &day[n]) && day[n] >= 1 && day[n] <= 31 && t->v[k].len <= 2 && !t->v[k].used &&
        (phrase_mark(t, k + 1, ',') || phrase_is(t, k + 1, "và"))) n++, k += 2;
    if (!n || !(m = when_day(t, k, &last.day, &last.month, &last.year))) return 0;
    if (k == i + 2 * n && !last.year) return 0;        /* without "ngày" only with a year */
    int year = year_or_plan(w, last.year);
    for (size_t c = 0; c <= n && year; c++) {
        Date d = date_of(year, last.month, c < n ? (int)day[c] : last.day);
        add(w, DATE_DAY, d, d, 0);
    }
    return k + m - i;
}

static size_t span_list_at(When *w, size_t i)
{
    const Toks *t = &w->f->t;
    Point p;
    if (!phrase_is(t, i, "tháng") && !phrase_is(t, i, "quý")) return 0;
    if (i && phrase_any(t, i - 1, (const char *const[]){"mỗi", "hằng", "hàng", "một", NULL})) return 0;
    /* "mỗi tháng 01 lần" */
    if (i && t->v[i - 1].kind == TOK_NUMBER && !(i > 1 && phrase_any(t, i - 2, ORDINAL))) return 0;      /* "6 tháng" */
    if (!span_at(t, i, 0, &p)) return 0;
    if (i && (phrase_is(t, i - 1, "hết") || (phrase_is(t, i - 1, "cuối") && i > 1 && (phrase_is(t, i - 2, "đến") ||
        phrase_is(t, i - 2, "trước")))))
        return list_at(w, i, DATE_DEADLINE, 0);
    return list_at(w, i, DATE_MONTH, 0);
}

void when_scan(Facts *f, int alone)
{
    When w = {f, alone, 0};
    const Toks *t = &f->t;
    for (size_t i = 0; i < t->n;) {
        w.yearly = 0;
        size_t n = 0;
        if (!t->v[i].used) {
            n = days_at(&w, i);
            if (!n) n = period_at(&w, i);
            if (!n) n = deadline_at(&w, i);
            if (!n) n = span_list_at(&w, i);
            if (!n) n = single_day_at(&w, i);
        }
        claim(f, i, i + n);
        i += n ? n : 1;
    }
}
