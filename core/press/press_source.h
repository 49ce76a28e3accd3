/* press_source.h - where every text of a material's page came from, as bytes for the parent (app/back_source.c reads them).
 *
 * u32 files, each: text name below content/, text name as shown, str bytes. u32 blocks (paragraphs, headings, cells, code) in the
 * order of the page, each: u8 kind (0 paragraph, 1 heading, 2 cell, 3 code), str file as shown, u32 first and last line there,
 * text address of the thing whose loop it stands in, str variable of that loop, u32 table, row, column (cells, from 1), u8 flags
 * (1 header row, 2 in a list), str classes of the div around it, u32 parts, each: str text, str expression ("" = the template's
 * own text), str address, str field, text filter. */
#ifndef SEN_PRESS_PRESS_SOURCE_H
#define SEN_PRESS_PRESS_SOURCE_H
#include "core/base/pack.h"
#include "core/press/content.h"
#include "core/doc/doc.h"

void press_source_pack(const Doc *d, const Content *content, Buf *out);
#endif
