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
    uint8_t gap;               /* block: 1 = a blank line stands between the sibling before and this one; 2 is doc_settle's */
    uint8_t live;              /* 1 = a hole or control stands in this node or below it (literals and URLs count) */
    int start;                 /* LIST, ITEM ordered: its number; FOOTNOTE, NOTE_REF: its number, from 1 in order of first use */
    int line, last_line;       /* 1-based lines of the source, 0 = unknown */
    uint32_t hole;             /* HOLE, CONTROL */
    Str text;                  /* TEXT CODE CODE_BLOCK HTML HTML_BLOCK: literal; DIV: its classes; FOOTNOTE NOTE_REF: label */
    Str url, title;            /* LINK IMAGE; title also of a DIV: what follows its class */
    Str info;                  /* CODE_BLOCK: info string; HEADING DIV: id given as {#id} ("" = none) */
    const char *origin;        /* address of what it came from ("task:x", "node:II.1.a"), NULL = none */
    uint64_t same;             /* not 0: whatever node of this process has this number is the same, with all below it */
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
DocNode *doc_copy_node(Arena *a, const DocNode *n);       /* a copy without its children and without a place in a tree */
DocNode *doc_copy_tree(Arena *a, const DocNode *n);       /* a copy of n and all below it; texts stay borrowed */
int doc_is_block(DocKind k);
const char *doc_kind_name(DocKind k);                     /* "heading" */
void doc_plain_text(const DocNode *n, Buf *out);          /* the text below n, breaks as spaces, no HTML, footnotes skipped */

/* Enter/exit events without recursion. Start with {0}; returns 1 with node and entering set, 0 at the end. */
typedef struct DocWalk { const DocNode *root, *node; int entering; } DocWalk;
int doc_walk_next(DocWalk *w);

/* --- parsing: markdown.c --- */

/* Holes stand in the source as one private-use character each: DOC_HOLE_FIRST + number, a letter to Markdown.
 *
 * A line that holds nothing but control holes (besides spaces and ">") is a control line. The tree of a template is such
 * that expanding it gives what parsing the expanded text gives, control lines (the whole line) being taken out of it:
 *  - between blocks a control line is a DOC_CONTROL block. All controls of one group (for … else … end) get the same parent
 *    and nest there. The parent is a LIST when the group holds nothing but items of one list (also when all items come from
 *    the group), an ITEM when it stands among the blocks of an item, a TABLE when the group holds body rows, else a QUOTE,
 *    a DIV or the ROOT. A group that begins in a list and ends behind it cuts the list in two; doc_settle joins them again.
 *  - within a paragraph (text goes on before or behind the group, or a `for` holds lines of one paragraph) it is a DOC_HOLE
 *    inline, behind the break of the line before; doc_settle takes away breaks left at the ends.
 *  - in a code block it stays in the literal, on a line of its own.
 *  - where the text of one branch would flow into what follows, a control line ends the paragraph or table.
 * Elsewhere a hole in text is a DOC_HOLE inline; in code, URLs, titles, image texts and info strings the character stays in
 * the literal. A control that cannot nest is an error at its line (SEN4006). An opening control without its end, or an end
 * alone, is not reported here. */
enum { DOC_HOLE_FIRST = 0xF0000, DOC_HOLE_MOST = 60000 };

typedef enum DocControl {
    CONTROL_NONE,              /* a value */
    CONTROL_FOR, CONTROL_IF,   /* open a group */
    CONTROL_ELSE,              /* else, elseif */
    CONTROL_END,
    CONTROL_ALONE              /* include: stands by itself */
} DocControl;

typedef struct DocOptions {
    const char *file;          /* name for findings */
    int first_line;            /* line of the source at which the text starts (after front matter); 0 = 1 */
    uint32_t holes;            /* hole characters 0 … holes-1 may stand in the text; 0 = a plain document */
    const uint8_t *control;    /* control[i]: DocControl of hole i; NULL when none is a control */
} DocOptions;

/* Markdown (CommonMark 0.30, GFM tables, task items, strikethrough, footnotes, fenced divs `::: name`) -> tree.
 * Front matter is not handled here. Guards first (safety.md 4.6): over the caps gives an error, never a long run.
 * Returns NULL and sets e; otherwise the tree lives in `a`. Advice and dropped HTML go to `f` (may be NULL). */
Doc *doc_parse(Str markdown, const DocOptions *o, Arena *a, Findings *f, Err *e);

/* --- what a filled template needs: settle.c --- */

/* How to expand: walk a template in order, depth first, and copy what is chosen. Keep one `pending` for the whole walk, 0 at
 * first: passing a DOC_CONTROL, pending |= its gap (that of else and end belongs to the branch before it: only when that branch
 * was taken, each time it was); copying a block, its gap |= pending, then pending = 0 (before its children).
 * When the children of a live parent are done, call doc_settle on the parent. It does what Markdown would have done with the
 * expanded text:
 *  - neighbours that are lists of one kind become one list; a list takes the number of its first item;
 *  - a list is tight when no gap stands among its items nor among the blocks of an item;
 *  - a paragraph loses breaks at its ends; two breaks in a row become one;
 *  - live lists without items, live tables without body rows, live paragraphs and quotes without children are taken away.
 * Not recursive: children first, then parents. */
void doc_settle(DocNode *parent);
/* Numbers notes by first use, moves them in that order to the end of the root, drops unused ones. doc_parse did it once: a page
 * needs it again only when the last node of its template is a DOC_FOOTNOTE. */
void doc_number_notes(Doc *d);

/* The tree as Markdown: canonical, parsing it gives the same tree. Holes and controls are written as their characters. */
void doc_to_markdown(const Doc *d, Buf *out);

/* Makes a tree safe for every output (safety.md 4.6): links only http https mailto tel # relative, images only by plain
 * name, info strings [A-Za-z0-9_+-]{0,32}, no C0, bidi, U+FFFE. HTML nodes stay and outputs skip them. */
void doc_filter(Doc *d, Findings *f, const char *file);
int doc_text_allowed(Str s);                              /* 1 = doc_filter would leave this text as it is */
int doc_url_allowed(Str url);                             /* 1 when an output may print this link target */
#endif
