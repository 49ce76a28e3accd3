/* repl.h - the parts of `sen repl`: what waits to be written, what it would change, what TAB offers. Parent's side: Lua runs
 * in the worker. */
#ifndef SEN_APP_REPL_H
#define SEN_APP_REPL_H
#include "core/app/session.h"

enum { REPL_WAITING = 100 };

typedef struct Repl {
    Cli *c;
    Session s;
    const char *unit;                      /* NULL = no unit: nothing can be changed */
    Model *saved, *now;                    /* the unit as it is kept, and with what waits */
    Buf kept;                              /* lines that define something, run again before each */
    char *waiting[REPL_WAITING];           /* statements not written yet */
    size_t n;
} Repl;

/* repl_change.c */
int repl_open(Repl *r, Err *e);            /* asks for the unit's model */
void repl_close(Repl *r);
int repl_wake(Repl *r, Err *e);            /* after a worker died: another one, with what waits */
int repl_is_statement(const char *line);   /* begins with a word that declares or changes */
/* A statement joins what waits; it is tried and refused when it does not hold (findings say why). A reason may come later. */
int repl_add(Repl *r, const char *statement, Err *e);
int repl_undo(Repl *r, Err *e);            /* forgets the last that waits */
void repl_diff(Repl *r);                   /* prints what would change */
int repl_commit(Repl *r, const char *why, Err *e);         /* writes all, as `sen edit` does; why may be "" when none lacks one */
int repl_lacks_reason(const Repl *r);

/* repl_complete.c: a TypelineComplete; self is the Repl */
size_t repl_complete(void *self, const char *line, size_t at, Buf *out);
#endif
