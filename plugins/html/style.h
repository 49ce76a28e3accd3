/* style.h - the style sheet of the html output. */
#ifndef SEN_HTML_STYLE_H
#define SEN_HTML_STYLE_H
extern const char style_sheet[];
extern const char style_hash[];        /* "sha256-…" of exactly style_sheet; a test compares them */
#endif
