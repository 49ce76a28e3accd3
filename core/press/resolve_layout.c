/* resolve_layout.c - layouts of official documents: is each value within the range its own `allowed` map gives? Data only. */
#include "core/press/layout.h"
#include "core/press/resolve_link.h"
#include <stdlib.h>
#include <string.h>

static void place(const Entity *e, const Slot *slot, const char **file, int *line)
{
    const Step *s = slot ? slot->step : NULL;
    *file = s && s->file ? s->file : e->file;
    *line = s && s->file ? s->line : e->line;
}

static void check_value(const Entity *e, int field, Str range, Findings *f)
{
    const Slot *slot = &e->slots[field];
    const Value *v = &slot->value;
    const char *file, *name = word_field(KIND_LAYOUT, (size_t)field)->read;
    double least, most, now = v->type == VAL_INT ? (double)v->u.i : v->u.d;
    Str rest;
    int line;
    if (v->type != VAL_INT && v->type != VAL_NUMBER) return;
    if (!layout_read_range(range, &least, &most, &rest)) {
        place(e, entity_slot(e, "allowed"), &file, &line);
        findings_add(f, SEN4191, file, line, 0, e->address, "%s" ARG "%.*s", name, (int)(range.n < 100 ? range.n : 100), range.p);
        return;
    }
    if (now >= least - 1e-9 && now <= most + 1e-9) return;
    if (slot->step && slot->step->verb == VERB_WAIVE) return;
    place(e, slot, &file, &line);
    findings_add(f, SEN4190, file, line, 0, e->address, "%s" ARG "%g" ARG "%g" ARG "%g %.*s", name, now, least, most,
                 (int)(rest.n < 200 ? rest.n : 200), rest.p);
}

void resolve_layout_check(const Entity *e, Findings *f)
{
    const Value *allowed = entity_get(e, "allowed");
    for (uint32_t i = 0; allowed && allowed->type == VAL_MAP && i < allowed->count; i++) {
        Str key = allowed->u.map[i].key;
        const Value *range = allowed->u.map[i].value;
        int field = word_find_field_exact(KIND_LAYOUT, key.p, key.n);
        if (field >= 0 && range->type == VAL_TEXT) {
            check_value(e, field, range->u.text, f);
            continue;
        }
        const char *file;
        int line;
        place(e, entity_slot(e, "allowed"), &file, &line);
        findings_add(f, SEN4191, file, line, 0, e->address, "%.*s" ARG "", (int)(key.n < 60 ? key.n : 60), key.p);
    }
}
