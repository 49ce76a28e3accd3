/* taking.h - a newer lower layer against what the workspace and its units changed: looked at before it is taken up, then merged,
 * proposed or just listed. Serves `sen import` of a layer and `sen upgrade`. */
#ifndef SEN_APP_TAKING_H
#define SEN_APP_TAKING_H
#include "core/app/json.h"
#include "core/app/compare.h"
#include "core/app/rewrite.h"
#include "core/app/session.h"

typedef struct MergedText { const char *path, *unit; Str text; size_t taken, waiting; } MergedText;    /* of a template here */

typedef struct TakingUp {
    Cli *c;
    Session *s;                        /* open for writing, no command begun */
    const char *source, *sha256;       /* "layers/dong-thap 2026.2" */
    const char *path;                  /* of the layer: "sen:", "layers/dong-thap" */
    const StoreLayerFile *was, *now;   /* its files, by path */
    size_t n_was, n_now;
    int stands;                        /* 0: in its folder lies the old version, 1: the new one */
    /* what was found */
    Changes changes;
    Findings said;                     /* about the new version */
    MergedText *text; size_t n_texts;
} TakingUp;

int taking_look(TakingUp *t, Err *e);                              /* runs both versions; writes nothing */
int taking_look_texts(TakingUp *t, Session *now, Err *e);          /* taking_text.c: templates; called by taking_look */
int taking_write(TakingUp *t, Rewrites *r, Err *e);                /* inside the command: merges and proposals */
void taking_say(TakingUp *t);                                      /* what merged, what waits, what else is new */
json_t *taking_json(const TakingUp *t);
size_t taking_waiting(const TakingUp *t);                          /* decisions left to people */
int taking_waits(ChangeKind k);
void taking_free(TakingUp *t);
#endif
