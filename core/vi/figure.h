/* figure.h - what begins with a digit, in words: dates, times, telephones, documents, numbers; knows no running text. */
#ifndef SEN_VI_FIGURE_H
#define SEN_VI_FIGURE_H
#include "core/vi/speak_scan.h"

/* Writes what stands at c->i to c->out; returns its length in the text, 0 (nothing written) when it is nothing known. */
size_t figure_say(Scan *c);
#endif
