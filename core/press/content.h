/* content.h - the Markdown files a unit sees: layers on top of each other, the same name in a higher one replaces the lower.
 * Knows names and bytes, no folders: the parent reads the files, the worker gets them in a frame. */
#ifndef SEN_PRESS_CONTENT_H
#define SEN_PRESS_CONTENT_H
#include "core/base/err.h"

typedef struct Content Content;            /* one layer over the layers below it */
typedef struct Template Template;

/* One file. `parsed` and `bad` belong to template.c: a file is parsed at most once for all units that see it. */
typedef struct ContentFile {
    const char *name;                      /* path below content/, "leaflet.md", "phrases/greeting.md" */
    const char *shown;                     /* as the user knows it, for messages: "content/leaflet.md" */
    Str bytes;
    Template *parsed;                      /* owned by the layer; NULL = not parsed yet, or bad */
    void (*drop)(Template *parsed);        /* frees it; set together with it */
    Err bad;                               /* why it could not be parsed; code 0 = none */
} ContentFile;

/* A layer over `below` (NULL = the lowest), which must outlive it and is not changed. */
Content *content_new(const Content *below);
void content_free(Content *c);             /* takes NULL; frees this layer and its templates, not those below */

/* Copies all three. -1 when the name is not a plain relative path ("..", "\", a leading "/" or a control character),
 * or stands in this layer already. `shown` NULL = "content/NAME". */
int content_add(Content *c, const char *name, const char *shown, Str bytes, Err *e);

ContentFile *content_find(const Content *c, Str name);      /* the highest file of that name, NULL when there is none */
/* The i-th file that is seen (no higher one of its name), lowest layer first; NULL past the end. */
ContentFile *content_seen(const Content *c, size_t i);
const char *content_nearest(const Content *c, Str name);    /* for "did you mean", may be NULL; borrowed */
#endif
