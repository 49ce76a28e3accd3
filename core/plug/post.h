/* post.h - cuts a text into posts of a limited length, never inside a character, a number, a link or a name. */
#ifndef SEN_PLUG_POST_H
#define SEN_PLUG_POST_H
#include "core/base/buf.h"

enum { POST_LIMIT = 2000, POST_LEAST = 40 };

/* Appends the text: as it is when it has at most `limit` characters, else in parts, each under its line "--- 1/3 ---"; a part
 * with its line has at most `limit` characters. Breaks are looked for between paragraphs, then lines, sentences, clauses and
 * words. Returns the number of parts; *over (may be NULL) = parts longer than the limit because one link, number or name is.
 * limit below POST_LEAST counts as POST_LEAST. */
size_t post_split(Str text, size_t limit, Buf *out, size_t *over);
#endif
