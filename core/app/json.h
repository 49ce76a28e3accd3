/* json.h - JSON as the contract prints it: one place for form and order; the only users of jansson are app/'s files. */
#ifndef SEN_APP_JSON_H
#define SEN_APP_JSON_H
#include <jansson.h>
#include "core/base/date.h"
#include "core/base/err.h"
#include "core/model/value.h"

json_t *json_text(const char *s);                        /* null when s is NULL */
json_t *json_date(Date d);                               /* ISO, null when none */
json_t *json_value(const Value *v);                      /* objects as their id or text, words as their id, none as null */
/* two-space indent, keys in the order they were set, a final newline; takes j */
void json_print(json_t *j, Buf *out);
void json_findings(const Findings *f, Lang lang, Buf *out);   /* the list of findings */
#endif
