/* layout_inside.h - what the files of the layout checker share: lines with their looks and roles, ranges, ways to report. */
#ifndef SEN_PRESS_LAYOUT_INSIDE_H
#define SEN_PRESS_LAYOUT_INSIDE_H
#include "core/press/layout.h"

typedef enum LayRole {
    LAY_NONE, LAY_NATION, LAY_MOTTO, LAY_SUPERIOR, LAY_AGENCY, LAY_NUMBER, LAY_ABOUT, LAY_PLACE, LAY_TYPE, LAY_SUBJECT, LAY_TO,
    LAY_BASIS, LAY_BODY, LAY_PART, LAY_HEADING, LAY_CELL, LAY_RECIPIENTS, LAY_RECIPIENT, LAY_AUTHORITY, LAY_SIGNER, LAY_ANNEX,
    LAY_ANNEX_TITLE, LAY_IN_ANNEX, LAY_ROLES
} LayRole;
typedef enum LayAlign { LAY_LEFT, LAY_CENTER, LAY_RIGHT, LAY_JUSTIFY } LayAlign;

typedef struct LayLine {
    Str text;                              /* without outer spaces */
    const char *fold;                      /* lower case without accents, single spaces */
    int no, table, row, column;            /* paragraph, 1 …; place in a table, 0 = in none */
    double size, before, after, line, height, first, left;     /* pt; height > 0: a fixed height; mm */
    int align, bold, italic, colour;       /* bold, italic, colour: 0 = none, 1 = all, 2 = some of the letters */
    int numbered, border, drawing;
    int upper;                             /* all its letters are capitals, two at least */
    const char *font, *other;              /* "" = no letters; other: a second font in it, NULL = none */
    LayRole role;
} LayLine;

typedef struct LaySheet {
    double width, height, top, bottom, left, right, number_size;
    int number;                            /* 0 = none, 1 = in the top margin, 2 = at the bottom */
    int number_first, number_align;
    int no;                                /* the paragraph it ends with */
} LaySheet;

typedef struct LayDoc {
    Arena *arena;
    const Entity *layout;
    const char *file;
    Findings *f;
    LayLine *v;
    size_t n;
    LaySheet *sheet;
    size_t n_sheets;
    size_t head_end;                       /* the line of the type, or the first after the header */
    size_t tail;                           /* the first line of recipients and signature, n = none */
    size_t annex;                          /* the first line of the annexes, n = none */
    const struct LayType *type;            /* by its title; NULL = none found */
    int letter;                            /* an official letter (công văn): no title */
    int official;                          /* it has any part of an official document */
    int party;                             /* a document of the Party: another rule book */
    int flat;                              /* the two columns of the header stand in one line: its forms cannot be told apart */
} LayDoc;

typedef struct LayType { const char *symbol, *title, *fold; } LayType;

/* --- layout_value.c: what the layout asks --- */
typedef struct LayRange { double least, most; int there; } LayRange;
/* The allowed range of a field; a value of its own outside of it is the only one that is right. */
LayRange layout_range(const LayDoc *d, const char *field);
double layout_number(const LayDoc *d, const char *field, double otherwise);
const char *layout_text(const LayDoc *d, const char *field);
int layout_flag(const LayDoc *d, const char *field, int otherwise);
/* "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1 (số điểm chưa đối chiếu)" for a finding; field = NULL: the decree. */
const char *layout_clause(const LayDoc *d, const char *field);
const char *layout_shown(const LayDoc *d, LayRange r);     /* "13 - 14" */

/* --- layout_say.c: reporting --- */
const char *layout_place(const LayDoc *d, const LayLine *l);           /* "đoạn 12 «KẾ HOẠCH»", in both languages */
const char *layout_name(LayRole role);                                /* «Quốc hiệu», in both languages */
const char *layout_both(const LayDoc *d, const char *a, const char *b);        /* "a, b", in both languages */
typedef struct LayGroup { size_t n; const LayLine *first; } LayGroup;  /* the same mistake in many lines is said once */
void layout_group(LayGroup *g, const LayLine *l);
const char *layout_many(const LayDoc *d, const LayGroup *g);           /* layout_place and how many more */

/* --- layout_look.c, layout_part.c --- */
int layout_take(LayDoc *d, const ReadResult *got);         /* lines and sheets; 0, or -1: nothing is told of looks */
void layout_find_parts(LayDoc *d);                         /* roles */
const LayType *layout_type_of(const char *fold);           /* of a title, NULL = none */
const LayType *layout_type_symbol(Str symbol);             /* of "KH" */
int layout_begins(const char *s, const char *with);

/* --- judging --- */
void layout_check_pages(LayDoc *d);        /* layout_page.c: sheets, page numbers, fonts, colour */
void layout_check_forms(LayDoc *d);        /* layout_form.c: what is missing; size, weight, case and place of each part */
void layout_check_header(LayDoc *d);       /* layout_words.c: number, symbol, place and date, national name */
void layout_check_closing(LayDoc *d);      /* layout_closing.c: bases, recipients, signature */
void layout_check_body(LayDoc *d);         /* layout_body.c: alignment, indents, spacing, numbering, dates */
#endif
