/* official.h - an official document (Decree 30/2020/NĐ-CP) as a flat list of page parts with their styles; knows no file format.
 *
 * official_read walks a SenDoc and the options of its material and gives an Official: blocks in reading order. An output (docx,
 * pdf) prints them one after another and decides nothing about layout: every size, indent and rule stands here.
 *
 * Units: lengths on the page are millimetres, sizes of letters and the space between paragraphs are points.
 * Ownership: everything inside an Official belongs to it (official_free). Texts are UTF-8 in NFC, either the host's (they live
 * until render returns) or the Official's: use it within one render only.
 * Failure: official_read gives NULL after host->fail (out of memory, too large a document); nothing else fails.
 *
 * Walk: for each block of o->blocks:
 *   OFF_PARA     one paragraph
 *   OFF_GRID     rows of two columns without borders and without space around the text, each row kept on one page (header;
 *                recipients and signature): the cells hold paragraphs, a cell may be empty
 *   OFF_TABLE    a data table with borders; the first head_rows rows are repeated on each page
 *   OFF_SECTION  a new page begins here, upright or landscape (annexes)
 * Footnotes stand in o->notes; a run of kind OFF_RUN_NOTE names its note by number, 1 … n_notes. */
#ifndef SEN_COMMON_OFFICIAL_H
#define SEN_COMMON_OFFICIAL_H
#include "core/abi/sen_plugin.h"
#include <string.h>

/* What a paragraph is. Its style is o->style[role]. New roles come at the end. */
typedef enum OffRole {
    OFF_BODY,               /* text of the document */
    OFF_SUPERIOR,           /* ỦY BAN NHÂN DÂN PHƯỜNG … above a Board */
    OFF_AGENCY,             /* the issuing body */
    OFF_NATION,             /* quốc hiệu */
    OFF_MOTTO,              /* tiêu ngữ */
    OFF_NUMBER,             /* Số:      /KH-UBND */
    OFF_ABOUT,              /* V/v … under the number of a công văn */
    OFF_PLACE_DATE,
    OFF_TYPE,               /* KẾ HOẠCH */
    OFF_SUBJECT,            /* trích yếu */
    OFF_DECIDER,            /* who decides: CHỦ TỊCH ỦY BAN NHÂN DÂN …; also QUYẾT ĐỊNH: */
    OFF_TO,                 /* Kính gửi: … */
    OFF_BASIS,              /* Căn cứ … */
    OFF_PART,               /* Phần, Chương: centred, number line and title line are one paragraph with a break */
    OFF_SECTION_HEAD,       /* Mục, Tiểu mục: centred */
    OFF_GROUP,              /* I. MỤC ĐÍCH */
    OFF_CLAUSE,             /* 1. Mục đích; Điều 1. … */
    OFF_POINT,              /* a) … as a heading */
    OFF_BULLET,             /* an item of a list, whatever its mark */
    OFF_QUOTE,
    OFF_CODE,
    OFF_CAPTION,            /* name of a table */
    OFF_CELL_HEAD, OFF_CELL,
    OFF_RECIPIENTS,         /* Nơi nhận: */
    OFF_RECIPIENT,          /* - …; */
    OFF_AUTHORITY,          /* TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH; PHÓ CHỦ TỊCH */
    OFF_SIGN_SPACE,         /* the empty place of signature and stamp: before = its height in points, no text */
    OFF_SIGNER,             /* the name */
    OFF_ANNEX,              /* Phụ lục I */
    OFF_ANNEX_TITLE,
    OFF_ANNEX_NOTE,         /* (Kèm theo Kế hoạch số …) */
    OFF_NOTE,               /* text of a footnote */
    OFF_RULE,               /* a short solid line: see OffPara.rule */
    OFF_PAGE_NUMBER,        /* style only: the number in the top margin */
    OFF_TITLE,              /* title of a document that is not official (a checklist): its first heading */
    OFF_SIGN_HINT,          /* (Ký, ghi rõ họ tên) under a title, minutes only */
    OFF_TO_MANY, OFF_TO_ITEM,       /* «Kính gửi:» above several addressees, and each of them */
    OFF_ROLES
} OffRole;

typedef enum OffAlign { OFF_LEFT, OFF_CENTER, OFF_RIGHT, OFF_JUSTIFY } OffAlign;

typedef struct OffStyle {
    const char *name, *name_en;     /* "Trích yếu", "Subject": ids without spaces are made from name_en */
    double size;                    /* pt */
    int bold, italic;
    OffAlign align;
    double first, left, right;      /* mm; first = indent of the first line, beside left */
    double before, after;           /* pt */
    double line;                    /* multiple of single spacing, 1 … 1.5 */
    int keep_next, keep_lines;      /* 1 = on one page with the next paragraph; not broken */
    int outline;                    /* 0 = text, 1 … 4 = level in the outline */
} OffStyle;

