/* back_way.c - which fields may be set where a template prints them, and how; looks at no value. */
#include "core/app/back.h"
#include <string.h>

static int kind_of(Str address)
{
    static const struct { const char *prefix; Kind kind; } kinds[] = {
        {"task:", KIND_TASK}, {"item:", KIND_ITEM}, {"indicator:", KIND_INDICATOR}, {"event:", KIND_EVENT}, {"body:", KIND_BODY}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = strlen(kinds[i].prefix);
        if (address.n > n && !memcmp(address.p, kinds[i].prefix, n)) return (int)kinds[i].kind;
    }
    return -1;
}

FieldWay back_way(const SourcePart *p, const char **field)
{
    int kind = kind_of(p->address), joined = !strcmp(p->filter, "join");
    if (str_is(p->address, "vars") && !*p->filter) return WAY_VARS;
    if (kind < 0 || !p->field.n) return WAY_NONE;
    int at = word_find_field((Kind)kind, p->field.p, p->field.n);
    if (at < 0) return WAY_NONE;
    const Field *f = word_field((Kind)kind, (size_t)at);
    *field = f->name;
    if (!strcmp(f->name, "due_on") && (!*p->filter || !strcmp(p->filter, "date"))) {
        *field = kind == KIND_EVENT ? "on" : "due";
        return WAY_DATE;
    }
    if (f->flags & FLAG_COMPUTED) return WAY_NONE;
    switch (f->type) {
    case FIELD_TEXT: case FIELD_RULE: case FIELD_PERIOD: case FIELD_INT: return *p->filter ? WAY_NONE : WAY_TEXT;
    case FIELD_TEXTS: return joined || !*p->filter ? WAY_TEXTS : WAY_NONE;
    case FIELD_ID: return f->target == KIND_BODY && !*p->filter ? WAY_BODY : WAY_NONE;
    case FIELD_IDS: return f->target == KIND_BODY && (joined || !*p->filter) ? WAY_BODIES : WAY_NONE;
    default: return WAY_NONE;
    }
}
