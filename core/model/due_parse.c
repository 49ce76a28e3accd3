/* due_parse.c - reads a date rule and a period; knows the grammar, not the calendar of a task. */
#include "core/model/due.h"
#include "core/model/due_lunar.h"
#include "core/model/due_words.h"
#include <string.h>

/* --- the ends of a period: «bắt đầu», «kết thúc» --- */

static int take_anchor(DueWords *w, int *from_end)
{
    static const char *const first[] = {"bat dau", "khai mac", "mo dau", "khoi dau", "start", "starting", "starts",
        "beginning", "begin"};
    static const char *const last[] = {"ket thuc", "be mac", "hoan thanh", "end", "ending", "ends", "finish"};
    int from = w->at;
    (void)(due_words_take(w, "khi|luc|it|its") || due_words_take(w, "ngay"));
    (void)due_words_take(w, "the");
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (due_words_phrase(w, first[i])) return *from_end = 0, 1;
    for (size_t i = 0; i < sizeof last / sizeof *last; i++)
        if (due_words_phrase(w, last[i])) return *from_end = 1, 1;
    w->at = from;
    return 0;
}

/* T-15, E+5w: w is working days, m months. */
static int read_short(DueWords *w, DueRule *r)
{
    int from = w->at, end = due_words_is(w, "e");
    if (!due_words_take(w, "t|e")) return 0;
    *r = (DueRule){.kind = DUE_OFFSET, .from_end = end, .unit = 'd'};
    if (due_words_end(w)) return 1;
    int minus = due_words_is(w, "-");
    if (due_words_take(w, "-|+") && due_words_number(w, 4, &r->n)) {
        if (minus) r->n = -r->n;
        if (due_words_take(w, "w")) r->working = 1;
        else if (due_words_take(w, "m")) r->unit = 'm';
        else (void)due_words_take(w, "d|n");
        return 1;
    }
    w->at = from;
    return 0;
}

/* 15 ngày [làm việc] trước khi bắt đầu; 2 weeks after the end; 10 ngày trước 20/11 */
static int read_offset(DueWords *w, DueRule *r)
{
    int from = w->at, back;
    *r = (DueRule){.kind = DUE_OFFSET};
    if (!due_words_number(w, 4, &r->n)) return 0;
    if (due_words_take(w, "working|business")) r->working = 1;
    if (due_words_take(w, "ngay|day|days")) r->unit = 'd';
    else if (due_words_take(w, "tuan|week|weeks")) r->unit = 'w';
    else if (due_words_take(w, "thang|month|months")) r->unit = 'm';
    else if (due_words_take(w, "nam|year|years")) r->unit = 'y';
    if (r->unit == 'd' && due_words_phrase(w, "lam viec")) r->working = 1;
    back = due_words_is(w, "truoc|before");
    if (r->unit && due_words_take(w, "truoc|before|sau|after|ke")) {
        (void)(due_words_take(w, "ke"), due_words_take(w, "tu"));
        if (back) r->n = -r->n;
        if (take_anchor(w, &r->from_end) || due_lunar_words(w, &r->day, &r->month, &r->year, &r->lunar) ||
            due_words_day(w, &r->day, &r->month, &r->year)) return 1;
    }
    w->at = from;
    return 0;
}

/* --- ends and middles --- */

/* «cuối», «đầu», «giữa», with «ngày [làm việc]» before or «cùng», «tiên» behind; «last working day of», «end of», «mid». */
static int take_edge(DueWords *w, DueRule *r)
{
    int from = w->at, day = 0, found = 1;
    (void)due_words_take(w, "the");
    if (due_words_take(w, "ngay")) {
        day = 1;
        if (due_words_phrase(w, "lam viec")) r->working = 1;
    }
    if (due_words_take(w, "cuoi|last|end")) r->edge = 1;
    else if (due_words_take(w, "dau|first|start|beginning")) r->edge = -1;
    else if (!day && due_words_take(w, "giua|mid|middle")) r->edge = 0;
    else found = 0;
    if (found) {
        (void)due_words_take(w, "cung|tien");
        if (!day && due_words_take(w, "working|business")) {
            r->working = 1;
            found = due_words_take(w, "day");
        } else if (!day) {
            (void)due_words_take(w, "day");
        }
        (void)due_words_take(w, "cua|of|-");
        (void)due_words_take(w, "the");
    }
    if (!found) w->at = from;
    return found;
}

static int take_every(DueWords *w, const char *unit)
{
    int from = w->at;
    (void)due_words_take(w, "vao|cua|of|on");
    if (due_words_take(w, "hang|moi|every|each") && due_words_take(w, unit)) return 1;
    w->at = from;
    return 0;
}

