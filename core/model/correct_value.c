/* correct_value.c - dates, bodies, targets and references as a person writes them in a cell, and back. */
#include "core/model/correct.h"
#include "core/base/text.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put_day(Date d, Buf *out)
{
    int y, m, day;
    date_parts(d, &y, &m, &day);
    buf_printf(out, m < 3 ? "%02d/%02d/%d" : "%02d/%d/%d", day, m, y);
}

static void fold(const char *s, Buf *b)
{
    buf_clear(b);
    text_fold(s, strlen(s), b);
}

/* --- dates --- */

static int is_month(const PlanDate *d)
{
    int y, m, day;
    if (d->from == DATE_NONE || d->to == DATE_NONE) return 0;
    date_parts(d->from, &y, &m, &day);
    return day == 1 && d->to == date_of(y, m, date_month_days(y, m));
}

static int quarter_of(const PlanDate *d)
{
    int y, m, day;
    if (d->from == DATE_NONE || d->to == DATE_NONE) return 0;
    date_parts(d->from, &y, &m, &day);
    return day == 1 && m % 3 == 1 && d->to == date_of(y, m + 2, date_month_days(y, m + 2)) ? m / 3 + 1 : 0;
}

void correct_print_date(const PlanDate *d, Buf *out)
{
    static const char *const roman[] = {"", "I", "II", "III", "IV"};
    int y = 0, m = 0;
    if (d->from != DATE_NONE) date_parts(d->from, &y, &m, NULL);
    if (d->kind == DATE_MONTH && is_month(d)) {
        buf_printf(out, m < 3 ? "tháng %02d/%d" : "tháng %d/%d", m, y);
    } else if (d->kind == DATE_QUARTER && quarter_of(d)) {
        buf_printf(out, "quý %s/%d", roman[quarter_of(d)], y);
    } else if (d->from != DATE_NONE && d->to != DATE_NONE && d->from != d->to) {
        put_day(d->from, out);
        buf_puts(out, " - ");
        put_day(d->to, out);
    } else if (d->kind == DATE_DAY) {
        buf_puts(out, "ngày ");
        put_day(d->to != DATE_NONE ? d->to : d->from, out);
    } else {
        buf_puts(out, d->exclusive ? "trước " : "chậm nhất ");
        if (d->to != DATE_NONE) put_day(d->to, out);
    }
    if (d->yearly) buf_puts(out, " hằng năm");
}

/* The days «5/12», «05/12/2023» in a folded text; returns how many, at most 2 in day[]; -1 = one that no calendar has. */
static int find_days(const char *s, int year, Date day[2])
{
    int n = 0;
    for (const char *p = s; *p;) {
        int d, m, y = 0, len = 0, more = 0;
        if (!isdigit((unsigned char)*p) || (p > s && (isalnum((unsigned char)p[-1]) || p[-1] == '/'))) {
            p++;
            continue;
        }
        if (sscanf(p, "%2d/%2d%n", &d, &m, &len) != 2 || !len || isdigit((unsigned char)p[len])) {
            while (isdigit((unsigned char)*p) || *p == '/') p++;
            continue;
        }
        if (p[len] == '/' && sscanf(p + len, "/%4d%n", &y, &more) == 1) len += more;
        Date one = date_of(y ? y : year, m, d);
        if (one == DATE_NONE || n == 2) return -1;
        day[n++] = one;
        p += len;
    }
    return n;
}

static int read_quarter(const char *s)
{
    static const char *const names[] = {"i", "ii", "iii", "iv"};
    size_t n = strspn(s, "iv");
    for (int i = 0; i < 4; i++)
        if (strlen(names[i]) == n && !strncmp(s, names[i], n)) return i + 1;
    return *s >= '1' && *s <= '4' && !isdigit((unsigned char)s[1]) ? *s - '0' : 0;
}

static int year_in(const char *s, int usual)
{
    for (; *s; s++)
        if (*s == '2' && isdigit((unsigned char)s[1]) && isdigit((unsigned char)s[2]) && isdigit((unsigned char)s[3]) &&
            !isdigit((unsigned char)s[4])) return atoi(s);
    return usual;
}

static int read_span(const char *s, int year, PlanDate *out)
{
    const char *quarter = strstr(s, "quy "), *month = strstr(s, "thang ");
    int y = year_in(s, year), first = 0, months = 1;
    if (quarter) {
        int q = read_quarter(quarter + 4);
        first = q ? q * 3 - 2 : 0;
        months = 3;
        out->kind = DATE_QUARTER;
    } else if (month && !strstr(s, "ngay ")) {
        first = atoi(month + 6);
        out->kind = DATE_MONTH;
    }
    if (first < 1 || first > 12 || !y) return -1;
    out->from = date_of(y, first, 1);
    out->to = date_of(y, first + months - 1, date_month_days(y, first + months - 1));
    return 0;
}

