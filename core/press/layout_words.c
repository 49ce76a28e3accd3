/* layout_words.c - the words of the header: national name, number and symbol, place and date; and dates in the text. */
#include "core/press/layout_inside.h"
#include "core/base/text.h"
#include <ctype.h>
#include <string.h>

static Str skip_space(Str s)
{
    while (s.n && (*s.p == ' ' || *s.p == '\t')) s.p++, s.n--;
    while (s.n > 1 && !memcmp(s.p, "\xC2\xA0", 2)) s.p += 2, s.n -= 2;
    return s;
}

static size_t digits(Str s)
{
    size_t n = 0;
    while (n < s.n && isdigit((unsigned char)s.p[n])) n++;
    return n;
}

/* --- quốc hiệu, tiêu ngữ --- */

static void check_nation(LayDoc *d, const LayLine *l, const char *want, const char *also, const char *field)
{
    if (str_is(l->text, want) || (also && str_is(l->text, also))) return;
    findings_add(d->f, SEN7092, d->file, l->no, 0, NULL, "%s" ARG "%s" ARG "%s" ARG "%s", layout_name(l->role),
                 layout_place(d, l), want, layout_clause(d, field));
}

/* --- số, ký hiệu --- */

static void wrong_number(LayDoc *d, const LayLine *l, const char *what)
{
    findings_add(d->f, SEN7093, d->file, l->no, 0, NULL, "%s" ARG "%s" ARG "%s", layout_place(d, l), what,
                 layout_clause(d, "number_size"));
}

static void wrong_symbol(LayDoc *d, const LayLine *l, const char *what)
{
    findings_add(d->f, SEN7094, d->file, l->no, 0, NULL, "%s" ARG "%s" ARG "%s", layout_place(d, l), what,
                 layout_clause(d, "number_size"));
}

/* The type at the head of a symbol: "KHPH.VHTT" and "KH" are both of a plan; longest first by the table's own symbols. */
static int symbol_begins(Str part, const char *symbol)
{
    size_t n = strlen(symbol);
    return part.n >= n && !memcmp(part.p, symbol, n);
}

static void check_symbol(LayDoc *d, const LayLine *l, Str s)
{
    size_t n = 0;
    while (n < s.n && s.p[n] != '-') n++;
    Str first = {s.p, n};
    const LayType *own = layout_type_symbol(first), *later = NULL;
    for (size_t i = n; i < s.n;) {
        size_t k = i + 1;
        while (k < s.n && s.p[k] != '-' && s.p[k] != '/') k++;
        if (!later) later = layout_type_symbol((Str){s.p + i + 1, k - i - 1});
        i = k;
    }
    if (memchr(s.p, ' ', s.n))
        wrong_symbol(d, l, "có dấu cách trong ký hiệu" ERR_BOTH "a space stands in the symbol");
    else if (d->letter && (own || str_is(first, "CV")))
        wrong_symbol(d, l, "công văn không có chữ viết tắt tên loại; viết theo mẫu UBND-VHXH" ERR_BOTH
                     "an official letter has no abbreviation of a type; write it like UBND-VHXH");
    else if (!d->letter && d->type && !symbol_begins(first, d->type->symbol)) {
        int turned = later || memchr(s.p, '/', s.n);
        const char *vi = turned ? "chữ viết tắt tên loại phải đứng trước tên cơ quan" : "chữ viết tắt tên loại không đúng";
        const char *en = turned ? "the type comes before the body" : "it has not the abbreviation of its type";
        wrong_symbol(d, l, arena_print(d->arena, "%s (%s là %s)" ERR_BOTH "%s (%s is %s)", vi, d->type->title, d->type->symbol,
                                       en, d->type->title, d->type->symbol));
    }
}

static void check_number(LayDoc *d, const LayLine *l)
{
    Str s = l->text;
    size_t n = 0;
    while (n < s.n && s.p[n] != ':' && !isdigit((unsigned char)s.p[n]) && s.p[n] != '/') n++;
    if (n == s.n || s.p[n] != ':') {
        wrong_number(d, l, "thiếu dấu hai chấm sau từ «Số»" ERR_BOTH "a colon is missing after «Số»");
        if (n == s.n) return;
    } else n++;
    s = skip_space((Str){s.p + n, s.n - n});
    n = digits(s);
    if (n == 1) wrong_number(d, l, "số nhỏ hơn 10 phải ghi số 0 phía trước" ERR_BOTH "a number below 10 takes a 0");
    s = skip_space((Str){s.p + n, s.n - n});
    while (s.n && (*s.p == '.' || *s.p == '_' || layout_begins(s.p, "…"))) {       /* a place left open */
        size_t k = *s.p == '.' || *s.p == '_' ? 1 : 3;
        s = skip_space((Str){s.p + k, s.n - k});
    }
    if (!s.n || *s.p != '/') {
        wrong_number(d, l, "giữa số và ký hiệu phải là dấu gạch chéo" ERR_BOTH "a slash stands between number and symbol");
        return;
    }
    s = skip_space((Str){s.p + 1, s.n - 1});
    if (s.n) check_symbol(d, l, s);
    else wrong_symbol(d, l, "thiếu ký hiệu" ERR_BOTH "the symbol is missing");
}

