/* walk.h - the state of one walk over document.xml or the notes; shared by read_walk.c (tags) and read_para.c (texts) only. */
#ifndef SEN_DOCX_WALK_H
#define SEN_DOCX_WALK_H
#include "plugins/docx/read.h"

enum { PARAS_MOST = 8, FIELDS_MOST = 16, TABLES_MOST = 130, CHOICES_MOST = 64, CELLS_MOST = 400000 };

typedef struct Para {
    Text text, deleted, hidden;
    const Style *style;
    Look base, direct, run;                /* base: of the style; direct: said in this run; run: what holds */
    const Style *run_style;
    long num;                              /* -1 = the style's */
    int ilvl, level;                       /* level: of its own outline, -1 = the style's */
    int mark_gone;                         /* its end was deleted: it goes on in the next paragraph */
    int in_props, in_run_props;
} Para;

typedef struct Field { Text instr; int in_result, drop, contents; } Field;
typedef enum TableKind { TABLE_NEW, TABLE_GRID, TABLE_WRAPPER, TABLE_INNER } TableKind;

struct Walk {
    Docx *d;
    int probe;                             /* only counts what legacy fonts hold */
    long unicode_runs, legacy_runs;
    int depth, skip;                       /* skip: depth of the element left out, 0 = none */
    int gone;                              /* inside of so many deletions */
    Para para[PARAS_MOST];                 /* a text box stands inside a paragraph */
    int n_paras;
    Text carry;                            /* of paragraphs whose end was deleted */
    Text piece;                            /* the w:t being read */
    int in_text, in_instr;
    Field field[FIELDS_MOST];
    int n_fields, fields_over;
    unsigned char choice[CHOICES_MOST];    /* for each mc:AlternateContent: one was taken */
    int n_choices;
    TableKind table[TABLES_MOST];
    int n_tables, grid, in_row_props, row_gone, row, column;
    Cell *cells;
    size_t n_cells, cap_cells, row_from;
    int fresh_page;                        /* nothing stands on this page yet */
    /* notes */
    void (*note)(void *ctx, long id, const char *text);
    void *note_ctx;
    long note_id;
    int in_note;
    Text note_text;
};

/* read_para.c */
Para *para_now(Walk *w);                   /* NULL outside of paragraphs */
void para_open(Walk *w);
void para_close(Walk *w);                  /* 0 = its text went where it belongs */
void para_settle_run(Walk *w);             /* after w:rPr: what holds for the run */
void para_add_piece(Walk *w, const char *s, size_t n);         /* text of a run, in its font */
void para_add_sign(Walk *w, const char *s);                    /* a tab, a break, a hyphen: no font concerns it */
void para_add_symbol(Walk *w, const char *font, uint32_t cp);
void para_add_reference(Walk *w, long id, int end);
void field_begin(Walk *w, const char *instr);
void field_separate(Walk *w);
void field_end(Walk *w);
int cell_is_open(const Walk *w);           /* texts go into a cell */
#endif
