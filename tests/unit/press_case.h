/* press_case.h - what tests of templates share: a small scope, a printed tree, the reference meaning. */
#ifndef SEN_TESTS_PRESS_CASE_H
#define SEN_TESTS_PRESS_CASE_H
#include "core/press/template.h"

typedef struct PressCase {
    Arena *a;
    Scope scope;
    Findings f;
    Content *content;
    ExprEngine engine;
    FillJob job;
    struct Template *filled;               /* the template filled last, kept until the next or the end */
} PressCase;

void press_case_open(PressCase *c);
void press_case_close(PressCase *c);
Value press_case_map(Arena *a, size_t n, const char *const *keys, const Value *values);
Value press_case_object(Arena *a, const char *type, size_t n, const char *const *keys, const Value *values);
Value press_case_list(Arena *a, size_t n, const Value *values);
Value press_case_text(const char *s);

/* "(root (heading 1 \"Kế hoạch\") …)", neighbouring texts as one; "error SEN4131 3:5" when it failed. In c->a. */
const char *press_case_fill(PressCase *c, const char *source);
const char *press_case_dump(Arena *a, const Doc *d);
/* The same by the reference meaning: the text expanded with values escaped, then parsed. *expanded may be NULL. */
const char *press_case_reference(PressCase *c, const char *source, const char **expanded);
#endif
