/* doc_check.h - tests only: what must hold for every tree doc_parse gives. */
#ifndef SEN_TESTS_DOC_CHECK_H
#define SEN_TESTS_DOC_CHECK_H
#include "core/doc/doc.h"
/* NULL when the tree is sound, else what is wrong with it. */
const char *doc_check_tree(const Doc *d, uint32_t holes);
/* Parses the bytes as a plain document and as a template (hole characters as they come, their controls from `kinds`),
 * checks the trees, filters, writes and parses again. NULL or what is wrong. */
const char *doc_check_bytes(const char *p, size_t n, const uint8_t *kinds, uint32_t holes);
#endif
