/* book.h - a workbook being written: sheets of typed cells, in memory, the same bytes every time; knows no model and no form.
 *
 * A text is an inline string, never a formula, whatever it begins with. A formula is only what this plugin's own code writes.
 * Columns count from 0, rows from 1. Everything written is escaped by common/xml. */
#ifndef SEN_XLSX_BOOK_H
#define SEN_XLSX_BOOK_H
#include "plugins/common/xml/xml_write.h"

enum { SHEETS_MOST = 4, WIDTHS_MOST = 48 };

/* How a cell looks; style.c has the table. */
typedef enum Look {
    LOOK_PLAIN, LOOK_TITLE, LOOK_SUBTITLE, LOOK_SMALL, LOOK_LABEL, LOOK_HEAD, LOOK_GROUP, LOOK_TEXT, LOOK_CENTER, LOOK_BOLD,
    LOOK_INDENT, LOOK_WHOLE, LOOK_DECIMAL, LOOK_DATE, LOOK_IN_WHOLE, LOOK_IN_DECIMAL, LOOK_IN_TEXT, LOOK_IN_DATE, LOOK_CLOSED,
    LOOK_CHECK, LOOK_NOTE, LOOKS
} Look;
enum { DXF_WRONG = 0, DXF_FINE = 1, DXF_DONE = 2, DXF_LATE = 3 };   /* formats of conditions, style.c */

typedef struct Sheet {
    const char *name;                       /* without the marks Excel refuses; at most 31 characters */
    Xml cols, rows, cells, merges, conditions, rules;       /* cells: of the row at hand */
    double width[WIDTHS_MOST];
    struct { double height; int lines, level, hidden; } now; /* the row at hand */
    uint32_t row;                           /* the last one begun */
    uint32_t n_merges, n_conditions, n_rules, widest;
    int hidden;                             /* 1 = only a program shows it again */
    int locked;                             /* protected, without a password */
    int landscape, outline;
    uint32_t frozen_rows, frozen_columns;
    uint32_t head_row;                      /* repeated on every printed page, 0 = none */
    uint32_t filter_row, filter_last;       /* the head of the filter and its last row, 0 = none */
    int filter_columns[2];
    int first_column;                       /* of what is printed */
    Xml chart;                              /* a whole drawing chart, empty = none */
    uint32_t chart_row, chart_rows;
    int chart_column, chart_columns;
} Sheet;

typedef struct Book {
    const SenHost *host;
    struct ZipWriter *zip;                  /* the plugin's */
    Sheet sheet[SHEETS_MOST];
    size_t n;
    Xml names;                              /* <definedName> elements */
    Xml custom;                             /* <property> elements; empty = no such part */
    uint32_t n_custom;
    SenText title, author, subject;
    int year;                               /* of the time it was made, which is no clock's */
    int recount;                            /* formulas are computed when it is opened */
} Book;

Sheet *book_add_sheet(Book *b, const char *name);           /* NULL = too many */
void book_free(Book *b);
/* Packs it and writes it to the sink; with `parts` as text, one part after another. 0/-1 with a reason in err. */
int book_send(Book *b, int parts, SenSink *sink, SenErr *err);
void book_add_name(Book *b, const char *name, const char *to);                  /* hidden name: «_sen!$B$2» */
void book_add_property(Book *b, const char *name, SenText value);

/* --- sheet.c --- */
void sheet_width(Sheet *s, int column, double width, int hidden);              /* in order of columns, before the rows */
void sheet_row(Sheet *s, double height, int level, int hidden);                /* height 0 = as its texts need */
void sheet_end_row(Sheet *s);
void sheet_blank(Sheet *s, int column, Look look);
void sheet_text(Sheet *s, int column, Look look, SenText t);                    /* "" is a blank cell */
void sheet_puts(Sheet *s, int column, Look look, const char *t);
void sheet_integer(Sheet *s, int column, Look look, long long v);
void sheet_double(Sheet *s, int column, Look look, double v);
void sheet_decimal(Sheet *s, int column, Look look, SenText t);                 /* "1234.5"; what is no decimal becomes a text */
void sheet_days(Sheet *s, int column, Look look, long long days);               /* since 1970-01-01 */
void sheet_formula(Sheet *s, int column, Look look, const char *formula, SenText shown);    /* shown: until it is computed */
void sheet_merge(Sheet *s, int from, int to);                                   /* cells of this row */
/* What is shown where `formula` holds, in column from:to, rows first:last. */
void sheet_condition(Sheet *s, int from, int to, uint32_t first, uint32_t last, int dxf, const char *formula);
/* A rule for one input cell. kind: "whole" "decimal" "date" "list" "textLength"; a, b: its bounds or the list. */
typedef struct Rule { const char *kind, *compare, *a, *b, *title, *message, *prompt; } Rule;
void sheet_rule(Sheet *s, int column, uint32_t row, const Rule *r);
const char *sheet_column(int column, char out[4]);                              /* 0 -> "A" */
void sheet_write(const Sheet *s, size_t number, Xml *x);                        /* the whole part */

/* --- style.c --- */
double style_letters(Look look);            /* how many letters fit into one unit of a column's width, 0 = never wrapped */
void style_write(Xml *x);
#endif
