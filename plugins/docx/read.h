/* read.h - what the files of the .docx reader share: growing text, fonts, styles, numbering, the walk; knows no plan. */
#ifndef SEN_DOCX_READ_H
#define SEN_DOCX_READ_H
#include "core/abi/sen_plugin.h"
#include "plugins/common/xml/grown_text.h"
#include "plugins/common/xml/xml_read.h"
#include "plugins/common/zip/zip_read.h"
#include <stddef.h>
#include <stdint.h>

enum { LEVELS = 9, STYLE_CHAIN = 32 };

/* --- read_text.c: text that grows; a refused allocation is remembered and the text stays as it was --- */
void text_puts(Text *t, const char *s);
void text_put(Text *t, uint32_t cp);       /* a character as UTF-8 */
void text_clear(Text *t);
const char *text_of(const Text *t);        /* "" when empty */
int text_is_blank(const char *s);
size_t text_decode_one(const char *s, size_t n, uint32_t *cp);     /* bad bytes give 1 and U+FFFD */
uint32_t text_upper_one(uint32_t cp);      /* capital of a Latin or Vietnamese letter */
char *text_copy(const char *s);            /* malloc'd, NULL for NULL or when refused */

/* --- read_font.c --- */
typedef enum FontKind { FONT_PLAIN, FONT_TCVN, FONT_TCVN_CAPS, FONT_VNI, FONT_SYMBOL } FontKind;
FontKind font_kind(const char *name);      /* by its name: ".VnTime", ".VnTimeH", "VNI-Times", "Wingdings" */
/* Appends s as it looks in that font; whole characters only. */
void font_decode(FontKind kind, const char *s, size_t n, Text *out);
int font_is_unicode(const char *s, size_t n);          /* it has letters no legacy font knows: typed in Unicode after all */
const char *font_symbol(const char *font, uint32_t cp);        /* the mark a symbol font shows, NULL = unknown */

/* --- read_style.c --- */
typedef struct Look {                      /* of a run; -1 = not said here */
    int font;                              /* FontKind */
    int hidden, caps;
} Look;
typedef struct Style {
    char *id, *based_on;
    char type;                             /* 'p' paragraph, 'c' character, 'n' numbering, 't' table */
    int standard;                          /* the default of its type */
    int level;                             /* of a heading 1…9, 0 = none, -1 = not said here */
    long num;                              /* -1 = not said here, 0 = no numbering */
    int ilvl;                              /* -1 = not said here */
    Look look;
} Style;
typedef struct Styles { Style *v; size_t n, cap; Look defaults; int failed; } Styles;
void style_read_font(const XmlTag *tag, Look *look);   /* w:rFonts */
int style_is_on(const XmlTag *tag);        /* w:val of a switch */
int style_read(const char *xml, size_t n, Styles *s);  /* XmlFault */
void style_free(Styles *s);
const Style *style_find(const Styles *s, const char *id);
const Style *style_standard(const Styles *s, char type);
/* Resolved over the chain; st may be NULL. */
Look style_look(const Styles *s, const Style *st);
int style_level(const Styles *s, const Style *st);
/* The list of a paragraph style: 1 and *num, *ilvl (-1 = by the level that names the style), else 0. */
int style_number(const Styles *s, const Style *st, long *num, int *ilvl);

/* --- read_number.c --- */
typedef struct Numbering Numbering;
int number_read(const char *xml, size_t n, Numbering **out);   /* XmlFault; *out NULL when refused */
void number_free(Numbering *m);            /* takes NULL */
/* Counts one paragraph and appends its label ("II.", "1.2.", "đ)", "•"); ilvl -1 = the level that belongs to the style. */
void number_label(Numbering *m, const Styles *s, long num, int ilvl, const char *style, Text *out);

/* --- read_walk.c: document.xml, footnotes.xml, endnotes.xml, comments.xml --- */
typedef struct NoteRef { long id; int end; } NoteRef;      /* in the order of their marks in the text */
typedef struct Cell {
    int row, column, columns, rows, merge; /* merge: 0 none, 1 starts, 2 goes on */
    int page, line;
    Text text;                             /* its paragraphs, ended by '\n' */
} Cell;
typedef struct Walk Walk;
typedef struct Docx {
    const SenHost *host;
    SenLines *lines;
    Styles styles;
    Numbering *numbering;
    int trust_unicode;                     /* legacy fonts hold Unicode here: decode nothing */
    int tables, page, line;                /* numbers so far; line: paragraph */
    int legacy;                            /* 1 = TCVN3, 2 = VNI was decoded */
    int pictures, words;                   /* was there any? */
    NoteRef *refs;
    size_t n_refs, cap_refs;
    int ours;                              /* Sen made it: marks of its own go with the lines (read_ours.c) */
    char author[160];                      /* of the comment being read */
    int failed;                            /* memory, or the host wants no more */
} Docx;
int walk_document(Docx *d, const char *xml, size_t n);         /* XmlFault */
/* Notes: each w:footnote, w:endnote or w:comment is given with its id and text. */
int walk_notes(Docx *d, const char *xml, size_t n, void (*note)(void *ctx, long id, const char *text), void *ctx);

/* --- read_emit.c --- */
void emit_line(Docx *d, const char *text, int level);          /* a paragraph; its lines are parted by '\n' */
void emit_mark(Docx *d, const char *kind, const char *text);
void emit_table(Docx *d, Cell *cells, size_t n);       /* in the order of rows; merged cells are put together */

/* --- read_ours.c: what Sen wrote beside its text, and where its blocks went --- */
int ours_read(Docx *d, ZipRead *zip);                  /* the custom part, when there is one: d->ours; ZipFault */
void ours_bookmark(Docx *d, const char *name);
void ours_change(Docx *d, const char *author);         /* a tracked change stands in what follows */
void ours_label(Docx *d, const char *label);           /* of the line that follows */
void ours_box(Docx *d, const char *state);              /* of a check box in what follows: "1", "true", "0" … */
void ours_comment_at(Docx *d, const char *id);
void ours_comment(Docx *d, long id, const char *text);

extern const XmlSpace DOCX_SPACES[];
extern const SenReader docx_reader;        /* read_docx.c */
#endif
