/* statement.c - the list of statements. */
#include "core/model/statement.h"
#include <stdlib.h>
#include <string.h>

void statements_init(Statements *s, Arena *a) { *s = (Statements){.arena = a}; }

void statements_free(Statements *s)
{
    if (!s) return;
    for (size_t i = 0; i < s->n; i++) free(s->v[i].fields);
    free(s->v);
    s->v = NULL;
    s->n = s->cap = 0;
}

Statement *statements_add(Statements *s, Verb v, Kind k, const char *path)
{
    if (s->n == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 32;
        s->v = mem_resize(s->v, mem_mul(s->cap, sizeof *s->v));
    }
    Statement *st = &s->v[s->n++];
    *st = (Statement){.verb = v, .kind = k, .path = arena_copy(s->arena, path)};
    return st;
}

StatementField *statement_add_field(Statements *s, Statement *st, const char *name, StepOp op, Value v, int line)
{
    if (st->n == st->cap) {
        st->cap = st->cap ? st->cap * 2 : 8;
        st->fields = mem_resize(st->fields, mem_mul(st->cap, sizeof *st->fields));
    }
    StatementField *f = &st->fields[st->n++];
    *f = (StatementField){.name = arena_copy(s->arena, name), .op = op, .value = v, .line = line};
    return f;
}
