/* typeline.h - one line typed at a terminal: moving, deleting, history, completion by TAB; from a pipe a plain line. Knows no
 * Lua and no workspace. The terminal sends key by key from _new to _free, and is as it was afterwards. */
#ifndef SEN_APP_TYPELINE_H
#define SEN_APP_TYPELINE_H
#include "core/base/buf.h"

/* Candidates for the word that ends at byte `at` of line: each is appended to *out with a "\n" behind; returns where the word
 * begins. */
typedef size_t (*TypelineComplete)(void *self, const char *line, size_t at, Buf *out);

typedef struct Typeline Typeline;
Typeline *typeline_new(TypelineComplete complete, void *self);
void typeline_free(Typeline *t);           /* takes NULL */
int typeline_talks(const Typeline *t);     /* 1 = stdin and stdout are a terminal */
/* The next line without its end, valid until the next call; NULL at the end of input. */
const char *typeline_read(Typeline *t, const char *prompt);
#endif
