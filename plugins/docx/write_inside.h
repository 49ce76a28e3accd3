/* write_inside.h - what the writing half of the docx plugin shares; the reading half never includes it. */
#ifndef SEN_DOCX_WRITE_INSIDE_H
#define SEN_DOCX_WRITE_INSIDE_H
#include "plugins/common/official/official.h"
#include "plugins/common/xml/xml_write.h"
#include "plugins/common/zip/zip_write.h"

enum { PICTURES_MOST = 200 };

/* Where a part may be cut to be packed: see zip_pack.h. */
typedef struct Seams {
    ZipSeam *v;
    size_t n, cap;
} Seams;

/* Where the text of a run stands in the body, escaped: the part for the way back takes it from there. */
typedef struct Span {
    const OffRun *run;
    size_t at, n;
} Span;
typedef struct Spans {
    Span *v;
    size_t n, cap, next;
} Spans;

typedef struct Docx {
    const Official *o;
    SenText material, unit;             /* ids, for the way back */
    Xml body;                           /* word/document.xml */
    Seams body_seams, ids_seams;
    const Xml *document;                /* the finished body */
    Spans spans;                        /* in the order of the body */
    int landscape;                      /* of the section being written */
    uint32_t sections;                  /* ended so far */
    uint32_t shapes;                    /* pictures so far */
    struct { SenText bytes; int jpeg; } picture[PICTURES_MOST];
    uint32_t ids;                       /* content controls besides those of blocks */
    uint32_t bookmarks;
} Docx;

/* --- write_seams.c --- */
/* The part so far ends a paragraph or a row; parts: what follows is of another kind. */
void seams_add(Seams *s, Xml *x, int parts);
int seams_parts(const Official *o, size_t i);       /* 1 = behind block i the document's own text begins or ends */
/* --- write_body.c --- */
void body_write(Docx *d);               /* fills d->body */
/* --- write_para.c --- */
/* room: width of its column in mm; block: its number when it carries the id of a block, else 0. */
void para_write(Docx *d, const OffPara *p, double room, uint32_t block);
void para_write_runs(Docx *d, Xml *x, const OffPara *p);
void para_plain(Docx *d, Xml *x, const OffPara *p);    /* its text as a reader finds it, escaped */
/* --- write_parts.c: each appends one whole part --- */
void parts_types(const Docx *d, Xml *x);
void parts_rels(Xml *x);
void parts_document_rels(const Docx *d, Xml *x);
void parts_settings(const Docx *d, Xml *x);
void parts_header(Xml *x);
void parts_footnotes(Docx *d, Xml *x);
void parts_core(const Docx *d, Xml *x);
void parts_app(Xml *x);
/* --- write_styles.c --- */
void styles_write(const Docx *d, Xml *x);
void styles_numbering(const Docx *d, Xml *x);
const char *styles_id(OffRole role);    /* "Heading1" */
/* --- write_ids.c: the custom XML part that knows each block's text --- */
void ids_write(Docx *d, Xml *x);
void ids_properties(Xml *x);

static inline long docx_twips(double mm) { return (long)(mm * 1440 / 25.4 + (mm < 0 ? -0.5 : 0.5)); }
static inline long docx_points(double pt) { return (long)(pt * 20 + 0.5); }
/* Number of the Word list a paragraph belongs to: bullets, recipients' dashes, then one per ordered list. */
enum { NUMBER_DASH = 1, NUMBER_PLAIN_DASH = 2, NUMBER_FIRST = 3 };

#endif
