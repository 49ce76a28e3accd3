/* escape.h - the only door from text to HTML: text, attributes, link targets, class names, ids. */
#ifndef SEN_HTML_ESCAPE_H
#define SEN_HTML_ESCAPE_H
#include "plugins/common/writer.h"

/* Text between tags and inside double-quoted attributes. Control, bidi and forbidden characters are dropped. */
void escape_text(Writer *w, SenText t);
/* A link target inside a double-quoted attribute; nothing when its scheme is not allowed (http https mailto tel # relative). */
void escape_url(Writer *w, SenText url);
int escape_url_allowed(SenText url);
/* Class names: words of letters, digits, "-" and "_"; everything else is left out. Returns how many words were written. */
int escape_classes(Writer *w, SenText names);
/* 1 and written when the whole is fit to be an id, else 0 and nothing. */
int escape_id(Writer *w, SenText id);
void escape_base64(Writer *w, SenText bytes);
#endif
