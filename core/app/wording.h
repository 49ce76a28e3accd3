/* wording.h - the JSON of a thing as words for people: bodies by name, choices by label, dates by day; JSON itself keeps ids. */
#ifndef SEN_APP_WORDING_H
#define SEN_APP_WORDING_H
#include <jansson.h>
#include "core/app/cli.h"
#include "core/model/model.h"

/* Appends the value of `key` of a thing of `kind` (-1 = none of the model's) as a person reads it. m may be NULL. */
void wording_value(const Cli *c, const Model *m, int kind, const char *key, const json_t *v, Buf *out);
const char *wording_key(Cli *c, int kind, const char *key);   /* the heading of a column */
const char *wording_body(const Model *m, const char *id);      /* its name, or the id itself; NULL for NULL */
#endif
