/* proof.h - a plugin folder's own test: sample/ in, expect.SUFFIX out, byte for byte; knows no command line.
 *
 * sample/sample.md   a document, for outputs that want one
 * sample/data.md     a pipe table, for outputs that read the model: each row an object, the heading names its fields; an empty
 *                    cell is a missing value; 12 and 12,5 are numbers, 15/11/2026 is a date
 * sample/options.txt lines "key = value": the options of the job
 * sample/NAME        pictures for the document; or, for a reader, the file it reads: the first whose suffix and bytes it takes.
 *                    What it found is compared with expect.READER.txt, a line each: "line 3", "cell 4 table 1 row 2 column 1"
 *                    or "mark 5 hidden", a tab, the text; a page and a span other than 1x1 are named too */
#ifndef SEN_PLUG_PROOF_H
#define SEN_PLUG_PROOF_H
#include "core/plug/registry.h"

typedef struct Proof Proof;
Proof *proof_read(const char *dir, Err *e);        /* reads the files; before the seal. NULL and e on failure */
void proof_free(Proof *p);                         /* takes NULL */

/* Is told what came out where nothing or something else was expected: `name` is the file "expect.SUFFIX". */
typedef struct ProofTell { void (*differs)(void *self, const char *name, Str got); void *self; } ProofTell;

/* Renders the sample by every output of `plugin`, reads it by every reader, and compares. Differences are findings (SEN6032),
 * and so is a result that nobody expects (SEN6031). Returns how many were compared and equal, -1 and e when one could not be
 * made. Parses Markdown: runs in a worker. tell: NULL ok. */
int proof_run(const Proof *p, Registry *r, const char *plugin, const ProofTell *tell, Findings *f, Err *e);
/* The bytes one output gives for the sample, the lines one reader gives. 0/-1. */
int proof_render(const Proof *p, Registry *r, const Output *o, Buf *out, Findings *f, Err *e);
int proof_read_sample(const Proof *p, Registry *r, const Reader *rd, Buf *out, Findings *f, Err *e);
#endif
