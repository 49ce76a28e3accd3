/* mend.h - reads a file with mistakes on; inside the script room, knows no model. */
#ifndef SEN_SCRIPT_MEND_H
#define SEN_SCRIPT_MEND_H
#include "core/script/state.h"

/* Loads s->file from source (s->scan holds its tokens; the findings from `said` on are those of the scan). Every mistake of
 * the parser is reported; its statement is blanked in source and remembered. 0 = whole, 1 = without some statements, the chunk
 * on the stack; -1 = nothing could be loaded, nothing on the stack. */
int mend_load(Script *s, Buf *source, size_t said);
int mend_was_lost(const Script *s, const char *name);              /* 1 when a blanked statement would have made this name */
#endif
