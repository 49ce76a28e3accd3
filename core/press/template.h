/* template.h - a template: Markdown with front matter, holes and control lines, parsed once and filled per unit.
 *
 * A value is text, never markup: filling makes a new tree and puts values into it as text nodes. Not shared by threads. */
#ifndef SEN_PRESS_TEMPLATE_H
#define SEN_PRESS_TEMPLATE_H
#include "core/doc/doc.h"
#include "core/press/content.h"
#include "core/press/expr.h"
#include "core/press/fill_memo.h"

/* Parses a template. `shown` is its name in messages. Front matter (a first line "---" … "---") becomes `vars`: all scalars
 * are text. NULL and e on failure; advice goes to f (may be NULL). */
Template *template_parse(Str bytes, const char *shown, Findings *f, Err *e);
void template_free(Template *t);                           /* takes NULL */

/* The template of a content file, parsed on first use; the same Err again when it is bad. */
Template *template_of(ContentFile *file, Findings *f, Err *e);

/* Looks through a template and what it includes without filling it: unknown names, unknown includes, recursion. */
void template_check(Template *t, const Content *content, Findings *f);

typedef struct FillJob {
    const ExprEngine *engine;
    Scope *scope;                          /* its `vars` is set by template_fill when it is missing */
    const Content *content;                /* where includes are found; may be NULL */
    Findings *findings;                    /* missing values, wrong fields: all of one page, not only the first */
    FillMemo *memo;                        /* of units that see the same but for their profile and `own`; NULL = none */
    uint32_t own;                          /* bit i: what root i of the scope gives is this unit's own, in part at least */
    int trace;                             /* every text says where it came from: fill_trace.c */
} FillJob;

/* The front matter with its holes filled; what `more` (a MAP, may be NULL) names stands instead of it. In `a`. */
Value template_fill_vars(Template *t, const Value *more, const FillJob *job, Arena *a);

/* Fills a template: a new tree in `a`, safe for every output (doc_filter was applied). NULL when any finding of this page
 * is an error; a missing value is one unless engine->draft. */
Doc *template_fill(Template *t, const FillJob *job, Arena *a);

/* Fills a single text ("Ban hành kế hoạch của {{ unit.kind }}"), no control lines, no Markdown. Text without holes is
 * returned as it is. `shown` and `line` say where it was written. -1 and e on failure. */
/* The same text read once and filled many times. NULL when it has no holes, or one that cannot be read: template_fill_text
 * then says so. The result borrows `text` and lives in a. */
typedef struct FillPieces FillPieces;
FillPieces *template_read_text(Str text, const char *shown, int line, Arena *a);
int template_fill_pieces(const FillPieces *p, const FillJob *job, Arena *a, Str *out, Err *e);
int template_fill_text(Str text, const char *shown, int line, const FillJob *job, Arena *a, Str *out, Err *e);
#endif
