/* value.c - what messages call the types of values; knows no single object. */
#include "core/model/value.h"

Value value_hidden(const char *says) { return (Value){.type = VAL_WORD, .u.text = str_of(says), .x.label = says}; }

int value_is_hidden(const Value *v)
{
    return v->type == VAL_WORD && v->u.text.n && (v->u.text.p[0] == '<' || str_is(v->u.text, VALUE_HIDDEN));
}

const char *value_type_name(ValueType t)
{
    static const char *const name[] = {"nil", "bool", "int", "number", "text", "date", "word", "list", "map", "object",
                                       "function"};
    return name[t];
}
