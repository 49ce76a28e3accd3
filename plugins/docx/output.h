/* output.h - what docx.c puts into its table of the writing half (write_*.c). */
#ifndef SEN_DOCX_OUTPUT_H
#define SEN_DOCX_OUTPUT_H
#include "core/abi/sen_plugin.h"

extern const SenOutput docx_output;
int docx_writer_start(const SenHost *h, void **state, SenErr *err);
void docx_writer_stop(void *state);

#endif
