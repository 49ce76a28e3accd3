/* look.h - how a Word file looks: forms of runs and paragraphs, resolved over styles, and what is told of each line and page.
 * Shared by look_*.c only; the words themselves are read as read_*.c reads them. */
#ifndef SEN_DOCX_LOOK_H
#define SEN_DOCX_LOOK_H
#include "plugins/docx/read_package.h"

enum { FONTS_MOST = 200, LOOK_UNSAID = -1000000 };
typedef enum LookAlign { LOOK_LEFT, LOOK_CENTER, LOOK_RIGHT, LOOK_JUSTIFY } LookAlign;

typedef struct LookRun {                   /* -1 = not said here */
    int font;                              /* in LookStyles.font */
    int size;                              /* half points */
    int bold, italic, caps, hidden;
    int colour;                            /* 1 = a colour other than black, 0 = black */
} LookRun;
typedef struct LookPara {                  /* twips; LOOK_UNSAID = not said here */
    int align;                             /* LookAlign, -1 */
    int before, after, line, rule;         /* rule: 1 = line is a height, 0 = it is 240ths of a single line */
    int first, left, right;
    int border;                            /* 1 = a line above or below */
} LookPara;
typedef struct LookStyle {
    char *id, *based_on;
    char type;                             /* as Style.type */
    int standard;
    LookRun run;
    LookPara para;
} LookStyle;
typedef struct LookStyles {
    LookStyle *v;
    size_t n, cap;
    LookRun run;                           /* the defaults of the document */
    LookPara para;
    char *font[FONTS_MOST];
    int n_fonts;
    char minor[80], major[80];             /* the fonts of the theme, "" = unknown */
    int failed;
} LookStyles;

/* --- look_style.c --- */
void look_clear_run(LookRun *r);
void look_clear_para(LookPara *p);
/* Takes one property in: 1 when it was one. */
int look_take_run(LookStyles *s, const XmlTag *tag, LookRun *r);
int look_take_para(const XmlTag *tag, LookPara *p);
int look_read_styles(const char *xml, size_t n, LookStyles *s);        /* XmlFault; after the theme */
int look_read_theme(const char *xml, size_t n, LookStyles *s);         /* XmlFault */
void look_free_styles(LookStyles *s);
const LookStyle *look_find_style(const LookStyles *s, const char *id);
const LookStyle *look_standard(const LookStyles *s);                   /* of paragraphs; may be NULL */
/* What holds: the paragraph's style, the run's style (each may be NULL), what was said in place; nothing stays unsaid. */
LookRun look_settle_run(const LookStyles *s, const LookStyle *para, const LookStyle *run, const LookRun *own);
LookPara look_settle_para(const LookStyles *s, const LookStyle *para, const LookPara *own);

/* --- look_walk.c --- */
/* Where the number of the page stands in a header or footer. */
typedef struct LookNumber { int there, align, size, font; } LookNumber;
int look_walk_edge(Package *p, LookStyles *s, const char *xml, size_t n, LookNumber *out);     /* XmlFault */
typedef struct LookEdges {                 /* of all headers and footers, by Package.edge */
    LookNumber number[EDGES_MOST];
} LookEdges;
int look_walk_document(Package *p, LookStyles *s, const LookEdges *edges, const char *xml, size_t n);  /* XmlFault */

/* --- look_tell.c --- */
enum { TALLY_MOST = 8 };
typedef struct LookTally { int key; size_t n; } LookTally;
typedef struct LookLine {                  /* one line of a paragraph: its words, and how many letters look how */
    Text text;
    size_t letters, bold, italic, caps, colour;
    LookTally font[TALLY_MOST], size[TALLY_MOST];
    int drawing;
} LookLine;
void look_count(LookLine *l, const LookRun *r, const char *s, size_t n);
void look_clear_line(LookLine *l);
void look_tell_line(Docx *d, const LookStyles *s, const LookLine *l, const LookPara *p, SenPlace at, int numbered);

typedef struct LookSheet {                 /* a section; twips */
    int width, height, top, bottom, left, right, title_page;
    int head[2], foot[2];                  /* default and first: which edge, -1 = none */
} LookSheet;
void look_tell_sheet(Docx *d, const LookStyles *s, const LookSheet *sheet, const LookEdges *edges);

/* look_read.c: the whole, into the host's lines: 0/-1 */
int look_read(Package *p);
#endif
