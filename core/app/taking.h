/* taking.h - a newer lower layer against what the workspace and its units changed: looked at before it is taken up, then merged,
 * proposed or just listed. Serves `sen import` of a layer and `sen upgrade`. */
#ifndef SEN_APP_TAKING_H
#define SEN_APP_TAKING_H
#include "core/app/rewrite.h"
#include "core/app/session.h"

typedef struct TakingUp {
    Cli *c;
    Session *s;                        /* open for writing, no command begun */
    const char *source, *sha256;       /* "layers/dong-thap 2026.2" */
    const char *path;                  /* of the layer: "sen:", "layers/dong-thap" */
    const StoreLayerFile *file; size_t n;      /* its new files */
    int fresh;                         /* 1 = there was none before: nothing to compare */
} TakingUp;

int taking_look(TakingUp *t, Err *e);                              /* runs both versions; writes nothing */
int taking_write(TakingUp *t, Rewrites *r, Err *e);                /* inside the command: merges and proposals */
void taking_say(TakingUp *t);                                      /* what merged, what waits, what else is new */
void taking_free(TakingUp *t);
#endif
