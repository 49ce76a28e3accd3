/* reason.h - why a reader refuses a file: the first word of what it says, and the advice the host has for it. */
#ifndef SEN_PLUG_REASON_H
#define SEN_PLUG_REASON_H
#include "core/base/err.h"

/* said: "locked: …", "damaged: …", "hostile: …", "no-text: …", "empty: …", "too-large: …", "wrong-kind: …" (sen_plugin.h) or any
 * other sentence. Fills e with the code that explains it; returns -1. */
int reason_take(const char *said, const char *reader, const char *file, Err *e);
#endif