typedef enum OffRunKind {
    OFF_RUN_TEXT,
    OFF_RUN_BREAK,                  /* a line break that was asked for */
    OFF_RUN_BOX,                    /* ☐ or ☑ (done): a check box; the serif has no such letter */
    OFF_RUN_NOTE,                   /* footnote mark: note */
    OFF_RUN_IMAGE                   /* text = its description, bytes = the file, width and height in mm */
} OffRunKind;

typedef struct OffRun {
    OffRunKind kind;
    int bold, italic;               /* of this run, the style's already counted: print as they stand */
    int strike, mono;
    int whole;                      /* 1 = no line break inside (2282/QĐ-TTg) */
    int done;                       /* BOX */
    int32_t note;                   /* NOTE */
    SenText text;
    SenText url;                    /* "" = no link; http https mailto tel or #id only */
    SenText bytes;                  /* IMAGE: PNG or JPEG */
    double width, height;           /* IMAGE, mm */
} OffRun;

/* The mark of a list item. */
typedef enum OffMark { OFF_MARK_NONE, OFF_MARK_DASH, OFF_MARK_NUMBER } OffMark;

typedef struct OffPara {
    OffRole role;
    OffAlign align;                 /* the style's, or of its cell */
    int keep_next;                  /* the style's, or more: the paragraph before the signature keeps with it */
    OffMark mark;                   /* the first paragraph of an item; print `label`, a space, then the text */
    int depth;                      /* 0 = in no list, 1 … : add depth - 1 times o->list_step to the left */
    uint32_t list;                  /* which list, 1 …: numbers of one ordered list run on; 0 = none */
    int32_t number;                 /* MARK_NUMBER */
    SenText label;                  /* "-", "+", "3." */
    double rule;                    /* ROLE OFF_RULE: length in mm */
    int outline;                    /* 0, or the level in the outline */
    SenText id;                     /* the id it was given ({#id}), "" = none: target of links "#id" */
    SenText origin;                 /* SenEvent.origin: "task:action-month"; of itself or the nearest around it, "" = none */
    int32_t line;                   /* of the template, 0 = made here */
    uint32_t block;                 /* number of the block it stands in */
    const OffRun *runs;
    size_t n_runs;
} OffPara;

typedef struct OffCell {
    const OffPara *paras;           /* at least one in a data table */
    size_t n_paras;
} OffCell;

typedef struct OffRow {
    const OffCell *cells;           /* o columns of the table; always exactly that many */
    SenText origin;
} OffRow;

/* OFF_TABLE and OFF_GRID */
typedef struct OffTable {
    uint32_t columns;
    const double *widths;           /* mm, sum = width of the text area of the section it stands in */
    const OffRow *rows;
    size_t n_rows, head_rows;
    SenText caption;                /* description for screen readers; "" = none */
} OffTable;

typedef enum OffBlockKind { OFF_PARA, OFF_GRID, OFF_TABLE, OFF_SECTION } OffBlockKind;

typedef struct OffBlock {
    OffBlockKind kind;
    uint32_t number;                /* 1 …: stable for the same document; ids in files are made from it */
    const char *part;               /* which part of the official document: "header" "title" "to" "bases" "body" "annex"
                                     * "closing"; for checkers and the way back from Word */
    SenText origin;
    int32_t line;
    OffPara para;                   /* PARA */
    OffTable table;                 /* GRID, TABLE */
    int landscape;                  /* SECTION */
} OffBlock;

typedef struct OffNote {
    int32_t number;
    const OffPara *paras;           /* role OFF_NOTE */
    size_t n_paras;
} OffNote;

typedef struct Official {
    const char *type;               /* "KH" "BC" "CV" "TB" "TTr" "QĐ" "GM" "BB", or "" = not an official document */
    double page_width, page_height;             /* mm, upright; a landscape section changes both, margins stay as named */
    double top, bottom, left, right;            /* margins in mm */
    double page_number_top;                     /* mm from the edge of the paper to the top of the page number */
    double list_step;                           /* mm per depth of a list */
    double table_padding;                       /* mm left and right in a cell of a data table */
    const char *font;                           /* "Times New Roman" */
    int page_numbers;                           /* 1 = centred in the top margin from page 2 on */
    OffStyle style[OFF_ROLES];
    SenText title, subject, author, keywords;   /* for the properties of the file; "" = none */
    const OffBlock *blocks;
    size_t n_blocks;
    const OffNote *notes;
    size_t n_notes;
    void *inside;                               /* the memory */
} Official;

/* channel: the id of the output ("docx"): parts of the document meant for other outputs are left out. */
Official *official_read(const SenHost *h, SenDoc *doc, const SenOptions *options, const char *channel, SenErr *err);
void official_free(Official *o);                /* takes NULL */

/* Width of a text in Times New Roman, in mm; Vietnamese letters count as their base letter. Never asks a font. */
double official_text_width(SenText text, double size, int bold);
/* 1 when the runs from…to of a link already show its address: else paper needs it printed too. */
int official_is_address_read(const OffPara *p, size_t from, size_t to, SenText url);

#endif
