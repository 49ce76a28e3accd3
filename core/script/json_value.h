/* json_value.h - a value as JSON text, for what a script returns; knows no Lua and no schema. */
#ifndef SEN_SCRIPT_JSON_VALUE_H
#define SEN_SCRIPT_JSON_VALUE_H
#include "core/model/value.h"

/* Appends. Missing is null, words are their ids, dates ISO; an object inside an object is its address. */
void json_value_print(Value v, Buf *out);
#endif
