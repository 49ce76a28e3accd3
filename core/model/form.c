/* form.c - the lines of a form for figures, from the indicators of a model; knows no workbook, no database. */
#include "core/model/form.h"
#include "core/base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const ROMAN[] = {"", "I", "II", "III", "IV"};

/* --- periods --- */

static int roman_of(const char *s)
{
    static const char *const small[] = {"i", "ii", "iii", "iv"};
    for (int i = 0; i < 4; i++)
        if (!strcmp(s, small[i])) return i + 1;
    return 0;
}

static int put(char out[FORM_PERIOD], int year, int quarter, int month)
{
    if (year < 1900 || year > 2200 || quarter < 0 || quarter > 4 || month < 0 || month > 12) return -1;
    if (quarter) snprintf(out, FORM_PERIOD, "%04d-Q%d", year, quarter);
    else if (month) snprintf(out, FORM_PERIOD, "%04d-%02d", year, month);
    else snprintf(out, FORM_PERIOD, "%04d", year);
    return 0;
}

/* The words and numbers of a period in any order: "quy ii 2026", "2026 q2", "06/2026". */
static int one_piece(const char *w, int *year, int *quarter, int *month, int *says_quarter)
{
    char *end;
    long v = strtol(w, &end, 10);
    if (!strcmp(w, "quy") || !strcmp(w, "q")) return *says_quarter = 1, 0;
    if (!strcmp(w, "thang") || !strcmp(w, "nam") || !strcmp(w, "year")) return 0;
    if (*says_quarter && roman_of(w)) return *quarter = roman_of(w), 0;
    if (w[0] == 'q' && w[1] >= '1' && w[1] <= '4' && !w[2]) return *quarter = w[1] - '0', 0;
    if (*end || end == w || v < 1) return -1;
    if (v >= 1900 && v <= 2200 && strlen(w) == 4) return *year = (int)v, 0;
    if (v > 12 || strlen(w) > 2 || *month || *quarter) return -1;
    if (*says_quarter) *quarter = (int)v;
    else *month = (int)v;
    return 0;
}

int form_period(const char *text, int year, char out[FORM_PERIOD])
{
    Buf f = {0};
    char word[8];
    int quarter = 0, month = 0, says_quarter = 0, rc = 0;
    text_fold(text, strlen(text), &f);
    for (const char *p = buf_text(&f); *p && !rc;) {
        size_t k = strcspn(p, " /-");
        if (k >= sizeof word) rc = -1;
        else if (k) {
            memcpy(word, p, k);
            word[k] = 0;
            rc = one_piece(word, &year, &quarter, &month, &says_quarter);
        }
        p += k + (p[k] != 0);
    }
    buf_free(&f);
    if (rc || (says_quarter && !quarter)) return -1;
    return put(out, year, quarter, month);
}

const char *form_period_label(const char *period, Arena *a)
{
    int year = atoi(period);
    const char *rest = strlen(period) > 5 ? period + 5 : "";
    int quarter = *rest == 'Q' ? rest[1] - '0' : 0;
    if (quarter >= 1 && quarter <= 4) return arena_print(a, "quý %s năm %d", ROMAN[quarter], year);
    if (*rest) return arena_print(a, "tháng %d năm %d", atoi(rest), year);
    return arena_print(a, "năm %d", year);
}

/* --- lines --- */

/* The closed list of parts of a dimension, or NULL when its parts are free. */
static const ChoiceList *parts_of(const char *dimension)
{
    const ChoiceList *list = word_choices(dimension);
    return list && !list->open ? list : NULL;
}

/* Is a figure that is collected `every` so often asked for in this period? */
static int belongs(const char *every, const char *period)
{
    static const struct { const char *every; int months; } HOW[] = {
        {"day", 1}, {"week", 1}, {"month", 1}, {"quarter", 3}, {"half-year", 6}, {"year", 12}};
    size_t n = strlen(period);
    int months = n <= 4 ? 12 : period[5] == 'Q' ? 3 : 1;
    for (size_t i = 0; i < sizeof HOW / sizeof *HOW; i++)
        if (!strcmp(every, HOW[i].every)) return HOW[i].months <= months;
    return 1;
}

static FormLine *add(FormLines *out, size_t *cap, Arena *a, FormLine line)
{
    if (out->n == *cap) {
        size_t more = *cap ? *cap * 2 : 64;
        FormLine *v = arena_alloc(a, mem_mul(more, sizeof *v));
        if (out->n) memcpy(v, out->v, out->n * sizeof *v);
        out->v = v;
        *cap = more;
    }
    out->v[out->n] = line;
    return &out->v[out->n++];
}

static void add_dimension(const Entity *e, const Value *by, FormLines *out, size_t *cap, Arena *a)
{
    const char *d = arena_text(a, by->u.text.p, by->u.text.n);
    const char *label = by->x.label ? by->x.label : d;
    const ChoiceList *list = parts_of(d);
    for (size_t i = 0; list && i < list->n; i++)
        add(out, cap, a, (FormLine){e, FORM_PART, d, label, list->v[i].name, list->v[i].read});
    for (int i = 1; !list && i <= FORM_FREE_LINES; i++)
        add(out, cap, a, (FormLine){e, FORM_FREE, d, label, arena_print(a, "%d", i), ""});
}

void form_lines(const Model *m, const char *period, Arena *a, FormLines *out)
{
    size_t cap = 0, n = model_count(m, KIND_INDICATOR);
    *out = (FormLines){0};
    for (size_t i = 0; i < n; i++) {
        const Entity *e = model_at(m, KIND_INDICATOR, i);
        if (entity_gone(e) || !belongs(entity_text(e, "every"), period)) continue;
        add(out, &cap, a, (FormLine){e, FORM_WHOLE, "", "", "", ""});
        const Value *by = entity_get(e, "by");
        for (uint32_t k = 0; by && by->type == VAL_LIST && k < by->count; k++)
            if (by->u.list[k].type == VAL_WORD || by->u.list[k].type == VAL_TEXT)
                add_dimension(e, &by->u.list[k], out, &cap, a);
    }
}

const char *form_part(const FormLine *l, Arena *a)
{
    if (l->part == FORM_WHOLE) return "";
    return arena_print(a, l->part == FORM_FREE ? "%s=?%s" : "%s=%s", l->dimension, l->name);
}

const char *form_key(const char *unit, const char *period, const char *indicator, const char *part, Arena *a)
{
    return arena_print(a, "sen|%s|%s|%s|%s", unit, period, indicator, part);
}

int form_is_ratio(const Entity *indicator) { return entity_text(indicator, "denominator")[0] != 0; }

int form_is_whole(const Entity *indicator)
{
    const char *measure = entity_text(indicator, "measure");
    if (form_is_ratio(indicator)) return 1;
    if (strchr(measure, '%') || strchr(measure, '/')) return 0;
    const char *kind = entity_text(indicator, "kind");
    return !strcmp(kind, "flow") || !strcmp(kind, "stock") || text_same_folded(measure, "đồng");
}
