/* hand.h - one worker of a command: started, told what lies below the units, asked about single units. One for each thread. */
#ifndef SEN_APP_HAND_H
#define SEN_APP_HAND_H
#include "core/app/session.h"

/* A worker beside the session's own, for another thread; store is a connection of that thread. */
typedef struct Hand {
    Session *s;
    Wall *wall;
    Store *store;
    Arena *arena;
    Trail *trail;                      /* may be NULL */
    Buf outputs;                       /* ids its worker loads beside the session's; hand_end or the caller frees it */
} Hand;
int hand_start(Hand *h, Session *s, Findings *f, Err *e);
int hand_revive(Hand *h, Err *e);      /* after a death: a new worker, told everything again */
void hand_end(Hand *h);

/* Everything the unit's request holds, packed: its files, rows and the ask. */
int hand_pack_unit(Hand *h, const char *id, const UnitAsk *ask, Buf *out, Err *e);
int hand_ask(Hand *h, const char *id, const Buf *request, const UnitAsk *ask, UnitAnswer *a, Findings *f, Err *e);

/* The steps of starting one, for the session's own worker: a wall with the plugins it needs; a job that answers with findings
 * (f) and a model (m; both may be NULL); everything below the units. */
void hand_pack_places(const Cli *c, WorkPlaces p, Buf *out);         /* with the places of this installation */
enum { HAND_PLANS_USUAL = 1 << 20 };       /* bytes of the live plans that the limits of a unit are made for */
Wall *hand_start_wall(Session *s, Err *e);
void hand_add_outputs(Session *s, Str ids);                          /* s->outputs grows by those it does not hold */
int hand_tell(Wall *wall, unsigned job, const Buf *b, Findings *f, Model **m, Err *e);
int hand_tell_base(Session *s, Wall *wall, Findings *f, Err *e);
#endif