/* --- địa danh, ngày --- */

typedef struct LayDate { Str day, month; int there; } LayDate;

/* «ngày 5/3/2026»: the day of a date in figures, of which only its zero is asked. */
static size_t figures(Str s)
{
    size_t day = digits(s), month = day < s.n && s.p[day] == '/' ? digits((Str){s.p + day + 1, s.n - day - 1}) : 0;
    size_t at = day + 1 + month;
    return month && at < s.n && s.p[at] == '/' && digits((Str){s.p + at + 1, s.n - at - 1}) == 4 ? day : 0;
}

/* «ngày 05 tháng 3 năm», «ngày 05/3/2026»; p moves behind it. */
static LayDate next_date(const char **p, const char *end)
{
    LayDate date = {0};
    while (*p < end) {
        const char *at = memmem(*p, (size_t)(end - *p), "ngày", strlen("ngày"));
        if (!at) break;
        Str s = skip_space((Str){at + strlen("ngày"), (size_t)(end - at) - strlen("ngày")});
        *p = at + strlen("ngày");
        date.day = (Str){s.p, digits(s)};
        if (figures(s)) {
            date.there = 1;
            return date;
        }
        s = skip_space((Str){s.p + date.day.n, s.n - date.day.n});
        if (!str_is((Str){s.p, s.n < strlen("tháng") ? s.n : strlen("tháng")}, "tháng")) continue;
        s = skip_space((Str){s.p + strlen("tháng"), s.n - strlen("tháng")});
        date.month = (Str){s.p, digits(s)};
        date.there = 1;
        return date;
    }
    *p = end;
    return date;
}

/* 0 before days below 10 and before months 1 and 2, nowhere else. NULL = right. */
static const char *wrong_zero(LayDate date)
{
    if (date.day.n == 1) return "ngày nhỏ hơn 10 phải ghi số 0 phía trước" ERR_BOTH "a day below 10 takes a 0";
    if (date.month.n == 1 && date.month.p[0] < '3')
        return "tháng 1 và tháng 2 phải ghi số 0 phía trước" ERR_BOTH "months 1 and 2 take a 0";
    if (date.month.n == 2 && date.month.p[0] == '0' && date.month.p[1] > '2')
        return "từ tháng 3 trở đi không ghi số 0 phía trước" ERR_BOTH "from month 3 on there is no 0";
    return NULL;
}

static void check_place(LayDoc *d, const LayLine *l)
{
    const char *p = l->text.p, *end = p + l->text.n, *day = memmem(p, l->text.n, "ngày", strlen("ngày"));
    const char *why = wrong_zero(next_date(&p, end));
    if (why)
        findings_add(d->f, SEN7095, d->file, l->no, 0, NULL, "%s" ARG "%s" ARG "%s", layout_place(d, l), why,
                     layout_clause(d, "place_size"));
    if (!day) return;
    while (day > l->text.p && (day[-1] == ' ' || (unsigned char)day[-1] == 0xA0 || (unsigned char)day[-1] == 0xC2)) day--;
    if (day > l->text.p && day[-1] != ',')
        findings_add(d->f, SEN7097, d->file, l->no, 0, NULL, "%s" ARG "%s", layout_place(d, l), layout_clause(d, "place_size"));
}

/* Dates within the text, one finding for all. */
static void check_dates(LayDoc *d)
{
    LayGroup g = {0};
    const char *first = NULL;
    for (size_t i = d->head_end; i < d->n; i++) {
        const LayLine *l = &d->v[i];
        const char *p = l->text.p, *end = p + l->text.n, *why = NULL;
        while (!why && p < end) {
            LayDate date = next_date(&p, end);
            if (date.there) why = wrong_zero(date);
        }
        if (!why) continue;
        if (!g.n) first = why;
        layout_group(&g, l);
    }
    if (g.n)
        findings_add(d->f, SEN7096, d->file, g.first->no, 0, NULL, "%s" ARG "%s" ARG "%s", layout_many(d, &g), first,
                     layout_clause(d, "place_size"));
}

void layout_check_header(LayDoc *d)
{
    for (size_t i = 0; i < d->head_end; i++) {
        const LayLine *l = &d->v[i];
        if (l->role == LAY_NATION)
            check_nation(d, l, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "nation_size");
        else if (l->role == LAY_MOTTO) check_nation(d, l, "Độc lập - Tự do - Hạnh phúc", NULL, "motto_size");
        else if (l->role == LAY_NUMBER) check_number(d, l);
        else if (l->role == LAY_PLACE) check_place(d, l);
    }
    check_dates(d);
}
