/* edit.h - writes one readable statement for `sen edit|add|remove`; only text in, text out, no Lua and no file. */
#ifndef SEN_SCRIPT_EDIT_H
#define SEN_SCRIPT_EDIT_H
#include "core/model/address.h"

typedef enum Spelling { SPELL_VI, SPELL_EN } Spelling;

/* `sen edit ADDRESS.FIELD VALUE --why TEXT`. VALUE "+x, y" adds to a list field, "-x" takes from it. */
int edit_write_edit(const Address *a, const char *value, const char *why, Spelling sp, Buf *out, Err *e);
/* `sen add ADDRESS TEXT [FIELD=VALUE…]`: kind and path of the new thing ("task/item" for an item), its title and fields. */
int edit_write_add(Kind k, const char *path, const char *title, const char *const *fields, size_t n, const char *why,
                   Spelling sp, Buf *out, Err *e);
int edit_write_remove(const Address *a, const char *why, Spelling sp, Buf *out, Err *e);
#endif
