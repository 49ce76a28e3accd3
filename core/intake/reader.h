/* reader.h - what the files of this room share while one text is read: lines, labels, paragraphs; not for other rooms.
 *
 * The way of a text: clean.c (lines) -> zones.c with lines.c and spans.c (which line is header,
 * body, end, annex, table) -> header.c and signature.c
 * (document fields) -> join.c (lines into paragraphs) -> clauses.c (paragraphs into clauses) and table.c (rows)
 * -> legal.c, when.c, actors.c, targets.c (facts of each clause). */
#ifndef SEN_INTAKE_READER_H
#define SEN_INTAKE_READER_H
#include <stdint.h>
#include "core/intake/intake.h"

typedef enum LabelType {
    LABEL_NONE, LABEL_PART, LABEL_UPPER, LABEL_ROMAN, LABEL_ARTICLE, LABEL_NUMBER, LABEL_DECIMAL, LABEL_LETTER,
    LABEL_PAREN, LABEL_BULLET
} LabelType;

/* A label at the start of a line: "II.", "2.1.", "đ)", "-". */
typedef struct Label {
    LabelType type;
    char mark;                             /* what closes it: '.', ')', '/', '-'; for bullets the class of the mark */
    unsigned char depth;                   /* numbers in v */
    short v[5];
    char id[12];                           /* its part of an address: "II", "2", "2.1", "đ", "P1", "Đ2"; "" for bullets */
    size_t n;                              /* bytes of the printed label at the start of the line */
    unsigned char sure;                    /* how sure it is one, of 100 (SURE_*) */
} Label;

/* How sure a rule is, of 100; the confidence of a node is that of the least sure rule that made it (intake.h tells the scale). */
enum { SURE = 100, SURE_WRAPPED = 95, SURE_GLUED = 90, SURE_JOINED = 80, SURE_PLACED = 80, SURE_COLUMNS = 80, SURE_CELLS = 70,
       SURE_MENDED = 60, SURE_INFERRED = 50 };

typedef enum Role {
    ROLE_BODY, ROLE_HEADER, ROLE_TITLE, ROLE_SUBJECT, ROLE_PREAMBLE, ROLE_TAIL, ROLE_ATTACHED, ROLE_ANNEX_NOTE, ROLE_FOOTNOTE,
    ROLE_PAGE, ROLE_MARK, ROLE_ANNEX, ROLE_TABLE
} Role;

/* A line that is not blank, without outer spaces. */
typedef struct Line {
    char *p;
    size_t n;
    int no;
    unsigned short indent;                 /* characters before it on the page */
    unsigned char blank;                   /* a blank line stands before it */
    unsigned char page;                    /* a form feed stands before it: it begins a page */
    unsigned char role;                    /* Role */
    unsigned char capitals;                /* all its letters (after the label) are capitals, two at least */
    unsigned char split;                   /* it was part of the line before, with several bullets */
    unsigned char part;                    /* 0 = the document, 1 = what is attached to it, 2 + k = annex k */
    unsigned char row, heading;            /* from its LineInfo */
    int paragraph;
    uint32_t spans;
    Label label;
} Line;

/* What a reader of files knows of a line beside its text (flow.c). */
typedef struct LineInfo {
    int page, paragraph;                   /* where it stood, 0 = unknown */
    unsigned char row;                     /* a row of a table: its cells are parted by tabs, and by nothing else */
    unsigned char heading;                 /* the level its style gives it, 0 = none */
    uint32_t spans;                        /* bit c: column c is covered by the cell above, which counts here too */
} LineInfo;

/* A paragraph of the body: one or more lines joined. */
typedef struct Para {
    const char *text;                      /* without the label, inner white space single */
    const char *label_text;                /* as printed, NULL = none */
    Label label;
    size_t first, last;                    /* its lines */
    int line;
    unsigned char role;                    /* ROLE_PREAMBLE, ROLE_BODY, ROLE_ANNEX (its title), ROLE_TABLE */
    unsigned char capitals;
    unsigned char part;                    /* of its lines */
    unsigned char sure;                    /* of 100 */
} Para;

