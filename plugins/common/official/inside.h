/* inside.h - what the files of plugins/common/official share; outputs include official.h only. */
#ifndef SEN_COMMON_OFFICIAL_INSIDE_H
#define SEN_COMMON_OFFICIAL_INSIDE_H
#include "plugins/common/official/official.h"

/* --- memory.c: everything of one Official, freed at once --- */
typedef struct Memory {
    struct MemoryChunk *first;
    size_t total;
    int failed;                     /* 1 once memory was refused or the document grew too large */
} Memory;
void *memory_take(Memory *m, size_t n);                     /* zeroed; NULL sets failed */
SenText memory_text(Memory *m, const char *p, size_t n);    /* a copy; "" on failure */
void memory_free(Memory *m);
/* v with room for one more of `size` bytes (not zeroed), n stand in it, *cap is kept; NULL on failure. */
void *memory_grow(Memory *m, void *v, size_t n, size_t *cap, size_t size);

/* --- letters.c --- */
SenText letters_upper(Memory *m, SenText t);                /* Vietnamese and Latin capitals */
SenText letters_trim(SenText t);
SenText letters_join(Memory *m, SenText a, const char *between, SenText b);
int letters_begin(SenText t, const char *with);             /* exactly so */
int letters_end(SenText t, const char *with);
int letters_same(SenText a, const char *b);                 /* the case of A–Z and Vietnamese letters ignored */
/* The width of a text and of its widest word, in mm. */
double letters_measure(SenText text, double size, int bold, double *widest);
/* The next part of t from *at on that is all one thing: *whole = 1 when it must not be broken (2282/QĐ-TTg). 0 at the end. */
int letters_next_part(SenText t, size_t *at, SenText *part, int *whole);

/* --- facts.c: what the options say --- */
typedef struct OfficialType {
    const char *symbol, *plain, *name;      /* "QĐ", "QD", "QUYẾT ĐỊNH"; name "" = công văn */
} OfficialType;
typedef struct Facts {
    const OfficialType *type;               /* NULL = not an official document */
    SenText subject, symbol, number, issued, place, year, issuer, superior, to, drafter, decider, title;
    SenText authority, signer_title, signer_name;
    SenText unit_name, unit_kind;
    int own_issuer;                         /* 1 = issuer was said, 0 = the People's Committee of the unit */
    int council;                            /* 1 = the unit has a People's Committee */
} Facts;
void facts_read(Memory *m, const SenHost *h, const SenOptions *o, Facts *f);
/* Splits at ";" (and line ends): the next piece, trimmed; 0 at the end. */
int facts_next_piece(SenText all, size_t *at, SenText *piece);
SenText facts_date_text(Memory *m, const Facts *f);         /* "ngày 05 tháng 3 năm 2026", with gaps for what is open */
SenText facts_number_text(Memory *m, const Facts *f);       /* "Số: 05/KH-UBND" */

/* --- styles.c --- */
typedef struct LayoutWords {
    SenText end_mark, basis_end;            /* "./.", "." */
    double header_left, rule_share, sign_space;
} LayoutWords;
void styles_set(Memory *m, Official *o, LayoutWords *w, SenText layout);

/* --- walk.c and parts --- */
typedef struct Blocks {
    OffBlock *v;
    size_t n, cap;
} Blocks;
typedef struct Paras {
    OffPara *v;
    size_t n, cap;
} Paras;

enum { DIVS_DEEP = 64, LISTS_DEEP = 32, SIGNS_MOST = 4 };

/* Where paragraphs go. */
typedef enum Place { IN_BODY, IN_HEAD, IN_TO, IN_BASES, IN_RECIPIENTS, IN_SIGN, IN_NOTE, IN_CELL } Place;

typedef struct DivState {
    Place place;
    int annex, centred, quote;
} DivState;
typedef struct ListState {
    int ordered;
    uint32_t id;
    int32_t number;
    int fresh;                              /* 1 = the next paragraph is the first of its item */
    int check;
} ListState;

typedef struct Walk {
    const SenHost *host;
    SenDoc *doc;
    const SenOptions *options;
    const char *channel;
    Memory *memory;
    Official *out;
    Facts facts;
    LayoutWords words;
    Blocks body, after;                     /* after the signature: annexes */
    Paras head, to, bases, recipients, sign[SIGNS_MOST];
    uint32_t n_signs;
    int own_sign;                           /* 1 = the document says who signs */
    int closed;                             /* 1 = recipients or a signature were seen: what follows stands behind them */
    int landscape;                          /* of the section at the end of `after` */
    uint32_t annexes, annex_now;
    size_t annex_at[64];                    /* blocks of `after` that hold «Phụ lục»: numbered when there are several */
    Place place;
    DivState div[DIVS_DEEP];
    size_t n_divs, extra_divs;
    DivState now;
    ListState list[LISTS_DEEP];
    size_t n_lists, extra_lists;
    uint32_t lists;
    /* the paragraph being read */
    OffPara para;
    int open;
    OffRun *runs;
    size_t n_runs, cap_runs;
    char *text;                             /* gathered, not yet a run */
    size_t n_text, cap_text;
    int bold, italic, strike, code;         /* how deep */
    SenText url;
    int links;
    SenText caption, heading;
    SenText origin[128];                    /* of the nodes around, by depth */
    /* the table being read */
    struct TableRead *table;
    Paras note_paras;
    int32_t note_number;
    OffNote *notes;
    size_t n_notes, cap_notes;
} Walk;

void walk_pages(Walk *w);

/* --- blocks.c: at the end of a list; NULL or nothing on failure --- */
OffBlock *blocks_add_block(Walk *w, Blocks *to, OffBlockKind kind, const char *part);
void blocks_add_paragraph(Walk *w, Blocks *to, const OffPara *p, const char *part);
OffPara *blocks_add_para(Walk *w, Paras *to, const OffPara *p);

/* --- runs.c: the paragraph being read --- */
void runs_open(Walk *w, OffRole role, const SenEvent *e);
void runs_add_text(Walk *w, SenText t);
void runs_add_run(Walk *w, OffRun run);
void runs_flush(Walk *w);                                    /* the text so far becomes runs, before its look changes */
int runs_close(Walk *w, OffPara *out);                      /* 1 = there is something in it */
OffPara runs_make(Walk *w, OffRole role, SenText text);     /* a paragraph of one text */
SenText runs_plain(Walk *w, const OffPara *p);              /* its text without marks */
void runs_end_with(Walk *w, OffPara *p, const char *end);   /* replaces the punctuation at its end */

/* --- table.c --- */
void table_open(Walk *w, const SenEvent *e);
void table_row(Walk *w, const SenEvent *e);
void table_cell(Walk *w, const SenEvent *e);
void table_close(Walk *w);

/* --- picture.c --- */
void picture_add(Walk *w, const SenEvent *e);

/* --- frame.c: what stands around the text --- */
void frame_header(Walk *w, Blocks *to);                     /* header, title, Kính gửi, bases */
void frame_closing(Walk *w, Blocks *to);
void frame_annex(Walk *w, const SenEvent *e, int landscape);
#endif
