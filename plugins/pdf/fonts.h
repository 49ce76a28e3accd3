/* fonts.h - the letters: which font files are used and words as pango shapes them; knows no document. */
#ifndef SEN_PDF_FONTS_H
#define SEN_PDF_FONTS_H
#include <pango/pangocairo.h>

typedef struct Fonts Fonts;
Fonts *fonts_start(void);               /* NULL: neither Times New Roman nor Liberation Serif is on this machine */
void fonts_stop(Fonts *f);              /* takes NULL */
void fonts_forget(Fonts *f);            /* between documents: drops the words when they have become many */

/* Letters of one look; lives as long as the Fonts. */
typedef struct Face Face;
typedef enum FaceKind { FACE_TEXT, FACE_FIXED, FACE_BOX } FaceKind;      /* BOX: the family that has ☐ and ☑ */
/* family: as the layout says ("Times New Roman"), for FACE_TEXT. */
Face *fonts_face(Fonts *f, FaceKind kind, const char *family, double points, int bold, int italic);

/* A word once shaped: pieces of one font each. Vietnamese repeats its syllables, so most words of a page are known already. */
typedef struct Glyph { unsigned long id; double advance, dx, dy; } Glyph;
typedef struct Piece {
    cairo_scaled_font_t *font;
    const char *text;                   /* of the word, from here on */
    int n_text;
    Glyph *glyphs;
    int n_glyphs;
    cairo_text_cluster_t *clusters;
    int n_clusters;
} Piece;
typedef struct Word {
    const char *text;                   /* NUL-terminated */
    size_t n_text;
    double width;
    Piece *pieces;
    int n_pieces;
} Word;
const Word *fonts_word(Face *face, const char *p, size_t n);
const Word *fonts_space(Face *face);
#endif
