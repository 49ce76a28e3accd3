/* draw.h - prints the pages of a Book on a PDF surface; knows no pagination. */
#ifndef SEN_PDF_DRAW_H
#define SEN_PDF_DRAW_H
#include "plugins/pdf/book.h"

/* All pages with page numbers, links and the outline. */
void draw_pages(Book *b, cairo_surface_t *surface);
/* --- picture.c --- */
void picture_draw(cairo_t *cr, const OffRun *r);                /* at the current point, which is its foot */
#endif
