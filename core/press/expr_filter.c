/* expr_filter.c - what stands after "|": a value in, a value out; Vietnamese words come from core/vi. Knows no template. */
#include "core/press/expr_tree.h"
#include "core/base/text.h"
#include "core/model/name.h"
#include "core/vi/daytext.h"
#include "core/vi/letter.h"
#include "core/vi/spell.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const names[] = {"date", "number", "percent", "money", "upper", "lower", "title", "spell", "roman",
                                    "default", "join", "count", "markdown"};
/* least and most arguments */
static const unsigned char takes[FILTER_KINDS][2] = {{0, 1}, {0, 1}, {0, 1}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0},
                                                     {1, 1}, {0, 1}, {0, 0}, {0, 0}};

const char *const *expr_filter_names(size_t *n)
{
    *n = FILTER_KINDS;
    return names;
}

int expr_filter_find(Str name, FilterKind *out)
{
    const Name *word = name_find(PLACE_FILTER, name.p, name.n);
    for (int i = 0; word && i < FILTER_KINDS; i++) {
        if (strcmp(word->en, names[i])) continue;
        *out = (FilterKind)i;
        return 0;
    }
    return -1;
}

int expr_filter_takes(FilterKind k, int *needs)
{
    *needs = takes[k][0];
    return takes[k][1];
}

static int wrong(FilterKind k, const Value *v, Err *e)
{
    return err_set(e, SEN4137, "%s" ARG "%s", names[k], value_type_name(v->type));
}

static Value take(Arena *a, Buf *b)
{
    Value v = value_text((Str){arena_text(a, buf_text(b), b->n), b->n});
    buf_free(b);
    return v;
}

/* --- dates --- */

static void put_digits(int v, int width, Buf *out)
{
    char t[4];
    for (int i = width; i-- > 0; v /= 10) t[i] = (char)('0' + v % 10);
    buf_add(out, t, (size_t)width);
}

static int date_pattern(Date d, Str pattern, Buf *out, Err *e)
{
    int year, month, day;
    date_parts(d, &year, &month, &day);
    for (size_t i = 0; i < pattern.n; i++) {
        char c = pattern.p[i];
        if (c == 'd') put_digits(day, 2, out);
        /* as Decree 30/2020 writes dates: 05/6, 05/02 */
        else if (c == 'm') put_digits(month, month <= 2 || month > 9 ? 2 : 1, out);
        else if (c == 'y') put_digits(year, 4, out);
        else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80)
            return err_set(e, SEN4138, "%.*s", (int)(pattern.n < 40 ? pattern.n : 40), pattern.p);
        else buf_putc(out, c);
    }
    return 0;
}

static int filter_date(const Value *in, const Value *arg, Arena *a, Value *out, Err *e)
{
    Date d = in->type == VAL_DATE ? in->u.date : DATE_NONE;
    if (in->type == VAL_TEXT) d = date_parse(arena_text(a, in->u.text.p, in->u.text.n), 0);
    if (d == DATE_NONE) return wrong(FILTER_DATE, in, e);
    Str pattern = arg && arg->type == VAL_TEXT ? arg->u.text : str_of("d/m/y");
    Buf b = {0};
    if (str_is(pattern, "long")) daytext_official(d, &b);
    else if (str_is(pattern, "weekday")) daytext_with_weekday(d, &b);
    else if (date_pattern(d, pattern, &b, e)) return buf_free(&b), -1;
    *out = take(a, &b);
    return 0;
}

/* --- numbers --- */

static int number_of(const Value *v, double *out)
{
    if (v->type == VAL_INT) *out = (double)v->u.i;
    else if (v->type == VAL_NUMBER) *out = v->u.d;
    else return -1;
    return isfinite(*out) && fabs(*out) < 1e15 ? 0 : -1;
}

/* Rounded half away from zero at `places`, grouped by points, a decimal comma. */
static void put_fixed(double d, int places, Buf *out)
{
    char digits[64];
    double scale = pow(10, places), shifted = d * scale;
    /* 0.285 * 100 is 28.4999…96: what a person typed is what is rounded */
    double rounded = round(shifted + (shifted < 0 ? -1 : 1) * fabs(shifted) * 1e-15);
    snprintf(digits, sizeof digits, "%.*f", places, rounded / scale);
    char *p = digits, *dot = strchr(digits, '.');
    size_t whole = dot ? (size_t)(dot - digits) : strlen(digits);
    if (*p == '-') {
        if (rounded != 0) buf_putc(out, '-');
        p++, whole--;
    }
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0) buf_putc(out, '.');
        buf_putc(out, p[i]);
    }
    if (dot) buf_putc(out, ',');
    if (dot) buf_puts(out, dot + 1);
}