/* After an edge: tháng 6, quý IV, năm 2026, hằng tháng, tháng (each month of the period). */
static int read_edge(DueWords *w, DueRule *r)
{
    int from = w->at;
    *r = (DueRule){.kind = DUE_SPAN, .edge = 1};
    if (!take_edge(w, r)) return 0;
    if (due_words_month(w, &r->month, &r->year)) r->unit = 'm';
    else if (due_words_quarter(w, &r->month, &r->year)) r->unit = 'q';
    else if (take_every(w, "thang|month")) r->kind = DUE_MONTHLY;
    else if (take_every(w, "quy|quarter")) r->kind = DUE_QUARTERLY;
    else if (due_words_take(w, "thang|month")) r->kind = DUE_MONTHLY;
    else if (due_words_take(w, "quy|quarter")) r->kind = DUE_QUARTERLY;
    else if (due_words_take(w, "nam|year")) {
        r->unit = 'y';
        (void)due_words_number(w, 4, &r->year);
    } else if (due_words_end(w) && r->edge) {              /* «ngày đầu tiên», «ngày cuối cùng» of the period itself */
        *r = (DueRule){.kind = DUE_OFFSET, .unit = 'd', .from_end = r->edge > 0, .working = r->working};
    } else {
        w->at = from;
        return 0;
    }
    return 1;
}

/* tuần đầu tháng 6; tháng 6; quý IV; năm 2026; cả năm */
static int read_span(DueWords *w, DueRule *r)
{
    int from = w->at;
    *r = (DueRule){.kind = DUE_SPAN, .edge = 1};
    if (due_words_week(w, &r->n)) {
        (void)due_words_take(w, "cua|of|in");
        if (due_words_month(w, &r->month, &r->year)) return r->unit = 'm', 1;
        w->at = from;
        return 0;
    }
    if (due_words_month(w, &r->month, &r->year)) return r->unit = 'm', 1;
    if (due_words_quarter(w, &r->month, &r->year)) return r->unit = 'q', 1;
    if (due_words_phrase(w, "ca nam") || due_words_phrase(w, "trong nam") || due_words_phrase(w, "the year") ||
        due_words_phrase(w, "all year")) {
        (void)due_words_number(w, 4, &r->year);
        return r->unit = 'y', 1;
    }
    if (due_words_take(w, "nam|year") && (due_words_end(w) || (due_words_number(w, 4, &r->year) && r->year >= 1900)))
        return r->unit = 'y', 1;
    w->at = from;
    return 0;
}

/* --- what repeats --- */

static int read_repeat(DueWords *w, DueRule *r)
{
    int from = w->at;
    *r = (DueRule){0};
    if (take_every(w, "ngay|day")) {
        r->kind = DUE_DAILY;
        r->working = due_words_phrase(w, "lam viec");
        return 1;
    }
    if (due_words_phrase(w, "every working day") || due_words_phrase(w, "each working day")) {
        *r = (DueRule){.kind = DUE_DAILY, .working = 1};
        return 1;
    }
    int every = due_words_take(w, "every|moi|each");
    if (due_words_weekday(w, &r->weekday)) {
        r->kind = DUE_WEEKLY;
        if (take_every(w, "tuan|week") || due_words_take(w, "weekly") || (every && due_words_end(w))) return 1;
        const char *last = w->v[w->at - 1].text;           /* «Mondays» */
        if (due_words_end(w) && strlen(last) > 6 && last[strlen(last) - 1] == 's') return 1;
    }
    w->at = from;
    (void)(due_words_take(w, "ngay") || due_words_phrase(w, "the day") || due_words_take(w, "the|day"));
    (void)due_words_take(w, "mung|mong");
    if (due_words_number(w, 2, &r->day) && r->day >= 1 && r->day <= 31) {
        (void)due_words_take(w, "st|nd|rd|th");
        if (take_every(w, "thang|month")) {
            r->kind = DUE_MONTHLY;
            return 1;
        }
    }
    w->at = from;
    return 0;
}

/* --- a whole rule --- */

/* «trước», «chậm nhất ngày», «hết» …: 1 = exclusive, 2 = inclusive, 0 = none. */
static int take_prefix(DueWords *w)
{
    static const char *const until[] = {"cham nhat", "muon nhat", "han chot", "han cuoi", "khong qua", "den het",
                                       "no later than"};
    int kind = 0, from;
    do {
        from = w->at;
        for (size_t i = 0; i < sizeof until / sizeof *until; i++)
            if (due_words_phrase(w, until[i])) kind = 2;
        if (due_words_take(w, "het|trong|den|by|until|in|within|vao|la|on|at|han")) kind = kind ? kind : 2;
        if (due_words_take(w, "truoc|before")) kind = 1;
    } while (w->at != from);
    return kind;
}

static int read_day(DueWords *w, DueRule *r)
{
    int from = w->at;
    *r = (DueRule){.kind = DUE_DAY};
    if (due_lunar_words(w, &r->day, &r->month, &r->year, &r->lunar)) {
        if (due_words_end(w)) return 1;
        *r = (DueRule){.kind = DUE_DAY};
        w->at = from;
    }
    return due_words_day(w, &r->day, &r->month, &r->year);
}

static int read_anchor(DueWords *w, DueRule *r)
{
    *r = (DueRule){.kind = DUE_OFFSET, .unit = 'd'};
    return take_anchor(w, &r->from_end);
}

