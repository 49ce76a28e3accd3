/* form_check.h - a form that came back, judged against the unit's indicators: which figures are to be recorded, what is wrong in
 * which cell. Writes nothing. An indicator is taken whole or not at all: its parts must add up. */
#ifndef SEN_APP_FORM_CHECK_H
#define SEN_APP_FORM_CHECK_H
#include "core/app/session.h"
#include "core/intake/form_read.h"
#include "core/model/form.h"

/* A figure to record; dimensions as the store has them. */
typedef struct FormPut { const char *indicator, *dimensions, *n, *d; } FormPut;

typedef struct FormCheck {
    Cli *c;
    const char *path;                      /* the workbook, for findings */
    const FormBook *book;
    const Model *model;                    /* of the unit */
    const char *unit, *period;
    const StoreValue *old; size_t n_old;   /* what is recorded for the unit */
    const char *state;                     /* how the figures count: what the form says, or provisional */
    const char *who;                       /* who filled it in, "" = not said */
    Date on;                               /* as of which day, DATE_NONE = not said */
    FormPut *v; size_t n, cap;             /* the result: to be recorded */
    size_t same, fresh, replaced, older, cleared, errors;
    SessionNote *notes; size_t n_notes, cap_notes;         /* what is wrong, for the workbook */
} FormCheck;

/* The unit and period the form is for, by its own page; 0, or -1 when no row says it. */
int form_check_owner(const FormBook *b, const char **unit, const char **period);
/* c, path, book, model, unit, period and old are set; all results are in c->arena. */
void form_check_all(FormCheck *k);

/* --- form_tell.c: says what is wrong in a cell, as a finding and as a comment --- */
void form_tell(FormCheck *k, const FormRow *r, const FormCell *cell, Code code, const char *a, const char *b);

/* --- form_number.c --- */
typedef struct FormNumber { int given; double value; const char *text; } FormNumber;      /* text: exact decimal, in the arena */
/* The figure in a cell: 0 (blank: given = 0), or -1 when it is told what is wrong. */
int form_number_read(FormCheck *k, const FormRow *r, const FormCell *cell, const Entity *indicator, FormNumber *out);
int form_number_same(const char *a, const char *b);      /* two decimals, NULL and "" = none */
#endif
