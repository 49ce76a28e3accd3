/* value.c - what messages call the types of values; knows no single object. */
#include "core/model/value.h"

const char *value_type_name(ValueType t)
{
    static const char *const name[] = {"nil", "bool", "int", "number", "text", "date", "word", "list", "map", "object",
                                       "function"};
    return name[t];
}
