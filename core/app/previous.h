/* previous.h - what the build before wrote and an output wants to see again: calendars, which count the changes of each entry. */
#ifndef SEN_APP_PREVIOUS_H
#define SEN_APP_PREVIOUS_H
#include "core/base/buf.h"

/* Appends the calendars (*.ics) of OUT/UNIT to a packed request. They are no input of a page: whoever hashes the request does so
 * before. What cannot be read is left out. */
void previous_add(const char *out, const char *unit, Buf *request);
#endif
