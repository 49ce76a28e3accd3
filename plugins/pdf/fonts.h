/* fonts.h - the letters: which font files are used and how pango shapes them; knows no document. */
#ifndef SEN_PDF_FONTS_H
#define SEN_PDF_FONTS_H
#include <pango/pangocairo.h>

typedef struct Fonts Fonts;
Fonts *fonts_start(void);               /* NULL: neither Times New Roman nor Liberation Serif is on this machine */
void fonts_stop(Fonts *f);              /* takes NULL */
PangoContext *fonts_context(Fonts *f);
/* family: as the layout says ("Times New Roman"), NULL = fixed width. Free with pango_font_description_free. */
PangoFontDescription *fonts_describe(const char *family, double points, int bold, int italic);
extern const char fonts_boxes[];        /* the family that has ☐ and ☑ */
#endif
