/* due.h - rules for dates as people write them («15 ngày trước khi bắt đầu», T-15, «trước 05/12», «mùng 6 Tết»), and periods.
 *
 * A rule is parsed once (due_parse) and resolved against a task's period and the year (due_resolve). Accents, case and
 * hằng/hàng do not matter. English is understood as well. */
#ifndef SEN_MODEL_DUE_H
#define SEN_MODEL_DUE_H
#include <stddef.h>
#include "core/base/date.h"
#include "core/base/err.h"
#include "core/vi/workday.h"

typedef enum DueKind {
    DUE_NONE,
    DUE_OFFSET,                            /* n days/weeks/months from the first or last day of the period */
    DUE_DAY,                               /* a day, perhaps without its year */
    DUE_SPAN,                              /* the first/last (working) day of a month, quarter, year, week of a month */
    DUE_WEEKLY, DUE_MONTHLY, DUE_QUARTERLY, DUE_DAILY      /* several days */
} DueKind;

/* Plain numbers only: may be copied, compared and packed. */
typedef struct DueRule {
    DueKind kind;
    int exclusive;                         /* «trước …»: the named day itself is too late */
    int working;                           /* counted in working days / the working day at that end */
    int from_end;                          /* OFFSET: from the last day (E), else the first (T) */
    int n;                                 /* OFFSET: signed count; SPAN: week of the month 1 … 4, 5 = last, 0 = whole */
    int unit;                              /* OFFSET: 'd' 'w' 'm' 'y'; SPAN: 'm' 'q' 'y' 'p' (the period itself) */
    int edge;                              /* SPAN, MONTHLY, QUARTERLY: -1 first day, 0 middle, +1 last day */
    int weekday;                           /* WEEKLY: 0 = Monday … 6 */
    int day, month, year;                  /* DAY, MONTHLY (day), SPAN (month or quarter in `month`); 0 = not said */
    int lunar;                             /* DAY, OFFSET from a day: 1 = day and month are lunar, 2 = of the leap month */
} DueRule;

/* 0, or -1 with e: SEN3901, its column (1-based character) in e->col and an example. s is UTF-8. */
int due_parse(Str s, DueRule *out, Err *e);

typedef struct DueContext {
    Date from, to;                         /* the task's period, DATE_NONE = unknown */
    int year;                              /* the workspace's current year */
    const Workdays *workdays;              /* NULL = built-in rules */
} DueContext;

enum { DUE_MOST = 366 };
typedef struct DueResult {
    size_t n;                              /* dates, rising; 1 unless the rule repeats */
    Date date[DUE_MOST];                   /* as named: «trước 05/12» gives 05/12 */
    int exclusive;
    Date due_on;                           /* the last named day */
    Date last_day;                         /* due_on, or the day before when exclusive */
    Date must_arrive;                      /* the last working day on or before last_day */
} DueResult;

/* 0, or -1 with e: SEN3902 (the rule needs a period the task has not), SEN3903 (no such day). */
int due_resolve(const DueRule *r, const DueContext *c, DueResult *out, Err *e);
Date due_must_arrive(const Workdays *w, Date day, int exclusive);

/* Says a result: «trước thứ Bảy, 05/12/2026; phải đến nơi chậm nhất thứ Sáu, 04/12/2026». Appends. */
void due_say(const DueResult *r, Lang lang, Buf *out);
void due_say_rule(const DueRule *r, Lang lang, Buf *out);  /* the rule itself: «15 ngày trước khi bắt đầu» */

/* A period: «15/11 - 15/12», «từ 15/11 đến 15/12/2026», «tháng 6», «quý IV», «cả năm», «tháng 6 - 8», «tuần đầu tháng 6».
 * A missing year is `year`; a period whose end falls before its start ends in the next year. 0, or -1 with e (SEN3904). */
int due_parse_period(Str s, int year, Date *from, Date *to, Err *e);
#endif
