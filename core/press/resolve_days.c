/* resolve_days.c - the days off that scripts declare, over the built-in ones. */
#include "core/model/due.h"
#include "core/press/resolve.h"

enum { DAYS_MOST = 62 };                   /* of one period: more is a mistake */

static void bad_day(const Entity *e, const char *field, Err *why, Findings *f)
{
    const Slot *slot = entity_slot(e, field);
    const Step *step = slot ? slot->step : NULL;
    err_at(why, step ? step->file : e->file, step ? step->line : e->line, 0);
    findings_add_err(f, why);
}

static void take_days(Workdays *w, const Entity *e, const char *field, int off, int year, Findings *f)
{
    const Value *list = entity_get(e, field);
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        Err why = {0};
        Date from, to;
        if (due_parse_period(list->u.list[i].u.text, year, &from, &to, &why)) {
            if (f) bad_day(e, field, &why, f);
            continue;
        }
        if (to - from >= DAYS_MOST) {
            err_set(&why, SEN3162, "%s" ARG "%d", list->u.list[i].u.text.p, DAYS_MOST);
            if (f) bad_day(e, field, &why, f);
            continue;
        }
        for (Date d = from; d <= to; d++) {
            if (off) workday_add_off(w, d, entity_title(e));
            else workday_add_on(w, d);
        }
    }
}

Workdays *resolve_workdays(const Model *m, int (*fits)(void *self, const Entity *e), void *self, int year, Findings *f)
{
    Workdays *w = NULL;
    size_t n = model_count(m, KIND_HOLIDAY);
    for (size_t i = 0; i < n; i++) {
        const Entity *e = model_at(m, KIND_HOLIDAY, i);
        if (entity_gone(e) || (fits && !fits(self, e))) continue;
        if (!w) w = workday_new();
        take_days(w, e, "on", 1, year, f);
        take_days(w, e, "instead", 0, year, f);
    }
    return w;
}