int correct_read_date(const char *s, int year, PlanDate *out)
{
    Buf b = {0};
    Date day[2] = {DATE_NONE, DATE_NONE};
    PlanDate d = {.from = DATE_NONE, .to = DATE_NONE, .node = -1};
    fold(s, &b);
    const char *t = buf_text(&b);
    int n = find_days(t, year, day), rc = 0;
    d.yearly = strstr(t, "hang nam") != NULL;
    if (n < 0) rc = -1;
    else if (n == 2) {
        d.kind = DATE_PERIOD;
        d.from = day[0];
        d.to = day[1];
        rc = d.from > d.to ? -1 : 0;
    } else if (n == 1) {
        int before = strstr(t, "truoc") != NULL;
        int last = before || strstr(t, "cham nhat") || strstr(t, "han ") || strstr(t, "den ") || strstr(t, "before") ||
                   strstr(t, "by ");
        d.kind = last ? DATE_DEADLINE : DATE_DAY;
        d.exclusive = before || strstr(t, "before") != NULL;
        d.to = day[0];
        d.from = last ? DATE_NONE : day[0];
    } else rc = read_span(t, year, &d);
    buf_free(&b);
    if (rc == 0) *out = d;
    return rc;
}

/* --- bodies --- */

static const struct { ActorRole role; const char *vi, *en; } roles[] = {
    {ACTOR_LEAD, "chủ trì", "lead"}, {ACTOR_SUPPORT, "phối hợp", "support"}, {ACTOR_REQUEST, "đề nghị", "request"},
    {ACTOR_GROUP, "nhóm", "group"}};

void correct_print_actor(const PlanActor *a, Buf *out)
{
    for (size_t i = 0; i < 4; i++)
        if (roles[i].role == a->role) buf_printf(out, "%s: %s", roles[i].vi, a->name);
}

int correct_read_actor(const char *s, Arena *a, PlanActor *out)
{
    const char *colon = strchr(s, ':');
    if (!colon) return -1;
    Str name = str_trim(str_of(colon + 1)), role = str_trim((Str){s, (size_t)(colon - s)});
    const char *word = arena_text(a, role.p, role.n);
    for (size_t i = 0; name.n && i < 4; i++) {
        if (!text_same_folded(word, roles[i].vi) && !text_same_folded(word, roles[i].en)) continue;
        *out = (PlanActor){.name = arena_text(a, name.p, name.n), .role = roles[i].role, .node = -1};
        return 0;
    }
    return -1;
}

/* --- targets --- */

static const struct { Direction d; const char *vi, *en; } directions[] = {
    {AT_LEAST, "ít nhất", "at least"}, {AT_MOST, "không quá", "at most"}, {EQUAL, "bằng", "equal"}};

void correct_print_target(const PlanTarget *t, Buf *out)
{
    char number[40];
    snprintf(number, sizeof number, "%.10g", t->value);
    for (char *p = number; *p; p++)
        if (*p == '.') *p = ',';
    for (size_t i = 0; i < 3; i++)
        if (directions[i].d == t->direction) buf_printf(out, "%s %s %s", directions[i].vi, number, t->unit);
    if (t->year) buf_printf(out, " năm %d", t->year);
}

/* 1,7 · 1.000 · 42 as people write them; the bytes taken, 0 = none. */
static size_t read_number(const char *s, double *out)
{
    char digits[40];
    size_t i = 0, n = 0;
    while (n < sizeof digits - 1 && (isdigit((unsigned char)s[i]) || ((s[i] == '.' || s[i] == ',') && n &&
                                                                       isdigit((unsigned char)s[i + 1])))) {
        if (s[i] == ',') digits[n++] = '.';
        else if (s[i] != '.') digits[n++] = s[i];
        else if (strspn(s + i + 1, "0123456789") != 3) digits[n++] = '.';
        i++;
    }
    digits[n] = 0;
    if (n) *out = strtod(digits, NULL);
    return n ? i : 0;
}

