/* pattern.h - Lua's patterns with a budget of steps; pure bytes, no Lua state, never an unbounded recursion or loop. */
#ifndef SEN_SCRIPT_PATTERN_H
#define SEN_SCRIPT_PATTERN_H
#include <stddef.h>

enum { PATTERN_CAPTURES = 32, PATTERN_DEPTH = 200, PATTERN_LONGEST = 256 };

typedef enum PatternFail {
    PATTERN_FINE,
    PATTERN_STEPS,                         /* the budget is used up */
    PATTERN_DEEP,                          /* too complex */
    PATTERN_BAD                            /* malformed: `why` says how */
} PatternFail;

typedef struct PatternCapture {
    const char *at;
    ptrdiff_t n;                           /* bytes; PATTERN_OPEN, PATTERN_PLACE */
} PatternCapture;
enum { PATTERN_OPEN = -1, PATTERN_PLACE = -2 };

typedef struct Pattern {
    const char *s, *s_end, *p_end;         /* subject and the end of the pattern */
    long steps;                            /* left */
    int depth;
    int captures;
    PatternCapture capture[PATTERN_CAPTURES];
    PatternFail fail;
    const char *why;
    const char *table_of;                  /* the set whose bytes `table` holds; NULL = none yet */
    unsigned char table[256];
} Pattern;

void pattern_init(Pattern *m, const char *s, size_t n, const char *p, size_t pn, long steps);
/* Matches p at `at` exactly; the end of the match, or NULL (m->fail says whether that is a failure). Resets captures. */
const char *pattern_match(Pattern *m, const char *at, const char *p);
/* The first place from `at` on where p may match, by its first character when that is a plain one; s_end when there is none. */
const char *pattern_next(Pattern *m, const char *at, const char *p);
#endif
