/* build.h - building the output tree of some units; shared by `sen build` and `sen watch`. */
#ifndef SEN_APP_BUILD_H
#define SEN_APP_BUILD_H
#include "core/app/session.h"

typedef struct BuildAsk {
    const char *const *units; size_t n_units;
    const char *const *materials; size_t n_materials;      /* 0 = all, and the index page */
    const char *const *formats; size_t n_formats;          /* 0 = each material's channels */
    const char *out;                                       /* NULL = DIR/out */
    int jobs;                                              /* 0 = as fits */
    int verify;
    int reissue;                                           /* files of issued materials are made anew too */
} BuildAsk;

typedef struct BuildCount { size_t written, same, removed, fresh, built, failed, files_failed; } BuildCount;

/* Findings go to the command line. A unit that fails is reported and the others are built. 0/-1 (nothing could go on). */
int build_run(Session *s, const BuildAsk *ask, BuildCount *count, Err *e);
/* One line, or several, that say what was made and where. */
void build_say(Cli *c, const BuildAsk *ask, const BuildCount *count);
#endif
