/* refs.h - clause addresses in scripts: what each named is kept when a newer version of its plan comes, so that an address
 * that then holds another text is an error that says where its text went. */
#ifndef SEN_APP_REFS_H
#define SEN_APP_REFS_H
#include "core/app/session.h"

typedef struct Refs { StoreRef *v; size_t n; } Refs;       /* in the run's arena */

/* Looks through the units' scripts for clause addresses, against the plans as they are now. Opens a session of its own. */
int refs_collect(Cli *c, Refs *out, Err *e);
int refs_put(const Refs *r, Store *store, Err *e);         /* inside the importing command, before store_put_plan */
#endif
