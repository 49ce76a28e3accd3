/* verdict.h - what a decision does to the workspace's files: accept takes theirs, reject keeps mine. One entry by kind of
 * proposal; other sources of proposals add theirs. Nothing a person wrote is lost: what goes out stays as a comment. */
#ifndef SEN_APP_VERDICT_H
#define SEN_APP_VERDICT_H
#include "core/app/edits.h"

/* Changes files through `x`; SEN8235 when the place is not there any more. */
int verdict_apply(Session *s, const StoreProposal *p, int accept, Edits *x, Err *e);
#endif
