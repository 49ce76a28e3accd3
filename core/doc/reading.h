/* reading.h - what the passes over one Markdown text share; inside the room only. */
#ifndef SEN_DOC_READING_H
#define SEN_DOC_READING_H
#include "core/doc/cmark_memory.h"
#include "core/doc/doc.h"
#include "core/doc/pipe_table.h"
#include "core/doc/raw_lines.h"

/* One control of a template on a line of its own. */
typedef struct Control {
    uint32_t hole;
    uint8_t kind;                  /* DocControl */
    uint8_t kept;                  /* 1 = stays in the text of a paragraph or code block */
    int line;                      /* of the source */
    int column;                    /* spaces before it */
    size_t pos;                    /* lines of text before it, control lines not counted */
    int group;                     /* -1 = none */
} Control;

typedef struct ControlGroup {
    int open, end;                 /* controls; end -1 = never closed */
    int parent;                    /* the group around it, -1 = none */
    uint8_t joined;                /* its controls stand within one paragraph */
    uint8_t rows;                  /* it holds body rows of one table */
    DocNode *at;                   /* where its controls were put */
} ControlGroup;

typedef struct Reading {
    DocOptions o;
    Findings *f;                   /* may be NULL */
    Err *e;
    Arena *arena;                  /* of the result */
    Arena *scratch;                /* lives as long as the parse */
    CmarkMemory memory;
    Map *notes;
    RawLines source;               /* every line */
    RawLines lines;                /* what libcmark reads: control lines taken out, shields in */
    PipeTables tables;
    Control *controls;             /* in order */
    ControlGroup *groups;          /* in order of opening */
    int n_controls, n_groups;
    uint8_t *kept;                 /* by hole: 1 = stands on a line of its own inside a paragraph */
    uint32_t *blanks;              /* by index of source: blank lines up to and with it */
    DocNode **cells;               /* by cell of tables */
    size_t input_cells;            /* cells in front of the text of the last parse, two lines each */
    Buf clean, input, tmp;
} Reading;

/* reading.c */
/* Parses r->lines (and, when cells is 1, the cells of the tables in front of them). The tree lives until the next parse. */
cmark_node *reading_parse(Reading *r, int cells);
/* Parses and marks tables until none is left. -1 and r->e on failure. */
int reading_find_tables(Reading *r);
int reading_check_depth(Reading *r, cmark_node *document);         /* -1 and r->e when blocks nest too deep */

/* convert.c: libcmark's tree -> ours, lines of the source in it */
DocNode *convert_tree(Reading *r, cmark_node *document);
/* inline_text.c: a text of libcmark -> text, holes, note references, marks of strikethrough */
void inline_text_add(Reading *r, DocNode *parent, Str literal);
/* strike.c: pairs "~" and "~~" among the children of parent, then joins texts */
void strike_pair(Reading *r, DocNode *parent);
enum { STRIKE_OPENS = 1, STRIKE_CLOSES = 2 };      /* in `check` of a text whose mark is '~' */
/* bold_advice.c: a finding where "**" stayed in the text because it touches the next word */
void bold_advise(Reading *r, const DocNode *paragraph);
/* div.c: pairs the fences among the children of parent */
void div_pair(Reading *r, DocNode *parent);
/* footnote.c: paragraph with definitions -> DOC_FOOTNOTE nodes */
void footnote_take(Reading *r, DocNode *paragraph);
/* task_mark.c: "[ ]" and "[x]" at the start of an item; anchors of headings */
void task_mark_take(Reading *r, DocNode *item);
void heading_anchor_take(DocNode *heading);
/* seam.c: decides what a control line does to the text around it; fills r->lines from r->source */
int seam_join(Reading *r);
int seam_error(Reading *r, int line);              /* SEN4006 at a line; returns -1 */
/* place.c: puts the control lines that stand between blocks into the tree; gaps, tightness, live flags */
int place_controls(Reading *r, DocNode *root);
void place_gaps(const Reading *r, DocNode *root);
void place_live(DocNode *root);
#endif
