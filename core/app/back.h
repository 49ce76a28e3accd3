/* back.h - a Word file that Sen made comes back edited: what went out, what came back, what differs, and where each text of the
 * material stands now. For the files back_*.c; other files need back_import and back_accept only.
 *
 * The way: back_read (marks and lines of the reader -> BackDoc), back_match (BackDoc -> BackEdits), back_source (where the
 * material's texts come from now), back_plan (edits -> proposals), and on a decision back_accept (proposals -> files). */
#ifndef SEN_APP_BACK_H
#define SEN_APP_BACK_H
#include "core/app/edits.h"
#include "core/base/splice.h"
#include "core/app/session.h"

/* --- back_read.c --- */

/* A paragraph, or a cell of a data table, as it went out. */
typedef struct BackSpot {
    int n;                                 /* number of its block, 0 = a footnote */
    int table, row, column;                /* of a cell, from 1; table 0 = a paragraph. table = the n of its block */
    int grid;                              /* a line of the two columns at the head or the end */
    int head;                              /* a header row */
    int line;                              /* of the template; 0 = unknown */
    int box;                               /* a check box at its head: 0 none, 1 open, 2 ticked; it is not in the text */
    const char *part, *origin, *text;
} BackSpot;

enum { BACK_IDS = 8 };
/* The same as it came back. */
typedef struct BackPara {
    const char *text, *label, *author;     /* label "- " …, "" = none; author: of a tracked change, NULL = none */
    int table, row, column;                /* of the reader */
    int box, control;                      /* box as above; control: what the box itself says beside its sign */
    int ids[BACK_IDS], n_ids;              /* numbers of the blocks whose bookmarks stand in it */
} BackPara;

typedef struct BackNote { const char *id, *author, *text; size_t para; } BackNote;     /* a comment and where it hangs */

typedef struct BackDoc {
    const char *material, *unit;
    BackSpot *was; size_t n_was;
    BackPara *now; size_t n_now;
    BackNote *notes; size_t n_notes;
} BackDoc;

/* 1 = it is a document of Sen, 0 = it is not, -1 = the bytes are not understood. In `a`. */
int back_read(Str parts, Arena *a, BackDoc *d);

/* --- back_foot.c --- */
/* Footnotes that were put in or taken out change the numbers of the others: the marks in d->now get the numbers that went out.
 * A new note keeps its line, "[+] text", and its mark goes. */
void back_number_notes(BackDoc *d, Arena *a);
int back_is_new_note(const char *text);

/* --- back_match.c --- */

typedef enum BackKind { BACK_TEXT, BACK_ADDED, BACK_DELETED, BACK_MOVED, BACK_ROW_ADDED, BACK_ROW_DELETED, BACK_BOX,
               BACK_TABLE_ADDED, BACK_TABLE_DELETED, BACK_TABLE_MOVED } BackKind;     /* by their first cells */
/* was, now: indices, -1 = none. after: the spot that stands before it now (-1 = none), before: the one behind it. */
typedef struct BackEdit { BackKind kind; long was, now, after, before; } BackEdit;
typedef struct BackEdits { BackEdit *v; size_t n; long *was_of; } BackEdits;            /* was_of: for each para its spot, -1 */
/* Lines of the head and the end become paragraphs of d->now. */
void back_match(BackDoc *d, Arena *a, BackEdits *out);
int back_has_things(const BackDoc *d, int table);           /* rows of that table stand for things of the workspace */

/* --- back_source.c --- */

typedef struct SourcePart { Str text, expr, address, field; const char *filter; } SourcePart;   /* expr "" = the template's own */
typedef struct SourceBlock {
    unsigned kind;                         /* 0 paragraph, 1 heading, 2 cell, 3 code; 9 = a text of a script: no Markdown */
    Str file, var, div;
    int line, last, table, row, column, head, in_list;
    const char *origin;
    SourcePart *part; size_t n_parts;
    Str text;                              /* all parts */
} SourceBlock;
typedef struct SourceFile { const char *name, *shown; Str bytes; } SourceFile;
typedef struct Source {
    SourceFile *file; size_t n_files;
    SourceBlock *block; size_t n_blocks;
} Source;

