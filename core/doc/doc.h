/* doc.h - the document tree: what Markdown becomes and every output walks; knows no cmark type (markdown.c does).
 *
 * A Doc is a tree of DocNodes in an arena. A template is a Doc too: there, holes and control lines stand as nodes.
 * Raw HTML stays in the tree as such; no output prints it. Texts are UTF-8 NFC, borrowed from the arena. */
#ifndef SEN_DOC_DOC_H
#define SEN_DOC_DOC_H
#include <stdint.h>
#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/base/mem.h"

typedef enum DocKind {
    /* blocks */
    DOC_ROOT, DOC_HEADING, DOC_PARAGRAPH, DOC_QUOTE, DOC_LIST, DOC_ITEM, DOC_CODE_BLOCK, DOC_HTML_BLOCK, DOC_RULE,
    DOC_TABLE, DOC_ROW, DOC_CELL, DOC_DIV, DOC_FOOTNOTE,
    DOC_CONTROL,               /* template only: a line of its own that holds one control; `hole` is its number */
    /* inlines */
    DOC_TEXT, DOC_SOFT_BREAK, DOC_BREAK, DOC_CODE, DOC_HTML, DOC_EMPH, DOC_STRONG, DOC_STRIKE, DOC_LINK, DOC_IMAGE,
    DOC_NOTE_REF,
    DOC_HOLE,                  /* template only: a value or an inline control; `hole` is its number */
    DOC_KINDS
} DocKind;

typedef enum DocAlign { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT } DocAlign;
typedef enum DocCheck { CHECK_NONE, CHECK_OPEN, CHECK_DONE } DocCheck;

typedef struct DocNode DocNode;
struct DocNode {
    DocKind kind;
    uint8_t level;             /* HEADING 1..6 */
    uint8_t ordered, tight;    /* LIST */
    char mark;                 /* LIST: '-', '+', '*' or the delimiter '.' or ')' */
    uint8_t check;             /* ITEM: DocCheck */
    uint8_t align;             /* CELL: DocAlign */
    uint8_t header;            /* ROW: 1 = the header row */
    int start;                 /* LIST ordered: first number; FOOTNOTE, NOTE_REF: its number, from 1 in order of first use */
    int line;                  /* 1-based line of the source, 0 = unknown */
    uint32_t hole;             /* HOLE, CONTROL */
    Str text;                  /* TEXT CODE CODE_BLOCK HTML HTML_BLOCK: the literal; DIV: its class names; FOOTNOTE NOTE_REF: label */
    Str url, title;            /* LINK IMAGE; title also of a DIV: what follows its class */
    Str info;                  /* CODE_BLOCK: info string; HEADING DIV: id given as {#id} ("" = none) */
    const char *origin;        /* address of what it came from ("task:x", "node:II.1.a"), NULL = none */
    DocNode *parent, *first, *last, *next, *prev;
};

typedef struct Doc {
    Arena *arena;              /* borrowed: whoever made it */
    DocNode *root;
} Doc;

/* --- building and walking --- */
DocNode *doc_node(Arena *a, DocKind kind);
void doc_append(DocNode *parent, DocNode *child);
void doc_insert_before(DocNode *at, DocNode *child);
void doc_unlink(DocNode *n);
int doc_is_block(DocKind k);
const char *doc_kind_name(DocKind k);                     /* "heading" */
void doc_plain_text(const DocNode *n, Buf *out);          /* the text below n, breaks as spaces, no HTML, footnotes skipped */

/* Enter/exit events without recursion. Start with {0}; returns 1 with node and entering set, 0 at the end. */
typedef struct DocWalk { const DocNode *root, *node; int entering; } DocWalk;
int doc_walk_next(DocWalk *w);

/* --- parsing: markdown.c --- */

/* Holes stand in the source as one private-use character each: DOC_HOLE_FIRST + number. A line that holds nothing but one
 * hole character (and spaces) and whose number is marked in `control` becomes a DOC_CONTROL block: it never affects
 * looseness, it does not end a table (it then stands between rows) nor split a list into two (it then stands between items);
 * at the edge of a list or table it stands outside. Elsewhere a hole in text becomes a DOC_HOLE inline;
 * in code, URLs, titles and image alternatives the character stays in the literal. */
enum { DOC_HOLE_FIRST = 0xF0000, DOC_HOLE_MOST = 60000 };

typedef struct DocOptions {
    const char *file;          /* name for findings */
    int first_line;            /* line of the source at which the text starts (after front matter); 0 = 1 */
    uint32_t holes;            /* hole characters 0 … holes-1 may stand in the text; 0 = a plain document */
    const uint8_t *control;    /* control[i] = 1: hole i is a control (for/if/else/end/include); NULL when holes is 0 */
} DocOptions;

/* Markdown (CommonMark 0.30, GFM tables, task items, strikethrough, footnotes, fenced divs `::: name`) -> tree.
 * Front matter is not handled here. Guards first (safety.md 4.6): over the caps gives an error, never a long run.
 * Returns NULL and sets e; otherwise the tree lives in `a`. Advice and dropped HTML go to `f` (may be NULL). */
Doc *doc_parse(Str markdown, const DocOptions *o, Arena *a, Findings *f, Err *e);

/* Makes a tree safe for every output (safety.md 4.6): links only http https mailto tel # relative, images only by plain
 * name, info strings [A-Za-z0-9_+-]{0,32}, no C0, bidi, U+FFFE. HTML nodes stay and outputs skip them. */
void doc_filter(Doc *d, Findings *f, const char *file);
int doc_url_allowed(Str url);                             /* 1 when an output may print this link target */
#endif