int due_parse(Str s, DueRule *out, Err *e)
{
    static int (*const read[])(DueWords *, DueRule *) = {read_short, read_offset, read_repeat, read_day, read_edge, read_span,
                                                         read_anchor};
    DueWords w;
    DueRule r = {0};
    if (due_words_read(&w, s) != 0 || w.n == 0) return due_words_stuck(&w, SEN3901, e);
    int prefix = take_prefix(&w), from = w.at;
    for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
        w.at = from;
        if (!read[i](&w, &r) || !due_words_end(&w)) continue;
        r.exclusive = prefix == 1;
        /* «trước tháng 6» is before its first day, «trước cuối tháng 6» before its last */
        if (prefix == 1 && r.kind == DUE_SPAN && read[i] == read_span) r.edge = -1;
        *out = r;
        return 0;
    }
    w.at = from;
    return due_words_stuck(&w, SEN3901, e);
}

/* --- periods --- */

typedef struct Piece { int kind; int y, m1, d1, m2, d2; } Piece;         /* kind 'd' 'm' 'q' 'y'; d2 32 = the month's last */

static int read_piece(DueWords *w, Piece *p)
{
    int v, week;
    *p = (Piece){0};
    (void)due_words_phrase(w, "trong");
    if (due_words_day(w, &p->d1, &p->m1, &p->y)) {
        p->kind = 'd';
        p->m2 = p->m1;
        p->d2 = p->d1;
    } else if (due_words_month(w, &p->m1, &p->y)) {
        *p = (Piece){'m', p->y, p->m1, 1, p->m1, 32};
    } else if (due_words_quarter(w, &v, &p->y)) {
        *p = (Piece){'q', p->y, v * 3 - 2, 1, v * 3, 32};
    } else if (due_words_week(w, &week)) {
        (void)due_words_take(w, "cua|of|in");
        if (!due_words_month(w, &v, &p->y)) return 0;
        *p = (Piece){'w', p->y, v, week == 5 ? -7 : week * 7 - 6, v, week == 5 ? 32 : week * 7};
    } else if (due_words_phrase(w, "ca nam") || due_words_phrase(w, "all year") || due_words_take(w, "nam|year")) {
        (void)due_words_number(w, 4, &p->y);
        *p = (Piece){'y', p->y, 1, 1, 12, 32};
    } else if (due_words_number(w, 1, &v) && v == 6 && due_words_take(w, "thang")) {
        int first = due_words_is(w, "dau");
        if (!due_words_take(w, "dau|cuoi") || !due_words_take(w, "nam")) return 0;
        (void)due_words_number(w, 4, &p->y);
        *p = first ? (Piece){'q', p->y, 1, 1, 6, 32} : (Piece){'q', p->y, 7, 1, 12, 32};
    } else {
        return 0;
    }
    return 1;
}

static Date edge_of(int y, int m, int d)
{
    int last = date_month_days(y, m);
    return date_of(y, m, d < 0 ? last + 1 + d : d > last && d == 32 ? last : d);
}

/* The second half of «tháng 6 - 8»: a bare number of the same kind. */
static int read_bare(DueWords *w, int kind, Piece *p)
{
    int v;
    *p = (Piece){0};
    if (kind != 'm' || !due_words_number(w, 2, &v) || v < 1 || v > 12) return 0;
    *p = (Piece){'m', 0, v, 1, v, 32};
    int from = w->at;
    if (due_words_take(w, "/") && due_words_number(w, 4, &p->y)) return 1;
    w->at = from;
    return 1;
}

int due_parse_period(Str s, int year, Date *from, Date *to, Err *e)
{
    DueWords w;
    Piece a, b;
    if (due_words_read(&w, s) != 0 || w.n == 0) return due_words_stuck(&w, SEN3904, e);
    (void)due_words_take(&w, "tu|from|trong");
    if (!read_piece(&w, &a)) return due_words_stuck(&w, SEN3904, e);
    b = a;
    int two = due_words_take(&w, "-") || due_words_take(&w, "den|toi|to|until|through");
    if (two) {
        (void)due_words_take(&w, "het");
        int at = w.at;
        if (!read_piece(&w, &b) && (w.at = at, !read_bare(&w, a.kind, &b))) return due_words_stuck(&w, SEN3904, e);
    }
    if (!due_words_end(&w)) return due_words_stuck(&w, SEN3904, e);
    int early = a.m1 * 32 + a.d1, late = b.m2 * 32 + b.d2, crosses = two && late < early;
    int y2 = b.y ? b.y : (a.y ? a.y : year) + crosses;
    int y1 = a.y ? a.y : b.y ? y2 - crosses : year;
    *from = edge_of(y1, a.m1, a.d1);
    *to = edge_of(y2, b.m2, b.d2);
    if (*from == DATE_NONE || *to == DATE_NONE || *to < *from) return due_words_stuck(&w, SEN3904, e);
    return 0;
}
