/* press_form.h - the data of a form for figures, as an output reads it: lines of model/form.h with what was recorded before. */
#ifndef SEN_PRESS_PRESS_FORM_H
#define SEN_PRESS_PRESS_FORM_H
#include "core/press/press_build.h"

/* A MAP {form=1, unit, unit_name, period, period_label, year, revision, lines=LIST of MAP {key, part ("whole" "part" "free"),
 * title,
 * label, dimension, measure, group, whole, ratio, numerator, denominator, goal, method, who, name, n, d}}; texts unless said
 * otherwise. `period` as model/form.h reads it, of the job's year. In `a`. NONE when there is no unit or no such period. */
Value press_form(const PressJob *job, const char *period, Arena *a);
#endif
