/* previous.h - what a unit gave out last, for the outputs that want to see it again: calendars, which count the changes of each
 * entry. Kept apart from out/, which may be deleted at any time: with it a clean build gives what the one before gave. Knows
 * nothing of what stands in a calendar. */
#ifndef SEN_APP_PREVIOUS_H
#define SEN_APP_PREVIOUS_H
#include "core/base/buf.h"
#include "core/base/err.h"

enum { PREVIOUS_MOST = 8 };

/* The calendars of one unit and working year: DIR/.sen/previous/UNIT/YEAR/NAME.ics. All zero = empty. */
typedef struct PreviousFile { char *name; Buf bytes; int changed; } PreviousFile;
typedef struct Previous { char *dir; PreviousFile v[PREVIOUS_MOST]; size_t n; } Previous;

/* Reads what was kept; what cannot be read is left out. */
void previous_load(Previous *p, const char *workspace, const char *unit, int year);
/* Appends it to a packed request. It is no input of a page: whoever hashes the request does so before. */
void previous_pack(const Previous *p, Buf *request);
/* A file was made; calendars are noted, others are not. Bytes are copied. */
void previous_note(Previous *p, const char *name, Str bytes);
/* All files of the unit are in place: what changed is kept for the next build. wait = until it is on the disk. 0/-1. */
int previous_keep(const Previous *p, int wait, Err *e);
void previous_free(Previous *p);
#endif
