/* output.h - what xlsx.c puts into its table: the output (output.c) and the reader (read.c). */
#ifndef SEN_XLSX_OUTPUT_H
#define SEN_XLSX_OUTPUT_H
#include "core/abi/sen_plugin.h"

extern const SenOutput xlsx_output;
extern const SenReader xlsx_reader;

#endif
