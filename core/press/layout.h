/* layout.h - is a Word file laid out as Decree 30/2020/NĐ-CP (or the ward's own layout data) asks? Judges what a reader told of
 * its lines and pages; knows no file format. */
#ifndef SEN_PRESS_LAYOUT_H
#define SEN_PRESS_LAYOUT_H
#include "core/model/model.h"
#include "core/plug/registry.h"

/* "20 - 25 (clause)" as `allowed` of a layout says it: 1, the two numbers, and what follows them; else 0. */
int layout_read_range(Str text, double *least, double *most, Str *rest);

/* The layout called name, else the one the unit names (may be NULL), else the first of the model; NULL when there is none. */
const Entity *layout_find(const Model *m, const Entity *unit, const char *name);

/* Adds a finding for each thing that is not as the layout asks, at line = paragraph (all of the document, those of tables too).
 * got comes from registry_read_layout. 0/-1 (it tells no layouts). */
int layout_check(const Entity *layout, const ReadResult *got, const char *file, Findings *f, Err *e);
#endif
