/* form_number.c - one input cell of a form: a figure, nothing, or what is wrong with it. A doubtful one is never guessed. */
#include "core/app/form_check.h"
#include "core/app/number.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 999999999999999.0             /* 15 digits: what a cell and a double keep exactly */

int form_number_same(const char *a, const char *b)
{
    if (!a || !*a || !b || !*b) return (!a || !*a) == (!b || !*b);
    return !strcmp(a, b) || strtod(a, NULL) == strtod(b, NULL);
}

static int wrong(FormCheck *k, const FormRow *r, const FormCell *cell, Code code, const char *what)
{
    form_tell(k, r, cell, code, what, "");
    return -1;
}

static int is_percent(const Entity *indicator)
{
    return !form_is_ratio(indicator) && strchr(entity_text(indicator, "measure"), '%') != NULL;
}

/* A number that a program wrote: as few digits as say it. */
static const char *print(FormCheck *k, double v)
{
    char text[48];
    if (v == floor(v)) {
        snprintf(text, sizeof text, "%.0f", v);
    } else {
        snprintf(text, sizeof text, "%.9f", v);
        size_t n = strlen(text);
        while (n && text[n - 1] == '0') text[--n] = 0;
    }
    return arena_copy(k->c->arena, text);
}

static int put(FormCheck *k, const FormRow *r, const FormCell *cell, const Entity *indicator, double v, const char *text,
               FormNumber *out)
{
    if (!isfinite(v) || v > MOST) return wrong(k, r, cell, SEN6078, cell->text);
    if (v < 0) return wrong(k, r, cell, SEN6079, cell->text);
    if (form_is_whole(indicator) && v != floor(v)) return wrong(k, r, cell, SEN6084, cell->text);
    *out = (FormNumber){1, v, text ? text : print(k, v)};
    return 0;
}

/* "1 234 567": groups parted by spaces. 1 = the spaces were taken out. */
static int close_groups(char *s)
{
    size_t first = strspn(s, "0123456789"), n = 0;
    if (first < 1 || first > 3 || s[first] != ' ') return 0;
    for (const char *p = s + first; *p == ' '; p += 4) {
        if (strspn(p + 1, "0123456789") < 3) return 0;
        if (isdigit((unsigned char)p[4])) return 0;
    }
    for (const char *p = s; *p; p++)
        if (*p != ' ') s[n++] = *p;
    s[n] = 0;
    return 1;
}

/* «1,234»: a person of one habit means 1234, one of the other 1.234. */
static int has_two_readings(const char *s)
{
    const char *comma = strchr(s, ',');
    if (!comma || strchr(s, '.') || comma == s || comma - s > 3) return 0;
    return strspn(comma + 1, "0123456789") == 3 && !comma[4];
}

static int read_text(FormCheck *k, const FormRow *r, const FormCell *cell, const Entity *indicator, FormNumber *out)
{
    Buf b = {0};
    Err e = {0};
    char s[64];
    if (strlen(cell->text) >= sizeof s) return wrong(k, r, cell, SEN6078, cell->text);
    strcpy(s, cell->text);
    size_t n = strlen(s);
    if (n && s[n - 1] == '%') {
        if (!is_percent(indicator)) return wrong(k, r, cell, SEN6083, cell->text);
        s[--n] = 0;
        while (n && s[n - 1] == ' ') s[--n] = 0;
    }
    int minus = (s[0] == '-' && isdigit((unsigned char)s[1])) || !strncmp(s, "\xE2\x88\x92", 3);
    if (minus) return wrong(k, r, cell, SEN6079, cell->text);
    close_groups(s);
    if (has_two_readings(s)) return wrong(k, r, cell, SEN6085, cell->text);
    if (number_parse(s, &b, &e)) {
        buf_free(&b);
        return wrong(k, r, cell, SEN6078, cell->text);
    }
    const char *text = arena_copy(k->c->arena, buf_text(&b));
    buf_free(&b);
    return put(k, r, cell, indicator, strtod(text, NULL), text, out);
}

int form_number_read(FormCheck *k, const FormRow *r, const FormCell *cell, const Entity *indicator, FormNumber *out)
{
    char *end;
    *out = (FormNumber){0};
    switch (cell->kind) {
    case CELL_BLANK: return 0;
    case CELL_TEXT: return read_text(k, r, cell, indicator, out);
    case CELL_FORMULA: return wrong(k, r, cell, SEN6080, cell->text);
    case CELL_ERROR:
    case CELL_BOOL: return wrong(k, r, cell, SEN6081, cell->text);
    case CELL_DATE: return wrong(k, r, cell, SEN6082, cell->text);
    case CELL_MERGED: return wrong(k, r, cell, SEN6086, cell->text);
    default: break;
    }
    double v = strtod(cell->text, &end);
    if (*end || end == cell->text) return wrong(k, r, cell, SEN6078, cell->text);
    if (cell->kind == CELL_PERCENT && !is_percent(indicator))
        return wrong(k, r, cell, SEN6083, arena_print(k->c->arena, "%.6g%%", v * 100));
    if (cell->kind == CELL_PERCENT) v = round(v * 100 * 1e9) / 1e9;
    return put(k, r, cell, indicator, v, NULL, out);
}
