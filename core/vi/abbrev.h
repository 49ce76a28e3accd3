/* abbrev.h - abbreviations of Vietnamese office texts as a table: words, kinds of documents, issuers; knows no sentences. */
#ifndef SEN_VI_ABBREV_H
#define SEN_VI_ABBREV_H
#include "core/base/buf.h"

const char *abbrev_words(Str a);           /* «UBND» -> «Ủy ban nhân dân»; NULL when unknown */
const char *abbrev_kind(Str a);            /* part of a document symbol: «NQ» -> «Nghị quyết», NULL when it is no kind */
const char *abbrev_issuer(Str a);          /* «TTg» -> «Thủ tướng Chính phủ» */
const char *abbrev_measure(Str a);         /* after a number: «km» -> «ki-lô-mét» */
const char *abbrev_at(size_t i, const char **words);   /* the i-th of abbrev_words' table, NULL past its end */
#endif
