/* correct_read.h - the file in which a person corrects what the importer read: its rows become Corrections. */
#ifndef SEN_INTAKE_CORRECT_READ_H
#define SEN_INTAKE_CORRECT_READ_H
#include "core/model/correct.h"

/* UTF-8 (intake_decode) -> the rows that correct something, in `a`. A row that is not understood is a finding at its line; the
 * others are taken. */
void correct_read(Str utf8, const char *name, Arena *a, Corrections *out, Findings *f);
#endif
