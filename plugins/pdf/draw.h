/* draw.h - prints the pages of a Book on a PDF surface; knows no pagination. */
#ifndef SEN_PDF_DRAW_H
#define SEN_PDF_DRAW_H
#include "plugins/pdf/book.h"
#include <cairo.h>

/* All pages with page numbers, links and the outline. */
void draw_pages(Book *b, cairo_surface_t *surface);
/* --- text.c --- */
void text_draw(Book *b, cairo_t *cr, const Line *l, double x, double y);        /* y: the foot of its letters */
/* --- picture.c --- */
void picture_draw(cairo_t *cr, const OffRun *r);                /* at the current point, which is its foot */
#endif
