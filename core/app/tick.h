/* tick.h - an item is done, or after all is not: the one way into the database, for `sen tick` and for boxes ticked in Word. */
#ifndef SEN_APP_TICK_H
#define SEN_APP_TICK_H
#include "core/app/session.h"

typedef struct Tick {
    StoreTick row;
    const char *title;
    int needed;                            /* how often the item is to be done */
    int back;                              /* taken back: its last days go until it is not done any more, whatever row.on is */
    int replaced;                          /* out: that day was there already */
} Tick;

/* Of the item, once, by whoever is at the keyboard. Texts borrowed from the item. */
Tick tick_of(Session *s, const char *unit, const Entity *item, Date on);
int tick_is_done(const Entity *item);
int tick_write(Session *s, Tick *t, Err *e);                 /* inside a command */
void tick_say(Cli *c, const Tick *t);
#endif
