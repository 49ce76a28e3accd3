/* book.h - a document on its way to pages: words and lines, rows of tables, the order they are placed in; knows no PDF.
 *
 * Lengths are points. fonts.c gives the letters, para.c makes lines of one paragraph, flow.c makes atoms of all blocks (what is
 * placed in one piece), pages.c places atoms on pages, draw.c prints pages. All of it lives in one Book, freed at once.
 * Memory: GLib ends the process when there is none, which the wall around it turns into a failed file. */
#ifndef SEN_PDF_BOOK_H
#define SEN_PDF_BOOK_H
#include "plugins/common/official/official.h"
#include "plugins/pdf/fonts.h"

/* What is not broken over lines: a word, or part of one, with its look. */
typedef struct Bit {
    const Word *word;                   /* NULL = a picture */
    Face *face;
    const OffRun *picture;
    double x, width, space, rise;       /* x: from the start of its line; space: before it, when no line begins here */
    int may_break;                      /* 1 = a line may begin here */
    int strike;
    int32_t note;                       /* a footnote is named here, 0 = none */
    SenText url;                        /* "" = none */
} Bit;

typedef struct Line {
    guint bit, n;                       /* book->bits[bit …] */
    double x, y;                        /* x: from the left of its column; y: from the top of its row, in cells only */
    double base, height;
    double rule;                        /* length of a solid line, 0 = none */
    const OffPara *para;                /* set in the first line of a paragraph */
} Line;

typedef struct Cell { double x; guint line, n; } Cell;
typedef struct Row { guint cell, n; double height; int border; double left, width; } Row;   /* left: in the text area */

typedef enum AtomKind { ATOM_LINE, ATOM_ROW, ATOM_SECTION } AtomKind;
typedef struct Atom {
    AtomKind kind;
    guint at;                           /* number of the line or row */
    double before, after, height, x;
    int keep;                           /* 1 = on one page with the next atom */
    guint head, n_head;                 /* ROW: rows that are repeated above it at the top of a page */
    double head_height;
    int landscape;                      /* SECTION */
} Atom;

typedef struct Note { guint line, n; double height; int placed; } Note;

typedef enum PlacedKind { PLACED_LINE, PLACED_ROW, PLACED_NOTE } PlacedKind;
typedef struct Placed { PlacedKind kind; guint at; double x, y; int again; } Placed;      /* again: a repeated head row */
typedef struct Page { guint first, n; int landscape; double notes; } Page;              /* notes: height of the footnotes */

typedef struct Book {
    const Official *o;
    Fonts *fonts;
    GArray *bits, *lines, *cells, *rows, *atoms, *placed, *pages;
    Note *notes;                        /* o->n_notes of them */
    int too_long;
} Book;

enum { PAGES_MOST = 3000 };

static inline double book_points(double mm) { return mm * 72 / 25.4; }
static inline double book_width(const Official *o, int landscape)
{
    return book_points((landscape ? o->page_height : o->page_width) - o->left - o->right);
}
static inline double book_height(const Official *o, int landscape)
{
    return book_points((landscape ? o->page_width : o->page_height) - o->top - o->bottom);
}
/* Where the first footnote of a page begins, from the top of the paper. */
static inline double book_notes_top(const Book *b, const Page *p)
{
    return book_points(b->o->top) + book_height(b->o, p->landscape) - p->notes + 6;
}
#define BOOK_AT(array, type, i) (&g_array_index((array), type, (i)))

void book_start(Book *b, const Official *o, Fonts *fonts);
void book_end(Book *b);

/* --- para.c --- */
typedef struct Lines { guint first, n; } Lines;
/* The lines of a paragraph `width` wide, appended to book->lines. number: of the footnote it begins, else 0. */
Lines para_lay(Book *b, const OffPara *p, double width, int32_t number);
double para_line_height(const OffStyle *s);                     /* of one line, spacing counted */
double para_ascent(double size);

/* --- flow.c, pages.c --- */
void flow_make(Book *b);                                        /* fills atoms and notes */
void pages_make(Book *b);                                       /* fills placed and pages */
#endif
