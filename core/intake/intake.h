/* intake.h - an official text becomes a Plan: bytes -> clean UTF-8 -> lines -> header, clauses, facts; no file, no database.
 *
 * Two steps, so that every reader of files (text, .docx, PDF) can share the second one.
 * Nothing is lost: every non-space character of the text stands once in a node's label or text, in `rest`, or in the
 * `before` of a repair. Whatever is changed is a repair with its line, and repairs are told as notes (they fail nothing). */
/* How sure (PlanNode.confidence, 0 to 1; the least sure of the rules that made a clause):
 *   1     its label as it should be printed, or a paragraph that can stand nowhere else
 *   0.95  its lines are broken and go on in small letters       0.9  its label is glued to its text: "1.Mục đích"
 *   0.8   a sentence broken over a blank line, a page or before a capital; one of several bullets on a line; a row found by the
 *         columns of a page; a paragraph after other clauses, that might belong to the heading or to its part; a gap in the
 *         numbers before it
 *   0.7   a row of a table with one cell on each line            0.6  a label mended, cells fewer than columns
 *   0.5   a heading whose number is lost; an address that was taken
 * The facts' confidence is told from the clause and the words of the fact: model/sure.h. */
#ifndef SEN_INTAKE_INTAKE_H
#define SEN_INTAKE_INTAKE_H
#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/model/plan.h"

enum { INTAKE_BYTES_MOST = 32 << 20, INTAKE_LINE_MOST = 2 << 20, INTAKE_NODES_MOST = 200000, INTAKE_DEPTH_MOST = 12 };

/* Bytes of a file -> UTF-8 in NFC, lines ended by "\n" (appended to utf8). Takes away a byte-order mark, converts UTF-16
 * that has one (with a note). Refuses, with the steps to take: .doc, .docx, PDF, pictures, archives, binary, other code
 * pages, an empty file, a file or a line over its limit. `name` is for messages; notes may be NULL. 0/-1. */
int intake_decode(const void *bytes, size_t n, const char *name, Buf *utf8, Findings *notes, Err *e);

/* Letters typed with TCVN3 or VNI fonts and taken for Latin ones ("Céng hßa x· héi", "Coäng hoøa xaõ hoäi"): the name of their
 * code for a message; NULL = the text is none, it holds real letters of Vietnamese. */
const char *intake_legacy_code(const char *s, size_t n);

/* Text or Markdown, as intake_decode left it -> *out (plan_free it). A text without any structure still gives a plan of
 * paragraphs, and a finding. Notes of repairs and blanks go to f (may be NULL). 0/-1 (nothing to read, too many clauses). */
int intake_read(Str utf8, const char *name, Plan **out, Findings *f, Err *e);

/* What a reader of other files found, in the order of the document: a paragraph, a paragraph of a table's cell (all parts of a
 * table in a run, row by row), or a mark beside the text ("heading" with its level, "deleted", "hidden", "field" …). */
typedef struct IntakePart {
    enum { INTAKE_LINE, INTAKE_CELL, INTAKE_MARK } kind;
    int page, line;                        /* line: the paragraph; 1-based, 0 = unknown */
    int table, row, column, rows, columns; /* of a cell; rows and columns: it spans these */
    const char *text, *mark;               /* UTF-8 NFC without control characters but TAB; mark: of INTAKE_MARK, else NULL */
} IntakePart;

/* The same as intake_read for such parts; utf8 gets the text they make. Lines of the plan are 0; findings name page and
 * paragraph; marks are told as findings. */
int intake_read_parts(const IntakePart *v, size_t n, const char *name, Buf *utf8, Plan **out, Findings *f, Err *e);

/* How many non-space characters of the text stand nowhere in the plan, or stand there more often than in the text
 * (a repair counts with its `before` less its `after`). The first of them are shown in `what` (may be NULL). 0 = nothing lost. */
size_t intake_lost(Str utf8, const Plan *p, Buf *what);
#endif
