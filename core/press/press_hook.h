/* press_hook.h - hooks and terms that scripts registered, read once per state: functions that step into the build with new nodes,
 * and advice about words. A hook that fails is named and fails only the file it touched. */
#ifndef SEN_PRESS_PRESS_HOOK_H
#define SEN_PRESS_PRESS_HOOK_H
#include "core/doc/doc.h"
#include "core/press/press_build.h"

struct PressHooks;                         /* of one state; press_build.h names it */
PressHooks *press_hooks_new(Script *s);    /* s may be NULL; it must outlive them */
void press_hooks_free(PressHooks *h);      /* takes NULL */
int press_hooks_any(const PressHooks *h);  /* 1 = there are hooks, not only terms; h may be NULL */

/* Runs the hooks of a stage ("document", "before_output", "index"), lowest layer first, each on what the one before made. m is
 * NULL for the index page, output "" when none. *doc is replaced by a new one in `a`, never changed. -1 = one failed (said). */
int press_hook_run(const PressJob *job, const char *stage, const Entity *m, const char *output, const char *file, Arena *a,
                   const Doc **doc, Findings *f);

/* Advice about words (press_lint.c): in the seen Markdown files, in what scripts declare, and in the filled documents. Notes. */
void press_lint_unit(const PressJob *job, Findings *f);

/* For press_lint.c: the i-th term of a state as a MAP, NULL past the end. */
const Value *press_hooks_term(const PressHooks *h, size_t i);
#endif
