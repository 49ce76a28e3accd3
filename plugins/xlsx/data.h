/* data.h - the model as the tables of this plugin read it: fields of a row by name, never failing; knows no workbook. */
#ifndef SEN_XLSX_DATA_H
#define SEN_XLSX_DATA_H
#include "plugins/xlsx/book.h"

typedef struct Data {
    const SenHost *host;
    SenModel *model;
    const SenOptions *options;
} Data;

SenValue data_field(const Data *d, const SenValue *of, const char *name);      /* NONE when there is no such field */
SenText data_text(const Data *d, const SenValue *of, const char *name);        /* what a page prints for it, "" = missing */
SenText data_print(const Data *d, const SenValue *v);
SenText data_id(const Data *d, const SenValue *of, const char *name);          /* the id of a word, the text of a text */
long long data_int(const Data *d, const SenValue *of, const char *name);       /* 0 when missing or no whole number */
int data_number(const Data *d, const SenValue *of, const char *name, double *out);         /* 1 = there is one */
SenText data_option(const Data *d, const char *key);
int data_has(const Data *d, const SenValue *of, const char *name);             /* the row has such a field at all */
int data_same(SenText a, SenText b);
/* The value in a cell of its own kind: number, date or text. */
void data_cell(const Data *d, Sheet *s, int column, const SenValue *v);

/* The tables. Each fills the book; 0/-1 with a reason in err. */
int list_write(const Data *d, Book *b, const SenValue *root, SenErr *err);                 /* list.c: any list */
int checklist_write(const Data *d, Book *b, const SenValue *root, SenErr *err);            /* checklist.c: items */
int report_write(const Data *d, Book *b, const SenValue *root, SenErr *err);               /* report.c: indicators */
int form_write(const Data *d, Book *b, const SenValue *root, SenErr *err);                 /* form.c */
/* What a table begins with: its title, the unit under it, over columns from:to. */
void list_head(const Data *d, Sheet *s, int from, int to);
#endif
