/* bodies.h - where the name of a body begins and ends among the words of a clause; knows no roles and adds no facts. */
#ifndef SEN_INTAKE_BODIES_H
#define SEN_INTAKE_BODIES_H
#include "core/intake/phrase.h"

size_t bodies_head(const Toks *t, size_t i);       /* a body's name begins at i: the words of its kind ("Phòng"), 0 = none */
size_t bodies_vague(const Toks *t, size_t i);      /* "các cơ quan", "các ban": bodies without a name of their own */
int bodies_is_weak(const Toks *t, size_t i);       /* "Cán bộ", "Câu lạc bộ": they begin many a sentence about no body */
int bodies_is_topic(const Toks *t, size_t i);      /* "Thời gian", "Chế độ": a heading about a thing, not a body */
int bodies_act(const Toks *t, size_t i);           /* tokens of the verb at i, in small letters: what a body does; 0 = none */
size_t bodies_colon(const Toks *t, size_t i);      /* "Các sở: Nội vụ, Y tế": the tokens up to the colon, 0 = it is none */
int bodies_begins_act(const Toks *t, size_t i);    /* such a verb begins at i, capital or not */
/* The end of the name that begins at i. In a list (many) names are split where a new one begins.
 * A heading (not many) may hold several names and is not split. */
size_t bodies_end(const Toks *t, size_t i, int many);
/* After a name: the sentence goes on with what the body does, whether or not the verb stands in the table. */
int bodies_does(const Toks *t, size_t end);
#endif
