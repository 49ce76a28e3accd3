/* doc_html.h - tests only: a document tree as HTML the way the CommonMark and GFM examples print it, raw HTML included. */
#ifndef SEN_TESTS_DOC_HTML_H
#define SEN_TESTS_DOC_HTML_H
#include "core/doc/doc.h"
void doc_html(const DocNode *root, Buf *out);
/* Parses and prints; an error prints as "!SENnnnn line N". o may be NULL. */
const char *doc_html_of(const char *markdown, size_t n, const DocOptions *o, Buf *out);
/* The tree as nested words, for comparing structure: `root(heading1("a") list-tight(item(…)))`. */
void doc_shape(const DocNode *root, Buf *out);
#endif
