/* front.h - front matter: the YAML between "---" lines at the head of a template; the only file that sees <yaml.h>. */
#ifndef SEN_PRESS_FRONT_H
#define SEN_PRESS_FRONT_H
#include "core/base/err.h"
#include "core/model/value.h"

enum { FRONT_DEPTH = 8, FRONT_MOST = 64 * 1024 };

/* Splits src: *yaml is what stands between the marks ("" when there is no front matter), *body what follows, *body_line its
 * first line. -1 when the second mark is missing. */
int front_split(Str src, const char *shown, Str *yaml, Str *body, int *body_line, Err *e);

/* Reads YAML into a MAP in `a`. Every scalar is text as written (`no`, `05`, `1.10` stay), an empty one is missing. Aliases,
 * anchors, tags, doubled keys, a second document and depth over FRONT_DEPTH are refused with their line. */
int front_read(Str yaml, const char *shown, Arena *a, Value *out, Err *e);
#endif
