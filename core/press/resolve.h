/* resolve.h - fills the computed fields of a model: clauses of a task, its period and deadlines, what is done; pure, no I/O.
 * Order: resolve_model on the frozen base once; then per unit resolve_model (only what the unit changed) and resolve_rows. */
#ifndef SEN_PRESS_RESOLVE_H
#define SEN_PRESS_RESOLVE_H
#include "core/model/model.h"
#include "core/model/plan.h"
#include "core/model/rows.h"
#include "core/vi/workday.h"

/* The live plans with an index each; the first is the one imported last. Borrows plans and ids. */
typedef struct ResolvePlans ResolvePlans;
ResolvePlans *resolve_plans_new(const Plan *const *plans, const char *const *ids, size_t n);
void resolve_plans_free(ResolvePlans *p);              /* takes NULL */

typedef struct ResolveJob {
    const ResolvePlans *plans;
    const Workdays *workdays;                          /* NULL = the built-in rules */
    int year;                                          /* the current year */
    Date today;
    const char *unit;                                  /* whose rows they are, NULL = nobody's */
    int own_only;                                      /* 1 = only entities the model itself declared or changed */
} ResolveJob;

/* The days off that the model's holidays add (those that fit), or NULL = none; workday_free it. A day that cannot be read is a
 * finding at its line (f may be NULL). */
Workdays *resolve_workdays(const Model *m, int (*fits)(void *self, const Entity *e), void *self, int year, Findings *f);

/* task.clauses, from, to, due_on, must_arrive; item.due_on; event.due_on; schedule.from, to; material.valid_from, valid_to;
 * indicator.goal; legal.nodes. A rule that cannot be read is a finding at its line. */
void resolve_model(Model *m, const ResolveJob *job, Findings *f);
/* item.done, done_on, times_done; task.state; indicator.now, now_on; material.number, issued_on; unit.plans_below;
 * and clauses as the ward corrected them. */
void resolve_rows(Model *m, const ResolveJob *job, const Rows *rows);
/* An address in a script that holds another text since a newer version of its plan came: an error at its line that says where
 * the text went. */
void resolve_check_refs(const Model *m, const ResolveJob *job, const Rows *rows, Findings *f);
/* Findings of a plan against the model: an activity without a task, a task without a clause. Notes only. */
void resolve_check_links(const Model *m, const ResolveJob *job, Findings *f);
/* The recorded values as maps, for templates: indicator unit period dimensions n d value state who on. In `a`. */
Value resolve_value_list(const Rows *rows, const char *unit, Arena *a);

/* --- resolve_hide.c: figures about few people, for what goes out --- */
/* indicator.now, after resolve_rows. */
void resolve_hide_now(Model *m, const Rows *rows, Arena *a);
/* The list of resolve_value_list for templates and scripts of a build. */
Value resolve_shown_values(const Model *m, const Rows *rows, Value all, Arena *a);
#endif
