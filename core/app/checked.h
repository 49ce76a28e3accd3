/* checked.h - what `sen check` found last time: while all it read looks as it did, that is said again and nothing is started.
 * One small file per workspace in the user's cache folder, checked by a sum; losing it only costs time. Knows no script. */
#ifndef SEN_APP_CHECKED_H
#define SEN_APP_CHECKED_H
#include "core/app/session.h"

/* 1 = the findings of the last such check still hold and were added to the command line's. s is found, not started. */
int checked_recall(Session *s);
/* After a check that went through: keeps what it read (s->layers, s->database, s->units) and found. */
void checked_keep(Session *s);
#endif
