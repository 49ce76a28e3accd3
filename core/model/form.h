/* form.h - the lines of a form for figures: which indicators a period asks for, their parts, and the key that names each line.
 * Whoever draws the form and whoever takes it back make the same lines from the same model. Knows no workbook, no database.
 *
 * A key is "sen|UNIT|PERIOD|INDICATOR|PART": PART is "" for the whole, "sex=male" for a part of a closed list, "age=?1" for a
 * part
 * whose name is typed into the form. Lines of the form itself have "*state", "*on", "*who" in place of the indicator. */
#ifndef SEN_MODEL_FORM_H
#define SEN_MODEL_FORM_H
#include "core/model/model.h"

enum { FORM_FREE_LINES = 4, FORM_PERIOD = 12, FORM_KEY_MOST = 240 };

typedef enum FormPart { FORM_WHOLE, FORM_PART, FORM_FREE } FormPart;

typedef struct FormLine {
    const Entity *indicator;
    FormPart part;
    const char *dimension;                 /* "sex"; "" for the whole */
    const char *dimension_label;           /* «giới tính» */
    const char *name;                      /* PART: "male"; FREE: "1", "2" …; "" for the whole */
    const char *label;                     /* PART: «nam»; else "" */
} FormLine;

typedef struct FormLines {
    FormLine *v;                           /* an indicator's lines in a run, the whole first; all in the arena given */
    size_t n;
} FormLines;

/* "" and "nam" are the year itself, "Q2" or "quý II" a quarter of it, "6" a month; with a year of its own (2026-Q2, 06/2026) that
 * one. 0; -1 = no period. */
int form_period(const char *text, int year, char out[FORM_PERIOD]);
/* «năm 2026», «quý II năm 2026», «tháng 6 năm 2026»; of a period as form_period gives it. In the arena. */
const char *form_period_label(const char *period, Arena *a);

/* The indicators that are collected at least once in such a period, in the model's order. */
void form_lines(const Model *m, const char *period, Arena *a, FormLines *out);
const char *form_key(const char *unit, const char *period, const char *indicator, const char *part, Arena *a);
const char *form_part(const FormLine *l, Arena *a);    /* the last piece of its key */
int form_is_ratio(const Entity *indicator);            /* it has a numerator and a denominator */
int form_is_whole(const Entity *indicator);            /* only whole numbers make sense: people, meetings, đồng */
#endif
