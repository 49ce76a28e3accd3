/* page.h - a page being written, for html.c and inline.c only. */
#ifndef SEN_HTML_PAGE_H
#define SEN_HTML_PAGE_H
#include "plugins/html/escape.h"
#include "plugins/html/kept.h"

enum { DIVS = 64 };

typedef struct Page {
    Writer w;
    const SenHost *host;
    SenDoc *doc;
    const SenOptions *options;
    SenText heading;           /* plain text of the last heading: names the tables below it */
    SenText caption;           /* title of the div that holds the next table */
    uint32_t box;              /* a check box waits for the text of its item */
    int in_note, note_end;     /* inside a footnote; its last paragraph is still open */
    int table_body;            /* 0 before the header row, 1 in thead, 2 in tbody */
    int link_open[DIVS];       /* per open link: 1 = <a> was printed */
    int links;
    int skipped_divs;
    Kept *kept;                /* NULL = nothing is kept */
    KeptBlock keeping;         /* the block being made; same 0 = none is to be kept */
    uint32_t keeping_at;       /* its depth */
    int passing;               /* it may not be kept: something in it counts or looks elsewhere */
} Page;

static inline void put(Page *p, const char *s) { writer_puts(&p->w, s); }

static inline void put_some_origin(Page *p, const SenEvent *e)
{
    put(p, " data-origin=\"");
    escape_text(&p->w, e->origin);
    put(p, "\"");
}

static inline void put_origin(Page *p, const SenEvent *e)
{
    if (e->origin.n) put_some_origin(p, e);
}

static inline void open_tag(Page *p, const char *tag, const SenEvent *e)
{
    writer_char(&p->w, '<');
    put(p, tag);
    put_origin(p, e);
    writer_char(&p->w, '>');
}

static inline void close_tag(Page *p, const char *tag)
{
    put(p, "</");
    put(p, tag);
    put(p, ">\n");
}

void page_note_ref(Page *p, const SenEvent *e);
void page_footnote(Page *p, const SenEvent *e);
void page_end_note(Page *p);
void page_link(Page *p, const SenEvent *e);
void page_image(Page *p, const SenEvent *e);
#endif