int correct_read_target(const char *s, Arena *a, PlanTarget *out)
{
    PlanTarget t = {.direction = EQUAL, .node = -1};
    Buf b = {0};
    const char *digit = s + strcspn(s, "0123456789");
    const char *head = arena_text(a, s, (size_t)(digit - s));
    size_t k = read_number(digit, &t.value), found = 3;
    fold(head, &b);
    Str word = str_trim(buf_view(&b));
    const char *said = arena_text(a, word.p, word.n);
    for (size_t i = 0; i < 3; i++)
        if (text_same_folded(said, directions[i].vi) || text_same_folded(said, directions[i].en)) found = i;
    buf_free(&b);
    if (!k || (found == 3 && word.n)) return -1;
    if (found < 3) t.direction = directions[found].d;
    Str unit = str_trim(str_of(digit + k));
    const char *year = NULL;
    for (const char *p = unit.p; (p = strstr(p, "năm ")); p += 4) year = p;
    if (year && isdigit((unsigned char)year[strlen("năm ")])) {
        t.year = atoi(year + strlen("năm "));
        unit = str_trim((Str){unit.p, (size_t)(year - unit.p)});
    }
    if (!unit.n || t.year < 0 || t.year > 9999) return -1;
    t.unit = arena_text(a, unit.p, unit.n);
    *out = t;
    return 0;
}

/* --- references --- */

void correct_print_legal(const PlanLegal *l, Buf *out)
{
    buf_printf(out, "%s %s", l->kind, l->number);
    if (l->date != DATE_NONE) {
        buf_puts(out, " ngày ");
        put_day(l->date, out);
    }
    if (l->issuer) buf_printf(out, " của %s", l->issuer);
}

int correct_read_legal(const char *s, Arena *a, PlanLegal *out)
{
    PlanLegal l = {.date = DATE_NONE, .node = -1};
    Str head = str_of(s);
    const char *issuer = strstr(s, " của "), *day = strstr(s, " ngày ");
    if (issuer) {
        Str name = str_trim(str_of(issuer + strlen(" của ")));
        l.issuer = name.n ? arena_text(a, name.p, name.n) : NULL;
        head.n = (size_t)(issuer - s);
    }
    if (day && day < s + head.n) {
        Str text = str_trim((Str){day + strlen(" ngày "), head.n - (size_t)(day - s) - strlen(" ngày ")});
        l.date = date_parse(arena_text(a, text.p, text.n), 0);
        if (l.date == DATE_NONE) return -1;
        head.n = (size_t)(day - s);
    }
    head = str_trim(head);
    size_t cut = head.n;
    while (cut && head.p[cut - 1] != ' ') cut--;
    Str kind = str_trim((Str){head.p, cut}), number = {head.p + cut, head.n - cut};
    if (kind.n > 4 && !memcmp(kind.p + kind.n - 4, " số", 4)) kind = str_trim((Str){kind.p, kind.n - 4});
    if (!kind.n || !number.n || !strpbrk(arena_text(a, number.p, number.n), "0123456789")) return -1;
    l.kind = arena_text(a, kind.p, kind.n);
    l.number = arena_text(a, number.p, number.n);
    *out = l;
    return 0;
}

/* --- the document's date --- */

void correct_print_issued(const Plan *p, Buf *out)
{
    if (!p->year) return;
    if (p->day) buf_printf(out, "ngày %02d ", p->day);
    else buf_puts(out, "ngày … ");
    if (p->month) buf_printf(out, p->month < 3 ? "tháng %02d " : "tháng %d ", p->month);
    else buf_puts(out, "tháng … ");
    buf_printf(out, "năm %d", p->year);
}

static int after(const char *s, const char *word)
{
    const char *p = strstr(s, word);
    return p ? atoi(p + strlen(word)) : 0;
}

int correct_read_issued(const char *s, int *year, int *month, int *day)
{
    Buf b = {0};
    Date d = date_parse(s, 0);
    fold(s, &b);
    if (d != DATE_NONE) date_parts(d, year, month, day);
    else {
        *day = after(buf_text(&b), "ngay ");
        *month = after(buf_text(&b), "thang ");
        *year = after(buf_text(&b), "nam ");
    }
    buf_free(&b);
    if (*year < 1900 || *year > 2200 || *month < 0 || *month > 12 || *day < 0) return -1;
    return *day && (!*month || date_of(*year, *month, *day) == DATE_NONE) ? -1 : 0;
}

/* --- kinds of clauses --- */

static const struct { NodeKind kind; const char *vi, *en; } kinds[] = {
    {NODE_PART, "phần", "part"}, {NODE_GROUP, "nhóm", "group"}, {NODE_POINT, "điểm", "point"}, {NODE_ARTICLE, "điều", "article"},
    {NODE_ITEM, "gạch đầu dòng", "item"}, {NODE_ROW, "dòng bảng", "row"}, {NODE_PARAGRAPH, "đoạn", "paragraph"}};

const char *correct_kind_name(NodeKind k, int english)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].kind == k) return english ? kinds[i].en : kinds[i].vi;
    return "";
}

int correct_read_kind(const char *s)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_same_folded(s, kinds[i].vi) || text_same_folded(s, kinds[i].en)) return (int)kinds[i].kind;
    return -1;
}
