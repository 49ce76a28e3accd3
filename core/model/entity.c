/* entity.c - reading the fields of an entity. */
#include "core/model/entity.h"
#include <string.h>

const Slot *entity_slot(const Entity *e, const char *field)
{
    int i = word_find_field_exact(e->kind, field, strlen(field));
    return i < 0 ? NULL : &e->slots[i];
}

const Value *entity_get(const Entity *e, const char *field)
{
    const Slot *s = entity_slot(e, field);
    return s ? &s->value : NULL;
}

static const char *text_of(const Value *v)
{
    /* texts of the model end with a NUL: they come from its arena or the table */
    if (v && (v->type == VAL_TEXT || v->type == VAL_WORD)) return v->u.text.p;
    return "";
}

const char *entity_text(const Entity *e, const char *field) { return text_of(entity_get(e, field)); }
const char *entity_title(const Entity *e) { return text_of(&e->slots[0].value); }
