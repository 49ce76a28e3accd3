/* clause_list.c - a clause field as a list of single patterns and addresses, so that add {…} and remove {…} work on it. */
#include "core/model/inside.h"

/* {find = [a, b], node = [c]} -> [{find=[a]}, {find=[b]}, {node=[c]}] */
Value clause_to_list(Arena *a, Value clause)
{
    uint32_t n = 0;
    if (clause.type != VAL_MAP) return (Value){.type = VAL_LIST};
    for (uint32_t i = 0; i < clause.count; i++) n += clause.u.map[i].value->count;
    Value *list = arena_alloc(a, mem_mul(n, sizeof *list));
    n = 0;
    for (uint32_t i = 0; i < clause.count; i++)
        for (uint32_t k = 0; k < clause.u.map[i].value->count; k++) {
            ValuePair *pair = arena_alloc(a, sizeof *pair);
            Value *one = arena_alloc(a, sizeof *one);
            *one = (Value){.type = VAL_LIST, .count = 1, .u.list = &clause.u.map[i].value->u.list[k]};
            *pair = (ValuePair){clause.u.map[i].key, one};
            list[n++] = (Value){.type = VAL_MAP, .count = 1, .u.map = pair};
        }
    return (Value){.type = VAL_LIST, .count = n, .u.list = list};
}

/* The other way; an empty list is a missing value. */
Value clause_from_list(Arena *a, Value list)
{
    static const char *const keys[] = {"find", "node"};
    ValuePair *pair = arena_alloc(a, 2 * sizeof *pair);
    Value *side = arena_alloc(a, 2 * sizeof *side);
    uint32_t pairs = 0;
    for (size_t k = 0; k < 2; k++) {
        Value *v = arena_alloc(a, mem_mul(list.count, sizeof *v));
        uint32_t n = 0;
        for (uint32_t i = 0; i < list.count; i++)
            if (str_is(list.u.list[i].u.map[0].key, keys[k])) v[n++] = list.u.list[i].u.map[0].value->u.list[0];
        if (!n) continue;
        side[pairs] = (Value){.type = VAL_LIST, .count = n, .u.list = v};
        pair[pairs] = (ValuePair){str_of(keys[k]), &side[pairs]};
        pairs++;
    }
    return pairs ? (Value){.type = VAL_MAP, .count = pairs, .u.map = pair} : value_none();
}
