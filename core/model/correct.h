/* correct.h - what a person corrects in a plan that was read: one fact at a time, applied to the plan as the importer reads it.
 * Pure: no file, no database. Texts of a Correction are borrowed from whoever made the list.
 *
 * A correction names a clause by its permanent key; when that key is not in the plan, by the text the clause had. It holds only
 * where the plan still says `now`: what a newer version says differently is left as it is, and told. */
#ifndef SEN_MODEL_CORRECT_H
#define SEN_MODEL_CORRECT_H
#include "core/base/err.h"
#include "core/model/plan.h"

typedef enum CorrectWhat {
    CORRECT_TEXT, CORRECT_LABEL, CORRECT_KIND, CORRECT_PARENT, CORRECT_SPLIT, CORRECT_JOIN,        /* of a clause */
    CORRECT_DATE, CORRECT_ACTOR, CORRECT_TARGET, CORRECT_LEGAL,                                    /* facts in a clause */
    CORRECT_TYPE, CORRECT_NUMBER, CORRECT_SYMBOL, CORRECT_PLACE, CORRECT_ISSUED, CORRECT_SUBJECT, CORRECT_ISSUER, CORRECT_YEAR,
    CORRECT_AUTHORITY, CORRECT_TITLE, CORRECT_SIGNER, CORRECT_RECIPIENT,                           /* of the document */
    CORRECT_WHATS
} CorrectWhat;

typedef struct Correction {
    const char *key;                       /* "n12", "" = none known; CORRECT_DOCUMENT for the document and its preamble */
    const char *address;                   /* where the clause stood, "" = not said */
    CorrectWhat what;
    const char *now;                       /* what the importer reads, "" = nothing: a fact to add */
    const char *right;                     /* what is right; correct_is_removal = take it away */
    const char *text;                      /* what the clause said when this was written, "" = not known */
    const char *file;                      /* where it was written */
    int line;
    int held;                              /* set by correct_apply: 1 = it holds in this plan */
    int node;                              /* set by correct_apply: the clause as it was read, -1 = none */
} Correction;
typedef struct Corrections {
    Correction *v;
    size_t n;
} Corrections;

#define CORRECT_DOCUMENT "vb"
int correct_is_document(CorrectWhat w);
int correct_is_removal(const char *right);                 /* «bỏ», «xóa», "remove" */
const char *correct_what_name(CorrectWhat w, int english); /* «nội dung», «cơ quan» … */
int correct_find_what(const char *name);                   /* in either language, accents ignored; -1 = none */
const char *correct_near_what(const char *name);           /* the nearest, NULL = none */

/* Applies the list to p as it was read; keys of its nodes are those of the version before, or NULL. What is wrong goes to f at
 * the correction's file and line; the others hold. raw_of (in p's arena, may be NULL): for each node afterwards the node before,
 * -1 = a piece split off. Returns how many hold. */
size_t correct_apply(Plan *p, const Corrections *list, int **raw_of, Findings *f);
/* The document's fields only: what a plan is recognised by. */
void correct_apply_document(Plan *p, const Corrections *list);
/* Marks in a stored plan what corrections made: nodes and facts get `corrected`. */
void correct_mark(Plan *p, const Corrections *list);
/* The clause it is about, -1 = none. */
int correct_node(const Plan *p, const Correction *c);

/* --- how values are written and read (correct_value.c) --- */
void correct_print_date(const PlanDate *d, Buf *out);      /* «trước 05/12/2023», «15/11/2023 - 15/12/2023», «quý IV/2026» */
void correct_print_actor(const PlanActor *a, Buf *out);    /* «chủ trì: Phòng Nội vụ» */
void correct_print_target(const PlanTarget *t, Buf *out);  /* «ít nhất 60 % năm 2025» */
void correct_print_legal(const PlanLegal *l, Buf *out);    /* «Quyết định 2282/QĐ-TTg ngày 31/12/2020 của Thủ tướng …» */
void correct_print_issued(const Plan *p, Buf *out);        /* «ngày … tháng 6 năm 2023» */
/* 0, or -1: not understood. Texts go to a. A date without a year is of `year`. */
int correct_read_date(const char *s, int year, PlanDate *out);
int correct_read_actor(const char *s, Arena *a, PlanActor *out);
int correct_read_target(const char *s, Arena *a, PlanTarget *out);
int correct_read_legal(const char *s, Arena *a, PlanLegal *out);
int correct_read_issued(const char *s, int *year, int *month, int *day);
int correct_read_kind(const char *s);                      /* «gạch đầu dòng», "item" …; -1 */
const char *correct_kind_name(NodeKind k, int english);
const char *correct_example(CorrectWhat w);                /* how a value looks, for messages */

/* --- keeping the list as text: one line each, fields by tabs --- */
void correct_write(const Corrections *list, Buf *out);
void correct_parse(const char *text, Arena *a, Corrections *out);
#endif