typedef struct Reader {
    Plan *plan;
    Arena *arena;                          /* the plan's */
    const char *name;
    Findings *notes;                       /* may be NULL */
    Line *v;
    size_t n, cap;
    Para *para;
    size_t n_para, cap_para;
    size_t spaces, hidden;                 /* counts for the notes */
    const LineInfo *info;                  /* of line k at [k - 1]; NULL for texts */
    size_t n_info;
    int doubled;                           /* a blank line stands between all lines: it means nothing */
    int missed_columns;                    /* lines that looked like the header of a table of spaces and were none */
    int superscript_notes;                 /* footnotes of this text are marked ¹ ² ³ */
} Reader;

/* intake.c: info may be NULL */
int intake_read_lines(Str utf8, const LineInfo *info, size_t n_info, const char *name, Plan **out, Findings *f, Err *e);

/* clean.c */
int clean_split_lines(Reader *r, Str utf8);
/* The same text with single inner spaces and without footnote marks, from n bytes; arena.
 * What is taken out is put aside at `line`; 0 = not, the text stands elsewhere as a whole. */
const char *clean_text(Reader *r, const char *s, size_t n, int line);
void clean_rest(Reader *r, const char *kind, const char *s, size_t n, int line);       /* text put aside; "" is not */
void clean_rest_line(Reader *r, const char *kind, const Line *l);
void clean_repair(Reader *r, int line, const char *kind, const char *before, const char *after);
void clean_note(Reader *r, Code code, int line, const char *id, const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* label.c */
Label label_of(const char *s, size_t n);
int label_roman(const char *s, size_t n);              /* value of a capital Roman number, 0 = none */
int label_is_capitals(const char *s, size_t n);
int label_starts_lower(const char *s, size_t n);
int label_starts_upper(const char *s, size_t n);

/* lines.c: one line by its words */
const char *lines_type_of(const char *s, size_t n, size_t *used);      /* "Kế hoạch" for a title line; used: bytes of the type */
int lines_is_office(const char *s, size_t n);          /* "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN": a line of a signature */
int lines_starts(const char *s, size_t n, const char *const *list);    /* lower-case beginning is one of the list */
int lines_begins(const Line *l, const char *const *list);              /* the same after its bullet */
int lines_ends(const Line *l, const char *marks);
int lines_is_structure(const Line *l);                 /* it has a label, and no bullet */
int lines_is_page_number(const Line *l);
int lines_is_tail(const Line *l);                      /* "Nơi nhận", an office */
int lines_is_annex(const Line *l, int after_tail);     /* "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC 1: …" */
int lines_opens_header(const Line *l);                 /* a body in capitals, the national motto */
int lines_is_footnote(const Reader *r, const Line *l); /* a line that begins a footnote: "[1] …" */

/* spans.c: the lines of a table that begins at i; returns the line after it, i = none. last_roman: the Roman number of the part
 * it stands in, 0 = none, -1 = an annex. */
size_t spans_mark_table(Reader *r, size_t i, int last_roman);

/* zones.c */
void zones_mark(Reader *r);                            /* gives every line its role, reads nothing */

/* header.c, signature.c */
void header_read(Reader *r);
void header_infer(Reader *r, const char *preamble);    /* issuer and plan year, when the header did not say */
void signature_read(Reader *r);

/* join.c: lines of preamble and body -> paragraphs */
void join_lines(Reader *r);

/* numbering.c: own_id is its part of an address, NULL = counted among its siblings */
int numbering_add_node(Reader *r, int parent, NodeKind kind, const char *own_id, const char *label, const char *text, int line);
void numbering_doubt(Reader *r, int node, int sure);   /* the node is at most so sure (of 100) */
void numbering_make(Reader *r);                        /* the addresses, after the last node */

/* clauses.c: paragraphs -> nodes */
int clauses_build(Reader *r, Err *e);

/* table.c: the lines [from, to) of a table -> rows under `parent` */
void table_read(Reader *r, size_t from, size_t to, int parent);

/* facts.c and one file for each kind of fact. node -1 = preamble or footnote. */
void facts_read(Reader *r);
#endif