int back_source(Str packed, Arena *a, Source *s);                                      /* 0/-1 */
/* For each spot the block it is now, -1 = none. In `a`. */
long *back_link(const BackDoc *d, const Source *s, Arena *a);
const SourceFile *back_file(const Source *s, Str shown);                               /* NULL = none */
/* The lines of a block in its file, without the last line end. */
Str back_lines(const Source *s, const SourceBlock *b);
/* The block's lines with the changes (places in its text) made in the template's own parts; 0, or -1 = a place is not found.
 * Changes in printed values are left out. */
int back_rewrite(Str lines, const SourceBlock *b, const Splices *changes, Buf *out);
/* A plain text as Markdown in one paragraph; in a cell line ends become spaces. */
void back_markdown(Str text, int cell, Buf *out);
/* Part of the block that a change belongs to: its index, or -1 = several. */
long back_part_of(const SourceBlock *b, const Splice *x);
size_t back_part_start(const SourceBlock *b, size_t part);

/* --- back_way.c, back_field.c: what may be set where a value is printed --- */

typedef enum FieldWay { WAY_NONE, WAY_TEXT, WAY_TEXTS, WAY_BODY, WAY_BODIES, WAY_DATE, WAY_VARS } FieldWay;
FieldWay back_way(const SourcePart *p, const char **field);        /* *field: the one that is set ("due" for due_on) */
/* The value to write for `text`, which now stands where `shown` stood; NULL: it cannot be one. In the arena of the command. */
const char *back_value(Session *s, const Model *m, FieldWay way, const Entity *e, const char *field, Str shown, Str text);
const Entity *back_entity(const Model *m, Str address);            /* "task:x" */

/* --- back_propose.c --- */

typedef struct BackPlan {
    Session *s;
    BackDoc *d;
    const BackEdits *edits;
    const Source *source;
    const Model *model;
    const long *block_of;
    const char *from;                      /* "ward-plan: sua.docx" */
    char sha256[65];
    StoreProposal *v; size_t n, cap;
    char *spent;                           /* edits that another proposal covers */
} BackPlan;
/* For the files that make proposals: a new one about a block (NULL = of the whole material), a line more in its note. */
StoreProposal *back_propose(BackPlan *p, const char *kind, const SourceBlock *b);
void back_note_more(const BackPlan *p, StoreProposal *x, const char *more);
/* One that cannot be made here, and why. */
StoreProposal *back_refuse(BackPlan *p, const BackEdit *e, const SourceBlock *b, const char *was, const char *now,
                           const char *why);
const SourceBlock *back_block_of(const BackPlan *p, long spot);
const char *back_place_of(const BackPlan *p, const SourceBlock *b);        /* the unit's own copy of its template */
const char *back_tracked(const BackPlan *p, long now);                     /* who changed it with Track Changes on; NULL */

/* --- back_box.c: check boxes --- */
/* The box at the head of a text, which loses it: 0, 1, 2. */
int back_take_box(const char **text);
const char *back_with_box(Arena *a, int box, const char *text);
/* Is the box another than the one that went out? What was typed in place of its sign is taken for it. */
int back_box_differs(const BackSpot *was, BackPara *now);
/* The mark of a task list in the lines of a block: "[ ]", "[x]" or the sign itself; its length, 0 = none. */
size_t back_find_box(Str lines, size_t *at, int *box);

/* --- back_tick.c --- */
void back_plan_box(BackPlan *p, const BackEdit *e);

/* --- back_plan.c --- */
void back_plan(BackPlan *p);

/* --- back_import.c --- */
/* 1 = the file was one of ours and was dealt with, 0 = it is some other file, -1 and e. */
int back_import(Cli *c, const char *path, Err *e);

/* --- back_accept.c --- */
int back_is_kind(const char *kind);                                /* "word-…" */
int back_is_fixed(const char *kind);                               /* cannot be accepted */
/* The accepted ones among v, all at once, into x. Places are looked for in the material as it is now. */
int back_accept(Session *s, StoreProposal *const *v, size_t n, Edits *x, Err *e);
#endif