static int filter_number(FilterKind k, const Value *in, const Value *arg, Arena *a, Value *out, Err *e)
{
    double d;
    if (number_of(in, &d)) return wrong(k, in, e);
    if (arg && (arg->type != VAL_INT || arg->u.i < 0 || arg->u.i > 6)) return wrong(k, arg, e);
    Buf b = {0};
    if (k == FILTER_PERCENT) d *= 100;
    if (arg) put_fixed(d, (int)arg->u.i, &b);
    else if (k == FILTER_MONEY) put_fixed(d, 0, &b);
    else if (k == FILTER_NUMBER && in->type == VAL_INT) spell_group(in->u.i, &b);
    else spell_figure(d, k == FILTER_PERCENT ? 2 : 6, &b);
    if (k == FILTER_PERCENT) buf_putc(&b, '%');
    if (k == FILTER_MONEY) buf_puts(&b, " đồng");
    *out = take(a, &b);
    return 0;
}

static int filter_spell(const Value *in, Arena *a, Value *out, Err *e)
{
    Buf b = {0};
    if (in->type == VAL_INT) spell_number(in->u.i, &b);
    else if (in->type == VAL_NUMBER && isfinite(in->u.d)) spell_decimal(in->u.d, &b);
    else if (in->type == VAL_DATE) spell_day(in->u.date, &b);
    else if (in->type != VAL_TEXT || spell_written(in->u.text, &b)) return buf_free(&b), wrong(FILTER_SPELL, in, e);
    *out = take(a, &b);
    return 0;
}

static int filter_roman(const Value *in, Arena *a, Value *out, Err *e)
{
    Buf b = {0};
    if (in->type != VAL_INT || in->u.i < 1 || in->u.i > 3999 || spell_roman((int)in->u.i, &b))
        return buf_free(&b), wrong(FILTER_ROMAN, in, e);
    *out = take(a, &b);
    return 0;
}

/* --- texts and lists --- */

static int filter_case(FilterKind k, const Value *in, Arena *a, Value *out, Err *e)
{
    Buf t = {0}, b = {0};
    int rc = scope_print(in, &t);
    if (rc) {
        wrong(k, in, e);
    } else {
        if (k == FILTER_UPPER) text_upper(buf_text(&t), t.n, &b);
        else if (k == FILTER_LOWER) text_lower(buf_text(&t), t.n, &b);
        else letter_title_case(buf_text(&t), t.n, &b);
        *out = take(a, &b);
    }
    buf_free(&t);
    return rc;
}

static int filter_join(const Value *in, const Value *arg, Arena *a, Value *out, Err *e)
{
    if (in->type != VAL_LIST) return wrong(FILTER_JOIN, in, e);
    if (arg && arg->type != VAL_TEXT) return wrong(FILTER_JOIN, arg, e);
    Str between = arg ? arg->u.text : str_of(", ");
    Buf b = {0};
    for (uint32_t i = 0; i < in->count; i++) {
        if (i) buf_str(&b, between);
        if (in->u.list[i].type != VAL_NONE && scope_print(&in->u.list[i], &b))
            return buf_free(&b), wrong(FILTER_JOIN, &in->u.list[i], e);
    }
    *out = take(a, &b);
    return 0;
}

static int filter_count(const Value *in, Value *out, Err *e)
{
    if (in->type == VAL_LIST || in->type == VAL_MAP) *out = value_int(in->count);
    else if (in->type == VAL_TEXT) *out = value_int((int64_t)text_length(in->u.text.p, in->u.text.n));
    else return wrong(FILTER_COUNT, in, e);
    return 0;
}

int expr_filter_apply(FilterKind k, const Value *in, const Value *arg, Arena *a, Value *out, Err *e)
{
    if (k == FILTER_DEFAULT) {
        *out = in->type == VAL_NONE || (in->type == VAL_TEXT && in->u.text.n == 0) ? *arg : *in;
        return 0;
    }
    *out = *in;
    if (in->type == VAL_NONE || value_is_hidden(in)) return 0;     /* missing stays missing: the hole says so */
    switch (k) {
    case FILTER_DATE: return filter_date(in, arg, a, out, e);
    case FILTER_NUMBER: case FILTER_PERCENT: case FILTER_MONEY: return filter_number(k, in, arg, a, out, e);
    case FILTER_UPPER: case FILTER_LOWER: case FILTER_TITLE: return filter_case(k, in, a, out, e);
    case FILTER_SPELL: return filter_spell(in, a, out, e);
    case FILTER_ROMAN: return filter_roman(in, a, out, e);
    case FILTER_JOIN: return filter_join(in, arg, a, out, e);
    case FILTER_COUNT: return filter_count(in, out, e);
    default: return 0;
    }
}
